//! The surveys of one consultation with all their questions, read together in four queries.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{question_conditions, question_options, questions, surveys};
use crate::consultation::Consultation;
use crate::strategy::{Element, LaidEdition};
use crate::survey::model::{Choice, Condition, Question, QuestionKind, Survey};
use crate::translation::{self, ContentLang, Reading, Translatable};

/// All surveys of a consultation. What was taken out (its place is below 0, so that it can come back) is not in it.
#[derive(Clone, Debug)]
pub struct Book {
    /// In their order.
    pub surveys: Vec<Survey>,
}

type SurveyRow = (
    Id<Survey>,
    String,
    Option<Id<Element>>,
    bool,
    String,
    String,
);
type QuestionRow = (
    i32,
    Id<Survey>,
    String,
    String,
    Option<Id<Element>>,
    String,
    String,
    bool,
);

impl Book {
    /// Reads the surveys of a consultation.
    pub fn of(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Self> {
        let rows: Vec<SurveyRow> = surveys::table
            .filter(surveys::consultation_id.eq(consultation))
            .filter(surveys::position.ge(0))
            .order(surveys::position)
            .select((
                surveys::id,
                surveys::slug,
                surveys::element_id,
                surveys::is_profile,
                surveys::title,
                surveys::intro,
            ))
            .load(conn)?;
        let ids: Vec<_> = rows.iter().map(|row| row.0.clone()).collect();
        let mut asked = questions_of(conn, &ids)?;
        let surveys = rows
            .into_iter()
            .map(|(id, slug, field, is_profile, title, intro)| Survey {
                questions: asked.remove(&id).unwrap_or_default(),
                id,
                slug,
                field,
                is_profile,
                title,
                intro,
                reading: Reading::default(),
            })
            .collect();
        Ok(Self { surveys })
    }

    /// The surveys people can answer: one that asks nothing yet is left out.
    pub fn asking(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Self> {
        let mut book = Self::of(conn, consultation)?;
        book.surveys
            .retain(|survey| survey.questions.iter().any(|q| q.kind.is_answered()));
        Ok(book)
    }

    /// Lets surveys and questions be read in another language: one query.
    pub fn read_in(&mut self, conn: &mut Conn, lang: ContentLang) -> AppResult<()> {
        let mut units: Vec<&mut dyn Translatable> = Vec::new();
        let mut names = Vec::new();
        for survey in &mut self.surveys {
            names.push(survey.unit());
            names.extend(survey.questions.iter().map(Translatable::unit));
        }
        let twins = translation::store::approved(conn, lang, &names)?;
        for survey in &mut self.surveys {
            // First the head of a survey, then its questions: both cannot be borrowed at once.
            translation::model::read_in(lang, &twins, [survey as &mut dyn Translatable]);
            units.extend(
                survey
                    .questions
                    .iter_mut()
                    .map(|q| q as &mut dyn Translatable),
            );
        }
        translation::model::read_in(lang, &twins, units);
        Ok(())
    }

    /// Gives questions about goals the titles the edition has now, which may stand there in another language.
    pub fn take_goal_titles(&mut self, edition: &LaidEdition) {
        let questions = self
            .surveys
            .iter_mut()
            .flat_map(|survey| &mut survey.questions);
        for question in questions.filter(|question| question.is_of_goal()) {
            if let Some(goal) = edition.find(&question.key)
                && goal.reading.lang.is_some()
                && !goal.title.is_empty()
            {
                goal.title.clone_into(&mut question.text);
            }
        }
    }

    /// The survey of that name.
    pub fn survey(&self, slug: &str) -> Option<&Survey> {
        self.surveys.iter().find(|survey| survey.slug == slug)
    }

    /// The survey about a field of action.
    pub fn survey_of(&self, field: &Id<Element>) -> Option<&Survey> {
        self.surveys
            .iter()
            .find(|survey| survey.field.as_ref() == Some(field))
    }
}

fn questions_of(
    conn: &mut Conn,
    ids: &[Id<Survey>],
) -> AppResult<HashMap<Id<Survey>, Vec<Question>>> {
    let rows: Vec<QuestionRow> = questions::table
        .filter(questions::survey_id.eq_any(ids))
        .filter(questions::position.ge(0))
        .order((questions::survey_id, questions::position))
        .select((
            questions::id,
            questions::survey_id,
            questions::key,
            questions::kind,
            questions::element_id,
            questions::text,
            questions::help,
            questions::is_required,
        ))
        .load(conn)?;
    let mut choices = choices_of(conn, ids)?;
    let mut conditions = conditions_of(conn, ids)?;
    let mut asked: HashMap<_, Vec<Question>> = HashMap::new();
    for (id, survey, key, kind, goal, text, help, is_required) in rows {
        let kind = QuestionKind::parse(&kind)
            .ok_or_else(|| anyhow::anyhow!("question {id} has the unknown kind {kind}"))?;
        asked.entry(survey).or_default().push(Question {
            options: choices.remove(&(id, OPTION.to_owned())).unwrap_or_default(),
            items: choices.remove(&(id, ITEM.to_owned())).unwrap_or_default(),
            condition: conditions.remove(&id),
            id,
            key,
            kind,
            goal,
            text,
            help,
            is_required,
            reading: Reading::default(),
        });
    }
    Ok(asked)
}

pub(super) const OPTION: &str = "option";
pub(super) const ITEM: &str = "item";

fn choices_of(
    conn: &mut Conn,
    ids: &[Id<Survey>],
) -> AppResult<HashMap<(i32, String), Vec<Choice>>> {
    let rows: Vec<(i32, String, i32, String, String)> = question_options::table
        .inner_join(questions::table)
        .filter(questions::survey_id.eq_any(ids))
        .order((
            question_options::question_id,
            question_options::axis,
            question_options::code,
        ))
        .select((
            question_options::question_id,
            question_options::axis,
            question_options::code,
            question_options::key,
            question_options::label,
        ))
        .load(conn)?;
    let mut found: HashMap<_, Vec<Choice>> = HashMap::new();
    for (question, axis, code, key, label) in rows {
        found
            .entry((question, axis))
            .or_default()
            .push(Choice { code, key, label });
    }
    Ok(found)
}

fn conditions_of(conn: &mut Conn, ids: &[Id<Survey>]) -> AppResult<HashMap<i32, Condition>> {
    let rows: Vec<(i32, i32, String)> = question_conditions::table
        .inner_join(questions::table.on(questions::id.eq(question_conditions::question_id)))
        .filter(questions::survey_id.eq_any(ids))
        .select((
            question_conditions::question_id,
            question_conditions::depends_on,
            question_conditions::codes,
        ))
        .load(conn)?;
    let condition = |(question, on, codes): (i32, i32, String)| {
        let codes = serde_json::from_str(&codes).map_err(anyhow::Error::from)?;
        Ok((question, Condition { on, codes }))
    };
    rows.into_iter().map(condition).collect()
}
