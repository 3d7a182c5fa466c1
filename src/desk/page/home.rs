//! The first page of the desk.

use std::collections::HashMap;

use actix_web::HttpResponse;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::account::{Actor, May, Permission, Role, UseDesk};
use crate::base::clock::Zone;
use crate::base::db::{Arrivals, Conn, Recall};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::page::Ui;
use crate::consultation::{self, Consultation, Openness, TimeLeft};
use crate::desk::store::{home as store, mails};
use crate::desk::view::{Dated, HomePage, OpenTrack, Running, Waiting, Work};
use crate::{council, legal, moderation, organisation, statement, strategy};

/// How far ahead the page looks, in days, and how many dates it shows.
const AHEAD: (i64, usize) = (120, 6);

/// `GET /desk` — what waits for whoever is signed in, what she works on, what runs and what comes next.
pub async fn home(may: May<UseDesk>, ui: Ui) -> AppResult<HttpResponse> {
    let who = may.who().clone();
    let (name, roles) = match who.staff() {
        Some(staff) => (
            staff.name.clone(),
            staff.roles.iter().map(Role::label_key).collect(),
        ),
        None => (String::new(), Vec::new()),
    };
    let look = Look {
        now: ui.arrived(),
        zone: ui.site().zone,
        sees_desk: who.has(Permission::SeeUnpublished),
    };
    let may_edit = who.has(Permission::Edit);
    // Time goes on: what opens or ends is seen within a second.
    let kept = format!("home {who} {}", look.now.timestamp());
    let read = move |conn: &mut Conn, _: &Recall| {
        let read = Read::of(conn, &who, &look)?;
        Ok(HomePage {
            name,
            roles,
            today: look.today(),
            waiting: read.waiting,
            work: read.work,
            running: look.running(&read.consultations, &read.people),
            dates: look.dates(&read.consultations),
            is_new: read.strategies == 0,
            may_edit,
        })
    };
    ui.ok(&*may.read_page(kept, Arrivals::Sheets, read).await?)
}

/// What the page reads.
struct Read {
    waiting: Vec<Waiting>,
    work: Vec<Work>,
    consultations: Vec<Consultation>,
    /// Empty for those who may not see it before results are published.
    people: HashMap<Id<Consultation>, i64>,
    strategies: i64,
}

impl Read {
    fn of(conn: &mut Conn, who: &Actor, look: &Look) -> AppResult<Self> {
        let consultations = consultation::list_published(conn)?;
        let open: Vec<_> = consultations
            .iter()
            .filter(|of| of.tracks.iter().any(|track| look.is_open(track)))
            .map(|of| &of.id)
            .collect();
        let people = if who.has(Permission::SeeResults) && !open.is_empty() {
            store::people(conn, &open)?
        } else {
            HashMap::new()
        };
        Ok(Self {
            waiting: {
                let mut waiting = waiting(conn, who)?;
                waiting.extend(statements(conn, who, &consultations)?);
                waiting.extend(outcomes(conn, who, look)?);
                waiting
            },
            work: if who.has(Permission::Edit) {
                work(conn, look)?
            } else {
                Vec::new()
            },
            people,
            consultations,
            strategies: strategy::count(conn)?,
        })
    }
}

/// From where the page looks at consultations.
#[derive(Clone, Copy)]
struct Look {
    now: DateTime<Utc>,
    zone: Zone,
    /// Whether she may open a consultation's page at the desk.
    sees_desk: bool,
}

impl Look {
    fn today(&self) -> NaiveDate {
        self.zone.day(self.now)
    }

    fn is_open(&self, track: &consultation::Track) -> bool {
        track.window.at(self.now) == Openness::Open
    }

    fn url(&self, of: &Consultation) -> String {
        let desk = if self.sees_desk { "/desk" } else { "" };
        format!("{desk}/consultations/{}", of.slug)
    }

    /// Consultations with an open strand, the next end first.
    fn running(
        &self,
        all: &[Consultation],
        people: &HashMap<Id<Consultation>, i64>,
    ) -> Vec<Running> {
        let open = |of: &Consultation| {
            let left = of.tracks.iter().filter_map(|track| {
                let left = track.window.time_left(self.now, self.zone);
                let TimeLeft::Remains { day, days } = left else {
                    return None;
                };
                Some(OpenTrack {
                    label_key: track.kind.label_key(),
                    until: day,
                    days,
                })
            });
            let mut tracks: Vec<_> = left.collect();
            tracks.sort_by_key(|track| track.until);
            tracks
        };
        let mut running: Vec<_> = all
            .iter()
            .map(|of| Running {
                url: self.url(of),
                title: of.title.clone(),
                people: people.get(&of.id).copied(),
                tracks: open(of),
            })
            .filter(|of| !of.tracks.is_empty())
            .collect();
        running.sort_by_key(|of| of.tracks.first().map(|track| track.until));
        running
    }

