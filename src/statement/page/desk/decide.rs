//! Decisions about one statement: whether it is considered although it came late, and whether everyone reads it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::Whole;
use super::mail;
use super::register::last_day;
use super::version::{Contents, Look};
use crate::account::May;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Sent};
use crate::base::mail::Address;
use crate::base::outbox;
use crate::base::page::{Faults, Ui};
use crate::consultation::view::Subject;
use crate::statement::DecideStatements;
use crate::statement::form::desk::{DecisionForm, REASON_CHARS};
use crate::statement::model::Publication;
use crate::statement::store::decide as rows;
use crate::statement::view::desk::{AdmissionPage, PublicationPage};
use crate::strategy::{self, LaidEdition};

/// A late statement, and to whom the decision goes.
async fn late(
    may: &May<DecideStatements>,
    path: Path<(String, i32)>,
) -> AppResult<(Whole, Vec<Address>)> {
    let (slug, number) = path.into_inner();
    may.read(move |conn| {
        let whole = Whole::of(conn, &slug, number)?;
        let to = mail::addresses_of(conn, &whole)?;
        Ok((whole, to))
    })
    .await
}

/// `GET /desk/consultations/{consultation}/statements/{number}/admission` — asks whether a late one is considered.
pub async fn ask_admission(
    may: May<DecideStatements>,
    path: Path<(String, i32)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (whole, to) = late(&may, path).await?;
    match admission_page(&whole, to.len(), DecisionForm::default(), &[], &ui) {
        Some(page) => ui.ok(&page),
        None => Ok(ui.see_other_saying(&whole.url(), "said-statement-in-time")),
    }
}

/// The page; none about a statement that is in time or withdrawn.
fn admission_page(
    whole: &Whole,
    mails: usize,
    form: DecisionForm,
    errors: &[FieldError],
    ui: &Ui,
) -> Option<AdmissionPage> {
    let zone = ui.site().zone;
    let closes_at = whole.deadlines.of(whole.statement.party.as_ref());
    let handed_in = whole.statement.current()?.handed_in.as_ref()?;
    Some(AdmissionPage {
        subject: Subject::from(&whole.on),
        number: whole.statement.number?,
        name: whole.name(),
        until: last_day(closes_at, zone),
        received_on: zone.day(handed_in.at),
        days_late: whole.statement.days_late(closes_at, zone)?,
        mails,
        form,
        limit: REASON_CHARS,
        faults: Faults::from(ui.messages(errors)),
    })
}

/// `POST /desk/consultations/{consultation}/statements/{number}/admission` — decides it; those concerned get a mail.
pub async fn admit(
    may: May<DecideStatements>,
    path: Path<(String, i32)>,
    form: Sent<DecisionForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (whole, to) = late(&may, path).await?;
    let here = whole.url();
    let form = form.into_inner();
    let decided = form.admission();
    let errors = decided.as_ref().err().cloned().unwrap_or_default();
    let Some(page) = admission_page(&whole, to.len(), form, &errors, &ui) else {
        return Ok(ui.see_other_saying(&here, "said-statement-in-time"));
    };
    let Ok((outcome, reason)) = decided else {
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let known = whole.statement.admission.as_ref();
    if known.is_some_and(|known| known.outcome == outcome && known.reason == reason) {
        // The same form once more: nobody gets a second mail.
        return Ok(ui.see_other_saying(&here, "said-statement-decided"));
    }
    let mails = mail::admission(ui.site(), &whole, &to, outcome, &reason)?;
    may.write(move |tx| {
        rows::admit(tx, &whole.statement, outcome, &reason)?;
        for mail in &mails {
            outbox::put(tx.conn, tx.now, mail)?;
        }
        Ok(())
    })
    .await?;
    Ok(ui.see_other_saying(&here, "said-statement-decided"))
}

/// A statement that counts, with its text.
struct Shown {
    whole: Whole,
    contents: Contents,
    edition: LaidEdition,
}

impl Shown {
    fn of(conn: &mut Conn, slug: &str, number: i32) -> AppResult<Self> {
        let whole = Whole::of(conn, slug, number)?;
        let current = whole.statement.current().ok_or(AppError::NotFound)?;
        Ok(Self {
            contents: Contents::read(conn, std::slice::from_ref(&current.id))?,
            edition: strategy::laid(conn, &whole.on.edition)?,
            whole,
        })
    }

    fn page(&self, form: DecisionForm, errors: &[FieldError], ui: &Ui) -> Option<PublicationPage> {
        let (whole, statement) = (&self.whole, &self.whole.statement);
        let closes_at = whole.deadlines.of(statement.party.as_ref());
        let look = Look {
            edition: &self.edition,
            authors: &std::collections::HashMap::new(),
            zone: ui.site().zone,
            home: whole.url(),
            proofs: &std::collections::HashMap::new(),
        };
        let version = look.card(statement.current()?, &self.contents)?;
        let hindrance = if !version.may_publish {
            Some("statement-desk-no-consent")
        } else if !statement.counts(closes_at) {
            Some("statement-desk-does-not-count")
        } else {
            None
        };
        // Of a person everyone reads at most for whom she writes.
        let signed = whole.content.submitters.first();
        let public_name = match &whole.organisation {
            Some(organisation) => organisation.details.name.clone(),
            None => signed.map_or(String::new(), |one| one.behalf.clone()),
        };
        Some(PublicationPage {
            subject: Subject::from(&whole.on),
            number: statement.number?,
            public_name,
            name: whole.name(),
            hindrance,
            is_public: statement.is_public(closes_at),
            version,
            form,
            limit: REASON_CHARS,
            faults: Faults::from(ui.messages(errors)),
        })
    }
}

/// `GET /desk/consultations/{consultation}/statements/{number}/publication` — what everyone would read, and the question.
pub async fn ask_publication(
    may: May<DecideStatements>,
    path: Path<(String, i32)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, number) = path.into_inner();
    let shown = may.read(move |conn| Shown::of(conn, &slug, number)).await?;
    let page = shown.page(DecisionForm::default(), &[], &ui);
    ui.ok(&page.ok_or(AppError::NotFound)?)
}

/// `POST /desk/consultations/{consultation}/statements/{number}/publication` — shows it to everyone, or keeps it back.
pub async fn publish(
    may: May<DecideStatements>,
    path: Path<(String, i32)>,
    form: Sent<DecisionForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, number) = path.into_inner();
    let shown = may.read(move |conn| Shown::of(conn, &slug, number)).await?;
    let form = form.into_inner();
    let decided = form.publication();
    let mut errors = decided.as_ref().err().cloned().unwrap_or_default();
    let page =
        |form, errors: &[FieldError]| shown.page(form, errors, &ui).ok_or(AppError::NotFound);
    let hindrance = page(form.clone(), &[])?.hindrance;
    if let (Ok((Publication::Published, _)), Some(_)) = (&decided, hindrance) {
        errors.push(FieldError::new("outcome", "error-publication-hindered"));
    }
    match decided {
        Ok((outcome, reason)) if errors.is_empty() => {
            let here = shown.whole.url();
            let statement = shown.whole.statement;
            may.write(move |tx| rows::publish(tx, &statement, outcome, &reason))
                .await?;
            Ok(ui.see_other_saying(&here, "said-statement-decided"))
        }
        _ => ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page(form, &errors)?),
    }
}
