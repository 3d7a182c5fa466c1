//! What is done beside the requests, one after the other. Each round finds what is true already and may run in any number of
//! processes; monitoring learns when it ended last.

use std::pin::Pin;

use actix_web::web::Data;

use crate::base::db::Db;
use crate::base::site::Site;
use crate::{notice, resident, retention, revision, statement, theme, transparency};

/// Notices to subscribers, links of residents that are over, the check list, words by which contributions are found, what became of them,
/// reminders to organisations, files that belong to nothing, erased words that still stand in a file.
pub(super) fn chore(site: Data<Site>, db: Db) -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(async move {
        notice::page::round::chore(site.clone(), db.clone()).await;
        site.ran("notices");
        resident::page::round::chore(site.clone(), db.clone()).await;
        site.ran("links");
        transparency::page::round::chore(site.clone(), db.clone()).await;
        site.ran("list");
        theme::page::round::chore(site.clone(), db.clone()).await;
        site.ran("themes");
        revision::page::round::chore(site.clone(), db.clone()).await;
        site.ran("outcomes");
        resident::page::told::chore(site.clone(), db.clone()).await;
        site.ran("told");
        statement::page::round::chore(site.clone(), db.clone()).await;
        site.ran("reminders");
        retention::page::round::chore(site.clone(), db).await;
        site.ran("retention");
    })
}
