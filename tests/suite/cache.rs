//! Finished public pages: whoever reads the same as others gets the same copy, and nobody reads yesterday's news.

use std::collections::BTreeSet;
use std::io::Read as _;

use actix_web::http::Method;
use actix_web::test::TestRequest;
use chrono::TimeDelta;
use diesel::{RunQueryDsl, sql_query};

use crate::support::app::TestApp;
use crate::support::database::TestDatabase;
use crate::support::person::Person;
use crate::survey::{answer, begin, submit};
use crate::views::kept::without_proofs;

const EDITION: &str = "/strategies/konzept/editions/1";
const HEADING: &str = "Nachbarn kennen einander";
const OTHER: &str = "Nachbarn grüßen einander";

/// Changes words past the doors, so that nobody can know of it: who still reads the former words got a kept page.
fn reword_unnoticed(data: &TestDatabase) {
    let statement = format!("UPDATE wordings SET title = '{OTHER}' WHERE title LIKE '%{HEADING}%'");
    let changed = sql_query(statement).execute(&mut data.connect()).unwrap();
    assert_eq!(changed, 1);
}

#[actix_web::test]
async fn a_page_is_made_once_for_all_readers_and_anew_with_each_minute() {
    let app = TestApp::new().await;
    // Her account is made first: that is an act that shows.
    let editor = app.staff("editor");
    app.visitor().get(EDITION).await.expect(200).says(HEADING);
    reword_unnoticed(&app.data);
    app.visitor().get(EDITION).await.expect(200).says(HEADING);
    let english = app.visitor().asking_for("en");
    english.get(EDITION).await.expect(200).says(OTHER);
    // Whoever is signed in reads what there is now; and so does whoever carries a cookie that we do not know.
    editor.get(EDITION).await.expect(200).says(OTHER);
    let strange = app.visitor();
    strange.keep_cookie("fremd", "1");
    strange.get(EDITION).await.expect(200).says(OTHER);

    app.visitor().get(EDITION).await.says(HEADING);
    app.clock.advance(TimeDelta::seconds(60));
    app.visitor().get(EDITION).await.expect(200).says(OTHER);
}

#[actix_web::test]
async fn handing_in_leaves_the_pages_and_every_other_act_shows_at_once() {
    let app = TestApp::new().await;
    app.visitor().get(EDITION).await.says(HEADING);
    reword_unnoticed(&app.data);
    let anna = app.visitor();
    let home = begin(&anna).await;
    let goal = format!("{home}/leben/sz-wege");
    answer(&anna, &goal, &[("mark", "right")]).await.expect(303);
    submit(&anna, &home).await.expect(303);
    app.visitor().get(EDITION).await.says(HEADING);
    // A correction may take a released text away.
    answer(&anna, &goal, &[("mark", "bolder")])
        .await
        .expect(303);
    submit(&anna, &home).await.expect(303);
    app.visitor().get(EDITION).await.says(OTHER);
}

#[actix_web::test]
async fn what_another_process_has_changed_shows_after_the_next_look() {
    let app = TestApp::new().await;
    let elsewhere = app.data.reopened();
    let ben = Person::begins(&elsewhere, &app.clock, &app.town).await;
    app.data.db.look_for_changes().await.unwrap();
    app.visitor().get(EDITION).await.says(HEADING);
    reword_unnoticed(&app.data);
    app.data.db.look_for_changes().await.unwrap();
    app.visitor().get(EDITION).await.says(HEADING);
    ben.withdraws().await;
    app.visitor().get(EDITION).await.says(HEADING);
    app.data.db.look_for_changes().await.unwrap();
    app.visitor().get(EDITION).await.says(OTHER);
}

