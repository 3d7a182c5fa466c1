//! Beginning with an access code from a letter.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::Deserialize;

use crate::account::May;
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Sent};
use crate::base::limit::{StartParticipation, Within};
use crate::base::page::Ui;
use crate::consultation::{self, Consultation, Openness, TrackKind};
use crate::participation::access::{Access, AccessCode};
use crate::participation::store::access::{Redeemed, access_of, mark_invited, redeem};
use crate::participation::{self, Code, Participate};
use crate::survey::view::{AccessCodePage, Head};

/// The box for an access code.
#[derive(Clone, Debug, Deserialize)]
pub struct CodeForm {
    #[serde(default)]
    access: String,
}

/// `GET /consultations/{consultation}/code` — the box for an access code.
pub async fn ask(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (consultation, access) = read(&db, slug.into_inner()).await?;
    if access == Access::Open {
        return Ok(ui.see_other(&format!("/consultations/{}/survey", consultation.slug)));
    }
    ui.ok(&page(&consultation, access, "", &[], &ui)?)
}

/// `GET /consultations/{consultation}/code/{access}` — the same with the code of a letter in it. Whether it is one, only
/// the button tells.
pub async fn filled(path: Path<(String, String)>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (slug, typed) = path.into_inner();
    let (consultation, access) = read(&db, slug).await?;
    let typed = AccessCode::parse(&typed).map(|code| code.grouped());
    ui.ok(&page(
        &consultation,
        access,
        &typed.unwrap_or_default(),
        &[],
        &ui,
    )?)
}

async fn read(db: &Db, slug: String) -> AppResult<(Consultation, Access)> {
    db.read(move |conn| {
        let consultation = consultation::published(conn, &slug)?;
        let access = access_of(conn, &consultation.id)?;
        Ok((consultation, access))
    })
    .await
}

fn page(
    consultation: &Consultation,
    access: Access,
    typed: &str,
    errors: &[FieldError],
    ui: &Ui,
) -> AppResult<AccessCodePage> {
    let window = consultation
        .track(TrackKind::Survey)
        .ok_or(AppError::NotFound)?
        .window;
    Ok(AccessCodePage {
        head: Head::of(consultation, ui.site().zone),
        state: match window.at(ui.arrived()) {
            Openness::NotYet => "later",
            Openness::Open => "open",
            Openness::Over => "over",
        },
        opens: window.first_day(ui.site().zone),
        typed: typed.chars().take(40).collect(),
        is_open_to_all: access != Access::Invited,
        errors: ui.messages(errors),
    })
}

/// `POST /consultations/{consultation}/code` — uses the code up and begins a participation, or says what is wrong.
pub async fn begin(
    _within: Within<StartParticipation>,
    may: May<Participate>,
    slug: Path<String>,
    form: Sent<CodeForm>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let slug = slug.into_inner();
    let begun = match AccessCode::parse(&form.access) {
        None => Err("error-access-unreadable"),
        Some(access) => start(may, slug.clone(), &access, &ui).await?,
    };
    match begun {
        Ok(code) => Ok(ui.see_other(&format!("/p/{}", code.as_str()))),
        Err(key) => {
            let (consultation, access) = read(&db, slug).await?;
            let errors = [FieldError::new("access", key)];
            let page = page(&consultation, access, &form.access, &errors, &ui)?;
            ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// Code and participation in one transaction: either both are there or neither. Nothing ties one to the other.
async fn start(
    may: May<Participate>,
    slug: String,
    access: &AccessCode,
    ui: &Ui,
) -> AppResult<Result<Code, &'static str>> {
    let code = Code::fresh();
    let secrets = &ui.site().secrets;
    let (hash, own, today) = (access.hash(secrets), code.hash(secrets), ui.today());
    let redeemed = may
        .write(move |tx| {
            let consultation = consultation::published(tx.conn, &slug)?;
            if !consultation.is_open(TrackKind::Survey, tx.now) {
                return Ok(None);
            }
            let redeemed = redeem(tx, &consultation.id, &hash)?;
            if redeemed == Redeemed::Fine {
                let begun = participation::start(tx, &consultation.id, &own, today)?;
                mark_invited(tx, &begun)?;
            }
            Ok(Some(redeemed))
        })
        .await?;
    Ok(match redeemed {
        Some(Redeemed::Fine) => Ok(code),
        Some(Redeemed::Used) => Err("error-access-used"),
        Some(Redeemed::Unknown) => Err("error-access-unknown"),
        None => Err("error-access-over"),
    })
}
