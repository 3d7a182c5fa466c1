//! Contributions as a workbook with its codebook, and as CSV.

use std::collections::BTreeMap;

use super::Found;
use crate::assessment::model::{Outcome, Position, outcome};
use crate::assessment::store::About;
use crate::base::error::AppResult;
use crate::base::export::{Cell, Separator, csv};
use crate::base::locale::DayStyle;
use crate::base::page::{Ui, codebook};
use crate::base::table::book::{Sheet, workbook};
use crate::survey::Mark;
use crate::theme::model::{CHANNELS, Contribution, ContributionKind, channel_key};
use crate::theme::store::themes::Named;

/// The columns: their names in CSV, their heads in a workbook, and what stands in them.
const COLUMNS: [(&str, &str, &str); 13] = [
    ("n", "table-head-number", "export-column-n"),
    ("id", "export-head-id", "export-column-id"),
    ("kind", "contributions-kind", "export-column-kind"),
    ("channel", "contributions-channel", "export-column-channel"),
    ("element", "synopsis-head-key", "export-column-element"),
    ("label", "table-head-label", "table-column-label"),
    ("title", "table-head-place", "table-column-place"),
    ("mark", "contributions-mark", "export-column-mark"),
    ("text", "export-head-text", "export-column-text"),
    ("read", "export-head-read", "export-column-read"),
    ("themes", "synopsis-head-themes", "export-column-themes"),
    ("outcome", "export-head-outcome", "export-column-outcome"),
    ("positions", "table-head-answer", "export-column-positions"),
];

type Row = Vec<Cell<'static>>;

impl Found {
    fn position(&self, about: &About) -> Option<Position> {
        self.said.get(about)?.position()
    }

    /// One contribution, `n` from 1.
    fn row(&self, n: usize, one: &Contribution, ui: &Ui) -> Row {
        let spot = one.element.as_ref().and_then(|id| self.places.get(id));
        let themes = self.chosen.get(&one.id);
        let is_read = themes.is_some();
        let named = self
            .themes
            .iter()
            .filter(|theme| themes.is_some_and(|own| own.contains(&theme.id)));
        let named: Vec<&Named> = named.collect();
        let titles: Vec<&str> = named.iter().map(|theme| theme.name.as_str()).collect();
        let own = self.position(&About::Text(one.id.clone()));
        let of = |theme: &&Named| self.position(&About::Theme(theme.id.clone()));
        let outcome = outcome(own.is_some(), is_read, named.clone(), |theme| {
            of(theme).is_some()
        });
        let (outcome, positions) = match &outcome {
            Outcome::Open => ("table-tally-open", Vec::new()),
            Outcome::WithoutTheme => ("table-tally-noted", vec![Position::Noted]),
            Outcome::Own => ("table-tally-own", own.into_iter().collect()),
            Outcome::ByThemes(themes) => {
                ("table-tally-themes", themes.iter().filter_map(of).collect())
            }
        };
        let mut said: Vec<String> = positions.iter().map(|one| ui.t(one.label_key())).collect();
        said.dedup();
        let told = |text: String| {
            if self.is_blind {
                Cell::Empty
            } else {
                text.into()
            }
        };
        vec![
            u64::try_from(n).unwrap_or(u64::MAX).into(),
            one.id.to_string().into(),
            ui.t(one.kind.label_key()).into(),
            ui.t(channel_key(&one.channel)).into(),
            spot.map(|spot| spot.key.clone()).into(),
            spot.map(|spot| spot.label.clone()).into(),
            spot.map(|spot| spot.title.clone()).into(),
            one.mark.map(|mark| ui.t(mark.label_key())).into(),
            one.text.clone().into(),
            told(ui.t(if is_read {
                "coding-read"
            } else {
                "coding-open"
            })),
            titles.join("; ").into(),
            told(ui.t(outcome)),
            said.join("; ").into(),
        ]
    }

    fn rows<'a>(&'a self, ui: &'a Ui) -> impl Iterator<Item = Row> + 'a {
        let rows = (1..).zip(&self.rows);
        rows.map(|(n, one)| self.row(n, one, ui))
    }

    /// A plain table.
    pub(super) fn csv(&self, ui: &Ui) -> AppResult<Vec<u8>> {
        let names = COLUMNS.map(|(name, ..)| name);
        let separator = Separator::of(ui.lang());
        Ok(csv(separator, &names, self.rows(ui)).map_err(anyhow::Error::from)?)
    }

    /// A workbook with everything that explains it.
    pub(super) fn workbook(&self, ui: &Ui) -> AppResult<Vec<u8>> {
        let head: Row = COLUMNS.map(|(_, head, _)| ui.t(head).into()).into();
        let [columns, about] = codebook(self.columns(ui), self.about(ui), ui);
        let all = Sheet {
            name: ui.t("contributions-desk-title"),
            widths: vec![6, 28, 16, 14, 12, 8, 30, 18, 80, 14, 40, 30, 26],
            rows: std::iter::once(head).chain(self.rows(ui)).collect(),
            wraps: true,
        };
        Ok(workbook(&[
            all,
            self.pairs(ui),
            self.named(ui),
            columns,
            about,
        ])?)
    }

