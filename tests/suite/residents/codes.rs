//! Receipt codes in an account.

use super::{ANNA, add, resident};
use crate::comments::{comment_under, with_comments};
use crate::support::app::TestApp;
use crate::survey::one_mark;

#[actix_web::test]
async fn a_code_shows_what_was_given_under_it_and_lies_sealed() {
    let app = TestApp::with(&with_comments(), |_| {}).await;
    let (visitor, home) = one_mark(&app, "bolder").await;
    comment_under(&app, &visitor, &home).await;
    let anna = resident(&app, ANNA).await;
    let code = home[3..].to_owned();
    let kept = add(&anna, &code.to_uppercase()).await;
    assert_eq!(kept.expect(303).location(), "/my?said=said-code-kept");
    let my = anna.get("/my").await;
    my.expect(200)
        .says("abgeschickt am")
        .says("1 Kommentar")
        .says(&code[..4].to_uppercase());
    let url = format!("{home}/contributions");
    assert!(my.links().contains(&url));
    anna.get(&url)
        .await
        .expect(200)
        .says("liegt in Ihrem Konto");
    // The same again is the same.
    let again = add(&anna, &code).await;
    assert_eq!(again.expect(303).location(), "/my?said=said-code-known");
    assert_eq!(app.data.count("resident_codes"), 1);
    // Neither the code nor what its participation is known by lies in the account, and nothing points back.
    let row = app.data.dump("resident_codes");
    assert!(!row.contains(&code), "{row}");
    let of = app.data.dump("participations");
    let known: Vec<_> = of
        .split([',', '(', ')', '\'', '|', ' '])
        .filter(|cell| cell.len() >= 26)
        .collect();
    assert!(
        !known.is_empty() && known.iter().all(|cell| !row.contains(cell)),
        "{row} {of}"
    );
    let accounts = app.data.dump("resident_accounts");
    let id = accounts
        .split([',', '(', ')', '\'', '|', ' '])
        .find(|cell| cell.len() == 26)
        .unwrap();
    for table in ["participations", "comments", "questionnaires", "free_texts"] {
        assert!(!app.data.dump(table).contains(id), "{table}");
    }
}

#[actix_web::test]
async fn a_wrong_code_is_told_and_stays_as_it_was_typed() {
    let app = TestApp::new().await;
    let anna = resident(&app, ANNA).await;
    let unknown = trialog::participation::Code::fresh();
    let unknown = unknown.grouped();
    for (typed, told) in [
        ("", "nicht vollständig"),
        ("K7MQ 4T2X", "nicht vollständig"),
        (unknown.as_str(), "finden wir nichts"),
    ] {
        let page = add(&anna, typed).await;
        page.expect(422).says(told);
        assert_eq!(page.attributes("#code", "value"), [typed]);
    }
    assert_eq!(app.data.count("resident_codes"), 0);
}

#[actix_web::test]
async fn the_page_of_a_code_puts_it_into_the_account_of_whoever_is_signed_in() {
    let app = TestApp::new().await;
    let (visitor, home) = one_mark(&app, "right").await;
    let url = format!("{home}/contributions");
    // Nobody is signed in: a hint, and no button.
    let page = visitor.get(&url).await;
    page.expect(200).hides("In mein Konto legen");
    assert!(page.links().contains(&"/my/sign-in".to_owned()));
    let anna = resident(&app, ANNA).await;
    for page in [format!("{home}/receipt"), url.clone()] {
        let page = anna.get(&page).await;
        let kept = anna.press(page.expect(200), "keep-button", &[]).await;
        assert!(kept.expect(303).location().starts_with(&url));
        if page.url.ends_with("/receipt") {
            anna.get("/my").await.says("abgeschickt am");
            let my = anna.get("/my").await;
            let removal = my.attributes("a[href^='/my/codes/']", "href").remove(0);
            let page = anna.get(&removal).await;
            page.expect(200).says_code(&home);
            anna.press(&page, "my-remove-button", &[]).await.expect(303);
            assert_eq!(app.data.count("resident_codes"), 0);
        }
    }
    // What is given stays, and what is sent from the page without a session is led to the sign-in.
    anna.get(&url).await.expect(200).says("abgeschickt am");
    let page = anna.get(&format!("{home}/receipt")).await;
    let away = visitor.press(&page, "keep-button", &[]).await;
    assert!(away.expect(303).location().starts_with("/my/sign-in"));
}

