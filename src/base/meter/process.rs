//! What the system says about this process, under the names that all of Prometheus uses.

use std::fs;

use prometheus::{Counter, Gauge, IntGauge, Registry};

/// Ticks of a second in `/proc/self/stat`. The kernel shows the same to every program, whatever it counts with itself.
const TICKS: f64 = 100.0;

#[derive(Clone)]
pub(super) struct Gauges {
    memory: IntGauge,
    files: IntGauge,
    cpu: Counter,
}

impl Gauges {
    pub(super) fn register(registry: &Registry, started: f64) -> prometheus::Result<Self> {
        let gauges = Self {
            memory: IntGauge::new(
                "process_resident_memory_bytes",
                "Memory of the process that is not swapped out.",
            )?,
            files: IntGauge::new("process_open_fds", "Open files and connections.")?,
            cpu: Counter::new(
                "process_cpu_seconds_total",
                "Seconds of processors that the process has used.",
            )?,
        };
        let start = Gauge::new(
            "process_start_time_seconds",
            "When the process began, in seconds since 1970.",
        )?;
        start.set(started);
        registry.register(Box::new(start))?;
        registry.register(Box::new(gauges.memory.clone()))?;
        registry.register(Box::new(gauges.files.clone()))?;
        registry.register(Box::new(gauges.cpu.clone()))?;
        Ok(gauges)
    }

    /// Asks the system. What it does not say stays as it was.
    pub(super) fn take(&self) {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        if let Some(bytes) = resident(&status) {
            self.memory.set(bytes);
        }
        if let Some(n) = fs::read_dir("/proc/self/fd").ok().map(Iterator::count) {
            self.files.set(i64::try_from(n).unwrap_or(i64::MAX));
        }
        let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
        if let Some(seconds) = cpu(&stat) {
            // Two readers at once may find it higher already.
            self.cpu.inc_by((seconds - self.cpu.get()).max(0.0));
        }
    }
}

/// `VmRSS:     12345 kB`, in bytes.
fn resident(status: &str) -> Option<i64> {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: i64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    kib.checked_mul(1024)
}

/// The 14th and 15th field; the second is a name that may hold anything and ends with the last bracket.
fn cpu(stat: &str) -> Option<f64> {
    let (_, rest) = stat.rsplit_once(')')?;
    let mut fields = rest.split_whitespace().skip(11);
    let user: f64 = fields.next()?.parse().ok()?;
    let system: f64 = fields.next()?.parse().ok()?;
    Some((user + system) / TICKS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_system_are_read() {
        assert_eq!(resident("VmHWM:\t 9 kB\nVmRSS:\t   12 kB\n"), Some(12_288));
        assert_eq!(resident("Name:\ttrialog\n"), None);
        let stat = "7 (a b) c) S 1 7 7 0 -1 4194560 100 0 0 0 150 50 0 0 20 0 9 0 1 2 3";
        assert_eq!(cpu(stat), Some(2.0));
    }
}
