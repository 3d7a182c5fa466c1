//! One text: read it, decide about it, answer its author.

use std::collections::{BTreeSet, HashMap};

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::{QUEUE, go_on, narrowed, paragraphs, tab_of};
use crate::account::store::names::{Author, authors};
use crate::account::{Action, May, Permission};
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Fields, Sent};
use crate::base::id::Id;
use crate::base::page::{ListAsk, Ui};
use crate::comment::{Report, settle_reports};
use crate::moderation::form;
use crate::moderation::model::{Decision, MAX_ANSWER, MAX_NOTE, Outcome, suggestions, words};
use crate::moderation::store::{self, Context, One, Past};
use crate::moderation::view::{
    Choice, CommentAbout, Gap, OnePage, PastRow, Piece, Refilled, ReportRow,
};
use crate::moderation::{ModerateTexts, SeeTexts};
use crate::survey::{FreeText, HideReason, Mark};

/// What the page of a text needs.
struct Found {
    one: One,
    context: Context,
    authors: HashMap<String, Author>,
    may_decide: bool,
    /// Whether whoever reads may see what was blacked out.
    sees_original: bool,
}

/// `GET /desk/moderation/{text}` — one text with everything that was decided about it.
pub async fn show(
    id: Path<String>,
    may: May<SeeTexts>,
    ask: ListAsk,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let found = find(&may, Id::known(id.into_inner())).await?;
    ui.ok(&page(&found, &ask, Refilled::default(), &ui))
}

/// `POST /desk/moderation/{text}` — releases, hides, blacks out, takes back, or answers an objection.
pub async fn act(
    id: Path<String>,
    may: May<ModerateTexts>,
    ask: ListAsk,
    form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let id: Id<FreeText> = Id::known(id.into_inner());
    let found = find(&may, id.clone()).await?;
    let asked = match asked(&form, &found.one) {
        Ok(asked) => asked,
        Err(errors) => return refused(&found, &ask, &form, &errors, &ui),
    };
    let said = asked.said();
    let stays = !matches!(
        asked,
        Asked::Decide(Decision::Release | Decision::Hide { .. })
    );
    let (list, seen) = (ask.clone(), found.one.past.len());
    let done = may
        .write(move |tx| {
            // Somebody else may have decided a moment ago, about words that stand elsewhere now.
            if store::one(tx.conn, &id)?.past.len() != seen {
                return Ok(None);
            }
            match &asked {
                Asked::Decide(decision) => store::decide(tx, &id, decision)?,
                Asked::Answer(words, outcome) => store::answer_objection(tx, &id, words, *outcome)?,
                Asked::Settle => settle_reports(tx, &id)? > 0,
            };
            let (_, narrow) = narrowed(tx.conn, &list)?;
            store::next_after(tx.conn, tab_of(&list), &narrow, &id).map(Some)
        })
        .await?;
    match done {
        None => {
            let moved_on = [FieldError::new("text", "error-text-moved-on")];
            refused(&found, &ask, &form, &moved_on, &ui)
        }
        Some(_) if stays => {
            let page = ask.at(&format!("{QUEUE}/{}", found.one.id)).address();
            Ok(ui.see_other_saying(&page, said))
        }
        Some(next) => Ok(go_on(&ui, &ask, next.as_ref().map(Id::as_str), said)),
    }
}

/// What a form asks for.
enum Asked {
    Decide(Decision),
    Answer(String, Outcome),
    /// The comment may stay: what others reported is settled.
    Settle,
}

impl Asked {
    fn said(&self) -> &'static str {
        match self {
            Self::Decide(Decision::Release) => "said-text-released",
            Self::Decide(Decision::Hide { .. }) => "said-text-hidden",
            Self::Decide(Decision::Redact { .. }) => "said-text-redacted",
            Self::Decide(Decision::Reopen) => "said-text-reopened",
            Self::Answer(..) => "said-objection-answered",
            Self::Settle => "said-reports-settled",
        }
    }
}

fn asked(fields: &Fields, one: &One) -> Result<Asked, Vec<FieldError>> {
    // The page may be older than the last decision.
    let seen = fields.get("seen").and_then(|n| n.parse().ok());
    if seen != Some(one.past.len()) {
        return Err(vec![FieldError::new("text", "error-text-moved-on")]);
    }
    match fields.get("act") {
        Some("hide") => form::hide(fields).map(Asked::Decide),
        Some("redact") => form::redact(fields, one.text()).map(Asked::Decide),
        Some("settle") => Ok(Asked::Settle),
        Some("reopen") => Ok(Asked::Decide(Decision::Reopen)),
        Some("answer") => {
            form::answer(fields).map(|(words, outcome)| Asked::Answer(words, outcome))
        }
        Some("release") => Ok(Asked::Decide(Decision::Release)),
        _ => Err(vec![FieldError::new("text", "error-text-act")]),
    }
}

