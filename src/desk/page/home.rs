//! The first page of the desk.

use actix_web::HttpResponse;

use crate::account::{Actor, May, Permission, Role, UseDesk};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::page::Ui;
use crate::consultation::{self, Openness, TimeLeft};
use crate::desk::store::{home as store, mails};
use crate::desk::view::{HomePage, OpenTrack, Waiting};
use crate::{legal, moderation, strategy};

/// `GET /desk` — what waits for whoever is signed in, and what is running.
pub async fn home(may: May<UseDesk>, ui: Ui) -> AppResult<HttpResponse> {
    let who = may.who().clone();
    let (name, roles) = match who.staff() {
        Some(staff) => (
            staff.name.clone(),
            staff.roles.iter().map(Role::label_key).collect(),
        ),
        None => (String::new(), Vec::new()),
    };
    let may_edit = who.has(Permission::Edit);
    let (now, zone) = (ui.arrived(), ui.site().zone);
    let (waiting, consultations, strategies) = may
        .read(move |conn| {
            let running = consultation::list_published(conn)?;
            Ok((waiting(conn, &who)?, running, strategy::count(conn)?))
        })
        .await?;
    let mut open: Vec<_> = consultations
        .iter()
        .flat_map(|consultation| {
            consultation
                .tracks
                .iter()
                .map(move |track| (consultation, track))
        })
        .filter(|(_, track)| track.window.at(now) == Openness::Open)
        .filter_map(
            |(consultation, track)| match track.window.time_left(now, zone) {
                TimeLeft::Remains { day, days } => Some(OpenTrack {
                    slug: consultation.slug.clone(),
                    title: consultation.title.clone(),
                    label_key: track.kind.label_key(),
                    until: day,
                    days,
                }),
                _ => None,
            },
        )
        .collect();
    open.sort_by_key(|track| track.until);
    ui.ok(&HomePage {
        name,
        roles,
        waiting,
        open,
        is_new: strategies == 0,
        may_edit,
    })
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
            P::Edit,
            "desk-waiting-drafts",
            "/desk/strategies",
            store::drafts,
        ),
        (
            P::Edit,
            "desk-waiting-consultations",
            "/desk/consultations",
            store::unpublished_consultations,
        ),
        (
            P::EnterContributions,
            "desk-waiting-sheets",
            "/desk/paper",
            store::unchecked_sheets,
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
                found.push(Waiting { key, n, url });
            }
        }
    }
    Ok(found)
}
