//! How a command ends when it did not do what it was asked for.

use std::fmt::Display;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use crate::base::error::AppError;

/// What a command comes back with.
pub type Done = Result<(), Failure>;

/// Why a command did not do what it was asked for.
#[derive(Debug)]
pub enum Failure {
    /// Refused, with a reason the person at the terminal can act on.
    Refused(String),
    /// Asked for in a way that makes no sense.
    Misused(String),
    /// Something broke.
    Broken(anyhow::Error),
}

impl Failure {
    /// Refuses with a reason in German.
    pub fn refused(reason: impl Into<String>) -> Self {
        Self::Refused(reason.into())
    }

    /// Says it on the error output, and with which code the program ends.
    pub fn tell(&self) -> ExitCode {
        match self {
            Self::Refused(reason) => {
                tell(reason);
                ExitCode::from(1)
            }
            Self::Misused(reason) => {
                tell(reason);
                ExitCode::from(2)
            }
            Self::Broken(why) => {
                tell(format_args!("Das hat nicht geklappt: {why:#}"));
                ExitCode::from(1)
            }
        }
    }
}

impl From<anyhow::Error> for Failure {
    fn from(why: anyhow::Error) -> Self {
        Self::Broken(why)
    }
}

impl From<AppError> for Failure {
    fn from(why: AppError) -> Self {
        match why {
            AppError::Internal(why) => Self::Broken(why),
            why => Self::Broken(why.into()),
        }
    }
}

/// Names what was looked for when it is not there; every other failure stays what it is.
pub fn missing<T>(found: Result<T, AppError>, what: impl FnOnce() -> String) -> Result<T, Failure> {
    found.map_err(|why| match why {
        AppError::NotFound => Failure::Refused(what()),
        why => why.into(),
    })
}

/// A number with its word: "1 Fragebogen", "2 Fragebögen".
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// A line for the person at the terminal. A closed terminal is no reason to stop.
pub fn tell(line: impl Display) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// A result, for the standard output. Whoever reads it may stop reading (`| head`).
pub fn give(result: &[u8]) -> Done {
    let mut out = std::io::stdout().lock();
    match out.write_all(result).and_then(|()| out.flush()) {
        Err(why) if why.kind() != ErrorKind::BrokenPipe => Err(Failure::Broken(why.into())),
        _ => Ok(()),
    }
}
