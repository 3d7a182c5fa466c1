//! One consultation at the desk.

use actix_web::HttpResponse;
use actix_web::web::Path;
use chrono::{DateTime, Days, NaiveDate, Utc};

use super::checks::{Looked, checks};
use super::state;
use crate::account::{May, Permission};
use crate::base::clock::Zone;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::holiday::Region;
use crate::base::page::Ui;
use crate::consultation::form::EndWarning;
use crate::consultation::view::Subject;
use crate::consultation::{self, Consultation, Openness, SeeConsultations, TrackKind, WindowRow};
use crate::notice;
use crate::participation;
use crate::portal::view::{DeskHomePage, DeskLink, PastWindow, TrackState};
use crate::strategy::{self, LaidEdition};
use crate::survey::{self, Book};

/// Where the register of statements is; without their strand there is none.
const STATEMENTS: &str = "/statements";

/// Where the answers are row by row; for evaluators only.
const RAW: &str = "/raw";

/// Where one question is counted by another; for evaluators only.
const CROSS: &str = "/cross";

/// Where to go on, beside what the check list leads to.
const LINKS: [DeskLink; 13] = [
    DeskLink {
        path: "/edit",
        label_key: "desk-consultation-basics",
        about_key: "desk-consultation-basics-about",
    },
    DeskLink {
        path: "/surveys",
        label_key: "desk-consultation-surveys",
        about_key: "desk-consultation-surveys-about",
    },
    DeskLink {
        path: EVALUATION,
        label_key: "evaluation-desk-title",
        about_key: "desk-consultation-evaluation-about",
    },
    DeskLink {
        path: COMMENTS,
        label_key: "comments-title",
        about_key: "desk-consultation-comments-about",
    },
    DeskLink {
        path: "/steps",
        label_key: "desk-consultation-steps",
        about_key: "desk-consultation-steps-about",
    },
    DeskLink {
        path: "/codes",
        label_key: "desk-consultation-codes",
        about_key: "desk-consultation-codes-about",
    },
    DeskLink {
        path: "/organisations",
        label_key: "desk-consultation-organisations",
        about_key: "desk-consultation-organisations-about",
    },
    DeskLink {
        path: STATEMENTS,
        label_key: "desk-consultation-statements",
        about_key: "desk-consultation-statements-about",
    },
    DeskLink {
        path: "/form",
        label_key: "desk-consultation-form",
        about_key: "desk-consultation-form-about",
    },
    DeskLink {
        path: "/languages",
        label_key: "desk-consultation-languages",
        about_key: "desk-consultation-languages-about",
    },
    DeskLink {
        path: "/preview",
        label_key: "desk-consultation-preview",
        about_key: "desk-consultation-preview-about",
    },
    DeskLink {
        path: CROSS,
        label_key: "cross-title",
        about_key: "cross-about",
    },
    DeskLink {
        path: RAW,
        label_key: "data-raw-title",
        about_key: "data-raw-about",
    },
];

/// What people wrote, to read and weigh; for those who may read it.
const EVALUATION: &str = "/evaluation";

/// The comments, where a consultation takes some.
const COMMENTS: &str = "/comments";

/// What can also be opened by those who may not change anything.
const FOR_READING: [&str; 8] = [
    "/surveys",
    COMMENTS,
    STATEMENTS,
    "/form",
    "/languages",
    "/preview",
    RAW,
    CROSS,
];

/// `GET /desk/consultations/{consultation}` — what is done, what is missing, its times, where to go on.
pub async fn show(
    may: May<SeeConsultations>,
    slug: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let may_edit = may.who().has(Permission::Edit);
    let sees_raw = may.who().has(Permission::SeeRaw);
    let (now, zone) = (ui.arrived(), ui.site().zone);
    let tomorrow = zone.day(now).checked_add_days(Days::new(1));
    let tomorrow = tomorrow.unwrap_or_else(|| zone.day(now));
    let whole = may
        .read(move |conn| Whole::of(conn, &slug, tomorrow))
        .await?;
    let consultation = &whole.consultation;
    let looked = Looked {
        consultation,
        edition: &whole.edition,
        is_edition_public: whole.is_edition_public,
        book: &whole.book,
    };
    ui.ok(&DeskHomePage {
        subject: Subject::from(consultation),
        state: state(consultation, now),
        published_on: consultation.published_at.map(|at| zone.day(at)),
        may_edit,
        checks: checks(&looked, &ui),
        tracks: tracks(
            consultation,
            &whole.windows,
            now,
            zone,
            ui.site().config.town.region(),
        ),
        people: whole.people,
        questionnaires: whole.questionnaires,
        subscribers: whole.subscribers,
        links: links(consultation, may_edit, sees_raw),
    })
}

/// Where the page leads on: only to what this consultation has, and this account may open.
fn links(consultation: &Consultation, may_edit: bool, sees_raw: bool) -> Vec<DeskLink> {
    let takes_comments = consultation.track(TrackKind::Comments).is_some();
    let takes_statements = consultation.track(TrackKind::Statements).is_some();
    LINKS
        .into_iter()
        .filter(|link| link.path != COMMENTS || takes_comments)
        .filter(|link| link.path != STATEMENTS || takes_statements)
        .filter(|link| ![RAW, CROSS].contains(&link.path) || sees_raw)
        .filter(|link| may_edit || FOR_READING.contains(&link.path))
        .collect()
}

/// What the page reads.
struct Whole {
    consultation: Consultation,
    edition: LaidEdition,
    is_edition_public: bool,
    book: Book,
    windows: Vec<WindowRow>,
    people: i64,
    questionnaires: i64,
    subscribers: i64,
}

impl Whole {
    /// Counts what came in before `tomorrow`.
    fn of(conn: &mut Conn, slug: &str, tomorrow: NaiveDate) -> AppResult<Self> {
        let consultation = consultation::find(conn, slug)?;
        let id = &consultation.id;
        let counted = survey::questionnaires_before(conn, tomorrow)?;
        let own = counted.into_iter().filter(|(of, _, _)| of == id);
        Ok(Self {
            edition: strategy::laid(conn, &consultation.edition)?,
            is_edition_public: strategy::is_edition_published(conn, &consultation.edition)?,
            book: Book::of(conn, id)?,
            windows: consultation::windows_of(conn, id)?,
            people: participation::head_count(conn, id)?,
            subscribers: notice::subscribers(conn, id)?,
            questionnaires: own.map(|(_, _, n)| n).sum(),
            consultation,
        })
    }
}

fn tracks(
    consultation: &Consultation,
    windows: &[WindowRow],
    now: DateTime<Utc>,
    zone: Zone,
    region: Region,
) -> Vec<TrackState> {
    let mut tracks = Vec::new();
    for track in &consultation.tracks {
        let own = windows.iter().filter(|window| window.kind == track.kind);
        let history: Vec<_> = own
            .map(|row| PastWindow {
                on: zone.day(row.at),
                from: row.window.first_day(zone),
                until: row.window.last_day(zone),
                reason: row.reason.clone(),
            })
            .collect();
        let until = track.window.last_day(zone);
        let openness = track.window.at(now);
        tracks.push(TrackState {
            kind: track.kind.as_str(),
            label_key: track.kind.label_key(),
            from: track.window.first_day(zone),
            until,
            time: track.window.time_left(now, zone).into(),
            state: openness.as_str(),
            warning: EndWarning::of(until, region).filter(|_| openness != Openness::Over),
            // One window alone is no history.
            history: if history.len() > 1 {
                history
            } else {
                Vec::new()
            },
        });
    }
    tracks
}
