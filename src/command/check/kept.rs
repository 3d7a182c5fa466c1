//! What was kept long enough.

use super::{Finding, Good, Hint, Wrong, said};
use crate::command::place::Place;
use crate::retention::model::Periods;
use crate::retention::store::over;

/// What is over and not deleted yet is no fault, but somebody has to know. Needs tables that are up to date.
pub(super) fn look(place: &Place) -> Finding {
    let db = match place.open() {
        Ok(db) => db,
        Err(why) => return Wrong(said(&why)),
    };
    let periods = Periods::of(&place.config.retention);
    let now = place.clock.now();
    match db.read_here(move |conn| over(conn, &periods, now)) {
        Ok(over) if over.is_empty() => Good("nichts ist zu löschen".to_owned()),
        Ok(_) => Hint("manches ist lange genug aufbewahrt (mehr mit: trialog purge)".to_owned()),
        Err(why) => Wrong(said(&why.into())),
    }
}
