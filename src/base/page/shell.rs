//! What surrounds the page itself: town, navigation, language switch, foot.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Greeting, Preview, Viewer};
use crate::base::config;
use crate::base::foot::FootLink;
use crate::base::locale::Lang;
use crate::base::site::Site;

/// `shell` in templates.
#[derive(Serialize)]
pub(super) struct Shell<'a> {
    town: Town<'a>,
    portal_name: &'a str,
    content_lang: &'static str,
    path: &'a str,
    other_lang: OtherLang,
    footer: Vec<FooterLink<'a>>,
    nav: Vec<Nav>,
    survey_mode: bool,
    demo: bool,
    form_token: String,
    software_url: Option<&'a str>,
    desk: Option<Desk<'a>>,
    greeting: Option<Greeted>,
    said: Option<String>,
    /// What stands before each address of the portal: empty, but for a preview.
    root: &'a str,
    preview: Option<Strip<'a>>,
}

/// What a preview says about itself.
#[derive(Serialize)]
struct Strip<'a> {
    day: NaiveDate,
    page: &'a str,
    chooser: &'a str,
    back_url: &'a str,
}

/// The frame of the administration's pages.
#[derive(Serialize)]
struct Desk<'a> {
    name: &'a str,
    nav: Vec<Nav>,
    sign_out_token: String,
}

/// What belongs to somebody who is signed in, but not to the desk.
#[derive(Serialize)]
struct Greeted {
    own: Nav,
    sign_out_url: &'static str,
    sign_out_token: String,
}

#[derive(Serialize)]
struct Town<'a> {
    name: &'a str,
    short_name: &'a str,
    logo: bool,
    tagline: Option<&'a str>,
}

#[derive(Serialize)]
struct OtherLang {
    code: &'static str,
    name: &'static str,
    url: String,
}

#[derive(Serialize)]
struct FooterLink<'a> {
    label: &'a str,
    url: &'a str,
    /// The language of the page, when it is another than the visitor's.
    lang: Option<&'static str>,
}

#[derive(Serialize)]
struct Nav {
    key: &'static str,
    url: &'static str,
    current: bool,
}

/// What of the request shows in the shell.
pub(super) struct Place<'a> {
    pub lang: Lang,
    pub path: &'a str,
    pub query: &'a str,
    pub survey_mode: bool,
    pub form_token: String,
    pub desk: Option<&'a Viewer>,
    pub sign_out_token: String,
    pub greeting: Option<(&'a Greeting, String)>,
    pub preview: Option<&'a Preview>,
    pub said: Option<String>,
    pub foot: &'a [FootLink],
}

impl<'a> Shell<'a> {
    pub(super) fn of(site: &'a Site, place: Place<'a>) -> Self {
        let town = &site.config.town;
        let other = place.lang.other();
        Self {
            town: Town {
                name: &town.name,
                short_name: &town.short_name,
                logo: site.config.demo || !town.logo_file.is_empty(),
                tagline: given(&town.tagline),
            },
            portal_name: &town.portal_name,
            content_lang: town.content_language.code(),
            other_lang: OtherLang {
                code: other.code(),
                name: other.own_name(),
                url: switched(place.path, place.query, other),
            },
            footer: footer(&town.footer, &place),
            nav: site
                .nav
                .iter()
                .map(|item| Nav {
                    key: item.key,
                    url: item.url,
                    current: within(place.path, item.url),
                })
                .collect(),
            survey_mode: place.survey_mode,
            demo: site.config.demo,
            path: place.path,
            form_token: place.form_token,
            software_url: given(&town.software_url),
            said: place.said,
            root: place.preview.map_or("", |preview| &preview.root),
            preview: place.preview.map(|preview| Strip {
                day: preview.day,
                page: &preview.page,
                chooser: &preview.chooser,
                back_url: &preview.back_url,
            }),
            greeting: place.greeting.map(|(greeting, sign_out_token)| Greeted {
                own: Nav {
                    key: greeting.key,
                    url: greeting.url,
                    current: place.path == greeting.url,
                },
                sign_out_url: greeting.sign_out_url,
                sign_out_token,
            }),
            desk: place.desk.map(|viewer| Desk {
                name: &viewer.name,
                sign_out_token: place.sign_out_token,
                nav: viewer
                    .nav
                    .iter()
                    .map(|item| Nav {
                        key: item.key,
                        url: item.url,
                        // The desk's own page stands above all others; it is the current one only by itself.
                        current: match item.url {
                            "/desk" => place.path == "/desk",
                            url => within(place.path, url),
                        },
                    })
                    .collect(),
            }),
        }
    }
}

/// The links of the options, then the town's own pages.
fn footer<'a>(options: &'a [config::FooterLink], place: &Place<'a>) -> Vec<FooterLink<'a>> {
    let own = place.foot.iter().filter_map(|link| {
        let (lang, label) = link.title(place.lang)?;
        Some(FooterLink {
            label,
            url: &link.url,
            lang: (lang != place.lang).then(|| lang.code()),
        })
    });
    let given = options.iter().map(|link| FooterLink {
        label: match place.lang {
            Lang::De => &link.label_de,
            Lang::En => &link.label_en,
        },
        url: &link.url,
        lang: None,
    });
    given.chain(own).collect()
}

fn given(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

fn within(path: &str, url: &str) -> bool {
    path.strip_prefix(url.trim_end_matches('/'))
        .is_some_and(|rest| {
            if url == "/" {
                rest == "/"
            } else {
                rest.is_empty() || rest.starts_with('/')
            }
        })
}

/// The same page in another language; the rest of the query stays.
fn switched(path: &str, query: &str, to: Lang) -> String {
    let rest = query
        .split('&')
        .filter(|pair| !pair.is_empty() && *pair != "lang" && !pair.starts_with("lang="));
    let pairs: Vec<&str> = rest.collect();
    let and = if pairs.is_empty() { "" } else { "&" };
    format!("{path}?{}{and}lang={to}", pairs.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_switch_keeps_page_and_query() {
        assert_eq!(switched("/a", "", Lang::En), "/a?lang=en");
        assert_eq!(
            switched("/a", "lang=en&page=2&q=x", Lang::De),
            "/a?page=2&q=x&lang=de"
        );
    }

    #[test]
    fn the_current_entry_is_the_one_the_page_lies_under() {
        assert!(within("/consultations/1", "/consultations") && within("/", "/"));
        assert!(!within("/consultations-old", "/consultations") && !within("/results", "/"));
    }
}
