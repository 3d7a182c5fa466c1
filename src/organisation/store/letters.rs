//! Mails with an invitation, and what their links open.

use diesel::prelude::*;
use serde_json::json;

use super::{invitations, members};
use crate::account::model::Secret;
use crate::account::{Delegate, Party, Tx};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::mail::Mail;
use crate::base::outbox;
use crate::base::schema::{invitation_letters, organisation_invitations as invited, organisations};
use crate::base::secret::Secrets;
use crate::consultation::Consultation;
use crate::organisation::form::NewMember;
use crate::organisation::model::{Answer, Invitation, State};
use crate::organisation::{ManageOrganisations, RegisterOrganisation};

/// How the secret of a letter stands in its row.
pub fn hash(secret: &Secret, secrets: &Secrets) -> String {
    secret.hash(secrets, "organisation letter")
}

/// A mail to one organisation, ready to leave.
#[derive(Clone, Debug)]
pub struct Letter {
    /// To whom.
    pub invitation: Id<Invitation>,
    /// The secret of its link, as it is kept.
    pub hash: String,
    /// The mail.
    pub mail: Mail,
}

/// Lays mails into the outbox and notes them at each invitation. Those who have answered meanwhile get none; gives how
/// many went.
pub fn send(
    tx: &mut Tx<ManageOrganisations>,
    consultation: &Consultation,
    letters: &[Letter],
) -> AppResult<usize> {
    let wait: Vec<Id<Invitation>> = invitations::of(tx.conn, &consultation.id)?
        .into_iter()
        .filter(|one| one.can_be_written_to(tx.now))
        .map(|invitation| invitation.id)
        .collect();
    let author = tx.author();
    let mut n = 0;
    for letter in letters.iter().filter(|one| wait.contains(&one.invitation)) {
        let mail = outbox::lay(tx.conn, tx.now, &letter.mail)?;
        diesel::insert_into(invitation_letters::table)
            .values((
                invitation_letters::secret_hash.eq(&letter.hash),
                invitation_letters::invitation_id.eq(&letter.invitation),
                invitation_letters::mail.eq(mail),
                invitation_letters::sent_at.eq(tx.now.naive_utc()),
                invitation_letters::sent_by.eq(&author),
            ))
            .execute(tx.conn)?;
        n += 1;
    }
    let detail = json!({ "organisations_written_to": n });
    tx.journal(&format!("consultation:{}", consultation.slug), &detail)?;
    Ok(n)
}

/// What the link of a letter opens.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The invitation.
    pub invitation: Id<Invitation>,
    /// To which consultation.
    pub consultation: Id<Consultation>,
    /// Which organisation.
    pub party: Id<Party>,
    /// Its name.
    pub name: String,
    /// Where the town writes to it.
    pub email: String,
    /// What it has answered.
    pub answer: Answer,
    /// How many people act for it.
    pub members: usize,
}

/// What the link of a letter opens; nothing when it never was, or the organisation is closed.
pub fn opened(conn: &mut Conn, hash: &str) -> AppResult<Option<Opened>> {
    type Row = (
        Id<Invitation>,
        Id<Consultation>,
        Id<Party>,
        bool,
        bool,
        (String, String, String),
    );
    let row: Option<Row> = invitation_letters::table
        .inner_join(invited::table.inner_join(organisations::table))
        .filter(invitation_letters::secret_hash.eq(hash))
        .select((
            invited::id,
            invited::consultation_id,
            invited::organisation_id,
            invited::taken_up_at.is_not_null(),
            invited::declined_at.is_not_null(),
            (
                organisations::name,
                organisations::email,
                organisations::state,
            ),
        ))
        .first(conn)
        .optional()?;
    let Some((invitation, consultation, party, is_taken_up, is_declined, about)) = row else {
        return Ok(None);
    };
    let (name, email, state) = about;
    if !State::parse(&state).can_be_invited() {
        return Ok(None);
    }
    let members = members::of(conn, &party)?.len();
    Ok(Some(Opened {
        invitation,
        consultation,
        party,
        name,
        email,
        answer: Answer::of(is_taken_up, is_declined),
        members,
    }))
}

/// Notes that an organisation takes part in what it was invited to.
pub fn take_part(tx: &mut Tx<RegisterOrganisation>, id: &Id<Invitation>) -> AppResult<()> {
    invitations::take_up(tx, id)
}

/// An invitation is taken up. Where nobody acts for the organisation yet, whoever has the letter names the first who does;
/// gives her, so that a link can be sent.
pub fn take_up(
    tx: &mut Tx<RegisterOrganisation>,
    opened: &Opened,
    new: Option<&NewMember>,
) -> AppResult<Option<Id<Delegate>>> {
    invitations::take_up(tx, &opened.invitation)?;
    match new {
        Some(new) if members::of(tx.conn, &opened.party)?.is_empty() => {
            members::add(tx, &opened.party, new)
        }
        _ => Ok(None),
    }
}
