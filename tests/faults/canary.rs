//! What people type stands where they want it and nowhere else: not in the log, and after they had it erased in no file.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use scraper::{Html, Selector};

use crate::http::Client;
use crate::on_postgres;
use crate::person::{Person, Way};
use crate::server::Server;
use crate::town::{CONSULTATION, Town, succeeded};

/// Stands in everything that is handed in and erased again.
const ERASED: &str = "Zilpzalp";
/// Stands in whatever else can be typed, asked for or sent along.
const TYPED: &str = "Rohrdommel";
/// How many pages are looked at for forms.
const PAGES: usize = 120;

#[test]
fn nothing_anybody_types_stands_in_the_log_and_nothing_erased_in_a_file() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    // Whoever looks for a fault reads more than usual.
    let server = Server::start_with(&town, |command| {
        command.env("TRIALOG__LOG__LEVEL", "debug");
        for act in ["SIGN_IN", "FEEDBACK", "SUBSCRIBE"] {
            command.env(format!("TRIALOG__LIMITS__PER_MINUTE__{act}"), "1000000");
        }
    });
    let mut person = Person::at(server.at).unwrap();
    let gave: Vec<_> = [Way::Questionnaire, Way::Comment, Way::Statement]
        .into_iter()
        .map(|way| (way, person.hands_in(way, ERASED).unwrap().address))
        .collect();
    let homes: Vec<_> = gave.iter().map(|(_, address)| address.clone()).collect();
    types_everywhere(&server, &homes);
    // The files are there, so that not finding the words later means something.
    assert!(!holding(&town.data, ERASED).is_empty());

    let home = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let backup = home.path().join("before.zip");
    succeeded(&town.command(&["backup"]).arg(&backup).output().unwrap());
    for (way, address) in gave {
        erases(&mut person, way, &address);
    }
    for file in files(&town.data.join("attachments")) {
        // Files without a row go a day after they came.
        let old = SystemTime::UNIX_EPOCH + Duration::from_hours(24 * 365 * 50);
        File::options()
            .append(true)
            .open(file)
            .unwrap()
            .set_modified(old)
            .unwrap();
    }
    // While the website runs.
    succeeded(&town.command(&["purge", "--apply"]).output().unwrap());
    assert_eq!(holding(&town.data, ERASED), Vec::<PathBuf>::new());
    let ledger = fs::read_to_string(town.data.join("erasures.jsonl")).unwrap();
    assert_eq!(ledger.lines().count(), 3, "{ledger}");

    let said = server.said().to_lowercase();
    assert!(said.lines().count() > 100, "requests are logged: {said}");
    for word in [ERASED, TYPED] {
        let word = word.to_lowercase();
        let line = said.lines().find(|line| line.contains(&word));
        assert_eq!(line, None, "the log tells what somebody typed");
    }
    for address in &homes {
        let code = address.split('/').nth(2).unwrap();
        assert!(!said.contains(code), "the log tells a receipt code");
    }
    server.stop();
    assert_eq!(holding(&town.data, ERASED), Vec::<PathBuf>::new());
    town.verify();
    // A backup from before obeys the ledger, and brings back everything else.
    let back = Town::at(&home.path().join("back"), "");
    let ledger = town.data.join("erasures.jsonl");
    let mut restore = back.command(&["restore"]);
    restore.arg("--erasures").arg(ledger).arg(&backup);
    succeeded(&restore.output().unwrap());
    assert_eq!(holding(&back.data, ERASED), Vec::<PathBuf>::new());
    assert!(!holding(&back.data, TYPED).is_empty());
    back.verify();
    let mut plain = Town::at(&home.path().join("plain"), "").command(&["restore"]);
    succeeded(&plain.arg(&backup).output().unwrap());
    assert!(!holding(&home.path().join("plain"), ERASED).is_empty());
}

/// Has everything under a receipt erased.
fn erases(person: &mut Person, way: Way, address: &str) {
    let home: String = address.split('/').take(3).collect::<Vec<_>>().join("/");
    match way {
        Way::Questionnaire => {
            let page = format!("{home}/withdrawal");
            person.sends(&page, &page, &[]).unwrap();
        }
        Way::Comment => {
            let list = person.opens(&format!("{home}/comments")).unwrap();
            let own = format!("{home}/comments/sz-baeume/");
            let at = list.find(&own).unwrap();
            let page: String = list[at..].chars().take_while(|c| *c != '"').collect();
            person.sends(&page, &page, &[("act", "withdraw")]).unwrap();
        }
        Way::Statement => {
            let page = format!("{home}/statement/erasure");
            person.sends(&page, &page, &[("sure", "yes")]).unwrap();
        }
    }
}

