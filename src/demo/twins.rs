//! The playgrounds in plain German.

use std::collections::BTreeMap;

use super::stage::Stage;
use crate::consultation::Consultation;
use crate::strategy::{LaidEdition, laid};
use crate::translation::{ContentLang, Parts, Translatable, Translate, store};

/// The texts of a unit by the name of the part.
type Texts = BTreeMap<String, String>;

/// Offers the consultation in plain German and approves what was written so far.
pub fn play(stage: &Stage, consultation: &Consultation) -> anyhow::Result<()> {
    let texts: BTreeMap<String, Texts> =
        toml::from_str(include_str!("town/spielplaetze-einfach.toml"))?;
    let mut edition = stage
        .db
        .read_here(|conn| laid(conn, &consultation.edition))?;
    let mut written = Vec::new();
    written.extend(twin(consultation, texts.get("consultation")));
    collect(&mut edition, &texts, &mut written);
    let (id, slug) = (consultation.id.to_string(), consultation.slug.clone());
    stage
        .may::<Translate>(stage.today(-20))?
        .write_here(move |tx| {
            store::set_languages(tx, &id, &slug, &[ContentLang::Plain])?;
            for (name, parts, source) in &written {
                let unit = (name.0, name.1.as_str());
                store::write(tx, unit, ContentLang::Plain, (parts, source), true)?;
            }
            Ok(())
        })?;
    Ok(())
}

type Written = ((crate::translation::Kind, String), Parts, Parts);

fn collect(edition: &mut LaidEdition, texts: &BTreeMap<String, Texts>, written: &mut Vec<Written>) {
    edition.each_mut(&mut |element| written.extend(twin(element, texts.get(&element.key))));
}

fn twin(unit: &dyn Translatable, texts: Option<&Texts>) -> Option<Written> {
    let (texts, source) = (texts?, unit.parts());
    let part = |parts: Parts, (name, _): &(String, String)| {
        let text = texts.get(name).map_or("", String::as_str);
        parts.with(name.clone(), text)
    };
    let parts = source.0.iter().fold(Parts::default(), part);
    Some((unit.unit(), parts, source))
}
