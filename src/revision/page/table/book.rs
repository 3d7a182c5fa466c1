//! The assessment table as a workbook: a line a theme, each count in a column of its own, with sums, codebook and origin.

use std::collections::BTreeSet;

use super::Asked;
use super::cells::{alone_key, by, effect_key, state_of};
use crate::assessment::model::Position;
use crate::base::error::AppResult;
use crate::base::export::Cell;
use crate::base::locale::DayStyle;
use crate::base::page::{Ui, codebook};
use crate::base::table::book::{Sheet, workbook};
use crate::revision::model::table::{Counts, Line, What};
use crate::theme::model::{CHANNELS, ContributionKind, channel_key};

type Row = Vec<Cell<'static>>;

/// The columns before the counts: head and meaning.
const BEFORE: [(&str, &str); 7] = [
    ("table-head-number", "table-column-number"),
    ("table-head-field", "table-column-field"),
    ("table-head-label", "table-column-label"),
    ("table-head-place", "table-column-place"),
    ("contributions-theme", "table-column-theme"),
    ("table-head-said", "table-column-said"),
    ("table-head-statements", "table-column-statements"),
];
/// Those after the counts.
const AFTER: [(&str, &str); 6] = [
    ("table-head-answer", "table-column-answer"),
    ("table-head-state", "table-column-state"),
    ("table-head-reason", "table-column-reason"),
    ("assessment-office", "table-column-office"),
    ("table-head-since", "table-column-since"),
    ("table-head-change", "table-column-change"),
];

fn count(n: usize) -> Cell<'static> {
    u64::try_from(n).unwrap_or(u64::MAX).into()
}

