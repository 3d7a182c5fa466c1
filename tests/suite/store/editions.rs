//! Editions: elements keep their identity, wordings never change, and what is refused writes nothing.

use trialog::base::db::Db;
use trialog::base::error::AppError;
use trialog::strategy::{
    self, ImportOutcome, LaidEdition, edition_id, is_edition_published, laid, laid_by_number,
    newest_published,
};

use crate::support::database::TestDatabase;
use crate::support::town::{DRAFT, import, midsummer, open};

async fn newest(db: &Db) -> LaidEdition {
    db.read(|conn| {
        let id = edition_id(conn, "konzept", None)?;
        laid(conn, &id)
    })
    .await
    .unwrap()
}

fn keys(edition: &LaidEdition) -> Vec<String> {
    fn walk(element: &strategy::LaidElement, found: &mut Vec<String>) {
        found.push(element.key.clone());
        element.children.iter().for_each(|child| walk(child, found));
    }
    let mut found = Vec::new();
    edition
        .fields
        .iter()
        .for_each(|field| walk(field, &mut found));
    found
}

#[actix_web::test]
async fn the_first_edition_is_stored_to_the_letter() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let outcome = import(&data.db, &clock, DRAFT).await;
    let ImportOutcome::Imported {
        number,
        tree,
        report,
    } = outcome
    else {
        panic!("it was not imported")
    };
    assert_eq!((number, report.as_str()), (1, ""));
    assert!(tree.contains("Nachbarn kennen einander"), "{tree}");
    let edition = newest(&data.db).await;
    assert_eq!(
        (edition.title.as_str(), edition.name.as_str()),
        ("Konzept für Lindenau", "Entwurf 1")
    );
    assert_eq!(keys(&edition).len(), 2 + 2 + 3 + 4);
    let goal = edition.find("sz-nachbarn").unwrap();
    assert_eq!(goal.title, "Nachbarn kennen einander");
    assert_eq!(
        goal.text,
        "In jedem Viertel gibt es einen Ort, an dem man sich trifft."
    );
    assert_eq!(goal.label, "1.1");
    let actions: Vec<_> = goal
        .children
        .iter()
        .map(|child| child.text.as_str())
        .collect();
    assert_eq!(actions, ["Ein Raum je Viertel", "Ein Fest im Jahr"]);
}

#[actix_web::test]
async fn the_same_document_twice_changes_nothing() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    import(&data.db, &clock, DRAFT).await;
    let (journal, wordings) = (data.count("journal"), data.count("wordings"));
    let again = import(&data.db, &clock, DRAFT).await;
    assert!(matches!(again, ImportOutcome::Unchanged { number: 1 }));
    assert_eq!(
        (
            data.count("editions"),
            data.count("journal"),
            data.count("wordings")
        ),
        (1, journal, wordings)
    );
}

#[actix_web::test]
async fn the_next_edition_shares_what_stayed_and_keeps_every_identity() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    import(&data.db, &clock, DRAFT).await;
    let first = newest(&data.db).await;
    let wordings = data.count("wordings");
    let next = DRAFT
        .replace("Entwurf 1", "Entwurf 2")
        .replace("Niemand muss im Dunkeln gehen.", "Alle Wege sind beleuchtet.")
        .replace("- Ein Fest im Jahr\n", "")
        .replace(
            "- Hundert Bäume im Jahr\n",
            "- Hundert Bäume im Jahr\n\n### Strategisches Ziel 2: Wasser {#sz-wasser}\n\nEs gibt Trinkbrunnen.\n\n- Fünf Brunnen\n",
        );
    let outcome = import(&data.db, &clock, &next).await;
    let ImportOutcome::Imported {
        number: 2, report, ..
    } = outcome
    else {
        panic!("it was not imported as the second")
    };
    assert!(
        report.contains("sz-wege") && report.contains("sz-wasser"),
        "{report}"
    );
    let second = newest(&data.db).await;
    let same = |key: &str| {
        let (old, new) = (first.find(key).unwrap(), second.find(key).unwrap());
        assert_eq!(old.id, new.id, "{key} keeps its identity");
        old.wording == new.wording
    };
    assert!(same("sz-nachbarn") && same("sz-baeume") && same("hf-leben"));
    assert!(!same("sz-wege"), "a reworded goal has a wording of its own");
    assert_eq!(
        data.count("wordings"),
        wordings + 3,
        "one reworded, two new"
    );
    assert_eq!(data.count("edition_changes WHERE change = 'reworded'"), 1);
    assert_eq!(data.count("edition_changes WHERE change = 'retired'"), 1);
    assert_eq!(data.count("edition_changes WHERE change = 'added'"), 2);
    // The first edition still reads as it did.
    let id = first.id.clone();
    let before = data.db.read(move |conn| laid(conn, &id)).await.unwrap();
    assert_eq!(keys(&before), keys(&first));
    assert_eq!(
        before.find("sz-wege").unwrap().text,
        "Niemand muss im Dunkeln gehen."
    );
}

