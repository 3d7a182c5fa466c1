//! What one submission is for a database: the rows that the product writes, in tables of the same keys and indexes, without
//! what the product checks, reckons and shows.

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sqlite::SqliteConnection;
use diesel::upsert::excluded;

use crate::counted::Rows;

diesel::table! {
    bare_people (id) {
        id -> Text,
        secret -> Text,
        day -> Nullable<Text>,
    }
}

diesel::table! {
    bare_drafts (person, place) {
        person -> Text,
        place -> Integer,
        answer -> Text,
    }
}

diesel::table! {
    bare_sheets (id) {
        id -> Text,
        survey -> Integer,
        person -> Text,
        day -> Text,
    }
}

diesel::table! {
    bare_cells (sheet, place) {
        sheet -> Text,
        place -> Integer,
        code -> Nullable<Integer>,
        text -> Nullable<Text>,
    }
}

diesel::table! {
    bare_texts (id) {
        id -> Text,
        sheet -> Text,
        place -> Integer,
        state -> Text,
    }
}

diesel::table! {
    bare_lines (id) {
        id -> Text,
        day -> Text,
        record -> Text,
    }
}

diesel::table! {
    bare_seals (line) {
        line -> Text,
        subject -> Text,
        owner -> Text,
        salt -> Text,
    }
}

diesel::table! {
    bare_counts (place) {
        place -> Integer,
        n -> BigInt,
    }
}

/// Keys as in the product: random texts, so that rows do not simply line up at the end of an index, and of each series some
/// hundred in a row begin alike, unless they are by chance alone (`Rows::stretch`).
pub const TABLES: &str = "
    CREATE TABLE bare_people (id TEXT NOT NULL PRIMARY KEY, secret TEXT NOT NULL UNIQUE, day TEXT);
    CREATE INDEX bare_people_by_day ON bare_people (day);
    CREATE TABLE bare_drafts (person TEXT NOT NULL, place INTEGER NOT NULL, answer TEXT NOT NULL,
        PRIMARY KEY (person, place));
    CREATE TABLE bare_sheets (id TEXT NOT NULL PRIMARY KEY, survey INTEGER NOT NULL, person TEXT NOT NULL, day TEXT NOT NULL,
        UNIQUE (person, survey, id));
    CREATE INDEX bare_sheets_of_survey ON bare_sheets (survey);
    CREATE TABLE bare_cells (sheet TEXT NOT NULL, place INTEGER NOT NULL, code INTEGER, text TEXT,
        PRIMARY KEY (sheet, place));
    CREATE INDEX bare_cells_of_question ON bare_cells (place);
    CREATE TABLE bare_texts (id TEXT NOT NULL PRIMARY KEY, sheet TEXT NOT NULL, place INTEGER NOT NULL, state TEXT NOT NULL,
        UNIQUE (sheet, place));
    CREATE INDEX bare_texts_by_state ON bare_texts (state, id);
    CREATE INDEX bare_texts_of_question ON bare_texts (place, state, id);
    CREATE TABLE bare_lines (id TEXT NOT NULL PRIMARY KEY, day TEXT NOT NULL, record TEXT NOT NULL);
    CREATE TABLE bare_seals (line TEXT NOT NULL PRIMARY KEY, subject TEXT NOT NULL UNIQUE, owner TEXT NOT NULL, salt TEXT NOT NULL);
    CREATE INDEX bare_seals_of_owner ON bare_seals (owner);
    CREATE TABLE bare_counts (place INTEGER NOT NULL PRIMARY KEY, n BIGINT NOT NULL);";

/// So many people have typed their answers; they take turns to hand them in.
const PEOPLE: u64 = 4096;

