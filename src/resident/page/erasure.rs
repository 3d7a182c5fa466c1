//! The end of an account.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

use super::gate::{Current, SIGN_IN, with_cookie};
use super::mail;
use super::notices::one_click;
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::outbox;
use crate::base::page::Ui;
use crate::base::site::Site;
use crate::notice::store::reader;
use crate::resident::KeepAccount;
use crate::resident::form::ErasureForm;
use crate::resident::model::OwnAccount;
use crate::resident::store::{self, codes};
use crate::resident::view::ErasurePage;

async fn page(
    may: &May<KeepAccount>,
    account: &OwnAccount,
    errors: &[FieldError],
    ui: &Ui,
) -> AppResult<ErasurePage> {
    let (own, now, secrets) = (account.clone(), may.at(), ui.site().secrets.clone());
    let (codes, mails) = may
        .read(move |conn| {
            let codes = codes::all_of(conn, &own.id, &secrets)?;
            Ok((codes, reader::all_of(conn, &own.hash, now)?.len()))
        })
        .await?;
    let codes = codes.into_iter().filter_map(|kept| kept.code);
    Ok(ErasurePage {
        address: account.address.clone(),
        codes: codes.map(|code| code.grouped()).collect(),
        mails,
        errors: ui.messages(errors),
    })
}

/// `GET /my/erasure` — what goes and what stays.
pub async fn ask(may: May<KeepAccount>, req: HttpRequest, ui: Ui) -> AppResult<HttpResponse> {
    let account = Current::of(&req)?.account;
    ui.ok(&page(&may, &account, &[], &ui).await?)
}

/// `POST /my/erasure` — erases the account, ends all its sessions, and says so by mail.
pub async fn erase(
    form: Sent<ErasureForm>,
    may: May<KeepAccount>,
    req: HttpRequest,
    site: Data<Site>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let account = Current::of(&req)?.account;
    if form.sure != "yes" {
        let error = FieldError::new("sure", "error-erasure-sure");
        let page = page(&may, &account, &[error], &ui).await?;
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let mail = mail::erased(ui.site(), &account.address, account.lang)?;
    let url_of = one_click(&site);
    may.write(move |tx| {
        reader::end_all(tx, &account.hash, &url_of)?;
        if store::erase(tx, &account)? {
            outbox::put(tx.conn, tx.now, &mail)?;
        }
        Ok(())
    })
    .await?;
    with_cookie(
        ui.see_other_saying(SIGN_IN, "said-resident-erased"),
        &ui,
        None,
    )
}
