//! The charts of published results, to take along.

use actix_web::HttpResponse;
use actix_web::web::{self, Data, Path};

use super::Asked;
use super::finding::{finding, goals_finding, in_words};
use crate::base::bundle::{self, Part, bundle};
use crate::base::chart;
use crate::base::db::Db;
use crate::base::drawing::{BarRow, Caption, MarkWords, bars, columns, png};
use crate::base::error::{AppError, AppResult};
use crate::base::figures::Shown;
use crate::base::locale::DayStyle;
use crate::base::page::Ui;
use crate::evaluation::page::days;
use crate::evaluation::{SurveyFigures, view::DayBar};
use crate::survey::Mark;

const SVG: &str = "image/svg+xml";
const PNG: &str = "image/png";

/// `GET /consultations/{consultation}/charts.zip` — all charts, as SVG and as PNG.
pub async fn all(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let asked = Asked::whole(&db, slug.into_inner()).await?;
    let name = format!("{}-{}.zip", asked.stem(), ui.t("data-charts-file"));
    let drawings = drawings(&asked, &ui);
    let file = drawn(move || {
        let mut parts: Vec<Part> = Vec::new();
        for (name, svg) in drawings {
            parts.push((format!("{name}.png"), png(&svg)?));
            parts.push((format!("{name}.svg"), svg.into_bytes()));
        }
        bundle(parts)
    });
    Ok(ui.open_file(bundle::MEDIA, Some(&name), file.await?))
}

/// `GET /consultations/{consultation}/results/{survey}/chart.svg` — the goals of one survey as a drawing.
pub async fn svg(path: Path<(String, String)>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let asked = Asked::part(&db, path.into_inner()).await?;
    let drawing = of_goals(&asked, &ui).ok_or(AppError::NotFound)?;
    Ok(ui.open_file(SVG, None, drawing.into_bytes()))
}

/// `GET /consultations/{consultation}/results/{survey}/chart.png` — the same as a picture.
pub async fn picture(
    path: Path<(String, String)>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let asked = Asked::part(&db, path.into_inner()).await?;
    let drawing = of_goals(&asked, &ui).ok_or(AppError::NotFound)?;
    let picture = drawn(move || png(&drawing)).await?;
    Ok(ui.open_file(PNG, None, picture))
}

/// Draws beside the threads that answer requests.
pub(super) async fn drawn<T: Send + 'static>(
    work: impl FnOnce() -> anyhow::Result<T> + Send + 'static,
) -> AppResult<T> {
    let done = web::block(work).await;
    Ok(done.map_err(anyhow::Error::from)??)
}

/// All drawings with their names: the whole, each survey with goals, and the days.
fn drawings(asked: &Asked, ui: &Ui) -> Vec<(String, String)> {
    let stem = asked.stem();
    let mut all = Vec::new();
    all.extend(of_surveys(asked, ui).map(|svg| (stem.clone(), svg)));
    for survey in asked.published.snapshot.asked() {
        let svg = goals(asked, survey, ui);
        all.extend(svg.map(|svg| (format!("{stem}-{}", survey.slug), svg)));
    }
    let of_days = ui.t("data-charts-days-file");
    all.extend(by_days(asked, ui).map(|svg| (format!("{stem}-{of_days}"), svg)));
    all
}

/// The chart of the survey that was asked for; none where it asks about no goal.
pub(super) fn of_goals(asked: &Asked, ui: &Ui) -> Option<String> {
    goals(asked, asked.figures()?, ui)
}

fn goals(asked: &Asked, survey: &SurveyFigures, ui: &Ui) -> Option<String> {
    let limits = asked.published.snapshot.limits;
    let rows: Vec<Row> = survey
        .goals()
        .map(|goal| Row {
            name: named(&goal.label, &goal.text),
            shown: goal.shown_marks(limits),
            marks: goal.marks(),
        })
        .collect();
    let name = named(&survey.label, &survey.title);
    let about = format!("{name}. {}", ui.t("results-goals-about"));
    let title = goals_finding(survey, limits, ui);
    let title =
        title.unwrap_or_else(|| finding(&survey.shown_marks(limits), survey.marks(), limits, ui));
    (!rows.is_empty()).then(|| draw(asked, title, &about, &rows, ui))
}

