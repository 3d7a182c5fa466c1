//! Comments at the desk.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::Path;

use super::{answer_shown, head, paragraphs};
use crate::account::{Action, May, Permission};
use crate::base::error::{AppError, AppResult};
use crate::base::export::{Separator, csv};
use crate::base::form::{FieldError, Sent};
use crate::base::id::Id;
use crate::base::locale::Lang;
use crate::base::page::{ListAsk, Ui};
use crate::comment::form::AnswerForm;
use crate::comment::model::MAX_ANSWER;
use crate::comment::store::{self, Listed};
use crate::comment::view::{CommentRow, DeskAnswerPage, DeskCommentsPage, DeskRow};
use crate::comment::{AnswerComments, SeeComments};
use crate::consultation::{self, Consultation};
use crate::survey::TextState;

/// By what the list is sorted.
const SORTS: [&str; 3] = ["-support", "-day", "element"];

fn is_public(listed: &Listed) -> bool {
    TextState::PUBLIC.contains(&listed.state.as_str())
}

/// How the element of a comment is called.
fn title(listed: &Listed) -> String {
    if listed.title.is_empty() {
        listed.key.clone()
    } else {
        listed.title.clone()
    }
}

async fn all<A: Action>(may: &May<A>, slug: String) -> AppResult<(Consultation, Vec<Listed>)> {
    may.read(move |conn| {
        let consultation = consultation::find(conn, &slug)?;
        let all = store::listed(conn, &consultation.id)?;
        Ok((consultation, all))
    })
    .await
}

/// `GET /desk/consultations/{consultation}/comments` — all comments, to read and answer.
pub async fn list(
    may: May<SeeComments>,
    slug: Path<String>,
    ask: ListAsk,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (consultation, mut all) = all(&may, slug.into_inner()).await?;
    let state = ask.filter("state").and_then(TextState::parse);
    let answered = ask.filter("answer");
    all.retain(|one| {
        state.is_none_or(|state| one.state == state)
            && answered.is_none_or(|asked| (asked == "yes") == one.answer.is_some())
            && ask.matches(&format!("{} {}", title(one), one.text))
    });
    let order = ask.order(&SORTS);
    match order.by {
        "day" => all.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id))),
        "element" => all.sort_by(|a, b| (title(a), &a.id).cmp(&(title(b), &b.id))),
        _ => all.sort_by(|a, b| (a.supports, &b.id).cmp(&(b.supports, &a.id))),
    }
    if order.descending {
        all.reverse();
    }
    let listing = ask.listing(all.len(), &SORTS);
    let zone = ui.site().zone;
    let row = |one: Listed| DeskRow {
        public_url: (is_public(&one) && consultation.releases_comments).then(|| {
            format!(
                "/consultations/{}/comments/{}#c-{}",
                consultation.slug, one.key, one.id
            )
        }),
        title: title(&one),
        id: one.id.as_str().to_owned(),
        paragraphs: paragraphs(&one.text),
        name: one.name,
        on: one.on,
        supports: one.supports,
        state: one.state,
        answer: one.answer.map(|answer| answer_shown(&answer, zone)),
    };
    ui.ok(&DeskCommentsPage {
        head: head(&consultation, ui.arrived(), zone)?,
        listing,
        rows: ask.cut(all).into_iter().map(row).collect(),
        may_answer: may.who().has(Permission::AnswerComments) && consultation.releases_comments,
    })
}

/// `GET /desk/consultations/{consultation}/comments.csv` — the same as a table, with one row a comment.
pub async fn file(may: May<SeeComments>, slug: Path<String>, ui: Ui) -> AppResult<HttpResponse> {
    let (consultation, all) = all(&may, slug.into_inner()).await?;
    let zone = ui.site().zone;
    let columns = [
        "element",
        "title",
        "day",
        "state",
        "name",
        "text",
        "supports",
        "answer",
        "answered_on",
    ];
    let rows = all.iter().map(|one| {
        let answer = one.answer.as_ref();
        vec![
            one.key.as_str().into(),
            one.title.as_str().into(),
            one.on.into(),
            one.state.as_str().into(),
            one.name.as_deref().into(),
            one.text.as_str().into(),
            one.supports.into(),
            answer.map(|answer| answer.text.as_str()).into(),
            answer.map(|answer| zone.day(answer.at)).into(),
        ]
    });
    let separator = match ui.lang() {
        Lang::De => Separator::Semicolon,
        Lang::En => Separator::Comma,
    };
    let body = csv(separator, &columns, rows).map_err(anyhow::Error::from)?;
    let name = format!(
        "attachment; filename=\"comments-{}.csv\"",
        consultation.slug
    );
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(body))
}

/// `GET /desk/consultations/{consultation}/comments/{comment}` — the public answer to one comment.
pub async fn ask_answer(
    may: May<AnswerComments>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (consultation, found) = one(&may, path.into_inner()).await?;
    let form = AnswerForm {
        answer: found
            .answer
            .as_ref()
            .map(|answer| answer.text.clone())
            .unwrap_or_default(),
        ..AnswerForm::default()
    };
    ui.ok(&page(&consultation, found, form, &[], &ui)?)
}

async fn one(
    may: &May<AnswerComments>,
    (slug, id): (String, String),
) -> AppResult<(Consultation, Listed)> {
    may.read(move |conn| {
        let consultation = consultation::find(conn, &slug)?;
        let found = store::one(conn, &consultation.id, &Id::known(id))?;
        if is_public(&found) && consultation.releases_comments {
            Ok((consultation, found))
        } else {
            Err(AppError::NotFound)
        }
    })
    .await
}

fn page(
    consultation: &Consultation,
    found: Listed,
    form: AnswerForm,
    errors: &[FieldError],
    ui: &Ui,
) -> AppResult<DeskAnswerPage> {
    let zone = ui.site().zone;
    Ok(DeskAnswerPage {
        head: head(consultation, ui.arrived(), zone)?,
        title: title(&found),
        comment: CommentRow {
            id: found.id.as_str().to_owned(),
            paragraphs: paragraphs(&found.text),
            name: found.name,
            on: found.on,
            supports: found.supports,
            is_own: false,
            is_supported: false,
            is_earlier: false,
            answer: found.answer.map(|answer| answer_shown(&answer, zone)),
        },
        form,
        limit: MAX_ANSWER,
        errors: ui.messages(errors),
    })
}

/// `POST /desk/consultations/{consultation}/comments/{comment}` — answers in public, corrects the answer, takes it back.
pub async fn answer(
    may: May<AnswerComments>,
    path: Path<(String, String)>,
    form: Sent<AnswerForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (consultation, found) = one(&may, path.into_inner()).await?;
    let form = form.into_inner();
    let words = match form.parse() {
        Ok(words) => words,
        Err(errors) => {
            let page = page(&consultation, found, form, &errors, &ui)?;
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let said = if words.is_some() {
        "said-comment-answered"
    } else {
        "said-comment-answer-withdrawn"
    };
    let home = format!("/desk/consultations/{}/comments", consultation.slug);
    let place = format!("{home}#c-{}", found.id);
    may.write(move |tx| store::answer(tx, &found.id, words.as_deref()))
        .await?;
    Ok(ui.see_other_saying(&place, said))
}
