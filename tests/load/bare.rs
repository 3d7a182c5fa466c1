//! The ceiling of reading: a web server of the same making that sends stored answers and does nothing else.

use std::fs;
use std::net::SocketAddr;
use std::path::Path;

use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{App, HttpResponse, HttpServer, web};
use anyhow::Context;
use serde::{Deserialize, Serialize};

use crate::http::Client;

/// An answer to be sent again and again, at `/` and its place in the list.
#[derive(Deserialize, Serialize)]
pub struct Stored {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Stored {
    /// The last answer of a client, with the headers that do not belong to the connection.
    pub fn of(client: &Client) -> Self {
        let own = ["content-length", "transfer-encoding", "connection", "date"];
        let headers = client
            .headers
            .iter()
            .filter(|(name, _)| !own.contains(&name.as_str()));
        Self {
            status: client.status,
            headers: headers.cloned().collect(),
            body: client.body.clone(),
        }
    }
}

struct Ready {
    status: StatusCode,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: web::Bytes,
}

/// Serves the stored answers of a file until the process is ended.
pub fn serve(file: &Path, at: SocketAddr) -> anyhow::Result<()> {
    let stored: Vec<Stored> = serde_json::from_slice(&fs::read(file)?)?;
    let answers = stored
        .into_iter()
        .map(ready)
        .collect::<anyhow::Result<Vec<_>>>()?;
    let answers = web::Data::new(answers);
    actix_web::rt::System::new().block_on(async move {
        let server = HttpServer::new(move || {
            App::new()
                .app_data(answers.clone())
                .route("/{place}", web::get().to(answer))
        })
        .bind(at)?
        .run();
        server.await.context("the bare server broke off")
    })
}

fn ready(stored: Stored) -> anyhow::Result<Ready> {
    let header = |(name, value): (String, String)| {
        anyhow::Ok((name.parse::<HeaderName>()?, HeaderValue::from_str(&value)?))
    };
    Ok(Ready {
        status: StatusCode::from_u16(stored.status)?,
        headers: stored
            .headers
            .into_iter()
            .map(header)
            .collect::<anyhow::Result<_>>()?,
        body: stored.body.into(),
    })
}

async fn answer(place: web::Path<usize>, answers: web::Data<Vec<Ready>>) -> HttpResponse {
    let Some(ready) = answers.get(*place) else {
        return HttpResponse::NotFound().finish();
    };
    let mut answer = HttpResponse::build(ready.status);
    for header in &ready.headers {
        answer.insert_header(header.clone());
    }
    answer.body(ready.body.clone())
}