/// Fills the tables with what was handed in before.
fn filling(rows: Rows, random: &str) -> String {
    let Rows {
        cells,
        coded,
        texts,
        lines,
        there,
        ..
    } = rows;
    let series = |most: usize| {
        format!(
            "WITH RECURSIVE n(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n + 1 < {most}) SELECT"
        )
    };
    let of_each = "FROM bare_sheets CROSS JOIN n";
    let mut filling = vec![
        format!(
            "INSERT INTO bare_sheets {} {random}, 0, {random}, '{DAY}' FROM n",
            series(there.max(1))
        ),
        format!(
            "INSERT INTO bare_cells {} id, n, CASE WHEN n < {coded} THEN 1 END, CASE WHEN n >= {coded} THEN '{TEXT}' END {of_each}",
            series(cells)
        ),
        format!(
            "INSERT INTO bare_lines {} {random}, '{DAY}', 'trialog-log/1 accept questionnaire spielplaetze ' || {random} || {random} {of_each}",
            series(lines)
        ),
        format!(
            "INSERT INTO bare_seals SELECT id, 'questionnaire:' || {random}, {random}, {random} FROM bare_lines"
        ),
    ];
    if texts > 0 {
        filling.push(format!(
            "INSERT INTO bare_texts {} {random}, id, n, 'waiting' {of_each}",
            series(texts)
        ));
    }
    filling.join(";")
}

/// A submission with a number of its own.
#[derive(Clone, Copy)]
pub struct Submission {
    /// Which it is.
    pub number: u64,
    /// What it writes.
    pub rows: Rows,
}

impl Submission {
    fn person(self) -> String {
        person(self.number % PEOPLE, self.rows.stretch)
    }

    fn id(self, kind: u64, n: usize) -> String {
        let series = kind * 32 + u64::try_from(n).unwrap_or_default();
        key(series, self.number, self.rows.stretch)
    }

    /// What the check list keeps of a questionnaire: as long as the product's.
    fn line(self, n: usize) -> String {
        let commitment = self.id(5, n);
        format!("trialog-log/1 accept questionnaire spielplaetze {commitment}{commitment}")
    }
}

/// Somebody who submits, on either database: `on_conflict` and an insert of many cannot be said to both at once.
pub trait Submit: Connection {
    /// Tables as full as the product's, and people who have typed as many answers as are counted.
    fn prepare(&mut self, rows: Rows) -> anyhow::Result<()>;
    /// Who it is and what she has typed, as the product reads it before it writes.
    fn read(&mut self, of: Submission) -> QueryResult<usize>;
    /// All rows, in the transaction that is under way.
    fn write(&mut self, of: Submission) -> QueryResult<()>;
    /// A transaction that may write from its beginning.
    fn in_transaction(
        &mut self,
        work: impl FnOnce(&mut Self) -> QueryResult<()>,
    ) -> QueryResult<()>;
}

