//! The receipt codes in an account.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::account::{Resident, Tx};
use crate::base::db::{Conn, each};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::resident_codes as codes;
use crate::base::secret::Secrets;
use crate::participation::Code;
use crate::resident::KeepAccount;
use crate::resident::model::{KeptCode, MOST_CODES, unsealed};

/// The codes of an account, the newest first.
pub fn all_of(
    conn: &mut Conn,
    resident: &Id<Resident>,
    secrets: &Secrets,
) -> AppResult<Vec<KeptCode>> {
    let rows: Vec<(Id<KeptCode>, String, NaiveDate)> = codes::table
        .filter(codes::resident_id.eq(resident))
        .order((codes::kept_on.desc(), codes::id))
        .select((codes::id, codes::sealed, codes::kept_on))
        .load(conn)?;
    let read = |(id, sealed, kept_on): (_, String, _)| KeptCode {
        id,
        code: unsealed(&sealed, resident, secrets),
        kept_on,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// The codes of all accounts that can be opened.
pub fn all(conn: &mut Conn, secrets: &Secrets) -> AppResult<HashMap<Id<Resident>, Vec<Code>>> {
    let rows: Vec<(Id<Resident>, String)> = codes::table
        .order(codes::id)
        .select((codes::resident_id, codes::sealed))
        .load(conn)?;
    let mut found: HashMap<_, Vec<Code>> = HashMap::new();
    for (resident, sealed) in rows {
        if let Some(code) = unsealed(&sealed, &resident, secrets) {
            found.entry(resident).or_default().push(code);
        }
    }
    Ok(found)
}

/// Whether an account has a code already.
pub fn has(conn: &mut Conn, resident: &Id<Resident>, mark: &str) -> AppResult<bool> {
    let n: i64 = codes::table
        .filter(codes::resident_id.eq(resident))
        .filter(codes::code_hash.eq(mark))
        .count()
        .get_result(conn)?;
    Ok(n > 0)
}

/// What came of putting a code into an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is there now.
    New,
    /// It was there already.
    Already,
    /// There are too many.
    Full,
}

/// Puts a code into an account. `mark` and `sealed` are what is kept of it.
pub fn keep(
    tx: &mut Tx<KeepAccount>,
    resident: &Id<Resident>,
    (mark, sealed): (&str, &str),
    today: NaiveDate,
) -> AppResult<Kept> {
    if has(tx.conn, resident, mark)? {
        return Ok(Kept::Already);
    }
    let n: i64 = codes::table
        .filter(codes::resident_id.eq(resident))
        .count()
        .get_result(tx.conn)?;
    if usize::try_from(n).is_ok_and(|n| n >= MOST_CODES) {
        return Ok(Kept::Full);
    }
    let row = (
        codes::id.eq(Id::<KeptCode>::random()),
        codes::resident_id.eq(resident),
        codes::code_hash.eq(mark),
        codes::sealed.eq(sealed),
        codes::kept_on.eq(today),
    );
    // Two tabs may press at once.
    let new = each!(tx.conn, conn => diesel::insert_into(codes::table)
        .values(row)
        .on_conflict((codes::resident_id, codes::code_hash))
        .do_nothing()
        .execute(conn))?;
    Ok(if new > 0 { Kept::New } else { Kept::Already })
}

/// Takes a code out of an account; what was given under it stays. Once more changes nothing.
pub fn remove(
    tx: &mut Tx<KeepAccount>,
    resident: &Id<Resident>,
    id: &Id<KeptCode>,
) -> AppResult<()> {
    let own = codes::table
        .find(id)
        .filter(codes::resident_id.eq(resident));
    diesel::delete(own).execute(tx.conn)?;
    Ok(())
}
