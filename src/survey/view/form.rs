//! The whole questionnaire on paper, and the same questions on the screen on which a paper form is typed.

use std::collections::HashMap;

use serde::Serialize;

use super::form_sample::sample_sections;
use super::head::{Head, sample};
use crate::base::page::View;
use crate::strategy::LaidEdition;
use crate::strategy::view::Entry;
use crate::survey::form::{SheetForm, place_field};
use crate::survey::mark::Mark;
use crate::survey::model::{Choice, MAX_COMMENT, MAX_LONG, MAX_SHORT};
use crate::survey::model::{Question, QuestionKind, Survey};

/// `templates/survey/form.html`: the questionnaire to print, for everyone.
#[derive(Serialize)]
pub struct FormPage {
    /// The sheets.
    pub form: PrintedForm,
}

/// `templates/survey/desk-form.html`: the same for staff, at any time.
#[derive(Serialize)]
pub struct DeskFormPage {
    /// The sheets.
    pub form: PrintedForm,
}

/// The questionnaire as it is printed.
#[derive(Clone, Serialize)]
pub struct PrintedForm {
    /// Where one is.
    pub head: Head,
    /// Where printed forms are handed in; may be empty.
    pub hand_in: String,
    /// Whom to ask.
    pub contact: Option<String>,
    /// The address of the online form, with host.
    pub address: String,
    /// Its QR code, as a path of unit squares with margin.
    pub qr_path: String,
    /// The edge of the QR code.
    pub qr_size: i32,
    /// The questions.
    pub sections: Vec<FormSection>,
}

/// One survey on the form.
#[derive(Clone, Serialize)]
pub struct FormSection {
    /// Its name in addresses.
    pub slug: String,
    /// "2", for a field of action.
    pub label: String,
    /// Its title.
    pub title: String,
    /// Sentences before the first question.
    pub intro: String,
    /// Its questions.
    pub questions: Vec<FormQuestion>,
}

/// One question on the form.
#[derive(Clone, Serialize)]
pub struct FormQuestion {
    /// Its number on the whole form, from 1; 0 for what is only to be read.
    pub number: usize,
    /// The beginning of its fields' names: `q12`.
    pub field: String,
    /// "2.4", for a goal.
    pub label: String,
    /// Its kind, as in [`QuestionKind::as_str`].
    pub kind: &'static str,
    /// The question; for a goal its title.
    pub text: String,
    /// A helping sentence; may be empty.
    pub help: String,
    /// The goal laid open, with its action goals.
    pub goal: Option<Entry>,
    /// After which answers it is asked.
    pub after: Option<FormAfter>,
    /// Boxes, with their numbers; for a scale its points.
    pub options: Vec<FormChoice>,
    /// Whether no box is crossed.
    pub is_blank: bool,
    /// The rows of a scale, the options of a ranking.
    pub items: Vec<FormChoice>,
    /// The comment, text, number or day as typed.
    pub typed: String,
    /// The most characters of a text.
    pub most: usize,
    /// What to do about it.
    pub error: Option<String>,
}

/// A box on the form.
#[derive(Clone, Serialize)]
pub struct FormChoice {
    /// The number beside it: what can be pressed on the keyboard, and what is stored.
    pub code: i32,
    /// What the form sends; for a row the rest of its field's name.
    pub value: String,
    /// What people read.
    pub label: String,
    /// The text key of the label, when it is one of the product's.
    pub label_key: Option<&'static str>,
    /// Whether it is chosen; for a row whether anything is.
    pub is_chosen: bool,
    /// The point or the place chosen in a row.
    pub chosen: String,
}

/// After which answers a question is asked.
#[derive(Clone, Serialize)]
pub struct FormAfter {
    /// The number of the earlier question.
    pub number: usize,
    /// The answers, in words.
    pub labels: Vec<String>,
    /// The answers when they are marks: text keys.
    pub label_keys: Vec<&'static str>,
}

impl FormSection {
    /// The questions of a consultation as its form asks them, with what is typed into a sheet.
    pub fn of(surveys: &[Survey], edition: &LaidEdition, typed: &SheetForm) -> Vec<Self> {
        let mut last = 0;
        let mut numbers = HashMap::new();
        for question in surveys.iter().flat_map(|survey| &survey.questions) {
            if question.kind.is_answered() {
                last += 1;
                numbers.insert(question.id, last);
            }
        }
        let section = |survey: &Survey| {
            let question =
                |question: &Question| FormQuestion::of(survey, question, edition, &numbers, typed);
            let field = edition
                .fields
                .iter()
                .find(|field| Some(&field.id) == survey.field.as_ref());
            Self {
                slug: survey.slug.clone(),
                label: field.map(|field| field.label.clone()).unwrap_or_default(),
                title: survey.title.clone(),
                intro: survey.intro.clone(),
                questions: survey.questions.iter().map(question).collect(),
            }
        };
        surveys.iter().map(section).collect()
    }
}

