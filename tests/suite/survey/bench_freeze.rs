//! Surveys built at the desk: ready-made goals, trying out, the freeze after the first answer and typing errors.

use super::bench::{LIST, at, keys, now};
use super::{answer, one_mark, submit};
use crate::evaluation::close_and_publish;
use crate::support::app::TestApp;

#[actix_web::test]
async fn the_goals_of_a_field_come_by_one_button() {
    let app = TestApp::new().await;
    let kim = app.staff("editor");
    let url = format!("{LIST}/leben");
    let page = kim.get(&format!("{url}/questions/sz-wege/deletion")).await;
    kim.press(&page, "desk-question-delete-button", &[])
        .await
        .expect(303);
    let page = kim.get("/desk/consultations/ziele/new-survey").await;
    let sent = kim
        .press(&page, "desk-survey-add-button", &[("about", "hf-gruen")])
        .await;
    let town = now(&app).await;
    assert_eq!(
        keys(&town, "gruen-2").first().map(String::as_str),
        Some("sz-baeume")
    );
    assert_eq!(
        town.survey("gruen-2").questions.len(),
        2,
        "the goal, and room for the rest"
    );
    kim.open(&sent.location()).await.says("Mehr Bäume");
    assert!(town.question("gruen-2", "sz-baeume").goal.is_some());
}

#[actix_web::test]
async fn a_survey_is_tried_out_as_residents_see_it_and_nothing_is_kept() {
    let app = TestApp::new().await;
    let kim = app.staff("editor");
    let page = kim.get(&at("/questions/linie/condition?on=takt")).await;
    kim.press(&page, "desk-condition-keep", &[("answer", "nein")])
        .await
        .expect(303);
    let page = kim.get(&at("/preview/takt")).await;
    page.expect(200).says("Vorschau").says("Frage 1 von 1");
    let missing = kim.press(&page, "survey-next", &[]).await;
    missing.expect(422).says("Wählen Sie eine Antwort.");
    let over = kim
        .press(&page, "survey-next", &[("choice", "ja")])
        .await
        .location();
    assert!(over.starts_with(&at("?said=")), "{over}");
    let next = kim
        .press(&page, "survey-next", &[("choice", "nein")])
        .await
        .location();
    assert!(next.starts_with(&at("/preview/linie?so_far=")), "{next}");
    let next = kim.get(&next).await;
    next.expect(200).says("Frage 2 von 2");
    assert_eq!(
        (app.data.count("drafts"), app.data.count("participations")),
        (0, 0)
    );
    // An evaluator may try it out too, and change nothing.
    let ida = app.staff("evaluator");
    ida.get(&at("/preview/takt")).await.expect(200);
    let list = ida.get(&at("")).await;
    assert!(!list.says_key(&ida, "desk-question-add"));
}

#[actix_web::test]
async fn after_the_first_answer_only_typing_errors_are_corrected() {
    let app = TestApp::new().await;
    let kim = app.staff("editor");
    let late = kim
        .get(&format!("{LIST}/leben/new-question?kind=number"))
        .await;
    let (anna, home) = one_mark(&app, "right").await;
    answer(
        &anna,
        &format!("{home}/leben/wie-oft"),
        &[("choice", "oft")],
    )
    .await
    .expect(303);

    // Typed but not handed in is enough: she has read the question.
    let page = kim.get(&format!("{LIST}/leben")).await;
    page.expect(200).says("Diese Umfrage steht fest");
    assert!(!page.says_key(&kim, "desk-question-add"));
    let sent = kim
        .press(
            &late,
            "desk-question-add-button",
            &[("text", "Noch etwas?")],
        )
        .await;
    kim.open(&sent.location())
        .await
        .says("Inzwischen hat jemand angefangen zu antworten.");
    assert_eq!(keys(&now(&app).await, "leben").len(), 7);
    // Another survey nobody has begun is still free.
    kim.get(&at("")).await.says("Frage hinzufügen");

    let url = format!("{LIST}/leben/questions/wie-oft");
    let page = kim.get(&url).await;
    page.expect(200).says("Tippfehler berichtigen");
    let turned = [
        ("text", "Wie selten meiden Sie Fremde?"),
        ("note", "x"),
        ("sure", "yes"),
    ];
    kim.press(&page, "desk-correction-button", &turned)
        .await
        .expect(422)
        .says("mehr als ein Tippfehler");
    let bare = kim.press(&page, "desk-correction-button", &[]).await;
    bare.expect(422)
        .says("Hier ist noch nichts anders.")
        .says("Bestätigen Sie, dass der Sinn gleich bleibt.");
    let right = [
        ("text", "Wie oft treffen Sie Ihre Nachbarinnen?"),
        ("option-1", "Oft."),
        ("note", "Endung war falsch"),
        ("sure", "yes"),
    ];
    kim.press(&page, "desk-correction-button", &right)
        .await
        .expect(303);
    let question = now(&app).await.question("leben", "wie-oft").clone();
    assert_eq!(
        (question.text.as_str(), question.options[0].label.as_str()),
        (right[0].1, "Oft.")
    );
    assert_eq!(
        (question.options[0].key.as_str(), question.options[0].code),
        ("oft", 1)
    );
    anna.get(&format!("{home}/leben/wie-oft"))
        .await
        .says(right[0].1);
    assert_eq!(app.data.count("question_corrections"), 2);
    kim.get(&url)
        .await
        .says("Endung war falsch")
        .says("Wie oft treffen Sie Ihre Nachbarn?");
    assert_eq!(app.data.count("journal WHERE act = 'survey.correct'"), 1);
}

#[actix_web::test]
async fn who_corrected_is_told_to_staff_and_what_was_corrected_to_everyone() {
    let app = TestApp::new().await;
    let kim = app.staff("editor");
    let (anna, home) = one_mark(&app, "right").await;
    let url = format!("{home}/person/viertel");
    answer(&anna, &url, &[("choice", "altstadt")])
        .await
        .expect(303);
    submit(&anna, &home).await.expect(303);
    let url = format!("{LIST}/person/questions/viertel");
    let page = kim.get(&url).await;
    let typed = [
        ("text", "Wo wohnen Sie jetzt?"),
        ("note", "Ein Wort fehlte"),
        ("sure", "yes"),
    ];
    // Three characters of fourteen are the most.
    kim.press(&page, "desk-correction-button", &typed)
        .await
        .expect(422);
    let typed = [("text", "Wo wohnen Sie!?"), typed[1], typed[2]];
    kim.press(&page, "desk-correction-button", &typed)
        .await
        .expect(303);
    kim.get(&url).await.says("Ein Wort fehlte").says("(Person ");
    close_and_publish(&app).await;
    let results = app.visitor().get("/consultations/ziele/results").await;
    results
        .says("Was wir in den Fragen berichtigt haben")
        .says("Wo wohnen Sie!?")
        .says("Ein Wort fehlte")
        .hides("(Person ");
}
