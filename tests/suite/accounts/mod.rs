//! Signing in, second factors, links that work once, and what admins do with accounts.

mod coming_in;
mod managing;
mod session;

use chrono::TimeDelta;
use trialog::account::model::Factor;
use trialog::base::id::Id;

use crate::support::answer::Answer;
use crate::support::app::{PASSWORD, TestApp};
use crate::support::visitor::Visitor;

/// The fixture town without a second factor.
async fn relaxed() -> TestApp {
    TestApp::with(crate::support::town::CONSULTATION, |config| {
        config.sign_in.second_factor = false;
    })
    .await
}

/// Types address and password on the page for signing in.
pub async fn sign_in(visitor: &Visitor, email: &str, password: &str) -> Answer {
    let page = visitor.get("/sign-in").await;
    let typed = [("email", email), ("password", password)];
    visitor.press(&page, "sign-in-button", &typed).await
}

/// The code an app would show now.
fn code(app: &TestApp, account: &str, seed: &str) -> String {
    Factor::of(&Id::known(account), seed, &app.site.secrets)
        .unwrap()
        .code_at(app.clock.now())
}

/// Signs in and sets up an app; gives the seed and the codes on paper.
async fn set_up(
    app: &TestApp,
    visitor: &Visitor,
    account: &str,
    email: &str,
) -> (String, Vec<String>) {
    let next = sign_in(visitor, email, PASSWORD).await.location();
    assert!(next.starts_with("/sign-in/setup"), "{next}");
    let page = visitor.get(&next).await;
    let seed = page.attributes("input[name=seed]", "value").remove(0);
    let code = code(app, account, &seed);
    let codes = visitor
        .press(&page, "setup-button", &[("code", &code)])
        .await;
    codes.expect(200);
    visitor.get("/desk").await.expect(200);
    (seed, codes.all(".paper-codes code"))
}

/// Half a minute and a second: the next code.
fn next_step(app: &TestApp) {
    app.clock.advance(TimeDelta::seconds(31));
}

/// The newest link in the mails that wait.
fn mailed_link(app: &TestApp) -> String {
    let mails = app.data.dump("outbox");
    let at = mails.rfind("http://").unwrap();
    let link = mails[at..].split_whitespace().next().unwrap();
    link[link.find("8080").unwrap() + 4..]
        .trim_end_matches('"')
        .to_owned()
}
