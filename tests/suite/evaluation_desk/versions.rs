//! Segments follow their statement: what counts no longer has none, and what stayed keeps its themes.

use chrono::TimeDelta;

use super::segments::{LIST, ONE, segment_of, split};
use super::{code, send, theme};
use crate::statements::desk::{REGISTER, enter, letter_with};
use crate::statements::erase::erase;
use crate::statements::{hand_in, handed_in, write};
use crate::support::app::TestApp;
use crate::support::town::at;

#[actix_web::test]
async fn only_what_counts_is_split_and_only_by_whoever_may() {
    let app = TestApp::new().await;
    app.clock.set(at("2026-08-02 10:00:00"));
    let editor = app.staff("editor");
    let kim = app.staff("evaluator");
    let late = letter_with(&[("received_on", "2026-08-01")]);
    enter(&editor, &late, &[]).await.expect(303);
    kim.get(ONE).await.expect(404);
    kim.get(LIST)
        .await
        .expect(200)
        .says("Noch zählt keine Stellungnahme");
    let page = editor.get(&format!("{REGISTER}/1/admission")).await;
    let typed = [("outcome", "admitted"), ("reason", "Die Post war langsam.")];
    editor
        .press(page.expect(200), "statement-desk-decide", &typed)
        .await
        .expect(303);
    let register = kim.get(&format!("{REGISTER}/1")).await;
    assert!(register.links().contains(&ONE.to_owned()));
    // An editor reads and has no buttons; a form of hers is refused.
    let read = editor.get(ONE).await;
    assert!(read.expect(200).all("main form button").is_empty());
    editor.post(ONE, &[("act", "all")]).await.expect(404);
    split(&kim, &[("act", "all")]).await.expect(303);
    assert_eq!(app.data.count("contributions"), 1);
    // Decided otherwise, it counts no longer, and neither do its segments.
    let page = editor.get(&format!("{REGISTER}/1/admission")).await;
    let typed = [("outcome", "refused"), ("reason", "Doch zu spät.")];
    editor
        .press(page.expect(200), "statement-desk-decide", &typed)
        .await
        .expect(303);
    assert_eq!(
        app.data.count("contributions") + app.data.count("free_texts"),
        0
    );
}

#[actix_web::test]
async fn a_new_version_keeps_the_themes_of_what_stayed() {
    let app = TestApp::new().await;
    let kim = app.staff("evaluator");
    let (author, home) = handed_in(&app, "Mehr Bänke.\nMehr Schatten.").await;
    split(
        &kim,
        &[
            ("paragraph", "0.0"),
            ("element", "sz-wege"),
            ("act", "join"),
        ],
    )
    .await
    .expect(303);
    split(&kim, &[("act", "all")]).await.expect(303);
    let stale = kim.get(ONE).await;
    let bank = theme(&kim, "Bänke").await;
    code(&kim, &segment_of(&kim).await, &[&bank]).await;

    app.clock.advance(TimeDelta::minutes(1));
    let page = author.get(&home).await;
    author
        .press(&page, "statement-replace", &[])
        .await
        .expect(303);
    write(&author, &home, "whole", "Neu: Wasser.\n\nMehr Bänke.")
        .await
        .expect(303);
    hand_in(
        &author,
        &home,
        &[("may_publish", "yes"), ("names_nobody", "yes")],
    )
    .await
    .expect(303);
    let list = kim.get(LIST).await;
    list.expect(200).says("neu gliedern");
    // What was sent from the page of the old version changes nothing.
    let newer = send(&kim, &stale, ONE, &[("act", "all")]).await;
    assert!(newer.expect(303).location().contains("said-segments-newer"));
    let page = kim.get(ONE).await;
    page.expect(200)
        .says("Eine neue Fassung gilt")
        .says("bleibt")
        .says("entfällt");
    kim.press(&page, "segments-carry", &[]).await.expect(303);
    assert_eq!(app.data.count("segments"), 1);
    assert_eq!(app.data.count("codings"), 1);
    let page = kim.get(ONE).await;
    page.hides("Eine neue Fassung gilt")
        .says("1.2 Wege sind hell");
    assert_eq!(page.attributes("input[type=checkbox]", "value"), ["0.0"]);
}

#[actix_web::test]
async fn whoever_deletes_or_withdraws_takes_the_segments_along() {
    let app = TestApp::new().await;
    let kim = app.staff("evaluator");
    let (author, home) = handed_in(&app, "Geheime Bänke.").await;
    let (other, hers) = handed_in(&app, "Geheimes Wasser.").await;
    let bank = theme(&kim, "Bänke").await;
    split(&kim, &[("act", "all")]).await.expect(303);
    code(&kim, &segment_of(&kim).await, &[&bank]).await;
    let two = format!("{LIST}/2");
    let page = kim.get(&two).await;
    send(&kim, &page, &two, &[("act", "all")]).await.expect(303);
    assert_eq!(app.data.count("contributions"), 2);
    erase(&author, &home).await;
    let page = other.get(&format!("{hers}/withdrawal")).await;
    other
        .press(page.expect(200), "statement-withdraw-button", &[])
        .await
        .expect(303);
    for table in [
        "segments",
        "free_texts",
        "contributions",
        "contribution_words",
        "readings",
        "codings",
    ] {
        assert_eq!(app.data.count(table), 0, "{table}");
    }
    kim.get(ONE).await.expect(404);
}
