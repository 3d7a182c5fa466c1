//! After a restore.

use super::batch::{Line, append};
use super::read::{newest, size};
use crate::account::{Action, Tx};
use crate::base::error::AppResult;
use crate::transparency::model::Record;

/// Notes that the data came back from a backup, and that the list goes on from there under another name: whoever holds a later state
/// of it sees that lines are missing, and which. Gives the number of the new epoch.
///
/// `known` is how many lines there had been, as far as whoever restores knows.
pub fn begin_epoch<A: Action>(tx: &mut Tx<A>, known: Option<u64>) -> AppResult<u32> {
    let number = newest(tx.conn)?.map_or(1, |newest| newest.epoch) + 1;
    let record = Record::Epoch {
        number,
        kept: size(tx.conn)?,
        known,
    };
    let id = super::append(tx, &record)?;
    let (on, text) = (tx.now.date_naive(), record.to_string());
    append(tx, &[Line { id, on, text }])?;
    Ok(number)
}
