//! One paper at the desk: its way, its files, its editions; published and taken back.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::{found, url};
use crate::account::{May, Permission};
use crate::assessment::model::Audience;
use crate::assessment::store::Released;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Sent};
use crate::base::locale::Args;
use crate::base::page::{Confirm, Ui};
use crate::council::form::Press;
use crate::council::model::{Brought, Decided, FILES, Paper, Seen, Sight, Step};
use crate::council::store::{decided, papers, sight, steps};
use crate::council::view::desk::{Decision, DeskStep, RemovedStep};
use crate::council::view::{DeskPaperPage, shown};
use crate::council::{PreparePapers, ReadPapers};
use crate::strategy::view::paragraphs;

/// A paper with everything its page at the desk shows.
struct Laid {
    paper: Paper,
    sight: Sight,
    edition: Option<Brought>,
    consulted: Option<(String, Released)>,
    decided: Option<Decided>,
    removed: Vec<Step>,
}

/// `GET /desk/papers/{paper}` — one paper.
pub async fn show(may: May<ReadPapers>, id: Path<String>, ui: Ui) -> AppResult<HttpResponse> {
    ui.ok(&page(&may, &id, &[], &ui).await?)
}

/// The page of a paper; `errors`: what is wrong with files that were sent. A draft is not there for whoever reads only.
pub(super) async fn page(
    may: &May<ReadPapers>,
    id: &str,
    errors: &[FieldError],
    ui: &Ui,
) -> AppResult<DeskPaperPage> {
    let (id, who) = (id.to_owned(), may.who().clone());
    let laid = may
        .read(move |conn| {
            let (paper, sight) = (papers::find(conn, &id)?, sight(conn, &who)?);
            if sight != Sight::All && !paper.is_public() {
                return Err(AppError::NotFound);
            }
            let edition = decided::brought_by(conn, &paper)?;
            Ok(Laid {
                consulted: match &edition {
                    Some(edition) => decided::consulted(conn, edition)?,
                    None => None,
                },
                edition,
                decided: decided::of(conn, &paper.id)?,
                removed: match sight {
                    Sight::All => steps::removed(conn, &paper.id)?,
                    _ => Vec::new(),
                },
                paper,
                sight,
            })
        })
        .await?;
    Ok(laid.page(may.who().has(Permission::Edit), errors, ui))
}

impl Laid {
    fn page(self, can_edit: bool, errors: &[FieldError], ui: &Ui) -> DeskPaperPage {
        let (details, is_public) = (&self.paper.details, self.paper.is_public());
        let sees = |edition: &Brought| edition.is_public || self.sight == Sight::All;
        DeskPaperPage {
            url: url(&self.paper.id),
            public_url: format!("/papers/{}", self.paper.id),
            reference: details.reference.clone(),
            kind_key: details.kind.label_key(),
            subject: details.subject.clone(),
            summary: paragraphs(&details.summary),
            office: details.office.clone(),
            co_offices: details.co_offices.clone(),
            clerk: self.clerk(),
            dated_on: details.dated_on,
            is_public,
            can_edit,
            can_delete: can_edit && !is_public && self.decided.is_none(),
            edition: self
                .edition
                .as_ref()
                .filter(|one| sees(one))
                .map(Into::into),
            briefing: self
                .consulted
                .as_ref()
                .filter(|(_, released)| released.to(Audience::Council).is_some())
                .map(|(slug, _)| format!("/desk/briefings/{slug}")),
            decision: self.decision(),
            steps: self.steps(can_edit, ui),
            removed: self
                .removed
                .iter()
                .filter(|_| can_edit)
                .map(removed)
                .collect(),
            files: self.paper.files.iter().map(Into::into).collect(),
            file_limits: (FILES, ui.site().config.limits.upload_bytes >> 20),
            errors: ui.messages(errors),
        }
    }

    /// Who works on it: a councillor reads the name only where everyone does.
    fn clerk(&self) -> (String, bool) {
        let details = &self.paper.details;
        let is_seen = details.names_clerk || self.sight == Sight::All;
        let name = if is_seen { details.clerk.as_str() } else { "" };
        (name.to_owned(), details.names_clerk)
    }

    fn steps(&self, can_edit: bool, ui: &Ui) -> Vec<DeskStep> {
        let today = ui.today();
        let seen: Vec<_> = self.paper.way.seen_by(&self.sight).collect();
        let same_day =
            |at: Option<&Seen<'_>>, day| can_edit && at.is_some_and(|one| one.day() == day);
        let rows = shown(&self.paper, &self.sight, today)
            .into_iter()
            .enumerate();
        let row = |(n, shown): (usize, _)| {
            let (day, open) = (seen[n].day(), seen[n].open());
            DeskStep {
                id: open.map(|step| step.id.to_string()).unwrap_or_default(),
                shown,
                waits: open.is_some_and(|step| step.outcome.is_none() && day < today),
                can_up: same_day(n.checked_sub(1).and_then(|n| seen.get(n)), day),
                can_down: same_day(seen.get(n + 1), day),
            }
        };
        rows.map(row).collect()
    }

