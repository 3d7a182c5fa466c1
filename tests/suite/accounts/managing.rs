//! What admins do with accounts.

use chrono::TimeDelta;

use super::{mailed_link, relaxed, sign_in};
use crate::support::app::{PASSWORD, TestApp};
use crate::support::visitor::Visitor;

const ROBIN: &str = "robin@lindenau.example";
const GOOD: &str = "sieben kleine graue maeuse";

/// Invites somebody and gives the path of the link.
async fn invite(app: &TestApp, admin: &Visitor, by: &str) -> String {
    let page = admin.get("/desk/accounts/new").await;
    let typed = [
        ("name", "Robin Beispiel"),
        ("email", ROBIN),
        ("roles", "evaluator"),
        ("by", by),
    ];
    let made = admin.press(&page, "invite-button", &typed).await;
    made.expect(200);
    if by == "mail" {
        assert!(made.all(".address").is_empty());
        return mailed_link(app);
    }
    let url = made.all(".address").remove(0);
    url[url.find("/invitation").unwrap()..].to_owned()
}

#[actix_web::test]
async fn an_invitation_is_taken_up_once() {
    for by in ["print", "mail"] {
        let app = relaxed().await;
        let admin = app.staff("admin");
        let link = invite(&app, &admin, by).await;
        let robin = app.visitor();
        // A mail program that looks at it uses nothing up.
        robin.get(&link).await.expect(200);
        let page = robin.get(&link).await;
        let weak = [("password", "robin beispiel"), ("password_again", "robin beispiel")];
        let refused = robin.press(&page, "invitation-button", &weak).await;
        assert_eq!(refused.expect(422).attributes("#name", "value"), ["Robin Beispiel"]);
        let typed = [("password", GOOD), ("password_again", GOOD)];
        robin
            .press(&page, "invitation-button", &typed)
            .await
            .expect(303);
        robin
            .press(&page, "invitation-button", &typed)
            .await
            .expect(404);
        // The link is no way in by itself.
        assert!(robin.get("/desk").await.location().starts_with("/sign-in"));
        sign_in(&robin, ROBIN, GOOD).await.expect(303);
        robin.get("/desk").await.expect(200);
    }
}

#[actix_web::test]
async fn an_invitation_runs_out_after_a_week_and_a_new_one_ends_the_old() {
    let app = relaxed().await;
    let link = invite(&app, &app.staff("admin"), "print").await;
    let robin = app.visitor();
    app.clock.advance(TimeDelta::days(7) - TimeDelta::seconds(1));
    robin.get(&link).await.expect(200);
    app.clock.advance(TimeDelta::seconds(1));
    robin.get(&link).await.expect(404);
    let admin = app.staff("admin");
    let list = admin.get("/desk/accounts?state=lapsed").await;
    list.says("Robin Beispiel").says(&admin.t("people-state-lapsed"));
    let account = list.attributes("tbody th a", "href").remove(0);
    let page = admin.get(&account).await;
    let again = |by| [("by", by)];
    let made = admin.press(&page, "person-link-button", &again("print")).await;
    let first = made.all(".address").remove(0);
    admin
        .press(&page, "person-link-button", &again("print"))
        .await
        .expect(200);
    let first = &first[first.find("/invitation").unwrap()..];
    robin.get(first).await.expect(404);
}

#[actix_web::test]
async fn of_two_who_use_a_link_at_once_one_gets_in() {
    let app = relaxed().await;
    let link = invite(&app, &app.staff("admin"), "print").await;
    let (one, two) = (app.visitor(), app.visitor());
    let (first, second) = (one.get(&link).await, two.get(&link).await);
    let other = "acht grosse gelbe katzen";
    let (mine, hers) = (
        [("password", GOOD), ("password_again", GOOD)],
        [("password", other), ("password_again", other)],
    );
    let (a, b) = tokio::join!(
        one.press(&first, "invitation-button", &mine),
        two.press(&second, "invitation-button", &hers)
    );
    let mut statuses = [a.status.as_u16(), b.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 404]);
}

