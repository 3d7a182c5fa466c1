//! The evaluation of one field of action as a report: as a page to print, and as DOCX.

mod heard;
mod tables;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::Asked;
use super::about::hidden;
use super::charts::{self, drawn, named};
use super::finding::{finding, goals_finding, in_words};
use crate::base::db::Db;
use crate::base::drawing::png;
use crate::base::error::{AppError, AppResult};
use crate::base::figures::Shown;
use crate::base::locale::DayStyle;
use crate::base::page::Ui;
use crate::base::report::{Block, Look, MEDIA, Report, Run, Table, cell, docx};
use crate::evaluation::SurveyFigures;
use crate::evaluation::page::question_result;
use crate::evaluation::view::QuestionResult;
use crate::opendata::view::FieldReportPage;
use heard::Heard;
use tables::{answers, bases, mark_cells, mark_heads, number};

/// How wide the columns of a table of marks are: the goal, the five marks, all of them.
const WIDTHS: [u32; 7] = [26, 14, 14, 16, 14, 13, 17];

/// `GET /consultations/{consultation}/results/{survey}/report` — the report to read and print.
pub async fn show(path: Path<(String, String)>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let asked = Asked::part(&db, path.into_inner()).await?;
    let heard = heard(&asked, &db).await?;
    let survey = asked.figures().ok_or(AppError::NotFound)?;
    ui.ok(&FieldReportPage {
        slug: asked.consultation.slug.clone(),
        consultation: asked.consultation.title.clone(),
        survey: survey.slug.clone(),
        name: named(&survey.label, &survey.title),
        file: format!("{}.docx", asked.path()),
        blocks: blocks(&asked, survey, (Vec::new(), &heard), &ui),
    })
}

/// `GET /consultations/{consultation}/results/{survey}.docx` — the report for office programs.
pub async fn file(path: Path<(String, String)>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let asked = Asked::part(&db, path.into_inner()).await?;
    let heard = heard(&asked, &db).await?;
    let survey = asked.figures().ok_or(AppError::NotFound)?;
    let picture = match charts::of_goals(&asked, &ui) {
        Some(drawing) => drawn(move || png(&drawing)).await?,
        None => Vec::new(),
    };
    let (site, name) = (ui.site(), named(&survey.label, &survey.title));
    let report = Report {
        title: ui.say("data-report-title", [("name", name.into())]),
        author: site.config.town.name.clone(),
        foot: format!("{}, {}", site.config.town.name, asked.consultation.title),
        lang: ui.lang(),
        town_lang: site.config.town.content_language,
        is_landscape: false,
        blocks: blocks(&asked, survey, (picture, &heard), &ui),
    };
    let name = format!("{}.docx", asked.stem());
    Ok(ui.open_file(MEDIA, Some(&name), docx(&report)?))
}

/// What became of what people wrote about the field.
async fn heard(asked: &Asked, db: &Db) -> AppResult<Heard> {
    let (of, survey) = (asked.consultation.clone(), asked.only.clone());
    let survey = survey.unwrap_or_default();
    db.read(move |conn| Heard::of(conn, &of, &survey)).await
}

/// What the report says: the figures, and then what people wrote and what became of it.
fn blocks(
    asked: &Asked,
    survey: &SurveyFigures,
    (picture, heard): (Vec<u8>, &Heard),
    ui: &Ui,
) -> Vec<Block> {
    let mut all = head(asked, survey, ui);
    all.extend(goals(asked, survey, picture, ui));
    all.extend(apart(asked, survey, ui));
    let limits = asked.published.snapshot.limits;
    let free: Vec<QuestionResult> = survey
        .questions
        .iter()
        .filter(|question| !question.is_goal())
        .map(|question| question_result(question, limits))
        .collect();
    if !free.is_empty() {
        all.push(Block::heading(2, ui.t("results-questions-title")));
        for question in &free {
            all.extend(answers(question, ui));
        }
    }
    all.extend(heard.blocks(survey.texts(), ui));
    all.push(Block::heading(2, ui.t("data-report-method")));
    all.push(Block::paragraph(ui.t("results-base-note")));
    all.push(Block::paragraph(hidden_in_words(asked, ui)));
    all.push(Block::note(format!(
        "{} {} {}",
        ui.t("results-frozen"),
        ui.t("results-checksum"),
        asked.published.sha256
    )));
    all
}

fn hidden_in_words(asked: &Asked, ui: &Ui) -> String {
    let cells = ui.t("data-about-empty");
    hidden(asked, ui).replace(&cells, "").trim().to_owned()
}

fn head(asked: &Asked, survey: &SurveyFigures, ui: &Ui) -> Vec<Block> {
    let (site, published) = (ui.site(), &asked.published);
    let limits = published.snapshot.limits;
    let day = ui.lang().day(site.zone.day(published.at), DayStyle::Long);
    let state = ui.say(
        "results-published",
        [("day", day.into()), ("number", published.number.into())],
    );
    let source = vec![
        Run::town(asked.consultation.title.clone()),
        Run::plain(format!(". {state}")),
    ];
    let marks = survey.shown_marks(limits);
    let mut all = vec![Block::Paragraph {
        runs: source
            .into_iter()
            .map(|run| run.looking(Look::Soft))
            .collect(),
        is_small: false,
    }];
    if survey.goals().next().is_some() {
        let main = finding(&marks, survey.marks(), limits, ui);
        all.push(Block::heading(2, ui.t("data-report-main")));
        all.push(Block::Paragraph {
            runs: vec![Run::plain(main).looking(Look::Strong)],
            is_small: false,
        });
    }
    if let Some(of_goals) = goals_finding(survey, limits, ui) {
        all.push(Block::paragraph(format!("{of_goals}.")));
    }
    let items = top(survey, asked, ui);
    if !items.is_empty() {
        all.push(Block::List { items });
    }
    all.push(Block::Table(bases(survey, ui)));
    all
}

