//! The start page and the page of a consultation, before, during and after it; and the links between all pages.

use std::collections::{BTreeSet, VecDeque};

use crate::evaluation::close_and_publish;
use crate::support::app::TestApp;
use crate::support::database::TestDatabase;
use crate::support::town::at;
use crate::survey::{INTRO, one_mark};

#[actix_web::test]
async fn the_start_page_says_what_runs_what_comes_and_what_is_over() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    for (now, heading, words) in [
        (
            "2026-06-06 10:00:00",
            "start-announced",
            "Beginnt am 8. Juni 2026",
        ),
        ("2026-06-07 10:00:00", "start-announced", "Beginnt morgen"),
        ("2026-07-06 10:00:00", "start-running", "noch 11 Tage"),
        ("2026-07-16 23:59:59", "start-running", "noch bis morgen"),
        ("2026-07-17 23:59:59", "start-running", "nur noch heute"),
        // The statements run on.
        ("2026-07-18 00:00:00", "start-running", "noch 13 Tage"),
        ("2026-08-01 00:00:00", "start-ended", "31. Juli"),
    ] {
        app.clock.set(at(now));
        let page = anna.get("/").await;
        page.expect(200).says("Ziele für Lindenau");
        assert!(page.says_key(&anna, heading), "{now}: {}", page.main());
        assert!(
            page.main().contains(words),
            "{now}: {words} in {}",
            page.main()
        );
        let can_answer = page.links().contains(&INTRO.to_owned());
        let is_open = at("2026-06-08 00:00:00") <= at(now) && at(now) < at("2026-07-18 00:00:00");
        assert_eq!(can_answer, is_open, "{now}: a way to the survey");
    }
}

#[actix_web::test]
async fn an_empty_town_says_what_will_be_here() {
    use actix_web::web;
    use trialog::base::{config::Config, secret::Secrets, site::Site};
    let data = TestDatabase::new();
    let clock = crate::support::town::midsummer();
    let site = Site::new(Config::for_tests(), Secrets::fresh(), clock).unwrap();
    let site = web::Data::new(site.with_nav(trialog::routes::nav()));
    let anna = crate::support::visitor::Visitor::alone(site, data.db.clone());
    let page = anna.get("/").await;
    page.expect(200);
    assert!(page.says_key(&anna, "start-empty-title"));
    anna.get("/results").await.expect(200);
    assert_eq!(anna.get("/readyz").await.body, "ready\n");
}

#[actix_web::test]
async fn a_consultation_shows_its_tracks_with_their_own_ends_and_what_comes_after() {
    let app = TestApp::new().await;
    let page = app.visitor().get("/consultations/ziele").await;
    page.says("17. Juli")
        .says("31. Juli")
        .says("Auswerten")
        .says("Wir lesen jeden Beitrag.");
    page.says("07159 0000-10")
        .says("Zusammenleben")
        .says("Grün");
    assert!(
        page.links()
            .contains(&"/strategies/konzept/editions/1/hf-leben".to_owned())
    );
}

#[actix_web::test]
async fn an_unpublished_consultation_looks_like_none() {
    use diesel::connection::SimpleConnection;
    let app = TestApp::new().await;
    let anna = app.visitor();
    let intro = anna.get(INTRO).await;
    app.data
        .connect()
        .batch_execute("DELETE FROM consultation_publications")
        .unwrap();
    // That went past the doors; with an act that shows, everything is read anew.
    app.staff("editor");
    let missing = anna.get("/consultations/x").await;
    for url in [
        "/consultations/ziele",
        INTRO,
        "/consultations/ziele/results",
    ] {
        let hidden = anna.get(url).await;
        let without_number = |page: &crate::support::answer::Answer| {
            let main = page.main();
            main.split("diese Nummer")
                .next()
                .unwrap_or_default()
                .to_owned()
        };
        assert_eq!(
            without_number(hidden.expect(404)),
            without_number(missing.expect(404))
        );
    }
    anna.get("/").await.hides("Ziele für Lindenau");
    anna.press(&intro, "survey-intro-start", &[])
        .await
        .expect(404);
    assert_eq!(app.data.count("participations"), 0);
}

#[actix_web::test]
async fn an_edition_is_read_by_field_and_every_element_has_a_link_of_its_own() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let contents = anna.get("/strategies/konzept/editions/1").await;
    contents
        .says("Konzept für Lindenau")
        .says("Entwurf 1")
        .says("Zusammenleben");
    let field = anna.get("/strategies/konzept/editions/1/hf-leben").await;
    field
        .says("Alle gehören dazu.")
        .says("Niemand muss im Dunkeln gehen.")
        .says("Mehr Laternen");
    let ids = field.attributes("[id]", "id");
    for key in ["sz-nachbarn", "sz-wege", "ls-leben"] {
        assert!(ids.contains(&key.to_owned()), "{key}");
        let lasting = anna.get(&format!("/strategies/konzept/{key}")).await;
        assert_eq!(
            lasting.location(),
            format!("/strategies/konzept/editions/1/hf-leben#{key}")
        );
    }
    assert!(
        field.links().iter().any(|link| link.ends_with("/hf-gruen")),
        "on to the next field"
    );
}

/// Everything a visitor can reach by links answers, and stays within the portal.
#[actix_web::test]
async fn every_link_leads_somewhere() {
    let app = TestApp::new().await;
    let (_, home) = one_mark(&app, "right").await;
    for publish in [false, true] {
        if publish {
            close_and_publish(&app).await;
        }
        let visitor = app.visitor();
        let mut queue = VecDeque::from(["/".to_owned(), home.clone()]);
        let mut seen = BTreeSet::new();
        while let Some(url) = queue.pop_front() {
            if !seen.insert(url.clone()) {
                continue;
            }
            let page = visitor.open(&url).await;
            assert!(page.status.is_success(), "{url} answers {}", page.status);
            if let Some((_, place)) = url.split_once('#') {
                let there = page.attributes("[id]", "id").contains(&place.to_owned());
                assert!(there, "{url} has no such place");
            }
            let loaded = ["link[href]", "img[src]", "script[src]"];
            let files = loaded.iter().zip(["href", "src", "src"]);
            let files = files.flat_map(|(selector, name)| page.attributes(selector, name));
            let links = page.attributes("a[href]", "href");
            for link in files.chain(links) {
                let outside = link.contains("//") && !link.starts_with(&app.site.config.base_url());
                assert!(
                    !outside || link.contains("lindenau"),
                    "{url} leads out to {link}"
                );
                if link.starts_with('/') && !link.contains("lang=") {
                    queue.push_back(link);
                }
            }
        }
        assert!(seen.len() > 20, "{seen:?}");
    }
}
