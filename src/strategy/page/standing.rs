//! An edition at the desk: read it, publish it, withdraw it, say what the council makes of it, delete it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use fluent_bundle::FluentValue;

use crate::account::{Action, May, Permission};
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::locale::Args;
use crate::base::page::Reason;
use crate::base::page::{Confirm, Ui};
use crate::strategy::form::standing::{CouncilForm, MAX_NOTE_CHARS, Nothing, ReasonForm};
use crate::strategy::model::standing::Standing;
use crate::strategy::store::{
    self, Hindrance, deletion_hindrance, laid, published_editions, standing, withdrawal_hindrance,
};
use crate::strategy::view::shelf::StateShown;
use crate::strategy::view::standing::{CouncilPage, DeskEditionPage, HinderedPage};
use crate::strategy::view::{Entry, Head};
use crate::strategy::{EditStrategy, LaidEdition, ReadStrategies, edition_id};

type Place = Path<(String, i32)>;

/// An edition with everything that decides what may be done with it.
struct Edition {
    laid: LaidEdition,
    standing: Standing,
    withdrawal: Option<Hindrance>,
    deletion: Option<Hindrance>,
    /// How many editions of the strategy everyone may read.
    published: usize,
}

impl Edition {
    async fn load<A: Action>(may: &May<A>, place: Place) -> AppResult<Self> {
        let (slug, number) = place.into_inner();
        may.read(move |conn| {
            let id = edition_id(conn, &slug, Some(number))?;
            Ok(Self {
                laid: laid(conn, &id)?,
                standing: standing(conn, &id)?,
                withdrawal: withdrawal_hindrance(conn, &id)?,
                deletion: deletion_hindrance(conn, &id)?,
                published: published_editions(conn, &slug)?.len(),
            })
        })
        .await
    }

    fn url(&self) -> String {
        let LaidEdition {
            strategy, number, ..
        } = &self.laid;
        format!("/desk/strategies/{strategy}/editions/{number}")
    }

    /// A question before something happens to the edition.
    fn confirm(&self, ui: &Ui, keys: [&str; 3], reason: Option<Reason>) -> Confirm {
        let mut args = Args::new();
        args.set("name", FluentValue::from(self.laid.name.clone()));
        let [title, text, button] = keys;
        Confirm {
            title: ui.text(title, &args),
            text: ui.t(text),
            items: Vec::new(),
            button: ui.t(button),
            back_url: self.url(),
            reason,
        }
    }
}

/// The text that says what stands in the way, and the consultation in it.
fn reason(hindrance: &Hindrance) -> (&'static str, Option<String>) {
    match hindrance {
        Hindrance::LaidOpen(title) => ("hindered-laid-open", Some(title.clone())),
        Hindrance::Prepared(title) => ("hindered-prepared", Some(title.clone())),
        Hindrance::Brought(reference) => ("hindered-brought", Some(reference.clone())),
        Hindrance::Public => ("hindered-public", None),
        Hindrance::WasSeen => ("hindered-seen", None),
        Hindrance::Continued => ("hindered-continued", None),
    }
}

