//! The program as a process that is broken off, stopped and started again.

use std::fs::{self, File};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::http::{Client, get};
use crate::town::{PROGRAM, Town, dress};

/// How long a server may take until it answers.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running server; it ends with this value.
pub struct Server {
    child: Child,
    /// Where it answers.
    pub at: SocketAddr,
    log: PathBuf,
}

impl Server {
    /// Serves a town and waits for the first answer.
    pub fn start(town: &Town) -> Self {
        Self::start_with(town, |_| {})
    }

    /// The same with other options.
    pub fn start_with(town: &Town, change: impl FnOnce(&mut Command)) -> Self {
        let mut server = Self::launch(town, change);
        let began = Instant::now();
        loop {
            // The system has chosen the port.
            let said = server.said();
            let url = said.split("http://").nth(1);
            let port = url.and_then(|url| url.split_whitespace().next()?.parse().ok());
            server.at = port.unwrap_or(server.at);
            let answer = |at| Client::connect(at)?.exchange(&get("/readyz", ""));
            if answer(server.at).is_ok_and(|status| status == 200) {
                return server;
            }
            let ended = server.child.try_wait().unwrap();
            assert!(
                ended.is_none() && began.elapsed() < PATIENCE,
                "the server does not answer: {}",
                server.said()
            );
            pause(5);
        }
    }

    /// Starts a process and waits for nothing.
    pub fn launch(town: &Town, change: impl FnOnce(&mut Command)) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let at = SocketAddr::from(([127, 0, 0, 1], 0));
        // Not in the data folder: on some of them nothing can be written.
        let name = format!("faults-{}-{n}.log", std::process::id());
        let log = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let mut command = Command::new(PROGRAM);
        dress(&mut command, &town.url);
        command.arg("serve").arg("--data").arg(&town.data);
        command.arg("--bind").arg(at.to_string());
        command.env("TRIALOG__SERVER__WORKERS", "2");
        change(&mut command);
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(File::create(&log).unwrap())
            .spawn()
            .unwrap();
        Self { child, at, log }
    }

    /// Its number.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// What it said so far.
    pub fn said(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Ends it as a crash does: no moment to finish anything.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Sends a signal, such as `STOP`.
    pub fn signal(&self, name: &str) {
        let mut kill = Command::new("kill");
        kill.arg(format!("-{name}")).arg(self.pid().to_string());
        assert!(kill.status().unwrap().success());
    }

    /// Waits until it has ended by itself.
    pub fn ended(&mut self) -> ExitStatus {
        let began = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(began.elapsed() < PATIENCE, "it goes on: {}", self.said());
            pause(5);
        }
    }

    /// Asks it to end, and waits; it must not have panicked.
    pub fn stop(mut self) {
        self.signal("TERM");
        let status = self.ended();
        let said = self.said();
        assert!(status.success(), "{status}: {said}");
        assert!(!said.contains("panicked at"), "{said}");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both fail only when it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if !thread::panicking() {
            let _ = fs::remove_file(&self.log);
        }
    }
}

/// Waits for some milliseconds.
pub fn pause(ms: u64) {
    let until = Instant::now() + Duration::from_millis(ms);
    while let Some(left) = until.checked_duration_since(Instant::now()) {
        thread::park_timeout(left);
    }
}
