//! Where somebody sits who writes a statement: a person behind her receipt code, or a member at the table of her
//! organisation. The pages are the same for both; only address and rights differ.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use anyhow::anyhow;
use chrono::{DateTime, TimeDelta, Utc};

use crate::account::{Delegate, Party};
use crate::base::clock::Zone;
use crate::base::db::{Conn, Db};
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::page::Ui;
use crate::base::secret::Secrets;
use crate::consultation::{self, Consultation};
use crate::organisation::model::{Member, Organisation};
use crate::organisation::store::{invitations, members, organisations};
use crate::participation::{self, Code};
use crate::statement::model::{Deadlines, Moment, Pen, Rights, Statement};
use crate::statement::store::write::Owner;
use crate::statement::store::{self, deadlines};
use crate::statement::view::SeatWords;
use crate::strategy::{self, LaidEdition};
use crate::translation::Reader;

/// Who writes.
#[derive(Clone)]
pub enum Who {
    /// A person, by her code.
    Person(Code),
    /// Somebody of an organisation.
    Member(Box<(Member, Organisation)>),
}

/// What an address and its sender lead to.
#[derive(Clone)]
enum Door {
    Code(Code, String),
    Party(Delegate, String),
}

impl Door {
    fn of(req: &HttpRequest, secrets: &Secrets) -> AppResult<Self> {
        if let Some(code) = req.match_info().get("code") {
            let code = Code::parse(code).ok_or(AppError::NotFound)?;
            let hash = code.hash(secrets);
            return Ok(Self::Code(code, hash));
        }
        let delegate = req.extensions().get::<Delegate>().cloned();
        let slug = req.match_info().get("consultation").map(str::to_owned);
        let (delegate, slug) = delegate.zip(slug).ok_or(AppError::NotFound)?;
        Ok(Self::Party(delegate, slug))
    }

    fn open(&self, conn: &mut Conn) -> AppResult<(Who, Owner, Consultation)> {
        match self {
            Self::Code(code, hash) => {
                let participation = participation::find(conn, hash)?;
                let on = consultation::by_id(conn, &participation.consultation)?;
                let owner = Owner::Person(participation.id);
                Ok((Who::Person(code.clone()), owner, on))
            }
            Self::Party(delegate, slug) => {
                let on = consultation::published(conn, slug)?;
                let listed = invitations::of_party(conn, &delegate.party)?;
                if !listed.iter().any(|(id, _)| *id == on.id) {
                    return Err(AppError::NotFound);
                }
                let me = members::find(conn, &delegate.party, &delegate.id)?;
                let organisation = organisations::find(conn, &delegate.party)?;
                if !organisation.state.can_be_invited() {
                    return Err(AppError::NotFound);
                }
                let owner = Owner::Party(delegate.party.clone());
                Ok((Who::Member(Box::new((me, organisation))), owner, on))
            }
        }
    }
}

/// Where somebody sits, and what lies before her.
pub struct Seat {
    /// Who.
    pub who: Who,
    /// Whose the statement is.
    pub owner: Owner,
    /// On what.
    pub consultation: Consultation,
    /// The edition laid open.
    pub edition: LaidEdition,
    /// Until when.
    pub deadlines: Deadlines,
    /// What was begun or handed in.
    pub statement: Option<Statement>,
    /// When the request came.
    pub now: DateTime<Utc>,
    zone: Zone,
    door: Door,
}

