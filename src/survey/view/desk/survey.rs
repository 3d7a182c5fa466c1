//! Surveys of a consultation, and the questions of one.

use serde::Serialize;

use super::{ConditionWords, DeskHead, SurveyHead, Word, sample};
use crate::base::page::{FieldMessage, View};
use crate::strategy::view::Entry;
use crate::translation::Reading;

/// `templates/survey/desk-surveys.html`: the surveys of a consultation.
#[derive(Serialize)]
pub struct SurveysPage {
    /// The consultation.
    pub head: DeskHead,
    /// In their order.
    pub surveys: Vec<SurveyRow>,
    /// What was taken out and can be put back.
    pub removed: Vec<RemovedRow>,
}

/// One survey in the list.
#[derive(Clone, Serialize)]
pub struct SurveyRow {
    /// Its name in addresses.
    pub slug: String,
    /// "2", for a field of action.
    pub label: String,
    /// Its title.
    pub title: String,
    /// `field`, `whole` or `profile`.
    pub about: &'static str,
    /// How many questions it asks.
    pub questions: usize,
    /// Its first page, for the preview; none without a question.
    pub first: Option<String>,
    /// How many questionnaires it has.
    pub answers: i64,
    /// Whether somebody has begun to answer.
    pub is_frozen: bool,
}

/// Something that was taken out.
#[derive(Clone, Serialize)]
pub struct RemovedRow {
    /// What the form sends.
    pub key: String,
    /// What people read.
    pub text: String,
}

/// `templates/survey/desk-survey-form.html`: a new survey, or title and introduction of one.
#[derive(Serialize)]
pub struct SurveyFormPage {
    /// The consultation.
    pub head: DeskHead,
    /// The survey; none when it is new.
    pub survey: Option<SurveyHead>,
    /// The fields of action: key, number, title, and whether a survey asks about it already.
    pub fields: Vec<(String, String, String, bool)>,
    /// What is chosen: `whole`, `profile` or the key of a field.
    pub about: String,
    /// The title as typed.
    pub title: String,
    /// The introduction as typed.
    pub intro: String,
    /// Most characters of title and introduction.
    pub limits: (usize, usize),
    /// What has to be corrected.
    pub errors: Vec<FieldMessage>,
}

/// `templates/survey/desk-survey.html`: the questions of a survey.
#[derive(Serialize)]
pub struct SurveyPage {
    /// The consultation.
    pub head: DeskHead,
    /// The survey.
    pub survey: SurveyHead,
    /// Its introduction.
    pub intro: String,
    /// `field`, `whole` or `profile`.
    pub about: &'static str,
    /// Its questions in their order.
    pub rows: Vec<QuestionRow>,
    /// How many goals of its field it does not ask about.
    pub goals_left: usize,
    /// How many questionnaires it has.
    pub answers: i64,
    /// Whether somebody has begun to answer.
    pub is_frozen: bool,
    /// The text key of why the last act could not be done.
    pub refused: Option<&'static str>,
    /// What was taken out and can be put back.
    pub removed: Vec<RemovedRow>,
}

/// One question in words.
#[derive(Clone, Serialize)]
pub struct QuestionRow {
    /// Its key in addresses.
    pub key: String,
    /// Its number among those that are answered; none for an information.
    pub number: Option<usize>,
    /// "2.4", for a goal.
    pub label: String,
    /// `single`, `ranking`, …
    pub kind: &'static str,
    /// The text key of its kind.
    pub kind_key: &'static str,
    /// The question.
    pub text: String,
    /// A helping sentence; may be empty.
    pub help: String,
    /// Whether it must be answered.
    pub is_required: bool,
    /// What can be chosen.
    pub options: Vec<Word>,
    /// The rows of a scale.
    pub items: Vec<String>,
    /// The wording it is about.
    pub goal: Option<Entry>,
    /// After which answers it is asked.
    pub condition: Option<ConditionWords>,
    /// How many typing errors were corrected in it.
    pub corrections: usize,
}

/// `templates/survey/desk-reading.html`: a whole survey on one page, to read it through.
#[derive(Serialize)]
pub struct ReadingPage {
    /// The consultation.
    pub head: DeskHead,
    /// The survey.
    pub survey: SurveyHead,
    /// Its introduction.
    pub intro: String,
    /// Its questions in their order.
    pub rows: Vec<QuestionRow>,
}

