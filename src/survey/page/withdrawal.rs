//! Taking everything back.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::Visit;
use super::start::StartForm;
use crate::account::May;
use crate::base::db::{Conn, Db};
use crate::base::error::AppResult;
use crate::base::form::Sent;
use crate::base::id::Id;
use crate::base::limit::{Submit, Within};
use crate::base::page::Ui;
use crate::consultation::{Consultation, TrackKind};
use crate::participation::{self, Participate, Participation};
use crate::survey::store::{erase_words, has_words, is_frozen, withdraw};
use crate::survey::view::WithdrawalPage;

/// What an author can have erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// Everything: it no longer counts then.
    All,
    /// Her words: results are published.
    Words,
    /// Nothing is left.
    Nothing,
}

impl Ending {
    /// What one participation has left.
    pub(super) fn of(
        conn: &mut Conn,
        consultation: &Id<Consultation>,
        participation: &Id<Participation>,
    ) -> AppResult<Self> {
        if !is_frozen(conn, consultation)? {
            return Ok(Self::All);
        }
        let has_words = has_words(conn, participation)?;
        Ok(if has_words {
            Self::Words
        } else {
            Self::Nothing
        })
    }

    /// As templates name it.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Words => "words",
            Self::Nothing => "nothing",
        }
    }
}

/// `GET /p/{code}/withdrawal` — asks once.
pub async fn ask(visit: Visit, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    if visit.participation.withdrawn_on.is_some() {
        return Ok(ui.see_other(&visit.url("/receipt")));
    }
    let (of, id) = (
        visit.asked.consultation.id.clone(),
        visit.participation.id.clone(),
    );
    let ending = db.read(move |conn| Ending::of(conn, &of, &id)).await?;
    ui.ok(&WithdrawalPage {
        ending: ending.as_str(),
        head: visit.asked.head.clone(),
        code: visit.code.as_str().to_owned(),
        is_open: visit.is_open,
        has_comments: visit
            .asked
            .consultation
            .track(TrackKind::Comments)
            .is_some(),
    })
}

/// `POST /p/{code}/withdrawal` — the answers no longer count and are erased; once results are published, her words are.
pub async fn confirm(
    _within: Within<Submit>,
    visit: Visit,
    may: May<Participate>,
    _form: Sent<StartForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let hash = visit.code.hash(&ui.site().secrets);
    let today = ui.today();
    let done = may
        .write(move |tx| {
            let participation = participation::find(tx.conn, &hash)?;
            if participation.withdrawn_on.is_some() {
                return Ok(Ending::All);
            }
            let ending = Ending::of(tx.conn, &participation.consultation, &participation.id)?;
            match ending {
                Ending::All => withdraw(tx, &participation, today)?,
                Ending::Words => erase_words(tx, &participation)?,
                Ending::Nothing => {}
            }
            Ok(ending)
        })
        .await?;
    Ok(match done {
        Ending::All => ui.see_other(&visit.url("/receipt")),
        Ending::Words => ui.see_other_saying(&visit.url("/receipt"), "said-words-erased"),
        Ending::Nothing => ui.see_other(&visit.url("/withdrawal")),
    })
}