    /// Which contribution is under which theme, a line each, for counting.
    fn pairs(&self, ui: &Ui) -> Sheet<'static> {
        let names: BTreeMap<_, _> = self.themes.iter().map(|one| (&one.id, &one.name)).collect();
        let mut rows: Vec<Row> = vec![vec![
            ui.t("table-head-number").into(),
            ui.t("contributions-theme").into(),
        ]];
        for (n, one) in (1_u64..).zip(&self.rows) {
            for theme in self.chosen.get(&one.id).into_iter().flatten() {
                let name = names.get(theme).map(|name| (*name).clone());
                rows.push(vec![n.into(), name.into()]);
            }
        }
        Sheet {
            name: ui.t("export-sheet-pairs"),
            widths: vec![6, 60],
            rows,
            wraps: true,
        }
    }

    /// All themes: what belongs to them, how many contributions they have in all, and what the town says.
    fn named(&self, ui: &Ui) -> Sheet<'static> {
        let heads = [
            "contributions-theme",
            "table-head-said",
            "table-head-place",
            "table-head-contributions",
            "table-head-answer",
        ];
        let row = |theme: &Named| -> Row {
            let spot = theme.element.as_ref().and_then(|id| self.places.get(id));
            let count = self.counts.get(&theme.id).copied().unwrap_or_default();
            let said = self.position(&About::Theme(theme.id.clone()));
            vec![
                theme.name.clone().into(),
                theme.about.clone().into(),
                spot.map(|spot| format!("{} {}", spot.label, spot.title))
                    .into(),
                count.into(),
                said.map(|said| ui.t(said.label_key())).into(),
            ]
        };
        let head: Row = heads.map(|key| ui.t(key).into()).into();
        Sheet {
            name: ui.t("synopsis-head-themes"),
            widths: vec![40, 60, 34, 12, 26],
            rows: std::iter::once(head)
                .chain(self.themes.iter().map(row))
                .collect(),
            wraps: true,
        }
    }

    /// Head, meaning and possible values of each column.
    fn columns(&self, ui: &Ui) -> Vec<[String; 3]> {
        let themes = self.themes.iter().map(|theme| theme.name.clone());
        let values = |name: &str| -> Vec<String> {
            match name {
                "kind" => ContributionKind::ALL
                    .map(|kind| ui.t(kind.label_key()))
                    .into(),
                "channel" => CHANNELS.map(|channel| ui.t(channel_key(channel))).into(),
                "mark" => Mark::FORM.map(|mark| ui.t(mark.label_key())).into(),
                "read" => vec![ui.t("coding-read"), ui.t("coding-open")],
                "themes" => themes.clone().collect(),
                "outcome" => [
                    "table-tally-themes",
                    "table-tally-own",
                    "table-tally-noted",
                    "table-tally-open",
                ]
                .map(|key| ui.t(key))
                .into(),
                "positions" => Position::ALL.map(|one| ui.t(one.label_key())).into(),
                _ => Vec::new(),
            }
        };
        COLUMNS
            .map(|(name, head, about)| {
                let head = format!("{} ({name})", ui.t(head));
                [head, ui.t(about), values(name).join(" | ")]
            })
            .into()
    }

    fn about(&self, ui: &Ui) -> Vec<(&'static str, String)> {
        let today = ui.lang().day(ui.today(), DayStyle::Long);
        let mut all = vec![
            ("data-about-title", self.consultation.title.clone()),
            ("data-about-publisher", ui.site().config.town.name.clone()),
            ("data-about-state", today),
            ("table-head-contributions", self.rows.len().to_string()),
            ("data-raw-care", ui.t("data-raw-care-text")),
        ];
        let told = |(key, value): &(&'static str, String)| (*key, in_words(key, value, ui));
        all.extend(self.filters.iter().map(told));
        all
    }
}

/// The value of a filter as the list names it.
fn in_words(key: &str, value: &str, ui: &Ui) -> String {
    let named = match (key, value) {
        ("coding-state", "no") => Some("coding-open"),
        ("coding-state", "yes") => Some("coding-read"),
        ("coding-state", "mine") => Some("coding-not-mine"),
        ("contributions-kind", _) => {
            ContributionKind::parse(value).map(ContributionKind::label_key)
        }
        ("contributions-mark", _) => Mark::parse(value).map(Mark::label_key),
        ("contributions-channel", _) => CHANNELS.contains(&value).then(|| channel_key(value)),
        _ => None,
    };
    named.map_or_else(|| value.to_owned(), |key| ui.t(key))
}
