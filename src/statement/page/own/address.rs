//! A new link for addresses that are not confirmed yet.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::super::letters::{Letters, emails};
use super::super::mail;
use super::super::seat::Seat;
use super::{counted, to_receipt};
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::Sent;
use crate::base::limit::{Submit, Within};
use crate::base::page::Ui;
use crate::base::site::Site;
use crate::statement::WriteStatement;
use crate::statement::form::Press;
use crate::statement::model::{Content, Proof};
use crate::statement::store::addresses;
use crate::statement::view::AddressRow;

/// How far each address is that stands in the version that counts.
pub(super) async fn rows(
    may: &May<WriteStatement>,
    seat: &Seat,
    content: &Content,
) -> AppResult<Vec<AddressRow>> {
    let Some(id) = seat.statement.as_ref().map(|one| one.id.clone()) else {
        return Ok(Vec::new());
    };
    let proofs = may.read(move |conn| addresses::of(conn, &id)).await?;
    let signed = emails(content).into_iter();
    let row = |email: String| {
        let state = proofs.get(&email)?.as_str();
        Some(AddressRow { email, state })
    };
    Ok(signed.filter_map(row).collect())
}

/// `POST /p/{code}/statement/addresses` — sends the links once more.
pub async fn ask_again(
    _within: Within<Submit>,
    may: May<WriteStatement>,
    seat: Seat,
    _form: Sent<Press>,
    site: Data<Site>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let content = counted(&may, &seat).await?;
    let again = seat.again();
    let post = mail::Post::of(&seat, site, ui.lang());
    let letters = Letters::of(post, ui.site(), ui.lang());
    let is_told = may
        .write(move |tx| {
            let statement = again(tx.conn)?.statement;
            let Some(statement) = statement.filter(|one| one.current().is_some()) else {
                return Ok(true);
            };
            let proofs = addresses::of(tx.conn, &statement.id)?;
            let number = statement.number.unwrap_or_default();
            let mut all = true;
            for email in emails(&content) {
                let open = proofs
                    .get(&email)
                    .is_some_and(|proof| *proof != Proof::Confirmed);
                if open {
                    all &= letters.ask(tx, &statement, number, &email)?;
                }
            }
            Ok(all)
        })
        .await?;
    Ok(if is_told {
        ui.see_other_saying(&seat.url("/receipt"), "said-statement-links-sent")
    } else {
        to_receipt(&seat, false, &ui)
    })
}
