//! The command line speaks German, as everything people of the administration read: help, and what is wrong with a
//! call.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Arg, ArgAction, Command};

use super::failure::{give, tell};

const TEMPLATE: &str = "\
{about-with-newline}
Aufruf: {usage}

{all-args}";

/// Gives a command and all below it German headings and a German `--help`.
pub fn dress(command: Command) -> Command {
    let has_below = command.has_subcommands();
    let command = command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .help_template(TEMPLATE)
        .subcommand_help_heading("Befehle")
        .subcommand_value_name("BEFEHL")
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help("Zeigt diese Hilfe"),
        )
        .mut_args(|arg| {
            let heading = if arg.is_positional() {
                "Angaben"
            } else {
                "Optionen"
            };
            arg.help_heading(heading)
        });
    let command = if command.get_version().is_some() {
        command.arg(
            Arg::new("version")
                .long("version")
                .action(ArgAction::Version)
                .help_heading("Optionen")
                .help("Zeigt die Version"),
        )
    } else {
        command
    };
    if has_below {
        command.mut_subcommands(dress)
    } else {
        command
    }
}

/// Shows the help that was asked for, or says what is wrong with the call.
pub fn refuse(why: &Error) -> ExitCode {
    let named = |kind| match why.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let reason = match why.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let help = why.to_string().replace("[OPTIONS]", "[OPTIONEN]");
            if why.use_stderr() {
                tell(help);
                return ExitCode::from(2);
            }
            return give(help.as_bytes()).map_or_else(|why| why.tell(), |()| ExitCode::SUCCESS);
        }
        ErrorKind::UnknownArgument => {
            format!(
                "„{}“ ist hier nicht vorgesehen.",
                named(ContextKind::InvalidArg)
            )
        }
        ErrorKind::InvalidSubcommand => {
            format!(
                "Einen Befehl „{}“ gibt es nicht.",
                named(ContextKind::InvalidSubcommand)
            )
        }
        ErrorKind::MissingSubcommand => "Es fehlt ein Befehl.".to_owned(),
        ErrorKind::MissingRequiredArgument => {
            format!("Es fehlt: {}", named(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (value, option) = (
                named(ContextKind::InvalidValue),
                named(ContextKind::InvalidArg),
            );
            let possible = match named(ContextKind::ValidValue) {
                none if none.is_empty() => String::new(),
                values => format!(" Möglich sind: {values}."),
            };
            if value.is_empty() {
                format!("Bei {option} fehlt ein Wert.{possible}")
            } else {
                format!("„{value}“ passt nicht zu {option}.{possible}")
            }
        }
        ErrorKind::ArgumentConflict => {
            format!(
                "{} geht nicht zusammen mit anderem in diesem Aufruf oder steht zweimal da.",
                named(ContextKind::InvalidArg)
            )
        }
        _ => why.to_string(),
    };
    tell(reason);
    tell("Hilfe: an den Befehl --help anhängen.");
    ExitCode::from(2)
}