fn hindered(
    edition: &Edition,
    status: StatusCode,
    (key, consultation): (&'static str, Option<String>),
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let page = HinderedPage {
        edition: Head::from(&edition.laid),
        key,
        consultation,
    };
    ui.page(status, &page)
}

/// `GET /desk/strategies/{strategy}/editions/{number}` — an edition, published or not.
pub async fn show(may: May<ReadStrategies>, place: Place, ui: Ui) -> AppResult<HttpResponse> {
    let can_edit = may.who().has(Permission::Edit);
    let edition = Edition::load(&may, place).await?;
    let others = edition.published - usize::from(edition.standing.is_public());
    ui.ok(&DeskEditionPage {
        edition: Head::from(&edition.laid),
        id: edition.laid.id.to_string(),
        state: StateShown::of(&edition.standing),
        fields: edition.laid.fields.iter().map(Entry::from).collect(),
        can_edit,
        can_delete: can_edit && edition.deletion.is_none(),
        laid_open: match edition.withdrawal {
            Some(Hindrance::LaidOpen(title)) => Some(title),
            _ => None,
        },
        can_compare: edition.standing.is_public() && others > 0,
    })
}

/// `GET /desk/strategies/{strategy}/editions/{number}/publish` — asks before everyone may read it.
pub async fn ask_publish(may: May<EditStrategy>, place: Place, ui: Ui) -> AppResult<HttpResponse> {
    let edition = Edition::load(&may, place).await?;
    if edition.standing.is_public() {
        return hindered(&edition, StatusCode::OK, ("hindered-published", None), &ui);
    }
    let keys = ["publish-title", "publish-text", "publish-button"];
    ui.ok(&edition.confirm(&ui, keys, None))
}

/// `POST /desk/strategies/{strategy}/editions/{number}/publish` — everyone may read it from now on.
pub async fn publish(
    may: May<EditStrategy>,
    place: Place,
    _form: Sent<Nothing>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let edition = Edition::load(&may, place).await?;
    let url = edition.url();
    may.write(move |tx| store::publish(tx, &edition.laid.id))
        .await?;
    Ok(ui.see_other_saying(&url, "said-edition-published"))
}

/// `GET /desk/strategies/{strategy}/editions/{number}/withdraw` — asks for the reason.
pub async fn ask_withdraw(may: May<EditStrategy>, place: Place, ui: Ui) -> AppResult<HttpResponse> {
    let edition = Edition::load(&may, place).await?;
    if let Some(hindrance) = &edition.withdrawal {
        return hindered(&edition, StatusCode::OK, reason(hindrance), &ui);
    }
    if !edition.standing.is_public() {
        return hindered(&edition, StatusCode::OK, ("hindered-not-public", None), &ui);
    }
    ui.ok(&withdrawal(&edition, &ui, ReasonForm::default(), &[]))
}

fn withdrawal(edition: &Edition, ui: &Ui, form: ReasonForm, errors: &[FieldError]) -> Confirm {
    let reason = Reason {
        label: ui.t("edition-withdraw-reason"),
        hint: ui.t("edition-withdraw-reason-hint"),
        limit: MAX_NOTE_CHARS,
        value: form.reason,
        errors: ui.messages(errors),
    };
    let keys = [
        "edition-withdraw-title",
        "edition-withdraw-text",
        "edition-withdraw-button",
    ];
    edition.confirm(ui, keys, Some(reason))
}

/// `POST /desk/strategies/{strategy}/editions/{number}/withdraw` — nobody outside reads it any more.
pub async fn withdraw(
    may: May<EditStrategy>,
    place: Place,
    form: Sent<ReasonForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let edition = Edition::load(&may, place).await?;
    let why = match form.into_inner().parse() {
        Ok(why) => why,
        Err(refill) => {
            let page = withdrawal(&edition, &ui, refill.form, &refill.errors);
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let (url, id) = (edition.url(), edition.laid.id.clone());
    let done = may.write(move |tx| store::withdraw(tx, &id, &why)).await?;
    match done {
        Ok(()) => Ok(ui.see_other_saying(&url, "said-edition-withdrawn")),
        Err(why) => hindered(&edition, StatusCode::CONFLICT, reason(&why), &ui),
    }
}

/// `GET /desk/strategies/{strategy}/editions/{number}/council` — what the council makes of it.
pub async fn ask_council(may: May<EditStrategy>, place: Place, ui: Ui) -> AppResult<HttpResponse> {
    let edition = Edition::load(&may, place).await?;
    let marked = edition.standing.marked.as_ref();
    let form = CouncilForm {
        mark: marked.map_or_else(String::new, |marked| marked.mark.as_str().to_owned()),
        day: marked
            .and_then(|marked| marked.on_day)
            .map_or_else(String::new, |day| day.to_string()),
        note: marked
            .and_then(|marked| marked.note.clone())
            .unwrap_or_default(),
    };
    // Why it was withdrawn is no word about the council.
    let form = if form.mark == "withdrawn" {
        CouncilForm::default()
    } else {
        form
    };
    ui.ok(&council_page(&edition, form, &[], &ui))
}

fn council_page(
    edition: &Edition,
    form: CouncilForm,
    errors: &[FieldError],
    ui: &Ui,
) -> CouncilPage {
    CouncilPage {
        edition: Head::from(&edition.laid),
        form,
        max_note: MAX_NOTE_CHARS,
        errors: ui.messages(errors),
    }
}

/// `POST /desk/strategies/{strategy}/editions/{number}/council` — marks it, or takes the mark back.
pub async fn council(
    may: May<EditStrategy>,
    place: Place,
    form: Sent<CouncilForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let edition = Edition::load(&may, place).await?;
    let marking = match form.into_inner().parse() {
        Ok(marking) => marking,
        Err(refill) => {
            let page = council_page(&edition, refill.form, &refill.errors, &ui);
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let url = edition.url();
    may.write(move |tx| {
        let note = marking.note.as_deref();
        store::mark(tx, &edition.laid.id, marking.mark, marking.on_day, note)
    })
    .await?;
    Ok(ui.see_other_saying(&url, "said-edition-marked"))
}

/// `GET /desk/strategies/{strategy}/editions/{number}/delete` — asks before it is gone.
pub async fn ask_delete(may: May<EditStrategy>, place: Place, ui: Ui) -> AppResult<HttpResponse> {
    let edition = Edition::load(&may, place).await?;
    if let Some(hindrance) = &edition.deletion {
        return hindered(&edition, StatusCode::OK, reason(hindrance), &ui);
    }
    let keys = [
        "delete-edition-title",
        "delete-edition-text",
        "delete-edition-button",
    ];
    ui.ok(&edition.confirm(&ui, keys, None))
}

/// `POST /desk/strategies/{strategy}/editions/{number}/delete` — an edition nobody has seen is gone.
pub async fn delete(
    may: May<EditStrategy>,
    place: Place,
    _form: Sent<Nothing>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let edition = Edition::load(&may, place).await?;
    let folder = format!("/desk/strategies/{}", edition.laid.strategy);
    let id = edition.laid.id.clone();
    let done = may.write(move |tx| store::delete(tx, &id)).await?;
    match done {
        Ok(()) => Ok(ui.see_other_saying(&folder, "said-edition-deleted")),
        Err(why) => hindered(&edition, StatusCode::CONFLICT, reason(&why), &ui),
    }
}
