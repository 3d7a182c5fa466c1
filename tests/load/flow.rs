//! One person's way through a survey, page by page, without knowing the survey beforehand.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;

use anyhow::{Context, ensure};

use crate::http::Client;

/// So many questions each person answers.
pub const ANSWERS: usize = 8;

const SURVEY: &str = "/consultations/spielplaetze/survey";

const REMARK: &str = "Am Bach unter der Holzbrücke gibt es Steine und Wasser. Mehr Schatten wäre gut, \
    und eine Bank für die Großeltern, die warten.";

/// A participation with all its answers typed; what is left is the button that lets them count.
pub struct Prepared {
    /// Where the last form is sent.
    pub review: String,
    /// Its fields.
    pub fields: Vec<(String, String)>,
}

/// Begins a participation and answers [`ANSWERS`] questions. `person` varies what is answered.
pub fn prepare(client: &mut Client, person: usize) -> anyhow::Result<Prepared> {
    let intro = client.page(SURVEY)?;
    let home = client.send(SURVEY, &[token(&intro)?])?;
    let mut answered = BTreeSet::new();
    let mut next = String::new();
    while answered.len() < ANSWERS {
        if next.is_empty() || next == format!("{home}/review") {
            next = next_task(&client.page(&home)?, &home, &answered)?;
        }
        let page = client.page(&next)?;
        let fields = fill(&page, person + answered.len())?;
        let on = client.send(&next, &fields)?;
        ensure!(answered.insert(next), "the survey leads back to a question");
        next = on;
    }
    let review = format!("{home}/review");
    let fields = vec![token(&client.page(&review)?)?];
    Ok(Prepared { review, fields })
}

/// Opens a survey page inside a participation, with an answer of its own on it.
pub fn own_page(at: SocketAddr) -> anyhow::Result<String> {
    let mut client = Client::reader(at)?;
    let intro = client.page(SURVEY)?;
    let home = client.send(SURVEY, &[token(&intro)?])?;
    let path = next_task(&client.page(&home)?, &home, &BTreeSet::new())?;
    let fields = fill(&client.page(&path)?, 0)?;
    client.send(&path, &fields)?;
    Ok(path)
}

/// The first question on the page of tasks that was not answered yet.
fn next_task(page: &str, home: &str, answered: &BTreeSet<String>) -> anyhow::Result<String> {
    let addresses = page
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    let mut questions = addresses.filter(|address| {
        let below = address
            .strip_prefix(home)
            .and_then(|rest| rest.strip_prefix('/'));
        below.is_some_and(|below| below.contains('/')) && !answered.contains(*address)
    });
    let question = questions
        .next()
        .context("the survey has too few questions")?;
    Ok(question.to_owned())
}

/// The proof on a page that its form is ours.
pub fn token(page: &str) -> anyhow::Result<(String, String)> {
    let (_, rest) = page
        .split_once("name=\"_token\" value=\"")
        .context("a form without a token")?;
    let value = rest.split('"').next().unwrap_or_default();
    Ok(("_token".to_owned(), value.to_owned()))
}

/// Chooses one of each group of options and writes a remark where there is room for one.
fn fill(page: &str, turn: usize) -> anyhow::Result<Vec<(String, String)>> {
    let mut options = BTreeMap::<String, Vec<String>>::new();
    let mut fields = vec![token(page)?];
    for tag in page.split('<').filter_map(|rest| rest.split('>').next()) {
        let Some(name) = attribute(tag, "name") else {
            continue;
        };
        let value = attribute(tag, "value").unwrap_or_default();
        match (tag.split(' ').next(), attribute(tag, "type")) {
            (Some("input"), Some("radio" | "checkbox")) => {
                options
                    .entry(name.to_owned())
                    .or_default()
                    .push(value.to_owned());
            }
            (Some("input"), Some("text")) => fields.push((name.to_owned(), "3".to_owned())),
            (Some("textarea"), _) if name != "comment" || turn.is_multiple_of(2) => {
                fields.push((name.to_owned(), REMARK.to_owned()));
            }
            _ => {}
        }
    }
    for (place, (name, values)) in options.into_iter().enumerate() {
        let chosen = values[(turn + place) % values.len()].clone();
        fields.push((name, chosen));
    }
    fields.push(("step".to_owned(), "next".to_owned()));
    Ok(fields)
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}
