//! Before a statement is begun: how it goes, for persons and for organisations.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use crate::account::May;
use crate::base::db::Db;
use crate::base::error::AppResult;
use crate::base::form::Sent;
use crate::base::limit::{StartParticipation, Within};
use crate::base::page::Ui;
use crate::consultation;
use crate::participation::{self, Code, Participate};
use crate::statement::form::Press;
use crate::statement::model::{FILES, Moment, PART_CHARS};
use crate::statement::store::deadlines;
use crate::statement::view::StatementIntroPage;
use crate::translation::Reader;

/// `GET /consultations/{consultation}/statement` — what a statement is, until when, what can be attached, what becomes of it.
pub async fn intro(
    slug: Path<String>,
    reader: Reader,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (on, deadlines) = db
        .read(move |conn| {
            let mut on = consultation::published(conn, &slug)?;
            if let Some(lang) = reader.lang(conn, &slug)? {
                consultation::read_in(conn, &mut on, lang)?;
            }
            let deadlines = deadlines::of(conn, &on)?;
            Ok((on, deadlines))
        })
        .await?;
    let (now, zone) = (ui.arrived(), ui.site().zone);
    let late_until = deadlines.late_until(None, zone);
    ui.ok(&StatementIntroPage {
        slug: on.slug,
        title: on.title,
        lang: on.reading.lang,
        moment: deadlines.moment(None, now, zone).as_str(),
        opens: deadlines.window.first_day(zone),
        until: deadlines.window.last_day(zone),
        late_until: zone.day(late_until - chrono::TimeDelta::microseconds(1)),
        extensions: super::public::extensions(&deadlines, zone),
        limits: [
            FILES,
            ui.site().config.limits.upload_bytes >> 20,
            PART_CHARS,
        ],
    })
}

/// `POST /consultations/{consultation}/statement` — a person begins: she gets a receipt code, and the first page.
pub async fn begin(
    may: May<Participate>,
    _within: Within<StartParticipation>,
    slug: Path<String>,
    _form: Sent<Press>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let code = Code::fresh();
    let (hash, today) = (code.hash(&ui.site().secrets), ui.today());
    let (now, zone) = (ui.arrived(), ui.site().zone);
    let intro = format!("/consultations/{slug}/statement");
    let begun = may
        .write(move |tx| {
            let on = consultation::published(tx.conn, &slug)?;
            let moment = deadlines::of(tx.conn, &on)?.moment(None, now, zone);
            let is_taken = matches!(moment, Moment::Open | Moment::Late);
            if is_taken {
                participation::start(tx, &on.id, &hash, today)?;
            }
            Ok(is_taken)
        })
        .await?;
    Ok(ui.see_other(&if begun {
        format!("/p/{}/statement", code.as_str())
    } else {
        intro
    }))
}
