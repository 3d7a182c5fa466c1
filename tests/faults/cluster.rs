//! A PostgreSQL of our own that carries everything to the disk, alone or with another that follows it.

use std::cell::Cell;
use std::fs;
use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use diesel::sql_types::Text;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, sql_query};
use tempfile::TempDir;

use crate::server::pause;

/// Name of PostgreSQL's socket in its folder.
pub const SOCKET: &str = ".s.PGSQL.5432";

/// A running cluster; it ends with this value.
pub struct Cluster {
    bin: PathBuf,
    /// Whom it runs as when we are root, because PostgreSQL refuses root.
    user: Option<&'static str>,
    home: TempDir,
    /// Whether it was killed, and not started since.
    is_dead: Cell<bool>,
}

impl Cluster {
    /// A new one; nothing, where PostgreSQL's own programs are not to be found.
    pub fn start() -> Option<Self> {
        let cluster = Self::place()?;
        cluster.does(
            "initdb",
            &[
                "--username=trialog",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
            ],
        );
        cluster.begins();
        Some(cluster)
    }

    /// A folder for one.
    fn place() -> Option<Self> {
        let Some(bin) = programs() else {
            println!("left out: initdb and pg_ctl of PostgreSQL are not to be found");
            return None;
        };
        // A socket's path may have 107 bytes.
        let home = tempfile::Builder::new()
            .prefix("trialog-")
            .tempdir_in("/tmp")
            .unwrap();
        let user = runs_as_root().then_some("postgres");
        if let Some(user) = user {
            let id = Command::new("id")
                .args(["-u", user])
                .output()
                .unwrap()
                .stdout;
            let id = String::from_utf8(id).unwrap().trim().parse().unwrap();
            chown(home.path(), Some(id), None).unwrap();
        }
        Some(Self {
            bin,
            user,
            home,
            is_dead: Cell::new(false),
        })
    }

    /// Starts it; what it says goes to its log.
    fn begins(&self) {
        let (log, options) = (self.log(), self.options());
        self.does(
            "pg_ctl",
            &["start", "--wait", "--silent", "--log", &log, "-o", &options],
        );
        self.is_dead.set(false);
    }

    /// Another one that follows this one.
    pub fn standby(&self) -> Self {
        let standby = Self::place().unwrap();
        standby.follows(self);
        standby
    }

    /// Begins anew as a copy of another one, and follows it.
    pub fn follows(&self, primary: &Self) {
        let _ = fs::remove_dir_all(self.home.path().join("data"));
        let from = format!("host={} user=trialog", primary.folder().display());
        self.does(
            "pg_basebackup",
            &[
                "--write-recovery-conf",
                "--wal-method=stream",
                "--checkpoint=fast",
                "--no-sync",
                "--dbname",
                &from,
            ],
        );
        self.begins();
    }

    /// From now on each commit waits until the standby has it on its disk.
    pub fn waits_for_standby(&self) {
        self.runs("ALTER SYSTEM SET synchronous_standby_names = '*'");
        self.runs("SELECT pg_reload_conf()");
        let in_sync = "SELECT CAST(COUNT(*) AS TEXT) AS said FROM pg_stat_replication \
                       WHERE sync_state = 'sync' AND state = 'streaming'";
        while self.says(in_sync) != "1" {
            pause(5);
        }
    }

    /// Becomes the one that writes.
    pub fn is_promoted(&self) {
        self.does("pg_ctl", &["promote", "--wait", "--silent"]);
        // The copy of the other's settings would wait for a standby that is not there.
        self.runs("ALTER SYSTEM RESET synchronous_standby_names");
        self.runs("SELECT pg_reload_conf()");
    }

    /// Every process of it ends from one instruction to the next, as with its machine.
    pub fn dies(&self) {
        let file = fs::read_to_string(self.home.path().join("data/postmaster.pid")).unwrap();
        let first = file.lines().next().unwrap();
        signal("STOP", first);
        let others = fs::read_to_string(format!("/proc/{first}/task/{first}/children"));
        let others = others.unwrap_or_default();
        for process in others.split_whitespace().chain([first]) {
            signal("KILL", process);
        }
        self.is_dead.set(true);
    }

