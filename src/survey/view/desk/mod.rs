//! The pages on which an editor builds surveys.

mod change;
mod lss;
mod question;
mod survey;

use serde::Serialize;

pub use change::{ConditionPage, CorrectionPage, CorrectionWords, Decider, PartField};
pub use lss::{LossRow, LssPage, LssPreview};
pub use question::{KindsPage, QuestionFormPage};
pub use survey::{
    QuestionRow, ReadingPage, RemovedRow, SurveyFormPage, SurveyPage, SurveyRow, SurveysPage,
};

use crate::consultation::Consultation;
use crate::survey::Mark;
use crate::survey::model::{Question, QuestionKind, Survey};

/// The consultation whose surveys are built.
#[derive(Clone, Debug, Serialize)]
pub struct DeskHead {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Whether whoever is signed in may change surveys, or only read them.
    pub may_edit: bool,
}

impl DeskHead {
    /// The head for a consultation.
    pub fn of(consultation: &Consultation, may_edit: bool) -> Self {
        Self {
            slug: consultation.slug.clone(),
            title: consultation.title.clone(),
            may_edit,
        }
    }
}

/// The survey a page belongs to.
#[derive(Clone, Debug, Serialize)]
pub struct SurveyHead {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
}

impl From<&Survey> for SurveyHead {
    fn from(survey: &Survey) -> Self {
        Self {
            slug: survey.slug.clone(),
            title: survey.title.clone(),
        }
    }
}

/// A word of the town, or one of the product's.
#[derive(Clone, Debug, Serialize)]
pub struct Word {
    /// The town's own text.
    pub text: String,
    /// The key of the product's text.
    pub key: Option<&'static str>,
}

/// After which answers a question is asked, in words.
#[derive(Clone, Debug, Serialize)]
pub struct ConditionWords {
    /// The earlier question.
    pub question: String,
    /// Its answers.
    pub answers: Vec<Word>,
}

impl ConditionWords {
    /// The words for the condition of a question.
    pub fn of(survey: &Survey, question: &Question) -> Option<Self> {
        let condition = question.condition.as_ref()?;
        let earlier = survey.questions.iter().find(|q| q.id == condition.on)?;
        Some(Self {
            question: earlier.text.clone(),
            answers: condition
                .codes
                .iter()
                .map(|code| word(earlier, *code))
                .collect(),
        })
    }
}

/// An answer to a question in words.
pub fn word(question: &Question, code: i32) -> Word {
    if question.kind == QuestionKind::Goal {
        return Word {
            text: String::new(),
            key: Mark::of_code(code).map(Mark::label_key),
        };
    }
    let option = question.options.iter().find(|option| option.code == code);
    Word {
        text: option
            .map(|option| option.label.clone())
            .unwrap_or_default(),
        key: None,
    }
}

/// Values for samples.
mod sample {
    use super::{ConditionWords, DeskHead, SurveyHead, Word};

    pub fn head(may_edit: bool) -> DeskHead {
        DeskHead {
            slug: "ziele".into(),
            title: "Ziele für die Stadt".into(),
            may_edit,
        }
    }

    pub fn survey() -> SurveyHead {
        SurveyHead {
            slug: "leben".into(),
            title: "Zusammenleben".into(),
        }
    }

    pub fn condition() -> ConditionWords {
        let word = |text: &str, key| Word {
            text: text.into(),
            key,
        };
        ConditionWords {
            question: "Wie oft treffen Sie Ihre Nachbarn?".into(),
            answers: vec![word("Oft", None), word("", Some("mark-bolder"))],
        }
    }
}
