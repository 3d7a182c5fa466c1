//! Organisations: registering, coming in by a link, the list at the desk, invitations.

mod desk;
mod entry;
mod lists;

use trialog::account::{Actor, May};
use trialog::organisation::ManageOrganisations;
use trialog::organisation::form::NewMember;
use trialog::organisation::model::{Details, Duties, Kind, State};
use trialog::organisation::store::{members, organisations};

use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

/// Where the fixture consultation's list is.
const LIST: &str = "/desk/consultations/ziele/organisations";

/// Makes an organisation with one member, both by name of their rows.
pub fn known(app: &TestApp) -> (String, String) {
    made(app, "Förderverein Stadtpark e.V.", "kim@stadtpark.example")
}

/// The same with a name and an address.
pub fn made(app: &TestApp, name: &str, email: &str) -> (String, String) {
    made_as(app, name, email, State::Invited)
}

/// The same in some state.
fn made_as(app: &TestApp, name: &str, email: &str, state: State) -> (String, String) {
    let (db, clock) = (app.data.db.clone(), app.clock.clone());
    let details = Details {
        name: name.to_owned(),
        kind: Kind::Association,
        postal_address: "Parkweg 3\n70000 Lindenau".to_owned(),
        email: format!("post@{}", email.split('@').nth(1).unwrap()),
    };
    let new = NewMember {
        name: "Kim Beispiel".to_owned(),
        email: email.to_owned(),
        duties: Duties::ALL,
    };
    let made = std::thread::spawn(move || {
        let may = May::<ManageOrganisations>::by(Actor::Console, &db, &clock)?;
        may.write_here(move |tx| {
            let party = organisations::create(tx, &details, state, None)?;
            let member = members::add(tx, &party, &new)?.unwrap();
            Ok((party.to_string(), member.to_string()))
        })
    });
    made.join().unwrap().unwrap()
}

/// The newest link in the mails that wait, without the portal's own address.
fn mailed_link(app: &TestApp) -> String {
    let mails = app.data.dump("outbox");
    let at = mails.rfind("/organisation/").unwrap();
    let link: String = mails[at..]
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "/-_".contains(*c))
        .collect();
    link
}

/// All links to one kind of page in the mails that wait.
fn mailed_links(app: &TestApp, path: &str) -> Vec<String> {
    let mails = app.data.dump("outbox");
    let links = mails.match_indices(path).map(|(at, _)| {
        let rest = mails[at..].chars();
        rest.take_while(|c| c.is_ascii_alphanumeric() || "/-_".contains(*c))
            .collect::<String>()
    });
    links.collect()
}

/// Asks for a link and comes in by it.
pub async fn come_in(app: &TestApp, email: &str) -> Visitor {
    let visitor = app.visitor();
    let page = visitor.get("/organisation/sign-in").await;
    let typed = [("email", email)];
    let sent = visitor
        .press(&page, "organisation-sign-in-button", &typed)
        .await;
    sent.expect(200);
    let link = mailed_links(app, "/organisation/sign-in/").pop().unwrap();
    let page = visitor.get(&link).await;
    let inside = visitor.press(page.expect(200), "enter-button", &[]).await;
    assert_eq!(inside.expect(303).location(), "/organisation");
    visitor
}
