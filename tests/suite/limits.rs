//! Who waits for whom: a machine for itself, and nobody for the thirty others behind her address. On the default options,
//! except where a test has to come to the end of an allowance.

use actix_web::test::TestRequest;

use crate::accounts::sign_in;
use crate::support::app::{PASSWORD, TestApp};
use crate::support::town::CONSULTATION;
use crate::support::visitor::Visitor;
use crate::survey::{INTRO, answer, begin, counted, submit};

const KIM: &str = "kim@lindenau.example";

/// The product with small allowances.
async fn narrow(person: u32, save: u32) -> TestApp {
    TestApp::with(CONSULTATION, |config| {
        config.limits.minutes_at_once = 1;
        config.limits.per_minute.person = person;
        config.limits.per_minute.save = save;
        config.limits.per_minute.submit = 1;
    })
    .await
}

#[actix_web::test]
async fn a_class_of_thirty_takes_part_behind_one_address() {
    let app = TestApp::new().await;
    let school = app.visitor();
    for n in 0..30 {
        let pupil = school.neighbour();
        let home = begin(&pupil).await;
        let goal = format!("{home}/leben/sz-wege");
        let words = format!("Licht für {n}");
        answer(&pupil, &goal, &[("mark", "right"), ("comment", &words)])
            .await
            .expect(303);
        submit(&pupil, &home).await.expect(303);
        // At home again: with the code on the sheet.
        let code = home.trim_start_matches("/p/");
        let found = pupil.post("/receipt", &[("code", code)]).await;
        assert_eq!(found.location(), format!("{home}/receipt"));
    }
    assert_eq!(counted(&app).1, 30);
}

#[actix_web::test]
async fn thirty_of_the_town_hall_sign_in_in_the_same_minute() {
    let app = TestApp::with(CONSULTATION, |config| config.sign_in.second_factor = false).await;
    let hall = app.visitor();
    for n in 0..30 {
        let email = format!("amt{n}@lindenau.example");
        app.account(&email, &["editor"]);
        let clerk = hall.neighbour();
        sign_in(&clerk, &email, "vertippt").await.expect(422);
        sign_in(&clerk, &email, PASSWORD).await.expect(303);
    }
}

/// Saves a comment until it is refused; gives the number of those that were taken.
async fn hammer(who: &Visitor, url: &str, text: &str) -> usize {
    let page = who.get(url).await;
    let typed = [("mark", "right"), ("comment", text)];
    for n in 0..1_000 {
        let answer = who.press(&page, "survey-next", &typed).await;
        if answer.status != 303 {
            answer.expect(429).says(text);
            assert!(answer.header("retry-after").parse::<u64>().unwrap() > 0);
            // By one button it is sent again, when the time has come.
            assert!(
                !answer
                    .attributes("form input[name=comment]", "value")
                    .is_empty()
            );
            return n;
        }
    }
    panic!("nobody stops it");
}

#[actix_web::test]
async fn a_machine_with_a_code_stops_itself_and_none_of_the_others() {
    let app = narrow(5, 240).await;
    let school = app.visitor();
    let (one, other) = (school.neighbour(), school.neighbour());
    let (mine, hers) = (begin(&one).await, begin(&other).await);
    let text = "Bitte mehr Laternen am Bach";
    let taken = hammer(&one, &format!("{mine}/leben/sz-wege"), text).await;
    assert_eq!(taken, 5);
    let goal = format!("{hers}/leben/sz-wege");
    answer(&other, &goal, &[("mark", "right")])
        .await
        .expect(303);
    submit(&other, &hers).await.expect(303);
}

