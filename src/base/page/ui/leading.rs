//! Answers that lead on, and what the next page says of what was done.

use actix_web::HttpResponse;
use actix_web::http::header;

use super::Ui;
use crate::base::locale::Args;

impl Ui {
    /// As [`Ui::see_other`], and the page there says once what was done. `key` is a text that begins with `said-`.
    pub fn see_other_saying(&self, url: &str, key: &'static str) -> HttpResponse {
        let (page, place) = match url.split_once('#') {
            Some((page, place)) => (page, format!("#{place}")),
            None => (url, String::new()),
        };
        let and = if page.contains('?') { '&' } else { '?' };
        self.see_other(&format!("{page}{and}said={key}{place}"))
    }

    /// What the page before this one has done, in words.
    pub(super) fn said(&self) -> Option<String> {
        let key = self
            .0
            .query
            .split('&')
            .find_map(|pair| pair.strip_prefix("said="))?;
        let texts = &self.0.site.texts;
        let known = key.starts_with("said-") && key.len() < 64;
        known
            .then(|| texts.find(self.0.lang, key, &Args::new()).ok())
            .flatten()
    }

    /// After a form was taken: to the page that shows what came of it, so that reloading sends nothing twice.
    pub fn see_other(&self, url: &str) -> HttpResponse {
        HttpResponse::SeeOther()
            .insert_header((header::LOCATION, url))
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .finish()
    }
}
