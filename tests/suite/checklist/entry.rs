//! Coming in: passwords, secrets, and what nobody learns on the way.

use std::collections::BTreeSet;
use std::fmt::Display;

use diesel::connection::SimpleConnection;
use trialog::account::model::Secret;
use trialog::base::id::{Id, base32, random};
use trialog::base::secret::Secrets;
use trialog::participation::Code;

use super::links::{REGISTRATION, asks, mailed};
use crate::accounts::sign_in;
use crate::organisations;
use crate::residents;
use crate::support::app::TestApp;
use crate::support::database::{System, system};
use crate::support::town::CONSULTATION;
use crate::support::visitor::Visitor;

/// Somebody of the administration.
pub const KIM: &str = "kim@lindenau.example";

/// The fixture town without a second factor, in which nobody waits.
pub async fn relaxed() -> TestApp {
    TestApp::with(CONSULTATION, |config| {
        config.sign_in.second_factor = false;
        config.limits.per_minute.sign_in = 10_000;
        config.limits.per_minute.subscribe = 10_000;
        config.mail.address_per_hour = 1_000;
        config.mail.address_per_day = 1_000;
    })
    .await
}

/// A printed link for a new password, without the portal's own address.
pub async fn printed(admin: &Visitor, account: &str) -> String {
    let page = admin.get(&format!("/desk/accounts/{account}")).await;
    let made = admin
        .press(&page, "person-link-button", &[("by", "print")])
        .await;
    let url = made.expect(200).all(".address").remove(0);
    url[url.find("/sign-in").unwrap()..].to_owned()
}

