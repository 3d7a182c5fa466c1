//! Before the first and after the last question.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::head::{CodeWords, Head, sample};
use super::question::AnswerWords;
use crate::base::clock::Zone;
use crate::base::page::View;
use crate::consultation::{Consultation, TrackKind};
use crate::survey::model::{QuestionKind, Survey};
use crate::translation::view::Languages;

/// `templates/survey/intro.html`: what the survey is, how long it takes, what happens with the answers, and the button.
#[derive(Serialize)]
pub struct IntroPage {
    /// Where one is.
    pub head: Head,
    /// `later`, `open` or `over`.
    pub state: &'static str,
    /// The first day of the survey.
    pub opens: chrono::NaiveDate,
    /// How many surveys one may choose from.
    pub surveys: usize,
    /// How many goals they ask about.
    pub goals: usize,
    /// The languages to read in.
    pub languages: Languages,
    /// Whether there are access codes, for those who were invited.
    pub takes_codes: bool,
}

impl IntroPage {
    /// The page as it is at an instant; none for a consultation without a survey track.
    pub fn of(
        consultation: &Consultation,
        surveys: &[Survey],
        languages: Languages,
        now: DateTime<Utc>,
        zone: Zone,
    ) -> Option<Self> {
        let track = consultation.track(TrackKind::Survey)?;
        let asked: Vec<&Survey> = surveys.iter().filter(|survey| !survey.is_profile).collect();
        let questions = asked.iter().flat_map(|survey| &survey.questions);
        Some(Self {
            languages,
            takes_codes: false,
            head: Head::of(consultation, zone),
            state: track.window.at(now).as_str(),
            opens: track.window.first_day(zone),
            surveys: asked.len(),
            goals: questions
                .filter(|question| question.kind == QuestionKind::Goal)
                .count(),
        })
    }
}

/// `templates/survey/tasks.html`: the surveys to choose from, each with its state.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own that the page answers"
)]
#[derive(Serialize)]
pub struct TasksPage {
    /// Whether comments are written under the same code.
    pub has_comments: bool,
    /// Where one is.
    pub head: Head,
    /// The code that leads back here.
    pub code: CodeWords,
    /// Whether it is open; if not, the page only shows.
    pub is_open: bool,
    /// Whether something has been submitted already.
    pub is_submitted: bool,
    /// Whether anything is answered, so that the review makes sense.
    pub has_answers: bool,
    /// The surveys about fields of action or the whole.
    pub tasks: Vec<Task>,
    /// The surveys about the person.
    pub profiles: Vec<Task>,
}

/// One survey to answer.
#[derive(Clone, Serialize)]
pub struct Task {
    /// Its name in addresses.
    pub slug: String,
    /// "2", for a field of action.
    pub label: String,
    /// Its title.
    pub title: String,
    /// The language of its texts, when it is not the town's.
    pub lang: Option<&'static str>,
    /// How many questions it has.
    pub questions: usize,
    /// How many are answered or skipped.
    pub seen: usize,
    /// How many are answered.
    pub answered: usize,
    /// `new`, `begun` or `done`.
    pub state: &'static str,
    /// The key of the question with which to go on.
    pub next: String,
}

/// `templates/survey/review.html`: all answers, each with its way back, and the button that submits.
#[derive(Serialize)]
pub struct ReviewPage {
    /// Where one is.
    pub head: Head,
    /// The code that leads back here.
    pub code: CodeWords,
    /// Whether something has been submitted already: then this is a correction.
    pub is_submitted: bool,
    /// Pressed with nothing to submit.
    pub is_empty_submit: bool,
    /// Pressed while these questions still need an answer.
    pub missing: Vec<Missing>,
    /// The surveys with at least one question seen.
    pub surveys: Vec<ReviewSurvey>,
    /// How many surveys are left untouched.
    pub untouched: usize,
    /// How many there are, profiles aside.
    pub total: usize,
    /// How many have an answer, profiles aside.
    pub answered: usize,
}

/// A question that needs an answer before anything is submitted.
#[derive(Clone, Serialize)]
pub struct Missing {
    /// The survey's name in addresses.
    pub survey: String,
    /// The question's key in addresses.
    pub key: String,
    /// The question.
    pub text: String,
    /// The language of its texts, when it is not the town's.
    pub lang: Option<&'static str>,
}

/// One survey under review.
#[derive(Clone, Serialize)]
pub struct ReviewSurvey {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The language of its texts, when it is not the town's.
    pub lang: Option<&'static str>,
    /// Its questions.
    pub rows: Vec<ReviewRow>,
}

/// One question under review.
#[derive(Clone, Serialize)]
pub struct ReviewRow {
    /// Its key in addresses.
    pub key: String,
    /// "2.4", for a goal.
    pub label: String,
    /// The question.
    pub text: String,
    /// The language of its texts, when it is not the town's.
    pub lang: Option<&'static str>,
    /// What was answered.
    pub answer: AnswerWords,
}

impl View for IntroPage {
    const TEMPLATE: &'static str = "survey/intro.html";
    const ALIKE: bool = true;

    fn samples() -> Vec<Self> {
        ["later", "open", "over"]
            .map(|state| Self {
                takes_codes: state == "open",
                head: sample::head(),
                state,
                opens: sample::day(),
                surveys: 12,
                goals: 41,
                languages: Languages::sample(),
            })
            .into()
    }
}

impl View for TasksPage {
    const TEMPLATE: &'static str = "survey/tasks.html";
    const PRIVATE: bool = true;
    const SURVEY_MODE: bool = true;
    const ALIKE: bool = true;

    fn samples() -> Vec<Self> {
        let task = |state, seen| Task {
            slug: "zusammenleben".into(),
            label: "2".into(),
            title: "Zusammenleben".into(),
            lang: None,
            questions: 4,
            seen,
            answered: seen,
            state,
            next: "sz-2-1".into(),
        };
        let page = |is_open, is_submitted| Self {
            head: sample::head(),
            code: sample::code(),
            is_open,
            is_submitted,
            has_comments: is_open,
            has_answers: is_submitted,
            tasks: vec![task("new", 0), task("begun", 2), task("done", 4)],
            profiles: vec![task("new", 0)],
        };
        vec![page(true, false), page(true, true), page(false, true)]
    }
}

impl View for ReviewPage {
    const TEMPLATE: &'static str = "survey/review.html";
    const PRIVATE: bool = true;
    const SURVEY_MODE: bool = true;

    fn samples() -> Vec<Self> {
        let rows = AnswerWords::samples().into_iter().map(|answer| ReviewRow {
            key: "sz-2-4".into(),
            label: "2.4".into(),
            text: "Gewalt verringern".into(),
            lang: None,
            answer,
        });
        let survey = ReviewSurvey {
            slug: "zusammenleben".into(),
            title: "Zusammenleben".into(),
            lang: Some("tr"),
            rows: rows.collect(),
        };
        let page = |is_submitted, surveys: Vec<ReviewSurvey>| Self {
            head: sample::head(),
            code: sample::code(),
            is_submitted,
            is_empty_submit: surveys.is_empty(),
            missing: Vec::new(),
            answered: surveys.len(),
            surveys,
            untouched: 11,
            total: 12,
        };
        let missing = Missing {
            survey: "zusammenleben".into(),
            key: "treffpunkt".into(),
            text: "Wo treffen Sie sich?".into(),
            lang: None,
        };
        vec![
            page(false, vec![survey.clone()]),
            Self {
                missing: vec![missing],
                ..page(false, vec![survey.clone()])
            },
            page(true, vec![survey]),
            page(false, Vec::new()),
        ]
    }
}
