//! Everybody who comes to the demo town: nobody in particular, those who work there, residents, organisations, whoever has a receipt
//! code, and somebody halfway through the door. Of those whose things are only theirs there are two.

use actix_web::web;
use diesel::sql_types::{Text, Timestamp};
use diesel::{RunQueryDsl, sql_query};
use trialog::account::model::Secret;
use trialog::account::store::sessions;
use trialog::base::form::token::{self, For};
use trialog::base::site::Site;
use trialog::participation::Code;
use trialog::{organisation, resident};

use super::secrets::lines;
use crate::support::answer::Answer;
use crate::support::database::TestDatabase;
use crate::support::forms::{Form, forms};
use crate::support::visitor::Visitor;

/// Where whoever has a receipt code begins.
const PARTS: &str = " /comments /contributions /outcome /receipt /review /withdrawal /account /data.json \
    /statement /statement/people /statement/files /statement/review /statement/receipt /statement/erasure";

/// Somebody.
pub struct Person {
    /// As the secrets call her.
    pub name: &'static str,
    /// What she is to the table of permissions: a role, `member`, `resident`, `halfway`, or nothing of these.
    pub is: &'static str,
    /// Her browser.
    pub browser: Visitor,
    /// Her session as it stands in its row; empty without one.
    session: String,
    /// Ids by which rows are hers.
    pub ids: Vec<String>,
    /// Her receipt codes: of a comment, a statement, and answers not handed in.
    pub codes: Vec<String>,
    /// Where she begins.
    pub begins: Vec<String>,
}

impl Person {
    /// Proof for a form of an address, as a page of hers would bear it.
    pub fn proof(&self, site: &Site, to: &str) -> String {
        let path = to.split(['?', '#']).next().unwrap_or_default();
        let session = &self.session;
        token::make(&site.secrets, For { path, session }, site.clock.now())
    }

    /// An address of somebody else with one's own receipt code in it.
    pub fn own_way(&self, url: &str, of: &Self) -> String {
        let pairs = of.codes.iter().zip(&self.codes);
        pairs.fold(url.to_owned(), |url, (hers, mine)| url.replace(hers, mine))
    }

    /// Whether an address has a code of hers.
    pub fn owns_way(&self, url: &str) -> bool {
        self.codes.iter().any(|code| url.contains(code))
    }

    /// Whether words of that owner are hers.
    pub fn owns(&self, owner: &str) -> bool {
        !owner.is_empty() && self.ids.iter().any(|id| id == owner)
    }
}

