//! A document on its way to become an edition: what a person chose for its parts, and what would come of it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::fault::RowFault;
use super::finish::{finish, parted, unique_numbers};
use super::guess::Role;
use super::parts::{Part, Shape};
use super::reading::read;
use crate::strategy::markdown::{ParsedEdition, ParsedElement, Problem, check_edition};
use crate::strategy::matching::{Settled, settle};
use crate::strategy::model::{Edition, ElementKind, Key, MAX_TITLE_CHARS};

/// What a person chose for a document. What is not chosen follows the guess.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Name of the edition.
    pub name: String,
    /// The choices by part, from 0.
    pub choices: BTreeMap<usize, Choice>,
}

/// What a person chose for one part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What it becomes; none = as guessed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// The element of the edition before that it continues: its key, or [`Choice::NEW`]; none = as recognised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matched: Option<String>,
}

impl Choice {
    /// Says that the element is new. No key looks like that.
    pub const NEW: &'static str = "-";
}

/// What would come of a document with the choices made so far.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What each part becomes.
    pub roles: Vec<Role>,
    /// The element of the edition before that a part continues, for parts with which an element begins; none = it is new.
    pub matched: BTreeMap<usize, Option<Key>>,
    /// The key that the element of a part gets, whether it is new or not.
    pub keys: BTreeMap<usize, Key>,
    /// What must be corrected first.
    pub faults: Vec<RowFault>,
    /// What a person should know.
    pub notes: Vec<RowFault>,
    /// The edition; none while there are faults.
    pub edition: Option<(ParsedEdition, Settled)>,
}

impl Plan {
    /// What a part becomes.
    pub fn role(&self, index: usize, guesses: &[Role]) -> Role {
        let chosen = self.choices.get(&index).and_then(|choice| choice.role);
        chosen
            .or_else(|| guesses.get(index).copied())
            .unwrap_or(Role::Omit)
    }

    /// Builds the edition out of the parts. `before`: the newest edition; `taken`: all keys the strategy ever used.
    pub fn outcome(
        &self,
        strategy_title: &str,
        parts: &[Part],
        guesses: &[Role],
        before: Option<&Edition>,
        taken: &BTreeSet<Key>,
    ) -> Outcome {
        let roles: Vec<Role> = (0..parts.len())
            .map(|index| self.role(index, guesses))
            .collect();
        let mut builder = Builder::default();
        for (index, (part, role)) in parts.iter().zip(&roles).enumerate() {
            builder.add(index, part, *role, self.choices.get(&index));
        }
        let Builder {
            mut fields,
            mut faults,
            mut notes,
            ..
        } = builder;
        for field in &mut fields {
            finish(field, &mut notes);
        }
        unique_numbers(&mut fields, &mut notes);
        let parsed = ParsedEdition {
            strategy_title: strategy_title.to_owned(),
            name: self.name.clone(),
            fields,
        };
        let mut problems = Vec::new();
        check_edition(&parsed, &mut problems);
        // Long names are told at their own field.
        problems.retain(|fault| {
            let is_of_title = fault.line == 1 && matches!(fault.problem, Problem::TitleTooLong(_));
            !(is_of_title && self.is_name_long())
        });
        if parsed.fields.is_empty() {
            faults.push(RowFault::new(0, "import-fault-no-field"));
        }
        let settled = settle(parsed.clone(), before, taken);
        let keys: BTreeSet<&Key> = before
            .iter()
            .flat_map(|edition| edition.walk())
            .map(|visit| &visit.element.key)
            .collect();
        let mut matched = BTreeMap::new();
        let mut own = BTreeMap::new();
        match &settled {
            Ok(settled) => {
                let lines = lines(&parsed.fields);
                for (line, visit) in lines.into_iter().zip(settled.edition.walk()) {
                    let key = &visit.element.key;
                    matched.insert(line - 1, keys.contains(key).then(|| key.clone()));
                    own.insert(line - 1, key.clone());
                }
            }
            Err(more) => problems.extend(more.iter().cloned()),
        }
        faults.extend(problems.iter().map(RowFault::of));
        faults.sort_by_key(|fault| fault.row);
        faults.dedup();
        let edition = settled
            .ok()
            .filter(|_| faults.is_empty())
            .map(|settled| (parsed, settled));
        Outcome {
            roles,
            matched,
            keys: own,
            faults,
            notes,
            edition,
        }
    }

