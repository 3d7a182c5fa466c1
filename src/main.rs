//! Reads the command line and runs one command.

use std::process::ExitCode;

fn main() -> ExitCode {
    trialog::command::run(std::env::args_os())
}
