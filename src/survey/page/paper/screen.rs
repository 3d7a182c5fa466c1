//! The screen on which a sheet is typed or checked.

use std::collections::HashMap;

use super::batch::to_check;
use super::{days_or_none, row};
use crate::account::May;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::form::FieldError;
use crate::base::id::Id;
use crate::base::locale::Args;
use crate::base::page::{FieldMessage, Ui};
use crate::consultation::{self, Consultation};
use crate::strategy::{self, LaidEdition};
use crate::survey::form::{SheetForm, TypedSheet};
use crate::survey::model::{PaperBatch, PaperSheet};
use crate::survey::store::{Book, KeepPaper, paper_batch, paper_sheets};
use crate::survey::view::{FormSection, SheetPage};

/// What the screen needs.
pub(super) struct Desk {
    /// The batch.
    pub batch: PaperBatch,
    /// To what its forms answer.
    pub consultation: Consultation,
    edition: LaidEdition,
    book: Book,
    /// The sheets typed so far.
    pub sheets: Vec<PaperSheet>,
}

/// A batch that still takes sheets.
pub(super) async fn desk(may: &May<KeepPaper>, id: &str) -> AppResult<Desk> {
    let id = Id::<PaperBatch>::known(id);
    let read = move |conn: &mut Conn| {
        let batch = paper_batch(conn, &id)?;
        if batch.entered_at.is_some() {
            return Err(AppError::NotFound);
        }
        let consultation = consultation::by_id(conn, &batch.consultation)?;
        Ok(Desk {
            edition: strategy::laid(conn, &consultation.edition)?,
            book: Book::of(conn, &consultation.id)?,
            sheets: paper_sheets(conn, &id)?,
            consultation,
            batch,
        })
    };
    may.read(read).await
}

impl Desk {
    /// The address of a page of the batch.
    pub fn url(&self, rest: &str) -> String {
        format!("/desk/paper/{}{rest}", self.batch.id)
    }

    /// One of its sheets.
    pub fn sheet(&self, number: i32) -> AppResult<&PaperSheet> {
        let mut sheets = self.sheets.iter();
        sheets
            .find(|sheet| sheet.number == number)
            .ok_or(AppError::NotFound)
    }

    /// The form with a sheet that was typed before.
    pub fn filled(&self, sheet: &PaperSheet) -> SheetForm {
        let typed = TypedSheet {
            received_on: sheet.received_on,
            answers: sheet.answers.clone(),
        };
        SheetForm::of(&self.book.surveys, &typed)
    }
}

/// A screen to show.
pub(super) struct Screen<'a> {
    /// `new`, `change`, `check`.
    pub mode: &'static str,
    /// The number of the sheet.
    pub number: i32,
    /// What is typed.
    pub form: &'a SheetForm,
    /// What has to be corrected.
    pub errors: &'a [FieldError],
    /// Who looks.
    pub who: &'a str,
}

/// The page of a screen.
pub(super) fn page(desk: &Desk, screen: &Screen<'_>, ui: &Ui) -> AppResult<SheetPage> {
    let (first, last) = days_or_none(&desk.consultation, ui)?;
    let mut sections = FormSection::of(&desk.book.surveys, &desk.edition, screen.form);
    let (messages, at) = told(&sections, screen.errors, ui);
    for question in sections
        .iter_mut()
        .flat_map(|section| &mut section.questions)
    {
        question.error = at.get(&question.field).cloned();
    }
    Ok(SheetPage {
        mode: screen.mode,
        batch: row(
            &desk.batch,
            ui.site().config.paper.second_check,
            ui.site().zone,
        ),
        number: screen.number,
        received: screen.form.received().to_owned(),
        received_error: at.get("received").cloned(),
        first,
        last,
        sections,
        errors: messages,
        to_check: to_check(&desk.sheets, screen.who),
    })
}

/// The faults in the order of the form, each with the number of its question, and the same by field.
fn told(
    sections: &[FormSection],
    errors: &[FieldError],
    ui: &Ui,
) -> (Vec<FieldMessage>, HashMap<String, String>) {
    let questions = sections.iter().flat_map(|section| &section.questions);
    let numbers: HashMap<&str, usize> = questions.map(|q| (q.field.as_str(), q.number)).collect();
    let mut at = HashMap::new();
    let mut messages = Vec::new();
    for message in ui.messages(errors) {
        let field = message
            .field_id
            .split('.')
            .next()
            .unwrap_or_default()
            .to_owned();
        let text = match numbers.get(field.as_str()) {
            Some(number) => {
                let mut args = Args::new();
                args.set("number", *number);
                args.set("message", message.message);
                ui.text("sheet-fault", &args)
            }
            None => message.message,
        };
        at.entry(field.clone()).or_insert_with(|| text.clone());
        messages.push(FieldMessage {
            field_id: field,
            message: text,
        });
    }
    (messages, at)
}

/// What was typed, against the questions and the days of the survey.
pub(super) fn parsed(
    form: &SheetForm,
    desk: &Desk,
    ui: &Ui,
) -> AppResult<Result<TypedSheet, Vec<FieldError>>> {
    let days = days_or_none(&desk.consultation, ui)?;
    Ok(form.parse(&desk.book.surveys, days))
}
