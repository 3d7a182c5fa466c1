//! What people wrote about a field of action, theme by theme, with what the town says - once everyone may read it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use crate::assessment::model::{Assessment, Audience};
use crate::assessment::store::{self as assessments, About, released};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::locale::DayStyle;
use crate::base::page::Ui;
use crate::base::report::{Block, Look, Run, Table, TableCell, cell};
use crate::consultation::Consultation;
use crate::strategy;
use crate::survey::Book;
use crate::theme::model::Places;
use crate::theme::page::paragraphs;
use crate::theme::store::themes;

/// How wide the columns are: theme, contributions, answer.
const WIDTHS: [u32; 3] = [9, 3, 10];

/// A theme with its count and answer.
pub(super) struct Line {
    place: String,
    name: String,
    about: String,
    count: i64,
    said: Option<Assessment>,
}

/// What there is to tell about a field.
pub(super) enum Heard {
    /// The survey belongs to no field of action.
    Nothing,
    /// Not everyone may read it yet.
    Waiting,
    /// Since then everyone may.
    Told(DateTime<Utc>, Vec<Line>),
}

impl Heard {
    /// Reads it, by the rule of the pages that tell what became of contributions.
    pub(super) fn of(conn: &mut Conn, of: &Consultation, survey: &str) -> AppResult<Self> {
        let book = Book::of(conn, &of.id)?;
        let Some(field) = book.survey(survey).and_then(|survey| survey.field.as_ref()) else {
            return Ok(Self::Nothing);
        };
        let Some(since) = released(conn, &of.id)?.to(Audience::Public) else {
            return Ok(Self::Waiting);
        };
        let places = Places::of(&strategy::laid(conn, &of.edition)?);
        let order: HashMap<_, _> = (0..)
            .zip(places.with_all_below(field))
            .map(|(n, id)| (id, n))
            .collect();
        let counts = themes::counts(conn, &of.id)?;
        let said = assessments::all(conn, &of.id)?;
        let mut lines = Vec::new();
        for theme in themes::of(conn, &of.id)? {
            let Some((element, at)) = theme
                .element
                .as_ref()
                .and_then(|id| Some((id, order.get(id)?)))
            else {
                continue;
            };
            let spot = places.get(element);
            let approved = said.get(&About::Theme(theme.id.clone()));
            let line = Line {
                place: spot
                    .map_or_else(String::new, |spot| format!("{} {}", spot.label, spot.title)),
                count: counts.get(&theme.id).copied().unwrap_or_default(),
                said: approved.and_then(|said| said.approved().cloned()),
                name: theme.name,
                about: theme.about,
            };
            lines.push((*at, line));
        }
        lines.sort_by(|(at, one), (other, two)| (at, &one.name).cmp(&(other, &two.name)));
        Ok(Self::Told(
            since,
            lines.into_iter().map(|(_, line)| line).collect(),
        ))
    }

    /// What the report says about it; nothing where nobody wrote anything.
    pub(super) fn blocks(&self, texts: u64, ui: &Ui) -> Vec<Block> {
        let heading = Block::heading(2, ui.t("data-report-heard"));
        match self {
            Self::Nothing => Vec::new(),
            Self::Waiting if texts == 0 => Vec::new(),
            Self::Waiting => vec![heading, Block::paragraph(ui.t("data-report-heard-waiting"))],
            Self::Told(_, lines) if lines.is_empty() => {
                vec![heading, Block::paragraph(ui.t("data-report-heard-none"))]
            }
            Self::Told(since, lines) => {
                let day = ui.lang().day(ui.site().zone.day(*since), DayStyle::Long);
                vec![
                    heading,
                    Block::Table(table(lines, ui)),
                    Block::note(ui.say("outcome-since", [("day", day.into())])),
                ]
            }
        }
    }
}

fn table(lines: &[Line], ui: &Ui) -> Table {
    let heads = [
        "contributions-theme",
        "table-head-contributions",
        "table-head-answer",
    ];
    let row = |line: &Line| {
        let mut theme = vec![vec![Run::town(line.name.clone()).looking(Look::Strong)]];
        theme.push(vec![Run::town(line.place.clone()).looking(Look::Soft)]);
        theme.extend(
            paragraphs(&line.about)
                .into_iter()
                .map(|text| vec![Run::town(text)]),
        );
        let count = ui.say("data-number", [("n", line.count.into())]);
        vec![theme, cell(count), answer(line.said.as_ref(), ui)]
    };
    Table {
        caption: ui.t("data-report-heard-caption"),
        head: heads.map(|key| ui.t(key)).into(),
        widths: WIDTHS.into(),
        numbers_from: WIDTHS.len(),
        rows: lines.iter().map(row).collect(),
    }
}

fn answer(said: Option<&Assessment>, ui: &Ui) -> TableCell {
    let Some(said) = said else {
        return cell(ui.t("outcome-not-yet"));
    };
    let position = ui.t(said.position.label_key());
    let mut all = vec![vec![Run::plain(position).looking(Look::Strong)]];
    all.extend(
        paragraphs(&said.reason)
            .into_iter()
            .map(|text| vec![Run::town(text)]),
    );
    all
}
