//! Puts the blocks of a document together to the tree of its elements.

use super::blocks::{Block, Located, unescape};
use super::fault::{Fault, Problem};
use super::heading::{self, Heading};
use super::{ParsedEdition, ParsedElement, UNNAMED_EDITION};
use crate::strategy::model::{ElementKind, Key};

/// Builds the tree and names each block that has no place in it.
///
/// The result is only of use when no fault was found; it then still has to pass
/// [`super::check::edition`].
pub(super) fn build(blocks: Vec<Located>, faults: &mut Vec<Fault>) -> ParsedEdition {
    let first_line = blocks.first().map_or(1, |block| block.line);
    let mut builder = Builder::new(faults);
    let titled = blocks.iter().any(|located| is_title(&located.block));
    if titled {
        if blocks
            .first()
            .is_some_and(|located| !is_title(&located.block))
        {
            builder.fault(first_line, Problem::BeforeTitle);
        }
    } else {
        builder.fault(first_line, Problem::MissingTitle);
    }
    // Without a title all blocks are read, so that their faults are told as well.
    let skipped = blocks
        .iter()
        .position(|located| is_title(&located.block))
        .unwrap_or(0);
    for located in blocks.into_iter().skip(skipped) {
        builder.add(located);
    }
    builder.close_field();
    if titled && builder.field == FieldState::NoneYet {
        builder.fault(first_line, Problem::NoField);
    }
    builder.edition
}

/// A heading of the first level; "# Handlungsfeld: …" is a field with too few `#`, not a title.
fn is_title(block: &Block) -> bool {
    match block {
        Block::Heading { level: 1, raw } => heading::classify(heading::part_key(raw).0).is_none(),
        _ => false,
    }
}

/// Where the next paragraph or list belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Below the title.
    Title,
    /// Below a field of action, before its first goal.
    Field,
    /// Below a guiding principle.
    Principle,
    /// Below a strategic goal, above its list.
    GoalText,
    /// Below a strategic goal, after its list.
    GoalList,
    /// Below a heading that was refused; what follows is not refused once more.
    Nowhere,
}

/// Whether a guiding principle or goal has a field to stand in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FieldState {
    /// No heading has been in the place of a field.
    NoneYet,
    /// The last field has no heading below it.
    Empty,
    /// The last field has a heading below it, if only a wrong one.
    Used,
    /// The heading in the place of a field was refused, and so was all below it.
    Lost,
}

struct Builder<'f> {
    edition: ParsedEdition,
    place: Place,
    titled: bool,
    field: FieldState,
    faults: &'f mut Vec<Fault>,
}

impl<'f> Builder<'f> {
    fn new(faults: &'f mut Vec<Fault>) -> Self {
        let edition = ParsedEdition {
            strategy_title: String::new(),
            name: String::new(),
            fields: Vec::new(),
        };
        Self {
            edition,
            place: Place::Title,
            titled: false,
            field: FieldState::NoneYet,
            faults,
        }
    }

    fn fault(&mut self, line: usize, problem: Problem) {
        self.faults.push(Fault { line, problem });
    }

    fn add(&mut self, located: Located) {
        let line = located.line;
        match located.block {
            Block::Heading { level, raw } => self.heading(line, level, &raw),
            Block::Paragraph { raw } => self.paragraph(line, &raw),
            Block::List { items } => self.list(line, items),
        }
    }

    fn heading(&mut self, line: usize, level: u8, raw: &str) {
        let (words, key) = heading::part_key(raw);
        let Some(heading) = heading::classify(words) else {
            return self.other_heading(line, level, words, key);
        };
        let expected = heading::level(heading.kind);
        if level != expected {
            self.fault(
                line,
                Problem::WrongLevel {
                    kind: heading.kind,
                    expected,
                },
            );
        }
        let key = self.key(line, key);
        if heading.kind == ElementKind::Field {
            self.close_field();
            self.field = FieldState::Empty;
            self.place = Place::Field;
            self.edition.fields.push(element(line, heading, key));
        } else {
            self.below_field(line, heading, key);
        }
    }

