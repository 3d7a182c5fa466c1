//! What people report about barriers, at the desk.

use actix_web::HttpResponse;

use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::Sent;
use crate::base::page::{ListAsk, Ui};
use crate::legal::AnswerFeedback;
use crate::legal::form::DoneForm;
use crate::legal::model::Report;
use crate::legal::store;
use crate::legal::view::{FeedbackPage, ReportRow};

/// `GET /desk/feedback`
pub async fn list(may: May<AnswerFeedback>, ui: Ui, ask: ListAsk) -> AppResult<HttpResponse> {
    let wanted = ask.clone();
    let (reports, total) = may.read(move |conn| store::reports(conn, &wanted)).await?;
    let zone = ui.site().zone;
    let row = |(n, report): (usize, Report)| ReportRow {
        id: report.id.to_string(),
        received_on: report.received_on,
        text: report.text,
        reply_to: report.reply_to,
        done_on: report.done.as_ref().map(|(at, _)| zone.day(*at)),
        done_by: report.done.map(|(_, by)| by).unwrap_or_default(),
        number: n + 1,
    };
    ui.ok(&FeedbackPage {
        listing: ask.listing(total, &["-day"]),
        reports: reports.into_iter().enumerate().map(row).collect(),
    })
}

/// `POST /desk/feedback`
pub async fn settle(
    may: May<AnswerFeedback>,
    ui: Ui,
    form: Sent<DoneForm>,
) -> AppResult<HttpResponse> {
    let DoneForm { report, done } = form.into_inner();
    let done = done == "yes";
    may.write(move |tx| store::settle(tx, &report, done))
        .await?;
    let said = if done {
        "said-report-done"
    } else {
        "said-report-open"
    };
    Ok(ui.see_other_saying("/desk/feedback", said))
}