impl FormQuestion {
    fn of(
        survey: &Survey,
        question: &Question,
        edition: &LaidEdition,
        numbers: &HashMap<i32, usize>,
        typed: &SheetForm,
    ) -> Self {
        let own = typed.of_question(question.id);
        let goal = question
            .goal
            .as_ref()
            .and_then(|_| edition.find(&question.key));
        let chosen: Vec<&str> = own
            .values(if question.kind == QuestionKind::Goal {
                "mark"
            } else {
                "choice"
            })
            .collect();
        let option = |choice: &Choice| FormChoice {
            code: choice.code,
            value: choice.key.clone(),
            label: choice.label.clone(),
            label_key: None,
            is_chosen: chosen.contains(&choice.key.as_str()),
            chosen: String::new(),
        };
        let row = |choice: &Choice, field: String| {
            let chosen = own.value(&field).to_owned();
            FormChoice {
                value: field,
                is_chosen: !chosen.is_empty(),
                chosen,
                ..option(choice)
            }
        };
        let items = match question.kind {
            QuestionKind::Ranking => question
                .options
                .iter()
                .map(|choice| row(choice, place_field(&choice.key)))
                .collect(),
            _ => question
                .items
                .iter()
                .map(|choice| row(choice, format!("item.{}", choice.key)))
                .collect(),
        };
        Self {
            number: numbers.get(&question.id).copied().unwrap_or_default(),
            field: SheetForm::prefix(question.id),
            label: goal.map(|goal| goal.label.clone()).unwrap_or_default(),
            kind: question.kind.as_str(),
            text: question.text.clone(),
            help: question.help.clone(),
            goal: goal.map(Entry::from),
            after: FormAfter::of(survey, question, numbers),
            options: match question.kind {
                QuestionKind::Goal => marks(&chosen),
                _ => question.options.iter().map(option).collect(),
            },
            is_blank: chosen.iter().all(|value| value.is_empty()),
            items,
            typed: own.typed(question.kind).to_owned(),
            most: match question.kind {
                QuestionKind::Goal => MAX_COMMENT,
                QuestionKind::LongText => MAX_LONG,
                _ => MAX_SHORT,
            },
            error: None,
        }
    }
}

pub(super) fn marks(chosen: &[&str]) -> Vec<FormChoice> {
    let view = |mark: Mark| FormChoice {
        code: mark.code(),
        value: mark.as_str().to_owned(),
        label: String::new(),
        label_key: Some(mark.label_key()),
        is_chosen: chosen.contains(&mark.as_str()),
        chosen: String::new(),
    };
    Mark::FORM.map(view).into()
}

impl FormAfter {
    fn of(survey: &Survey, question: &Question, numbers: &HashMap<i32, usize>) -> Option<Self> {
        let condition = question.condition.as_ref()?;
        let earlier = survey
            .questions
            .iter()
            .find(|other| other.id == condition.on)?;
        let named = |choice: &&Choice| condition.codes.contains(&choice.code);
        let marks = Mark::FORM
            .into_iter()
            .filter(|mark| condition.codes.contains(&mark.code()));
        let is_goal = earlier.kind == QuestionKind::Goal;
        Some(Self {
            number: numbers.get(&earlier.id).copied().unwrap_or_default(),
            labels: earlier
                .options
                .iter()
                .filter(named)
                .map(|choice| choice.label.clone())
                .collect(),
            label_keys: if is_goal {
                marks.map(Mark::label_key).collect()
            } else {
                Vec::new()
            },
        })
    }
}

impl PrintedForm {
    fn samples() -> [Self; 2] {
        let form = |hand_in: &str, contact: Option<&str>| Self {
            head: sample::head(),
            hand_in: hand_in.to_owned(),
            contact: contact.map(str::to_owned),
            address: "https://mitreden.example.de/consultations/ziele/survey".into(),
            qr_path: "M4 4h1v1h-1z".into(),
            qr_size: 37,
            sections: sample_sections(),
        };
        [
            form("Rathaus, Marktplatz 1", None),
            form("", Some("Stadtplanung, Telefon 07159 0000-40")),
        ]
    }
}

impl View for FormPage {
    const TEMPLATE: &'static str = "survey/form.html";

    fn samples() -> Vec<Self> {
        PrintedForm::samples().map(|form| Self { form }).into()
    }
}

impl View for DeskFormPage {
    const TEMPLATE: &'static str = "survey/desk-form.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        PrintedForm::samples().map(|form| Self { form }).into()
    }
}
