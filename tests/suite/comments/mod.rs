//! Comments on elements of an edition: given, read, released, supported, answered, reported, corrected, taken back.

mod desk;
mod editions;

use chrono::TimeDelta;

use crate::moderation::QUEUE;
use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::town::{CONSULTATION, at};
use crate::support::visitor::Visitor;

/// Where everyone reads and writes comments on one goal.
const PLACE: &str = "/consultations/ziele/comments/sz-wege";

/// The consultation of the fixture town with a strand for comments, open as long as its survey.
pub fn with_comments() -> String {
    let track =
        "[[track]]\nkind = \"comments\"\nopens = \"2026-06-08\"\ncloses = \"2026-07-17\"\n\n";
    CONSULTATION.replacen("[[milestone]]", &format!("{track}[[milestone]]"), 1)
}

async fn app() -> TestApp {
    TestApp::with(&with_comments(), |_| {}).await
}

/// Sends a comment on a goal; gives the answer.
async fn say(person: &Visitor, place: &str, typed: &[(&str, &str)]) -> Answer {
    let page = person.get(place).await;
    person
        .press(page.expect(200), "comments-button", typed)
        .await
}

/// Somebody who has commented: her browser, `/p/…` of her receipt, and the comment.
pub async fn one_comment(app: &TestApp, words: &str) -> (Visitor, String, String) {
    let anna = app.visitor();
    let taken = say(&anna, PLACE, &[("text", words)]).await;
    let list = taken.expect(303).location();
    let home = list.split("/comments").next().unwrap().to_owned();
    let id = last_of(&anna, &home).await;
    (anna, home, id)
}

/// A public comment on the goal about trees, under a receipt there is.
pub async fn comment_under(app: &TestApp, person: &Visitor, home: &str) -> String {
    let place = format!("{home}/comments/sz-baeume");
    say(person, &place, &[("text", "Mehr Linden")])
        .await
        .expect(303);
    let id = last_of(person, home).await;
    release(app, &id).await;
    id
}

/// The identity of the last comment on a receipt.
async fn last_of(person: &Visitor, home: &str) -> String {
    let page = person.get(&format!("{home}/comments")).await;
    let ids = page.expect(200).attributes(".comments > li", "id");
    ids.last().unwrap().trim_start_matches("c-").to_owned()
}

/// Lets everyone read a comment.
pub async fn release(app: &TestApp, id: &str) {
    app.clock.advance(TimeDelta::minutes(1));
    let kim = app.staff("moderator");
    let page = kim.get(&format!("{QUEUE}/{id}")).await;
    kim.press(page.expect(200), "texts-release", &[])
        .await
        .expect(303);
}

/// Presses a button that bears the name of a comment.
async fn raise(person: &Visitor, url: &str, button: &str, id: &str) -> Answer {
    let page = person.get(url).await;
    let token = page.attributes("input[name=_token]", "value").remove(0);
    person
        .post(url, &[("_token", token.as_str()), (button, id)])
        .await
}

#[actix_web::test]
async fn a_comment_is_public_once_it_was_read_and_never_before() {
    let app = app().await;
    let field = "/strategies/konzept/editions/1/hf-leben";
    let stranger = app.visitor();
    let page = stranger.get(field).await;
    assert!(
        page.links().iter().any(|url| url == PLACE),
        "{:?}",
        page.links()
    );
    let (anna, home, id) = one_comment(&app, "Am Bach fehlt Licht\0.").await;
    let own = anna.get(&format!("{home}/comments")).await;
    own.says("Am Bach fehlt Licht.").says("Wartet");
    stranger.get(PLACE).await.hides("Am Bach fehlt Licht.");
    release(&app, &id).await;
    let public = stranger.get(PLACE).await;
    public.says("Am Bach fehlt Licht.").says("Ohne Namen");
    stranger.get(field).await.says("1 Kommentar");
    stranger
        .get("/consultations/ziele/comments")
        .await
        .says("1 Kommentar");
    anna.get(&format!("{home}/comments"))
        .await
        .says("Öffentlich");
    // A comment makes nobody a person who answered the survey.
    assert_eq!(app.data.count("headcounts"), 0);
    let recount = app.data.db.read(trialog::comment::recount).await.unwrap();
    assert_eq!(recount, []);
}

#[actix_web::test]
async fn the_same_form_sent_twice_is_one_comment_and_one_receipt() {
    let app = app().await;
    let anna = app.visitor();
    let page = anna.get(PLACE).await;
    let typed = [("text", "Mehr Licht"), ("name", "Anna vom Bach")];
    let first = anna.press(&page, "comments-button", &typed).await;
    let second = anna.press(&page, "comments-button", &typed).await;
    assert_eq!(first.expect(303).location(), second.expect(303).location());
    assert_eq!(app.data.count("comments"), 1);
    // Other words from the same screen belong to somebody else.
    let other = anna.press(&page, "comments-button", &[("text", "Mehr Luft")]);
    assert_ne!(other.await.expect(303).location(), first.location());
    // With the code of the receipt they are hers, and the same words again are no second comment.
    let home = first.location();
    let home = home.split("/comments").next().unwrap();
    let code = &home[3..];
    for _ in 0..2 {
        let typed = [("text", "Und Bänke"), ("code", code)];
        say(&anna, PLACE, &typed).await.expect(303);
    }
    assert_eq!(app.data.count("comments"), 3);
    let own = anna.get(&format!("{home}/comments")).await;
    own.says("Und Bänke")
        .says("Anna vom Bach")
        .hides("Mehr Luft");
}

