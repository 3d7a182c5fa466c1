//! One element: what was said about it, and the form to say something. By its public address or by a receipt code.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::{Data, Path};
use chrono::NaiveDate;

use super::room::{Door, Room};
use crate::account::{May, Tx};
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Sent};
use crate::base::id::Id;
use crate::base::limit::{StartParticipation, Submit, Within};
use crate::base::page::{ListAsk, Ui};
use crate::comment::form::CommentForm;
use crate::comment::model::{MOST, NewComment};
use crate::comment::store::{self, Given};
use crate::consultation::{self, TrackKind, open_window};
use crate::participation::access::Access;
use crate::participation::store::access::access_of;
use crate::participation::{self, Code, Participate, Participation};
use crate::survey::FreeText;
use crate::translation::Reader;

/// `GET /consultations/{consultation}/comments/{key}` — for everyone.
pub async fn show(
    path: Path<(String, String)>,
    reader: Reader,
    ask: ListAsk,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, key) = path.into_inner();
    let asked = (Door::Everyone(slug), key, reader, ask);
    let mut page = given(asked, CommentForm::default(), &[], &db, &ui).await?;
    // Nothing in it is anybody's own yet. A browser may keep it, so that "back" leads to this very form: sent again with the
    // same words it is the same comment.
    let kept = header::HeaderValue::from_static("private, no-cache");
    page.headers_mut().insert(header::CACHE_CONTROL, kept);
    Ok(page)
}

/// `GET /p/{code}/comments/{key}` — going on under a receipt.
pub async fn show_own(
    path: Path<(String, String)>,
    reader: Reader,
    ask: ListAsk,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (code, key) = path.into_inner();
    let asked = (door(&code, &ui)?, key, reader, ask);
    given(asked, CommentForm::default(), &[], &db, &ui).await
}

/// The door a receipt code opens.
pub(super) fn door(code: &str, ui: &Ui) -> AppResult<Door> {
    let code = Code::parse(code).ok_or(AppError::NotFound)?;
    let hash = code.hash(&ui.site().secrets);
    Ok(Door::Receipt(hash, code.as_str().to_owned()))
}

/// What a page is asked for: by which door, the key of the element, the language, and which part of the list.
type Asked = (Door, String, Reader, ListAsk);

/// The page, with what was typed and what has to be corrected.
async fn given(
    (door, key, reader, ask): Asked,
    form: CommentForm,
    errors: &[FieldError],
    db: &Db,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let room = db
        .read(move |conn| Room::of(conn, &door, &key, &reader, ask))
        .await?;
    let town = ui.site().config.town.content_language;
    let place = (ui.arrived(), ui.site().zone, town);
    ui.page(status, &room.page(place, form, ui.messages(errors))?)
}

/// What came of a form.
enum Took {
    /// The comment is kept, under this participation.
    Kept,
    /// Comments are not taken now.
    Closed,
    /// The code opens nothing here.
    Unknown,
    /// Only those who were invited take part.
    NeedsReceipt,
    /// There are too many under this receipt.
    TooMany,
}

impl Took {
    fn fault(&self) -> Option<FieldError> {
        match self {
            Self::Kept => None,
            Self::Closed => Some(FieldError::new("text", "error-comment-over")),
            Self::Unknown => Some(FieldError::new("code", "error-comment-code")),
            Self::NeedsReceipt => Some(FieldError::new("code", "error-comment-invited")),
            Self::TooMany => Some(FieldError::new("text", "error-comment-many").with("most", MOST)),
        }
    }
}

/// `POST /consultations/{consultation}/comments/{key}` — takes a comment: under the receipt whose code was typed, or a new
/// one.
pub async fn take(
    _within: Within<StartParticipation>,
    path: Path<(String, String)>,
    may: May<Participate>,
    form: Sent<CommentForm>,
    (reader, ask): (Reader, ListAsk),
    (db, ui): (Data<Db>, Ui),
) -> AppResult<HttpResponse> {
    let (slug, key) = path.into_inner();
    let nonce = form.nonce().to_owned();
    let form = form.into_inner();
    let asked = (Door::Everyone(slug.clone()), key.clone(), reader, ask);
    let (new, typed) = match (form.parse(), typed_code(&form.code)) {
        (Ok(new), Ok(typed)) => (new, typed),
        (new, typed) => {
            let errors: Vec<_> = new.err().into_iter().flatten().chain(typed.err()).collect();
            return given(asked, form, &errors, &db, &ui).await;
        }
    };
    let sender = Sender {
        is_known: typed.is_some(),
        code: typed.unwrap_or_else(|| fresh(&ui, &nonce, &key, &new)),
        today: ui.today(),
    };
    let home = format!("/p/{}/comments", sender.code.as_str());
    let hash = sender.code.hash(&ui.site().secrets);
    let took = may
        .write(move |tx| {
            let consultation = consultation::published(tx.conn, &slug)?;
            match sender.person(tx, &consultation.id, &hash)? {
                Err(took) => Ok(took),
                Ok(person) => keep(tx, &consultation, &person, &key, &new, sender.today),
            }
        })
        .await?;
    told(&took, &home, (asked, form), &db, &ui).await
}

