//! `trialog demo`: the fictitious town, ready to be looked at.

use std::num::NonZeroU32;

use clap::Args;

use super::failure::{Done, Failure, tell};
use super::place::Place;
use super::serve::{bind, serve};
use crate::account::Role;
use crate::base::db::Db;
use crate::demo::{self, Access, State, Step, Way};

/// Plays the story of a fictitious town where there is none yet, and serves it.
#[derive(Args)]
pub struct Demo {
    /// Von vorn beginnen: löscht die Daten der Vorführung (nie andere)
    #[arg(long)]
    fresh: bool,
    /// Adresse und Port [ohne Angabe: server.bind aus den Einstellungen]
    #[arg(long, value_name = "ADRESSE:PORT")]
    bind: Option<String>,
    /// So viele Male die Fragebögen der ersten Beteiligung, für Messungen
    #[arg(
        long,
        value_name = "ZAHL",
        default_value = "1",
        hide_default_value = true
    )]
    scale: NonZeroU32,
    /// Ein Passwort für alle Konten der Vorführung, für die Prüfung im Browser
    #[arg(long, value_name = "PASSWORT", hide = true)]
    password_for_stories: Option<String>,
}

impl Demo {
    /// Runs the command.
    pub fn run(self, mut place: Place) -> Done {
        bind(&mut place, self.bind)?;
        let _held = place.hold()?;
        demo::dress(&mut place.config);
        let db = open(&place, self.fresh)?;
        let (mut people, mut way) = (Vec::new(), None);
        if demo::state(&db)? == State::Played {
            tell("Die Vorführung liegt schon bereit. Von vorn beginnen: trialog demo --fresh");
        } else {
            tell("Lindenau am Neckar entsteht …");
            let story = demo::play(
                &db,
                &place.housed(),
                &place.clock,
                &place.secrets()?,
                self.scale,
                self.password_for_stories.as_deref(),
                &|step| say(step, self.scale.get()),
            )?;
            tell(format_args!(
                "{} Personen haben {} Fragebögen ausgefüllt und {} Texte geschrieben.",
                story.played.people, story.played.questionnaires, story.played.texts
            ));
            (people, way) = (story.people, Some(story.way));
        }
        let data = place.data.display().to_string();
        serve(&place, db, move |url| {
            welcome(url, &data, &people, way.as_ref());
        })
    }
}

/// So many rounds of questionnaires, or contributions, between two lines that say how far it is.
const ROUNDS: u32 = 10;
const CODED: usize = 10_000;

/// A line now and then, where the play takes long.
fn say(step: Step, scale: u32) {
    match step {
        Step::Round(n) if scale > 1 && (n == scale || n.is_multiple_of(ROUNDS)) => {
            tell(format_args!("  {n} von {scale} Runden Fragebögen"));
        }
        Step::Coded(n) if n.is_multiple_of(CODED) => {
            tell(format_args!("  {n} Beiträge ausgewertet"));
        }
        Step::Round(_) | Step::Coded(_) => {}
    }
}

/// The database of the demonstration: empty, or played. Everything else is refused.
fn open(place: &Place, fresh: bool) -> Result<Db, Failure> {
    let db = place.open_or_make()?;
    let state = demo::state(&db)?;
    let erase = match state {
        State::Empty => return Ok(db),
        State::Foreign => {
            return Err(Failure::refused(format!(
                "In dieser Datenbank liegen Daten, die nicht zur Vorführung gehören. Sie bleiben unberührt.\n\
                 Bitte einen anderen Ordner angeben, zum Beispiel --data var/demo (Ordner hier: {}).",
                place.data.display()
            )));
        }
        State::Interrupted => {
            tell("Die letzte Vorführung wurde beim Aufbau unterbrochen. Sie beginnt von vorn.");
            true
        }
        State::Played => fresh,
    };
    if erase {
        // Nobody may have the file open while it goes.
        drop(db);
        place.database().erase()?;
        forget_mails(place)?;
        return place.open_or_make();
    }
    Ok(db)
}

/// Links in the mails of the town before lead nowhere any more. A folder of the town's own choice stays as it is.
fn forget_mails(place: &Place) -> anyhow::Result<()> {
    let folder = place.data.join("mails");
    if place.housed().mail.folder != folder || !folder.is_dir() {
        return Ok(());
    }
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "eml") {
            std::fs::remove_file(path)?;
        }
    }
    Ok(())
}

fn welcome(url: &str, data: &str, people: &[Access], way: Option<&Way>) {
    let at = format!("{url}/consultations");
    let accounts = accounts(url, data, people);
    let members = members(url, data, way);
    tell(format_args!(
        "\n\
         Lindenau am Neckar ist bereit: {url}\n\n\
         Zum Ansehen:\n  \
         Ergebnisse einer Beteiligung, die vorbei ist: {at}/ziele-2035/results\n  \
         Darin ein Handlungsfeld, „Zusammenleben“: {at}/ziele-2035/results/zusammenleben\n  \
         Läuft gerade, hier können Sie selbst antworten: {at}/spielplaetze\n  \
         Angekündigt: {at}/radverkehr\n\n\
         {accounts}\n\n\
         {members}\n\n\
         Befehle wirken auf diese Stadt mit --data {data}, zum Beispiel:\n  \
         trialog --data {data} verify\n  \
         trialog --data {data} export template --survey bauen-und-pflegen\n\n\
         Von vorn beginnen: trialog demo --fresh. Beenden mit Strg+C."
    ));
}

/// How to come in for an organisation.
fn members(url: &str, data: &str, way: Option<&Way>) -> String {
    let again = format!(
        "{url}/organisation/sign-in schickt einen Link; die Mail liegt dann in {data}/mails"
    );
    match way {
        None => format!("Anmelden für eine Organisation: {again}"),
        Some(way) => format!(
            "Anmelden für eine Organisation, {} ({}), mit diesem Link, einmal:\n  {url}{}\n  Danach: {again}",
            way.organisation, way.email, way.path
        ),
    }
}

/// Who can sign in. The passwords stand here once and nowhere else.
fn accounts(url: &str, data: &str, people: &[Access]) -> String {
    if people.is_empty() {
        return format!(
            "Anmelden als Verwaltung oder Gemeinderat: {url}/sign-in\n  \
             Ein neues Passwort gibt es mit: trialog --data {data} account reset redaktion@lindenau.example"
        );
    }
    let lines = people.iter().map(|access| {
        let role = match access.role {
            Role::Editor => "Redaktion",
            Role::Evaluator => "Auswertung",
            Role::Moderator => "Freigabe",
            Role::Councillor => "Gemeinderat",
            Role::Admin => "Administration",
        };
        format!("\n  {role:<15} {:<30} {}", access.email, access.password)
    });
    format!(
        "Anmelden als Verwaltung oder Gemeinderat: {url}/sign-in\n\
         Die Passwörter stehen nur hier, nur dieses eine Mal:{}",
        lines.collect::<String>()
    )
}
