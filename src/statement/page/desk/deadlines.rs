//! Longer deadlines: who asks, who has one, and a decision about several organisations at once.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use chrono::NaiveDate;

use super::mail::{self, Receiver};
use super::names;
use super::register::last_day;
use crate::account::{May, Party};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::id::Id;
use crate::base::mail::Mail;
use crate::base::outbox;
use crate::base::page::{Faults, Ui};
use crate::consultation::form::EndWarning;
use crate::consultation::view::Subject;
use crate::consultation::{self, Consultation};
use crate::organisation::model::Organisation;
use crate::organisation::store::{invitations, organisations};
use crate::statement::DecideStatements;
use crate::statement::form::desk::{DeadlinesForm, REASON_CHARS};
use crate::statement::model::{Deadlines, Grant, Request};
use crate::statement::store::deadlines as rows;
use crate::statement::view::desk::{DeadlineEvent, DeadlinesPage, PartyPick, RequestPick};

/// Until when each organisation gets time; empty when it is declined.
type Days = [(Id<Party>, NaiveDate)];
type OwnDays = Vec<(Id<Party>, NaiveDate)>;

/// What the page reads.
struct Read {
    on: Consultation,
    deadlines: Deadlines,
    requests: Vec<Request>,
    grants: Vec<Grant>,
    /// Those that were asked for a statement or ask for more time, by name.
    parties: Vec<Organisation>,
    names: HashMap<Id<Party>, String>,
}

impl Read {
    fn of(conn: &mut Conn, slug: &str) -> AppResult<Self> {
        let on = consultation::find(conn, slug)?;
        let requests = rows::requests(conn, &on.id)?;
        let all = organisations::list(conn)?;
        let invited = invitations::of(conn, &on.id)?;
        let concerns = |one: &&Organisation| {
            let is_invited = invited.iter().any(|it| it.organisation.id == one.id);
            is_invited || requests.iter().any(|it| it.party == one.id)
        };
        let mut parties: Vec<_> = all.iter().filter(concerns).cloned().collect();
        parties.sort_by_cached_key(|one| one.details.name.to_lowercase());
        Ok(Self {
            deadlines: rows::of(conn, &on)?,
            grants: rows::grants(conn, &on.id)?,
            names: names(all),
            requests,
            parties,
            on,
        })
    }

    /// The request of an organisation that waits for a decision.
    fn waiting(&self, party: &Id<Party>) -> Option<&Request> {
        let open = |one: &&Request| one.decision.is_none() && one.party == *party;
        self.requests.iter().find(open)
    }

    /// The organisations that were ticked.
    fn picked(&self, form: &DeadlinesForm) -> Vec<Organisation> {
        let is_picked = |one: &&Organisation| form.pick.iter().any(|id| id == one.id.as_str());
        self.parties.iter().filter(is_picked).cloned().collect()
    }

    /// Whether exactly this was granted before: the same form sent twice.
    fn is_granted(&self, days: &Days, reason: &str, ui: &Ui) -> bool {
        days.iter().all(|(party, last)| {
            let closes_at = ui.site().zone.end_of(*last);
            let same = |grant: &Grant| {
                grant.party == *party && grant.closes_at == closes_at && grant.reason == reason
            };
            self.grants.iter().any(same) && self.deadlines.of(Some(party)) == closes_at
        })
    }

    /// The form as it is shown first: until the latest day that somebody wishes for.
    fn wished(&self) -> DeadlinesForm {
        let open = self.requests.iter().filter(|one| one.decision.is_none());
        let latest = open.map(|one| one.wished_for).max();
        DeadlinesForm {
            until: latest.map(|day| day.to_string()).unwrap_or_default(),
            ..DeadlinesForm::default()
        }
    }
}

/// `GET /desk/consultations/{consultation}/deadlines` — who asks for more time, and who has it.
pub async fn show(
    may: May<DecideStatements>,
    slug: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let read = may.read(move |conn| Read::of(conn, &slug)).await?;
    ui.ok(&page(&read, read.wished(), None, &[], &ui))
}

/// `POST /desk/consultations/{consultation}/deadlines` — grants or declines: all that are ticked, or none.
pub async fn decide(
    may: May<DecideStatements>,
    slug: Path<String>,
    form: Sent<DeadlinesForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let read = may.read(move |conn| Read::of(conn, &slug)).await?;
    let region = ui.site().config.town.region();
    let form = form.into_inner().moved(region);
    let picked = read.picked(&form);
    let again = |form, errors: &[FieldError]| {
        let page = page(&read, form, None, errors, &ui);
        ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
    };
    let (days, reason) = match checked(&read, &form, &picked) {
        Ok(parsed) => parsed,
        Err(errors) => return again(form, &errors),
    };
    let here = format!("/desk/consultations/{}/deadlines", read.on.slug);
    if !form.declines() {
        if read.is_granted(&days, &reason, &ui) {
            return Ok(ui.see_other_saying(&here, "said-deadlines-granted"));
        }
        if let Some(warning) = form.warning(region) {
            return ui.ok(&page(&read, form, Some(warning), &[], &ui));
        }
    }
    match keep(may, &read, picked, days, reason, &ui).await? {
        Ok(said) => Ok(ui.see_other_saying(&here, said)),
        Err(error) => again(form, &[error]),
    }
}

