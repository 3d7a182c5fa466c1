//! A PostgreSQL of our own that carries everything to the disk, and something between it and the program that cuts the line.

use std::fs;
use std::io::{Read, Write};
use std::net::Shutdown;
use std::os::unix::fs::chown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use tempfile::TempDir;

/// Name of PostgreSQL's socket in its folder.
const SOCKET: &str = ".s.PGSQL.5432";

/// A running cluster; it ends with this value.
pub struct Cluster {
    bin: PathBuf,
    /// Whom it runs as when we are root, because PostgreSQL refuses root.
    user: Option<&'static str>,
    home: TempDir,
}

impl Cluster {
    /// A new one; nothing, where PostgreSQL's own programs are not to be found.
    pub fn start() -> Option<Self> {
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
        let cluster = Self { bin, user, home };
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
        cluster.does(
            "pg_ctl",
            &[
                "start",
                "--wait",
                "--silent",
                "--log",
                &cluster.log(),
                "-o",
                &cluster.options(),
            ],
        );
        Some(cluster)
    }

    fn log(&self) -> String {
        self.home.path().join("log").to_str().unwrap().to_owned()
    }

    fn options(&self) -> String {
        let socket = self.home.path().display();
        format!(
            "-c listen_addresses='' -k {socket} -c max_connections=100 -c max_pred_locks_per_transaction=256"
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
        if !thread::panicking() {
            self.does("pg_ctl", &["stop", "--mode=immediate", "--silent"]);
        }
    }
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

/// Where the line breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// The commit does not reach the server.
    Request,
    /// The commit reaches the server; its reply does not come back.
    Reply,
}

/// Stands between the program and PostgreSQL, and cuts the line at every n-th commit.
pub struct Line {
    folder: TempDir,
    state: Arc<State>,
}

struct State {
    cut: Cut,
    every: usize,
    commits: AtomicUsize,
    cuts: AtomicUsize,
    is_armed: AtomicBool,
    is_down: AtomicBool,
}

impl Line {
    /// Towards a cluster; it cuts nothing yet.
    pub fn to(cluster: &Cluster, cut: Cut, every: usize) -> Self {
        let folder = tempfile::Builder::new()
            .prefix("trialog-")
            .tempdir_in("/tmp")
            .unwrap();
        let listener = UnixListener::bind(folder.path().join(SOCKET)).unwrap();
        let state = Arc::new(State {
            cut,
            every,
            commits: AtomicUsize::new(0),
            cuts: AtomicUsize::new(0),
            is_armed: AtomicBool::new(false),
            is_down: AtomicBool::new(false),
        });
        let (shared, server) = (state.clone(), cluster.folder().join(SOCKET));
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                if shared.is_down.load(Ordering::SeqCst) {
                    continue;
                }
                if let Ok(server) = UnixStream::connect(&server) {
                    carry(&client, &server, &shared);
                }
            }
        });
        Self { folder, state }
    }

    /// The address by this line.
    pub fn url(&self) -> String {
        Cluster::url_by(self.folder.path())
    }

    /// Begins to cut, or stops it.
    pub fn arm(&self, is_armed: bool) {
        self.state.is_armed.store(is_armed, Ordering::SeqCst);
    }

    /// Whether nobody gets through any more who begins anew; lines that stand go on.
    pub fn closes(&self, is_down: bool) {
        self.state.is_down.store(is_down, Ordering::SeqCst);
    }

    /// How often it has cut.
    pub fn cuts(&self) -> usize {
        self.state.cuts.load(Ordering::SeqCst)
    }
}

/// Carries both ways between two ends, on threads of their own.
fn carry(client: &UnixStream, server: &UnixStream, state: &Arc<State>) {
    let is_mute = Arc::new(AtomicBool::new(false));
    let ends = || (client.try_clone().unwrap(), server.try_clone().unwrap());
    let ((mut from, mut to), muted, state) = (ends(), is_mute.clone(), state.clone());
    let hang_up = |(client, server): (UnixStream, UnixStream)| {
        let _ = client.shutdown(Shutdown::Both);
        let _ = server.shutdown(Shutdown::Both);
    };
    let both = ends();
    thread::spawn(move || {
        let mut piece = vec![0; 1 << 16];
        while let Ok(read @ 1..) = from.read(&mut piece) {
            let is_commit = piece[..read].windows(7).any(|part| part == b"COMMIT\0");
            if is_commit && state.is_armed.load(Ordering::SeqCst) {
                let n = state.commits.fetch_add(1, Ordering::SeqCst) + 1;
                if n.is_multiple_of(state.every) {
                    state.cuts.fetch_add(1, Ordering::SeqCst);
                    if state.cut == Cut::Request {
                        break;
                    }
                    muted.store(true, Ordering::SeqCst);
                }
            }
            if to.write_all(&piece[..read]).is_err() {
                break;
            }
        }
        hang_up(both);
    });
    let both = ends();
    let (mut to, mut from) = ends();
    thread::spawn(move || {
        let mut piece = vec![0; 1 << 16];
        while let Ok(read @ 1..) = from.read(&mut piece) {
            if is_mute.load(Ordering::SeqCst) || to.write_all(&piece[..read]).is_err() {
                break;
            }
        }
        hang_up(both);
    });
}
