//! OParl 1.1: every object says what the schema asks for, lists are paged and filtered, and what is gone says so.

use serde_json::Value;

use super::fixture::{Journey, SECRETS, journey, json};
use super::schema::check;
use crate::support::app::TestApp;
use crate::support::town::at;
use crate::support::visitor::Visitor;

/// The part of an address that the test server knows.
fn path(url: &Value) -> String {
    let url = url.as_str().unwrap();
    url[url.find("/oparl").unwrap()..].to_owned()
}

async fn get(visitor: &Visitor, url: &str) -> Value {
    let answer = visitor.get(url).await;
    answer.expect(200);
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    for secret in SECRETS.iter().filter(|secret| !is_of_the_list(url, secret)) {
        answer.hides(secret);
    }
    json(&answer)
}

/// That a body is there is no secret; that it has dealt with the paper is.
fn is_of_the_list(url: &str, secret: &str) -> bool {
    url.contains("organization") && secret != "Geheimer Wortlaut"
}

#[actix_web::test]
async fn a_program_finds_everything_that_is_public_and_it_fits_the_schema() {
    let app = TestApp::new().await;
    let journey = with_file(&app).await;
    let program = app.visitor();
    let system = get(&program, "/oparl/v1.1/system").await;
    check(&system);
    let bodies = get(&program, &path(&system["body"])).await;
    let body = &bodies["data"][0];
    check(body);
    assert_eq!(get(&program, &path(&body["id"])).await, *body);
    let lists = [
        ("organization", 4),
        ("meeting", 3),
        ("agendaItem", 3),
        ("consultation", 3),
        ("paper", 1),
        ("file", 1),
        ("person", 0),
        ("legislativeTermList", 0),
        ("locationList", 0),
        ("membership", 0),
    ];
    for (name, n) in lists {
        let list = get(&program, &path(&body[name])).await;
        assert_eq!(list["pagination"]["totalElements"], n, "{name}");
        for object in list["data"].as_array().unwrap() {
            check(object);
            let alone = get(&program, &path(&object["id"])).await;
            assert_eq!(alone, *object, "{name}");
        }
    }
    let paper = get(&program, &format!("/oparl/v1.1/paper/{}", journey.paper)).await;
    assert_eq!(paper["reference"], "I0264/09");
    assert_eq!(paper["consultation"].as_array().unwrap().len(), 3);
    assert_eq!(paper["consultation"][2]["authoritative"], true);
    assert_eq!(paper["mainFile"]["fileName"], "Plan.pdf");
    let council = format!("/oparl/v1.1/organization/{}", journey.bodies[3]);
    let meetings = path(&get(&program, &council).await["meeting"]);
    let meetings = get(&program, &meetings).await;
    assert_eq!(meetings["data"][0]["start"], "2027-01-28T00:00:00+01:00");
    assert_eq!(meetings["pagination"]["totalElements"], 1);
    let mayor = format!(
        "/oparl/v1.1/body/meetings?organization={}",
        journey.bodies[0]
    );
    let list = get(&program, &mayor.replace("meetings?", "meetings?limit=1&")).await;
    assert_eq!(list["data"].as_array().unwrap().len(), 0);
    for kind in ["consultation", "agenda-item"] {
        let closed = format!("/oparl/v1.1/{kind}/{}", journey.steps[0]);
        program.get(&closed).await.expect(404);
    }
    program.get("/oparl/v1.1/secret/1").await.expect(404);
}

async fn with_file(app: &TestApp) -> Journey {
    let journey = journey(app, None);
    let editor = app.staff("editor");
    let page = editor.get(&format!("/desk/papers/{}", journey.paper)).await;
    let plan = ("file", "Plan.pdf", b"%PDF-1.7 Plan".as_slice());
    editor
        .press_with_file(&page, "statement-files-add", plan)
        .await
        .expect(303);
    journey
}

