//! What programs read: feed, calendar, and everything under a code.

use std::collections::BTreeMap;

use actix_web::http::header;
use actix_web::test::TestRequest;

use super::Post;
use crate::moderation::one_text;
use crate::support::answer::Answer;
use crate::support::app::TestApp;

#[actix_web::test]
async fn the_feed_tells_what_has_happened_and_stays_as_it_is() {
    let post = Post::new().await;
    let reader = post.app.visitor();
    let feed = reader.get("/consultations/ziele/feed.atom").await;
    assert_eq!(
        feed.header("content-type"),
        "application/atom+xml; charset=utf-8"
    );
    let read = |answer: &Answer| -> Vec<String> {
        let body = answer.body.as_str();
        let titles = body.split("<title>").skip(2);
        titles
            .map(|rest| rest.split("</title>").next().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        read(&feed),
        ["Die Beteiligung hat begonnen: Ziele für Lindenau"]
    );
    let tag = feed.header("etag").to_owned();
    let again = TestRequest::get().insert_header((header::IF_NONE_MATCH, tag));
    reader
        .send("/consultations/ziele/feed.atom", again)
        .await
        .expect(304);
    post.move_deadline("2026-07-24", "Wegen <der> Ferien & mehr.")
        .await;
    post.set("2026-08-05 12:00:00");
    let feed = reader.get("/consultations/ziele/feed.atom").await;
    assert_eq!(
        read(&feed),
        [
            "Der nächste Schritt beginnt: Ziele für Lindenau",
            "Die Frist ist vorbei: Ziele für Lindenau",
            "Die Frist endet morgen: Ziele für Lindenau",
            "Die Frist ist vorbei: Ziele für Lindenau",
            "Die Frist endet in 7 Tagen: Ziele für Lindenau",
            "Die Frist endet morgen: Ziele für Lindenau",
            "Die Frist endet in 7 Tagen: Ziele für Lindenau",
            "Eine Frist hat sich geändert: Ziele für Lindenau",
            "Die Beteiligung hat begonnen: Ziele für Lindenau",
        ]
    );
    assert!(
        feed.body.contains("&lt;der&gt; Ferien &amp; mehr."),
        "{}",
        feed.body
    );
    assert_eq!(read(&reader.get("/feed.atom").await).len(), 9);
    let english = reader.get("/feed.atom?lang=en").await;
    assert!(
        english.body.contains("xml:lang=\"en\"") && english.body.contains("A deadline has changed")
    );
    reader
        .get("/consultations/none/feed.atom")
        .await
        .expect(404);
}

/// The entries of a calendar by their names: name to value of each line, unfolded.
fn entries(answer: &Answer) -> BTreeMap<String, BTreeMap<String, String>> {
    assert!(
        answer.body.lines().all(|line| line.len() <= 75),
        "lines are folded"
    );
    let body = answer.body.replace("\r\n ", "");
    let parts = body.split("BEGIN:VEVENT").skip(1);
    let read = parts.map(|part| {
        let lines = part.split("END:VEVENT").next().unwrap().lines();
        let pairs = lines.filter_map(|line| line.split_once(':'));
        let entry: BTreeMap<_, _> = pairs.map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
        (entry["SUMMARY"].clone(), entry)
    });
    read.collect()
}

#[actix_web::test]
async fn the_calendar_keeps_its_entries_and_moves_them_with_the_deadline() {
    let post = Post::new().await;
    let reader = post.app.visitor();
    let url = "/consultations/ziele/calendar.ics";
    let first = reader.get(url).await;
    assert_eq!(first.header("content-type"), "text/calendar; charset=utf-8");
    let before = entries(&first);
    let end = "Letzter Tag: Umfrage für alle (Ziele für Lindenau)";
    assert_eq!(before.len(), 5);
    assert_eq!(before[end]["DTSTART;VALUE=DATE"], "20260717");
    assert_eq!(before[end]["DTEND;VALUE=DATE"], "20260718");
    assert_eq!(before[end]["SEQUENCE"], "0");
    // The last day is the one on which the clocks change: still a whole day.
    post.move_deadline("2026-10-25", "Wegen Ferien; Feste, und\nmehr.")
        .await;
    let after = entries(&reader.get(url).await);
    assert_eq!(after[end]["DTSTART;VALUE=DATE"], "20261025");
    assert_eq!(after[end]["DTEND;VALUE=DATE"], "20261026");
    assert_eq!(after[end]["SEQUENCE"], "1");
    assert!(after[end]["DESCRIPTION"].starts_with("Wegen Ferien\\; Feste\\, und\\nmehr."));
    for (name, entry) in &before {
        assert_eq!(after[name]["UID"], entry["UID"], "{name}");
        assert_eq!(entry["DTSTAMP"].len(), 16);
    }
    let step = "Auswerten (Ziele für Lindenau)";
    assert_eq!(after[step]["DTEND;VALUE=DATE"], "20261001");
    assert_eq!(entries(&reader.get("/calendar.ics").await).len(), 5);
    assert!(after[end]["DTSTAMP"].starts_with("20260701T"));
}

#[actix_web::test]
async fn everything_under_a_code_can_be_taken_away() {
    let app = TestApp::new().await;
    let (anna, home, _) = one_text(&app, "Mehr Licht am Bach").await;
    let json = anna.get(&format!("{home}/data.json")).await;
    json.expect(200);
    let kept: serde_json::Value = serde_json::from_str(&json.body).unwrap();
    assert_eq!(kept["consultation"], "ziele");
    assert!(
        kept["answers"][0]["text"]
            .as_str()
            .unwrap()
            .contains("Mehr Licht am Bach")
    );
    assert_eq!(kept["texts"][0]["state"], "waiting");
    let text = anna.get(&format!("{home}/data.txt")).await;
    text.expect(200).says("Mehr Licht am Bach");
    assert!(text.header("content-disposition").contains("attachment"));
}
