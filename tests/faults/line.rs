//! A line to PostgreSQL that is cut at commits.

use std::io::{Read, Write};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use tempfile::TempDir;

use crate::cluster::{Cluster, SOCKET};

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
