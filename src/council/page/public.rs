//! Papers for everyone: of a step that is not public they show the day, nothing else.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use crate::base::db::Db;
use crate::base::error::AppResult;
use crate::base::page::file::download;
use crate::base::page::{ListAsk, Ui};
use crate::council::calendar;
use crate::council::model::{Brought, Decided, Outcome, Paper, Sight};
use crate::council::store::{decided, files, papers};
use crate::council::view::public::{PaperRow, SORTS};
use crate::council::view::{Choice, NextStep, PaperPage, PapersPage, shown};
use crate::strategy::view::paragraphs;

const CALENDAR: &str = "text/calendar; charset=utf-8";

/// `GET /papers` — what the council deliberates on.
pub async fn list(ask: ListAsk, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let mut all = db.read(papers::published).await?;
    all.retain(|paper| is_wanted(paper, &ask));
    let order = ask.order(&SORTS);
    sort(&mut all, order.by);
    if order.descending {
        all.reverse();
    }
    let today = ui.today();
    let row = |paper: Paper| PaperRow {
        url: format!("/papers/{}", paper.id),
        next: NextStep::of(&paper, &Sight::Public, today),
        outcome: last_outcome(&paper),
        reference: paper.details.reference,
        kind_key: paper.details.kind.label_key(),
        subject: paper.details.subject,
        dated_on: paper.details.dated_on,
    };
    ui.ok(&PapersPage {
        listing: ask.listing(all.len(), &SORTS),
        rows: ask.cut(all).into_iter().map(row).collect(),
        kinds: Choice::papers(),
    })
}

/// What came of the last public step that is over.
fn last_outcome(paper: &Paper) -> Option<(&'static str, &'static str)> {
    let over = paper.way.public().filter(|step| step.outcome.is_some());
    let last = over.last()?;
    last.outcome_key().zip(last.outcome.map(Outcome::badge))
}

/// Whether a paper is among those that were asked for.
pub(super) fn is_wanted(paper: &Paper, ask: &ListAsk) -> bool {
    let details = &paper.details;
    let text = format!(
        "{} {} {}",
        details.reference, details.subject, details.office
    );
    let kind = ask.filter("kind");
    ask.matches(&text) && kind.is_none_or(|kind| details.kind.as_str() == kind)
}

/// By day, reference or subject, from the first to the last.
pub(super) fn sort(all: &mut [Paper], by: &str) {
    all.sort_by_cached_key(|paper| {
        let details = &paper.details;
        let text = match by {
            "reference" => details.reference.to_lowercase(),
            "subject" => details.subject.to_lowercase(),
            "state" => u8::from(paper.is_public()).to_string(),
            _ => String::new(),
        };
        (text, details.dated_on, paper.id.clone())
    });
}

/// `GET /papers/{paper}` — one paper with its way through the bodies.
pub async fn show(id: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (paper, edition, decided, consulted) = db
        .read(move |conn| {
            let paper = papers::find_published(conn, &id)?;
            let edition = decided::brought_by(conn, &paper)?;
            let decided = decided::of(conn, &paper.id)?;
            let consulted = match &edition {
                Some(edition) => decided::consulted(conn, edition)?,
                None => None,
            };
            Ok((paper, edition, decided, consulted))
        })
        .await?;
    let public = |edition: &Brought| edition.is_public;
    let decided = match decided {
        Some(Decided::Written { edition, .. }) => Some(edition).filter(public),
        _ => None,
    };
    let details = &paper.details;
    ui.ok(&PaperPage {
        url: format!("/papers/{}", paper.id),
        reference: details.reference.clone(),
        kind_key: details.kind.label_key(),
        subject: details.subject.clone(),
        summary: paragraphs(&details.summary),
        office: details.office.clone(),
        co_offices: details.co_offices.clone(),
        clerk: paper.public_clerk().map(str::to_owned),
        dated_on: details.dated_on,
        edition: edition.filter(public).as_ref().map(Into::into),
        decided: decided.as_ref().map(Into::into),
        briefing: consulted
            .filter(|(_, released)| released.public.is_some())
            .map(|(slug, _)| format!("/consultations/{slug}/briefing")),
        steps: shown(&paper, &Sight::Public, ui.today()),
        files: paper.files.iter().map(Into::into).collect(),
    })
}

/// `GET /papers/{paper}/files/{attachment}` — a file of a published paper, as a download.
pub async fn file(path: Path<(String, String)>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (paper, file) = path.into_inner();
    let paper = db
        .read(move |conn| papers::find_published(conn, &paper))
        .await?;
    download(&ui, &files::find(&paper, &file)?).await
}

/// `GET /papers/calendar.ics` — the public steps of all published papers.
pub async fn calendar_of_all(db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let all = db.read(|conn| calendar_facts(conn, None)).await?;
    Ok(calendar(&ui, all, &ui.t("papers-title")))
}

/// `GET /papers/{paper}/calendar.ics` — the public steps of one paper.
pub async fn calendar_of(id: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let all = db.read(move |conn| calendar_facts(conn, Some(&id))).await?;
    let name = all
        .0
        .first()
        .map_or(String::new(), |paper| paper.details.reference.clone());
    Ok(calendar(&ui, all, &name))
}

type Facts = (Vec<Paper>, Vec<crate::council::model::Trace>);

fn calendar_facts(conn: &mut crate::base::db::Conn, id: Option<&str>) -> AppResult<Facts> {
    let papers = match id {
        Some(id) => vec![papers::find_published(conn, id)?],
        None => papers::published(conn)?,
    };
    Ok((papers, crate::council::store::traces::all(conn)?))
}

fn calendar(ui: &Ui, (papers, traces): Facts, name: &str) -> HttpResponse {
    let town = &ui.site().config.town.short_name;
    let words = |key: &str| ui.t(key);
    let about = calendar::About {
        name: &format!("{name} – {town}"),
        base_url: &ui.site().config.base_url(),
        zone: ui.site().zone,
        words: &words,
    };
    let (body, changed) = calendar::calendar(&papers, &traces, &about);
    ui.feed(CALENDAR, changed, body)
}
