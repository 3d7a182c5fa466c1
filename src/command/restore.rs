//! `trialog restore`: an installation comes back from its backup.

use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;

use clap::Args;

use super::action::RestoreBackup;
use super::backup::rows;
use super::checklist;
use super::erasures::{keep, told};
use super::failure::{Done, Failure, count, tell};
use super::place::Place;
use super::verify;
use crate::base::attachment::Vault;
use crate::base::backup::{Opened, Target, is_free, restore};
use crate::base::erasure::{Entry, read_file};
use crate::base::secret::Secrets;
use crate::transparency::store::{begin_epoch, size};
use crate::transparency::unseal_again;

/// Looks at a whole backup, says what it would do, and does it where there is nothing to lose.
#[derive(Args)]
pub struct Restore {
    /// Die Sicherung
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Nur prüfen und sagen, was geschehen würde
    #[arg(long)]
    dry_run: bool,
    /// Verzeichnis dessen, was seither gelöscht wurde (trialog erasures): Es wird noch einmal gelöscht [ohne Angabe: erasures.jsonl im Ordner der Daten, wenn es dort liegt]
    #[arg(long, value_name = "DATEI")]
    erasures: Option<PathBuf>,
    /// Der letzte bekannte Prüfpunkt der Prüfliste: dann wird genannt, welche Zeilen fehlen
    #[arg(long, value_name = "DATEI")]
    checkpoint: Option<PathBuf>,
}

impl Restore {
    /// Runs the command.
    pub fn run(self, place: &Place) -> Done {
        let mut backup = Opened::open(&self.file)
            .map_err(|why| Failure::refused(format!("{why:#}.\nNichts wurde verändert.")))?;
        let secrets = backup.secret()?;
        allowed(place, &secrets)?;
        let erased = self.erased(place)?;
        self.announce(place, &backup);
        if !erased.is_empty() {
            let lines = count(erased.len(), "Zeile", "Zeilen");
            tell(format_args!(
                "Verzeichnis der Löschungen: {lines}. Was darin steht, wird noch einmal gelöscht."
            ));
        }
        let known = checklist::kept(self.checkpoint.as_slice(), &secrets)?;
        let known = known.first().map(|checkpoint| checkpoint.size);
        if self.dry_run {
            tell("Das war eine Probe. Nichts wurde verändert.");
            return Ok(());
        }
        let _held = place.hold()?;
        let folder = place.housed().attachments.folder;
        if place.config.server.secret.is_empty() {
            secrets.keep(&place.data)?;
        }
        let target = Target {
            place: &place.database(),
            vault: &Vault::in_folder(&folder),
            at: place.clock.now(),
            erased: &erased,
        };
        let again = restore(&mut backup, &target).map_err(|why| {
            Failure::refused(format!(
                "Die Sicherung ließ sich nicht einspielen: {why:#}.\nEs gibt weiterhin keine Datenbank; nach dem Beheben einfach noch einmal."
            ))
        })?;
        let made_at = backup.manifest().made_at.to_rfc3339();
        let erased_again = again.clone();
        let (kept, epoch) = place
            .may::<RestoreBackup>(&place.open()?)?
            .write_here(move |tx| {
                let kept = size(tx.conn)?;
                let epoch = begin_epoch(tx, known)?;
                unseal_again(tx, &erased_again)?;
                tx.journal(
                    "installation",
                    &serde_json::json!({ "made_at": made_at, "log_epoch": epoch, "log_lines": kept, "log_lines_known": known }),
                )?;
                Ok((kept, epoch))
            })?;
        keep(place, &place.open()?)?;
        if !erased.is_empty() {
            told(&again);
        }
        lost(kept, known, epoch);
        keep_options(place, &mut backup)?;
        tell("Wiederhergestellt. Mails, die damals noch warteten, sind angehalten: /desk/mails.");
        verify::run(place, &[])
    }

