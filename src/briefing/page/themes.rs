//! What was asked for, what was not followed, and who said it.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::model::Position;
use crate::assessment::view::AssessmentView;
use crate::base::clock::Zone;
use crate::base::id::Id;
use crate::briefing::model::{Piece, REASON, Voice};
use crate::briefing::store::Briefing;
use crate::briefing::view::{AskedRow, VoiceRow};
use crate::strategy::Element;
use crate::strategy::cause::Theme;
use crate::theme::model::{ContributionKind, shortened};
use crate::theme::store::themes::Named;

impl Briefing {
    /// Themes by how often they were asked for.
    pub(super) fn asked(&self, is_wanted: impl Fn(&Named) -> bool, zone: Zone) -> Vec<AskedRow> {
        let themes = self.outcomes.themes.iter().filter(|theme| is_wanted(theme));
        let mut rows: Vec<AskedRow> = themes
            .map(|theme| self.asked_row(theme, zone))
            .filter(|row| row.texts + row.segments > 0)
            .collect();
        rows.sort_by_cached_key(|row| {
            (
                std::cmp::Reverse(row.texts + row.segments),
                row.name.clone(),
            )
        });
        rows
    }

    fn asked_row(&self, theme: &Named, zone: Zone) -> AskedRow {
        let n = |kind| {
            let n = self.kinds.get(&(theme.id.clone(), kind));
            n.copied().unwrap_or_default()
        };
        let spot = theme
            .element
            .as_ref()
            .and_then(|id| self.outcomes.places.get(id));
        let said = self.outcomes.said.get(&theme.id);
        AskedRow {
            name: theme.name.clone(),
            url: self
                .released
                .public
                .map(|_| format!("{}/themes/{}", self.outcomes.url(), theme.id)),
            label: spot.map(|spot| spot.label.clone()).unwrap_or_default(),
            texts: n(ContributionKind::Answer) + n(ContributionKind::Comment),
            segments: n(ContributionKind::Segment),
            said: said.map(|said| AssessmentView::of(said, zone.day(said.at), None)),
        }
    }

    /// Themes the town does not follow, with the beginning of the reason.
    pub(super) fn refused(&self, is_wanted: impl Fn(&Named) -> bool, zone: Zone) -> Vec<AskedRow> {
        let is_refused = |theme: &Named| {
            let said = self.outcomes.said.get(&theme.id).map(|said| said.position);
            matches!(said, Some(Position::NotFollowed | Position::OutOfScope))
        };
        let mut rows = self.asked(|theme| is_wanted(theme) && is_refused(theme), zone);
        for said in rows.iter_mut().filter_map(|row| row.said.as_mut()) {
            said.reason = vec![shortened(&said.reason.join(" "), REASON)];
        }
        rows
    }

    /// What statements say about some elements, by number.
    pub(super) fn voices_on(&self, below: &BTreeSet<Id<Element>>) -> Vec<VoiceRow> {
        let home = format!(
            "/consultations/{}/statements",
            self.outcomes.consultation.slug
        );
        let about = |voice: &Voice| {
            let mut names: BTreeMap<&Id<Theme>, &Named> = BTreeMap::new();
            let mut is_about = false;
            for Piece { element, themes } in &voice.segments {
                let of = self
                    .outcomes
                    .themes
                    .iter()
                    .filter(|theme| themes.contains(&theme.id));
                let is_here = element.as_ref().is_some_and(|id| below.contains(id));
                is_about |= is_here;
                for theme in of {
                    let own = theme.element.as_ref().map(|id| below.contains(id));
                    if own.unwrap_or(is_here) {
                        is_about = true;
                        names.insert(&theme.id, theme);
                    }
                }
            }
            is_about.then_some(names)
        };
        let row = |voice: &Voice| {
            let themes = about(voice)?.into_values().map(|theme| {
                let said = self.outcomes.said.get(&theme.id).map(|said| said.position);
                (
                    theme.name.clone(),
                    said.map(|one| (one.label_key(), one.badge())),
                )
            });
            Some(VoiceRow {
                number: voice.number,
                name: voice.name.clone(),
                url: voice.is_public.then(|| format!("{home}/{}", voice.number)),
                themes: themes.collect(),
            })
        };
        self.voices.iter().filter_map(row).collect()
    }
}
