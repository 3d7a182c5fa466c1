//! What each part of a document may be. A person looks at every guess and corrects it.

use serde::{Deserialize, Serialize};

use super::parts::{Part, Shape};
use super::reading::{self, Reading};
use crate::strategy::model::ElementKind;

/// What a part of a document becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A field of action.
    Field,
    /// A guiding principle.
    Principle,
    /// A strategic goal.
    Goal,
    /// An action goal.
    ActionGoal,
    /// More text of the element before.
    Join,
    /// Nothing: it is left out.
    Omit,
}

impl Role {
    /// All, in the order in which a person chooses.
    pub const ALL: [Self; 6] = [
        Self::Field,
        Self::Principle,
        Self::Goal,
        Self::ActionGoal,
        Self::Join,
        Self::Omit,
    ];

    /// As forms send it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Field => "field",
            Self::Principle => "principle",
            Self::Goal => "goal",
            Self::ActionGoal => "action_goal",
            Self::Join => "join",
            Self::Omit => "omit",
        }
    }

    /// The role of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
    }

    /// The element that begins with the part, if one does.
    pub fn kind(self) -> Option<ElementKind> {
        match self {
            Self::Field => Some(ElementKind::Field),
            Self::Principle => Some(ElementKind::Principle),
            Self::Goal => Some(ElementKind::Goal),
            Self::ActionGoal => Some(ElementKind::ActionGoal),
            Self::Join | Self::Omit => None,
        }
    }
}

impl From<ElementKind> for Role {
    fn from(kind: ElementKind) -> Self {
        match kind {
            ElementKind::Field => Self::Field,
            ElementKind::Principle => Self::Principle,
            ElementKind::Goal => Self::Goal,
            ElementKind::ActionGoal => Self::ActionGoal,
        }
    }
}

/// One guess for each part.
pub fn guess(parts: &[Part]) -> Vec<Role> {
    let readings: Vec<Reading> = parts.iter().map(|part| reading::read(&part.text)).collect();
    let levels = Levels::of(parts, &readings);
    let mut state = State::default();
    parts
        .iter()
        .zip(&readings)
        .enumerate()
        .map(|(index, (part, reading))| {
            if levels.title == Some(index) {
                return Role::Omit;
            }
            match part.shape {
                Shape::Heading(level) => state.heading(level, &part.text, reading, &levels),
                Shape::Paragraph => state.paragraph(reading),
                Shape::Item(depth) => state.item(depth, reading),
            }
        })
        .collect()
}

/// What the levels of headings mean in this document.
struct Levels {
    /// The part that is the document's own title.
    title: Option<usize>,
    /// The headings that say nothing themselves: their levels, from the highest.
    plain: Vec<u8>,
    /// Level of the headings that call themselves fields.
    field: Option<u8>,
    /// Level of the headings that call themselves goals.
    goal: Option<u8>,
}

impl Levels {
    fn of(parts: &[Part], readings: &[Reading]) -> Self {
        let headings: Vec<(usize, u8)> = parts
            .iter()
            .enumerate()
            .filter_map(|(index, part)| match part.shape {
                Shape::Heading(level) => Some((index, level)),
                _ => None,
            })
            .collect();
        let named = |index: usize| readings.get(index).and_then(|reading| reading.kind);
        let title = headings.first().filter(|(index, level)| {
            // Alone at the highest level, and no name of an element.
            named(*index).is_none()
                && headings[1..].iter().all(|(_, other)| other > level)
                && headings.len() > 1
        });
        let title = title.map(|(index, _)| *index);
        let level_of = |kind| {
            let mut levels = headings
                .iter()
                .filter(|(index, _)| named(*index) == Some(kind));
            levels.next().map(|(_, level)| *level)
        };
        let speaks = |index: usize| {
            let text = &parts[index].text;
            named(index).is_some()
                || reading::container(text).is_some()
                || reading::is_outside(text)
        };
        let mut plain: Vec<u8> = headings
            .iter()
            .filter(|(index, _)| title != Some(*index) && !speaks(*index))
            .map(|(_, level)| *level)
            .collect();
        plain.sort_unstable();
        plain.dedup();
        Self {
            title,
            plain,
            field: level_of(ElementKind::Field),
            goal: level_of(ElementKind::Goal),
        }
    }

    /// What a heading that says nothing itself may be.
    fn role(&self, level: u8) -> Role {
        match (self.field, self.goal) {
            (_, Some(goal)) if level == goal => Role::Goal,
            (_, Some(goal)) if level > goal => Role::ActionGoal,
            (Some(field), _) if level > field => Role::Goal,
            // Above or beside headings that call themselves fields stands none that does not.
            (Some(_), _) => Role::Omit,
            (None, Some(_)) => Role::Field,
            (None, None) => match self.plain.iter().position(|known| *known == level) {
                Some(0) => Role::Field,
                Some(1) => Role::Goal,
                _ => Role::ActionGoal,
            },
        }
    }
}

