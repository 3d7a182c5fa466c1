//! Text blocks: words for reasons that are given often.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use crate::account::{Action, May};
use crate::assessment::form::BlockForm;
use crate::assessment::model::{MAX_REASON, MAX_TITLE};
use crate::assessment::store::{self, Kept};
use crate::assessment::view::TextBlocksPage;
use crate::assessment::{KeepTextBlocks, ReadAssessments};
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::page::{Faults, Ui};

const HERE: &str = "/desk/text-blocks";

/// `GET /desk/text-blocks` — all text blocks; with `?block=…` one of them to change.
pub async fn show(may: May<ReadAssessments>, ui: Ui) -> AppResult<HttpResponse> {
    let mut page = page(&may).await?;
    let asked = ui.query("block");
    let block = page
        .blocks
        .iter()
        .find(|block| Some(&block.id) == asked.as_ref());
    if let Some(block) = block {
        page.form = BlockForm {
            id: block.id.clone(),
            title: block.title.clone(),
            text: block.text.clone(),
            act: String::new(),
        };
    }
    ui.ok(&page)
}

async fn page<A: Action>(may: &May<A>) -> AppResult<TextBlocksPage> {
    Ok(TextBlocksPage {
        blocks: may.read(store::blocks).await?,
        form: BlockForm::default(),
        title_limit: MAX_TITLE,
        text_limit: MAX_REASON,
        faults: Faults::default(),
    })
}

/// `POST /desk/text-blocks` — keeps one, or takes it away.
pub async fn keep(
    may: May<KeepTextBlocks>,
    form: Sent<BlockForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let form = form.into_inner();
    let mut page = page(&may).await?;
    if form.act == "remove" {
        may.write(move |tx| store::remove_block(tx, &form.id))
            .await?;
        return Ok(ui.see_other_saying(HERE, "said-block-gone"));
    }
    let errors = match form.parse() {
        Err(errors) => errors,
        Ok((title, text)) => {
            let id = form.id.clone();
            let kept = may.write(move |tx| store::keep_block(tx, &id, &title, &text));
            match kept.await? {
                Kept::Done => return Ok(ui.see_other_saying(HERE, "said-block-kept")),
                Kept::TitleTaken => vec![FieldError::new("title", "error-block-taken")],
                Kept::TooMany => vec![FieldError::new("title", "error-blocks-many")],
            }
        }
    };
    page.form = form;
    page.faults = Faults::from(ui.messages(&errors));
    ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
}
