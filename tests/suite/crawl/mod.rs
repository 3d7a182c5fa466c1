//! Everyone walks through the demo town by its links, and then to every address that anybody else has found. Words that not everyone may
//! read are marked beforehand, each with whom they are meant for; nobody else ever meets one. Every form that is found on the way is sent
//! by everybody else, too ([`forms`]).

mod forms;
mod people;
mod secrets;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::num::NonZeroU32;
use std::path::Path;

use actix_web::test::TestRequest;
use actix_web::web;
use trialog::base::config::Config;
use trialog::base::secret::Secrets;
use trialog::base::site::Site;
use trialog::demo;

use crate::permissions;
use crate::support::app::{built_in, unhurried};
use crate::support::database::TestDatabase;
use crate::support::forms::Form;
use crate::support::town;
use people::Person;
use secrets::{MARK, SECRETS};

/// How many addresses of one pattern each person opens: what differs between them is who wrote it, not who may read it.
const EACH: usize = 2;
/// The consultation nobody is to know of yet.
const HIDDEN: &str = "heimlich";

/// The demo town with its people, every secret marked.
struct Town {
    data: TestDatabase,
    site: web::Data<Site>,
    people: Vec<Person>,
    patterns: Vec<String>,
}

impl Town {
    async fn played() -> Self {
        let (data, clock, secrets) = (TestDatabase::new(), town::midsummer(), Secrets::fresh());
        let mut config = Config::for_tests();
        demo::dress(&mut config);
        // They all come from one address, at one moment.
        unhurried(&mut config);
        config.attachments.folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("attachments");
        let parts = (
            data.db.clone(),
            config.clone(),
            clock.clone(),
            secrets.clone(),
        );
        // A command writes on its own thread, never on one of the web's.
        let played = std::thread::spawn(move || {
            let (db, config, clock, secrets) = parts;
            let (once, password) = (NonZeroU32::MIN, Some("regen auf dem alten dach"));
            demo::play(&db, &config, &clock, &secrets, once, password, &|_| ()).map(drop)
        });
        played.join().unwrap().unwrap();
        let site = built_in().beside(config, secrets, clock).unwrap();
        let site = web::Data::new(site.with_nav(trialog::routes::nav()));
        let people = people::gather(&site, &data).await;
        let patterns = permissions::routes().into_iter().map(|(path, _)| path);
        let town = Self {
            data,
            site,
            people,
            patterns: patterns.collect(),
        };
        town.hides_a_consultation();
        secrets::mark(&town.data);
        town
    }

    /// A consultation in the making, and an edition in work.
    fn hides_a_consultation(&self) {
        use diesel::connection::SimpleConnection;
        let made = format!(
            "INSERT INTO consultations (id, slug, edition_id, title, lead, contact, releases_comments, created_at, created_by) \
             SELECT 'heimlichheimlichheimlich12', '{HIDDEN}', edition_id, title, lead, contact, releases_comments, created_at, created_by \
             FROM consultations WHERE slug = 'spielplaetze'"
        );
        self.data.connect().batch_execute(&made).unwrap();
    }

    /// The pattern of an address in the table of routes.
    fn pattern(&self, url: &str) -> Option<&str> {
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let fits = |pattern: &str| {
            let (mut asked, mut given) = (pattern.split('/'), path.split('/'));
            loop {
                match (asked.next(), given.next()) {
                    (None, None) => return true,
                    (Some(asked), Some(given)) => match (asked.find('{'), asked.rfind('}')) {
                        (Some(from), Some(to))
                            if given.starts_with(&asked[..from])
                                && given.ends_with(&asked[to + 1..]) => {}
                        _ if asked == given => {}
                        _ => return false,
                    },
                    _ => return false,
                }
            }
        };
        // The one with the fewest names in it is the one that answers.
        self.patterns
            .iter()
            .map(String::as_str)
            .filter(|pattern| fits(pattern))
            .min_by_key(|pattern| pattern.matches('{').count())
    }

    /// Whose receipt code stands in an address.
    fn holder(&self, url: &str) -> Option<&Person> {
        let code = url.strip_prefix("/p/")?.split(['/', '?', '#']).next()?;
        self.people
            .iter()
            .find(|person| person.codes.iter().any(|own| own == code))
    }

    /// The same address as somebody else would try it, if it is worth trying: a receipt code is a key, so hers stands in
    /// place of its owner's.
    fn as_tried_by(&self, person: &Person, url: &str) -> Option<String> {
        if !url.starts_with("/p/") {
            // Whoever is nobody here sees what everybody sees.
            let is_known =
                !person.is.is_empty() && !["member", "resident", "halfway"].contains(&person.is);
            return (is_known || person.name == "-" || is_behind_a_door(url))
                .then(|| url.to_owned());
        }
        let holder = self.holder(url)?;
        let own = person.own_way(url, holder);
        self.holder(&own)
            .is_some_and(|now| now.name == person.name)
            .then_some(own)
    }
}

/// Whether an address lies behind one of the doors.
fn is_behind_a_door(url: &str) -> bool {
    ["/p/", "/my", "/organisation", "/desk", "/sign-in"]
        .iter()
        .any(|door| url.starts_with(door))
}

/// What everybody has found.
#[derive(Default)]
struct Found {
    /// Addresses.
    addresses: BTreeSet<String>,
    /// Forms, by the place of their owner among the people.
    forms: Vec<(usize, Form)>,
    /// What somebody met who should not have.
    leaks: BTreeSet<String>,
    /// Secrets that were met by those who may.
    met: BTreeSet<&'static str>,
}

