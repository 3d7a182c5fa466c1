//! The assessment table, read: how many queries it takes does not depend on how many contributions there are.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::answer_to;
use super::outcome::{Outcomes, outcomes, put_together};
use crate::assessment::model::Assessment;
use crate::assessment::store::{self as assessments, About, Said};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{contributions, free_texts};
use crate::consultation::{Consultation, TrackKind};
use crate::organisation::store::organisations;
use crate::revision::model::table::{
    By, Counted, Counts, Line, Sight, Tally, What, by_theme, numbered,
};
use crate::statement::store::{self as statements, deadlines};
use crate::strategy::cause::Theme;
use crate::survey::{FreeText, TextState};
use crate::theme::model::{Contribution, ContributionKind};
use crate::theme::store::{code, list, segments};

/// The table with everything that stands around it.
pub struct Table {
    /// What became of the contributions, as the pages show it.
    pub all: Outcomes,
    /// The lines, in the order of the document.
    pub lines: Vec<Line>,
    /// Each contribution at its outcome.
    pub tally: Tally,
}

/// A statement a segment was cut out of.
struct Origin {
    number: i32,
    name: Option<String>,
    /// Whether everyone may read the statement.
    is_public: bool,
    /// Whether an organisation made it.
    is_organisation: bool,
}

type Origins = HashMap<Id<FreeText>, Origin>;

/// Reads it. `now`: stands for the day of release where staff reads what is not released.
///
/// # Errors
/// Not found, when whoever asks may not read the outcome.
pub fn table(
    conn: &mut Conn,
    consultation: Consultation,
    sight: Sight,
    now: DateTime<Utc>,
) -> AppResult<Table> {
    let all = match sight {
        Sight::Desk => {
            let answer = answer_to(conn, &consultation)?;
            put_together(conn, consultation, now, answer)?
        }
        Sight::Released(audience) => outcomes(conn, consultation, audience)?,
    };
    let said = assessments::all(conn, &all.consultation.id)?;
    let counted = counted(conn, &all.consultation.id)?;
    let origins = origins(conn, &all.consultation)?;
    let own = approved(&said, |about| match about {
        About::Text(id) => Some(id.clone()),
        About::Theme(_) => None,
    });
    let assessed = approved(&said, |about| match about {
        About::Theme(id) => Some(id.clone()),
        About::Text(_) => None,
    });
    let tally = Tally::of(&counted, &own, &assessed);
    let by_theme = by_theme(&counted);
    let mut lines = Vec::new();
    for theme in &all.themes {
        let (said, has_earlier) = newest(said.get(&About::Theme(theme.id.clone())), sight);
        lines.push(Line {
            n: 0,
            place: theme.element.clone(),
            what: What::Theme {
                name: theme.name.clone(),
                about: theme.about.clone(),
            },
            by: by(&counted, &theme.id, &origins, sight),
            counts: by_theme.get(&theme.id).cloned().unwrap_or_default(),
            said,
            has_earlier,
            themes: vec![theme.id.clone()],
        });
    }
    lines.extend(alone(conn, &all, &said, &counted, &origins, sight)?);
    let places: HashMap<_, _> = all
        .places
        .iter()
        .zip(0..)
        .map(|((id, _), n)| (id, n))
        .collect();
    let lines = numbered(lines, |id| places.get(id).copied());
    Ok(Table { all, lines, tally })
}

/// What has an approved assessment.
fn approved<T: std::hash::Hash + Eq>(
    said: &HashMap<About, Said>,
    id: impl Fn(&About) -> Option<T>,
) -> HashSet<T> {
    let said = said.iter().filter(|(_, said)| said.approved().is_some());
    said.filter_map(|(about, _)| id(about)).collect()
}

/// What stands in the table: for staff the newest, else the newest approved one. And whether an earlier one counts until then.
fn newest(said: Option<&Said>, sight: Sight) -> (Option<Assessment>, bool) {
    let Some(said) = said else {
        return (None, false);
    };
    let approved = said.approved();
    if !sight.shows_drafts() {
        return (approved.cloned(), false);
    }
    let newest = said.newest().map(|one| &one.assessment);
    let is_draft = newest.is_some_and(|one| !one.is_approved);
    (newest.cloned(), is_draft && approved.is_some())
}

