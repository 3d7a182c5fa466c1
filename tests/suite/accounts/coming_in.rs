//! Password, code, code on paper, and links.

use actix_web::rt::task::yield_now;
use actix_web::rt::time::timeout;
use chrono::TimeDelta;
use std::time::Duration;

use super::{code, mailed_link, next_step, relaxed, set_up, sign_in};
use crate::support::app::{PASSWORD, TestApp};

const KIM: &str = "kim@lindenau.example";

#[actix_web::test]
async fn a_wrong_password_and_an_unknown_address_read_the_same() {
    let app = relaxed().await;
    app.account(KIM, &["editor"]);
    let visitor = app.visitor();
    let wrong = sign_in(&visitor, KIM, "falsch").await;
    let unknown = sign_in(&visitor, "niemand@lindenau.example", PASSWORD).await;
    wrong.expect(422);
    unknown.expect(422);
    assert_eq!(wrong.all(".kern-error"), unknown.all(".kern-error"));
    // The address stays, the password does not.
    assert_eq!(wrong.attributes("#email", "value"), [KIM]);
    assert_eq!(wrong.attributes("#password", "value"), [""]);
    let empty = sign_in(&visitor, "", "").await;
    assert_eq!(empty.all(".kern-error").len(), 2);
    // Capitals in an address make no difference.
    sign_in(&visitor, "KIM@Lindenau.example", PASSWORD)
        .await
        .expect(303);
}

#[actix_web::test]
async fn after_signing_in_one_is_where_one_wanted_to_be_and_nowhere_else() {
    let app = relaxed().await;
    app.account(KIM, &["editor"]);
    for (wanted, reached) in [
        ("/desk/account", "/desk/account"),
        ("https://evil.example/", "/desk"),
        ("//evil.example", "/desk"),
    ] {
        let visitor = app.visitor();
        let query = serde_html_form::to_string([("next", wanted)]).unwrap();
        let page = visitor.get(&format!("/sign-in?{query}")).await;
        let typed = [("email", KIM), ("password", PASSWORD)];
        let answer = visitor.press(&page, "sign-in-button", &typed).await;
        assert_eq!(answer.location(), reached);
        visitor.get("/desk").await.expect(200);
    }
}

#[actix_web::test]
async fn whoever_tries_too_often_waits_and_so_does_the_account() {
    let app = TestApp::with(crate::support::town::CONSULTATION, |config| {
        config.sign_in.second_factor = false;
        config.limits.minutes_at_once = 1;
        config.limits.per_minute.sign_in = 3;
    })
    .await;
    app.account(KIM, &["editor"]);
    let one = app.visitor();
    for _ in 0..3 {
        sign_in(&one, KIM, "falsch").await.expect(422);
    }
    sign_in(&one, KIM, PASSWORD).await.expect(429);
    // From another address, too; somebody else comes in.
    sign_in(&app.visitor(), KIM, PASSWORD).await.expect(429);
    app.account("robin@lindenau.example", &["editor"]);
    sign_in(&app.visitor(), "robin@lindenau.example", PASSWORD)
        .await
        .expect(303);
}

#[actix_web::test]
async fn a_password_alone_opens_nothing_and_a_code_counts_once() {
    let app = TestApp::new().await;
    let account = app.account(KIM, &["editor"]);
    let (seed, _) = set_up(&app, &app.visitor(), &account, KIM).await;
    next_step(&app);

    let visitor = app.visitor();
    let next = sign_in(&visitor, KIM, PASSWORD).await.location();
    assert!(next.starts_with("/sign-in/code"), "{next}");
    assert!(
        visitor
            .get("/desk")
            .await
            .location()
            .starts_with("/sign-in")
    );
    // Who has an app cannot set up another one with the password alone.
    assert_eq!(
        visitor.get("/sign-in/setup").await.location(),
        "/sign-in/code"
    );
    let page = visitor.get(&next).await;
    let wrong = visitor
        .press(&page, "sign-in-button", &[("code", "000000")])
        .await;
    wrong.expect(422);
    let now = code(&app, &account, &seed);
    visitor
        .press(&page, "sign-in-button", &[("code", &now)])
        .await
        .expect(303);
    visitor.get("/desk").await.expect(200);

    let second = app.visitor();
    let next = sign_in(&second, KIM, PASSWORD).await.location();
    let page = second.get(&next).await;
    let again = second
        .press(&page, "sign-in-button", &[("code", &now)])
        .await;
    again.expect(422);
    next_step(&app);
    let later = code(&app, &account, &seed);
    second
        .press(&page, "sign-in-button", &[("code", &later)])
        .await
        .expect(303);
}

