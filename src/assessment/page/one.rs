//! One theme, or one contribution: read it, say what the town does about it, and why.

use std::collections::{BTreeMap, HashMap};

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use crate::account::store::names::{Author, authors};
use crate::account::{Action, May, Permission};
use crate::assessment::form::AssessmentForm;
use crate::assessment::model::{Block, MAX_OFFICE, MAX_REASON};
use crate::assessment::store::{self, About, Said};
use crate::assessment::view::{AssessmentPage, AssessmentView, EffectRow};
use crate::assessment::{Approve, Assess, ReadAssessments};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::id::Id;
use crate::base::page::{Faults, Ui};
use crate::consultation::Consultation;
use crate::strategy::cause::Theme;
use crate::strategy::{Effect, effects_of};
use crate::theme::model::{Contribution, ContributionKind, Places};
use crate::theme::page::{names, row, surroundings};
use crate::theme::store::list::{self, Narrow};
use crate::theme::store::{code, themes};
use crate::theme::view::{FilterOption, Head, ThemeRow};

/// How many contributions of a theme stand beside the form.
const SHOWN: i64 = 12;

/// `GET /desk/consultations/{consultation}/themes/{theme}` — a theme, its contributions, what the town says, what it changed.
pub async fn theme(
    may: May<ReadAssessments>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let found = find(&may, slug, About::Theme(Id::known(id))).await?;
    ui.ok(&found.page(found.form(), Faults::default(), &ui))
}

/// `GET /desk/consultations/{consultation}/contributions/{text}/assessment` — one contribution that gets an answer of its own.
pub async fn alone(
    may: May<ReadAssessments>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let found = find(&may, slug, About::Text(Id::known(id))).await?;
    ui.ok(&found.page(found.form(), Faults::default(), &ui))
}

/// `POST /desk/consultations/{consultation}/themes/{theme}` — keeps what the town says to a theme.
pub async fn assess_theme(
    see: May<ReadAssessments>,
    may: May<Assess>,
    path: Path<(String, String)>,
    form: Sent<AssessmentForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let found = find(&see, slug, About::Theme(Id::known(id))).await?;
    keep(may, found, form.into_inner(), ui).await
}

/// `POST /desk/consultations/{consultation}/contributions/{text}/assessment` — keeps what the town says to one contribution.
pub async fn assess_alone(
    see: May<ReadAssessments>,
    may: May<Assess>,
    path: Path<(String, String)>,
    form: Sent<AssessmentForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let found = find(&see, slug, About::Text(Id::known(id))).await?;
    keep(may, found, form.into_inner(), ui).await
}

async fn keep(
    may: May<Assess>,
    found: Found,
    form: AssessmentForm,
    ui: Ui,
) -> AppResult<HttpResponse> {
    if form.act == "insert" {
        let block = found.blocks.iter().find(|block| block.id == form.block);
        let Some(block) = block else {
            let error = FieldError::new("block", "error-assessment-block");
            return found.refused(form, &[error], &ui);
        };
        let form = form.with_block(&block.text);
        return ui.ok(&found.page(form, Faults::default(), &ui));
    }
    let new = match form.parse() {
        Ok(new) => new,
        Err(errors) => return found.refused(form, &errors, &ui),
    };
    let (about, seen) = (found.about.clone(), form.seen.clone());
    let done = if form.act == "approve" {
        let may: May<Approve> = may.also()?;
        let consultation = found.consultation.clone();
        may.write(move |tx| store::write_approved(tx, &consultation, &about, &seen, &new))
            .await?
    } else {
        may.write(move |tx| store::write(tx, &about, &seen, &new))
            .await?
    };
    if done {
        let said = if form.act == "approve" {
            "said-assessment-approved"
        } else {
            "said-assessment-kept"
        };
        return Ok(ui.see_other_saying(&found.url(), said));
    }
    let mut page = found.page(form, Faults::default(), &ui);
    page.is_overtaken = true;
    ui.page(StatusCode::CONFLICT, &page)
}

/// Everything about one theme or contribution.
struct Found {
    consultation: Consultation,
    places: Places,
    about: About,
    theme: Option<ThemeRow>,
    rows: Vec<Contribution>,
    chosen: HashMap<Id<crate::survey::FreeText>, std::collections::BTreeSet<Id<Theme>>>,
    names: BTreeMap<Id<Theme>, String>,
    kinds: HashMap<String, i64>,
    said: Said,
    people: HashMap<String, Author>,
    blocks: Vec<Block>,
    offices: Vec<String>,
    effects: Vec<Effect>,
    may_approve: bool,
}

async fn find<A: Action>(may: &May<A>, slug: String, about: About) -> AppResult<Found> {
    let may_approve = may.who().has(Permission::Approve);
    may.read(move |conn| found(conn, &slug, about, may_approve))
        .await
}

