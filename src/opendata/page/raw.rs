//! The answers of a survey row by row, for evaluators. Whoever takes them along leaves a line in the journal.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde_json::json;

use super::package::plain;
use crate::account::May;
use crate::base::bundle::{self, Part, bundle};
use crate::base::error::{AppError, AppResult};
use crate::base::export::{Cell, Separator, csv};
use crate::base::form::Sent;
use crate::base::id::Id;
use crate::base::locale::DayStyle;
use crate::base::page::Ui;
use crate::base::table::book::{self, Sheet, workbook};
use crate::consultation;
use crate::opendata::ExportRaw;
use crate::opendata::form::{RawForm, RawFormat};
use crate::opendata::model::raw::{RawTable, RawWords, in_one_line, table};
use crate::opendata::model::script::{Words, r, spss};
use crate::opendata::store;
use crate::opendata::view::{RawPage, RawSurvey};
use crate::participation::Channel;
use crate::survey::{Book, Mark, Survey, questionnaires_by_day};

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
        questionnaires: count(&survey.id),
    });
    ui.ok(&RawPage {
        slug: consultation.slug.clone(),
        title: consultation.title.clone(),
        surveys: surveys.collect(),
    })
}

/// `POST /desk/consultations/{consultation}/raw` — the file. That it was taken along, by whom and how much of it, stands in
/// the journal before it leaves.
pub async fn export(
    may: May<ExportRaw>,
    slug: Path<String>,
    form: Sent<RawForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let form = form.into_inner();
    let format = form.format().ok_or(AppError::BadRequest)?;
    let name = form.survey.clone();
    let (consultation, survey, mut sheets) = may
        .read(move |conn| {
            let found = consultation::find(conn, &slug)?;
            let book = Book::of(conn, &found.id)?;
            let survey = book.survey(&name).cloned().ok_or(AppError::NotFound)?;
            let sheets = store::sheets(conn, &survey.id)?;
            Ok((found, survey, sheets))
        })
        .await?;
    // The order of rows must tell nothing: neither when a questionnaire came nor which others came with it.
    sheets.sort_by_cached_key(|_| Id::<Survey>::random().to_string());
    let table = table(&survey, &sheets, &words(&ui));
    let about = about(&consultation.title, &survey.title, sheets.len(), &ui);
    let stem = format!(
        "{}-{}-{}",
        consultation.slug,
        survey.slug,
        ui.t("data-raw-file")
    );
    let (media, bytes) = match format {
        RawFormat::Workbook => (book::MEDIA, as_workbook(&table, &about, &ui)?),
        RawFormat::Package => (bundle::MEDIA, as_package(&stem, table, about, &ui)?),
    };
    let rows = sheets.len();
    let subject = format!("consultation:{}", consultation.slug);
    may.write(move |tx| {
        let what = json!({ "surveys": survey.slug, "rows": rows, "format": format.ending() });
        tx.journal(&subject, &what)
    })
    .await?;
    let name = format!("{stem}.{}", format.ending());
    Ok(ui.private_file(media, &name, bytes))
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
fn about(consultation: &str, survey: &str, rows: usize, ui: &Ui) -> Vec<(String, String)> {
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

fn as_workbook(table: &RawTable, about: &[(String, String)], ui: &Ui) -> anyhow::Result<Vec<u8>> {
    let names = table.variables.iter();
    let head: Vec<Cell> = names
        .map(|variable| variable.name.as_str().into())
        .collect();
    let rows = table.rows.iter().cloned();
    let pairs = about
        .iter()
        .map(|(name, text)| vec![name.as_str().into(), text.as_str().into()]);
    let title = vec![ui.t("data-sheet-about").into(), Cell::Empty];
    workbook(&[
        Sheet {
            name: ui.t("data-sheet-rows"),
            widths: vec![14; head.len()],
            rows: std::iter::once(head).chain(rows).collect(),
            wraps: false,
        },
        Sheet {
            name: ui.t("data-sheet-columns"),
            widths: vec![26, 20, 20, 60, 70],
            rows: codebook(table, ui),
            wraps: true,
        },
        Sheet {
            name: ui.t("data-sheet-about"),
            widths: vec![26, 100],
            rows: std::iter::once(title).chain(pairs).collect(),
            wraps: true,
        },
    ])
}

fn as_package(
    stem: &str,
    table: RawTable,
    about: Vec<(String, String)>,
    ui: &Ui,
) -> anyhow::Result<Vec<u8>> {
    let mut listed = codebook(&table, ui);
    let head: Vec<String> = listed
        .remove(0)
        .iter()
        .map(|cell| cell.plain().into_owned())
        .collect();
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let codebook = plain(csv(Separator::Comma, &head, listed)?);
    let names: Vec<&str> = table
        .variables
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    let rows = table.rows.into_iter().map(in_one_line);
    let rows = plain(csv(Separator::Comma, &names, rows)?);
    let words = Words {
        about: about
            .into_iter()
            .map(|(name, text)| format!("{name}: {text}"))
            .collect(),
        how: ui.t("data-script-how"),
    };
    let file = format!("{stem}.csv");
    let readme = format!("{}\r\n", words.about.join("\r\n"));
    let parts: Vec<Part> = vec![
        ("README.txt".to_owned(), readme.into_bytes()),
        (format!("{stem}-codebook.csv"), codebook),
        (
            format!("{stem}.R"),
            r(&file, &words, &table.variables).into_bytes(),
        ),
        (
            format!("{stem}.sps"),
            spss(&file, &words, &table.variables).into_bytes(),
        ),
        (file.clone(), rows),
    ];
    bundle(parts)
}