#[actix_web::test]
async fn each_browser_gets_the_page_as_it_can_read_it() {
    let app = TestApp::new().await;
    let plain = app.visitor().get(EDITION).await;
    let tag = plain.expect(200).header("etag").to_owned();
    assert!(!tag.is_empty() && plain.header("content-encoding").is_empty());
    let ask = |name, value| TestRequest::get().insert_header((name, value));
    // The first of them is made now, the second is kept.
    for (accepted, coding) in [
        ("gzip", "gzip"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=0.5, br;q=0", "gzip"),
        ("identity", ""),
        ("br;q=1.0", "br"),
    ] {
        let page = app
            .visitor()
            .send(EDITION, ask("accept-encoding", accepted))
            .await;
        assert_eq!(page.header("content-encoding"), coding, "{accepted}");
        assert_eq!(page.header("etag"), tag);
        let all: Vec<_> = page
            .headers
            .get_all("vary")
            .map(|v| v.to_str().unwrap())
            .collect();
        assert!(all.join(",").contains("Accept-Encoding"), "{all:?}");
        let mut text = String::new();
        match coding {
            "gzip" => flate2::read::GzDecoder::new(&page.bytes[..]).read_to_string(&mut text),
            "br" => brotli::Decompressor::new(&page.bytes[..], 4096).read_to_string(&mut text),
            _ => (&page.bytes[..]).read_to_string(&mut text),
        }
        .unwrap();
        assert_eq!(text, plain.body, "{accepted}");
    }
    let again = app
        .visitor()
        .send(EDITION, ask("if-none-match", &tag))
        .await;
    again.expect(304);
    assert_eq!(
        (again.body.as_str(), again.header("etag")),
        ("", tag.as_str())
    );
    let head = app
        .visitor()
        .send(EDITION, TestRequest::with_uri(EDITION).method(Method::HEAD))
        .await;
    assert_eq!(
        (head.status.as_u16(), head.header("etag")),
        (200, tag.as_str())
    );
}

#[actix_web::test]
async fn whoever_asks_first_with_an_old_version_gets_the_new_one_and_the_next_finds_it() {
    let app = TestApp::new().await;
    let old = TestRequest::get().insert_header(("if-none-match", "\"old\""));
    app.visitor()
        .send(EDITION, old)
        .await
        .expect(200)
        .says(HEADING);
    reword_unnoticed(&app.data);
    app.visitor().get(EDITION).await.says(HEADING);
}

#[actix_web::test]
async fn a_page_with_a_form_is_made_for_each_and_a_choice_of_language_is_kept_by_its_cookie() {
    let app = TestApp::new().await;
    let form = "/consultations/ziele/survey";
    let token =
        |page: &crate::support::answer::Answer| page.attributes("input[name=_token]", "value");
    let first = token(app.visitor().get(form).await.expect(200));
    app.clock.advance(TimeDelta::seconds(1));
    assert_ne!(first, token(app.visitor().get(form).await.expect(200)));

    let url = format!("{EDITION}?lang=en");
    app.visitor().get(&url).await.expect(200);
    let second = app.visitor();
    assert_eq!(
        second.get(&url).await.cookies().len(),
        1,
        "the second one too"
    );
    let page = second.get(EDITION).await;
    assert!(page.body.contains("<html lang=\"en\""), "{}", page.body);
}

#[actix_web::test]
async fn a_town_without_room_makes_every_page_anew() {
    let app = TestApp::with(crate::support::town::CONSULTATION, |config| {
        config.server.cache_megabytes = 0;
    })
    .await;
    app.visitor().get(EDITION).await.says(HEADING);
    reword_unnoticed(&app.data);
    app.visitor().get(EDITION).await.says(OTHER);
}

#[actix_web::test]
async fn a_page_inside_a_participation_asks_the_database_at_most_three_things() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    let pages =
        ["", "/leben/sz-wege", "/leben/wunsch", "/review"].map(|page| format!("{home}{page}"));
    // Once for all who take part:
    anna.open(&pages[1]).await.expect(200);
    for page in &pages {
        let before = app.data.sent();
        anna.get(page).await.expect(200);
        let sent = app.data.sent() - before;
        assert!((1..=3).contains(&sent), "{page}: {sent} statements");
    }
}

#[actix_web::test]
async fn who_reads_the_same_question_keeps_code_words_and_proofs_for_herself() {
    let app = TestApp::new().await;
    let (mut homes, mut proofs) = (Vec::<String>::new(), BTreeSet::new());
    let people = [
        ("right", "Mehr <Bänke> & Licht"),
        ("right", "Weniger \"Bänke\""),
        ("right", ""),
        ("bolder", "Weniger \"Bänke\""),
    ];
    for (mark, words) in people {
        let person = app.visitor();
        let home = begin(&person).await;
        let goal = format!("{home}/leben/sz-wege");
        for _ in 0..2 {
            let given = [("mark", mark), ("comment", words)];
            answer(&person, &goal, &given).await.expect(303);
            let page = person.get(&goal).await;
            page.expect(200);
            let typed = page.all("textarea").concat();
            assert_eq!(typed.trim_start_matches('\n'), words);
            assert_eq!(page.attributes("input[checked]", "value"), [mark]);
            assert_eq!(page.attributes("form", "action"), [goal.as_str()]);
            let own = page
                .links()
                .into_iter()
                .filter(|link| link.starts_with("/p/"));
            assert!(own.clone().count() > 0 && own.clone().all(|link| link.starts_with(&home)));
            for other in &homes {
                page.hides(other);
            }
            let proof = page.attributes("input[name=_token]", "value").concat();
            assert!(proofs.insert(proof), "each page has a proof of its own");
        }
        homes.push(home);
    }
}

#[actix_web::test]
async fn a_page_that_was_made_before_is_sent_compressed_and_says_the_same() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    let goal = format!("{home}/leben/sz-wege");
    let given = [("mark", "right"), ("comment", "Mehr <Bänke> & Licht")];
    answer(&anna, &goal, &given).await.expect(303);
    let plain = anna.get(&goal).await;
    assert_eq!(plain.header("content-encoding"), "");
    let compressed = TestRequest::get().insert_header(("accept-encoding", "br, gzip"));
    let page = anna.send(&goal, compressed).await;
    assert_eq!(page.header("content-encoding"), "gzip");
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(page.header("vary"), "Accept-Encoding");
    let mut text = String::new();
    let mut reader = flate2::read::GzDecoder::new(&page.bytes[..]);
    reader.read_to_string(&mut text).unwrap();
    assert_eq!(without_proofs(&text), without_proofs(&plain.body));
    assert!(page.bytes.len() * 2 < text.len(), "{}", page.bytes.len());
}
