//! From signing in to the end of a session.

use chrono::TimeDelta;

use super::{relaxed, sign_in};
use crate::support::app::{PASSWORD, TestApp};

const KIM: &str = "kim@lindenau.example";

#[actix_web::test]
async fn what_was_typed_survives_the_end_of_the_session() {
    let app = relaxed().await;
    app.account(KIM, &["admin"]);
    let visitor = app.visitor();
    sign_in(&visitor, KIM, PASSWORD).await.expect(303);
    let page = visitor.get("/desk/accounts/new").await;
    app.clock.advance(TimeDelta::hours(2));
    let typed = [
        ("name", "Robin Wiedergefunden am Neckar"),
        ("email", "robin@lindenau.example"),
        ("roles", "evaluator"),
        ("by", "print"),
    ];
    let over = visitor.press(&page, "invite-button", &typed).await;
    over.expect(401).says(&visitor.t("sign-in-over"));
    assert_eq!(app.data.count("accounts"), 1);
    // A wrong password loses nothing either.
    let wrong = [("email", KIM), ("password", "falsch")];
    let over = visitor.press(&over, "sign-in-button", &wrong).await;
    over.expect(422);
    let right = [("email", KIM), ("password", PASSWORD)];
    let go_on = visitor.press(&over, "sign-in-button", &right).await;
    go_on.expect(200).says("Robin Wiedergefunden am Neckar");
    let done = visitor.press(&go_on, "continue-button", &[]).await;
    done.expect(200).says("Robin Wiedergefunden am Neckar");
    assert_eq!(app.data.count("accounts"), 2);
    assert_eq!(app.data.count("account_roles WHERE role = 'evaluator'"), 1);
}

#[actix_web::test]
async fn only_its_owner_gets_a_kept_text_back() {
    let app = relaxed().await;
    app.account(KIM, &["admin"]);
    app.account("robin@lindenau.example", &["admin"]);
    let visitor = app.visitor();
    sign_in(&visitor, KIM, PASSWORD).await.expect(303);
    let page = visitor.get("/desk/accounts/new").await;
    app.clock.advance(TimeDelta::hours(2));
    let over = visitor
        .press(&page, "invite-button", &[("name", "Nur für meine Augen")])
        .await;
    let other = [("email", "robin@lindenau.example"), ("password", PASSWORD)];
    let answer = visitor.press(&over, "sign-in-button", &other).await;
    assert_eq!(answer.location(), "/desk/accounts/new");
}

#[actix_web::test]
async fn a_session_ends_unused_and_after_a_day_and_by_the_button() {
    let app = relaxed().await;
    app.account(KIM, &["editor"]);
    let visitor = app.visitor();
    sign_in(&visitor, KIM, PASSWORD).await.expect(303);
    for _ in 0..12 {
        app.clock.advance(TimeDelta::minutes(59));
        visitor.get("/desk").await.expect(200);
    }
    app.clock.advance(TimeDelta::minutes(12));
    assert!(visitor.get("/desk").await.location().starts_with("/sign-in"));
    sign_in(&visitor, KIM, PASSWORD).await.expect(303);
    app.clock.advance(TimeDelta::minutes(60));
    assert!(visitor.get("/desk").await.location().starts_with("/sign-in"));

    sign_in(&visitor, KIM, PASSWORD).await.expect(303);
    let page = visitor.get("/desk").await;
    let away = visitor.press(&page, "desk-sign-out", &[]).await;
    assert!(away.location().starts_with("/sign-in"));
    assert_eq!(app.data.count("sessions"), 0);
}

#[actix_web::test]
async fn each_step_has_a_new_secret_and_a_stolen_cookie_is_worth_nothing_afterwards() {
    let app = TestApp::new().await;
    let account = app.account(KIM, &["editor"]);
    let visitor = app.visitor();
    visitor.keep_cookie("session", "chosen-by-an-attacker");
    let first = sign_in(&visitor, KIM, PASSWORD).await;
    let cookie = |answer: &crate::support::answer::Answer| {
        let cookies = answer.cookies();
        let own = cookies.iter().find(|c| c.starts_with("session=")).unwrap();
        assert!(own.contains("HttpOnly") && own.contains("SameSite=Lax"), "{own}");
        own.split(';').next().unwrap()["session=".len()..].to_owned()
    };
    let half = cookie(&first);
    assert_ne!(half, "chosen-by-an-attacker");
    let page = visitor.get(&first.location()).await;
    let seed = page.attributes("input[name=seed]", "value").remove(0);
    let code = super::code(&app, &account, &seed);
    let codes = visitor
        .press(&page, "setup-button", &[("code", &code)])
        .await;
    assert_ne!(cookie(&codes), half);
    for old in [half.as_str(), "chosen-by-an-attacker"] {
        let thief = app.visitor();
        thief.keep_cookie("session", old);
        assert!(thief.get("/desk").await.location().starts_with("/sign-in"));
    }
    assert!(!app.data.dump("sessions").contains(&half));
}

#[actix_web::test]
async fn signing_out_everywhere_and_a_new_password_end_the_other_sessions() {
    let app = relaxed().await;
    app.account(KIM, &["editor"]);
    let (desk, phone) = (app.visitor(), app.visitor());
    for visitor in [&desk, &phone] {
        sign_in(visitor, KIM, PASSWORD).await.expect(303);
    }
    let page = desk.get("/desk/account").await;
    assert_eq!(page.all("#sessions ~ ul li").len(), 2);

    let page = desk.get("/desk/account/password").await;
    let good = "sieben kleine graue maeuse";
    let typed = |now| [("password_now", now), ("password", good), ("password_again", good)];
    desk.press(&page, "account-password-save", &typed("falsch"))
        .await
        .expect(422);
    desk.press(&page, "account-password-save", &typed(PASSWORD))
        .await
        .expect(303);
    desk.get("/desk").await.expect(200);
    assert!(phone.get("/desk").await.location().starts_with("/sign-in"));

    sign_in(&phone, KIM, good).await.expect(303);
    let page = phone.get("/desk/account").await;
    phone.press(&page, "account-sign-out", &[]).await.expect(303);
    for visitor in [&desk, &phone] {
        assert!(visitor.get("/desk").await.location().starts_with("/sign-in"));
    }
}

#[actix_web::test]
async fn somebody_elses_form_is_no_form_of_mine() {
    let app = relaxed().await;
    let (anna, berta) = (app.staff("admin"), app.staff("admin"));
    let page = anna.get("/desk/account").await;
    berta
        .press(&page, "account-save", &[("name", "Von Anna")])
        .await
        .expect(403);
}
