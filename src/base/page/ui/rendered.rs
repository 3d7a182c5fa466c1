//! From the data of a page to its words.

use std::sync::Arc;

use actix_web::HttpResponseBuilder;
use actix_web::http::header;
use actix_web::web::Bytes;
use anyhow::anyhow;

use super::super::View;
use super::super::made::{Made, Own};
use super::super::shell::{Place, Shell};
use super::{Inner, Ui};
use crate::base::error::AppResult;
use crate::base::limit::own_code;

impl Ui {
    /// The page as text.
    ///
    /// # Errors
    /// When its template does not fit its struct.
    pub fn render<V: View>(&self, view: &V) -> AppResult<String> {
        Ok(self.made(view)?.fill(&self.own(view)))
    }

    /// The page as it is sent: compressed, where most of it was compressed before.
    pub(super) fn body<V: View>(
        &self,
        view: &V,
        answer: &mut HttpResponseBuilder,
    ) -> AppResult<Bytes> {
        let (page, own) = (self.made(view)?, self.own(view));
        if V::ALIKE && V::PRIVATE && self.0.takes_gzip && page.was_known() {
            answer
                .insert_header((header::CONTENT_ENCODING, "gzip"))
                .append_header((header::VARY, "Accept-Encoding"));
            return Ok(page.pack(&own).into());
        }
        Ok(page.fill(&own).into())
    }

    /// What is the reader's own on a page.
    fn own<'a, V: View>(&'a self, view: &'a V) -> Own<'a> {
        let inner = &self.0;
        let viewer = inner.viewer.as_ref();
        Own {
            secrets: &inner.site.secrets,
            at: inner.at,
            path: &inner.path,
            code: own_code(&inner.path),
            session: viewer.map_or("", |viewer| &viewer.bound),
            greeted: self.greeting::<V>().map_or("", |greeting| &greeting.bound),
            typed: view.typed().unwrap_or_default(),
        }
    }

    /// The page with gaps.
    fn made<V: View>(&self, view: &V) -> AppResult<Arc<Made>> {
        let Inner {
            site,
            lang,
            path,
            query,
            viewer,
            preview,
            ..
        } = &*self.0;
        let marks = &site.marks;
        let greeting = self.greeting::<V>();
        let foot = site.foot.links();
        let shell = Shell::of(
            site,
            Place {
                lang: *lang,
                path,
                query,
                survey_mode: V::SURVEY_MODE,
                form_token: marks.here(),
                desk: viewer.as_deref().filter(|_| V::DESK),
                sign_out_token: marks.token("/sign-out"),
                greeting: greeting.map(|to| (to, marks.greeted(to.sign_out_url))),
                preview: preview.as_ref(),
                said: self.said(),
                foot: &foot,
            },
        );
        let code = own_code(path);
        let typed = view.typed();
        let make = || -> AppResult<Made> {
            let mut context = tera::Context::new();
            context.insert("lang", lang.code());
            context.insert("shell", &shell);
            let gap = typed.map(|_| marks.typed());
            context.insert("typed", &gap.unwrap_or_default());
            let view =
                tera::Value::try_from_serializable(view).map_err(|error| anyhow!("{error}"))?;
            context.insert_value("view", view);
            let html = site.templates.render(V::TEMPLATE, &context)?;
            Ok(Made::of(&html, marks, code)?)
        };
        site.alike.recall((*lang, &shell, view), code, make)
    }
}
