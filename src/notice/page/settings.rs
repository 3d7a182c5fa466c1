//! What a reader does with her mails by the link that stands in each of them.

use actix_web::HttpResponse;
use actix_web::web::{Bytes, Data, Path};

use super::letter;
use super::subscribe::{followed, found};
use crate::account::May;
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::form::Sent;
use crate::base::id::Id;
use crate::base::page::Ui;
use crate::notice::Subscribe;
use crate::notice::form::{SettingsForm, Wish};
use crate::notice::model::{Door, Pace, Subscription, opened};
use crate::notice::store::subscriptions;
use crate::notice::view::SettingsPage;

/// What mail programs send to end a subscription (RFC 8058).
const ONE_CLICK: [&str; 2] = ["List-Unsubscribe", "One-Click"];

fn subscription(key: &str, ui: &Ui) -> AppResult<Id<Subscription>> {
    opened(key, Door::Settings, &ui.site().secrets).ok_or(AppError::NotFound)
}

/// `GET /subscriptions/{subscription}` — language, pace, and the end; or that there are no mails any more.
pub async fn show(key: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let id = subscription(&key, &ui)?;
    let there = found(&db, &ui, &id).await?;
    ui.ok(&match there {
        Some((one, consultation)) => SettingsPage {
            followed: Some(followed(&consultation)),
            language: one.lang.code(),
            pace: one.pace,
        },
        None => SettingsPage {
            followed: None,
            language: ui.lang().code(),
            pace: Pace::AtOnce,
        },
    })
}

/// `POST /subscriptions/{subscription}` — changes or ends it.
pub async fn keep(
    key: Path<String>,
    form: Sent<SettingsForm>,
    may: May<Subscribe>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let id = subscription(&key, &ui)?;
    let home = format!("/subscriptions/{key}");
    match form.wish() {
        None => Err(AppError::BadRequest),
        Some(Wish::End) => {
            end(may, &ui, id).await?;
            Ok(ui.see_other(&home))
        }
        Some(Wish::Keep(lang, pace)) => {
            let there = may
                .write(move |tx| subscriptions::change(tx, &id, lang, pace))
                .await?;
            Ok(if there {
                ui.see_other_saying(&home, "said-subscription")
            } else {
                ui.see_other(&home)
            })
        }
    }
}

async fn end(may: May<Subscribe>, ui: &Ui, id: Id<Subscription>) -> AppResult<()> {
    let url = letter::one_click(&id, ui.site());
    may.write(move |tx| subscriptions::end(tx, &id, &url)).await
}

/// `GET /subscriptions/{subscription}/one-click` — for mail programs that only open it: the settings, where nothing ends
/// by itself.
pub async fn lead(key: Path<String>, ui: Ui) -> AppResult<HttpResponse> {
    subscription(&key, &ui)?;
    Ok(ui.see_other(&format!("/subscriptions/{key}")))
}

/// `POST /subscriptions/{subscription}/one-click` — a mail program ends it. It comes from no page of ours, so that its
/// key is the whole proof; it stays and answers once more when it is sent again.
pub async fn one_click(
    key: Path<String>,
    body: Bytes,
    may: May<Subscribe>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let id = subscription(&key, &ui)?;
    let body = String::from_utf8_lossy(&body);
    if !ONE_CLICK.iter().all(|part| body.contains(part)) {
        return Err(AppError::BadRequest);
    }
    end(may, &ui, id).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body(ui.t("subscription-ended")))
}
