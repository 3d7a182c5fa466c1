//! What became of the contributions, for everyone: field by field, theme by theme, receipt by receipt.

use std::collections::{BTreeSet, HashMap};

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use crate::assessment::model::{Audience, Position};
use crate::assessment::view::AssessmentView;
use crate::base::clock::Zone;
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::page::Ui;
use crate::consultation;
use crate::revision::store::outcome::{Outcomes, OwnThread, outcomes, own_threads, quoted};
use crate::revision::view::{
    EditionName, EffectShown, ElementOutcome, FieldOutcome, FieldOutcomePage, OutcomePage,
    OwnOutcomePage, QuoteShown, ThemeOutcome, ThemeOutcomePage, ThreadShown,
};
use crate::strategy::cause::{Because, Theme};
use crate::strategy::diff::{Compared, Fate};
use crate::strategy::view::compare::ChangedElement;
use crate::strategy::{Effect, Element};
use crate::survey::Mark;
use crate::survey::page::Visit;
use crate::theme::page::paragraphs;
use crate::theme::view::Head;

/// How many contributions of a theme stand on one page.
const A_PAGE: i64 = 30;

async fn read(db: &Db, slug: String) -> AppResult<Outcomes> {
    db.read(move |conn| {
        let consultation = consultation::published(conn, &slug)?;
        outcomes(conn, consultation, Audience::Public)
    })
    .await
}

/// `GET /consultations/{consultation}/outcome` — what became of everything, field by field.
pub async fn overview(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let all = read(&db, slug.into_inner()).await?;
    let zone = ui.site().zone;
    let compared = all.answer.as_ref().map(|(_, comparison)| comparison);
    let fields = all.before.fields.iter().map(|field| {
        let below = all.places.with_all_below(&field.id);
        let compared = compared.and_then(|all| all.fields.iter().find(|one| one.key == field.key));
        FieldOutcome {
            url: format!("{}/{}", all.url(), field.key),
            label: field.label.clone(),
            title: field.title.clone(),
            contributions: all.about(&below),
            changed: compared.map_or(0, |compared| {
                flat(compared).iter().filter(|one| one.is_touched()).count()
            }),
        }
    });
    ui.ok(&OutcomePage {
        since: zone.day(all.since),
        kinds: all
            .kinds
            .iter()
            .map(|(kind, n)| (kind.label_key(), *n))
            .collect(),
        all: all.kinds.values().sum(),
        themes: all.themes.len(),
        positions: all.positions(all.said.keys()),
        answer: all.edition(),
        fields: fields.collect(),
        across: all
            .themes
            .iter()
            .filter(|theme| theme.element.is_none())
            .map(|theme| all.theme(&theme.id, zone))
            .collect(),
        head: Head::from(&all.consultation),
    })
}

/// An element and all below it, in reading order.
fn flat(compared: &Compared) -> Vec<&Compared> {
    let mut all = vec![compared];
    all.extend(compared.children.iter().flat_map(flat));
    all
}

/// `GET /consultations/{consultation}/outcome/{field}` — one field of action, old beside new, with the themes behind each change.
pub async fn field(path: Path<(String, String)>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (slug, key) = path.into_inner();
    let all = read(&db, slug).await?;
    ui.ok(&all.field(&key, ui.site().zone)?)
}

/// `GET /consultations/{consultation}/outcome/themes/{theme}` — one theme: what people wrote, what the town says, what it changed.
pub async fn theme(path: Path<(String, String)>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let id: Id<Theme> = Id::known(id);
    let all = read(&db, slug).await?;
    let named = all.themes.iter().find(|theme| theme.id == id);
    let named = named.ok_or(AppError::NotFound)?;
    let page = ui.query("page").and_then(|page| page.parse().ok());
    let page: i64 = page.unwrap_or(1).clamp(1, 100_000);
    let (quotes, shown) = if all.consultation.releases_comments {
        let of = id.clone();
        let window = ((page - 1) * A_PAGE, A_PAGE);
        db.read(move |conn| quoted(conn, &of, window)).await?
    } else {
        (Vec::new(), 0)
    };
    if page > 1 && quotes.is_empty() {
        return Err(AppError::NotFound);
    }
    ui.ok(&ThemeOutcomePage {
        head: Head::from(&all.consultation),
        theme: all.theme(&id, ui.site().zone),
        about: named.about.clone(),
        spot: all.spot(named.element.as_ref()),
        effects: all.effects(std::slice::from_ref(&id)),
        quotes: quotes
            .into_iter()
            .map(|quote| QuoteShown {
                paragraphs: paragraphs(&quote.text),
                mark_key: quote.mark.map(Mark::label_key),
                spot: all.spot(quote.element.as_ref()),
            })
            .collect(),
        shown,
        page,
        pages: ((shown + A_PAGE - 1) / A_PAGE).max(1),
    })
}

