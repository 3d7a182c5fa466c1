//! A survey from LimeSurvey before it is taken over, as data.

use serde::Serialize;

use super::survey::rows;
use super::{ConditionWords, DeskHead, QuestionRow, Word, sample};
use crate::base::page::{FieldMessage, View};
use crate::survey::form::NewQuestion;
use crate::survey::import::lss::{Lime, Taken};

/// `templates/survey/desk-lss.html`: a file from LimeSurvey is chosen, and what comes of it.
#[derive(Serialize)]
pub struct LssPage {
    /// The consultation.
    pub head: DeskHead,
    /// The largest file, in MB.
    pub max_mib: usize,
    /// What is in the file; none before one was chosen.
    pub preview: Option<LssPreview>,
    /// What has to be corrected.
    pub errors: Vec<FieldMessage>,
}

/// What is in a file, and what does not come over.
#[derive(Serialize)]
pub struct LssPreview {
    /// The file's name.
    pub file_name: String,
    /// The file itself; it goes along in the form.
    pub content: String,
    /// The survey's title.
    pub title: String,
    /// Whether every group becomes a survey.
    pub each_group: bool,
    /// How many conditions are lost when every group becomes a survey.
    pub cut_by_groups: usize,
    /// How many questions come over.
    pub questions: usize,
    /// The groups: title, and the questions as they will be.
    pub groups: Vec<(String, Vec<QuestionRow>)>,
    /// What does not come over.
    pub lost: Vec<LossRow>,
    /// What comes over in another shape.
    pub changed: Vec<LossRow>,
}

/// Something that does not come over as it was.
#[derive(Clone, Serialize)]
pub struct LossRow {
    /// The code of the question in LimeSurvey or the title of the group; empty for the whole.
    pub place: String,
    /// What it is and what becomes of it.
    pub text: String,
}

impl LssPreview {
    /// The questions of a file in words; what is lost is said by the page.
    pub fn of(lime: &Lime, file_name: String, content: Vec<u8>, each_group: bool) -> Self {
        let all: Vec<&NewQuestion> = lime
            .groups
            .iter()
            .flat_map(|group| group.questions.iter().map(|taken| &taken.question))
            .collect();
        let mut number = 0;
        let mut row = |taken: &Taken| {
            number += usize::from(taken.question.kind.is_answered());
            question_row(taken, &all, number)
        };
        let groups = lime.groups.iter();
        let groups = groups
            .map(|group| {
                let rows = group.questions.iter().map(&mut row).collect();
                (group.title.clone(), rows)
            })
            .collect();
        Self {
            file_name,
            content: String::from_utf8(content).unwrap_or_default(),
            title: lime.title.clone(),
            each_group,
            cut_by_groups: 0,
            questions: lime.questions(),
            groups,
            lost: Vec::new(),
            changed: Vec::new(),
        }
    }
}

fn question_row(taken: &Taken, all: &[&NewQuestion], number: usize) -> QuestionRow {
    let question = &taken.question;
    let word = |text: &str| Word {
        text: text.to_owned(),
        key: None,
    };
    let condition = taken.after.as_ref().and_then(|(key, codes)| {
        let earlier = all.iter().find(|other| other.key == *key)?;
        let answers = earlier.options.iter();
        let answers = answers.filter(|option| codes.contains(&option.code));
        Some(ConditionWords {
            question: earlier.text.clone(),
            answers: answers.map(|option| word(&option.label)).collect(),
        })
    });
    let options = question.options.iter();
    let items = question.items.iter();
    QuestionRow {
        key: question.key.clone(),
        number: question.kind.is_answered().then_some(number),
        label: String::new(),
        kind: question.kind.as_str(),
        kind_key: question.kind.label_key(),
        text: question.text.clone(),
        help: question.help.clone(),
        is_required: question.is_required,
        options: options.map(|option| word(&option.label)).collect(),
        items: items.map(|item| item.label.clone()).collect(),
        goal: None,
        condition,
        corrections: 0,
    }
}

impl View for LssPage {
    const TEMPLATE: &'static str = "survey/desk-lss.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |preview, errors: &[&str]| Self {
            head: sample::head(true),
            max_mib: 5,
            preview,
            errors: errors
                .iter()
                .map(|field| FieldMessage {
                    field_id: (*field).into(),
                    message: "Bitte prüfen.".into(),
                })
                .collect(),
        };
        let loss = |place: &str| LossRow {
            place: place.into(),
            text: "Eine Bedingung wird nicht übernommen.".into(),
        };
        let preview = |lost: Vec<LossRow>, groups: usize| LssPreview {
            file_name: "umfrage.lss".into(),
            content: "<document></document>".into(),
            title: "Mobilität".into(),
            each_group: groups > 1,
            cut_by_groups: groups - 1,
            questions: 4 * groups,
            groups: (0..groups).map(|_| ("Wege".into(), rows())).collect(),
            changed: lost.clone(),
            lost,
        };
        vec![
            page(None, &[]),
            page(None, &["file"]),
            page(Some(preview(Vec::new(), 1)), &[]),
            page(Some(preview(vec![loss(""), loss("weg")], 2)), &[]),
            page(Some(preview(vec![loss("weg")], 2)), &["as"]),
        ]
    }
}
