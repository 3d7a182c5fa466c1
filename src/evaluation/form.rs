//! What an address asks of a table of one question by another: `?row=17&column=4.2&only=4:1&only=9:3`.

use crate::evaluation::model::Place;

/// How many filters a table can have.
pub const MOST_FILTERS: usize = 3;

/// What is asked for; what makes no sense is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CrossForm {
    /// The question at the side.
    pub row: Option<Place>,
    /// The question at the head.
    pub column: Option<Place>,
    /// Only people in these groups: of which question, and which.
    pub only: Vec<(Place, usize)>,
}

impl CrossForm {
    /// Reads the query of an address.
    pub fn of(query: &str) -> Self {
        let pairs: Vec<(String, String)> = serde_html_form::from_str(query).unwrap_or_default();
        let mut form = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "row" => form.row = place(&value),
                "column" => form.column = place(&value),
                "only" if form.only.len() < MOST_FILTERS => {
                    let parts = value.split_once(':');
                    let filter =
                        parts.and_then(|(of, group)| Some((place(of)?, group.parse().ok()?)));
                    form.only.extend(filter);
                }
                _ => {}
            }
        }
        form
    }

    /// The query that asks for the same.
    pub fn query(&self) -> String {
        let name = |place: &Place| name(*place);
        let row = self.row.iter().map(|of| format!("row={}", name(of)));
        let column = self.column.iter().map(|of| format!("column={}", name(of)));
        let only = self.only.iter();
        let only = only.map(|(of, group)| format!("only={}:{group}", name(of)));
        row.chain(column).chain(only).collect::<Vec<_>>().join("&")
    }
}

/// A place as it stands in an address.
pub fn name(place: Place) -> String {
    match place.part {
        0 => place.question.to_string(),
        part => format!("{}.{part}", place.question),
    }
}

fn place(text: &str) -> Option<Place> {
    let (question, part) = text.split_once('.').unwrap_or((text, "0"));
    Some(Place {
        question: question.parse().ok()?,
        part: part.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_was_read_from_it() {
        let form = CrossForm::of("row=17&column=4.2&only=4:1&only=9.-1:0&lang=de");
        assert_eq!(form.query(), "row=17&column=4.2&only=4:1&only=9.-1:0");
        assert_eq!(CrossForm::of(&form.query()), form);
        assert_eq!(
            CrossForm::of("row=&column=x&only=&only=1:&only=1:-1"),
            CrossForm::default()
        );
        assert_eq!(
            CrossForm::of(&"only=1:0&".repeat(9)).only.len(),
            MOST_FILTERS
        );
    }
}
