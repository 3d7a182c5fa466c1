//! From the invitation to the receipt, and what happens when something has to be corrected.

use super::{INTRO, answer, begin, counted, submit};
use crate::support::app::TestApp;

#[actix_web::test]
async fn a_resident_answers_everything_and_gets_her_receipt() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let consultation = anna.get("/consultations/ziele").await;
    assert!(consultation.links().contains(&INTRO.to_owned()));
    let home = begin(&anna).await;
    let tasks = anna.get(&home).await;
    tasks
        .says("Zusammenleben")
        .says("Grün")
        .says("Zu Ihrer Person");

    let first = format!("{home}/leben/sz-nachbarn");
    assert!(tasks.links().contains(&first), "{:?}", tasks.links());
    let page = anna.get(&first).await;
    page.says("Nachbarn kennen einander")
        .says("Ein Fest im Jahr")
        .says("Es geht um das Miteinander.");
    let steps: [(&str, &[(&str, &str)]); 7] = [
        (
            "leben/sz-nachbarn",
            &[("mark", "bolder"), ("comment", "Auch im Winter")],
        ),
        ("leben/sz-wege", &[("mark", "right")]),
        ("leben/wie-oft", &[("choice", "oft")]),
        ("leben/was-fehlt", &[("choice", "bank"), ("choice", "raum")]),
        (
            "leben/wie-gut",
            &[("item.bus", "gut"), ("item.bad", "schlecht")],
        ),
        ("leben/kinder", &[("text", "2")]),
        ("leben/wunsch", &[("text", "Ruhe\nund Schatten")]),
    ];
    let mut next = first;
    for (place, typed) in steps {
        assert_eq!(
            next,
            format!("{home}/{place}"),
            "one question leads to the next"
        );
        next = answer(&anna, &next, typed).await.location();
    }
    assert_eq!(
        next,
        format!("{home}/review"),
        "the last question leads to the review"
    );
    answer(
        &anna,
        &format!("{home}/person/viertel"),
        &[("choice", "altstadt")],
    )
    .await
    .expect(303);

    let review = anna.get(&next).await;
    for text in [
        "Auch im Winter",
        "Oft",
        "Bänke",
        "Räume",
        "Schlecht",
        "und Schatten",
        "Altstadt",
    ] {
        review.says(text);
    }
    assert_eq!(
        counted(&app),
        (0, 0, 0),
        "nothing counts before it is submitted"
    );
    let receipt = submit(&anna, &home).await;
    let receipt = anna.get(&receipt.location()).await;
    receipt.says_code(&home);
    assert_eq!(counted(&app), (1, 2, 10));
}

#[actix_web::test]
async fn back_and_on_lose_nothing() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    let (first, second) = (
        format!("{home}/leben/sz-nachbarn"),
        format!("{home}/leben/sz-wege"),
    );
    answer(
        &anna,
        &first,
        &[("mark", "drop"), ("comment", "  Zwei\nZeilen  ")],
    )
    .await
    .expect(303);
    let page = anna.get(&second).await;
    assert!(page.links().contains(&first), "a link leads back");
    let back = anna.get(&first).await;
    assert_eq!(
        back.attributes("input[name=mark][checked]", "value"),
        ["drop"]
    );
    assert_eq!(back.all("textarea"), ["Zwei Zeilen"]);
    // Pressing on without a change keeps it as it is.
    anna.press(&back, "survey-next", &[]).await.expect(303);
    let again = anna.get(&first).await;
    assert_eq!(again.all("textarea"), ["Zwei Zeilen"]);
    // From the review one comes back to the review.
    let review = anna.get(&format!("{home}/review")).await;
    let change = review
        .links()
        .into_iter()
        .find(|link| link.ends_with("sz-nachbarn?from=review"));
    let page = anna.get(&change.unwrap()).await;
    let on = anna
        .press(&page, "survey-next-review", &[("mark", "right")])
        .await;
    assert_eq!(on.location(), format!("{home}/review"));
}

#[actix_web::test]
async fn a_goal_can_be_skipped_and_its_comment_is_kept() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    let url = format!("{home}/leben/sz-wege");
    let page = anna.get(&url).await;
    let on = anna
        .press(
            &page,
            "survey-skip-goal",
            &[("mark", "right"), ("comment", "Weiß nicht")],
        )
        .await;
    assert_eq!(on.location(), format!("{home}/leben/wie-oft"));
    let back = anna.get(&url).await;
    assert!(
        back.attributes("input[name=mark][checked]", "value")
            .is_empty()
    );
    assert_eq!(back.all("textarea"), ["Weiß nicht"]);
    submit(&anna, &home).await.expect(303);
    assert_eq!(
        app.data
            .count("answers WHERE code IS NULL AND text = 'Weiß nicht'"),
        1
    );
}

/// A question, what is typed there, the field the summary leads to, the text it says (empty: not looked at).
type Case<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str, &'a str);

