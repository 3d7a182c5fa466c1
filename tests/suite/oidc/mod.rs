//! Signing in with the town's own account: only whom the provider vouches for comes in, with the roles of her groups.

mod connect;

use chrono::TimeDelta;
use trialog::base::config::Config;

use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::provider::{Known, Provider, Trick};
use crate::support::town::CONSULTATION;
use crate::support::visitor::Visitor;

struct House {
    app: TestApp,
    provider: Provider,
}

fn berta() -> Known {
    Known {
        subject: "7f3a",
        email: "Berta@lindenau.example",
        verified: true,
        name: "Berta Beispiel",
        groups: vec!["Redaktion", "Kantine"],
    }
}

impl House {
    async fn new() -> Self {
        Self::with(|_| {}).await
    }

    async fn with(change: impl FnOnce(&mut Config)) -> Self {
        let clock = crate::support::town::midsummer();
        let provider = Provider::start(&clock, berta());
        let app = TestApp::with(CONSULTATION, |config| {
            provider.name_in(config);
            change(config);
        })
        .await;
        assert_eq!(app.clock.now(), clock.now());
        Self { app, provider }
    }

    /// Goes to the provider, signs in there, and comes back.
    async fn sign_in(&self, who: &Visitor) -> Answer {
        let away = who.get("/sign-in/oidc?next=/desk").await.location();
        who.get(&self.provider.sign_in(&away)).await
    }

    async fn expect(&self, key: &str, status: u16) {
        let who = self.app.visitor();
        let answer = self.sign_in(&who).await;
        answer.expect(status);
        assert!(answer.says_key(&who, key), "{key}: {}", answer.main());
        who.get("/desk").await.expect(303);
    }

    fn journal(&self) -> String {
        self.app.data.dump("journal")
    }
}

#[actix_web::test]
async fn whoever_the_provider_knows_comes_in_with_the_roles_of_her_groups() {
    let house = House::new().await;
    let who = house.app.visitor();
    let page = who.open("/desk/pages").await;
    let buttons = page.attributes("main a.kern-btn", "href");
    assert_eq!(buttons, ["/sign-in/oidc?next=%2Fdesk%2Fpages"]);
    let away = who.get(&buttons[0]).await;
    assert!(
        away.cookies()[0].contains("HttpOnly; SameSite=Lax; Path=/; Max-Age=600")
            || away.cookies()[0].contains("HttpOnly")
    );
    let back = house.provider.sign_in(&away.location());
    let inside = who.get(&back).await;
    assert_eq!(inside.location(), "/desk/pages");
    who.get("/desk").await.expect(200);
    let rows = house.app.data.dump("accounts");
    assert!(
        rows.contains("berta@lindenau.example") && rows.contains("Berta Beispiel"),
        "{rows}"
    );
    let roles = house.app.data.dump("account_roles");
    assert!(
        roles.contains("editor") && !roles.contains("admin"),
        "{roles}"
    );
    // Nothing about the person stands in the journal.
    let journal = house.journal();
    assert!(!journal.to_lowercase().contains("berta"), "{journal}");

    // The second time it is the same account.
    house.sign_in(&house.app.visitor()).await.expect(303);
    assert_eq!(house.app.data.count("accounts"), 1);
}

#[actix_web::test]
async fn roles_follow_the_groups_at_each_sign_in_and_the_journal_tells() {
    let house = House::new().await;
    let before = house.app.visitor();
    house.sign_in(&before).await.expect(303);
    before.get("/desk").await.expect(200);
    house.provider.change(|berta| berta.groups = vec!["Rat"]);
    let after = house.app.visitor();
    house.sign_in(&after).await.expect(303);
    let roles = house.app.data.dump("account_roles");
    assert!(
        roles.contains("councillor") && !roles.contains("editor"),
        "{roles}"
    );
    // What she had open with the old roles is closed.
    before.get("/desk").await.expect(303);
    after.get("/desk").await.expect(200);
    let journal = house.journal();
    assert!(
        journal.contains("roles_before") && journal.contains("councillor"),
        "{journal}"
    );

    house
        .provider
        .change(|berta| berta.groups = vec!["Kantine"]);
    house.expect("oidc-no-role-text", 403).await;
    assert_eq!(house.app.data.count("account_roles"), 0);
    after.get("/desk").await.expect(303);
}

#[actix_web::test]
async fn the_last_admin_stays_one_whatever_the_groups_say() {
    let house = House::new().await;
    house.provider.change(|berta| berta.groups = vec!["IT"]);
    house.sign_in(&house.app.visitor()).await.expect(303);
    house
        .provider
        .change(|berta| berta.groups = vec!["Redaktion"]);
    house.sign_in(&house.app.visitor()).await.expect(303);
    let roles = house.app.data.dump("account_roles");
    assert!(
        roles.contains("admin") && roles.contains("editor"),
        "{roles}"
    );
    let kept = r#"journal WHERE detail LIKE '%"kept_last_admin":true%'"#;
    assert_eq!(house.app.data.count(kept), 1);
    // With another admin in the house the rule no longer holds her.
    house.app.staff("admin");
    house.sign_in(&house.app.visitor()).await.expect(303);
    assert_eq!(
        house.app.data.count("account_roles WHERE role = 'admin'"),
        1
    );
}

