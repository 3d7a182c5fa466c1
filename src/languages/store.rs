//! A consultation with all its texts and their translations.

use super::model::{Unit, units};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::consultation::{self, Consultation};
use crate::strategy;
use crate::survey::Book;
use crate::translation::{ContentLang, Kind, Twins, store};

/// A consultation and everything of it that can be translated.
pub struct Texts {
    /// The consultation.
    pub consultation: Consultation,
    /// Its texts in reading order.
    pub units: Vec<Unit>,
    /// The languages it offers.
    pub languages: Vec<ContentLang>,
}

/// Reads a consultation with its texts, whether it is published or not.
pub fn texts(conn: &mut Conn, slug: &str) -> AppResult<Texts> {
    let consultation = consultation::find(conn, slug)?;
    let book = Book::of(conn, &consultation.id)?;
    let edition = strategy::laid(conn, &consultation.edition)?;
    Ok(Texts {
        units: units(&consultation, &book, &edition),
        languages: store::languages(conn, slug)?,
        consultation,
    })
}

/// The translations of texts in one language. A wording without one takes over that of an earlier wording of its element,
/// which then is of an older one.
pub fn twins(conn: &mut Conn, texts: &Texts, lang: ContentLang) -> AppResult<Twins> {
    let names: Vec<_> = texts.units.iter().map(Unit::name).collect();
    let mut twins = store::twins(conn, lang, &names)?;
    let open: Vec<_> = names
        .into_iter()
        .filter(|name| name.0 == Kind::Wording && !twins.contains_key(name))
        .map(|(_, wording)| wording)
        .collect();
    if open.is_empty() {
        return Ok(twins);
    }
    let earlier = strategy::earlier_wordings(conn, &open)?;
    let names: Vec<_> = earlier
        .values()
        .flatten()
        .map(|wording| (Kind::Wording, wording.clone()))
        .collect();
    let old = store::twins(conn, lang, &names)?;
    for (wording, earlier) in earlier {
        let newest = earlier.into_iter().rev();
        let mut known = newest.filter_map(|wording| old.get(&(Kind::Wording, wording)));
        if let Some(twin) = known.next() {
            twins.insert((Kind::Wording, wording), twin.clone());
        }
    }
    Ok(twins)
}
