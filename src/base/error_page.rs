//! The page a visitor sees instead of the one she asked for.

use std::fmt;

use actix_web::ResponseError;
use serde::Serialize;

use crate::base::error::AppError;
use crate::base::form::Typed;
use crate::base::id;
use crate::base::locale::Args;
use crate::base::page::{Ui, View};

/// The number of one request. It stands on the error page and in the log, so that a visitor's letter finds its cause.
#[derive(Clone, Debug)]
pub struct Reference(String);

impl Reference {
    pub(super) fn new() -> Self {
        Self(id::base32(&id::random::<5>()))
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// `templates/error.html`
#[derive(Debug, Serialize)]
pub struct ErrorPage {
    status: u16,
    title: String,
    text: String,
    reference: String,
    /// What was sent and could not be taken.
    typed: Option<Typed>,
    /// Whether it counts only once, however often it is sent: everything that residents send does.
    counts_once: bool,
}

impl ErrorPage {
    pub(super) fn of(
        ui: &Ui,
        error: &AppError,
        reference: &Reference,
        typed: Option<Typed>,
    ) -> Self {
        let stem = error.stem();
        let mut args = Args::new();
        match error {
            AppError::TooManyRequests { retry_seconds } => args.set("seconds", *retry_seconds),
            AppError::TooLarge { limit } => {
                // A refusal of the framework does not know the limit; forms have only one.
                let limit = if *limit == 0 {
                    ui.site().config.limits.form_bytes
                } else {
                    *limit
                };
                args.set("limit", limit / 1024);
            }
            _ => {}
        }
        let text = match error {
            AppError::Unprocessable(key) => ui.t(key),
            AppError::TooLarge { limit } if *limit == ui.site().config.limits.upload_bytes => {
                ui.text("error-too-large-file", &args)
            }
            _ => ui.text(&format!("{stem}-text"), &args),
        };
        Self {
            status: error.status_code().as_u16(),
            title: ui.t(&format!("{stem}-title")),
            text,
            reference: reference.to_string(),
            counts_once: typed
                .as_ref()
                .is_some_and(|typed| !typed.action.starts_with("/desk")),
            typed,
        }
    }
}

impl View for ErrorPage {
    const TEMPLATE: &'static str = "error.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let missing = Self {
            status: 404,
            title: "Diese Seite gibt es nicht".to_owned(),
            text: "Vielleicht fehlt in der Adresse ein Zeichen.".to_owned(),
            reference: "7k3m9x2q".to_owned(),
            typed: None,
            counts_once: false,
        };
        let kept = Self {
            status: 500,
            title: "Bei uns ist etwas schiefgegangen".to_owned(),
            text: "Das war nicht Ihr Fehler.".to_owned(),
            reference: "7k3m9x2q".to_owned(),
            typed: Some(Typed::sample()),
            counts_once: true,
        };
        vec![missing, kept]
    }
}
