//! However many people take part: no page reads a whole table of theirs. SQLite says how it would answer each
//! statement that the pages sent.

use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl};
use trialog::notice::page::round::round;

use crate::comments;
use crate::evaluation::{PAGES, close_and_publish};
use crate::moderation::one_text;
use crate::residents;
use crate::support::app::TestApp;
use crate::support::database::{System, system};
use crate::survey::{answer, one_mark, submit};

/// Tables that grow with the number of people.
const LARGE: [&str; 36] = [
    "participations",
    "drafts",
    "questionnaires",
    "answers",
    "free_texts",
    "text_decisions",
    "text_objections",
    "comments",
    "comment_supports",
    "comment_reports",
    "journal",
    "subscriptions",
    "notices",
    "asked_mails",
    "statements",
    "statement_versions",
    "statement_parts",
    "statement_submitters",
    "statement_files",
    "statement_decisions",
    "deadline_requests",
    "deadline_grants",
    "resident_accounts",
    "resident_links",
    "resident_sessions",
    "resident_codes",
    "statement_addresses",
    "contributions",
    "contribution_words",
    "segments",
    "readings",
    "codings",
    "suggestions",
    "log_entries",
    "log_seals",
    "log_nodes",
];

/// Statements that may read all of a large table, by a part of their text. Each with its reason.
const EXCUSED: [&str; 3] = [
    // The round beside the requests looks for contributions whose words are not noted yet.
    "LEFT OUTER JOIN `contribution_words`",
    // Texts in which something was blacked out have an index of their own, and all of it is read.
    "(`free_texts`.`redacted` IS NOT NULL)",
    // Which texts have their words noted is read once for each state of the database, for searches that the index of words does not answer.
    "(`contributions`.`taken_at` IS NOT NULL)",
];

#[derive(QueryableByName)]
struct Step {
    #[diesel(sql_type = Text)]
    detail: String,
}

