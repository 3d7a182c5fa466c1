//! Links that work once: each opens its own door, for one.

use trialog::base::form::token::{self, For};

use super::entry::{KIM, printed, relaxed};
use crate::organisations;
use crate::statements;
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

/// The newest link of a kind in the mails that wait.
pub fn mailed(app: &TestApp, path: &str) -> String {
    let mails = app.data.dump("outbox");
    let at = mails
        .rfind(path)
        .unwrap_or_else(|| panic!("no {path} in {mails}"));
    let rest = mails[at..].chars();
    rest.take_while(|c| c.is_ascii_alphanumeric() || "/-_".contains(*c))
        .collect()
}

/// Sends the form of a page by its button.
pub async fn asks(visitor: &Visitor, page: &str, button: &str, typed: &[(&str, &str)]) {
    let form = visitor.get(page).await;
    let done = visitor.press(form.expect(200), button, typed).await;
    assert!([200, 303].contains(&done.status.as_u16()), "{page}");
}

/// What somebody types who registers an organisation.
pub const REGISTRATION: [(&str, &str); 5] = [
    ("name", "Radclub Lindenau"),
    ("kind", "association"),
    ("postal_address", "Am Ufer 1"),
    ("person", "Robin Beispiel"),
    ("email", "robin@radclub.example"),
];

/// A link of each kind there is: its door, and its secret.
async fn a_link_of_each_kind(app: &TestApp) -> Vec<(&'static str, String)> {
    let account = app.account(KIM, &["editor"]);
    organisations::known(app);
    let admin = app.staff_with(&["admin", "editor"]);
    let mut links = vec![("/sign-in/new-password/", printed(&admin, &account).await)];
    let page = admin.get("/desk/accounts/new").await;
    let typed = [
        ("name", "Robin Beispiel"),
        ("email", "robin@lindenau.example"),
        ("roles", "editor"),
        ("by", "print"),
    ];
    let made = admin.press(&page, "invite-button", &typed).await;
    let url = made.expect(200).all(".address").remove(0);
    links.push((
        "/invitation/",
        url[url.find("/invitation").unwrap()..].to_owned(),
    ));
    let anna = app.visitor();
    let address = [("address", "anna@example.de")];
    asks(
        &anna,
        "/consultations/ziele/subscribe",
        "subscribe-button",
        &address,
    )
    .await;
    links.push((
        "/subscriptions/confirm/",
        mailed(app, "/subscriptions/confirm/"),
    ));
    let email = [("email", "anna@lindenau.example")];
    asks(&anna, "/my/sign-in", "my-link-button", &email).await;
    links.push(("/my/sign-in/", mailed(app, "/my/sign-in/")));
    let page = anna.get(&links[3].1).await;
    anna.press(&page, "my-enter-new-button", &[])
        .await
        .expect(303);
    let page = anna.get("/my/settings").await;
    let typed = [("email", "anna@neu.example")];
    anna.press(&page, "my-address-ask", &typed)
        .await
        .expect(303);
    links.push(("/my/address/", mailed(app, "/my/address/")));
    asks(&app.visitor(), "/my/sign-in", "my-link-button", &email).await;
    links[3].1 = mailed(app, "/my/sign-in/");
    let email = [("email", "kim@stadtpark.example")];
    asks(
        &anna,
        "/organisation/sign-in",
        "organisation-sign-in-button",
        &email,
    )
    .await;
    links.push((
        "/organisation/sign-in/",
        mailed(app, "/organisation/sign-in/"),
    ));
    asks(
        &anna,
        "/consultations/ziele/organisation",
        "register-button",
        &REGISTRATION,
    )
    .await;
    links.push((
        "/organisation/registration/",
        mailed(app, "/organisation/registration/"),
    ));
    statements::handed_in(app, "Mehr Bänke.").await;
    links.push(("/statement-address/", mailed(app, "/statement-address/")));
    links
}

#[actix_web::test]
async fn a_link_of_one_door_opens_no_other() {
    let app = relaxed().await;
    let links = a_link_of_each_kind(&app).await;
    let doors: Vec<_> = links.iter().map(|(door, _)| *door).collect();
    let doors: Vec<_> = [
        &doors[..],
        &["/organisation/invitation/", "/subscriptions/", "/p/"],
    ]
    .concat();
    let before = app.data.dump_all();
    for (own, link) in &links {
        let secret = link.trim_start_matches(own);
        assert!(secret.len() >= 26, "{own}: {secret}");
        for door in doors.iter().filter(|door| *door != own) {
            let stranger = app.visitor();
            let url = format!("{door}{secret}");
            let page = stranger.get(&url).await;
            assert_ne!(page.status.as_u16(), 200, "{own} opens {door}");
            let proof = token::make(&app.site.secrets, For::everyone(&url), app.clock.now());
            let password = "sieben kleine graue maeuse";
            let fields = [
                ("_token", proof.as_str()),
                ("password", password),
                ("password_again", password),
                ("name", "Robin"),
                ("email", "robin@x.example"),
            ];
            let pressed = stranger.post(&url, &fields).await;
            assert!(
                pressed.status.is_client_error(),
                "{own} at {door}: {}",
                pressed.status
            );
            assert!(pressed.cookies().is_empty(), "{own} at {door}");
        }
        // As a cookie it is nothing either.
        for (cookie, page) in [
            ("session", "/desk"),
            ("member", "/organisation"),
            ("resident", "/my"),
        ] {
            let stranger = app.visitor();
            stranger.keep_cookie(cookie, secret);
            stranger.get(page).await.expect(303);
        }
    }
    assert_eq!(app.data.dump_all(), before);
    // Each opens its own.
    for (own, link) in links {
        let page = app.visitor().get(&link).await;
        assert_eq!(page.status.as_u16(), 200, "{own}");
    }
}

#[actix_web::test]
async fn of_two_who_press_a_link_at_once_one_gets_in() {
    let app = relaxed().await;
    organisations::known(&app);
    let (one, two) = (app.visitor(), app.visitor());
    for (page, email, ask, door, enter) in [
        (
            "/my/sign-in",
            "anna@lindenau.example",
            "my-link-button",
            "/my/sign-in/",
            "my-enter-new-button",
        ),
        (
            "/organisation/sign-in",
            "kim@stadtpark.example",
            "organisation-sign-in-button",
            "/organisation/sign-in/",
            "enter-button",
        ),
    ] {
        asks(&one, page, ask, &[("email", email)]).await;
        let link = mailed(&app, door);
        let (first, second) = (one.get(&link).await, two.get(&link).await);
        let (a, b) = tokio::join!(
            one.press(&first, enter, &[]),
            two.press(&second, enter, &[])
        );
        let mut statuses = [a.status.as_u16(), b.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 404], "{door}");
    }
    assert_eq!(app.data.count("resident_sessions"), 1);
    assert_eq!(app.data.count("member_sessions"), 1);
}