#[actix_web::test]
async fn a_password_is_taken_whole_and_as_it_is() {
    let app = relaxed().await;
    let account = app.account(KIM, &["editor"]);
    let admin = app.staff("admin");
    let long: String = "Zwölf Boxkämpfer jagen Viktor quer über den Deich. "
        .chars()
        .cycle()
        .take(127)
        .collect();
    let long = long + "x";
    let composed = "B\u{e4}ume \u{1f333} am Fluss";
    let apart = "Ba\u{308}ume \u{1f333} am Fluss";
    for (chosen, opens, not) in [
        (long.as_str(), long.as_str(), &long[..long.len() - 1]),
        (composed, apart, "Baume \u{1f333} am Fluss"),
        (
            "  zwei leere stellen vorn",
            "  zwei leere stellen vorn",
            "zwei leere stellen vorn",
        ),
        (
            "ein\"fach' <so> & so; --",
            "ein\"fach' <so> & so; --",
            "ein\"fach' <so> & so;",
        ),
    ] {
        let visitor = app.visitor();
        let page = visitor.get(&printed(&admin, &account).await).await;
        let typed = [("password", chosen), ("password_again", chosen)];
        let done = visitor.press(&page, "new-password-button", &typed).await;
        done.expect(303);
        sign_in(&app.visitor(), KIM, not).await.expect(422);
        sign_in(&app.visitor(), KIM, opens).await.expect(303);
    }
    let kept = app.data.dump("accounts");
    assert!(kept.contains("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
    let visitor = app.visitor();
    let page = visitor.get(&printed(&admin, &account).await).await;
    let field = page.attributes("#password", "maxlength");
    assert!(field.is_empty(), "no browser cuts one off: {field:?}");
    for bad in [
        &format!("{long}y"),
        "elf zeichen",
        "passwort12345",
        "Lindenau 2026",
    ] {
        let typed = [("password", bad), ("password_again", bad)];
        let refused = visitor.press(&page, "new-password-button", &typed).await;
        refused.expect(422);
    }
}

#[actix_web::test]
async fn known_and_unknown_addresses_are_answered_alike() {
    let app = relaxed().await;
    app.account(KIM, &["editor"]);
    organisations::known(&app);
    residents::everything(&app, &crate::survey::one_mark(&app, "right").await.1).await;
    asks(
        &app.visitor(),
        "/consultations/ziele/subscribe",
        "subscribe-button",
        &[("address", "anna@example.de")],
    )
    .await;
    let link = mailed(&app, "/subscriptions/confirm/");
    asks(&app.visitor(), &link, "subscription-confirm-button", &[]).await;
    let [name, kind, postal, person, _] = REGISTRATION;
    for (page, button, field, known, rest) in [
        (
            "/sign-in",
            "sign-in-button",
            "email",
            KIM,
            vec![("password", "falsch")],
        ),
        (
            "/sign-in/forgotten",
            "forgotten-button",
            "email",
            KIM,
            vec![],
        ),
        (
            "/my/sign-in",
            "my-link-button",
            "email",
            "anna@lindenau.example",
            vec![],
        ),
        (
            "/organisation/sign-in",
            "organisation-sign-in-button",
            "email",
            "kim@stadtpark.example",
            vec![],
        ),
        (
            "/consultations/ziele/organisation",
            "register-button",
            "email",
            "kim@stadtpark.example",
            vec![name, kind, postal, person],
        ),
        (
            "/consultations/ziele/subscribe",
            "subscribe-button",
            "address",
            "anna@example.de",
            vec![],
        ),
    ] {
        let mut told = Vec::new();
        for address in [known, "niemand.kennt@diese.example"] {
            let visitor = app.visitor();
            let form = visitor.get(page).await;
            let typed = [&rest[..], &[(field, address)]].concat();
            let sent = visitor.press(&form, button, &typed).await;
            let names: BTreeSet<_> = sent.headers.keys().map(ToString::to_string).collect();
            // What may differ is the address itself, and the proof of the next form.
            let proofs = sent.attributes("[name=_token]", "value");
            let body = proofs
                .iter()
                .fold(sent.body.replace(address, "…"), |body, proof| {
                    body.replace(proof, "")
                });
            let location = sent.header("location").to_owned();
            told.push((sent.status, location, names, body));
        }
        assert_eq!(told[0], told[1], "{page} tells who is known");
    }
}

/// Ten thousand of one kind: none twice, each as long as it must be, in no order.
fn held<T: Display>(kind: &str, chars: usize, mut make: impl FnMut() -> T) {
    let all: Vec<String> = (0..10_000).map(|_| make().to_string()).collect();
    assert!(all.iter().all(|one| one.len() == chars), "{kind}");
    let rising = all.windows(2).filter(|pair| pair[0] < pair[1]).count();
    assert!((4_500..5_500).contains(&rising), "{kind}: {rising} rise");
    let letters: BTreeSet<char> = all.iter().filter_map(|one| one.chars().next()).collect();
    assert!(letters.len() >= 30, "{kind} begins with {letters:?}");
    let different: BTreeSet<_> = all.iter().collect();
    assert_eq!(different.len(), all.len(), "{kind}");
}

#[test]
fn secrets_are_long_and_never_alike() {
    // 26 letters of five bits and 43 of six: 128 and 256 random bits.
    held("a receipt code", 28, || Code::fresh().as_str().to_owned());
    held("a session or link", 43, || {
        Secret::fresh().as_str().to_owned()
    });
    held("an id of what a resident gave", 26, Id::<Code>::random);
    held("bytes", 26, || base32(&random::<16>()));
    // The installation's own secret, by what comes of it.
    let hashed = || Secret::sent("x").hash(&Secrets::fresh(), "test");
    let one: BTreeSet<_> = (0..1_000).map(|_| hashed()).collect();
    assert_eq!(one.len(), 1_000);
}

#[actix_web::test]
async fn where_the_database_fails_the_gates_stay_shut() {
    let app = relaxed().await;
    organisations::known(&app);
    let editor = app.staff("editor");
    let kim = organisations::come_in(&app, "kim@stadtpark.example").await;
    editor.get("/desk").await.expect(200);
    let cascade = match system() {
        System::Postgres => " CASCADE",
        System::Sqlite => "",
    };
    let mut conn = app.data.connect();
    if system() == System::Sqlite {
        conn.batch_execute("PRAGMA foreign_keys = OFF").unwrap();
    }
    for table in ["sessions", "member_sessions", "resident_sessions"] {
        conn.batch_execute(&format!("DROP TABLE {table}{cascade}"))
            .unwrap();
    }
    let nobody = app.visitor();
    nobody.keep_cookie("resident", "x");
    for (person, page) in [
        (&editor, "/desk"),
        (&editor, "/desk/accounts"),
        (&kim, "/organisation"),
        (&nobody, "/my"),
    ] {
        let answer = person.get(page).await;
        answer.expect(500).hides("SELECT").hides("no such table");
        let answer = person.post(page, &[("x", "y")]).await;
        assert!(answer.status.is_server_error(), "{page}: {}", answer.status);
    }
    // Who is nobody still reads what is public.
    app.visitor().get("/consultations/ziele").await.expect(200);
}
