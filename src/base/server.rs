//! The web server: which middleware every request passes, and how the server starts and stops.

use actix_web::{HttpMessage, HttpRequest};
use chrono::{DateTime, Utc};

use crate::base::error::{AppError, AppResult};

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