#[actix_web::test]
async fn what_does_not_fit_comes_back_with_everything_typed() {
    let app = app().await;
    let anna = app.visitor();
    let long = "ä".repeat(2_001);
    let refused = say(&anna, PLACE, &[("text", &long), ("name", "Anna")]).await;
    refused.expect(422);
    assert!(refused.body.contains(&long) && refused.body.contains("Anna"));
    let empty = say(&anna, PLACE, &[("text", " ")]).await;
    assert!(empty.expect(422).says_key(&anna, "error-comment-missing"));
    let typed = [("text", "Mehr Licht"), ("code", "KEIN CODE")];
    let wrong = say(&anna, PLACE, &typed).await;
    wrong.expect(422).says("Mehr Licht");
    assert!(wrong.body.contains("KEIN CODE"));
    let unknown = trialog::participation::Code::fresh();
    let typed = [("text", "Mehr Licht"), ("code", unknown.as_str())];
    let wrong = say(&anna, PLACE, &typed).await;
    assert!(wrong.expect(422).says_key(&anna, "error-comment-code"));
    assert_eq!(app.data.count("participations"), 0);
    anna.get("/consultations/ziele/comments/none")
        .await
        .expect(404);
    // The end passes while the page lies open: nothing is kept, and nothing typed is lost.
    let page = anna.get(PLACE).await;
    app.clock.set(at("2026-07-18 00:00:00"));
    let late = anna.press(&page, "comments-button", &[("text", "Zu spät")]);
    late.await.expect(422).says("Zu spät");
    assert_eq!(app.data.count("comments"), 0);
}

#[actix_web::test]
async fn each_participation_agrees_once_and_takes_it_back() {
    let app = app().await;
    let (anna, home, id) = one_comment(&app, "Mehr Licht").await;
    let berta = app.visitor();
    berta
        .get(&format!("{PLACE}/{id}/support"))
        .await
        .expect(404);
    release(&app, &id).await;
    let ask = berta.get(&format!("{PLACE}/{id}/support")).await;
    let done = berta.press(ask.expect(200), "comments-support", &[]).await;
    let again = berta.press(&ask, "comments-support", &[]).await;
    assert_eq!(done.expect(303).location(), again.expect(303).location());
    let hers = done.location();
    let hers = hers.split("/comments").next().unwrap().to_owned();
    let page = format!("{hers}/comments/sz-wege");
    raise(&berta, &page, "support", &id).await.expect(303);
    berta.get(PLACE).await.says("1 Person sieht es auch so");
    // Nobody agrees with herself.
    let own = format!("{home}/comments/sz-wege");
    raise(&anna, &own, "support", &id).await.expect(303);
    anna.get(PLACE).await.says("1 Person sieht es auch so");
    raise(&berta, &page, "unsupport", &id).await.expect(303);
    raise(&berta, &page, "unsupport", &id).await.expect(303);
    berta.get(PLACE).await.hides("sieht es auch so");
    raise(&berta, &page, "support", "none").await.expect(404);
    let recount = app.data.db.read(trialog::comment::recount).await.unwrap();
    assert_eq!(recount, []);
}

#[actix_web::test]
async fn a_corrected_comment_waits_anew_and_a_withdrawn_one_leaves_nothing() {
    let app = app().await;
    let (anna, home, id) = one_comment(&app, "Mehr Licht").await;
    release(&app, &id).await;
    let berta = app.visitor();
    let ask = berta.get(&format!("{PLACE}/{id}/support")).await;
    berta.press(&ask, "comments-support", &[]).await.expect(303);
    let url = format!("{home}/comments/sz-wege/{id}");
    let page = anna.get(&url).await;
    anna.press(
        page.expect(200),
        "comments-edit-button",
        &[("text", "Viel mehr Licht")],
    )
    .await
    .expect(303);
    berta
        .get(PLACE)
        .await
        .hides("Mehr Licht")
        .hides("Viel mehr Licht");
    assert_eq!(app.data.count("comment_supports"), 0);
    assert_eq!(app.data.count("text_decisions"), 0);
    release(&app, &id).await;
    berta.get(PLACE).await.says("Viel mehr Licht");
    // Somebody else's receipt does not open it.
    let (carla, other, _) = one_comment(&app, "Mehr Bänke").await;
    carla
        .get(&format!("{other}/comments/sz-wege/{id}"))
        .await
        .expect(404);
    let page = anna.get(&url).await;
    for _ in 0..2 {
        anna.press(&page, "comments-withdraw-button", &[])
            .await
            .expect(303);
    }
    berta.get(PLACE).await.hides("Viel mehr Licht");
    assert_eq!(app.data.count("comments"), 1);
    assert_eq!(app.data.count("free_texts"), 1);
}

#[actix_web::test]
async fn what_was_typed_when_comments_closed_meanwhile_is_shown_again_with_its_name() {
    let app = app().await;
    let anna = app.visitor();
    let page = anna.get(PLACE).await;
    app.clock.set(at("2026-07-18 00:00:00"));
    let typed = [("text", "Mehr Bänke am Weg"), ("name", "Anna vom Bach")];
    let late = anna.press(&page, "comments-button", &typed).await;
    late.expect(422)
        .says("Mehr Bänke am Weg")
        .says("Anna vom Bach");
    assert_eq!(app.data.count("comments"), 0);
}