    fn runs(&self, statement: &str) {
        let mut conn = PgConnection::establish(&self.url()).unwrap();
        sql_query(statement).execute(&mut conn).unwrap();
    }

    /// One value of one row, named `said`.
    pub fn says(&self, asked: &str) -> String {
        let mut conn = PgConnection::establish(&self.url()).unwrap();
        let said: Said = sql_query(asked).get_result(&mut conn).unwrap();
        said.said
    }

    fn log(&self) -> String {
        self.home.path().join("log").to_str().unwrap().to_owned()
    }

    fn options(&self) -> String {
        let socket = self.home.path().display();
        format!(
            "-c listen_addresses='' -k {socket} -c max_connections=100 \
             -c dynamic_shared_memory_type=mmap -c max_pred_locks_per_transaction=256"
        )
    }

    fn does(&self, program: &str, arguments: &[&str]) {
        let program = self.bin.join(program);
        let mut command = match self.user {
            Some(user) => {
                let mut command = Command::new("runuser");
                command.args(["-u", user, "--"]).arg(program);
                command
            }
            None => Command::new(program),
        };
        let done = command
            .args(arguments)
            .arg("-D")
            .arg(self.home.path().join("data"))
            .current_dir("/")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        let log = || fs::read_to_string(self.log()).unwrap_or_default();
        assert!(done.unwrap().success(), "{arguments:?}: {}", log());
    }

    /// Where its socket lies.
    pub fn folder(&self) -> &Path {
        self.home.path()
    }

    /// The address of its database, by a socket in a folder.
    pub fn url_by(folder: &Path) -> String {
        let folder = folder.to_str().unwrap().replace('/', "%2F");
        format!("postgres://trialog@{folder}/postgres")
    }

    /// The address of whichever of two takes writes.
    pub fn url_of(one: &Self, other: &Self) -> String {
        let folder = |cluster: &Self| cluster.folder().to_str().unwrap().replace('/', "%2F");
        let (one, other) = (folder(one), folder(other));
        format!("postgres://trialog@{one},{other}/postgres?target_session_attrs=read-write")
    }

    /// The address of its database.
    pub fn url(&self) -> String {
        Self::url_by(self.folder())
    }

    /// Ends it without a moment to finish anything, and starts it again.
    pub fn breaks_down(&self) {
        self.does(
            "pg_ctl",
            &[
                "restart",
                "--mode=immediate",
                "--wait",
                "--silent",
                "--log",
                &self.log(),
                "-o",
                &self.options(),
            ],
        );
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if !thread::panicking() && !self.is_dead.get() {
            self.does("pg_ctl", &["stop", "--mode=immediate", "--silent"]);
        }
    }
}

#[derive(QueryableByName)]
struct Said {
    #[diesel(sql_type = Text)]
    said: String,
}

fn signal(name: &str, process: &str) {
    let mut kill = Command::new("kill");
    // Whoever has ended already need not be ended.
    let _ = kill.args([&format!("-{name}"), process]).status();
}

fn runs_as_root() -> bool {
    let id = Command::new("id").arg("-u").output().unwrap().stdout;
    id.trim_ascii() == b"0"
}

/// The folder with PostgreSQL's own programs; Debian keeps them out of the way.
fn programs() -> Option<PathBuf> {
    let debian = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let mut folders: Vec<_> = debian
        .flatten()
        .map(|entry| entry.path().join("bin"))
        .collect();
    folders.sort();
    let beside = Command::new("pg_config").arg("--bindir").output();
    let beside = beside.map(|said| String::from_utf8_lossy(&said.stdout).trim().into());
    let folders = folders.into_iter().rev().chain(beside.ok());
    let mut folders = folders.chain(["/usr/local/bin".into()]);
    folders.find(|folder: &PathBuf| folder.join("initdb").exists())
}
