//! Runs a target: good files, old finds, and changes of both, the same ones each time. Whatever goes wrong leaves a file.

use std::any::Any;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};

use super::mutate::Mutator;
use crate::support::database::{System, system};
use crate::support::source;

/// How long one input may take before it counts as hanging: far more than any takes, on the slowest machine.
const PATIENCE: Duration = Duration::from_mins(2);
/// Most inputs that are changed further.
const POOL: usize = 600;

/// How the files of a target are built, so that a change leaves most of it whole.
#[derive(Clone, Copy)]
pub enum Shape {
    /// Lines and words; these words mean something in it.
    Text(&'static [&'static str]),
    /// Tags and what is between them.
    Xml,
    /// A ZIP file with a part of that name, which is XML.
    Package(&'static str),
}

/// Something that reads what came from outside.
#[derive(Clone, Copy)]
pub struct Target {
    /// Its name, also that of the folder with old finds.
    pub name: &'static str,
    /// How its files are built.
    pub shape: Shape,
    /// Good files, and bad ones that somebody thought of.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// How many changes the suite tries.
    pub runs: u32,
    /// Makes what reads the bytes.
    pub take: fn() -> Taker,
}

/// Reads the bytes, holds what came of it to what must be true, and says which outcome it was.
pub type Taker = Box<dyn FnMut(&[u8]) -> String>;

/// How long, and with which numbers.
#[derive(Clone, Copy)]
struct Plan {
    seed: u64,
    seconds: Option<u64>,
}

#[expect(
    clippy::disallowed_methods,
    reason = "these tests are told by the environment how long to go on, not by the product's options"
)]
fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Holds a target to its promise, once on each machine: what is read here knows no database.
pub fn hold(target: &Target) {
    if system() == System::Postgres {
        return;
    }
    let plan = Plan {
        seed: setting("FUZZ_SEED").unwrap_or(1),
        seconds: setting("FUZZ_SECONDS"),
    };
    match fuzz(*target, plan) {
        Ok(said) => println!("{said}"),
        Err(fault) => panic!("{fault}"),
    }
}

/// The folder with what once found something.
fn finds(name: &str) -> PathBuf {
    source::root().join("tests/files/fuzz").join(name)
}

fn begin(target: &Target) -> Vec<Vec<u8>> {
    let mut pool = (target.seeds)();
    let mut old: Vec<_> = fs::read_dir(finds(target.name))
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .collect();
    old.sort();
    pool.extend(old.iter().map(|path| fs::read(path).unwrap()));
    pool
}

/// What the thread that tries says about itself.
enum Told {
    GoesOn,
    Ended(Result<String, String>),
}

fn fuzz(target: Target, plan: Plan) -> Result<String, String> {
    let (tell, told) = mpsc::channel();
    let work = move || {
        let ended = try_all(&target, plan, &tell);
        // Nobody listens any more when it took too long.
        let _ = tell.send(Told::Ended(ended));
    };
    thread::Builder::new()
        .name(format!("fuzz-{}", target.name))
        .spawn(work)
        .unwrap();
    loop {
        match told.recv_timeout(PATIENCE) {
            Ok(Told::GoesOn) => {}
            Ok(Told::Ended(ended)) => return ended,
            Err(RecvTimeoutError::Timeout) => {
                let file = last(target.name);
                return Err(fault(
                    target.name,
                    plan,
                    "it hangs",
                    &fs::read(file).unwrap(),
                ));
            }
            Err(RecvTimeoutError::Disconnected) => return Err("the thread is gone".to_owned()),
        }
    }
}

fn try_all(target: &Target, plan: Plan, tell: &Sender<Told>) -> Result<String, String> {
    let began = Instant::now();
    let mut pool = begin(target);
    let mut take = (target.take)();
    let mut attempt = |input: &[u8]| attempt(target.name, &mut take, plan, tell, input);
    let mut outcomes = BTreeSet::new();
    for input in &pool {
        outcomes.insert(attempt(input)?);
    }
    let first = pool.len();
    let mut mutator = Mutator::new(plan.seed, target.name);
    let mut tried = 0;
    loop {
        let goes_on = match plan.seconds {
            Some(seconds) => began.elapsed() < Duration::from_secs(seconds),
            None => tried < target.runs,
        };
        if !goes_on {
            break;
        }
        tried += 1;
        let input = mutator.changed(&pool, target.shape);
        if outcomes.insert(attempt(&input)?) {
            if pool.len() >= POOL {
                let at = first + mutator.below(POOL - first);
                pool[at] = input;
            } else {
                pool.push(input);
            }
        }
    }
    Ok(format!(
        "{}: {first} files, {tried} changes, {} outcomes",
        target.name,
        outcomes.len()
    ))
}

/// Where the input lies that is tried at the moment: also when the process ends with it.
fn last(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{name}.last"))
}

fn attempt(
    name: &str,
    take: &mut Taker,
    plan: Plan,
    tell: &Sender<Told>,
    input: &[u8],
) -> Result<String, String> {
    fs::write(last(name), input).unwrap();
    let outcome = catch_unwind(AssertUnwindSafe(|| take(input)));
    let _ = tell.send(Told::GoesOn);
    outcome.map_err(|why| fault(name, plan, &words(why.as_ref()), input))
}

fn words(why: &(dyn Any + Send)) -> String {
    let text = why.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| why.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic without words".to_owned())
}

/// What to say, and the file to keep.
fn fault(name: &str, plan: Plan, why: &str, input: &[u8]) -> String {
    let digest = Sha256::digest(input);
    let mut short = String::new();
    for byte in &digest[..4] {
        write!(short, "{byte:02x}").unwrap();
    }
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{name}-{short}"));
    fs::write(&file, input).unwrap();
    format!(
        "{name} (FUZZ_SEED={}): {why}\n  {} bytes: {}\n  To keep it as a test: cp {} tests/files/fuzz/{name}/",
        plan.seed,
        input.len(),
        file.display(),
        file.display(),
    )
}

mod tests {
    use super::*;

    fn falls_over(input: &[u8]) -> String {
        let text = String::from_utf8_lossy(input);
        assert!(!text.contains("<script"), "it runs");
        text.lines().count().to_string()
    }

    #[test]
    fn a_target_that_falls_over_is_found_and_leaves_its_input() {
        let target = Target {
            name: "falls-over",
            shape: Shape::Text(&["<script"]),
            seeds: || vec![b"eins\nzwei\ndrei\n".to_vec()],
            runs: 2_000,
            take: || Box::new(falls_over),
        };
        let plan = |seed| Plan {
            seed,
            seconds: None,
        };
        let said = fuzz(target, plan(7)).unwrap_err();
        assert!(said.contains("FUZZ_SEED=7): it runs"), "{said}");
        let file = said.split(": ").last().unwrap();
        let file = file.split(' ').nth(1).unwrap();
        let kept = fs::read(file).unwrap();
        fs::remove_file(file).unwrap();
        assert!(String::from_utf8_lossy(&kept).contains("<script"));
        // The same numbers lead to the same input.
        assert_eq!(fuzz(target, plan(7)).unwrap_err(), said);
        fs::remove_file(file).unwrap();
    }
}
