//! The first page of the desk.

use actix_web::HttpResponse;

use super::view::HomePage;
use crate::account::{May, UseDesk};
use crate::base::error::AppResult;
use crate::base::page::Ui;

/// `GET /desk` — what waits.
pub async fn home(may: May<UseDesk>, ui: Ui) -> AppResult<HttpResponse> {
    let name = may.who().staff().map(|staff| staff.name.clone());
    ui.ok(&HomePage {
        name: name.unwrap_or_default(),
    })
}
