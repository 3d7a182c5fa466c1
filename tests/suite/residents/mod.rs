//! A resident's account: coming in by mail, her codes, her mails, her data, and the end.

mod account;
mod codes;
mod entry;
mod told;

use chrono::TimeDelta;
use trialog::resident::page::round::round;

use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::visitor::{Visitor, filled};

pub const ANNA: &str = "anna@lindenau.example";

/// The newest link of that kind in the mails that wait, without the portal's own address.
fn mailed(app: &TestApp, path: &str) -> String {
    let mails = app.data.dump("outbox");
    let at = mails.rfind(path).unwrap_or_else(|| panic!("{mails}"));
    mails[at..]
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "/-_".contains(*c))
        .collect()
}

/// Asks for a link.
async fn asked(visitor: &Visitor, address: &str) -> Answer {
    let page = visitor.get("/my/sign-in").await;
    let typed = [("email", address)];
    visitor
        .press(page.expect(200), "my-link-button", &typed)
        .await
}

/// Asks for a link and comes in by it, for the first time or again.
async fn come_in(app: &TestApp, visitor: &Visitor, address: &str) {
    asked(visitor, address).await.expect(303);
    let page = visitor.get(&mailed(app, "/my/sign-in/")).await;
    let is_new = page.expect(200).says_key(visitor, "my-enter-new-button");
    let button = if is_new {
        "my-enter-new-button"
    } else {
        "enter-button"
    };
    let inside = visitor.press(&page, button, &[]).await;
    assert_eq!(inside.expect(303).location(), "/my");
}

/// Somebody with an account.
pub async fn resident(app: &TestApp, address: &str) -> Visitor {
    let visitor = app.visitor();
    come_in(app, &visitor, address).await;
    visitor
}

/// Types a code in her account.
async fn add(visitor: &Visitor, code: &str) -> Answer {
    let page = visitor.get("/my").await;
    let typed = [("code", code)];
    visitor
        .press(page.expect(200), "my-add-button", &typed)
        .await
}

/// Switches mails about the fixture consultation.
async fn switch(visitor: &Visitor, button: &str) -> Answer {
    let page = visitor.get("/my").await;
    let name = page
        .all("form[action='/my/notices/ziele'] button")
        .into_iter()
        .find(|name| name.starts_with(&visitor.t(button)));
    let name = name.unwrap_or_else(|| panic!("no button {button}: {}", page.main()));
    let (url, fields) = filled(&page, &name, &[]);
    let fields: Vec<_> = fields
        .iter()
        .map(|(k, v)| (k.as_str(), v.as_str()))
        .collect();
    visitor.post(&url, &fields).await
}

/// Goes through all pages of an account with a code, and lets its links and sessions be forgotten.
pub async fn everything(app: &TestApp, home: &str) {
    let anna = resident(app, ANNA).await;
    add(&anna, &home[3..]).await.expect(303);
    switch(&anna, "my-notice-on-button").await.expect(303);
    switch(&anna, "my-notice-off-button").await.expect(303);
    let page = anna.get("/my/settings").await;
    let typed = [("language", "en")];
    anna.press(&page, "subscription-save", &typed).await;
    let typed = [("email", "anna@neu.example")];
    anna.press(&page, "my-address-ask", &typed).await;
    let link = mailed(app, "/my/address/");
    let page = anna.get(&link).await;
    anna.press(&page, "my-address-button", &[]).await;
    let my = anna.get("/my").await;
    let removal = my.attributes("a[href^='/my/codes/']", "href").remove(0);
    for url in [
        "/my/data.json",
        "/my/data.txt",
        "/my/erasure",
        removal.as_str(),
        &format!("{home}/contributions"),
    ] {
        anna.get(url).await.expect(200);
    }
    let page = anna.get(&removal).await;
    anna.press(&page, "my-remove-button", &[]).await.expect(303);
    let page = anna.get("/my/erasure").await;
    let typed = [("sure", "yes")];
    anna.press(&page, "my-erase-button", &typed)
        .await
        .expect(303);
    resident(app, ANNA).await;
    app.clock.advance(TimeDelta::hours(13));
    round(&app.site, &app.data.db).await.unwrap();
}