#[actix_web::test]
async fn a_code_on_paper_counts_once_and_new_ones_end_the_old() {
    let app = TestApp::new().await;
    let account = app.account(KIM, &["editor"]);
    let owner = app.visitor();
    let (_, codes) = set_up(&app, &owner, &account, KIM).await;
    assert_eq!(codes.len(), 10);
    for (used, expected) in [(&codes[0], 303), (&codes[0], 422), (&codes[1], 303)] {
        let visitor = app.visitor();
        let next = sign_in(&visitor, KIM, PASSWORD).await.location();
        let page = visitor.get(&next).await;
        let typed = used.to_uppercase().replace('-', " ");
        visitor
            .press(&page, "sign-in-button", &[("code", &typed)])
            .await
            .expect(expected);
    }
    // Nothing of them stands in the database.
    let kept = app.data.dump("recovery_codes");
    assert!(!kept.contains(&codes[2]) && !kept.contains(&codes[2].replace('-', "")));

    let page = owner.get("/desk/account/recovery").await;
    owner
        .press(&page, "recovery-button", &[("password", "falsch")])
        .await
        .expect(422);
    let fresh = owner
        .press(&page, "recovery-button", &[("password", PASSWORD)])
        .await;
    assert_eq!(fresh.expect(200).all(".paper-codes code").len(), 10);
    let visitor = app.visitor();
    let next = sign_in(&visitor, KIM, PASSWORD).await.location();
    let page = visitor.get(&next).await;
    visitor
        .press(&page, "sign-in-button", &[("code", &codes[2])])
        .await
        .expect(422);
}

#[actix_web::test]
async fn a_code_of_somebody_else_or_of_another_flow_opens_nothing() {
    let app = TestApp::new().await;
    let kim = app.account(KIM, &["editor"]);
    let robin = app.account("robin@lindenau.example", &["admin"]);
    let (seed, _) = set_up(&app, &app.visitor(), &kim, KIM).await;
    let (_, codes) = set_up(&app, &app.visitor(), &robin, "robin@lindenau.example").await;
    next_step(&app);
    let visitor = app.visitor();
    let next = sign_in(&visitor, "robin@lindenau.example", PASSWORD)
        .await
        .location();
    let hers = visitor.get(&next).await;
    for typed in [code(&app, &kim, &seed), "123456".into()] {
        visitor
            .press(&hers, "sign-in-button", &[("code", &typed)])
            .await
            .expect(422);
    }
    // A form that was made for one half-finished entry does not serve another.
    let other = app.visitor();
    let next = sign_in(&other, KIM, PASSWORD).await.location();
    other.get(&next).await.expect(200);
    other
        .press(&hers, "sign-in-button", &[("code", &codes[0])])
        .await
        .expect(403);
}

#[actix_web::test]
async fn a_forgotten_password_says_the_same_to_everyone_and_leaves_the_second_factor() {
    let app = TestApp::new().await;
    let account = app.account(KIM, &["editor"]);
    let owner = app.visitor();
    let (seed, _) = set_up(&app, &owner, &account, KIM).await;

    let stranger = app.visitor();
    let mut said = Vec::new();
    for email in ["niemand@lindenau.example", KIM] {
        let page = stranger.get("/sign-in/forgotten").await;
        let answer = stranger
            .press(&page, "forgotten-button", &[("email", email)])
            .await;
        said.push(answer.expect(200).main().replace(email, "…"));
    }
    assert_eq!(said[0], said[1]);
    // The mail is written beside the answer.
    let written = async {
        while app.data.count("outbox") == 0 {
            yield_now().await;
        }
    };
    timeout(Duration::from_secs(20), written).await.unwrap();
    assert_eq!(app.data.count("outbox"), 1, "only to whom there is");

    let link = mailed_link(&app);
    let page = stranger.get(&link).await;
    for (password, again, key) in [
        ("kurz", "kurz", "short"),
        ("passwort1234", "passwort1234", "guessable"),
        ("sieben kleine graue maeuse", "anders", "again"),
    ] {
        let typed = [("password", password), ("password_again", again)];
        let refused = stranger.press(&page, "new-password-button", &typed).await;
        refused.expect(422);
        assert_eq!(refused.all(".kern-error").len(), 1, "{key}");
    }
    let good = "sieben kleine graue maeuse";
    let typed = [("password", good), ("password_again", good)];
    stranger
        .press(&page, "new-password-button", &typed)
        .await
        .expect(303);
    // Once; and whoever was signed in is not any more.
    stranger.get(&link).await.expect(404);
    assert!(owner.get("/desk").await.location().starts_with("/sign-in"));
    sign_in(&stranger, KIM, PASSWORD).await.expect(422);
    let next = sign_in(&stranger, KIM, good).await.location();
    assert!(next.starts_with("/sign-in/code"), "{next}");
    next_step(&app);
    let page = stranger.get(&next).await;
    let code = code(&app, &account, &seed);
    stranger
        .press(&page, "sign-in-button", &[("code", &code)])
        .await
        .expect(303);
}

#[actix_web::test]
async fn a_link_for_a_new_password_holds_for_an_hour() {
    let app = relaxed().await;
    let account = app.account(KIM, &["editor"]);
    let admin = app.staff("admin");
    let page = admin.get(&format!("/desk/accounts/{account}")).await;
    let made = admin
        .press(&page, "person-link-button", &[("by", "print")])
        .await;
    let url = made.expect(200).all(".address").remove(0);
    let path = &url[url.find("/sign-in").unwrap()..];
    let visitor = app.visitor();
    app.clock.advance(TimeDelta::minutes(59));
    visitor.get(path).await.expect(200);
    app.clock.advance(TimeDelta::minutes(1));
    visitor.get(path).await.expect(404);
    // The secret itself is kept nowhere.
    let secret = path.rsplit('/').next().unwrap();
    assert!(!app.data.dump("account_links").contains(secret));
}