/// The days that are granted, and the reason. Only what was asked for can be declined.
fn checked(
    read: &Read,
    form: &DeadlinesForm,
    picked: &[Organisation],
) -> Result<(OwnDays, String), Vec<FieldError>> {
    let mut errors = Vec::new();
    if picked.is_empty() {
        errors.push(FieldError::new("pick", "error-deadline-pick"));
    }
    let parsed = form.parse();
    let own = parsed.as_ref().err().cloned().unwrap_or_default();
    errors.extend(own.into_iter().filter(|error| error.field != "pick"));
    if form.declines() {
        let without = picked.iter().filter(|one| read.waiting(&one.id).is_none());
        let error =
            |one: &Organisation| FieldError::new(field(&one.id), "error-deadline-no-request");
        errors.extend(without.map(error));
    }
    match parsed {
        Ok((days, reason)) if errors.is_empty() => {
            let day = |one: &Organisation| {
                let own = days.iter().find(|(party, _)| party == one.id.as_str())?;
                Some((one.id.clone(), own.1))
            };
            Ok((picked.iter().filter_map(day).collect(), reason))
        }
        _ => Err(errors),
    }
}

/// Where an organisation is ticked.
fn field(party: &Id<Party>) -> String {
    format!("pick-{party}")
}

/// Writes the decision and its mails in one transaction. What speaks against it stands in the inner result.
async fn keep(
    may: May<DecideStatements>,
    read: &Read,
    picked: Vec<Organisation>,
    days: OwnDays,
    reason: String,
    ui: &Ui,
) -> AppResult<Result<&'static str, FieldError>> {
    let (on, zone) = (read.on.clone(), ui.site().zone);
    let parties: Vec<_> = picked.iter().map(|one| one.id.clone()).collect();
    let receivers = may.read(move |conn| mail::receivers(conn, picked)).await?;
    let mails = written(read, &receivers, &days, &reason, ui)?;
    may.write(move |tx| {
        let said = if days.is_empty() {
            rows::decline(tx, &on, &parties, &reason)?;
            "said-deadlines-declined"
        } else {
            let granted = rows::grant(tx, &on, &days, &reason, zone)?;
            if let Err((party, fault)) = granted {
                let error = FieldError::new(field(&party), fault.reason_key());
                return Ok(Err(error));
            }
            "said-deadlines-granted"
        };
        for mail in &mails {
            outbox::put(tx.conn, tx.now, mail)?;
        }
        Ok(Ok(said))
    })
    .await
}

fn written(
    read: &Read,
    receivers: &[Receiver],
    days: &Days,
    reason: &str,
    ui: &Ui,
) -> AppResult<Vec<Mail>> {
    let mut mails = Vec::new();
    for to in receivers {
        let closes_at = read.deadlines.of(Some(&to.organisation.id));
        let holds = last_day(closes_at, ui.site().zone);
        let own = days.iter().find(|(party, _)| *party == to.organisation.id);
        mails.extend(mail::deadline(
            ui.site(),
            &read.on,
            to,
            own.map(|(_, last)| *last),
            holds,
            reason,
        )?);
    }
    Ok(mails)
}

fn page(
    read: &Read,
    form: DeadlinesForm,
    warning: Option<EndWarning>,
    errors: &[FieldError],
    ui: &Ui,
) -> DeadlinesPage {
    let zone = ui.site().zone;
    let is_picked = |party: &Id<Party>| form.pick.iter().any(|id| id == party.as_str());
    let pick = |one: &Organisation| PartyPick {
        id: one.id.to_string(),
        name: one.details.name.clone(),
        until: last_day(read.deadlines.of(Some(&one.id)), zone),
        is_longer: read.deadlines.is_longer(&one.id),
        is_picked: is_picked(&one.id),
    };
    let waiting: Vec<_> = read
        .parties
        .iter()
        .filter_map(|one| {
            let request = read.waiting(&one.id)?;
            Some(RequestPick {
                id: one.id.to_string(),
                name: one.details.name.clone(),
                wished_for: request.wished_for,
                reason: request.reason.clone(),
                asked_on: zone.day(request.at),
                until: last_day(read.deadlines.of(Some(&one.id)), zone),
                own_day: form.own_day(one.id.as_str()).to_owned(),
                is_picked: is_picked(&one.id),
            })
        })
        .collect();
    let rest = read.parties.iter();
    let rest = rest.filter(|one| read.waiting(&one.id).is_none() && one.state.can_be_invited());
    let others: Vec<_> = rest.map(pick).collect();
    let longer = read.parties.iter().map(pick);
    DeadlinesPage {
        subject: Subject::from(&read.on),
        last_day: last_day(read.deadlines.window.closes_at, zone),
        is_over: ui.arrived() >= read.deadlines.window.closes_at,
        shows_others: waiting.is_empty() || others.iter().any(|one| one.is_picked),
        longer: longer.filter(|one| one.is_longer).collect(),
        waiting,
        others,
        form,
        warning,
        limit: REASON_CHARS,
        events: events(read, ui),
        faults: Faults::from(ui.messages(errors)),
    }
}

/// What happened, the newest first. What waits stands above it.
fn events(read: &Read, ui: &Ui) -> Vec<DeadlineEvent> {
    let zone = ui.site().zone;
    let event = |at, party, key, until, reason: &str| {
        let name = read.names.get(party).cloned().unwrap_or_default();
        let event = DeadlineEvent {
            on: zone.day(at),
            name,
            key,
            until,
            reason: reason.to_owned(),
        };
        (at, event)
    };
    let mut all = Vec::new();
    for one in &read.grants {
        let until = Some(last_day(one.closes_at, zone));
        let key = "deadline-was-granted";
        all.push(event(one.at, &one.party, key, until, &one.reason));
    }
    for one in &read.requests {
        let Some((is_granted, reason, at)) = &one.decision else {
            continue;
        };
        let wished = Some(one.wished_for);
        let key = "deadline-was-asked";
        all.push(event(one.at, &one.party, key, wished, &one.reason));
        if !is_granted {
            let key = "deadline-was-declined";
            all.push(event(*at, &one.party, key, wished, reason));
        }
    }
    all.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    all.into_iter().map(|(_, event)| event).collect()
}
