//! What pages say about bodies and papers.

pub mod bodies;
pub mod desk;
pub mod forms;
pub mod public;

use chrono::NaiveDate;
use serde::Serialize;

use super::model::{
    self, BodyKind, Brought, Outcome, Paper, PaperKind, Seen, Sight, Step, StepRole, Vote,
};
use crate::base::attachment::Attached;
use crate::strategy::view::paragraphs;
use crate::strategy::view::way::{OpenStep, PaperWay, Source, StepShown, VoteShown};

pub use bodies::{BodiesPage, BodyPage};
pub use desk::{DeskPaperPage, DeskPapersPage};
pub use forms::{EditionOption, PaperFormPage, StepFormPage};
pub use public::{PaperPage, PapersPage};

/// Something to choose.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    /// As the form sends it.
    pub value: &'static str,
    /// The text that names it.
    pub key: &'static str,
}

impl Choice {
    /// The kinds of papers.
    pub fn papers() -> Vec<Self> {
        let choice = |kind: &PaperKind| Self::of(kind.as_str(), kind.label_key());
        PaperKind::ALL.iter().map(choice).collect()
    }

    /// The kinds of bodies.
    pub fn bodies() -> Vec<Self> {
        let choice = |kind: &BodyKind| Self::of(kind.as_str(), kind.label_key());
        BodyKind::ALL.iter().map(choice).collect()
    }

    /// What bodies do with papers.
    pub fn roles() -> Vec<Self> {
        let choice = |role: &StepRole| Self::of(role.as_str(), role.label_key());
        StepRole::ALL.iter().map(choice).collect()
    }

    /// What can come of a step.
    pub fn outcomes() -> Vec<Self> {
        let choice = |one: &Outcome| Self::of(one.as_str(), one.label_key());
        Outcome::ALL.iter().map(choice).collect()
    }

    fn of(value: &'static str, key: &'static str) -> Self {
        Self { value, key }
    }
}

/// A file to download.
#[derive(Clone, Debug, Serialize)]
pub struct FileRow {
    /// Which.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub media: &'static str,
    /// Its size in kibibytes, rounded up.
    pub kib: i64,
}

impl From<&Attached> for FileRow {
    fn from(file: &Attached) -> Self {
        Self {
            id: file.id.to_string(),
            name: file.name.clone(),
            media: file.media.label(),
            kib: (file.bytes + 1023) / 1024,
        }
    }
}

/// An edition that a paper brings, or that came of it.
#[derive(Clone, Debug, Serialize)]
pub struct EditionShown {
    /// The strategy's name in addresses.
    pub strategy: String,
    /// The strategy's title.
    pub title: String,
    /// The edition's number.
    pub number: i32,
    /// The edition's name.
    pub name: String,
    /// Whether everyone may read it.
    pub is_public: bool,
}

impl From<&Brought> for EditionShown {
    fn from(edition: &Brought) -> Self {
        Self {
            strategy: edition.strategy.clone(),
            title: edition.title.clone(),
            number: edition.number,
            name: edition.name.clone(),
            is_public: edition.is_public,
        }
    }
}

/// A step, for whom it is open, as pages show it.
pub fn open_step(step: &Step) -> OpenStep {
    let badge = step.outcome.map(Outcome::badge);
    OpenStep {
        body: step.body.name.clone(),
        role_key: step.role.label_key(),
        is_public: step.is_public,
        outcome: step.outcome_key().zip(badge),
        vote: step.vote.map(|vote| VoteShown {
            kind: vote.as_str(),
            numbers: Vote::numbers(vote),
        }),
        wording: paragraphs(&step.wording),
    }
}

/// The way of a paper as somebody sees it on a day.
pub fn shown(paper: &Paper, sight: &Sight, today: NaiveDate) -> Vec<StepShown> {
    let next = paper.way.next(sight, today);
    let step = |seen: Seen<'_>| StepShown {
        day: seen.day(),
        is_ahead: seen.day() >= today && seen.open().is_none_or(|step| step.outcome.is_none()),
        is_next: next == Some(seen),
        open: seen.open().map(open_step),
    };
    paper.way.seen_by(sight).map(step).collect()
}

/// A paper with its way, as everyone sees it.
pub fn way_of(paper: &Paper, today: NaiveDate) -> PaperWay {
    way_for(paper, &Sight::Public, today)
}

/// A paper with its way, as somebody sees it.
pub fn way_for(paper: &Paper, sight: &Sight, today: NaiveDate) -> PaperWay {
    PaperWay {
        url: format!("/papers/{}", paper.id),
        reference: paper.details.reference.clone(),
        kind_key: paper.details.kind.label_key(),
        subject: paper.details.subject.clone(),
        steps: shown(paper, sight, today),
    }
}

/// Out of which paper a decided edition came.
pub fn source_of(source: &model::Source) -> Source {
    Source {
        url: format!("/papers/{}", source.paper),
        reference: source.reference.clone(),
        body: source.body.clone(),
        day: source.day,
    }
}

/// A step in a line of a list.
#[derive(Clone, Debug, Serialize)]
pub struct NextStep {
    /// The day.
    pub day: NaiveDate,
    /// The body; none when it is not public for whoever looks.
    pub body: Option<String>,
}

impl NextStep {
    /// What comes next for a paper.
    pub fn of(paper: &Paper, sight: &Sight, today: NaiveDate) -> Option<Self> {
        paper.way.next(sight, today).map(|seen| Self {
            day: seen.day(),
            body: seen.open().map(|step| step.body.name.clone()),
        })
    }
}

/// Values for samples.
mod sample {
    use chrono::NaiveDate;

    use super::{EditionShown, FileRow, NextStep};

    pub fn edition(is_public: bool) -> EditionShown {
        EditionShown {
            strategy: "ziele".into(),
            title: "Ziele für die Stadt".into(),
            number: 2,
            name: "Überarbeiteter Entwurf".into(),
            is_public,
        }
    }

    pub fn file() -> FileRow {
        FileRow {
            id: "k7mq".into(),
            name: "Anlage 1.pdf".into(),
            media: "PDF",
            kib: 240,
        }
    }

    pub fn next(body: Option<&str>) -> NextStep {
        NextStep {
            day: NaiveDate::default(),
            body: body.map(str::to_owned),
        }
    }
}