    /// The ledger that is obeyed: the one that was given, or the one beside the data.
    fn erased(&self, place: &Place) -> Result<Vec<Entry>, Failure> {
        let file = match &self.erasures {
            Some(given) if !given.exists() => {
                return Err(Failure::refused(format!(
                    "{} gibt es nicht. Nichts wurde verändert.",
                    given.display()
                )));
            }
            Some(given) => given.clone(),
            None => place.housed().retention.ledger,
        };
        read_file(&file).map_err(|why| {
            Failure::refused(format!(
                "Das Verzeichnis der Löschungen lässt sich nicht lesen: {why:#}.\nNichts wurde verändert."
            ))
        })
    }

    fn announce(&self, place: &Place, backup: &Opened) {
        let manifest = backup.manifest();
        let made = manifest.made_at.with_timezone(&place.zone().0);
        tell(format_args!(
            "{}: Sicherung von {} vom {} Uhr, vollständig und unverändert: {}, {}.\n\
             Ziel: {}, Anlagen in {}.",
            self.file.display(),
            manifest.town,
            made.format("%d.%m.%Y, %H:%M"),
            rows(manifest.rows()),
            count(manifest.files(), "Anlage", "Anlagen"),
            place.named(),
            place.housed().attachments.folder.display(),
        ));
        if !manifest.missing.is_empty() {
            tell(format_args!(
                "Schon damals fehlten oder waren beschädigt: {}.",
                count(manifest.missing.len(), "Anlage", "Anlagen")
            ));
        }
    }
}

/// Says what of the check list did not come back.
fn lost(kept: u64, known: Option<u64>, epoch: u32) {
    let told = match known {
        Some(known) if known > kept => format!(
            "Es fehlen {} Zeilen, {kept} bis {}: was nach der Sicherung kam, ist verloren. Wer dafür einen Nachweis hat, kann es noch einmal abgeben.",
            known - kept,
            known - 1
        ),
        Some(_) => "Es fehlt keine Zeile bis zum angegebenen Prüfpunkt.".to_owned(),
        None => "Mit dem letzten Prüfpunkt (--checkpoint) ließe sich sagen, welche Zeilen fehlen."
            .to_owned(),
    };
    tell(format_args!(
        "Prüfliste: {kept} Zeilen aus der Sicherung, sie geht in Abschnitt {epoch} weiter. {told}"
    ));
}

/// Lays the town's options beside the data, when this place has none of its own.
fn keep_options(place: &Place, backup: &mut Opened) -> Done {
    let file = place.data.join("config.toml");
    let Some(options) = backup.options()? else {
        return Ok(());
    };
    if place.options.is_none() && !file.exists() {
        // There may be passwords in them.
        let new = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&file);
        let written = new.and_then(|mut new| new.write_all(options.as_bytes()));
        written.map_err(anyhow::Error::from)?;
        tell(format_args!(
            "Die Einstellungen der Stadt von damals liegen in {}. Sie gelten mit --config {}.",
            file.display(),
            file.display()
        ));
    }
    Ok(())
}

/// Refuses where something would be lost.
fn allowed(place: &Place, secrets: &Secrets) -> Done {
    if !is_free(&place.database())? {
        return Err(Failure::refused(format!(
            "Hier liegen schon Daten: {}. Eine Sicherung überschreibt nie etwas; nichts wurde verändert.\n\
             Bitte einen leeren Ordner angeben (--data) oder eine leere Datenbank.",
            place.named()
        )));
    }
    let own = if !place.config.server.secret.is_empty() || place.data.join("keys/secret").exists() {
        Some(place.secrets()?)
    } else {
        None
    };
    if own.is_some_and(|own| own.hex() != secrets.hex()) {
        return Err(Failure::refused(
            "Hier liegt der Schlüssel einer anderen Installation (keys/secret oder server.secret). Mit ihm würde keine Quittung der \
             Sicherung mehr gelten.\nNichts wurde verändert. Bitte einen leeren Ordner angeben (--data) oder den Schlüssel entfernen.",
        ));
    }
    Ok(())
}
