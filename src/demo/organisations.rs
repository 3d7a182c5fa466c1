//! The organisations of the fictitious town: invited to the consultation that is over and to the one that runs, with
//! answers as they come in any town. One has registered itself and waits.

use anyhow::Context;
use chrono::NaiveDate;

use super::stage::Stage;
use crate::account::model::Secret;
use crate::account::{Delegate, Party};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::secret::Secrets;
use crate::base::site::Site;
use crate::consultation::{self, Consultation, TrackKind};
use crate::organisation::form::NewMember;
use crate::organisation::model::{Details, Duties, Invitation, Kind, State, WELCOME_LASTS};
use crate::organisation::page::mail;
use crate::organisation::store::letters::Letter;
use crate::organisation::store::registrations::{self, Registration};
use crate::organisation::store::{entry, invitations, letters, members, organisations};
use crate::organisation::{ManageOrganisations, RegisterOrganisation};

use Kind::{Association, Company, PublicBody};

/// Name, kind, the word before ".example" in its addresses, and who acts for it; the first one hands in.
const ORGANISATIONS: [(&str, Kind, &str, &[&str]); 14] = [
    (
        "Stadtseniorenrat Lindenau e.V.",
        Association,
        "seniorenrat-lindenau",
        &["Hanne Lorbeer", "Gerd Ahornig"],
    ),
    (
        "Naturschutzverein Neckaraue e.V.",
        Association,
        "neckaraue",
        &["Jule Weidenbach", "Malik Erlenhof"],
    ),
    (
        "Turn- und Sportverein Lindenau 1899 e.V.",
        Association,
        "tsv-lindenau",
        &["Pia Rennefeld"],
    ),
    (
        "Mieterverein Lindenau und Umgebung e.V.",
        Association,
        "mieterverein-lindenau",
        &["Carsten Wohlgemut"],
    ),
    (
        "Radclub Lindenau e.V.",
        Association,
        "radclub-lindenau",
        &["Ines Speichert"],
    ),
    (
        "Wohnbau Lindenau GmbH",
        Company,
        "wohnbau-lindenau",
        &["Dr. Falk Steiner", "Rana Hofstett"],
    ),
    (
        "Stadtwerke Lindenau GmbH",
        Company,
        "stadtwerke-lindenau",
        &["Beate Stromer"],
    ),
    (
        "Evangelische Kirchengemeinde Lindenau",
        Association,
        "kirche-lindenau",
        &["Mona Pfarrwald"],
    ),
    (
        "Handwerkskammer Neckartal",
        PublicBody,
        "hwk-neckartal",
        &["Olaf Zimmerle"],
    ),
    (
        "Landratsamt Neckarkreis",
        PublicBody,
        "neckarkreis",
        &["Selin Amtmann", "Udo Kreisler"],
    ),
    (
        "Regionalverband Mittlerer Neckar",
        PublicBody,
        "rv-neckar",
        &["Karla Landau"],
    ),
    (
        "Behindertenbeirat Lindenau",
        PublicBody,
        "beirat-lindenau",
        &["Theo Rampe"],
    ),
    (
        "Jugendring Lindenau e.V.",
        Association,
        "jugendring-lindenau",
        &[],
    ),
    (
        "Handels- und Gewerbeverein Lindenau e.V.",
        Association,
        "hgv-lindenau",
        &[],
    ),
];

/// Of those on the list of the consultation that is over, the one that let us know that nothing would come.
const DECLINED: usize = 10;
/// How many of them are invited to the consultation that runs; half of those with somebody take part so far.
const PLAYGROUNDS: usize = 9;

/// With what somebody can come in as a member: the address, and a link that works once.
#[derive(Clone, Debug)]
pub struct Way {
    /// For which organisation.
    pub organisation: String,
    /// Her address.
    pub email: String,
    /// Where the link leads, without the portal's own address.
    pub path: String,
}

