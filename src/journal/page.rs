//! The journal, for administrators.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web;
use chrono::NaiveDate;
use serde_json::json;

use super::model::{Narrow, Row, is_id, page_of, pairs};
use super::view::{Item, JournalPage, Line};
use super::{ExportJournal, SeeJournal, store};
use crate::account::May;
use crate::account::store::names::{Author, authors};
use crate::base::db::{Arrivals, Conn, PublicState, Recall};
use crate::base::error::AppResult;
use crate::base::export::{Cell, Separator, csv};
use crate::base::form::{FieldError, Fields, Sent};
use crate::base::locale::{Args, Lang, Texts};
use crate::base::page::{ListAsk, Ui};
use crate::base::site::Site;

/// Rows on one page.
const A_PAGE: usize = 50;
/// Most rows of one file.
const A_FILE: i64 = 100_000;

/// `GET /desk/journal` — who did what, the newest first.
pub async fn show(may: May<SeeJournal>, ask: ListAsk, ui: Ui) -> AppResult<HttpResponse> {
    let (narrow, errors) = narrowed(&ask, &ui);
    let words = Words::of(&ui);
    let name = format!("journal {:?} {ask:?}", ui.lang());
    let read = move |conn: &mut Conn, recall: &Recall| read(conn, recall, &narrow, &ask, &words);
    if errors.is_empty() {
        return ui.ok(&*may.read_page(name, Arrivals::Journal, read).await?);
    }
    let mut page = may.read_recalling(read).await?;
    page.errors = ui.messages(&errors);
    ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn read(
    conn: &mut Conn,
    recall: &Recall,
    narrow: &Narrow,
    ask: &ListAsk,
    words: &Words,
) -> AppResult<JournalPage> {
    // One more than the page shows: then there are older ones.
    let mut rows = store::rows(conn, narrow, i64::try_from(A_PAGE + 1).unwrap_or(50))?;
    let named: Vec<String> = rows
        .iter()
        .flat_map(|row| [row.actor.clone(), row.subject.clone()])
        .collect();
    let known = authors(conn, &named)?;
    let titles = recall.get(conn, "journal titles", store::titles)?;
    let people = recall.get(conn, "journal people", store::people)?;
    let has_older = rows.len() > A_PAGE;
    rows.truncate(A_PAGE);
    let last = rows.last().filter(|_| has_older).map(|row| row.id.clone());
    let here = ask.clone().without("before");
    Ok(JournalPage {
        listing: here.listing(rows.len(), &["-id"]),
        people: actors(&people, words),
        acts: words.acts()?,
        older_url: last.map(|id| here.clone().marked("before", &id).address()),
        newest_url: ask.filter("before").map(|_| here.address()),
        export_url: here.address(),
        rows: rows
            .iter()
            .map(|row| line(row, &known, &titles, words))
            .collect(),
        errors: Vec::new(),
    })
}

/// `POST /desk/journal` — the rows of these filters as a file; taking them is written into the journal.
pub async fn export(
    may: May<ExportJournal>,
    ask: ListAsk,
    _form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (narrow, _) = narrowed(&ask, &ui);
    let (rows, known) = may
        .write(move |tx| {
            let rows = store::rows(tx.conn, &narrow, A_FILE)?;
            let mut named: Vec<String> = rows.iter().map(|row| row.actor.clone()).collect();
            named.sort();
            named.dedup();
            let known = authors(tx.conn, &named)?;
            tx.journal("journal", &json!({ "rows": rows.len() }))?;
            Ok((rows, known))
        })
        .await?;
    let separator = match ui.lang() {
        Lang::De => Separator::Semicolon,
        Lang::En => Separator::Comma,
    };
    let (zone, words) = (ui.site().zone, Words::of(&ui));
    let cells = rows.iter().map(|row| {
        let at = row.at.with_timezone(&zone.0).format("%Y-%m-%d %H:%M:%S");
        let who = known
            .get(&row.actor)
            .map_or(String::new(), |who| name(who, &words));
        vec![
            Cell::from(at.to_string()),
            Cell::from(who),
            Cell::from(row.actor.as_str()),
            Cell::from(act_in_words(&row.act, &words)),
            Cell::from(row.act.as_str()),
            Cell::from(row.subject.as_str()),
            Cell::from(row.detail.as_str()),
        ]
    });
    let header_row = [
        "at",
        "name",
        "actor",
        "act_words",
        "act",
        "subject",
        "detail",
    ];
    let file = csv(separator, &header_row, cells).map_err(anyhow::Error::from)?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"journal.csv\"",
        ))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::REFERRER_POLICY, "no-referrer"))
        .body(file))
}

