//! An edition as it is stored: the tree with the identities that everything else refers to.

use super::model::{Edition, Element, ElementKind, Key};
use crate::base::id::Id;
use crate::translation::{Kind, Parts, Reading, Translatable};

/// The wording of one element: a text that never changes.
pub enum Wording {}

/// A strategy as an identity.
pub enum Strategy {}

/// An edition laid before people.
#[derive(Clone, Debug)]
pub struct LaidEdition {
    /// Its identity.
    pub id: Id<Edition>,
    /// The strategy's name in addresses, e.g. `sek`.
    pub strategy: String,
    /// The strategy's title.
    pub title: String,
    /// 1 for the first edition of the strategy.
    pub number: i32,
    /// E.g. "Überarbeiteter Entwurf".
    pub name: String,
    /// The fields of action in their order.
    pub fields: Vec<LaidElement>,
}

/// One element with its wording in this edition.
#[derive(Clone, Debug)]
pub struct LaidElement {
    /// The identity through all editions.
    pub id: Id<Element>,
    /// The wording in this edition.
    pub wording: Id<Wording>,
    /// What it is.
    pub kind: ElementKind,
    /// Its lasting name, e.g. `sz-4`.
    pub key: String,
    /// How people refer to it in this edition: "2" for a field, "2.4" for its fourth goal.
    pub label: String,
    /// The number as the document gives it.
    pub number: Option<String>,
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
    /// What is below it.
    pub children: Vec<LaidElement>,
    /// How its texts read: in the town's own words, unless somebody asked for another language.
    pub reading: Reading,
}

impl Translatable for LaidElement {
    fn unit(&self) -> (Kind, String) {
        (Kind::Wording, self.wording.to_string())
    }

    fn parts(&self) -> Parts {
        Parts::default()
            .with("title", &self.title)
            .with("text", &self.text)
    }

    fn read_as(&mut self, parts: Option<&Parts>, reading: Reading) {
        if let Some(parts) = parts {
            parts.get("title").clone_into(&mut self.title);
            parts.get("text").clone_into(&mut self.text);
        }
        self.reading = reading;
    }
}

impl LaidEdition {
    /// The field of action of that key.
    pub fn field(&self, key: &str) -> Option<&LaidElement> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The field of action in which an element of that key stands (a field stands in itself).
    pub fn field_of(&self, key: &str) -> Option<&LaidElement> {
        self.fields.iter().find(|field| field.find(key).is_some())
    }

    /// The element of that key.
    pub fn find(&self, key: &str) -> Option<&LaidElement> {
        self.fields.iter().find_map(|field| field.find(key))
    }

    /// All elements, each before what is below it, to be read in another language one by one.
    pub fn each_mut(&mut self, work: &mut dyn FnMut(&mut LaidElement)) {
        fn visit(elements: &mut [LaidElement], work: &mut dyn FnMut(&mut LaidElement)) {
            for element in elements {
                work(element);
                visit(&mut element.children, work);
            }
        }
        visit(&mut self.fields, work);
    }

    /// The document without its identities, as the import compares it.
    pub fn plain(&self) -> anyhow::Result<Edition> {
        let fields = self
            .fields
            .iter()
            .map(LaidElement::plain)
            .collect::<Result<_, _>>()?;
        Ok(Edition {
            strategy_title: self.title.clone(),
            name: self.name.clone(),
            fields,
        })
    }

    /// How many strategic goals the edition has.
    pub fn goal_count(&self) -> usize {
        self.fields.iter().map(|field| field.goals().count()).sum()
    }

    /// Gives fields and goals the numbers people use: "2.4" is the fourth goal of the second field. Where there is but
    /// one field, its goals keep the plain number of the document.
    pub(in crate::strategy) fn number_labels(&mut self) {
        let single = self.fields.len() == 1;
        for (n, field) in (1..).zip(&mut self.fields) {
            field.label = field.number.clone().unwrap_or_else(|| n.to_string());
            let prefix = field.label.clone();
            let goals = field
                .children
                .iter_mut()
                .filter(|e| e.kind == ElementKind::Goal);
            for (m, goal) in (1..).zip(goals) {
                let own = goal.number.clone().unwrap_or_else(|| m.to_string());
                goal.label = if single || own.contains('.') {
                    own
                } else {
                    format!("{prefix}.{own}")
                };
            }
        }
    }
}

impl LaidElement {
    /// The strategic goals directly below.
    pub fn goals(&self) -> impl Iterator<Item = &Self> {
        self.children
            .iter()
            .filter(|child| child.kind == ElementKind::Goal)
    }

    /// The action goals directly below.
    pub fn action_goals(&self) -> impl Iterator<Item = &Self> {
        self.children
            .iter()
            .filter(|child| child.kind == ElementKind::ActionGoal)
    }

    /// The guiding principle of a field.
    pub fn principle(&self) -> Option<&Self> {
        self.children
            .iter()
            .find(|child| child.kind == ElementKind::Principle)
    }

    fn plain(&self) -> anyhow::Result<Element> {
        Ok(Element {
            kind: self.kind,
            key: Key::parse(&self.key)?,
            number: self.number.clone(),
            title: self.title.clone(),
            text: self.text.clone(),
            children: self
                .children
                .iter()
                .map(Self::plain)
                .collect::<Result<_, _>>()?,
        })
    }

    /// The element of that key, here or below.
    pub fn find(&self, key: &str) -> Option<&Self> {
        if self.key == key {
            return Some(self);
        }
        self.children.iter().find_map(|child| child.find(key))
    }
}
