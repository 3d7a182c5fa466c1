//! Papers and their way: who sees which step, how a paper comes about, and the edition that comes of a decision.

mod decided;
mod fixture;
mod oparl;
mod schema;

use self::fixture::{SECRETS, journey};
use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

/// What the addresses of papers name: pairs of a name and its value.
pub async fn staged(app: &TestApp) -> Vec<(&'static str, String)> {
    let journey = journey(app, None);
    let editor = app.staff("editor");
    let url = format!("/desk/papers/{}", journey.paper);
    let page = editor.get(&url).await;
    let plan = ("file", "Plan.pdf", b"%PDF-1.7 Plan".as_slice());
    editor
        .press_with_file(&page, "statement-files-add", plan)
        .await
        .expect(303);
    let links = editor.get(&url).await.links();
    let file = links.iter().find_map(|link| link.split_once("/files/"));
    vec![
        ("{attachment}", file.unwrap().1.to_owned()),
        ("{id}", journey.paper.clone()),
        ("{paper}", journey.paper),
        ("{deliberation}", journey.steps[0].clone()),
        ("{body}", journey.bodies[0].clone()),
    ]
}

fn hides_all(answer: &Answer) {
    for secret in SECRETS {
        answer.hides(secret);
    }
}

#[actix_web::test]
async fn a_closed_step_shows_its_day_to_everyone_and_nothing_else() {
    let app = TestApp::new().await;
    let journey = journey(&app, None);
    let stranger = app.visitor();
    let url = format!("/papers/{}", journey.paper);
    let page = stranger.get(&url).await;
    page.expect(200)
        .says("23. Juni 2026")
        .says("nicht öffentlich");
    page.says("Finanzausschuss").says("28. Januar 2027");
    page.hides("Kim Sachbearbeitung");
    hides_all(&page);
    let places = [
        "/papers".to_owned(),
        format!("{url}/calendar.ics"),
        "/papers/calendar.ics".to_owned(),
        "/strategies/konzept/editions/1".to_owned(),
        "/consultations/ziele".to_owned(),
        "/consultations/ziele/feed.atom".to_owned(),
        "/consultations/ziele/calendar.ics".to_owned(),
    ];
    for place in places {
        let page = stranger.get(&place).await;
        hides_all(page.expect(200));
    }
    let way = stranger.get("/strategies/konzept/editions/1").await;
    way.says("I0264/09").says("Stadtrat");
    stranger.get("/consultations/ziele").await.says("I0264/09");
    let calendar = stranger.get(&format!("{url}/calendar.ics")).await;
    assert_eq!(calendar.body.matches("BEGIN:VEVENT").count(), 3);
    // Neither the journal nor a list of what was ever public tells of it.
    let journal = app.data.dump("journal");
    assert!(
        !journal.contains("Geheimer") && !journal.contains("amended"),
        "{journal}"
    );
    assert!(!app.data.dump("council_traces").contains(&journey.steps[0]));
}

#[actix_web::test]
async fn a_councillor_sees_the_closed_steps_of_her_own_bodies_only() {
    let app = TestApp::new().await;
    let councillor = app.staff("councillor");
    let own = app.data.dump("accounts");
    let id = own.split([',', '(']).find(|cell| cell.len() == 26).unwrap();
    let journey = journey(&app, Some(id));
    let url = format!("/desk/papers/{}", journey.paper);
    let page = councillor.get(&url).await;
    page.expect(200)
        .says("Der Oberbürgermeister")
        .says("Geheimer Wortlaut");
    councillor
        .get("/desk/papers")
        .await
        .says("Der Oberbürgermeister");
    let other = app.staff("councillor");
    let page = other.get(&url).await;
    page.expect(200).says("nicht öffentlich");
    hides_all(&page);
    hides_all(&other.get("/desk/papers").await);
    // A moderator has nothing to do with papers; what is public she reads like everyone.
    app.staff("moderator").get(&url).await.expect(404);
    for role in ["editor", "admin"] {
        let page = app.staff(role).get(&url).await;
        page.expect(200)
            .says("Geheimer Wortlaut")
            .says("Kim Sachbearbeitung");
    }
}

/// A new paper, as it is typed.
const PAPER: [(&str, &str); 6] = [
    ("kind", "decision"),
    ("reference", "354/20"),
    ("subject", "Fortschreibung der Ziele"),
    ("office", "Stabsstelle Stadtentwicklung"),
    ("co_offices", "Kämmerei\r\nAmt für Soziales"),
    ("dated_on", "2026-06-20"),
];

async fn create(editor: &Visitor) -> String {
    let page = editor.get("/desk/papers/new").await;
    let done = editor.press(&page, "desk-save", &PAPER).await;
    done.expect(303);
    let url = done.location();
    url.split('?').next().unwrap().to_owned()
}