/// Makes the people, each signed in with what she needs.
pub async fn gather(site: &web::Data<Site>, data: &TestDatabase) -> Vec<Person> {
    let comer = Comer { site, data };
    let mut people = vec![comer.comes("-", "", None)];
    people[0].begins = [
        "/", "/papers", "/log", "/results", "/my", "/receipt", "/sign-in",
    ]
    .map(str::to_owned)
    .into();
    for (name, is) in [
        ("freigabe", "moderator"),
        ("auswertung", "evaluator"),
        ("redaktion", "editor"),
        ("gemeinderat", "councillor"),
        ("verwaltung", "admin"),
    ] {
        let query =
            format!("SELECT id AS line FROM accounts WHERE email = '{name}@lindenau.example'");
        let account = lines(data, &query).remove(0);
        let session = comer.account(&account, "full");
        let mut person = comer.comes(name, is, Some(("session", session)));
        person.begins = ["/", "/desk", "/papers", "/results"]
            .map(str::to_owned)
            .into();
        people.push(person);
        if name == "verwaltung" {
            let session = comer.account(&account, "password");
            let mut halfway = comer.comes("halb", "halfway", Some(("session", session)));
            halfway.begins = ["/sign-in/code", "/sign-in/setup", "/desk"]
                .map(str::to_owned)
                .into();
            people.push(halfway);
        }
    }
    let second = "INSERT INTO resident_accounts (id, address, address_hash, lang, made_on, seen_on) \
        SELECT 'bertabertabertabertaberta1', 'berta@x.example', 'berta', lang, made_on, seen_on FROM resident_accounts";
    sql_query(second).execute(&mut data.connect()).unwrap();
    let residents = lines(
        data,
        "SELECT id AS line FROM resident_accounts ORDER BY made_on, address",
    );
    for (name, id) in ["anna", "berta"].into_iter().zip(residents) {
        let secret = Secret::fresh();
        let hash = resident::store::entry::session_hash(&secret, &site.secrets);
        comer.begins("resident_sessions", "resident_id", &hash, &id);
        let mut person = comer.comes(name, "resident", Some(("resident", (secret, hash))));
        person.ids.push(id);
        person.begins = vec!["/my".to_owned(), "/my/settings".to_owned()];
        // The receipts she keeps in her account are hers.
        let home = person.browser.get("/my").await;
        for code in home
            .links()
            .iter()
            .filter_map(|link| link.split('/').nth(2))
        {
            let Some(code) = Code::parse(code) else {
                continue;
            };
            let hash = code.hash(&site.secrets);
            let query =
                format!("SELECT id AS line FROM participations WHERE secret_hash = '{hash}'");
            person.ids.extend(lines(data, &query));
            person.codes.push(code.as_str().to_owned());
        }
        people.push(person);
    }
    // Two that are asked in the consultation that runs, each with somebody who may do everything.
    let members = "SELECT MIN(m.id) || ' ' || m.organisation_id AS line FROM organisation_members m \
        JOIN organisation_invitations i ON i.organisation_id = m.organisation_id \
        JOIN consultations c ON c.id = i.consultation_id AND c.slug = 'spielplaetze' \
        JOIN organisations o ON o.id = m.organisation_id AND o.state = 'confirmed' \
        JOIN statements s ON s.organisation_id = o.id AND s.consultation_id = c.id \
        WHERE m.is_author AND m.is_signatory GROUP BY m.organisation_id ORDER BY 1";
    for (name, line) in ["kim", "robin"].into_iter().zip(lines(data, members)) {
        let (member, party) = line.split_once(' ').unwrap();
        let secret = Secret::fresh();
        let hash = organisation::store::entry::session_hash(&secret, &site.secrets);
        comer.begins("member_sessions", "member_id", &hash, member);
        let mut person = comer.comes(name, "member", Some(("member", (secret, hash))));
        person.ids = vec![party.to_owned(), member.to_owned()];
        let table = "/organisation/consultations/spielplaetze/statement";
        person.begins = ["", "/people", "/files", "/review", "/receipt"]
            .map(|part| format!("{table}{part}"))
            .into();
        person.begins.push("/organisation".to_owned());
        people.push(person);
    }
    for name in ["carla", "doris"] {
        people.push(comer.takes_part(name).await);
    }
    let expected = 13;
    assert_eq!(people.len(), expected, "everybody has come");
    people
}

/// The forms of a page that are sent to its own address.
fn own_forms(page: &Answer) -> Vec<Form> {
    let bare = |url: &str| url.split(['?', '#']).next().unwrap_or_default().to_owned();
    let own = bare(&page.url);
    let mut found = forms(page);
    found.retain(|form| bare(&form.to) == own);
    found
}

/// The first of them.
async fn own_form(browser: &Visitor, url: &str) -> Form {
    let page = browser.get(url).await;
    let found = own_forms(page.expect(200)).into_iter().next();
    found.unwrap_or_else(|| panic!("{url} has no form of its own"))
}

struct Comer<'a> {
    site: &'a web::Data<Site>,
    data: &'a TestDatabase,
}

