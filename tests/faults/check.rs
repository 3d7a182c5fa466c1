//! Whether everything that was promised is there.

use std::net::SocketAddr;

use diesel::connection::SimpleConnection;
use diesel::sqlite::SqliteConnection;
use diesel::{Connection, QueryableByName, RunQueryDsl, sql_query};
use scraper::{Html, Selector};

use crate::person::{Person, Receipt};
use crate::town::Town;

/// Opens every receipt and holds its words and its file to be there, whole.
#[track_caller]
pub fn receipts(at: SocketAddr, receipts: &[Receipt]) {
    let mut reader = Person::at(at).unwrap();
    for receipt in receipts {
        let page = reader.opens(&receipt.address);
        let page = page.unwrap_or_else(|why| panic!("{} is gone: {why:?}", receipt.address));
        for words in &receipt.words {
            assert!(page.contains(words), "lost: {words}, {}", receipt.address);
        }
        if let Some((name, bytes)) = &receipt.file {
            let path = link(&page, name);
            let path = path.unwrap_or_else(|| panic!("lost: the file {name}: {page}"));
            let kept = reader.downloads(&path).unwrap();
            assert!(kept == *bytes, "damaged: {name}");
        }
    }
}

/// Where the link with a name leads.
fn link(page: &str, name: &str) -> Option<String> {
    let page = Html::parse_document(page);
    let links = Selector::parse("a[href]").unwrap();
    let found = page
        .select(&links)
        .find(|link| link.text().collect::<String>().contains(name));
    Some(found?.attr("href")?.to_owned())
}

/// What must never be in a database, each as a query that counts it.
const HALVES: [(&str, &str); 6] = [
    (
        "a questionnaire without answers",
        "questionnaires q WHERE NOT EXISTS (SELECT 1 FROM answers a WHERE a.questionnaire_id = q.id)",
    ),
    (
        "a questionnaire with a part of its answers",
        "questionnaires q WHERE (SELECT COUNT(DISTINCT a.question_id) FROM answers a WHERE a.questionnaire_id = q.id) <> 3",
    ),
    (
        "a questionnaire of somebody who has not handed in",
        "questionnaires q JOIN participations p ON p.id = q.participation_id WHERE p.submitted_on IS NULL",
    ),
    (
        "a comment that waits for nobody",
        "comments c WHERE NOT EXISTS (SELECT 1 FROM free_texts t WHERE t.id = c.id)",
    ),
    (
        "a statement with a number and without a version that was handed in",
        "statements s WHERE s.number IS NOT NULL AND NOT EXISTS \
         (SELECT 1 FROM statement_versions v WHERE v.statement_id = s.id AND v.handed_in_at IS NOT NULL)",
    ),
    (
        "a comment twice",
        "comments a JOIN comments b ON a.text = b.text AND a.id < b.id",
    ),
];

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    n: i64,
}

/// How many rows a query finds.
pub fn count(town: &Town, from: &str) -> i64 {
    let sql = sql_query(format!("SELECT COUNT(*) AS n FROM {from}"));
    let counted: Count = if town.url.is_empty() {
        let mut conn = SqliteConnection::establish(&town.file().to_string_lossy()).unwrap();
        conn.batch_execute("PRAGMA busy_timeout = 5000").unwrap();
        sql.get_result(&mut conn).unwrap()
    } else {
        let mut conn = diesel::PgConnection::establish(&town.url).unwrap();
        sql.get_result(&mut conn).unwrap()
    };
    counted.n
}

/// Holds that nothing in the database is half or twice.
#[track_caller]
pub fn nothing_half(town: &Town) {
    for (what, from) in HALVES {
        assert_eq!(count(town, from), 0, "{what}");
    }
}
