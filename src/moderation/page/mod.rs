//! The queue and its texts on the desk, and the author's side of a decision.

mod objection;
mod one;
mod queue;

pub use objection::{ask as objection, take as object};
pub use one::{act, show as text};
pub use queue::{release, show as queue};

use actix_web::HttpResponse;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::page::{ListAsk, Ui};
use crate::consultation;
use crate::moderation::store::{Narrow, Tab};
use crate::survey::{Book, TextState};

/// Where the queue is.
const QUEUE: &str = "/desk/moderation";
/// Among the surveys to choose from: no survey can have this name.
const COMMENTS: &str = "comments";

/// The list an address asks for.
fn tab_of(ask: &ListAsk) -> Tab {
    match ask.filter("state") {
        Some("objections") => Tab::Objections,
        Some("reports") => Tab::Reports,
        state => Tab::State(
            state
                .and_then(TextState::parse)
                .unwrap_or(TextState::Waiting),
        ),
    }
}

/// The list's name in addresses.
fn tab_name(tab: Tab) -> &'static str {
    match tab {
        Tab::State(state) => state.as_str(),
        Tab::Objections => "objections",
        Tab::Reports => "reports",
    }
}

/// The surveys to choose from, and the questions the address narrows the queue to. A name nothing has narrows it to
/// nothing.
fn narrowed(conn: &mut Conn, ask: &ListAsk) -> AppResult<(Option<Book>, Narrow)> {
    let words = ask.search().split_whitespace().map(str::to_owned).collect();
    let all = Narrow {
        questions: None,
        comments_of: None,
        words,
    };
    let Some(slug) = ask.filter("consultation") else {
        return Ok((None, all));
    };
    let found = consultation::find(conn, slug).ok();
    let Some(consultation) = found else {
        let questions = Some(Vec::new());
        return Ok((None, Narrow { questions, ..all }));
    };
    let book = Book::of(conn, &consultation.id)?;
    let survey = ask.filter("survey");
    let question = ask.filter("question").filter(|_| survey.is_some());
    let surveys = book.surveys.iter();
    let chosen = surveys
        .filter(|found| survey.is_none_or(|slug| found.slug == slug))
        .flat_map(|found| &found.questions)
        .filter(|found| question.is_none_or(|key| found.key == key));
    let questions = Some(chosen.map(|question| question.id).collect());
    let with_comments = survey.is_none() || survey == Some(COMMENTS);
    let narrow = Narrow {
        questions,
        comments_of: Some(consultation.id).filter(|_| with_comments),
        ..all
    };
    Ok((Some(book), narrow))
}

/// Back to the list, to the text that comes next there, with the means to take back what was just done.
fn go_on(ui: &Ui, ask: &ListAsk, next: Option<&str>, said: &'static str) -> HttpResponse {
    let place = next.map_or("#queue".to_owned(), |id| format!("#t-{id}"));
    let at = ui.arrived().timestamp_micros().to_string();
    let page = ask.clone().at(QUEUE).marked("undo", &at).address();
    ui.see_other_saying(&format!("{page}{place}"), said)
}

/// A text, paragraph by paragraph.
fn paragraphs(text: &str) -> Vec<String> {
    let lines = text.split('\n').map(str::trim_end);
    lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}