#[actix_web::test]
async fn nobody_takes_a_code_out_of_somebody_elses_account() {
    let app = TestApp::new().await;
    let (_, home) = one_mark(&app, "right").await;
    let anna = resident(&app, ANNA).await;
    add(&anna, &home[3..]).await.expect(303);
    let my = anna.get("/my").await;
    let removal = my.attributes("a[href^='/my/codes/']", "href").remove(0);
    let page = anna.get(&removal).await;
    let berta = resident(&app, "berta@lindenau.example").await;
    berta.get(&removal).await.expect(404);
    // Not even with the form of the other one: it is tied to her session.
    berta
        .press(&page, "my-remove-button", &[])
        .await
        .expect(403);
    assert_eq!(app.data.count("resident_codes"), 1);
    // The same code in two accounts has nothing in common.
    add(&berta, &home[3..]).await.expect(303);
    let hashes = "(SELECT DISTINCT code_hash FROM resident_codes) AS hashes";
    assert_eq!(app.data.count(hashes), 2);
}

#[actix_web::test]
async fn what_is_withdrawn_or_gone_says_so_and_can_be_taken_out() {
    let app = TestApp::new().await;
    let (visitor, home) = one_mark(&app, "right").await;
    let anna = resident(&app, ANNA).await;
    add(&anna, &home[3..]).await.expect(303);
    let page = visitor.get(&format!("{home}/withdrawal")).await;
    visitor.press(&page, "withdrawal-yes", &[]).await;
    anna.get("/my").await.expect(200).says("zurückgezogen am");
    // Sealed with another installation's secret, it opens nothing; it can still be taken out.
    diesel::RunQueryDsl::execute(
        diesel::sql_query("UPDATE resident_codes SET sealed = 'nonsense'"),
        &mut app.data.connect(),
    )
    .unwrap();
    let my = anna.get("/my").await;
    my.expect(200).says("nicht mehr lesen können");
    let removal = my.attributes("a[href^='/my/codes/']", "href").remove(0);
    let page = anna.get(&removal).await;
    anna.press(page.expect(200), "my-remove-button", &[])
        .await
        .expect(303);
    assert_eq!(app.data.count("resident_codes"), 0);
}

#[actix_web::test]
async fn whoever_only_agrees_with_others_finds_that_again() {
    let app = TestApp::with(&with_comments(), |_| {}).await;
    let (visitor, home) = one_mark(&app, "right").await;
    let comment = comment_under(&app, &visitor, &home).await;
    let berta = app.visitor();
    let url = format!("/consultations/ziele/comments/sz-baeume/{comment}/support");
    let ask = berta.get(&url).await;
    let done = berta.press(ask.expect(200), "comments-support", &[]).await;
    let hers = done.expect(303).location();
    let hers = hers.trim_start_matches("/p/").split('/').next().unwrap();
    let anna = resident(&app, ANNA).await;
    add(&anna, hers).await.expect(303);
    anna.get("/my").await.says("„Sehe ich auch so“ bei einem");
    let page = anna.get(&format!("/p/{hers}/contributions")).await;
    page.expect(200).says("„Sehe ich auch so“ bei einem");
    let json = anna.get("/my/data.json").await;
    let all: serde_json::Value = serde_json::from_str(&json.body).unwrap();
    let agreed = &all["contributions"][0]["given"]["agreed"][0];
    assert_eq!(agreed["on"], "sz-baeume");
    assert_eq!(agreed["text"], "Mehr Linden");
}
