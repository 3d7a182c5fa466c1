//! The assessment table as a paper: one table for each field of action, then what goes across, then how it was counted.

use super::Asked;
use super::cells::{answer, effect_key, said, soft, strong};
use crate::base::figures::{Shown, shown};
use crate::base::locale::DayStyle;
use crate::base::page::Ui;
use crate::base::report::{Block, Look, Run, Table, TableCell, cell};
use crate::revision::model::table::{Counts, Line, Sight, What};
use crate::revision::page::printed::Written;
use crate::theme::model::{ContributionKind, Spot, channel_key};

/// How wide the columns are: number, place, what was said, contributions, answer, change.
const WIDTHS: [u32; 6] = [5, 14, 27, 13, 28, 13];

/// "2.4 Gewalt verringern".
pub(super) fn named(spot: &Spot) -> String {
    format!("{} {}", spot.label, spot.title).trim().to_owned()
}

impl Asked<'_> {
    /// The whole paper.
    pub(super) fn written(&self, ui: &Ui) -> Written {
        let lines = self.lines();
        let mut blocks = Vec::new();
        for field in &self.table.all.before.fields {
            let below = self.table.all.places.with_all_below(&field.id);
            let is_in = |line: &&&Line| line.place.as_ref().is_some_and(|id| below.contains(id));
            let own: Vec<&Line> = lines.iter().filter(is_in).copied().collect();
            let title = format!("{} {}", field.label, field.title);
            blocks.extend(self.part(vec![Run::town(title.trim())], &own, ui));
        }
        let rest: Vec<&Line> = lines
            .iter()
            .filter(|line| self.spot(line).is_none())
            .copied()
            .collect();
        let title = vec![Run::plain(ui.t("outcome-across"))];
        blocks.extend(self.part(title, &rest, ui));
        if self.only.is_none() {
            blocks.push(Block::heading(2, ui.t("table-tally-title")));
            blocks.push(Block::Table(self.tally(ui)));
        }
        blocks.push(Block::heading(2, ui.t("data-report-method")));
        blocks.extend(self.notes(ui).into_iter().map(Block::paragraph));
        Written {
            title: self.title(ui),
            subject: self.table.all.consultation.title.clone(),
            lead: self.lead(&lines, ui),
            state: self.state(ui),
            blocks,
        }
    }

    fn lead(&self, lines: &[&Line], ui: &Ui) -> String {
        let all = &self.table.all;
        let themes = lines
            .iter()
            .filter(|line| matches!(line.what, What::Theme { .. }));
        let contributions = match self.only {
            Some(field) => all.about(&all.places.with_all_below(&field.id)),
            None => i64::try_from(self.table.tally.all()).unwrap_or_default(),
        };
        ui.say(
            "table-lead",
            [
                ("n", contributions.into()),
                ("themes", themes.count().into()),
                ("open", self.table.tally.open.all().into()),
            ],
        )
    }

    /// What has to be known while not everyone may read it.
    pub(super) fn state(&self, ui: &Ui) -> Option<String> {
        let day = |at| ui.lang().day(ui.site().zone.day(at), DayStyle::Long);
        match self.sight {
            Sight::Desk => Some(ui.say("table-state-desk", [("day", day(ui.arrived()).into())])),
            Sight::Released(audience) => {
                let since = day(self.table.all.since);
                let is_public = audience == crate::assessment::Audience::Public;
                (!is_public).then(|| ui.say("table-state-council", [("day", since.into())]))
            }
        }
    }

    /// How it was counted, and what is not told.
    pub(super) fn notes(&self, ui: &Ui) -> Vec<String> {
        let names = if self.sight.names_all_organisations() {
            "table-note-names-all"
        } else {
            "table-note-names"
        };
        let mut notes = vec![ui.t("table-note-count"), ui.t(names)];
        if !self.sight.shows_drafts() {
            let limit = ui.site().config.figures.min_questionnaires;
            notes.push(ui.say("table-note-small", [("n", limit.into())]));
        }
        if self.lines().iter().any(|line| line.is_withheld()) {
            notes.push(ui.t("table-note-withheld"));
        }
        if self.only.is_some() {
            notes.push(ui.t("table-note-field"));
        }
        notes
    }

    fn part(&self, title: Vec<Run>, lines: &[&Line], ui: &Ui) -> Vec<Block> {
        if lines.is_empty() {
            return Vec::new();
        }
        let heads = [
            "table-head-number",
            "table-head-place",
            "table-head-said",
            "table-head-contributions",
            "table-head-answer",
            "table-head-change",
        ];
        let caption: String = title.iter().map(|run| run.text.as_str()).collect();
        vec![
            Block::Heading {
                level: 2,
                runs: title,
            },
            Block::Table(Table {
                caption: ui.say("table-caption", [("name", caption.into())]),
                head: heads.map(|key| ui.t(key)).into(),
                widths: WIDTHS.into(),
                numbers_from: heads.len(),
                rows: lines.iter().map(|line| self.row(line, ui)).collect(),
            }),
        ]
    }

    fn row(&self, line: &Line, ui: &Ui) -> Vec<TableCell> {
        let place = match self.spot(line) {
            Some(spot) => vec![vec![Run::town(named(spot))]],
            None => cell(ui.t("contribution-whole")),
        };
        vec![
            cell(line.n.to_string()),
            place,
            said(line, ui),
            self.counts(&line.counts, ui),
            answer(line, ui),
            self.changes(line, ui),
        ]
    }

    fn counts(&self, counts: &Counts, ui: &Ui) -> TableCell {
        let mut all = vec![strong(ui.say("data-number", [("n", counts.all().into())]))];
        if !self.may_part(counts, ui) || counts.all() == 0 {
            return all;
        }
        let kind = |(kind, n): (&ContributionKind, &usize)| {
            let key = match kind {
                ContributionKind::Answer => "table-count-answers",
                ContributionKind::Comment => "table-count-comments",
                ContributionKind::Segment => "table-count-segments",
            };
            soft(ui.say(key, [("n", (*n).into())]))
        };
        all.extend(counts.kinds.iter().map(kind));
        // That everything came online needs no words.
        if counts.channels.keys().any(|channel| channel != "online") {
            let channel =
                |(channel, n): (&String, &usize)| format!("{} {n}", ui.t(channel_key(channel)));
            let ways: Vec<String> = counts.channels.iter().map(channel).collect();
            all.push(soft(format!(
                "{} {}",
                ui.t("table-by-channel"),
                ways.join(", ")
            )));
        }
        all
    }

    /// Whether a count may be told in parts: outside the administration from as many contributions on as any distribution.
    pub(super) fn may_part(&self, counts: &Counts, ui: &Ui) -> bool {
        let parts: Vec<u64> = counts.kinds.values().map(|n| *n as u64).collect();
        let limits = ui.site().config.figures;
        self.sight.shows_drafts() || shown(&parts, parts.iter().sum(), limits) != Shown::TooFew
    }

    fn changes(&self, line: &Line, ui: &Ui) -> TableCell {
        let effects = self.effects(line);
        if effects.is_empty() {
            return vec![soft(ui.t("table-no-change"))];
        }
        let effect = |one: crate::revision::view::EffectShown| {
            vec![
                Run::plain(format!("{}: ", ui.t(effect_key(&one.what)))),
                Run::town(one.name).looking(Look::Strong),
                Run::town(format!(" ({})", one.edition)).looking(Look::Soft),
            ]
        };
        effects.into_iter().map(effect).collect()
    }

    fn tally(&self, ui: &Ui) -> Table {
        let number = |n: usize| cell(ui.say("data-number", [("n", n.into())]));
        let mut head = vec![ui.t("table-tally-outcome")];
        head.extend(ContributionKind::ALL.map(|kind| ui.t(kind.label_key())));
        head.push(ui.t("table-tally-all"));
        let row = |name: String, counts: &[&Counts]| {
            let of = |kind| counts.iter().map(|one| one.of(kind)).sum();
            let mut cells = vec![cell(name)];
            cells.extend(ContributionKind::ALL.map(|kind| number(of(kind))));
            cells.push(number(counts.iter().map(|one| one.all()).sum()));
            cells
        };
        let tally = &self.table.tally;
        let mut rows: Vec<_> = tally
            .rows()
            .into_iter()
            .map(|(key, counts)| row(ui.t(key), &[counts]))
            .collect();
        rows.push(row(
            ui.t("table-tally-sum"),
            &tally.rows().map(|(_, one)| one),
        ));
        Table {
            caption: ui.t("table-tally-caption"),
            head,
            widths: vec![6, 2, 2, 3, 2],
            numbers_from: 1,
            rows,
        }
    }
}