impl Found {
    fn look(&mut self, person: &Person, url: &str, body: &str) {
        for (secret, owner) in secrets::found(body) {
            if secret.may.contains(&person.name) || person.owns(owner) {
                self.met.insert(secret.name);
            } else {
                let leak = format!("{} reads {} on {url}", person.name, secret.name);
                self.leaks.insert(leak);
            }
        }
    }
}

/// Everyone goes from page to page, as far as links lead.
async fn walk(town: &Town) -> Found {
    let mut found = Found::default();
    let places = secrets::places(&town.data);
    for (at, person) in town.people.iter().enumerate() {
        let mut opened = BTreeMap::<&str, usize>::new();
        let mut known = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let begins = person.begins.iter().cloned();
        let works_here = person.begins[0] == "/" && !person.is.is_empty();
        let first = places.iter().filter(|_| works_here).cloned();
        let mut queue: VecDeque<String> = first.chain(begins).collect();
        while let Some(url) = queue.pop_front() {
            let Some(pattern) = town.pattern(&url) else {
                continue;
            };
            let is_told = person.begins.contains(&url) || places.contains(&url);
            let n = opened.entry(pattern).or_default();
            if (*n >= EACH && !is_told) || !seen.insert(url.clone()) {
                continue;
            }
            if person.begins[0] != "/" && !is_behind_a_door(&url) {
                continue;
            }
            *n += 1;
            found.addresses.insert(url.clone());
            let answer = person.browser.open(&url).await;
            let status = answer.status;
            assert!(
                status.as_u16() < 500,
                "{}: {url} answers {status}",
                person.name
            );
            found.look(person, &url, &answer.body);
            if !answer.is_page() {
                continue;
            }
            let links = answer.links().into_iter();
            queue.extend(links.filter(|link| !link.contains("lang=")));
            if answer.body.contains("name=\"q\"") {
                let path = url.split(['?', '#']).next().unwrap_or_default();
                found.addresses.insert(format!("{path}?q=kanarie"));
            }
            for form in crate::support::forms::forms(&answer) {
                let to = town.pattern(&form.to).unwrap_or("nowhere").to_owned();
                let button = form.fields.last().map(|field| field.name.clone());
                if known.insert((to, button)) {
                    found.forms.push((at, form));
                }
            }
        }
    }
    found
}

/// What else might show the same: other endings, other forms, neighbours of numbers, interfaces, everything of a hidden consultation.
fn beside(town: &Town, found: &Found) -> BTreeSet<String> {
    let mut more = BTreeSet::new();
    for pattern in town.patterns.iter().filter(|p| !p.starts_with("/desk")) {
        let named = pattern
            .replace("{consultation}", HIDDEN)
            .replace("{of}", HIDDEN)
            .replace("{survey}", "spielplaetze")
            .replace("{number}", "1")
            .replace("{list}", "papers");
        if !named.contains('{') {
            more.insert(named);
        }
    }
    more.extend(["/sitemap.xml", "/robots.txt", "/embed", "/search?q=kanarie"].map(str::to_owned));
    let mut once = BTreeSet::new();
    for url in &found.addresses {
        let path = url.split(['?', '#']).next().unwrap_or_default();
        if url.starts_with("/p/") || !once.insert(town.pattern(url)) {
            continue;
        }
        let endings = [
            ".json",
            ".csv",
            ".xlsx",
            ".docx",
            ".ics",
            ".atom",
            ".zip",
            "/embed",
            "?print=1",
            "?format=json&preview=1",
        ];
        more.extend(endings.map(|ending| format!("{path}{ending}")));
    }
    for url in &found.addresses {
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let (start, last) = path.rsplit_once('/').unwrap_or_default();
        if let Ok(n) = last.parse::<i64>() {
            more.extend((n - 1..n + 4).map(|n| format!("{start}/{n}")));
        }
    }
    more
}

/// Opens an address and looks for marked words.
async fn try_it(person: &Person, url: &str, found: &mut Found) {
    let answer = person.browser.glance(url, TestRequest::get()).await;
    let (who, status) = (person.name, answer.status.as_u16());
    assert!(status < 500, "{who}: {url} answers {status}");
    found.look(person, url, &answer.body);
}

#[actix_web::test]
async fn nobody_meets_or_changes_what_is_not_meant_for_her_wherever_anybody_has_been() {
    let town = Town::played().await;
    let mut found = walk(&town).await;
    let all = found.addresses.clone();
    assert!(all.len() > 400, "only {} addresses were found", all.len());
    for person in &town.people {
        let works_here = person.begins[0] == "/";
        let mut once = BTreeSet::new();
        for url in &all {
            let Some(url) = town.as_tried_by(person, url) else {
                continue;
            };
            // Behind a door that is shut one address of a kind is like the other.
            if works_here || once.insert(town.pattern(&url)) || person.owns_way(&url) {
                try_it(person, &url, &mut found).await;
            }
        }
    }
    for url in beside(&town, &found) {
        try_it(&town.people[0], &url, &mut found).await;
    }
    assert!(found.leaks.is_empty(), "{:#?}", found.leaks);
    // No address anybody was led to tells a session or a mail address.
    for url in &all {
        let told = url.contains('@') || url.contains("%40") || url.contains(MARK);
        assert!(!told, "{url}");
    }
    // Each is met by somebody who may, so that not meeting it means something. Followers' addresses are shown to nobody, and
    // who has answers not handed in is known to nobody.
    let names = SECRETS.iter().map(|secret| secret.name);
    let unmet: Vec<_> = names
        .filter(|name| !["abonnement", "entwurf-einer-antwort"].contains(name))
        .filter(|name| !found.met.contains(name))
        .collect();
    assert!(
        unmet.is_empty(),
        "nobody met {unmet:?}, not even those who may"
    );

    forms::hold(&town, &found).await;
}
