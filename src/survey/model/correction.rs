//! What may still be corrected in a question that people have answered: typing errors, nothing that changes its sense.

/// Which text of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The question itself.
    Text,
    /// The helping sentence.
    Help,
    /// The label of an option, by its code.
    Option(i32),
    /// The label of a row of a scale, by its code.
    Item(i32),
}

impl Part {
    /// As it stands in rows and names of form fields.
    pub fn name(self) -> String {
        match self {
            Self::Text => "text".into(),
            Self::Help => "help".into(),
            Self::Option(code) => format!("option-{code}"),
            Self::Item(code) => format!("item-{code}"),
        }
    }

    /// The part of that name.
    pub fn parse(name: &str) -> Option<Self> {
        match name.split_once('-') {
            None if name == "text" => Some(Self::Text),
            None if name == "help" => Some(Self::Help),
            Some(("option", code)) => code.parse().ok().map(Self::Option),
            Some(("item", code)) => code.parse().ok().map(Self::Item),
            _ => None,
        }
    }
}

/// How many characters of a text a typing error may touch: a fifth, at least three.
pub fn most_changes(before: &str) -> usize {
    (before.chars().count() / 5).max(3)
}

/// The fewest characters to insert, remove or replace to come from one text to the other.
pub fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.chars().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        row[0] = left;
        for (b, cell) in to.iter().zip(&mut row[1..]) {
            let replaced = corner + usize::from(a != *b);
            corner = *cell;
            left = replaced.min(corner + 1).min(left + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn typing_errors_are_small() {
        let fits = |from: &str, to: &str| distance(from, to) <= most_changes(from);
        assert!(fits(
            "Wie offt treffen Sie Ihre Nachbarn?",
            "Wie oft treffen Sie Ihre Nachbarn?"
        ));
        assert!(fits("Jaa", "Ja"));
        assert!(!fits("Sind Sie dafür?", "Sind Sie strikt dagegen?"));
        assert_eq!(Part::parse(&Part::Option(3).name()), Some(Part::Option(3)));
        assert_eq!(Part::parse("option-x"), None);
    }

    proptest! {
        #[test]
        fn the_distance_is_one(a in "[a-dä]{0,8}", b in "[a-dä]{0,8}") {
            prop_assert_eq!(distance(&a, &b) == 0, a == b);
            prop_assert_eq!(distance(&a, &b), distance(&b, &a));
            let (long, short) = (a.chars().count().max(b.chars().count()), a.chars().count().abs_diff(b.chars().count()));
            prop_assert!((short..=long).contains(&distance(&a, &b)));
        }
    }
}