/// Goes from page to page as far as links lead, types a word into every field of every form, and sends it; asks for pages
/// that are not there, and tells the server the word in every other way a browser can.
fn types_everywhere(server: &Server, homes: &[String]) {
    let mut client = Client::reader(server.at).unwrap();
    let mut ahead: Vec<String> = ["/", CONSULTATION, "/sign-in", "/my/sign-in", "/receipt"]
        .map(str::to_owned)
        .into();
    ahead.extend(homes.iter().cloned());
    let mut seen = BTreeSet::new();
    while let Some(path) = ahead.pop() {
        if seen.len() >= PAGES || !seen.insert(path.clone()) {
            continue;
        }
        let request = format!(
            "GET {path} HTTP/1.1\r\nhost: localhost\r\naccept: text/html\r\nuser-agent: {TYPED}\r\n\
             referer: https://{TYPED}.example/\r\ncookie: session={TYPED}\r\nx-forwarded-for: {TYPED}\r\n\r\n"
        );
        if client.exchange(request.as_bytes()).ok() != Some(200) {
            client = Client::reader(server.at).unwrap();
            continue;
        }
        let page = String::from_utf8_lossy(&client.body).into_owned();
        let (links, forms) = read(&page, &path);
        ahead.extend(links);
        for (to, fields) in forms {
            // What was handed in is erased on purpose, later.
            if to.ends_with("/withdrawal") || to.ends_with("/erasure") {
                continue;
            }
            let sent = client.exchange(&crate::http::post(&to, &fields, ""));
            if sent.is_err() {
                client = Client::reader(server.at).unwrap();
            }
        }
    }
    assert!(seen.len() > 30, "{seen:?}");
    for path in [
        format!("/{TYPED}"),
        format!("/p/{TYPED}/receipt"),
        format!("{CONSULTATION}/{TYPED}?q={TYPED}"),
        format!("/desk/{TYPED}"),
        format!("/consultations?q={TYPED}&order={TYPED}"),
    ] {
        let request = format!("GET {path} HTTP/1.1\r\nhost: {TYPED}.example\r\n\r\n");
        let _ = client.exchange(request.as_bytes());
        let request = format!("{TYPED} {path} HTTP/1.1\r\nhost: localhost\r\n\r\n");
        let _ = client.exchange(request.as_bytes());
        client = Client::reader(server.at).unwrap();
    }
}

type Form = (String, Vec<(String, String)>);

/// The links of a page within the portal, and its forms with a word in every field.
fn read(page: &str, path: &str) -> (Vec<String>, Vec<Form>) {
    let page = Html::parse_document(page);
    let select = |selector| Selector::parse(selector).unwrap();
    let links = page
        .select(&select("a[href^='/']"))
        .filter_map(|link| Some(link.attr("href")?.split('#').next()?.to_owned()))
        .filter(|link| !link.contains("data.") && !link.starts_with("//"))
        .collect();
    let fields = select("input[name], textarea[name], select[name]");
    let forms = page
        .select(&select("form[method=post]"))
        .map(|form| {
            let to = form.attr("action").filter(|to| !to.is_empty());
            let fields = form.select(&fields).map(|field| {
                let text = |name| field.attr(name).unwrap_or_default().to_owned();
                let value = match (text("type").as_str(), text("value")) {
                    ("hidden" | "radio" | "checkbox", value) => value,
                    ("email", _) => format!("{TYPED}@example.org"),
                    _ => format!("{TYPED} sagt etwas"),
                };
                (text("name"), value)
            });
            (to.unwrap_or(path).to_owned(), fields.collect())
        })
        .collect();
    (links, forms)
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

/// The files that hold a word, whatever its case.
fn holding(folder: &Path, word: &str) -> Vec<PathBuf> {
    let word = word.to_lowercase();
    files(folder)
        .into_iter()
        .filter(|file| {
            let bytes = fs::read(file).unwrap_or_default().to_ascii_lowercase();
            bytes
                .windows(word.len())
                .any(|part| part == word.as_bytes())
        })
        .collect()
}
