//! The web server: how every request is received, and how the server starts and stops.

mod figures;
mod pulse;
mod security_txt;
mod supervisor;
mod unread;

use std::future::Future;
use std::net::TcpListener;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, from_fn};
use actix_web::rt::signal::unix::{Signal, SignalKind, signal};
use actix_web::rt::task::JoinHandle;
use actix_web::{App, HttpMessage, HttpRequest, HttpResponse, HttpServer, web};
use anyhow::Context;
use chrono::{DateTime, Utc};
use tokio::sync::watch;

use crate::base::assets;
use crate::base::cache;
use crate::base::db::Db;
use crate::base::envelope::envelope;
use crate::base::error::{AppError, AppResult};
use crate::base::mail::Courier;
use crate::base::outbox::Postman;
use crate::base::site::Site;
use pulse::Pulse;
use supervisor::Supervisor;

/// How long a page may not show what another process has changed.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How often to do what is done beside the requests.
const CHORES_EVERY: Duration = Duration::from_secs(20);
/// How long words of the desk's pages may stay in memory after they were erased, in minutes.
const FORGET_EVERY: u64 = 10;

/// When the head of a request reached the server. This instant decides whether a contribution came in time.
#[derive(Clone, Copy, Debug)]
pub struct Arrived(pub DateTime<Utc>);

impl Arrived {
    /// The arrival of a request.
    ///
    /// # Errors
    /// When the request did not come through this server's middleware, which is a fault of the program.
    pub fn of(req: &HttpRequest) -> AppResult<DateTime<Utc>> {
        req.extensions()
            .get::<Self>()
            .map(|arrived| arrived.0)
            .ok_or_else(|| {
                AppError::Internal(anyhow::anyhow!("the request has no time of arrival"))
            })
    }
}

/// What is done beside the requests, about twice a minute: begun again only when the last round has ended. Nothing that
/// people rely on may wait for it; it only tells what is true already.
pub type Chore = fn(web::Data<Site>, Db) -> Pin<Box<dyn Future<Output = ()>>>;

/// What the product brings along for the server.
#[derive(Clone, Copy)]
pub struct Product {
    /// The addresses.
    pub routes: fn(&mut web::ServiceConfig),
    /// What is done beside the requests.
    pub chore: Chore,
}

/// The whole application, the same for people and for tests: `routes` are the addresses of the product, to which this
/// adds files, the two health pages and all that every request needs.
pub fn app(
    site: web::Data<Site>,
    db: Option<Db>,
    routes: fn(&mut web::ServiceConfig),
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    App::new()
        .app_data(site)
        .configure(move |cfg| {
            if let Some(db) = db {
                cfg.app_data(web::Data::new(db));
            }
            cfg.service(web::resource("/healthz").get(healthz))
                .service(web::resource("/readyz").get(readyz))
                .service(web::resource("/.well-known/security.txt").get(security_txt::show))
                .configure(assets::routes)
                .configure(routes);
        })
        .wrap(from_fn(envelope))
        .wrap(Compress::default())
        .wrap(from_fn(cache::first))
        .wrap(from_fn(unread::unread))
}

