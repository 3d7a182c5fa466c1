//! The figures that need no crowd: starting, memory, and what the first view of a page weighs.

use crate::measure::Bench;
use crate::table::Number;

impl Bench {
    /// Notes what starting took (ours and the bare server's, in milliseconds) and the memory when idle and at most, in KiB.
    pub fn note(&mut self, starts: &[[f64; 2]], memory: [f64; 2]) -> anyhow::Result<()> {
        let mut add = |key, what: &str, unit, ours, bare| {
            let what = what.to_owned();
            self.numbers.push(Number {
                key,
                what,
                unit,
                ours,
                bare,
            });
        };
        let side = |at: usize| starts.iter().map(|both| both[at]).collect();
        add("S1", "start to first answer", "ms", side(0), side(1));
        add(
            "S1",
            "memory, idle",
            "MiB",
            vec![memory[0] / 1024.0],
            Vec::new(),
        );
        add(
            "S1",
            "memory, at most under R1-W1",
            "MiB",
            vec![memory[1] / 1024.0],
            Vec::new(),
        );
        let [first, next] = &self.weights;
        for (what, bytes) in [
            ("first view, all", first.bytes()),
            ("- pages", first.html),
            ("- style sheets", first.css),
            ("- fonts", first.fonts),
            ("- images", first.other),
            ("next page, all", next.bytes()),
        ] {
            add("P1", what, "KB", vec![kilobytes(bytes)?], Vec::new());
        }
        for (what, weight) in [("first view", first), ("next page", next)] {
            let requests = f64::from(u32::try_from(weight.requests)?);
            add("P1", what, "requests", vec![requests], Vec::new());
        }
        Ok(())
    }
}

/// Bytes in thousands.
pub fn kilobytes(bytes: usize) -> anyhow::Result<f64> {
    Ok(f64::from(u32::try_from(bytes)?) / 1e3)
}
