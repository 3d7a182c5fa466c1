//! The last evening: many hand in within the same moment, and each ends as if alone.

use diesel::connection::SimpleConnection;
use futures_util::future::{join, join_all};

use super::{INTRO, answer, begin, counted, submit};
use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::database::{System, system};
use crate::support::visitor::Visitor;

/// So many who hand in for the first time.
const CROWD: usize = 12;

/// What somebody says who had said something else.
const LAST_WORD: &str = "Lieber so";

/// Somebody on the page where she hands in.
struct Ready {
    who: Visitor,
    home: String,
    review: Answer,
}

impl Ready {
    async fn with(app: &TestApp, mark: &str) -> Self {
        let who = app.visitor();
        let home = begin(&who).await;
        let typed = [("mark", mark), ("comment", "Mehr davon")];
        answer(&who, &format!("{home}/gruen/sz-baeume"), &typed)
            .await
            .expect(303);
        let review = who.get(&format!("{home}/review")).await;
        Self { who, home, review }
    }

    async fn hands_in(&self) -> u16 {
        let answer = self.who.press(&self.review, "survey-review-button", &[]);
        answer.await.status.as_u16()
    }
}

/// Nobody can write as long as this is held.
fn held(app: &TestApp) -> trialog::base::db::Conn {
    let mut conn = app.data.connect();
    let lock = match system() {
        System::Sqlite => "BEGIN IMMEDIATE",
        System::Postgres => "BEGIN; LOCK TABLE installation IN ACCESS EXCLUSIVE MODE",
    };
    conn.batch_execute(lock).unwrap();
    conn
}

/// Waits until so many writes have been handed over.
async fn queued(app: &TestApp, writes: usize) {
    while app.data.db.load().queued_writes < writes {
        tokio::task::yield_now().await;
    }
}

/// Waits until so many writes have been handed over, then lets them go.
async fn let_go_of(app: &TestApp, writes: usize, mut held: trialog::base::db::Conn) {
    queued(app, writes).await;
    held.batch_execute("ROLLBACK").unwrap();
}

#[actix_web::test]
async fn many_who_hand_in_at_once_share_statements_and_each_ends_as_if_alone() {
    let app = TestApp::new().await;
    let alone = Ready::with(&app, "right").await;
    let before = app.data.sent();
    assert_eq!(alone.hands_in().await, 303);
    let cost = app.data.sent() - before;

    let mut crowd = Vec::new();
    for n in 0..CROWD {
        crowd.push(Ready::with(&app, ["right", "drop"][n % 2]).await);
    }
    let corrects = Ready::with(&app, "bolder").await;
    submit(&corrects.who, &corrects.home).await.expect(303);
    let url = format!("{}/gruen/sz-baeume", corrects.home);
    let typed = [("mark", "unclear"), ("comment", "")];
    answer(&corrects.who, &url, &typed).await.expect(303);
    let left = Ready::with(&app, "drop").await;
    submit(&left.who, &left.home).await.expect(303);
    let leaves = left.who.get(&format!("{}/withdrawal", left.home)).await;
    left.who
        .press(leaves.expect(200), "withdrawal-yes", &[])
        .await
        .expect(303);

    let lines = app.data.count("log_entries");
    let (gate, before) = (held(&app), app.data.sent());
    // The first of the crowd presses in two windows.
    let pressed = crowd.iter().chain([&crowd[0], &corrects, &left]);
    let pressed: Vec<_> = pressed.map(Ready::hands_in).collect();
    let writes = pressed.len();
    let (answers, ()) = join(join_all(pressed), let_go_of(&app, writes, gate)).await;
    let spent = app.data.sent() - before;

    let (rest, others) = (&answers[..=CROWD], &answers[CROWD + 1..]);
    assert!(rest.iter().all(|status| *status == 303), "{rest:?}");
    assert_eq!(others, [303, 410], "corrected, withdrawn");
    let people = i64::try_from(CROWD).unwrap() + 2;
    assert_eq!(counted(&app), (people, people, people));
    assert_eq!(app.data.count("log_entries"), lines + people - 1);
    assert_eq!(app.data.count("log_seals"), people);
    assert_eq!(
        app.data.count("free_texts"),
        people - 1,
        "one took hers back"
    );
    let counted_anew = app.data.db.read(trialog::survey::recount).await.unwrap();
    assert_eq!(counted_anew, []);
    // Whoever comes first may find the gate closed alone, and four are done alone.
    let most = cost * 8;
    assert!(spent < most, "{spent} statements, {cost} for one alone");
}

