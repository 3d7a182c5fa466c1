//! The page of one question, for residents and for whoever tries a survey out.

use std::collections::HashMap;

use crate::base::form::FieldError;
use crate::strategy::LaidEdition;
use crate::strategy::view::Entry;
use crate::survey::form::{AnswerForm, place_field};
use crate::survey::mark::Mark;
use crate::survey::model::{
    Answer, MAX_COMMENT, MAX_LONG, MAX_SHORT, Question, QuestionKind, Survey,
};
use crate::survey::view::{ChoiceView, Head, ItemView, QuestionPage};

/// What stands around a question.
pub(super) struct Asking<'a> {
    /// The consultation.
    pub head: &'a Head,
    /// The edition laid open.
    pub edition: &'a LaidEdition,
    /// The survey.
    pub survey: &'a Survey,
    /// The answers so far: they decide which questions are asked.
    pub drafts: &'a HashMap<i32, Answer>,
    /// The address below which its questions lie.
    pub home: String,
}

/// The page of a question with what was typed.
pub(super) fn page(
    asking: &Asking,
    place: usize,
    form: &AnswerForm,
    from_review: bool,
    errors: Vec<FieldError>,
) -> QuestionPage {
    let survey = asking.survey;
    let question = &survey.questions[place];
    let goal = question
        .goal
        .as_ref()
        .and_then(|_| asking.edition.find(&question.key));
    let asked = survey.asked(|id| asking.drafts.get(&id));
    let here = asked.iter().position(|other| other.id == question.id);
    let (behind, _) = asked.split_at(here.unwrap_or(asked.len()));
    let counted = |part: &[&Question]| part.iter().filter(|q| q.kind.is_answered()).count();
    let (back_url, back_key) = match behind.last() {
        _ if from_review => (format!("{}/review", asking.home), "survey-back-review"),
        Some(before) => (
            format!("{}/{}/{}", asking.home, survey.slug, before.key),
            "survey-back-question",
        ),
        None => (asking.home.clone(), "survey-back-tasks"),
    };
    QuestionPage {
        head: asking.head.clone(),
        back_url,
        back_key,
        hidden: if from_review {
            vec![("from", "review".to_owned())]
        } else {
            Vec::new()
        },
        preview_end: None,
        survey_title: survey.title.clone(),
        survey_lang: survey.reading.lang,
        reading: goal.map_or(question.reading, |goal| goal.reading),
        intro: if place == 0 {
            survey.intro.clone()
        } else {
            String::new()
        },
        is_profile: survey.is_profile,
        number: counted(behind) + usize::from(question.kind.is_answered()),
        total: counted(&asked),
        from_review,
        kind: question.kind.as_str(),
        text: question.text.clone(),
        help: question.help.clone(),
        is_required: question.is_required,
        goal: goal.map(Entry::from),
        options: options(question, form),
        items: items(question, form),
        typed: form.typed(question.kind).to_owned(),
        most: match question.kind {
            QuestionKind::Goal => MAX_COMMENT,
            QuestionKind::LongText => MAX_LONG,
            _ => MAX_SHORT,
        },
        errors,
    }
}

fn options(question: &Question, form: &AnswerForm) -> Vec<ChoiceView> {
    if question.kind == QuestionKind::Goal {
        let view = |mark: Mark| ChoiceView {
            value: mark.as_str().to_owned(),
            label: String::new(),
            label_key: Some(mark.label_key()),
            hint_key: Some(mark.hint_key()),
            is_chosen: form.value("mark") == mark.as_str(),
        };
        return Mark::FORM.map(view).into();
    }
    let chosen: Vec<&str> = form.values("choice").collect();
    let view = |choice: &crate::survey::model::Choice| ChoiceView {
        value: choice.key.clone(),
        label: choice.label.clone(),
        label_key: None,
        hint_key: None,
        is_chosen: chosen.contains(&choice.key.as_str()),
    };
    question.options.iter().map(view).collect()
}

fn items(question: &Question, form: &AnswerForm) -> Vec<ItemView> {
    let view = |item: &crate::survey::model::Choice, field: String| ItemView {
        key: item.key.clone(),
        label: item.label.clone(),
        value: form.value(&field).to_owned(),
    };
    if question.kind == QuestionKind::Ranking {
        let options = question.options.iter();
        return options
            .map(|option| view(option, place_field(&option.key)))
            .collect();
    }
    let items = question.items.iter();
    items
        .map(|item| view(item, format!("item.{}", item.key)))
        .collect()
}