/// Plays it; gives a way in for whoever looks around.
pub fn play(stage: &Stage, site: &Site) -> anyhow::Result<Way> {
    let (goals, playgrounds) = stage.db.read_here(|conn| {
        Ok((
            consultation::find(conn, "ziele-2035")?,
            consultation::find(conn, "spielplaetze")?,
        ))
    })?;
    let (first, second) = (begins(stage, &goals)?, begins(stage, &playgrounds)?);
    let mut parties = Vec::new();
    for (n, (name, kind, host, people)) in ORGANISATIONS.into_iter().enumerate() {
        let details = Details {
            name: name.to_owned(),
            kind,
            postal_address: format!("Lindenstraße {}\n70999 Lindenau am Neckar", 2 * n + 1),
            email: format!("post@{host}.example"),
        };
        let new: Vec<_> = people
            .iter()
            .enumerate()
            .map(|(n, name)| member(n, name, host))
            .collect();
        parties.push(settle(stage, first, details, new)?);
    }
    let ids = |n: usize| parties.iter().take(n).map(|(id, _)| id.clone()).collect();
    let answers = |n: usize| match n {
        DECLINED => Some(false),
        n if ORGANISATIONS[n].3.is_empty() => None,
        _ => Some(true),
    };
    invite(stage, &goals, first, ids(ORGANISATIONS.len()))?;
    write(stage, site, &goals, first)?;
    answer(stage, &goals, first, &parties, answers)?;
    invite(stage, &playgrounds, second, ids(PLAYGROUNDS))?;
    write(stage, site, &playgrounds, second)?;
    answer(stage, &playgrounds, second, &parties, |n| {
        (n % 2 == 0).then_some(true)
    })?;
    register(stage, &playgrounds)?;
    way(stage, &parties)
}

/// The first day on which statements can be given.
fn begins(stage: &Stage, on: &Consultation) -> anyhow::Result<NaiveDate> {
    let track = on.track(TrackKind::Statements);
    let track = track.with_context(|| format!("{} takes no statements", on.slug))?;
    Ok(track.window.first_day(stage.zone))
}

fn member(n: usize, name: &str, host: &str) -> NewMember {
    let words = name.trim_start_matches("Dr. ").to_lowercase();
    NewMember {
        name: name.to_owned(),
        email: format!("{}@{host}.example", words.replace(' ', ".")),
        duties: match n {
            0 => Duties::ALL,
            _ => Duties {
                is_author: true,
                is_signatory: false,
            },
        },
    }
}

/// Puts an organisation onto the town's list, and lets its people come in once.
fn settle(
    stage: &Stage,
    day: NaiveDate,
    details: Details,
    people: Vec<NewMember>,
) -> anyhow::Result<(Id<Party>, Vec<Id<Delegate>>)> {
    let may = stage.may::<ManageOrganisations>(day)?;
    let made = may.write_here(move |tx| {
        let party = organisations::create(tx, &details, State::Invited, None)?;
        let mut ids = Vec::new();
        for new in &people {
            ids.extend(members::add(tx, &party, new)?);
        }
        Ok((party, ids))
    })?;
    for member in made.1.clone() {
        // Their secrets are nobody's: whoever wants to come in asks for a link of her own.
        let hash = |purpose| Secret::fresh().hash(&Secrets::fresh(), purpose);
        let (link, session) = (hash("link"), hash("session"));
        stage
            .may::<RegisterOrganisation>(day)?
            .write_here(move |tx| {
                entry::make_link(tx, &link, &member, WELCOME_LASTS)?;
                entry::enter(tx, &link, &session)?;
                entry::end(tx, &session)
            })?;
    }
    Ok(made)
}

/// Puts organisations onto the list of a consultation.
fn invite(
    stage: &Stage,
    on: &Consultation,
    day: NaiveDate,
    parties: Vec<Id<Party>>,
) -> anyhow::Result<()> {
    let on = on.clone();
    stage
        .may::<ManageOrganisations>(day)?
        .write_here(move |tx| invitations::add(tx, &on, &parties))?;
    Ok(())
}

