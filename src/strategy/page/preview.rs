//! The preview of an uploaded document: look at every part, correct it, confirm.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use fluent_bundle::FluentValue;

use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Fields, Sent};
use crate::base::locale::Args;
use crate::base::page::{Confirm, Ui};
use crate::strategy::document::{Choice, Outcome, Plan, Role, RowFault, Shape, Sheet};
use crate::strategy::form::preview::{Act, plan};
use crate::strategy::form::standing::Nothing;
use crate::strategy::laid::LaidElement;
use crate::strategy::matching::{Change, Settled};
use crate::strategy::model::{MAX_TITLE_CHARS, excerpt};
use crate::strategy::store::uploads::{self, Confirmed, Waiting, Wanted, waiting};
use crate::strategy::view::compare::Tally;
use crate::strategy::view::preview::{Found, MatchOption, Matched, PreviewPage, PreviewRow};
use crate::strategy::{EditStrategy, ElementKind, LaidEdition};

/// Characters of a part that the preview shows.
const SHOWN_CHARS: usize = 240;
/// Characters of an element in a list to choose from.
const NAME_CHARS: usize = 60;
/// Up to so many elements of a kind all can be chosen; of more, only those that nothing continues.
const MAX_OPTIONS: usize = 60;

type Place = Path<(String, String)>;

/// `GET /desk/strategies/{strategy}/uploads/{upload}` — every part of the document, with what it may be.
pub async fn show(may: May<EditStrategy>, place: Place, ui: Ui) -> AppResult<HttpResponse> {
    let (slug, id) = place.into_inner();
    let waiting = may.read(move |conn| waiting(conn, &slug, &id)).await?;
    ui.ok(&preview(&waiting, &[], &ui)?)
}

/// `POST /desk/strategies/{strategy}/uploads/{upload}` — keeps the choices; shows what comes of them, or confirms.
pub async fn act(
    may: May<EditStrategy>,
    place: Place,
    form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = place.into_inner();
    let (name, upload) = (slug.clone(), id.clone());
    let mut waiting = may.read(move |conn| waiting(conn, &name, &upload)).await?;
    waiting.plan = plan(&form, &waiting.sheet()?.guesses);
    let errors = name_errors(&waiting.plan);
    let wanted = match Act::of(&form) {
        Act::Draft if errors.is_empty() => Some(Wanted::Draft),
        Act::Edition if errors.is_empty() => Some(Wanted::Edition),
        _ => None,
    };
    let chosen = waiting.plan.clone();
    let (name, upload) = (slug.clone(), id.clone());
    let done = may
        .write(move |tx| {
            uploads::choose(tx, &name, &upload, &chosen)?;
            match wanted {
                Some(wanted) => uploads::confirm(tx, &name, &upload, wanted),
                None => Ok(Confirmed::Not(None)),
            }
        })
        .await?;
    let folder = format!("/desk/strategies/{slug}");
    match done {
        Confirmed::Edition(number) => {
            Ok(ui.see_other_saying(&format!("{folder}/editions/{number}"), "said-edition-made"))
        }
        Confirmed::Draft(draft) => {
            Ok(ui.see_other_saying(&format!("{folder}/drafts/{draft}"), "said-draft-made"))
        }
        Confirmed::Not(why) => {
            let errors: Vec<FieldError> = errors.into_iter().chain(why.map(general)).collect();
            answer(&waiting, &errors, Act::of(&form), &ui)
        }
    }
}

