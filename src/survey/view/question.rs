//! One question a page.

use chrono::NaiveDate;
use serde::Serialize;

use super::head::{Head, sample};
use crate::base::form::FieldError;
use crate::base::page::View;
use crate::strategy::view::Entry;
use crate::survey::mark::Mark;
use crate::survey::model::{Answer, Question, QuestionKind};
use crate::translation::{ContentLang, Reading};

/// `templates/survey/question.html`: the wording or the question on one side, the answer on the other.
#[derive(Serialize)]
pub struct QuestionPage {
    /// Where one is.
    pub head: Head,
    /// Where "back" leads.
    pub back_url: String,
    /// The text key of what "back" is: `survey-back-review`, `survey-back-question` or `survey-back-tasks`.
    pub back_key: &'static str,
    /// What the form sends along unseen: name and value.
    pub hidden: Vec<(&'static str, String)>,
    /// Where a preview ends; none for residents.
    pub preview_end: Option<String>,
    /// The survey's title.
    pub survey_title: String,
    /// The language of title and introduction, when it is not the town's.
    pub survey_lang: Option<&'static str>,
    /// Its introduction, on its first question.
    pub intro: String,
    /// Whether it is about the person.
    pub is_profile: bool,
    /// Which question, from 1, of those that are asked; for an information the one before it.
    pub number: usize,
    /// How many are asked after the answers so far.
    pub total: usize,
    /// Whether the page was opened from the review and leads back there.
    pub from_review: bool,
    /// The kind of the question, as in [`QuestionKind::as_str`].
    pub kind: &'static str,
    /// The question; for a goal its title.
    pub text: String,
    /// How question, help and what can be chosen read.
    pub reading: Reading,
    /// A helping sentence; may be empty.
    pub help: String,
    /// Whether it must be answered.
    pub is_required: bool,
    /// The goal laid open, with its action goals.
    pub goal: Option<Entry>,
    /// What can be chosen (marks, options, scale points), with what is chosen.
    pub options: Vec<ChoiceView>,
    /// The rows of a scale, the options of a ranking.
    pub items: Vec<ItemView>,
    /// The comment, text or number as typed.
    #[serde(skip)]
    pub typed: String,
    /// The most characters of the comment or text.
    pub most: usize,
    /// What has to be corrected.
    pub errors: Vec<FieldError>,
}

/// Something that can be chosen.
#[derive(Clone, Serialize)]
pub struct ChoiceView {
    /// What the form sends.
    pub value: String,
    /// What people read, when it is the administration's own text.
    pub label: String,
    /// The text key of the label, when it is one of the product's.
    pub label_key: Option<&'static str>,
    /// The text key of a sentence that explains it.
    pub hint_key: Option<&'static str>,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// A row of a scale.
#[derive(Clone, Serialize)]
pub struct ItemView {
    /// Its key; the form sends `item.<key>`, for a ranking `place.<key>`.
    pub key: String,
    /// What people read.
    pub label: String,
    /// The value or place chosen; empty when none is.
    pub value: String,
}

/// An answer in words, for review and receipt.
#[derive(Clone, Serialize)]
pub struct AnswerWords {
    /// `none` (never opened), `skipped` or `given`.
    pub state: &'static str,
    /// The text key of the mark.
    pub mark_key: Option<&'static str>,
    /// Labels of what was chosen, "item: point" for a scale, "1. option" for a ranking, or a number.
    pub chosen: Vec<String>,
    /// The day that was given.
    pub day: Option<NaiveDate>,
    /// The comment or text; empty when there is none.
    pub text: String,
}

impl AnswerWords {
    /// The words for an answer to a question; none when it was never opened.
    pub fn of(question: &Question, answer: Option<&Answer>) -> Self {
        let mut words = Self {
            state: "given",
            mark_key: None,
            chosen: Vec::new(),
            day: None,
            text: String::new(),
        };
        let label = |choices: &[crate::survey::model::Choice], code: i32| {
            let found = choices.iter().find(|choice| choice.code == code);
            found.map(|choice| choice.label.clone()).unwrap_or_default()
        };
        match answer {
            None => words.state = "none",
            Some(Answer::Skipped) => words.state = "skipped",
            Some(Answer::Goal { mark, comment }) => {
                words.mark_key = mark.map(Mark::label_key);
                words.text = comment.clone().unwrap_or_default();
            }
            Some(Answer::Single(code)) => words.chosen = vec![label(&question.options, *code)],
            Some(Answer::Multiple(codes)) => {
                words.chosen = codes
                    .iter()
                    .map(|code| label(&question.options, *code))
                    .collect();
            }
            Some(Answer::Scale(points)) => {
                let line = |(item, point): (&i32, &i32)| {
                    let item = label(&question.items, *item);
                    format!("{item}: {}", label(&question.options, *point))
                };
                words.chosen = points.iter().map(line).collect();
            }
            Some(Answer::Ranking(order)) => {
                let line = |(place, code): (i32, &i32)| {
                    format!("{place}. {}", label(&question.options, *code))
                };
                words.chosen = (1..).zip(order).map(line).collect();
            }
            Some(Answer::Date(day)) => words.day = Some(*day),
            Some(Answer::Number(number)) => words.chosen = vec![number.to_string()],
            Some(Answer::Text(text)) => words.text.clone_from(text),
        }
        words
    }

