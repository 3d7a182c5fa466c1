//! The ceiling of W1: a web application as most are made. The last form of a survey reaches a pool of connections, a
//! transaction for each submission, with the statements of the product and nothing else.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use actix_web::http::header::LOCATION;
use actix_web::{App, HttpResponse, HttpServer, web};
use anyhow::{Context, ensure};
use diesel::QueryResult;
use serde::{Deserialize, Serialize};

use crate::commits::{self, Database};
use crate::counted::Rows;
use crate::crowd::{Sample, crowd};
use crate::http::{Client, post};
use crate::process::{Server, on_core};
use crate::submission::{Submission, Submit};

/// How many connections a pool has.
const POOL: usize = 8;

/// Where the pool writes, and what.
#[derive(Deserialize, Serialize)]
pub struct Place {
    /// A SQLite file with empty tables; else nothing.
    file: String,
    /// A PostgreSQL with empty tables; else nothing.
    url: String,
    rows: Rows,
}

/// Where the bare programs stand.
pub struct Bench<'a> {
    /// What they write to.
    pub database: Database<'a>,
    /// For their files.
    pub home: &'a Path,
    /// The core of the servers; empty = any.
    pub core: &'a str,
}

/// So many people hand in at once, again and again, until the time is over.
pub fn hand_in(
    bench: &Bench,
    rows: Rows,
    clients: usize,
    time: Duration,
) -> anyhow::Result<Sample> {
    let file = bench.database.emptied(rows)?;
    let url = match bench.database {
        Database::Sqlite(_) => String::new(),
        Database::Postgres(url) => url.to_owned(),
    };
    let settings = bench.home.join("pooled.json");
    std::fs::write(&settings, serde_json::to_vec(&Place { file, url, rows })?)?;
    let mut command = on_core(bench.core, &std::env::current_exe()?);
    command.arg("--pooled").arg(&settings);
    let server = Server::start(command, bench.home, "/")?;
    let token = "0123456789abcdef0123456789abcdef".to_owned();
    let request = post("/review", &[("_token".to_owned(), token)], "");
    let done = crowd(clients, time, &server, |_| {
        let mut client = Client::connect(server.at)?;
        let request = &request;
        Ok(move || {
            let status = client.exchange(request)?;
            ensure!(status == 303, "{status} instead of 303");
            Ok(true)
        })
    })?;
    server.stop()?;
    Ok(done)
}

/// Serves until the process is ended.
pub fn serve(settings: &Path, at: SocketAddr) -> anyhow::Result<()> {
    let place: Place = serde_json::from_slice(&std::fs::read(settings)?)?;
    if place.url.is_empty() {
        serve_with(place.rows, at, || commits::sqlite_at(&place.file))
    } else {
        serve_with(place.rows, at, || commits::postgres_at(&place.url))
    }
}

fn serve_with<C: Submit + Send + 'static>(
    rows: Rows,
    at: SocketAddr,
    connect: impl Fn() -> anyhow::Result<C>,
) -> anyhow::Result<()> {
    let free = (0..POOL)
        .map(|_| connect())
        .collect::<anyhow::Result<Vec<_>>>()?;
    let pool = web::Data::new(Pool {
        free: Mutex::new(free),
        returned: Condvar::new(),
        number: AtomicU64::new(0),
        rows,
    });
    actix_web::rt::System::new().block_on(async move {
        let server = HttpServer::new(move || {
            App::new()
                .app_data(pool.clone())
                .route("/", web::get().to(HttpResponse::Ok))
                .route("/review", web::post().to(submit::<C>))
        })
        .bind(at)?
        .run();
        server.await.context("the server with a pool broke off")
    })
}

struct Pool<C> {
    free: Mutex<Vec<C>>,
    returned: Condvar,
    number: AtomicU64,
    rows: Rows,
}

impl<C: Submit> Pool<C> {
    /// Waits for a connection, and writes one submission with it.
    fn submit(&self) -> QueryResult<()> {
        let number = self.number.fetch_add(1, Ordering::Relaxed);
        let submission = Submission {
            number,
            rows: self.rows,
        };
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.returned.wait_while(free, |free| free.is_empty());
        let mut free = waited.unwrap_or_else(PoisonError::into_inner);
        let Some(mut conn) = free.pop() else {
            return Err(diesel::result::Error::NotFound);
        };
        drop(free);
        let done = conn.in_transaction(|conn| {
            conn.read(submission)?;
            conn.write(submission)
        });
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        free.push(conn);
        self.returned.notify_one();
        done
    }
}

#[expect(clippy::disallowed_types, reason = "the bare server checks no form")]
async fn submit<C: Submit + Send + 'static>(
    form: web::Form<Vec<(String, String)>>,
    pool: web::Data<Pool<C>>,
) -> HttpResponse {
    let done = web::block(move || pool.submit()).await;
    match done {
        Ok(Ok(())) if !form.is_empty() => HttpResponse::SeeOther()
            .insert_header((LOCATION, "/receipt"))
            .finish(),
        Ok(Err(why)) => HttpResponse::InternalServerError().body(why.to_string()),
        _ => HttpResponse::InternalServerError().finish(),
    }
}
