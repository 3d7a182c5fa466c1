//! What is measured, in which order.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, ensure};

use crate::bare::Stored;
use crate::commits::Database;
use crate::counted::Rows;
use crate::crowd::{Sample, same};
use crate::flow;
use crate::http::{Client, get};
use crate::numbers::kilobytes;
use crate::plan::Plan;
use crate::pooled;
use crate::process::{Server, on_core};
use crate::table::{Number, Pair};
use crate::weight::{self, Weight};
use crate::writing::{self, BATCH};

/// Visitors at once.
pub const CLIENTS: usize = 32;

/// A whole district at once.
const MANY: usize = 256;
/// Who write while others read, in W3.
const WRITERS: usize = 8;

/// The public pages of R1 and R2, all of the demonstration's first chapter.
const PAGES: [(&str, &str); 3] = [
    (
        "edition, 12 fields",
        "/strategies/stadtentwicklung/editions/1",
    ),
    (
        "field",
        "/strategies/stadtentwicklung/editions/1/hf-zusammenleben",
    ),
    (
        "published result",
        "/consultations/ziele-2035/results/zusammenleben",
    ),
];

/// The page that people open first, and one they go on to.
const START: &str = "/";
const NEXT: &str = "/consultations/spielplaetze";

/// Requests, one for each visitor or one for all, and what has to come of them.
struct Target {
    requests: Vec<Vec<u8>>,
    status: u16,
}

/// One run of the benchmark.
pub struct Bench {
    /// How long everything takes.
    pub plan: Plan,
    home: PathBuf,
    program: PathBuf,
    core: String,
    database_url: String,
    /// How many processes serve one PostgreSQL.
    pub processes: usize,
    /// Figures with a ceiling.
    pub pairs: Vec<Pair>,
    /// Other figures.
    pub numbers: Vec<Number>,
    /// What one submission writes.
    pub rows: Rows,
    /// First view and next page.
    pub weights: [Weight; 2],
}

impl Bench {
    /// A run in an empty folder.
    pub fn new(
        plan: Plan,
        home: PathBuf,
        program: PathBuf,
        core: String,
        database_url: String,
    ) -> Self {
        Self {
            plan,
            home,
            program,
            core,
            database_url,
            processes: 1,
            pairs: Vec::new(),
            numbers: Vec::new(),
            rows: Rows::default(),
            weights: Default::default(),
        }
    }

    /// Measures everything. What was started ends with it.
    pub fn run(&mut self) -> anyhow::Result<()> {
        println!("The demonstration is being played");
        self.trialog()?.stop()?;
        let starts: Vec<_> = (0..self.plan.starts)
            .map(|_| self.start())
            .collect::<anyhow::Result<_>>()?;
        let mut server = self.trialog()?;
        for _ in 1..self.processes {
            server.beside.push(self.trialog()?);
        }
        let idle = server.memory("VmRSS")?;
        self.weights = weight::visit(server.at, START, NEXT)?;

        let (targets, stored) = self.reading(&server)?;
        fs::write(self.home.join("bare.json"), serde_json::to_vec(&stored)?)?;
        let bare = self.bare()?;
        for round in 1..=self.plan.rounds {
            println!("Round {round} of {}", self.plan.rounds);
            for (place, target) in targets.iter().enumerate() {
                let (ours, ceiling) = self.read(&server, &bare, place, target, round)?;
                self.pairs[place].ours.push(ours);
                self.pairs[place].bare.push(ceiling);
            }
            let mut figures = Vec::new();
            for (clients, amount) in [(CLIENTS, &self.plan.writing), (MANY, &self.plan.crowded)] {
                let written = writing::write(clients, &server, &self.bare_programs(), amount)?;
                self.rows = written.rows;
                let once = written.handing_in;
                figures.extend([
                    (once.clone(), Some(written.pooled)),
                    (once.clone(), Some(written.pooled_near)),
                    (once.clone(), Some(written.single)),
                    (once, Some(written.batched)),
                    (written.whole, None),
                ]);
            }
            let page = &targets[0];
            let read = || {
                same(
                    CLIENTS,
                    self.plan.window,
                    &server,
                    &page.requests,
                    page.status,
                )
            };
            let busy = writing::meanwhile(WRITERS, &server, read)?;
            figures.push((busy, Some(read()?)));
            for (pair, (ours, ceiling)) in self.pairs[targets.len()..].iter_mut().zip(figures) {
                pair.ours.push(ours);
                pair.bare.extend(ceiling);
            }
        }
        let most = server.memory("VmHWM")?;
        server.stop()?;
        drop(bare);
        self.note(&starts, [idle, most])
    }