#[actix_web::test]
async fn a_machine_that_invents_codes_takes_nothing_from_those_who_have_one() {
    let app = narrow(60, 3).await;
    let library = app.visitor();
    let (anna, machine) = (library.neighbour(), library.neighbour());
    let home = begin(&anna).await;
    let goal = format!("{home}/leben/sz-wege");
    let page = anna.get(&goal).await;
    for n in 0..20 {
        let code = trialog::participation::Code::fresh();
        let url = format!("/p/{}/leben/sz-wege", code.as_str());
        let answer = machine.post(&url, &[("mark", "right")]).await;
        assert!(
            matches!(answer.status.as_u16(), 403 | 404 | 429),
            "{}",
            answer.status
        );
        // A page that no code opens makes no code known.
        machine.get(&url).await.expect(404);
        if n > 3 {
            answer.expect(429);
        }
    }
    let typed = [("mark", "right")];
    anna.press(&page, "survey-next", &typed).await.expect(303);
    submit(&anna, &home).await.expect(303);
}

#[actix_web::test]
async fn whoever_guesses_at_a_password_does_not_lock_its_owner_out() {
    let app = TestApp::with(CONSULTATION, |config| {
        config.sign_in.second_factor = false;
        config.limits.minutes_at_once = 1;
        config.limits.per_minute.sign_in = 4;
    })
    .await;
    app.account(KIM, &["editor"]);
    app.account("robin@lindenau.example", &["editor"]);
    let kim = app.visitor();
    sign_in(&kim, KIM, PASSWORD).await.expect(303);
    let out = kim.get("/desk").await;
    kim.press(&out, "desk-sign-out", &[]).await.expect(303);
    // From many addresses, until the account itself has to wait.
    let mut last = 0;
    for _ in 0..6 {
        last = sign_in(&app.visitor(), KIM, "geraten")
            .await
            .status
            .as_u16();
    }
    assert_eq!(last, 429);
    sign_in(&app.visitor(), KIM, PASSWORD).await.expect(429);
    // Kim's own browser is let in; from where it is used makes no difference, and a neighbour at its address none either.
    for _ in 0..10 {
        sign_in(&kim.neighbour(), "niemand@lindenau.example", "x").await;
    }
    sign_in(&kim, KIM, PASSWORD).await.expect(303);
    // It has an allowance of its own, not none; and it is hers alone.
    let robin = app.visitor();
    sign_in(&robin, "robin@lindenau.example", PASSWORD)
        .await
        .expect(303);
    sign_in(&robin, KIM, "geraten").await.expect(429);
    for _ in 0..5 {
        last = sign_in(&kim, KIM, "vertippt").await.status.as_u16();
    }
    assert_eq!(last, 429);
}

#[actix_web::test]
async fn nobody_chooses_by_a_header_whose_allowance_counts() {
    let app = TestApp::with(CONSULTATION, |config| {
        config.limits.minutes_at_once = 1;
        config.limits.per_minute.start_participation = 2;
    })
    .await;
    let machine = app.visitor();
    let intro = machine.get(INTRO).await;
    let token = intro.attributes("input[name=_token]", "value").remove(0);
    let mut refused = 0;
    for n in 0..6 {
        let made_up = format!("198.51.100.{n}");
        let request = TestRequest::post()
            .set_form([("_token", &token)])
            .insert_header(("x-forwarded-for", made_up.clone()))
            .insert_header(("forwarded", format!("for={made_up}")))
            .insert_header(("x-real-ip", made_up));
        refused += usize::from(machine.send(INTRO, request).await.status == 429);
    }
    assert_eq!(refused, 4);
}

#[actix_web::test]
async fn behind_a_proxy_only_what_the_proxy_itself_has_added_counts() {
    let app = TestApp::with(CONSULTATION, |config| {
        config.server.trusted_proxies = 1;
        config.limits.minutes_at_once = 1;
        config.limits.per_minute.receipt_lookup = 2;
    })
    .await;
    let proxy = app.visitor();
    let ask = async |forwarded: &str| {
        let request = TestRequest::post()
            .set_form([("code", "x")])
            .insert_header(("x-forwarded-for", forwarded.to_owned()));
        proxy.send("/receipt", request).await.status.as_u16()
    };
    // Whatever a visitor writes before it, her own address stands last.
    let status = [
        ask("203.0.113.5").await,
        ask("198.51.100.1, 203.0.113.5").await,
        ask("198.51.100.2, 198.51.100.3, 203.0.113.5").await,
        ask("203.0.113.6").await,
    ];
    assert_eq!(status, [422, 422, 429, 422]);
}
