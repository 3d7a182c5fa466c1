//! Creating a consultation and changing what it says about itself.

use std::collections::HashSet;

use diesel::prelude::*;
use serde_json::json;

use super::windows::insert_tracks;
use super::{find, has_surveys};
use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{consultations, milestones};
use crate::consultation::PrepareConsultation;
use crate::consultation::form::{Basics, NewConsultation};
use crate::consultation::model::{Consultation, Milestone};
use crate::strategy::Edition;

/// Creates a consultation on an edition. It is not visible before [`super::publish`].
pub fn create(
    tx: &mut Tx<PrepareConsultation>,
    edition: &Id<Edition>,
    new: &NewConsultation,
) -> AppResult<Id<Consultation>> {
    let id = Id::<Consultation>::at(tx.now);
    let author = tx.author();
    diesel::insert_into(consultations::table)
        .values((
            consultations::id.eq(&id),
            consultations::slug.eq(&new.slug),
            consultations::edition_id.eq(edition),
            consultations::title.eq(&new.title),
            consultations::lead.eq(&new.lead),
            consultations::contact.eq(&new.contact),
            consultations::releases_comments.eq(new.releases_comments),
            consultations::created_at.eq(tx.now.naive_utc()),
            consultations::created_by.eq(&author),
        ))
        .execute(tx.conn)?;
    insert_tracks(tx, &id, &new.tracks)?;
    insert_milestones(tx.conn, &id, &new.milestones)?;
    tx.journal(
        &format!("consultation:{}", new.slug),
        &json!({ "created": new.title }),
    )?;
    Ok(id)
}

/// A name in addresses that no consultation has: the wanted one, or with a number behind it.
pub fn free_slug(conn: &mut Conn, wanted: &str) -> AppResult<String> {
    let taken: Vec<String> = consultations::table
        .filter(consultations::slug.like(format!("{wanted}%")))
        .select(consultations::slug)
        .load(conn)?;
    let taken: HashSet<_> = taken.into_iter().collect();
    // One more than are taken is always enough.
    let free = (1..=taken.len() + 1)
        .map(|n| match n {
            1 => wanted.to_owned(),
            n => format!("{wanted}-{n}"),
        })
        .find(|slug| !taken.contains(slug));
    Ok(free.unwrap_or_else(|| wanted.to_owned()))
}

/// What came of changing what a consultation says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Revision {
    /// Changed; its name in addresses, which may be a new one.
    Done(String),
    /// Another consultation has that name in addresses.
    SlugTaken,
    /// Surveys ask about the edition already.
    EditionInUse,
    /// It was published meanwhile: name and edition stay now.
    Published,
}

/// Changes title, introduction and contact; while nobody sees the consultation also its name in addresses and its edition.
pub fn revise(
    tx: &mut Tx<PrepareConsultation>,
    consultation: &Consultation,
    new: &Basics,
) -> AppResult<Revision> {
    let slug = new.slug.as_ref().unwrap_or(&consultation.slug);
    let edition = new.edition.as_ref().unwrap_or(&consultation.edition);
    let renamed = *slug != consultation.slug;
    let moved = *edition != consultation.edition;
    if (renamed || moved) && consultation.published_at.is_some() {
        return Ok(Revision::Published);
    }
    if renamed {
        match find(tx.conn, slug) {
            Err(AppError::NotFound) => {}
            Err(why) => return Err(why),
            Ok(_) => return Ok(Revision::SlugTaken),
        }
    }
    if moved && has_surveys(tx.conn, &consultation.id)? {
        return Ok(Revision::EditionInUse);
    }
    diesel::update(consultations::table.find(&consultation.id))
        .set((
            consultations::slug.eq(slug),
            consultations::edition_id.eq(edition),
            consultations::title.eq(&new.title),
            consultations::lead.eq(&new.lead),
            consultations::contact.eq(&new.contact),
            consultations::releases_comments.eq(new.releases_comments),
        ))
        .execute(tx.conn)?;
    let changed = changes(consultation, slug, edition, new);
    if !changed.is_empty() {
        tx.journal(
            &format!("consultation:{slug}"),
            &json!({ "changed": changed }),
        )?;
    }
    Ok(Revision::Done(slug.clone()))
}

/// What was changed, with what stood there before: texts of the town, so that the journal can show both.
fn changes(
    old: &Consultation,
    slug: &str,
    edition: &Id<Edition>,
    new: &Basics,
) -> serde_json::Map<String, serde_json::Value> {
    let mut changed = serde_json::Map::new();
    let mut note = |name: &str, before: serde_json::Value, after: serde_json::Value| {
        if before != after {
            let both = json!({ "before": before, "after": after });
            changed.insert(name.to_owned(), both);
        }
    };
    note("slug", json!(old.slug), json!(slug));
    note("edition", json!(old.edition), json!(edition));
    note("title", json!(old.title), json!(new.title));
    note("lead", json!(old.lead), json!(new.lead));
    note("contact", json!(old.contact), json!(new.contact));
    note(
        "releases_comments",
        json!(old.releases_comments),
        json!(new.releases_comments),
    );
    changed
}

/// Sets the steps after the consultation, in this order.
pub fn set_milestones(
    tx: &mut Tx<PrepareConsultation>,
    consultation: &Consultation,
    steps: &[Milestone],
) -> AppResult<()> {
    forget_milestones(tx.conn, &consultation.id)?;
    insert_milestones(tx.conn, &consultation.id, steps)?;
    let said: Vec<_> = steps
        .iter()
        .map(|step| json!({ "kind": step.kind.as_str(), "title": step.title, "from": step.from, "until": step.until }))
        .collect();
    tx.journal(
        &format!("consultation:{}", consultation.slug),
        &json!({ "steps": said }),
    )
}

/// Takes away all steps.
pub(super) fn forget_milestones(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<()> {
    diesel::delete(milestones::table.filter(milestones::consultation_id.eq(consultation)))
        .execute(conn)?;
    Ok(())
}

fn insert_milestones(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
    steps: &[Milestone],
) -> AppResult<()> {
    for (position, milestone) in (0..).zip(steps) {
        diesel::insert_into(milestones::table)
            .values((
                milestones::consultation_id.eq(consultation),
                milestones::position.eq(position),
                milestones::kind.eq(milestone.kind.as_str()),
                milestones::from_day.eq(milestone.from),
                milestones::until_day.eq(milestone.until),
                milestones::title.eq(&milestone.title),
                milestones::note.eq(&milestone.note),
            ))
            .execute(conn)?;
    }
    Ok(())
}
