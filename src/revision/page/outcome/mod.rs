//! What became of the contributions, for everyone: field by field, theme by theme, receipt by receipt.

mod shown;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use crate::account::May;
use crate::assessment::model::Audience;
use crate::assessment::view::AssessmentView;
use crate::base::clock::Zone;
use crate::base::db::{Conn, Db};
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::page::Ui;
use crate::consultation::{self, Consultation};
use crate::revision::store::outcome::{
    Outcomes, OwnThread, outcomes, own_threads, quoted, statement_threads,
};
use crate::revision::view::{
    FieldOutcome, OutcomePage, OwnOutcomePage, QuoteShown, ThemeOutcomePage, ThreadShown,
};
use crate::statement::WriteStatement;
use crate::statement::page::seat::Seat;
use crate::strategy::cause::Theme;
use crate::survey::Mark;
use crate::survey::page::Visit;
use crate::theme::page::paragraphs;
use crate::theme::view::Head;

pub use self::shown::flat;

/// How many contributions of a theme stand on one page.
const A_PAGE: i64 = 30;

async fn read(db: &Db, slug: String) -> AppResult<Outcomes> {
    db.read(move |conn| {
        let consultation = consultation::published(conn, &slug)?;
        outcomes(conn, consultation, Audience::Public)
    })
    .await
}

/// `GET /consultations/{consultation}/outcome` — what became of everything, field by field.
pub async fn overview(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let all = read(&db, slug.into_inner()).await?;
    let zone = ui.site().zone;
    let compared = all.answer.as_ref().map(|(_, comparison)| comparison);
    let fields = all.before.fields.iter().map(|field| {
        let below = all.places.with_all_below(&field.id);
        let compared = compared.and_then(|all| all.fields.iter().find(|one| one.key == field.key));
        FieldOutcome {
            url: format!("{}/{}", all.url(), field.key),
            label: field.label.clone(),
            title: field.title.clone(),
            contributions: all.about(&below),
            changed: compared.map_or(0, |compared| {
                flat(compared).iter().filter(|one| one.is_touched()).count()
            }),
        }
    });
    ui.ok(&OutcomePage {
        since: zone.day(all.since),
        kinds: all
            .kinds
            .iter()
            .map(|(kind, n)| (kind.label_key(), *n))
            .collect(),
        all: all.kinds.values().sum(),
        themes: all.themes.len(),
        positions: all.positions(all.said.keys()),
        answer: all.edition(),
        fields: fields.collect(),
        across: all
            .themes
            .iter()
            .filter(|theme| theme.element.is_none())
            .map(|theme| all.theme(&theme.id, zone))
            .collect(),
        head: Head::from(&all.consultation),
    })
}

/// `GET /consultations/{consultation}/outcome/{field}` — one field of action, old beside new, with the themes behind each change.
pub async fn field(path: Path<(String, String)>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (slug, key) = path.into_inner();
    let all = read(&db, slug).await?;
    ui.ok(&all.field(&key, ui.site().zone)?)
}

/// `GET /consultations/{consultation}/outcome/themes/{theme}` — one theme: what people wrote, what the town says, what it changed.
pub async fn theme(path: Path<(String, String)>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let id: Id<Theme> = Id::known(id);
    let all = read(&db, slug).await?;
    let named = all.themes.iter().find(|theme| theme.id == id);
    let named = named.ok_or(AppError::NotFound)?;
    let page = ui.query("page").and_then(|page| page.parse().ok());
    let page: i64 = page.unwrap_or(1).clamp(1, 100_000);
    let (quotes, shown) = if all.consultation.releases_comments {
        let of = id.clone();
        let window = ((page - 1) * A_PAGE, A_PAGE);
        db.read(move |conn| quoted(conn, &of, window)).await?
    } else {
        (Vec::new(), 0)
    };
    if page > 1 && quotes.is_empty() {
        return Err(AppError::NotFound);
    }
    ui.ok(&ThemeOutcomePage {
        head: Head::from(&all.consultation),
        theme: all.theme(&id, ui.site().zone),
        about: named.about.clone(),
        spot: all.spot(named.element.as_ref()),
        effects: all.effects(std::slice::from_ref(&id)),
        quotes: quotes
            .into_iter()
            .map(|quote| QuoteShown {
                paragraphs: paragraphs(&quote.text),
                mark_key: quote.mark.map(Mark::label_key),
                spot: all.spot(quote.element.as_ref()),
            })
            .collect(),
        shown,
        page,
        pages: ((shown + A_PAGE - 1) / A_PAGE).max(1),
    })
}

