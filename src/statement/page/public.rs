//! What everyone reads: how many statements there are, for whom the deadline is longer, and those that are published.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use chrono::NaiveDate;

use crate::base::clock::Zone;
use crate::base::db::{Conn, Db};
use crate::base::error::{AppError, AppResult};
use crate::base::page::Ui;
use crate::consultation::{self, Consultation};
use crate::organisation::store::organisations;
use crate::statement::model::{Content, Deadlines, Statement};
use crate::statement::store::{self, deadlines};
use crate::statement::view::{ContentWords, PublicRow, PublicStatementPage, PublicStatementsPage};
use crate::strategy::{self, LaidEdition};
use crate::translation::Reader;

/// For how many organisations the deadline is longer, and until when.
pub(super) fn extensions(deadlines: &Deadlines, zone: Zone) -> Vec<(i64, NaiveDate)> {
    let all = deadlines.extensions(zone).into_iter();
    all.map(|one| {
        (
            i64::try_from(one.organisations).unwrap_or(i64::MAX),
            one.until,
        )
    })
    .collect()
}

/// A statement with what is in it and the name of its organisation.
struct Read {
    statement: Statement,
    content: Content,
    organisation: Option<String>,
}

/// The statements with their contents: five queries, however many they are.
fn read(conn: &mut Conn, all: Vec<Statement>) -> AppResult<Vec<Read>> {
    let versions: Vec<_> = all
        .iter()
        .filter_map(|one| one.current())
        .map(|version| version.id.clone())
        .collect();
    let mut contents = store::contents(conn, &versions)?;
    let names: HashMap<_, _> = if all.iter().any(|one| one.party.is_some()) {
        organisations::list(conn)?
            .into_iter()
            .map(|one| (one.id, one.details.name))
            .collect()
    } else {
        HashMap::new()
    };
    let complete = |statement: Statement| Read {
        organisation: statement
            .party
            .as_ref()
            .and_then(|id| names.get(id))
            .cloned(),
        content: statement
            .current()
            .and_then(|version| contents.remove(&version.id))
            .unwrap_or_default(),
        statement,
    };
    Ok(all.into_iter().map(complete).collect())
}

impl Read {
    /// As the public list names it. Persons who wrote for themselves are not named; whoever wrote on behalf of others is,
    /// by what she wrote for.
    fn row(&self, zone: Zone) -> Option<PublicRow> {
        let current = self.statement.current()?;
        let behalf = self.content.submitters.first();
        let behalf = behalf.map(|one| one.behalf.clone());
        let named = behalf.filter(|behalf| !behalf.is_empty());
        Some(PublicRow {
            number: self.statement.number?,
            name: self.organisation.clone().or(named),
            on: zone.day(current.handed_in.as_ref()?.at),
            is_nil: current.is_nil,
            elements: self
                .content
                .parts
                .iter()
                .filter(|part| part.key.is_some())
                .count(),
        })
    }
}

/// `GET /consultations/{consultation}/statements` — all that are published.
pub async fn list(
    slug: Path<String>,
    reader: Reader,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (on, deadlines, counted, nil, published) = db
        .read(move |conn| {
            let mut on = consultation::published(conn, &slug)?;
            if let Some(lang) = reader.lang(conn, &slug)? {
                consultation::read_in(conn, &mut on, lang)?;
            }
            let deadlines = deadlines::of(conn, &on)?;
            let all = store::register(conn, &on.id)?;
            let of = |one: &Statement| deadlines.of(one.party.as_ref());
            let counted = all.iter().filter(|one| one.counts(of(one)));
            let counted: Vec<_> = counted.collect();
            let nil = counted
                .iter()
                .filter(|one| one.current().is_some_and(|version| version.is_nil))
                .count();
            let counted = counted.len();
            let public = all.into_iter().filter(|one| one.is_public(of(one)));
            let public = public.collect();
            Ok((on, deadlines, counted, nil, read(conn, public)?))
        })
        .await?;
    let zone = ui.site().zone;
    ui.ok(&PublicStatementsPage {
        moment: deadlines.moment(None, ui.arrived(), zone).as_str(),
        until: deadlines.window.last_day(zone),
        extensions: extensions(&deadlines, zone),
        counted,
        nil,
        rows: published.iter().filter_map(|one| one.row(zone)).collect(),
        slug: on.slug,
        title: on.title,
        lang: on.reading.lang,
    })
}

/// `GET /consultations/{consultation}/statements/{number}` — one that is published.
pub async fn one(path: Path<(String, i32)>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (slug, number) = path.into_inner();
    let (on, edition, found): (Consultation, LaidEdition, Read) = db
        .read(move |conn| {
            let on = consultation::published(conn, &slug)?;
            let deadlines = deadlines::of(conn, &on)?;
            let one = store::numbered(conn, &on.id, number)?;
            if !one.is_public(deadlines.of(one.party.as_ref())) {
                return Err(AppError::NotFound);
            }
            let edition = strategy::laid(conn, &on.edition)?;
            let found = read(conn, vec![one])?.pop().ok_or(AppError::NotFound)?;
            Ok((on, edition, found))
        })
        .await?;
    let row = found.row(ui.site().zone).ok_or(AppError::NotFound)?;
    let mut content = ContentWords::of(&found.content, &edition);
    // Who signed, where she lives and what she attached is nobody's business.
    let files = content.files.len();
    content.files.clear();
    content.submitters.clear();
    ui.ok(&PublicStatementPage {
        slug: on.slug,
        title: on.title,
        edition: (edition.strategy, edition.number),
        row,
        content,
        files,
    })
}
