//! What belongs to one receipt code: where it leads, everything that was given under it, and all of it to take away.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

use super::gate::Current;
use crate::base::db::{Conn, Db};
use crate::base::error::AppResult;
use crate::base::page::Ui;
use crate::comment::{self, Agreed, Own};
use crate::resident::model::mark;
use crate::resident::store::codes;
use crate::resident::view::{ContributionsPage, StatementState};
use crate::statement::model::{Content, Statement};
use crate::statement::store;
use crate::statement::store::deadlines;
use crate::statement::store::write::Owner;
use crate::survey::page::{Visit, start};

/// What somebody has given under a code beside the answers to surveys.
pub(super) struct Given {
    /// Comments.
    pub comments: Vec<Own>,
    /// Comments of others that she sees the same way.
    pub agreed: Vec<Agreed>,
    /// Her statement.
    pub statement: Option<Statement>,
    /// What is in each version of the statement, in their order.
    pub contents: Vec<Content>,
}

impl Given {
    pub(super) async fn of(visit: &Visit, db: &Db) -> AppResult<Self> {
        let person = visit.participation.id.clone();
        let key = Owner::Person(person.clone()).key(&visit.asked.consultation.id);
        db.read(move |conn| {
            let statement = store::own(conn, &key)?;
            Ok(Self {
                comments: comment::own(conn, &person)?,
                agreed: comment::agreed(conn, &person)?,
                contents: contents(conn, statement.as_ref())?,
                statement,
            })
        })
        .await
    }
}

fn contents(conn: &mut Conn, statement: Option<&Statement>) -> AppResult<Vec<Content>> {
    let versions = statement.iter().flat_map(|one| &one.versions);
    let ids: Vec<_> = versions.map(|version| version.id.clone()).collect();
    let mut found = store::contents(conn, &ids)?;
    Ok(ids
        .iter()
        .map(|id| found.remove(id).unwrap_or_default())
        .collect())
}

fn has_answers(visit: &Visit) -> bool {
    visit.participation.submitted_on.is_some() || !visit.drafts.is_empty()
}

/// `GET /p/{code}` — the surveys to choose from; whoever has written nothing but a statement is led there.
pub async fn lead(visit: Visit, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    if !has_answers(&visit) {
        let owner = Owner::Person(visit.participation.id.clone());
        let key = owner.key(&visit.asked.consultation.id);
        let statement = db.read(move |conn| store::own(conn, &key)).await?;
        if statement.is_some() {
            return Ok(ui.see_other(&visit.url("/statement")));
        }
    }
    start::tasks(&visit, &ui)
}

/// `GET /p/{code}/contributions` — everything that was given under the code, where it stands, and how to change it.
pub async fn contributions(
    visit: Visit,
    req: HttpRequest,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let account = account(&visit, &req, &db, &ui).await?;
    let given = Given::of(&visit, &db).await?;
    let on = visit.asked.consultation.clone();
    let deadline = match given.statement {
        Some(_) => db
            .read(move |conn| deadlines::of(conn, &on))
            .await?
            .of(None),
        None => ui.arrived(),
    };
    let has_answers = has_answers(&visit);
    ui.ok(&ContributionsPage {
        account,
        statement: given
            .statement
            .map(|one| StatementState::of(&one, deadline)),
        comments: given.comments.len(),
        agreed: given.agreed.len(),
        submitted_on: visit.participation.submitted_on,
        withdrawn_on: visit.participation.withdrawn_on,
        has_answers,
        is_open: visit.is_open,
        code: (&visit.code).into(),
        head: visit.asked.head.clone(),
    })
}

/// Whether the code lies in the account of whoever is signed in: `kept`, `free`, or `none` when nobody is.
async fn account(visit: &Visit, req: &HttpRequest, db: &Db, ui: &Ui) -> AppResult<&'static str> {
    let Some(current) = Current::seen(req) else {
        return Ok("none");
    };
    let owner = current.account.id;
    let mark = mark(&visit.code, &owner, &ui.site().secrets);
    let kept = db.read(move |conn| codes::has(conn, &owner, &mark)).await?;
    Ok(if kept { "kept" } else { "free" })
}