    /// The title, or a heading that has no place.
    fn other_heading(&mut self, line: usize, level: u8, words: &str, key: Option<&str>) {
        if level == 1 && !self.titled {
            self.titled = true;
            if let Some(key) = key {
                self.fault(line, Problem::MisplacedKey(key.to_owned()));
            }
            let title = unescape(words);
            let (title, name) = title.rsplit_once(',').unwrap_or((&title, ""));
            let name = if name.trim().is_empty() {
                UNNAMED_EDITION
            } else {
                name.trim()
            };
            if title.trim().is_empty() {
                self.fault(line, Problem::MissingTitle);
            }
            title.trim().clone_into(&mut self.edition.strategy_title);
            name.clone_into(&mut self.edition.name);
            return;
        }
        let problem = match level {
            1 => Problem::SecondTitle,
            _ => Problem::UnknownHeading(unescape(words)),
        };
        self.fault(line, problem);
        self.place = Place::Nowhere;
        if level <= 2 {
            self.close_field();
            self.field = FieldState::Lost;
        } else {
            self.use_field();
        }
    }

    /// Notes that the open field, if there is one, has something below it.
    fn use_field(&mut self) {
        if self.field == FieldState::Empty {
            self.field = FieldState::Used;
        }
    }

    /// A guiding principle or a strategic goal.
    fn below_field(&mut self, line: usize, heading: Heading, key: Option<Key>) {
        let kind = heading.kind;
        self.use_field();
        let nested = match self.edition.fields.last_mut() {
            Some(field) if self.field == FieldState::Used => &mut field.children,
            _ => {
                self.place = Place::Nowhere;
                if self.field == FieldState::NoneYet {
                    // Once is enough for all that stands there.
                    self.field = FieldState::Lost;
                    self.fault(line, Problem::OutsideField(kind));
                }
                return;
            }
        };
        let principle = nested
            .iter()
            .find(|child| child.kind == ElementKind::Principle);
        let first_principle = principle.map(|principle| principle.line);
        let titled = !heading.title.is_empty();
        nested.push(element(line, heading, key));
        if kind != ElementKind::Principle {
            self.place = Place::GoalText;
            return;
        }
        self.place = Place::Principle;
        if titled {
            self.fault(line, Problem::PrincipleWithTitle);
        }
        if let Some(first) = first_principle {
            self.fault(line, Problem::SecondPrinciple(first));
        }
    }

    fn paragraph(&mut self, line: usize, raw: &str) {
        if raw.is_empty() {
            return;
        }
        if let (_, Some(key)) = heading::part_key(raw) {
            self.fault(line, Problem::MisplacedKey(key.to_owned()));
        }
        match self.place {
            Place::Nowhere => {}
            Place::Title => self.fault(line, Problem::ParagraphBelowTitle),
            Place::GoalList => self.fault(line, Problem::ParagraphAfterList),
            Place::Field | Place::Principle | Place::GoalText => {
                if let Some(element) = self.open_element() {
                    if !element.text.is_empty() {
                        element.text.push_str("\n\n");
                    }
                    element.text.push_str(&unescape(raw));
                }
            }
        }
    }

    fn list(&mut self, line: usize, items: Vec<(usize, String)>) {
        match self.place {
            Place::Nowhere => return,
            Place::Title | Place::Field | Place::Principle => {
                return self.fault(line, Problem::ListOutOfPlace);
            }
            Place::GoalText | Place::GoalList => self.place = Place::GoalList,
        }
        for (line, raw) in items {
            let (raw, key) = heading::part_key(&raw);
            let key = self.key(line, key);
            let goal = ParsedElement {
                kind: ElementKind::ActionGoal,
                key,
                fresh: false,
                number: None,
                title: String::new(),
                text: unescape(raw).trim().to_owned(),
                children: Vec::new(),
                line,
            };
            if let Some(parent) = self.open_element() {
                parent.children.push(goal);
            }
        }
    }

    /// The element to which paragraphs and action goals are added.
    fn open_element(&mut self) -> Option<&mut ParsedElement> {
        let field = self.edition.fields.last_mut()?;
        if self.place == Place::Field {
            Some(field)
        } else {
            field.children.last_mut()
        }
    }

    /// Notes an empty field once it is known that nothing more follows.
    fn close_field(&mut self) {
        let last = self
            .edition
            .fields
            .last()
            .filter(|_| self.field == FieldState::Empty);
        if let Some(line) = last.map(|field| field.line) {
            self.fault(line, Problem::EmptyField);
        }
    }

    fn key(&mut self, line: usize, written: Option<&str>) -> Option<Key> {
        let key = Key::parse(written?);
        key.map_err(|invalid| self.fault(line, Problem::InvalidKey(invalid.0)))
            .ok()
    }
}

fn element(line: usize, heading: Heading, key: Option<Key>) -> ParsedElement {
    ParsedElement {
        kind: heading.kind,
        key,
        fresh: false,
        number: heading.number,
        title: heading.title,
        text: String::new(),
        children: Vec::new(),
        line,
    }
}
