//! From what people wrote to what the town says and to the words that change, and back: nothing without an outcome, no change without a
//! cause.

use diesel::{RunQueryDsl, sql_query};
use trialog::theme::page::round::gather;

use crate::comments::{one_comment, release, with_comments};
use crate::evaluation_desk::segments::{segment_of, split};
use crate::organisations::come_in;
use crate::statements::organisation::listed;
use crate::statements::{hand_in, handed_in, write};
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

const DESK: &str = "/desk/consultations/ziele";

/// A consultation with one public comment that is ready to be read.
pub async fn one_contribution() -> (TestApp, Visitor, String, String) {
    let app = TestApp::with(&with_comments(), |_| {}).await;
    let (anna, home, id) = one_comment(&app, "Bitte helle Wege, auch am Bach.").await;
    release(&app, &id).await;
    gather(&app.site, &app.data.db).await.unwrap();
    (app, anna, home, id)
}

/// Puts a contribution under a new theme; gives the theme.
pub async fn coded(app: &TestApp, id: &str) -> String {
    coded_by(&app.staff("evaluator"), id).await
}

async fn coded_by(kim: &Visitor, id: &str) -> String {
    let page = kim.get(&format!("{DESK}/contributions/{id}")).await;
    let typed = [("new_theme", "Licht auf Wegen")];
    kim.press(page.expect(200), "coding-save", &typed)
        .await
        .expect(303);
    let themes = kim.get(&format!("{DESK}/themes")).await;
    let ids = themes.expect(200).attributes(".rows > li", "id");
    ids[0].strip_prefix("theme-").unwrap().to_owned()
}

/// Says what the town does about a theme, and approves it.
pub async fn assessed(app: &TestApp, theme: &str) {
    let editor = app.staff("editor");
    let page = editor.get(&format!("{DESK}/themes/{theme}")).await;
    let typed = [
        ("position", "followed"),
        ("reason", "Licht gehört dazu. Der Bachweg kommt zuerst."),
        ("office", "Tiefbauamt"),
    ];
    editor
        .press(page.expect(200), "assessment-approve", &typed)
        .await
        .expect(303);
}

/// Shows everyone what became of it.
pub async fn published(app: &TestApp) {
    let editor = app.staff("editor");
    let page = editor
        .get(&format!("{DESK}/assessments/release/public"))
        .await;
    editor
        .press(page.expect(200), "release-public-button", &[])
        .await
        .expect(303);
}

