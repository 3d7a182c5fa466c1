//! A1 to A4 and S1 with very many questionnaires: a file of them is imported, published, laid across, taken along and looked through.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};

use crate::asked::{crossed, desk, meanwhile, results};
use crate::flow;
use crate::http::post;
use crate::plan::Plan;
use crate::process::{Server, memory_of, on_core};
use crate::staff::{PASSWORD, found};
use crate::table::{Number, beside, plain};
use crate::{rows, sheets};

/// The consultation with the questionnaires.
pub const OF: &str = "ziele-2035";
/// The survey that they answer.
pub const SURVEY: &str = "zusammenleben";
/// So many questionnaires show how much memory a short file takes.
const FEW: usize = 1_000;
/// How long the words of all texts may take until they can be looked for.
const PATIENCE: Duration = Duration::from_mins(30);

/// Where servers and data of a run are.
pub struct Place {
    /// Folder for data.
    pub home: PathBuf,
    /// The program to measure.
    pub program: PathBuf,
    /// The core on which servers run; empty = any.
    pub core: String,
    /// How many questionnaires are imported.
    pub sheets: usize,
}

/// How many a second, in thousands: what does not depend on how many there were.
fn thousands(sheets: usize, time: Duration) -> anyhow::Result<f64> {
    let sheets = f64::from(u32::try_from(sheets)?);
    Ok(sheets / time.as_secs_f64() / 1e3)
}

impl Place {
    /// Measures everything; gives the figures.
    pub fn run(&self, plan: &Plan) -> anyhow::Result<Vec<Number>> {
        println!("The demonstration is being played, twice");
        self.server("usual")?.stop()?;
        self.server("large")?.stop()?;
        let usual = self.server("usual")?;
        let mut numbers = self.imported()?;
        println!("Results are being published");
        let (published, most) = self.command(&["publish", "results", "--consultation", OF])?;
        let published = published.as_secs_f64();
        numbers.push(plain(
            "A1",
            "figures counted and frozen",
            "s",
            vec![published],
        ));
        numbers.push(plain("A1", "- memory for it, at most", "MiB", vec![most]));
        let large = self.started(plan, &mut numbers)?;
        println!("The words of all texts are being noted");
        numbers.push(self.taken_over(&large)?);
        println!("Pages, tables and files are being asked for");
        numbers.push(results(plan, &large, &usual)?);
        numbers.extend(crossed(&large)?);
        numbers.extend(self.exported(plan, &large)?);
        println!("What people wrote is being looked through");
        numbers.extend(found(&large, "waiting")?);
        numbers.push(plain(
            "S1",
            "memory, when everything was done",
            "MiB",
            vec![large.memory("VmRSS")? / 1024.0],
        ));
        large.stop()?;
        usual.stop()?;
        Ok(numbers)
    }

    fn server(&self, folder: &str) -> anyhow::Result<Server> {
        let mut command = on_core(&self.core, &self.program);
        command
            .args(["demo", "--password-for-stories", PASSWORD, "--data"])
            .arg(self.home.join(folder));
        for act in ["PERSON", "PEOPLE", "SIGN_IN"] {
            command.env(format!("TRIALOG__LIMITS__PER_MINUTE__{act}"), "1000000000");
        }
        Server::start(command, &self.home, "/")
    }

    fn file(&self) -> PathBuf {
        self.home.join("large/trialog.sqlite")
    }

