//! Everything a briefing is made of, read through the functions of the slices it belongs to.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::model::{Piece, Voice};
use crate::account::Actor;
use crate::assessment::model::Audience;
use crate::assessment::store::{Released, all_released, released};
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::figures::Limits;
use crate::base::id::Id;
use crate::base::schema::{codings, segments};
use crate::consultation::{self, Consultation, TrackKind};
use crate::council::model::{Paper, Sight};
use crate::council::store::{decided, papers, sight};
use crate::evaluation::{self, Snapshot};
use crate::organisation::store::organisations;
use crate::revision::store::answer_to;
use crate::revision::store::outcome::{Outcomes, put_together};
use crate::statement::store::{self as statements, deadlines, register};
use crate::strategy::cause::Theme;
use crate::strategy::{Edition, Element};
use crate::survey::FreeText;
use crate::theme::model::ContributionKind;
use crate::theme::store::themes;

/// Who looks at a briefing.
#[derive(Clone, Debug)]
pub enum Looker {
    /// Anyone.
    Public,
    /// Whoever may read what was released to the council.
    Council(Actor),
    /// Whoever prepares it, before it is released as well.
    Staff(Actor),
}

/// The marks and where they come from.
pub struct Figures {
    /// The counts; nothing in it when they are not published and whoever looks may not see running ones.
    pub snapshot: Snapshot,
    /// Whether there are any to show.
    pub are_known: bool,
    /// When they were published, which publication it is and its checksum; none while they are not.
    pub published: Option<(DateTime<Utc>, i32, String)>,
}

/// Everything on one consultation.
pub struct Briefing {
    /// What became of the contributions.
    pub outcomes: Outcomes,
    /// Whether everyone reads this.
    pub is_public: bool,
    /// Since when who may read it.
    pub released: Released,
    /// Whether everyone may read the edition that answers.
    pub is_answer_public: bool,
    /// The marks.
    pub figures: Figures,
    /// How many contributions of each kind each theme has.
    pub kinds: HashMap<(Id<Theme>, ContributionKind), i64>,
    /// The statements.
    pub voices: Vec<Voice>,
    /// The papers that bring the edition laid open or a later one.
    pub papers: Vec<Paper>,
    /// Which of their steps are seen.
    pub sight: Sight,
}

/// Reads it. A dozen queries, however large the consultation is.
///
/// # Errors
/// Not found, when whoever looks may not read it.
pub fn briefing(
    conn: &mut Conn,
    slug: &str,
    looker: &Looker,
    limits: Limits,
    now: DateTime<Utc>,
) -> AppResult<Briefing> {
    let is_public = matches!(looker, Looker::Public);
    let consultation = if is_public {
        consultation::published(conn, slug)?
    } else {
        consultation::find(conn, slug)?
    };
    let released = released(conn, &consultation.id)?;
    let public = answer_to(conn, &consultation)?;
    let is_answer_public = public.is_some();
    let (since, answer, sight) = match looker {
        Looker::Public => (released.public, public, Sight::Public),
        Looker::Council(who) | Looker::Staff(who) => {
            let since = released.to(Audience::Council);
            let prepared = matches!(looker, Looker::Staff(_)).then_some(now);
            let answer = match public {
                Some(public) => Some(public),
                None => brought_to_council(conn, &consultation)?,
            };
            (since.or(prepared), answer, sight(conn, who)?)
        }
    };
    let since = since.ok_or(AppError::NotFound)?;
    let outcomes = put_together(conn, consultation, since, answer)?;
    let of = &outcomes.consultation;
    let strategy = outcomes.before.strategy.clone();
    Ok(Briefing {
        figures: figures(conn, of, is_public, limits)?,
        kinds: themes::counts_by_kind(conn, &of.id)?,
        voices: voices(conn, of, is_public)?,
        papers: papers::on_strategy(conn, &strategy, outcomes.before.number)?,
        is_answer_public,
        released,
        sight,
        is_public,
        outcomes,
    })
}

/// While no published edition answers a consultation, the council knows the one that a published paper brings.
fn brought_to_council(conn: &mut Conn, of: &Consultation) -> AppResult<Option<Id<Edition>>> {
    let laid = decided::named(conn, std::slice::from_ref(&of.edition))?;
    let Some(laid) = laid.get(&of.edition) else {
        return Ok(None);
    };
    let brought = papers::on_strategy(conn, &laid.strategy, laid.number + 1)?;
    let newest = brought.into_iter().next_back();
    Ok(newest.and_then(|paper| paper.details.edition))
}

