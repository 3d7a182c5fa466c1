//! Showing a consultation to everyone and taking that back: each asks first.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::checks::{Looked, checks};
use super::{Button, act, home_of};
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::Sent;
use crate::base::locale::{Args, DayStyle};
use crate::base::page::{Confirm, Ui};
use crate::consultation::view::Subject;
use crate::consultation::{self, Consultation, PrepareConsultation, Withdrawal};
use crate::portal::view::PublishPage;
use crate::strategy::{self, EditStrategy, LaidEdition};
use crate::survey::Book;

/// `GET /desk/consultations/{consultation}/publish` — what becomes public, and what is still odd.
pub async fn ask_publish(
    may: May<PrepareConsultation>,
    slug: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (consultation, edition, is_edition_public, book) = may
        .read(move |conn| {
            let consultation = consultation::find(conn, &slug)?;
            let edition = strategy::laid(conn, &consultation.edition)?;
            let is_public = strategy::is_edition_published(conn, &edition.id)?;
            let book = Book::of(conn, &consultation.id)?;
            Ok((consultation, edition, is_public, book))
        })
        .await?;
    if consultation.published_at.is_some() || consultation.removed_at.is_some() {
        return Ok(ui.see_other(&home_of(&consultation.slug)));
    }
    let looked = Looked {
        consultation: &consultation,
        edition: &edition,
        is_edition_public,
        book: &book,
    };
    // That it is not published is what this page is about.
    let own = format!("{}/publish", home_of(&consultation.slug));
    let odd = checks(&looked, &ui)
        .into_iter()
        .filter(|check| check.state != "done" && check.url.as_ref() != Some(&own));
    ui.ok(&PublishPage {
        odd: odd.collect(),
        becomes: becomes(&consultation, &edition, is_edition_public, &ui),
        is_possible: !consultation.tracks.is_empty(),
        subject: Subject::from(&consultation),
    })
}

fn becomes(
    consultation: &Consultation,
    edition: &LaidEdition,
    is_edition_public: bool,
    ui: &Ui,
) -> Vec<String> {
    let mut args = Args::new();
    let url = format!(
        "{}/consultations/{}",
        ui.site().config.base_url(),
        consultation.slug
    );
    args.set("url", url);
    args.set("edition", edition.name.clone());
    let mut becomes = vec![ui.text("becomes-page", &args)];
    if !is_edition_public {
        becomes.push(ui.text("becomes-edition", &args));
    }
    let zone = ui.site().zone;
    for track in &consultation.tracks {
        let day = |day| ui.lang().day(day, DayStyle::WeekdayYear);
        let mut args = Args::new();
        args.set("track", ui.t(track.kind.label_key()));
        args.set("from", day(track.window.first_day(zone)));
        args.set("until", day(track.window.last_day(zone)));
        becomes.push(ui.text("becomes-track", &args));
    }
    becomes
}

/// `POST /desk/consultations/{consultation}/publish` — everyone sees it, and the edition it lays open.
pub async fn publish(
    may: May<PrepareConsultation>,
    editions: May<EditStrategy>,
    slug: Path<String>,
    _form: Sent<Button>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let name = slug.into_inner();
    let home = home_of(&name);
    let found = may
        .read(move |conn| consultation::find(conn, &name))
        .await?;
    if found.tracks.is_empty() {
        return Ok(ui.see_other_saying(&home, "said-publish-needs-times"));
    }
    // People are asked about an edition, so they must be able to read it before they see the consultation.
    let edition = found.edition.clone();
    editions
        .write(move |tx| strategy::publish(tx, &edition))
        .await?;
    let published = may
        .write(move |tx| {
            let consultation = consultation::by_id(tx.conn, &found.id)?;
            if consultation.tracks.is_empty() || consultation.edition != found.edition {
                return Ok(None);
            }
            consultation::publish(tx, &consultation).map(Some)
        })
        .await?;
    Ok(match published {
        Some(true) => ui.see_other_saying(&home, "said-published"),
        Some(false) => ui.see_other_saying(&home, "said-published-already"),
        None => ui.see_other_saying(&home, "said-publish-changed"),
    })
}

/// `GET /desk/consultations/{consultation}/withdraw` — asks before nobody outside sees it any more.
pub async fn ask_withdraw(
    may: May<PrepareConsultation>,
    slug: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let consultation = may
        .read(move |conn| consultation::find(conn, &slug))
        .await?;
    let mut args = Args::new();
    args.set("title", consultation.title.clone());
    ui.ok(&Confirm {
        title: ui.text("withdraw-title", &args),
        text: ui.t("withdraw-text"),
        items: Vec::new(),
        button: ui.t("withdraw-yes"),
        back_url: home_of(&consultation.slug),
        reason: None,
    })
}

/// `POST /desk/consultations/{consultation}/withdraw` — takes the publication back, while nobody has taken part.
pub async fn withdraw(
    may: May<PrepareConsultation>,
    slug: Path<String>,
    _form: Sent<Button>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (home, done) = act(may, slug.into_inner(), consultation::withdraw).await?;
    Ok(match done {
        Withdrawal::Done => ui.see_other_saying(&home, "said-withdrawn"),
        Withdrawal::NotPublished => ui.see_other(&home),
        Withdrawal::SomebodyTakesPart => ui.see_other_saying(&home, "said-somebody-takes-part"),
    })
}