#[actix_web::test]
async fn a_moved_goal_is_the_same_goal_elsewhere() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    import(&data.db, &clock, DRAFT).await;
    let first = newest(&data.db).await;
    let goal = "### Strategisches Ziel 2: Wege sind hell {#sz-wege}\n\nNiemand muss im Dunkeln gehen.\n\n- Mehr Laternen\n";
    assert!(DRAFT.contains(goal));
    let next = format!(
        "{}\n{goal}",
        DRAFT.replace(goal, "").replace("Entwurf 1", "Entwurf 2")
    );
    assert!(matches!(
        import(&data.db, &clock, &next).await,
        ImportOutcome::Imported { .. }
    ));
    let second = newest(&data.db).await;
    assert_eq!(
        second.find("sz-wege").unwrap().id,
        first.find("sz-wege").unwrap().id
    );
    assert_eq!(second.field_of("sz-wege").unwrap().key, "hf-gruen");
    assert!(data.count("edition_changes WHERE change = 'moved'") >= 1);
}

#[actix_web::test]
async fn a_document_that_contradicts_the_edition_before_writes_nothing() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    import(&data.db, &clock, DRAFT).await;
    let rows = [
        "editions",
        "elements",
        "wordings",
        "edition_elements",
        "journal",
    ];
    let before = rows.map(|table| data.count(table));
    // The key of a goal on a field of action: an element cannot become something else.
    let next = DRAFT
        .replace("{#hf-gruen}", "{#sz-wege}")
        .replace("Wege sind hell {#sz-wege}", "Wege sind hell {#sz-licht}");
    let ImportOutcome::Faulty(faults) = import(&data.db, &clock, &next).await else {
        panic!("it was taken")
    };
    assert!(faults.iter().all(|fault| fault.line > 1), "{faults:?}");
    assert_eq!(rows.map(|table| data.count(table)), before);
}

#[actix_web::test]
async fn nobody_reads_an_edition_before_it_is_published() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    import(&data.db, &clock, DRAFT).await;
    let hidden = data
        .db
        .read(|conn| laid_by_number(conn, "konzept", 1))
        .await;
    let missing = data
        .db
        .read(|conn| laid_by_number(conn, "konzept", 9))
        .await;
    let newest = data.db.read(|conn| newest_published(conn, "konzept")).await;
    for outcome in [hidden, missing, newest] {
        assert!(matches!(outcome, Err(AppError::NotFound)));
    }
    let town = open(&data.db, &clock).await;
    let edition = town.consultation.edition.clone();
    assert!(
        data.db
            .read(move |conn| is_edition_published(conn, &edition))
            .await
            .unwrap()
    );
    let shown = data
        .db
        .read(|conn| laid_by_number(conn, "konzept", 1))
        .await
        .unwrap();
    assert_eq!(shown.fields.len(), 2);
}
