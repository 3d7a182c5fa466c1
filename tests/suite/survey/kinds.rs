//! Rankings, days and information, and questions that are only asked after certain answers.

use super::{answer, begin, counted, submit};
use crate::support::app::TestApp;
use crate::support::town;

/// One survey in which the first question decides whether the others are asked.
const MARKET: &str = r#"
slug = "ziele"
title = "Der Markt"
lead = "Wie soll der Wochenmarkt werden?"

[[track]]
kind = "survey"
opens = "2026-06-08"
closes = "2026-07-17"

[[survey]]
slug = "markt"
title = "Wochenmarkt"

[[survey.question]]
key = "besuch"
kind = "single"
text = "Gehen Sie auf den Markt?"
required = true
options = [{ key = "ja", label = "Ja" }, { key = "nein", label = "Nein" }]

[[survey.question]]
key = "hinweis"
kind = "information"
text = "Jetzt geht es um die Stände"
help = "Der Markt zieht im Herbst um."
only_if = { question = "besuch", answers = ["ja"] }

[[survey.question]]
key = "wichtig"
kind = "ranking"
text = "Was ist Ihnen wichtig?"
required = true
only_if = { question = "besuch", answers = ["ja"] }
options = [{ key = "obst", label = "Obst" }, { key = "kaese", label = "Käse" }, { key = "blumen", label = "Blumen" }]

[[survey.question]]
key = "zuletzt"
kind = "date"
text = "Wann waren Sie zuletzt da?"

[[survey.question]]
key = "grund"
kind = "short_text"
text = "Warum nicht?"
only_if = { question = "besuch", answers = ["nein"] }
"#;

async fn market() -> TestApp {
    TestApp::with(MARKET, |_| {}).await
}

#[actix_web::test]
async fn an_order_a_day_and_something_to_read() {
    let app = market().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    let at = |key: &str| format!("{home}/markt/{key}");
    let next = answer(&anna, &at("besuch"), &[("choice", "ja")])
        .await
        .location();
    assert_eq!(next, at("hinweis"));
    let page = anna.get(&next).await;
    page.says("Der Markt zieht im Herbst um.");
    assert!(
        !page.says_key(&anna, "survey-skip-question"),
        "there is nothing to skip"
    );
    let next = anna.press(&page, "survey-next", &[]).await.location();
    assert_eq!(next, at("wichtig"));

    for (typed, fault) in [
        (
            [("place.obst", "1"), ("place.kaese", "1")],
            "Platz 1 ist zweimal vergeben.",
        ),
        (
            [("place.obst", "3"), ("place.kaese", "1")],
            "Platz 2 fehlt noch.",
        ),
        (
            [("place.obst", ""), ("place.kaese", "")],
            "Geben Sie mindestens einer Antwort einen Platz.",
        ),
    ] {
        let page = answer(&anna, &next, &typed).await;
        page.expect(422).says(fault);
        let chosen = page.attributes("select[name='place.obst'] option[selected]", "value");
        let kept = Some(typed[0].1).filter(|place| !place.is_empty());
        assert_eq!(
            chosen,
            kept.into_iter().collect::<Vec<_>>(),
            "what was chosen stays"
        );
    }
    let next = answer(&anna, &next, &[("place.obst", "2"), ("place.blumen", "1")])
        .await
        .location();
    assert_eq!(next, at("zuletzt"));
    let page = answer(&anna, &next, &[("text", "31.2.2026")]).await;
    page.expect(422).says("Schreiben Sie einen Tag");
    assert_eq!(page.attributes("#text", "value"), ["31.2.2026"]);
    let next = answer(&anna, &next, &[("text", "27.6.2026")])
        .await
        .location();
    assert_eq!(
        next,
        format!("{home}/review"),
        "what comes after a no is not asked"
    );

    let review = anna.get(&next).await;
    review
        .says("1. Blumen 2. Obst")
        .says("27. Juni 2026")
        .hides("Warum nicht?");
    review.hides("Jetzt geht es um die Stände");
    anna.get(&home).await.says("3 von 3");
    submit(&anna, &home).await.expect(303);
    assert_eq!(counted(&app), (1, 1, 4));
    let market = town::town(&app.data.db, "ziele").await;
    let ranking = market.question("markt", "wichtig").id;
    let places = format!(
        "tallies WHERE question_id = {ranking} AND n = 1 AND (part, code) IN ((3, 1), (1, 2))"
    );
    assert_eq!(app.data.count(&places), 2);
}

#[actix_web::test]
async fn a_changed_answer_takes_back_what_hangs_on_it() {
    let app = market().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    let at = |key: &str| format!("{home}/markt/{key}");
    answer(&anna, &at("besuch"), &[("choice", "ja")]).await;
    answer(&anna, &at("wichtig"), &[("place.obst", "1")])
        .await
        .expect(303);
    submit(&anna, &home).await.expect(303);
    assert_eq!(counted(&app), (1, 1, 2));

    let change = anna.get(&(at("besuch") + "?from=review")).await;
    let next = anna
        .press(&change, "survey-next-review", &[("choice", "nein")])
        .await
        .location();
    assert_eq!(
        next,
        at("grund") + "?from=review",
        "what is newly asked comes first"
    );
    let reason = anna.get(&next).await;
    reason.says("Frage 3 von 3");
    anna.press(&reason, "survey-next-review", &[("text", "Zu weit")])
        .await
        .expect(303);
    let hidden = anna.get(&at("wichtig")).await;
    assert_eq!(
        hidden.location(),
        at("zuletzt"),
        "an address of a question that is not asked leads on"
    );
    anna.get(&format!("{home}/review"))
        .await
        .hides("Was ist Ihnen wichtig?");
    submit(&anna, &home).await.expect(303);
    assert_eq!(counted(&app), (1, 1, 2));
    let market = town::town(&app.data.db, "ziele").await;
    let ranking = market.question("markt", "wichtig").id;
    assert_eq!(
        app.data
            .count(&format!("answers WHERE question_id = {ranking}")),
        0
    );
    anna.get(&format!("{home}/receipt"))
        .await
        .hides("survey-unsent")
        .says("Zu weit");
}

#[actix_web::test]
async fn a_question_that_is_not_asked_is_not_missing() {
    let app = market().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    let at = |key: &str| format!("{home}/markt/{key}");
    answer(&anna, &at("besuch"), &[("choice", "ja")]).await;
    submit(&anna, &home)
        .await
        .expect(422)
        .says("Was ist Ihnen wichtig?");
    answer(&anna, &at("besuch"), &[("choice", "nein")]).await;
    submit(&anna, &home).await.expect(303);
    assert_eq!(counted(&app), (1, 1, 1));
}
