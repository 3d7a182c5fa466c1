//! What belongs to one's own organisation.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};

use super::gate::Current;
use super::mail::{self, Link};
use crate::account::May;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Sent};
use crate::base::page::Ui;
use crate::consultation::{self, Consultation, TrackKind};
use crate::organisation::Represent;
use crate::organisation::form::{MemberForm, NAME_CHARS};
use crate::organisation::model::{Answer, Member, Organisation, State, WELCOME_LASTS};
use crate::organisation::store::{entry, invitations, members, organisations};
use crate::organisation::view::{MemberRow, OwnConsultation, OwnPage};

/// What the page reads.
struct Whole {
    organisation: Organisation,
    members: Vec<Member>,
    consultations: Vec<(Consultation, Answer)>,
}

impl Whole {
    fn of(conn: &mut Conn, me: &Member) -> AppResult<Self> {
        let invited = invitations::of_party(conn, &me.party)?;
        let public = consultation::list_published(conn)?;
        let consultations = invited.into_iter().filter_map(|(id, answer)| {
            let on = public.iter().find(|on| on.id == id)?;
            Some((on.clone(), answer))
        });
        Ok(Self {
            consultations: consultations.collect(),
            organisation: organisations::find(conn, &me.party)?,
            members: members::of(conn, &me.party)?,
        })
    }

    fn page(self, me: &Member, form: MemberForm, errors: &[FieldError], ui: &Ui) -> OwnPage {
        let (now, zone) = (ui.arrived(), ui.site().zone);
        let row = |(on, answer): (Consultation, Answer)| {
            let track = on.track(TrackKind::Statements);
            OwnConsultation {
                days: track.map(|t| (t.window.first_day(zone), t.window.last_day(zone))),
                state: track.map_or("over", |track| track.window.at(now).as_str()),
                answer: answer.into(),
                slug: on.slug,
                title: on.title,
            }
        };
        let members = self.members.into_iter();
        let state = self.organisation.state;
        OwnPage {
            about: (&self.organisation).into(),
            me: me.name.clone(),
            is_waiting: state == State::Waiting,
            consultations: self.consultations.into_iter().map(row).collect(),
            members: members
                .map(|one| MemberRow::of(one, Some(me), zone))
                .collect(),
            may_add: may_add(me, state),
            form,
            limit: NAME_CHARS,
            errors: ui.messages(errors),
        }
    }
}

/// Whoever hands in decides who else may act; not before the town knows the organisation.
fn may_add(me: &Member, state: State) -> bool {
    me.duties.is_signatory && state == State::Confirmed
}

/// `GET /organisation` — one's own organisation: consultations, deadlines, members.
pub async fn show(may: May<Represent>, req: HttpRequest, ui: Ui) -> AppResult<HttpResponse> {
    let me = Current::of(&req)?.member;
    let asking = me.clone();
    let whole = may.read(move |conn| Whole::of(conn, &asking)).await?;
    ui.ok(&whole.page(&me, MemberForm::default(), &[], &ui))
}

/// `POST /organisation` — a signatory adds a colleague, who gets a link by mail.
pub async fn add(
    may: May<Represent>,
    form: Sent<MemberForm>,
    req: HttpRequest,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let me = Current::of(&req)?.member;
    let asking = me.clone();
    let whole = may.read(move |conn| Whole::of(conn, &asking)).await?;
    if !may_add(&me, whole.organisation.state) {
        return Err(AppError::NotFound);
    }
    let mut errors = Vec::new();
    let new = form.parse(&mut errors);
    if whole.members.iter().any(|one| one.email == new.email) {
        errors.push(FieldError::new("email", "error-member-there"));
    }
    if !errors.is_empty() {
        let page = whole.page(&me, form.into_inner(), &errors, &ui);
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let (site, link) = (ui.site(), Link::fresh(ui.site()));
    let name = &whole.organisation.details.name;
    let mail = mail::welcome(site, name, &new.name, &new.email, &link, may.at())?;
    let (hash, party, allowance) = (link.hash, me.party, site.allowance());
    let is_told = may
        .write(move |tx| {
            let Some(member) = members::add(tx, &party, &new)? else {
                return Ok(true);
            };
            entry::make_link(tx, &hash, &member, WELCOME_LASTS)?;
            Ok(allowance.put(tx.conn, tx.now, &mail)?.is_laid())
        })
        .await?;
    let said = if is_told {
        "said-member-added"
    } else {
        "said-member-added-untold"
    };
    Ok(ui.see_other_saying("/organisation", said))
}
