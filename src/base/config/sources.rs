//! Where options come from, and in which order one wins over the other.

use std::path::Path;

use config::{Environment, File, FileFormat, Map, Source, Value, ValueKind};
use serde::Deserialize;

use super::rules::{Checked, Rules};
use super::{Config, Fault, Faults};

const DEFAULTS: &str = include_str!("../../../config/default.toml");

impl Config {
    /// Reads the defaults, then the town's file, then the environment, and checks the result.
    ///
    /// # Errors
    /// All faults together, so that they can be mended in one go.
    pub fn load(file: Option<&Path>) -> Result<Self, Faults> {
        read(file, None)
    }
}

/// Like [`Config::load`]; an environment given here stands in for that of the process.
pub(super) fn read(
    file: Option<&Path>,
    environment: Option<Map<String, String>>,
) -> Result<Config, Faults> {
    let defaults = config::Config::builder().add_source(File::from_str(DEFAULTS, FileFormat::Toml));
    let mut all = defaults.clone();
    let mut own = config::Config::builder();
    if let Some(path) = file {
        all = all.add_source(File::from(path).format(FileFormat::Toml));
        own = own.add_source(File::from(path).format(FileFormat::Toml));
    }
    // Nothing is parsed here: the type of the option decides what the text means, so a town may be called "2000".
    let environment = Environment::with_prefix("TRIALOG")
        .prefix_separator("__")
        .separator("__")
        .source(environment);
    let known = defaults.build().map_err(|e| whole(&e))?;
    let own = own.add_source(environment.clone()).build();
    let all = all.add_source(environment).build().map_err(|e| whole(&e))?;

    let mut faults = unknown_keys(&known, &all)?;
    let config = sections(&all, &mut faults);
    match config {
        Some(mut config) if faults.is_empty() => {
            let is_chosen = own.is_ok_and(|own| own.get_bool("sign_in.second_factor").is_ok());
            config.sign_in.is_chosen = is_chosen;
            Ok(config)
        }
        _ => Err(Faults(faults)),
    }
}

/// Reads section by section, so that a fault in one does not hide those in the others.
fn sections(all: &config::Config, faults: &mut Vec<Fault>) -> Option<Config> {
    let demo = section(all, "demo", faults);
    let server = section(all, "server", faults);
    let database = section(all, "database", faults);
    let town = section(all, "town", faults);
    let sign_in = section(all, "sign_in", faults);
    let limits = section(all, "limits", faults);
    let attachments = section(all, "attachments", faults);
    let paper = section(all, "paper", faults);
    let retention = section(all, "retention", faults);
    let open_data = section(all, "open_data", faults);
    let figures = section(all, "figures", faults);
    let mail = section(all, "mail", faults);
    let metrics = section(all, "metrics", faults);
    let log = section(all, "log", faults);
    Some(Config {
        demo: demo?,
        server: server?,
        database: database?,
        town: town?,
        sign_in: sign_in?,
        limits: limits?,
        attachments: attachments?,
        paper: paper?,
        retention: retention?,
        open_data: open_data?,
        figures: figures?,
        mail: mail?,
        metrics: metrics?,
        log: log?,
    })
}

fn section<'de, T: Deserialize<'de> + Checked>(
    all: &config::Config,
    key: &str,
    faults: &mut Vec<Fault>,
) -> Option<T> {
    match all.get::<T>(key) {
        Ok(section) => {
            section.check(&mut Rules(faults));
            Some(section)
        }
        Err(error) => {
            // An option of this section that was named already is the better message.
            let named = |f: &Fault| f.key == key || f.key.starts_with(&format!("{key}."));
            if !faults.iter().any(named) {
                faults.push(fault(key, &error));
            }
            None
        }
    }
}

/// Names options that do not exist: a misspelt one would otherwise be ignored without a word.
fn unknown_keys(known: &config::Config, all: &config::Config) -> Result<Vec<Fault>, Faults> {
    let known = known.collect().map_err(|e| whole(&e))?;
    let all = all.collect().map_err(|e| whole(&e))?;
    let mut faults = Vec::new();
    compare("", &known, &all, &mut faults);
    faults.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(faults)
}