/// `GET /p/{code}/outcome` — what became of one's own contributions.
pub async fn own(visit: Visit, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (of, person) = (visit.consultation.clone(), visit.participation.id.clone());
    let (all, threads) = db
        .read(move |conn| {
            let threads = own_threads(conn, &of, &person)?;
            match outcomes(conn, of, Audience::Public) {
                Ok(all) => Ok((Some(all), threads)),
                Err(AppError::NotFound) => Ok((None, threads)),
                Err(why) => Err(why),
            }
        })
        .await?;
    let zone = ui.site().zone;
    let threads: Vec<ThreadShown> = (1..)
        .zip(threads)
        .map(|(n, one)| thread(n, &one, all.as_ref(), zone))
        .collect();
    ui.ok(&OwnOutcomePage {
        head: Head::from(&visit.consultation),
        code: visit.code.as_str().to_owned(),
        is_out: all.is_some(),
        changed: threads.iter().filter(|one| !one.effects.is_empty()).count(),
        threads,
    })
}

/// Before everyone may read the outcome, an author is told only that her words arrived.
fn thread(n: usize, thread: &OwnThread, all: Option<&Outcomes>, zone: Zone) -> ThreadShown {
    let one = &thread.one;
    let own = thread.own.as_ref().filter(|_| all.is_some());
    // What is said to it alone counts instead of what is said to its themes.
    let themes = if own.is_some() {
        &[][..]
    } else {
        &thread.themes
    };
    ThreadShown {
        id: format!("c{n}"),
        paragraphs: paragraphs(&one.text),
        mark_key: one.mark.map(Mark::label_key),
        spot: all.and_then(|all| all.spot(one.element.as_ref())),
        is_read: thread.is_read && all.is_some(),
        themes: all.map_or_else(Vec::new, |all| {
            themes.iter().map(|id| all.theme(id, zone)).collect()
        }),
        own: own.map(|own| AssessmentView::of(own, zone.day(own.at), None)),
        effects: all.map_or_else(Vec::new, |all| all.effects(&thread.themes)),
    }
}

impl Outcomes {
    fn url(&self) -> String {
        format!("/consultations/{}/outcome", self.consultation.slug)
    }

    fn about(&self, elements: &[Id<Element>]) -> i64 {
        let n = |id: &Id<Element>| self.by_element.get(&Some(id.clone())).copied();
        elements.iter().filter_map(n).sum()
    }

    fn spot(&self, element: Option<&Id<Element>>) -> Option<String> {
        let spot = self.places.get(element?)?;
        Some(format!("{} {}", spot.label, spot.title))
    }

    fn edition(&self) -> Option<EditionName> {
        let (after, _) = self.answer.as_ref()?;
        let strategy = format!("/strategies/{}", after.strategy);
        Some(EditionName {
            name: after.name.clone(),
            url: format!("{strategy}/editions/{}", after.number),
            compare_url: format!(
                "{strategy}/compare?from={}&to={}",
                self.before.number, after.number
            ),
        })
    }

