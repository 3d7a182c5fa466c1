//! Rows of the check list.

mod batch;
mod epoch;
mod read;
mod verify;

use std::collections::HashMap;
use std::collections::hash_map::Entry as Known;

use chrono::NaiveDate;
use diesel::dsl::Eq;
use diesel::prelude::*;

pub use batch::{Order, is_waiting, order, settle};
pub use epoch::begin_epoch;
pub use read::{Kept, Newest, about, inclusions, lines, newest, size, under};
pub use verify::{Found, Shelf, check};

use crate::account::{Action, Tx};
use crate::base::db::insert_all;
use crate::base::erasure::{self, Again};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{consultations, free_texts, log_entries, log_seals};
use crate::consultation::Consultation;
use crate::transparency::model::{Gone, Kind, Record, Salt, commitment};

/// A line of the list.
pub enum Entry {}

/// Something that was handed in.
pub struct Given<'a> {
    /// What.
    pub kind: Kind,
    /// Its identity among its kind.
    pub id: &'a str,
    /// The participation under whose receipt it stands.
    pub owner: Option<&'a str>,
    /// To which consultation.
    pub consultation: &'a Id<Consultation>,
    /// To which survey, for a questionnaire.
    pub survey: Option<&'a str>,
    /// What was handed in, in the one way in which its slice writes it. From the same rows must come the same words for ever.
    pub content: &'a str,
}