fn compare(
    at: &str,
    known: &Map<String, Value>,
    given: &Map<String, Value>,
    faults: &mut Vec<Fault>,
) {
    for (name, value) in given {
        let key = if at.is_empty() {
            name.clone()
        } else {
            format!("{at}.{name}")
        };
        match (known.get(name).map(|v| &v.kind), &value.kind) {
            (None, _) => faults.push(Fault {
                key,
                advice: "there is no such option; see config/default.toml for all of them"
                    .to_owned(),
            }),
            (Some(ValueKind::Table(known)), ValueKind::Table(given)) => {
                compare(&key, known, given, faults);
            }
            (Some(kind), _) => {
                if let Some(advice) = mistyped(kind, value) {
                    faults.push(Fault {
                        key,
                        advice: advice.to_owned(),
                    });
                }
            }
        }
    }
}

/// What a value should have been, by the type of its default. All numbers of ours count something.
fn mistyped(kind: &ValueKind, value: &Value) -> Option<&'static str> {
    match kind {
        ValueKind::Boolean(_) if value.clone().into_bool().is_err() => {
            Some("must be true or false")
        }
        ValueKind::I64(_) if value.clone().into_uint().is_err() => {
            Some("must be a whole number, not below 0")
        }
        ValueKind::String(_) if value.clone().into_string().is_err() => Some("must be a text"),
        ValueKind::Table(_) => Some("is a section, not an option"),
        _ => None,
    }
}

fn whole(error: &config::ConfigError) -> Faults {
    Faults(vec![fault("configuration", error)])
}

fn fault(key: &str, error: &config::ConfigError) -> Fault {
    let key = match error {
        config::ConfigError::At { key: Some(at), .. }
        | config::ConfigError::Type { key: Some(at), .. } => at,
        _ => key,
    };
    Fault {
        key: key.to_owned(),
        advice: error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(pairs: &[(&str, &str)]) -> Map<String, String> {
        pairs
            .iter()
            .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
            .collect()
    }

    #[test]
    fn the_defaults_are_valid() {
        let config = Config::for_tests();
        assert_eq!(config.base_url(), "http://127.0.0.1:8080");
        assert_eq!(config.figures.min_marks, 20);
        assert!(!config.is_https());
    }

    #[test]
    fn the_environment_wins_over_the_defaults() {
        let config = read(
            None,
            Some(environment(&[
                ("TRIALOG__SERVER__BIND", "127.0.0.1:9000"),
                ("TRIALOG__LIMITS__PER_MINUTE__SAVE", "7"),
                ("TRIALOG__TOWN__NAME", "2000"),
                ("TRIALOG__DEMO", "true"),
            ])),
        )
        .unwrap();
        assert_eq!(config.server.bind, "127.0.0.1:9000");
        assert_eq!(config.limits.per_minute.save, 7);
        assert_eq!(config.town.name, "2000");
        assert!(config.demo);
    }

    #[test]
    fn all_faults_are_named_together() {
        let Faults(faults) = read(
            None,
            Some(environment(&[
                ("TRIALOG__SERVER__BIMD", "x"),
                ("TRIALOG__SERVER__BIND", "nowhere"),
                ("TRIALOG__TOWN__TIME_ZONE", "Europe/Atlantis"),
                ("TRIALOG__LIMITS__FORM_BYTES", "much"),
                ("TRIALOG__TOWN__COLOURS__BRAND_DARK", "red"),
            ])),
        )
        .unwrap_err();
        let keys: Vec<&str> = faults.iter().map(|f| f.key.as_str()).collect();
        assert_eq!(
            keys,
            [
                "limits.form_bytes",
                "server.bimd",
                "server.bind",
                "town.time_zone",
                "town.colours.brand_dark"
            ]
        );
    }

    #[test]
    fn values_of_the_wrong_type_in_two_sections_are_both_named() {
        let Faults(faults) = read(
            None,
            Some(environment(&[
                ("TRIALOG__SERVER__WORKERS", "many"),
                ("TRIALOG__FIGURES__MIN_CELL", "-1"),
            ])),
        )
        .unwrap_err();
        let keys: Vec<&str> = faults.iter().map(|f| f.key.as_str()).collect();
        assert_eq!(keys, ["figures.min_cell", "server.workers"], "{faults:?}");
    }

    #[test]
    fn a_missing_file_is_named() {
        let Faults(faults) =
            read(Some(Path::new("no-such-file.toml")), Some(environment(&[]))).unwrap_err();
        assert!(faults[0].advice.contains("no-such-file.toml"), "{faults:?}");
    }

    #[test]
    fn secrets_do_not_show_in_debug_output() {
        let config = read(
            None,
            Some(environment(&[(
                "TRIALOG__DATABASE__URL",
                "postgres://a:canary@h/d",
            )])),
        )
        .unwrap();
        assert!(!format!("{config:?}").contains("canary"));
        assert!(config.database.url.reveal().contains("canary"));
    }
}
