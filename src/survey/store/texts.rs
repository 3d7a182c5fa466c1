//! Free texts and their release: nothing a resident wrote is public before somebody has read and released it.

use diesel::dsl::{exists, not};
use diesel::prelude::*;
use serde_json::json;

use super::QuestionnaireId;
use crate::account::{Action, Permission, Tx};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{answers, questionnaires, text_releases};
use crate::survey::mark::Mark;
use crate::survey::model::Survey;

/// Release free texts for everyone.
pub struct ReleaseTexts;

impl Action for ReleaseTexts {
    const NAME: &'static str = "texts.release";
    const NEEDS: Permission = Permission::Moderate;
}

/// A free text somebody wrote.
#[derive(Clone, Debug)]
pub struct Text {
    /// The questionnaire it stands in.
    pub questionnaire: QuestionnaireId,
    /// The question it answers.
    pub question: i32,
    /// The mark given with it, on a goal.
    pub mark: Option<Mark>,
    /// The text.
    pub text: String,
}

type Row = (QuestionnaireId, i32, Option<i32>, Option<String>);

fn texts(rows: Vec<Row>) -> Vec<Text> {
    rows.into_iter()
        .filter_map(|(questionnaire, question, code, text)| {
            Some(Text {
                questionnaire,
                question,
                mark: code.and_then(Mark::of_code),
                text: text?,
            })
        })
        .collect()
}

/// The texts of a survey that nobody has released yet.
pub fn waiting_texts(conn: &mut Conn, survey: &Id<Survey>) -> AppResult<Vec<Text>> {
    let released = text_releases::table.filter(
        text_releases::question_id
            .eq(answers::question_id)
            .and(text_releases::questionnaire_id.eq(answers::questionnaire_id)),
    );
    let rows = answers::table
        .inner_join(questionnaires::table)
        .filter(
            questionnaires::survey_id
                .eq(survey)
                .and(answers::text.is_not_null()),
        )
        .filter(not(exists(released)))
        .order((answers::question_id, answers::questionnaire_id))
        .select((
            answers::questionnaire_id,
            answers::question_id,
            answers::code,
            answers::text,
        ))
        .load(conn)?;
    Ok(texts(rows))
}

/// Releases some texts of a survey.
pub fn release_texts(
    tx: &mut Tx<ReleaseTexts>,
    survey: &Id<Survey>,
    chosen: &[Text],
) -> AppResult<()> {
    let author = tx.author();
    for text in chosen {
        diesel::insert_into(text_releases::table)
            .values((
                text_releases::question_id.eq(text.question),
                text_releases::questionnaire_id.eq(&text.questionnaire),
                text_releases::released_at.eq(tx.now.naive_utc()),
                text_releases::released_by.eq(&author),
            ))
            .execute(tx.conn)?;
    }
    tx.journal(
        &format!("survey:{survey}"),
        &json!({ "released": chosen.len() }),
    )
}

/// In which order texts are read; none says anything about when they came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextOrder {
    /// Question by question.
    ByQuestion,
    /// Mixed, to quote a few.
    Mixed,
}

/// Some released texts of some questions.
pub fn released_texts(
    conn: &mut Conn,
    questions: &[i32],
    order: TextOrder,
    (from, most): (i64, i64),
) -> AppResult<Vec<Text>> {
    let query = text_releases::table
        .inner_join(
            answers::table.on(answers::questionnaire_id
                .eq(text_releases::questionnaire_id)
                .and(answers::question_id.eq(text_releases::question_id))),
        )
        .filter(text_releases::question_id.eq_any(questions))
        .filter(answers::text.is_not_null())
        .select((
            answers::questionnaire_id,
            answers::question_id,
            answers::code,
            answers::text,
        ))
        .offset(from)
        .limit(most)
        .into_boxed();
    let (question, questionnaire) = (text_releases::question_id, text_releases::questionnaire_id);
    let rows = match order {
        TextOrder::ByQuestion => query.order((question, questionnaire)).load(conn)?,
        TextOrder::Mixed => query.order((questionnaire, question)).load(conn)?,
    };
    Ok(texts(rows))
}

/// How many texts of some questions are released.
pub fn released_count(conn: &mut Conn, questions: &[i32]) -> AppResult<i64> {
    let released = text_releases::table.filter(text_releases::question_id.eq_any(questions));
    Ok(released.count().get_result(conn)?)
}