#[actix_web::test]
async fn a_thread_leads_from_a_comment_to_the_new_words_and_back() {
    let (app, anna, home, id) = one_contribution().await;
    let theme = coded(&app, &id).await;
    assessed(&app, &theme).await;
    let own = format!("{home}/outcome");
    anna.get(&own).await.expect(200).hides("Der Bachweg");
    app.visitor()
        .get("/consultations/ziele/outcome")
        .await
        .expect(404);

    // The next edition: no change without a cause.
    let editor = app.staff("editor");
    let draft = format!("/desk/strategies/konzept/drafts/{}", app.draft());
    let page = editor.get(&format!("{draft}/revision/sz-wege")).await;
    page.expect(200).says("Licht auf Wegen");
    let words = "Alle Wege sind hell, auch am Bach.";
    let without = [("text", words)];
    let refused = editor.press(&page, "revision-save", &without).await;
    refused.expect(422).says(words);
    let empty = [("text", words), ("cause", "heard")];
    editor
        .press(&page, "revision-save", &empty)
        .await
        .expect(422);
    let heard = [("text", words), ("cause", "heard"), ("theme", &*theme)];
    editor
        .press(&page, "revision-save", &heard)
        .await
        .expect(303);
    let page = editor.get(&format!("{draft}/finish")).await;
    editor
        .press(page.expect(200), "tree-finish-button", &[])
        .await
        .expect(303);
    let page = editor
        .get("/desk/strategies/konzept/editions/2/publish")
        .await;
    editor
        .press(page.expect(200), "publish-button", &[])
        .await
        .expect(303);
    published(&app).await;

    // From the field of action to the theme, and from the theme to the new words.
    let visitor = app.visitor();
    let overview = visitor.get("/consultations/ziele/outcome").await;
    overview.expect(200).says("1 Stelle geändert");
    let field = visitor.get("/consultations/ziele/outcome/hf-leben").await;
    field
        .expect(200)
        .says("auch am Bach")
        .says("Licht auf Wegen")
        .says("Der Bachweg kommt zuerst");
    let place = format!("/consultations/ziele/outcome/themes/{theme}");
    let page = visitor.get(&place).await;
    page.expect(200)
        .says("Bitte helle Wege, auch am Bach.")
        .says("Neuer Wortlaut");
    // And from her receipt.
    let page = anna.get(&own).await;
    page.expect(200)
        .says("Ihr Beitrag hat den Entwurf mit verändert")
        .says("Der Bachweg kommt zuerst");
    // Other words lose what was said about those before.
    let page = anna.get(&format!("{home}/comments/sz-wege/{id}")).await;
    let typed = [("text", "Bitte helle Wege, auch am Neckar.")];
    anna.press(page.expect(200), "comments-edit-button", &typed)
        .await
        .expect(303);
    assert_eq!(app.data.count("codings"), 0);
    gather(&app.site, &app.data.db).await.unwrap();
    assert_eq!(app.data.count("contributions"), 1);
    // What she takes back is gone from the thread, and the theme has one contribution less.
    let page = anna.get(&format!("{home}/comments/sz-wege/{id}")).await;
    anna.press(page.expect(200), "comments-withdraw-button", &[])
        .await
        .expect(303);
    visitor.get(&place).await.expect(200).hides("Bitte helle");
    assert_eq!(app.data.count("contributions"), 0);
    assert_eq!(app.data.count("codings"), 0);
}

#[actix_web::test]
async fn nothing_is_published_while_a_contribution_has_no_outcome() {
    let (app, _, _, id) = one_contribution().await;
    let editor = app.staff("editor");
    let place = format!("{DESK}/assessments/release/public");
    let away = editor.get(&place).await;
    assert!(
        away.expect(303)
            .location()
            .starts_with(&format!("{DESK}/assessments"))
    );
    let theme = coded(&app, &id).await;
    editor.get(&place).await.expect(303);
    // A draft of an evaluator is not yet the word of the town.
    let kim = app.staff("evaluator");
    let page = kim.get(&format!("{DESK}/themes/{theme}")).await;
    let typed = [("position", "noted"), ("reason", "Gelesen.")];
    kim.press(page.expect(200), "assessment-draft", &typed)
        .await
        .expect(303);
    editor.get(&place).await.expect(303);
    let page = editor.get(&format!("{DESK}/assessments")).await;
    let about = format!("theme-{theme}");
    editor
        .press(
            page.expect(200),
            "assessments-approve",
            &[("about", &about)],
        )
        .await
        .expect(303);
    editor.get(&place).await.expect(200);
}

#[actix_web::test]
async fn nothing_is_published_while_a_statement_is_not_split() {
    let app = TestApp::new().await;
    let kim = app.staff("evaluator");
    let (person, home) = handed_in(&app, "Bitte helle Wege.\n\nMit freundlichen Grüßen").await;
    let editor = app.staff("editor");
    let assessments = format!("{DESK}/assessments");
    let place = format!("{assessments}/release/public");
    let page = editor.get(&assessments).await;
    page.expect(200)
        .says("1 Stellungnahme ist noch nicht aufgeteilt");
    let links = page.attributes("main .panel a", "href");
    assert!(links.contains(&format!("{DESK}/segments/1")), "{links:?}");
    let away = editor.get(&place).await;
    assert!(
        away.expect(303)
            .location()
            .contains("said-outcomes-unsplit")
    );
    let ticked = [
        ("paragraph", "0.0"),
        ("element", "sz-wege"),
        ("act", "join"),
    ];
    split(&kim, &ticked).await.expect(303);
    // Split, but without an answer: the rule for contributions takes over.
    let away = editor.get(&place).await;
    assert!(away.expect(303).location().contains("said-outcomes-open"));
    let id = segment_of(&kim).await;
    let theme = coded(&app, &id).await;
    let own = format!("{}/outcome", home.trim_end_matches("/statement"));
    person
        .get(&own)
        .await
        .expect(200)
        .says("Bitte helle Wege.")
        .hides("Der Bachweg");
    assessed(&app, &theme).await;
    published(&app).await;
    // She reads it behind her receipt, segment by segment; what is in no segment has no answer of its own.
    person
        .get(&own)
        .await
        .says("Der Bachweg kommt zuerst")
        .says("Tiefbauamt")
        .hides("freundlichen");
}

