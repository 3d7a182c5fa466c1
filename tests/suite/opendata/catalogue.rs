//! The catalogue for data portals.

use oxttl::TurtleParser;

use super::published;
use crate::support::app::TestApp;

/// The sentences of a catalogue, as text.
fn sentences(turtle: &[u8]) -> Vec<String> {
    let triples = TurtleParser::new().for_slice(turtle);
    triples.map(|triple| triple.unwrap().to_string()).collect()
}

fn count(of: &[String], part: &str) -> usize {
    of.iter().filter(|sentence| sentence.contains(part)).count()
}

#[actix_web::test]
async fn a_town_that_told_all_is_found_by_portals() {
    let app = TestApp::with(crate::support::town::CONSULTATION, |config| {
        let open = &mut config.open_data;
        "http://dcat-ap.de/def/licenses/dl-by-de/2.0".clone_into(&mut open.licence);
        "https://www.lindenau.example/id".clone_into(&mut open.contributor_id);
        "https://www.lindenau.example/".clone_into(&mut open.publisher_url);
        "daten@lindenau.example".clone_into(&mut open.contact_email);
    })
    .await;
    published(&app).await;
    let visitor = app.visitor();
    let answer = visitor.get("/catalog.ttl").await;
    assert!(answer.header("content-type").starts_with("text/turtle"));
    let all = sentences(&answer.bytes);
    assert_eq!(
        count(&all, "ns#type> <http://www.w3.org/ns/dcat#Dataset>"),
        1
    );
    assert_eq!(
        count(&all, "ns#type> <http://www.w3.org/ns/dcat#Distribution>"),
        4
    );
    // The catalogue and each file have it.
    assert_eq!(
        count(
            &all,
            "<http://purl.org/dc/terms/license> <http://dcat-ap.de/def/licenses/dl-by-de/2.0>"
        ),
        5
    );
    assert_eq!(
        count(&all, "contributorID> <https://www.lindenau.example/id>"),
        1
    );
    assert_eq!(count(&all, "<mailto:daten@lindenau.example>"), 1);
    assert_eq!(count(&all, "startDate> \"2026-06-08\""), 1);
    // Each file that is named is there.
    for sentence in all
        .iter()
        .filter(|sentence| sentence.contains("downloadURL>"))
    {
        let url = sentence
            .rsplit('<')
            .next()
            .unwrap()
            .split('>')
            .next()
            .unwrap();
        let path = url.split_once("8080").map_or(url, |(_, path)| path);
        visitor.get(path).await.expect(200);
    }
    let json = visitor.get("/catalog.jsonld").await;
    let json: serde_json::Value = serde_json::from_str(&json.body).unwrap();
    assert!(json.to_string().contains("dl-by-de/2.0"));
}

#[actix_web::test]
async fn what_a_town_has_not_told_is_left_out() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let empty = sentences(&visitor.get("/catalog.ttl").await.bytes);
    assert_eq!(
        count(&empty, "dcat#Dataset>"),
        0,
        "nothing is published yet"
    );
    published(&app).await;
    let all = sentences(&visitor.get("/catalog.ttl").await.bytes);
    assert_eq!(
        count(&all, "ns#type> <http://www.w3.org/ns/dcat#Dataset>"),
        1
    );
    for part in [
        "license>",
        "contributorID>",
        "contactPoint>",
        "politicalGeocodingURI>",
    ] {
        assert_eq!(count(&all, part), 0, "{part}");
    }
}
