//! Everyone walks through the demo town by its links, and then to every address that anybody else has found. Words that not everyone may
//! read are marked beforehand, each with whom they are meant for; nobody else ever meets one.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::num::NonZeroU32;

use actix_web::web;
use diesel::{RunQueryDsl, sql_query};
use trialog::base::config::Config;
use trialog::base::secret::Secrets;
use trialog::demo;

use crate::permissions;
use crate::support::app::built_in;
use crate::support::database::TestDatabase;
use crate::support::town;
use crate::support::visitor::Visitor;

/// Everybody's password in this town.
const PASSWORD: &str = "regen auf dem alten dach";
/// How a marked word begins. No real one does.
const MARK: &str = "kanarie-";
/// How many addresses of one pattern each person opens: what differs between them is who wrote it, not who may read it.
const EACH: usize = 2;
/// The people of the demo town, by the name before the @ of their addresses. The first is nobody: she does not sign in.
const PEOPLE: [&str; 6] = [
    "-",
    "freigabe",
    "auswertung",
    "redaktion",
    "gemeinderat",
    "verwaltung",
];

/// What is marked: a name, the statement that marks it, and who may meet it.
type Secret = (&'static str, &'static str, &'static [&'static str]);

const SECRETS: &[Secret] = &[
    (
        "abonnement",
        "UPDATE subscriptions SET address = 'kanarie-abonnement-' || id",
        &[],
    ),
    (
        "konto",
        "UPDATE resident_accounts SET address = 'kanarie-konto-' || id",
        &[],
    ),
    (
        "entwurf-einer-antwort",
        "UPDATE drafts SET answer = REPLACE(answer, '\"text\":\"', '\"text\":\"kanarie-entwurf-einer-antwort ')",
        &[],
    ),
    (
        "wartende-antwort",
        "UPDATE answers SET text = 'kanarie-wartende-antwort ' || text WHERE text IS NOT NULL AND EXISTS (SELECT 1 FROM free_texts f \
         WHERE f.questionnaire_id = answers.questionnaire_id AND f.question_id = answers.question_id \
         AND f.state IN ('waiting', 'hidden'))",
        &["freigabe", "auswertung", "redaktion", "verwaltung"],
    ),
    (
        "wartender-kommentar",
        "UPDATE comments SET text = 'kanarie-wartender-kommentar ' || text WHERE EXISTS (SELECT 1 FROM free_texts f \
         WHERE f.id = comments.id AND f.state IN ('waiting', 'hidden'))",
        &["freigabe", "auswertung", "redaktion", "verwaltung"],
    ),
    (
        "vermerk-der-freigabe",
        "UPDATE text_decisions SET note = 'kanarie-vermerk-der-freigabe'",
        &["freigabe", "auswertung", "redaktion", "verwaltung"],
    ),
    (
        "meldung",
        "UPDATE comment_reports SET words = 'kanarie-meldung'",
        &["freigabe", "auswertung", "redaktion", "verwaltung"],
    ),
    (
        "notiz-der-auswertung",
        "UPDATE readings SET note = 'kanarie-notiz-der-auswertung'",
        &["auswertung", "redaktion"],
    ),
    (
        "entworfene-antwort",
        "UPDATE assessments SET state = 'draft', reason = 'kanarie-entworfene-antwort' \
         WHERE id IN (SELECT MIN(id) FROM assessments)",
        &["auswertung", "redaktion"],
    ),
    (
        "textbaustein",
        "INSERT INTO text_blocks (id, title, text, made_at, made_by) \
         SELECT id, id, 'kanarie-textbaustein', created_at, id FROM strategies",
        &["auswertung", "redaktion"],
    ),
    (
        "mitglied",
        "UPDATE organisation_members SET email = 'kanarie-mitglied-' || id || '@x.example'",
        &["auswertung", "redaktion"],
    ),
    (
        "organisation",
        "UPDATE organisations SET email = 'kanarie-organisation-' || id || '@x.example', postal_address = 'kanarie-organisation'",
        &["auswertung", "redaktion"],
    ),
    (
        "anschrift",
        "UPDATE statement_submitters SET email = 'kanarie-anschrift@x.example', postal_address = 'kanarie-anschrift'",
        &["freigabe", "auswertung", "redaktion", "verwaltung"],
    ),
    (
        "unterschrift",
        "UPDATE statement_submitters SET name = 'kanarie-unterschrift' WHERE EXISTS (SELECT 1 FROM statement_versions v \
         JOIN statements s ON s.id = v.statement_id WHERE v.id = statement_submitters.version_id AND s.organisation_id IS NULL)",
        &["freigabe", "auswertung", "redaktion", "verwaltung"],
    ),
    (
        "nicht-oeffentlich",
        "UPDATE deliberations SET wording = 'kanarie-nicht-oeffentlich' WHERE NOT is_public",
        &["redaktion", "gemeinderat", "verwaltung"],
    ),
    (
        "sachbearbeitung",
        "UPDATE papers SET clerk = 'kanarie-sachbearbeitung' WHERE NOT names_clerk",
        &["redaktion", "gemeinderat", "verwaltung"],
    ),
    (
        "mail",
        "UPDATE outbox SET body = 'kanarie-mail', recipient = 'kanarie-mail@x.example'",
        &["verwaltung"],
    ),
    (
        "rueckmeldung",
        "INSERT INTO feedback (id, received_on, text) SELECT id, DATE(made_at), 'kanarie-rueckmeldung' FROM papers",
        &["redaktion", "verwaltung"],
    ),
    (
        "protokoll",
        "UPDATE journal SET detail = '{\"reason\":\"kanarie-protokoll\"}'",
        &["verwaltung"],
    ),
];