fn figures(
    conn: &mut Conn,
    of: &Consultation,
    is_public: bool,
    limits: Limits,
) -> AppResult<Figures> {
    let (snapshot, published) = match evaluation::newest(conn, &of.id) {
        Ok(found) => {
            let published = (found.at, found.number, found.sha256);
            (found.snapshot, Some(published))
        }
        Err(AppError::NotFound) if is_public => {
            let none = Snapshot {
                title: of.title.clone(),
                limits,
                people: 0,
                surveys: Vec::new(),
            };
            (none, None)
        }
        Err(AppError::NotFound) => (evaluation::running(conn, of, limits)?, None),
        Err(other) => return Err(other),
    };
    Ok(Figures {
        are_known: published.is_some() || !is_public,
        snapshot,
        published,
    })
}

/// The statements that count, with what they are about. For everyone only those everyone may read.
fn voices(conn: &mut Conn, of: &Consultation, is_public: bool) -> AppResult<Vec<Voice>> {
    if of.track(TrackKind::Statements).is_none() {
        return Ok(Vec::new());
    }
    let deadlines = deadlines::of(conn, of)?;
    let mut all = statements::register(conn, &of.id)?;
    all.retain(|one| {
        let deadline = deadlines.of(one.party.as_ref());
        one.counts(deadline) && (!is_public || one.is_public(deadline))
    });
    let versions: Vec<_> = all
        .iter()
        .filter_map(|one| Some(one.current()?.id.clone()))
        .collect();
    let pieces: Vec<(Id<FreeText>, String, Option<Id<Element>>)> = segments::table
        .filter(segments::version_id.eq_any(&versions))
        .order(segments::text_id)
        .select((
            segments::text_id,
            segments::version_id,
            segments::element_id,
        ))
        .load(conn)?;
    let of_them = segments::table
        .filter(segments::version_id.eq_any(&versions))
        .select(segments::text_id);
    let coded: Vec<(Id<FreeText>, Id<Theme>)> = codings::table
        .filter(codings::text_id.eq_any(of_them))
        .select((codings::text_id, codings::theme_id))
        .load(conn)?;
    let mut chosen: HashMap<_, BTreeSet<_>> = HashMap::new();
    for (text, theme) in coded {
        chosen.entry(text).or_default().insert(theme);
    }
    let mut by_version: HashMap<String, Vec<_>> = HashMap::new();
    for (text, version, element) in pieces {
        let themes = chosen.remove(&text).unwrap_or_default();
        let piece = Piece { element, themes };
        by_version.entry(version).or_default().push(piece);
    }
    let signers = register::signers(conn, &versions)?;
    let names: HashMap<_, _> = organisations::list(conn)?
        .into_iter()
        .map(|one| (one.id, one.details.name))
        .collect();
    let voice = |one: &crate::statement::model::Statement| {
        let version = &one.current()?.id;
        let own = one
            .party
            .as_ref()
            .and_then(|party| names.get(party))
            .cloned();
        let behalf = || {
            let first = signers.get(version)?.first()?;
            Some(first.behalf.clone()).filter(|behalf| !behalf.is_empty())
        };
        Some(Voice {
            number: one.number?,
            name: own.or_else(behalf),
            is_public: one.is_public(deadlines.of(one.party.as_ref())),
            segments: by_version.remove(version.as_str()).unwrap_or_default(),
        })
    };
    Ok(all.iter().filter_map(voice).collect())
}

/// A consultation whose briefing somebody may read.
#[derive(Clone, Debug)]
pub struct Offered {
    /// The consultation.
    pub consultation: Consultation,
    /// Since when the council may read it; none: it is only being prepared.
    pub since: Option<DateTime<Utc>>,
}

/// The consultations whose briefings the council may read, the newest first; `all`: also those that are being prepared.
pub fn offered(conn: &mut Conn, all: bool) -> AppResult<Vec<Offered>> {
    let since = all_released(conn)?;
    let themed = if all {
        themes::consultations(conn)?
    } else {
        BTreeSet::new()
    };
    let consultations = consultation::list_all(conn)?;
    let mut found: Vec<Offered> = consultations
        .into_iter()
        .map(|consultation| Offered {
            since: since
                .get(&consultation.id)
                .and_then(|released| released.to(Audience::Council)),
            consultation,
        })
        .filter(|one| one.since.is_some() || themed.contains(&one.consultation.id))
        .collect();
    found.sort_by_key(|one| std::cmp::Reverse((one.since, one.consultation.id.clone())));
    Ok(found)
}
