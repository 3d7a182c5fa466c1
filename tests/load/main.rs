//! The benchmark: how fast the product is, each figure beside what the same machine could do at best in the same
//! minutes. `tests/load/run` starts it; `docs/benchmark.md` says what the figures mean.

mod asked;
mod bare;
mod bulk;
mod commits;
mod counted;
mod crowd;
mod flow;
mod http;
mod measure;
mod numbers;
mod plan;
mod pooled;
mod process;
mod rows;
mod sheets;
mod staff;
mod submission;
mod table;
mod weight;
mod writing;

use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::Context;
use clap::Parser;
use serde_json::json;

use measure::Bench;
use plan::Plan;

/// Measures Trialog against what the machine can do at best.
#[derive(Parser)]
struct Options {
    /// Short rounds: less exact, done within three minutes
    #[arg(long)]
    quick: bool,
    /// Measures the administration's pages instead, with so many times the questionnaires of the demonstration
    #[arg(long)]
    staff: Option<u32>,
    /// Measures what very many questionnaires make of import, figures, tables, files and searches: so many of them
    #[arg(long)]
    bulk: Option<usize>,
    /// So many rounds, whatever the plan says
    #[arg(long)]
    rounds: Option<usize>,
    /// Folder for data that may be thrown away
    #[arg(long, required_unless_present_any = ["bare", "pooled"])]
    home: Option<PathBuf>,
    /// Where the figures are written as JSON
    #[arg(long, required_unless_present_any = ["bare", "pooled"])]
    json: Option<PathBuf>,
    /// The program to measure
    #[arg(long, default_value = env!("CARGO_BIN_EXE_trialog"))]
    server: PathBuf,
    /// The core on which servers run; empty = any
    #[arg(long, default_value = "")]
    core: String,
    /// An empty PostgreSQL that may be filled; empty = SQLite
    #[arg(long, default_value = "")]
    database_url: String,
    /// How many processes serve it
    #[arg(long, default_value = "1", requires = "database_url")]
    processes: usize,
    /// Serves the stored answers of a file and does nothing else
    #[arg(long, hide = true)]
    bare: Option<PathBuf>,
    /// Hands in with a pool of connections, as a file says, and does nothing else
    #[arg(long, hide = true)]
    pooled: Option<PathBuf>,
    /// Where to serve them
    #[arg(long, hide = true)]
    bind: Option<SocketAddr>,
    /// Cargo says this to every benchmark
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> anyhow::Result<()> {
    let options = Options::parse();
    if let Some(file) = options.bare {
        return bare::serve(&file, options.bind.context("--bind is missing")?);
    }
    if let Some(file) = options.pooled {
        return pooled::serve(&file, options.bind.context("--bind is missing")?);
    }
    let home = options.home.context("--home is missing")?;
    let mut plan = if options.quick {
        Plan::QUICK
    } else {
        Plan::FULL
    };
    plan.rounds = options.rounds.unwrap_or(plan.rounds);
    let machine = process::machine()?;
    if let Some(scale) = options.staff {
        let place = staff::Place {
            home,
            program: options.server,
            core: options.core,
            scale,
        };
        let (pairs, numbers) = place.run(&plan)?;
        let conditions = json!({ "machine": machine, "scale": scale });
        return tell(options.json, &conditions, &pairs, &numbers);
    }
    if let Some(sheets) = options.bulk {
        let load = process::load_average()?;
        println!("{machine}\nSQLite, load average before: {load}");
        let place = bulk::Place {
            home,
            program: options.server,
            core: options.core,
            sheets,
        };
        let numbers = place.run(&plan)?;
        let conditions = json!({ "machine": machine, "questionnaires": sheets });
        return tell(options.json, &conditions, &[], &numbers);
    }
    let database = if options.database_url.is_empty() {
        "SQLite"
    } else {
        "PostgreSQL"
    };
    let load_before = process::load_average()?;
    println!(
        "{machine}\n{database}, processes: {}, {} clients, {} rounds, load average before: {load_before}",
        options.processes,
        measure::CLIENTS,
        plan.rounds
    );
    let mut bench = Bench::new(
        plan,
        home,
        options.server,
        options.core,
        options.database_url,
    );
    bench.processes = options.processes;
    let (before, own_before) = (process::cpu_of_machine()?, process::cpu_of_family()?);
    let clock = std::time::Instant::now();
    bench.run()?;
    let wall = clock.elapsed().as_secs_f64();
    let busy = process::cpu_of_machine()?.saturating_sub(before);
    let own = process::cpu_of_family()?.saturating_sub(own_before);
    let foreign = busy.saturating_sub(own).as_secs_f64() / wall;
    let load_after = process::load_average()?;

    println!(
        "\n{wall:.0} s; other programs used {foreign:.2} cores meanwhile; load average after: {load_after}"
    );
    let conditions = json!({
        "machine": machine,
        "database": database,
        "processes": options.processes,
        "quick": options.quick,
        "clients": measure::CLIENTS,
        "rounds": bench.plan.rounds,
        "seconds": wall,
        "foreign_cores": foreign,
        "load_average_before": load_before,
        "load_average_after": load_after,
        "rows_of_a_submission": bench.rows,
        "first_view": bench.weights,
    });
    tell(options.json, &conditions, &bench.pairs, &bench.numbers)
}

/// The figures for people, and the same as JSON.
fn tell(
    json: Option<PathBuf>,
    conditions: &serde_json::Value,
    pairs: &[table::Pair],
    numbers: &[table::Number],
) -> anyhow::Result<()> {
    table::print(pairs, numbers);
    let text = table::json(conditions, pairs, numbers);
    let file = json.context("--json is missing")?;
    fs::write(&file, serde_json::to_string_pretty(&text)?)?;
    println!("Also in {}", file.display());
    Ok(())
}
