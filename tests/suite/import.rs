//! A document becomes an edition at the desk: uploaded, corrected, confirmed, published, compared, withdrawn.

use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::docx::{Docx, archive};
use crate::support::visitor::Visitor;

/// The first edition as a Word file.
pub fn first() -> Vec<u8> {
    Docx::german()
        .styled("Titel", "Klima in Lindenau, Entwurf 1")
        .styled("berschrift1", "Vorwort")
        .plain("Liebe Bürgerinnen und Bürger!")
        .styled("berschrift1", "Handlungsfeld 1: Energie")
        .bold("Leitsatz")
        .plain("Lindenau nutzt die Sonne.")
        .styled("berschrift2", "Strategisches Ziel 1: Dächer nutzen")
        .plain("Auf jedem öffentlichen Dach steht eine Anlage.")
        .item("Zehn Dächer im Jahr")
        .styled("berschrift2", "Strategisches Ziel 2: Wärme sparen")
        .plain("Gebäude brauchen weniger Wärme.")
        .bytes()
}

/// The next one: a goal reworded, one with a new name, one dropped.
fn second() -> Vec<u8> {
    Docx::new()
        .styled("Title", "Klima in Lindenau, Entwurf 2")
        .styled("Heading1", "Handlungsfeld 1: Energie")
        .bold("Leitsatz")
        .plain("Lindenau nutzt die Sonne.")
        .styled("Heading2", "Strategisches Ziel 1: Dächer nutzen")
        .plain("Auf jedem geeigneten öffentlichen Dach steht bis 2035 eine Anlage.")
        .styled("Heading2", "Strategisches Ziel 2: Wege kühlen")
        .plain("Im Sommer liegen Wege im Schatten.")
        .bytes()
}

async fn created(editor: &Visitor) -> String {
    let page = editor.get("/desk/strategies/new").await;
    let fields = [("title", "Klima in Lindenau"), ("slug", "klima")];
    let made = editor.press(&page, "shelf-create", &fields).await;
    made.location().split('?').next().unwrap().to_owned()
}

pub async fn uploaded(editor: &Visitor, folder: &str, name: &str, bytes: &[u8]) -> Answer {
    let page = editor.get(folder).await;
    let file = ("file", name, bytes);
    editor.press_with_file(&page, "folder-upload", file).await
}

/// A strategy with one edition, not published yet; the address of the strategy at the desk.
pub async fn with_edition(editor: &Visitor) -> String {
    let folder = created(editor).await;
    let answer = uploaded(editor, &folder, "Entwurf.docx", &first()).await;
    let preview = editor.get(&answer.location()).await;
    let made = editor.press(&preview, "import-as-edition", &[]).await;
    assert!(made.location().contains("/editions/1?"));
    folder
}

pub async fn press_at(editor: &Visitor, url: &str, button: &str, typed: &[(&str, &str)]) -> Answer {
    let page = editor.get(url).await;
    let answer = editor.press(&page, button, typed).await;
    if answer.status == 303 {
        return editor.get(&answer.location()).await;
    }
    answer
}

#[actix_web::test]
async fn a_strategy_is_created_once_and_found_in_the_list() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let folder = created(&editor).await;
    assert_eq!(folder, "/desk/strategies/klima");
    editor
        .get(&folder)
        .await
        .expect(200)
        .says("Noch keine Fassung");
    let again = editor.get("/desk/strategies/new").await;
    let fields = [("title", "Noch ein Klima"), ("slug", "klima")];
    let again = editor.press(&again, "shelf-create", &fields).await;
    again.expect(422).says("Diesen Kurznamen gibt es schon.");
    assert_eq!(again.attributes("#title", "value"), ["Noch ein Klima"]);
    let list = editor.get("/desk/strategies").await;
    list.says("Klima in Lindenau").says("Konzept für Lindenau");
    let found = editor.get("/desk/strategies?q=klima").await;
    found
        .says("Klima in Lindenau")
        .hides("Konzept für Lindenau");
}

#[actix_web::test]
async fn a_word_file_is_corrected_line_by_line_and_becomes_an_edition() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let folder = created(&editor).await;
    let before = app.data.dump("editions");
    let answer = uploaded(&editor, &folder, "Entwurf.docx", &first()).await;
    let url = answer.location();
    let preview = editor.get(&url).await;
    assert_eq!(preview.attributes("#name", "value"), ["Entwurf 1"]);
    let roles = preview.attributes("select[name^=k] option[selected]", "value");
    assert_eq!(
        roles.join(" "),
        "omit omit omit field principle join goal join action_goal goal join"
    );
    // The action goal is more text of its goal; the choice stays when it is worked out again.
    let again = editor
        .press(&preview, "import-again", &[("k9", "join")])
        .await;
    again.expect(200);
    assert_eq!(again.attributes("#k9 option[selected]", "value"), ["join"]);
    // A goal without a field is told at its line, and nothing is written.
    let faulty = [("k4", "omit")];
    let faulty = editor.press(&again, "import-as-edition", &faulty).await;
    faulty
        .expect(422)
        .says("Zeile 5: Davor steht kein Handlungsfeld.");
    assert_eq!(faulty.attributes("#k9 option[selected]", "value"), ["join"]);
    assert_eq!(app.data.dump("editions"), before);
    let fields = [("k4", "field"), ("name", "Erster Entwurf")];
    let made = editor.press(&faulty, "import-as-edition", &fields).await;
    let edition = editor.get(&made.location()).await;
    edition
        .says("Erster Entwurf")
        .says("Noch nicht veröffentlicht");
    edition.says("Auf jedem öffentlichen Dach steht eine Anlage. Zehn Dächer im Jahr");
    // The document is done with.
    editor.get(&url).await.expect(404);
    app.visitor()
        .get("/strategies/klima/editions/1")
        .await
        .expect(404);
}

