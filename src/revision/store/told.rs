//! Who is told by mail what became of her contributions: once for each edition.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use super::answer_to;
use crate::account::Tx;
use crate::assessment::store::released;
use crate::base::db::{Conn, each};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::locale::Lang;
use crate::base::schema::{edition_publications, editions, outcome_mails, statement_addresses};
use crate::consultation::{self, Consultation};
use crate::revision::TellAuthors;
use crate::statement::Statement;
use crate::strategy::Edition;

/// For how long after it came out somebody is told: a mail about something old only wonders.
const FRESH: TimeDelta = TimeDelta::days(30);

/// Something to tell about.
#[derive(Clone, Debug)]
pub struct Telling {
    /// The consultation.
    pub on: Consultation,
    /// The edition that answers it; the one laid open while there is none.
    pub edition: Id<Edition>,
    /// The name of the edition that answers.
    pub name: Option<String>,
}

/// What was released to everyone a short while ago.
pub fn tellings(conn: &mut Conn, now: DateTime<Utc>) -> AppResult<Vec<Telling>> {
    let mut found = Vec::new();
    for on in consultation::list_published(conn)? {
        let Some(mut since) = released(conn, &on.id)?.public else {
            continue;
        };
        let answer = answer_to(conn, &on)?;
        let mut name = None;
        if let Some(id) = &answer {
            let (title, at): (String, chrono::NaiveDateTime) = editions::table
                .inner_join(edition_publications::table)
                .filter(editions::id.eq(id))
                .select((editions::name, edition_publications::published_at))
                .first(conn)?;
            since = since.max(at.and_utc());
            name = Some(title);
        }
        if since <= now && now < since + FRESH {
            found.push(Telling {
                edition: answer.unwrap_or_else(|| on.edition.clone()),
                on,
                name,
            });
        }
    }
    Ok(found)
}

/// Notes that somebody is told now. False when she was told before: then no mail goes.
pub fn note(tx: &mut Tx<TellAuthors>, of: &Telling, recipient: &str) -> AppResult<bool> {
    let row = (
        outcome_mails::consultation_id.eq(&of.on.id),
        outcome_mails::edition_id.eq(&of.edition),
        outcome_mails::recipient.eq(recipient),
        outcome_mails::told_at.eq(tx.now.naive_utc()),
    );
    let new = each!(tx.conn, conn => diesel::insert_into(outcome_mails::table)
        .values(row)
        .on_conflict((
            outcome_mails::consultation_id,
            outcome_mails::edition_id,
            outcome_mails::recipient,
        ))
        .do_nothing()
        .execute(conn))?;
    Ok(new > 0)
}

/// Who was told already.
pub fn told(conn: &mut Conn, of: &Telling) -> AppResult<std::collections::HashSet<String>> {
    let rows: Vec<String> = outcome_mails::table
        .filter(outcome_mails::consultation_id.eq(&of.on.id))
        .filter(outcome_mails::edition_id.eq(&of.edition))
        .select(outcome_mails::recipient)
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// The confirmed addresses of those who signed a statement.
pub fn signers(conn: &mut Conn, statement: &Id<Statement>) -> AppResult<Vec<(String, Lang)>> {
    let rows: Vec<(String, String)> = statement_addresses::table
        .filter(statement_addresses::statement_id.eq(statement))
        .filter(statement_addresses::confirmed_at.is_not_null())
        .select((statement_addresses::email, statement_addresses::lang))
        .load(conn)?;
    let signer =
        |(email, lang): (String, String)| (email, Lang::of_code(&lang).unwrap_or(Lang::De));
    Ok(rows.into_iter().map(signer).collect())
}
