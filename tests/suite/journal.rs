//! The journal: who did what, in words, for administrators.

use std::collections::BTreeSet;

use trialog::base::locale::{Lang, Texts};

use crate::moderation::{QUEUE, one_text};
use crate::support::app::TestApp;
use crate::support::source;

const JOURNAL: &str = "/desk/journal";

#[test]
fn each_act_of_the_program_has_words() {
    let mut acts = BTreeSet::new();
    for file in source::files("src", &[".rs"])
        .iter()
        .filter(|file| !file.is_test)
    {
        let code = file.code();
        let names = code.split("const NAME: &'static str = \"").skip(1);
        acts.extend(names.filter_map(|rest| rest.split('"').next().map(str::to_owned)));
    }
    assert!(acts.len() > 10, "{acts:?}");
    for lang in Lang::ALL {
        let keys = Texts::keys(lang).unwrap();
        for act in &acts {
            let key = format!("journal-act-{}", act.replace(['.', '_'], "-"));
            assert!(
                keys.contains(&key),
                "config/locales/{lang}/desk-journal.ftl has no {key}"
            );
        }
    }
}

#[actix_web::test]
async fn an_administrator_reads_who_decided_what() {
    let app = TestApp::new().await;
    let (_, _, id) = one_text(&app, "=1+1 Geheimnis").await;
    let kim = app.staff("moderator");
    let page = kim.get(QUEUE).await;
    kim.press(&page, "texts-release-picked", &[("text", &id)])
        .await
        .expect(303);
    let admin = app.staff("admin");
    let page = admin.get(JOURNAL).await;
    page.expect(200)
        .says("Über Texte entschieden")
        .says("freigegeben")
        .says("Person")
        .hides("Geheimnis");
    let rows = |page: &crate::support::answer::Answer| page.all(".journal tbody tr").len();
    let all = rows(&page);
    assert!(all > 3);
    for (query, some) in [
        ("act=texts.moderate", true),
        ("about=text:", true),
        ("q=released", true),
        ("from=2026-07-01&to=2026-07-01", true),
        ("person=nobody", false),
        ("from=2026-07-02", false),
        ("to=2026-06-30", false),
        ("q=%25", false),
    ] {
        let page = admin.get(&format!("{JOURNAL}?{query}")).await;
        let found = rows(page.expect(200));
        assert_eq!(found > 0, some, "{query}");
        assert!(found <= all, "{query}");
    }
    let wrong = admin.get(&format!("{JOURNAL}?from=gestern")).await;
    assert!(wrong.expect(422).says_key(&admin, "error-date"));
    kim.get(JOURNAL).await.expect(404);
}

#[actix_web::test]
async fn taking_the_journal_out_as_a_file_is_written_into_it() {
    let app = TestApp::new().await;
    let (_, _, id) = one_text(&app, "Mehr Licht").await;
    let kim = app.staff("moderator");
    let page = kim.get(QUEUE).await;
    kim.press(&page, "texts-release-picked", &[("text", &id)])
        .await;
    let admin = app.staff("admin");
    let page = admin.get(&format!("{JOURNAL}?act=texts.moderate")).await;
    let file = admin.press(&page, "journal-export", &[]).await;
    assert!(
        file.expect(200)
            .header("content-type")
            .starts_with("text/csv")
    );
    assert_eq!(file.body.lines().count(), 2, "{}", file.body);
    assert!(file.body.contains("texts.moderate") && file.body.contains(&id));
    assert_eq!(app.data.count("journal WHERE act = 'journal.export'"), 1);
}

/// The names in `json!({ "name": … })` of a source text.
fn details(code: &str) -> BTreeSet<String> {
    let objects = code.split("json!({").skip(1);
    let objects = objects.filter_map(|rest| rest.split_once("})").map(|(object, _)| object));
    objects
        .flat_map(|object| {
            let mut quoted = object.split('"');
            let mut names = Vec::new();
            // Between two quotation marks stands a name when a colon follows.
            while let (Some(_), Some(word)) = (quoted.next(), quoted.next()) {
                names.push(word.to_owned());
            }
            let is_name = |name: &String| object.contains(&format!("\"{name}\":"));
            names.into_iter().filter(is_name).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn each_detail_of_the_program_has_words() {
    let mut missing = BTreeSet::new();
    for file in source::files("src", &[".rs"])
        .iter()
        .filter(|file| !file.is_test && file.path.contains("store"))
    {
        for lang in Lang::ALL {
            let keys = Texts::keys(lang).unwrap();
            missing.extend(
                details(&file.code())
                    .into_iter()
                    .map(|name| format!("journal-detail-{}", name.replace('_', "-")))
                    .filter(|key| !keys.contains(key))
                    .map(|key| format!("{lang}: {key} ({})", file.path)),
            );
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}