#[derive(Default)]
struct State {
    /// The element to which a paragraph would belong.
    open: Option<ElementKind>,
    /// The level of a heading below which nothing counts.
    outside: Option<u8>,
    /// What the items of a list are, as the heading above them says.
    container: Option<ElementKind>,
}

impl State {
    fn heading(&mut self, level: u8, text: &str, reading: &Reading, levels: &Levels) -> Role {
        if let Some(kind) = reading.kind {
            self.outside = None;
            return self.begin(kind);
        }
        if self.outside.is_some_and(|outside| level > outside) {
            return Role::Omit;
        }
        self.outside = None;
        if let Some(kind) = reading::container(text) {
            self.container = Some(kind);
            return Role::Omit;
        }
        if reading::is_outside(text) {
            self.outside = Some(level);
            self.open = None;
            return Role::Omit;
        }
        let role = levels.role(level);
        match role.kind() {
            Some(ElementKind::ActionGoal) if !self.has_goal() => self.begin(ElementKind::Goal),
            Some(kind) => self.begin(kind),
            None => {
                self.outside = Some(level);
                self.open = None;
                role
            }
        }
    }

    fn has_goal(&self) -> bool {
        matches!(self.open, Some(ElementKind::Goal | ElementKind::ActionGoal))
    }

    fn begin(&mut self, kind: ElementKind) -> Role {
        self.open = Some(kind);
        self.container = None;
        kind.into()
    }

    fn paragraph(&mut self, reading: &Reading) -> Role {
        match reading.kind {
            _ if self.outside.is_some() => Role::Omit,
            Some(kind) => self.begin(kind),
            None if self.open.is_some() => Role::Join,
            None => Role::Omit,
        }
    }

    fn item(&mut self, depth: u8, reading: &Reading) -> Role {
        if self.outside.is_some() || self.open.is_none() {
            return Role::Omit;
        }
        let above = self.container;
        let kind = match (reading.kind, above) {
            (Some(kind), _) => kind,
            (None, _) if depth > 1 => return Role::Join,
            (None, Some(ElementKind::Goal)) => ElementKind::Goal,
            (None, _) if self.has_goal() => ElementKind::ActionGoal,
            (None, _) if self.open == Some(ElementKind::Principle) => return Role::Join,
            (None, _) => ElementKind::Goal,
        };
        let role = self.begin(kind);
        // The next items of the list are of the same kind.
        self.container = above;
        role
    }
}

#[cfg(test)]
mod tests {
    use super::super::parts::parts;
    use super::*;

    fn guessed(markdown: &str) -> Vec<&'static str> {
        guess(&parts(markdown))
            .into_iter()
            .map(Role::as_str)
            .collect()
    }

    #[test]
    fn a_document_that_names_its_parts_is_understood_whatever_its_levels() {
        let markdown = "# Konzept, Entwurf 2\n\nEin Vorspann.\n\n## Vorwort\n\nLiebe Leute\n\n### Mehr\n\nText\n\n\
            ## Handlungsfeld 1: Wohnen\n\nWorum es geht.\n\n### Leitsatz\n\nAlle wohnen gut.\n\n### Strategische Ziele\n\n\
            #### Strategisches Ziel 1: Ruhe\n\nEs ist ruhig.\n\n- Leise Straßen\n  - mit Bäumen\n\n## Anhang\n\n- Liste\n";
        assert_eq!(
            guessed(markdown),
            [
                "omit",
                "omit",
                "omit",
                "omit",
                "omit",
                "omit",
                "field",
                "join",
                "principle",
                "join",
                "omit",
                "goal",
                "join",
                "action_goal",
                "join",
                "omit",
                "omit",
            ]
        );
    }

    #[test]
    fn an_outline_without_names_goes_by_its_levels() {
        let markdown = "# Konzept\n\n## Wohnen\n\n### Ruhe\n\nText\n\n#### Leise Straßen\n\n## Verkehr\n\n### Busse\n";
        assert_eq!(
            guessed(markdown),
            [
                "omit",
                "field",
                "goal",
                "join",
                "action_goal",
                "field",
                "goal"
            ]
        );
    }

    #[test]
    fn goals_may_stand_in_bold_letters_or_in_a_list() {
        let markdown = "# Wohnen\n\n**Leitbild: Alle wohnen**\n\n**Strategische Ziele**\n\n- Ruhe: Es ist ruhig.\n- Grün\n\n\
            # Verkehr\n\nStrategisches Ziel 1: Busse\n\nText\n";
        assert_eq!(
            guessed(markdown),
            [
                "field",
                "principle",
                "omit",
                "goal",
                "goal",
                "field",
                "goal",
                "join"
            ]
        );
    }
}
