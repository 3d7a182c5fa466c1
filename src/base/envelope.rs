//! What happens to every request before its handler and after: time of arrival, headers, error pages, one line in the
//! log. Nothing gets out past it, not even a panic.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Instant;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::{Method, header};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, ResponseError, web};
use anyhow::anyhow;

use crate::base::cache;
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::error_page::{ErrorPage, Reference};
use crate::base::form::{Came, Typed};
use crate::base::headers::secure;
use crate::base::limit;
use crate::base::locale::{CONTENT, COOKIE, Lang};
use crate::base::log::REQUEST;
use crate::base::page::{Ui, chosen};
use crate::base::server::Arrived;
use crate::base::site::Site;

/// The outermost middleware of ours; only compression lies around it.
///
/// # Errors
/// Only for a request whose handler broke off: the request is lost with it, so the finished page travels as an error.
pub(super) async fn envelope(
    mut req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> actix_web::Result<ServiceResponse<BoxBody>> {
    let started = Instant::now();
    let Some(site) = req.app_data::<web::Data<Site>>().cloned() else {
        return Err(AppError::Internal(anyhow!("the server has no site")).into());
    };
    let reference = Reference::new();
    req.extensions_mut().insert(Arrived(site.clock.now()));
    req.extensions_mut().insert(reference.clone());
    let method = req.method().clone();
    let ui = Ui::of(req.request())?;
    if let Some(db) = req.app_data::<web::Data<Db>>().cloned()
        && !matches!(req.path(), "/healthz" | "/readyz")
    {
        site.foot.keep_fresh(&db).await;
    }
    let note = |route: Option<&str>, status: u16| {
        line(&site, &method, route, status, started, &reference);
    };
    let finish = |page: &mut HttpResponse| secure(page.headers_mut(), site.config.is_https());

    if method == Method::OPTIONS {
        let mut answer = HttpResponse::NoContent()
            .insert_header((header::ALLOW, "GET, HEAD, POST, OPTIONS"))
            .finish();
        if ui.is_interface() {
            let any = header::HeaderValue::from_static("*");
            let headers = answer.headers_mut();
            headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, any.clone());
            headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, any);
        }
        finish(&mut answer);
        return Ok(req.into_response(answer));
    }
    if method == Method::HEAD {
        // Answered like GET; the connection itself leaves the body out.
        req.head_mut().method = Method::GET;
    }
    let came = match came(&mut req, &site).await {
        Ok(came) => came,
        Err(fault) => {
            let mut page = error_page(&ui, &fault, &reference, None);
            finish(&mut page);
            note(None, page.status().as_u16());
            return Ok(req.into_response(page));
        }
    };
    let choice = chosen(req.query_string()).and_then(Lang::of_code);

    let content = ui.query(CONTENT).filter(|code| is_code(code));

    match Caught(Box::pin(next.call(req))).await {
        Some(Ok(response)) => {
            let response = response.map_into_boxed_body();
            let mut response = match fault(&response) {
                Some(fault) => {
                    let typed = typed(response.request(), came.as_ref(), fault.as_ref());
                    let page = error_page(&ui, fault.as_ref(), &reference, typed);
                    response.into_response(page)
                }
                None => response,
            };
            finish(response.response_mut());
            if method == Method::GET {
                if response.status().is_success() {
                    limit::opened(response.request());
                }
                let https = site.config.is_https();
                if let Some(lang) = choice {
                    remember(response.response_mut(), COOKIE, lang.code(), https);
                }
                if let Some(content) = &content {
                    remember(response.response_mut(), CONTENT, content, https);
                }
            }
            let route = response.request().match_pattern();
            note(route.as_deref(), response.status().as_u16());
            Ok(cache::keep(response, &site, route.as_deref()))
        }
        Some(Err(error)) => {
            let status = error.as_response_error().status_code();
            let bare = AppError::of_status(status);
            let error = error.as_error::<AppError>().unwrap_or(&bare);
            let mut page = error_page(&ui, error, &reference, None);
            finish(&mut page);
            note(None, page.status().as_u16());
            Err(InternalError::from_response("refused before its handler", page).into())
        }
        None => {
            let mut page = error_page(
                &ui,
                &AppError::Internal(anyhow!("a handler broke off")),
                &reference,
                came.as_ref().and_then(Came::typed),
            );
            finish(&mut page);
            note(None, 500);
            Err(InternalError::from_response("a handler broke off", page).into())
        }
    }
}

