//! The figures of the server on a port of their own, which no visitor reaches.

use std::net::TcpListener;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::{App, HttpResponse, HttpServer, web};
use anyhow::Context;

use crate::base::db::Db;
use crate::base::meter::Reading;
use crate::base::outbox;
use crate::base::site::Site;

/// How long the database may take. Monitoring gives up after ten seconds and would learn nothing at all.
const PATIENCE: Duration = Duration::from_secs(3);

/// Begins to answer on `metrics.bind`; nothing when it is empty.
///
/// # Errors
/// When the address is taken or not ours.
pub(super) fn answer(site: &web::Data<Site>, db: &Db) -> anyhow::Result<Option<ServerHandle>> {
    let bind = &site.config.metrics.bind;
    if bind.is_empty() {
        return Ok(None);
    }
    let listener = TcpListener::bind(bind)
        .with_context(|| format!("metrics.bind: cannot listen on {bind}"))?;
    tracing::info!(at = %listener.local_addr()?, "the figures of this server are read at /metrics");
    let (site, db) = (site.clone(), web::Data::new(db.clone()));
    let server = HttpServer::new(move || {
        App::new()
            .app_data(site.clone())
            .app_data(db.clone())
            .service(web::resource("/metrics").get(show))
    })
    .workers(1)
    .disable_signals()
    .listen(listener)?
    .run();
    let handle = server.handle();
    actix_web::rt::spawn(server);
    Ok(Some(handle))
}

/// `GET /metrics`
async fn show(site: web::Data<Site>, db: web::Data<Db>) -> HttpResponse {
    let now = site.clock.now();
    let queue = db.read(outbox::queue);
    let queue = actix_web::rt::time::timeout(PATIENCE, queue).await;
    let reading = Reading {
        load: db.load(),
        queue: queue.ok().and_then(Result::ok),
        at: now,
    };
    match site.meter.text(&reading) {
        Ok(text) => HttpResponse::Ok()
            .content_type("text/plain; version=0.0.4; charset=utf-8")
            .body(text),
        Err(why) => {
            tracing::error!(%why, "the figures cannot be written");
            HttpResponse::InternalServerError().finish()
        }
    }
}
