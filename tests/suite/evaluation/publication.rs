//! When results are public, and that what is public never changes silently.

use trialog::account::{Actor, May};
use trialog::evaluation::PublishOutcome;
use trialog::moderation::{ModerateTexts, release, waiting_texts};

use super::{AFTER, PAGES, close_and_publish, enter_sheets, publish};
use crate::support::app::TestApp;
use crate::support::town::at;
use crate::survey::{answer, begin, one_mark, submit};
use trialog::participation::Channel;

#[actix_web::test]
async fn before_publication_nobody_sees_how_people_answered() {
    let app = TestApp::new().await;
    for _ in 0..6 {
        one_mark(&app, "bolder").await;
    }
    let visitor = app.visitor();
    for now in ["2026-07-02 10:00:00", AFTER] {
        app.clock.set(at(now));
        for url in PAGES {
            visitor.get(url).await.expect(404);
        }
        let index = visitor.get("/results").await;
        index.expect(200).hides("Ziele für Lindenau");
        for url in ["/", "/consultations/ziele"] {
            let page = visitor.get(url).await;
            assert!(
                !page
                    .links()
                    .iter()
                    .any(|link| link.ends_with("/results") && link != "/results")
            );
        }
    }
}

#[actix_web::test]
async fn how_many_took_part_is_public_as_of_the_day_before() {
    let app = TestApp::new().await;
    for _ in 0..3 {
        one_mark(&app, "bolder").await;
    }
    let visitor = app.visitor();
    let shown = |page: &crate::support::answer::Answer| {
        page.main()
            .contains("3 Fragebögen von 3 Personen, Stand gestern")
    };
    let today = visitor.get("/consultations/ziele").await;
    let says_nobody = today.says_key(&visitor, "fact-nobody-yet");
    assert!(says_nobody && !shown(&today), "{}", today.main());
    app.clock.set(at("2026-07-01 23:59:59.999999"));
    assert!(!shown(&visitor.get("/consultations/ziele").await));
    app.clock.set(at("2026-07-02 00:00:00"));
    let tomorrow = visitor.get("/consultations/ziele").await;
    assert!(shown(&tomorrow), "{}", tomorrow.main());
}

#[actix_web::test]
async fn results_are_not_published_while_the_survey_runs() {
    let app = TestApp::new().await;
    one_mark(&app, "right").await;
    app.clock.set(at("2026-07-17 23:59:59.999999"));
    assert!(matches!(
        publish(&app).await,
        PublishOutcome::StillOpen { .. }
    ));
    assert_eq!(app.data.count("result_publications"), 0);
    app.clock.set(at("2026-07-18 00:00:00"));
    assert!(matches!(
        publish(&app).await,
        PublishOutcome::Published { number: 1, .. }
    ));
    assert!(matches!(
        publish(&app).await,
        PublishOutcome::Unchanged { number: 1 }
    ));
    assert_eq!(app.data.count("result_publications"), 1);
    let visitor = app.visitor();
    for url in PAGES {
        visitor.get(url).await.expect(200);
    }
    let index = visitor.get("/results").await;
    assert!(index.links().contains(&PAGES[0].to_owned()));
}

#[actix_web::test]
async fn what_comes_in_afterwards_does_not_change_what_is_published() {
    let app = TestApp::new().await;
    let sheets = |n: usize| format!("day,sz-baeume\n{}", "2026-07-01,right\n".repeat(n));
    enter_sheets(&app, "gruen", Channel::Paper, &sheets(20)).await;
    close_and_publish(&app).await;
    let visitor = app.visitor();
    let before = visitor.get("/consultations/ziele/results.csv").await.body;
    let page = visitor.get(PAGES[0]).await.main();
    enter_sheets(&app, "gruen", Channel::Desk, &sheets(7)).await;
    assert_eq!(
        visitor.get("/consultations/ziele/results.csv").await.body,
        before
    );
    assert_eq!(visitor.get(PAGES[0]).await.main(), page);
    assert!(matches!(
        publish(&app).await,
        PublishOutcome::Published { number: 2, .. }
    ));
    assert_ne!(
        visitor.get("/consultations/ziele/results.csv").await.body,
        before
    );
    assert_eq!(
        app.data.count("result_publications"),
        2,
        "the first is kept"
    );
}

#[actix_web::test]
async fn only_released_comments_stand_with_the_results() {
    let app = TestApp::new().await;
    for (n, text) in ["Freigegeben <b>", "Nicht freigegeben", "Auch frei"]
        .iter()
        .enumerate()
    {
        let anna = app.visitor();
        let home = begin(&anna).await;
        let typed = [("mark", ["right", "drop", "bolder"][n]), ("comment", text)];
        answer(&anna, &format!("{home}/leben/sz-wege"), &typed)
            .await
            .expect(303);
        submit(&anna, &home).await.expect(303);
    }
    let id = app.town.survey("leben").id.clone();
    let texts = app
        .data
        .db
        .read(move |conn| waiting_texts(conn, &id))
        .await
        .unwrap();
    let chosen: Vec<_> = texts
        .into_iter()
        .filter(|t| !t.text.starts_with("Nicht"))
        .map(|t| t.id)
        .collect();
    assert_eq!(chosen.len(), 2);
    let may = May::<ModerateTexts>::by(Actor::Console, &app.data.db, &app.clock).unwrap();
    may.write(move |tx| release(tx, &chosen)).await.unwrap();
    close_and_publish(&app).await;
    let visitor = app.visitor();
    let comments = visitor
        .get("/consultations/ziele/results/leben/comments")
        .await;
    comments
        .expect(200)
        .says("Freigegeben <b>")
        .says("Auch frei");
    for url in PAGES {
        visitor.get(url).await.hides("Nicht freigegeben");
    }
    visitor
        .get("/consultations/ziele/results/leben/comments?page=2")
        .await
        .expect(404);
}

#[actix_web::test]
async fn a_consultation_that_promised_no_comments_shows_none() {
    let file = crate::support::town::CONSULTATION
        .replace("releases_comments = true", "releases_comments = false");
    let app = TestApp::with(&file, |_| {}).await;
    one_mark(&app, "right").await;
    close_and_publish(&app).await;
    let visitor = app.visitor();
    visitor
        .get("/consultations/ziele/results/leben/comments")
        .await
        .expect(404);
    let page = visitor.get("/consultations/ziele/results/leben").await;
    assert!(!page.links().iter().any(|link| link.ends_with("/comments")));
}
