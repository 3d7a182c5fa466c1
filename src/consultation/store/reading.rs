//! Consultations in another language.

use std::collections::BTreeSet;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::consultation::model::Consultation;
use crate::translation::{self, ContentLang, Reader, Translatable};

/// Lets several consultations be read in the language that somebody wants: two queries, however many there are. Says which
/// languages there are among them, and which is read. One that does not offer it keeps its own words and says so.
pub fn read_each_in(
    conn: &mut Conn,
    consultations: &mut [Consultation],
    reader: &Reader,
) -> AppResult<(Vec<ContentLang>, Option<ContentLang>)> {
    let ids: Vec<_> = consultations.iter().map(|one| one.id.to_string()).collect();
    let by_consultation = translation::store::languages_of(conn, &ids)?;
    let all = by_consultation.values().flatten().copied();
    let offered: Vec<_> = all.collect::<BTreeSet<_>>().into_iter().collect();
    let Some(lang) = reader.of(&offered) else {
        return Ok((offered, None));
    };
    let offers = |one: &Consultation| {
        let langs = by_consultation.get(one.id.as_str());
        langs.is_some_and(|langs| langs.contains(&lang))
    };
    let units: Vec<_> = consultations
        .iter()
        .filter(|one| offers(one))
        .map(Consultation::unit)
        .collect();
    let twins = translation::store::approved(conn, lang, &units)?;
    let units = consultations
        .iter_mut()
        .map(|one| one as &mut dyn Translatable);
    translation::model::read_in(lang, &twins, units);
    Ok((offered, Some(lang)))
}

/// Lets a consultation's own texts be read in another language.
pub fn read_in(
    conn: &mut Conn,
    consultation: &mut Consultation,
    lang: ContentLang,
) -> AppResult<()> {
    let twins = translation::store::approved(conn, lang, &[consultation.unit()])?;
    translation::model::read_in(lang, &twins, [consultation as &mut dyn Translatable]);
    Ok(())
}
