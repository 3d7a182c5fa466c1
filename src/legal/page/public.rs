//! The town's own pages as everyone reads them.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use crate::account::May;
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::form::Sent;
use crate::base::limit::{Feedback, Within};
use crate::base::locale::{Args, Lang};
use crate::base::mail::{Address, Letter, Mail};
use crate::base::page::Ui;
use crate::legal::GiveFeedback;
use crate::legal::form::{NewReport, ReportForm};
use crate::legal::model::{Page, Version};
use crate::legal::store;
use crate::legal::view::{LegalPage, ReportPart};

/// `GET /imprint`
pub async fn imprint(ui: Ui, db: web::Data<Db>) -> AppResult<HttpResponse> {
    show(&ui, &db, Page::Imprint).await
}

/// `GET /privacy`
pub async fn privacy(ui: Ui, db: web::Data<Db>) -> AppResult<HttpResponse> {
    show(&ui, &db, Page::Privacy).await
}

/// `GET /accessibility`
pub async fn accessibility(ui: Ui, db: web::Data<Db>) -> AppResult<HttpResponse> {
    show(&ui, &db, Page::Accessibility).await
}

/// `GET /plain-language`
pub async fn plain_language(ui: Ui, db: web::Data<Db>) -> AppResult<HttpResponse> {
    show(&ui, &db, Page::PlainLanguage).await
}

/// `GET /sign-language`
pub async fn sign_language(ui: Ui, db: web::Data<Db>) -> AppResult<HttpResponse> {
    show(&ui, &db, Page::SignLanguage).await
}

/// `POST /accessibility`
pub async fn report(
    _: Within<Feedback>,
    may: May<GiveFeedback>,
    ui: Ui,
    db: web::Data<Db>,
    form: Sent<ReportForm>,
) -> AppResult<HttpResponse> {
    let found = find(&db, Page::Accessibility, ui.lang()).await?;
    let report = match form.into_inner().parse() {
        Ok(report) => report,
        Err(refill) => {
            let part = ReportPart::new(refill.form, ui.messages(&refill.errors));
            return ui.page(
                StatusCode::UNPROCESSABLE_ENTITY,
                &page(&ui, found, Some(part)),
            );
        }
    };
    let (notice, zone) = (notice(&ui, &report)?, ui.site().zone);
    may.write(move |tx| store::report(tx, &report, zone, notice.as_ref()))
        .await?;
    Ok(ui.see_other_saying("/accessibility", "said-report"))
}

async fn show(ui: &Ui, db: &Db, which: Page) -> AppResult<HttpResponse> {
    let found = find(db, which, ui.lang()).await?;
    let report =
        (which == Page::Accessibility).then(|| ReportPart::new(ReportForm::default(), Vec::new()));
    ui.ok(&page(ui, found, report))
}

/// What is published, in the visitor's language or else in the one there is.
async fn find(db: &Db, page: Page, lang: Lang) -> AppResult<(Lang, Version)> {
    db.read(move |conn| {
        for lang in [lang, lang.other()] {
            if let Some(version) = store::published(conn, page, lang)? {
                return Ok((lang, version));
            }
        }
        Err(AppError::NotFound)
    })
    .await
}

fn page(ui: &Ui, (lang, version): (Lang, Version), report: Option<ReportPart>) -> LegalPage {
    LegalPage {
        title: version.text.title,
        body: version.text.body,
        other_lang: (lang != ui.lang()).then(|| lang.code()),
        as_of: ui.site().zone.day(version.written_at),
        report,
    }
}

/// The mail to whoever reads the reports, if the town has named somebody. It is written in the town's own language.
fn notice(ui: &Ui, report: &NewReport) -> AppResult<Option<Mail>> {
    let config = &ui.site().config;
    let Some(reader) = Address::parse(&config.mail.contact_address) else {
        return Ok(None);
    };
    let mut args = Args::new();
    args.set("text", report.text.as_str());
    let reply_to = report.reply_to.as_ref().map_or("–", Address::as_str);
    args.set("reply", reply_to);
    args.set("url", format!("{}/desk/feedback", config.base_url()));
    let letter = Letter {
        kind: "feedback",
        subject_key: "mail-feedback-subject",
        body_key: "mail-feedback-body",
    };
    let lang = config.town.default_language;
    Mail::of(letter, reader, &ui.site().texts, lang, &args).map(Some)
}
