//! All themes with what the town says to each; how far it is; who may read it.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use crate::account::{Action, May, Permission};
use crate::assessment::model::{Audience, Position};
use crate::assessment::store::{self, About, Progress, Released, Said, progress, released};
use crate::assessment::view::{AssessmentListPage, AssessmentRow, AssessmentView};
use crate::assessment::{Approve, ReadAssessments, ReleaseOutcomes};
use crate::base::clock::Zone;
use crate::base::db::{Arrivals, Conn, Recall};
use crate::base::error::AppResult;
use crate::base::form::{Fields, Sent};
use crate::base::id::Id;
use crate::base::page::{Confirm, ListAsk, Ui};
use crate::survey::FreeText;
use crate::theme::model::segment::Split;
use crate::theme::model::{Places, shortened};
use crate::theme::page::{Around, around, element_options, surroundings};
use crate::theme::store::splits::unsplit;
use crate::theme::store::{list, themes};
use crate::theme::view::Head;

fn home(slug: &str) -> String {
    format!("/desk/consultations/{slug}")
}

/// `GET /desk/consultations/{consultation}/assessments` — what the town says to each theme.
pub async fn show(
    may: May<ReadAssessments>,
    slug: Path<String>,
    ask: ListAsk,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (zone, may_approve) = (ui.site().zone, may.who().has(Permission::Approve));
    let name = format!("assessments {slug} {may_approve} {ask:?}");
    let read = move |conn: &mut Conn, recall: &Recall| {
        read(conn, recall, &slug, &ask, (zone, may_approve))
    };
    ui.ok(&*may.read_page(name, Arrivals::None, read).await?)
}

async fn page<A: Action>(
    may: &May<A>,
    slug: String,
    ask: ListAsk,
    zone: Zone,
) -> AppResult<AssessmentListPage> {
    let may_approve = may.who().has(Permission::Approve);
    may.read_recalling(move |conn, recall| read(conn, recall, &slug, &ask, (zone, may_approve)))
        .await
}

fn read(
    conn: &mut Conn,
    recall: &Recall,
    slug: &str,
    ask: &ListAsk,
    (zone, may_approve): (Zone, bool),
) -> AppResult<AssessmentListPage> {
    let of = around(conn, recall, slug)?;
    let stand = recall.get(conn, &format!("assessments {slug}"), |conn| {
        stand(conn, slug, &of, zone)
    })?;
    let wanted = stand
        .rows
        .iter()
        .filter(|row| is_wanted(row, ask, &of.places));
    let rows: Vec<AssessmentRow> = wanted.cloned().collect();
    let open = stand.first_open.as_ref();
    Ok(AssessmentListPage {
        head: Head::from(&of.consultation),
        listing: ask.listing(rows.len(), &["element"]),
        elements: element_options(&of.places),
        all: stand.progress.all,
        open: stand.progress.open,
        unread: stand.progress.unread,
        unsplit: stand.unsplit.clone(),
        open_url: open.map(|id| format!("{}/contributions/{id}", home(slug))),
        rows: ask.cut(rows),
        may_approve,
        council_since: stand.released.council.map(|at| zone.day(at)),
        public_since: stand.released.public.map(|at| zone.day(at)),
        is_nothing_chosen: false,
    })
}

/// How far the assessments of a consultation are.
struct Stand {
    progress: Progress,
    released: Released,
    first_open: Option<Id<FreeText>>,
    unsplit: Vec<Split>,
    rows: Vec<AssessmentRow>,
}

fn stand(conn: &mut Conn, slug: &str, of: &Around, zone: Zone) -> AppResult<Stand> {
    let id = &of.consultation.id;
    Ok(Stand {
        progress: progress(conn, id)?,
        released: released(conn, id)?,
        first_open: store::first_open(conn, id)?,
        unsplit: unsplit(conn, &of.consultation)?,
        rows: rows(conn, slug, id, &of.places, zone)?,
    })
}

fn is_wanted(row: &AssessmentRow, ask: &ListAsk, places: &Places) -> bool {
    let newest = row.newest.as_ref();
    let state = match newest {
        None => "open",
        Some(newest) if newest.is_approved => "approved",
        Some(_) => "draft",
    };
    let wanted = ask.filter("position").and_then(Position::parse);
    let below = ask.filter("element").map(|key| {
        let id = places.find(key);
        let keys = id.map_or_else(Vec::new, |id| places.with_all_below(id));
        keys.iter()
            .filter_map(|id| places.get(id))
            .map(|spot| spot.key.clone())
            .collect::<Vec<_>>()
    });
    ask.filter("state").is_none_or(|asked| asked == state)
        && wanted.is_none_or(|position| newest.is_some_and(|one| one.position == position))
        && below.is_none_or(|keys| {
            let spot = row.spot.as_ref();
            spot.is_some_and(|spot| keys.contains(&spot.key))
        })
        && ask.matches(&row.name)
}