/// Leads to the receipt, or back to the form with everything typed.
async fn told(
    took: &Took,
    home: &str,
    (asked, form): (Asked, CommentForm),
    db: &Db,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    match took.fault() {
        None => Ok(ui.see_other_saying(home, "said-comment-taken")),
        Some(fault) => given(asked, form, &[fault], db, ui).await,
    }
}

/// The code somebody typed, if she did.
pub(super) fn typed_code(typed: &str) -> Result<Option<Code>, FieldError> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let code = Code::parse(typed).map(Some);
    code.ok_or_else(|| FieldError::new("code", "error-code-unreadable"))
}

/// The code of a new receipt: the same form with the same words leads to the same one, so that sending it twice is one
/// comment; other words never do, whoever sits before the screen.
fn fresh(ui: &Ui, nonce: &str, key: &str, new: &NewComment) -> Code {
    let name = new.name.as_deref().unwrap_or_default();
    let parts = [nonce, key, new.text.as_str(), name].map(str::as_bytes);
    Code::of_form(&ui.site().secrets, &parts)
}

/// Who sends a comment from the public page.
struct Sender {
    /// Whether she has typed the code of a receipt; else it is a new one.
    is_known: bool,
    code: Code,
    today: NaiveDate,
}

impl Sender {
    /// Whose participation it is: that of the code, or a new one.
    fn person(
        &self,
        tx: &mut Tx<Participate>,
        consultation: &Id<consultation::Consultation>,
        hash: &str,
    ) -> AppResult<Result<Id<Participation>, Took>> {
        if open_window(tx.conn, consultation, TrackKind::Comments, tx.now)?.is_none() {
            return Ok(Err(Took::Closed));
        }
        match participation::find(tx.conn, hash) {
            Ok(found) if found.consultation == *consultation => Ok(Ok(found.id)),
            Ok(_) => Ok(Err(Took::Unknown)),
            Err(AppError::NotFound) if self.is_known => Ok(Err(Took::Unknown)),
            Err(AppError::NotFound) if access_of(tx.conn, consultation)? == Access::Invited => {
                Ok(Err(Took::NeedsReceipt))
            }
            Err(AppError::NotFound) => {
                participation::start(tx, consultation, hash, self.today).map(Ok)
            }
            Err(why) => Err(why),
        }
    }
}

fn keep(
    tx: &mut Tx<Participate>,
    consultation: &consultation::Consultation,
    person: &Id<Participation>,
    key: &str,
    new: &NewComment,
    today: NaiveDate,
) -> AppResult<Took> {
    let place = store::place(tx.conn, consultation, key)?;
    Ok(match store::give(tx, person, &place, new, today)? {
        Given::New(_) | Given::Same(_) => Took::Kept,
        Given::TooMany => Took::TooMany,
    })
}

/// `POST /p/{code}/comments/{key}` — takes one more comment under a receipt, or "I see it that way too".
pub async fn take_own(
    _within: Within<Submit>,
    path: Path<(String, String)>,
    may: May<Participate>,
    form: Sent<CommentForm>,
    (reader, ask): (Reader, ListAsk),
    (db, ui): (Data<Db>, Ui),
) -> AppResult<HttpResponse> {
    let (code, key) = path.into_inner();
    let form = form.into_inner();
    let door = door(&code, &ui)?;
    let page = ask.clone().without("said").address();
    let voice = [(&form.support, true), (&form.unsupport, false)];
    if let Some((id, yes)) = voice.into_iter().find(|(id, _)| !id.is_empty()) {
        return raise(may, door, (id, yes), &page, &ui).await;
    }
    let asked = (door.clone(), key.clone(), reader, ask);
    let new = match form.parse() {
        Ok(new) => new,
        Err(errors) => return given(asked, form, &errors, &db, &ui).await,
    };
    let today = ui.today();
    let took = may
        .write(move |tx| {
            let (consultation, person) = door.open(tx.conn)?;
            let person = person.ok_or(AppError::NotFound)?;
            if open_window(tx.conn, &consultation.id, TrackKind::Comments, tx.now)?.is_none() {
                return Ok(Took::Closed);
            }
            keep(tx, &consultation, &person.id, &key, &new, today)
        })
        .await?;
    let home = format!("/p/{code}/comments");
    told(&took, &home, (asked, form), &db, &ui).await
}

/// Says "I see it that way too", or takes it back, and leads back to the comment.
async fn raise(
    may: May<Participate>,
    door: Door,
    (id, yes): (&str, bool),
    page: &str,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let id: Id<FreeText> = Id::known(id.chars().take(64).collect::<String>());
    let place = format!("{page}#c-{id}");
    let is_open = may
        .write(move |tx| {
            let (consultation, person) = door.open(tx.conn)?;
            let person = person.ok_or(AppError::NotFound)?;
            let window = open_window(tx.conn, &consultation.id, TrackKind::Comments, tx.now)?;
            if window.is_some() {
                store::support(tx, &person, &id, yes)?;
            }
            Ok(window.is_some())
        })
        .await?;
    let said = match (is_open, yes) {
        (false, _) => "said-support-over",
        (true, true) => "said-support-given",
        (true, false) => "said-support-taken",
    };
    Ok(ui.see_other_saying(&place, said))
}
