//! Where a receipt code leads: to what was begun under it.

use actix_web::HttpResponse;
use actix_web::web::Data;

use crate::base::db::Db;
use crate::base::error::AppResult;
use crate::base::page::Ui;
use crate::statement::store;
use crate::statement::store::write::Owner;
use crate::survey::page::{Visit, start};

/// `GET /p/{code}` — the surveys to choose from; whoever has written nothing but a statement is led there.
pub async fn lead(visit: Visit, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let has_answers = visit.participation.submitted_on.is_some() || !visit.drafts.is_empty();
    if !has_answers {
        let owner = Owner::Person(visit.participation.id.clone());
        let key = owner.key(&visit.consultation.id);
        let statement = db.read(move |conn| store::own(conn, &key)).await?;
        if statement.is_some() {
            return Ok(ui.see_other(&visit.url("/statement")));
        }
    }
    start::tasks(visit, ui).await
}