#[actix_web::test]
async fn other_roles_and_a_closed_account_end_what_is_open() {
    let app = relaxed().await;
    let account = app.account(ROBIN, &["evaluator"]);
    let (admin, robin) = (app.staff("admin"), app.visitor());
    sign_in(&robin, ROBIN, PASSWORD).await.expect(303);
    let url = format!("/desk/accounts/{account}");
    let page = admin.get(&url).await;
    let none = admin
        .post(
            &url,
            &[("_token", &page.attributes("main form [name=_token]", "value")[0])],
        )
        .await;
    none.expect(422).says(&admin.t("error-roles-missing"));
    admin
        .press(&page, "person-roles-save", &[("roles", "moderator")])
        .await
        .expect(303);
    assert!(robin.get("/desk").await.location().starts_with("/sign-in"));
    sign_in(&robin, ROBIN, PASSWORD).await.expect(303);
    robin.get("/desk/accounts").await.expect(404);

    let ask = admin.get(&format!("{url}/disable")).await;
    robin.get("/desk").await.expect(200);
    admin
        .press(&ask, "person-disable-button", &[])
        .await
        .expect(303);
    assert!(robin.get("/desk").await.location().starts_with("/sign-in"));
    sign_in(&robin, ROBIN, PASSWORD).await.expect(422);
    let page = admin.get(&url).await;
    admin.press(&page, "person-enable", &[]).await.expect(303);
    sign_in(&robin, ROBIN, PASSWORD).await.expect(303);
    // Nothing of this tells an address.
    assert!(!app.data.dump("journal").contains('@'));
    assert!(app.data.dump("journal").contains("moderator"));
}

#[actix_web::test]
async fn the_last_admin_stays() {
    let app = relaxed().await;
    let account = app.account("toni@lindenau.example", &["admin"]);
    let toni = app.visitor();
    sign_in(&toni, "toni@lindenau.example", PASSWORD)
        .await
        .expect(303);
    // Somebody who was only invited cannot administer anything yet.
    let page = toni.get("/desk/accounts/new").await;
    let typed = [("name", "Robin"), ("email", ROBIN), ("roles", "admin"), ("by", "print")];
    toni.press(&page, "invite-button", &typed).await.expect(200);
    let url = format!("/desk/accounts/{account}");
    let page = toni.get(&url).await;
    let fewer = toni
        .press(&page, "person-roles-save", &[("roles", "editor")])
        .await;
    fewer.expect(422).says(&toni.t("error-last-admin"));
    let ask = toni.get(&format!("{url}/disable")).await;
    let stays = toni.press(&ask, "person-disable-button", &[]).await;
    assert!(stays.location().contains("said-last-admin"));
    toni.get("/desk/accounts").await.expect(200);
}

#[actix_web::test]
async fn the_list_is_searched_and_an_address_is_invited_once() {
    let app = relaxed().await;
    app.account(ROBIN, &["evaluator"]);
    app.account("alex@lindenau.example", &["councillor"]);
    let admin = app.staff("admin");
    let rows = |answer: &crate::support::answer::Answer| answer.all("tbody td:nth-child(2)");
    let all = admin.get("/desk/accounts").await;
    assert_eq!(rows(&all).len(), 3);
    assert_eq!(rows(&admin.get("/desk/accounts?q=robin").await), [ROBIN]);
    let councillors = admin.get("/desk/accounts?role=councillor").await;
    assert_eq!(rows(&councillors), ["alex@lindenau.example"]);
    let sorted = admin.get("/desk/accounts?sort=-email").await;
    assert_eq!(rows(&sorted)[0], ROBIN);

    let page = admin.get("/desk/accounts/new").await;
    let typed = [("name", "Noch eine"), ("email", "ROBIN@lindenau.example"), ("roles", "editor")];
    let taken = admin.press(&page, "invite-button", &typed).await;
    taken.expect(422).says(&admin.t("error-email-taken"));
    let nothing = admin.press(&page, "invite-button", &[]).await;
    assert_eq!(nothing.expect(422).all(".kern-error").len(), 3);
}