/// The town writes to everyone on the list; the mails lie in the outbox until the demo town's server runs.
fn write(stage: &Stage, site: &Site, on: &Consultation, day: NaiveDate) -> anyhow::Result<()> {
    let track = on.track(TrackKind::Statements).context("no statements")?;
    let until = track.window.last_day(stage.zone);
    let list = stage.db.read_here(|conn| invitations::of(conn, &on.id))?;
    let letter = |one: &Invitation| {
        let (secret, details) = (Secret::fresh(), &one.organisation.details);
        let to = (details.name.as_str(), details.email.as_str());
        let about = (on.title.as_str(), on.slug.as_str(), until);
        Ok(Letter {
            invitation: one.id.clone(),
            hash: letters::hash(&secret, stage.secrets()),
            mail: mail::invitation(site, to, about, &secret, false)?,
        })
    };
    let all: Vec<_> = list.iter().map(letter).collect::<AppResult<_>>()?;
    let on = on.clone();
    stage
        .may::<ManageOrganisations>(day)?
        .write_here(move |tx| letters::send(tx, &on, &all))?;
    Ok(())
}

/// Plays what those on the list answer, by their place: `true` takes part, `false` declines.
fn answer(
    stage: &Stage,
    on: &Consultation,
    day: NaiveDate,
    parties: &[(Id<Party>, Vec<Id<Delegate>>)],
    answers: impl Fn(usize) -> Option<bool>,
) -> anyhow::Result<()> {
    let list = stage.db.read_here(|conn| invitations::of(conn, &on.id))?;
    for (n, (party, _)) in parties.iter().enumerate() {
        let invitation = list.iter().find(|one| one.organisation.id == *party);
        let (Some(invitation), Some(takes_part)) = (invitation, answers(n)) else {
            continue;
        };
        let id = invitation.id.clone();
        stage
            .may::<RegisterOrganisation>(day)?
            .write_here(move |tx| {
                if takes_part {
                    letters::take_part(tx, &id)
                } else {
                    invitations::set_declined(tx, &id, true)
                }
            })?;
    }
    Ok(())
}

/// A network of parents has registered itself yesterday.
fn register(stage: &Stage, on: &Consultation) -> anyhow::Result<()> {
    let new = Registration {
        consultation: on.id.clone(),
        details: Details {
            name: "Elternnetz Spielraum Lindenau".to_owned(),
            kind: Association,
            postal_address: "Gartenweg 12\n70999 Lindenau am Neckar".to_owned(),
            email: "nora.schaukel@elternnetz.example".to_owned(),
        },
        person: "Nora Schaukel".to_owned(),
    };
    let hash = |purpose| Secret::fresh().hash(&Secrets::fresh(), purpose);
    let (link, session) = (hash("registration"), hash("session"));
    stage
        .may::<RegisterOrganisation>(stage.today(-1))?
        .write_here(move |tx| {
            registrations::keep(tx, &link, &new)?;
            registrations::confirm(tx, &link, &session)?;
            entry::end(tx, &session)
        })?;
    Ok(())
}

/// A link that lets whoever looks around in as the first member of the first organisation.
fn way(stage: &Stage, parties: &[(Id<Party>, Vec<Id<Delegate>>)]) -> anyhow::Result<Way> {
    let first = parties.first().and_then(|(_, people)| people.first());
    let first = first.context("nobody acts for anybody")?.clone();
    let (name, _, host, people) = ORGANISATIONS[0];
    let (secret, found) = (Secret::fresh(), member(0, people[0], host));
    let hash = entry::link_hash(&secret, stage.secrets());
    stage
        .may::<RegisterOrganisation>(stage.today(0))?
        .write_here(move |tx| entry::make_link(tx, &hash, &first, WELCOME_LASTS))?;
    Ok(Way {
        organisation: name.to_owned(),
        email: found.email,
        path: format!("/organisation/sign-in/{}", secret.as_str()),
    })
}
