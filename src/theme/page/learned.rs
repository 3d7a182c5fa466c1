//! What the machine has learned of a consultation, kept until enough more was written or coded.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use chrono::{NaiveDateTime, TimeDelta};

use crate::base::db::{Conn, Recall};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::consultation::Consultation;
use crate::strategy::cause::Theme;
use crate::survey::FreeText;
use crate::theme::model::alike::groups;
use crate::theme::model::suggest::{Corpus, Learned, Lesson};
use crate::theme::store::progress::{Stamp, stamp};
use crate::theme::store::themes::Named;
use crate::theme::store::{code, list};

/// Consultations kept at once.
const MOST: usize = 8;
/// From so many texts, or so many readings, on the machine does not learn anew with each, but with one in so many more, and once an hour.
const MANY: i64 = 2_000;
const ONE_IN: i64 = 100;
const PAUSE: TimeDelta = TimeDelta::hours(1);

/// Texts that say the same, the first stands for them.
pub type Group = Arc<Vec<Id<FreeText>>>;

/// What was learned, and from what.
pub struct Known {
    from: From,
    /// What texts are near to.
    pub learned: Learned<Id<Theme>>,
    /// Near-duplicates: to each text those that say the same, itself among them.
    copies: HashMap<Id<FreeText>, Group>,
    groups: Vec<Group>,
}

/// What is known of a consultation, seen from now.
pub struct Lore {
    /// What was learned.
    pub known: Arc<Known>,
    /// Texts that came or were corrected since: what was learned of their words does not count.
    since: HashSet<Id<FreeText>>,
}

impl Lore {
    /// The texts that say the same as one of them, itself among them; none when it stands alone.
    pub fn copies(&self, of: &Id<FreeText>) -> Option<&Group> {
        self.known
            .copies
            .get(of)
            .filter(|_| !self.since.contains(of))
    }

    /// The groups of near-duplicates, each with those whose words are as they were.
    pub fn groups(&self) -> impl Iterator<Item = Vec<Id<FreeText>>> {
        let there = |group: &Group| {
            let texts = group.iter().filter(|id| !self.since.contains(*id));
            texts.cloned().collect()
        };
        self.known.groups.iter().map(there)
    }
}

/// For each consultation what was learned last. Whoever learns holds its place, so that many who ask at once wait for one.
static KEPT: LazyLock<Mutex<BTreeMap<String, Learner>>> = LazyLock::new(Mutex::default);

/// What was learned last of one consultation, if anything.
type Learner = Arc<Mutex<Option<Arc<Known>>>>;

/// What somebody said about which words, and the themes with their names and descriptions.
type From = (Stamp, Vec<(Id<Theme>, String, String)>);

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is known of a consultation.
pub fn lore(
    conn: &mut Conn,
    recall: &Recall,
    of: &Consultation,
    themes: &[Named],
) -> AppResult<Arc<Lore>> {
    recall.get(conn, &format!("lore {}", of.id), |conn| {
        let described = themes.iter();
        let described = described.map(|one| (one.id.clone(), one.name.clone(), one.about.clone()));
        let from: From = (stamp(conn, &of.id)?, described.collect());
        let place = {
            let mut kept = lock(&KEPT);
            if kept.len() >= MOST && !kept.contains_key(of.id.as_str()) {
                kept.clear();
            }
            Arc::clone(kept.entry(of.id.to_string()).or_default())
        };
        let mut place = lock(&place);
        let known = match place.as_ref().filter(|known| is_enough(&known.from, &from)) {
            Some(known) => Arc::clone(known),
            None => Arc::new(learn(conn, of, themes, from)?),
        };
        *place = Some(Arc::clone(&known));
        drop(place);
        let (texts, _) = known.from.0.both();
        Ok(Lore {
            since: list::taken_since(conn, &of.id, texts.1)?,
            known,
        })
    })
}

/// Whether what was learned from one state serves in another one.
fn is_enough(then: &From, now: &From) -> bool {
    let near = |(then, then_at): Counted, (now, now_at): Counted| {
        let pause = now_at.zip(then_at).map(|(now, then)| now - then);
        (then, then_at) == (now, now_at)
            || then >= MANY
                && (now - then).abs() * ONE_IN < then
                && pause.is_some_and(|pause| pause >= TimeDelta::zero() && pause < PAUSE)
    };
    let ((texts, readings), (new_texts, new_readings)) = (then.0.both(), now.0.both());
    then.1 == now.1 && near(texts, new_texts) && near(readings, new_readings)
}

/// How many there are and when the last of them came.
type Counted = (i64, Option<NaiveDateTime>);

fn learn(conn: &mut Conn, of: &Consultation, themes: &[Named], from: From) -> AppResult<Known> {
    let mut corpus = Corpus::default();
    let mut ids = Vec::new();
    for (id, text) in list::texts(conn, &of.id)? {
        corpus.add(&text);
        ids.push(id);
    }
    let places: HashMap<&Id<FreeText>, usize> = ids.iter().zip(0..).collect();
    let mut under: HashMap<Id<Theme>, Vec<usize>> = HashMap::new();
    for ((text, _), chosen) in code::all(conn, &of.id)? {
        for theme in chosen {
            let said = places.get(&text).copied();
            under.entry(theme).or_default().extend(said);
        }
    }
    let about: Vec<String> = themes
        .iter()
        .map(|theme| format!("{} {}", theme.name, theme.about))
        .collect();
    let lessons: Vec<_> = themes
        .iter()
        .zip(&about)
        .map(|(theme, about)| Lesson {
            theme: theme.id.clone(),
            about,
            texts: under.remove(&theme.id).unwrap_or_default(),
        })
        .collect();
    let mut copies = HashMap::new();
    let mut alike = Vec::new();
    for group in groups(corpus.texts()) {
        let group = group.into_iter().filter_map(|at| ids.get(at).cloned());
        let group: Group = Arc::new(group.collect());
        for id in group.iter() {
            copies.insert(id.clone(), Arc::clone(&group));
        }
        alike.push(group);
    }
    Ok(Known {
        from,
        learned: Learned::of(&lessons, &corpus),
        copies,
        groups: alike,
    })
}
