//! An account with a password goes over to the provider only when an admin allows it.

use super::House;
use crate::accounts::sign_in;
use crate::support::app::PASSWORD;

#[actix_web::test]
async fn an_account_with_a_password_is_not_taken_over_silently() {
    let house = House::new().await;
    house.app.staff("admin");
    let taken = house.app.data.dump("accounts");
    let email = taken
        .split([',', '('])
        .find(|cell| cell.contains('@'))
        .unwrap();
    let email: &'static str = Box::leak(email.to_uppercase().into_boxed_str());
    house.provider.change(|berta| berta.email = email);
    house.expect("oidc-address-taken-text", 403).await;
    assert_eq!(house.app.data.count("accounts"), 1);
    assert_eq!(house.app.data.dump("accounts"), taken);
}

#[actix_web::test]
async fn an_admin_lets_an_account_with_a_password_go_over_to_the_provider() {
    let house = House::with(|config| config.sign_in.second_factor = false).await;
    let admin = house.app.staff("admin");
    let account = house.app.account("berta@lindenau.example", &["moderator"]);
    let before = house.app.visitor();
    sign_in(&before, "berta@lindenau.example", PASSWORD)
        .await
        .expect(303);
    before.get("/desk").await.expect(200);
    let page = format!("/desk/accounts/{account}");
    let shown = admin.get(&page).await;
    admin
        .press(&shown, "person-connect-yes", &[])
        .await
        .expect(303);
    let shown = admin.get(&page).await;
    assert!(shown.main().contains("Juli"), "{}", shown.main());
    admin
        .press(&shown, "person-connect-no", &[])
        .await
        .expect(303);
    house.expect("oidc-address-taken-text", 403).await;
    let shown = admin.get(&page).await;
    admin
        .press(&shown, "person-connect-yes", &[])
        .await
        .expect(303);
    house.sign_in(&house.app.visitor()).await.expect(303);
    assert_eq!(house.app.data.count("accounts"), 2);
    // What opened the account before no longer does.
    before.get("/desk").await.expect(303);
    let shown = admin.get(&page).await;
    assert!(shown.says_key(&admin, "person-entry-provider"));
    // The groups count now, not what the account had before.
    let roles = house.app.data.dump("account_roles");
    assert!(
        roles.contains("editor") && !roles.contains("moderator"),
        "{roles}"
    );
    // It held once.
    house
        .provider
        .change(|berta| berta.subject = "somebody else");
    house.expect("oidc-address-taken-text", 403).await;
}
