//! The product as it runs for people, with the fixture town in it and a clock that moves by hand.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU16, Ordering};

use std::path::Path;

use actix_web::web;
use trialog::account::model::{Secret, Stage, password};
use trialog::account::store::{accounts, sessions};
use trialog::account::{Actor, ManageAccounts, May, Role, Roles};
use trialog::base::clock::Clock;
use trialog::base::config::Config;
use trialog::base::secret::Secrets;
use trialog::base::site::Site;
use trialog::strategy::document::Plan;
use trialog::strategy::uploads;
use trialog::strategy::{EditStrategy, drafts};

use super::database::TestDatabase;
use super::town::{self, CONSULTATION, Town};
use super::visitor::{Portal, Visitor};

/// Everybody's password.
pub const PASSWORD: &str = "regen auf dem alten dach";

/// As it is kept; made once, because making it is slow on purpose.
fn kept_password() -> &'static str {
    static KEPT: OnceLock<String> = OnceLock::new();
    KEPT.get_or_init(|| password::hash(PASSWORD).unwrap())
}

/// Texts and templates, read once for all tests.
pub fn built_in() -> &'static Site {
    static READ: OnceLock<Site> = OnceLock::new();
    READ.get_or_init(|| {
        let site = Site::new(Config::for_tests(), Secrets::fresh(), town::midsummer()).unwrap();
        site.templates.read_all().unwrap();
        site
    })
}

/// Lets everybody act as often as she likes.
pub fn unhurried(config: &mut Config) {
    let rates = &mut config.limits.per_minute;
    for rate in [
        &mut rates.save,
        &mut rates.submit,
        &mut rates.start_participation,
        &mut rates.receipt_lookup,
        &mut rates.sign_in,
        &mut rates.feedback,
        &mut rates.subscribe,
    ] {
        *rate = 1_000_000;
    }
}

/// The product with a town in it.
pub struct TestApp {
    /// The database behind it.
    pub data: TestDatabase,
    /// What all requests share.
    pub site: web::Data<Site>,
    /// The time; it stands still until it is moved.
    pub clock: Clock,
    /// The consultation that is open.
    pub town: Town,
    portal: Portal,
}

impl TestApp {
    /// The fixture town in the middle of its consultation.
    pub async fn new() -> Self {
        Self::with(CONSULTATION, |_| {}).await
    }

    /// The same with another consultation or other options.
    pub async fn with(consultation: &str, change: impl FnOnce(&mut Config)) -> Self {
        let (data, clock) = (TestDatabase::new(), town::midsummer());
        let town = town::open_as(&data.db, &clock, consultation).await;
        let mut config = Config::for_tests();
        // One folder for all tests: what lies in it lies under the digest of its content.
        config.attachments.folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("attachments");
        change(&mut config);
        let site = built_in()
            .beside(config, Secrets::fresh(), clock.clone())
            .unwrap();
        let site = web::Data::new(site.with_nav(trialog::routes::nav()));
        Self {
            portal: Portal::new(site.clone(), data.db.clone()),
            site,
            data,
            clock,
            town,
        }
    }

    /// Somebody with a browser and an address of her own.
    pub fn visitor(&self) -> Visitor {
        static NEXT: AtomicU16 = AtomicU16::new(1);
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        Visitor::new(self.portal.clone(), n)
    }

    /// Somebody of the administration or the council with one role, signed in with everything that is asked of her.
    pub fn staff(&self, role: &str) -> Visitor {
        self.staff_with(&[role])
    }

    /// Makes an account that is in use, and says its id. Its password is [`PASSWORD`].
    pub fn account(&self, email: &str, roles: &[&str]) -> String {
        let roles: Roles = roles
            .iter()
            .map(|role| Role::parse(role).unwrap())
            .collect();
        let (db, clock, email) = (self.data.db.clone(), self.clock.clone(), email.to_owned());
        let made = std::thread::spawn(move || {
            let may = May::<ManageAccounts>::by(Actor::Console, &db, &clock)?;
            may.write_here(move |tx| {
                let account = accounts::create(tx, &email, "Kim Beispiel", &roles)?;
                accounts::set_password(tx, &account, kept_password())?;
                Ok(account)
            })
        });
        made.join().unwrap().unwrap().to_string()
    }

    /// The same with several roles. Each call is another person.
    pub fn staff_with(&self, roles: &[&str]) -> Visitor {
        static NEXT: AtomicU16 = AtomicU16::new(1);
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let roles: Roles = roles
            .iter()
            .map(|role| Role::parse(role).unwrap())
            .collect();
        let secret = Secret::fresh();
        let hash = sessions::hash(&secret, &self.site.secrets);
        let (db, clock) = (self.data.db.clone(), self.clock.clone());
        // A command writes on its own thread, never on one of the web's.
        let made = std::thread::spawn(move || {
            let may = May::<ManageAccounts>::by(Actor::Console, &db, &clock)?;
            may.write_here(move |tx| {
                let address = format!("person{n}@lindenau.example");
                let account = accounts::create(tx, &address, &format!("Person {n}"), &roles)?;
                accounts::set_password(tx, &account, kept_password())?;
                sessions::begin(tx, &hash, &account, Stage::Full)
            })
        });
        made.join().unwrap().unwrap();
        let visitor = self.visitor();
        visitor.keep_cookie("session", secret.as_str());
        visitor
    }

    /// A document that waits to become an edition of the fixture strategy; its id.
    pub fn waiting_document(&self) -> String {
        let (db, clock) = (self.data.db.clone(), self.clock.clone());
        let made = std::thread::spawn(move || {
            let may = May::<EditStrategy>::by(Actor::Console, &db, &clock)?;
            let plan = Plan::default();
            may.write_here(move |tx| {
                uploads::keep(tx, "konzept", "neu.md", "# Grün\n\n## Bäume", &plan)
            })
        });
        made.join().unwrap().unwrap().as_str().to_owned()
    }

    /// An edition of the fixture strategy in work; its id.
    pub fn draft(&self) -> String {
        let (db, clock) = (self.data.db.clone(), self.clock.clone());
        let made = std::thread::spawn(move || {
            let may = May::<EditStrategy>::by(Actor::Console, &db, &clock)?;
            may.write_here(|tx| drafts::begin(tx, "konzept"))
        });
        made.join().unwrap().unwrap().to_string()
    }
}