/// Serves until the process is told to stop (Ctrl-C or SIGTERM); then requests that are running are finished first.
/// A second Ctrl-C does not wait. `answering` is called with the portal's address once the server answers.
///
/// # Errors
/// When the address is taken or not ours.
pub async fn serve(
    site: web::Data<Site>,
    db: Db,
    product: Product,
    answering: impl FnOnce(&str),
) -> anyhow::Result<()> {
    let config = site.config.server.clone();
    let limits = &site.config.limits;
    let listener = TcpListener::bind(&config.bind)
        .with_context(|| format!("server.bind: cannot listen on {}", config.bind))?;
    let url = match config.base_url.as_str() {
        // Port 0 lets the system choose one; only the listener knows which.
        "" => format!("http://{}", listener.local_addr()?),
        _ => site.config.base_url(),
    };
    let figures = figures::answer(&site, &db)?;
    let (stop_mails, mails) = mails(&site, &db)?;
    let shared = site.clone();
    let chores = chores(&site, &db, product.chore);
    let looking = looks(&db);
    let read = db.clone();
    let supervisor = Arc::new(Supervisor::of_environment());
    let pulse = supervisor.patience().map(Pulse::new);
    let beating = pulse.clone();
    let mut server = HttpServer::new(move || {
        if let Some(pulse) = &beating {
            pulse.begin_here();
        }
        app(shared.clone(), Some(db.clone()), product.routes)
    })
    .keep_alive(Duration::from_secs(limits.idle_seconds))
    .client_request_timeout(Duration::from_secs(limits.header_seconds))
    .client_disconnect_timeout(Duration::from_secs(2))
    .shutdown_timeout(config.shutdown_seconds)
    // Ctrl-C would break running requests off.
    .disable_signals();
    if config.workers > 0 {
        server = server.workers(config.workers);
    }
    let server = server.listen(listener)?.run();
    let handle = server.handle();
    let told = supervisor.clone();
    // Before anybody hears that the server answers: who starts it may stop it at once.
    let mut ends = Ends::listen().context("this server could not be stopped")?;
    let stop = actix_web::rt::spawn(async move {
        ends.next().await;
        told.stopping();
        tracing::info!("stopping; running requests are finished first");
        let at_once = handle.clone();
        actix_web::rt::spawn(async move {
            ends.next().await;
            at_once.stop(false).await;
        });
        handle.stop(true).await;
    });
    let housekeeping = actix_web::rt::spawn(async move {
        let mut minute = actix_web::rt::time::interval(Duration::from_mins(1));
        for minutes in 0_u64.. {
            minute.tick().await;
            site.rates.forget_idle();
            if minutes.is_multiple_of(FORGET_EVERY) {
                site.alike.forget();
                read.forget();
            }
            site.ran("limits");
        }
    });
    answering(&url);
    supervisor.ready(&url);
    let watched = pulse.map(|pulse| actix_web::rt::spawn(pulse.tell(supervisor)));
    let ended = server.await;
    stop.abort();
    housekeeping.abort();
    chores.abort();
    looking.abort();
    // A mail that is on its way gets the time of a running request.
    let _ = stop_mails.send(true);
    let _ = actix_web::rt::time::timeout(Duration::from_secs(config.shutdown_seconds), mails).await;
    if let Some(watched) = watched {
        watched.abort();
    }
    if let Some(figures) = figures {
        figures.stop(false).await;
    }
    ended.context("the server broke off")
}

/// Begins what is done beside the requests.
fn chores(site: &web::Data<Site>, db: &Db, chore: Chore) -> JoinHandle<()> {
    let (site, db) = (site.clone(), db.clone());
    actix_web::rt::spawn(async move {
        let mut often = actix_web::rt::time::interval(CHORES_EVERY);
        loop {
            often.tick().await;
            chore(site.clone(), db.clone()).await;
        }
    })
}

/// Begins to look for what other processes have changed.
fn looks(db: &Db) -> JoinHandle<()> {
    let db = db.clone();
    actix_web::rt::spawn(async move {
        let mut often = actix_web::rt::time::interval(LOOK_EVERY);
        loop {
            often.tick().await;
            if let Err(why) = db.look_for_changes().await {
                tracing::warn!(%why, "changes of other processes are not known");
            }
        }
    })
}

/// Begins to carry the outbox out. The sender stops it.
fn mails(site: &Site, db: &Db) -> anyhow::Result<(watch::Sender<bool>, JoinHandle<()>)> {
    let courier = Courier::of(&site.config)?;
    let postman = Postman::new(db.clone(), site.clock.clone(), courier);
    let (stop, stopped) = watch::channel(false);
    Ok((
        stop,
        actix_web::rt::spawn(postman.go_round(stopped, site.meter.clone())),
    ))
}

/// [`serve`] for a command: with a runtime of its own on this thread.
///
/// # Errors
/// Those of [`serve`].
pub fn run(
    site: Site,
    db: Db,
    product: Product,
    answering: impl FnOnce(&str),
) -> anyhow::Result<()> {
    actix_web::rt::System::new().block_on(serve(web::Data::new(site), db, product, answering))
}

/// Ctrl-C and SIGTERM. Whoever has one hears both from then on, and they no longer break the process off.
struct Ends {
    interrupt: Signal,
    terminate: Signal,
}

impl Ends {
    fn listen() -> anyhow::Result<Self> {
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    /// Waits for the next of them.
    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

/// `GET /healthz`: the process answers.
async fn healthz() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body("ok\n")
}

/// `GET /readyz`: the database answers too.
async fn readyz(db: Option<web::Data<Db>>) -> HttpResponse {
    let answers = match db {
        Some(db) => {
            db.read(|conn| {
                use diesel::RunQueryDsl;
                diesel::sql_query("SELECT 1").execute(conn)?;
                Ok(())
            })
            .await
        }
        None => Err(AppError::Busy),
    };
    match answers {
        Ok(()) => HttpResponse::Ok()
            .content_type("text/plain; charset=utf-8")
            .body("ready\n"),
        Err(fault) => {
            tracing::error!(%fault, "the database does not answer");
            HttpResponse::ServiceUnavailable()
                .content_type("text/plain; charset=utf-8")
                .body("the database does not answer\n")
        }
    }
}

#[cfg(test)]
mod tests;
