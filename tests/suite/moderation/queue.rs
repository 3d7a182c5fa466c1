//! The queue: release one or several, hide with a reason, take back; nothing is public before.

use chrono::TimeDelta;

use super::{PUBLIC, QUEUE, one_text};
use crate::evaluation::close_and_publish;
use crate::evaluation_desk::gather;
use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

/// The texts a page of the queue shows.
fn quotes(page: &Answer) -> Vec<String> {
    page.all(".queue .quote")
}

/// Hides a text for being an insult, with a note.
pub async fn hide(moderator: &Visitor, id: &str, note: &str) -> Answer {
    let page = moderator.get(&format!("{QUEUE}/{id}")).await;
    let typed = [("reason", "insult"), ("note", note)];
    moderator
        .press(page.expect(200), "texts-hide-button", &typed)
        .await
}

#[actix_web::test]
async fn a_text_is_public_after_somebody_has_released_it_and_never_before() {
    let app = TestApp::new().await;
    let (anna, home, first) = one_text(&app, "Mehr Laternen am Bach").await;
    let (_, _, second) = one_text(&app, "Weniger Laternen").await;
    one_text(&app, "Bleibt liegen").await;
    let kim = app.staff("moderator");
    let page = kim.get(QUEUE).await;
    assert_eq!(quotes(&page).len(), 3);
    page.says("Wege sind hell").says("mutiger").hides("/p/");
    assert!(page.links().iter().all(|link| !link.contains(&home[3..])));

    let done = kim
        .press(
            &page,
            "texts-release-picked",
            &[("text", &first), ("text", &second)],
        )
        .await;
    let after = kim.open(&done.location()).await;
    assert_eq!(quotes(&after), ["Bleibt liegen"]);
    assert!(after.says_key(&kim, "said-texts-released"));
    assert_eq!(
        app.data.count("text_decisions WHERE decision = 'released'"),
        2
    );
    let journal = app.data.dump("journal");
    assert!(journal.contains("texts.moderate") && !journal.contains("Laternen"));

    close_and_publish(&app).await;
    let public = anna.get(PUBLIC).await;
    public
        .says("Mehr Laternen am Bach")
        .says("Weniger Laternen")
        .hides("Bleibt liegen");
    anna.get(&format!("{home}/receipt"))
        .await
        .says("Freigegeben");

    // Hidden: gone from the public page at once.
    app.clock.advance(TimeDelta::minutes(1));
    let kim = app.staff("moderator");
    hide(&kim, &first, "Bitte sachlich.").await.expect(303);
    anna.get(PUBLIC)
        .await
        .hides("Mehr Laternen am Bach")
        .says("Weniger Laternen");
}

#[actix_web::test]
async fn pages_that_are_kept_show_at_once_what_people_hand_in() {
    let app = TestApp::new().await;
    let (kim, admin) = (app.staff("moderator"), app.staff("admin"));
    app.data.db.look_for_changes().await.unwrap();
    for n in 1..=3 {
        one_text(&app, &format!("Mehr Bänke an {n} Stellen")).await;
        let before = app.data.sent();
        let first = kim.get(QUEUE).await;
        let first_sent = app.data.sent() - before;
        assert_eq!(quotes(&first).len(), n);
        let again = kim.get(QUEUE).await;
        assert_eq!(quotes(&again).len(), n);
        let again_sent = app.data.sent() - before - first_sent;
        assert!(again_sent <= first_sent, "{again_sent} after {first_sent}");
        let desk = kim.get("/desk").await;
        assert_eq!(desk.all(".rows__number"), [n.to_string()]);
        let journal = admin.get("/desk/journal").await;
        let lines = i64::try_from(journal.all(".journal tbody tr").len()).unwrap();
        assert_eq!(lines, app.data.count("journal"));
    }
    // What is decided shows at once, too.
    let page = kim.get(QUEUE).await;
    let ids = page.attributes("input[name=text]", "value");
    kim.press(&page, "texts-release-picked", &[("text", &ids[0])])
        .await
        .expect(303);
    assert_eq!(quotes(&kim.get(QUEUE).await).len(), 2);
}

#[actix_web::test]
async fn what_was_just_done_can_be_taken_back() {
    let app = TestApp::new().await;
    let (_, _, id) = one_text(&app, "Mehr Bänke").await;
    gather(&app).await;
    let kim = app.staff("moderator");
    let page = kim.get(&format!("{QUEUE}?q=B%C3%84NKE")).await;
    let done = kim
        .press(&page, "texts-release-picked", &[("text", &id)])
        .await;
    app.clock.advance(TimeDelta::seconds(5));
    let after = kim.get(&done.location()).await;
    let undone = kim.press(&after, "texts-undo", &[]).await;
    let again = kim.open(&undone.location()).await;
    assert_eq!(quotes(&again), ["Mehr Bänke"]);
    assert_eq!(app.data.count("free_texts WHERE state = 'waiting'"), 1);

    // Somebody else cannot undo it, and what was decided anew stays.
    app.clock.advance(TimeDelta::seconds(5));
    let page = kim.get(QUEUE).await;
    let done = kim
        .press(&page, "texts-release-picked", &[("text", &id)])
        .await;
    let lee = app.staff("moderator");
    app.clock.advance(TimeDelta::seconds(5));
    let page = lee.get(&done.location()).await;
    lee.press(&page, "texts-undo", &[]).await.expect(303);
    assert_eq!(app.data.count("free_texts WHERE state = 'released'"), 1);
}

