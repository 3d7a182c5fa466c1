//! What a tree that was read must also be: complete, unambiguous and of a sensible size.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::fault::{Fault, Problem};
use super::{ParsedEdition, ParsedElement};
use crate::strategy::model::{
    ElementKind, Key, MAX_ELEMENTS, MAX_FIELDS, MAX_TEXT_CHARS, MAX_TITLE_CHARS,
};

/// Names the first bad character of each line.
///
/// Refused are control characters, the mark of a wrong conversion (U+FFFD), and the invisible ones
/// that can make a text read differently on the screen than in the file.
pub(super) fn characters(source: &str, faults: &mut Vec<Fault>) {
    let bad = |c: &char| {
        c.is_control() && *c != '\t'
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffd}')
    };
    for (index, line) in source.split('\n').enumerate() {
        if let Some(character) = line.chars().find(bad) {
            faults.push(Fault {
                line: index + 1,
                problem: Problem::Unprintable(character),
            });
        }
    }
}

/// Checks titles, texts, numbers, keys and limits of the whole tree.
pub(in crate::strategy) fn edition(edition: &ParsedEdition, faults: &mut Vec<Fault>) {
    for text in [&edition.strategy_title, &edition.name] {
        let chars = text.chars().count();
        if chars > MAX_TITLE_CHARS {
            faults.push(Fault {
                line: 1,
                problem: Problem::TitleTooLong(chars),
            });
        }
    }
    if let Some(field) = edition.fields.get(MAX_FIELDS) {
        faults.push(Fault {
            line: field.line,
            problem: Problem::TooManyFields,
        });
    }
    let mut walk = Walk {
        keys: BTreeMap::new(),
        count: 0,
        faults,
    };
    walk.siblings(&edition.fields);
}

struct Walk<'a> {
    /// The keys written so far with their lines.
    keys: BTreeMap<&'a Key, usize>,
    count: usize,
    faults: &'a mut Vec<Fault>,
}

impl<'a> Walk<'a> {
    fn siblings(&mut self, siblings: &'a [ParsedElement]) {
        let mut numbers = BTreeMap::new();
        for element in siblings {
            self.element(element);
            let Some(number) = &element.number else {
                continue;
            };
            match numbers.entry((element.kind, number)) {
                Entry::Vacant(vacant) => {
                    vacant.insert(element.line);
                }
                Entry::Occupied(first) => {
                    let (kind, number) = (element.kind, number.clone());
                    let problem = Problem::DuplicateNumber {
                        kind,
                        number,
                        first: *first.get(),
                    };
                    self.faults.push(Fault {
                        line: element.line,
                        problem,
                    });
                }
            }
        }
    }

    fn element(&mut self, element: &'a ParsedElement) {
        let kind = element.kind;
        self.count += 1;
        if self.count == MAX_ELEMENTS + 1 {
            self.fault(element, Problem::TooManyElements);
        }
        let (title_chars, text_chars) =
            (element.title.chars().count(), element.text.chars().count());
        if title_chars > MAX_TITLE_CHARS {
            self.fault(element, Problem::TitleTooLong(title_chars));
        }
        if text_chars > MAX_TEXT_CHARS {
            self.fault(element, Problem::TextTooLong(text_chars));
        }
        if matches!(kind, ElementKind::Field | ElementKind::Goal) && title_chars == 0 {
            self.fault(element, Problem::WithoutTitle(kind));
        }
        if kind != ElementKind::Field && element.text.trim().is_empty() {
            self.fault(element, Problem::WithoutText(kind));
        }
        if let Some(key) = &element.key {
            match self.keys.entry(key) {
                Entry::Vacant(vacant) => {
                    vacant.insert(element.line);
                }
                Entry::Occupied(first) => {
                    let problem = Problem::DuplicateKey {
                        key: key.clone(),
                        first: *first.get(),
                    };
                    self.fault(element, problem);
                }
            }
        }
        self.siblings(&element.children);
    }

    fn fault(&mut self, element: &ParsedElement, problem: Problem) {
        self.faults.push(Fault {
            line: element.line,
            problem,
        });
    }
}
