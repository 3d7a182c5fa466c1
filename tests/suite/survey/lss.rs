//! Surveys from LimeSurvey at the desk: looked at first, then taken over, and nothing before.

use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

use super::bench::{LIST, now};

const PLACE: &str = "/desk/consultations/ziele/survey-import";
const FILE: &[u8] = include_bytes!("../../files/limesurvey-6.lss");

async fn looked_at(kim: &Visitor, bytes: &[u8]) -> Answer {
    let page = kim.get(PLACE).await;
    let file = ("file", "../mobil.lss", bytes);
    kim.press_with_file(page.expect(200), "desk-lss-look", file)
        .await
}

#[actix_web::test]
async fn a_file_is_looked_at_and_then_becomes_a_survey() {
    let app = TestApp::new().await;
    let kim = app.staff("editor");
    kim.get(LIST).await.says("Aus LimeSurvey übernehmen");
    let preview = looked_at(&kim, FILE).await;
    preview
        .expect(200)
        .says("Mobilität in Lindenau")
        .says("Noch ist nichts gespeichert.")
        .says("Dateien kann man hier nicht hochladen. Die Frage bleibt weg.")
        .says("Quoten werden nicht übernommen.")
        .says("Wie kommen Sie meistens in die Innenstadt?")
        .says("Nur nach");
    assert_eq!(now(&app).await.book.surveys.len(), 4, "nothing is stored");

    // The form of the preview brings the file along; nobody has to choose it again.
    let none = ("none", "", &b""[..]);
    let sent = kim.press_with_file(&preview, "desk-lss-take", none).await;
    let survey = kim.open(&sent.location()).await;
    survey
        .expect(200)
        .says("Die Umfrage ist übernommen.")
        .says("Frage hinzufügen");
    let town = now(&app).await;
    let taken = town.survey("mobilitaet-in-lindenau");
    let idea = town.question("mobilitaet-in-lindenau", "idee");
    let condition = idea.condition.clone().unwrap();
    assert_eq!(condition.on, taken.questions[0].id);
    assert_eq!(condition.codes, [1, 2].into());
    assert_eq!(
        app.data.count("journal WHERE detail LIKE '%mobil.lss%'"),
        1,
        "the journal names the file"
    );

    // The same file again becomes another survey; the first one stays as it is.
    let preview = looked_at(&kim, FILE).await;
    kim.press_with_file(&preview, "desk-lss-take", none).await;
    let town = now(&app).await;
    assert!(town.book.survey("mobilitaet-in-lindenau-2").is_some());
}

#[actix_web::test]
async fn what_is_no_survey_is_refused_in_words() {
    let app = TestApp::new().await;
    let kim = app.staff("editor");
    for (bytes, said) in [
        (&b""[..], "Wählen Sie die Datei aus."),
        (b"Hallo", "Das ist keine Umfrage aus LimeSurvey."),
        (b"\xff\xfe", "Die Datei ist nicht in UTF-8 gespeichert."),
        (&FILE[..900], "Die Datei ist beschädigt oder unvollständig"),
    ] {
        looked_at(&kim, bytes).await.expect(422).says(said);
    }
    let questions = "<row><qid>{n}</qid><gid>1</gid><type>S</type><title>q{n}</title><question>F{n}</question></row>";
    let questions: String = (0..201)
        .map(|n| questions.replace("{n}", &n.to_string()))
        .collect();
    let many = format!(
        "<document><LimeSurveyDocType>Survey</LimeSurveyDocType><groups><rows><row><gid>1</gid>\
         <group_name>G</group_name></row></rows></groups><questions><rows>{questions}</rows></questions></document>"
    );
    let preview = looked_at(&kim, many.as_bytes()).await;
    let none = ("none", "", &b""[..]);
    let again = kim
        .press_with_file(preview.expect(200), "desk-lss-take", none)
        .await;
    again
        .expect(422)
        .says("Eine Umfrage hat höchstens 200 Fragen.");
    assert_eq!(now(&app).await.book.surveys.len(), 4, "nothing is stored");
}
