//! The preview of an uploaded document: look at every part, correct it, confirm.

mod rows;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use fluent_bundle::FluentValue;

use self::rows::preview;
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Fields, Sent};
use crate::base::locale::Args;
use crate::base::page::{Confirm, Ui};
use crate::strategy::EditStrategy;
use crate::strategy::document::Plan;
use crate::strategy::form::preview::{Act, plan};
use crate::strategy::form::standing::Nothing;
use crate::strategy::model::MAX_TITLE_CHARS;
use crate::strategy::store::uploads::{self, Confirmed, Waiting, Wanted, waiting};

type Place = Path<(String, String)>;

/// `GET /desk/strategies/{strategy}/uploads/{upload}` — every part of the document, with what it may be.
pub async fn show(may: May<EditStrategy>, place: Place, ui: Ui) -> AppResult<HttpResponse> {
    let (slug, id) = place.into_inner();
    let waiting = may.read(move |conn| waiting(conn, &slug, &id)).await?;
    ui.ok(&preview(&waiting, &[], &ui)?)
}

/// `POST /desk/strategies/{strategy}/uploads/{upload}` — keeps the choices; shows what comes of them, or confirms.
pub async fn act(
    may: May<EditStrategy>,
    place: Place,
    form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = place.into_inner();
    let (name, upload) = (slug.clone(), id.clone());
    let mut waiting = may.read(move |conn| waiting(conn, &name, &upload)).await?;
    waiting.plan = plan(&form, &waiting.sheet()?.guesses);
    let errors = name_errors(&waiting.plan);
    let wanted = match Act::of(&form) {
        Act::Draft if errors.is_empty() => Some(Wanted::Draft),
        Act::Edition if errors.is_empty() => Some(Wanted::Edition),
        _ => None,
    };
    let chosen = waiting.plan.clone();
    let (name, upload) = (slug.clone(), id.clone());
    let done = may
        .write(move |tx| {
            uploads::choose(tx, &name, &upload, &chosen)?;
            match wanted {
                Some(wanted) => uploads::confirm(tx, &name, &upload, wanted),
                None => Ok(Confirmed::Not(None)),
            }
        })
        .await?;
    let folder = format!("/desk/strategies/{slug}");
    match done {
        Confirmed::Edition(number) => {
            Ok(ui.see_other_saying(&format!("{folder}/editions/{number}"), "said-edition-made"))
        }
        Confirmed::Draft(draft) => {
            Ok(ui.see_other_saying(&format!("{folder}/drafts/{draft}"), "said-draft-made"))
        }
        Confirmed::Not(why) => {
            let errors: Vec<FieldError> = errors.into_iter().chain(why.map(general)).collect();
            answer(&waiting, &errors, Act::of(&form), &ui)
        }
    }
}

/// The preview again: as asked, or because something is to be corrected first.
fn answer(waiting: &Waiting, errors: &[FieldError], act: Act, ui: &Ui) -> AppResult<HttpResponse> {
    let page = preview(waiting, errors, ui)?;
    let is_refused = !errors.is_empty() || (act != Act::Again && !page.errors.is_empty());
    let status = if is_refused {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    ui.page(status, &page)
}

fn name_errors(plan: &Plan) -> Vec<FieldError> {
    match plan.name.chars().count() {
        0 => vec![FieldError::new("name", "import-name-missing")],
        n if n > MAX_TITLE_CHARS => {
            let error = FieldError::new("name", "import-name-long");
            vec![error.with("max", MAX_TITLE_CHARS).with("n", n)]
        }
        _ => Vec::new(),
    }
}

/// What is to be settled before the whole can be confirmed; it stands at the name, the first field.
fn general(why: &'static str) -> FieldError {
    FieldError::new("name", why)
}

/// `GET /desk/strategies/{strategy}/uploads/{upload}/discard` — asks before a document is removed.
pub async fn ask_discard(may: May<EditStrategy>, place: Place, ui: Ui) -> AppResult<HttpResponse> {
    let (slug, id) = place.into_inner();
    let waiting = may.read(move |conn| waiting(conn, &slug, &id)).await?;
    let mut args = Args::new();
    args.set("file", FluentValue::from(waiting.upload.file_name));
    ui.ok(&Confirm {
        title: ui.text("import-discard-title", &args),
        text: ui.t("import-discard-text"),
        items: Vec::new(),
        button: ui.t("import-discard-button"),
        back_url: format!(
            "/desk/strategies/{}/uploads/{}",
            waiting.slug,
            waiting.upload.id.as_str()
        ),
        reason: None,
    })
}

/// `POST /desk/strategies/{strategy}/uploads/{upload}/discard` — removes the document; no edition changes.
pub async fn discard(
    may: May<EditStrategy>,
    place: Place,
    _form: Sent<Nothing>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = place.into_inner();
    let folder = format!("/desk/strategies/{slug}");
    may.write(move |tx| uploads::discard(tx, &slug, &id))
        .await?;
    Ok(ui.see_other_saying(&folder, "said-upload-discarded"))
}