    /// The product with the demonstration, its limits for one address out of the way.
    fn trialog(&self) -> anyhow::Result<Server> {
        let mut command = on_core(&self.core, &self.program);
        command
            .arg("demo")
            .arg("--data")
            .arg(self.home.join("data"));
        for act in [
            "START_PARTICIPATION",
            "SAVE",
            "SUBMIT",
            "RECEIPT_LOOKUP",
            "PERSON",
            "PEOPLE",
        ] {
            command.env(format!("TRIALOG__LIMITS__PER_MINUTE__{act}"), "1000000000");
        }
        if !self.database_url.is_empty() {
            command.env("TRIALOG__DATABASE__URL", &self.database_url);
        }
        Server::start(command, &self.home, START)
    }

    fn bare(&self) -> anyhow::Result<Server> {
        let mut command: Command = on_core(&self.core, &std::env::current_exe()?);
        command.arg("--bare").arg(self.home.join("bare.json"));
        Server::start(command, &self.home, "/0")
    }

    fn bare_programs(&self) -> pooled::Bench<'_> {
        pooled::Bench {
            database: match self.database_url.as_str() {
                "" => Database::Sqlite(&self.home),
                url => Database::Postgres(url),
            },
            home: &self.home,
            core: &self.core,
        }
    }

    /// S1: the product and the bare server, each from nothing to its first answer, in milliseconds.
    fn start(&self) -> anyhow::Result<[f64; 2]> {
        let ours = self.trialog()?;
        let page = Stored::of(&opened(&ours, &get(START, ""), 200)?);
        fs::write(self.home.join("bare.json"), serde_json::to_vec(&[page])?)?;
        let bare = self.bare()?;
        let both = [&ours, &bare].map(|server| server.start.as_secs_f64() * 1e3);
        ours.stop()?;
        bare.stop()?;
        Ok(both)
    }

    /// What R1, R2 and R3 ask for, and the answers for the bare server.
    fn reading(&mut self, server: &Server) -> anyhow::Result<(Vec<Target>, Vec<Stored>)> {
        let mut targets = Vec::new();
        let mut stored = Vec::new();
        let mut add = |key, what: &str, requests: Vec<Vec<u8>>, status| {
            let first = requests.first().context("nothing to be read")?;
            let client = opened(server, first, status)?;
            let what = match status {
                200 => format!("{what}, {:.1} KB", kilobytes(client.body.len())?),
                _ => format!("{what}, {status}"),
            };
            stored.push(Stored::of(&client));
            targets.push(Target { requests, status });
            self.pairs.push(pair(key, what));
            anyhow::Ok(client)
        };
        let mut tags = Vec::new();
        for (what, path) in PAGES {
            let client = add("R1", what, vec![get(path, "")], 200)?;
            tags.push(
                client
                    .header("etag")
                    .context("a public page without a tag")?
                    .to_owned(),
            );
        }
        for ((what, path), tag) in PAGES.into_iter().zip(tags) {
            add(
                "R2",
                what,
                vec![get(path, &format!("if-none-match: {tag}\r\n"))],
                304,
            )?;
        }
        add("R3", "survey page", own_pages(server)?, 200)?;
        for clients in [CLIENTS, MANY] {
            let hand_in = |ceiling: &str| format!("hand in, {clients} people, against {ceiling}");
            self.pairs.extend([
                pair("W1", hand_in("a pool")),
                pair("W1", hand_in("a pool, our keys")),
                pair("W1", hand_in("a commit each")),
                pair("W2", hand_in(&format!("{BATCH} a commit"))),
                pair(
                    "W1",
                    format!("whole way, {clients} people, {} answers", flow::ANSWERS),
                ),
            ]);
        }
        let what = format!("{}, while {WRITERS} people write", PAGES[0].0);
        self.pairs.push(pair("W3", what));
        Ok((targets, stored))
    }

    /// One figure of reading and its ceiling. Who goes first changes from round to round.
    fn read(
        &self,
        server: &Server,
        bare: &Server,
        place: usize,
        target: &Target,
        round: usize,
    ) -> anyhow::Result<(Sample, Sample)> {
        let ours = || {
            same(
                CLIENTS,
                self.plan.window,
                server,
                &target.requests,
                target.status,
            )
        };
        let request = [get(&format!("/{place}"), "")];
        let ceiling = || same(CLIENTS, self.plan.window, bare, &request, target.status);
        Ok(if round.is_multiple_of(2) {
            let ceiling = ceiling()?;
            (ours()?, ceiling)
        } else {
            (ours()?, ceiling()?)
        })
    }
}

/// A page of a participation for each visitor, all of the same question.
pub fn own_pages(server: &Server) -> anyhow::Result<Vec<Vec<u8>>> {
    let own = |_| Ok(get(&flow::own_page(server.at)?, ""));
    (0..CLIENTS).map(own).collect()
}

fn pair(key: &'static str, what: String) -> Pair {
    Pair {
        key,
        what,
        ours: Vec::new(),
        bare: Vec::new(),
    }
}

/// The answer to a request, with its headers.
fn opened(server: &Server, request: &[u8], status: u16) -> anyhow::Result<Client> {
    let mut client = Client::reader(server.at)?;
    client.exchange(request)?;
    ensure!(
        client.status == status,
        "{} instead of {status}",
        client.status
    );
    Ok(client)
}
