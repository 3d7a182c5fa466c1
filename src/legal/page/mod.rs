//! The town's own pages: for everyone, and at the desk.

pub mod desk;
pub mod feedback;
pub mod public;

use crate::base::error::{AppError, AppResult};
use crate::base::locale::Lang;
use crate::legal::model::Page;

/// The page and language that an address names.
fn place((slug, lang): &(String, String)) -> AppResult<(Page, Lang)> {
    let page = Page::of_slug(slug).ok_or(AppError::NotFound)?;
    let lang = Lang::ALL.into_iter().find(|known| known.code() == lang);
    Ok((page, lang.ok_or(AppError::NotFound)?))
}