/// All contributions as they are counted: three queries.
fn counted(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Vec<Counted>> {
    let rows: Vec<(Id<FreeText>, String, String)> = contributions::table
        .filter(contributions::consultation_id.eq(consultation))
        .order(contributions::text_id)
        .select((
            contributions::text_id,
            contributions::kind,
            contributions::channel,
        ))
        .load(conn)?;
    let mut coded: HashMap<Id<FreeText>, BTreeSet<Id<Theme>>> = HashMap::new();
    for ((text, _), themes) in code::all(conn, consultation)? {
        coded.entry(text).or_default().extend(themes);
    }
    let counted = |(id, kind, channel): (Id<FreeText>, String, String)| {
        let themes = coded.remove(&id);
        Counted {
            kind: ContributionKind::parse(&kind).unwrap_or(ContributionKind::Answer),
            channel,
            is_read: themes.is_some(),
            themes: themes.unwrap_or_default(),
            id,
        }
    };
    Ok(rows.into_iter().map(counted).collect())
}

/// Where segments come from. A statement that counts no more has none.
fn origins(conn: &mut Conn, of: &Consultation) -> AppResult<Origins> {
    if of.track(TrackKind::Statements).is_none() {
        return Ok(HashMap::new());
    }
    let deadlines = deadlines::of(conn, of)?;
    let all = statements::register(conn, &of.id)?;
    let names: HashMap<_, _> = organisations::list(conn)?
        .into_iter()
        .map(|one| (one.id, one.details.name))
        .collect();
    let mut by_version = HashMap::new();
    for one in &all {
        let party = one.party.as_ref();
        for version in &one.versions {
            by_version.insert(version.id.clone(), (one, deadlines.of(party)));
        }
    }
    let mut found = HashMap::new();
    for segment in segments::of(conn, &all)? {
        let Some((statement, deadline)) = by_version.get(&segment.version) else {
            continue;
        };
        let Some(number) = statement.number else {
            continue;
        };
        let party = statement.party.as_ref();
        let origin = Origin {
            number,
            name: party.and_then(|id| names.get(id)).cloned(),
            is_public: statement.is_public(*deadline),
            is_organisation: party.is_some(),
        };
        found.insert(segment.id, origin);
    }
    Ok(found)
}

/// The statements among the contributions of a theme, each once.
fn by(counted: &[Counted], theme: &Id<Theme>, origins: &Origins, sight: Sight) -> Vec<By> {
    let own = counted.iter().filter(|one| one.themes.contains(theme));
    let named = own.filter_map(|one| origins.get(&one.id).map(|it| it.shown(sight)));
    let sorted: BTreeSet<By> = named.collect();
    sorted.into_iter().collect()
}

impl Origin {
    fn shown(&self, sight: Sight) -> By {
        let is_named = self.is_public || sight.names_all_organisations();
        By {
            number: self.number,
            name: self.name.clone().filter(|_| is_named),
        }
    }
}

/// Contributions that were answered alone.
fn alone(
    conn: &mut Conn,
    all: &Outcomes,
    said: &HashMap<About, Said>,
    counted: &[Counted],
    origins: &Origins,
    sight: Sight,
) -> AppResult<Vec<Line>> {
    let mut ids = Vec::new();
    for (about, said) in said {
        if let About::Text(id) = about
            && newest(Some(said), sight).0.is_some()
        {
            ids.push(id.clone());
        }
    }
    let words = open_words(conn, &ids)?;
    let counted: BTreeMap<_, _> = counted.iter().map(|one| (&one.id, one)).collect();
    let mut lines = Vec::new();
    let mut these = list::these(conn, &all.consultation.id, &ids)?;
    these.sort_unstable_by(|one, other| one.id.chance().cmp(other.id.chance()));
    for one in these {
        let (said, has_earlier) = newest(said.get(&About::Text(one.id.clone())), sight);
        let own = counted.get(&one.id);
        let mut counts = Counts::default();
        if let Some(own) = own {
            counts.add(own);
        }
        let origin = origins.get(&one.id);
        lines.push(Line {
            n: 0,
            by: origin.map(|it| it.shown(sight)).into_iter().collect(),
            what: What::Alone {
                kind: one.kind,
                words: readable(
                    &one,
                    &words,
                    origin,
                    all.consultation.releases_comments,
                    sight,
                ),
            },
            place: one.element,
            counts,
            said,
            has_earlier,
            themes: own.map_or_else(Vec::new, |own| own.themes.iter().cloned().collect()),
        });
    }
    Ok(lines)
}

/// Texts that everyone may read, with passages blacked out where they are.
fn open_words(
    conn: &mut Conn,
    ids: &[Id<FreeText>],
) -> AppResult<HashMap<Id<FreeText>, Option<String>>> {
    let rows: Vec<(Id<FreeText>, Option<String>)> = free_texts::table
        .filter(free_texts::id.eq_any(ids))
        .filter(free_texts::state.eq_any(TextState::PUBLIC))
        .select((free_texts::id, free_texts::redacted))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// The words of a contribution, where whoever reads the table may read them: staff all of them; others what was released, and
/// segments of statements that are published, councillors those of organisations too.
fn readable(
    one: &Contribution,
    open: &HashMap<Id<FreeText>, Option<String>>,
    origin: Option<&Origin>,
    releases: bool,
    sight: Sight,
) -> Option<String> {
    if sight == Sight::Desk {
        return Some(one.text.clone());
    }
    if one.kind == ContributionKind::Segment {
        let may =
            |it: &Origin| it.is_public || (it.is_organisation && sight.names_all_organisations());
        return origin.filter(|it| may(it)).map(|_| one.text.clone());
    }
    let redacted = open.get(&one.id).filter(|_| releases)?;
    Some(redacted.clone().unwrap_or_else(|| one.text.clone()))
}