/// The demo town with every secret marked.
struct Town {
    data: TestDatabase,
    site: web::Data<trialog::base::site::Site>,
}

impl Town {
    fn played() -> Self {
        let (data, clock, secrets) = (TestDatabase::new(), town::midsummer(), Secrets::fresh());
        let mut config = Config::for_tests();
        demo::dress(&mut config);
        config.attachments.folder =
            std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("attachments");
        let parts = (
            data.db.clone(),
            config.clone(),
            clock.clone(),
            secrets.clone(),
        );
        // A command writes on its own thread, never on one of the web's.
        let played = std::thread::spawn(move || {
            let (db, config, clock, secrets) = parts;
            demo::play(
                &db,
                &config,
                &clock,
                &secrets,
                NonZeroU32::MIN,
                Some(PASSWORD),
            )
            .map(drop)
        });
        played.join().unwrap().unwrap();
        let site = built_in().beside(config, secrets, clock).unwrap();
        let site = web::Data::new(site.with_nav(trialog::routes::nav()));
        Self { data, site }
    }

    /// Marks every secret; each must be somewhere, else nothing is held.
    fn mark(&self) {
        let mut conn = self.data.connect();
        for (name, statement, _) in SECRETS {
            let marked = sql_query(*statement).execute(&mut conn).unwrap();
            assert!(marked > 0, "{name} is nowhere, so nothing would be held");
        }
    }

    async fn person(&self, name: &str) -> Visitor {
        let visitor = Visitor::alone(self.site.clone(), self.data.db.clone());
        if name != "-" {
            let page = visitor.get("/sign-in").await;
            let email = format!("{name}@lindenau.example");
            let typed = [("email", email.as_str()), ("password", PASSWORD)];
            visitor
                .press(&page, "sign-in-button", &typed)
                .await
                .expect(303);
        }
        visitor
    }
}

/// The pattern of an address in the table of routes.
fn pattern<'a>(patterns: &'a [String], url: &str) -> Option<&'a str> {
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
    patterns
        .iter()
        .map(String::as_str)
        .filter(|pattern| fits(pattern))
        .min_by_key(|pattern| pattern.matches('{').count())
}

/// What somebody met who should not have.
type Leaks = BTreeSet<String>;

fn look(who: &str, url: &str, body: &str, leaks: &mut Leaks) {
    for (at, _) in body.match_indices(MARK) {
        let found = &body[at + MARK.len()..];
        let Some((name, _, may)) = SECRETS.iter().find(|(name, _, _)| found.starts_with(name))
        else {
            continue;
        };
        if !may.contains(&who) {
            leaks.insert(format!("{who} reads {name} on {url}"));
        }
    }
}

#[actix_web::test]
async fn nobody_meets_words_that_are_not_meant_for_her_wherever_anybody_has_been() {
    let town = Town::played();
    let mut people = Vec::new();
    for name in PEOPLE {
        people.push((name, town.person(name).await));
    }
    town.mark();
    let patterns: Vec<String> = permissions::routes()
        .into_iter()
        .map(|(path, _)| path)
        .collect();

    let (mut leaks, mut all, mut met) = (Leaks::new(), BTreeSet::new(), BTreeSet::new());
    for (who, person) in &people {
        let mut opened = BTreeMap::<&str, usize>::new();
        let mut seen = BTreeSet::new();
        let mut queue: VecDeque<String> = [
            "/", "/desk", "/papers", "/log", "/results", "/my", "/receipt",
        ]
        .map(str::to_owned)
        .into();
        while let Some(url) = queue.pop_front() {
            let Some(pattern) = pattern(&patterns, &url) else {
                continue;
            };
            let n = opened.entry(pattern).or_default();
            if *n >= EACH || !seen.insert(url.clone()) {
                continue;
            }
            *n += 1;
            all.insert(url.clone());
            let answer = person.open(&url).await;
            assert!(
                answer.status.as_u16() < 500,
                "{who}: {url} answers {}",
                answer.status
            );
            look(who, &url, &answer.body, &mut leaks);
            for (name, _, _) in SECRETS {
                if answer.body.contains(&format!("{MARK}{name}")) {
                    met.insert(*name);
                }
            }
            if answer.is_page() {
                let links = answer.links().into_iter();
                queue.extend(links.filter(|link| !link.contains("lang=")));
            }
        }
    }
    assert!(all.len() > 300, "only {} addresses were found", all.len());

    for url in &all {
        for (who, person) in &people {
            let answer = person.get(url).await;
            assert!(
                answer.status.as_u16() < 500,
                "{who}: {url} answers {}",
                answer.status
            );
            look(who, url, &answer.body, &mut leaks);
        }
    }
    assert!(leaks.is_empty(), "{leaks:#?}");
    // Some stand only beside few of the texts, and each person opens few of those.
    assert!(
        met.len() >= 12,
        "hardly anybody met anything, not even those who may: {met:?}"
    );
}