macro_rules! submitting {
    ($connection:ty, $transaction:ident, $random:literal) => {
        impl Submit for $connection {
            fn prepare(&mut self, rows: Rows) -> anyhow::Result<()> {
                self.batch_execute(TABLES)?;
                self.batch_execute(&filling(rows, $random))?;
                let typed = rows.coded.max(1);
                self.transaction(|conn| {
                    for number in 0..PEOPLE {
                        diesel::insert_into(bare_people::table)
                            .values((
                                bare_people::id.eq(person(number, rows.stretch)),
                                bare_people::secret.eq(secret(number)),
                            ))
                            .execute(conn)?;
                        for (place, _) in (0i32..).zip(0..typed) {
                            diesel::insert_into(bare_drafts::table)
                                .values((
                                    bare_drafts::person.eq(person(number, rows.stretch)),
                                    bare_drafts::place.eq(place),
                                    bare_drafts::answer.eq(r#"{"single":3}"#),
                                ))
                                .execute(conn)?;
                        }
                    }
                    anyhow::Ok(())
                })
            }

            fn read(&mut self, of: Submission) -> QueryResult<usize> {
                let secret = secret(of.number % PEOPLE);
                let (person, _): (String, Option<String>) = bare_people::table
                    .filter(bare_people::secret.eq(secret))
                    .select((bare_people::id, bare_people::day))
                    .first(self)?;
                let typed: Vec<(i32, String)> = bare_drafts::table
                    .filter(bare_drafts::person.eq(person))
                    .select((bare_drafts::place, bare_drafts::answer))
                    .load(self)?;
                Ok(typed.len())
            }

            fn write(&mut self, of: Submission) -> QueryResult<()> {
                let rows = of.rows;
                for sheet in 0..rows.sheets {
                    diesel::insert_into(bare_sheets::table)
                        .values((
                            bare_sheets::id.eq(of.id(0, sheet)),
                            bare_sheets::survey.eq(i32::try_from(sheet).unwrap_or_default()),
                            bare_sheets::person.eq(of.person()),
                            bare_sheets::day.eq(DAY),
                        ))
                        .execute(self)?;
                }
                let sheet = of.id(0, 0);
                for (place, cell) in (0i32..).zip(0..rows.cells) {
                    let is_coded = cell < rows.coded;
                    diesel::insert_into(bare_cells::table)
                        .values((
                            bare_cells::sheet.eq(&sheet),
                            bare_cells::place.eq(place),
                            bare_cells::code.eq(is_coded.then_some(1)),
                            bare_cells::text.eq((!is_coded).then_some(TEXT)),
                        ))
                        .execute(self)?;
                }
                for (place, text) in (0i32..).zip(0..rows.texts) {
                    diesel::insert_into(bare_texts::table)
                        .values((
                            bare_texts::id.eq(of.id(1, text)),
                            bare_texts::sheet.eq(&sheet),
                            bare_texts::place.eq(place),
                            bare_texts::state.eq("waiting"),
                        ))
                        .execute(self)?;
                }
                for line in 0..rows.lines {
                    diesel::insert_into(bare_lines::table)
                        .values((
                            bare_lines::id.eq(of.id(2, line)),
                            bare_lines::day.eq(DAY),
                            bare_lines::record.eq(of.line(line)),
                        ))
                        .execute(self)?;
                    diesel::insert_into(bare_seals::table)
                        .values((
                            bare_seals::line.eq(of.id(2, line)),
                            bare_seals::subject.eq(format!("questionnaire:{}", of.id(3, line))),
                            bare_seals::owner.eq(of.person()),
                            bare_seals::salt.eq(of.id(4, line)),
                        ))
                        .execute(self)?;
                }
                for (place, _) in (0i32..).zip(0..rows.counters) {
                    diesel::insert_into(bare_counts::table)
                        .values((bare_counts::place.eq(place), bare_counts::n.eq(1)))
                        .on_conflict(bare_counts::place)
                        .do_update()
                        .set(bare_counts::n.eq(bare_counts::n + excluded(bare_counts::n)))
                        .execute(self)?;
                }
                diesel::update(bare_people::table.find(of.person()))
                    .set(bare_people::day.eq(DAY))
                    .execute(self)?;
                Ok(())
            }

            fn in_transaction(
                &mut self,
                work: impl FnOnce(&mut Self) -> QueryResult<()>,
            ) -> QueryResult<()> {
                self.$transaction(work)
            }
        }
    };
}
// Who begins by reading could not write any more when somebody else has written meanwhile.
submitting!(
    SqliteConnection,
    immediate_transaction,
    "lower(hex(randomblob(16)))"
);
submitting!(PgConnection, transaction, "md5(random()::text)");

const DAY: &str = "2026-01-01";

const TEXT: &str = "Am Bach unter der Holzbrücke gibt es Steine und Wasser. Mehr Schatten wäre gut, \
    und eine Bank für die Großeltern, die warten.";

/// `SplitMix64`: spreads consecutive numbers evenly.
fn mixed(number: u64) -> u64 {
    let mut mixed = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// A key that lies anywhere among those around it, the same in each run.
fn key(series: u64, number: u64, stretch: u64) -> String {
    let stretch = mixed((series << 40) + number / stretch.max(1)) >> 32;
    let place = mixed((series << 40) + number);
    format!("{stretch:08x}{place:016x}{:08x}", number % (1 << 32))
}

fn person(number: u64, stretch: u64) -> String {
    key(1 << 10, number, stretch)
}

/// What only she knows: nothing lies beside it.
fn secret(number: u64) -> String {
    format!("{:016x}{number:016x}", mixed(number))
}
