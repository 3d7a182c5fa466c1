//! All papers, for whoever may read them.

use actix_web::HttpResponse;

use super::url;
use crate::account::{May, Permission};
use crate::base::error::AppResult;
use crate::base::page::{ListAsk, Ui};
use crate::council::ReadPapers;
use crate::council::model::{Body, Paper, Sight};
use crate::council::page::public::{is_wanted, sort};
use crate::council::store::{bodies, papers, sight};
use crate::council::view::desk::{DeskPaperRow, SORTS};
use crate::council::view::{Choice, DeskPapersPage, NextStep};

/// `GET /desk/papers` — papers with their state and what comes next. Whoever writes none sees those that are published.
pub async fn show(may: May<ReadPapers>, ask: ListAsk, ui: Ui) -> AppResult<HttpResponse> {
    let who = may.who().clone();
    let (mut all, sight, bodies) = may
        .read(move |conn| {
            let sight = sight(conn, &who)?;
            let all = match sight {
                Sight::All => papers::list(conn)?,
                _ => papers::published(conn)?,
            };
            Ok((all, sight, bodies::list(conn)?))
        })
        .await?;
    let today = ui.today();
    let waits = |paper: &Paper| paper.way.waits_for_outcome(&sight, today);
    all.retain(|paper| {
        let is_of = ask.filter("state").is_none_or(|state| match state {
            "draft" => !paper.is_public(),
            "waiting" => waits(paper),
            _ => paper.is_public(),
        });
        is_of && is_wanted(paper, &ask)
    });
    let order = ask.order(&SORTS);
    sort(&mut all, order.by);
    if order.descending {
        all.reverse();
    }
    let row = |paper: Paper| DeskPaperRow {
        url: url(&paper.id),
        is_public: paper.is_public(),
        next: NextStep::of(&paper, &sight, today),
        waits: waits(&paper),
        reference: paper.details.reference,
        kind_key: paper.details.kind.label_key(),
        subject: paper.details.subject,
        dated_on: paper.details.dated_on,
    };
    ui.ok(&DeskPapersPage {
        listing: ask.listing(all.len(), &SORTS),
        rows: ask.cut(all).into_iter().map(row).collect(),
        kinds: Choice::papers(),
        can_edit: may.who().has(Permission::Edit),
        has_bodies: !bodies.is_empty(),
        own: own(&sight, &bodies),
    })
}

/// The bodies of a councillor, by name.
fn own(sight: &Sight, bodies: &[Body]) -> Option<Vec<String>> {
    let Sight::Bodies(own) = sight else {
        return None;
    };
    let mine = bodies.iter().filter(|body| own.contains(&body.id));
    Some(mine.map(|body| body.name.clone()).collect())
}