#[actix_web::test]
async fn many_who_begin_and_type_at_once_share_statements_and_each_is_kept() {
    let app = TestApp::new().await;
    let alone = app.visitor();
    let intro = alone.get(INTRO).await;
    let before = app.data.sent();
    let home = alone
        .press(&intro, "survey-intro-start", &[])
        .await
        .location();
    let to_begin = app.data.sent() - before;

    let people: Vec<_> = (0..CROWD).map(|_| app.visitor()).collect();
    let intros = join_all(people.iter().map(|who| who.get(INTRO))).await;
    let (gate, before) = (held(&app), app.data.sent());
    let press = |(who, intro)| Visitor::press(who, intro, "survey-intro-start", &[]);
    let pressed: Vec<_> = people.iter().zip(&intros).map(press).collect();
    let (begun, ()) = join(join_all(pressed), let_go_of(&app, CROWD, gate)).await;
    let spent = app.data.sent() - before;
    assert!(spent < to_begin * 6, "{spent}, {to_begin} for one alone");
    let homes: Vec<_> = begun.iter().map(Answer::location).collect();
    let rows = i64::try_from(CROWD).unwrap();
    assert_eq!(app.data.count("participations"), rows + 1);

    let url = |home: &str| format!("{home}/gruen/sz-baeume");
    let page = alone.get(&url(&home)).await;
    let before = app.data.sent();
    let typed = [("mark", "right"), ("comment", "Am Bach")];
    let kept = alone.press(&page, "survey-next", &typed).await;
    kept.expect(303);
    let to_keep = app.data.sent() - before;

    let pages = people.iter().zip(&homes);
    let pages = join_all(pages.map(|(who, home)| async { who.get(&url(home)).await })).await;
    let (gate, before) = (held(&app), app.data.sent());
    // The first of them presses again when all have pressed, and means what she said last.
    let mut sent: Vec<(usize, String)> = (0..CROWD).map(|n| (n, format!("Wunsch {n}"))).collect();
    sent.push((0, LAST_WORD.to_owned()));
    let pressed: Vec<_> = sent
        .iter()
        .map(async |(n, text)| {
            if text == LAST_WORD {
                queued(&app, CROWD).await;
            }
            let typed = [("mark", "drop"), ("comment", text.as_str())];
            people[*n].press(&pages[*n], "survey-next", &typed).await
        })
        .collect();
    let writes = pressed.len();
    let (answers, ()) = join(join_all(pressed), let_go_of(&app, writes, gate)).await;
    let spent = app.data.sent() - before;
    for answer in &answers {
        answer.expect(303);
    }
    assert_eq!(app.data.count("drafts"), rows + 1);
    for (n, text) in &sent[1..] {
        let page = people[*n].get(&url(&homes[*n])).await;
        page.expect(200).says(text);
    }
    // A statement to open each participation, and all others together.
    let most = to_keep * 6 + u64::try_from(writes).unwrap();
    assert!(spent < most, "{spent}, {to_keep} for one alone");
}

/// Twelve people, each with something typed, the address of the page where it stands, and what it is.
async fn with_drafts(app: &TestApp) -> Vec<(Visitor, String, String)> {
    let mut crowd = Vec::new();
    for n in 0..CROWD {
        let who = app.visitor();
        let url = format!("{}/gruen/sz-baeume", begin(&who).await);
        let said = format!("Baum Nummer {n}.");
        answer(&who, &url, &[("mark", "right"), ("comment", said.as_str())])
            .await
            .expect(303);
        crowd.push((who, url, said));
    }
    crowd
}

#[actix_web::test]
async fn many_who_look_at_once_each_see_their_own() {
    let app = TestApp::new().await;
    let crowd = with_drafts(&app).await;
    let mut gate = app.data.connect();
    if system() == System::Postgres {
        let lock = "BEGIN; LOCK TABLE drafts IN ACCESS EXCLUSIVE MODE";
        gate.batch_execute(lock).unwrap();
    }
    let (stranger, before) = (app.visitor(), app.data.sent());
    let nobodys = stranger.get("/p/0123456789abcdefghjkmnpqrstv/gruen/sz-baeume");
    let pages = join_all(crowd.iter().map(|(who, url, _)| who.get(url)));
    let open = async {
        if system() == System::Postgres {
            // The first two stand before the gate; the others have time to come.
            let busy = || {
                let load = app.data.db.load();
                load.connections.saturating_sub(load.idle)
            };
            while busy() < 2 {
                tokio::task::yield_now().await;
            }
            for _ in 0..1_000 {
                tokio::task::yield_now().await;
            }
            gate.batch_execute("ROLLBACK").unwrap();
        }
    };
    let ((pages, nobodys), ()) = join(join(pages, nobodys), open).await;
    let spent = app.data.sent() - before;
    nobodys.expect(404);
    for (page, (.., said)) in pages.into_iter().zip(&crowd) {
        assert!(page.expect(200).body.contains(said), "{said}");
    }
    if system() == System::Postgres {
        let most = u64::try_from(CROWD).unwrap();
        assert!(spent < most, "{spent} statements for {CROWD} and one more");
    }
}

#[actix_web::test]
async fn a_row_that_cannot_be_read_is_nobody_elses() {
    let app = TestApp::new().await;
    let crowd = with_drafts(&app).await;
    let broken = "UPDATE drafts SET answer = 'x' WHERE participation_id = (SELECT min(participation_id) FROM drafts)";
    app.data.connect().batch_execute(broken).unwrap();
    let pages = join_all(crowd.iter().map(|(who, url, _)| who.get(url))).await;
    let seen = pages.iter().zip(&crowd);
    let seen = seen.filter(|(page, (.., said))| page.status == 200 && page.body.contains(said));
    assert_eq!(seen.count(), CROWD - 1);
}
