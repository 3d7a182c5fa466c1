//! `trialog account …`: the accounts of the administration and the council, for town IT.

use clap::{Args, Subcommand};

use super::failure::{Done, Failure, give, missing, tell};
use super::place::Place;
use crate::account::form::person;
use crate::account::model::{Purpose, Secret};
use crate::account::store::roster::{self, Change, State};
use crate::account::store::{accounts, links, oidc};
use crate::account::{ManageAccounts, Role, Roles};
use crate::base::db::Db;

/// What is done with accounts.
#[derive(Subcommand)]
pub enum Account {
    /// Legt das erste Konto mit der Rolle Administration an und gibt einen Link dafür aus
    CreateAdmin(Who),
    /// Legt ein Konto an und gibt einen Link dafür aus
    Invite(Invite),
    /// Gibt einen Link aus, mit dem jemand ein neues Passwort wählt
    Reset(Address),
    /// Sperrt ein Konto
    Disable(Address),
    /// Erlaubt einem Konto, sich sieben Tage lang einmal mit dem Konto der Stadt zu verbinden
    Connect(Address),
    /// Nennt alle Konten
    List,
}

/// Somebody new.
#[derive(Args)]
pub struct Who {
    /// E-Mail-Adresse
    #[arg(value_name = "ADRESSE")]
    email: String,
    /// Name, wie ihn andere sehen
    #[arg(value_name = "NAME")]
    name: String,
}

/// Somebody new with roles.
#[derive(Args)]
pub struct Invite {
    #[command(flatten)]
    who: Who,
    /// Rolle: editor, evaluator, moderator, councillor oder admin (mehrmals möglich)
    #[arg(long = "role", value_name = "ROLLE", required = true)]
    roles: Vec<String>,
}

/// Somebody who has an account.
#[derive(Args)]
pub struct Address {
    /// E-Mail-Adresse
    #[arg(value_name = "ADRESSE")]
    email: String,
}

impl Account {
    /// Runs the command.
    pub fn run(self, place: &Place) -> Done {
        match self {
            Self::CreateAdmin(who) => {
                let db = place.open_or_make()?;
                let admin = [Role::Admin].into_iter().collect();
                create(place, &db, &who, &admin, Purpose::FirstAdmin)
            }
            Self::Invite(invite) => {
                let db = place.open()?;
                let mut roles = Vec::new();
                for name in &invite.roles {
                    roles.push(Role::parse(name).ok_or_else(|| {
                        Failure::Misused(format!(
                            "Eine Rolle „{name}“ gibt es nicht. Möglich sind: editor, evaluator, moderator, councillor, admin."
                        ))
                    })?);
                }
                let roles = roles.into_iter().collect();
                create(place, &db, &invite.who, &roles, Purpose::Invitation)
            }
            Self::Reset(address) => reset(place, &address.email),
            Self::Disable(address) => disable(place, &address.email),
            Self::Connect(address) => connect(place, &address.email),
            Self::List => list(place),
        }
    }
}

fn create(place: &Place, db: &Db, who: &Who, roles: &Roles, purpose: Purpose) -> Done {
    let mut errors = Vec::new();
    let name = person::name(&who.name, &mut errors);
    let email = person::address(&who.email, &mut errors);
    if !errors.is_empty() {
        return Err(Failure::Misused(
            "Bitte eine E-Mail-Adresse und einen Namen mit höchstens 100 Zeichen angeben, zum Beispiel:\n  \
             trialog account create-admin toni@stadt.de \"Toni Beispiel\""
                .to_owned(),
        ));
    }
    let wanted = email.clone();
    if db.read_here(move |conn| roster::is_taken(conn, &wanted))? {
        return Err(Failure::refused(format!(
            "Zu {email} gibt es schon ein Konto. Ein neues Passwort: trialog account reset {email}"
        )));
    }
    let (hash, url) = fresh(place, purpose)?;
    let roles = roles.clone();
    place.may::<ManageAccounts>(db)?.write_here(move |tx| {
        let account = accounts::create(tx, &email, &name, &roles)?;
        links::make(tx, &hash, Some(&account), purpose)
    })?;
    hand_out(&url, purpose)
}

