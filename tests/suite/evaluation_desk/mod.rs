//! The evaluation desk: statements split into segments, form letters, two coders.

mod coders;
mod duplicates;
mod lists;
pub mod segments;
mod versions;

use crate::moderation::one_text;
use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

/// Where the desk of the fixture consultation is.
const DESK: &str = "/desk/consultations/ziele";

/// Takes over what people wrote, as the round does.
pub async fn gather(app: &TestApp) {
    trialog::theme::page::round::gather(&app.site, &app.data.db)
        .await
        .unwrap();
}

/// Contributions with these words, each from somebody else; gives their identities.
pub async fn contributions(app: &TestApp, words: &[&str]) -> Vec<String> {
    let mut ids = Vec::new();
    for words in words {
        ids.push(one_text(app, words).await.2);
    }
    gather(app).await;
    ids
}

/// Makes a theme; gives its identity.
pub async fn theme(evaluator: &Visitor, name: &str) -> String {
    let url = format!("{DESK}/themes");
    let page = evaluator.get(&url).await;
    evaluator
        .press(page.expect(200), "themes-create", &[("name", name)])
        .await
        .expect(303);
    let list = evaluator.get(&url).await;
    let rows = list.all("li[id^=theme-]");
    let at = rows.iter().position(|row| row.contains(name)).unwrap();
    let id = &list.attributes("li[id^=theme-]", "id")[at];
    id.trim_start_matches("theme-").to_owned()
}

/// Puts a contribution under themes.
pub async fn code(evaluator: &Visitor, text: &str, themes: &[&str]) {
    let page = evaluator.get(&format!("{DESK}/contributions/{text}")).await;
    let typed: Vec<_> = themes.iter().map(|theme| ("theme", *theme)).collect();
    let button = if themes.is_empty() {
        "coding-without"
    } else {
        "coding-save"
    };
    evaluator
        .press(page.expect(200), button, &typed)
        .await
        .expect(303);
}

/// Opens every page of the desk, with a statement that is split.
pub async fn visit(app: &TestApp, evaluator: &Visitor) {
    gather(app).await;
    let one = format!("{DESK}/segments/1");
    let page = evaluator.get(&one).await;
    send(evaluator, page.expect(200), &one, &[("act", "all")])
        .await
        .expect(303);
    for url in [
        "evaluation",
        "contributions",
        "contributions?coded=no&q=Licht&channel=online&kind=comment",
        "contributions?coded=mine",
        "segments",
        "segments/1",
        "duplicates",
        "coders",
        "themes",
    ] {
        evaluator.get(&format!("{DESK}/{url}")).await.expect(200);
    }
}

/// Sends a form of a page with other fields in place of its own.
pub async fn send(person: &Visitor, page: &Answer, url: &str, typed: &[(&str, &str)]) -> Answer {
    let hidden = |name: &str| {
        let found = page.attributes(&format!("main form input[name={name}]"), "value");
        found.into_iter().next().unwrap_or_default()
    };
    let (token, version) = (hidden("_token"), hidden("version"));
    let mut fields = vec![("_token", token.as_str()), ("version", version.as_str())];
    fields.extend(typed);
    person.post(url, &fields).await
}
