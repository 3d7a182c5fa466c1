//! Tables as lines of text and back, on both databases. Names come from the database's own catalogue, never from a file.

use std::collections::BTreeMap;

use anyhow::ensure;
use diesel::connection::SimpleConnection;
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl, sql_query};

use super::Table;
use crate::base::db::Conn;
use crate::base::error::AppResult;

/// Diesel's own list of steps; the manifest has it.
const STEPS: &str = "__diesel_schema_migrations";

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
}

/// A column and its type, as the database names both.
type Typed = (String, String);

/// Every table with its columns.
///
/// # Errors
/// When the database fails.
pub fn tables(conn: &mut Conn) -> AppResult<BTreeMap<String, Vec<Typed>>> {
    let asked = match conn {
        Conn::Sqlite(_) => {
            "SELECT t.name AS table_name, c.name AS name, c.type AS kind \
             FROM sqlite_schema t, pragma_table_info(t.name) c \
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name, c.cid"
        }
        Conn::Postgres(_) => {
            "SELECT CAST(c.table_name AS TEXT) AS table_name, CAST(c.column_name AS TEXT) AS name, \
             CAST(c.data_type AS TEXT) AS kind FROM information_schema.columns c \
             JOIN information_schema.tables t USING (table_schema, table_name) \
             WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' \
             ORDER BY c.table_name, c.ordinal_position"
        }
    };
    let mut tables = BTreeMap::<String, Vec<Typed>>::new();
    let columns: Vec<Column> = sql_query(asked).load(conn)?;
    for column in columns
        .into_iter()
        .filter(|column| column.table_name != STEPS)
    {
        let of = tables.entry(column.table_name).or_default();
        of.push((column.name, column.kind));
    }
    Ok(tables)
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// The rows of a table, each as a JSON array of its cells.
///
/// # Errors
/// When the database fails.
pub fn lines(conn: &mut Conn, table: &str, columns: &[Typed]) -> AppResult<Vec<String>> {
    let cells: Vec<_> = columns.iter().map(|column| cell(conn, column)).collect();
    let cells = cells.join(", ");
    let asked = match conn {
        Conn::Sqlite(_) => format!("SELECT json_array({cells}) AS line FROM \"{table}\""),
        Conn::Postgres(_) => {
            format!("SELECT CAST(json_build_array({cells}) AS TEXT) AS line FROM \"{table}\"")
        }
    };
    let rows: Vec<Line> = sql_query(asked).load(conn)?;
    Ok(rows.into_iter().map(|row| row.line).collect())
}

/// A cell as both databases write it. Instants of PostgreSQL get the shape diesel gives them on SQLite, where they are
/// compared as text: no fraction, three digits, or six.
fn cell(conn: &Conn, (name, kind): &Typed) -> String {
    match conn {
        Conn::Postgres(_) if kind.starts_with("timestamp") => format!(
            "regexp_replace(regexp_replace(to_char(\"{name}\", 'YYYY-MM-DD HH24:MI:SS.US'), '\\.000000$', ''), \
             '(\\.\\d{{3}})000$', '\\1')"
        ),
        _ => format!("\"{name}\""),
    }
}

/// Fills a table that is empty with rows of a backup; gives how many there were.
///
/// # Errors
/// When the database refuses one.
pub fn fill<'a>(
    conn: &mut Conn,
    table: &Table,
    known: &BTreeMap<String, Vec<Typed>>,
    lines: impl Iterator<Item = &'a str>,
) -> anyhow::Result<u64> {
    let columns = known.get(&table.name);
    let columns = columns.ok_or_else(|| anyhow::anyhow!("there is no table {}", table.name))?;
    let mut typed = Vec::with_capacity(table.columns.len());
    for name in &table.columns {
        let found = columns.iter().find(|(known, _)| known == name);
        typed.push(found.ok_or_else(|| anyhow::anyhow!("{} has no {name}", table.name))?);
    }
    let insert = insert(conn, &table.name, &typed);
    let (mut batch, mut written) = (Batch::default(), 0);
    for line in lines.filter(|line| !line.is_empty()) {
        batch.add(line);
        if batch.is_full() {
            written += batch.write(conn, &insert)?;
        }
    }
    written += batch.write(conn, &insert)?;
    ensure!(
        written == table.rows,
        "{}: {written} of {} rows",
        table.name,
        table.rows
    );
    Ok(written)
}

/// Takes away what a step of the migrations has put into a new table.
///
/// # Errors
/// When the database refuses.
pub fn empty(conn: &mut Conn, table: &str) -> AppResult<()> {
    Ok(conn.batch_execute(&format!("DELETE FROM \"{table}\""))?)
}

fn insert(conn: &Conn, table: &str, columns: &[&Typed]) -> String {
    let names: Vec<_> = columns
        .iter()
        .map(|(name, _)| format!("\"{name}\""))
        .collect();
    let cells = columns.iter().enumerate().map(|(n, (_, kind))| match conn {
        Conn::Sqlite(_) => format!("json_extract(value, '$[{n}]')"),
        Conn::Postgres(_) => format!("CAST(value->>{n} AS {kind})"),
    });
    let cells: Vec<_> = cells.collect();
    let rows = match conn {
        Conn::Sqlite(_) => "json_each($1)",
        Conn::Postgres(_) => "json_array_elements(CAST($1 AS json)) AS rows(value)",
    };
    format!(
        "INSERT INTO \"{table}\" ({}) SELECT {} FROM {rows}",
        names.join(", "),
        cells.join(", ")
    )
}

/// Rows on their way into a table: many at once, but never so many that memory becomes short.
#[derive(Default)]
struct Batch(String);

impl Batch {
    const BYTES: usize = 1 << 20;

    fn add(&mut self, line: &str) {
        self.0.push(if self.0.is_empty() { '[' } else { ',' });
        self.0.push_str(line);
    }

    fn is_full(&self) -> bool {
        self.0.len() > Self::BYTES
    }

    fn write(&mut self, conn: &mut Conn, insert: &str) -> anyhow::Result<u64> {
        if self.0.is_empty() {
            return Ok(0);
        }
        let rows = std::mem::take(&mut self.0) + "]";
        let written = sql_query(insert).bind::<Text, _>(rows).execute(conn)?;
        Ok(written as u64)
    }
}
