//! Rounds become figures: medians with their spread, each beside its ceiling, for people and as JSON.

use serde::Serialize;
use serde_json::{Value, json};

use crate::crowd::Sample;

/// The rounds of one figure and of its ceiling.
#[derive(Serialize)]
pub struct Pair {
    /// Short name, as in the documentation.
    pub key: &'static str,
    /// What was measured.
    pub what: String,
    /// Trialog, by round.
    pub ours: Vec<Sample>,
    /// The ceiling, by round. Empty where there is none.
    pub bare: Vec<Sample>,
}

/// A single number per round.
#[derive(Serialize)]
pub struct Number {
    /// Short name, as in the documentation.
    pub key: &'static str,
    /// What was measured.
    pub what: String,
    /// Of the number.
    pub unit: &'static str,
    /// Trialog, by round.
    pub ours: Vec<f64>,
    /// The ceiling, by round. Empty where there is none.
    pub bare: Vec<f64>,
}

/// A number without a ceiling.
pub fn plain(key: &'static str, what: &str, unit: &'static str, ours: Vec<f64>) -> Number {
    beside(key, what, unit, ours, Vec::new())
}

/// A number beside its ceiling.
pub fn beside(
    key: &'static str,
    what: &str,
    unit: &'static str,
    ours: Vec<f64>,
    bare: Vec<f64>,
) -> Number {
    let what = what.to_owned();
    Number {
        key,
        what,
        unit,
        ours,
        bare,
    }
}

/// Middle, smallest and largest.
#[derive(Clone, Copy, Serialize)]
pub struct Spread {
    median: f64,
    min: f64,
    max: f64,
}

/// The middle of some rounds and how far they lie apart; nothing when there are none.
fn spread(values: impl IntoIterator<Item = f64>) -> Option<Spread> {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_unstable_by(f64::total_cmp);
    Some(Spread {
        median: *values.get(values.len() / 2)?,
        min: *values.first()?,
        max: *values.last()?,
    })
}

fn of(samples: &[Sample], value: fn(&Sample) -> f64) -> Option<Spread> {
    spread(samples.iter().map(value))
}

/// Round by round, because both sides of a round met the same machine.
fn ratio(ours: &[f64], bare: &[f64]) -> Option<Spread> {
    spread(ours.iter().zip(bare).map(|(ours, bare)| ours / bare))
}

impl Pair {
    fn ratio(&self) -> Option<Spread> {
        let rates = |samples: &[Sample]| samples.iter().map(|one| one.rate).collect::<Vec<_>>();
        ratio(&rates(&self.ours), &rates(&self.bare))
    }

    fn json(&self) -> Value {
        let side = |samples: &[Sample]| {
            json!({
                "rate": of(samples, |one| one.rate),
                "p50_ms": of(samples, |one| one.p50_ms),
                "p99_ms": of(samples, |one| one.p99_ms),
                "max_ms": of(samples, |one| one.max_ms),
                "cpu_us": of(samples, |one| one.cpu_us),
            })
        };
        json!({
            "key": self.key,
            "what": self.what,
            "unit": "1/s",
            "trialog": side(&self.ours),
            "ceiling": side(&self.bare),
            "ratio": self.ratio(),
            "rounds": self,
        })
    }
}

impl Number {
    fn json(&self) -> Value {
        json!({
            "key": self.key,
            "what": self.what,
            "unit": self.unit,
            "trialog": spread(self.ours.iter().copied()),
            "ceiling": spread(self.bare.iter().copied()),
            "ratio": ratio(&self.ours, &self.bare),
        })
    }
}

/// Everything as JSON.
pub fn json(conditions: &Value, pairs: &[Pair], numbers: &[Number]) -> Value {
    json!({
        "conditions": conditions,
        "rates": pairs.iter().map(Pair::json).collect::<Vec<_>>(),
        "numbers": numbers.iter().map(Number::json).collect::<Vec<_>>(),
    })
}

/// Everything for people.
pub fn print(pairs: &[Pair], numbers: &[Number]) {
    println!(
        "\n{:<40} {:>24} {:>24} {:>19} {:>15} {:>15} {:>13}",
        "each: median (lowest-highest)",
        "Trialog /s",
        "ceiling /s",
        "ratio",
        "p50/p99 ms",
        "ceiling",
        "CPU us, ceil."
    );
    for pair in pairs {
        let times = |samples: &[Sample]| {
            let both = [of(samples, |one| one.p50_ms), of(samples, |one| one.p99_ms)];
            both.map(|value| number(value.map(|value| value.median)))
                .join("/")
        };
        let cpu = [&pair.ours, &pair.bare]
            .map(|side| of(side, |one| one.cpu_us).filter(|cpu| cpu.median > 0.0));
        println!(
            "{:<40} {:>24} {:>24} {:>19} {:>15} {:>15} {:>13}",
            format!("{} {}", pair.key, pair.what),
            text(of(&pair.ours, |one| one.rate)),
            text(of(&pair.bare, |one| one.rate)),
            text(pair.ratio()),
            times(&pair.ours),
            times(&pair.bare),
            cpu.map(|cpu| number(cpu.map(|cpu| cpu.median))).join("/"),
        );
    }
    println!();
    for one in numbers {
        let title = format!("{} {}", one.key, one.what);
        let ours = text(spread(one.ours.iter().copied()));
        println!("{title:<64} {ours:>24} {}", one.unit);
        if !one.bare.is_empty() {
            let bare = text(spread(one.bare.iter().copied()));
            let ratio = text(ratio(&one.ours, &one.bare));
            println!(
                "{:<64} {bare:>24} {}, ratio {ratio}",
                "   ceiling", one.unit
            );
        }
    }
}

/// Without the spread where there is none.
fn text(spread: Option<Spread>) -> String {
    match spread {
        None => "-".to_owned(),
        Some(one) if one.min.total_cmp(&one.max).is_eq() => number(Some(one.median)),
        Some(one) => {
            let [median, min, max] = [one.median, one.min, one.max].map(|n| number(Some(n)));
            format!("{median} ({min}-{max})")
        }
    }
}

/// Three figures that count.
fn number(value: Option<f64>) -> String {
    match value {
        None => "-".to_owned(),
        Some(n) if n >= 100.0 => format!("{n:.0}"),
        Some(n) if n >= 10.0 => format!("{n:.1}"),
        Some(n) if n >= 1.0 => format!("{n:.2}"),
        Some(n) => format!("{n:.3}"),
    }
}
