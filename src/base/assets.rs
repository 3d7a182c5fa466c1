//! Style sheets, fonts and images: built into the program, found by name, kept by browsers for as long as they do not change.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use actix_web::http::{Method, header};
use actix_web::{HttpRequest, HttpResponse, web};
use anyhow::Context;
use data_encoding::HEXLOWER;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use crate::base::config::{Colours, Config};
use crate::base::error::{AppError, AppResult};
use crate::base::page::matches;
use crate::base::site::Site;

#[derive(RustEmbed)]
#[folder = "static/"]
struct Files;

/// The town's colours, made from the options.
const THEME: &str = "theme.css";
/// The name under which pages find the town's logo, whatever its file is called.
const LOGO: &str = "town/logo.svg";
/// Only these are for browsers; notes on versions and the like stay at home.
const ENDINGS: [&str; 9] = [
    "css",
    "js",
    "svg",
    "png",
    "webp",
    "jpg",
    "woff2",
    "ico",
    "webmanifest",
];

/// All files for browsers, by their path under `static/`.
pub struct Assets(BTreeMap<String, Asset>);

struct Asset {
    body: web::Bytes,
    media_type: String,
    version: String,
}

impl Asset {
    fn new(name: &str, body: web::Bytes) -> Self {
        let media = mime_guess::from_path(name).first_or_octet_stream();
        let charset = if media.type_() == mime_guess::mime::TEXT {
            "; charset=utf-8"
        } else {
            ""
        };
        Self {
            media_type: format!("{}{charset}", media.essence_str()),
            version: HEXLOWER.encode(&Sha256::digest(&body)[..6]),
            body,
        }
    }
}

impl Assets {
    /// Takes the built-in files, the town's colours and its logo.
    ///
    /// # Errors
    /// When the logo cannot be read.
    pub fn load(config: &Config) -> anyhow::Result<Self> {
        let mut assets = BTreeMap::new();
        for name in Files::iter() {
            let for_browsers = name
                .rsplit('.')
                .next()
                .is_some_and(|ending| ENDINGS.contains(&ending));
            if let Some(file) = Files::get(&name).filter(|_| for_browsers) {
                let body = web::Bytes::from(file.data.into_owned());
                assets.insert(name.to_string(), Asset::new(&name, body));
            }
        }
        let theme = theme(&config.town.colours);
        assets.insert(THEME.to_owned(), Asset::new(THEME, theme.into()));
        let logo = &config.town.logo_file;
        if !logo.is_empty() {
            let body = std::fs::read(logo).with_context(|| format!("town.logo_file: {logo}"))?;
            assets.insert(LOGO.to_owned(), Asset::new(logo, body.into()));
        }
        Ok(Self(assets))
    }

    /// The address of a file, with its version: whoever has this one never has to ask again.
    pub fn url(&self, path: &str) -> Option<String> {
        let asset = self.0.get(path)?;
        let folder = if path == THEME { "" } else { "/static" };
        Some(format!("{folder}/{path}?v={}", asset.version))
    }
}

/// `/theme.css`: the town's colours, for light and dark screens.
fn theme(colours: &Colours) -> String {
    let mut css = String::from(":root {\n");
    for (token, light, dark) in [
        ("brand", &colours.brand_light, &colours.brand_dark),
        ("action", &colours.action_light, &colours.action_dark),
    ] {
        // Writing to a String cannot fail.
        let _ = writeln!(css, "  --{token}: light-dark({light}, {dark});");
    }
    css.push_str("}\n");
    css
}

/// Registers `/static/…`, `/theme.css`, `/favicon.ico` and `/robots.txt`.
pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource("/static/{path:.*}").get(file))
        .service(web::resource("/theme.css").get(theme_css))
        .service(web::resource("/favicon.ico").get(favicon))
        .service(web::resource("/robots.txt").get(robots));
}

async fn file(
    path: web::Path<String>,
    req: HttpRequest,
    site: web::Data<Site>,
) -> AppResult<HttpResponse> {
    serve(&site, &path, &req)
}

async fn theme_css(req: HttpRequest, site: web::Data<Site>) -> AppResult<HttpResponse> {
    serve(&site, THEME, &req)
}

/// For browsers that ask for an icon although the page names one.
async fn favicon(req: HttpRequest, site: web::Data<Site>) -> AppResult<HttpResponse> {
    serve(&site, LOGO, &req)
}

/// Published pages may be found; personal pages refuse to be kept by a header of their own.
async fn robots() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=86400"))
        .body("User-agent: *\nDisallow:\n")
}

fn serve(site: &Site, path: &str, req: &HttpRequest) -> AppResult<HttpResponse> {
    let asset = site.assets.0.get(path).ok_or(AppError::NotFound)?;
    let tag = format!("W/\"{}\"", asset.version);
    let current = req.query_string().strip_prefix("v=") == Some(&asset.version);
    let cache = if current {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=3600"
    };
    let known = req
        .headers()
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok());
    let fresh = *req.method() == Method::GET && known.is_some_and(|known| matches(known, &tag));
    let mut answer = if fresh {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    answer
        .insert_header((header::ETAG, tag))
        .insert_header((header::CACHE_CONTROL, cache));
    if fresh {
        return Ok(answer.finish());
    }
    Ok(answer
        .content_type(asset.media_type.as_str())
        .body(asset.body.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_a_versioned_address_and_notes_are_not_served() {
        let assets = Assets::load(&Config::for_tests()).unwrap();
        assert!(
            assets
                .url("app.css")
                .unwrap()
                .starts_with("/static/app.css?v=")
        );
        assert!(
            assets
                .url("theme.css")
                .unwrap()
                .starts_with("/theme.css?v=")
        );
        assert_eq!(assets.url("kern/trim.py"), None);
        assert_eq!(assets.0["app.css"].media_type, "text/css; charset=utf-8");
    }

    #[test]
    fn the_theme_is_made_of_the_towns_colours() {
        let css = theme(&Config::for_tests().town.colours);
        assert!(
            css.contains("--brand: light-dark(#1f5c4d, #8fd0bd);"),
            "{css}"
        );
    }
}
