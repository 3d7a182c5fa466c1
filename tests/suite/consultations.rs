//! Consultations at the desk: created, given days, previewed, published, their deadlines changed and closed.

use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::town::at;
use crate::support::visitor::{Visitor, filled};
use crate::survey::one_mark;

const LIST: &str = "/desk/consultations";
const ZIELE: &str = "/desk/consultations/ziele";

/// Somebody who edits, in a town in Baden-Württemberg.
async fn desk() -> (TestApp, Visitor) {
    let app = TestApp::with(crate::support::town::CONSULTATION, |config| {
        "BW".clone_into(&mut config.town.region);
    })
    .await;
    let editor = app.staff("editor");
    (app, editor)
}

/// Creates a consultation and leads to its home.
async fn created(app: &TestApp, editor: &Visitor) -> Answer {
    let form = editor.get("/desk/consultations/new").await;
    let edition = app.town.consultation.edition.to_string();
    let typed = [
        ("title", "Straßen & Plätze"),
        ("lead", "Was soll schöner werden?"),
        ("edition", edition.as_str()),
    ];
    let done = editor
        .press(&form, "desk-consultation-create", &typed)
        .await;
    editor.open(&done.expect(303).location()).await
}

/// Sets the days of its survey.
async fn with_days(editor: &Visitor, home: &str, first: &str, last: &str) -> Answer {
    let form = editor.get(&format!("{home}/times")).await;
    let typed = [("survey-from", first), ("survey-until", last)];
    let done = editor.press(&form, "desk-times-save", &typed).await;
    editor.open(&done.expect(303).location()).await
}

/// Sends a form as it was filled in.
async fn post(who: &Visitor, url: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    who.post(url, &fields).await
}

const OWN: &str = "/desk/consultations/strassen-plaetze";

#[actix_web::test]
async fn a_consultation_is_made_previewed_published_and_taken_back() {
    let (app, editor) = desk().await;
    let visitor = app.visitor();
    created(&app, &editor)
        .await
        .expect(200)
        .says("Straßen & Plätze");
    editor.get(LIST).await.expect(200).says("Straßen & Plätze");
    visitor
        .get("/consultations/strassen-plaetze")
        .await
        .expect(404);

    // Without days there is nothing to publish or to preview.
    let ask = editor.get(&format!("{OWN}/publish")).await;
    assert!(ask.says_key(&editor, "desk-publish-impossible"));
    editor.get(&format!("{OWN}/preview")).await.expect(303);

    // 19 July 2026 is a Sunday: saved all the same, pointed out, moved with one press.
    let times = with_days(&editor, OWN, "2026-07-06", "2026-07-19").await;
    times.says("Sonntag").says("Montag, 20. Juli");
    let (url, fields) = filled(&times, "Ende auf Montag, 20. Juli legen", &[]);
    post(&editor, &url, &fields).await.expect(303);
    editor.get(OWN).await.says("6. Juli bis 20. Juli 2026");

    // Three days, three states; the same page and the same words as for residents.
    for (day, words) in [
        ("2026-07-05", "beginnt morgen"),
        ("2026-07-20", "nur noch heute"),
        ("2026-07-21", "endete am"),
    ] {
        let chosen = editor.get(&format!("{OWN}/preview?day={day}")).await;
        let page = editor.open(&chosen.expect(303).location()).await;
        page.expect(200).says(words);
        assert!(page.all("aside").join(" ").contains("Vorschau für"));
        assert_eq!(page.header("cache-control"), "no-store");
    }
    let open = format!("{OWN}/preview/2026-07-10/consultations/strassen-plaetze/survey");
    let intro = editor.get(&open).await;
    assert!(
        !intro
            .expect(200)
            .body
            .contains(&editor.t("survey-intro-start"))
    );
    editor.post(&open, &[]).await.expect(405);
    editor
        .get(&format!(
            "{OWN}/preview/2026-07-10/strategies/konzept/editions/1/hf-gruen"
        ))
        .await
        .expect(200)
        .says("Mehr Bäume");

    let ask = editor.get(&format!("{OWN}/publish")).await;
    ask.says("Montag, 20. Juli 2026");
    editor
        .press(&ask, "desk-publish-yes", &[])
        .await
        .expect(303);
    // The second press, from another window, changes nothing.
    editor
        .press(&ask, "desk-publish-yes", &[])
        .await
        .expect(303);
    assert_eq!(app.data.count("consultation_publications"), 2);
    visitor
        .get("/consultations/strassen-plaetze")
        .await
        .expect(200);

    // Published: no longer deleted, days no longer simply set, but taken back while nobody has begun.
    editor.get(&format!("{OWN}/times")).await.expect(303);
    editor.get(&format!("{OWN}/delete")).await.expect(303);
    let ask = editor.get(&format!("{OWN}/withdraw")).await;
    editor.press(&ask, "withdraw-yes", &[]).await.expect(303);
    visitor
        .get("/consultations/strassen-plaetze")
        .await
        .expect(404);
}

