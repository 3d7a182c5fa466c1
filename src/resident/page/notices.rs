//! The mails a resident gets about consultations: seen together, switched on and off.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::gate::{Current, HOME};
use crate::account::May;
use crate::base::error::{AppError, AppResult};
use crate::base::form::Sent;
use crate::base::id::Id;
use crate::base::mail::Address;
use crate::base::page::Ui;
use crate::base::site::Site;
use crate::consultation;
use crate::notice::model::{NewSubscription, Pace, Subscription};
use crate::notice::page::letter;
use crate::notice::store::{reader, subscriptions};
use crate::resident::KeepAccount;
use crate::resident::form::NoticeForm;
use crate::resident::model::OwnAccount;

/// Where the mails about a subscription say that it is ended.
pub(super) fn one_click(
    site: &Data<Site>,
) -> impl Fn(&Id<Subscription>) -> String + Send + 'static {
    let site = site.clone();
    move |id| letter::one_click(id, &site)
}

/// What an account wants, when it wants mails: its address is confirmed already.
fn wish(account: &OwnAccount) -> AppResult<NewSubscription> {
    let address = Address::parse(&account.address);
    Ok(NewSubscription {
        address: address.ok_or_else(|| anyhow::anyhow!("an account without an address"))?,
        lang: account.lang,
        pace: Pace::AtOnce,
    })
}

/// `GET /my/notices/{consultation}` — the switches stand on the page of the account.
pub async fn lead(ui: Ui) -> AppResult<HttpResponse> {
    Ok(ui.see_other("/my#notices"))
}

/// `POST /my/notices/{consultation}` — switches mails about a consultation on or off. The same again changes nothing.
pub async fn switch(
    slug: Path<String>,
    form: Sent<NoticeForm>,
    may: May<KeepAccount>,
    req: HttpRequest,
    site: Data<Site>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let account = Current::of(&req)?.account;
    let said = match form.act.as_str() {
        "on" => {
            let new = wish(&account)?;
            may.write(move |tx| {
                let on = consultation::published(tx.conn, &slug)?;
                reader::follow(tx, &on.id, &account.hash, &new)
            })
            .await?;
            "said-notices-on"
        }
        "off" => {
            let url_of = one_click(&site);
            may.write(move |tx| {
                let on = consultation::find(tx.conn, &slug)?;
                match subscriptions::of_address(tx.conn, &on.id, &account.hash)? {
                    Some(one) => subscriptions::end(tx, &one.id, &url_of(&one.id)),
                    None => Ok(()),
                }
            })
            .await?;
            "said-notices-off"
        }
        _ => return Err(AppError::BadRequest),
    };
    Ok(ui.see_other_saying(&format!("{HOME}#notices"), said))
}
