//! Heads of mails: whatever somebody types, each mail has one recipient and one subject.

use trialog::base::mail::Courier;
use trialog::base::outbox::Postman;

use super::all_roles;
use crate::organisations;
use crate::statements;
use crate::support::app::TestApp;
use crate::support::forms::{Form, forms};
use crate::support::smtp::MailServer;
use crate::support::town::CONSULTATION;
use crate::support::visitor::Visitor;

/// What somebody types who wants mails to go where they should not.
const BREAKS: [&str; 3] = [
    "Kim\r\nBcc: opfer@evil.example",
    "Kim\nTo: opfer@evil.example\n\nGanz anderer Text",
    "Kim\rSubject: Gewonnen",
];

/// Sends every form that causes a mail with each of the breaks in each of its fields; how often that was.
async fn sends_breaks(app: &TestApp, (party, statement): (&str, &str)) -> usize {
    let staff = all_roles(app);
    let mut sent = 0;
    for (page, person) in [
        ("/consultations/ziele/subscribe", None),
        ("/my/sign-in", None),
        ("/consultations/ziele/organisation", None),
        ("/organisation/sign-in", None),
        ("/sign-in/forgotten", None),
        ("/accessibility", None),
        (&format!("{statement}/people"), None),
        ("/desk/accounts/new", Some(&staff)),
        ("/desk/organisations/new", Some(&staff)),
        (
            &format!("/desk/organisations/{party}/members/new"),
            Some(&staff),
        ),
        ("/desk/consultations/ziele/organisations/add", Some(&staff)),
        ("/desk/consultations/ziele/edit", Some(&staff)),
    ] as [(&str, Option<&Visitor>); 12]
    {
        // Each time somebody else, so that nobody asks too often.
        let visitor = app.visitor();
        let seen = person.unwrap_or(&visitor).get(page).await;
        let found = forms(seen.expect(200));
        let found: Vec<Form> = found.into_iter().filter(|f| f.to == page).collect();
        assert!(!found.is_empty(), "{page} has a form of its own");
        for form in found {
            let typed: Vec<_> = form
                .fields
                .iter()
                .filter(|field| field.is_typed())
                .collect();
            for field in typed {
                for line_break in BREAKS {
                    let value = match field.kind.as_str() {
                        "email" => line_break.replace("Kim", "kim@stadtpark.example"),
                        _ => line_break.to_owned(),
                    };
                    let visitor = app.visitor();
                    let answer = form
                        .clone()
                        .with(&field.name, &value)
                        .send(person.unwrap_or(&visitor))
                        .await;
                    assert!(
                        !answer.status.is_server_error(),
                        "{page}: {} answers {}",
                        field.name,
                        answer.status
                    );
                    sent += 1;
                }
            }
        }
    }
    sent
}

#[actix_web::test]
async fn no_line_break_reaches_the_head_of_a_mail() {
    let server = MailServer::start();
    let app = TestApp::with(CONSULTATION, |config| {
        server.serve(config);
        config.mail.per_minute = 10_000;
        config.mail.address_per_hour = 10_000;
        config.mail.address_per_day = 10_000;
        config.mail.public_per_hour = 10_000;
        "kontakt@lindenau.example".clone_into(&mut config.mail.contact_address);
        config.limits.per_minute.subscribe = 10_000;
        config.limits.per_minute.feedback = 10_000;
    })
    .await;
    crate::legal::publish_all(&app).await;
    let (party, _) = organisations::known(&app);
    let (_, statement) = statements::begun(&app).await;
    let sent = sends_breaks(&app, (&party, &statement)).await;
    assert!(sent > 40, "{sent} forms were sent");
    // Mails about a statement, too.
    let (kim, home) = statements::begun(&app).await;
    statements::write(
        &kim,
        &home,
        "whole",
        "Wir sind dafür.\r\nBcc: x@evil.example",
    )
    .await
    .expect(303);
    statements::sign(
        &kim,
        &home,
        "Kim\r\nBcc: opfer@evil.example",
        "kim@stadtpark.example",
    )
    .await
    .expect(303);
    statements::hand_in(&kim, &home, &[]).await.expect(303);

    let courier = Courier::of(&app.site.config).unwrap();
    let mut postman = Postman::new(app.data.db.clone(), app.clock.clone(), courier);
    for _ in 0..50 {
        if postman.round().await.unwrap().sent == 0 {
            break;
        }
    }
    assert_eq!(app.data.count("outbox WHERE sent_at IS NULL"), 0);
    let mails = server.mails();
    assert!(mails.len() > 10, "{} mails left", mails.len());
    for mail in mails {
        assert_eq!(mail.to.len(), 1, "{mail:?}");
        let (head, _) = mail.data.split_once("\r\n\r\n").unwrap();
        let names = head.lines().filter(|line| !line.starts_with(' '));
        let names: Vec<_> = names.map(|line| line.split(':').next().unwrap()).collect();
        let count = |name: &str| {
            names
                .iter()
                .filter(|n| n.eq_ignore_ascii_case(name))
                .count()
        };
        for (name, times) in [
            ("to", 1),
            ("subject", 1),
            ("from", 1),
            ("bcc", 0),
            ("cc", 0),
        ] {
            assert_eq!(count(name), times, "{head}");
        }
        assert!(!mail.to[0].ends_with("evil.example"), "{head}");
    }
}
