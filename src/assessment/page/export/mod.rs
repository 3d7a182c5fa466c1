//! Contributions as a file: what the list shows with its filters, with themes and what the town says. Whoever takes them along
//! leaves a line in the journal.

mod file;

use std::collections::{BTreeSet, HashMap};

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde_json::json;

use crate::account::May;
use crate::assessment::ExportContributions;
use crate::assessment::store::{self, About, Said};
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{Fields, Sent};
use crate::base::id::Id;
use crate::base::page::{ListAsk, Ui};
use crate::base::table::book;
use crate::consultation::Consultation;
use crate::strategy::cause::Theme;
use crate::survey::FreeText;
use crate::theme::model::{Contribution, Places};
use crate::theme::page::list::{narrowed, profiles};
use crate::theme::page::surroundings;
use crate::theme::store::themes::Named;
use crate::theme::store::{code, list, themes};

/// Most contributions in one file: more of them no office program opens with pleasure, and the server holds them at once.
const MOST: i64 = 20_000;

/// What goes into the file.
struct Found {
    consultation: Consultation,
    places: Places,
    rows: Vec<Contribution>,
    themes: Vec<Named>,
    counts: HashMap<Id<Theme>, i64>,
    chosen: HashMap<Id<FreeText>, BTreeSet<Id<Theme>>>,
    said: HashMap<About, Said>,
    /// What the list was narrowed by: the text that names it, and the value in words.
    filters: Vec<(&'static str, String)>,
    /// Whether she reads on her own, so that what others chose stays covered, as in her list.
    is_blind: bool,
}

/// `POST /desk/consultations/{consultation}/contributions` — the contributions of the list with these filters as a file.
pub async fn take(
    may: May<ExportContributions>,
    slug: Path<String>,
    ask: ListAsk,
    form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let format = match form.get("format") {
        Some("xlsx") => "xlsx",
        Some("csv") => "csv",
        _ => return Err(AppError::BadRequest),
    };
    let (me, back) = (may.who().to_string(), ask.address());
    let found = may.read(move |conn| find(conn, &slug, &ask, &me)).await?;
    let Some(found) = found else {
        return Ok(ui.see_other_saying(&back, "said-export-too-many"));
    };
    let (media, bytes) = match format {
        "xlsx" => (book::MEDIA, found.workbook(&ui)?),
        _ => ("text/csv; charset=utf-8", found.csv(&ui)?),
    };
    let subject = format!("consultation:{}", found.consultation.slug);
    let rows = found.rows.len();
    may.write(move |tx| tx.journal(&subject, &json!({ "rows": rows, "format": format })))
        .await?;
    let slug = &found.consultation.slug;
    let name = format!("{slug}-{}.{format}", ui.t("export-file"));
    Ok(ui.private_file(media, &name, bytes))
}

/// None, when there are more than fit into a file.
fn find(conn: &mut Conn, slug: &str, ask: &ListAsk, me: &str) -> AppResult<Option<Found>> {
    let (consultation, places) = surroundings(conn, slug)?;
    let profiles = profiles(conn, &consultation)?;
    let narrow = narrowed(ask, me, &consultation, &places, &profiles);
    let is_blind = narrow.unread_by.is_some();
    let rows = list::page(conn, &narrow, (0, MOST + 1))?;
    if i64::try_from(rows.len()).unwrap_or(i64::MAX) > MOST {
        return Ok(None);
    }
    let themes = themes::of(conn, &consultation.id)?;
    let mut chosen: HashMap<_, BTreeSet<_>> = HashMap::new();
    if !is_blind {
        for ((text, _), of) in code::all(conn, &consultation.id)? {
            chosen.entry(text).or_default().extend(of);
        }
    }
    let person = ask.filter("person").map(|wanted| {
        let offered = profiles.iter().find(|offered| offered.value == wanted);
        offered.map_or_else(String::new, |offered| offered.label.clone())
    });
    let theme = ask.filter("theme").map(|wanted| {
        let theme = themes.iter().find(|theme| theme.id.as_str() == wanted);
        theme.map_or_else(String::new, |theme| theme.name.clone())
    });
    let element = ask.filter("element").map(|key| {
        let spot = places.find(key).and_then(|id| places.get(id));
        spot.map_or_else(String::new, |spot| format!("{} {}", spot.label, spot.title))
    });
    let other = |name: &str| ask.filter(name).map(str::to_owned);
    let filters = [
        ("export-search", Some(ask.search().to_owned())),
        ("coding-state", other("coded")),
        ("contributions-element", element),
        ("contributions-theme", theme),
        ("contributions-kind", other("kind")),
        ("contributions-channel", other("channel")),
        ("contributions-mark", other("mark")),
        ("contributions-person", person),
    ];
    Ok(Some(Found {
        counts: themes::counts(conn, &consultation.id)?,
        said: store::all(conn, &consultation.id)?,
        filters: filters
            .into_iter()
            .filter_map(|(key, value)| Some((key, value.filter(|value| !value.is_empty())?)))
            .collect(),
        consultation,
        places,
        rows,
        themes,
        chosen,
        is_blind,
    }))
}
