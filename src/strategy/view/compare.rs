//! Two editions side by side, as everyone reads them.

use serde::Serialize;

use crate::base::page::View;
use crate::strategy::diff::{Compared, Comparison, Counts, Fate, Segment, Side, line, paragraphs};
use crate::strategy::model::ElementKind;

/// `templates/strategy/compare.html`: what became different from one edition to another.
#[derive(Serialize)]
pub struct ComparePage {
    /// The strategy's name in addresses.
    pub strategy: String,
    /// The strategy's title.
    pub title: String,
    /// The published editions to choose from, the newest first.
    pub editions: Vec<Choosable>,
    /// The earlier of the two.
    pub from: Choosable,
    /// The later of the two.
    pub to: Choosable,
    /// Whether what stayed the same is shown as well.
    pub all: bool,
    /// How many elements became what.
    pub counts: Tally,
    /// The fields of action, one after the other, with their elements.
    pub fields: Vec<FieldChanges>,
}

/// An edition to choose.
#[derive(Clone, Serialize)]
pub struct Choosable {
    /// Its number.
    pub number: i32,
    /// Its name.
    pub name: String,
}

/// How many elements became what.
#[derive(Clone, Copy, Default, Serialize)]
pub struct Tally {
    /// New ones.
    pub added: usize,
    /// Those that say something else.
    pub reworded: usize,
    /// Those that stand elsewhere.
    pub moved: usize,
    /// Those that are there no more.
    pub retired: usize,
    /// Those that are as they were.
    pub unchanged: usize,
    /// Whether anything became different at all.
    pub any: bool,
}

/// A field of action with what became different in it.
#[derive(Serialize)]
pub struct FieldChanges {
    /// The field itself.
    pub field: ChangedElement,
    /// Its elements in reading order, action goals after their goal.
    pub elements: Vec<ChangedElement>,
    /// How many of its elements are not shown because they stayed the same.
    pub hidden: usize,
}

/// An element, as it was and as it is.
#[derive(Clone, Serialize)]
pub struct ChangedElement {
    /// `field`, `principle`, `goal` or `action_goal`.
    pub kind: &'static str,
    /// Its lasting name.
    pub key: String,
    /// As people refer to it now, or at last.
    pub label: String,
    /// Its name on one line: its title now, or at last; may be empty.
    pub name: String,
    /// `same`, `added`, `retired` or `changed`: how it is laid out.
    pub layout: &'static str,
    /// What became of it, in the order in which it is said.
    pub fates: Vec<FateBadge>,
    /// Its title, piece by piece; empty if it has none.
    pub title: Vec<Segment>,
    /// Its text, paragraph by paragraph, piece by piece.
    pub text: Vec<Vec<Segment>>,
}

/// What became of an element, in words.
#[derive(Clone, Serialize)]
pub struct FateBadge {
    /// `added`, `retired`, `reworded`, `moved`, `renumbered`, `split`, `merged` or `recast`.
    pub fate: &'static str,
    /// The number or the element it has to do with.
    pub with: Option<String>,
}

impl From<Counts> for Tally {
    fn from(counts: Counts) -> Self {
        let Counts {
            added,
            reworded,
            moved,
            retired,
            unchanged,
        } = counts;
        Self {
            added,
            reworded,
            moved,
            retired,
            unchanged,
            any: added + reworded + moved + retired > 0,
        }
    }
}

impl FateBadge {
    fn of(fate: &Fate) -> Self {
        let (fate, with) = match fate {
            Fate::Added => ("added", None),
            Fate::Retired => ("retired", None),
            Fate::Reworded => ("reworded", None),
            Fate::Moved(from) => ("moved", from.clone()),
            Fate::Renumbered(label) => ("renumbered", Some(label.clone())),
            Fate::SplitFrom(name) => ("split", Some(name.clone())),
            Fate::MergedFrom(name) => ("merged", Some(name.clone())),
            Fate::RecastFrom(name) => ("recast", Some(name.clone())),
        };
        Self { fate, with }
    }
}

impl ChangedElement {
    /// An element that is as it was.
    pub fn still(key: &str, label: &str, title: &str, text: &str) -> Self {
        Self {
            kind: ElementKind::Goal.as_str(),
            key: key.to_owned(),
            label: label.to_owned(),
            name: title.to_owned(),
            layout: "same",
            fates: Vec::new(),
            title: line(title, title),
            text: paragraphs(text, text),
        }
    }

    /// An example, laid out as `same`, `added`, `retired` or `changed`.
    pub fn sample(layout: &'static str) -> Self {
        Self {
            layout,
            fates: vec![FateBadge {
                fate: if layout == "changed" {
                    "reworded"
                } else {
                    layout
                },
                with: None,
            }],
            title: line("Gewalt verringern", "Gewalt verhindern"),
            text: paragraphs("Alle leben sicher.", "Alle leben sicher und gut."),
            ..Self::still(
                &format!("sz-{layout}"),
                "2.4",
                "Gewalt verhindern",
                "Alle leben sicher.",
            )
        }
    }

