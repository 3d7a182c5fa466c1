//! The command line: what the people who run the town's server type. The last slice: it may use every other.
//!
//! Results go to the standard output, words for people to the error output. Exit codes: 0 done, 1 failed or refused,
//! 2 wrong use.

mod account;
mod action;
mod backup;
mod check;
mod checklist;
mod deadline;
mod demo;
mod erase;
mod erasures;
mod export_template;
mod failure;
mod german;
mod health;
mod import_consultation;
mod import_edition;
mod import_lss;
mod import_responses;
mod import_statements;
mod place;
mod publish_consultation;
mod publish_edition;
mod publish_results;
mod purge;
mod release_comments;
mod restore;
mod retention;
mod serve;
mod verify;

pub use checklist::everything;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};

use failure::{Done, Failure};
use place::Place;

/// Trialog: Einwohner, Verwaltung und Gemeinderat arbeiten gemeinsam an einem Konzept ihrer Stadt.
#[derive(Parser)]
#[command(name = "trialog", version, disable_help_subcommand = true)]
struct Line {
    #[command(flatten)]
    everywhere: Everywhere,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Options that every command takes.
#[derive(Args)]
struct Everywhere {
    /// Datei mit den Einstellungen der Stadt (alle Einstellungen: config/default.toml)
    #[arg(long, global = true, value_name = "DATEI")]
    config: Option<PathBuf>,
    /// Ordner für Datenbank und Schlüssel [ohne Angabe: var, für demo: var/demo]
    #[arg(long, global = true, value_name = "ORDNER")]
    data: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Startet die Website (auch ohne Befehl)
    Serve(serve::Serve),
    /// Spielt die erfundene Stadt Lindenau vor und startet ihre Website
    Demo(demo::Demo),
    /// Liest eine Datei ein
    #[command(subcommand)]
    Import(Import),
    /// Schreibt eine Datei auf die Standardausgabe
    #[command(subcommand)]
    Export(Export),
    /// Macht etwas für alle sichtbar
    #[command(subcommand)]
    Publish(Publish),
    /// Gibt Texte für alle frei
    #[command(subcommand)]
    Release(Release),
    /// Konten der Verwaltung und des Gemeinderats
    #[command(subcommand)]
    Account(account::Account),
    /// Ändert eine Frist oder beendet vorzeitig, mit Grund
    Deadline(deadline::Deadline),
    /// Sichert alles in eine Datei, auch während die Website läuft
    Backup(backup::Backup),
    /// Stellt eine Sicherung her, wo noch keine Daten liegen
    Restore(restore::Restore),
    /// Löscht, was lange genug aufbewahrt ist; ohne --apply nur eine Probe
    Purge(purge::Purge),
    /// Nennt oder ändert, wie lange eine Beteiligung was aufbewahrt
    Retention(retention::Retention),
    /// Löscht den Wortlaut eines Textes für immer; dass es ihn gab, zählt weiter
    Erase(erase::Erase),
    /// Schreibt das Verzeichnis dessen, was gelöscht wurde
    Erasures(erasures::Erasures),
    /// Zählt alles aus den einzelnen Antworten nach und nennt jeden Unterschied
    Verify(verify::Verify),
    /// Prüft Einstellungen, Ordner, Datenbank, Mails, Uhr und Schlüssel; ändert nichts
    Check,
    /// Fragt die laufende Website, ob sie antwortet
    Health(health::Health),
}

#[derive(Subcommand)]
enum Import {
    /// Liest ein Konzept (Markdown) als nächste Fassung ein
    Edition(import_edition::ImportEdition),
    /// Legt eine Beteiligung mit ihren Umfragen an (TOML)
    Consultation(import_consultation::ImportConsultation),
    /// Trägt Fragebögen ein, die auf einem anderen Weg kamen (CSV)
    Responses(import_responses::ImportResponses),
    /// Trägt Stellungnahmen ein, die in einem anderen System eingegangen sind (XLSX, CSV)
    Statements(import_statements::ImportStatements),
    /// Sagt, was von einer Umfrage aus LimeSurvey mitkommt, und übernimmt sie (.lss)
    Lss(import_lss::ImportLss),
}

#[derive(Subcommand)]
enum Export {
    /// Vorlage (CSV) für Fragebögen, die auf einem anderen Weg kamen
    Template(export_template::ExportTemplate),
}

#[derive(Subcommand)]
enum Publish {
    /// Veröffentlicht eine Fassung
    Edition(publish_edition::PublishEdition),
    /// Veröffentlicht eine Beteiligung
    Consultation(publish_consultation::PublishConsultation),
    /// Hält die Ergebnisse einer Beteiligung fest und veröffentlicht sie
    Results(publish_results::PublishResults),
}

#[derive(Subcommand)]
enum Release {
    /// Gibt die wartenden freien Texte einer Beteiligung frei
    Comments(release_comments::ReleaseComments),
}

/// Reads the command line and runs the command it names.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let read = german::dress(Line::command())
        .try_get_matches_from(arguments)
        .and_then(|matches| Line::from_arg_matches(&matches));
    let line = match read {
        Ok(line) => line,
        Err(why) => return german::refuse(&why),
    };
    let done = line.start();
    crate::base::log::finish();
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => why.tell(),
    }
}

impl Line {
    fn start(self) -> Done {
        let command = self
            .command
            .unwrap_or(Command::Serve(serve::Serve::default()));
        let home = match command {
            Command::Demo(_) => "var/demo",
            _ => "var",
        };
        let data = self.everywhere.data.unwrap_or_else(|| home.into());
        let place = Place::read(self.everywhere.config.as_deref(), data)?;
        match command {
            Command::Serve(command) => command.run(place),
            Command::Demo(command) => command.run(place),
            Command::Import(Import::Edition(command)) => command.run(&place),
            Command::Import(Import::Consultation(command)) => command.run(&place),
            Command::Import(Import::Responses(command)) => command.run(&place),
            Command::Import(Import::Statements(command)) => command.run(&place),
            Command::Import(Import::Lss(command)) => command.run(&place),
            Command::Export(Export::Template(command)) => command.run(&place),
            Command::Publish(Publish::Edition(command)) => command.run(&place),
            Command::Publish(Publish::Consultation(command)) => command.run(&place),
            Command::Publish(Publish::Results(command)) => command.run(&place),
            Command::Release(Release::Comments(command)) => command.run(&place),
            Command::Account(command) => command.run(&place),
            Command::Deadline(command) => command.run(&place),
            Command::Backup(command) => command.run(&place),
            Command::Restore(command) => command.run(&place),
            Command::Purge(command) => command.run(&place),
            Command::Retention(command) => command.run(&place),
            Command::Erase(command) => command.run(&place),
            Command::Erasures(command) => command.run(&place),
            Command::Verify(command) => command.run(&place),
            Command::Check => check::run(&place),
            Command::Health(command) => command.run(&place),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        german::dress(Line::command()).debug_assert();
    }

    #[test]
    fn wrong_use_is_told_apart_from_help() {
        let code = |arguments: &[&str]| {
            let words = std::iter::once("trialog").chain(arguments.iter().copied());
            run(words.map(OsString::from))
        };
        assert_eq!(code(&["--help"]), ExitCode::SUCCESS);
        assert_eq!(code(&["publish", "results"]), ExitCode::from(2));
        assert_eq!(code(&["publich"]), ExitCode::from(2));
    }
}