#[actix_web::test]
async fn bad_input_changes_nothing_and_keeps_what_was_typed() {
    let app = TestApp::new().await;
    let (_, _, id) = one_text(&app, "Mehr Bänke").await;
    let kim = app.staff("moderator");
    let page = kim.get(QUEUE).await;
    let none = kim.press(&page, "texts-release-picked", &[]).await;
    assert!(none.expect(422).says_key(&kim, "error-texts-nothing"));
    let one = kim.get(&format!("{QUEUE}/{id}")).await;
    let typed = [("note", "So nicht")];
    let refused = kim.press(&one, "texts-hide-button", &typed).await;
    assert!(refused.expect(422).says_key(&kim, "error-hide-reason"));
    assert!(refused.body.contains("So nicht"));
    let long = "x".repeat(501);
    let typed = [("reason", "other"), ("note", long.as_str())];
    kim.press(&one, "texts-hide-button", &typed)
        .await
        .expect(422);
    kim.get(&format!("{QUEUE}/nothing")).await.expect(404);
    kim.get(&format!(
        "{QUEUE}?state=x&consultation=x&survey=y&page=9&undo=z"
    ))
    .await
    .expect(200);
    assert_eq!(app.data.count("text_decisions"), 0);

    // Somebody was faster: what she decided stands.
    app.clock.advance(TimeDelta::seconds(5));
    hide(&kim, &id, "Bitte sachlich.").await.expect(303);
    let late = kim
        .press(&one, "texts-redact-button", &[("word", "0")])
        .await;
    assert!(late.expect(422).says_key(&kim, "error-text-moved-on"));
    assert_eq!(app.data.count("free_texts WHERE state = 'hidden'"), 1);
}

#[actix_web::test]
async fn filters_and_words_narrow_the_queue() {
    let app = TestApp::new().await;
    one_text(&app, "Mehr Bänke").await;
    one_text(&app, "Mehr 100% Licht_").await;
    one_text(&app, "Licht an der Bushaltestelle").await;
    gather(&app).await;
    // Nobody has noted the words of this one yet.
    one_text(&app, "Ein Steg mit Licht am Weiher").await;
    let reader = app.staff("editor");
    for (query, expected) in [
        ("q=b%C3%A4nke", 1),
        // Another form of the word, and a word with another one that stands elsewhere.
        ("q=Bank", 1),
        ("q=mehr+licht", 1),
        ("q=bank+licht", 0),
        // Parts of words, each in a word of its own.
        ("q=haltestellen", 1),
        ("q=ushalt+ich", 1),
        ("q=stellen+bank", 0),
        ("q=haltestellen%25", 0),
        // What has just come, and what nobody has said.
        ("q=weiher", 1),
        ("q=weiher&state=released", 0),
        ("q=hallenbad", 0),
        ("q=licht&consultation=ziele&survey=leben", 3),
        ("q=licht&consultation=ziele&survey=gruen", 0),
        ("q=licht&state=hidden", 0),
        ("q=mehr", 2),
        ("q=%25", 1),
        ("q=_", 1),
        ("consultation=ziele&survey=leben&question=sz-wege", 4),
        ("consultation=ziele&survey=gruen", 0),
        ("consultation=nirgends", 0),
        ("state=hidden", 0),
    ] {
        let page = reader.get(&format!("{QUEUE}?{query}")).await;
        assert_eq!(quotes(page.expect(200)).len(), expected, "{query}");
        // An editor reads and does not decide.
        assert!(!page.says_key(&reader, "texts-release-picked"));
    }
}

#[actix_web::test]
async fn a_search_goes_through_all_pages_of_a_state_and_on_to_the_next_text() {
    let app = TestApp::new().await;
    let mut ids = Vec::new();
    for n in 0..4 {
        ids.push(one_text(&app, &format!("Bank Nummer {n}")).await.2);
        one_text(&app, &format!("Licht Nummer {n}")).await;
    }
    ids.sort();
    gather(&app).await;
    let kim = app.staff("moderator");
    let page = kim.get(&format!("{QUEUE}?q=B%C3%A4nke")).await;
    assert_eq!(quotes(&page).len(), 4);
    // Whoever releases the second one goes on with the third, not with a text about something else.
    let done = kim
        .press(&page, "texts-release-picked", &[("text", &ids[1])])
        .await;
    let next = done.location();
    assert!(next.ends_with(&format!("#t-{}", ids[2])), "{next}");
    let left = kim.open(&next).await;
    assert_eq!(quotes(&left).len(), 3);
    let released = kim
        .get(&format!("{QUEUE}?q=B%C3%A4nke&state=released"))
        .await;
    assert_eq!(quotes(&released).len(), 1);
}
