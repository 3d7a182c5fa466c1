//! Longer deadlines: asked for, granted to several at once, declined.

use diesel::RunQueryDsl;

use super::desk::REGISTER;
use crate::organisations::{known, made};
use crate::support::app::TestApp;
use crate::support::town::at;
use crate::support::visitor::Visitor;

const DEADLINES: &str = "/desk/consultations/ziele/deadlines";

/// Puts every organisation onto the list.
pub async fn invite_all(editor: &Visitor) {
    let page = editor
        .get("/desk/consultations/ziele/organisations/add")
        .await;
    let ids = page.expect(200).attributes("input[name=pick]", "value");
    let picked: Vec<_> = ids.iter().map(|id| ("pick", id.as_str())).collect();
    editor.press(&page, "add-button", &picked).await.expect(303);
}

/// An organisation asks for more time.
fn ask(app: &TestApp, party: &str, wished: &str) {
    let of = &app.town.consultation.id;
    diesel::sql_query(format!(
        "INSERT INTO deadline_requests (id, consultation_id, organisation_id, wished_for, reason, made_at, made_by) \
         VALUES ('r{party}', '{of}', '{party}', '{wished}', 'Unser Vorstand tagt später.', '2026-06-30 10:00:00', 'member:x')"
    ))
    .execute(&mut app.data.connect())
    .unwrap();
}

/// Three organisations on the list, of which two ask for more time.
async fn asked(app: &TestApp) -> (Visitor, [String; 3]) {
    let (first, _) = known(app);
    let (second, _) = made(app, "Sportverein", "vera@sport.example");
    let (third, _) = made(app, "Wanderverein", "willi@wandern.example");
    let editor = app.staff("editor");
    invite_all(&editor).await;
    ask(app, &first, "2026-08-15");
    ask(app, &second, "2026-08-31");
    (editor, [first, second, third])
}

#[actix_web::test]
async fn several_get_more_time_at_once_and_learn_it_by_mail() {
    let app = TestApp::new().await;
    let (editor, [first, second, third]) = asked(&app).await;
    let register = editor.get(REGISTER).await;
    register
        .expect(200)
        .says("2 Organisationen bitten um eine längere Frist");
    editor.get("/desk").await.expect(200).says("längere Frist");
    let page = editor.get(DEADLINES).await;
    page.expect(200)
        .says("2 Organisationen bitten um mehr Zeit")
        .says("Samstag, 15. August")
        .says("Unser Vorstand tagt später.");
    // The latest day somebody wishes for stands there.
    assert_eq!(page.attributes("#until", "value"), ["2026-08-31"]);
    let picked = [
        ("pick", first.as_str()),
        ("pick", &second),
        ("pick", &third),
        ("until", "2026-08-31"),
        ("reason", "Ferienzeit."),
    ];
    for _ in 0..2 {
        // The same form twice is one decision.
        editor
            .press(&page, "deadline-grant", &picked)
            .await
            .expect(303);
        assert_eq!(app.data.count("deadline_grants"), 3);
        // To each member and to the organisation's own address.
        assert_eq!(app.data.count("outbox"), 6);
    }
    let mails = app.data.dump("outbox");
    for part in [
        "vera@sport.example",
        "post@sport.example",
        "Montag, 31. August 2026",
        "Ferienzeit.",
    ] {
        assert!(mails.contains(part), "{part}");
    }
    assert_eq!(
        app.data
            .count("deadline_requests WHERE decision = 'granted'"),
        2
    );
    let page = editor.get(DEADLINES).await;
    page.expect(200)
        .says("3 Organisationen haben mehr Zeit")
        .says("Mehr Zeit bekommen: bis 31. August 2026");
    let register = editor.get(&format!("{REGISTER}?longer=yes")).await;
    assert_eq!(register.expect(200).all("main tbody tr").len(), 3);
    register
        .says("verlängert am 1.7.")
        .says("noch offen mit längerer Frist");
    // After the general deadline they are still in time.
    app.clock.set(at("2026-08-20 10:00:00"));
    let editor = app.staff("editor");
    let register = editor.get(REGISTER).await;
    register.expect(200).says("noch 11 Tage");
    assert!(
        register
            .all("tbody")
            .iter()
            .all(|rows| !rows.contains("Keine Antwort"))
    );
}

#[actix_web::test]
async fn a_request_is_declined_with_a_reason() {
    let app = TestApp::new().await;
    let (editor, [first, _, third]) = asked(&app).await;
    let page = editor.get(DEADLINES).await;
    let without = [("pick", first.as_str())];
    let faulty = editor.press(&page, "deadline-decline", &without).await;
    assert!(
        faulty
            .expect(422)
            .says_key(&editor, "error-decision-reason")
    );
    let ticked = faulty.attributes("input[name=pick][checked]", "value");
    assert_eq!(ticked, std::slice::from_ref(&first));
    let other = [
        ("pick", first.as_str()),
        ("pick", &third),
        ("reason", "Nein."),
    ];
    let faulty = editor.press(&page, "deadline-decline", &other).await;
    assert!(
        faulty
            .expect(422)
            .says_key(&editor, "error-deadline-no-request")
    );
    let typed = [
        ("pick", first.as_str()),
        ("reason", "Es bleibt genug Zeit."),
        ("until", ""),
    ];
    editor
        .press(&page, "deadline-decline", &typed)
        .await
        .expect(303);
    assert_eq!(
        app.data
            .count("deadline_requests WHERE decision = 'declined'"),
        1
    );
    assert_eq!(app.data.count("deadline_grants"), 0);
    assert_eq!(app.data.count("outbox"), 2);
    let mails = app.data.dump("outbox");
    assert!(mails.contains("Es bleibt genug Zeit.") && mails.contains("Freitag, 31. Juli 2026"));
    let page = editor.get(DEADLINES).await;
    page.expect(200)
        .says("Eine Organisation bittet um mehr Zeit")
        .says("Abgelehnt");
    // Once is enough: nothing waits there any more.
    let again = editor.press(&page, "deadline-decline", &typed).await;
    again.expect(422);
    assert_eq!(app.data.count("outbox"), 2);
}

