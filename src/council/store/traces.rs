//! What programs could ever read (OParl), and since when it says what it says.
//!
//! After every act all that is public now is compared with what was public before: what says something else is changed,
//! what is gone is deleted. Only what everyone may read goes into it, so neither a moment nor an id tells of a step that is
//! not public.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::{bodies, papers};
use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::stable_uuid;
use crate::base::schema::council_traces;
use crate::council::OnCouncil;
use crate::council::model::{Kind, Paper, Step, Trace, Vote, meeting_id};

type Row = (
    String,
    String,
    String,
    NaiveDateTime,
    NaiveDateTime,
    Option<NaiveDateTime>,
);

fn rows(conn: &mut Conn) -> AppResult<Vec<Row>> {
    Ok(council_traces::table
        .order((council_traces::created_at, council_traces::id))
        .select((
            council_traces::kind,
            council_traces::id,
            council_traces::digest,
            council_traces::created_at,
            council_traces::changed_at,
            council_traces::deleted_at,
        ))
        .load(conn)?)
}

/// All traces, the oldest first.
pub fn all(conn: &mut Conn) -> AppResult<Vec<Trace>> {
    let trace = |(kind, id, _, created, changed, deleted): Row| {
        Some(Trace {
            kind: Kind::parse(&kind)?,
            id,
            created: created.and_utc(),
            changed: changed.and_utc(),
            is_deleted: deleted.is_some(),
        })
    };
    Ok(rows(conn)?.into_iter().filter_map(trace).collect())
}

/// Compares what is public now with what was, and writes down the difference.
pub(super) fn renew<A: OnCouncil>(tx: &mut Tx<A>) -> AppResult<()> {
    let mut public = public(tx.conn)?;
    let now = tx.now.naive_utc();
    for (kind, id, digest, _, _, deleted) in rows(tx.conn)? {
        let current = Kind::parse(&kind).and_then(|kind| public.remove(&(kind, id.clone())));
        let row = council_traces::table.find((kind, id));
        match current {
            Some(current) if current == digest && deleted.is_none() => {}
            Some(current) => {
                diesel::update(row)
                    .set((
                        council_traces::digest.eq(current),
                        council_traces::changed_at.eq(now),
                        council_traces::deleted_at.eq(None::<NaiveDateTime>),
                    ))
                    .execute(tx.conn)?;
            }
            None if deleted.is_some() => {}
            None => {
                diesel::update(row)
                    .set((
                        council_traces::changed_at.eq(now),
                        council_traces::deleted_at.eq(now),
                    ))
                    .execute(tx.conn)?;
            }
        }
    }
    for ((kind, id), digest) in public {
        diesel::insert_into(council_traces::table)
            .values((
                council_traces::kind.eq(kind.as_str()),
                council_traces::id.eq(id),
                council_traces::digest.eq(digest),
                council_traces::created_at.eq(now),
                council_traces::changed_at.eq(now),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

type Public = HashMap<(Kind, String), String>;

/// Everything that is public, with the digest of what it says.
fn public(conn: &mut Conn) -> AppResult<Public> {
    let mut all = Public::new();
    for body in bodies::list(conn)? {
        let says = [&body.name, &body.short_name, body.kind.as_str()];
        let says = stable_uuid(&says.map(|part: &str| part));
        all.insert((Kind::Organization, body.id.to_string()), says);
    }
    let mut meetings: HashMap<String, Vec<String>> = HashMap::new();
    for paper in papers::published(conn)? {
        // What holds others says something else as soon as one of them does.
        let mut holds = Vec::new();
        for step in paper.way.public() {
            let says = of_step(&paper, step);
            holds.push(says.clone());
            all.insert((Kind::Consultation, step.id.to_string()), says.clone());
            all.insert((Kind::AgendaItem, step.id.to_string()), says.clone());
            let meeting = meetings.entry(meeting_id(&step.body.id, step.day));
            meeting.or_default().push(says);
        }
        for file in &paper.files {
            let says = stable_uuid(&[file.id.as_str(), &file.name, file.digest.as_str()]);
            holds.push(says.clone());
            all.insert((Kind::File, file.id.to_string()), says);
        }
        all.insert(
            (Kind::Paper, paper.id.to_string()),
            of_paper(&paper, &holds),
        );
    }
    for (meeting, mut steps) in meetings {
        steps.sort();
        let says: Vec<&str> = steps.iter().map(String::as_str).collect();
        all.insert((Kind::Meeting, meeting), stable_uuid(&says));
    }
    Ok(all)
}

fn of_step(paper: &Paper, step: &Step) -> String {
    let vote = step.vote.map_or(String::new(), |vote| {
        format!("{} {:?}", vote.as_str(), Vote::numbers(vote))
    });
    stable_uuid(&[
        step.id.as_str(),
        paper.id.as_str(),
        &paper.details.reference,
        &paper.details.subject,
        step.body.id.as_str(),
        &step.body.name,
        &step.day.to_string(),
        step.role.as_str(),
        step.outcome_key().unwrap_or_default(),
        &vote,
        &step.wording,
    ])
}

fn of_paper(paper: &Paper, holds: &[String]) -> String {
    let details = &paper.details;
    let day = details.dated_on.to_string();
    let offices = details.co_offices.join("\n");
    let mut says = vec![
        details.reference.as_str(),
        details.kind.as_str(),
        &details.subject,
        &details.summary,
        &details.office,
        &offices,
        paper.public_clerk().unwrap_or_default(),
        &day,
    ];
    says.extend(holds.iter().map(String::as_str));
    stable_uuid(&says)
}
