//! The queue.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use chrono::DateTime;

use super::{QUEUE, go_on, narrowed, paragraphs, tab_name, tab_of};
use crate::account::{Action, May, Permission};
use crate::base::db::{Arrivals, Conn, Recall};
use crate::base::error::AppResult;
use crate::base::form::{Fields, Sent};
use crate::base::page::{ListAsk, Ui};
use crate::moderation::form::chosen;
use crate::moderation::model::suggestions;
use crate::moderation::store::{self, Context, Entry, Narrow, Tab};
use crate::moderation::view::{Item, QueuePage, Row, TabLink};
use crate::moderation::{ModerateTexts, SeeTexts};
use crate::survey::{Book, TextState};

/// All lists, in the order of the page.
const TABS: [Tab; 6] = [
    Tab::State(TextState::Waiting),
    Tab::State(TextState::Released),
    Tab::State(TextState::Hidden),
    Tab::State(TextState::Redacted),
    Tab::Objections,
    Tab::Reports,
];

/// `GET /desk/moderation` — one list of the queue.
pub async fn show(may: May<SeeTexts>, ask: ListAsk, ui: Ui) -> AppResult<HttpResponse> {
    let may_decide = may.who().has(Permission::Moderate);
    let name = format!("queue {may_decide} {ask:?}");
    let wanted = ask.clone();
    let read = move |conn: &mut Conn, recall: &Recall| read(conn, recall, &wanted, may_decide);
    let page = may.read_page(name, Arrivals::Texts, read).await?;
    // The last text of the last page was decided: what is left stands before it.
    if page.rows.is_empty() && page.listing.total > 0 {
        let first = ask.with("state", Some(page.tab)).without("undo");
        return Ok(ui.see_other(&first.address()));
    }
    ui.ok(&*page)
}

/// `POST /desk/moderation` — releases what was ticked, or the one text whose button was pressed; or takes back what was
/// just done.
pub async fn release(
    may: May<ModerateTexts>,
    ask: ListAsk,
    form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let ask = ask.without("undo");
    if let Some(at) = form.get("undo").and_then(|at| at.parse().ok()) {
        let at = DateTime::from_timestamp_micros(at).unwrap_or_default();
        may.write(move |tx| store::undo(tx, at)).await?;
        return Ok(ui.see_other_saying(&ask.address(), "said-texts-undone"));
    }
    let ids = chosen(&form);
    let Some(last) = ids.iter().max().cloned() else {
        let mut page = page(&may, &ask).await?;
        page.is_nothing_chosen = true;
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let tab = tab_of(&ask);
    let narrow = ask.clone();
    let next = may
        .write(move |tx| {
            store::release(tx, &ids)?;
            let (_, narrow) = narrowed(tx.conn, &narrow)?;
            store::next_after(tx.conn, tab, &narrow, &last)
        })
        .await?;
    let next = next.as_ref().map(crate::base::id::Id::as_str);
    Ok(go_on(&ui, &ask, next, "said-texts-released"))
}

async fn page<A: Action>(may: &May<A>, ask: &ListAsk) -> AppResult<QueuePage> {
    let (ask, may_decide) = (ask.clone(), may.who().has(Permission::Moderate));
    may.read_recalling(move |conn, recall| read(conn, recall, &ask, may_decide))
        .await
}

fn read(conn: &mut Conn, recall: &Recall, ask: &ListAsk, may_decide: bool) -> AppResult<QueuePage> {
    let tab = tab_of(ask);
    let (book, narrow): (_, Narrow) = narrowed(conn, ask)?;
    let found = store::found(conn, recall, &narrow)?;
    let entries = store::entries(conn, tab, &narrow, found.as_ref(), ask.window())?;
    let mut asked: Vec<_> = entries.iter().map(|entry| entry.about.clone()).collect();
    asked.sort_unstable();
    asked.dedup();
    let contexts = store::contexts(conn, &asked)?;
    let counts = store::counts(conn, recall, &narrow, found.as_ref())?;
    let consultations = recall.get(conn, "queue consultations", store::consultations)?;
    let undo = ask.filter("undo").map(str::to_owned);
    let ask = ask.clone().without("undo");
    let total = usize::try_from(counts.of(tab)).unwrap_or_default();
    // Which list is shown is no narrowing of it.
    let mut listing = ask.listing(total, &["id"]);
    let bare = ask.clone().without("state");
    listing.is_narrowed = bare.listing(total, &["id"]).is_narrowed;
    let address = ask.address();
    let query = address.strip_prefix(QUEUE).unwrap_or_default().to_owned();
    let rows = entries.into_iter().filter_map(|entry| {
        let context = contexts.get(&entry.about)?;
        Some(row(entry, context, &query))
    });
    Ok(QueuePage {
        rows: rows.collect(),
        listing,
        tab: tab_name(tab),
        tabs: TABS
            .map(|tab| TabLink {
                tab: tab_name(tab),
                url: ask.clone().with("state", Some(tab_name(tab))).address(),
                count: counts.of(tab),
            })
            .into(),
        consultations: consultations.iter().cloned().map(item).collect(),
        surveys: surveys(book.as_ref()),
        questions: questions(book.as_ref(), ask.filter("survey")),
        may_decide,
        undo: undo.filter(|_| may_decide),
        is_nothing_chosen: false,
        query,
    })
}

fn row(entry: Entry, context: &Context, query: &str) -> Row {
    Row {
        url: format!("{QUEUE}/{}{query}", entry.id),
        id: entry.id.as_str().to_owned(),
        state: entry.state,
        paragraphs: paragraphs(&entry.text),
        has_suggestions: entry.state == TextState::Waiting && !suggestions(&entry.text).is_empty(),
        question: context.question.clone(),
        wording: context.wording.clone().unwrap_or_default(),
        survey: context.survey.clone(),
        name: context
            .comment
            .as_ref()
            .and_then(|comment| comment.name.clone()),
        consultation: context.consultation.clone(),
        mark_key: entry.mark.map(crate::survey::Mark::label_key),
        publishes: context.publishes,
        objection: entry.objection,
    }
}

fn item((value, label): (String, String)) -> Item {
    Item { value, label }
}

fn surveys(book: Option<&Book>) -> Vec<Item> {
    let surveys = book.into_iter().flat_map(|book| &book.surveys);
    surveys
        .map(|survey| item((survey.slug.clone(), survey.title.clone())))
        .collect()
}

fn questions(book: Option<&Book>, survey: Option<&str>) -> Vec<Item> {
    let survey = book.zip(survey).and_then(|(book, slug)| book.survey(slug));
    let questions = survey.into_iter().flat_map(|survey| &survey.questions);
    questions
        .filter(|question| question.kind.has_text())
        .map(|question| item((question.key.clone(), question.text.clone())))
        .collect()
}
