//! An organisation's statement: authors draft, the signatory hands in.

use trialog::account::{Actor, May, Party};
use trialog::base::id::Id;
use trialog::organisation::ManageOrganisations;
use trialog::organisation::form::NewMember;
use trialog::organisation::model::Duties;
use trialog::organisation::store::{invitations, members};

use super::{TABLE, hand_in, write};
use crate::organisations::{come_in, known, made};
use crate::support::app::TestApp;

/// An organisation on the list of the fixture's consultation, with Kim who may do everything.
pub fn listed(app: &TestApp) -> String {
    let (party, _) = known(app);
    invite(app, &party);
    party
}

fn invite(app: &TestApp, party: &str) {
    let (db, clock) = (app.data.db.clone(), app.clock.clone());
    let (on, party) = (app.town.consultation.clone(), Id::<Party>::known(party));
    let done = std::thread::spawn(move || {
        let may = May::<ManageOrganisations>::by(Actor::Console, &db, &clock)?;
        may.write_here(move |tx| invitations::add(tx, &on, std::slice::from_ref(&party)))
    });
    done.join().unwrap().unwrap();
}

/// Somebody else of it.
fn colleague(app: &TestApp, party: &str, email: &str, duties: Duties) {
    let (db, clock) = (app.data.db.clone(), app.clock.clone());
    let party = Id::<Party>::known(party);
    let new = NewMember {
        name: email.split('@').next().unwrap().to_owned(),
        email: email.to_owned(),
        duties,
    };
    let done = std::thread::spawn(move || {
        let may = May::<ManageOrganisations>::by(Actor::Console, &db, &clock)?;
        may.write_here(move |tx| members::add(tx, &party, &new))
    });
    done.join().unwrap().unwrap();
}

const AUTHOR: Duties = Duties {
    is_author: true,
    is_signatory: false,
};
const SIGNATORY: Duties = Duties {
    is_author: false,
    is_signatory: true,
};

#[actix_web::test]
async fn the_author_drafts_the_signatory_reads_gives_back_and_hands_in() {
    let app = TestApp::new().await;
    let party = listed(&app);
    colleague(&app, &party, "autorin@stadtpark.example", AUTHOR);
    colleague(&app, &party, "vorstand@stadtpark.example", SIGNATORY);
    let author = come_in(&app, "autorin@stadtpark.example").await;
    let board = come_in(&app, "vorstand@stadtpark.example").await;
    write(&author, TABLE, "sz-baeume", "Wir pflanzen mit.")
        .await
        .expect(303);
    // The board sees no draft before it is released, and writes none.
    let fixed = board.get(&format!("{TABLE}/parts/whole")).await;
    assert_eq!(fixed.expect(303).location(), TABLE);
    let review = author.get(&format!("{TABLE}/review")).await;
    author
        .press(review.expect(200), "statement-release", &[])
        .await
        .expect(303);
    assert!(
        app.data
            .dump("outbox")
            .contains("vorstand@stadtpark.example")
    );
    let home = board.get(TABLE).await;
    board
        .press(home.expect(200), "statement-give-back", &[])
        .await
        .expect(303);
    write(&author, TABLE, "whole", "Und gießen.")
        .await
        .expect(303);
    let review = author.get(&format!("{TABLE}/review")).await;
    author
        .press(&review, "statement-release", &[])
        .await
        .expect(303);
    // The author cannot hand in, whatever she sends.
    let own = author.get(&format!("{TABLE}/review")).await;
    assert!(own.expect(200).all("input[name=may_publish]").is_empty());
    hand_in(&board, TABLE, &[]).await.expect(303);
    let receipt = author.get(&format!("{TABLE}/receipt")).await;
    receipt.expect(200).says("Nummer 1").says("Und gießen.");
    assert!(app.data.dump("outbox").contains("post@stadtpark.example"));
    assert!(app.data.dump("journal").contains("handed_in"));
}

