//! Why a request ends without the page that was asked for. Each variant becomes a page in the town's look and the
//! visitor's language (`base::envelope` makes it); handlers only say what happened.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};

/// The result of everything that may end in an error page.
pub type AppResult<T> = Result<T, AppError>;

/// Why a request ends without the page that was asked for.
///
/// What a resident can mend herself (a field left empty, a consultation that has ended) is no error but an outcome
/// with a page of its own.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// 404: not there, or not for the eyes of whoever asks. Both look the same from outside.
    #[error("not found")]
    NotFound,
    /// 410: was there once and will not come back, such as a withdrawn participation.
    #[error("gone")]
    Gone,
    /// 403: a form without a valid token, or sent from another website.
    #[error("forbidden")]
    Forbidden,
    /// 413: more than the configured number of bytes.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// Bytes that are allowed.
        limit: usize,
    },
    /// 415: not sent as a form.
    #[error("not a form")]
    UnsupportedMediaType,
    /// 422: understood, but impossible. Holds the key of the text that says why.
    #[error("unprocessable: {0}")]
    Unprocessable(&'static str),
    /// 429: too many in too short a time.
    #[error("too many requests")]
    TooManyRequests {
        /// Seconds until it is worth trying again.
        retry_seconds: u64,
    },
    /// 400: not understood.
    #[error("bad request")]
    BadRequest,
    /// 405: the page exists, but not for this method.
    #[error("method not allowed")]
    MethodNotAllowed,
    /// 408: the browser took too long to send its form.
    #[error("timeout")]
    Timeout,
    /// 503: too much to do at the moment, or stopping.
    #[error("busy")]
    Busy,
    /// 500: our fault. The cause goes to the log, never to the page.
    #[error("internal error")]
    Internal(#[source] anyhow::Error),
}

impl AppError {
    /// First part of the keys of its texts: `<stem>-title`, `<stem>-text`.
    pub fn stem(&self) -> &'static str {
        match self {
            Self::NotFound => "error-not-found",
            Self::Gone => "error-gone",
            Self::Forbidden => "error-forbidden",
            Self::TooLarge { .. } => "error-too-large",
            Self::UnsupportedMediaType | Self::BadRequest => "error-bad-request",
            Self::Unprocessable(_) => "error-unprocessable",
            Self::TooManyRequests { .. } => "error-too-many",
            Self::MethodNotAllowed => "error-method",
            Self::Timeout => "error-timeout",
            Self::Busy => "error-busy",
            Self::Internal(_) => "error-internal",
        }
    }

    /// How long to wait before trying again, in seconds.
    pub fn retry_seconds(&self) -> Option<u64> {
        match self {
            Self::TooManyRequests { retry_seconds } => Some(*retry_seconds),
            Self::Busy => Some(5),
            _ => None,
        }
    }

    /// The error that stands for a bare status, such as the framework's own answer to an unknown address.
    pub fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::GONE => Self::Gone,
            StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED => Self::Forbidden,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge { limit: 0 },
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::UnsupportedMediaType,
            StatusCode::TOO_MANY_REQUESTS => Self::TooManyRequests { retry_seconds: 60 },
            StatusCode::METHOD_NOT_ALLOWED => Self::MethodNotAllowed,
            StatusCode::REQUEST_TIMEOUT => Self::Timeout,
            StatusCode::SERVICE_UNAVAILABLE => Self::Busy,
            status if status.is_client_error() => Self::BadRequest,
            _ => Self::Internal(anyhow::anyhow!("answered with {status}")),
        }
    }
}

impl ResponseError for AppError {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Gone => StatusCode::GONE,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Unprocessable(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooManyRequests { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::Timeout => StatusCode::REQUEST_TIMEOUT,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Without a body: the page is made where the visitor's language is known.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

impl From<anyhow::Error> for AppError {
    fn from(error: anyhow::Error) -> Self {
        Self::Internal(error)
    }
}

impl From<diesel::result::Error> for AppError {
    fn from(error: diesel::result::Error) -> Self {
        match error {
            diesel::result::Error::NotFound => Self::NotFound,
            error => Self::Internal(error.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_row_is_a_missing_page_and_any_other_database_error_is_ours() {
        assert_eq!(
            AppError::from(diesel::result::Error::NotFound).status_code(),
            404
        );
        assert_eq!(
            AppError::from(diesel::result::Error::RollbackTransaction).status_code(),
            500
        );
    }

    #[test]
    fn every_status_keeps_its_number() {
        for status in [400, 403, 404, 405, 408, 410, 413, 415, 429, 500, 503] {
            let status = StatusCode::from_u16(status).unwrap();
            assert_eq!(AppError::of_status(status).status_code(), status);
        }
    }
}