#[actix_web::test]
async fn an_organisation_reads_what_became_of_its_statement() {
    let app = TestApp::new().await;
    listed(&app);
    let member = come_in(&app, "kim@stadtpark.example").await;
    let table = "/organisation/consultations/ziele/statement";
    let outcome = format!("{table}/outcome");
    member.get(&outcome).await.expect(303);
    write(
        &member,
        table,
        "whole",
        "Mehr Licht am Bach.\n\nAuch am Anger.",
    )
    .await
    .expect(303);
    hand_in(&member, table, &[("names_nobody", "yes")])
        .await
        .expect(303);
    let receipt = member.get(&format!("{table}/receipt")).await;
    let links = receipt.expect(200).attributes("main a", "href");
    assert!(links.contains(&outcome), "{links:?}");
    let kim = app.staff("evaluator");
    split(&kim, &[("act", "all")]).await.expect(303);
    let theme = coded(&app, &segment_of(&kim).await).await;
    assessed(&app, &theme).await;
    member
        .get(&outcome)
        .await
        .expect(200)
        .says("Mehr Licht am Bach.")
        .hides("Der Bachweg");
    published(&app).await;
    member
        .get(&outcome)
        .await
        .expect(200)
        .says("Licht auf Wegen")
        .says("Der Bachweg kommt zuerst")
        .says("Tiefbauamt");
    app.visitor().get(&outcome).await.expect(303);
}

#[actix_web::test]
async fn the_last_coding_can_be_taken_back() {
    let (app, _, _, id) = one_contribution().await;
    let kim = app.staff("evaluator");
    let theme = coded_by(&kim, &id).await;
    let place = format!("{DESK}/contributions/{id}");
    let page = kim.get(&format!("{place}?undo={id}&had=n")).await;
    kim.press(page.expect(200), "coding-undo", &[])
        .await
        .expect(303);
    assert_eq!(app.data.count("readings"), 0);
    let page = kim.get(&place).await;
    let typed = [("theme", &*theme)];
    kim.press(page.expect(200), "coding-save", &typed)
        .await
        .expect(303);
    assert_eq!(app.data.count("codings"), 1);
    // Without a theme it counts as read, too.
    let page = kim.get(&place).await;
    kim.press(page.expect(200), "coding-without", &[])
        .await
        .expect(303);
    assert_eq!(
        (app.data.count("codings"), app.data.count("readings")),
        (0, 1)
    );
}

#[actix_web::test]
async fn the_database_refuses_what_has_no_cause() {
    let app = TestApp::new().await;
    let refused = |statement: &str| {
        let done = sql_query(statement).execute(&mut app.data.connect());
        assert!(done.is_err(), "{statement}");
    };
    refused(
        "INSERT INTO causes (id, kind, theme_id, reason) VALUES ('a', 'heard', NULL, 'Viele.')",
    );
    refused("INSERT INTO causes (id, kind, theme_id, reason) VALUES ('b', 'law', NULL, '')");
    let edition = "(SELECT id FROM editions LIMIT 1)";
    let element = "(SELECT id FROM elements LIMIT 1)";
    refused(&format!(
        "INSERT INTO edition_changes (edition_id, position, element_id, change, cause_id) VALUES ({edition}, 0, {element}, 'reworded', NULL)"
    ));
    refused(&format!(
        "INSERT INTO edition_changes (edition_id, position, element_id, change, cause_id) VALUES ({edition}, 0, {element}, 'reworded', 'x')"
    ));
}
