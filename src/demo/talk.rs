//! People comment on the drafts: the words are written beforehand, in the order in which they came.

use chrono::NaiveDate;
use serde::Deserialize;

use super::stage::Stage;
use crate::base::error::AppError;
use crate::base::id::Id;
use crate::comment::{
    self, AnswerComments, Given, NewComment, ReportComment, give, place, report, support,
};
use crate::consultation::Consultation;
use crate::moderation::model::Decision;
use crate::moderation::{ModerateTexts, decide, release};
use crate::participation::{self, Participate};
use crate::survey::{FreeText, HideReason};

/// A comment of the story.
#[derive(Clone, Debug, Deserialize)]
struct Said {
    element: String,
    name: String,
    supports: usize,
    fate: Fate,
    text: String,
    answer: String,
}

/// What becomes of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Fate {
    /// Everyone reads it.
    #[default]
    #[serde(rename = "")]
    Public,
    /// Nobody does: it insults.
    Insult,
    /// Nobody does: it advertises.
    Advert,
    /// Everyone reads it, and somebody has reported it.
    Reported,
    /// Nobody has decided yet.
    Waiting,
}

impl Fate {
    /// What the moderator decides, where the comment does not become public.
    fn decision(self) -> Option<Decision> {
        let (reason, note) = match self {
            Self::Public | Self::Reported | Self::Waiting => return None,
            Self::Insult => (
                HideReason::Insult,
                "Bitte schreiben Sie es sachlich, dann veröffentlichen wir es gern.",
            ),
            Self::Advert => (
                HideReason::Advert,
                "Angebote von Firmen gehören nicht in die Diskussion. Was Sie zu dieser Stelle meinen, veröffentlichen wir gern.",
            ),
        };
        let note = Some(note.to_owned());
        Some(Decision::Hide { reason, note })
    }
}

/// The days of a discussion.
pub struct Days {
    /// On which people comment, one after the other, again and again.
    pub given: Vec<NaiveDate>,
    /// The administration reads and releases.
    pub read: NaiveDate,
    /// Others say that they see it the same way.
    pub supported: NaiveDate,
    /// The administration answers.
    pub answered: NaiveDate,
}

/// Plays a discussion.
pub fn play(
    stage: &Stage,
    consultation: &Consultation,
    file: &str,
    days: &Days,
) -> anyhow::Result<()> {
    let rows = csv::Reader::from_reader(file.as_bytes()).into_deserialize();
    let said: Vec<Said> = rows.collect::<Result<_, _>>()?;
    let given = give_all(stage, consultation, &said, days)?;
    let all = || said.iter().zip(&given);
    let of = |fate: Fate| all().filter(move |(said, _)| said.fate == fate);
    let public: Vec<_> = of(Fate::Public)
        .chain(of(Fate::Reported))
        .map(|(_, id)| id.clone())
        .collect();
    let hidden: Vec<_> = all()
        .filter_map(|(said, id)| Some((id.clone(), said.fate.decision()?)))
        .collect();
    stage
        .may::<ModerateTexts>(days.read)?
        .write_here(move |tx| {
            release(tx, &public)?;
            for (id, decision) in &hidden {
                decide(tx, id, decision)?;
            }
            Ok(())
        })?;
    let voices = all()
        .map(|(said, id)| (id.clone(), said.supports))
        .collect();
    raise(stage, consultation, voices, days.supported)?;
    for (said, id) in all().filter(|(said, _)| !said.answer.is_empty()) {
        let (id, words) = (id.clone(), said.answer.clone());
        stage
            .may::<AnswerComments>(days.answered)?
            .write_here(move |tx| comment::answer(tx, &id, Some(&words)))?;
    }
    for (_, id) in of(Fate::Reported) {
        let (id, day) = (id.clone(), days.answered);
        let words = "Das wirft alle Jugendlichen in einen Topf.";
        stage
            .may::<ReportComment>(day)?
            .write_here(move |tx| report(tx, &id, (HideReason::Other, words), day))?;
    }
    Ok(())
}

/// Each comment under a receipt of its own, on its day.
fn give_all(
    stage: &Stage,
    consultation: &Consultation,
    said: &[Said],
    days: &Days,
) -> anyhow::Result<Vec<Id<FreeText>>> {
    let mut ids = Vec::new();
    for (said, day) in said.iter().zip(days.given.iter().copied().cycle()) {
        let may = stage.may::<Participate>(day)?;
        let (of, hash, key) = (
            consultation.clone(),
            stage.new_receipt(),
            said.element.clone(),
        );
        let new = NewComment {
            text: said.text.clone(),
            name: Some(said.name.clone()).filter(|name| !name.is_empty()),
        };
        let id = may.write_here(move |tx| {
            let person = participation::start(tx, &of.id, &hash, day)?;
            let place = place(tx.conn, &of, &key)?;
            match give(tx, &person, &place, &new, day)? {
                Given::New(id) | Given::Same(id) => Ok(id),
                Given::TooMany => Err(AppError::NotFound),
            }
        })?;
        ids.push(id);
    }
    Ok(ids)
}

/// As many people as the most supported comment has; the first of them agree with nearly everything.
fn raise(
    stage: &Stage,
    consultation: &Consultation,
    voices: Vec<(Id<FreeText>, usize)>,
    day: NaiveDate,
) -> anyhow::Result<()> {
    let most = voices.iter().map(|(_, n)| *n).max().unwrap_or_default();
    let receipts: Vec<String> = (0..most).map(|_| stage.new_receipt()).collect();
    let of = consultation.id.clone();
    stage.may::<Participate>(day)?.write_here(move |tx| {
        for (n, hash) in receipts.iter().enumerate() {
            participation::start(tx, &of, hash, day)?;
            let person = participation::find(tx.conn, hash)?;
            for (id, _) in voices.iter().filter(|(_, wanted)| n < *wanted) {
                support(tx, &person, id, true)?;
            }
        }
        Ok(())
    })?;
    Ok(())
}