    /// Runs a command of the product; gives how long it took and its memory at most, in MiB.
    fn command(&self, line: &[&str]) -> anyhow::Result<(Duration, f64)> {
        let began = Instant::now();
        let mut child = on_core(&self.core, &self.program)
            .args(line)
            .arg("--data")
            .arg(self.home.join("large"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(fs::File::create(self.home.join("server.log"))?)
            .spawn()?;
        let mut most: f64 = 0.0;
        let status = loop {
            if let Some(status) = child.try_wait()? {
                break status;
            }
            // It may have ended just now.
            most = most.max(memory_of(child.id(), "VmHWM").unwrap_or_default());
            thread::park_timeout(Duration::from_millis(5));
        };
        let took = began.elapsed();
        ensure!(
            status.success(),
            "{line:?}: {}",
            fs::read_to_string(self.home.join("server.log"))?
        );
        Ok((took, most / 1024.0))
    }

    /// A3, in: a short file and the long one, then the rows of the long one again without the product.
    fn imported(&self) -> anyhow::Result<Vec<Number>> {
        let survey = format!("{OF}/{SURVEY}");
        let mut template = Command::new(&self.program);
        template
            .args(["export", "template", "--survey", &survey, "--data"])
            .arg(self.home.join("large"));
        let head = String::from_utf8(template.output()?.stdout)?;
        let columns = head.trim_start_matches('\u{feff}').trim().split(',');
        let columns: Vec<String> = columns.skip(1).map(str::to_owned).collect();
        let import = |sheets| {
            println!("{sheets} questionnaires are being imported");
            let file = self.home.join("sheets.csv");
            sheets::write(&file, &columns, sheets)?;
            let path = file.to_string_lossy().into_owned();
            let line = [
                "import",
                "responses",
                "--survey",
                &survey,
                "--channel",
                "import",
                &path,
            ];
            self.command(&line)
        };
        let (_, few) = import(FEW)?;
        let before = rows::last_rows(&self.file())?;
        let (took, most) = import(self.sheets)?;
        fs::remove_file(self.home.join("sheets.csv"))?;
        println!("The same rows are being written without the product");
        let bare = self.home.join("bare.sqlite");
        let again = rows::insert_again(&self.file(), &bare, &before)?;
        fs::remove_file(bare)?;
        Ok(vec![
            beside(
                "A3",
                "import, questionnaires",
                "thousand/s",
                vec![thousands(self.sheets, took)?],
                vec![thousands(self.sheets, again)?],
            ),
            plain("A3", "- memory, at most", "MiB", vec![most]),
            plain(
                "A3",
                "- more than for a short file",
                "MiB",
                vec![most - few],
            ),
        ])
    }

    /// S1: from the start of the program to its first answer, with all of it in the database.
    fn started(&self, plan: &Plan, numbers: &mut Vec<Number>) -> anyhow::Result<Server> {
        let mut times = Vec::new();
        for _ in 1..plan.starts {
            let server = self.server("large")?;
            times.push(server.start.as_secs_f64() * 1e3);
            server.stop()?;
        }
        let large = self.server("large")?;
        times.push(large.start.as_secs_f64() * 1e3);
        numbers.push(plain("S1", "start to first answer", "ms", times));
        let began = Instant::now();
        println!("What waits is being taken into the check list");
        while rows::number(
            &self.file(),
            "SELECT count(*) FROM (SELECT 1 FROM log_entries WHERE position IS NULL LIMIT 1)",
        )? > 0
        {
            ensure!(
                began.elapsed() < PATIENCE,
                "the check list takes nothing up"
            );
            thread::park_timeout(Duration::from_millis(500));
        }
        let took = began.elapsed().as_secs_f64();
        numbers.push(plain(
            "S1",
            "until the check list has all lines",
            "s",
            vec![took],
        ));
        for (what, key) in [
            ("memory then", "VmRSS"),
            ("memory meanwhile, at most", "VmHWM"),
        ] {
            let memory = large.memory(key)? / 1024.0;
            numbers.push(plain("S1", what, "MiB", vec![memory]));
        }
        Ok(large)
    }

    /// A3, out: the answers row by row in both formats, each beside a bare reading of the same rows.
    fn exported(&self, plan: &Plan, large: &Server) -> anyhow::Result<Vec<Number>> {
        let mut desk = desk(large)?;
        let path = format!("/desk/consultations/{OF}/raw");
        let mut numbers = Vec::new();
        for (format, what) in [
            ("zip", "export as CSV, questionnaires"),
            ("xlsx", "export as XLSX, questionnaires"),
        ] {
            let (mut ours, mut bare, mut grown) = (Vec::new(), Vec::new(), 0.0);
            for _ in 0..plan.rounds.min(3) {
                let page = desk.client.page_with(&path, &desk.cookie)?;
                let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
                let form = page.split(&format!("action=\"{path}\"")).nth(1);
                let fields = [
                    flow::token(form.context("nothing to take along")?)?,
                    field("survey", SURVEY),
                    field("format", format),
                ];
                let request = post(&path, &fields, &desk.cookie);
                let before = large.memory("RssAnon")?;
                let (took, most) = meanwhile(large, || desk.ask(&request, format))?;
                grown = f64::max(grown, most - before);
                let (sheets, read) = rows::scan(&self.file(), SURVEY)?;
                ours.push(thousands(sheets, took)?);
                bare.push(thousands(sheets, read)?);
            }
            numbers.push(beside("A3", what, "thousand/s", ours, bare));
            numbers.push(plain(
                "A3",
                "- memory grows by",
                "MiB",
                vec![grown / 1024.0],
            ));
        }
        Ok(numbers)
    }

    /// A4: how long until the words of all texts are noted, beside the requests.
    fn taken_over(&self, large: &Server) -> anyhow::Result<Number> {
        let began = Instant::now();
        let left = "(SELECT count(*) FROM free_texts) - (SELECT count(*) FROM contributions WHERE taken_at IS NOT NULL)";
        while rows::number(&self.file(), left)? > 0 {
            ensure!(began.elapsed() < PATIENCE, "the words are not noted");
            thread::park_timeout(Duration::from_millis(500));
        }
        ensure!(large.memory("VmRSS")? > 0.0, "the server ended");
        let took = began.elapsed().as_secs_f64();
        Ok(plain(
            "A4",
            "until the words of all texts were noted",
            "s",
            vec![took],
        ))
    }
}
