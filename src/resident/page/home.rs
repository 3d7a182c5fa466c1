//! The account: everything under all of its codes, and the mails.

use std::collections::{HashMap, HashSet};

use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};

use super::gate::Current;
use crate::base::clock::Zone;
use crate::base::db::{Conn, Db};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::page::Ui;
use crate::base::secret::Secrets;
use crate::base::site::Site;
use crate::comment;
use crate::consultation::{self, Consultation, Phase, TrackKind};
use crate::notice::model::{Door, Subscription};
use crate::notice::page::letter;
use crate::notice::store::reader;
use crate::participation::{self, Participation};
use crate::resident::model::{KeptCode, MOST_CODES, OwnAccount};
use crate::resident::store::codes;
use crate::resident::view::{CodeRow, Group, LostCode, MyPage, NoticeRow, StatementState};
use crate::statement;
use crate::statement::model::Statement;
use crate::survey::{self, TextState};
use crate::translation::Reader;

/// `GET /my` — what was given under each code, and the mails about consultations.
pub async fn show(req: HttpRequest, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let account = Current::of(&req)?.account;
    ui.ok(&page(account, &req, &db, &ui).await?)
}

/// The page of an account.
pub(super) async fn page(
    account: OwnAccount,
    req: &HttpRequest,
    db: &Db,
    ui: &Ui,
) -> AppResult<MyPage> {
    let reader = Reader::extract(req).await?;
    let (own, now, secrets) = (account.clone(), ui.arrived(), ui.site().secrets.clone());
    let gathered = db
        .read(move |conn| Gathered::of(conn, &own, &reader, &secrets, now))
        .await?;
    Ok(gathered.page(account.address, ui))
}

/// What the page reads: a dozen queries, however many codes there are.
struct Gathered {
    /// Codes that open something, with what they open.
    opened: Vec<(KeptCode, Participation)>,
    /// Codes that open nothing any more.
    lost: Vec<KeptCode>,
    consultations: Vec<Consultation>,
    begun: HashSet<Id<Participation>>,
    comments: HashMap<Id<Participation>, Vec<TextState>>,
    agreed: HashMap<Id<Participation>, i64>,
    statements: Vec<Statement>,
    subscriptions: Vec<Subscription>,
}

impl Gathered {
    fn of(
        conn: &mut Conn,
        account: &OwnAccount,
        reader: &Reader,
        secrets: &Secrets,
        now: DateTime<Utc>,
    ) -> AppResult<Self> {
        let kept = codes::all_of(conn, &account.id, secrets)?;
        let hash = |kept: &KeptCode| kept.code.as_ref().map(|code| code.hash(secrets));
        let hashes: Vec<_> = kept.iter().filter_map(hash).collect();
        let mut found = participation::find_each(conn, &hashes)?;
        let (mut opened, mut lost) = (Vec::new(), Vec::new());
        for one in kept {
            match hash(&one).and_then(|hash| found.remove(&hash)) {
                Some(participation) => opened.push((one, participation)),
                None => lost.push(one),
            }
        }
        let people: Vec<_> = opened.iter().map(|(_, one)| one.id.clone()).collect();
        let mut consultations = consultation::list_all(conn)?;
        consultation::read_each_in(conn, &mut consultations, reader)?;
        Ok(Self {
            begun: survey::begun(conn, &people)?,
            comments: comment::standings(conn, &people)?,
            agreed: comment::agreements(conn, &people)?,
            statements: statement::store::of_people(conn, &people)?,
            subscriptions: reader::all_of(conn, &account.hash, now)?,
            consultations,
            opened,
            lost,
        })
    }

    fn page(self, address: String, ui: &Ui) -> MyPage {
        let (now, zone) = (ui.arrived(), ui.site().zone);
        let mut groups: Vec<_> = self
            .consultations
            .iter()
            .filter_map(|on| self.group(on, now, zone))
            .collect();
        // What can still be changed stands first; the list has the newest first otherwise.
        groups.sort_by_key(|group| match group.state {
            "open" => 0,
            "later" => 1,
            _ => 2,
        });
        let notices = self.consultations.iter();
        let lost = self.lost.iter().map(|kept| LostCode {
            id: kept.id.to_string(),
            begin: begin(kept),
            kept_on: kept.kept_on,
        });
        MyPage {
            address,
            notices: notices
                .filter_map(|on| self.notice(on, now, ui.site()))
                .collect(),
            lost: lost.collect(),
            groups,
            typed: String::new(),
            most: MOST_CODES,
            errors: Vec::new(),
        }
    }

    fn group(&self, on: &Consultation, now: DateTime<Utc>, zone: Zone) -> Option<Group> {
        let own = self
            .opened
            .iter()
            .filter(|(_, one)| one.consultation == on.id);
        let codes: Vec<_> = own
            .map(|(kept, one)| self.row(kept, one, on, now))
            .collect();
        let span = on.span();
        (!codes.is_empty()).then(|| Group {
            slug: on.slug.clone(),
            title: on.title.clone(),
            lang: on.reading.lang,
            is_public: on.published_at.is_some(),
            state: match on.phase(now) {
                Phase::Running => "open",
                Phase::Announced => "later",
                Phase::Ended => "over",
            },
            until: span.map(|span| span.last_day(zone)),
            codes,
        })
    }

    fn row(
        &self,
        kept: &KeptCode,
        of: &Participation,
        on: &Consultation,
        now: DateTime<Utc>,
    ) -> CodeRow {
        let comments = self.comments.get(&of.id).map_or(&[][..], Vec::as_slice);
        let waits = |state: &&TextState| **state == TextState::Waiting;
        let mut statements = self.statements.iter();
        let statement = statements.find(|one| one.participation.as_ref() == Some(&of.id));
        let track = on.track(TrackKind::Statements);
        let deadline = track.map_or(now, |track| track.window.closes_at);
        CodeRow {
            id: kept.id.to_string(),
            url: kept
                .code
                .as_ref()
                .map(|code| format!("/p/{}/contributions", code.as_str()))
                .unwrap_or_default(),
            begin: begin(kept),
            submitted_on: of.submitted_on,
            withdrawn_on: of.withdrawn_on,
            is_begun: self.begun.contains(&of.id),
            comments: comments.len(),
            waiting: comments.iter().filter(waits).count(),
            agreed: self.agreed.get(&of.id).copied().unwrap_or_default(),
            statement: statement.map(|one| StatementState::of(one, deadline)),
        }
    }

    /// Mails about a consultation: offered while there is something to come, and where she took part or gets them.
    fn notice(&self, on: &Consultation, now: DateTime<Utc>, site: &Site) -> Option<NoticeRow> {
        let mut subscriptions = self.subscriptions.iter();
        let one = subscriptions.find(|one| one.consultation == on.id);
        let took_part = self.opened.iter().any(|(_, own)| own.consultation == on.id);
        let is_offered = on.published_at.is_some() && (took_part || on.phase(now) != Phase::Ended);
        (one.is_some() || is_offered).then(|| NoticeRow {
            slug: on.slug.clone(),
            title: on.title.clone(),
            lang: on.reading.lang,
            state: match one {
                None => "off",
                Some(one) if one.confirmed_at.is_none() => "waiting",
                Some(one) => one.pace.as_str(),
            },
            settings_url: one
                .filter(|one| one.confirmed_at.is_some())
                .map(|one| letter::path(&one.id, Door::Settings, site)),
        })
    }
}

/// By what a code is told from others without showing it.
fn begin(kept: &KeptCode) -> String {
    let code = kept.code.as_ref().map(crate::participation::Code::grouped);
    code.unwrap_or_default().chars().take(4).collect()
}