    /// What became of an element.
    pub fn of(compared: &Compared) -> Self {
        let layout = match (&compared.before, &compared.after) {
            (None, _) => "added",
            (_, None) => "retired",
            _ if compared.fates.contains(&Fate::Reworded) => "changed",
            _ => "same",
        };
        // What is new or gone as a whole needs no marks in its words.
        let nothing = Side {
            label: String::new(),
            title: String::new(),
            text: String::new(),
        };
        let now = compared.after.as_ref().or(compared.before.as_ref());
        let now = now.unwrap_or(&nothing);
        let old = compared.before.as_ref().unwrap_or(now);
        let title = match (old.title.as_str(), now.title.as_str()) {
            ("", "") => Vec::new(),
            (old, new) => line(old, new),
        };
        Self {
            kind: compared.kind.as_str(),
            key: compared.key.clone(),
            label: now.label.clone(),
            name: now.title.clone(),
            layout,
            fates: compared.fates.iter().map(FateBadge::of).collect(),
            title,
            text: paragraphs(&old.text, &now.text),
        }
    }
}

/// The fields of a comparison; with `all`, also what stayed the same.
pub fn fields(comparison: &Comparison, all: bool) -> Vec<FieldChanges> {
    let shown = comparison
        .fields
        .iter()
        .filter(|field| all || field.is_changed());
    shown
        .map(|field| {
            let mut elements = Vec::new();
            let mut hidden = 0;
            gather(&field.children, all, &mut elements, &mut hidden);
            FieldChanges {
                field: ChangedElement::of(field),
                elements,
                hidden,
            }
        })
        .collect()
}

fn gather(rows: &[Compared], all: bool, elements: &mut Vec<ChangedElement>, hidden: &mut usize) {
    for row in rows {
        // A goal whose action goals became different is named above them.
        let carries = row.kind == ElementKind::Goal && row.is_changed();
        if all || row.is_touched() || carries {
            elements.push(ChangedElement::of(row));
        } else {
            *hidden += 1;
        }
        gather(&row.children, all, elements, hidden);
    }
}

impl View for ComparePage {
    const TEMPLATE: &'static str = "strategy/compare.html";

    fn samples() -> Vec<Self> {
        let choosable = |number, name: &str| Choosable {
            number,
            name: name.into(),
        };
        let page = |all, counts: Tally, fields| Self {
            strategy: "sek".into(),
            title: "Stadtentwicklungskonzept".into(),
            editions: vec![
                choosable(2, "Überarbeiteter Entwurf"),
                choosable(1, "Entwurf 1"),
            ],
            from: choosable(1, "Entwurf 1"),
            to: choosable(2, "Überarbeiteter Entwurf"),
            all,
            counts,
            fields,
        };
        let counts = Tally {
            added: 1,
            reworded: 2,
            moved: 1,
            retired: 1,
            unchanged: 30,
            any: true,
        };
        let one = Choosable {
            number: 1,
            name: "Entwurf 1".into(),
        };
        vec![
            page(false, counts, vec![sample::field()]),
            page(true, Tally::default(), Vec::new()),
            Self {
                editions: vec![one.clone()],
                from: one.clone(),
                to: one,
                ..page(false, Tally::default(), Vec::new())
            },
        ]
    }
}

mod sample {
    use super::{ChangedElement, FateBadge, FieldChanges, line, paragraphs};

    fn element(kind: &'static str, layout: &'static str, fate: &'static str) -> ChangedElement {
        ChangedElement {
            kind,
            key: format!("{kind}-{fate}"),
            label: "2.4".into(),
            name: "Gewalt verringern".into(),
            layout,
            fates: vec![FateBadge {
                fate,
                with: matches!(fate, "renumbered" | "split" | "merged" | "recast")
                    .then(|| "2.3".into()),
            }],
            title: line("Gewalt verringern", "Gewalt verhindern"),
            text: paragraphs("Alle leben sicher.", "Alle leben hier sicher."),
        }
    }

    pub fn field() -> FieldChanges {
        let untitled = ChangedElement {
            name: String::new(),
            label: String::new(),
            title: Vec::new(),
            ..element("action_goal", "changed", "reworded")
        };
        FieldChanges {
            field: element("field", "same", "moved"),
            elements: vec![
                element("principle", "changed", "reworded"),
                element("goal", "added", "added"),
                element("goal", "same", "renumbered"),
                untitled,
                element("goal", "changed", "split"),
                element("goal", "same", "merged"),
                element("goal", "retired", "retired"),
                element("action_goal", "added", "recast"),
            ],
            hidden: 3,
        }
    }
}
