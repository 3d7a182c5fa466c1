//! What came by letter, mail, fax or at the desk is entered.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::kept::{keep, travelling};
use super::url;
use crate::account::May;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Upload};
use crate::base::page::{Faults, Ui};
use crate::consultation::view::Subject;
use crate::consultation::{self, Consultation};
use crate::organisation::model::{Invitation, Organisation};
use crate::organisation::store::{invitations, organisations};
use crate::statement::EnterStatements;
use crate::statement::form::desk::{Bounds, EntryForm, Typed};
use crate::statement::import::received;
use crate::statement::model::{
    Attached, Channel, Content, Deadlines, FILES, PART_CHARS, Unready, WHOLE_CHARS,
};
use crate::statement::store::deadlines as times;
use crate::statement::store::desk::{Entered, Entry, enter};
use crate::statement::store::hand_in::Consents;
use crate::statement::view::desk::{ElementChoice, EntryPage, PartyChoice, Pick};
use crate::strategy::{self, LaidEdition, LaidElement};

/// Endings of the kinds that are taken, for the browser's choice of files.
const ACCEPT: &str = ".pdf,.docx,.odt,.png,.jpg,.jpeg";

/// What the form is read against.
pub(super) struct Desk {
    pub on: Consultation,
    pub deadlines: Deadlines,
    pub edition: LaidEdition,
    /// Every organisation the town knows, by name.
    pub known: Vec<Organisation>,
    pub invited: Vec<Invitation>,
}

impl Desk {
    pub fn of(conn: &mut Conn, slug: &str) -> AppResult<Self> {
        let on = consultation::find(conn, slug)?;
        let mut known = organisations::list(conn)?;
        known.sort_by_cached_key(|one| one.details.name.to_lowercase());
        Ok(Self {
            deadlines: times::of(conn, &on)?,
            edition: strategy::laid(conn, &on.edition)?,
            invited: invitations::of(conn, &on.id)?,
            known,
            on,
        })
    }
}

/// `GET /desk/consultations/{consultation}/statements/new` — asks what came.
pub async fn ask(may: May<EnterStatements>, slug: Path<String>, ui: Ui) -> AppResult<HttpResponse> {
    let desk = may.read(move |conn| Desk::of(conn, &slug)).await?;
    ui.ok(&page(&desk, EntryForm::empty(), &[], &[], &ui))
}

fn page(
    desk: &Desk,
    form: EntryForm,
    files: &[Attached],
    errors: &[FieldError],
    ui: &Ui,
) -> EntryPage {
    let zone = ui.site().zone;
    let is_invited =
        |one: &&Organisation| desk.invited.iter().any(|it| it.organisation.id == one.id);
    let (invited, others): (Vec<_>, Vec<_>) = desk.known.iter().partition(is_invited);
    let choice = |one: &Organisation| PartyChoice {
        value: one.id.to_string(),
        label: one.details.name.clone(),
    };
    EntryPage {
        subject: Subject::from(&desk.on),
        first_day: desk.deadlines.window.first_day(zone),
        last_day: desk.deadlines.window.last_day(zone),
        channels: Pick::channels(&Channel::AT_THE_DESK),
        invited: invited.into_iter().map(choice).collect(),
        uninvited: others.into_iter().map(choice).collect(),
        elements: elements(&desk.edition),
        form,
        kept: files.iter().map(|file| travelling(file, ui)).collect(),
        accept: ACCEPT,
        file_limits: (FILES, ui.site().config.limits.upload_bytes >> 20),
        part_limit: PART_CHARS,
        faults: Faults::from(ui.messages(errors)),
    }
}

