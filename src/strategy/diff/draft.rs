//! An edition in work beside the edition it was begun from.

use std::collections::HashMap;

use super::{Comparison, Origin, compare};
use crate::base::id::Id;
use crate::strategy::laid::{LaidEdition, LaidElement};
use crate::strategy::model::Element;
use crate::strategy::model::tree::DraftTree;
use crate::translation::Reading;

/// An edition in work as it would be, and what it makes different from the one it was begun from, as [`compare`] will say once
/// it is written; without one, everything in it is new. What is new has its key for an identity as long as no row gives it one.
///
/// # Errors
/// When a stored key is none, which is a fault of the program.
pub fn compare_draft(
    base: Option<&LaidEdition>,
    tree: &DraftTree,
) -> anyhow::Result<(LaidEdition, Comparison)> {
    let nothing = LaidEdition {
        id: Id::known(""),
        strategy: String::new(),
        title: String::new(),
        number: 0,
        name: String::new(),
        fields: Vec::new(),
    };
    let base = base.unwrap_or(&nothing);
    let mut known = HashMap::new();
    base.fields
        .iter()
        .for_each(|field| gather(field, &mut known));
    let id = |key: &str| known.get(key).cloned().unwrap_or_else(|| Id::known(key));
    let mut after = LaidEdition {
        id: Id::known(""),
        strategy: base.strategy.clone(),
        title: base.title.clone(),
        number: base.number + 1,
        name: tree.edition.name.clone(),
        fields: laid(&tree.edition.fields, &id),
    };
    after.number_labels();
    let origins: Vec<Origin> = tree
        .origins
        .iter()
        .map(|origin| Origin {
            element: id(origin.of.as_str()),
            from: id(origin.from.as_str()),
            kind: origin.kind,
        })
        .collect();
    let comparison = compare(base, &after, &origins)?;
    Ok((after, comparison))
}

fn gather(element: &LaidElement, known: &mut HashMap<String, Id<Element>>) {
    known.insert(element.key.clone(), element.id.clone());
    for child in &element.children {
        gather(child, known);
    }
}

fn laid(elements: &[Element], id: &impl Fn(&str) -> Id<Element>) -> Vec<LaidElement> {
    let one = |element: &Element| LaidElement {
        id: id(element.key.as_str()),
        wording: Id::known(""),
        kind: element.kind,
        key: element.key.to_string(),
        label: String::new(),
        number: element.number.clone(),
        title: element.title.clone(),
        text: element.text.clone(),
        children: laid(&element.children, id),
        reading: Reading::default(),
    };
    elements.iter().map(one).collect()
}
