//! Who may take part, and the sets of access codes.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use serde::Deserialize;

use crate::account::May;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Sent};
use crate::base::id::Id;
use crate::base::locale::Args;
use crate::base::page::{Confirm, Ui};
use crate::consultation::{self, Consultation};
use crate::participation::access::{Access, MAX_CODES, MAX_CODES_NAME};
use crate::participation::form::{AccessForm, CodesForm};
use crate::participation::store::access::{
    CodeSet, ManageCodes, access_of, code_set, code_sets, make_codes, remove_codes, seal_codes,
    set_access,
};
use crate::participation::view::{CodesPage, SetRow};

/// A button without fields.
#[derive(Clone, Debug, Deserialize)]
pub struct PressForm {}

/// `GET /desk/consultations/{consultation}/codes` — who may take part, and the sets of codes.
pub async fn show(may: May<ManageCodes>, slug: Path<String>, ui: Ui) -> AppResult<HttpResponse> {
    let page = page(&may, slug.into_inner(), CodesForm::default(), &[], &ui).await?;
    ui.ok(&page)
}

async fn page(
    may: &May<ManageCodes>,
    slug: String,
    form: CodesForm,
    errors: &[FieldError],
    ui: &Ui,
) -> AppResult<CodesPage> {
    let (consultation, access, sets) = may
        .read(move |conn| {
            let consultation = consultation::find(conn, &slug)?;
            let access = access_of(conn, &consultation.id)?;
            let sets = code_sets(conn, &consultation.id)?;
            Ok((consultation, access, sets))
        })
        .await?;
    Ok(CodesPage {
        slug: consultation.slug,
        title: consultation.title,
        access: access.as_str(),
        sets: sets.iter().map(|set| row(set, ui)).collect(),
        form,
        most: MAX_CODES,
        limit: MAX_CODES_NAME,
        errors: ui.messages(errors),
    })
}

/// One set as pages show it.
pub(super) fn row(set: &CodeSet, ui: &Ui) -> SetRow {
    SetRow {
        id: set.id.to_string(),
        name: set.name.clone(),
        codes: set.codes,
        used: set.used,
        is_sealed: set.seed.is_none(),
        made_on: ui.site().zone.day(set.made_at),
    }
}

/// `POST /desk/consultations/{consultation}/codes` — makes a set of codes.
pub async fn make(
    may: May<ManageCodes>,
    slug: Path<String>,
    form: Sent<CodesForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let slug = slug.into_inner();
    let url = format!("/desk/consultations/{slug}/codes");
    let (name, codes) = match form.parse() {
        Ok(parsed) => parsed,
        Err(errors) => {
            let page = page(&may, slug, form.into_inner(), &errors, &ui).await?;
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let secrets = ui.site().secrets.clone();
    may.write(move |tx| {
        let consultation = consultation::find(tx.conn, &slug)?;
        make_codes(tx, &consultation, &name, codes, &secrets)
    })
    .await?;
    Ok(ui.see_other_saying(&url, "said-codes-made"))
}

/// `POST /desk/consultations/{consultation}/codes/access` — decides who may take part.
pub async fn choose(
    may: May<ManageCodes>,
    slug: Path<String>,
    form: Sent<AccessForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let slug = slug.into_inner();
    let url = format!("/desk/consultations/{slug}/codes");
    let mode = Access::parse(&form.access).ok_or(AppError::BadRequest)?;
    may.write(move |tx| {
        let consultation = consultation::find(tx.conn, &slug)?;
        set_access(tx, &consultation, mode)
    })
    .await?;
    Ok(ui.see_other_saying(&url, "said-codes-access"))
}

/// The consultation and the set of an address.
pub(super) async fn found(
    may: &May<ManageCodes>,
    (slug, id): (String, String),
) -> AppResult<(Consultation, CodeSet)> {
    may.read(move |conn| {
        let consultation = consultation::find(conn, &slug)?;
        let set = code_set(conn, &consultation.id, &Id::known(id))?;
        Ok((consultation, set))
    })
    .await
}

/// `GET /desk/consultations/{consultation}/codes/{codes}/seal` — asks before the codes can no longer be printed.
pub async fn ask_seal(
    may: May<ManageCodes>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (consultation, set) = found(&may, path.into_inner()).await?;
    let mut args = Args::new();
    args.set("name", set.name);
    ui.ok(&Confirm {
        title: ui.text("codes-seal-title", &args),
        text: ui.t("codes-seal-text"),
        items: Vec::new(),
        button: ui.t("codes-seal"),
        back_url: format!("/desk/consultations/{}/codes", consultation.slug),
        reason: None,
    })
}

/// `POST /desk/consultations/{consultation}/codes/{codes}/seal` — from now on only hashes are kept.
pub async fn seal(
    may: May<ManageCodes>,
    path: Path<(String, String)>,
    _form: Sent<PressForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (consultation, set) = found(&may, path.into_inner()).await?;
    let url = format!("/desk/consultations/{}/codes", consultation.slug);
    may.write(move |tx| seal_codes(tx, &consultation, &set))
        .await?;
    Ok(ui.see_other_saying(&url, "said-codes-sealed"))
}

/// `GET /desk/consultations/{consultation}/codes/{codes}/removal` — asks before a set is thrown away.
pub async fn ask_removal(
    may: May<ManageCodes>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (consultation, set) = found(&may, path.into_inner()).await?;
    let mut args = Args::new();
    args.set("name", set.name);
    args.set("codes", set.codes);
    ui.ok(&Confirm {
        title: ui.text("codes-remove-title", &args),
        text: ui.text("codes-remove-text", &args),
        items: Vec::new(),
        button: ui.t("codes-remove"),
        back_url: format!("/desk/consultations/{}/codes", consultation.slug),
        reason: None,
    })
}

/// `POST /desk/consultations/{consultation}/codes/{codes}/removal` — throws it away, unless a code of it is used.
pub async fn remove(
    may: May<ManageCodes>,
    path: Path<(String, String)>,
    _form: Sent<PressForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (consultation, set) = found(&may, path.into_inner()).await?;
    let url = format!("/desk/consultations/{}/codes", consultation.slug);
    let gone = may
        .write(move |tx| remove_codes(tx, &consultation, &set.id))
        .await?;
    Ok(ui.see_other_saying(
        &url,
        if gone {
            "said-codes-removed"
        } else {
            "said-codes-in-use"
        },
    ))
}
