//! The list for everyone: what it is, its newest signed state, all its lines.

pub mod proof;
pub mod round;

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use serde::Deserialize;

use super::model::{Checkpoint, EMPTY, Signer};
use super::store::{self, Newest};
use super::view::{LogPage, SignedState};
use crate::base::db::{Conn, Db};
use crate::base::error::AppResult;
use crate::base::locale::DayStyle;
use crate::base::page::Ui;
use crate::base::site::Site;

const TEXT: &str = "text/plain; charset=utf-8";
/// Most lines of one answer: some ten megabytes. Whoever wants more asks on with `from`.
const TOGETHER: u64 = 100_000;

/// A signed state, and who signs it.
pub struct Signed {
    /// The key.
    pub signer: Signer,
    /// The newest state as a note. A list without lines is one, too.
    pub note: String,
}

impl Signed {
    /// Signs the newest state.
    ///
    /// # Errors
    /// When the secret is no secret.
    pub fn of(newest: Option<&Newest>, site: &Site) -> AppResult<Self> {
        let epoch = newest.map_or(1, |newest| newest.epoch);
        let origin = Checkpoint::origin(&site.config.base_url(), epoch);
        let signer = Signer::of(&site.secrets, &origin)?;
        let checkpoint = Checkpoint {
            origin,
            size: newest.map_or(0, |newest| newest.size),
            root: newest.map_or(EMPTY, |newest| newest.root),
        };
        Ok(Self {
            note: checkpoint.note(&signer),
            signer,
        })
    }
}

/// `GET /log` — what the list is for, its newest state, its key.
pub async fn show(db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let newest = db.read(store::newest).await?;
    let signed = Signed::of(newest.as_ref(), ui.site())?;
    let state = newest.map(|newest| {
        let local = newest.made_at.with_timezone(&ui.site().zone.0);
        let day = ui.lang().day(local.date_naive(), DayStyle::Long);
        SignedState {
            size: newest.size,
            made_at: format!("{day}, {}", local.format("%H:%M")),
            note: signed.note.lines().map(str::to_owned).collect(),
        }
    });
    ui.ok(&LogPage {
        state,
        key: signed.signer.key(),
        fingerprint: signed.signer.fingerprint(),
    })
}

/// `GET /log/checkpoint` — the newest signed state, for programs.
pub async fn checkpoint(db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let newest = db.read(store::newest).await?;
    let signed = Signed::of(newest.as_ref(), ui.site())?;
    Ok(ui.open_file(TEXT, None, signed.note.into_bytes()))
}

/// From which line on.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct From {
    #[serde(default)]
    from: u64,
}

/// `GET /log/entries` — all lines in their order, from `from` on.
pub async fn entries(asked: Query<From>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let from = asked.from;
    let read = move |conn: &mut Conn| store::lines(conn, from, from.saturating_add(TOGETHER));
    let mut text = db.read(read).await?.join("\n");
    if !text.is_empty() {
        text.push('\n');
    }
    Ok(ui.open_file(TEXT, None, text.into_bytes()))
}