#[actix_web::test]
async fn whatever_hangs_on_an_unpublished_consultation_goes_with_it() {
    let (app, editor) = desk().await;
    let tables = [
        "consultations",
        "tracks",
        "track_windows",
        "milestones",
        "surveys",
        "questions",
    ];
    let before = tables.map(|table| app.data.dump(table));
    created(&app, &editor).await;
    with_days(&editor, OWN, "2026-07-06", "2026-07-17").await;
    let form = editor.get(&format!("{OWN}/steps/new")).await;
    let typed = [
        ("kind", "evaluation"),
        ("title", "Auswerten"),
        ("from", "2026-08-03"),
        ("until", "2026-08-28"),
        ("note", "Wir lesen alles."),
    ];
    editor.press(&form, "desk-save", &typed).await.expect(303);
    editor
        .get(&format!("{OWN}/steps"))
        .await
        .says("Wir lesen alles.");
    let ask = editor.get(&format!("{OWN}/delete")).await;
    editor.press(&ask, "delete-yes", &[]).await.expect(303);
    // It waits in the bin: not in the list, and as it was once it is brought back.
    editor.get(LIST).await.hides("Straßen & Plätze");
    let bin = editor.get(&format!("{LIST}?state=removed")).await;
    bin.says("Straßen & Plätze");
    let binned = editor.get(OWN).await;
    binned.expect(200).says("liegt im Papierkorb");
    editor.get(&format!("{OWN}/publish")).await.expect(303);
    editor.press(&binned, "bin-restore", &[]).await.expect(303);
    editor.get(LIST).await.says("Straßen & Plätze");
    // For good only from there.
    let ask = editor.get(&format!("{OWN}/erase")).await;
    editor.press(&ask, "erase-yes", &[]).await.expect(303);
    editor.get(OWN).await.expect(200);
    let ask = editor.get(&format!("{OWN}/delete")).await;
    editor.press(&ask, "delete-yes", &[]).await.expect(303);
    let ask = editor.get(&format!("{OWN}/erase")).await;
    editor.press(&ask, "erase-yes", &[]).await.expect(303);
    editor.get(OWN).await.expect(404);
    assert_eq!(tables.map(|table| app.data.dump(table)), before);
}

#[actix_web::test]
async fn a_changed_deadline_is_public_with_its_reason_and_never_lies_in_the_past() {
    let (app, editor) = desk().await;
    let visitor = app.visitor();
    let url = format!("{ZIELE}/tracks/survey");
    let form = editor.get(&url).await;
    let reason = ("reason", "Die Post hat gestreikt.");
    let press = async |until| {
        let typed = [("until", until), reason];
        editor.press(&form, "desk-deadline-save", &typed).await
    };
    press("2026-06-30")
        .await
        .expect(422)
        .says("Die Post hat gestreikt.");
    press("2026-07-17").await.expect(422);
    // A Sunday is asked about once more, and nothing is stored yet.
    let asked = press("2026-07-26").await;
    asked.expect(200).says("Montag, 27. Juli");
    visitor.get("/consultations/ziele").await.hides("gestreikt");
    let (_, fields) = filled(&asked, "Auf Montag, 27. Juli legen", &[]);
    post(&editor, &url, &fields).await.expect(303);
    let page = visitor.get("/consultations/ziele").await;
    page.says("vom 17. Juli 2026 auf den 27. Juli 2026")
        .says("Die Post hat gestreikt.");
    editor.get(ZIELE).await.says("Die Post hat gestreikt.");
    app.clock.set(at("2026-07-27 23:59:59.999999"));
    visitor
        .get("/consultations/ziele/survey")
        .await
        .says(&visitor.t("survey-intro-start"));
    assert!(app.data.dump("journal").contains("gestreikt"));
}