impl View for SurveysPage {
    const TEMPLATE: &'static str = "survey/desk-surveys.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let row = |about, questions: usize, answers| SurveyRow {
            slug: format!("{about}-{answers}"),
            label: if about == "field" {
                "2".into()
            } else {
                String::new()
            },
            title: "Zusammenleben".into(),
            about,
            questions,
            first: (questions > 0).then(|| "sz-2-1".into()),
            answers,
            is_frozen: answers > 0,
        };
        let page = |may_edit, surveys, removed| Self {
            head: sample::head(may_edit),
            surveys,
            removed,
        };
        let rows = vec![
            row("field", 5, 0),
            row("whole", 0, 0),
            row("profile", 2, 12),
        ];
        vec![
            page(true, Vec::new(), Vec::new()),
            page(true, rows.clone(), vec![removed()]),
            page(false, rows, Vec::new()),
        ]
    }
}

fn removed() -> RemovedRow {
    RemovedRow {
        key: "wie-oft".into(),
        text: "Wie oft treffen Sie Ihre Nachbarn?".into(),
    }
}

impl View for SurveyFormPage {
    const TEMPLATE: &'static str = "survey/desk-survey-form.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let field = |n: u8, is_taken| {
            (
                format!("hf-{n}"),
                n.to_string(),
                "Zusammenleben".to_owned(),
                is_taken,
            )
        };
        let page = |survey, errors| Self {
            head: sample::head(true),
            survey,
            fields: vec![field(1, true), field(2, false)],
            about: "hf-2".into(),
            title: "Zusammenleben".into(),
            intro: String::new(),
            limits: (200, 2000),
            errors,
        };
        let error = |field: &str| FieldMessage {
            field_id: field.into(),
            message: "Bitte ausfüllen.".into(),
        };
        vec![
            page(None, Vec::new()),
            page(None, vec![error("about"), error("title"), error("intro")]),
            page(Some(sample::survey()), Vec::new()),
        ]
    }
}

pub(super) fn rows() -> Vec<QuestionRow> {
    let row = |kind, kind_key, number: Option<usize>| QuestionRow {
        key: format!("frage-{}", number.unwrap_or_default()),
        number,
        label: String::new(),
        kind,
        kind_key,
        text: "Wie oft treffen Sie Ihre Nachbarn?".into(),
        help: String::new(),
        is_required: false,
        options: Vec::new(),
        items: Vec::new(),
        goal: None,
        condition: None,
        corrections: 0,
    };
    let word = |text: &str| Word {
        text: text.into(),
        key: None,
    };
    let goal = Entry {
        talk: None,
        kind: "goal",
        key: "frage-1".into(),
        label: "2.4".into(),
        title: "Gewalt verringern".into(),
        paragraphs: vec!["Alle leben sicher.".into()],
        children: Vec::new(),
        reading: Reading::default(),
    };
    vec![
        QuestionRow {
            label: "2.4".into(),
            options: vec![Word {
                text: String::new(),
                key: Some("mark-right"),
            }],
            goal: Some(goal),
            ..row("goal", "question-kind-goal", Some(1))
        },
        QuestionRow {
            help: "So sehen wir, was fehlt.".into(),
            is_required: true,
            options: vec![word("Oft"), word("Nie")],
            items: vec!["Im Park".into()],
            corrections: 1,
            ..row("scale", "question-kind-scale", Some(2))
        },
        QuestionRow {
            condition: Some(sample::condition()),
            ..row("long_text", "question-kind-long-text", Some(3))
        },
        row("information", "question-kind-information", None),
    ]
}

impl View for SurveyPage {
    const TEMPLATE: &'static str = "survey/desk-survey.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |may_edit, rows, is_frozen: bool| Self {
            head: sample::head(may_edit),
            survey: sample::survey(),
            intro: "Es geht um das Miteinander.".into(),
            about: "field",
            rows,
            goals_left: usize::from(!is_frozen),
            answers: i64::from(is_frozen) * 12,
            is_frozen,
            refused: None,
            removed: Vec::new(),
        };
        let refused = Self {
            refused: Some("desk-survey-refused-behind"),
            removed: vec![removed()],
            intro: String::new(),
            about: "profile",
            ..page(true, rows(), false)
        };
        vec![
            page(true, Vec::new(), false),
            page(true, rows(), false),
            page(true, rows(), true),
            page(false, rows(), false),
            refused,
        ]
    }
}

impl View for ReadingPage {
    const TEMPLATE: &'static str = "survey/desk-reading.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |rows| Self {
            head: sample::head(true),
            survey: sample::survey(),
            intro: "Es geht um das Miteinander.".into(),
            rows,
        };
        vec![page(Vec::new()), page(rows())]
    }
}
