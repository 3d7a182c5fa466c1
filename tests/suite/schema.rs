//! The tables: the same on both systems, as `src/base/schema.rs` says, tied together, and reachable by an index.

use std::collections::{BTreeMap, BTreeSet};

use diesel::sql_types::{Bool, Text};
use diesel::{QueryableByName, RunQueryDsl};
use diesel_migrations::MigrationHarness;
use trialog::base::db::{Conn, MIGRATIONS};

use crate::support::database::{self, System, TestDatabase, system};
use crate::support::source;

/// Type and nullability by table and column.
type Columns = BTreeMap<(String, String), (String, bool)>;

/// What diesel believes.
fn believed() -> Columns {
    let text = std::fs::read_to_string(source::root().join("src/base/schema.rs")).unwrap();
    let mut columns = Columns::new();
    for table in text.split("diesel::table! {").skip(1) {
        let mut lines = table.lines().skip(1);
        let name = source::name_at(lines.next().unwrap().trim()).to_owned();
        for line in lines.take_while(|line| line.trim() != "}") {
            let (column, kind) = line
                .trim()
                .trim_end_matches(',')
                .split_once(" -> ")
                .unwrap();
            let inner = kind
                .strip_prefix("Nullable<")
                .and_then(|k| k.strip_suffix('>'));
            let about = (inner.unwrap_or(kind).to_owned(), inner.is_some());
            columns.insert((name.clone(), column.to_owned()), about);
        }
    }
    columns
}

/// Every table and column, for whoever says what they are.
pub fn columns() -> BTreeSet<(String, String)> {
    believed().into_keys().collect()
}

#[derive(QueryableByName)]
struct ColumnRow {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    column_name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Bool)]
    nullable: bool,
}

/// What the database has.
fn there(conn: &mut Conn) -> Columns {
    let sql = match conn {
        Conn::Sqlite(_) => {
            "SELECT m.name AS table_name, c.name AS column_name, c.type AS kind, \
             c.\"notnull\" = 0 AS nullable FROM sqlite_master m, pragma_table_info(m.name) c \
             WHERE m.type = 'table' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite%'"
        }
        Conn::Postgres(_) => {
            "SELECT table_name::text, column_name::text, data_type::text AS kind, \
             is_nullable = 'YES' AS nullable FROM information_schema.columns \
             WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_%'"
        }
    };
    let rows: Vec<ColumnRow> = diesel::sql_query(sql).load(conn).unwrap();
    let kind = |kind: &str| {
        let kind = match kind.to_lowercase().as_str() {
            "text" => "Text",
            "integer" => "Integer",
            "bigint" => "BigInt",
            "boolean" => "Bool",
            "date" => "Date",
            "timestamp" | "timestamp without time zone" => "Timestamp",
            _ => panic!("{kind} is not among the types that both systems share"),
        };
        kind.to_owned()
    };
    rows.into_iter()
        .map(|row| {
            let about = (kind(&row.kind), row.nullable);
            ((row.table_name, row.column_name), about)
        })
        .collect()
}

#[test]
fn the_database_has_the_columns_that_the_program_believes_in() {
    let database = TestDatabase::new();
    let (believed, there) = (believed(), there(&mut database.connect()));
    assert!(believed.len() > 100, "the schema was read");
    for (column, about) in &believed {
        assert_eq!(there.get(column), Some(about), "{column:?}");
    }
    for column in there.keys() {
        assert!(
            believed.contains_key(column),
            "{column:?} is unknown to src/base/schema.rs"
        );
    }
}

#[test]
fn all_migrations_can_be_taken_back_and_done_again() {
    let database = database::adopt(database::empty());
    let mut conn = database.connect();
    let first = there(&mut conn);
    conn.revert_all_migrations(MIGRATIONS).unwrap();
    assert_eq!(
        there(&mut conn),
        Columns::new(),
        "down.sql leaves tables behind"
    );
    conn.run_pending_migrations(MIGRATIONS).unwrap();
    assert_eq!(there(&mut conn), first);
}

/// Columns named `…_id` that refer to no table. Each with its reason.
const UNTIED: [(&str, &str); 0] = [];

#[test]
fn every_column_that_names_another_row_is_tied_to_it() {
    #[derive(QueryableByName)]
    struct Tie {
        #[diesel(sql_type = Text)]
        table_name: String,
        #[diesel(sql_type = Text)]
        column_name: String,
    }
    let database = TestDatabase::new();
    let sql = match system() {
        System::Sqlite => {
            "SELECT m.name AS table_name, f.\"from\" AS column_name \
             FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'"
        }
        System::Postgres => {
            "SELECT c.conrelid::regclass::text AS table_name, a.attname::text AS column_name \
             FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) \
             WHERE c.contype = 'f'"
        }
    };
    let rows: Vec<Tie> = diesel::sql_query(sql)
        .load(&mut database.connect())
        .unwrap();
    let tied: BTreeSet<_> = rows
        .into_iter()
        .map(|row| (row.table_name, row.column_name))
        .collect();
    for (table, column) in believed().into_keys() {
        if !column.ends_with("_id") || UNTIED.contains(&(table.as_str(), column.as_str())) {
            continue;
        }
        assert!(
            tied.contains(&(table.clone(), column.clone())),
            "{table}.{column} refers to nothing"
        );
    }
}
