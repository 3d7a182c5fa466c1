//! In which language somebody reads the texts of a consultation.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use super::ContentLang;
use super::store;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::locale::{CONTENT, Lang};
use crate::base::page::Ui;

/// Which language somebody wants to read in: chosen by hand, or else the language of the pages when it is not the town's.
#[derive(Clone, Debug)]
pub struct Reader {
    /// What was chosen; none = the town's own words.
    pub wanted: Option<ContentLang>,
}

impl Reader {
    /// The language wanted, if the consultation offers it.
    pub fn of(&self, offered: &[ContentLang]) -> Option<ContentLang> {
        self.wanted.filter(|lang| offered.contains(lang))
    }

    /// The language wanted for a consultation, if it offers it. Whoever reads the town's own words costs no query.
    pub fn lang(&self, conn: &mut Conn, slug: &str) -> AppResult<Option<ContentLang>> {
        match self.wanted {
            None => Ok(None),
            Some(_) => Ok(self.of(&store::languages(conn, slug)?)),
        }
    }

    fn from(req: &HttpRequest) -> AppResult<Self> {
        let ui = Ui::of(req)?;
        let town = ui.site().config.town.content_language;
        let cookie = req.cookie(CONTENT);
        let chosen = ui
            .query(CONTENT)
            .or_else(|| cookie.map(|cookie| cookie.value().to_owned()));
        let wanted = match chosen {
            Some(code) => ContentLang::of_code(&code),
            None if ui.lang() != town => match ui.lang() {
                Lang::En => Some(ContentLang::English),
                Lang::De => None,
            },
            None => None,
        };
        Ok(Self { wanted })
    }
}

impl FromRequest for Reader {
    type Error = AppError;
    type Future = Ready<AppResult<Self>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::from(req))
    }
}
