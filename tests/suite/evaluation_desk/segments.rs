//! Statements are split into segments, and each segment is a contribution.

use diesel::RunQueryDsl;

use super::{DESK, code, gather, send, theme};
use crate::statements::desk::{SCAN, enter, letter_with};
use crate::statements::handed_in;
use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

pub const LIST: &str = "/desk/consultations/ziele/segments";
pub const ONE: &str = "/desk/consultations/ziele/segments/1";

const WORDS: &str = "Sehr geehrte Damen und Herren,\n\nmehr Licht am Bach.\nAuch am Anger.\n\nMit freundlichen Grüßen";

/// A letter on the whole and on one goal, with a scan.
pub async fn letter(evaluator: &Visitor) {
    let typed = letter_with(&[
        ("whole", WORDS),
        ("part-0-on", "sz-baeume"),
        ("part-0-text", "Zehn Bäume sind zu wenig."),
    ]);
    enter(evaluator, &typed, &[("Brief.pdf", SCAN)])
        .await
        .expect(303);
}

pub async fn split(person: &Visitor, typed: &[(&str, &str)]) -> Answer {
    let page = person.get(ONE).await;
    send(person, page.expect(200), ONE, typed).await
}

pub const TICKED: [(&str, &str); 4] = [
    ("paragraph", "0.1"),
    ("paragraph", "0.2"),
    ("element", "sz-wege"),
    ("act", "join"),
];

#[actix_web::test]
async fn ticked_paragraphs_become_a_segment_that_can_be_coded_at_once() {
    let app = TestApp::new().await;
    let kim = app.staff("evaluator");
    letter(&kim).await;
    let list = kim.get(LIST).await;
    list.expect(200)
        .says("1 von 1 Stellungnahmen sind zu gliedern")
        .says("0 von 5 Absätzen in Abschnitten")
        .says("1 Anlage");
    let unsure = split(&kim, &[("element", "part"), ("act", "join")]).await;
    assert!(unsure.expect(422).says_key(&kim, "error-segment-none"));
    let unsure = split(
        &kim,
        &[("paragraph", "0.1"), ("element", "mond"), ("act", "join")],
    )
    .await;
    assert!(unsure.expect(422).says_key(&kim, "error-theme-element"));
    assert_eq!(unsure.attributes("input[checked]", "value"), ["0.1"]);
    split(&kim, &TICKED).await.expect(303);
    // The same again makes no second one: its paragraphs are taken.
    let page = kim.get(ONE).await;
    send(&kim, &page, ONE, &TICKED).await.expect(303);
    assert_eq!(app.data.count("segments"), 1);
    assert_eq!(app.data.count("contributions WHERE kind = 'segment'"), 1);
    assert_eq!(app.data.count("free_texts WHERE state = 'held'"), 1);
    let page = kim.get(ONE).await;
    page.says("1.2 Wege sind hell").says("2 Absätze");
    assert_eq!(
        page.attributes("input[type=checkbox]", "value"),
        ["0.0", "0.3", "1.0"]
    );
    // The rest, each run where it was written.
    split(&kim, &[("act", "all")]).await.expect(303);
    let page = kim.get(ONE).await;
    assert_eq!(page.all(".split__list > li").len(), 4);
    page.says("2.1 Mehr Bäume");
    let list = kim.get(&format!("{LIST}?state=all")).await;
    list.says("5 von 5 Absätzen in Abschnitten")
        .says("4 Abschnitte");
    // Found among the contributions by its words, and by where the statement came from.
    let found = kim
        .get(&format!(
            "{DESK}/contributions?kind=segment&channel=letter&q=Licht"
        ))
        .await;
    found
        .expect(200)
        .says("mehr Licht am Bach.")
        .says("1 bis 1 von 1");
    let text = found
        .links()
        .into_iter()
        .find(|link| link.contains("/contributions/"));
    kim.get(&text.unwrap())
        .await
        .expect(200)
        .says("Auch am Anger.");
    // It waits for nobody's release, and the round takes nothing twice.
    gather(&app).await;
    assert_eq!(app.data.count("contributions"), 4);
    let moderator = app.staff("moderator");
    let queue = moderator.get("/desk/moderation").await;
    queue.expect(200).hides("mehr Licht am Bach");
    let id = segment_of(&kim).await;
    moderator
        .get(&format!("/desk/moderation/{id}"))
        .await
        .expect(404);
}