fn refused(
    found: &Found,
    ask: &ListAsk,
    fields: &Fields,
    errors: &[FieldError],
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let typed = |name| fields.get(name).unwrap_or_default().to_owned();
    let refill = Refilled {
        reason: typed("reason"),
        note: typed("note"),
        answer: typed("answer"),
        outcome: typed("outcome"),
        errors: ui.messages(errors),
    };
    let page = page(found, ask, refill, ui);
    ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn find<A: Action>(may: &May<A>, id: Id<FreeText>) -> AppResult<Found> {
    let may_decide = may.who().has(Permission::Moderate);
    let sees_original = may.who().has(Permission::SeeRaw);
    may.read(move |conn| {
        let one = store::one(conn, &id)?;
        let context = store::contexts(conn, std::slice::from_ref(&one.about))?.remove(&one.about);
        let by: Vec<String> = one.past.iter().map(|past| past.by.clone()).collect();
        Ok(Found {
            context: context.ok_or(AppError::NotFound)?,
            authors: authors(conn, &by)?,
            one,
            may_decide,
            sees_original,
        })
    })
    .await
}

fn page(found: &Found, ask: &ListAsk, refill: Refilled, ui: &Ui) -> OnePage {
    let Found { one, context, .. } = found;
    let path = format!("{QUEUE}/{}", one.id);
    let address = ask.clone().at(&path).address();
    let (objection, objected_on, answer) = match one.objection.clone() {
        Some(objection) => (
            Some(objection.text),
            Some(objection.made_on),
            objection.answer,
        ),
        None => (None, None, None),
    };
    let original = one.redacted.as_ref().filter(|_| found.sees_original);
    OnePage {
        id: one.id.as_str().to_owned(),
        back_url: ask.clone().at(QUEUE).address(),
        query: address.strip_prefix(&path).unwrap_or_default().to_owned(),
        state: one.state,
        question: context.question.clone(),
        wording: context.wording.clone().unwrap_or_default(),
        survey: context.survey.clone(),
        comment: context.comment.as_ref().map(|comment| CommentAbout {
            name: comment.name.clone(),
            url: comment.url.clone(),
        }),
        reports: one.reports.iter().map(report_row).collect(),
        consultation: context.consultation.clone(),
        publishes: context.publishes,
        mark_key: one.mark.map(Mark::label_key),
        paragraphs: paragraphs(one.text()),
        original: original.map(|_| paragraphs(&one.original)),
        may_decide: found.may_decide,
        is_redacted: one.redacted.is_some(),
        lines: lines(one.text()),
        suggestions: gaps(one.text()),
        seen: one.past.len(),
        reasons: HideReason::ALL.map(choice).into(),
        objection,
        objected_on,
        answer,
        past: one
            .past
            .iter()
            .map(|past| past_row(past, &found.authors, ui))
            .collect(),
        refill,
        limits: [MAX_NOTE, MAX_ANSWER],
    }
}

fn report_row(report: &Report) -> ReportRow {
    ReportRow {
        reason_key: report.reason.unwrap_or(HideReason::Other).label_key(),
        words: report.words.clone(),
        on: report.on,
    }
}

fn choice(reason: HideReason) -> Choice {
    Choice {
        value: reason.as_str(),
        label_key: reason.label_key(),
    }
}

fn past_row(past: &Past, authors: &HashMap<String, Author>, ui: &Ui) -> PastRow {
    let zone = ui.site().zone;
    PastRow {
        decision: past.decision.clone(),
        reason_key: past.reason.map(HideReason::label_key),
        note: past.note.clone().unwrap_or_default(),
        day: zone.day(past.at),
        time: past.at.with_timezone(&zone.0).format("%H:%M").to_string(),
        by: authors.get(&past.by).cloned().unwrap_or_default(),
    }
}

/// The words of a text, line by line.
fn lines(text: &str) -> Vec<Vec<Piece>> {
    let suggested: BTreeSet<usize> = suggestions(text)
        .into_iter()
        .flat_map(|hint| hint.places)
        .collect();
    let mut lines = vec![Vec::new()];
    let mut last = 0;
    for (place, word) in words(text).into_iter().enumerate() {
        if text[last..word.whole.start].contains('\n') {
            lines.push(Vec::new());
        }
        last = word.whole.end;
        let piece = Piece {
            place,
            before: text[word.whole.start..word.core.start].to_owned(),
            core: text[word.core.clone()].to_owned(),
            after: text[word.core.end..word.whole.end].to_owned(),
            is_suggested: suggested.contains(&place),
            is_chosen: false,
        };
        if let Some(line) = lines.last_mut() {
            line.push(piece);
        }
    }
    lines
}

fn gaps(text: &str) -> Vec<Gap> {
    let words = words(text);
    let passage = |hint: &crate::moderation::model::Suggestion| {
        let mut found = words.get(hint.places.clone()).into_iter().flatten();
        let first = found.next()?;
        let last = found.next_back().unwrap_or(first);
        text.get(first.core.start..last.core.end).map(str::to_owned)
    };
    let hints = suggestions(text).into_iter().enumerate();
    hints
        .map(|(number, hint)| Gap {
            number,
            label_key: hint.kind.label_key(),
            passage: passage(&hint).unwrap_or_default(),
        })
        .collect()
}
