//! The register: who was asked, who has answered, everything that came.

use actix_web::HttpResponse;
use actix_web::web::Path;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::{names, url};
use crate::account::{May, Permission};
use crate::base::clock::Zone;
use crate::base::db::{Arrivals, Conn, Recall};
use crate::base::error::AppResult;
use crate::base::page::{ListAsk, Ui};
use crate::consultation::view::Subject;
use crate::consultation::{self, Consultation};
use crate::organisation::store::{invitations, organisations};
use crate::statement::ReadStatements;
use crate::statement::model::Channel;
use crate::statement::model::register::{Counts, Line, Sources, State};
use crate::statement::store::{self, addresses, deadlines as times, register as rows};
use crate::statement::view::desk::{
    LateRow, Pick, REGISTER_SORTS, RegisterRow, StatementRegisterPage,
};

/// How many late ones are named above the list.
const NAMED: usize = 5;

/// What the page reads.
pub(super) struct Register {
    on: Consultation,
    /// The first instant that is too late for everyone.
    closes_at: DateTime<Utc>,
    /// How many requests for a longer deadline wait.
    requests: usize,
    lines: Vec<Line>,
}

impl Register {
    pub fn of(conn: &mut Conn, slug: &str, now: DateTime<Utc>, zone: Zone) -> AppResult<Self> {
        let on = consultation::find(conn, slug)?;
        let deadlines = times::of(conn, &on)?;
        let statements = store::register(conn, &on.id)?;
        let seen: Vec<_> = statements
            .iter()
            .filter_map(|one| one.seen_version())
            .map(|version| version.id.clone())
            .collect();
        let requests = times::requests(conn, &on.id)?;
        let sources = Sources {
            confirmed: &addresses::of_consultation(conn, &on.id)?,
            invited: &invitations::of(conn, &on.id)?,
            statements: &statements,
            signers: &rows::signers(conn, &seen)?,
            names: &names(organisations::list(conn)?),
            deadlines: &deadlines,
            grants: &times::grants(conn, &on.id)?,
        };
        Ok(Self {
            lines: sources.lines(now, zone),
            requests: requests.iter().filter(|one| one.decision.is_none()).count(),
            closes_at: deadlines.window.closes_at,
            on,
        })
    }

    /// The lines that are asked for, in the order that is asked for.
    pub fn narrowed(mut self, ask: &ListAsk) -> Vec<Line> {
        self.lines.retain(|line| is_wanted(line, ask));
        let order = ask.order(&REGISTER_SORTS);
        self.lines.sort_by_cached_key(|line| {
            let came = line.came.as_ref();
            let number = came.map_or(i64::MAX, |came| i64::from(came.number));
            let stamp = |at: Option<DateTime<Utc>>| at.map_or(i64::MAX, |at| at.timestamp());
            let key = match order.by {
                "number" => number,
                "invited" => stamp(line.invited_at),
                "deadline" => line.closes_at.timestamp(),
                "received" => stamp(came.and_then(|came| came.at)),
                "channel" => came.map_or(i64::MAX, |came| came.channel as i64),
                "state" => place(line.state),
                _ => 0,
            };
            (key, line.name.to_lowercase(), number)
        });
        if order.descending {
            self.lines.reverse();
        }
        self.lines
    }

    /// The page with the lines that are asked for. What she may do: edit, enter.
    fn page(
        self,
        ask: ListAsk,
        (may_edit, may_enter): (bool, bool),
        now: DateTime<Utc>,
        zone: Zone,
    ) -> StatementRegisterPage {
        let counts = Counts::of(&self.lines, self.closes_at, now);
        let (closes_at, requests) = (self.closes_at, self.requests);
        let (subject, here) = (Subject::from(&self.on), url(&self.on));
        let waiting = waiting(&self.lines);
        let lines = self.narrowed(&ask);
        StatementRegisterPage {
            listing: ask.listing(lines.len(), &REGISTER_SORTS),
            rows: ask
                .cut(lines)
                .iter()
                .map(|line| row(line, &here, may_edit, now, zone))
                .collect(),
            last_day: last_day(closes_at, zone),
            is_over: now >= closes_at,
            counts: counts.into(),
            waiting,
            requests,
            states: Pick::states(),
            channels: Pick::channels(&Channel::ALL),
            csv_url: ask.clone().at(&format!("{here}/register.csv")).address(),
            xlsx_url: ask.at(&format!("{here}/register.xlsx")).address(),
            may_enter,
            may_decide: may_edit,
            subject,
        }
    }
}

