//! Addresses of those who sign: whether whoever reads there has said that it is hers. Before that it gets a link and
//! nothing that was typed.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use crate::account::Tx;
use crate::account::model::Secret;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::locale::Lang;
use crate::base::schema::{statement_addresses, statements};
use crate::base::secret::Secrets;
use crate::consultation::Consultation;
use crate::statement::WriteStatement;
use crate::statement::model::{CONFIRM_WITHIN, Proof, Statement};

/// How the secret of a link stands in its row.
pub fn hash(secret: &Secret, secrets: &Secrets) -> String {
    secret.hash(secrets, "statement address")
}

/// The addresses of a statement, in small letters, and how far each is.
pub fn of(conn: &mut Conn, statement: &Id<Statement>) -> AppResult<HashMap<String, Proof>> {
    type Row = (String, Option<NaiveDateTime>, Option<NaiveDateTime>);
    let rows: Vec<Row> = statement_addresses::table
        .filter(statement_addresses::statement_id.eq(statement))
        .select((
            statement_addresses::email,
            statement_addresses::asked_at,
            statement_addresses::confirmed_at,
        ))
        .load(conn)?;
    let proof = |(email, asked_at, confirmed_at)| (email, Proof::of(asked_at, confirmed_at));
    Ok(rows.into_iter().map(proof).collect())
}

/// The statements of a consultation with addresses that have to be confirmed, and whether all of them are. One query.
pub fn of_consultation(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
) -> AppResult<HashMap<Id<Statement>, bool>> {
    let rows: Vec<(Id<Statement>, Option<NaiveDateTime>)> = statement_addresses::table
        .inner_join(statements::table)
        .filter(statements::consultation_id.eq(consultation))
        .select((
            statement_addresses::statement_id,
            statement_addresses::confirmed_at,
        ))
        .load(conn)?;
    let mut found = HashMap::new();
    for (statement, confirmed_at) in rows {
        let all = found.entry(statement).or_insert(true);
        *all = *all && confirmed_at.is_some();
    }
    Ok(found)
}

/// What a link is about.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The statement.
    pub statement: Id<Statement>,
    /// The address.
    pub email: String,
    /// The language of mails to it.
    pub lang: Lang,
    /// Whether it was confirmed already.
    pub is_confirmed: bool,
}

/// What a link is about; nothing when it never was, is too old, or a newer one took its place.
pub fn asked(conn: &mut Conn, hash: &str, now: DateTime<Utc>) -> AppResult<Option<Asked>> {
    let since = (now - CONFIRM_WITHIN).naive_utc();
    let holds = statement_addresses::confirmed_at
        .is_not_null()
        .or(statement_addresses::asked_at.gt(since));
    let row: Option<(Id<Statement>, String, String, Option<NaiveDateTime>)> =
        statement_addresses::table
            .filter(statement_addresses::secret_hash.eq(hash))
            .filter(holds)
            .select((
                statement_addresses::statement_id,
                statement_addresses::email,
                statement_addresses::lang,
                statement_addresses::confirmed_at,
            ))
            .first(conn)
            .optional()?;
    Ok(row.map(|(statement, email, lang, confirmed_at)| Asked {
        statement,
        email,
        lang: Lang::of_code(&lang).unwrap_or(Lang::De),
        is_confirmed: confirmed_at.is_some(),
    }))
}

/// Keeps a new link to an address; `is_sent`: whether a mail with it goes out.
pub fn ask(
    tx: &mut Tx<WriteStatement>,
    statement: &Id<Statement>,
    (email, lang): (&str, Lang),
    hash: &str,
    is_sent: bool,
) -> AppResult<()> {
    let row = statement_addresses::table.find((statement, email));
    diesel::delete(row).execute(tx.conn)?;
    diesel::insert_into(statement_addresses::table)
        .values((
            statement_addresses::statement_id.eq(statement),
            statement_addresses::email.eq(email),
            statement_addresses::lang.eq(lang.code()),
            statement_addresses::secret_hash.eq(hash),
            statement_addresses::asked_at.eq(is_sent.then(|| tx.now.naive_utc())),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Forgets every address of a statement but these.
pub fn keep(
    tx: &mut Tx<WriteStatement>,
    statement: &Id<Statement>,
    emails: &[String],
) -> AppResult<()> {
    let own = statement_addresses::statement_id.eq(statement);
    let others = statement_addresses::email.ne_all(emails);
    diesel::delete(statement_addresses::table.filter(own.and(others))).execute(tx.conn)?;
    Ok(())
}

/// Whoever reads there has said that the address is hers. Gives whether she is the first to say so.
pub fn confirm(tx: &mut Tx<WriteStatement>, asked: &Asked) -> AppResult<bool> {
    let row = statement_addresses::table
        .find((&asked.statement, &asked.email))
        .filter(statement_addresses::confirmed_at.is_null());
    let confirmed = diesel::update(row)
        .set(statement_addresses::confirmed_at.eq(tx.now.naive_utc()))
        .execute(tx.conn)?;
    Ok(confirmed == 1)
}
