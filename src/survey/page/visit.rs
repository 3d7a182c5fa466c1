//! What every page below `/p/{code}` needs: the participation the code opens, its consultation, surveys and answers.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use anyhow::anyhow;
use chrono::{DateTime, Utc};

use crate::base::clock::Zone;
use crate::base::db::{Among, Conn, Db, PublicState};
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::page::Ui;
use crate::base::site::Site;
use crate::consultation::{self, Consultation, TrackKind};
use crate::participation::{Code, Participation};
use crate::strategy::{self, LaidEdition};
use crate::survey::model::{Answer, Question, Survey};
use crate::survey::store::{Book, Known, Opened, opened, opened_each};
use crate::survey::view::Head;
use crate::translation::{ContentLang, Reader, Reading};

/// What everybody is asked who takes part in a consultation and reads the same language. It is read once for all of them.
pub struct Asked {
    /// The consultation.
    pub consultation: Consultation,
    /// The edition laid open.
    pub edition: LaidEdition,
    /// Its surveys.
    pub book: Book,
    /// What every page says about where one is.
    pub head: Head,
    /// The state of the database in which it was read.
    pub state: PublicState,
}

/// A participation, opened by the code in the address. A code that opens nothing answers 404.
pub struct Visit {
    /// The code itself.
    pub code: Code,
    /// The participation.
    pub participation: Participation,
    /// What it is about.
    pub asked: Arc<Asked>,
    /// What was typed so far, by question.
    pub drafts: HashMap<i32, Answer>,
    /// Whether answers count at the instant the request arrived.
    pub is_open: bool,
}

impl FromRequest for Visit {
    type Error = AppError;
    type Future = Pin<Box<dyn Future<Output = AppResult<Self>>>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let req = req.clone();
        Box::pin(async move {
            let ui = Ui::of(&req)?;
            let db = req.app_data::<web::Data<Db>>();
            let db = db.ok_or_else(|| AppError::Internal(anyhow!("the server has no database")))?;
            let code = req.match_info().get("code").and_then(Code::parse);
            let code = code.ok_or(AppError::NotFound)?;
            let reader = Reader::extract(&req).await?;
            let knock = Knock {
                code,
                reader,
                site: ui.shared(),
                state: db.public_state(),
                now: ui.arrived(),
            };
            db.read_among(knock).await
        })
    }
}

/// Somebody who wants to see the page of a receipt code.
#[derive(Clone)]
struct Knock {
    code: Code,
    reader: Reader,
    site: web::Data<Site>,
    state: PublicState,
    now: DateTime<Utc>,
}

impl Among for Knock {
    type Found = Visit;

    fn alone(&self, conn: &mut Conn) -> AppResult<Visit> {
        let code = self.code.clone();
        let of = (self.site.as_ref(), self.state);
        Visit::open(conn, code, &self.reader, of, self.now)
    }

    fn all(these: &[Self], conn: &mut Conn) -> AppResult<Vec<AppResult<Visit>>> {
        let hash = |one: &Self| one.code.hash(&one.site.secrets);
        let hashes: Vec<String> = these.iter().map(hash).collect();
        let opened = opened_each(conn, &hashes)?;
        let mut found = Vec::with_capacity(these.len());
        for (one, hash) in these.iter().zip(&hashes) {
            let visit = opened.get(hash).cloned().ok_or(AppError::NotFound);
            let visit = visit.and_then(|opened| {
                let of = (one.site.as_ref(), one.state);
                Visit::of(conn, one.code.clone(), &one.reader, of, one.now, opened)
            });
            match visit {
                // The database failed: whom it concerns shows alone.
                Err(why @ AppError::Internal(_)) => return Err(why),
                visit => found.push(visit),
            }
        }
        Ok(found)
    }
}

/// The address of a page below a receipt code.
pub(super) fn url(code: &Code, rest: &str) -> String {
    format!("/p/{}{rest}", code.as_str())
}