impl Comer<'_> {
    fn comes(
        &self,
        name: &'static str,
        is: &'static str,
        session: Option<(&str, (Secret, String))>,
    ) -> Person {
        let browser = Visitor::alone(self.site.clone(), self.data.db.clone());
        let mut bound = String::new();
        if let Some((cookie, (secret, hash))) = session {
            browser.keep_cookie(cookie, secret.as_str());
            bound = hash;
        }
        Person {
            name,
            is,
            browser,
            session: bound,
            ids: Vec::new(),
            codes: Vec::new(),
            begins: Vec::new(),
        }
    }

    /// A session of somebody of the administration.
    fn account(&self, account: &str, stage: &str) -> (Secret, String) {
        let secret = Secret::fresh();
        let hash = sessions::hash(&secret, &self.site.secrets);
        self.begins("sessions", "account_id", &hash, account);
        let stage = format!("UPDATE sessions SET stage = '{stage}' WHERE secret_hash = '{hash}'");
        sql_query(stage).execute(&mut self.data.connect()).unwrap();
        (secret, hash)
    }

    fn begins(&self, table: &str, owner: &str, hash: &str, id: &str) {
        let stage = if table == "sessions" { ", stage" } else { "" };
        let full = if table == "sessions" { ", 'full'" } else { "" };
        let insert = format!(
            "INSERT INTO {table} (secret_hash, {owner}, started_at, seen_at{stage}) VALUES ($1, $2, $3, $4{full})"
        );
        let now = self.site.clock.now().naive_utc();
        sql_query(insert)
            .bind::<Text, _>(hash)
            .bind::<Text, _>(id)
            .bind::<Timestamp, _>(now)
            .bind::<Timestamp, _>(now)
            .execute(&mut self.data.connect())
            .unwrap();
    }

    /// Somebody who comments, hands a statement with a file in, and begins to answer.
    async fn takes_part(&self, name: &'static str) -> Person {
        const PLACE: &str = "/consultations/spielplaetze";
        let mut person = self.comes(name, "", None);
        let browser = &person.browser;
        let list = browser.get(&format!("{PLACE}/comments")).await;
        let elements = list.links().into_iter();
        let mut elements = elements.filter(|link| link.starts_with(&format!("{PLACE}/comments/")));
        let element = elements.next().unwrap();
        let element = element.split(['?', '#']).next().unwrap();
        let words = format!("Worte von {name}");
        let form = own_form(browser, element).await;
        let form = form.with("text", &words).with("code", "");
        let comment = form.with("name", name).send(browser).await.location();
        let form = own_form(browser, &format!("{PLACE}/statement")).await;
        let statement = form.send(browser).await.location();
        for (part, field) in [
            ("/parts/whole", "text"),
            ("/people", "name"),
            ("/files", "file"),
            ("/review", "confirmed"),
        ] {
            let form = own_form(browser, &format!("{statement}{part}")).await;
            let form = form.with(field, &words).with("email", "");
            form.send(browser).await.expect(303);
        }
        let form = own_form(browser, &format!("{PLACE}/survey")).await;
        let home = form.send(browser).await.location();
        let mut url = browser.open(&home).await.url;
        // From question to question, as far as they go.
        for _ in 0..60 {
            let page = browser.get(&url).await;
            let Some(form) = own_forms(&page).into_iter().next() else {
                break;
            };
            let next = form.with("step", "next").send(browser).await;
            if next.status.as_u16() != 303 {
                break;
            }
            url = next.location();
        }
        let code = |url: &str| url.split('/').nth(2).unwrap().to_owned();
        person.codes = [&comment, &statement, &home].map(|url| code(url)).into();
        for code in &person.codes {
            let hash = Code::parse(code).unwrap().hash(&self.site.secrets);
            let query =
                format!("SELECT id AS line FROM participations WHERE secret_hash = '{hash}'");
            person.ids.extend(lines(self.data, &query));
            let parts = PARTS.split(' ');
            person
                .begins
                .extend(parts.map(|part| format!("/p/{code}{part}")));
        }
        assert_eq!(person.ids.len(), 3);
        person
    }
}
