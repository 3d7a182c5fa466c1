//! Form letters stand once and are put under themes at once.

use diesel::{RunQueryDsl, sql_query};

use super::{DESK, code, contributions, theme};
use crate::support::app::TestApp;

const LETTER: &str = "Wir fordern Sie auf, den Spielplatz am Anger zu erhalten und die alten Bäume dort zu schützen.";

#[actix_web::test]
async fn a_form_letter_is_shown_once_with_its_count_and_coded_at_once() {
    let app = TestApp::new().await;
    let kim = app.staff("evaluator");
    let url = format!("{DESK}/duplicates");
    kim.get(&url)
        .await
        .expect(200)
        .says("Bisher gleichen sich keine zwei Texte.");
    let greeted = format!("Sehr geehrte Damen und Herren, {LETTER}");
    let ids = contributions(&app, &[LETTER, "Mehr Bänke", &greeted, LETTER]).await;
    let list = kim.get(&url).await;
    list.expect(200)
        .says("3 Texte sagen fast dasselbe")
        .says("2 sind wortgleich.")
        .says("Noch keiner ist zugeordnet.");
    assert_eq!(list.all(".queue__item").len(), 1);
    let (spielplatz, lob) = (theme(&kim, "Spielplatz").await, theme(&kim, "Lob").await);
    code(&kim, &ids[0], &[&lob]).await;
    let open = kim.get(&format!("{url}?group={}", ids[2])).await;
    open.expect(200)
        .says("Themen für alle 3 Texte")
        .says("Ein anderer Wortlaut")
        .says("1 sind zugeordnet, 2 offen.");
    assert_eq!(open.all("li ins").len(), 1);
    assert_eq!(open.attributes("input[checked]", "value"), [lob]);
    let save = save_button(&open);
    let (action, mut fields) = crate::support::visitor::filled(&open, &save, &[]);
    fields.retain(|(name, _)| name != "theme");
    let bare: Vec<_> = fields
        .iter()
        .map(|(k, v)| (k.as_str(), v.as_str()))
        .collect();
    let refused = kim.post(&action, &bare).await;
    assert!(refused.expect(422).says_key(&kim, "error-coding-none"));
    let mut chosen = bare.clone();
    chosen.push(("theme", &spielplatz));
    kim.post(&action, &chosen).await.expect(303);
    assert_eq!(app.data.count("readings"), 3);
    assert_eq!(
        app.data
            .count(&format!("codings WHERE theme_id = '{spielplatz}'")),
        3
    );
    assert_eq!(app.data.count("codings"), 3);
    let list = kim.get(&format!("{url}?state=open")).await;
    assert!(list.all(".queue__item").is_empty());
    let done = kim.get(&format!("{url}?state=done")).await;
    done.says("Alle sind zugeordnet.");
    // Somebody who only reads sees no form; a group that is none is nobody's.
    let editor = app.staff("editor");
    let read = editor.get(&format!("{url}?group={}", ids[0])).await;
    assert!(
        read.expect(200)
            .all("form[method=post] .choices")
            .is_empty()
    );
    let mut strange = chosen.clone();
    strange.retain(|(name, _)| *name != "group");
    strange.push(("group", &ids[1]));
    kim.post(&action, &strange).await.expect(404);
}

#[actix_web::test]
async fn the_coding_of_a_group_can_be_taken_back() {
    let app = TestApp::new().await;
    let kim = app.staff("evaluator");
    let url = format!("{DESK}/duplicates");
    let ids = contributions(&app, &[LETTER, LETTER, LETTER]).await;
    let (spielplatz, lob) = (theme(&kim, "Spielplatz").await, theme(&kim, "Lob").await);
    code(&kim, &ids[1], &[&lob]).await;
    let open = kim.get(&format!("{url}?group={}", ids[0])).await;
    let typed = [("theme", &*spielplatz)];
    let save = save_button(&open);
    let (action, mut fields) = crate::support::visitor::filled(&open, &save, &typed);
    fields.retain(|(name, value)| name != "theme" || *value == spielplatz);
    let fields: Vec<_> = fields
        .iter()
        .map(|(k, v)| (k.as_str(), v.as_str()))
        .collect();
    let coded = kim.post(&action, &fields).await.expect(303).location();
    let of = |theme: &str| {
        app.data
            .count(&format!("codings WHERE theme_id = '{theme}'"))
    };
    assert_eq!((of(&spielplatz), of(&lob)), (3, 0));
    let page = kim.get(&coded).await;
    // Somebody else does not take back what she did not do.
    let other = app.staff("evaluator");
    other.get(&coded).await.expect(200);
    kim.press(page.expect(200), "duplicates-undo", &[])
        .await
        .expect(303);
    assert_eq!((of(&spielplatz), of(&lob)), (0, 1));
    assert_eq!(app.data.count("readings"), 1);
    let again = kim.press(&page, "duplicates-undo", &[]).await;
    assert!(
        again
            .expect(303)
            .location()
            .contains("said-duplicates-lost")
    );
}

#[actix_web::test]
async fn in_the_list_one_stands_for_all_that_say_the_same() {
    let app = TestApp::new().await;
    let kim = app.staff("evaluator");
    let ids = contributions(&app, &[LETTER, "Mehr Bänke", LETTER, LETTER]).await;
    let list = format!("{DESK}/contributions");
    let page = kim.get(&list).await;
    assert_eq!(page.expect(200).all(".queue__item").len(), 2);
    page.says("und 2 weitere, die dasselbe sagen");
    let single = kim.get(&format!("{list}?alike=single")).await;
    assert_eq!(single.all(".queue__item").len(), 4);
    // Who stands for the others depends on what is looked for.
    let lob = theme(&kim, "Lob").await;
    code(&kim, &ids[0], &[&lob]).await;
    let open = kim.get(&format!("{list}?coded=no")).await;
    assert_eq!(open.all(".queue__item").len(), 2);
    open.says("und 1 weiterer, der dasselbe sagt");
}

#[actix_web::test]
async fn what_the_machine_has_learned_follows_every_correction() {
    let app = TestApp::new().await;
    let kim = app.staff("evaluator");
    contributions(&app, &[LETTER, LETTER]).await;
    let url = format!("{DESK}/duplicates");
    kim.get(&url).await.expect(200).says("2 Texte");
    // As many contributions as before, but one says something else now.
    let other = "Der Bus soll abends länger fahren, auch am Wochenende und in den Ferien.";
    let corrected = format!(
        "UPDATE contributions SET text = '{other}', taken_at = '2026-07-01 12:00:00' \
         WHERE text_id = (SELECT MAX(text_id) FROM contributions)"
    );
    sql_query(corrected)
        .execute(&mut app.data.connect())
        .unwrap();
    kim.get(&url)
        .await
        .expect(200)
        .says("Bisher gleichen sich keine zwei Texte.");
}

/// The button that codes all of a group.
fn save_button(page: &crate::support::answer::Answer) -> String {
    let buttons = page.all("button[value=save]");
    buttons.into_iter().next().unwrap()
}
