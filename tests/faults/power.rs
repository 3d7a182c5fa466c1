//! The power fails: what was not carried to the disk is gone.
//!
//! The data folder lies on a file system in a file (a loop device). While people hand in, the server is stopped and that file
//! is copied: the copy holds what has left the system's memory and nothing else, as a disk does after the power has failed.
//! Then the server starts from the copy. `kill -9` alone does not show this: the system still writes what it has in memory.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::check;
use crate::crowd::crowd;
use crate::kill::{RECEIPTS, moment};
use crate::server::{Server, pause};
use crate::town::{Town, succeeded};
use crate::{cycles, on_postgres};

/// Size of the file system, in MiB.
const SIZE: u64 = 192;

/// A file system in a file, mounted.
struct Disk {
    image: PathBuf,
    mounted: PathBuf,
    home: TempDir,
}

impl Disk {
    /// A new one; nothing, where nobody may mount.
    fn new() -> Option<Self> {
        let home = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let image = home.path().join("disk");
        fs::File::create(&image)
            .unwrap()
            .set_len(SIZE << 20)
            .unwrap();
        run("mkfs.ext4", &["-q", path(&image)]).then_some(())?;
        Self::mount(image, home)
    }

    fn mount(image: PathBuf, home: TempDir) -> Option<Self> {
        let mounted = home.path().join("mounted");
        fs::create_dir(&mounted).unwrap();
        // Its own journal is carried out when somebody asks for it (fsync), not by the clock: no luck helps the program.
        let options = ["-o", "loop,commit=600", path(&image), path(&mounted)];
        run("mount", &options).then(|| Self {
            image,
            mounted,
            home,
        })
    }

    /// What would be on the disk if the power failed now.
    fn after_power_loss(&self) -> Self {
        let home = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let image = home.path().join("disk");
        let copy = Command::new("cp")
            .arg("--sparse=always")
            .arg(&self.image)
            .arg(&image)
            .output();
        succeeded(&copy.unwrap());
        Self::mount(image, home).expect("the copy can be mounted")
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        run("umount", &["--lazy", path(&self.mounted)]);
        let _ = self.home.path();
    }
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Whether a command of the system did what it was asked for.
pub fn run(program: &str, arguments: &[&str]) -> bool {
    let done = Command::new(program).args(arguments).output();
    done.is_ok_and(|done| done.status.success())
}

#[test]
fn whoever_saw_a_receipt_finds_it_after_a_power_cut() {
    if on_postgres() {
        return;
    }
    let Some(mut disk) = Disk::new() else {
        println!("left out: nobody may mount a file system here");
        return;
    };
    let cycles = cycles(3);
    let (mut all, mut lost) = (Vec::new(), 0);
    Town::in_folder(&disk.mounted.join("var"), "");
    for cycle in 0..cycles {
        let town = Town::at(&disk.mounted.join("var"), "");
        let server = Server::start(&town);
        let recent = all.len() - all.len().min(40);
        check::receipts(server.at, &all[recent..]);
        let mut after = None;
        let shown = crowd(server.at, 6, |crowd| {
            crowd.wait_for(RECEIPTS);
            pause(moment(cycle));
            server.signal("STOP");
            after = Some(disk.after_power_loss());
            server.signal("KILL");
        });
        assert!(shown.refusals.is_empty(), "{:?}", shown.refusals);
        all.extend(shown.receipts);
        lost += check::count(&town, "participations");
        server.kill();
        disk = after.unwrap();
        let town = Town::at(&disk.mounted.join("var"), "");
        town.verify();
        check::nothing_half(&town);
        lost -= check::count(&town, "participations");
    }
    let town = Town::at(&disk.mounted.join("var"), "");
    let server = Server::start(&town);
    check::receipts(server.at, &all);
    server.stop();
    println!(
        "{cycles} power cuts, {} receipts, all there; {lost} begun contributions without one were lost",
        all.len()
    );
}

/// The method itself would find a loss: what is written and not carried to the disk is not in the copy.
#[test]
fn a_power_cut_takes_what_was_only_written() {
    if on_postgres() {
        return;
    }
    let Some(disk) = Disk::new() else {
        println!("left out: nobody may mount a file system here");
        return;
    };
    fs::write(disk.mounted.join("written"), "x").unwrap();
    let kept = fs::File::create(disk.mounted.join("carried")).unwrap();
    kept.sync_all().unwrap();
    fs::write(disk.mounted.join("written-later"), "x").unwrap();
    let after = disk.after_power_loss();
    assert!(after.mounted.join("carried").exists());
    assert!(!after.mounted.join("written-later").exists());
}
