//! Deleting a consultation: first into the bin, from where it comes back as it was, and from there for good.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::{Button, act, home_of};
use crate::account::{May, Tx};
use crate::base::error::AppResult;
use crate::base::form::Sent;
use crate::base::locale::Args;
use crate::base::page::{Confirm, Ui};
use crate::consultation::{self, Consultation, PrepareConsultation, Removal};
use crate::participation;
use crate::survey::Book;

const BIN: &str = "/desk/consultations?state=removed";

/// `GET /desk/consultations/{consultation}/delete` — asks, and names what goes with it.
pub async fn ask_delete(
    may: May<PrepareConsultation>,
    slug: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    ask(may, slug, ["delete-title", "delete-text", "delete-yes"], ui).await
}

/// `POST /desk/consultations/{consultation}/delete` — lays it into the bin, while nobody outside sees it.
pub async fn delete(
    may: May<PrepareConsultation>,
    slug: Path<String>,
    _form: Sent<Button>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (home, done) = act(may, slug.into_inner(), consultation::discard).await?;
    // The page of what lies in the bin offers to bring it back.
    Ok(ui.see_other_saying(&home, said(done, "said-consultation-deleted")))
}

/// `POST /desk/consultations/{consultation}/restore` — takes it out of the bin, as it was.
pub async fn restore(
    may: May<PrepareConsultation>,
    slug: Path<String>,
    _form: Sent<Button>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (home, _) = act(may, slug.into_inner(), consultation::bring_back).await?;
    Ok(ui.see_other_saying(&home, "said-consultation-restored"))
}

/// `GET /desk/consultations/{consultation}/erase` — asks before nothing of it is left.
pub async fn ask_erase(
    may: May<PrepareConsultation>,
    slug: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    ask(may, slug, ["erase-title", "erase-text", "erase-yes"], ui).await
}

/// `POST /desk/consultations/{consultation}/erase` — deletes what lies in the bin, with all its parts.
pub async fn erase(
    may: May<PrepareConsultation>,
    slug: Path<String>,
    _form: Sent<Button>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (home, done) = act(may, slug.into_inner(), from_bin).await?;
    Ok(match done {
        Some(Removal::Done) => ui.see_other_saying(BIN, "said-consultation-erased"),
        Some(stays) => ui.see_other_saying(&home, said(stays, "")),
        None => ui.see_other(&home),
    })
}

/// Nothing is deleted for good that does not lie in the bin.
fn from_bin(
    tx: &mut Tx<PrepareConsultation>,
    consultation: &Consultation,
) -> AppResult<Option<Removal>> {
    if consultation.removed_at.is_none() {
        return Ok(None);
    }
    consultation::remove(tx, consultation).map(Some)
}

fn said(done: Removal, key: &'static str) -> &'static str {
    match done {
        Removal::Done => key,
        Removal::Published => "said-published-stays",
        Removal::SomebodyTakesPart => "said-somebody-takes-part",
    }
}

/// Asks with the texts for title, explanation and button.
async fn ask(
    may: May<PrepareConsultation>,
    slug: Path<String>,
    [title, text, yes]: [&'static str; 3],
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (consultation, book, people) = may
        .read(move |conn| {
            let consultation = consultation::find(conn, &slug)?;
            let book = Book::of(conn, &consultation.id)?;
            let people = participation::head_count(conn, &consultation.id)?;
            Ok((consultation, book, people))
        })
        .await?;
    let home = home_of(&consultation.slug);
    if consultation.published_at.is_some() || people > 0 {
        return Ok(ui.see_other_saying(&home, "said-published-stays"));
    }
    let mut args = Args::new();
    args.set("title", consultation.title.clone());
    ui.ok(&Confirm {
        title: ui.text(title, &args),
        text: ui.t(text),
        items: what_goes(&consultation, &book, &ui),
        button: ui.t(yes),
        back_url: home,
        reason: None,
    })
}

fn what_goes(consultation: &Consultation, book: &Book, ui: &Ui) -> Vec<String> {
    let questions = book.surveys.iter().map(|survey| survey.questions.len());
    let parts = [
        ("delete-tracks", consultation.tracks.len()),
        ("delete-surveys", book.surveys.len()),
        ("delete-questions", questions.sum()),
        ("delete-steps", consultation.milestones.len()),
    ];
    let counted = |(key, n): (&'static str, usize)| {
        let mut args = Args::new();
        args.set("n", n);
        ui.text(key, &args)
    };
    let there = parts.into_iter().filter(|(_, n)| *n > 0);
    there.map(counted).collect()
}
