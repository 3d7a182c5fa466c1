//! R4 and A4: the administration's pages with very many contributions, beside the survey page of the demonstration as it is; how long a search takes, and how
//! long it takes until near-duplicates and suggestions are known.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};

use crate::crowd::same;
use crate::flow;
use crate::http::{Client, get};
use crate::measure::{CLIENTS, own_pages};
use crate::plan::Plan;
use crate::process::{Server, on_core};
use crate::table::{Number, Pair};

/// Everybody's password in the demonstrations that are measured.
pub const PASSWORD: &str = "Kastanien-im-Stadtgarten";
/// How long a large demonstration may be played.
const PATIENCE: Duration = Duration::from_mins(30);
/// The consultation with all the contributions.
const OF: &str = "/desk/consultations/ziele-2035";

/// The pages of R4, by who opens them: what it is, account, address.
const PAGES: [(&str, &str, &str); 12] = [
    ("first page", "auswertung", "/desk"),
    ("queue, waiting", "freigabe", "/desk/moderation"),
    (
        "queue, released",
        "freigabe",
        "/desk/moderation?state=released",
    ),
    (
        "queue, page 400",
        "freigabe",
        "/desk/moderation?state=released&page=400",
    ),
    (
        "evaluation",
        "auswertung",
        "/desk/consultations/ziele-2035/evaluation",
    ),
    (
        "contributions",
        "auswertung",
        "/desk/consultations/ziele-2035/contributions",
    ),
    (
        "contributions, page 400",
        "auswertung",
        "/desk/consultations/ziele-2035/contributions?alike=single&page=400",
    ),
    (
        "near-duplicates",
        "auswertung",
        "/desk/consultations/ziele-2035/duplicates",
    ),
    (
        "themes",
        "auswertung",
        "/desk/consultations/ziele-2035/themes",
    ),
    (
        "assessments",
        "auswertung",
        "/desk/consultations/ziele-2035/assessments",
    ),
    (
        "register of statements",
        "redaktion",
        "/desk/consultations/ziele-2035/statements",
    ),
    ("journal", "verwaltung", "/desk/journal"),
];

/// Words that are looked for: rare and frequent ones, alone and together.
const WORDS: [&str; 10] = [
    "Bahnhof",
    "Rollator",
    "Kinder",
    "Feuerwehr",
    "Wohnung",
    "Geld Kinder",
    "Rathaus Winter",
    "Erbbaurecht",
    "Stadt",
    "Hallenbad",
];

/// Where servers and data of a run are.
pub struct Place {
    /// Folder for data.
    pub home: PathBuf,
    /// The program to measure.
    pub program: PathBuf,
    /// The core on which servers run; empty = any.
    pub core: String,
    /// How many times the questionnaires are played.
    pub scale: u32,
}

impl Place {
    fn server(&self, folder: &str, scale: u32) -> anyhow::Result<Server> {
        let mut command = on_core(&self.core, &self.program);
        command
            .args(["demo", "--password-for-stories", PASSWORD, "--scale"])
            .arg(scale.to_string())
            .arg("--data")
            .arg(self.home.join(folder));
        for act in ["START_PARTICIPATION", "SAVE", "PERSON", "PEOPLE", "SIGN_IN"] {
            command.env(format!("TRIALOG__LIMITS__PER_MINUTE__{act}"), "1000000000");
        }
        Server::start_within(command, &self.home, "/", PATIENCE)
    }