/// Themes in the order of the document, then those that go across, then single contributions.
fn rows(
    conn: &mut Conn,
    slug: &str,
    consultation: &Id<crate::consultation::Consultation>,
    places: &Places,
    zone: Zone,
) -> AppResult<Vec<AssessmentRow>> {
    let said = store::all(conn, consultation)?;
    let counts = themes::counts(conn, consultation)?;
    let mut all = themes::of(conn, consultation)?;
    let place = |element: Option<&Id<crate::strategy::Element>>| {
        let found = places.iter().position(|(id, _)| Some(id) == element);
        found.unwrap_or(usize::MAX)
    };
    all.sort_by_cached_key(|theme| (place(theme.element.as_ref()), theme.name.clone()));
    let mut rows: Vec<AssessmentRow> = all
        .into_iter()
        .map(|theme| {
            let about = About::Theme(theme.id.clone());
            AssessmentRow {
                value: format!("theme-{}", theme.id),
                url: format!("{}/themes/{}", home(slug), theme.id),
                name: theme.name,
                is_alone: false,
                spot: theme.element.and_then(|id| places.get(&id).cloned()),
                count: counts.get(&theme.id).copied().unwrap_or_default(),
                newest: newest(&said, &about, zone),
                has_earlier: has_earlier(&said, &about),
            }
        })
        .collect();
    let alone: Vec<_> = said
        .keys()
        .filter_map(|about| match about {
            About::Text(id) => Some(id.clone()),
            About::Theme(_) => None,
        })
        .collect();
    for one in list::these(conn, consultation, &alone)? {
        let about = About::Text(one.id.clone());
        rows.push(AssessmentRow {
            value: format!("text-{}", one.id),
            url: format!("{}/contributions/{}/assessment", home(slug), one.id),
            name: shortened(&one.text, 90),
            is_alone: true,
            spot: one.element.and_then(|id| places.get(&id).cloned()),
            count: 1,
            newest: newest(&said, &about, zone),
            has_earlier: has_earlier(&said, &about),
        });
    }
    Ok(rows)
}

fn newest(said: &HashMap<About, Said>, about: &About, zone: Zone) -> Option<AssessmentView> {
    let newest = &said.get(about)?.newest()?.assessment;
    Some(AssessmentView::of(newest, zone.day(newest.at), None))
}

fn has_earlier(said: &HashMap<About, Said>, about: &About) -> bool {
    said.get(about).is_some_and(|said| {
        let is_draft = said.newest().is_some_and(|one| !one.assessment.is_approved);
        is_draft && said.approved().is_some()
    })
}

/// `POST /desk/consultations/{consultation}/assessments` — approves what was ticked.
pub async fn approve(
    may: May<Approve>,
    slug: Path<String>,
    ask: ListAsk,
    form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let slug = slug.into_inner();
    let abouts: Vec<About> = form.all("about").filter_map(about_named).collect();
    if abouts.is_empty() {
        let mut page = page(&may, slug, ask, ui.site().zone).await?;
        page.is_nothing_chosen = true;
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let back = ask.address();
    may.write(move |tx| {
        let (consultation, _) = surroundings(tx.conn, &slug)?;
        store::approve(tx, &consultation, &abouts)
    })
    .await?;
    Ok(ui.see_other_saying(&back, "said-assessments-approved"))
}

fn about_named(value: &str) -> Option<About> {
    let (kind, id) = value.split_once('-')?;
    match kind {
        "theme" => Some(About::Theme(Id::known(id))),
        "text" => Some(About::Text(Id::known(id))),
        _ => None,
    }
}

fn audience(name: &str) -> AppResult<Audience> {
    Audience::parse(name).ok_or(crate::base::error::AppError::NotFound)
}

/// `GET /desk/consultations/{consultation}/assessments/release/{audience}` — asks before the council or everyone may read it, or before that is
/// taken back.
pub async fn ask_release(
    may: May<ReleaseOutcomes>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, name) = path.into_inner();
    let audience = audience(&name)?;
    let place = slug.clone();
    let (released, open, unsplit) = may
        .read(move |conn| {
            let (consultation, _) = surroundings(conn, &place)?;
            let open = progress(conn, &consultation.id)?.open;
            let unsplit = unsplit(conn, &consultation)?.len();
            Ok((released(conn, &consultation.id)?, open, unsplit))
        })
        .await?;
    let is_out = match audience {
        Audience::Council => released.council.is_some(),
        Audience::Public => released.public.is_some(),
    };
    let back_url = format!("{}/assessments", home(&slug));
    if audience == Audience::Public && !is_out && open > 0 {
        return Ok(ui.see_other_saying(&back_url, "said-outcomes-open"));
    }
    if audience == Audience::Public && !is_out && unsplit > 0 {
        return Ok(ui.see_other_saying(&back_url, "said-outcomes-unsplit"));
    }
    let (title, text, button) = match (audience, is_out) {
        (Audience::Council, false) => (
            "release-council-title",
            "release-council-text",
            "release-council-button",
        ),
        (Audience::Public, false) => (
            "release-public-title",
            "release-public-text",
            "release-public-button",
        ),
        (_, true) => (
            "release-back-title",
            "release-back-text",
            "release-back-button",
        ),
    };
    ui.ok(&Confirm {
        title: ui.t(title),
        text: ui.t(text),
        items: Vec::new(),
        button: ui.t(button),
        back_url,
        reason: None,
    })
}

/// `POST /desk/consultations/{consultation}/assessments/release/{audience}` — does it.
pub async fn release(
    may: May<ReleaseOutcomes>,
    path: Path<(String, String)>,
    _form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, name) = path.into_inner();
    let audience = audience(&name)?;
    let back = format!("{}/assessments", home(&slug));
    let is_done = may
        .write(move |tx| {
            let (consultation, _) = surroundings(tx.conn, &slug)?;
            let released = released(tx.conn, &consultation.id)?;
            let is_out = match audience {
                Audience::Council => released.council.is_some(),
                Audience::Public => released.public.is_some(),
            };
            if is_out {
                store::withdraw(tx, &consultation, audience)?;
                return Ok(true);
            }
            store::release(tx, &consultation, audience)
        })
        .await?;
    let said = if is_done {
        "said-outcomes-released"
    } else {
        "said-outcomes-open"
    };
    Ok(ui.see_other_saying(&back, said))
}
