//! Rows of languages and translations.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::json;

use super::model::{Kind, Parts, Twin, Twins};
use super::{ContentLang, Translate};
use crate::account::Tx;
use crate::base::db::{Conn, each};
use crate::base::error::AppResult;
use crate::base::schema::{
    consultation_languages, consultation_publications, consultations, translations,
};

/// The languages in which a consultation can be read, besides its own.
pub fn languages(conn: &mut Conn, slug: &str) -> AppResult<Vec<ContentLang>> {
    let codes: Vec<String> = consultation_languages::table
        .inner_join(consultations::table)
        .filter(consultations::slug.eq(slug))
        .order(consultation_languages::position)
        .select(consultation_languages::lang)
        .load(conn)?;
    Ok(known(&codes))
}

/// The languages of some consultations, by consultation: one query. Whoever offers none is not in it.
pub fn languages_of(
    conn: &mut Conn,
    consultations: &[String],
) -> AppResult<HashMap<String, Vec<ContentLang>>> {
    let rows: Vec<(String, String)> = consultation_languages::table
        .filter(consultation_languages::consultation_id.eq_any(consultations))
        .order(consultation_languages::position)
        .select((
            consultation_languages::consultation_id,
            consultation_languages::lang,
        ))
        .load(conn)?;
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
    for (consultation, code) in rows {
        let lang = ContentLang::of_code(&code);
        found.entry(consultation).or_default().extend(lang);
    }
    Ok(found)
}

/// The languages of any published consultation that lays an edition open.
pub fn languages_of_edition(conn: &mut Conn, edition: &str) -> AppResult<Vec<ContentLang>> {
    let codes: Vec<String> = consultation_languages::table
        .inner_join(consultations::table.inner_join(consultation_publications::table))
        .filter(consultations::edition_id.eq(edition))
        .order(consultation_languages::position)
        .select(consultation_languages::lang)
        .load(conn)?;
    Ok(known(&codes))
}

fn known(codes: &[String]) -> Vec<ContentLang> {
    let mut found = Vec::new();
    for lang in codes.iter().filter_map(|code| ContentLang::of_code(code)) {
        if !found.contains(&lang) {
            found.push(lang);
        }
    }
    found
}

/// Sets the languages of a consultation. Translations already written stay, and come back with their language.
pub fn set_languages(
    tx: &mut Tx<Translate>,
    consultation: &str,
    slug: &str,
    langs: &[ContentLang],
) -> AppResult<()> {
    diesel::delete(
        consultation_languages::table
            .filter(consultation_languages::consultation_id.eq(consultation)),
    )
    .execute(tx.conn)?;
    let rows: Vec<_> = (0i32..)
        .zip(langs)
        .map(|(position, lang)| {
            (
                consultation_languages::consultation_id.eq(consultation),
                consultation_languages::lang.eq(lang.code()),
                consultation_languages::position.eq(position),
            )
        })
        .collect();
    each!(tx.conn, conn => {
        diesel::insert_into(consultation_languages::table).values(&rows).execute(conn)?
    });
    let codes: Vec<_> = langs.iter().map(|lang| lang.code()).collect();
    tx.journal(
        &format!("consultation:{slug}"),
        &json!({ "languages": codes }),
    )
}

type Row = (
    String,
    String,
    String,
    String,
    String,
    Option<NaiveDateTime>,
    Option<String>,
);

/// The translations of some units in one language, whether they were approved or not: one query.
pub fn twins(conn: &mut Conn, lang: ContentLang, units: &[(Kind, String)]) -> AppResult<Twins> {
    let subjects: Vec<&str> = units.iter().map(|(_, subject)| subject.as_str()).collect();
    let kinds: Vec<_> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
    // All kinds are named, so that the key of the table leads to the rows.
    let rows: Vec<Row> = translations::table
        .filter(translations::kind.eq_any(kinds))
        .filter(translations::subject.eq_any(subjects))
        .filter(translations::lang.eq(lang.code()))
        .select((
            translations::kind,
            translations::subject,
            translations::parts,
            translations::source,
            translations::written_by,
            translations::approved_at,
            translations::approved_by,
        ))
        .load(conn)?;
    let mut found = HashMap::new();
    for (kind, subject, parts, source, written_by, approved_at, approved_by) in rows {
        let Some(kind) = Kind::parse(&kind) else {
            continue;
        };
        let twin = Twin {
            parts: serde_json::from_str(&parts).map_err(anyhow::Error::from)?,
            source: serde_json::from_str(&source).map_err(anyhow::Error::from)?,
            is_approved: approved_at.is_some(),
            written_by,
            approved_by,
        };
        found.insert((kind, subject), twin);
    }
    Ok(found)
}

/// The translations of some units that the public may read.
pub fn approved(conn: &mut Conn, lang: ContentLang, units: &[(Kind, String)]) -> AppResult<Twins> {
    let mut found = twins(conn, lang, units)?;
    found.retain(|_, twin| twin.is_approved);
    Ok(found)
}

/// Writes the translation of a unit; `approve` makes it public.
pub fn write(
    tx: &mut Tx<Translate>,
    (kind, subject): (Kind, &str),
    lang: ContentLang,
    (parts, source): (&Parts, &Parts),
    approve: bool,
) -> AppResult<()> {
    let json = |parts: &Parts| serde_json::to_string(parts).map_err(anyhow::Error::from);
    let (parts, source) = (json(parts)?, json(source)?);
    let (now, author) = (tx.now.naive_utc(), tx.author());
    let values = (
        translations::kind.eq(kind.as_str()),
        translations::subject.eq(subject),
        translations::lang.eq(lang.code()),
        translations::parts.eq(parts),
        translations::source.eq(source),
        translations::written_at.eq(now),
        translations::written_by.eq(&author),
        translations::approved_at.eq(approve.then_some(now)),
        translations::approved_by.eq(approve.then(|| author.clone())),
    );
    let unit = translations::table.find((kind.as_str(), subject, lang.code()));
    diesel::delete(unit).execute(tx.conn)?;
    diesel::insert_into(translations::table)
        .values(values)
        .execute(tx.conn)?;
    tx.journal(
        &format!("{}:{subject}", kind.as_str()),
        &json!({ "translated": lang.code(), "approved": approve }),
    )
}
