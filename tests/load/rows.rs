//! The ceilings of import and export: the rows that questionnaires become, written and read straight, without the product.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use diesel::connection::{DefaultLoadingMode, SimpleConnection};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use diesel::sqlite::SqliteConnection;

diesel::table! {
    surveys (id) {
        id -> Text,
        slug -> Text,
    }
}

diesel::table! {
    questionnaires (id) {
        id -> Text,
        survey_id -> Text,
        channel -> Text,
        received_on -> Text,
    }
}

diesel::table! {
    answers (questionnaire_id, question_id, part) {
        questionnaire_id -> Text,
        question_id -> Integer,
        part -> Integer,
        code -> Nullable<Integer>,
        text -> Nullable<Text>,
    }
}

diesel::joinable!(answers -> questionnaires (questionnaire_id));
diesel::allow_tables_to_appear_in_same_query!(questionnaires, answers, surveys);

/// Where a questionnaire of a file leaves rows, all but the counters.
const TABLES: [&str; 6] = [
    "participations",
    "questionnaires",
    "answers",
    "free_texts",
    "log_entries",
    "log_seals",
];

/// So many pieces each table is copied in, in turn with the others, as an import writes them.
const PIECES: usize = 4_096;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    sql: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

/// A number that the product's database knows.
pub fn number(file: &Path, sql: &str) -> anyhow::Result<i64> {
    let mut conn = SqliteConnection::establish(&file.to_string_lossy())?;
    conn.batch_execute("PRAGMA busy_timeout = 10000")?;
    one(&mut conn, sql)
}

fn one(conn: &mut SqliteConnection, sql: &str) -> anyhow::Result<i64> {
    let found: Count = diesel::sql_query(format!("SELECT ({sql}) AS n")).get_result(conn)?;
    Ok(found.n)
}

/// The last row of each table so far.
pub fn last_rows(file: &Path) -> anyhow::Result<Vec<i64>> {
    let last = |table: &&str| {
        number(
            file,
            &format!("SELECT coalesce(max(rowid), 0) FROM {table}"),
        )
    };
    TABLES.iter().map(last).collect()
}

/// Writes the rows behind `before` once more, from the product's file into an empty one with the same tables and indexes, in the same order
/// and in one transaction. The database itself does it: no row passes through a program.
pub fn insert_again(from: &Path, into: &Path, before: &[i64]) -> anyhow::Result<Duration> {
    for leftover in ["", "-wal", "-shm"] {
        // There is none before the first round.
        let _ = std::fs::remove_file(format!("{}{leftover}", into.display()));
    }
    let mut conn = SqliteConnection::establish(&into.to_string_lossy())?;
    // As the product opens its file, but for looking at what a row refers to.
    conn.batch_execute(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -8192; PRAGMA temp_store = MEMORY; \
         PRAGMA foreign_keys = OFF;",
    )?;
    conn.batch_execute(&format!("ATTACH '{}' AS product", from.display()))?;
    for table in TABLES {
        let made = format!(
            "SELECT sql FROM product.sqlite_master WHERE tbl_name = '{table}' AND sql IS NOT NULL ORDER BY type DESC"
        );
        let made: Vec<Line> = diesel::sql_query(made).load(&mut conn)?;
        for line in made {
            conn.batch_execute(&line.sql)?;
        }
    }
    let mut ends = Vec::new();
    for (table, before) in TABLES.iter().zip(before) {
        let last = one(
            &mut conn,
            &format!("SELECT max(rowid) FROM product.{table}"),
        )?;
        ends.push((table, *before, last - before));
    }
    let pieces = i64::try_from(PIECES)?;
    let began = Instant::now();
    conn.immediate_transaction(|conn| {
        for piece in 0..pieces {
            for (table, before, rows) in &ends {
                let from = before + rows * piece / pieces;
                let to = before + rows * (piece + 1) / pieces;
                conn.batch_execute(&format!(
                    "INSERT INTO main.{table} SELECT * FROM product.{table} WHERE rowid > {from} AND rowid <= {to}"
                ))?;
            }
        }
        QueryResult::Ok(())
    })?;
    Ok(began.elapsed())
}

/// Reads every answer of a survey with the day and the way of its questionnaire, row by row, and forgets it. Gives how many questionnaires
/// there were, too.
pub fn scan(file: &Path, survey: &str) -> anyhow::Result<(usize, Duration)> {
    type Row = (
        String,
        String,
        String,
        i32,
        i32,
        Option<i32>,
        Option<String>,
    );
    let mut conn = SqliteConnection::establish(&file.to_string_lossy())?;
    conn.batch_execute(
        "PRAGMA busy_timeout = 10000; PRAGMA query_only = ON; PRAGMA cache_size = -8192; PRAGMA mmap_size = 268435456;",
    )?;
    let survey: String = surveys::table
        .filter(surveys::slug.eq(survey))
        .select(surveys::id)
        .first(&mut conn)
        .context("no such survey")?;
    let began = Instant::now();
    let rows = questionnaires::table
        .inner_join(answers::table)
        .filter(questionnaires::survey_id.eq(survey))
        .select((
            questionnaires::id,
            questionnaires::channel,
            questionnaires::received_on,
            answers::question_id,
            answers::part,
            answers::code,
            answers::text,
        ));
    let (mut sheets, mut last) = (0, String::new());
    for row in rows.load_iter::<Row, DefaultLoadingMode>(&mut conn)? {
        let (sheet, ..) = row?;
        if sheet != last {
            sheets += 1;
            last = sheet;
        }
    }
    ensure!(sheets > 0, "nothing to be read");
    Ok((sheets, began.elapsed()))
}
