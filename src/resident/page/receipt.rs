//! The proof of everything under one receipt code, to check without this portal.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::Data;

use crate::base::db::{Conn, Db};
use crate::base::error::AppResult;
use crate::base::page::Ui;
use crate::survey::page::Visit;
use crate::transparency::Kind;
use crate::transparency::page::proof::Proof;
use crate::transparency::store::{Kept, under};
use crate::{comment, statement, survey};

/// `GET /p/{code}/receipt.json` — contents, salts and proofs of what was handed in under this code.
pub async fn json(visit: Visit, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let participation = visit.participation.id.clone();
    let read = move |conn: &mut Conn| {
        let lines = under(conn, participation.as_str())?;
        let contents = contents(conn, &lines)?;
        Proof::of(conn, lines, &contents)
    };
    db.read(read).await?.file(&ui)
}

/// What the lines are about, written anew from the rows.
fn contents(conn: &mut Conn, lines: &[Kept]) -> AppResult<BTreeMap<String, String>> {
    let of = |kind: Kind| -> Vec<String> {
        let ids = lines.iter().filter_map(|line| line.id_of(kind));
        ids.map(str::to_owned).collect()
    };
    let mut found = survey::contents(conn, &of(Kind::Questionnaire))?;
    found.extend(comment::contents(conn, &of(Kind::Comment))?);
    let statements = of(Kind::Statement);
    found.extend(statement::store::sealing::contents(conn, &statements)?);
    Ok(found)
}