#[actix_web::test]
async fn all_or_none_get_more_time() {
    let app = TestApp::new().await;
    let (editor, [first, second, _]) = asked(&app).await;
    let page = editor.get(DEADLINES).await;
    let grant = |picked: Vec<(&'static str, String)>, until: &'static str| {
        let (editor, page) = (&editor, &page);
        async move {
            let mut typed: Vec<_> = picked.iter().map(|(k, v)| (*k, v.as_str())).collect();
            typed.extend([("until", until), ("reason", "Ferien")]);
            editor.press(page, "deadline-grant", &typed).await
        }
    };
    let pick = |id: &String| ("pick", id.clone());
    grant(vec![pick(&second)], "2026-08-24").await.expect(303);
    // One of the two would gain nothing, so neither gets it.
    let faulty = grant(vec![pick(&first), pick(&second)], "2026-08-21").await;
    assert!(
        faulty
            .expect(422)
            .says_key(&editor, "error-grant-not-later")
    );
    assert_eq!(
        faulty.attributes("main [role=alert] a, main .kern-alert a", "href"),
        [format!("#pick-{second}")]
    );
    for (until, key) in [
        ("2026-06-30", "error-grant-past"),
        ("2027-08-31", "error-grant-far"),
        ("bald", "error-day"),
    ] {
        let faulty = grant(vec![pick(&first)], until).await;
        assert!(faulty.expect(422).says_key(&editor, key), "{until}");
        faulty.says("Ferien");
    }
    let none = grant(Vec::new(), "2026-08-31").await;
    assert!(none.expect(422).says_key(&editor, "error-deadline-pick"));
    assert_eq!(app.data.count("deadline_grants"), 1);
}

#[actix_web::test]
async fn an_end_on_a_day_off_is_asked_about_once() {
    let app = TestApp::new().await;
    let (editor, [first, ..]) = asked(&app).await;
    let page = editor.get(DEADLINES).await;
    let typed = [
        ("pick", first.as_str()),
        ("until", "2026-08-30"),
        ("reason", "Ferien"),
    ];
    let asked = editor.press(&page, "deadline-grant", &typed).await;
    asked.expect(200).says("Sonntag");
    assert_eq!(app.data.count("deadline_grants"), 0);
    let (_, fields) = crate::support::visitor::filled(&asked, &asked_button(&asked, 0), &[]);
    let fields: Vec<_> = fields
        .iter()
        .map(|(k, v)| (k.as_str(), v.as_str()))
        .collect();
    editor.post(DEADLINES, &fields).await.expect(303);
    let page = editor.get(DEADLINES).await;
    page.expect(200).says("31. August 2026");
    assert_eq!(app.data.count("deadline_grants"), 1);
}

/// The text of a button of the warning.
fn asked_button(page: &crate::support::answer::Answer, n: usize) -> String {
    page.all("main .kern-alert button").remove(n)
}

#[actix_web::test]
async fn each_may_get_a_day_of_its_own_and_the_others_the_common_one() {
    let app = TestApp::new().await;
    let (editor, [first, second, third]) = asked(&app).await;
    let page = editor.get(DEADLINES).await;
    let token = page
        .attributes("main input[name=_token]", "value")
        .remove(0);
    let typed = |day: &'static str| {
        vec![
            ("_token", token.as_str()),
            ("pick", first.as_str()),
            ("pick", second.as_str()),
            ("pick", third.as_str()),
            ("of", first.as_str()),
            ("day", day),
            ("of", second.as_str()),
            ("day", ""),
            ("until", "2026-08-31"),
            ("reason", "Ferienzeit."),
            ("act", "grant"),
        ]
    };
    let faulty = editor.post(DEADLINES, &typed("bald")).await;
    faulty.expect(422).says_key(&editor, "error-day");
    assert_eq!(
        faulty.attributes(&format!("#day-{first}"), "value"),
        ["bald"]
    );
    // Nobody gets anything when one of them would gain nothing.
    let faulty = editor.post(DEADLINES, &typed("2026-07-31")).await;
    faulty.expect(422);
    assert_eq!(app.data.count("deadline_grants"), 0);
    for _ in 0..2 {
        let done = editor.post(DEADLINES, &typed("2026-08-14")).await;
        done.expect(303);
        assert_eq!(app.data.count("deadline_grants"), 3);
        assert_eq!(app.data.count("outbox"), 6);
    }
    let mails = app.data.dump("outbox");
    assert!(
        mails.contains("Freitag, 14. August 2026") && mails.contains("Montag, 31. August 2026")
    );
    let page = editor.get(DEADLINES).await;
    page.expect(200)
        .says("bis 14. August 2026")
        .says("bis 31. August 2026");
    let register = editor.get(&format!("{REGISTER}/register.xlsx")).await;
    register.expect(200);
    assert!(
        register
            .header("content-disposition")
            .contains("stellungnahmen-ziele.xlsx")
    );
}
