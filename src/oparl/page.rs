//! The addresses of the interface. Every answer may be read by programs of any site.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::web::{Data, Path};
use serde_json::{Value, json};

use super::model::{
    Asked, Facts, Filter, Holds, Objects, Town, body, list, list_of, paged, schema, system,
};
use super::store;
use crate::base::db::Db;
use crate::base::error::AppResult;
use crate::base::locale::Args;
use crate::base::page::Ui;
use crate::council::model::Kind;

const JSON: &str = "application/json; charset=utf-8";

/// Answers with what is made of everything that is public; `None` when there is no such thing.
async fn answer(
    db: &Db,
    ui: &Ui,
    make: impl FnOnce(&Facts, &Town<'_>) -> Result<Value, Refused>,
) -> AppResult<HttpResponse> {
    let facts = db.read(store::facts).await?;
    let site = ui.site();
    let town = &site.config.town;
    let words = |key: &str| site.texts.get(town.content_language, key, &Args::new());
    let town = Town {
        name: &town.name,
        portal: &town.portal_name,
        base_url: &site.config.base_url(),
        zone: site.zone,
        words: &words,
    };
    let mut answer = match make(&facts, &town) {
        Ok(value) => {
            let changed = facts.traces.iter().map(|trace| trace.changed).max();
            ui.feed(JSON, changed.unwrap_or_default(), value.to_string())
        }
        Err(why) => why.answer(),
    };
    let headers = answer.headers_mut();
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static("*"),
    );
    Ok(answer)
}

/// Why there is no answer.
enum Refused {
    /// There is no such thing, or it was never public.
    Nothing,
    /// A value of the address cannot be read.
    Value(&'static str),
}

impl Refused {
    fn answer(&self) -> HttpResponse {
        let (status, message) = match self {
            Self::Nothing => (StatusCode::NOT_FOUND, "Es gibt hier nichts.".to_owned()),
            Self::Value(name) => {
                let message = format!("Der Wert von {name} kann nicht gelesen werden.");
                (StatusCode::BAD_REQUEST, message)
            }
        };
        let error = json!({ "type": schema("Error"), "message": message });
        HttpResponse::build(status)
            .content_type(JSON)
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .body(error.to_string())
    }
}

/// `GET /oparl/v1.1/system` — where a program begins.
pub async fn show_system(db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    answer(&db, &ui, |facts, town| Ok(system(town, facts))).await
}

/// `GET /oparl/v1.1/bodies` — the list with the town as its only body.
pub async fn bodies(db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    answer(&db, &ui, |facts, town| {
        let filter = read(&ui)?;
        Ok(paged(town, "bodies", (1, vec![body(town, facts)]), &filter))
    })
    .await
}

/// `GET /oparl/v1.1/body` — the town.
pub async fn show_body(db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    answer(&db, &ui, |facts, town| Ok(body(town, facts))).await
}

fn read(ui: &Ui) -> Result<Filter, Refused> {
    Filter::read(&Asked(&|name| ui.query(name))).map_err(Refused::Value)
}

/// `GET /oparl/v1.1/body/{list}` — all objects of one kind, in pages.
pub async fn list_page(name: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    answer(&db, &ui, |facts, town| {
        let holds = list_of(&name).ok_or(Refused::Nothing)?;
        let filter = read(&ui)?;
        let of = ui
            .query("organization")
            .filter(|_| holds == Holds::Things(Kind::Meeting));
        let only = of.as_ref().map(|body| facts.meetings_of(body));
        let found = match holds {
            Holds::Things(kind) => {
                let objects = Objects::of(facts, town);
                list(&objects, &facts.traces, kind, only.as_deref(), &filter)
            }
            Holds::Nothing => (0, Vec::new()),
        };
        let known = of.filter(|of| facts.bodies.iter().any(|body| body.id.as_str() == of));
        let path = match known {
            Some(of) => format!("body/{name}?organization={of}"),
            None => format!("body/{name}"),
        };
        Ok(paged(town, &path, found, &filter))
    })
    .await
}

/// `GET /oparl/v1.1/{kind}/{id}` — one object.
pub async fn object(path: Path<(String, String)>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    answer(&db, &ui, |facts, town| {
        let (kind, id) = path.into_inner();
        let kind = Kind::parse(&kind).ok_or(Refused::Nothing)?;
        Objects::of(facts, town)
            .find(kind, &id)
            .ok_or(Refused::Nothing)
    })
    .await
}