/// The preview again: as asked, or because something is to be corrected first.
fn answer(waiting: &Waiting, errors: &[FieldError], act: Act, ui: &Ui) -> AppResult<HttpResponse> {
    let page = preview(waiting, errors, ui)?;
    let is_refused = !errors.is_empty() || (act != Act::Again && !page.errors.is_empty());
    let status = if is_refused {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    ui.page(status, &page)
}

fn name_errors(plan: &Plan) -> Vec<FieldError> {
    match plan.name.chars().count() {
        0 => vec![FieldError::new("name", "import-name-missing")],
        n if n > MAX_TITLE_CHARS => {
            let error = FieldError::new("name", "import-name-long");
            vec![error.with("max", MAX_TITLE_CHARS).with("n", n)]
        }
        _ => Vec::new(),
    }
}

/// What is to be settled before the whole can be confirmed; it stands at the name, the first field.
fn general(why: &'static str) -> FieldError {
    FieldError::new("name", why)
}

/// `GET /desk/strategies/{strategy}/uploads/{upload}/discard` — asks before a document is removed.
pub async fn ask_discard(may: May<EditStrategy>, place: Place, ui: Ui) -> AppResult<HttpResponse> {
    let (slug, id) = place.into_inner();
    let waiting = may.read(move |conn| waiting(conn, &slug, &id)).await?;
    let mut args = Args::new();
    args.set("file", FluentValue::from(waiting.upload.file_name));
    ui.ok(&Confirm {
        title: ui.text("import-discard-title", &args),
        text: ui.t("import-discard-text"),
        items: Vec::new(),
        button: ui.t("import-discard-button"),
        back_url: format!(
            "/desk/strategies/{}/uploads/{}",
            waiting.slug,
            waiting.upload.id.as_str()
        ),
        reason: None,
    })
}

/// `POST /desk/strategies/{strategy}/uploads/{upload}/discard` — removes the document; no edition changes.
pub async fn discard(
    may: May<EditStrategy>,
    place: Place,
    _form: Sent<Nothing>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = place.into_inner();
    let folder = format!("/desk/strategies/{slug}");
    may.write(move |tx| uploads::discard(tx, &slug, &id))
        .await?;
    Ok(ui.see_other_saying(&folder, "said-upload-discarded"))
}

/// The page.
fn preview(waiting: &Waiting, errors: &[FieldError], ui: &Ui) -> AppResult<PreviewPage> {
    let sheet = waiting.sheet()?;
    let outcome = &sheet.outcome;
    let rows = Rows::of(waiting, &sheet, ui);
    let faults = outcome.faults.iter().map(|fault| fault_of(fault));
    let errors: Vec<FieldError> = errors.iter().cloned().chain(faults).collect();
    let settled = outcome.edition.as_ref().map(|(_, settled)| settled);
    let count = |kind: ElementKind| {
        let of_kind = |role: &&Role| role.kind() == Some(kind);
        outcome.roles.iter().filter(of_kind).count()
    };
    Ok(PreviewPage {
        slug: waiting.slug.clone(),
        title: waiting.title.clone(),
        upload: waiting.upload.id.as_str().to_owned(),
        file_name: waiting.upload.file_name.clone(),
        name: waiting.plan.name.clone(),
        max_name: MAX_TITLE_CHARS,
        before: waiting.before.as_ref().map(|before| before.name.clone()),
        found: Found {
            fields: count(ElementKind::Field),
            principles: count(ElementKind::Principle),
            goals: count(ElementKind::Goal),
            action_goals: count(ElementKind::ActionGoal),
        },
        tally: settled.map(tally),
        retired: rows.retired(),
        rows: rows.all(),
        errors: ui.messages(&errors),
    })
}

/// How many elements would become what.
fn tally(settled: &Settled) -> Tally {
    let is = |what: &Change, name: &str| what.what.as_str() == name;
    let count = |name: &str| {
        settled
            .changes
            .iter()
            .filter(|change| is(change, name))
            .count()
    };
    let touched: BTreeSet<&str> = settled
        .changes
        .iter()
        .filter(|change| !is(change, "retired") && !is(change, "renumbered"))
        .map(|change| change.key.as_str())
        .collect();
    Tally {
        added: count("added"),
        reworded: count("reworded"),
        moved: count("moved"),
        retired: count("retired"),
        unchanged: settled.edition.walk().len() - touched.len(),
        any: !settled.unchanged(),
    }
}

/// A fault stands at the select of its part.
fn fault_of(fault: &RowFault) -> FieldError {
    let error = FieldError::new(format!("k{}", fault.row + 1), fault.key);
    let row = |error: FieldError| error.with("at", fault.row + 1);
    fault
        .args
        .iter()
        .fold(row(error), |error, (name, value)| error.with(name, *value))
}

/// What the rows of the preview are made of.
struct Rows<'a> {
    waiting: &'a Waiting,
    sheet: &'a Sheet,
    ui: &'a Ui,
    /// The elements of the edition before, by kind, in a few words.
    elements: BTreeMap<ElementKind, Vec<MatchOption>>,
    /// The keys that some part continues.
    continued: BTreeSet<&'a str>,
    /// What became of the elements, by key.
    fates: BTreeMap<&'a str, Vec<&'static str>>,
}

