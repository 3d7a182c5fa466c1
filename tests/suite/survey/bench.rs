//! Surveys built at the desk: every kind, order, conditions, copies, taking out and back, the freeze and typing errors.

use actix_web::test::TestRequest;

use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::town::{self, Town};
use crate::support::visitor::Visitor;

pub(super) const LIST: &str = "/desk/consultations/ziele/surveys";

pub(super) fn at(rest: &str) -> String {
    format!("{LIST}/bus{rest}")
}

/// Adds a question of a kind and returns the page it leads to.
async fn add(kim: &Visitor, survey: &str, kind: &str, typed: &[(&str, &str)]) -> Answer {
    let page = kim
        .get(&format!("{LIST}/{survey}/new-question?kind={kind}"))
        .await;
    let sent = kim
        .press(page.expect(200), "desk-question-add-button", typed)
        .await;
    kim.open(&sent.location()).await
}

/// Presses one of the small buttons in a list.
pub(super) async fn tool(kim: &Visitor, page: &str, name: &str, value: &str) -> Answer {
    let page = kim.get(page).await;
    let token = page
        .attributes("main input[name=_token]", "value")
        .remove(0);
    let url = page.url.split('?').next().unwrap_or_default().to_owned();
    let fields = [("_token", token.as_str()), (name, value)];
    kim.send(&url, TestRequest::post().set_form(fields)).await
}

pub(super) async fn now(app: &TestApp) -> Town {
    town::town(&app.data.db, "ziele").await
}

pub(super) fn keys(town: &Town, survey: &str) -> Vec<String> {
    let questions = town.survey(survey).questions.iter();
    questions.map(|question| question.key.clone()).collect()
}

#[actix_web::test]
async fn an_editor_builds_a_survey_with_every_kind() {
    let app = TestApp::new().await;
    let kim = app.staff("editor");
    let page = kim.get("/desk/consultations/ziele/new-survey").await;
    let empty = kim.press(&page, "desk-survey-add-button", &[]).await;
    empty.expect(422).says("Wählen Sie, worum es geht.");
    let sent = kim
        .press(
            &page,
            "desk-survey-add-button",
            &[("about", "whole"), ("title", "Unser Markt")],
        )
        .await;
    let survey = kim.open(&sent.location()).await;
    survey
        .expect(200)
        .says("Die Umfrage ist angelegt.")
        .says("Hier steht noch keine Frage.");

    let options = ("options", "Obst\r\nKäse\r\n\r\nBlumen");
    let kinds: [(&str, &[(&str, &str)]); 9] = [
        (
            "single",
            &[
                ("text", "Gehen Sie hin?"),
                ("options", "Ja\nNein"),
                ("required", "yes"),
            ],
        ),
        ("multiple", &[("text", "Was kaufen Sie?"), options]),
        (
            "scale",
            &[
                ("text", "Wie gut?"),
                ("options", "Gut\nSchlecht"),
                ("items", "Preise\nWege"),
            ],
        ),
        ("ranking", &[("text", "Was zuerst?"), options]),
        ("number", &[("text", "Wie oft im Monat?")]),
        ("date", &[("text", "Wann zuletzt?")]),
        ("short_text", &[("text", "Welcher Stand?")]),
        (
            "long_text",
            &[("text", "Was fehlt?"), ("help", "Schreiben Sie frei.")],
        ),
        (
            "information",
            &[("text", "Danke"), ("help", "Der Markt zieht um.")],
        ),
    ];
    for (kind, typed) in kinds {
        let page = add(&kim, "unser-markt", kind, typed).await;
        page.expect(200)
            .says("Die Frage ist dabei.")
            .says(typed[0].1);
    }
    let town = now(&app).await;
    let built = town.survey("unser-markt");
    assert_eq!(built.questions.len(), 9);
    assert!(built.questions[0].is_required && !built.questions[1].is_required);
    let ranking = town.question("unser-markt", "was-zuerst");
    let labels: Vec<_> = ranking.options.iter().map(|o| o.label.as_str()).collect();
    assert_eq!(
        labels,
        ["Obst", "Käse", "Blumen"],
        "empty lines are no options"
    );
    assert_eq!(town.question("unser-markt", "wie-gut").items.len(), 2);
    kim.get(&format!("{LIST}/unser-markt/reading"))
        .await
        .expect(200)
        .says("Der Markt zieht um.");
    assert!(app.data.count("journal WHERE act = 'survey.build'") >= 10);
}

#[actix_web::test]
async fn what_is_missing_is_said_and_what_was_typed_stays() {
    let app = TestApp::new().await;
    let kim = app.staff("editor");
    let page = kim.get(&at("/new-question?kind=scale")).await;
    let typed = [
        ("text", ""),
        ("options", "Gut"),
        ("items", "Preise\nPreise"),
        ("help", "Hilfe"),
    ];
    let again = kim.press(&page, "desk-question-add-button", &typed).await;
    again
        .expect(422)
        .says("Schreiben Sie, was Sie fragen möchten.")
        .says("Hier braucht es 2 bis 100 Zeilen. Gerade sind es 1.")
        .says("Zeile 2 steht schon weiter oben.");
    assert_eq!(again.all("#help"), ["Hilfe"]);
    assert_eq!(again.all("#items"), ["Preise Preise"]);
    // Another kind has other fields; the kinds are chosen first.
    let kinds = kim.get(&at("/new-question")).await;
    assert_eq!(
        kinds
            .links()
            .iter()
            .filter(|link| link.contains("?kind="))
            .count(),
        9
    );
    assert!(
        kim.get(&at("/new-question?kind=number"))
            .await
            .all("#options")
            .is_empty()
    );
}