#[actix_web::test]
async fn an_editor_writes_a_paper_and_takes_it_back() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let page = editor.get("/desk/papers/new").await;
    let faulty = editor
        .press(&page, "desk-save", &[("subject", "Ziele")])
        .await;
    faulty
        .expect(422)
        .says("Schreiben Sie die Nummer der Vorlage")
        .says("Wählen Sie, was für eine Vorlage das ist");
    let url = create(&editor).await;
    let again = editor.press(&page, "desk-save", &PAPER).await;
    again
        .expect(422)
        .says("Diese Nummer hat schon eine andere Vorlage.");

    let body = editor.get("/desk/bodies/new").await;
    let typed = [
        ("name", "Gemeinderat"),
        ("short_name", "GR"),
        ("kind", "council"),
    ];
    editor.press(&body, "desk-save", &typed).await.expect(303);
    editor
        .press(&body, "desk-save", &typed)
        .await
        .expect(422)
        .says("gibt es schon");
    let step = editor.get(&format!("{url}/steps/new")).await;
    let faulty = editor
        .press(&step, "desk-save", &[("vote", "counted"), ("yes", "viele")])
        .await;
    faulty
        .expect(422)
        .says("Wählen Sie das Gremium")
        .says("Zahl von 0 bis");
    let body = app.data.dump("bodies");
    let body = body
        .split([',', '('])
        .find(|cell| cell.len() == 26)
        .unwrap();
    let typed = [
        ("body", body),
        ("day", "28.01.2027"),
        ("role", "decision"),
        ("publicity", "public"),
    ];
    editor.press(&step, "desk-save", &typed).await.expect(303);
    let public = url.replace("/desk", "");
    let stranger = app.visitor();
    stranger.get(&public).await.expect(404);
    let ask = editor.get(&format!("{url}/publish")).await;
    editor.press(&ask, "paper-publish", &[]).await.expect(303);
    stranger.get(&public).await.expect(200).says("Gemeinderat");
    // What was public cannot be deleted; taken back it can, and nobody outside reads it.
    let ask = editor.get(&format!("{url}/delete")).await;
    editor.press(&ask, "paper-delete", &[]).await.expect(409);
    let take = editor.get(&format!("{url}/withdraw")).await;
    editor.press(&take, "paper-withdraw", &[]).await.expect(303);
    stranger.get(&public).await.expect(404);
    editor.press(&ask, "paper-delete", &[]).await.expect(303);
    editor.get(&url).await.expect(404);
}

#[actix_web::test]
async fn two_who_change_a_paper_do_not_overwrite_each_other() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let url = create(&editor).await;
    let page = editor.get(&format!("{url}/edit")).await;
    editor
        .press(&page, "desk-save", &[("subject", "Eins")])
        .await
        .expect(303);
    let late = editor
        .press(&page, "desk-save", &[("subject", "Zwei")])
        .await;
    late.expect(422).says("inzwischen geändert");
    assert_eq!(late.attributes("#subject", "value"), ["Zwei"]);
    editor.get(&url).await.says("Eins");
    editor
        .press(&late, "desk-save", &[("subject", "Zwei")])
        .await
        .expect(303);
}

#[actix_web::test]
async fn a_removed_step_is_put_back() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let journey = journey(&app, None);
    let url = format!("/desk/papers/{}", journey.paper);
    let act = |act: &'static str| {
        let (url, step) = (format!("{url}/steps"), journey.steps[2].clone());
        let editor = &editor;
        async move {
            let page = editor.get(url.trim_end_matches("/steps")).await;
            let token = page.attributes(
                &format!("form[action='{url}'] input[name='_token']"),
                "value",
            );
            editor
                .post(
                    &url,
                    &[("_token", &token[0]), ("step", &step), ("act", act)],
                )
                .await
        }
    };
    let public = format!("/papers/{}", journey.paper);
    act("remove").await.expect(303);
    app.visitor().get(&public).await.hides("Finanzausschuss");
    editor.get(&url).await.says("Entfernte Beratungen");
    act("restore").await.expect(303);
    app.visitor().get(&public).await.says("Finanzausschuss");
}

#[actix_web::test]
async fn files_are_known_by_their_content_and_leave_as_downloads() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let url = create(&editor).await;
    let page = editor.get(&url).await;
    let odd = ("file", "Plan.pdf", b"<html>".as_slice());
    editor
        .press_with_file(&page, "statement-files-add", odd)
        .await
        .expect(422);
    let plan = ("file", "Plan.pdf", b"%PDF-1.7 Plan".as_slice());
    editor
        .press_with_file(&page, "statement-files-add", plan)
        .await
        .expect(303);
    let page = editor.get(&url).await;
    let file = page
        .links()
        .into_iter()
        .find(|link| link.contains("/files/"))
        .unwrap();
    let public = file.replace("/desk", "");
    app.visitor().get(&public).await.expect(404);
    let ask = editor.get(&format!("{url}/publish")).await;
    editor.press(&ask, "paper-publish", &[]).await.expect(303);
    let got = app.visitor().get(&public).await;
    got.expect(200);
    assert!(
        got.header("content-disposition")
            .starts_with("attachment; filename=\"Plan.pdf\"")
    );
    assert!(got.header("content-security-policy").starts_with("sandbox"));
}
