//! The list of a consultation: who is asked, who has answered.

use actix_web::HttpResponse;
use actix_web::web::Path;
use chrono::{DateTime, Utc};

use super::{list_of, list_url};
use crate::account::May;
use crate::base::clock::Zone;
use crate::base::error::AppResult;
use crate::base::form::Sent;
use crate::base::id::Id;
use crate::base::locale::Args;
use crate::base::page::{Confirm, ListAsk, Ui};
use crate::consultation::view::Subject;
use crate::consultation::{Consultation, TrackKind};
use crate::organisation::ManageOrganisations;
use crate::organisation::form::PressForm;
use crate::organisation::model::{Answer, Delivery, Invitation};
use crate::organisation::page::register::last_day;
use crate::organisation::store::invitations;
use crate::organisation::view::{Choice, Counts, INVITED_SORTS, InvitedListPage, InvitedRow};

/// `GET /desk/consultations/{consultation}/organisations` — who is asked for a statement, and what became of it.
pub async fn show(
    may: May<ManageOrganisations>,
    slug: Path<String>,
    ask: ListAsk,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (on, mut list) = list_of(&may, slug.into_inner()).await?;
    let counts = counts(&list, ui.arrived());
    list.retain(|one| is_wanted(one, &ask));
    let order = ask.order(&INVITED_SORTS);
    list.sort_by_cached_key(|one| {
        let name = one.organisation.details.name.to_lowercase();
        match order.by {
            "answer" => (one.answer() as i64, name),
            "written" => (one.last_letter.map_or(0, |at| at.timestamp()), name),
            _ => (0, name),
        }
    });
    if order.descending {
        list.reverse();
    }
    let zone = ui.site().zone;
    ui.ok(&InvitedListPage {
        subject: Subject::from(&on),
        hindrance: hindrance(&on, &ui),
        until: last_day(&on, ui.arrived(), zone),
        counts,
        listing: ask.listing(list.len(), &INVITED_SORTS),
        rows: ask
            .cut(list)
            .into_iter()
            .map(|one| row(one, zone))
            .collect(),
        answers: Choice::answers(),
    })
}

/// Why no mail can go out now.
pub(super) fn hindrance(on: &Consultation, ui: &Ui) -> Option<&'static str> {
    if on.track(TrackKind::Statements).is_none() {
        Some("invited-no-track")
    } else if last_day(on, ui.arrived(), ui.site().zone).is_none() {
        Some("invited-over")
    } else if on.published_at.is_none() {
        Some("invited-not-published")
    } else {
        None
    }
}

fn counts(list: &[Invitation], now: DateTime<Utc>) -> Counts {
    let mut counts = Counts {
        all: list.len(),
        ..Counts::default()
    };
    for one in list {
        match one.answer() {
            Answer::Open => counts.open += 1,
            Answer::TakenUp => counts.taken_up += 1,
            Answer::Declined => counts.declined += 1,
        }
        counts.failed += usize::from(one.delivery == Delivery::Failed);
        if one.can_be_written_to(now) {
            match one.letters {
                0 => counts.unwritten += 1,
                _ => counts.again += 1,
            }
        }
    }
    counts
}

fn is_wanted(one: &Invitation, ask: &ListAsk) -> bool {
    let details = &one.organisation.details;
    ask.matches(&format!("{} {}", details.name, details.email))
        && ask
            .filter("answer")
            .is_none_or(|answer| one.answer().as_str() == answer)
        && (ask.filter("mail") != Some("failed") || one.delivery == Delivery::Failed)
}

fn row(one: Invitation, zone: Zone) -> InvitedRow {
    let answer = one.answer();
    InvitedRow {
        id: one.organisation.id.to_string(),
        name: one.organisation.details.name,
        email: one.organisation.details.email,
        members: one.members,
        letters: one.letters,
        written_on: one.last_letter.map(|at| zone.day(at)),
        delivery: one.delivery.label_key(),
        has_failed: one.delivery == Delivery::Failed,
        answer: answer.into(),
        can_go: one.taken_up_at.is_none(),
    }
}

/// `GET /desk/consultations/{consultation}/organisations/{organisation}/removal` — asks before one goes off the list.
pub async fn ask_removal(
    may: May<ManageOrganisations>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let one = super::found(&may, &id).await?;
    let (on, _) = list_of(&may, slug).await?;
    let mut args = Args::new();
    args.set("name", one.details.name);
    ui.ok(&Confirm {
        title: ui.text("invited-remove-title", &args),
        text: ui.t("invited-remove-text"),
        items: Vec::new(),
        button: ui.t("invited-remove"),
        back_url: list_url(&on),
        reason: None,
    })
}

/// `POST /desk/consultations/{consultation}/organisations/{organisation}/removal` — takes it off the list, while nobody
/// of it takes part.
pub async fn remove(
    may: May<ManageOrganisations>,
    path: Path<(String, String)>,
    _form: Sent<PressForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let (on, _) = list_of(&may, slug).await?;
    let here = list_url(&on);
    let gone = may
        .write(move |tx| invitations::remove(tx, &on, &Id::known(&id)))
        .await?;
    let said = if gone {
        "said-invited-removed"
    } else {
        "said-invited-stays"
    };
    Ok(ui.see_other_saying(&here, said))
}