#[actix_web::test]
async fn what_a_goal_continues_can_be_corrected_and_everyone_sees_what_changed() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let folder = with_edition(&editor).await;
    let answer = uploaded(&editor, &folder, "Entwurf 2.docx", &second()).await;
    let url = answer.location();
    let preview = editor.get(&url).await;
    // By its number, "Wege kühlen" is taken for "Wärme sparen"; a person knows better.
    preview.says("Vorschlag: 2 Wärme sparen");
    let typed = [("m7", "-")];
    let preview = editor.press(&preview, "import-again", &typed).await;
    assert_eq!(preview.attributes("#m7 option[selected]", "value"), ["-"]);
    preview
        .says("2 Teile der letzten Fassung entfallen")
        .says("Wärme sparen");
    // Two lines cannot continue the same goal.
    let twice = [("m7", "sz-1"), ("m5", "sz-1")];
    let twice = editor.press(&preview, "import-as-edition", &twice).await;
    twice
        .expect(422)
        .says("Zeile 7: Das gleiche Ziel ist schon Zeile 5 zugeordnet.");
    let fields = [("m7", "-"), ("m5", "")];
    let made = editor.press(&twice, "import-as-edition", &fields).await;
    assert!(
        made.location().contains("/editions/2?"),
        "{}",
        made.location()
    );

    for number in [1, 2] {
        let url = format!("{folder}/editions/{number}/publish");
        press_at(&editor, &url, "publish-button", &[])
            .await
            .expect(200);
    }
    let anna = app.visitor();
    let edition = anna.get("/strategies/klima/editions/2").await;
    edition
        .expect(200)
        .says("Mit einer anderen Fassung vergleichen");
    let compare = anna.get("/strategies/klima/compare?from=2&to=1").await;
    compare.expect(200).says("Von „Entwurf 1“ zu „Entwurf 2“.");
    // One in the line that says how to read the comparison, two in the goal.
    assert_eq!(compare.all("ins").len(), 3, "{:?}", compare.all("ins"));
    assert!(
        compare
            .all("ins")
            .iter()
            .any(|words| words.contains("geeigneten"))
    );
    let badges = compare.all(".fates .kern-badge");
    assert_eq!(
        badges,
        ["Anders formuliert", "Entfallen", "Entfallen", "Neu"]
    );
    compare.hides("Lindenau nutzt die Sonne.");
    anna.get("/strategies/klima/compare?show=all")
        .await
        .says("Lindenau nutzt die Sonne.");
    anna.get("/strategies/klima/compare?from=x&to=99")
        .await
        .expect(200);
    anna.get("/strategies/nichts/compare").await.expect(404);
}

#[actix_web::test]
async fn a_document_becomes_a_draft_or_is_discarded() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let folder = created(&editor).await;
    let answer = uploaded(&editor, &folder, "Entwurf.docx", &first()).await;
    let url = answer.location();
    editor.get(&folder).await.says("Entwurf.docx");
    let gone = press_at(
        &editor,
        &format!("{url}/discard"),
        "import-discard-button",
        &[],
    )
    .await;
    gone.says("Das Dokument ist verworfen.")
        .hides("Entwurf.docx");

    let answer = uploaded(&editor, &folder, "Entwurf.docx", &first()).await;
    let preview = editor.get(&answer.location()).await;
    let made = editor.press(&preview, "import-as-draft", &[]).await;
    assert!(made.location().starts_with(&format!("{folder}/drafts/")));
    editor
        .get(&made.location())
        .await
        .expect(200)
        .says("Dächer nutzen");
    editor.get(&folder).await.says("Ein Entwurf ist in Arbeit.");
    // Two drafts at a time would undo each other.
    let answer = uploaded(&editor, &folder, "Entwurf 2.docx", &second()).await;
    let preview = editor.get(&answer.location()).await;
    let second = editor.press(&preview, "import-as-draft", &[]).await;
    second
        .expect(422)
        .says("Es ist schon ein Entwurf in Arbeit.");
}

#[actix_web::test]
async fn what_is_no_document_is_refused_in_words_and_leaves_nothing() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let folder = created(&editor).await;
    let bomb = archive(&[("word/document.xml", vec![b' '; 100 * 1024 * 1024])]);
    assert!(bomb.len() < 1024 * 1024);
    let cases: [(&str, Vec<u8>, &str); 6] = [
        ("a.pdf", b"%PDF-1.7".to_vec(), "PDF"),
        ("a.docx", b"PK\x03\x04 broken".to_vec(), "beschädigt"),
        ("a.docx", bomb, "viel zu groß"),
        (
            "a.doc",
            vec![0xd0, 0xcf, 0x11, 0xe0],
            "alte oder geschützte",
        ),
        ("a.png", vec![0x89, b'P', b'N', b'G', 0, 1], "nicht lesen"),
        ("a.md", Vec::new(), "kein Text"),
    ];
    for (name, bytes, why) in cases {
        uploaded(&editor, &folder, name, &bytes)
            .await
            .expect(422)
            .says(why);
    }
    // Nothing chosen, and more than the town allows.
    uploaded(&editor, &folder, "", b"")
        .await
        .expect(422)
        .says("Wählen Sie eine Datei aus.");
    let large = vec![b'a'; 11 * 1024 * 1024];
    uploaded(&editor, &folder, "a.md", &large).await.expect(413);
    assert_eq!(app.data.dump("edition_uploads"), "");
}
