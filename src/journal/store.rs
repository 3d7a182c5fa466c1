//! Rows of the journal, the newest first. Ids follow time, so a day is a stretch of ids, and a page begins after an id.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::model::{Narrow, Row};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::base32;
use crate::base::schema::{
    accounts, bodies, consultations, edition_drafts, editions, journal, papers, strategies,
};

/// The smallest id of an instant.
fn first_id(at: DateTime<Utc>) -> String {
    let mut bytes = [0; 16];
    let millis = u64::try_from(at.timestamp_millis())
        .unwrap_or_default()
        .to_be_bytes();
    bytes[..6].copy_from_slice(&millis[2..]);
    base32(&bytes)
}

fn like(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\");
    escaped.replace('%', "\\%").replace('_', "\\_")
}

/// A row as it is read: id, moment, who, act, subject, details.
type Found = (String, NaiveDateTime, String, String, String, String);

/// Some rows, the newest first.
pub fn rows(conn: &mut Conn, narrow: &Narrow, most: i64) -> AppResult<Vec<Row>> {
    // No id begins with a tilde: all rows stand before it.
    let mut query = journal::table
        .filter(journal::id.lt(narrow.before.clone().unwrap_or_else(|| "~".to_owned())))
        .order(journal::id.desc())
        .limit(most)
        .into_boxed();
    if let Some(actor) = &narrow.actor {
        query = query.filter(journal::actor.eq(actor));
    }
    if let Some(act) = &narrow.act {
        query = query.filter(journal::act.eq(act));
    }
    if let Some(subject) = &narrow.subject {
        query = query.filter(
            journal::subject
                .like(format!("{}%", like(subject)))
                .escape('\\'),
        );
    }
    if let Some(from) = narrow.from {
        query = query.filter(journal::id.ge(first_id(from)));
    }
    if let Some(until) = narrow.until {
        query = query.filter(journal::id.lt(first_id(until)));
    }
    for word in &narrow.words {
        let word = format!("%{}%", like(word));
        query = query.filter(
            journal::act
                .like(word.clone())
                .escape('\\')
                .or(journal::subject.like(word.clone()).escape('\\'))
                .or(journal::detail.like(word).escape('\\')),
        );
    }
    let found: Vec<Found> = query
        .select((
            journal::id,
            journal::at,
            journal::actor,
            journal::act,
            journal::subject,
            journal::detail,
        ))
        .load(conn)?;
    let row = |(id, at, actor, act, subject, detail): Found| Row {
        id,
        at: at.and_utc(),
        actor,
        act,
        subject,
        detail,
    };
    Ok(found.into_iter().map(row).collect())
}

/// What the subjects of rows are called, and the page an administrator may open: consultations, strategies, editions and
/// drafts. A town has some dozens of each.
pub fn titles(conn: &mut Conn) -> AppResult<HashMap<String, (String, Option<String>)>> {
    let mut titles = HashMap::new();
    let all: Vec<(String, String, String)> = consultations::table
        .select((consultations::id, consultations::slug, consultations::title))
        .load(conn)?;
    for (id, slug, title) in all {
        let named = (title, Some(format!("/desk/consultations/{slug}")));
        titles.insert(format!("consultation:{id}"), named.clone());
        titles.insert(format!("consultation:{slug}"), named);
    }
    let all: Vec<(String, String)> = strategies::table
        .select((strategies::slug, strategies::title))
        .load(conn)?;
    for (slug, title) in all {
        let url = format!("/desk/strategies/{slug}");
        titles.insert(format!("strategy:{slug}"), (title, Some(url)));
    }
    let all: Vec<(i32, String, String, String)> = editions::table
        .inner_join(strategies::table)
        .select((
            editions::number,
            editions::name,
            strategies::slug,
            strategies::title,
        ))
        .load(conn)?;
    for (number, name, slug, title) in all {
        let url = format!("/desk/strategies/{slug}/editions/{number}");
        let named = (format!("{title}, {name}"), Some(url));
        titles.insert(format!("edition:{slug}/{number}"), named);
    }
    let all: Vec<(String, String)> = edition_drafts::table
        .inner_join(strategies::table)
        .select((edition_drafts::id, strategies::title))
        .load(conn)?;
    let papers: Vec<(String, String)> = papers::table
        .select((papers::id, papers::reference))
        .load(conn)?;
    for (id, reference) in papers {
        let url = format!("/desk/papers/{id}");
        titles.insert(format!("council-paper:{id}"), (reference, Some(url)));
    }
    let bodies: Vec<(String, String)> = bodies::table
        .select((bodies::id, bodies::name))
        .load(conn)?;
    for (id, name) in bodies {
        titles.insert(
            format!("body:{id}"),
            (name, Some(format!("/desk/bodies/{id}"))),
        );
    }
    let drafts = all.into_iter();
    titles.extend(drafts.map(|(id, title)| (format!("draft:{id}"), (title, None))));
    Ok(titles)
}

/// Everyone with an account, to choose from: the actor as the journal names her, and her name.
pub fn people(conn: &mut Conn) -> AppResult<Vec<(String, String)>> {
    let people: Vec<(String, String)> = accounts::table
        .order(accounts::name)
        .select((accounts::id, accounts::name))
        .load(conn)?;
    Ok(people
        .into_iter()
        .map(|(id, name)| (format!("account:{id}"), name))
        .collect())
}