#[actix_web::test]
async fn an_address_nobody_confirmed_makes_no_account() {
    let house = House::new().await;
    house.provider.change(|berta| berta.verified = false);
    house.expect("oidc-address-missing-text", 403).await;
    house.provider.change(|berta| {
        berta.verified = true;
        berta.email = "berta@lindenau.example\r\nBcc: x@example.org";
    });
    house.expect("oidc-address-missing-text", 403).await;
    assert_eq!(house.app.data.count("accounts"), 0);
}

#[actix_web::test]
async fn whatever_a_provider_may_try_nobody_comes_in() {
    let house = House::new().await;
    for trick in [
        Trick::WrongNonce,
        Trick::StrangersKey,
        Trick::Unsigned,
        Trick::SignedWithPassword,
        Trick::Tampered,
        Trick::OtherAudience,
        Trick::OtherIssuer,
        Trick::Expired,
        Trick::OtherAccessToken,
        Trick::Refuses,
        Trick::Redirects,
        Trick::Endless,
        Trick::OtherPerson,
    ] {
        house.provider.play(trick);
        let who = house.app.visitor();
        let answer = house.sign_in(&who).await;
        assert_eq!(answer.status.as_u16(), 502, "{trick:?}: {}", answer.main());
        assert!(answer.says_key(&who, "oidc-provider-text"), "{trick:?}");
        for technical in ["nonce", "signature", "token", "JSON", "127.0.0.1"] {
            assert!(
                !answer.main().contains(technical),
                "{trick:?}: {}",
                answer.main()
            );
        }
        who.get("/desk").await.expect(303);
    }
    assert_eq!(house.app.data.count("accounts"), 0);
    assert_eq!(house.app.data.count("sessions"), 0);
    assert!(!house.provider.paths().contains(&"/elsewhere".to_owned()));
    house.provider.play(Trick::Honest);
    house.sign_in(&house.app.visitor()).await.expect(303);
}

#[actix_web::test]
async fn what_the_token_leaves_out_is_asked_for() {
    let house = House::new().await;
    house.provider.play(Trick::Terse);
    let who = house.app.visitor();
    house.sign_in(&who).await.expect(303);
    who.get("/desk").await.expect(200);
    assert!(house.provider.paths().contains(&"/userinfo".to_owned()));
}

#[actix_web::test]
async fn each_way_back_is_walked_once_in_time_and_by_whoever_set_out() {
    let house = House::new().await;
    let who = house.app.visitor();
    let away = who.get("/sign-in/oidc").await.location();
    let back = house.provider.sign_in(&away);

    let stranger = house.app.visitor();
    let refused = stranger.get(&back).await;
    refused.expect(400);
    assert!(refused.says_key(&stranger, "oidc-stale-text"));

    assert_eq!(who.get(&back).await.location(), "/desk");
    let again = who.get(&back).await;
    again.expect(400);

    let late = house.app.visitor();
    let away = late.get("/sign-in/oidc").await.location();
    let back = house.provider.sign_in(&away);
    house.app.clock.advance(TimeDelta::minutes(10));
    late.get(&back).await.expect(400);

    let other = house.app.visitor();
    let away = other.get("/sign-in/oidc").await.location();
    let back = house.provider.sign_in(&away);
    let forged = back.replace("state=", "state=x");
    other.get(&forged).await.expect(400);

    let tired = house.app.visitor();
    let away = tired.get("/sign-in/oidc").await.location();
    let state = away
        .split('&')
        .find(|pair| pair.starts_with("state="))
        .unwrap();
    let answer = tired
        .get(&format!("/sign-in/oidc/return?error=access_denied&{state}"))
        .await;
    answer.expect(400);
    assert!(answer.says_key(&tired, "oidc-cancelled-text"));
}

#[actix_web::test]
async fn a_provider_that_is_away_is_nobodys_fault() {
    let house = House::with(|config| {
        config.sign_in.oidc.issuer = "http://127.0.0.1:9/realms/stadt".to_owned();
    })
    .await;
    let who = house.app.visitor();
    let answer = who.get("/sign-in/oidc").await;
    answer.expect(502);
    assert!(answer.says_key(&who, "oidc-provider-text"));
}

#[actix_web::test]
async fn without_a_provider_there_is_no_such_page() {
    let app = TestApp::new().await;
    let who = app.visitor();
    who.get("/sign-in/oidc").await.expect(404);
    who.get("/sign-in/oidc/return?code=a&state=b")
        .await
        .expect(404);
}
