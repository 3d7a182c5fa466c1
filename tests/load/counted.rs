//! How many rows people leave in the product's tables: what the bare programs have to write, too.

use diesel::QueryableByName;
use serde::{Deserialize, Serialize};

/// How many rows a submission writes; counted in the product's own tables after people have handed in.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
pub struct Rows {
    /// New questionnaires.
    pub sheets: usize,
    /// New answer cells.
    pub cells: usize,
    /// Cells that are counted, each of which changes a tally.
    pub coded: usize,
    /// Texts that begin to wait for a decision.
    pub texts: usize,
    /// Lines of the check list, each with its seal.
    pub lines: usize,
    /// Questionnaires that were there before: an empty table is written faster than a full one.
    pub there: usize,
    /// So many keys of a series begin alike, as in the product; with 1 each is by chance alone.
    pub stretch: u64,
    /// Counters changed: tallies, the day of each questionnaire, the head count. The person's own row is one more.
    pub counters: usize,
}

/// Five counts in one row.
#[derive(Clone, Copy, QueryableByName)]
pub struct Counted {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    sheets: i64,
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    cells: i64,
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    coded: i64,
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    texts: i64,
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    lines: i64,
}

/// Gives [`Counted`] of the product's database.
pub const COUNT: &str = "SELECT (SELECT count(*) FROM questionnaires) AS sheets, \
    (SELECT count(*) FROM answers) AS cells, \
    (SELECT count(code) FROM answers) AS coded, \
    (SELECT count(*) FROM free_texts) AS texts, \
    (SELECT count(*) FROM log_seals) AS lines";

impl Rows {
    /// The same rows with keys by chance, as most applications make them.
    pub fn by_chance(self) -> Self {
        Self { stretch: 1, ..self }
    }

    /// Rows of one submission, from two counts with so many submissions in between.
    pub fn between(before: Counted, after: Counted, submissions: usize) -> anyhow::Result<Self> {
        let each = |from: i64, to: i64| {
            anyhow::Ok(usize::try_from(to - from)?.div_ceil(submissions.max(1)))
        };
        let sheets = each(before.sheets, after.sheets)?;
        let coded = each(before.coded, after.coded)?;
        Ok(Self {
            sheets,
            there: usize::try_from(after.sheets)?,
            stretch: 512,
            cells: each(before.cells, after.cells)?,
            coded,
            texts: each(before.texts, after.texts)?,
            lines: each(before.lines, after.lines)?,
            // Each tally, the day of each questionnaire, the head count.
            counters: coded + sheets + 1,
        })
    }
}
