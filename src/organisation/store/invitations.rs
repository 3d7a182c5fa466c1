//! Which organisations are asked for a statement on a consultation, and what they have answered.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use serde_json::json;

use super::organisations::{self, member_counts};
use crate::account::{Party, Tx};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::mail::Mail;
use crate::base::schema::{
    invitation_letters, organisation_invitations as invitations, organisations as parties, outbox,
};
use crate::consultation::Consultation;
use crate::organisation::model::{Answer, Delivery, Invitation, Organisation};
use crate::organisation::{ManageOrganisations, OnOrganisations};

type Row = (
    Id<Invitation>,
    NaiveDateTime,
    Option<NaiveDateTime>,
    Option<NaiveDateTime>,
    organisations::Row,
);

/// The list of a consultation: four queries, however long it is.
pub fn of(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Vec<Invitation>> {
    let rows: Vec<Row> = invitations::table
        .inner_join(parties::table)
        .filter(invitations::consultation_id.eq(consultation))
        .select((
            invitations::id,
            invitations::added_at,
            invitations::taken_up_at,
            invitations::declined_at,
            organisations::Row::as_select(),
        ))
        .load(conn)?;
    let mut letters = Letters::of(conn, consultation)?;
    let members = member_counts(conn)?;
    let complete = |(id, added, taken_up, declined, party): Row| {
        let organisation = Organisation::from(party);
        let posted = letters.take(&id);
        Invitation {
            members: members.get(&organisation.id).copied().unwrap_or_default(),
            organisation,
            added_at: added.and_utc(),
            taken_up_at: taken_up.map(|at| at.and_utc()),
            declined_at: declined.map(|at| at.and_utc()),
            letters: posted.n,
            last_letter: posted.last,
            delivery: posted.delivery,
            id,
        }
    };
    Ok(rows.into_iter().map(complete).collect())
}

/// The mails of one invitation.
struct Posted {
    n: usize,
    last: Option<DateTime<Utc>>,
    delivery: Delivery,
}

/// The mails of a whole list.
struct Letters(HashMap<Id<Invitation>, Posted>);

impl Letters {
    fn of(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Self> {
        let rows: Vec<(Id<Invitation>, Id<Mail>, NaiveDateTime)> = invitation_letters::table
            .inner_join(invitations::table)
            .filter(invitations::consultation_id.eq(consultation))
            .order(invitation_letters::sent_at)
            .select((
                invitation_letters::invitation_id,
                invitation_letters::mail,
                invitation_letters::sent_at,
            ))
            .load(conn)?;
        let mut last: HashMap<_, (usize, Id<Mail>, DateTime<Utc>)> = HashMap::new();
        for (invitation, mail, at) in rows {
            let n = last.get(&invitation).map_or(0, |(n, _, _)| *n);
            last.insert(invitation, (n + 1, mail, at.and_utc()));
        }
        let mails: Vec<_> = last.values().map(|(_, mail, _)| mail.clone()).collect();
        let rows: Vec<(Id<Mail>, bool, bool)> = outbox::table
            .filter(outbox::id.eq_any(mails))
            .select((
                outbox::id,
                outbox::sent_at.is_not_null(),
                outbox::given_up_at.is_not_null(),
            ))
            .load(conn)?;
        let states: HashMap<_, _> = rows.into_iter().map(|(id, a, b)| (id, (a, b))).collect();
        let posted = last.into_iter().map(|(invitation, (n, mail, at))| {
            let posted = Posted {
                n,
                last: Some(at),
                delivery: Delivery::of(states.get(&mail).copied()),
            };
            (invitation, posted)
        });
        Ok(Self(posted.collect()))
    }

    fn take(&mut self, invitation: &Id<Invitation>) -> Posted {
        self.0.remove(invitation).unwrap_or(Posted {
            n: 0,
            last: None,
            delivery: Delivery::None,
        })
    }
}

/// To which consultations an organisation was invited, and what it has answered.
pub fn of_party(conn: &mut Conn, party: &Id<Party>) -> AppResult<Vec<(Id<Consultation>, Answer)>> {
    let rows: Vec<(Id<Consultation>, bool, bool)> = invitations::table
        .filter(invitations::organisation_id.eq(party))
        .order(invitations::added_at.desc())
        .select((
            invitations::consultation_id,
            invitations::taken_up_at.is_not_null(),
            invitations::declined_at.is_not_null(),
        ))
        .load(conn)?;
    let answered = |(on, taken_up, declined)| (on, Answer::of(taken_up, declined));
    Ok(rows.into_iter().map(answered).collect())
}

/// Puts organisations onto the list; those on it stay as they are. Gives how many came.
pub fn add(
    tx: &mut Tx<ManageOrganisations>,
    consultation: &Consultation,
    new: &[Id<Party>],
) -> AppResult<usize> {
    let there: Vec<Id<Party>> = invitations::table
        .filter(invitations::consultation_id.eq(&consultation.id))
        .select(invitations::organisation_id)
        .load(tx.conn)?;
    let mut come: Vec<&Id<Party>> = new.iter().filter(|party| !there.contains(party)).collect();
    come.sort();
    come.dedup();
    for party in &come {
        insert(tx, &consultation.id, party, None)?;
    }
    if !come.is_empty() {
        let detail = json!({ "organisations_added": come.len() });
        tx.journal(&format!("consultation:{}", consultation.slug), &detail)?;
    }
    Ok(come.len())
}

/// An organisation that came by itself is on the list and has answered.
pub(super) fn take_in<A: OnOrganisations>(
    tx: &mut Tx<A>,
    consultation: &Id<Consultation>,
    party: &Id<Party>,
) -> AppResult<()> {
    let own = invitations::table
        .filter(invitations::consultation_id.eq(consultation))
        .filter(invitations::organisation_id.eq(party));
    let there: i64 = own.count().get_result(tx.conn)?;
    if there == 0 {
        insert(tx, consultation, party, Some(tx.now.naive_utc()))?;
    }
    Ok(())
}

fn insert<A: OnOrganisations>(
    tx: &mut Tx<A>,
    consultation: &Id<Consultation>,
    party: &Id<Party>,
    taken_up: Option<NaiveDateTime>,
) -> AppResult<()> {
    let author = tx.author();
    diesel::insert_into(invitations::table)
        .values((
            invitations::id.eq(Id::<Invitation>::random()),
            invitations::consultation_id.eq(consultation),
            invitations::organisation_id.eq(party),
            invitations::added_at.eq(tx.now.naive_utc()),
            invitations::added_by.eq(author),
            invitations::taken_up_at.eq(taken_up),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Takes an organisation off the list, while it has not answered. Links it got open nothing any more.
pub fn remove(
    tx: &mut Tx<ManageOrganisations>,
    consultation: &Consultation,
    party: &Id<Party>,
) -> AppResult<bool> {
    let found: Option<Id<Invitation>> = invitations::table
        .filter(invitations::consultation_id.eq(&consultation.id))
        .filter(invitations::organisation_id.eq(party))
        .filter(invitations::taken_up_at.is_null())
        .select(invitations::id)
        .first(tx.conn)
        .optional()?;
    let Some(id) = found else { return Ok(false) };
    let letters = invitation_letters::table.filter(invitation_letters::invitation_id.eq(&id));
    diesel::delete(letters).execute(tx.conn)?;
    diesel::delete(invitations::table.find(&id)).execute(tx.conn)?;
    let detail = json!({ "organisation_removed": party });
    tx.journal(&format!("consultation:{}", consultation.slug), &detail)?;
    Ok(true)
}

/// Notes that somebody of the organisation takes part in every consultation it was asked to and has not declined.
pub(super) fn take_up<A: OnOrganisations>(tx: &mut Tx<A>, id: &Id<Invitation>) -> AppResult<()> {
    diesel::update(invitations::table.find(id))
        .set((
            invitations::taken_up_at.eq(tx.now.naive_utc()),
            invitations::declined_at.eq(None::<NaiveDateTime>),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Notes that nothing will come, or takes that back.
pub fn set_declined<A: OnOrganisations>(
    tx: &mut Tx<A>,
    id: &Id<Invitation>,
    declined: bool,
) -> AppResult<()> {
    let at = declined.then(|| tx.now.naive_utc());
    diesel::update(invitations::table.find(id))
        .set(invitations::declined_at.eq(at))
        .execute(tx.conn)?;
    Ok(())
}
