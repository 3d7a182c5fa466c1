//! Receipt codes go into an account and out of it.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::gate::{Current, HOME, SIGN_IN};
use super::home;
use crate::account::{Actor, May, Resident};
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Sent};
use crate::base::id::Id;
use crate::base::limit::{ReceiptLookup, Within};
use crate::base::page::Ui;
use crate::base::secret::Secrets;
use crate::participation::{self, Code};
use crate::resident::KeepAccount;
use crate::resident::form::{CodeForm, PressForm};
use crate::resident::model::{KeptCode, MOST_CODES, mark, sealed};
use crate::resident::store::codes::{self, Kept};
use crate::resident::view::RemoveCodePage;
use crate::survey::page::Visit;

/// Puts a code into an account, if it opens anything.
async fn keep(
    may: May<KeepAccount>,
    owner: Id<Resident>,
    code: Code,
    ui: &Ui,
) -> AppResult<Option<Kept>> {
    let (secrets, today): (&Secrets, _) = (&ui.site().secrets, ui.today());
    let (hash, mark) = (code.hash(secrets), mark(&code, &owner, secrets));
    let sealed = sealed(&code, &owner, secrets)
        .ok_or_else(|| anyhow::anyhow!("a code could not be sealed"))?;
    may.write(move |tx| match participation::find(tx.conn, &hash) {
        Ok(_) => codes::keep(tx, &owner, (&mark, &sealed), today).map(Some),
        Err(AppError::NotFound) => Ok(None),
        Err(why) => Err(why),
    })
    .await
}

/// What is said about it where the code came from.
fn said(kept: Kept) -> &'static str {
    match kept {
        Kept::New => "said-code-kept",
        Kept::Already => "said-code-known",
        Kept::Full => "said-codes-full",
    }
}

/// `POST /my` — puts a code that was typed into the account.
pub async fn add(
    _within: Within<ReceiptLookup>,
    form: Sent<CodeForm>,
    may: May<KeepAccount>,
    req: HttpRequest,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let account = Current::of(&req)?.account;
    let fault = match form.parse() {
        Ok(code) => match keep(may, account.id.clone(), code, &ui).await? {
            Some(Kept::Full) => {
                FieldError::new("code", "error-codes-full").with("most", MOST_CODES)
            }
            Some(kept) => return Ok(ui.see_other_saying(HOME, said(kept))),
            None => FieldError::new("code", "error-code-unknown"),
        },
        Err(fault) => fault,
    };
    let page = home::page(account, &req, &db, &ui).await?;
    let page = page.with(form.shown(), ui.messages(&[fault]));
    ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// `GET /p/{code}/account` — the button for it stands on the page of the code.
pub async fn lead(visit: Visit, ui: Ui) -> AppResult<HttpResponse> {
    Ok(ui.see_other(&visit.url("/contributions#account")))
}

/// `POST /p/{code}/account` — puts the code of this page into the account of whoever is signed in. To the page she is a
/// visitor, so that nothing else that is sent from it can bear her account; only this act is hers.
pub async fn add_here(
    _within: Within<ReceiptLookup>,
    visit: Visit,
    _form: Sent<PressForm>,
    req: HttpRequest,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let Some(current) = Current::seen(&req) else {
        return Ok(ui.see_other_saying(SIGN_IN, "said-resident-first"));
    };
    let owner = current.account.id;
    let who = Actor::Resident(Resident { id: owner.clone() });
    let may = May::<KeepAccount>::by(who, &db, &ui.site().clock)?;
    let url = visit.url("/contributions");
    match keep(may, owner, visit.code, &ui).await? {
        Some(kept) => Ok(ui.see_other_saying(&url, said(kept))),
        None => Err(AppError::NotFound),
    }
}

/// The code of that name in somebody's account.
async fn own(
    may: &May<KeepAccount>,
    req: &HttpRequest,
    id: &str,
    ui: &Ui,
) -> AppResult<(Id<Resident>, KeptCode)> {
    let owner = Current::of(req)?.account.id;
    let (wanted, secrets) = (owner.clone(), ui.site().secrets.clone());
    let all = may
        .read(move |conn| codes::all_of(conn, &wanted, &secrets))
        .await?;
    let found = all.into_iter().find(|kept| kept.id.as_str() == id);
    Ok((owner, found.ok_or(AppError::NotFound)?))
}

/// `GET /my/codes/{kept}/removal` — asks before a code is taken out, and shows it once more.
pub async fn ask_removal(
    id: Path<String>,
    may: May<KeepAccount>,
    req: HttpRequest,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (_, kept) = own(&may, &req, &id, &ui).await?;
    ui.ok(&RemoveCodePage {
        code: kept.code.map(|code| code.grouped()),
        kept_on: kept.kept_on,
    })
}

/// `POST /my/codes/{kept}/removal` — takes it out; what was given under it stays.
pub async fn remove(
    id: Path<String>,
    _form: Sent<PressForm>,
    may: May<KeepAccount>,
    req: HttpRequest,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let owner = Current::of(&req)?.account.id;
    let id = Id::known(id.into_inner());
    may.write(move |tx| codes::remove(tx, &owner, &id)).await?;
    Ok(ui.see_other_saying(HOME, "said-code-removed"))
}
