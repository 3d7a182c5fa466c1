//! What others do with a comment by its public address: see it the same way, or report it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use super::discussion::typed_code;
use super::room::Door;
use super::{answer_shown, head, paragraphs};
use crate::account::May;
use crate::base::db::{Conn, Db};
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Sent};
use crate::base::id::Id;
use crate::base::limit::{Feedback, StartParticipation, Within};
use crate::base::page::Ui;
use crate::comment::ReportComment;
use crate::comment::form::{CommentForm, ReportForm};
use crate::comment::model::MAX_REPORT;
use crate::comment::store::{self, Listed};
use crate::comment::view::{Choice, CommentRow, ReportPage, SupportPage};
use crate::consultation::{Consultation, TrackKind, open_window};
use crate::participation::access::Access;
use crate::participation::store::access::access_of;
use crate::participation::{self, Code, Participate};
use crate::survey::{FreeText, HideReason, TextState};

/// Consultation, key of the element, comment.
type Address = Path<(String, String, String)>;

/// A public comment, its consultation, and whether only those who were invited take part.
fn public_one(
    conn: &mut Conn,
    (slug, key, id): &(String, String, String),
) -> AppResult<(Consultation, Listed, bool)> {
    let (consultation, _) = Door::Everyone(slug.clone()).open(conn)?;
    let found = store::one(conn, &consultation.id, &Id::known(id.clone()))?;
    let is_public = TextState::PUBLIC.contains(&found.state.as_str());
    if !is_public || !consultation.releases_comments || found.key != *key {
        return Err(AppError::NotFound);
    }
    let is_invited_only = access_of(conn, &consultation.id)? == Access::Invited;
    Ok((consultation, found, is_invited_only))
}

fn row(found: Listed, ui: &Ui) -> CommentRow {
    CommentRow {
        id: found.id.as_str().to_owned(),
        paragraphs: paragraphs(&found.text),
        name: found.name,
        on: found.on,
        supports: found.supports,
        is_own: false,
        is_supported: false,
        is_earlier: false,
        answer: found
            .answer
            .map(|answer| answer_shown(&answer, ui.site().zone)),
    }
}

/// `GET /consultations/{consultation}/comments/{key}/{comment}/support` — asks for a receipt, or begins one.
pub async fn ask_support(path: Address, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    support_page(path.into_inner(), "", &[], &db, &ui).await
}

async fn support_page(
    address: (String, String, String),
    typed: &str,
    errors: &[FieldError],
    db: &Db,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let key = address.1.clone();
    let (consultation, found, is_invited_only) =
        db.read(move |conn| public_one(conn, &address)).await?;
    let page = SupportPage {
        head: head(&consultation, ui.arrived(), ui.site().zone)?,
        key,
        comment: row(found, ui),
        is_invited_only,
        code: typed.chars().take(100).collect(),
        errors: ui.messages(errors),
    };
    let status = match errors {
        [] => StatusCode::OK,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    ui.page(status, &page)
}

/// `POST /consultations/{consultation}/comments/{key}/{comment}/support` — "I see it that way too".
pub async fn support(
    _within: Within<StartParticipation>,
    path: Address,
    may: May<Participate>,
    form: Sent<CommentForm>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let address = path.into_inner();
    let typed = match typed_code(&form.code) {
        Ok(typed) => typed,
        Err(fault) => return support_page(address, &form.code, &[fault], &db, &ui).await,
    };
    let secrets = &ui.site().secrets;
    let parts = [form.nonce().as_bytes(), address.2.as_bytes(), b"support"];
    let is_typed = typed.is_some();
    let own = typed.unwrap_or_else(|| Code::of_form(secrets, &parts));
    let (hash, today, asked) = (own.hash(secrets), ui.today(), address.clone());
    let fault = may
        .write(move |tx| {
            let (consultation, found, is_invited_only) = public_one(tx.conn, &asked)?;
            let id = &consultation.id;
            if open_window(tx.conn, id, TrackKind::Comments, tx.now)?.is_none() {
                return Ok(Some("error-support-over"));
            }
            let known = participation::find(tx.conn, &hash).ok();
            let person = match known.filter(|person| person.consultation == *id) {
                Some(person) => person,
                None if is_typed => return Ok(Some("error-comment-code")),
                None if is_invited_only => return Ok(Some("error-comment-invited")),
                None => {
                    participation::start(tx, id, &hash, today)?;
                    participation::find(tx.conn, &hash)?
                }
            };
            store::support(tx, &person, &found.id, true)?;
            Ok(None)
        })
        .await?;
    match fault {
        Some(key) => {
            let fault = [FieldError::new("code", key)];
            support_page(address, &form.code, &fault, &db, &ui).await
        }
        None if is_typed => {
            let page = format!("/p/{}/comments/{}", own.as_str(), address.1);
            Ok(ui.see_other_saying(&format!("{page}#c-{}", address.2), "said-support-given"))
        }
        None => Ok(ui.see_other_saying(
            &format!("/p/{}/comments", own.as_str()),
            "said-support-given",
        )),
    }
}

/// `GET /consultations/{consultation}/comments/{key}/{comment}/report` — what is wrong with a comment.
pub async fn ask_report(path: Address, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    report_page(path.into_inner(), ReportForm::default(), &[], &db, &ui).await
}

async fn report_page(
    address: (String, String, String),
    form: ReportForm,
    errors: &[FieldError],
    db: &Db,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let key = address.1.clone();
    let (consultation, found, _) = db.read(move |conn| public_one(conn, &address)).await?;
    let page = ReportPage {
        head: head(&consultation, ui.arrived(), ui.site().zone)?,
        key,
        comment: row(found, ui),
        reasons: HideReason::ALL
            .map(|reason| Choice {
                value: reason.as_str(),
                label_key: reason.label_key(),
            })
            .into(),
        form,
        limit: MAX_REPORT,
        errors: ui.messages(errors),
    };
    let status = match errors {
        [] => StatusCode::OK,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    ui.page(status, &page)
}

/// `POST /consultations/{consultation}/comments/{key}/{comment}/report` — lays it before whoever moderates.
pub async fn report(
    _within: Within<Feedback>,
    path: Address,
    may: May<ReportComment>,
    form: Sent<ReportForm>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let address = path.into_inner();
    let form = form.into_inner();
    let (reason, words) = match form.parse() {
        Ok(report) => report,
        Err(errors) => return report_page(address, form, &errors, &db, &ui).await,
    };
    let today = ui.today();
    let back = format!(
        "/consultations/{}/comments/{}#c-{}",
        address.0, address.1, address.2
    );
    may.write(move |tx| {
        let (_, found, _) = public_one(tx.conn, &address)?;
        let id: &Id<FreeText> = &found.id;
        store::report(tx, id, (reason, &words), today)
    })
    .await?;
    Ok(ui.see_other_saying(&back, "said-comment-reported"))
}