#[actix_web::test]
async fn lists_come_in_pages_and_take_filters() {
    let app = TestApp::new().await;
    journey(&app, None);
    let program = app.visitor();
    let first = get(&program, "/oparl/v1.1/body/organizations?limit=3").await;
    assert_eq!(first["data"].as_array().unwrap().len(), 3);
    assert_eq!(first["pagination"]["totalPages"], 2);
    assert!(first["links"]["prev"].is_null());
    let next = get(&program, &path(&first["links"]["next"])).await;
    assert_eq!(next["data"].as_array().unwrap().len(), 1);
    assert!(next["links"]["next"].is_null());
    assert_eq!(path(&next["links"]["prev"]), path(&first["links"]["self"]));
    let total = async |query: &str| {
        let url = format!("/oparl/v1.1/body/papers?{query}");
        get(&program, &url).await["pagination"]["totalElements"]
            .as_u64()
            .unwrap()
    };
    assert_eq!(total("created_since=2026-07-02T00:00:00%2B02:00").await, 0);
    assert_eq!(total("created_until=2026-07-02T00:00:00%2B02:00").await, 1);
    assert_eq!(total("modified_since=2026-07-01T00:00:00Z").await, 1);
    assert_eq!(total("modified_until=2026-06-01T00:00:00Z").await, 0);
    let bare = get(&program, "/oparl/v1.1/body/papers?omit_internal=true").await;
    assert!(bare["data"][0]["consultation"].is_null());
    for query in ["created_since=gestern", "page=0", "limit=1000"] {
        let refused = program
            .get(&format!("/oparl/v1.1/body/papers?{query}"))
            .await;
        refused.expect(400);
        assert_eq!(json(&refused)["type"], "https://schema.oparl.org/1.1/Error");
    }
}

#[actix_web::test]
async fn what_is_gone_says_so_and_what_was_never_public_leaves_no_trace() {
    let app = TestApp::new().await;
    let journey = journey(&app, None);
    let program = app.visitor();
    let object = |kind: &str, n: usize| format!("/oparl/v1.1/{kind}/{}", journey.steps[n]);
    let before = get(&program, &object("consultation", 1)).await;
    app.clock.set(at("2026-07-02 10:00:00"));
    let editor = app.staff("editor");
    let desk = format!("/desk/papers/{}", journey.paper);
    // What changes in a closed step changes nothing outside.
    let step = editor
        .get(&format!("{desk}/steps/{}", journey.steps[0]))
        .await;
    editor
        .press(&step, "desk-save", &[("outcome", "rejected")])
        .await
        .expect(303);
    let changed = "/oparl/v1.1/body/papers?modified_since=2026-07-02T00:00:00Z";
    assert_eq!(
        get(&program, changed).await["pagination"]["totalElements"],
        0
    );
    assert_eq!(get(&program, &object("consultation", 1)).await, before);
    // A step that is closed now was public once.
    let step = editor
        .get(&format!("{desk}/steps/{}", journey.steps[1]))
        .await;
    editor
        .press(&step, "desk-save", &[("publicity", "closed")])
        .await
        .expect(303);
    for kind in ["consultation", "agenda-item"] {
        let gone = get(&program, &object(kind, 1)).await;
        assert_eq!(gone["deleted"], true);
        check(&gone);
    }
    let list = "/oparl/v1.1/body/meetings";
    assert_eq!(get(&program, list).await["pagination"]["totalElements"], 2);
    let news = get(
        &program,
        &format!("{list}?modified_since=2026-07-02T00:00:00Z"),
    )
    .await;
    assert_eq!(news["data"][0]["deleted"], true);
    // The paper is taken back: all of it is gone, and comes again.
    let paper = format!("/oparl/v1.1/paper/{}", journey.paper);
    let take = editor.get(&format!("{desk}/withdraw")).await;
    editor.press(&take, "paper-withdraw", &[]).await.expect(303);
    let gone = get(&program, &paper).await;
    assert_eq!(gone["deleted"], true);
    assert!(gone["name"].is_null());
    let ask = editor.get(&format!("{desk}/publish")).await;
    editor.press(&ask, "paper-publish", &[]).await.expect(303);
    assert!(get(&program, &paper).await["deleted"].is_null());
    program.get(&object("consultation", 0)).await.expect(404);
}
