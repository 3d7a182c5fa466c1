//! The pages of comments. Complete without script and without a cookie: a receipt code in the address, or typed into the
//! form, says who goes on.

pub mod desk;
pub mod discussion;
pub mod overview;
pub mod own;
mod room;
pub mod voices;

use super::model::{MAX_NAME, MAX_TEXT};
use super::store::{Answer, Shown};
use super::view::{AnswerShown, CommentRow, Head, Subject};
use crate::base::clock::Zone;
use crate::base::error::{AppError, AppResult};
use crate::consultation::{Consultation, TrackKind};
use crate::strategy::view::paragraphs as by_empty_line;
use crate::strategy::{LaidEdition, LaidElement};

/// Most characters of text and name.
const LIMITS: [usize; 2] = [MAX_TEXT, MAX_NAME];

/// The consultation as every page names it.
///
/// # Errors
/// Not found, when it takes no comments at all.
fn head(
    consultation: &Consultation,
    now: chrono::DateTime<chrono::Utc>,
    zone: Zone,
) -> AppResult<Head> {
    let track = consultation.track(TrackKind::Comments);
    let window = track.ok_or(AppError::NotFound)?.window;
    Ok(Head {
        slug: consultation.slug.clone(),
        title: consultation.title.clone(),
        lang: consultation.reading.lang,
        state: window.at(now).as_str(),
        opens: window.first_day(zone),
        closes: window.last_day(zone),
        publishes: consultation.releases_comments,
    })
}

/// A text, paragraph by paragraph.
fn paragraphs(text: &str) -> Vec<String> {
    let lines = text.split('\n').map(str::trim);
    let lines = lines.filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// How an element is called in one line: its title, or the beginning of its text.
fn short(title: &str, text: &str) -> String {
    const MOST: usize = 80;
    if !title.is_empty() {
        return title.to_owned();
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= MOST {
        return text;
    }
    let cut: String = text.chars().take(MOST).collect();
    let whole = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}

/// Where an edition is read.
fn edition_url(edition: &LaidEdition) -> String {
    format!(
        "/strategies/{}/editions/{}",
        edition.strategy, edition.number
    )
}

/// Where an element is read in its edition.
fn element_url(edition: &LaidEdition, key: &str) -> String {
    let field = edition.field_of(key).map(|field| field.key.as_str());
    let page = edition_url(edition);
    match field {
        Some(field) if field == key => format!("{page}/{field}"),
        Some(field) => format!("{page}/{field}#{key}"),
        None => page,
    }
}

fn subject(edition: &LaidEdition, element: &LaidElement) -> Subject {
    Subject {
        kind: element.kind.as_str(),
        key: element.key.clone(),
        label: element.label.clone(),
        title: element.title.clone(),
        paragraphs: by_empty_line(&element.text),
        points: element
            .action_goals()
            .map(|part| short(&part.title, &part.text))
            .collect(),
        reading: element.reading,
        url: element_url(edition, &element.key),
        edition: edition.name.clone(),
    }
}

fn answer_shown(answer: &Answer, zone: Zone) -> AnswerShown {
    AnswerShown {
        paragraphs: paragraphs(&answer.text),
        on: zone.day(answer.at),
    }
}

fn row(shown: Shown, zone: Zone) -> CommentRow {
    CommentRow {
        id: shown.id.as_str().to_owned(),
        paragraphs: paragraphs(&shown.text),
        name: shown.name,
        on: shown.on,
        supports: shown.supports,
        is_own: false,
        is_supported: false,
        is_earlier: false,
        answer: shown.answer.map(|answer| answer_shown(&answer, zone)),
    }
}
