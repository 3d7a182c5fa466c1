//! Free texts on their way to the public: read, released, blacked out, hidden; and the author's side of it.

mod objections;
mod queue;
mod redactions;

use crate::support::app::TestApp;
use crate::support::visitor::Visitor;
use crate::survey::{answer, begin, submit};

/// The queue.
pub const QUEUE: &str = "/desk/moderation";

/// The page on which everyone reads released comments.
pub const PUBLIC: &str = "/consultations/ziele/results/leben/comments";

/// Somebody who commented on one goal and handed in: her browser, her address, and her text in the queue.
pub async fn one_text(app: &TestApp, words: &str) -> (Visitor, String, String) {
    let anna = app.visitor();
    let home = begin(&anna).await;
    let typed = [("mark", "bolder"), ("comment", words)];
    answer(&anna, &format!("{home}/leben/sz-wege"), &typed)
        .await
        .expect(303);
    submit(&anna, &home).await.expect(303);
    let receipt = anna.get(&format!("{home}/receipt")).await;
    let mut texts = receipt.attributes("li[id^=text-]", "id");
    let id = texts.pop().unwrap();
    (anna, home, id.trim_start_matches("text-").to_owned())
}

/// Looks for a word in the queue, and releases what is found.
pub async fn search(app: &TestApp, moderator: &Visitor) {
    let (_, _, id) = one_text(app, "Laternen am Bach").await;
    crate::evaluation_desk::gather(app).await;
    let page = moderator.get(&format!("{QUEUE}?q=laterne")).await;
    moderator
        .press(&page, "texts-release-picked", &[("text", &id)])
        .await
        .expect(303);
}
