//! `trialog erase`: the words of one text go for good, for somebody who has no receipt code: its author, or a person it is about.

use clap::Args;

use super::erasures::keep;
use super::failure::{Done, Failure, tell};
use super::place::Place;
use crate::base::id::Id;
use crate::retention::EraseText;
use crate::retention::store;

/// Erases the words of one answer or comment.
#[derive(Args)]
pub struct Erase {
    /// Kennung des Textes: das Ende seiner Adresse unter /desk/moderation
    #[arg(value_name = "KENNUNG")]
    text: String,
    /// Warum; steht im Protokoll. Bitte keine Namen
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

impl Erase {
    /// Runs the command.
    pub fn run(self, place: &Place) -> Done {
        let db = place.open()?;
        let (id, reason) = (Id::known(&self.text), self.reason);
        let done = place
            .may::<EraseText>(&db)?
            .write_here(move |tx| store::erase_text(tx, &id, &reason))?;
        if !done {
            return Err(Failure::refused(format!(
                "Einen Text „{}“ gibt es nicht, oder er ist schon gelöscht.",
                self.text
            )));
        }
        db.settle()?;
        keep(place, &db)?;
        tell("Der Wortlaut ist gelöscht. Dass es den Text gab, zählt weiter.");
        Ok(())
    }
}