/// Notes that things were handed in that come into being in this transaction: a line in the list for each, and beside it the salt that opens
/// it. Nothing has to be looked for, which keeps people who hand in at the same moment out of each other's way.
///
/// # Errors
/// When the database fails.
pub fn seal_new<A: Action>(tx: &mut Tx<A>, given: &[Given<'_>]) -> AppResult<()> {
    let mut slugs = HashMap::new();
    let (mut entries, mut seals) = (Vec::new(), Vec::new());
    for given in given {
        let salt = Salt::fresh();
        let record = Record::Accept {
            kind: given.kind,
            place: place(tx, given, &mut slugs)?,
            commitment: commitment(&salt, given.content),
        };
        let (id, entry) = entry(tx, &record);
        entries.push(entry);
        seals.push((
            log_seals::entry_id.eq(id),
            log_seals::subject.eq(given.kind.subject(given.id)),
            log_seals::owner.eq(given.owner.map(str::to_owned)),
            log_seals::salt.eq(salt.hex()),
        ));
    }
    insert_all!(tx.conn, log_entries::table, &entries);
    insert_all!(tx.conn, log_seals::table, &seals);
    Ok(())
}

/// Notes that something was handed in or corrected: a line in the list, and beside it the salt that opens it. The same content again
/// changes nothing.
///
/// # Errors
/// When the database fails.
pub fn seal<A: Action>(tx: &mut Tx<A>, given: &Given<'_>) -> AppResult<()> {
    let subject = given.kind.subject(given.id);
    let Some((_, salt, old)) = sealed(tx, &subject)? else {
        return seal_new(tx, std::slice::from_ref(given));
    };
    let salt = Salt::parse(&salt).unwrap_or_else(Salt::fresh);
    if old.commitment() == Some(&commitment(&salt, given.content)) {
        return Ok(());
    }
    forget(tx, &subject)?;
    let salt = Salt::fresh();
    let (kind, commitment) = (given.kind, commitment(&salt, given.content));
    let place = place(tx, given, &mut HashMap::new())?;
    let record = match old.commitment() {
        Some(replaces) => Record::Revise {
            kind,
            place,
            commitment,
            replaces: replaces.to_owned(),
        },
        None => Record::Accept {
            kind,
            place,
            commitment,
        },
    };
    let entry = append(tx, &record)?;
    diesel::insert_into(log_seals::table)
        .values((
            log_seals::entry_id.eq(entry),
            log_seals::subject.eq(subject),
            log_seals::owner.eq(given.owner),
            log_seals::salt.eq(salt.hex()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Notes that a content is gone: another line in the list, and the salt goes. What was never sealed leaves no trace. Whoever erases a questionnaire, a comment or a
/// statement must call this in the same transaction.
pub fn unseal<A: Action>(tx: &mut Tx<A>, kind: Kind, id: &str, gone: Gone) -> AppResult<()> {
    let subject = kind.subject(id);
    let Some((_, salt, record)) = sealed(tx, &subject)? else {
        return Ok(());
    };
    if salt.is_empty() && gone == Gone::Erased {
        return Ok(());
    }
    if let Record::Accept {
        kind,
        place,
        commitment,
    }
    | Record::Revise {
        kind,
        place,
        commitment,
        ..
    } = record
    {
        let end = match gone {
            Gone::Withdrawn => Record::Withdraw {
                kind,
                place,
                commitment,
            },
            Gone::Erased => Record::Erase {
                kind,
                place,
                commitment,
            },
        };
        append(tx, &end)?;
    }
    match gone {
        Gone::Withdrawn => forget(tx, &subject),
        Gone::Erased => forget_salt(tx, &subject),
    }
}

/// Notes that the words of one answer or comment were erased, and that it goes on counting. Whoever erases the words of a text must call
/// this in the same transaction.
pub fn unseal_words<A: Action>(tx: &mut Tx<A>, text: &str) -> AppResult<()> {
    let of: Option<Option<String>> = free_texts::table
        .find(text)
        .select(free_texts::questionnaire_id)
        .first(tx.conn)
        .optional()?;
    match of {
        Some(Some(questionnaire)) => unseal(tx, Kind::Questionnaire, &questionnaire, Gone::Erased),
        Some(None) => unseal(tx, Kind::Comment, text, Gone::Erased),
        None => Ok(()),
    }
}

/// Notes what a ledger has erased once more, out of a backup from before.
pub fn unseal_again<A: Action>(tx: &mut Tx<A>, again: &Again) -> AppResult<()> {
    for (erased, id) in again {
        let kind = match erased {
            erasure::Kind::Words => {
                unseal_words(tx, id)?;
                continue;
            }
            erasure::Kind::Questionnaire => Kind::Questionnaire,
            erasure::Kind::Comment => Kind::Comment,
            erasure::Kind::Statement => Kind::Statement,
            erasure::Kind::Resident | erasure::Kind::Subscription | erasure::Kind::Member => {
                continue;
            }
        };
        unseal(tx, kind, id, Gone::Withdrawn)?;
    }
    Ok(())
}

/// The salt goes, and with it whatever the line said; that it stands for something that counts is still known.
fn forget_salt<A: Action>(tx: &mut Tx<A>, subject: &str) -> AppResult<()> {
    diesel::update(log_seals::table.filter(log_seals::subject.eq(subject)))
        .set(log_seals::salt.eq(""))
        .execute(tx.conn)?;
    Ok(())
}

/// The salt goes; the line stays and means nothing any more.
fn forget<A: Action>(tx: &mut Tx<A>, subject: &str) -> AppResult<()> {
    diesel::delete(log_seals::table.filter(log_seals::subject.eq(subject))).execute(tx.conn)?;
    Ok(())
}

/// Notes that results were published: how many questionnaires each survey counts, and the digest of the figures.
pub fn announce<A: Action>(
    tx: &mut Tx<A>,
    consultation: &Consultation,
    sha256: &str,
    counts: Vec<(String, u64)>,
) -> AppResult<()> {
    let record = Record::Result {
        place: consultation.slug.clone(),
        sha256: sha256.to_owned(),
        counts,
    };
    append(tx, &record).map(drop)
}

/// The entry that seals a subject now, with its salt and its line.
fn sealed<A: Action>(
    tx: &mut Tx<A>,
    subject: &str,
) -> AppResult<Option<(Id<Entry>, String, Record)>> {
    let found: Option<(Id<Entry>, String, String)> = log_seals::table
        .inner_join(log_entries::table)
        .filter(log_seals::subject.eq(subject))
        .select((log_entries::id, log_seals::salt, log_entries::record))
        .first(tx.conn)
        .optional()?;
    found
        .map(|(id, salt, line)| Ok((id, salt, parsed(&line)?)))
        .transpose()
}

/// A line as it was kept.
fn parsed(line: &str) -> AppResult<Record> {
    let record = Record::parse(line);
    Ok(record.ok_or_else(|| anyhow::anyhow!("a line of the log cannot be read"))?)
}

/// Where something was handed in. `slugs` knows the consultations that were asked for already.
fn place<'a, A: Action>(
    tx: &mut Tx<A>,
    given: &Given<'a>,
    slugs: &mut HashMap<&'a Id<Consultation>, String>,
) -> AppResult<String> {
    let slug = match slugs.entry(given.consultation) {
        Known::Occupied(known) => known.into_mut(),
        Known::Vacant(unknown) => unknown.insert(
            consultations::table
                .find(given.consultation)
                .select(consultations::slug)
                .first(tx.conn)?,
        ),
    };
    Ok(match given.survey {
        Some(survey) => format!("{slug}/{survey}"),
        None => slug.clone(),
    })
}

/// Writes a line; it waits for the next batch. Only what is public anyway gets an id that tells when.
fn append<A: Action>(tx: &mut Tx<A>, record: &Record) -> AppResult<Id<Entry>> {
    let (id, row) = entry(tx, record);
    diesel::insert_into(log_entries::table)
        .values(row)
        .execute(tx.conn)?;
    Ok(id)
}

/// The row of a line.
type EntryRow = (
    Eq<log_entries::id, Id<Entry>>,
    Eq<log_entries::written_on, NaiveDate>,
    Eq<log_entries::record, String>,
);

fn entry<A: Action>(tx: &Tx<A>, record: &Record) -> (Id<Entry>, EntryRow) {
    let id = if record.is_personal() {
        Id::near()
    } else {
        Id::at(tx.now)
    };
    let row = (
        log_entries::id.eq(id.clone()),
        log_entries::written_on.eq(tx.now.date_naive()),
        log_entries::record.eq(record.to_string()),
    );
    (id, row)
}