/// `GET /p/{code}/outcome` — what became of one's own contributions.
pub async fn own(visit: Visit, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (of, person) = (
        visit.asked.consultation.clone(),
        visit.participation.id.clone(),
    );
    let (all, threads) = db
        .read(move |conn| {
            let threads = own_threads(conn, &of, &person)?;
            Ok((public(conn, of)?, threads))
        })
        .await?;
    let back_url = format!("/p/{}/contributions", visit.code.as_str());
    let head = Head::from(&visit.asked.consultation);
    ui.ok(&own_page(
        head,
        back_url,
        all.as_ref(),
        &threads,
        ui.site().zone,
    ))
}

/// `GET /organisation/consultations/{consultation}/statement/outcome` — what became of an organisation's statement, segment by
/// segment.
pub async fn statement(may: May<WriteStatement>, seat: Seat, ui: Ui) -> AppResult<HttpResponse> {
    let back_url = seat.url("/receipt");
    let statement = seat.statement.clone();
    let statement = statement.filter(|one| one.current().is_some());
    let Some(statement) = statement else {
        return Ok(ui.see_other(&seat.url("")));
    };
    let of = seat.consultation.clone();
    let (all, threads) = may
        .read(move |conn| {
            let threads = statement_threads(conn, &of, &statement)?;
            Ok((public(conn, of)?, threads))
        })
        .await?;
    let head = Head::from(&seat.consultation);
    ui.ok(&own_page(
        head,
        back_url,
        all.as_ref(),
        &threads,
        ui.site().zone,
    ))
}

/// What everyone may read; none while nobody may.
fn public(conn: &mut Conn, of: Consultation) -> AppResult<Option<Outcomes>> {
    match outcomes(conn, of, Audience::Public) {
        Ok(all) => Ok(Some(all)),
        Err(AppError::NotFound) => Ok(None),
        Err(why) => Err(why),
    }
}

fn own_page(
    head: Head,
    back_url: String,
    all: Option<&Outcomes>,
    threads: &[OwnThread],
    zone: Zone,
) -> OwnOutcomePage {
    let threads: Vec<ThreadShown> = (1..)
        .zip(threads)
        .map(|(n, one)| thread(n, one, all, zone))
        .collect();
    OwnOutcomePage {
        head,
        back_url,
        is_out: all.is_some(),
        changed: threads.iter().filter(|one| !one.effects.is_empty()).count(),
        threads,
    }
}

/// Before everyone may read the outcome, an author is told only that her words arrived.
fn thread(n: usize, thread: &OwnThread, all: Option<&Outcomes>, zone: Zone) -> ThreadShown {
    let one = &thread.one;
    let own = thread.own.as_ref().filter(|_| all.is_some());
    // What is said to it alone counts instead of what is said to its themes.
    let themes = if own.is_some() {
        &[][..]
    } else {
        &thread.themes
    };
    ThreadShown {
        id: format!("c{n}"),
        paragraphs: paragraphs(&one.text),
        mark_key: one.mark.map(Mark::label_key),
        spot: all.and_then(|all| all.spot(one.element.as_ref())),
        is_read: thread.is_read && all.is_some(),
        themes: all.map_or_else(Vec::new, |all| {
            themes.iter().map(|id| all.theme(id, zone)).collect()
        }),
        own: own.map(|own| AssessmentView::of(own, zone.day(own.at), None)),
        effects: all.map_or_else(Vec::new, |all| all.effects(&thread.themes)),
    }
}