/// One line a request, and one more in the figures. The pattern of the route, never the path: tokens stand in paths.
pub(super) fn line(
    site: &Site,
    method: &Method,
    route: Option<&str>,
    status: u16,
    started: Instant,
    reference: &Reference,
) {
    let took = started.elapsed();
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    let route = route.unwrap_or("-");
    // Anybody may invent a method, so only known ones are written.
    let method = match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    };
    site.meter.request(method, route, status, took);
    tracing::info!(target: REQUEST, method, route, status, ms, reference = %reference, "request");
}

/// An error of ours by reference, or the one that stands for a bare answer of the framework.
enum Fault<'a> {
    Ours(&'a AppError),
    Bare(AppError),
}

impl Fault<'_> {
    fn as_ref(&self) -> &AppError {
        match self {
            Self::Ours(error) => error,
            Self::Bare(error) => error,
        }
    }
}

/// What went wrong, when the answer has no page of its own yet.
fn fault<B>(response: &ServiceResponse<B>) -> Option<Fault<'_>> {
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return None;
    }
    match response.response().error() {
        Some(error) => Some(match error.as_error::<AppError>() {
            Some(ours) => Fault::Ours(ours),
            None => Fault::Bare(AppError::of_status(status)),
        }),
        None if response.headers().contains_key(header::CONTENT_TYPE) => None,
        None => Some(Fault::Bare(AppError::of_status(status))),
    }
}

/// The form that came with a request, read before anything is done with it.
async fn came(req: &mut ServiceRequest, site: &Site) -> AppResult<Option<Came>> {
    if req.path().contains("%00") || req.path().contains('\0') {
        // No name holds a NUL, and PostgreSQL cannot even be asked for one.
        return Err(AppError::NotFound);
    }
    Came::with(req, site).await
}

/// What was in the form, when it was not its own fault that it was not taken.
fn typed(req: &HttpRequest, came: Option<&Came>, fault: &AppError) -> Option<Typed> {
    let is_ours = matches!(
        fault,
        AppError::Internal(_) | AppError::Busy | AppError::TooManyRequests { .. }
    );
    let kept = || req.extensions().get::<Typed>().cloned();
    let typed = || came.and_then(Came::typed).or_else(kept);
    is_ours.then(typed).flatten()
}

fn error_page(
    ui: &Ui,
    error: &AppError,
    reference: &Reference,
    typed: Option<Typed>,
) -> HttpResponse {
    if let AppError::Internal(cause) = error {
        tracing::error!(%reference, "{cause:#}");
    }
    let status = error.status_code();
    if ui.is_interface() {
        return ui.problem(status, error, reference);
    }
    let mut page = ui
        .page(status, &ErrorPage::of(ui, error, reference, typed))
        .unwrap_or_else(|fault| {
            tracing::error!(%reference, %fault, "the error page itself is broken");
            let text = format!("{}\n{reference}\n", ui.t("error-internal-title"));
            HttpResponse::build(status)
                .content_type("text/plain; charset=utf-8")
                .body(text)
        });
    if let Some(seconds) = error.retry_seconds() {
        page.headers_mut()
            .insert(header::RETRY_AFTER, seconds.into());
    }
    if status == actix_web::http::StatusCode::METHOD_NOT_ALLOWED {
        let allow = header::HeaderValue::from_static("GET, HEAD, POST, OPTIONS");
        page.headers_mut().insert(header::ALLOW, allow);
    }
    page
}

/// Whether a text could name a language of texts; which there are, another slice knows.
fn is_code(text: &str) -> bool {
    (2..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase())
}

/// Keeps a language chosen by hand for a year: the only cookies a visitor ever gets without signing in.
fn remember(response: &mut HttpResponse, name: &'static str, code: &str, https: bool) {
    let cookie = Cookie::build(name, code.to_owned())
        .path("/")
        .same_site(SameSite::Lax)
        .max_age(Duration::days(365))
        .http_only(true)
        .secure(https)
        .finish();
    if let Err(fault) = response.add_cookie(&cookie) {
        tracing::error!(%fault, "the language could not be kept");
    }
}

/// A future whose panic is an outcome (`None`). The panic itself stands in the error output, written by Rust.
struct Caught<F>(Pin<Box<F>>);

impl<F: Future> Future for Caught<F> {
    type Output = Option<F::Output>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        // Nothing of a request outlives it, so half-changed values of a handler that broke off are never seen.
        match catch_unwind(AssertUnwindSafe(|| self.0.as_mut().poll(cx))) {
            Ok(poll) => poll.map(Some),
            Err(_) => Poll::Ready(None),
        }
    }
}
