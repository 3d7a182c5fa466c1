//! Deleting a consultation nobody has seen, with everything that hangs on it.

use diesel::prelude::*;
use serde_json::json;

use super::publication::anybody;
use super::windows::forget_windows;
use super::write::forget_milestones;
use crate::account::Tx;
use crate::base::error::AppResult;
use crate::base::schema::{
    access_code_batches, access_codes, consultation_access, consultation_languages,
    consultation_removals, consultations, invitation_letters, organisation_invitations,
    organisation_registrations, organisations, paper_batches, paper_sheets, question_conditions,
    question_corrections, question_options, questions, surveys, translations,
};
use crate::consultation::PrepareConsultation;
use crate::consultation::model::Consultation;

/// What came of deleting a consultation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removal {
    /// Nothing of it is left but the journal.
    Done,
    /// Everyone sees it, so it stays.
    Published,
    /// Somebody has taken part, so it stays.
    SomebodyTakesPart,
}

/// Deletes a consultation that is not published, with strands, steps, surveys, codes, paper batches and translations.
/// Nobody has answered, so none of it holds what a resident gave.
pub fn remove(tx: &mut Tx<PrepareConsultation>, consultation: &Consultation) -> AppResult<Removal> {
    let id = &consultation.id;
    if consultation.published_at.is_some() {
        return Ok(Removal::Published);
    }
    if anybody(tx.conn, id)? {
        return Ok(Removal::SomebodyTakesPart);
    }
    let own_surveys: Vec<String> = surveys::table
        .filter(surveys::consultation_id.eq(id))
        .select(surveys::id)
        .load::<crate::base::id::Id<()>>(tx.conn)?
        .into_iter()
        .map(|id| id.to_string())
        .collect();
    remove_questions(tx, &own_surveys)?;
    remove_access(tx, consultation)?;
    remove_invitations(tx, consultation)?;
    let conn = &mut *tx.conn;
    let own = translations::subject
        .eq(id.as_str())
        .or(translations::subject.eq_any(&own_surveys));
    diesel::delete(translations::table.filter(own)).execute(conn)?;
    diesel::delete(
        consultation_languages::table.filter(consultation_languages::consultation_id.eq(id)),
    )
    .execute(conn)?;
    diesel::delete(surveys::table.filter(surveys::consultation_id.eq(id))).execute(conn)?;
    forget_windows(conn, id)?;
    forget_milestones(conn, id)?;
    diesel::delete(consultation_removals::table.find(id)).execute(conn)?;
    diesel::delete(consultations::table.find(id)).execute(conn)?;
    tx.journal(
        &format!("consultation:{}", consultation.slug),
        &json!({ "deleted": consultation.title }),
    )?;
    Ok(Removal::Done)
}

/// The questions of some surveys with all that hangs on them.
fn remove_questions(tx: &mut Tx<PrepareConsultation>, own_surveys: &[String]) -> AppResult<()> {
    let conn = &mut *tx.conn;
    let ids: Vec<i32> = questions::table
        .filter(questions::survey_id.eq_any(own_surveys))
        .select(questions::id)
        .load(conn)?;
    let subjects: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let of_questions = translations::kind
        .like("question%")
        .and(translations::subject.eq_any(subjects));
    diesel::delete(translations::table.filter(of_questions)).execute(conn)?;
    diesel::delete(
        question_conditions::table.filter(question_conditions::question_id.eq_any(&ids)),
    )
    .execute(conn)?;
    diesel::delete(
        question_corrections::table.filter(question_corrections::question_id.eq_any(&ids)),
    )
    .execute(conn)?;
    diesel::delete(question_options::table.filter(question_options::question_id.eq_any(&ids)))
        .execute(conn)?;
    diesel::delete(questions::table.filter(questions::id.eq_any(&ids))).execute(conn)?;
    Ok(())
}

/// The list of organisations that were to be asked. The organisations themselves stay; none can have registered, as
/// nobody outside saw the consultation.
fn remove_invitations(
    tx: &mut Tx<PrepareConsultation>,
    consultation: &Consultation,
) -> AppResult<()> {
    let (conn, id) = (&mut *tx.conn, &consultation.id);
    let own = organisation_invitations::table
        .filter(organisation_invitations::consultation_id.eq(id))
        .select(organisation_invitations::id);
    diesel::delete(invitation_letters::table.filter(invitation_letters::invitation_id.eq_any(own)))
        .execute(conn)?;
    diesel::delete(
        organisation_invitations::table.filter(organisation_invitations::consultation_id.eq(id)),
    )
    .execute(conn)?;
    let registered = organisation_registrations::table
        .filter(organisation_registrations::consultation_id.eq(id));
    diesel::delete(registered).execute(conn)?;
    diesel::update(organisations::table.filter(organisations::registered_for.eq(id)))
        .set(organisations::registered_for.eq(None::<String>))
        .execute(conn)?;
    Ok(())
}

/// Who may take part, the codes, and paper batches without sheets of people that count.
fn remove_access(tx: &mut Tx<PrepareConsultation>, consultation: &Consultation) -> AppResult<()> {
    let (conn, id) = (&mut *tx.conn, &consultation.id);
    let batches = access_code_batches::table
        .filter(access_code_batches::consultation_id.eq(id))
        .select(access_code_batches::id);
    diesel::delete(access_codes::table.filter(access_codes::batch_id.eq_any(batches)))
        .execute(conn)?;
    diesel::delete(access_code_batches::table.filter(access_code_batches::consultation_id.eq(id)))
        .execute(conn)?;
    diesel::delete(consultation_access::table.filter(consultation_access::consultation_id.eq(id)))
        .execute(conn)?;
    let batches = paper_batches::table
        .filter(paper_batches::consultation_id.eq(id))
        .select(paper_batches::id);
    diesel::delete(paper_sheets::table.filter(paper_sheets::batch_id.eq_any(batches)))
        .execute(conn)?;
    diesel::delete(paper_batches::table.filter(paper_batches::consultation_id.eq(id)))
        .execute(conn)?;
    Ok(())
}