#[actix_web::test]
async fn nothing_to_object_is_one_click_and_can_be_taken_back() {
    let app = TestApp::new().await;
    listed(&app);
    let kim = come_in(&app, "kim@stadtpark.example").await;
    let home = kim.get(TABLE).await;
    let done = kim
        .press(home.expect(200), "statement-nil-button", &[])
        .await;
    assert_eq!(done.expect(303).location(), format!("{TABLE}/receipt"));
    kim.get(&format!("{TABLE}/receipt"))
        .await
        .expect(200)
        .says("keine Einwände");
    let ask = kim.get(&format!("{TABLE}/withdrawal")).await;
    kim.press(ask.expect(200), "statement-withdraw-button", &[])
        .await
        .expect(303);
    write(&kim, TABLE, "whole", "Doch etwas.").await.expect(303);
}

#[actix_web::test]
async fn nobody_sits_at_a_table_that_is_not_hers() {
    let app = TestApp::new().await;
    listed(&app);
    let kim = come_in(&app, "kim@stadtpark.example").await;
    write(&kim, TABLE, "whole", "Unser Entwurf.")
        .await
        .expect(303);
    // Another organisation of the list has a table of its own, one that is not on the list has none.
    let (other, _) = made(&app, "Radclub Lindenau", "robin@radclub.example");
    let robin = come_in(&app, "robin@radclub.example").await;
    robin.get(TABLE).await.expect(404);
    invite(&app, &other);
    robin
        .get(&format!("{TABLE}/parts/whole"))
        .await
        .expect(200)
        .hides("Unser Entwurf.");
    // A person's code opens no organisation's statement, and the other way round.
    robin
        .get("/organisation/consultations/none/statement")
        .await
        .expect(404);
    let gone = app.visitor().get(TABLE).await;
    let wished = "%2Forganisation%2Fconsultations%2Fziele%2Fstatement";
    let ask = format!("/organisation/sign-in?next={wished}");
    assert_eq!(gone.expect(303).location(), ask);
}

#[actix_web::test]
async fn an_organisation_asks_for_a_longer_deadline_with_day_and_reason() {
    let app = TestApp::new().await;
    listed(&app);
    let kim = come_in(&app, "kim@stadtpark.example").await;
    let url = format!("{TABLE}/extension");
    let page = kim.get(&url).await;
    let early = [("wished_for", "2026-07-01"), ("reason", "")];
    let refused = kim
        .press(page.expect(200), "extension-button", &early)
        .await;
    refused.expect(422).says("warum Sie mehr Zeit brauchen");
    let typed = [
        ("wished_for", "2026-08-31"),
        ("reason", "Der Vorstand tagt."),
    ];
    kim.press(&refused, "extension-button", &typed)
        .await
        .expect(303);
    kim.get(&url).await.expect(200).says("Wartet auf Antwort");
    // A second request takes the place of the first.
    let page = kim.get(&url).await;
    kim.press(&page, "extension-button", &typed)
        .await
        .expect(303);
    assert_eq!(app.data.count("deadline_requests"), 1);
}

#[actix_web::test]
async fn whoever_opens_a_page_without_being_signed_in_comes_back_to_it() {
    let app = TestApp::new().await;
    listed(&app);
    let kim = app.visitor();
    let wished = format!("{TABLE}/parts/sz-baeume");
    let asked = kim.get(&wished).await.expect(303).location();
    let page = kim.get(&asked).await;
    let typed = [("email", "kim@stadtpark.example")];
    let sent = kim
        .press(page.expect(200), "organisation-sign-in-button", &typed)
        .await;
    let query = asked.split_once('?').unwrap().1;
    let again = format!("/organisation/sign-in?{query}");
    assert!(sent.expect(200).links().contains(&again));
    let mails = app.data.dump("outbox");
    let at = mails.rfind("/organisation/sign-in/").unwrap();
    let link: String = mails[at..]
        .chars()
        .take_while(|c| !c.is_whitespace() && !"\"\\'|".contains(*c))
        .collect();
    assert!(link.ends_with(query), "{link}");
    let page = kim.get(&link).await;
    let inside = kim.press(page.expect(200), "enter-button", &[]).await;
    assert_eq!(inside.expect(303).location(), wished);
    kim.get(&wished).await.expect(200);
    // Nowhere else, whatever the address says.
    for odd in ["https://example.de", "//example.de", "/desk"] {
        let robin = app.visitor();
        let page = robin
            .get(&format!("/organisation/sign-in?next={odd}"))
            .await;
        page.expect(200);
        assert_eq!(
            page.attributes("main input[name=next]", "value"),
            ["/organisation"]
        );
    }
}
