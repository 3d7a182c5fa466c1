//! A person has erased what she wrote, after the end and after results are published.

use trialog::account::{Actor, May};
use trialog::base::id::Id;
use trialog::retention::EraseText;
use trialog::retention::store::erase_text;
use trialog::survey::recount;

use super::{CANARY, where_is};
use crate::comments::{one_comment, release, with_comments};
use crate::evaluation::close_and_publish;
use crate::evaluation_desk::{code, gather, theme};
use crate::moderation::{PUBLIC, one_text};
use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::town::at;
use crate::support::visitor::Visitor;
use crate::survey::counted;

/// Presses the button that erases what somebody wrote.
pub async fn erase_words(anna: &Visitor, home: &str) {
    let page = anna.get(&format!("{home}/withdrawal")).await;
    let done = anna
        .press(page.expect(200), "withdrawal-words-yes", &[])
        .await;
    assert_eq!(
        done.expect(303).location(),
        format!("{home}/receipt?said=said-words-erased")
    );
}

#[actix_web::test]
async fn after_publication_words_go_and_figures_stay() {
    let app = TestApp::new().await;
    let (anna, home, text) = one_text(&app, "Zilpzalp singt am Bach").await;
    one_text(&app, "Mehr Licht").await;
    gather(&app).await;
    let evaluator = app.staff("evaluator");
    let theme = theme(&evaluator, "Vögel").await;
    code(&evaluator, &text, &[&theme]).await;
    release(&app, &text).await;
    close_and_publish(&app).await;
    let everyone = app.visitor();
    everyone.get(PUBLIC).await.expect(200).says(CANARY);
    let results = "/consultations/ziele/results/leben";
    let figures = |page: &Answer| page.all("table");
    let before = figures(everyone.get(results).await.expect(200));
    let answers = counted(&app);

    let receipt = anna.get(&format!("{home}/receipt")).await;
    assert!(receipt.expect(200).says_key(&anna, "receipt-words-link"));
    erase_words(&anna, &home).await;

    assert_eq!(where_is(&app.data, CANARY), Vec::<String>::new());
    everyone.get(PUBLIC).await.expect(200).hides(CANARY);
    let after = figures(everyone.get(results).await.expect(200));
    assert_eq!(after, before);
    assert_eq!(counted(&app), answers);
    assert_eq!(app.data.count("codings"), 1, "the theme keeps its number");
    assert_eq!(app.data.db.read_here(recount).unwrap(), []);
    let found = app
        .staff("evaluator")
        .get("/desk/consultations/ziele/contributions?q=Zilpzalp")
        .await;
    found.expect(200).hides("singt am Bach");
    // Nobody can decide about it any more, and there is nothing left to erase.
    let kim = app.staff("moderator");
    kim.get(&format!("/desk/moderation/{text}"))
        .await
        .expect(404);
    let page = anna.get(&format!("{home}/withdrawal")).await;
    assert!(page.says_key(&anna, "withdrawal-over"));
    let receipt = anna.get(&format!("{home}/receipt")).await;
    receipt.expect(200).hides(CANARY).says("[gelöscht]");
    for file in ["receipt.txt", "data.txt", "data.json"] {
        anna.get(&format!("{home}/{file}"))
            .await
            .expect(200)
            .hides(CANARY);
    }
}

#[actix_web::test]
async fn the_administration_erases_the_words_of_one_text() {
    let app = TestApp::new().await;
    let (_, _, id) = one_text(&app, "Zilpzalp heißt der Nachbar").await;
    gather(&app).await;
    let erase = |id: &str| {
        let id = Id::known(id);
        let may = May::<EraseText>::by(Actor::Console, &app.data.db, &app.clock).unwrap();
        may.write(move |tx| erase_text(tx, &id, "Nennt eine Person"))
    };
    assert!(!erase("unknown").await.unwrap());
    assert!(erase(&id).await.unwrap());
    assert!(!erase(&id).await.unwrap(), "once is enough");
    assert_eq!(where_is(&app.data, CANARY), Vec::<String>::new());
    assert_eq!(app.data.count("erasures"), 1);
    assert!(app.data.dump("journal").contains("texts.erase"));
    assert_eq!(app.data.db.read_here(recount).unwrap(), []);
}

#[actix_web::test]
async fn a_comment_can_be_erased_after_the_end_too() {
    let app = TestApp::with(&with_comments(), |_| {}).await;
    let (anna, home, id) = one_comment(&app, "Zilpzalp am Weg").await;
    let (berta, hers, other) = one_comment(&app, "Zilpzalp im Park").await;
    release(&app, &id).await;
    gather(&app).await;
    one_text(&app, "Mehr Licht").await;
    app.clock.set(at("2026-07-20 12:00:00"));
    // Results are not published yet: all of it goes.
    let page = berta.get(&format!("{hers}/comments/sz-wege/{other}")).await;
    let done = berta
        .press(page.expect(200), "comments-withdraw-button", &[])
        .await;
    done.expect(303);
    assert_eq!(app.data.count("comments"), 1);
    close_and_publish(&app).await;
    let page = anna.get(&format!("{home}/comments/sz-wege/{id}")).await;
    let done = anna
        .press(page.expect(200), "comments-erase-button", &[])
        .await;
    assert!(done.expect(303).location().contains("said-comment-erased"));
    assert_eq!(where_is(&app.data, CANARY), Vec::<String>::new());
    assert_eq!(app.data.count("comments"), 1, "that there was one counts");
    app.visitor()
        .get("/consultations/ziele/comments/sz-wege")
        .await
        .expect(200)
        .hides(CANARY);
}