    pub(super) fn samples() -> Vec<Self> {
        let words = |state, mark_key, chosen: &[&str], text: &str| Self {
            state,
            mark_key,
            chosen: chosen.iter().map(|s| (*s).to_owned()).collect(),
            day: None,
            text: text.to_owned(),
        };
        let dated = Self {
            day: Some(sample::day()),
            ..words("given", None, &[], "")
        };
        vec![
            words("none", None, &[], ""),
            words("skipped", None, &[], ""),
            words("given", Some("mark-right"), &[], ""),
            words("given", Some("mark-bolder"), &[], "Bitte trennen."),
            words("given", None, &["Im Park", "Im Café"], ""),
            dated,
        ]
    }
}

/// `templates/survey/closed.html`: the survey has ended; what was typed is still there.
#[derive(Serialize)]
pub struct ClosedPage {
    /// Where one was.
    pub head: Head,
    /// The code in the address.
    pub code: String,
    /// Whether answers were submitted in time; they count.
    pub is_submitted: bool,
    /// The question that was being answered.
    pub text: String,
    /// The language of the question, when it is not the town's.
    pub lang: Option<&'static str>,
    /// What was chosen and typed on the page that came too late.
    pub answer: AnswerWords,
}

impl View for QuestionPage {
    const TEMPLATE: &'static str = "survey/question.html";
    const PRIVATE: bool = true;
    const SURVEY_MODE: bool = true;
    const ALIKE: bool = true;

    fn typed(&self) -> Option<&str> {
        Some(self.typed.as_str()).filter(|typed| !typed.is_empty())
    }

    fn samples() -> Vec<Self> {
        let kinds = QuestionKind::ALL.map(QuestionKind::as_str);
        let mut pages: Vec<_> = kinds.into_iter().map(sample_page).collect();
        let mut faulty = sample_page("goal");
        faulty.errors = vec![
            FieldError::new("mark", "error-mark-missing"),
            FieldError::new("comment", "error-text-too-long")
                .with("length", 2214)
                .with("most", 2000)
                .with("over", 214),
        ];
        faulty.typed = "Der Weg ist dunkel …".into();
        pages.push(faulty);
        pages
    }
}

impl View for ClosedPage {
    const TEMPLATE: &'static str = "survey/closed.html";
    const PRIVATE: bool = true;
    const SURVEY_MODE: bool = true;

    fn samples() -> Vec<Self> {
        AnswerWords::samples()
            .into_iter()
            .map(|answer| Self {
                head: sample::head(),
                code: sample::code().plain,
                is_submitted: answer.text.is_empty(),
                text: "Gewalt verringern".into(),
                lang: None,
                answer,
            })
            .collect()
    }
}

fn sample_page(kind: &'static str) -> QuestionPage {
    let is_goal = kind == "goal";
    let options = Mark::FORM.into_iter().map(|mark| ChoiceView {
        value: mark.as_str().into(),
        label: if is_goal {
            String::new()
        } else {
            "Im Park".into()
        },
        label_key: is_goal.then(|| mark.label_key()),
        hint_key: is_goal.then(|| mark.hint_key()),
        is_chosen: mark == Mark::Bolder,
    });
    QuestionPage {
        head: sample::head(),
        back_url: "/p/k7mq/zusammenleben/sz-2-1".into(),
        back_key: if is_goal {
            "survey-back-tasks"
        } else {
            "survey-back-question"
        },
        hidden: vec![("from", "review".into())],
        preview_end: (kind == "date").then(|| "/desk/consultations/ziele/surveys/leben".into()),
        survey_title: "Zusammenleben".into(),
        survey_lang: None,
        intro: if is_goal {
            String::new()
        } else {
            "Noch ein paar Fragen.".into()
        },
        is_profile: kind == "single",
        number: 2,
        total: 4,
        from_review: kind == "number",
        kind,
        text: "Gewalt verringern".into(),
        reading: Reading::default(),
        help: if is_goal {
            String::new()
        } else {
            "Sie können auch nichts ankreuzen.".into()
        },
        is_required: kind == "number",
        goal: is_goal.then(|| Entry {
            talk: None,
            kind: "goal",
            key: "sz-2-4".into(),
            label: "2.4".into(),
            title: "Gewalt verringern".into(),
            paragraphs: vec!["Alle leben sicher.".into()],
            children: vec![Entry {
                talk: None,
                kind: "action_goal",
                key: "sz-2-4-a".into(),
                label: String::new(),
                title: String::new(),
                paragraphs: vec!["Wege sind hell.".into()],
                children: Vec::new(),
                reading: Reading::missing(ContentLang::Plain),
            }],
            reading: Reading::default(),
        }),
        options: options.collect(),
        items: vec![ItemView {
            key: "bus".into(),
            label: "Bus".into(),
            value: "right".into(),
        }],
        typed: String::new(),
        most: 2000,
        errors: Vec::new(),
    }
}
