//! Asking for mails, and saying that the address is one's own.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use super::letter;
use crate::account::May;
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Sent};
use crate::base::id::Id;
use crate::base::limit::{self, Within};
use crate::base::page::Ui;
use crate::consultation::{self, Consultation};
use crate::notice::Subscribe;
use crate::notice::form::{ConfirmForm, SubscribeForm};
use crate::notice::model::{Door, NewSubscription, Subscription, address_hash, opened};
use crate::notice::store::subscriptions::{self, Asked};
use crate::notice::view::{ConfirmPage, Followed, SubscribePage};

async fn public(db: &Db, slug: &str) -> AppResult<Consultation> {
    let slug = slug.to_owned();
    db.read(move |conn| consultation::published(conn, &slug))
        .await
}

pub(super) fn followed(consultation: &Consultation) -> Followed {
    Followed {
        slug: consultation.slug.clone(),
        title: consultation.title.clone(),
    }
}

/// `GET /consultations/{consultation}/subscribe` — asks for the address.
pub async fn ask(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let consultation = public(&db, &slug).await?;
    let form = SubscribeForm::fresh(ui.lang());
    let mut page = SubscribePage::new(followed(&consultation), form, Vec::new());
    page.is_sent = ui.query_has("sent=yes");
    ui.ok(&page)
}

/// `POST /consultations/{consultation}/subscribe` — the same answer for every address.
pub async fn begin(
    slug: Path<String>,
    _within: Within<limit::Subscribe>,
    form: Sent<SubscribeForm>,
    may: May<Subscribe>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let consultation = public(&db, &slug).await?;
    let typed = form.into_inner();
    let (form, errors) = match typed.clone().parse() {
        Ok(new) => match keep(may, &ui, &consultation, new).await? {
            Asked::Fine => {
                let url = format!("/consultations/{}/subscribe?sent=yes", consultation.slug);
                return Ok(ui.see_other(&url));
            }
            Asked::Busy => (
                typed,
                vec![FieldError::new("address", "error-subscribe-busy")],
            ),
        },
        Err(refill) => (refill.form, refill.errors),
    };
    let page = SubscribePage::new(followed(&consultation), form, ui.messages(&errors));
    ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Keeps the wish with its mail: one that asks, or one that says that there is nothing to do.
async fn keep(
    may: May<Subscribe>,
    ui: &Ui,
    consultation: &Consultation,
    new: NewSubscription,
) -> AppResult<Asked> {
    let (site, title) = (ui.site(), &consultation.title);
    let hash = address_hash(&new.address, &site.secrets);
    let (of, by) = (consultation.id.clone(), hash.clone());
    let there = may
        .read(move |conn| subscriptions::of_address(conn, &of, &by))
        .await?;
    let known = there.filter(|one| one.confirmed_at.is_some());
    let (id, mail) = if let Some(one) = known {
        let mail = letter::known(&one.id, &new, title, site)?;
        (one.id, mail)
    } else {
        let id = Id::random();
        let mail = letter::confirmation(&id, &new, title, site, may.at())?;
        (id, mail)
    };
    let (of, allowance) = (consultation.id.clone(), site.allowance());
    may.write(move |tx| subscriptions::ask(tx, &of, &id, &hash, &new, (&mail, &allowance)))
        .await
}

/// The subscription of a key with its consultation, if both are still there.
pub(super) async fn found(
    db: &Db,
    ui: &Ui,
    id: &Id<Subscription>,
) -> AppResult<Option<(Subscription, Consultation)>> {
    let (id, now) = (id.clone(), ui.arrived());
    db.read(move |conn| {
        let Some(one) = subscriptions::find(conn, &id, now)? else {
            return Ok(None);
        };
        let consultation = consultation::by_id(conn, &one.consultation)?;
        // Also where it was taken back: whoever follows it can still end that.
        Ok(Some((one, consultation)))
    })
    .await
}

/// `GET /subscriptions/confirm/{subscription}` — asks; programs that look at links confirm nothing.
pub async fn look(key: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let Some(id) = opened(&key, Door::Confirm, &ui.site().secrets) else {
        return Err(AppError::NotFound);
    };
    match found(&db, &ui, &id).await? {
        Some((one, consultation)) => ui.ok(&ConfirmPage {
            settings_url: one
                .confirmed_at
                .map(|_| letter::path(&one.id, Door::Settings, ui.site())),
            followed: Some(followed(&consultation)),
        }),
        None => ui.page(
            StatusCode::NOT_FOUND,
            &ConfirmPage {
                followed: None,
                settings_url: None,
            },
        ),
    }
}

/// `POST /subscriptions/confirm/{subscription}` — from now on mails go out.
pub async fn confirm(
    key: Path<String>,
    _form: Sent<ConfirmForm>,
    may: May<Subscribe>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let Some(id) = opened(&key, Door::Confirm, &ui.site().secrets) else {
        return Err(AppError::NotFound);
    };
    may.write(move |tx| subscriptions::confirm(tx, &id)).await?;
    Ok(ui.see_other(&format!("/subscriptions/confirm/{key}")))
}
