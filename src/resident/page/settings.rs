//! Language and address of an account, and the ways to its data and its end.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};

use super::gate::Current;
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::locale::Lang;
use crate::base::page::Ui;
use crate::notice::store::reader;
use crate::resident::KeepAccount;
use crate::resident::form::LanguageForm;
use crate::resident::model::OwnAccount;
use crate::resident::store;
use crate::resident::view::MySettingsPage;

/// The page, as it is or with what was typed.
pub(super) fn page(
    account: &OwnAccount,
    email: String,
    errors: &[FieldError],
    ui: &Ui,
) -> MySettingsPage {
    MySettingsPage {
        email,
        errors: ui.messages(errors),
        is_sent: ui.query_has("sent=yes"),
        ..MySettingsPage::new(account.address.clone(), account.lang.code())
    }
}

/// `GET /my/settings` — language, address, data, the end.
pub async fn show(req: HttpRequest, ui: Ui) -> AppResult<HttpResponse> {
    let account = Current::of(&req)?.account;
    ui.ok(&page(&account, String::new(), &[], &ui))
}

/// `POST /my/settings` — the language of all mails.
pub async fn speak(
    form: Sent<LanguageForm>,
    may: May<KeepAccount>,
    req: HttpRequest,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let account = Current::of(&req)?.account;
    let Some(lang) = Lang::of_code(&form.language) else {
        let error = FieldError::new("language", "error-subscribe-language");
        let page = page(&account, String::new(), &[error], &ui);
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    may.write(move |tx| {
        store::speak(tx, &account.id, lang)?;
        reader::speak(tx, &account.hash, lang)
    })
    .await?;
    Ok(ui.see_other_saying("/my/settings", "said-resident-saved"))
}