impl<'a> Rows<'a> {
    fn of(waiting: &'a Waiting, sheet: &'a Sheet, ui: &'a Ui) -> Self {
        let mut elements: BTreeMap<ElementKind, Vec<MatchOption>> = BTreeMap::new();
        for element in waiting.before.iter().flat_map(everything) {
            let option = MatchOption {
                value: element.key.clone(),
                label: named(element),
            };
            elements.entry(element.kind).or_default().push(option);
        }
        let Outcome {
            matched, edition, ..
        } = &sheet.outcome;
        let mut fates: BTreeMap<&str, Vec<&'static str>> = BTreeMap::new();
        for change in edition.iter().flat_map(|(_, settled)| &settled.changes) {
            let found = fates.entry(change.key.as_str()).or_default();
            found.push(change.what.as_str());
        }
        Self {
            waiting,
            sheet,
            ui,
            elements,
            continued: matched.values().flatten().map(|key| key.as_str()).collect(),
            fates,
        }
    }

    fn retired(&self) -> Vec<String> {
        let all = self.elements.values().flatten();
        let gone = all.filter(|option| {
            let fates = self.fates.get(option.value.as_str());
            fates.is_some_and(|fates| fates.contains(&"retired"))
        });
        gone.map(|option| option.label.clone()).collect()
    }

    fn all(&self) -> Vec<PreviewRow> {
        (0..self.sheet.parts.len())
            .map(|index| self.row(index))
            .collect()
    }

    fn row(&self, index: usize) -> PreviewRow {
        let Sheet {
            parts,
            guesses,
            outcome,
        } = self.sheet;
        let part = &parts[index];
        let role = outcome.roles[index];
        let key = outcome.matched.get(&index).and_then(Option::as_ref);
        let new_key = outcome.keys.get(&index);
        let fates = new_key.and_then(|key| self.fates.get(key.as_str()));
        let at = |faults: &'a [RowFault]| faults.iter().filter(move |fault| fault.row == index);
        let message = |fault: &RowFault| {
            let found = self.ui.messages(&[fault_of(fault)]);
            found.into_iter().next().map(|found| found.message)
        };
        PreviewRow {
            n: index + 1,
            text: excerpt(&part.text, SHOWN_CHARS),
            is_heading: matches!(part.shape, Shape::Heading(_)),
            role: role.as_str(),
            guess: guesses[index].as_str(),
            matched: role
                .kind()
                .filter(|_| self.waiting.before.is_some())
                .map(|kind| self.matched(index, kind, key.map(|key| key.as_str()))),
            fates: fates.cloned().unwrap_or_default(),
            error: at(&outcome.faults).find_map(message),
            notes: at(&outcome.notes).filter_map(message).collect(),
        }
    }

    fn matched(&self, index: usize, kind: ElementKind, key: Option<&str>) -> Matched {
        let chosen = self.waiting.plan.choices.get(&index);
        let value = chosen
            .and_then(|choice| choice.matched.clone())
            .unwrap_or_default();
        let all = self.elements.get(&kind).map_or(&[][..], Vec::as_slice);
        let own =
            |option: &MatchOption| option.value == value || Some(option.value.as_str()) == key;
        let offered = all.iter().filter(|option| {
            all.len() <= MAX_OPTIONS
                || own(option)
                || !self.continued.contains(option.value.as_str())
        });
        let recognised = all.iter().find(|option| Some(option.value.as_str()) == key);
        Matched {
            // What was chosen for another kind cannot be shown here; it is told as a fault.
            recognised: recognised
                .filter(|_| value.is_empty() || value == Choice::NEW)
                .map(|option| option.label.clone()),
            options: offered.cloned().collect(),
            value,
        }
    }
}

fn everything(edition: &LaidEdition) -> Vec<&LaidElement> {
    fn below<'e>(element: &'e LaidElement, found: &mut Vec<&'e LaidElement>) {
        found.push(element);
        for child in &element.children {
            below(child, found);
        }
    }
    let mut found = Vec::new();
    for field in &edition.fields {
        below(field, &mut found);
    }
    found
}

/// An element in a few words: "2.4 Mehr Bäume".
fn named(element: &LaidElement) -> String {
    let words = if element.title.is_empty() {
        &element.text
    } else {
        &element.title
    };
    let name = format!("{} {}", element.label, excerpt(words, NAME_CHARS));
    name.trim().to_owned()
}