#[actix_web::test]
async fn what_has_to_be_corrected_is_said_at_the_field_and_nothing_typed_is_lost() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    let long = "ä".repeat(2001);
    let cases: [Case; 5] = [
        (
            "leben/sz-wege",
            &[("comment", "Ohne Bewertung")],
            "#mark",
            "error-mark-missing",
        ),
        (
            "leben/sz-wege",
            &[("mark", "right"), ("comment", &long)],
            "#comment",
            "",
        ),
        ("bus/takt", &[], "#choice", "error-choice-missing"),
        ("leben/kinder", &[("text", "zwei")], "#text", ""),
        ("leben/kinder", &[("text", "-1")], "#text", ""),
    ];
    for (place, typed, field, key) in cases {
        let page = answer(&anna, &format!("{home}/{place}"), typed).await;
        page.expect(422);
        let summary = page.attributes("[role=alert] a", "href");
        assert!(summary.contains(&field.to_owned()), "{place}: {summary:?}");
        assert!(
            !page
                .attributes("[aria-invalid], .faulty", "class")
                .is_empty()
        );
        assert!(key.is_empty() || page.says_key(&anna, key), "{key}");
        for (name, value) in typed.iter().filter(|(name, _)| *name != "mark") {
            let typed = match *name {
                "comment" => page.all("textarea"),
                _ => page.attributes("input[name=text]", "value"),
            };
            assert_eq!(typed, [*value], "{place}: {name}");
        }
        let title = page.all("title").join("");
        assert!(title.starts_with(&anna.t("error-title")), "{title}");
    }
    assert_eq!(app.data.count("drafts"), 0, "nothing faulty is kept");
    // The corrected form goes through, from the very page that complained.
    let url = format!("{home}/leben/sz-wege");
    let page = answer(&anna, &url, &[("comment", "Ohne Bewertung")]).await;
    anna.press(&page, "survey-next", &[("mark", "right")])
        .await
        .expect(303);
    assert_eq!(anna.get(&url).await.all("textarea"), ["Ohne Bewertung"]);
}

#[actix_web::test]
async fn what_is_not_offered_is_refused() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    let cases: [(&str, &[(&str, &str)]); 6] = [
        ("leben/sz-wege", &[("mark", "best")]),
        ("leben/wie-oft", &[("choice", "altstadt")]),
        ("leben/was-fehlt", &[("choice", "bank"), ("choice", "x")]),
        ("leben/wie-gut", &[("item.bus", "sehr gut")]),
        ("leben/kinder", &[("text", "99999999999999999999")]),
        ("leben/kinder", &[("text", "٣")]),
    ];
    for (place, typed) in cases {
        let url = format!("{home}/{place}");
        let page = anna.get(&url).await;
        let token = page.attributes("input[name=_token]", "value").remove(0);
        let mut fields = vec![("_token", token.as_str())];
        fields.extend(typed);
        anna.post(&url, &fields).await.expect(422);
    }
    assert_eq!(app.data.count("drafts"), 0);
}

#[actix_web::test]
async fn whoever_takes_a_break_comes_back_with_the_code() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    let page = anna.get(&format!("{home}/leben/sz-wege")).await;
    let pause = anna
        .press(&page, "survey-pause", &[("mark", "unclear")])
        .await
        .location();
    let pause = anna.get(&pause).await;
    let code = pause.says_code(&home);
    // Another device, days later.
    app.clock.advance(chrono::TimeDelta::days(3));
    let other = app.visitor();
    let lookup = other.get("/receipt").await;
    let found = other
        .press(&lookup, "lookup-button", &[("code", &code.to_lowercase())])
        .await;
    assert_eq!(found.location(), home);
    let page = other.get(&format!("{home}/leben/sz-wege")).await;
    assert_eq!(
        page.attributes("input[name=mark][checked]", "value"),
        ["unclear"]
    );
}

#[actix_web::test]
async fn with_nothing_answered_there_is_nothing_to_submit() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    let page = anna.get(&format!("{home}/leben/sz-wege")).await;
    anna.press(&page, "survey-skip-goal", &[]).await.expect(303);
    let refused = submit(&anna, &home).await;
    refused.expect(422);
    assert!(refused.says_key(&anna, "error-nothing-to-submit"));
    assert_eq!(counted(&app), (0, 0, 0));
}

#[actix_web::test]
async fn a_page_left_open_for_a_month_is_shown_again_with_what_was_typed() {
    let consultation = crate::support::town::CONSULTATION.replace("2026-07-17", "2026-12-17");
    let app = TestApp::with(&consultation, |_| {}).await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    let url = format!("{home}/leben/sz-wege");
    let page = anna.get(&url).await;
    app.clock.advance(chrono::TimeDelta::days(31));
    let typed = [("mark", "right"), ("comment", "Lange überlegt")];
    let shown = anna.press(&page, "survey-next", &typed).await;
    shown.expect(422);
    assert_eq!(shown.all("textarea"), ["Lange überlegt"]);
    assert_eq!(app.data.count("drafts"), 0);
    anna.press(&shown, "survey-next", &[]).await.expect(303);
    assert_eq!(app.data.count("drafts"), 1);
}

#[actix_web::test]
async fn what_must_be_answered_is_asked_for_before_anything_counts() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    let (must, may) = (format!("{home}/bus/takt"), format!("{home}/bus/linie"));
    // Nobody has to touch a survey, but whoever does answers its required question.
    answer(
        &anna,
        &format!("{home}/gruen/sz-baeume"),
        &[("mark", "right")],
    )
    .await
    .expect(303);
    let page = anna.get(&must).await;
    assert!(!page.all("button").contains(&anna.t("survey-skip-question")));
    answer(&anna, &may, &[("text", "Linie 7")])
        .await
        .expect(303);
    let refused = submit(&anna, &home).await;
    refused.expect(422);
    let leads = refused.attributes("[role=alert] a", "href");
    assert_eq!(leads, [format!("{must}?from=review")]);
    assert_eq!(counted(&app), (0, 0, 0), "all or nothing");
    let back = anna.get(&leads[0]).await;
    anna.press(&back, "survey-next-review", &[("choice", "nein")])
        .await
        .expect(303);
    submit(&anna, &home).await.expect(303);
    assert_eq!(counted(&app), (1, 2, 3));
}