/// What is known of the surveys now, for whoever asks for a write.
pub(super) fn known(db: &Db, ui: &Ui) -> Known {
    Known {
        state: db.public_state(),
        site: ui.shared().into_inner(),
    }
}

impl Asked {
    fn read(
        conn: &mut Conn,
        consultation: &Id<Consultation>,
        reader: &Reader,
        (zone, state): (Zone, PublicState),
    ) -> AppResult<Self> {
        let mut consultation = consultation::by_id(conn, consultation)?;
        let mut edition = strategy::laid(conn, &consultation.edition)?;
        let mut book = Book::asking(conn, &consultation.id)?;
        if let Some(lang) = reader.lang(conn, &consultation.slug)? {
            consultation::read_in(conn, &mut consultation, lang)?;
            strategy::read_in(conn, &mut edition, lang)?;
            book.read_in(conn, lang)?;
            book.take_goal_titles(&edition);
        }
        Ok(Self {
            head: Head::of(&consultation, zone),
            edition,
            book,
            consultation,
            state,
        })
    }
}

impl Visit {
    /// What a code opens, read in the language that somebody wants: one statement, and some more after each change.
    ///
    /// # Errors
    /// Not found, when it opens nothing.
    pub fn open(
        conn: &mut Conn,
        code: Code,
        reader: &Reader,
        (site, state): (&Site, PublicState),
        now: DateTime<Utc>,
    ) -> AppResult<Self> {
        let opened = opened(conn, &code.hash(&site.secrets))?;
        Self::of(conn, code, reader, (site, state), now, opened)
    }

    fn of(
        conn: &mut Conn,
        code: Code,
        reader: &Reader,
        (site, state): (&Site, PublicState),
        now: DateTime<Utc>,
        (participation, drafts): Opened,
    ) -> AppResult<Self> {
        let of = &participation.consultation;
        let wanted = reader.wanted.map_or("", ContentLang::code);
        let asked = site.memo.recall(state, &format!("{of}/{wanted}"), || {
            Asked::read(conn, of, reader, (site.zone, state))
        })?;
        Ok(Self {
            drafts,
            is_open: asked.consultation.is_open(TrackKind::Survey, now),
            asked,
            code,
            participation,
        })
    }

    /// The address of a page of this participation.
    pub fn url(&self, rest: &str) -> String {
        url(&self.code, rest)
    }

    /// The address of a question.
    pub fn question_url(&self, survey: &Survey, question: &Question) -> String {
        self.url(&format!("/{}/{}", survey.slug, question.key))
    }

    /// The survey and the question of an address, with the question's place from 0.
    pub fn question(&self, survey: &str, key: &str) -> AppResult<(&Survey, usize, &Question)> {
        let survey = self.asked.book.survey(survey).ok_or(AppError::NotFound)?;
        let (place, question) = survey.question(key).ok_or(AppError::NotFound)?;
        Ok((survey, place, question))
    }

    /// The number people use for the goal of a question; empty for free-standing ones.
    pub fn label_of(&self, question: &Question) -> String {
        let goal = question
            .goal
            .as_ref()
            .and_then(|_| self.asked.edition.find(&question.key));
        goal.map(|goal| goal.label.clone()).unwrap_or_default()
    }

    /// How the words of a question read: those of a goal as its wording does.
    pub fn reading_of(&self, question: &Question) -> Reading {
        let goal = self
            .asked
            .edition
            .find(&question.key)
            .filter(|_| question.is_of_goal());
        goal.map_or(question.reading, |goal| goal.reading)
    }

    /// The language of a question, when it is not the town's.
    pub fn lang_of(&self, question: &Question) -> Option<&'static str> {
        self.reading_of(question).lang
    }

    /// The number of the field of action a survey is about; empty for others.
    pub fn label_of_survey(&self, survey: &Survey) -> String {
        let field = self
            .asked
            .edition
            .fields
            .iter()
            .find(|field| Some(&field.id) == survey.field.as_ref());
        field.map(|field| field.label.clone()).unwrap_or_default()
    }
}