/// What the address asks for, and which of its days are none.
fn narrowed(ask: &ListAsk, ui: &Ui) -> (Narrow, Vec<FieldError>) {
    let mut errors = Vec::new();
    let mut day = |name: &'static str| -> Option<NaiveDate> {
        let typed = ask.filter(name)?;
        let day = ["%Y-%m-%d", "%d.%m.%Y"]
            .iter()
            .find_map(|form| NaiveDate::parse_from_str(typed, form).ok());
        if day.is_none() {
            errors.push(FieldError::new(name, "error-date"));
        }
        day
    };
    let (from, to) = (day("from"), day("to"));
    let zone = ui.site().zone;
    let text = |name| ask.filter(name).map(str::to_owned);
    let narrow = Narrow {
        actor: text("person"),
        act: text("act"),
        subject: text("about"),
        from: from.map(|day| zone.start_of(day)),
        until: to.map(|day| zone.end_of(day)),
        words: ask.search().split_whitespace().map(str::to_owned).collect(),
        before: text("before"),
    };
    (narrow, errors)
}

/// What subjects are called, and their pages.
type Titles = HashMap<String, (String, Option<String>)>;

fn line(row: &Row, known: &HashMap<String, Author>, titles: &Titles, words: &Words) -> Line {
    let zone = words.site.zone;
    let in_words =
        |part: &str, name: &str| words.said(part, name).unwrap_or_else(|| name.to_owned());
    let (kind, name) = row.subject.split_once(':').unwrap_or((&row.subject, ""));
    let heading = titles.get(&row.subject);
    let called = match (heading, known.get(&row.subject)) {
        (Some((title, _)), _) => title.as_str(),
        (None, Some(who)) if kind == "account" => who.name.as_str(),
        _ if is_id(name) => "",
        _ => name,
    };
    Line {
        day: zone.day(row.at),
        time: row.at.with_timezone(&zone.0).format("%H:%M").to_string(),
        who: known.get(&row.actor).cloned().unwrap_or_default(),
        act: act_in_words(&row.act, words),
        subject: format!("{} {called}", in_words("subject", kind))
            .trim()
            .to_owned(),
        url: heading.map_or_else(|| page_of(&row.subject), |(_, url)| url.clone()),
        details: pairs(&row.detail)
            .into_iter()
            .filter(|(_, value)| !is_id(value))
            .map(|(name, value)| (in_words("detail", &name), value_in_words(&value, words)))
            .collect(),
    }
}

/// A value in words, or a list when there are words for all of it; anything else as it was written.
fn value_in_words(value: &str, words: &Words) -> String {
    let list: Option<Vec<_>> = value
        .split(", ")
        .map(|one| words.said("value", one))
        .collect();
    list.map_or_else(|| value.to_owned(), |list| list.join(", "))
}

/// An act in words; one without words is named as it is.
fn act_in_words(act: &str, words: &Words) -> String {
    words.said("act", act).unwrap_or_else(|| act.to_owned())
}

fn name(who: &Author, words: &Words) -> String {
    who.label_key
        .map_or_else(|| who.name.clone(), |key| words.t(key))
}

/// Everyone who may have acted.
fn actors(people: &[(String, String)], words: &Words) -> Vec<Item> {
    let others = [
        ("console", "author-console"),
        ("visitor", "author-visitor"),
        ("demo", "author-demo"),
        ("system", "author-system"),
    ];
    let others = others.map(|(value, key)| (value.to_owned(), words.t(key)));
    let all = people.iter().cloned().chain(others);
    all.map(|(value, label)| Item { value, label }).collect()
}

/// The portal's words in one language.
struct Words {
    site: web::Data<Site>,
    lang: Lang,
}

impl Words {
    fn of(ui: &Ui) -> Self {
        Self {
            site: ui.shared(),
            lang: ui.lang(),
        }
    }

    fn t(&self, key: &str) -> String {
        self.site.texts.get(self.lang, key, &Args::new())
    }

    /// The text `journal-<part>-<name>`, if there is one.
    fn said(&self, part: &str, name: &str) -> Option<String> {
        let name: String = name
            .chars()
            .take(60)
            .map(|sign| if matches!(sign, '.' | '_') { '-' } else { sign })
            .collect();
        let key = format!("journal-{part}-{name}");
        self.site.texts.find(self.lang, &key, &Args::new()).ok()
    }

    /// Every act there are words for, by its words. The program's own words never change while it runs.
    fn acts(&self) -> AppResult<Vec<Item>> {
        let name = format!("journal acts {:?}", self.lang);
        let memo = &self.site.memo;
        let acts = memo.recall(PublicState::default(), &name, || Ok(self.all_acts()))?;
        Ok(Vec::clone(&acts))
    }

    fn all_acts(&self) -> Vec<Item> {
        let keys = Texts::keys(self.lang).unwrap_or_default();
        let mut acts: Vec<Item> = keys
            .iter()
            .filter_map(|key| key.strip_prefix("journal-act-"))
            .filter_map(|name| {
                // The first hyphen stands for the full stop: `edition.import`.
                let value = name.replacen('-', ".", 1);
                Some(Item {
                    label: self.said("act", &value)?,
                    value,
                })
            })
            .collect();
        acts.sort_by(|a, b| a.label.cmp(&b.label));
        acts
    }
}
