//! One statement, whole.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::Whole;
use super::register::last_day;
use super::version::{Contents, Look, readable};
use crate::account::store::names::{Author, authors};
use crate::account::{May, Permission};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::page::Ui;
use crate::base::page::file::download;
use crate::consultation::view::Subject;
use crate::statement::ReadStatements;
use crate::statement::model::{Past, Proof, Statement};
use crate::statement::store::{self, addresses, files, register as rows};
use crate::statement::view::desk::{CanDecide, DecisionRow, DeskStatementPage};
use crate::strategy::{self, LaidEdition};

/// What the page reads.
struct Read {
    whole: Whole,
    contents: Contents,
    decisions: Vec<Past>,
    edition: LaidEdition,
    authors: HashMap<String, Author>,
    proofs: HashMap<String, Proof>,
}

impl Read {
    fn of(conn: &mut Conn, slug: &str, number: i32) -> AppResult<Self> {
        let whole = Whole::of(conn, slug, number)?;
        let versions: Vec<_> = readable(&whole.statement)
            .map(|version| version.id.clone())
            .collect();
        let decisions = rows::decisions(conn, &whole.statement.id)?;
        Ok(Self {
            contents: Contents::read(conn, &versions)?,
            edition: strategy::laid(conn, &whole.on.edition)?,
            authors: authors(conn, &people(&whole.statement, &decisions))?,
            decisions,
            proofs: addresses::of(conn, &whole.statement.id)?,
            whole,
        })
    }
}

/// Everyone who handed in, entered or decided.
fn people(statement: &Statement, decisions: &[Past]) -> Vec<String> {
    let versions = readable(statement).filter_map(|version| version.handed_in.as_ref());
    let mut people: Vec<_> = versions
        .map(|it| it.by.clone())
        .chain(decisions.iter().map(|past| past.by.clone()))
        .collect();
    people.sort();
    people.dedup();
    people
}

/// `GET /desk/consultations/{consultation}/statements/{number}` — a statement with everything that belongs to it.
pub async fn show(
    may: May<ReadStatements>,
    path: Path<(String, i32)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, number) = path.into_inner();
    let read = may.read(move |conn| Read::of(conn, &slug, number)).await?;
    let mut page = page(&read, may.who().has(Permission::Edit), &ui);
    page.can.split &= may.who().has(Permission::ReadContributions);
    ui.ok(&page)
}

fn page(read: &Read, may_decide: bool, ui: &Ui) -> DeskStatementPage {
    let (whole, zone) = (&read.whole, ui.site().zone);
    let statement = &whole.statement;
    let closes_at = whole.deadlines.of(statement.party.as_ref());
    let look = Look {
        edition: &read.edition,
        authors: &read.authors,
        zone,
        home: whole.url(),
        proofs: &read.proofs,
    };
    let seen = statement.seen_version();
    let is_other = |n: i32| seen.is_none_or(|seen| seen.n != n);
    let decision = |past: &Past| DecisionRow {
        on: zone.day(past.at),
        by: read.authors.get(&past.by).cloned().unwrap_or_default(),
        outcome: past.outcome.label_key(),
        reason: past.reason.clone(),
    };
    let party = statement.party.as_ref().filter(|_| may_decide);
    DeskStatementPage {
        subject: Subject::from(&whole.on),
        number: statement.number.unwrap_or_default(),
        name: whole.name(),
        party_url: party.map(|party| format!("/desk/organisations/{party}")),
        channel: statement.channel.label_key(),
        standing: statement.seen_standing(closes_at).into(),
        erased_on: statement.erased_on,
        is_public: statement.is_public(closes_at),
        until: last_day(closes_at, zone),
        is_longer: closes_at > whole.deadlines.window.closes_at,
        days_late: statement.days_late(closes_at, zone),
        version: seen.and_then(|version| look.card(version, &read.contents)),
        older: readable(statement)
            .filter(|version| is_other(version.n))
            .filter_map(|version| look.card(version, &read.contents))
            .collect(),
        decisions: read.decisions.iter().map(decision).collect(),
        can: CanDecide {
            admission: may_decide && statement.is_late(closes_at),
            publication: may_decide && statement.current().is_some(),
            split: statement.counts(closes_at),
        },
    }
}

/// `GET /desk/consultations/{consultation}/statements/{number}/files/{file}` — a file of a version that was handed in, as a
/// download.
pub async fn file(
    may: May<ReadStatements>,
    path: Path<(String, i32, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, number, file) = path.into_inner();
    let found = may
        .read(move |conn| {
            let on = crate::consultation::find(conn, &slug)?;
            let statement = store::numbered(conn, &on.id, number)?;
            let versions: Vec<_> = readable(&statement)
                .map(|version| version.id.clone())
                .collect();
            files::find(conn, &versions, &file)
        })
        .await?;
    download(&ui, &found).await
}