/// All elements, by field of action.
fn elements(edition: &LaidEdition) -> Vec<(String, Vec<ElementChoice>)> {
    fn visit(elements: &[LaidElement], all: &mut Vec<ElementChoice>) {
        for one in elements {
            let words = if one.title.is_empty() {
                one.text.chars().take(80).collect()
            } else {
                one.title.clone()
            };
            let label = format!("{} {words}", one.label);
            all.push(ElementChoice {
                value: one.key.clone(),
                label: label.trim().to_owned(),
            });
            visit(&one.children, all);
        }
    }
    let group = |field: &LaidElement| {
        let mut all = Vec::new();
        visit(std::slice::from_ref(field), &mut all);
        (format!("{} {}", field.label, field.title), all)
    };
    edition.fields.iter().map(group).collect()
}

/// `POST /desk/consultations/{consultation}/statements/new` — enters it. The same form twice is one statement.
pub async fn take(
    may: May<EnterStatements>,
    slug: Path<String>,
    mut form: Upload,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let desk = may.read(move |conn| Desk::of(conn, &slug)).await?;
    let asks_for_more = form.fields.get("act") == Some("more");
    let typed = EntryForm::sent(&form.fields).with_room(asks_for_more);
    let (files, mut errors) = keep(&mut form, &ui).await?;
    if asks_for_more {
        return ui.ok(&page(&desk, typed, &files, &errors, &ui));
    }
    let parsed = checked(&desk, &typed, &files, &ui);
    // In the order of the page: files stand at its end.
    let mut all = parsed.as_ref().err().cloned().unwrap_or_default();
    all.append(&mut errors);
    match parsed {
        Ok(read) if all.is_empty() => {
            let entry = entry(read, &typed, files, &form.nonce, &desk, &ui);
            kept(may, desk, entry, &ui).await
        }
        _ => {
            let page = page(&desk, typed, &files, &all, &ui);
            ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

fn checked(
    desk: &Desk,
    typed: &EntryForm,
    files: &[Attached],
    ui: &Ui,
) -> Result<Typed, Vec<FieldError>> {
    let known: Vec<_> = desk.known.iter().map(|one| one.id.clone()).collect();
    let read = typed.parse(&Bounds {
        first_day: desk.deadlines.window.first_day(ui.site().zone),
        today: ui.today(),
        edition: &desk.edition,
        parties: &known,
    })?;
    let content = Content {
        parts: read.parts.clone(),
        submitters: read.submitters.clone(),
        files: files.to_vec(),
    };
    match content.check(read.party.is_some()) {
        _ if typed.is_nil && files.is_empty() => Ok(read),
        _ if typed.is_nil => Err(vec![FieldError::new("is_nil", "error-entry-nil")]),
        Ok(()) => Ok(read),
        Err(Unready::TooLong) => {
            let error = FieldError::new("whole", "error-entry-long");
            let error = error.with("max", WHOLE_CHARS).with("n", content.chars());
            Err(vec![error])
        }
        Err(Unready::Empty | Unready::Unsigned) => {
            Err(vec![FieldError::new("whole", "error-entry-empty")])
        }
    }
}

fn entry(
    read: Typed,
    typed: &EntryForm,
    files: Vec<Attached>,
    nonce: &str,
    desk: &Desk,
    ui: &Ui,
) -> Entry {
    let at = received(read.received_on, ui.arrived(), ui.site().zone);
    Entry {
        key: format!("form:{nonce}"),
        received: (at, desk.deadlines.of(read.party.as_ref())),
        party: read.party,
        channel: read.channel,
        written_on: read.written_on,
        is_nil: typed.is_nil,
        consents: Consents {
            may_publish: typed.may_publish,
            names_nobody: typed.names_nobody,
        },
        content: Content {
            parts: read.parts,
            submitters: read.submitters,
            files,
        },
    }
}

async fn kept(
    may: May<EnterStatements>,
    desk: Desk,
    entry: Entry,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let here = url(&desk.on);
    let entered = may
        .write(move |tx| enter(tx, &desk.on, &desk.edition, &entry))
        .await?;
    let (Entered::New(number) | Entered::Same(number)) = entered;
    Ok(ui.see_other_saying(&format!("{here}/{number}"), "said-statement-entered"))
}
