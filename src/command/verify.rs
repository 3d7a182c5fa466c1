//! `trialog verify`: everything is counted anew from the single answers.

use super::failure::{Done, Failure, count, give, tell};
use super::place::Place;
use crate::comment;
use crate::survey::recount;

/// Runs the command: names each running count that differs from its rows.
pub fn run(place: &Place) -> Done {
    let found = place.open()?.read_here(|conn| {
        let mut found = recount(conn)?;
        found.extend(comment::recount(conn)?);
        Ok(found)
    })?;
    if found.is_empty() {
        tell("Nachgezählt: Alle Zahlen stimmen mit den einzelnen Antworten überein.");
        return Ok(());
    }
    for count in &found {
        give(
            format!(
                "{}: geführt {}, gezählt {}\n",
                count.what, count.kept, count.counted
            )
            .as_bytes(),
        )?;
    }
    Err(Failure::refused(format!(
        "Nachgezählt: {} von den einzelnen Antworten ab.",
        count(found.len(), "Zahl weicht", "Zahlen weichen")
    )))
}