/// What has to be done stands before what is done.
fn place(state: State) -> i64 {
    let at = State::ALL.iter().position(|other| *other == state);
    at.and_then(|at| i64::try_from(at).ok()).unwrap_or_default()
}

fn is_wanted(line: &Line, ask: &ListAsk) -> bool {
    let came = line.came.as_ref();
    ask.matches(&format!("{} {}", line.name, line.behalf))
        && ask
            .filter("state")
            .is_none_or(|state| line.state.as_str() == state)
        && ask
            .filter("channel")
            .is_none_or(|way| came.is_some_and(|came| came.channel.as_str() == way))
        && (ask.filter("late").is_none() || came.is_some_and(|came| came.days_late.is_some()))
        && (ask.filter("longer").is_none() || line.extended_at.is_some())
}

/// `GET /desk/consultations/{consultation}/statements` — the register.
pub async fn show(
    may: May<ReadStatements>,
    slug: Path<String>,
    ask: ListAsk,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (now, zone) = (ui.arrived(), ui.site().zone);
    let may_edit = may.who().has(Permission::Edit);
    let may_enter = may.who().has(Permission::EnterContributions);
    // Time goes on: what is late is seen within a second.
    let name = format!(
        "register {slug} {may_edit} {may_enter} {} {ask:?}",
        now.timestamp()
    );
    let read = move |conn: &mut Conn, _: &Recall| {
        let register = Register::of(conn, &slug, now, zone)?;
        Ok(register.page(ask, (may_edit, may_enter), now, zone))
    };
    ui.ok(&*may.read_page(name, Arrivals::None, read).await?)
}

/// The last day that counts, of the first instant that is too late.
pub(super) fn last_day(closes_at: DateTime<Utc>, zone: Zone) -> NaiveDate {
    zone.day(closes_at - TimeDelta::microseconds(1))
}

fn waiting(lines: &[Line]) -> Vec<LateRow> {
    let late = lines
        .iter()
        .filter(|line| line.state.as_str() == "late-waiting");
    let row = |line: &Line| {
        let came = line.came.as_ref()?;
        Some(LateRow {
            number: came.number,
            name: line.name.clone(),
            days: came.days_late?,
        })
    };
    late.filter_map(row).take(NAMED).collect()
}

/// `may_edit`: who may open the page of an organisation that has not answered.
pub(super) fn row(
    line: &Line,
    here: &str,
    may_edit: bool,
    now: DateTime<Utc>,
    zone: Zone,
) -> RegisterRow {
    let came = line.came.as_ref();
    let party = || {
        let party = line.party.as_ref().filter(|_| may_edit)?;
        Some(format!("/desk/organisations/{party}"))
    };
    let day = |at: DateTime<Utc>| zone.day(at);
    let until = last_day(line.closes_at, zone);
    RegisterRow {
        number: came.map(|came| came.number),
        url: came
            .map(|came| format!("{here}/{}", came.number))
            .or_else(party),
        name: line.name.clone(),
        behalf: line.behalf.clone(),
        others: line.others,
        invited_on: line.invited_at.map(day),
        reminded_on: line.reminded_at.map(day),
        until,
        extended_on: line.extended_at.map(day),
        received_on: came.and_then(|came| came.at).map(day),
        days_late: came.and_then(|came| came.days_late),
        channel: came.map(|came| came.channel.label_key()),
        is_nil: came.is_some_and(|came| came.is_nil),
        versions: came.map_or(0, |came| came.versions),
        is_confirmed: came.and_then(|came| came.is_confirmed),
        state: line.state.into(),
        days_left: (line.state == State::Open).then(|| (until - zone.day(now)).num_days()),
    }
}
