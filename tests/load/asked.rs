//! What very many questionnaires make of single pages: the result page, and tables of one question by another.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, anyhow, ensure};

use crate::bulk::{OF, SURVEY};
use crate::http::{Client, get};
use crate::plan::Plan;
use crate::process::Server;
use crate::staff::cookies;
use crate::table::{Number, beside, plain};

/// Of so many pairs of questions one is laid across.
const EVERY: usize = 12;

/// What somebody of the administration opens, with the time until the whole answer was there.
pub struct Desk {
    /// Her header line with cookies.
    pub cookie: String,
    /// Her connection.
    pub client: Client,
}

impl Desk {
    /// Opens a page.
    pub fn open(&mut self, path: &str) -> anyhow::Result<Duration> {
        self.ask(&get(path, &self.cookie), path)
    }

    /// Sends a request, which must be answered with 200.
    pub fn ask(&mut self, request: &[u8], what: &str) -> anyhow::Result<Duration> {
        let began = Instant::now();
        let status = self.client.exchange(request)?;
        ensure!(status == 200, "{what} answered {status}");
        Ok(began.elapsed())
    }
}

/// Does something, and gives the most memory of its own that the server held meanwhile, in KiB: without the pages of files that the
/// system lends it and takes back.
pub fn meanwhile<T>(
    server: &Server,
    act: impl FnOnce() -> anyhow::Result<T>,
) -> anyhow::Result<(T, f64)> {
    let is_done = AtomicBool::new(false);
    thread::scope(|scope| {
        let watch = scope.spawn(|| {
            let mut most: f64 = 0.0;
            while !is_done.load(Ordering::Relaxed) {
                most = most.max(server.memory("RssAnon")?);
                thread::park_timeout(Duration::from_millis(10));
            }
            anyhow::Ok(most)
        });
        let done = act();
        is_done.store(true, Ordering::Relaxed);
        let most = watch.join().map_err(|_| anyhow!("nobody watched"))??;
        Ok((done?, most))
    })
}

/// Signs an evaluator in.
pub fn desk(server: &Server) -> anyhow::Result<Desk> {
    Ok(Desk {
        cookie: cookies(server, "auswertung")?,
        client: Client::reader(server.at)?,
    })
}

/// A1: the public result page made anew, beside the same page of the demonstration as it is. A cookie that the server does not know
/// keeps it from answering with a finished page.
pub fn results(plan: &Plan, large: &Server, usual: &Server) -> anyhow::Result<Number> {
    let request = get(
        &format!("/consultations/{OF}/results/{SURVEY}"),
        "cookie: measured=1\r\n",
    );
    let timed = |server: &Server| {
        let mut client = Client::connect(server.at)?;
        let mut times = Vec::new();
        for _ in 0..100 {
            let began = Instant::now();
            let status = client.exchange(&request)?;
            ensure!(status == 200, "a result page answered {status}");
            times.push(began.elapsed().as_secs_f64() * 1e3);
        }
        times.sort_unstable_by(f64::total_cmp);
        times.get(50).copied().context("no times")
    };
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..plan.rounds {
        ours.push(timed(large)?);
        bare.push(timed(usual)?);
    }
    Ok(beside(
        "A1",
        "result page made anew, against the usual number",
        "ms",
        ours,
        bare,
    ))
}

/// A2: questions of the consultation by each other, filtered by an answer to a third one.
pub fn crossed(large: &Server) -> anyhow::Result<Vec<Number>> {
    let mut desk = desk(large)?;
    let path = format!("/desk/consultations/{OF}/cross");
    let before = large.memory("RssAnon")?;
    let page = desk.client.page_with(&path, &desk.cookie)?;
    let list = |name: &str| -> anyhow::Result<Vec<String>> {
        let (_, rest) = page
            .split_once(&format!("name=\"{name}\""))
            .context("nothing to choose from")?;
        let list = rest.split("</select>").next().unwrap_or_default();
        let values = list.split("<option value=\"").skip(1);
        let values = values.filter_map(|rest| rest.split('"').next());
        Ok(values
            .filter(|value| !value.is_empty())
            .map(str::to_owned)
            .collect())
    };
    let (questions, groups) = (list("row")?, list("only")?);
    let all = format!("{path}?row={0}&column={0}", questions[0]);
    let (first, most) = meanwhile(large, || desk.open(&all))?;
    let memory = (most - before) / 1024.0;
    let mut times = Vec::new();
    for (place, row) in questions.iter().enumerate() {
        let others = questions.iter().enumerate().skip(place + 1);
        for (n, column) in others.filter(|(n, _)| (place + n).is_multiple_of(EVERY)) {
            let only = &groups[(place + 7 * n) % groups.len()];
            let took = desk.open(&format!("{path}?row={row}&column={column}&only={only}"))?;
            times.push(took.as_secs_f64() * 1e3);
        }
    }
    println!("{} tables", times.len());
    Ok(vec![
        plain(
            "A2",
            "one question by another, filtered, page and all",
            "ms",
            times,
        ),
        plain(
            "A2",
            "- the first, which reads the answers",
            "s",
            vec![first.as_secs_f64()],
        ),
        plain("A2", "- memory for it, at most", "MiB", vec![memory]),
    ])
}
