//! Files that are sent while they are made: however long they are, only a few pieces lie in memory.

use std::io::{self, Write};

use actix_web::HttpResponse;
use actix_web::body::BodyStream;
use actix_web::web::Bytes;
use futures_util::stream;
use tokio::sync::mpsc::{Receiver, Sender, channel};

use super::Ui;
use crate::base::error::AppError;

/// How many bytes are sent together.
const PIECE: usize = 64 * 1024;
/// How many pieces wait at most for a slow line.
const WAITING: usize = 4;

/// Where a file is written that somebody is fetching. Not on the threads of the web: it waits for her line.
pub struct Pipe {
    to: Sender<io::Result<Bytes>>,
    piece: Vec<u8>,
}

/// What comes out at the other end.
pub struct Outlet(Receiver<io::Result<Bytes>>);

impl Pipe {
    /// Both ends.
    pub fn new() -> (Self, Outlet) {
        let (to, from) = channel(WAITING);
        let piece = Vec::with_capacity(PIECE);
        (Self { to, piece }, Outlet(from))
    }

    /// Breaks the file off, so that nobody takes half of it for the whole.
    pub fn break_off(&self, why: &AppError) {
        tracing::warn!(%why, "a file was broken off");
        let _ = self.to.blocking_send(Err(io::Error::other("broken off")));
    }

    fn send(&mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
        let sent = self.to.blocking_send(Ok(piece.into()));
        // She has gone: whoever writes on finds out.
        sent.map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.send()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.send()
    }
}

impl Ui {
    /// A file for one person alone, sent while it is made; nobody keeps a copy of it on the way.
    pub fn private_stream(&self, media: &str, name: &str, outlet: Outlet) -> HttpResponse {
        let pieces = stream::unfold(outlet.0, |mut from| async move {
            from.recv().await.map(|piece| (piece, from))
        });
        let answer = self.private_file(media, name, Vec::new());
        answer.map_body(|_, _| actix_web::body::BoxBody::new(BodyStream::new(Box::pin(pieces))))
    }
}