fn of_surveys(asked: &Asked, ui: &Ui) -> Option<String> {
    let snapshot = &asked.published.snapshot;
    let rows: Vec<Row> = snapshot
        .asked()
        .filter(|survey| survey.goals().next().is_some())
        .map(|survey| Row {
            name: named(&survey.label, &survey.title),
            shown: survey.shown_marks(snapshot.limits),
            marks: survey.marks(),
        })
        .collect();
    let title = finding(
        &snapshot.shown_marks(),
        snapshot.marks(),
        snapshot.limits,
        ui,
    );
    let about = ui.t("results-surveys-about");
    (!rows.is_empty()).then(|| draw(asked, title, &about, &rows, ui))
}

/// What a row of bars shows.
struct Row {
    name: String,
    shown: Shown,
    marks: u64,
}

pub(super) fn named(label: &str, title: &str) -> String {
    format!("{label} {title}").trim().to_owned()
}

fn draw(asked: &Asked, title: String, about: &str, rows: &[Row], ui: &Ui) -> String {
    let mut drawn: Vec<[u8; 5]> = Vec::new();
    let bar_rows: Vec<BarRow> = rows
        .iter()
        .map(|row| {
            let bar = match &row.shown {
                Shown::Shares { percent, .. } => percent.as_slice().try_into().ok(),
                _ => None,
            };
            BarRow {
                name: row.name.clone(),
                base: ui.say("results-marks", [("n", row.marks.into())]),
                bar: bar.map(|bar| {
                    drawn.push(bar);
                    drawn.len() - 1
                }),
                note: in_words(&row.shown, row.marks, ui),
            }
        })
        .collect();
    let words = rows.iter().map(|row| {
        let base = ui.say("results-marks", [("n", row.marks.into())]);
        format!(
            "{} ({base}): {}",
            row.name,
            in_words(&row.shown, row.marks, ui)
        )
    });
    let caption = caption(
        asked,
        title,
        about.to_owned(),
        &words.collect::<Vec<_>>(),
        ui,
    );
    let marks = MarkWords {
        marks: Mark::CHART.map(|mark| ui.t(mark.label_key())),
        less: ui.t("bars-less"),
        right: ui.t("bars-right"),
        more: ui.t("bars-more"),
    };
    bars(&caption, &chart::diverging(&drawn), &bar_rows, &marks)
}

fn by_days(asked: &Asked, ui: &Ui) -> Option<String> {
    let snapshot = &asked.published.snapshot;
    let days: Vec<DayBar> = days(snapshot.asked(), snapshot.limits);
    if days.is_empty() {
        return None;
    }
    let counts: Vec<u64> = days.iter().map(|day| day.n).collect();
    let labels: Vec<String> = days
        .iter()
        .map(|day| ui.lang().day(day.from, DayStyle::Short))
        .collect();
    let words = days.iter().zip(&labels);
    let words: Vec<String> = words
        .map(|(day, label)| format!("{label}: {}", day.n))
        .collect();
    let by_day = days.iter().all(|day| day.from == day.until);
    let about = if by_day {
        ui.t("results-days-by-day")
    } else {
        ui.t("results-days-by-time")
    };
    let caption = caption(asked, ui.t("results-days-title"), about, &words, ui);
    Some(columns(&caption, &chart::columns(&counts), &labels))
}

fn caption(asked: &Asked, title: String, about: String, words: &[String], ui: &Ui) -> Caption {
    let site = ui.site();
    let published = &asked.published;
    let day = ui.lang().day(site.zone.day(published.at), DayStyle::Long);
    let state = ui.say(
        "results-published",
        [("day", day.into()), ("number", published.number.into())],
    );
    let source = format!(
        "{}, {}. {state} {}{}",
        site.config.town.name,
        asked.consultation.title,
        site.config.base_url(),
        asked.path()
    );
    Caption {
        lang: ui.lang(),
        title,
        about,
        source: vec![source],
        words: words.join("; "),
    }
}
