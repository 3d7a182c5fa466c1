//! Two editions side by side.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use crate::base::db::{Conn, Db};
use crate::base::error::{AppError, AppResult};
use crate::base::page::Ui;
use crate::strategy::LaidEdition;
use crate::strategy::diff::{Origin, compare};
use crate::strategy::store::{Listed, laid, origins_between, published_editions};
use crate::strategy::view::compare::{Choosable, ComparePage, fields};

/// Which editions are compared. What makes no sense counts as not asked.
#[derive(Debug, Deserialize)]
pub struct CompareAsk {
    /// Number of the one.
    from: Option<String>,
    /// Number of the other.
    to: Option<String>,
    /// `all`: also what stayed the same.
    show: Option<String>,
}

impl CompareAsk {
    /// The two editions, the earlier first: as asked, else the newest and the one before.
    fn pair<'e>(&self, editions: &'e [Listed]) -> Option<(&'e Listed, &'e Listed)> {
        let asked = |number: &Option<String>| {
            let number: i32 = number.as_ref()?.parse().ok()?;
            editions.iter().find(|edition| edition.number == number)
        };
        let to = asked(&self.to).or(editions.first())?;
        let before = editions.iter().find(|edition| edition.number < to.number);
        let from = asked(&self.from).or(before).unwrap_or(to);
        Some(if from.number <= to.number {
            (from, to)
        } else {
            (to, from)
        })
    }
}

/// `GET /strategies/{strategy}/compare?from=1&to=2` — what became different between two published editions.
pub async fn show(
    path: Path<String>,
    ask: Query<CompareAsk>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let slug = path.into_inner();
    let all = ask.show.as_deref() == Some("all");
    let (editions, from, to, origins) = db.read(move |conn| pair(conn, &slug, &ask)).await?;
    let comparison = compare(&from, &to, &origins)?;
    ui.ok(&ComparePage {
        strategy: to.strategy.clone(),
        title: to.title.clone(),
        editions: editions.iter().map(Choosable::from).collect(),
        from: Choosable::from(&from),
        to: Choosable::from(&to),
        all,
        counts: comparison.counts().into(),
        fields: fields(&comparison, all),
    })
}

/// The published editions to choose from, the two that were asked for, and the splits and merges between them.
pub type Both = (Vec<Listed>, LaidEdition, LaidEdition, Vec<Origin>);

/// The two editions that were asked for, as everyone reads them.
///
/// # Errors
/// Not found, while none is published.
pub fn pair(conn: &mut Conn, slug: &str, ask: &CompareAsk) -> AppResult<Both> {
    let editions = published_editions(conn, slug)?;
    let (from, to) = ask.pair(&editions).ok_or(AppError::NotFound)?;
    let origins = origins_between(conn, slug, from.number, to.number)?;
    let (from, to) = (laid(conn, &from.id)?, laid(conn, &to.id)?);
    Ok((editions, from, to, origins))
}

impl From<&Listed> for Choosable {
    fn from(edition: &Listed) -> Self {
        Self {
            number: edition.number,
            name: edition.name.clone(),
        }
    }
}

impl From<&LaidEdition> for Choosable {
    fn from(edition: &LaidEdition) -> Self {
        Self {
            number: edition.number,
            name: edition.name.clone(),
        }
    }
}
