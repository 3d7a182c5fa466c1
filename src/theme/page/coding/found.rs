//! Everything about one contribution, and how its page shows it.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::super::learned::{Lore, lore};
use super::super::list::{kept_profiles, narrowed};
use super::super::{Around, around, contributions_of, names, paragraphs, row};
use crate::account::{Action, May, Permission};
use crate::base::db::{Conn, Recall};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::page::{Faults, ListAsk};
use crate::base::words;
use crate::strategy::cause::Theme;
use crate::survey::FreeText;
use crate::theme::form::CodingForm;
use crate::theme::model::{Coding, Contribution, MAX_NAME, MAX_NOTE, shortened};
use crate::theme::store::code;
use crate::theme::store::list::{self, Narrow};
use crate::theme::store::order;
use crate::theme::store::themes::{self, Named};
use crate::theme::view::{CodingPage, Head, Near, Pick, Piece};

/// Neighbours that are shown before and after.
const NEAR: (usize, usize) = (2, 5);
/// Characters of a neighbour.
const EXCERPT: usize = 34;

/// Everything about one contribution.
pub(super) struct Found {
    pub(super) of: Arc<Around>,
    pub(super) one: Contribution,
    pub(super) narrow: Narrow,
    /// How many stand before it in the list, and how many there are.
    before: usize,
    total: usize,
    /// Some just before it, it itself if it belongs to the list, some after it.
    near: Vec<Contribution>,
    coded: usize,
    /// How many the list has, read or not.
    whole: usize,
    counts: Arc<HashMap<Id<Theme>, i64>>,
    read: BTreeSet<Id<FreeText>>,
    /// What whoever reads said herself.
    own: Option<Coding>,
    /// What all said together.
    all: BTreeSet<Id<Theme>>,
    notes: Vec<String>,
    /// Whether a colleague has read it: what she chose must not lead the second one.
    is_second: bool,
    lore: Arc<Lore>,
    may_code: bool,
    ask: ListAsk,
}

pub(super) async fn find<A: Action>(
    may: &May<A>,
    slug: String,
    id: Id<FreeText>,
    ask: ListAsk,
) -> AppResult<Found> {
    let reader = Reader::of(may);
    may.read_recalling(move |conn, recall| found(conn, recall, &slug, &id, ask, &reader))
        .await
}

/// Who reads a contribution.
#[derive(Debug)]
pub(super) struct Reader {
    /// As the journal names her.
    me: String,
    may_code: bool,
}

impl Reader {
    pub(super) fn of<A: Action>(may: &May<A>) -> Self {
        Self {
            me: may.who().to_string(),
            may_code: may.who().has(Permission::Evaluate),
        }
    }
}

pub(super) fn found(
    conn: &mut Conn,
    recall: &Recall,
    slug: &str,
    id: &Id<FreeText>,
    ask: ListAsk,
    reader: &Reader,
) -> AppResult<Found> {
    let me = reader.me.as_str();
    let of = around(conn, recall, slug)?;
    let consultation = &of.consultation;
    let profiles = kept_profiles(conn, recall, consultation)?;
    let narrow = narrowed(&ask, me, consultation, &of.places, &profiles);
    let one = list::one(conn, &consultation.id, id)?;
    let order = order::of(conn, recall, &narrow)?;
    let (before, is_in) = order.place(id.as_str());
    let (back, ahead) = NEAR;
    let from = before.saturating_sub(back);
    let near = order.part(from, before - from + usize::from(is_in) + ahead);
    let mut codings = code::codings_of(conn, id)?;
    let all = codings
        .values()
        .flat_map(|coding| coding.themes.iter().cloned())
        .collect();
    let own = codings.remove(me);
    let count = |conn: &mut Conn, is_coded| {
        let narrow = Narrow {
            is_coded,
            ..narrow.clone()
        };
        AppResult::Ok(order::of(conn, recall, &narrow)?.len())
    };
    Ok(Found {
        coded: count(conn, Some(true))?,
        whole: count(conn, None)?,
        counts: recall.get(conn, &format!("counts {}", consultation.id), |conn| {
            themes::counts(conn, &consultation.id)
        })?,
        read: code::read_of(conn, &near)?,
        lore: lore(conn, recall, consultation, &of.themes)?,
        is_second: !codings.is_empty(),
        notes: codings
            .into_values()
            .map(|coding| coding.note)
            .filter(|note| !note.is_empty())
            .collect(),
        near: list::these(conn, &consultation.id, &near)?,
        before,
        total: order.len(),
        one,
        narrow,
        own,
        all,
        may_code: reader.may_code,
        ask,
        of,
    })
}

impl Found {
    /// What stood there before, short enough for an address: nothing, or the places of the themes among all.
    pub(super) fn had(&self) -> String {
        let Some(own) = &self.own else {
            return "n".to_owned();
        };
        let place = |id: &Id<Theme>| self.of.themes.iter().position(|theme| theme.id == *id);
        let places: Vec<String> = own
            .themes
            .iter()
            .filter_map(place)
            .map(|place| place.to_string())
            .collect();
        format!("r{}", places.join("."))
    }