    fn positions<'a>(
        &self,
        themes: impl IntoIterator<Item = &'a Id<Theme>>,
    ) -> Vec<(&'static str, usize)> {
        let mut counts: HashMap<Position, usize> = HashMap::new();
        for theme in themes {
            if let Some(said) = self.said.get(theme) {
                *counts.entry(said.position).or_default() += 1;
            }
        }
        Position::ALL
            .into_iter()
            .filter_map(|position| Some((position.label_key(), counts.get(&position).copied()?)))
            .collect()
    }

    fn theme(&self, id: &Id<Theme>, zone: Zone) -> ThemeOutcome {
        let named = self.themes.iter().find(|theme| theme.id == *id);
        let said = self.said.get(id);
        ThemeOutcome {
            id: id.to_string(),
            url: format!("{}/themes/{id}", self.url()),
            name: named.map(|theme| theme.name.clone()).unwrap_or_default(),
            count: self.counts.get(id).copied().unwrap_or_default(),
            said: said.map(|said| AssessmentView::of(said, zone.day(said.at), None)),
        }
    }

    /// What some themes changed in the editions everyone reads, each change once.
    fn effects(&self, themes: &[Id<Theme>]) -> Vec<EffectShown> {
        let all = themes.iter().filter_map(|id| self.effects.get(id));
        let mut seen = BTreeSet::new();
        let is_new = |effect: &&Effect| {
            effect.is_published
                && effect.what != "renumbered"
                && seen.insert((effect.number, effect.key.clone(), effect.what.clone()))
        };
        all.flatten()
            .filter(is_new)
            .map(|effect| EffectShown {
                edition: effect.edition.clone(),
                what: effect.what.clone(),
                name: effect.title.clone(),
                url: match effect.what.as_str() {
                    "retired" => format!(
                        "/strategies/{}/compare?from={}&to={}#{}",
                        effect.strategy, self.before.number, effect.number, effect.key
                    ),
                    _ => format!("/strategies/{}/{}", effect.strategy, effect.key),
                },
            })
            .collect()
    }

    fn field(&self, key: &str, zone: Zone) -> AppResult<FieldOutcomePage> {
        let field = self.before.field(key).ok_or(AppError::NotFound)?;
        let below = self.places.with_all_below(&field.id);
        let own: BTreeSet<&Id<Theme>> = self
            .themes
            .iter()
            .filter(|theme| theme.element.as_ref().is_some_and(|id| below.contains(id)))
            .map(|theme| &theme.id)
            .collect();
        let compared = self.answer.as_ref().map(|(_, comparison)| comparison);
        let compared = compared.and_then(|all| all.fields.iter().find(|one| one.key == key));
        let mut page = FieldOutcomePage {
            head: Head::from(&self.consultation),
            label: field.label.clone(),
            title: field.title.clone(),
            contributions: self.about(&below),
            themes: own.len(),
            positions: self.positions(own.iter().copied()),
            before: self.before.name.clone(),
            answer: self.edition(),
            changed: Vec::new(),
            unchanged: Vec::new(),
            quiet: 0,
        };
        let Some(compared) = compared else {
            page.unchanged = self.untouched(field, zone);
            return Ok(page);
        };
        for one in flat(compared) {
            let element = self.element(one, zone);
            let is_changed = one.is_touched()
                && one
                    .fates
                    .iter()
                    .any(|fate| !matches!(fate, Fate::Renumbered(_)));
            if is_changed {
                page.changed.push(element);
            } else if element.themes.is_empty() {
                page.quiet += 1;
            } else {
                page.unchanged.push(element);
            }
        }
        Ok(page)
    }

    /// While no edition answers, the themes of each element.
    fn untouched(&self, field: &crate::strategy::LaidElement, zone: Zone) -> Vec<ElementOutcome> {
        let below = self.places.with_all_below(&field.id);
        let with_themes = below.into_iter().filter_map(|id| {
            let themes = self.themes_about(&id, zone);
            let spot = self.places.get(&id).filter(|_| !themes.is_empty())?;
            Some(ElementOutcome {
                element: ChangedElement::still(&spot.key, &spot.label, &spot.title, &spot.text),
                count: self.about(&[id]),
                themes,
                reasons: Vec::new(),
                editorial: Vec::new(),
            })
        });
        with_themes.collect()
    }

    fn themes_about(&self, id: &Id<Element>, zone: Zone) -> Vec<ThemeOutcome> {
        let about =
            |theme: &&crate::theme::store::themes::Named| theme.element.as_ref() == Some(id);
        let themes = self.themes.iter().filter(about);
        themes.map(|theme| self.theme(&theme.id, zone)).collect()
    }

    fn element(&self, one: &Compared, zone: Zone) -> ElementOutcome {
        let before = self.places.find(&one.key).cloned();
        let after = self
            .answer
            .as_ref()
            .and_then(|(after, _)| after.find(&one.key));
        let id = before.clone().or(after.map(|after| after.id.clone()));
        let causes = id.as_ref().and_then(|id| self.causes.get(id));
        let mut named: Vec<Id<Theme>> = Vec::new();
        let mut reasons = Vec::new();
        let mut editorial = Vec::new();
        for changed in causes.into_iter().flatten() {
            match &changed.because {
                Because::Heard(themes, reason) => {
                    named.extend(themes.iter().cloned());
                    reasons.extend(Some(reason.clone()).filter(|reason| !reason.is_empty()));
                }
                Because::Editorial(kind, reason) => {
                    editorial.push((kind.label_key(), reason.as_str().to_owned()));
                }
            }
        }
        reasons.dedup();
        editorial.dedup();
        // Themes about it that caused nothing stand there as well: it is said why.
        let about = self
            .themes
            .iter()
            .filter(|theme| theme.element.is_some() && theme.element == before);
        named.extend(about.map(|theme| theme.id.clone()));
        let mut seen = BTreeSet::new();
        named.retain(|id| seen.insert(id.clone()));
        ElementOutcome {
            element: ChangedElement::of(one),
            count: before.map_or(0, |id| self.about(&[id])),
            themes: named.iter().map(|id| self.theme(id, zone)).collect(),
            reasons,
            editorial,
        }
    }
}
