//! What became of the contributions, as pages show it.

use std::collections::{BTreeSet, HashMap};

use crate::assessment::model::Position;
use crate::assessment::view::AssessmentView;
use crate::base::clock::Zone;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::revision::store::outcome::Outcomes;
use crate::revision::view::{
    EditionName, EffectShown, ElementOutcome, FieldOutcomePage, ThemeOutcome,
};
use crate::strategy::cause::{Because, Theme};
use crate::strategy::diff::{Compared, Fate, Side};
use crate::strategy::view::compare::ChangedElement;
use crate::strategy::view::draft::DiffView;
use crate::strategy::{Effect, Element};
use crate::theme::view::Head;

/// An element and all below it, in reading order.
pub fn flat(compared: &Compared) -> Vec<&Compared> {
    let mut all = vec![compared];
    all.extend(compared.children.iter().flat_map(flat));
    all
}

impl Outcomes {
    /// Where everyone reads it.
    pub fn url(&self) -> String {
        format!("/consultations/{}/outcome", self.consultation.slug)
    }

    /// How many contributions are about some elements.
    pub fn about(&self, elements: &[Id<Element>]) -> i64 {
        let n = |id: &Id<Element>| self.by_element.get(&Some(id.clone())).copied();
        elements.iter().filter_map(n).sum()
    }

    /// What an element is called, with its number.
    pub fn spot(&self, element: Option<&Id<Element>>) -> Option<String> {
        let spot = self.places.get(element?)?;
        Some(format!("{} {}", spot.label, spot.title))
    }

    /// The edition that answers, with the ways to it.
    pub fn edition(&self) -> Option<EditionName> {
        let (after, _) = self.answer.as_ref()?;
        let strategy = format!("/strategies/{}", after.strategy);
        let query = format!("?from={}&to={}", self.before.number, after.number);
        Some(EditionName {
            name: after.name.clone(),
            url: format!("{strategy}/editions/{}", after.number),
            compare_url: format!("{strategy}/compare{query}"),
            synopsis_url: format!("{strategy}/synopsis"),
            synopsis_query: query,
        })
    }

    pub(super) fn positions<'a>(
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

    /// A theme with what the town says to it.
    pub fn theme(&self, id: &Id<Theme>, zone: Zone) -> ThemeOutcome {
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
    pub(super) fn effects(&self, themes: &[Id<Theme>]) -> Vec<EffectShown> {
        self.effects_in(themes, false)
    }

    /// The same, also in editions that are not published yet: for staff.
    pub(in crate::revision::page) fn effects_in(
        &self,
        themes: &[Id<Theme>],
        in_all: bool,
    ) -> Vec<EffectShown> {
        let all = themes.iter().filter_map(|id| self.effects.get(id));
        let mut seen = BTreeSet::new();
        let is_new = |effect: &&Effect| {
            (effect.is_published || in_all)
                && effect.what != "renumbered"
                && seen.insert((effect.number, effect.key.clone(), effect.what.clone()))
        };
        all.flatten()
            .filter(is_new)
            .map(|effect| EffectShown {
                edition: effect.edition.clone(),
                what: effect.what.clone(),
                name: effect.title.clone(),
                diff: self.diff(effect),
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

    /// What became of the words of an element, in the edition that answers.
    fn diff(&self, effect: &Effect) -> Option<DiffView> {
        let (after, comparison) = self.answer.as_ref()?;
        let is_worded = matches!(effect.what.as_str(), "added" | "reworded" | "retired");
        if effect.number != after.number || !is_worded {
            return None;
        }
        let mut all = comparison.fields.iter().flat_map(flat);
        let one = all.find(|one| one.key == effect.key)?;
        let words = |side: &Option<Side>| {
            let side = side.as_ref();
            side.map_or_else(Default::default, |side| {
                (side.title.clone(), side.text.clone())
            })
        };
        let (before, after): ((String, String), _) = (words(&one.before), words(&one.after));
        DiffView::between((&before.0, &before.1), (&after.0, &after.1))
    }

    /// One field of action, element by element.
    ///
    /// # Errors
    /// Not found, when the edition laid open has no such field.
    pub fn field(&self, key: &str, zone: Zone) -> AppResult<FieldOutcomePage> {
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
            key: field.key.clone(),
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
                heard: 0,
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
        let heard = named.len();
        // Themes about it that caused nothing stand there as well: it is said why.
        let about = self
            .themes
            .iter()
            .filter(|theme| theme.element.is_some() && theme.element == before);
        named.extend(about.map(|theme| theme.id.clone()));
        let heard: BTreeSet<_> = named[..heard].iter().cloned().collect();
        let heard = heard.len();
        let mut seen = BTreeSet::new();
        named.retain(|id| seen.insert(id.clone()));
        ElementOutcome {
            element: ChangedElement::of(one),
            count: before.map_or(0, |id| self.about(&[id])),
            themes: named.iter().map(|id| self.theme(id, zone)).collect(),
            heard,
            reasons,
            editorial,
        }
    }
}
