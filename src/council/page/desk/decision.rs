//! From a decision to the decided edition.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::{found, url};
use crate::account::May;
use crate::base::error::{AppError, AppResult};
use crate::base::form::Sent;
use crate::base::locale::Args;
use crate::base::page::Ui;
use crate::council::form::DecisionForm;
use crate::council::model::Sight;
use crate::council::store::decided::{self, Began};
use crate::strategy::EditStrategy;

/// `POST /desk/papers/{paper}/decision` — writes the decided edition as it was (`unchanged`), begins a draft of it
/// (`amended`), or marks and publishes what was written (`release`).
pub async fn act(
    may: May<EditStrategy>,
    id: Path<String>,
    form: Sent<DecisionForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let paper = found(&may, &id).await?;
    let here = format!("{}#decision", url(&paper.id));
    let step = paper.way.decided(&Sight::All).cloned();
    let step = step.ok_or(AppError::NotFound)?;
    if form.act == "release" {
        may.write(move |tx| decided::release(tx, &paper, &step))
            .await?;
        return Ok(ui.see_other_saying(&here, "said-decision-released"));
    }
    let is_amended = form.act == "amended";
    let site = ui.site();
    let lang = site.config.town.content_language;
    let name = site.texts.get(lang, "edition-decided-name", &Args::new());
    let began = may
        .write(move |tx| decided::begin(tx, &paper, &step, is_amended, &name))
        .await?;
    Ok(match began {
        Began::Written => ui.see_other_saying(&here, "said-decision-written"),
        Began::InWork(draft) => ui.see_other_saying(&draft, "said-decision-begun"),
        Began::Busy(draft) => ui.see_other_saying(&draft, "said-decision-busy"),
        Began::Impossible => ui.see_other_saying(&here, "said-decision-impossible"),
    })
}
