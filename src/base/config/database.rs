//! Where the data lie, and where they may be read beside.

use serde::Deserialize;

use super::Secret;
use super::rules::{Checked, Rules};

/// Where the data lie.
#[derive(Clone, Debug, Deserialize)]
pub struct Database {
    /// Empty = SQLite in the data folder. A secret, because it may hold a password.
    pub url: Secret,
    /// A PostgreSQL that follows that of `url`; public pages may be read there. Empty = none.
    pub read_url: Secret,
    /// Connections for reading; 0 = as many as suit the database, see [`Database::readers`].
    read_connections: u32,
}

impl Database {
    /// Connections for reading. On PostgreSQL more than there are processors are of use: whoever is answered in the same moment shares
    /// the change of thread. With SQLite each has a cache of its own.
    pub fn readers(&self) -> u32 {
        match self.read_connections {
            0 if is_postgres(self.url.reveal()) => 8,
            0 => 4,
            chosen => chosen,
        }
    }
}

impl Checked for Database {
    fn check(&self, rules: &mut Rules<'_>) {
        let url = self.url.reveal();
        rules.must(
        url.is_empty()
            || ["sqlite:", "postgres://", "postgresql://"]
                .iter()
                .any(|s| url.starts_with(s)),
        "database.url",
        "must begin with sqlite: or postgres://, or be empty for a SQLite file in the data folder",
    );
        rules.must(
            !has_several_hosts(url) || url.contains("target_session_attrs=read-write")
                || url.contains("target_session_attrs=primary"),
            "database.url",
            "with several hosts it must end with ?target_session_attrs=read-write, so that writes go to the one that takes them",
        );
        rules.must(
            self.read_url.is_empty() || (is_postgres(self.read_url.reveal()) && is_postgres(url)),
            "database.read_url",
            "must begin with postgres://, as database.url then must, or be empty",
        );
        rules.must(
            self.read_connections <= 256,
            "database.read_connections",
            "must be between 0 and 256",
        );
    }
}

fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres://") || url.starts_with("postgresql://")
}

/// Whether an address of PostgreSQL names more than one machine: `postgres://user@one,two/name`.
pub fn has_several_hosts(url: &str) -> bool {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    let hosts = rest.split(['/', '?']).next().unwrap_or_default();
    let hosts = hosts.rsplit('@').next().unwrap_or_default();
    is_postgres(url) && hosts.contains(',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_machines_are_told_from_a_comma_elsewhere() {
        for several in [
            "postgres://a,b/name",
            "postgresql://user:p,w@one:5432,two:5432/name?connect_timeout=2",
        ] {
            assert!(has_several_hosts(several), "{several}");
        }
        for one in [
            "",
            "sqlite:a,b",
            "postgres://user:p,w@one/name",
            "postgres://one/name?options=a,b",
        ] {
            assert!(!has_several_hosts(one), "{one}");
        }
    }
}
