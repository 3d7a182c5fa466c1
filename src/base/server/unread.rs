//! Requests that are answered before all of their body has come.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use actix_web::HttpMessage;
use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::http::header;
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use futures_util::Stream;

/// Lets a connection end on which somebody sends a body without an end and nobody reads on. The framework would wait for the
/// rest of a body in chunks as long as the connection lasts, once its reader is gone; while there is one that does not read, it
/// closes the connection a second after the answer. So the reader stays until the answer is out.
///
/// # Errors
/// Those of the middlewares below.
pub(super) async fn unread(
    mut req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> actix_web::Result<ServiceResponse<BoxBody>> {
    if !req.headers().contains_key(header::TRANSFER_ENCODING) {
        return Ok(next.call(req).await?.map_into_boxed_body());
    }
    let rest = Rc::new(RefCell::new(req.take_payload()));
    let reader = Reader(Rc::clone(&rest));
    req.set_payload(Payload::Stream {
        payload: Box::pin(reader),
    });
    let answer = next.call(req).await?.map_into_boxed_body();
    Ok(answer.map_body(|_, body| BoxBody::new(Held { body, _rest: rest })))
}

/// Who reads the body may go.
struct Reader(Rc<RefCell<Payload>>);

impl Stream for Reader {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Pin::new(&mut *self.0.borrow_mut()).poll_next(cx)
    }
}

/// An answer that keeps what is left of its request.
struct Held {
    body: BoxBody,
    _rest: Rc<RefCell<Payload>>,
}

impl MessageBody for Held {
    type Error = <BoxBody as MessageBody>::Error;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.body).poll_next(cx)
    }
}