    /// Measures both; gives the figures.
    pub fn run(&self, plan: &Plan) -> anyhow::Result<(Vec<Pair>, Vec<Number>)> {
        println!(
            "The demonstration is being played, {} times its questionnaires",
            self.scale
        );
        self.server("large", self.scale)?.stop()?;
        let large = self.server("large", self.scale)?;
        let mut numbers = found(&large, "released")?;
        let usual = self.server("usual", 1)?;
        let survey = own_pages(&usual)?;
        let coding = first_contribution(&large)?;
        let mut pages: Vec<_> = PAGES
            .map(|(what, who, path)| (what, who, path.to_owned()))
            .into();
        pages.push(("one contribution", "auswertung", coding));
        let mut pairs = Vec::new();
        for (what, who, path) in pages {
            let request = [get(&path, &cookies(&large, who)?)];
            let mut pair = Pair {
                key: "R4",
                what: what.to_owned(),
                ours: Vec::new(),
                bare: Vec::new(),
            };
            for _ in 0..plan.rounds {
                pair.ours
                    .push(same(CLIENTS, plan.window, &large, &request, 200)?);
                pair.bare
                    .push(same(CLIENTS, plan.window, &usual, &survey, 200)?);
            }
            pairs.push(pair);
        }
        numbers.push(Number {
            key: "R4",
            what: "memory, at most".to_owned(),
            unit: "MiB",
            ours: vec![large.memory("VmHWM")? / 1024.0],
            bare: Vec::new(),
        });
        large.stop()?;
        usual.stop()?;
        Ok((pairs, numbers))
    }
}

/// A4: each word is looked for once, so nothing of it is remembered from before. `state`: of the texts in the queue.
pub fn found(server: &Server, state: &str) -> anyhow::Result<Vec<Number>> {
    let cookie = cookies(server, "auswertung")?;
    let mut client = Client::reader(server.at)?;
    let mut timed = |path: &str| {
        let request = get(path, &cookie);
        let began = Instant::now();
        let status = client.exchange(&request)?;
        ensure!(status == 200, "GET {path} answered {status}");
        anyhow::Ok(began.elapsed().as_secs_f64())
    };
    let number = |what: &str, unit, ours| Number {
        key: "A4",
        what: what.to_owned(),
        unit,
        ours,
        bare: Vec::new(),
    };
    let before = server.memory("VmRSS")?;
    let learned = timed(&format!("{OF}/duplicates"))?;
    let after = server.memory("VmHWM")?;
    let list = timed(&format!("{OF}/contributions"))?;
    let mut searches = Vec::new();
    for words in WORDS {
        let words = words.replace(' ', "+");
        searches.push(timed(&format!("{OF}/contributions?q={words}"))? * 1e3);
    }
    let mut queue = Vec::new();
    for words in WORDS {
        let words = words.replace(' ', "+");
        queue.push(timed(&format!("/desk/moderation?state={state}&q={words}"))? * 1e3);
    }
    Ok(vec![
        number(
            "near-duplicates and suggestions, from nothing",
            "s",
            vec![learned],
        ),
        number(
            "- memory for it, at most",
            "MiB",
            vec![(after - before) / 1024.0],
        ),
        number(
            "the list for the first time after a change",
            "ms",
            vec![list * 1e3],
        ),
        number("search in contributions, each word once", "ms", searches),
        number("search in the queue, each word once", "ms", queue),
    ])
}

/// The first contribution of the list, with its address.
fn first_contribution(server: &Server) -> anyhow::Result<String> {
    let cookie = cookies(server, "auswertung")?;
    let mut client = Client::reader(server.at)?;
    let list = format!("{OF}/contributions");
    let page = client.page_with(&list, &cookie)?;
    let start = format!("href=\"{list}/");
    let (_, rest) = page
        .split_once(&start)
        .context("a list without contributions")?;
    let id = rest.split(['"', '?']).next().unwrap_or_default();
    Ok(format!("{list}/{id}"))
}

/// Signs somebody in; gives the header line with her cookies.
pub fn cookies(server: &Server, who: &str) -> anyhow::Result<String> {
    let mut client = Client::reader(server.at)?;
    let page = client.page("/sign-in")?;
    let mut kept = of_answer(&client);
    let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let fields = [
        flow::token(&page)?,
        field("email", &format!("{who}@lindenau.example")),
        field("password", PASSWORD),
        field("next", ""),
    ];
    let line = format!("cookie: {}\r\n", kept.join("; "));
    client.send_with("/sign-in", &fields, &line)?;
    kept.extend(of_answer(&client));
    Ok(format!("cookie: {}\r\n", kept.join("; ")))
}

fn of_answer(client: &Client) -> Vec<String> {
    let set = client
        .headers
        .iter()
        .filter(|(name, _)| name == "set-cookie");
    set.filter_map(|(_, value)| value.split(';').next().map(str::to_owned))
        .collect()
}