#[actix_web::test]
async fn no_page_reads_a_whole_table_of_peoples_answers() {
    if system() == System::Postgres {
        // Its plans depend on the number of rows; the indexes are the same.
        return;
    }
    let app = TestApp::with(&comments::with_comments(), |_| {}).await;
    let (anna, home) = one_mark(&app, "right").await;
    answer(
        &anna,
        &format!("{home}/leben/sz-wege"),
        &[("mark", "drop"), ("comment", "x")],
    )
    .await;
    submit(&anna, &home).await;
    let lookup = anna.get("/receipt").await;
    anna.press(&lookup, "lookup-button", &[("code", &home[3..])])
        .await;
    for url in ["/pause", "/review", "/receipt", "/receipt.txt"] {
        anna.get(&format!("{home}{url}")).await;
    }
    let (berta, hers) = one_mark(&app, "right").await;
    let page = berta.get(&format!("{hers}/withdrawal")).await;
    berta.press(&page, "withdrawal-yes", &[]).await;
    let staff = app.staff_with(&["moderator", "admin", "evaluator"]);
    let (_, author, text) = one_text(&app, "Mehr Licht").await;
    for query in [
        "",
        "?state=hidden",
        "?state=objections&q=Licht",
        "?state=redacted&consultation=ziele&survey=leben&question=sz-wege",
        "?consultation=ziele&q=Licht",
    ] {
        staff.get(&format!("/desk/moderation{query}")).await;
    }
    let page = staff.get("/desk/moderation").await;
    staff
        .press(&page, "texts-release-picked", &[("text", &text)])
        .await;
    staff.get(&format!("/desk/moderation/{text}")).await;
    anna.get(&format!("{author}/texts/{text}")).await;
    let comment = comments::comment_under(&app, &anna, &home).await;
    let place = "/consultations/ziele/comments";
    for url in [
        place.to_owned(),
        format!("{place}/sz-baeume"),
        format!("{place}/sz-baeume?order=supported"),
        format!("{place}/sz-baeume/{comment}/support"),
        format!("{place}/sz-baeume/{comment}/report"),
        format!("{home}/comments"),
        format!("{home}/comments/sz-baeume"),
        format!("{home}/comments/sz-baeume/{comment}"),
        "/strategies/konzept/editions/1/hf-gruen".to_owned(),
    ] {
        anna.get(&url).await.expect(200);
    }
    for url in [
        "/desk/moderation?state=reports",
        "/desk/moderation?consultation=ziele&survey=comments&q=Linden",
    ] {
        staff.get(url).await.expect(200);
    }
    // A word in the queue, and the next text after a decision.
    crate::moderation::search(&app, &app.staff("moderator")).await;
    let kim = app.staff("evaluator");
    for url in ["comments", "comments.csv"] {
        kim.get(&format!("/desk/consultations/ziele/{url}"))
            .await
            .expect(200);
    }
    let page = kim.get("/desk/consultations/ziele/raw").await;
    kim.press(&page, "data-raw-workbook", &[]).await.expect(200);
    let follow = anna.get("/consultations/ziele/subscribe").await;
    for address in ["anna@example.de", "berta@example.de"] {
        let typed = [("address", address)];
        anna.press(&follow, "subscribe-button", &typed).await;
    }
    let of = &app.town.consultation.id;
    diesel::sql_query(format!(
        "UPDATE subscriptions SET confirmed_at = asked_at \
         WHERE consultation_id = '{of}' AND address = 'anna@example.de'"
    ))
    .execute(&mut app.data.connect())
    .unwrap();
    app.clock.advance(chrono::TimeDelta::hours(49));
    round(&app.site, &app.data.db).await.unwrap();
    for url in ["/feed.atom", "/calendar.ics", "/catalog.ttl"] {
        anna.get(url).await.expect(200);
    }
    residents::everything(&app, &home).await;
    close_and_publish(&app).await;
    assert_eq!(round(&app.site, &app.data.db).await.unwrap(), 1);
    for url in PAGES {
        anna.get(url).await;
    }
    for url in [
        "/",
        "/consultations/ziele",
        "/results",
        "/strategies/konzept/editions/1",
    ] {
        anna.get(url).await;
    }

    // Whether a survey is frozen is asked on every page of the bench.
    let kim = app.staff("editor");
    for url in [
        "/desk/consultations/ziele/surveys",
        "/desk/consultations/ziele/surveys/leben",
    ] {
        kim.get(url).await.expect(200);
    }

    // The register of statements, and one of them.
    crate::statements::desk::with_file(&kim).await;
    for url in [
        "/desk",
        "/desk/consultations/ziele/statements",
        "/desk/consultations/ziele/statements/1",
        "/desk/consultations/ziele/statements/1/publication",
        "/desk/consultations/ziele/statements/1/admission",
        "/desk/consultations/ziele/deadlines",
    ] {
        kim.open(url).await.expect(200);
    }

    // The evaluation desk: one statement split into segments, near-duplicates, coders.
    let robin = app.staff("evaluator");
    crate::evaluation_desk::visit(&app, &robin).await;
    robin
        .get("/desk/consultations/ziele/contributions?q=laternen")
        .await
        .expect(200);

    let statements = app.data.statements();
    assert!(statements.len() > 60, "{} statements", statements.len());
    let mut conn = app.data.connect();
    let mut faults = Vec::new();
    for statement in &statements {
        let reads = ["SELECT", "UPDATE", "DELETE"]
            .iter()
            .any(|verb| statement.starts_with(verb));
        if !reads || EXCUSED.iter().any(|part| statement.contains(part)) {
            continue;
        }
        let plan = diesel::sql_query(format!("EXPLAIN QUERY PLAN {statement}"));
        let steps: Vec<Step> = plan.load(&mut conn).unwrap();
        for step in steps {
            let scans = LARGE.iter().any(|table| {
                step.detail == format!("SCAN {table}")
                    || step.detail.starts_with(&format!("SCAN {table} "))
            });
            if scans {
                faults.push(format!("{}: {statement}", step.detail));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
