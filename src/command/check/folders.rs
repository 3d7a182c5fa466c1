//! The installation's secret, and whether there is room and right to write.

use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::{Finding, Findings, Good, Hint, Wrong, said};
use crate::base::config::Transport;
use crate::base::db::Place as Database;
use crate::base::id;
use crate::command::place::Place;

const GIB: u64 = 1 << 30;
/// Less than this is soon full: a day of statements with files may be that large.
const SCARCE: u64 = 2 * GIB;
/// Less than this is as good as full.
const TOO_LITTLE: u64 = GIB / 5;

/// Whoever reads the secret can open receipts once he has the database.
pub(super) fn secret(place: &Place) -> Finding {
    if !place.config.server.secret.is_empty() {
        return Good("aus den Einstellungen".into());
    }
    let file = place.data.join("keys").join("secret");
    if !file.exists() {
        return Good(format!("{} entsteht beim ersten Start", file.display()));
    }
    let mode = match fs::metadata(&file) {
        Ok(about) => about.permissions().mode(),
        Err(why) => return Wrong(format!("{}: {why}", file.display())),
    };
    if mode & 0o077 != 0 {
        let file = file.display();
        return Wrong(format!(
            "{file} ist auch für andere lesbar. Bitte: chmod 600 {file}"
        ));
    }
    match place.secrets() {
        Err(why) => Wrong(said(&why)),
        Ok(_) if matches!(place.database(), Database::Postgres(_)) => Good(format!(
            "{} liest nur der Eigentümer; mehrere Prozesse brauchen alle diesen",
            file.display()
        )),
        Ok(_) => Good(format!("{} liest nur der Eigentümer", file.display())),
    }
}

/// Each folder that the server writes to.
pub(super) fn look(place: &Place) -> Findings {
    let config = place.housed();
    let mut folders = vec![
        ("Datenordner", place.data.clone()),
        ("Dateien zu Stellungnahmen", config.attachments.folder),
    ];
    if config.mail.transport == Transport::Files {
        folders.push(("Mails als Dateien", config.mail.folder));
    }
    if let Database::Sqlite(file) = place.database()
        && let Some(folder) = Path::new(&file).parent()
        && folder != place.data
    {
        folders.push(("Ordner der Datenbank", folder.to_owned()));
    }
    folders
        .into_iter()
        .map(|(what, folder)| (what, folder_is(&folder)))
        .collect()
}

fn folder_is(folder: &Path) -> Finding {
    let there = existing(folder);
    let shown = folder.display();
    if let Err(why) = try_to_write(&there) {
        return Wrong(format!(
            "{} lässt sich nicht beschreiben: {why}. Bitte prüfen, wem der Ordner gehört.",
            there.display()
        ));
    }
    let room = match free(&there) {
        Ok(room) => room,
        Err(why) => {
            return Hint(format!(
                "{shown}: Wie viel Platz ist, sagt das System nicht: {why}"
            ));
        }
    };
    let left = gib(room);
    match room {
        0..TOO_LITTLE => Wrong(format!("{shown}: nur noch {left} GiB frei")),
        TOO_LITTLE..SCARCE => Hint(format!("{shown}: nur noch {left} GiB frei")),
        _ if there == folder => Good(format!("{shown}, {left} GiB frei")),
        _ => Good(format!(
            "{shown} entsteht beim ersten Start, {left} GiB frei"
        )),
    }
}

/// The folder, or the nearest one above it that is there: in that one it will be made.
fn existing(folder: &Path) -> PathBuf {
    let above = folder.ancestors().find(|path| path.is_dir());
    match above {
        // The parent of "var" is "".
        None => PathBuf::from("."),
        Some(path) => path.to_owned(),
    }
}

/// The only sure way to know is to do it.
fn try_to_write(folder: &Path) -> std::io::Result<()> {
    let name = format!(".trialog-check-{}", id::base32(&id::random::<10>()));
    let file = folder.join(name);
    File::create_new(&file)?;
    fs::remove_file(file)
}

/// What somebody who is not root may still write, in bytes.
fn free(folder: &Path) -> std::io::Result<u64> {
    let system = rustix::fs::statvfs(folder)?;
    Ok(system.f_bavail.saturating_mul(system.f_frsize))
}

/// In tenths of a GiB, as people in Germany write it.
fn gib(bytes: u64) -> String {
    let tenths = bytes / (GIB / 10);
    format!("{},{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_will_be_made_is_looked_at_where_it_will_be() {
        let home = tempfile::tempdir().unwrap();
        assert_eq!(existing(&home.path().join("a/b")), home.path());
        assert!(matches!(
            folder_is(&home.path().join("a/b")),
            Good(_) | Hint(_)
        ));
        assert_eq!(
            fs::read_dir(home.path()).unwrap().count(),
            0,
            "nothing is left"
        );
    }

    #[test]
    fn a_file_in_the_way_is_wrong() {
        // Root may write everywhere; nobody may write into a file as if it were a folder.
        assert!(try_to_write(Path::new("/proc/self/status")).is_err());
    }

    #[test]
    fn room_is_told_in_tenths() {
        assert_eq!(gib(3 * GIB / 2), "1,5");
        assert_eq!(gib(0), "0,0");
    }
}
