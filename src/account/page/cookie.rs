//! The cookies that keep somebody signed in: one for each kind of people, so that none opens what is another's.

use actix_web::cookie::{Cookie, SameSite};
use actix_web::{HttpRequest, HttpResponse};
use anyhow::anyhow;

use crate::account::model::Secret;
use crate::base::error::AppResult;
use crate::base::page::Ui;
use crate::base::site::Site;

/// The name of a cookie: plain, and as it is over TLS, where no neighbouring host can set one of that name.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    /// Without TLS.
    pub plain: &'static str,
    /// Over TLS.
    pub host: &'static str,
}

impl Name {
    /// As it is on this site.
    pub fn on(self, site: &Site) -> &'static str {
        if site.config.is_https() {
            self.host
        } else {
            self.plain
        }
    }

    /// What a browser has brought under this name.
    pub fn brought(self, req: &HttpRequest, site: &Site) -> Option<Secret> {
        let cookie = req.cookie(self.on(site))?;
        Some(Secret::sent(cookie.value()))
    }

    /// A cookie that lasts until the browser closes.
    pub fn cookie(self, site: &Site, secret: &Secret) -> Cookie<'static> {
        Cookie::build(self.on(site), secret.as_str().to_owned())
            .path("/")
            .http_only(true)
            .secure(site.config.is_https())
            .same_site(SameSite::Lax)
            .finish()
    }

    /// Gives the browser the cookie of a new session; without one it is taken back.
    ///
    /// # Errors
    /// When the cookie cannot be written, which is a fault of the program.
    pub fn given(
        self,
        mut answer: HttpResponse,
        ui: &Ui,
        secret: Option<&Secret>,
    ) -> AppResult<HttpResponse> {
        let mut cookie = self.cookie(ui.site(), secret.unwrap_or(&Secret::sent("")));
        if secret.is_none() {
            cookie.make_removal();
        }
        answer.add_cookie(&cookie).map_err(|why| anyhow!("{why}"))?;
        Ok(answer)
    }
}
