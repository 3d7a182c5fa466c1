//! Results: hidden until they are published, then equal to an independent count, and never about single people.

mod cross;
mod figures;
mod publication;

use trialog::account::{Actor, May};
use trialog::consultation::TrackKind;
use trialog::evaluation::{self, PublishOutcome, PublishResults};
use trialog::participation::{Channel, EnterContributions};
use trialog::survey::{Entered, enter, import};

use crate::support::app::TestApp;
use crate::support::town::{ZONE, at};

/// The first day after the survey.
pub const AFTER: &str = "2026-07-18 09:00:00";

/// Enters questionnaires as a file of paper sheets.
pub async fn enter_sheets(app: &TestApp, survey: &str, channel: Channel, file: &str) {
    let survey = app.town.survey(survey).clone();
    let window = app
        .town
        .consultation
        .track(TrackKind::Survey)
        .unwrap()
        .window;
    let today = ZONE.day(app.clock.now());
    let batch = import::read(&survey, channel, &window, (ZONE, today), file.as_bytes());
    let batch = batch.map_err(|faults| format!("{faults:?}")).unwrap();
    let sheets = batch.sheets.len();
    let id = app.town.consultation.id.clone();
    let may = May::<EnterContributions>::by(Actor::Console, &app.data.db, &app.clock).unwrap();
    let done = may
        .write(move |tx| enter(tx, &id, &survey, &batch, &|_| {}))
        .await;
    assert_eq!(done.unwrap(), Entered::All(sheets));
}

/// Publishes the results.
pub async fn publish(app: &TestApp) -> PublishOutcome {
    let consultation = app.town.consultation.clone();
    let limits = app.site.config.figures;
    let may = May::<PublishResults>::by(Actor::Console, &app.data.db, &app.clock).unwrap();
    may.write(move |tx| evaluation::publish(tx, &consultation, limits, ZONE))
        .await
        .unwrap()
}

/// The survey is over, and its results are public.
pub async fn close_and_publish(app: &TestApp) {
    app.clock.set(at(AFTER));
    assert!(matches!(
        publish(app).await,
        PublishOutcome::Published { number: 1, .. }
    ));
}

/// The addresses of the results.
pub const PAGES: [&str; 14] = [
    "/consultations/ziele/results",
    "/consultations/ziele/results.csv",
    "/consultations/ziele/results/leben",
    "/consultations/ziele/results/leben.csv",
    "/consultations/ziele/results/gruen",
    "/consultations/ziele/results/leben/comments",
    "/consultations/ziele/data",
    "/consultations/ziele/results.xlsx",
    "/consultations/ziele/results/leben.zip",
    "/consultations/ziele/results/leben.docx",
    "/consultations/ziele/results/leben/report",
    "/consultations/ziele/results/leben/chart.svg",
    "/consultations/ziele/charts.zip",
    "/api/v1/consultations/ziele/results",
];