impl FromRequest for Seat {
    type Error = AppError;
    type Future = Pin<Box<dyn Future<Output = AppResult<Self>>>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let req = req.clone();
        Box::pin(async move {
            let ui = Ui::of(&req)?;
            let db = req.app_data::<web::Data<Db>>();
            let db = db.ok_or_else(|| AppError::Internal(anyhow!("the server has no database")))?;
            let door = Door::of(&req, &ui.site().secrets)?;
            let (now, zone) = (ui.arrived(), ui.site().zone);
            let reader = Reader::extract(&req).await?;
            db.read(move |conn| {
                let (who, owner, mut consultation) = door.open(conn)?;
                let deadlines = deadlines::of(conn, &consultation)?;
                let mut edition = strategy::laid(conn, &consultation.edition)?;
                if let Some(lang) = reader.lang(conn, &consultation.slug)? {
                    consultation::read_in(conn, &mut consultation, lang)?;
                    strategy::read_in(conn, &mut edition, lang)?;
                }
                Ok(Self {
                    statement: store::own(conn, &owner.key(&consultation.id))?,
                    who,
                    owner,
                    consultation,
                    edition,
                    deadlines,
                    now,
                    zone,
                    door,
                })
            })
            .await
        })
    }
}

impl Seat {
    /// The same as it is inside a transaction: whoever else sits there may have pressed a button a moment ago.
    pub fn again(&self) -> impl Fn(&mut Conn) -> AppResult<Table> + Send + Sync + Clone + 'static {
        let (door, now, zone) = (self.door.clone(), self.now, self.zone);
        move |conn| {
            let (who, owner, consultation) = door.open(conn)?;
            let deadlines = deadlines::of(conn, &consultation)?;
            let statement = store::own(conn, &owner.key(&consultation.id))?;
            let moment = deadlines.moment(owner.party(), now, zone);
            Ok(Table {
                rights: Rights::of(pen(&who), moment, statement.as_ref()),
                deadline: deadlines.of(owner.party()),
                owner,
                consultation,
                statement,
            })
        }
    }

    /// The organisation, if it is one.
    pub fn party(&self) -> Option<&Id<Party>> {
        self.owner.party()
    }

    /// The address of a page of this statement.
    pub fn url(&self, rest: &str) -> String {
        match &self.who {
            Who::Person(code) => format!("/p/{}/statement{rest}", code.as_str()),
            Who::Member(_) => format!(
                "/organisation/consultations/{}/statement{rest}",
                self.consultation.slug
            ),
        }
    }

    /// Where this moment lies.
    pub fn moment(&self) -> Moment {
        self.deadlines.moment(self.party(), self.now, self.zone)
    }

    /// What may be done now.
    pub fn rights(&self) -> Rights {
        Rights::of(pen(&self.who), self.moment(), self.statement.as_ref())
    }

    /// What every page of this statement says about where one is.
    pub fn words(&self) -> SeatWords {
        let last = |at: DateTime<Utc>| self.zone.day(at - TimeDelta::microseconds(1));
        let party = self.party();
        let (code, me) = match &self.who {
            Who::Person(code) => (Some(code.into()), None),
            Who::Member(of) => (None, Some((of.1.details.name.clone(), of.0.name.clone()))),
        };
        SeatWords {
            base: self.url(""),
            slug: self.consultation.slug.clone(),
            title: self.consultation.title.clone(),
            lang: self.consultation.reading.lang,
            code,
            organisation: me.as_ref().map(|(name, _)| name.clone()),
            me: me.map(|(_, name)| name),
            moment: self.moment().as_str(),
            opens: self.deadlines.window.first_day(self.zone),
            until: last(self.deadlines.of(party)),
            is_longer: party.is_some_and(|party| self.deadlines.is_longer(party)),
            late_until: last(self.deadlines.late_until(party, self.zone)),
        }
    }
}

fn pen(who: &Who) -> Pen {
    match who {
        Who::Person(_) => Pen::Person,
        Who::Member(of) => Pen::Member {
            is_author: of.0.duties.is_author,
            is_signatory: of.0.duties.is_signatory,
        },
    }
}

/// What an act finds inside its transaction.
pub struct Table {
    /// What may be done.
    pub rights: Rights,
    /// The first instant that is too late.
    pub deadline: DateTime<Utc>,
    /// Whose the statement is.
    pub owner: Owner,
    /// On what.
    pub consultation: Consultation,
    /// What was begun or handed in.
    pub statement: Option<Statement>,
}