    fn is_name_long(&self) -> bool {
        self.name.chars().count() > MAX_TITLE_CHARS
    }
}

/// The lines of all elements in reading order.
fn lines(elements: &[ParsedElement]) -> Vec<usize> {
    let mut found = Vec::new();
    for element in elements {
        found.push(element.line);
        found.extend(lines(&element.children));
    }
    found
}

#[derive(Default)]
struct Builder {
    fields: Vec<ParsedElement>,
    /// The element that began last.
    open: Option<ElementKind>,
    faults: Vec<RowFault>,
    notes: Vec<RowFault>,
}

impl Builder {
    fn add(&mut self, index: usize, part: &Part, role: Role, choice: Option<&Choice>) {
        let Some(kind) = role.kind() else {
            if role == Role::Join {
                self.join(index, &part.text);
            }
            return;
        };
        let element = element(index, part, kind, choice);
        let below = self.fields.last_mut().map(|field| &mut field.children);
        match (kind, below) {
            (ElementKind::Field, _) => self.fields.push(element),
            (_, None) => {
                return self
                    .faults
                    .push(RowFault::new(index, "import-fault-outside-field"));
            }
            (ElementKind::Principle | ElementKind::Goal, Some(below)) => {
                let first = below
                    .iter()
                    .find(|other| other.kind == ElementKind::Principle);
                if let Some(first) = first.filter(|_| kind == ElementKind::Principle) {
                    let fault = RowFault::new(index, "import-fault-second-principle");
                    self.faults.push(fault.with("row", first.line));
                }
                below.push(element);
            }
            (ElementKind::ActionGoal, Some(below)) => {
                match below
                    .last_mut()
                    .filter(|goal| goal.kind == ElementKind::Goal)
                {
                    Some(goal) => goal.children.push(element),
                    None => {
                        return self
                            .faults
                            .push(RowFault::new(index, "import-fault-outside-goal"));
                    }
                }
            }
        }
        self.open = Some(kind);
    }

    /// Adds a paragraph to the element that began last.
    fn join(&mut self, index: usize, text: &str) {
        let field = self.fields.last_mut();
        let target = match self.open {
            None => None,
            Some(ElementKind::Field) => field,
            Some(ElementKind::ActionGoal) => field
                .and_then(|field| field.children.last_mut())
                .and_then(|goal| goal.children.last_mut()),
            Some(_) => field.and_then(|field| field.children.last_mut()),
        };
        match target {
            Some(element) => {
                if !element.text.is_empty() {
                    element.text.push_str("\n\n");
                }
                element.text.push_str(text);
            }
            None => self
                .faults
                .push(RowFault::new(index, "import-fault-nothing-before")),
        }
    }
}

