//! What the machine has learned of a consultation, kept until somebody has coded on.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock, Mutex};

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::consultation::Consultation;
use crate::strategy::cause::Theme;
use crate::survey::FreeText;
use crate::theme::model::alike::groups;
use crate::theme::model::suggest::{Learned, Lesson};
use crate::theme::store::progress::{Stamp, stamp};
use crate::theme::store::themes::Named;
use crate::theme::store::{code, list};

/// Consultations kept at once.
const MOST: usize = 8;

/// What was learned, and from what.
pub struct Lore {
    /// When this is another one, it is learned anew.
    from: From,
    /// What texts are near to.
    pub learned: Learned<Id<Theme>>,
    /// Near-duplicates: to each text how many say the same, itself among them.
    pub copies: HashMap<Id<FreeText>, Arc<Vec<Id<FreeText>>>>,
    /// The groups of near-duplicates.
    pub groups: Vec<Arc<Vec<Id<FreeText>>>>,
}

static KEPT: LazyLock<Mutex<BTreeMap<String, Arc<Lore>>>> = LazyLock::new(Mutex::default);

/// What somebody said about which words, and the themes with their names and descriptions.
type From = (Stamp, Vec<(Id<Theme>, String, String)>);

/// What is known of a consultation.
pub fn lore(conn: &mut Conn, of: &Consultation, themes: &[Named]) -> AppResult<Arc<Lore>> {
    let described = themes.iter();
    let described = described.map(|one| (one.id.clone(), one.name.clone(), one.about.clone()));
    let from = (stamp(conn, &of.id)?, described.collect());
    let kept = |known: &BTreeMap<String, Arc<Lore>>| known.get(of.id.as_str()).cloned();
    if let Ok(known) = KEPT.lock()
        && let Some(lore) = kept(&known)
        && lore.from == from
    {
        return Ok(lore);
    }
    let lore = Arc::new(learn(conn, of, themes, from)?);
    if let Ok(mut known) = KEPT.lock() {
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(of.id.to_string(), Arc::clone(&lore));
    }
    Ok(lore)
}

fn learn(conn: &mut Conn, of: &Consultation, themes: &[Named], from: From) -> AppResult<Lore> {
    let texts = list::texts(conn, &of.id)?;
    let coded = code::all(conn, &of.id)?;
    let words: HashMap<&Id<FreeText>, &str> =
        texts.iter().map(|(id, text)| (id, text.as_str())).collect();
    let mut under: HashMap<&Id<Theme>, Vec<&str>> = HashMap::new();
    for ((text, _), chosen) in &coded {
        for theme in chosen {
            let said = words.get(text).copied();
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
    let all: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
    let mut copies = HashMap::new();
    let mut alike = Vec::new();
    for group in groups(&all) {
        let ids: Vec<Id<FreeText>> = group.into_iter().map(|at| texts[at].0.clone()).collect();
        let ids = Arc::new(ids);
        for id in ids.iter() {
            copies.insert(id.clone(), Arc::clone(&ids));
        }
        alike.push(ids);
    }
    Ok(Lore {
        from,
        learned: Learned::of(&lessons, &all),
        copies,
        groups: alike,
    })
}