#[actix_web::test]
async fn closing_early_keeps_what_somebody_has_just_typed() {
    let (app, editor) = desk().await;
    let (anna, home) = one_mark(&app, "right").await;
    let url = format!("{home}/leben/sz-wege");
    let typing = anna.get(&url).await;
    let form = editor.get(&format!("{ZIELE}/tracks/survey/close")).await;
    let empty = editor.press(&form, "desk-closing-yes", &[]).await;
    empty.expect(422);
    let typed = [("when", "now"), ("reason", "Der Server zieht um.")];
    editor
        .press(&form, "desk-closing-yes", &typed)
        .await
        .expect(303);
    let late = anna
        .press(
            &typing,
            "survey-next",
            &[("mark", "drop"), ("comment", "Mehr Licht")],
        )
        .await;
    late.says("Mehr Licht");
    let public = anna.get("/consultations/ziele").await;
    public.says("Der Server zieht um.");
    // Nobody can take back what somebody relies on.
    let ask = editor.get(&format!("{ZIELE}/withdraw")).await;
    editor.press(&ask, "withdraw-yes", &[]).await.expect(303);
    anna.get("/consultations/ziele").await.expect(200);
}

#[actix_web::test]
async fn faults_stand_at_their_fields_and_what_was_typed_stays() {
    let (app, editor) = desk().await;
    let form = editor.get("/desk/consultations/new").await;
    let typed = [
        ("title", ""),
        ("slug", "Ziele 2035"),
        ("lead", "Eine Einleitung"),
    ];
    let again = editor
        .press(&form, "desk-consultation-create", &typed)
        .await;
    again.expect(422).says("Eine Einleitung");
    assert!(again.says_key(&editor, "error-consultation-title"));
    assert!(again.says_key(&editor, "error-consultation-slug"));
    // A name that is taken is said, not numbered behind the editor's back.
    let edition = app.town.consultation.edition.to_string();
    let typed = [
        ("title", "Ziele"),
        ("slug", "ziele"),
        ("lead", "Noch einmal"),
        ("edition", edition.as_str()),
    ];
    let again = editor
        .press(&form, "desk-consultation-create", &typed)
        .await;
    assert!(
        again
            .expect(422)
            .says_key(&editor, "error-consultation-slug-taken")
    );
}

#[actix_web::test]
async fn an_end_on_a_day_off_is_pointed_out_as_the_region_has_it() {
    // Fronleichnam is a holiday in Baden-Württemberg and none in Berlin; Sunday is Sunday everywhere.
    for (region, last, words) in [
        ("BW", "2027-05-27", Some("Fronleichnam")),
        ("BE", "2027-05-27", None),
        ("BW", "2027-05-29", Some("Samstag")),
        ("BE", "2027-05-30", Some("Sonntag")),
        ("BE", "2027-03-08", Some("Frauentag")),
        ("BW", "2027-03-08", None),
        // Both days on which the clocks change are Sundays, and end with their last minute like any other.
        ("BW", "2026-10-25", Some("Sonntag")),
        // Easter Monday follows: the next working day is a Tuesday.
        ("BW", "2027-03-28", Some("Dienstag, 30. März")),
    ] {
        let app = TestApp::with(crate::support::town::CONSULTATION, |config| {
            region.clone_into(&mut config.town.region);
        })
        .await;
        let editor = app.staff("editor");
        created(&app, &editor).await.expect(200);
        let times = with_days(&editor, OWN, "2026-10-20", last).await;
        match words {
            Some(words) => {
                times.says("ist kein Werktag").says(words);
            }
            None => assert!(
                !times.main().contains("ist kein Werktag"),
                "{region} {last}"
            ),
        }
        let preview = format!("{OWN}/preview/{last}/consultations/strassen-plaetze");
        editor
            .get(&preview)
            .await
            .expect(200)
            .says("nur noch heute");
    }
}