    pub(super) fn page(&self, typed: Option<&CodingForm>, faults: Faults) -> CodingPage {
        // Who reads a text as the second one reads it blind: proposals have learned from it what the first one chose.
        let is_blind = self.may_code && self.own.is_none() && self.is_second;
        let suggested: Vec<Id<Theme>> = if self.own.is_some() || !self.may_code || is_blind {
            Vec::new()
        } else {
            let found = self.lore.known.learned.suggest(&self.one.text);
            found.into_iter().map(|one| one.theme).collect()
        };
        let grounds: HashSet<String> = suggested
            .iter()
            .flat_map(|theme| self.lore.known.learned.grounds(&self.one.text, theme))
            .collect();
        let contributions = contributions_of(&self.of.consultation.slug);
        let bare = self.ask.clone().without("undo").without("had");
        let list = bare.clone().at(&contributions).address();
        let query = list.strip_prefix(&contributions).unwrap_or_default();
        let spot = self
            .one
            .element
            .as_ref()
            .and_then(|id| self.of.places.get(id));
        let names = names(&self.of.themes);
        let undo = self.ask.filter("undo").zip(self.ask.filter("had"));
        let note = self.own.as_ref().map(|own| own.note.clone());
        CodingPage {
            head: Head::from(&self.of.consultation),
            row: row(
                &self.one,
                &self.of.places,
                &names,
                self.all.iter().cloned(),
                self.own.is_some(),
            ),
            words: paragraphs(&self.one.text)
                .iter()
                .map(|paragraph| marked(paragraph, &grounds))
                .collect(),
            wording: spot.map(|spot| spot.text.clone()),
            place: counted(self.before) + 1,
            total: counted(self.total),
            coded: counted(self.coded),
            whole: counted(self.whole),
            near: self.near(&contributions, query),
            picks: self.picks(typed, &suggested),
            may_code: self.may_code,
            new_theme: typed
                .map(|typed| typed.new_theme.clone())
                .unwrap_or_default(),
            note: typed.map_or(note.unwrap_or_default(), |typed| typed.note.clone()),
            notes: if is_blind {
                Vec::new()
            } else {
                self.notes.clone()
            },
            copies: self.lore.copies(&self.one.id).map_or(1, |all| all.len()),
            name_limit: MAX_NAME,
            note_limit: MAX_NOTE,
            undo: undo
                .filter(|_| self.may_code)
                .map(|(id, had)| (id.to_owned(), had.to_owned())),
            faults,
            query: query.to_owned(),
            list_url: list,
        }
    }

    fn near(&self, contributions: &str, query: &str) -> Vec<Near> {
        let is_before = |near: &&Contribution| near.id < self.one.id;
        let first = self.before + 1 - self.near.iter().filter(is_before).count();
        let spot = |one: &Contribution| self.of.places.get(one.element.as_ref()?);
        let near = self.near.iter().zip(counted(first)..);
        near.map(|(one, place)| Near {
            url: format!("{contributions}/{}{query}", one.id),
            excerpt: shortened(&one.text, EXCERPT),
            label: spot(one).map(|spot| spot.label.clone()).unwrap_or_default(),
            place,
            is_read: self.read.contains(&one.id),
            is_current: one.id == self.one.id,
        })
        .collect()
    }

    /// Proposals first, then the themes of this element, then those that go across, then the others.
    fn picks(&self, typed: Option<&CodingForm>, suggested: &[Id<Theme>]) -> Vec<Pick> {
        let own = self.own.as_ref().map(|own| &own.themes);
        let chosen = typed.map(|typed| &typed.themes).or(own);
        let mut themes: Vec<&Named> = self.of.themes.iter().collect();
        let is_near = |theme: &Named| theme.element.is_none() || theme.element == self.one.element;
        themes.sort_by_key(|theme| {
            let is_suggested = suggested.contains(&theme.id);
            let is_own = theme.element.is_some() && theme.element == self.one.element;
            (!is_suggested, !is_own, theme.element.is_some())
        });
        let pick = |(place, theme): (u8, &Named)| Pick {
            name: theme.name.clone(),
            about: theme.about.clone(),
            count: self.counts.get(&theme.id).copied().unwrap_or_default(),
            is_chosen: chosen.is_some_and(|chosen| chosen.contains(&theme.id)),
            is_suggested: suggested.contains(&theme.id),
            key: (place <= 9).then_some(place),
            is_near: is_near(theme) || suggested.contains(&theme.id),
            id: theme.id.to_string(),
        };
        (1..=u8::MAX).zip(themes).map(pick).collect()
    }
}

fn counted(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// A paragraph in pieces: those words apart that the proposals rest on.
fn marked(paragraph: &str, grounds: &HashSet<String>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let is_word = |sign: char| sign.is_alphanumeric();
    let mut rest = paragraph;
    while let Some(first) = rest.chars().next() {
        let end = rest
            .find(|sign: char| is_word(sign) != is_word(first))
            .unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        let stem = words::stems(part).pop();
        let is_ground = stem.is_some_and(|stem| grounds.contains(&stem));
        match pieces.last_mut() {
            Some(last) if last.is_ground == is_ground => last.text.push_str(part),
            _ => pieces.push(Piece {
                text: part.to_owned(),
                is_ground,
            }),
        }
        rest = after;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn grounds_stand_apart_in_every_form() {
        let grounds = HashSet::from(["baum".to_owned()]);
        let pieces = marked("Mehr Bäume, mehr Baum!", &grounds);
        let marked: Vec<_> = pieces
            .iter()
            .filter(|p| p.is_ground)
            .map(|p| &p.text)
            .collect();
        assert_eq!(marked, ["Bäume", "Baum"]);
    }

    proptest! {
        #[test]
        fn no_sign_is_lost(text in "\\PC{0,80}") {
            let pieces = marked(&text, &HashSet::new());
            prop_assert_eq!(pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
        }
    }
}
