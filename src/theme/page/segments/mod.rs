//! Statements are split into segments, each about one element.

mod act;
mod found;
pub mod one;

use actix_web::HttpResponse;
use actix_web::web::Path;

use crate::account::{May, Permission, Tx};
use crate::base::error::AppResult;
use crate::base::form::{Fields, Sent};
use crate::base::page::{ListAsk, Ui};
use crate::consultation;
use crate::theme::form::segments::Wanted;
use crate::theme::model::segment::{Split, SplitState};
use crate::theme::page::undo::Undo;
use crate::theme::store::removed::Removed;
use crate::theme::store::splits::splits;
use crate::theme::view::{Head, SegmentListPage};
use crate::theme::{CodeContributions, ReadContributions};

/// Segments that were just removed.
static REMOVED: Undo<Removed> = Undo::new();

/// Where the statements of a consultation are split.
fn segments_of(slug: &str) -> String {
    format!("/desk/consultations/{slug}/segments")
}

/// `GET /desk/consultations/{consultation}/segments` — the statements that count, and how far they are split.
pub async fn list(
    may: May<ReadContributions>,
    slug: Path<String>,
    ask: ListAsk,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (consultation, lines) = may
        .read(move |conn| {
            let consultation = consultation::find(conn, &slug)?;
            let lines = splits(conn, &consultation)?;
            Ok((consultation, lines))
        })
        .await?;
    let all = lines.len();
    let open = lines.iter().filter(|line| line.state.is_open()).count();
    let by_element = lines.iter().filter(|line| can_be_taken_over(line)).count();
    let mut rows = lines;
    let is_wanted = |state: SplitState| ask.filter("state").is_none_or(|f| f == state.as_str());
    rows.retain(|row| is_wanted(row.state) && ask.matches(row.name.as_deref().unwrap_or_default()));
    ui.ok(&SegmentListPage {
        head: Head::from(&consultation),
        listing: ask.listing(rows.len(), &["number"]),
        rows: ask.cut(rows),
        open,
        all,
        by_element,
        may_split: may.who().has(Permission::Evaluate),
    })
}

/// Whether each part of a statement can become a segment without somebody reading it first: whoever wrote it put every part
/// under an element.
fn can_be_taken_over(line: &Split) -> bool {
    line.state == SplitState::Open && line.is_by_element
}

/// `POST /desk/consultations/{consultation}/segments` — makes a segment of each part of all statements that were written element
/// by element and that nobody has split yet.
pub async fn split_all(
    may: May<CodeContributions>,
    slug: Path<String>,
    _form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let here = segments_of(&slug);
    may.write(move |tx| take_over(tx, &slug, can_be_taken_over))
        .await?;
    Ok(ui.see_other_saying(&here, "said-segments-made"))
}

/// Makes a segment of each part of all statements that nobody has split yet.
///
/// # Errors
/// When the database fails.
pub fn split_everything(tx: &mut Tx<CodeContributions>, slug: &str) -> AppResult<()> {
    take_over(tx, slug, |line| line.state == SplitState::Open)
}

fn take_over(
    tx: &mut Tx<CodeContributions>,
    slug: &str,
    is_meant: impl Fn(&Split) -> bool,
) -> AppResult<()> {
    let consultation = consultation::find(tx.conn, slug)?;
    let lines = splits(tx.conn, &consultation)?;
    for line in lines.iter().filter(|line| is_meant(line)) {
        let found = found::Found::of(tx.conn, slug, line.number)?;
        act::act(tx, &found, &Wanted::All)?;
    }
    Ok(())
}