    /// What begins or ends soon, the next first.
    fn dates(&self, all: &[Consultation]) -> Vec<Dated> {
        let dates = all.iter().flat_map(|of| {
            let dated = |day, key, what_key, what: &str| Dated {
                day,
                key,
                what_key,
                what: what.to_owned(),
                title: of.title.clone(),
                url: self.url(of),
            };
            let tracks = of.tracks.iter().flat_map(move |track| {
                let (window, what) = (track.window, track.kind.label_key());
                [
                    (window.first_day(self.zone), "desk-date-first"),
                    (window.last_day(self.zone), "desk-date-last"),
                ]
                .map(|(day, key)| dated(day, key, what, ""))
            });
            let steps = of.milestones.iter().map(move |step| {
                dated(
                    step.from,
                    "desk-date-step",
                    step.kind.label_key(),
                    &step.title,
                )
            });
            tracks.chain(steps)
        });
        let (days, most) = AHEAD;
        let (today, last) = (self.today(), self.today() + TimeDelta::days(days));
        let mut dates: Vec<_> = dates
            .filter(|date| {
                let begins_today = date.key == "desk-date-first" && date.day == today;
                date.day >= today && date.day <= last && !begins_today
            })
            .collect();
        dates.sort_by_key(|date| date.day);
        dates.truncate(most);
        dates
    }
}

/// What somebody has begun and nobody outside sees yet, the newest first.
fn work(conn: &mut Conn, look: &Look) -> AppResult<Vec<Work>> {
    let day = |at: chrono::NaiveDateTime| look.zone.day(at.and_utc());
    let drafts = store::drafts(conn)?.into_iter().map(|draft| {
        let (id, slug, title, begun) = draft;
        Work {
            title,
            key: "desk-work-draft",
            since: day(begun),
            url: format!("/desk/strategies/{slug}/drafts/{id}"),
        }
    });
    let unpublished = store::unpublished_consultations(conn)?.into_iter();
    let unpublished = unpublished.map(|(slug, title, begun)| Work {
        title,
        key: "desk-work-consultation",
        since: day(begun),
        url: format!("/desk/consultations/{slug}"),
    });
    let mut work: Vec<_> = drafts.chain(unpublished).collect();
    work.sort_by_key(|work| std::cmp::Reverse(work.since));
    Ok(work)
}

/// A count of what waits.
type Count = fn(&mut Conn) -> AppResult<i64>;

/// What waits for somebody with these permissions: one count each, and only what there is.
fn waiting(conn: &mut Conn, who: &Actor) -> AppResult<Vec<Waiting>> {
    use Permission as P;
    let all: [(P, &'static str, &'static str, Count); 7] = [
        (
            P::Moderate,
            "desk-waiting-texts",
            "/desk/moderation",
            moderation::waiting_count,
        ),
        (
            P::Moderate,
            "desk-waiting-objections",
            "/desk/moderation?state=objections",
            moderation::open_objections,
        ),
        (
            P::Moderate,
            "desk-waiting-reports",
            "/desk/moderation?state=reports",
            moderation::reported_count,
        ),
        (
            P::EnterContributions,
            "desk-waiting-sheets",
            "/desk/paper",
            store::unchecked_sheets,
        ),
        (
            P::Edit,
            "desk-waiting-organisations",
            "/desk/organisations?state=waiting",
            organisation::store::organisations::waiting_count,
        ),
        (
            P::EditPages,
            "desk-waiting-feedback",
            "/desk/feedback",
            legal::store::open_reports,
        ),
        (
            P::Administer,
            "desk-waiting-mails",
            "/desk/mails?state=given-up",
            mails::given_up_count,
        ),
    ];
    let mut found = Vec::new();
    for (needs, key, url, count) in all {
        if who.has(needs) {
            let n = count(conn)?;
            if n > 0 {
                let url = url.to_owned();
                found.push(Waiting { key, n, url });
            }
        }
    }
    Ok(found)
}

/// Bodies that have met, and nobody has written down what came of it.
fn outcomes(conn: &mut Conn, who: &Actor, look: &Look) -> AppResult<Option<Waiting>> {
    if !who.has(Permission::Edit) {
        return Ok(None);
    }
    let n = council::store::steps::waiting_count(conn, look.zone.day(look.now))?;
    Ok((n > 0).then(|| Waiting {
        key: "desk-waiting-outcomes",
        n,
        url: "/desk/papers?state=waiting".to_owned(),
    }))
}

/// What waits about statements: a line for each consultation, as each has a register of its own.
fn statements(conn: &mut Conn, who: &Actor, all: &[Consultation]) -> AppResult<Vec<Waiting>> {
    if !who.has(Permission::Edit) {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for one in statement::store::register::waiting(conn, all)? {
        let home = format!("/desk/consultations/{}", one.slug);
        for (key, n, page) in [
            (
                "desk-waiting-late",
                one.late,
                "statements?state=late-waiting",
            ),
            ("desk-waiting-deadlines", one.requests, "deadlines"),
        ] {
            if n > 0 {
                let url = format!("{home}/{page}");
                found.push(Waiting { key, n, url });
            }
        }
    }
    Ok(found)
}
