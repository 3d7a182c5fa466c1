//! An edition in another language.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::wordings;
use crate::strategy::laid::{LaidEdition, Wording};
use crate::strategy::model::Element;
use crate::translation::{self, ContentLang, Kind, Translatable};

/// Lets an edition be read in another language: two queries. A wording that has no translation yet takes that of an
/// earlier wording of the same element, and says that it is of an older one.
pub fn read_in(conn: &mut Conn, edition: &mut LaidEdition, lang: ContentLang) -> AppResult<()> {
    let mut elements = Vec::new();
    edition.each_mut(&mut |element| elements.push(element.id.clone()));
    let earlier = wordings_of(conn, &elements)?;
    let names: Vec<_> = earlier
        .values()
        .flatten()
        .map(|wording| (Kind::Wording, wording.to_string()))
        .collect();
    let mut twins = translation::store::approved(conn, lang, &names)?;
    edition.each_mut(&mut |element| {
        let own = element.unit();
        if !twins.contains_key(&own) {
            // The newest wording that was translated.
            let mut known = earlier.get(&element.id).into_iter().flatten().rev();
            let older = known
                .find_map(|wording| twins.get(&(Kind::Wording, wording.to_string())))
                .cloned();
            if let Some(older) = older {
                twins.insert(own, older);
            }
        }
        translation::model::read_in(lang, &twins, [element as &mut dyn Translatable]);
    });
    Ok(())
}

/// For each of some wordings the earlier ones of the same element, oldest first; ids as they stand in rows. Two queries.
pub fn earlier_wordings(conn: &mut Conn, of: &[String]) -> AppResult<HashMap<String, Vec<String>>> {
    let elements: Vec<(String, Id<Element>)> = wordings::table
        .filter(wordings::id.eq_any(of))
        .select((wordings::id, wordings::element_id))
        .load(conn)?;
    let ids: Vec<_> = elements
        .iter()
        .map(|(_, element)| element.clone())
        .collect();
    let all = wordings_of(conn, &ids)?;
    let before = |(wording, element): (String, Id<Element>)| {
        let known = all.get(&element).into_iter().flatten();
        let names = known.map(ToString::to_string);
        let earlier = names.take_while(|other| *other != wording).collect();
        (wording, earlier)
    };
    Ok(elements.into_iter().map(before).collect())
}

/// All wordings that elements ever had, oldest first.
fn wordings_of(
    conn: &mut Conn,
    elements: &[Id<Element>],
) -> AppResult<HashMap<Id<Element>, Vec<Id<Wording>>>> {
    let rows: Vec<(Id<Element>, Id<Wording>)> = wordings::table
        .filter(wordings::element_id.eq_any(elements))
        .order((wordings::created_at, wordings::id))
        .select((wordings::element_id, wordings::id))
        .load(conn)?;
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
    for (element, wording) in rows {
        found.entry(element).or_default().push(wording);
    }
    Ok(found)
}
