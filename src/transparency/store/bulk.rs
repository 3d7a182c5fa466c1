//! Many contents sealed at once.

use diesel::prelude::*;

use super::Entry;
use crate::account::{Action, Tx};
use crate::base::db::each;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{consultations, log_entries, log_seals};
use crate::consultation::Consultation;
use crate::transparency::model::{Kind, Record, Salt, commitment};

/// Something that comes into being in this transaction.
pub struct New {
    /// Its identity among its kind.
    pub id: String,
    /// The participation under whose receipt it stands.
    pub owner: String,
    /// To which survey.
    pub survey: String,
    /// What was handed in, as for [`super::seal`].
    pub content: String,
}

/// Notes that much was handed in at once: as many lines as [`super::seal`] would write one by one. A few hundred at most.
pub fn seal_new<A: Action>(
    tx: &mut Tx<A>,
    kind: Kind,
    consultation: &Id<Consultation>,
    all: &[New],
) -> AppResult<()> {
    if all.is_empty() {
        return Ok(());
    }
    let slug: String = consultations::table
        .find(consultation)
        .select(consultations::slug)
        .first(tx.conn)?;
    let today = tx.now.date_naive();
    let (mut lines, mut seals) = (Vec::new(), Vec::new());
    for new in all {
        let salt = Salt::fresh();
        let record = Record::Accept {
            kind,
            place: format!("{slug}/{}", new.survey),
            commitment: commitment(&salt, &new.content),
        };
        let id = Id::<Entry>::random();
        seals.push((
            log_seals::entry_id.eq(id.clone()),
            log_seals::subject.eq(kind.subject(&new.id)),
            log_seals::owner.eq(new.owner.as_str()),
            log_seals::salt.eq(salt.hex()),
        ));
        lines.push((
            log_entries::id.eq(id),
            log_entries::written_on.eq(today),
            log_entries::record.eq(record.to_string()),
        ));
    }
    each!(tx.conn, conn => diesel::insert_into(log_entries::table).values(&lines).execute(conn))?;
    each!(tx.conn, conn => diesel::insert_into(log_seals::table).values(&seals).execute(conn))?;
    Ok(())
}