#[actix_web::test]
async fn a_segment_changes_its_place_goes_and_comes_back_with_its_themes() {
    let app = TestApp::new().await;
    let kim = app.staff("evaluator");
    letter(&kim).await;
    split(&kim, &TICKED).await.expect(303);
    let id = segment_of(&kim).await;
    let open = kim.get(&format!("{ONE}?place={id}")).await;
    assert_eq!(
        open.expect(200)
            .attributes("#place_element option[selected]", "value"),
        ["sz-wege"]
    );
    let wrong = send(&kim, &open, ONE, &[("place", &id), ("place_element", "")]).await;
    wrong.expect(422).says("Wählen Sie eine Stelle");
    let moved = [("place", id.as_str()), ("place_element", "sz-baeume")];
    send(&kim, &open, ONE, &moved).await.expect(303);
    let found = kim
        .get(&format!("{DESK}/contributions?element=sz-baeume"))
        .await;
    found.says("mehr Licht am Bach.");

    let licht = theme(&kim, "Licht").await;
    code(&kim, &id, &[&licht]).await;
    let gone = split(&kim, &[("remove", &id)]).await;
    let place = gone.expect(303).location();
    assert_eq!(
        app.data.count("contributions") + app.data.count("codings"),
        0
    );
    // Only whoever removed it can put it back, and only once.
    let robin = app.staff("evaluator");
    let hers = robin.get(&place).await;
    assert!(hers.all("button[name=undo]").is_empty());
    let page = kim.get(&place).await;
    kim.press(&page, "coding-undo", &[]).await.expect(303);
    assert_eq!(app.data.count("codings"), 1);
    assert_eq!(segment_of(&kim).await, id);
    let again = kim.press(&page, "coding-undo", &[]).await;
    assert!(again.expect(303).location().contains("said-segments-lost"));

    // What the town has said something to stays.
    let now = "2026-07-01 10:00:00";
    diesel::sql_query(format!(
        "INSERT INTO assessments (id, text_id, position, reason, office, state, made_at, made_by) \
         VALUES ('a', '{id}', 'followed', 'Ja.', 'Bauamt', 'approved', '{now}', 'x')"
    ))
    .execute(&mut app.data.connect())
    .unwrap();
    let stays = split(&kim, &[("remove", &id)]).await;
    assert!(stays.expect(422).says_key(&kim, "error-segment-approved"));
    assert_eq!(app.data.count("segments"), 1);
}

/// The first segment of the statement.
pub async fn segment_of(person: &Visitor) -> String {
    let page = person.get(ONE).await;
    let links = page.attributes(".split__list a", "href");
    links[0].rsplit('/').next().unwrap().to_owned()
}

#[actix_web::test]
async fn words_from_an_attachment_are_typed_off() {
    let app = TestApp::new().await;
    let kim = app.staff("evaluator");
    letter(&kim).await;
    let long = "a".repeat(20_001);
    for (words, place) in [("", "whole"), (long.as_str(), "whole"), ("Bänke", "")] {
        let typed = [("typed", words), ("typed_element", place), ("act", "typed")];
        let refused = split(&kim, &typed).await;
        assert!(refused.expect(422).body.contains("Bänke") || words != "Bänke");
    }
    let typed = [
        ("typed", "Aus dem Plan:\nzwei Linden."),
        ("typed_element", "sz-baeume"),
        ("act", "typed"),
    ];
    for _ in 0..2 {
        split(&kim, &typed).await.expect(303);
    }
    let page = kim.get(ONE).await;
    page.says("2 Abschnitte")
        .says("aus einer Anlage")
        .says("zwei Linden.");
}

#[actix_web::test]
async fn what_was_written_element_by_element_is_taken_over_in_one_go() {
    let app = TestApp::new().await;
    let kim = app.staff("evaluator");
    letter(&kim).await;
    let (_, _) = handed_in(&app, "Nur ein Ganzes.").await;
    let list = kim.get(LIST).await;
    list.expect(200)
        .says("1 offene Stellungnahme ist schon nach Stellen geschrieben");
    kim.press(&list, "segments-split-all", &[])
        .await
        .expect(303);
    assert_eq!(app.data.count("segments"), 2);
    let list = kim.get(LIST).await;
    list.says("1 von 2 Stellungnahmen sind zu gliedern")
        .hides("segments-split-all");
    assert_eq!(list.all("main form[method=post]").len(), 0);
}
