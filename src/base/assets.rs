//! Style sheets, fonts and images: built into the program, found by name, kept by browsers for as long as they do not change.

use std::borrow::Cow;
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

/// The style sheets of every page in one file, so that a page needs few requests; the town's colours come last.
const SHEET: &str = "site.css";
/// What it is made of. What only some pages need stays beside it.
const PARTS: [&str; 4] = ["kern/kern.css", "app.css", "parts.css", "print.css"];
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
                // Built into the program, they lie there already.
                let body = match file.data {
                    Cow::Borrowed(bytes) => web::Bytes::from_static(bytes),
                    Cow::Owned(bytes) => bytes.into(),
                };
                assets.insert(name.to_string(), Asset::new(&name, body));
            }
        }
        let sheet = sheet(&assets, &theme(&config.town.colours))?;
        assets.insert(SHEET.to_owned(), Asset::new(SHEET, sheet.into()));
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
        Some(format!("/static/{path}?v={}", asset.version))
    }
}

/// All parts, one after the other: without comments and indentation, and with fonts that need not be asked for again.
fn sheet(assets: &BTreeMap<String, Asset>, theme: &str) -> anyhow::Result<String> {
    let mut all = String::new();
    for name in PARTS {
        let part = assets
            .get(name)
            .with_context(|| format!("static/{name} is missing"))?;
        all.push_str(str::from_utf8(&part.body).with_context(|| format!("static/{name}"))?);
        all.push('\n');
    }
    all.push_str(theme);
    let fonts = assets.iter().filter(|(name, _)| name.starts_with("fonts/"));
    for (name, font) in fonts {
        all = all.replace(
            &format!("\"{name}\""),
            &format!("\"{name}?v={}\"", font.version),
        );
    }
    Ok(without_comments(&all))
}

/// No style sheet of ours has a comment's beginning inside a text.
fn without_comments(css: &str) -> String {
    let mut lines = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        lines.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    lines.push_str(rest);
    let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// The town's colours, for light and dark screens.
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

/// Registers `/static/…`, `/favicon.ico` and `/robots.txt`.
pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource("/static/{path:.*}").get(file))
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
        let sheet = String::from_utf8(assets.0["site.css"].body.to_vec()).unwrap();
        assert!(sheet.contains(":root {\n--brand: light-dark(") && !sheet.contains("/*"));
        let font = assets
            .url("fonts/fira-sans-german-400-normal.woff2")
            .unwrap();
        assert!(
            sheet.contains(font.trim_start_matches("/static/")),
            "{font}"
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
