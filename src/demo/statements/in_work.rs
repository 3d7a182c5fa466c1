//! What is in work on the consultation that runs.

use super::{Book, ToldPart};
use crate::demo::stage::Stage;
use crate::statement::WriteStatement;
use crate::statement::model::{granted, seen};
use crate::statement::store::hand_in::{Consents, hand_in};
use crate::statement::store::write::{Owner, draft, save_part};
use crate::statement::store::{self, deadlines};

/// On the consultation that runs: a draft, a statement, and a request that waits.
pub fn play(stage: &Stage) -> anyhow::Result<()> {
    let book = Book::open(stage, "spielplaetze")?;
    let part = |key: Option<&str>, text: &str| ToldPart {
        key: key.map(str::to_owned),
        text: text.to_owned(),
    };
    let drafted = [
        book.place(&part(
            Some("sp-1-3"),
            "Auch Großeltern sitzen auf Spielplätzen. Bitte an jeder zweiten Bank einen Tisch.",
        ))?,
        book.place(&part(None, "Wir freuen uns über das Konzept."))?,
    ];
    let (on, owner) = (
        book.on.id.clone(),
        Owner::Party(book.party("seniorenrat-lindenau")?),
    );
    stage
        .may::<WriteStatement>(stage.today(-2))?
        .write_here(move |tx| {
            let version = draft(tx, &on, &owner)?;
            for (part, at) in &drafted {
                save_part(tx, &version, part, *at, &seen(&version.id, ""))?;
            }
            Ok(())
        })?;
    let parts = book.place(&part(
        Some("sp-2-1"),
        "Planen Sie mit den Kindern der Sportgruppen. Wir laden Sie gern in die Halle ein.",
    ))?;
    let owner = Owner::Party(book.party("tsv-lindenau")?);
    let deadline = book.deadline(stage, owner.party())?;
    let on = book.on.id.clone();
    stage
        .may::<WriteStatement>(stage.today(-1))?
        .write_here(move |tx| {
            let version = draft(tx, &on, &owner)?;
            save_part(tx, &version, &parts.0, parts.1, &seen(&version.id, ""))?;
            let Some(statement) = store::own(tx.conn, &owner.key(&on))? else {
                return Ok(());
            };
            let consents = Consents {
                may_publish: true,
                names_nobody: true,
            };
            hand_in(tx, &statement, &version, consents, deadline).map(|_| ())
        })?;
    let wished = stage.today(40);
    let asking = book.party("neckaraue")?;
    let deadline = book.deadline(stage, Some(&asking))?;
    let on = book.on.clone();
    let may = stage.may::<WriteStatement>(stage.today(-1))?;
    anyhow::ensure!(granted(deadline, wished, may.at(), stage.zone).is_ok());
    may.write_here(move |tx| {
        deadlines::ask(
            tx,
            &on,
            &asking,
            wished,
            "Unser Naturschutzbeirat trifft sich erst in fünf Wochen.",
        )
    })?;
    Ok(())
}