fn reset(place: &Place, email: &str) -> Done {
    let db = place.open()?;
    let (wanted, now) = (email.to_owned(), place.clock.now());
    let found = db.read_here(move |conn| {
        let account = roster::by_email(conn, &wanted)?;
        roster::find(conn, &account, now)
    });
    let person = missing(found, || nobody(email))?;
    if person.state == State::Disabled {
        return Err(Failure::refused("Dieses Konto ist gesperrt."));
    }
    if person.via_provider {
        return Err(Failure::refused(
            "Dieses Konto gehört zum Konto der Stadt. Das Passwort wird dort geändert.",
        ));
    }
    let purpose = match person.state {
        State::Active => Purpose::Reset,
        _ => Purpose::Invitation,
    };
    let (hash, url) = fresh(place, purpose)?;
    place.may::<ManageAccounts>(&db)?.write_here(move |tx| {
        links::make(tx, &hash, Some(&person.id), purpose)?;
        let detail = serde_json::json!({ "link": purpose.as_str() });
        tx.journal(&format!("account:{}", person.id), &detail)
    })?;
    hand_out(&url, purpose)
}

fn disable(place: &Place, email: &str) -> Done {
    let db = place.open()?;
    let wanted = email.to_owned();
    let found = db.read_here(move |conn| roster::by_email(conn, &wanted));
    let account = missing(found, || nobody(email))?;
    let change = place
        .may::<ManageAccounts>(&db)?
        .write_here(move |tx| roster::disable(tx, &account))?;
    match change {
        Change::Done => tell("Das Konto ist gesperrt."),
        Change::Same => tell("Das Konto war schon gesperrt."),
        Change::LastAdmin => {
            return Err(Failure::refused(
                "Das ist das letzte Konto mit der Rolle Administration. Es bleibt offen.",
            ));
        }
    }
    Ok(())
}

/// The twin of the button on the account's page.
fn connect(place: &Place, email: &str) -> Done {
    if !place.config.sign_in.oidc.is_on() {
        return Err(Failure::refused(
            "In den Einstellungen steht kein Anmeldedienst ([sign_in.oidc]).",
        ));
    }
    let (db, now) = (place.open()?, place.clock.now());
    let wanted = email.to_owned();
    let found = db.read_here(move |conn| {
        let account = roster::by_email(conn, &wanted)?;
        roster::find(conn, &account, now)
    });
    let person = missing(found, || nobody(email))?;
    if !person.may_connect() {
        return Err(Failure::refused(
            "Dieses Konto ist gesperrt oder gehört schon zum Konto der Stadt.",
        ));
    }
    place
        .may::<ManageAccounts>(&db)?
        .write_here(move |tx| oidc::connect(tx, &person.id))?;
    tell(
        "Erlaubt: Es genügt, sich in den nächsten sieben Tagen einmal mit dem Konto der Stadt anzumelden.",
    );
    Ok(())
}

fn list(place: &Place) -> Done {
    let (db, now) = (place.open()?, place.clock.now());
    let mut people = db.read_here(move |conn| roster::list(conn, now))?;
    people.sort_by(|a, b| a.email.cmp(&b.email));
    let lines = people.iter().map(|person| {
        let roles: Vec<_> = person.roles.iter().map(Role::as_str).collect();
        let state = match person.state {
            State::Active => "in Gebrauch",
            State::Invited => "eingeladen",
            State::Lapsed => "Einladung abgelaufen",
            State::Disabled => "gesperrt",
        };
        format!(
            "{}\t{}\t{}\t{state}\n",
            person.email,
            person.name,
            roles.join(",")
        )
    });
    give(lines.collect::<String>().as_bytes())
}

fn nobody(email: &str) -> String {
    format!("Zu {email} gibt es kein Konto. Alle Konten nennt: trialog account list")
}

/// A new secret: as it stands in its row, and the whole address.
fn fresh(place: &Place, purpose: Purpose) -> Result<(String, String), Failure> {
    let secret = Secret::fresh();
    let hash = links::hash(&secret, &place.secrets()?);
    let path = purpose.path(secret.as_str());
    Ok((hash, format!("{}{path}", place.config.base_url())))
}

fn hand_out(url: &str, purpose: Purpose) -> Done {
    tell(match purpose {
        Purpose::Invitation => "Dieser Link gilt einmal, sieben Tage lang:",
        Purpose::Reset => "Dieser Link gilt einmal, 60 Minuten lang:",
        Purpose::FirstAdmin => "Dieser Link gilt einmal, 24 Stunden lang:",
    });
    give(format!("{url}\n").as_bytes())
}

/// The path of a link for the first admin, while there is none; it stands nowhere but on the terminal.
pub fn first_admin(place: &Place, db: &Db) -> Result<Option<String>, Failure> {
    if db.read_here(accounts::has_admin)? {
        return Ok(None);
    }
    let secret = Secret::fresh();
    let hash = links::hash(&secret, &place.secrets()?);
    place
        .may::<ManageAccounts>(db)?
        .write_here(move |tx| links::make(tx, &hash, None, Purpose::FirstAdmin))?;
    Ok(Some(Purpose::FirstAdmin.path(secret.as_str())))
}
