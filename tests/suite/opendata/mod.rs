//! What others take along: every file says the same as the page, and no more.

mod catalogue;
mod files;
mod interface;
mod raw;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use trialog::participation::Channel;

use crate::evaluation::{close_and_publish, enter_sheets};
use crate::support::app::TestApp;

/// 25 sheets on one survey, so that its goals bear per cents; four on the other, of which nothing may be shown.
pub async fn published(app: &TestApp) {
    let marks = [
        "drop", "too_far", "right", "bolder", "unclear", "right", "right",
    ];
    let mut file = String::from("day,sz-nachbarn,sz-wege,wie-oft,wie-gut.bus,was-fehlt\n");
    for n in 0..25 {
        let (first, second) = (marks[n % 7], if n % 2 == 0 { marks[n % 3] } else { "" });
        let missing = ["bank", "bank|licht", ""][n % 3];
        let day = format!("2026-06-{:02}", 8 + n % 20);
        file.push_str(&[&day, first, second, "oft", "gut", missing].join(","));
        file.push('\n');
    }
    enter_sheets(app, "leben", Channel::Paper, &file).await;
    let few = "day,sz-baeume\n2026-06-09,drop\n2026-06-09,drop\n2026-06-10,drop\n2026-06-10,drop\n";
    enter_sheets(app, "gruen", Channel::Desk, few).await;
    close_and_publish(app).await;
}

/// The files of a bundle by their names.
pub fn unpacked(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = zip
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    let mut files = BTreeMap::new();
    for name in names {
        let mut bytes = Vec::new();
        zip.by_name(&name).unwrap().read_to_end(&mut bytes).unwrap();
        files.insert(name, bytes);
    }
    files
}

/// One of them as text.
pub fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    let names: Vec<_> = files.keys().collect();
    let file = files
        .get(name)
        .unwrap_or_else(|| panic!("{name} in {names:?}"));
    String::from_utf8(file.clone()).unwrap()
}
