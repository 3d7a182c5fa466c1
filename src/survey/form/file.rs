//! The surveys of a consultation as an editor describes them, in the same TOML file as the consultation.

use serde::Deserialize;

use super::condition::{ConditionEntry, NewCondition};
use crate::consultation::form::is_slug;
use crate::strategy::{LaidEdition, LaidElement};
use crate::survey::model::{Choice, QuestionKind};

/// The `[[survey]]` part of the file.
#[derive(Clone, Debug, Deserialize)]
pub struct SurveyFile {
    #[serde(default)]
    survey: Vec<SurveyEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SurveyEntry {
    slug: String,
    field: Option<String>,
    #[serde(default)]
    profile: bool,
    title: Option<String>,
    #[serde(default)]
    intro: String,
    #[serde(default)]
    question: Vec<QuestionEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionEntry {
    key: String,
    kind: String,
    text: String,
    #[serde(default)]
    help: String,
    #[serde(default)]
    required: bool,
    #[serde(default)]
    options: Vec<ChoiceEntry>,
    #[serde(default)]
    items: Vec<ChoiceEntry>,
    only_if: Option<ConditionEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChoiceEntry {
    key: String,
    label: String,
}

/// A survey that may be created.
#[derive(Clone, Debug)]
pub struct NewSurvey {
    /// Its name in addresses.
    pub slug: String,
    /// The field of action it is about.
    pub field: Option<LaidElement>,
    /// About the person, not counted as a questionnaire.
    pub is_profile: bool,
    /// Its title; the field's when none is given.
    pub title: String,
    /// Sentences before the first question.
    pub intro: String,
    /// Its questions: the goals of its field first, then the free-standing ones.
    pub questions: Vec<NewQuestion>,
}

/// A question that may be created.
#[derive(Clone, Debug)]
pub struct NewQuestion {
    /// Its lasting name in files.
    pub key: String,
    /// What can be answered.
    pub kind: QuestionKind,
    /// The goal it is about, with the wording that is laid open.
    pub goal: Option<LaidElement>,
    /// The question.
    pub text: String,
    /// A helping sentence.
    pub help: String,
    /// Whether it must be answered.
    pub is_required: bool,
    /// What can be chosen.
    pub options: Vec<Choice>,
    /// The rows of a scale.
    pub items: Vec<Choice>,
    /// After which answers it is asked.
    pub condition: Option<NewCondition>,
}

impl SurveyFile {
    /// Checks everything against the edition laid open and names all faults.
    pub fn parse(self, edition: &LaidEdition) -> Result<Vec<NewSurvey>, Vec<String>> {
        let mut faults = Vec::new();
        let mut surveys: Vec<NewSurvey> = Vec::new();
        for entry in self.survey {
            if surveys.iter().any(|other| other.slug == entry.slug) {
                faults.push(format!("survey „{}“ kommt zweimal vor", entry.slug));
            }
            surveys.push(entry.parse(edition, &mut faults));
        }
        if faults.is_empty() {
            Ok(surveys)
        } else {
            Err(faults)
        }
    }
}

/// Names that mean something else in addresses below a participation.
pub const RESERVED: [&str; 12] = [
    "review",
    "receipt",
    "receipt.txt",
    "receipt.json",
    "withdrawal",
    "pause",
    "texts",
    "comments",
    "statement",
    "contributions",
    "account",
    "outcome",
];

impl SurveyEntry {
    fn parse(self, edition: &LaidEdition, faults: &mut Vec<String>) -> NewSurvey {
        let place = format!("survey „{}“", self.slug);
        if !is_slug(&self.slug) || RESERVED.contains(&self.slug.as_str()) {
            faults.push(format!("{place}: als slug nicht möglich"));
        }
        let field = self
            .field
            .as_deref()
            .and_then(|key| edition.field(key))
            .cloned();
        if let (Some(key), None) = (&self.field, &field) {
            faults.push(format!(
                "{place}: kein Handlungsfeld „{key}“ in der Fassung"
            ));
        }
        let title = self
            .title
            .or_else(|| field.as_ref().map(|field| field.title.clone()));
        if title.as_ref().is_none_or(|title| title.trim().is_empty()) {
            faults.push(format!("{place}: title fehlt"));
        }
        let mut questions: Vec<NewQuestion> = field
            .iter()
            .flat_map(LaidElement::goals)
            .map(NewQuestion::of_goal)
            .collect();
        for entry in self.question {
            let question = entry.parse(&place, &questions, faults);
            if questions.iter().any(|other| other.key == question.key) {
                faults.push(format!(
                    "{place}: Frage „{}“ kommt zweimal vor",
                    question.key
                ));
            }
            questions.push(question);
        }
        if questions.is_empty() {
            faults.push(format!("{place}: keine Frage"));
        }
        NewSurvey {
            slug: self.slug,
            field,
            is_profile: self.profile,
            title: title.unwrap_or_default(),
            intro: self.intro,
            questions,
        }
    }
}

impl NewQuestion {
    /// The ready-made rating question of a strategic goal.
    pub(super) fn of_goal(goal: &LaidElement) -> Self {
        Self {
            key: goal.key.clone(),
            kind: QuestionKind::Goal,
            text: if goal.title.is_empty() {
                goal.text.clone()
            } else {
                goal.title.clone()
            },
            help: String::new(),
            is_required: false,
            options: Vec::new(),
            items: Vec::new(),
            condition: None,
            goal: Some(goal.clone()),
        }
    }
}

impl QuestionEntry {
    fn parse(self, place: &str, earlier: &[NewQuestion], faults: &mut Vec<String>) -> NewQuestion {
        let place = format!("{place}, Frage „{}“", self.key);
        if !is_slug(&self.key) {
            faults.push(format!("{place}: als key nicht möglich"));
        }
        let kind = QuestionKind::parse(&self.kind).filter(|kind| *kind != QuestionKind::Goal);
        if kind.is_none() {
            faults.push(format!("{place}: kind „{}“ ist unbekannt", self.kind));
        }
        let kind = kind.unwrap_or(QuestionKind::ShortText);
        let (options, items) = kind.choices();
        for (name, wanted, given) in [
            ("options", options, self.options.len()),
            ("items", items, self.items.len()),
        ] {
            if !wanted.contains(&given) {
                let wanted = match *wanted.end() {
                    0 => "keine".into(),
                    most => format!("{} bis {most}", wanted.start()),
                };
                faults.push(format!("{place}: {name}: {wanted}, hier {given}"));
            }
        }
        if self.required && !kind.is_answered() {
            faults.push(format!(
                "{place}: hier wird nichts beantwortet; required passt nicht"
            ));
        }
        let condition = self
            .only_if
            .and_then(|entry| entry.parse(&place, earlier, faults));
        NewQuestion {
            key: self.key,
            kind,
            goal: None,
            text: self.text,
            help: self.help,
            is_required: self.required,
            options: number(self.options, &place, faults),
            items: number(self.items, &place, faults),
            condition,
        }
    }
}

fn number(entries: Vec<ChoiceEntry>, place: &str, faults: &mut Vec<String>) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for (code, entry) in (1..).zip(entries) {
        if !is_slug(&entry.key) || choices.iter().any(|other| other.key == entry.key) {
            faults.push(format!(
                "{place}: „{}“ als key nicht möglich oder doppelt",
                entry.key
            ));
        }
        choices.push(Choice {
            code,
            key: entry.key,
            label: entry.label,
        });
    }
    choices
}