fn found(conn: &mut Conn, slug: &str, about: About, may_approve: bool) -> AppResult<Found> {
    let (consultation, places) = surroundings(conn, slug)?;
    let all = themes::of(conn, &consultation.id)?;
    let (theme, rows, kinds, effects) = match &about {
        About::Theme(id) => {
            let one = themes::one(conn, &consultation.id, id)?;
            let narrow = Narrow {
                theme: Some(id.clone()),
                ..Narrow::all(&consultation.id)
            };
            let row = ThemeRow {
                id: one.id.to_string(),
                spot: one.element.and_then(|id| places.get(&id).cloned()),
                name: one.name,
                about: one.about,
                count: list::count(conn, &narrow)?,
            };
            let effects = effects_of(conn, std::slice::from_ref(id))?;
            let rows = list::page(conn, &narrow, (0, SHOWN))?;
            let effects = effects.into_values().flatten().collect();
            (Some(row), rows, store::by_theme(conn, id)?, effects)
        }
        About::Text(id) => {
            let one = list::one(conn, &consultation.id, id)?;
            (None, vec![one], HashMap::new(), Vec::new())
        }
    };
    let ids: Vec<_> = rows.iter().map(|one| one.id.clone()).collect();
    let said = store::of(conn, &about)?;
    let people: Vec<String> = said
        .rows
        .iter()
        .map(|row| row.assessment.by.clone())
        .collect();
    let mut offices: Vec<String> = store::all(conn, &consultation.id)?
        .into_values()
        .flat_map(|said| said.rows)
        .map(|row| row.assessment.office)
        .filter(|office| !office.is_empty())
        .collect();
    offices.sort_unstable();
    offices.dedup();
    Ok(Found {
        chosen: code::themes_of(conn, &ids)?,
        names: names(&all),
        people: authors(conn, &people)?,
        blocks: store::blocks(conn)?,
        consultation,
        places,
        about,
        theme,
        rows,
        kinds,
        said,
        offices,
        effects,
        may_approve,
    })
}

impl Found {
    fn url(&self) -> String {
        let home = format!("/desk/consultations/{}", self.consultation.slug);
        match &self.about {
            About::Theme(id) => format!("{home}/themes/{id}"),
            About::Text(id) => format!("{home}/contributions/{id}/assessment"),
        }
    }

    /// What was said last, to go on from.
    fn form(&self) -> AssessmentForm {
        let Some(newest) = self.said.newest() else {
            return AssessmentForm::default();
        };
        AssessmentForm {
            position: newest.assessment.position.as_str().to_owned(),
            reason: newest.assessment.reason.clone(),
            office: newest.assessment.office.clone(),
            seen: newest.id.clone(),
            ..AssessmentForm::default()
        }
    }

    fn refused(
        &self,
        form: AssessmentForm,
        errors: &[FieldError],
        ui: &Ui,
    ) -> AppResult<HttpResponse> {
        let faults = Faults::from(ui.messages(errors));
        ui.page(
            StatusCode::UNPROCESSABLE_ENTITY,
            &self.page(form, faults, ui),
        )
    }

    fn page(&self, form: AssessmentForm, faults: Faults, ui: &Ui) -> AssessmentPage {
        let zone = ui.site().zone;
        let kind = |kind: ContributionKind| {
            let n = self.kinds.get(kind.as_str()).copied()?;
            Some((kind.label_key(), n))
        };
        AssessmentPage {
            head: Head::from(&self.consultation),
            theme: self.theme.clone(),
            rows: self
                .rows
                .iter()
                .map(|one| {
                    let themes = self.chosen.get(&one.id).cloned().unwrap_or_default();
                    row(one, &self.places, &self.names, themes, true)
                })
                .collect(),
            kinds: ContributionKind::ALL.into_iter().filter_map(kind).collect(),
            url: self.url(),
            form,
            history: self
                .said
                .rows
                .iter()
                .map(|row| {
                    let one = &row.assessment;
                    let by = self.people.get(&one.by).cloned();
                    AssessmentView::of(one, zone.day(one.at), by)
                })
                .collect(),
            offices: self.offices.clone(),
            blocks: self
                .blocks
                .iter()
                .map(|block| FilterOption {
                    value: block.id.clone(),
                    label: block.title.clone(),
                })
                .collect(),
            effects: self.effects.iter().map(|one| self.effect(one)).collect(),
            may_approve: self.may_approve,
            reason_limit: MAX_REASON,
            office_limit: MAX_OFFICE,
            is_overtaken: false,
            faults,
        }
    }

    fn effect(&self, effect: &Effect) -> EffectRow {
        let spot = self.places.find(&effect.key);
        let spot = spot.and_then(|id| self.places.get(id));
        EffectRow {
            edition: effect.edition.clone(),
            what: effect.what.clone(),
            name: if effect.title.is_empty() {
                spot.map_or_else(|| effect.key.clone(), |spot| spot.title.clone())
            } else {
                effect.title.clone()
            },
            url: effect
                .is_published
                .then(|| format!("/strategies/{}/{}", effect.strategy, effect.key)),
        }
    }
}