/// The element that begins with a part.
fn element(index: usize, part: &Part, kind: ElementKind, choice: Option<&Choice>) -> ParsedElement {
    let reading = read(&part.text);
    let titled = matches!(kind, ElementKind::Field | ElementKind::Goal);
    let (title, text) = if !titled {
        (String::new(), reading.words)
    } else if matches!(part.shape, Shape::Heading(_)) {
        (reading.words, String::new())
    } else {
        parted(&reading.words)
    };
    let chosen = choice.and_then(|choice| choice.matched.as_deref());
    let key = match chosen {
        Some(Choice::NEW) => None,
        Some(key) => Key::parse(key).ok(),
        None => part.key.clone(),
    };
    ParsedElement {
        kind,
        key,
        fresh: chosen == Some(Choice::NEW),
        number: reading.number.filter(|number| titled && !number.is_empty()),
        title,
        text,
        children: Vec::new(),
        line: index + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{guess, parts};
    use super::*;
    use crate::strategy::matching::What;

    const DRAFT: &str = "# Konzept\n\n## Handlungsfeld: Wohnen\n\n### Leitsatz\n\nAlle wohnen gut.\n\n\
        ### Strategisches Ziel 1: Ruhe\n\nEs ist ruhig.\n\n- Leise Straßen\n\n### Strategisches Ziel 2: Grün\n\nEs ist grün.\n";

    fn worked_out(plan: &Plan, markdown: &str, before: Option<&Edition>) -> Outcome {
        let parts = parts(markdown);
        plan.outcome("Konzept", &parts, &guess(&parts), before, &BTreeSet::new())
    }

    fn edition(markdown: &str) -> Edition {
        worked_out(&Plan::default(), markdown, None)
            .edition
            .unwrap()
            .1
            .edition
    }

    fn choice(role: Option<Role>, matched: Option<&str>) -> Choice {
        Choice {
            role,
            matched: matched.map(str::to_owned),
        }
    }

    #[test]
    fn a_level_can_be_corrected_and_a_part_left_out() {
        let mut plan = Plan::default();
        // "Leise Straßen" is more text of the goal, "Es ist grün." is left out.
        plan.choices.insert(6, choice(Some(Role::Join), None));
        plan.choices.insert(8, choice(Some(Role::Omit), None));
        let outcome = worked_out(&plan, DRAFT, None);
        assert_eq!(outcome.notes, [RowFault::new(7, "import-note-text-made")]);
        let (_, settled) = outcome.edition.unwrap();
        let goals = &settled.edition.fields[0].children[1..];
        assert_eq!(goals[0].text, "Es ist ruhig.\n\nLeise Straßen");
        assert!(goals[0].children.is_empty());
        assert_eq!(
            (goals[1].title.as_str(), goals[1].text.as_str()),
            ("Grün", "Grün")
        );
    }

    #[test]
    fn what_a_part_continues_can_be_corrected() {
        let before = edition(DRAFT);
        let next = DRAFT.replace("2: Grün", "2: Mehr Bäume");
        let changes = |plan: &Plan| -> Vec<(String, &'static str)> {
            let (_, settled) = worked_out(plan, &next, Some(&before)).edition.unwrap();
            settled
                .changes
                .iter()
                .map(|change| (change.key.to_string(), change.what.as_str()))
                .collect()
        };
        // Recognised by its number.
        assert_eq!(changes(&Plan::default()), [("sz-2".to_owned(), "reworded")]);
        let mut plan = Plan::default();
        plan.choices.insert(7, choice(None, Some(Choice::NEW)));
        assert_eq!(
            changes(&plan),
            [
                ("sz-2-2".to_owned(), "added"),
                ("sz-2".to_owned(), "retired")
            ]
        );
        plan.choices.insert(4, choice(None, Some("sz-2")));
        let (_, settled) = worked_out(&plan, &next, Some(&before)).edition.unwrap();
        assert!(
            settled
                .changes
                .iter()
                .any(|change| change.key.as_str() == "sz-2"
                    && matches!(change.what, What::Reworded { .. }))
        );
    }

    #[test]
    fn faults_name_the_part_and_nothing_comes_of_it() {
        let before = edition(DRAFT);
        let mut plan = Plan::default();
        plan.choices.insert(1, choice(Some(Role::Omit), None));
        let outcome = worked_out(&plan, DRAFT, None);
        assert!(outcome.edition.is_none());
        assert_eq!(outcome.faults[0], RowFault::new(0, "import-fault-no-field"));
        assert_eq!(
            outcome.faults[1],
            RowFault::new(2, "import-fault-outside-field")
        );

        let mut plan = Plan::default();
        plan.choices.insert(4, choice(None, Some("sz-2")));
        plan.choices.insert(7, choice(None, Some("sz-2")));
        let outcome = worked_out(&plan, DRAFT, Some(&before));
        assert_eq!(
            outcome.faults,
            [RowFault::new(7, "import-fault-matched-twice").with("row", 5)]
        );
    }

    #[test]
    fn sentences_without_a_title_become_goals_with_both() {
        let markdown = "# Wohnen\n\n## Ziele\n\n- Ruhe: Es ist ruhig.\n- Wir schaffen Wohnraum.\n\n# Verkehr\n\n## Ziel 1\n\nBusse fahren oft und lange.\n";
        let edition = edition(markdown);
        let shown: Vec<_> = edition
            .walk()
            .iter()
            .map(|visit| (visit.element.title.clone(), visit.element.text.clone()))
            .collect();
        let pair = |title: &str, text: &str| (title.to_owned(), text.to_owned());
        assert_eq!(
            shown,
            [
                pair("Wohnen", ""),
                pair("Ruhe", "Es ist ruhig."),
                pair("Wir schaffen Wohnraum.", "Wir schaffen Wohnraum."),
                pair("Verkehr", ""),
                pair("Busse fahren oft und lange.", "Busse fahren oft und lange."),
            ]
        );
    }
}
