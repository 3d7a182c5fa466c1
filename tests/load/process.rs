//! The programs under load, each on a core of its own where the machine has two, and what the system says about them.

use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};

use crate::http::{Client, get};

/// How long a server may take until it answers; the demonstration is played in this time.
const PATIENCE: Duration = Duration::from_secs(90);

/// A server that ends with this value, whatever happens.
pub struct Server {
    child: Child,
    /// Where it answers.
    pub at: SocketAddr,
    /// From the start of the process to the end of its first answer.
    pub start: Duration,
    /// Further processes on the same database, to which visitors are led in turn.
    pub beside: Vec<Self>,
}

impl Server {
    /// Starts a program that listens at the address it is given behind `--bind`, and waits for its first answer.
    pub fn start(command: Command, home: &Path, first: &str) -> anyhow::Result<Self> {
        Self::start_within(command, home, first, PATIENCE)
    }

    /// The same, for a program that may need another time until it answers.
    pub fn start_within(
        mut command: Command,
        home: &Path,
        first: &str,
        patience: Duration,
    ) -> anyhow::Result<Self> {
        let log = fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(home.join("server.log"))?;
        // Free a moment ago; the system gives it to nobody else so soon.
        let at = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        command.arg("--bind").arg(at.to_string());
        let began = Instant::now();
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .with_context(|| format!("{command:?}"))?;
        // For the script that started us, should we be killed before we can clean up.
        fs::write(home.join(format!("{}.pid", child.id())), "")?;
        let mut server = Self {
            child,
            at,
            start: Duration::ZERO,
            beside: Vec::new(),
        };
        server.wait_for(first, began, patience).with_context(|| {
            let log = fs::read_to_string(home.join("server.log")).unwrap_or_default();
            format!("{command:?} did not start. Its log: {log}")
        })?;
        server.start = began.elapsed();
        Ok(server)
    }

    fn wait_for(&mut self, first: &str, began: Instant, patience: Duration) -> anyhow::Result<()> {
        // A program may try its address out before it listens there for good: a broken connection says nothing yet.
        let answer = |at| Client::connect(at)?.exchange(&get(first, ""));
        let status = loop {
            if let Ok(status) = answer(self.at) {
                break status;
            }
            ensure!(self.child.try_wait()?.is_none(), "it ended by itself");
            ensure!(began.elapsed() < patience, "it does not answer");
            thread::park_timeout(Duration::from_millis(1));
        };
        ensure!(
            status == 200,
            "GET {first} answered {status} instead of 200"
        );
        Ok(())
    }

    /// Where the visitor with a number is led.
    pub fn at_of(&self, visitor: usize) -> SocketAddr {
        match visitor % (self.beside.len() + 1) {
            0 => self.at,
            n => self.beside[n - 1].at,
        }
    }

    /// Asks the server to end, and waits until it has.
    pub fn stop(mut self) -> anyhow::Result<()> {
        for other in self.beside.drain(..) {
            other.stop()?;
        }
        Command::new("kill")
            .arg(self.child.id().to_string())
            .status()?;
        self.child.wait()?;
        Ok(())
    }

    /// Processor time used so far, by all of them.
    pub fn cpu(&self) -> anyhow::Result<Duration> {
        let others = self
            .beside
            .iter()
            .map(Self::cpu)
            .sum::<anyhow::Result<Duration>>()?;
        Ok(others + cpu_of(&self.child.id().to_string(), 2)?)
    }

    /// A size that the system keeps of the process (`VmRSS` now, `VmHWM` at most), in KiB.
    pub fn memory(&self, key: &str) -> anyhow::Result<f64> {
        memory_of(self.child.id(), key)
    }
}

/// A size that the system keeps of a process, in KiB.
pub fn memory_of(process: u32, key: &str) -> anyhow::Result<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
    let number = line
        .and_then(|line| line.split_whitespace().next())
        .context("no memory")?;
    Ok(number.parse()?)
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both fail only when it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A command that runs on one core, or anywhere when `core` is empty.
pub fn on_core(core: &str, program: &Path) -> Command {
    if core.is_empty() {
        return Command::new(program);
    }
    let mut command = Command::new("taskset");
    command.args(["--cpu-list", core]).arg(program);
    command
}

/// Processor time of ourselves and of everything we started that has ended.
pub fn cpu_of_family() -> anyhow::Result<Duration> {
    cpu_of("self", 4)
}

/// Processor time of a process: its own (2 fields) and that of its ended children (4). Linux counts it in hundredths
/// of a second.
fn cpu_of(process: &str, fields: usize) -> anyhow::Result<Duration> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
    let (_, rest) = stat.rsplit_once(") ").context("no state of the process")?;
    let fields = rest.split(' ').skip(11).take(fields);
    let ticks: Result<Vec<u64>, _> = fields.map(str::parse).collect();
    Ok(Duration::from_millis(ticks?.iter().sum::<u64>() * 10))
}

/// Processor time of the whole machine that went to anybody.
pub fn cpu_of_machine() -> anyhow::Result<Duration> {
    let stat = fs::read_to_string("/proc/stat")?;
    let line = stat.lines().next().context("no state of the machine")?;
    let ticks: Result<Vec<u64>, _> = line.split_whitespace().skip(1).map(str::parse).collect();
    // user, nice, system, idle, iowait, irq, softirq, steal; the guests' time is contained in user.
    let ticks = ticks?;
    let busy = [0, 1, 2, 5, 6, 7]
        .into_iter()
        .filter_map(|at| ticks.get(at));
    Ok(Duration::from_millis(busy.sum::<u64>() * 10))
}

/// Cores, processor and memory in one line.
pub fn machine() -> anyhow::Result<String> {
    let cpus = fs::read_to_string("/proc/cpuinfo")?;
    let of = |text: &str, key: &str| {
        let line = text.lines().find(|line| line.starts_with(key));
        let value = line.and_then(|line| line.split_once(':'));
        value.map_or("?", |(_, value)| value.trim()).to_owned()
    };
    let cores = cpus
        .lines()
        .filter(|line| line.starts_with("processor"))
        .count();
    let memory = of(&fs::read_to_string("/proc/meminfo")?, "MemTotal");
    Ok(format!("{cores} x {}, {memory}", of(&cpus, "model name")))
}

/// The load average of the last minute.
pub fn load_average() -> anyhow::Result<f64> {
    let text = fs::read_to_string("/proc/loadavg")?;
    Ok(text.split(' ').next().unwrap_or_default().parse()?)
}
