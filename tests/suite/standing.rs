//! What an edition is at the moment: published, for decision, decided, withdrawn, deleted.

use chrono::TimeDelta;

use crate::import::{first, press_at, uploaded, with_edition};
use crate::support::app::TestApp;

#[actix_web::test]
async fn an_edition_is_published_marked_withdrawn_and_only_then_gone() {
    let app = TestApp::new().await;
    let (editor, anna) = (app.staff("editor"), app.visitor());
    let folder = with_edition(&editor).await;
    let (own, public) = (
        format!("{folder}/editions/1"),
        "/strategies/klima/editions/1",
    );
    let at = |act: &str| format!("{own}/{act}");
    app.clock.advance(TimeDelta::seconds(1));
    press_at(&editor, &at("publish"), "publish-button", &[])
        .await
        .says("Die Fassung ist veröffentlicht.");
    anna.get(public).await.expect(200).hides("Zur Entscheidung");

    app.clock.advance(TimeDelta::seconds(1));
    let fault = press_at(
        &editor,
        &at("council"),
        "council-button",
        &[("mark", "decided"), ("note", "Mit Mehrheit.")],
    )
    .await;
    fault
        .expect(422)
        .says("Geben Sie den Tag des Beschlusses an.")
        .says("Mit Mehrheit.");
    app.clock.advance(TimeDelta::seconds(1));
    press_at(
        &editor,
        &at("council"),
        "council-button",
        &[("mark", "for_decision")],
    )
    .await
    .expect(200);
    anna.get(public)
        .await
        .says("Der Rat entscheidet über diese Fassung.");
    let decided = [
        ("mark", "decided"),
        ("day", "2026-11-12"),
        ("note", "Mit Mehrheit."),
    ];
    app.clock.advance(TimeDelta::seconds(1));
    press_at(&editor, &at("council"), "council-button", &decided)
        .await
        .expect(200);
    anna.get(public)
        .await
        .says("Beschlossen am 12. November 2026")
        .says("Mit Mehrheit.");
    app.clock.advance(TimeDelta::seconds(1));
    press_at(
        &editor,
        &at("council"),
        "council-button",
        &[("mark", "none")],
    )
    .await
    .expect(200);
    anna.get(public).await.hides("Beschlossen am");

    app.clock.advance(TimeDelta::seconds(1));
    let fault = press_at(&editor, &at("withdraw"), "edition-withdraw-button", &[]).await;
    fault.expect(422).says("Nennen Sie den Grund.");
    let reason = [("reason", "Ein Kapitel fehlte.")];
    app.clock.advance(TimeDelta::seconds(1));
    let page = press_at(&editor, &at("withdraw"), "edition-withdraw-button", &reason).await;
    page.says("Zurückgezogen").says("Ein Kapitel fehlte.");
    anna.get(public).await.expect(404);
    // It was public, so it stays on the shelf.
    editor
        .get(&at("delete"))
        .await
        .expect(200)
        .says("Diese Fassung war schon öffentlich");
    app.clock.advance(TimeDelta::seconds(1));
    press_at(&editor, &at("publish"), "publish-button", &[])
        .await
        .expect(200);
    anna.get(public).await.expect(200);
}

#[actix_web::test]
async fn an_edition_nobody_has_seen_can_be_deleted_and_its_number_comes_again() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let folder = with_edition(&editor).await;
    let delete = format!("{folder}/editions/1/delete");
    app.clock.advance(TimeDelta::seconds(1));
    press_at(&editor, &delete, "delete-edition-button", &[])
        .await
        .says("Die Fassung ist gelöscht.");
    let answer = uploaded(&editor, &folder, "Entwurf.docx", &first()).await;
    let preview = editor.get(&answer.location()).await;
    let made = editor.press(&preview, "import-as-edition", &[]).await;
    assert!(made.location().contains("/editions/1?"));
}

#[actix_web::test]
async fn what_people_are_asked_about_stays_public() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let own = "/desk/strategies/konzept/editions/1";
    let page = editor.get(own).await;
    page.says("Die Beteiligung „Ziele für Lindenau“ legt diese Fassung aus.");
    editor
        .get(&format!("{own}/withdraw"))
        .await
        .expect(200)
        .says("Das geht gerade nicht");
    editor
        .get(&format!("{own}/delete"))
        .await
        .expect(200)
        .says("Das geht gerade nicht");
    app.visitor()
        .get("/strategies/konzept/editions/1")
        .await
        .expect(200);
}
