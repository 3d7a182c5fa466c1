//! The feed: what has happened, the newest first (RFC 4287).

use atom_syndication::{Content, Entry, Feed, Link, Person, Text};
use chrono::{DateTime, Utc};

use super::model::{Facts, occasions};
use super::words::Teller;
use crate::base::id::stable_uuid;

/// How many entries a feed has at most.
const ENTRIES: usize = 50;

/// What a feed says about itself.
pub(super) struct About<'a> {
    /// Its title.
    pub title: String,
    /// The portal's address.
    pub base_url: &'a str,
    /// The page it belongs to, without host.
    pub page: String,
    /// Its own address, without host.
    pub own: String,
    /// Who says all this.
    pub town: String,
    /// Since when it can have anything in it.
    pub since: DateTime<Utc>,
}

/// The feed, and when something happened last.
pub(super) fn feed(
    all: &[Facts],
    about: &About<'_>,
    teller: Teller<'_>,
) -> (String, DateTime<Utc>) {
    let mut entries: Vec<(DateTime<Utc>, Entry)> = Vec::new();
    for facts in all {
        let past = occasions(facts, teller.zone).into_iter();
        for occasion in past.filter(|occasion| occasion.at <= teller.now) {
            // Told as of the day it happened, so that an entry stays as it is.
            let then = Teller {
                now: occasion.at,
                ..teller
            };
            let told = then.tell(facts, &occasion);
            let consultation = facts.consultation.id.as_str();
            let url = format!("{}{}", about.base_url, told.path);
            let title = format!("{}: {}", told.head, facts.consultation.title);
            let entry = Entry {
                title: Text::plain(legible(&title)),
                id: format!("urn:uuid:{}", stable_uuid(&[consultation, &occasion.key])),
                updated: occasion.at.fixed_offset(),
                published: Some(occasion.at.fixed_offset()),
                links: vec![link("alternate", &url, "text/html")],
                content: Some(Content {
                    value: Some(legible(&told.text)),
                    content_type: Some("text".to_owned()),
                    ..Content::default()
                }),
                ..Entry::default()
            };
            entries.push((occasion.at, entry));
        }
    }
    entries.sort_by(|a, b| (b.0, &b.1.id).cmp(&(a.0, &a.1.id)));
    entries.truncate(ENTRIES);
    let updated = entries.first().map_or(about.since, |(at, _)| *at);
    let own = format!("{}{}", about.base_url, about.own);
    let page = format!("{}{}", about.base_url, about.page);
    let feed = Feed {
        title: Text::plain(legible(&about.title)),
        id: format!("urn:uuid:{}", stable_uuid(&["feed", &own])),
        updated: updated.fixed_offset(),
        authors: vec![Person {
            name: legible(&about.town),
            ..Person::default()
        }],
        links: vec![
            link("self", &own, "application/atom+xml"),
            link("alternate", &page, "text/html"),
        ],
        lang: Some(teller.lang.code().to_owned()),
        entries: entries.into_iter().map(|(_, entry)| entry).collect(),
        ..Feed::default()
    };
    (feed.to_string(), updated)
}

fn link(rel: &str, href: &str, media: &str) -> Link {
    Link {
        href: href.to_owned(),
        rel: rel.to_owned(),
        mime_type: Some(media.to_owned()),
        ..Link::default()
    }
}

/// Without the characters that XML has no way to write.
fn legible(text: &str) -> String {
    text.chars()
        .filter(|c| {
            matches!(c, '\n' | '\t') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))
        })
        .collect()
}
