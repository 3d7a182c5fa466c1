//! Lists of very many contributions are put in order once, and are right at once after every change.

use diesel::{RunQueryDsl, sql_query};

use super::{DESK, code, contributions, theme};
use crate::support::app::TestApp;

const LETTER: &str = "Wir fordern Sie auf, den Spielplatz am Anger zu erhalten und die alten Bäume dort zu schützen.";

#[actix_web::test]
async fn a_list_is_put_in_order_once_and_anew_after_every_change_wherever_it_was_made() {
    let app = TestApp::new().await;
    let kim = app.staff("evaluator");
    let ids = contributions(&app, &[LETTER, "Mehr Bänke am Bach", LETTER]).await;
    let lob = theme(&kim, "Lob").await;
    let list = format!("{DESK}/contributions");
    app.data.db.look_for_changes().await.unwrap();
    let opened = async || {
        let before = app.data.sent();
        let page = kim.get(&list).await;
        page.expect(200);
        (app.data.sent() - before, page)
    };
    let (first, page) = opened().await;
    assert_eq!(
        page.all(".queue__item").len(),
        2,
        "one letter stands for both"
    );
    let (again, _) = opened().await;
    assert!(again * 2 < first, "{again} statements after {first}");

    code(&kim, &ids[1], &[&lob]).await;
    let open = kim.get(&format!("{list}?coded=no&alike=single")).await;
    open.expect(200).hides("Mehr Bänke am Bach");
    kim.get(&format!("{list}?coded=yes"))
        .await
        .expect(200)
        .says("Mehr Bänke am Bach");

    // Another process takes a contribution away: nobody here was told.
    app.data.db.look_for_changes().await.unwrap();
    kim.get(&list).await.expect(200).says("Mehr Bänke am Bach");
    let mut other = app.data.connect();
    for statement in [
        format!("DELETE FROM contributions WHERE text_id = '{}'", ids[1]),
        "UPDATE public_state SET version = version + 1".to_owned(),
    ] {
        sql_query(statement).execute(&mut other).unwrap();
    }
    kim.get(&list).await.expect(200).hides("Mehr Bänke am Bach");
}

#[actix_web::test]
async fn whole_pages_of_the_desk_are_kept_until_something_is_done_and_show_each_what_she_may() {
    let app = TestApp::new().await;
    let kim = app.staff("evaluator");
    let ids = contributions(&app, &[LETTER, "Mehr Bänke am Bach", LETTER]).await;
    theme(&kim, "Lob").await;
    let pages = ["contributions", "duplicates", "evaluation", "themes"];
    app.data.db.look_for_changes().await.unwrap();
    for page in pages {
        kim.get(&format!("{DESK}/{page}")).await.expect(200);
    }
    // Past the doors, so that nobody can know of it.
    for change in [
        "UPDATE themes SET name = 'Tadel'",
        "UPDATE contributions SET text = 'Weniger Bänke am Bach' WHERE text LIKE 'Mehr%'",
    ] {
        let changed = sql_query(change).execute(&mut app.data.connect()).unwrap();
        assert_eq!(changed, 1);
    }
    let (list, themes) = (format!("{DESK}/contributions"), format!("{DESK}/themes"));
    kim.get(&list)
        .await
        .says("Mehr Bänke")
        .hides("Weniger Bänke");
    kim.get(&themes).await.says("Lob").hides("Tadel");
    kim.get(&format!("{list}?q=bach"))
        .await
        .says("Weniger Bänke");
    // Somebody else has read nothing yet: her list is hers.
    code(&kim, &ids[1], &[]).await;
    app.data.db.look_for_changes().await.unwrap();
    let mine = format!("{list}?coded=mine");
    kim.get(&mine).await.hides("Weniger Bänke");
    let toni = app.staff("evaluator");
    app.data.db.look_for_changes().await.unwrap();
    kim.get(&mine).await.hides("Weniger Bänke");
    toni.get(&mine).await.says("Weniger Bänke");
    kim.get(&themes).await.says("Tadel").hides("Lob");
}

#[actix_web::test]
async fn words_and_filters_lay_lists_over_each_other() {
    let app = TestApp::new().await;
    let kim = app.staff("evaluator");
    let said = [
        "Mehr Bänke am Bach",
        "Mehr Licht am Bach",
        "Eine Bank im Schatten",
    ];
    let ids = contributions(&app, &said).await;
    let lob = theme(&kim, "Lob").await;
    code(&kim, &ids[0], &[&lob]).await;
    let list = format!("{DESK}/contributions");
    for (query, shown) in [
        ("q=bank", vec![0, 2]),
        ("q=bank+bach", vec![0]),
        ("q=bach&coded=no", vec![1]),
        ("q=bach&coded=mine", vec![1]),
        ("q=brunnen", vec![]),
    ] {
        let page = kim.get(&format!("{list}?{query}")).await;
        page.expect(200);
        for (n, text) in said.iter().enumerate() {
            if shown.contains(&n) {
                page.says(text);
            } else {
                page.hides(text);
            }
        }
    }
    // One after the other, with its place in the list.
    let page = kim.get(&format!("{list}/{}?q=bank", ids[0])).await;
    page.expect(200).says(said[2]);
}