impl Asked<'_> {
    /// The workbook.
    pub(super) fn book(&self, ui: &Ui) -> AppResult<Vec<u8>> {
        let channels = self.channels();
        let [columns, about] = codebook(columns(&channels, ui), self.about(ui), ui);
        let mut widths = vec![6, 26, 8, 34, 34, 60, 34, 12, 10, 12, 12];
        widths.extend(channels.iter().map(|_| 12));
        widths.extend([22, 14, 60, 26, 14, 50]);
        let mut sheets = vec![Sheet {
            name: ui.t("table-sheet"),
            widths,
            rows: self.rows(&channels, ui),
            wraps: true,
        }];
        if self.only.is_none() {
            sheets.push(self.sums(ui));
        }
        sheets.extend([columns, about]);
        Ok(workbook(&sheets)?)
    }

    /// The channels that occur, in the order of lists.
    fn channels(&self) -> Vec<&'static str> {
        let lines = self.lines();
        let there: BTreeSet<&str> = lines
            .iter()
            .flat_map(|line| line.counts.channels.keys().map(String::as_str))
            .collect();
        let mut all = CHANNELS.to_vec();
        all.retain(|channel| there.contains(channel));
        all
    }

    fn rows(&self, channels: &[&'static str], ui: &Ui) -> Vec<Row> {
        let head = columns(channels, ui).into_iter();
        let head: Row = head.map(|[name, ..]| name.into()).collect();
        let lines = self.lines().into_iter();
        let rows = lines.map(|line| self.line(line, channels, ui));
        std::iter::once(head).chain(rows).collect()
    }

    fn line(&self, line: &Line, channels: &[&'static str], ui: &Ui) -> Row {
        let spot = self.spot(line);
        let places = &self.table.all.places;
        let is_below = |field: &&crate::strategy::LaidElement| {
            let below = places.with_all_below(&field.id);
            line.place.as_ref().is_some_and(|id| below.contains(id))
        };
        let field = self.table.all.before.fields.iter().find(is_below);
        let (theme, said) = match &line.what {
            What::Theme { name, about } => (name.clone(), about.clone()),
            What::Alone { kind, words } => {
                let words = words.clone().unwrap_or_else(|| ui.t("table-withheld"));
                (ui.t(alone_key(*kind)), words)
            }
        };
        let mut cells: Row = vec![
            count(line.n),
            field
                .map(|field| format!("{} {}", field.label, field.title))
                .into(),
            spot.map(|spot| spot.label.clone()).into(),
            spot.map_or_else(|| ui.t("contribution-whole"), |spot| spot.title.clone())
                .into(),
            theme.into(),
            said.into(),
            by(&line.by, ui).into(),
        ];
        cells.extend(self.counted(&line.counts, channels, ui));
        cells.extend(self.answer(line, ui));
        cells
    }

    /// All contributions, by where they come from, by how they came. What may not be told in parts stays empty.
    fn counted(&self, counts: &Counts, channels: &[&'static str], ui: &Ui) -> Row {
        let may = self.may_part(counts, ui);
        let part = |n: usize| if may { count(n) } else { Cell::Empty };
        let mut cells = vec![count(counts.all())];
        cells.extend(ContributionKind::ALL.map(|kind| part(counts.of(kind))));
        let of = |channel: &&str| counts.channels.get(*channel).copied().unwrap_or_default();
        cells.extend(channels.iter().map(|channel| part(of(channel))));
        cells
    }

    fn answer(&self, line: &Line, ui: &Ui) -> Row {
        let said = line.said.as_ref();
        let state = said.map(|said| {
            let draft = state_of(said, line.has_earlier, ui);
            draft.unwrap_or_else(|| ui.t("assessment-state-approved"))
        });
        let reason = said.map(|said| {
            if line.is_withheld() {
                ui.t("table-withheld-reason")
            } else {
                said.reason.clone()
            }
        });
        let changes = self.effects(line).into_iter();
        let changes: Vec<String> = changes
            .map(|one| {
                format!(
                    "{}: {} ({})",
                    ui.t(effect_key(&one.what)),
                    one.name,
                    one.edition
                )
            })
            .collect();
        vec![
            said.map(|said| ui.t(said.position.label_key())).into(),
            state
                .unwrap_or_else(|| ui.t("assessment-state-open"))
                .into(),
            reason.into(),
            said.map(|said| said.office.clone()).into(),
            said.map(|said| ui.site().zone.day(said.at)).into(),
            changes.join("\n").into(),
        ]
    }

    /// Every contribution at its one outcome.
    fn sums(&self, ui: &Ui) -> Sheet<'static> {
        let mut head: Row = vec![ui.t("table-tally-outcome").into()];
        head.extend(ContributionKind::ALL.map(|kind| Cell::from(ui.t(kind.label_key()))));
        head.push(ui.t("table-tally-all").into());
        let rows = self.table.tally.rows().into_iter();
        let rows = rows.map(|(key, counts)| {
            let mut cells: Row = vec![ui.t(key).into()];
            cells.extend(ContributionKind::ALL.map(|kind| count(counts.of(kind))));
            cells.push(count(counts.all()));
            cells
        });
        Sheet {
            name: ui.t("table-tally-title"),
            widths: vec![50, 14, 14, 26, 14],
            rows: std::iter::once(head).chain(rows).collect(),
            wraps: true,
        }
    }

    fn about(&self, ui: &Ui) -> Vec<(&'static str, String)> {
        let all = &self.table.all;
        let state = self.state(ui).unwrap_or_else(|| {
            let day = ui.lang().day(ui.site().zone.day(all.since), DayStyle::Long);
            ui.say("outcome-since", [("day", day.into())])
        });
        let edition = all.answer.as_ref().map(|(after, _)| after.name.clone());
        vec![
            (
                "data-about-title",
                format!("{}: {}", self.title(ui), all.consultation.title),
            ),
            ("data-about-publisher", ui.site().config.town.name.clone()),
            ("data-about-state", state),
            ("table-about-before", all.before.name.clone()),
            ("table-about-after", edition.unwrap_or_default()),
            ("data-about-base", self.notes(ui).join(" ")),
        ]
    }
}

/// Head, meaning and possible values of each column.
fn columns(channels: &[&'static str], ui: &Ui) -> Vec<[String; 3]> {
    let plain = |(head, about): (&str, &str)| [ui.t(head), ui.t(about), String::new()];
    let mut all: Vec<[String; 3]> = BEFORE.map(plain).into();
    all.push(plain((
        "table-head-contributions",
        "table-column-contributions",
    )));
    let kind = |kind: ContributionKind| {
        [
            ui.t(kind.label_key()),
            ui.t("table-column-kind"),
            String::new(),
        ]
    };
    all.extend(ContributionKind::ALL.map(kind));
    let channel = |channel: &&str| {
        let head = format!(
            "{}: {}",
            ui.t("contributions-channel"),
            ui.t(channel_key(channel))
        );
        [head, ui.t("table-column-channel"), String::new()]
    };
    all.extend(channels.iter().map(channel));
    all.extend(AFTER.map(plain));
    let positions = Position::ALL.map(|position| ui.t(position.label_key()));
    let states = ["approved", "draft", "open"].map(|state| match state {
        "approved" => ui.t("assessment-state-approved"),
        "draft" => ui.t("assessment-state-draft"),
        _ => ui.t("assessment-state-open"),
    });
    let values = [positions.join(" | "), states.join(" | ")];
    let at = all.len() - AFTER.len();
    for (column, values) in all[at..].iter_mut().zip(values) {
        column[2] = values;
    }
    all
}
