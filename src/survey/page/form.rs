//! The questionnaire to print: for everyone while the survey runs, for staff at any time.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use crate::account::{Action, May, Permission};
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::page::Ui;
use crate::base::qr::qr;
use crate::consultation::{self, Consultation, TrackKind};
use crate::strategy::{self, LaidEdition};
use crate::survey::form::SheetForm;
use crate::survey::store::Book;
use crate::survey::view::{DeskFormPage, FormPage, FormSection, Head, PrintedForm};

/// See the questionnaire to print before it is public.
pub struct SeeForm;

impl Action for SeeForm {
    const NAME: &'static str = "survey.form.see";
    const NEEDS: Permission = Permission::SeeUnpublished;
}

/// `GET /consultations/{consultation}/form` — the questionnaire to print, while answers count.
pub async fn show(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let now = ui.arrived();
    let all = db
        .read(move |conn| {
            let consultation = consultation::published(conn, &slug)?;
            if !consultation.is_open(TrackKind::Survey, now) {
                return Err(AppError::NotFound);
            }
            let edition = strategy::laid(conn, &consultation.edition)?;
            Ok((Book::of(conn, &consultation.id)?, edition, consultation))
        })
        .await?;
    ui.ok(&FormPage {
        form: printed(&all, &ui),
    })
}

/// `GET /desk/consultations/{consultation}/form` — the same for staff, also before and after.
pub async fn desk(may: May<SeeForm>, slug: Path<String>, ui: Ui) -> AppResult<HttpResponse> {
    let all = may
        .read(move |conn| {
            let consultation = consultation::find(conn, &slug)?;
            let edition = strategy::laid(conn, &consultation.edition)?;
            Ok((Book::of(conn, &consultation.id)?, edition, consultation))
        })
        .await?;
    ui.ok(&DeskFormPage {
        form: printed(&all, &ui),
    })
}

fn printed(
    (book, edition, consultation): &(Book, LaidEdition, Consultation),
    ui: &Ui,
) -> PrintedForm {
    let config = &ui.site().config;
    let address = format!(
        "{}/consultations/{}/survey",
        config.base_url(),
        consultation.slug
    );
    let (qr_path, qr_size) = qr(&address);
    PrintedForm {
        head: Head::of(consultation, ui.site().zone),
        hand_in: config.paper.hand_in.clone(),
        contact: consultation.contact.clone(),
        address,
        qr_path,
        qr_size,
        sections: FormSection::of(&book.surveys, edition, &SheetForm::default()),
    }
}