    /// How far the decided edition is; none while nothing is decided, or there is no edition to decide on.
    fn decision(&self) -> Option<Decision> {
        let step = self.paper.way.decided(&self.sight)?;
        self.edition.as_ref()?;
        let (state, url, edition) = match &self.decided {
            None => ("open", None, None),
            Some(Decided::InWork { url }) => ("in-work", Some(url.clone()), None),
            Some(Decided::Written { edition, is_marked }) => {
                let is_done = *is_marked && edition.is_public;
                let state = if is_done { "public" } else { "written" };
                (state, None, Some(edition.into()))
            }
        };
        // Whoever reads only is told of what everyone may read.
        let is_told = self.sight == Sight::All || state == "public";
        is_told.then(|| Decision {
            state,
            body: step.body.name.clone(),
            day: step.day,
            is_amended: step.outcome == Some(crate::council::model::Outcome::Amended),
            url,
            edition,
        })
    }
}

fn removed(step: &Step) -> RemovedStep {
    RemovedStep {
        id: step.id.to_string(),
        body: step.body.name.clone(),
        day: step.day,
    }
}

fn confirm(paper: &Paper, keys: [&str; 3], ui: &Ui) -> Confirm {
    let mut args = Args::new();
    args.set("reference", paper.details.reference.clone());
    let [title, text, button] = keys;
    Confirm {
        title: ui.text(title, &args),
        text: ui.t(text),
        items: Vec::new(),
        button: ui.t(button),
        back_url: url(&paper.id),
        reason: None,
    }
}

/// `GET /desk/papers/{paper}/publish` — asks before everyone may read it.
pub async fn ask_publish(
    may: May<PreparePapers>,
    id: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let paper = found(&may, &id).await?;
    let keys = ["paper-publish-title", "paper-publish-text", "paper-publish"];
    ui.ok(&confirm(&paper, keys, &ui))
}

/// `POST /desk/papers/{paper}/publish` — everyone may read it from now on.
pub async fn publish(
    may: May<PreparePapers>,
    id: Path<String>,
    _form: Sent<Press>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let paper = found(&may, &id).await?;
    let here = url(&paper.id);
    may.write(move |tx| papers::publish(tx, &paper.id, true))
        .await?;
    Ok(ui.see_other_saying(&here, "said-paper-published"))
}

/// `GET /desk/papers/{paper}/withdraw` — asks before it is taken back.
pub async fn ask_withdraw(
    may: May<PreparePapers>,
    id: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let paper = found(&may, &id).await?;
    let keys = [
        "paper-withdraw-title",
        "paper-withdraw-text",
        "paper-withdraw",
    ];
    ui.ok(&confirm(&paper, keys, &ui))
}

/// `POST /desk/papers/{paper}/withdraw` — nobody outside reads it any more.
pub async fn withdraw(
    may: May<PreparePapers>,
    id: Path<String>,
    _form: Sent<Press>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let paper = found(&may, &id).await?;
    let here = url(&paper.id);
    may.write(move |tx| papers::publish(tx, &paper.id, false))
        .await?;
    Ok(ui.see_other_saying(&here, "said-paper-withdrawn"))
}

/// `GET /desk/papers/{paper}/delete` — asks before a draft is gone.
pub async fn ask_delete(
    may: May<PreparePapers>,
    id: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let paper = found(&may, &id).await?;
    let keys = ["paper-delete-title", "paper-delete-text", "paper-delete"];
    ui.ok(&confirm(&paper, keys, &ui))
}

/// `POST /desk/papers/{paper}/delete` — a draft is gone with its way and its files.
pub async fn delete(
    may: May<PreparePapers>,
    id: Path<String>,
    _form: Sent<Press>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let paper = found(&may, &id).await?;
    let (here, asked) = (
        url(&paper.id),
        confirm(
            &paper,
            ["paper-delete-title", "paper-delete-not", "paper-delete"],
            &ui,
        ),
    );
    let done = may.write(move |tx| papers::delete(tx, &paper.id)).await?;
    if done {
        return Ok(ui.see_other_saying("/desk/papers", "said-paper-deleted"));
    }
    ui.page(
        StatusCode::CONFLICT,
        &Confirm {
            back_url: here,
            ..asked
        },
    )
}