#[actix_web::test]
async fn a_condition_goes_along_with_its_answers() {
    let app = TestApp::new().await;
    let kim = app.staff("editor");
    let url = at("/questions/linie/condition");
    let page = kim.get(&url).await;
    page.expect(200).says("Reicht der Takt?");
    let page = kim.get(&format!("{url}?on=takt")).await;
    let none = kim.press(&page, "desk-condition-keep", &[]).await;
    none.expect(422).says("Wählen Sie mindestens eine Antwort.");
    let sent = kim
        .press(&page, "desk-condition-keep", &[("answer", "nein")])
        .await;
    kim.open(&sent.location())
        .await
        .expect(200)
        .says("Nur nach")
        .says("Nein");

    // It never comes before the question that decides.
    let sent = tool(&kim, &at(""), "up", "linie").await;
    kim.open(&sent.location())
        .await
        .says("Die Frage bleibt hinter der, von der sie abhängt.");
    assert_eq!(keys(&now(&app).await, "bus"), ["takt", "linie"]);

    // The answer keeps its name when others come before it, and so does the condition.
    let edit = kim.get(&at("/questions/takt")).await;
    let typed = [("options", "Weiß nicht\nNein\nJa")];
    kim.press(&edit, "desk-save", &typed).await.expect(303);
    let town = now(&app).await;
    let takt = town.question("bus", "takt");
    let names: Vec<_> = takt.options.iter().map(|o| o.key.as_str()).collect();
    assert_eq!(names, ["weiss-nicht", "nein", "ja"]);
    let condition = town.question("bus", "linie").condition.clone().unwrap();
    assert_eq!(
        (condition.on, condition.codes.clone()),
        (takt.id, [2].into())
    );

    // An answer that decides cannot just go: it is said, what was typed stays, and nothing has changed.
    let edit = kim.get(&at("/questions/takt")).await;
    let again = kim
        .press(&edit, "desk-save", &[("options", "Weiß nicht\nJa")])
        .await;
    again
        .expect(422)
        .says("Eine Antwort, die wegfallen soll, entscheidet über eine andere Frage.");
    assert_eq!(again.all("#options"), ["Weiß nicht Ja"]);
    let same = now(&app).await;
    assert_eq!(same.question("bus", "takt").options, takt.options);
    assert_eq!(
        same.question("bus", "linie").condition,
        Some(condition.clone())
    );

    let page = kim.get(&format!("{url}?on=")).await;
    kim.press(&page, "desk-condition-always", &[])
        .await
        .expect(303);
    assert_eq!(now(&app).await.question("bus", "linie").condition, None);
}

#[actix_web::test]
async fn questions_are_moved_copied_taken_out_and_put_back() {
    let app = TestApp::new().await;
    let kim = app.staff("editor");
    tool(&kim, &at(""), "down", "takt").await.expect(303);
    assert_eq!(keys(&now(&app).await, "bus"), ["linie", "takt"]);
    tool(&kim, &at(""), "copy", "takt").await.expect(303);
    assert_eq!(keys(&now(&app).await, "bus"), ["linie", "takt", "takt-2"]);
    let town = now(&app).await;
    assert_eq!(
        town.question("bus", "takt-2").options,
        town.question("bus", "takt").options
    );

    let page = kim.get(&at("/questions/linie/deletion")).await;
    page.expect(200).says("Welche Linie fehlt?");
    let sent = kim.press(&page, "desk-question-delete-button", &[]).await;
    let after = kim.open(&sent.location()).await;
    after
        .expect(200)
        .says("Gelöscht")
        .says("Welche Linie fehlt?");
    assert_eq!(keys(&now(&app).await, "bus"), ["takt", "takt-2"]);
    // A new question of the same words gets a name of its own: the old one may come back.
    add(&kim, "bus", "short_text", &[("text", "Linie")]).await;
    tool(&kim, &at(""), "restore", "linie").await.expect(303);
    assert_eq!(
        keys(&now(&app).await, "bus"),
        ["takt", "takt-2", "linie-2", "linie"]
    );

    let page = kim.get(&at("/deletion")).await;
    kim.press(&page, "desk-survey-delete-button", &[])
        .await
        .expect(303);
    assert!(now(&app).await.book.survey("bus").is_none());
    let anna = app.visitor();
    anna.get("/consultations/ziele/survey").await.expect(200);
    tool(&kim, LIST, "restore", "bus").await.expect(303);
    assert_eq!(now(&app).await.book.surveys.last().unwrap().slug, "bus");
    tool(&kim, LIST, "up", "bus").await.expect(303);
    assert_eq!(now(&app).await.book.surveys.last().unwrap().slug, "person");
}
