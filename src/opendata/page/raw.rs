//! The answers of a survey row by row, for evaluators. Whoever takes them along leaves a line in the journal.

mod file;

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, rt};
use file::{RawFile, RawFileWords};
use serde_json::json;

use crate::account::May;
use crate::base::bundle;
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::export::Cell;
use crate::base::form::Sent;
use crate::base::locale::DayStyle;
use crate::base::page::{Pipe, Ui};
use crate::base::table::book;
use crate::consultation;
use crate::opendata::ExportRaw;
use crate::opendata::form::{RawForm, RawFormat};
use crate::opendata::model::raw::{RawTable, RawWords, table};
use crate::opendata::view::{RawPage, RawSurvey};
use crate::participation::Channel;
use crate::survey::{Book, Mark, questionnaires_by_day};

/// `GET /desk/consultations/{consultation}/raw` — which surveys there are, and how many questionnaires each got.
pub async fn show(may: May<ExportRaw>, slug: Path<String>, ui: Ui) -> AppResult<HttpResponse> {
    let (consultation, book, days) = may
        .read(move |conn| {
            let found = consultation::find(conn, &slug)?;
            let book = Book::of(conn, &found.id)?;
            let days = questionnaires_by_day(conn, &found.id)?;
            Ok((found, book, days))
        })
        .await?;
    let count = |id| {
        let own = days.iter().filter(|(survey, ..)| survey == id);
        own.map(|(.., n)| *n).sum()
    };
    let surveys = book.surveys.iter().map(|survey| RawSurvey {
        slug: survey.slug.clone(),
        title: survey.title.clone(),
        fits_workbook: fits_workbook(count(&survey.id)),
        questionnaires: count(&survey.id),
    });
    ui.ok(&RawPage {
        slug: consultation.slug.clone(),
        title: consultation.title.clone(),
        surveys: surveys.collect(),
    })
}

/// `POST /desk/consultations/{consultation}/raw` — the file, sent while it is made. That it was taken along, by whom and how much of it,
/// stands in the journal before it leaves.
pub async fn export(
    may: May<ExportRaw>,
    slug: Path<String>,
    form: Sent<RawForm>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let form = form.into_inner();
    let format = form.format().ok_or(AppError::BadRequest)?;
    let name = form.survey.clone();
    let (consultation, survey, rows) = may
        .read(move |conn| {
            let found = consultation::find(conn, &slug)?;
            let book = Book::of(conn, &found.id)?;
            let survey = book.survey(&name).cloned().ok_or(AppError::NotFound)?;
            let days = questionnaires_by_day(conn, &found.id)?;
            let own = days.iter().filter(|(of, ..)| *of == survey.id);
            let rows: i64 = own.map(|(.., n)| *n).sum();
            Ok((found, survey, rows))
        })
        .await?;
    if format == RawFormat::Workbook && !fits_workbook(rows) {
        // The page offers no such button.
        return Err(AppError::BadRequest);
    }
    let table = table(&survey, &words(&ui));
    let stem = format!(
        "{}-{}-{}",
        consultation.slug,
        survey.slug,
        ui.t("data-raw-file")
    );
    let file = RawFile {
        codebook: codebook(&table, &ui),
        table,
        about: about(&consultation.title, &survey.title, rows, &ui),
        stem: stem.clone(),
        words: RawFileWords {
            how: ui.t("data-script-how"),
            rows: ui.t("data-sheet-rows"),
            columns: ui.t("data-sheet-columns"),
            about: ui.t("data-sheet-about"),
        },
    };
    let subject = format!("consultation:{}", consultation.slug);
    let slug = survey.slug;
    may.write(move |tx| {
        let what = json!({ "surveys": slug, "rows": rows, "format": format.ending() });
        tx.journal(&subject, &what)
    })
    .await?;
    let (pipe, outlet) = Pipe::new();
    rt::spawn(async move {
        let sent = db.read(move |conn| {
            file.send(conn, &survey.id, format, pipe);
            Ok(())
        });
        if let Err(why) = sent.await {
            tracing::warn!(%why, "a file was not made");
        }
    });
    let media = match format {
        RawFormat::Workbook => book::MEDIA,
        RawFormat::Package => bundle::MEDIA,
    };
    let name = format!("{stem}.{}", format.ending());
    Ok(ui.private_stream(media, &name, outlet))
}

/// Whether office programs open a workbook with so many questionnaires; its head takes a row too.
fn fits_workbook(rows: i64) -> bool {
    usize::try_from(rows).is_ok_and(|rows| rows < book::MAX_ROWS)
}

fn words(ui: &Ui) -> RawWords {
    RawWords {
        heads: [
            "data-raw-row",
            "data-raw-day",
            "data-raw-channel",
            "data-raw-access",
        ]
        .map(|key| ui.t(key)),
        channels: Channel::ALL
            .into_iter()
            .map(|channel| (channel.as_str().to_owned(), ui.t(channel.label_key())))
            .collect(),
        access: [ui.t("data-group-open"), ui.t("data-group-invited")],
        marks: Mark::FORM.map(|mark| ui.t(mark.label_key())),
        comment: ui.t("data-raw-comment"),
        chosen: [ui.t("data-raw-not-chosen"), ui.t("data-raw-chosen")],
        place: ui.t("data-raw-place"),
    }
}

/// What the file says about itself: pairs of a name and what is to be said.
fn about(consultation: &str, survey: &str, rows: i64, ui: &Ui) -> Vec<(String, String)> {
    let today = ui.lang().day(ui.today(), DayStyle::Long);
    let pairs = [
        ("data-about-title", format!("{consultation}: {survey}")),
        ("data-about-publisher", ui.site().config.town.name.clone()),
        ("data-about-state", today),
        ("data-fact-questionnaires", rows.to_string()),
        ("data-raw-care", ui.t("data-raw-care-text")),
        ("data-raw-order", ui.t("data-raw-order-text")),
    ];
    pairs.map(|(key, text)| (ui.t(key), text)).into()
}

/// The codebook: what each column means.
fn codebook(table: &RawTable, ui: &Ui) -> Vec<Vec<Cell<'static>>> {
    let head = [
        "data-column-head",
        "data-column-question",
        "data-column-kind",
        "data-column-meaning",
        "data-column-words",
    ];
    let columns = table.variables.iter().zip(&table.questions);
    let row = columns.map(|(variable, (key, kind))| {
        let values = variable.values.iter();
        let values: Vec<String> = values
            .map(|(code, name)| format!("{code} = {name}"))
            .collect();
        vec![
            variable.name.clone().into(),
            key.clone().into(),
            kind.map(|kind| ui.t(kind.label_key())).into(),
            variable.label.clone().into(),
            values.join(" | ").into(),
        ]
    });
    std::iter::once(head.map(|key| ui.t(key).into()).to_vec())
        .chain(row)
        .collect()
}
