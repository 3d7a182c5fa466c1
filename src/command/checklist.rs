//! The check list on the command line: looked at as a whole, and compared with states of it that were kept elsewhere.

use std::fs;
use std::path::PathBuf;

use super::failure::{Done, Failure, count, give, tell};
use super::place::Place;
use crate::base::db::{Conn, Db};
use crate::base::error::AppResult;
use crate::base::secret::Secrets;
use crate::transparency::model::Checkpoint;
use crate::transparency::store::{Found, check};
use crate::{comment, evaluation, statement, survey};

/// Reads states of the list that somebody kept. Each must bear the signature of this installation.
pub fn kept(files: &[PathBuf], secrets: &Secrets) -> Result<Vec<Checkpoint>, Failure> {
    let read = |file: &PathBuf| {
        let note = fs::read_to_string(file)
            .map_err(|why| Failure::refused(format!("{}: {why}", file.display())))?;
        Checkpoint::open(&note, secrets).ok_or_else(|| {
            Failure::refused(format!(
                "{}: kein Prüfpunkt, den diese Installation unterschrieben hat.",
                file.display()
            ))
        })
    };
    files.iter().map(read).collect()
}

/// Looks at every line, every sealed content, every published result.
pub fn look(place: &Place, db: &Db, files: &[PathBuf]) -> Done {
    let older = kept(files, &place.secrets()?)?;
    let found = db.snapshot(|conn| everything(conn, &older))?;
    if found.faults.is_empty() {
        tell(format_args!(
            "Prüfliste: {} im Zusammenhang, jeder Beitrag ist, was versiegelt wurde.",
            count(found.lines, "Zeile", "Zeilen")
        ));
        return Ok(());
    }
    give((found.faults.join("\n") + "\n").as_bytes())?;
    Err(Failure::refused(format!(
        "Prüfliste: {}.",
        count(found.faults.len(), "Fehler", "Fehler")
    )))
}

/// Looks at the whole list and at everything it is about.
///
/// # Errors
/// When the database fails.
pub fn everything(conn: &mut Conn, older: &[Checkpoint]) -> AppResult<Found> {
    let shelves = [
        survey::SHELF,
        comment::SHELF,
        statement::store::sealing::SHELF,
    ];
    let mut found = check(conn, &shelves, older)?;
    for one in evaluation::frozen(conn)? {
        let listed = found.audit.published.iter();
        let mut listed = listed.filter(|line| line.place == one.slug);
        let line = format!(" result {} {}", one.slug, one.sha256);
        let may_wait = found.waiting.iter().any(|waits| waits.contains(&line));
        if !one.is_whole {
            let what = format!("Ergebnis {} {}: verändert", one.slug, one.sha256);
            found.faults.push(what);
        } else if !listed.any(|line| line.sha256 == one.sha256) && !may_wait {
            let what = format!(
                "Ergebnis {} {}: steht nicht in der Liste",
                one.slug, one.sha256
            );
            found.faults.push(what);
        }
    }
    Ok(found)
}
