//! What a first visit sends over the wire, and what the next page of the same visit sends.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;

use anyhow::ensure;
use serde::Serialize;

use crate::http::{Client, get};

/// What went over the wire, as sent: compressed, heads included.
#[derive(Debug, Default, Serialize)]
pub struct Weight {
    /// Answers, whatever their kind.
    pub requests: usize,
    /// Of pages.
    pub html: usize,
    /// Of style sheets.
    pub css: usize,
    /// Of fonts.
    pub fonts: usize,
    /// Of images and everything else.
    pub other: usize,
}

impl Weight {
    /// All of it.
    pub fn bytes(&self) -> usize {
        self.html + self.css + self.fonts + self.other
    }
}

/// How a range begins that contains the letters a to z.
const LETTERS: [&str; 2] = ["U+0000-", "U+0020-"];

/// Loads a page with all it names and then a second page, as a browser with an empty cache would.
pub fn visit(at: SocketAddr, first: &str, second: &str) -> anyhow::Result<[Weight; 2]> {
    let mut client = Client::reader(at)?;
    let mut cached = BTreeSet::new();
    let opening = load(&mut client, first, &mut cached)?;
    let next = load(&mut client, second, &mut cached)?;
    Ok([opening, next])
}

fn load(client: &mut Client, page: &str, cached: &mut BTreeSet<String>) -> anyhow::Result<Weight> {
    let mut weight = Weight::default();
    weight.html += fetch(client, page, &mut weight.requests)?;
    let html = client.page(page)?;
    for address in named(&html) {
        if cached.contains(&address) {
            continue;
        }
        let bytes = fetch(client, &address, &mut weight.requests)?;
        // What may be kept for a while is not asked for again within a visit.
        if client
            .header("cache-control")
            .is_some_and(|kept| kept.contains("max-age"))
        {
            cached.insert(address.clone());
        }
        let path = address.split('?').next().unwrap_or_default();
        if path.rsplit('.').next() != Some("css") {
            weight.other += bytes;
            continue;
        }
        weight.css += bytes;
        let css = client.page(&address)?;
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for font in fonts(&css) {
            let font = if font.starts_with('/') {
                font
            } else {
                format!("{folder}/{font}")
            };
            if cached.insert(font.clone()) {
                weight.fonts += fetch(client, &font, &mut weight.requests)?;
            }
        }
    }
    Ok(weight)
}

fn fetch(client: &mut Client, path: &str, requests: &mut usize) -> anyhow::Result<usize> {
    let status = client.exchange(&get(path, ""))?;
    ensure!(status == 200, "GET {path} answered {status} instead of 200");
    *requests += 1;
    Ok(client.head_bytes + client.body.len())
}

/// Style sheets, scripts and images that a page loads by itself. A sheet for the printer is loaded too, only later.
fn named(html: &str) -> BTreeSet<String> {
    let tags = html.split('<').filter_map(|rest| rest.split('>').next());
    let address = |tag: &str| {
        let attribute = match tag.split_whitespace().next()? {
            "link" if !tag.contains("alternate") => "href",
            "script" | "img" => "src",
            _ => return None,
        };
        let (_, rest) = tag.split_once(&format!(" {attribute}=\""))?;
        let address = rest.split('"').next()?;
        (!address.starts_with("data:")).then(|| address.to_owned())
    };
    tags.filter_map(address).collect()
}

/// Fonts that a browser loads for German or English text: of each weight the last that contains its letters. One without a range
/// contains all.
fn fonts(css: &str) -> Vec<String> {
    let faces = css
        .split("@font-face")
        .skip(1)
        .filter_map(|rest| rest.split('}').next());
    let has_letters = |face: &&str| {
        !face.contains("unicode-range") || LETTERS.iter().any(|range| face.contains(range))
    };
    let value = |face: &str, before: &str, after: char| {
        let (_, rest) = face.split_once(before)?;
        Some(
            rest.split(after)
                .next()?
                .trim_matches(['"', '\'', ' '])
                .to_owned(),
        )
    };
    let mut chosen = BTreeMap::new();
    for face in faces.filter(has_letters) {
        if let Some(address) = value(face, "url(", ')') {
            chosen.insert(value(face, "font-weight:", ';'), address);
        }
    }
    chosen.into_values().collect()
}