/// The goals that stand out: most agreement, most "bolder", most "goes too far" or "drop", most "unclear".
fn top(survey: &SurveyFigures, asked: &Asked, ui: &Ui) -> Vec<Vec<Run>> {
    let limits = asked.published.snapshot.limits;
    let share = |places: &'static [usize]| {
        let rated = survey.goals().filter_map(move |goal| {
            let Shown::Shares { percent, .. } = goal.shown_marks(limits) else {
                return None;
            };
            let sum: u8 = places.iter().filter_map(|place| percent.get(*place)).sum();
            Some((sum, goal))
        });
        // Of equal shares the first goal of the document.
        rated.rev_by_share()
    };
    let lines: [(&str, &'static [usize]); 4] = [
        ("data-report-top-right", &[2]),
        ("data-report-top-bolder", &[3]),
        ("data-report-top-less", &[0, 1]),
        ("data-report-top-unclear", &[4]),
    ];
    let line = |(key, places)| {
        let (percent, goal) = share(places)?;
        let name = named(&goal.label, &goal.text);
        let words = ui.say(
            key,
            [("percent", percent.into()), ("n", goal.marks().into())],
        );
        (percent > 0).then(|| {
            vec![
                Run::plain(format!("{words} ")),
                Run::town(name).looking(Look::Strong),
            ]
        })
    };
    lines.into_iter().filter_map(line).collect()
}

/// The greatest share, the first of equal ones.
trait ByShare<T> {
    fn rev_by_share(self) -> Option<(u8, T)>;
}

impl<T, I: Iterator<Item = (u8, T)>> ByShare<T> for I {
    fn rev_by_share(self) -> Option<(u8, T)> {
        self.fold(None, |best: Option<(u8, T)>, one| match best {
            Some(best) if best.0 >= one.0 => Some(best),
            _ => Some(one),
        })
    }
}

fn goals(asked: &Asked, survey: &SurveyFigures, png: Vec<u8>, ui: &Ui) -> Vec<Block> {
    let limits = asked.published.snapshot.limits;
    let n = survey.goals().count();
    if n == 0 {
        return Vec::new();
    }
    let words = survey.goals().map(|goal| {
        let marks = goal.shown_marks(limits);
        format!(
            "{}: {}",
            named(&goal.label, &goal.text),
            in_words(&marks, goal.marks(), ui)
        )
    });
    let alt = format!(
        "{} {}",
        ui.t("data-report-picture"),
        words.collect::<Vec<_>>().join("; ")
    );
    let row = |goal: &crate::evaluation::QuestionFigures| {
        let mut cells = vec![vec![vec![Run::town(named(&goal.label, &goal.text))]]];
        cells.extend(mark_cells(&goal.shown_marks(limits), ui));
        cells.push(cell(number(goal.marks(), ui)));
        cells
    };
    let mut rows: Vec<_> = survey.goals().map(row).collect();
    let mut together = vec![cell(ui.t("results-head-together"))];
    together.extend(mark_cells(&survey.shown_marks(limits), ui));
    together.push(cell(number(survey.marks(), ui)));
    rows.push(together);
    let mut head = vec![ui.t("results-head-goal")];
    head.extend(mark_heads(ui));
    head.push(ui.t("results-head-marks"));
    vec![
        Block::heading(2, ui.say("results-goals-title", [("n", n.into())])),
        Block::Picture {
            url: format!("{}/chart.png", asked.path()),
            alt,
            png,
        },
        Block::Table(Table {
            caption: ui.t("results-goals-caption"),
            head,
            widths: WIDTHS.into(),
            numbers_from: 1,
            rows,
        }),
    ]
}

/// What came with access codes and without, where both may be told.
fn apart(asked: &Asked, survey: &SurveyFigures, ui: &Ui) -> Vec<Block> {
    let limits = asked.published.snapshot.limits;
    let Some((with, without)) = survey.apart(limits) else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    for (one, other) in with.goals().zip(without.goals()) {
        for (part, key) in [
            (one, "results-apart-invited"),
            (other, "results-apart-open"),
        ] {
            let name = Run::town(named(&part.label, &part.text));
            let mut cells = vec![vec![vec![name, Run::plain(format!(", {}", ui.t(key)))]]];
            cells.extend(mark_cells(&part.shown_marks(limits), ui));
            cells.push(cell(number(part.marks(), ui)));
            rows.push(cells);
        }
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let mut head = vec![ui.t("results-head-goal")];
    head.extend(mark_heads(ui));
    head.push(ui.t("results-head-marks"));
    vec![
        Block::heading(2, ui.t("results-apart-title")),
        Block::paragraph(ui.t("results-apart-text")),
        Block::Table(Table {
            caption: ui.t("results-apart-caption"),
            head,
            widths: WIDTHS.into(),
            numbers_from: 1,
            rows,
        }),
    ]
}
