//! Examples of briefings.

use chrono::NaiveDate;

use super::{
    AskedRow, BriefChange, Counts, FieldMultiple, FieldSheet, Overview, PaperHead, Sheet, VoiceRow,
};
use crate::assessment::model::Position;
use crate::assessment::view::AssessmentView;
use crate::base::chart::Bars;
use crate::base::figures::{Limits, shown};
use crate::evaluation::view::GoalResult;
use crate::revision::view::{ElementOutcome, ThemeOutcome};
use crate::strategy::view::compare::{ChangedElement, FateBadge};
use crate::strategy::view::way::PaperWay;
use crate::theme::view::Head;

fn sheet(is_desk: bool, is_full: bool) -> Sheet {
    let day = NaiveDate::default();
    Sheet {
        head: Head::sample(),
        url: if is_desk {
            "/desk/briefings/ziele".into()
        } else {
            "/consultations/ziele/briefing".into()
        },
        is_desk,
        council_since: is_full.then_some(day),
        survey: is_full.then_some((day, day)),
        published: is_full.then(|| (day, 1, vec!["4f8a".into(), "21c7".into()])),
        has_figures: is_full || is_desk,
        paper: is_full.then(|| PaperHead {
            url: "/papers/k7mq".into(),
            kind_key: "paper-kind-decision",
            reference: "118/26".into(),
            subject: "Ziele für Lindenau 2035".into(),
            summary: "Der Gemeinderat beschließt die Ziele in der neuen Fassung.".into(),
        }),
        answer: is_full.then(|| {
            let compare = "/strategies/sek/compare?from=1&to=2";
            let compare = (!is_desk).then(|| compare.to_owned());
            ("Überarbeiteter Entwurf".into(), compare)
        }),
        outcome_url: (!is_desk).then(|| "/consultations/ziele/outcome".into()),
    }
}

fn counts(is_full: bool) -> Counts {
    if !is_full {
        return Counts::default();
    }
    Counts {
        people: Some(34),
        questionnaires: 34,
        marks: 131,
        contributions: 47,
        statements: 3,
        goals: 4,
        changed: 2,
    }
}

fn goals(bars: &mut Bars) -> Vec<GoalResult> {
    let goal = |(n, counts): (usize, [u64; 5])| {
        let marks = counts.iter().sum();
        let shown = shown(&counts, marks, Limits::default());
        GoalResult {
            key: format!("sz-2-{n}"),
            label: format!("2.{n}"),
            title: "Geschlechtergerechtigkeit und Gewaltschutz im öffentlichen Raum".into(),
            marks,
            comments: 11,
            bar: bars.add(&shown),
            shown,
        }
    };
    [
        (4, [1, 2, 15, 9, 5]),
        (3, [0, 1, 20, 11, 1]),
        (1, [0, 0, 2, 1, 0]),
    ]
    .map(goal)
    .into()
}

fn asked(position: Position, url: Option<&str>) -> AskedRow {
    AskedRow {
        name: "Zwei Themen trennen: Straße und Zuhause".into(),
        url: url.map(str::to_owned),
        label: "2.4".into(),
        texts: 9,
        segments: 2,
        said: Some(AssessmentView::sample(position, true)),
    }
}

impl Overview {
    pub(super) fn samples(is_desk: bool) -> Vec<Self> {
        let page = |is_full: bool| {
            let mut bars = Bars::default();
            let of = goals(&mut bars);
            let field = |n: usize, contested| FieldMultiple {
                url: format!("/consultations/ziele/briefing/hf-{n}"),
                key: format!("hf-{n}"),
                label: n.to_string(),
                title: "Zusammenleben".into(),
                counts: counts(is_full),
                shown: of[0].shown.clone(),
                bars: of.iter().filter_map(|goal| goal.bar).collect(),
                contested,
            };
            Self {
                sheet: sheet(is_desk, is_full),
                counts: counts(is_full),
                fields: if is_full {
                    vec![
                        field(1, None),
                        field(2, Some(("2.4 Gewalt verringern".into(), 47))),
                    ]
                } else {
                    Vec::new()
                },
                chart: bars.draw(),
                across: (0..i64::from(is_full))
                    .map(|_| asked(Position::Partly, None))
                    .collect(),
            }
        };
        vec![page(true), page(false)]
    }
}

impl FieldSheet {
    pub(super) fn samples(is_desk: bool) -> Vec<Self> {
        let theme =
            |position| ThemeOutcome::sample(1, Some(AssessmentView::sample(position, true)));
        let changed = |layout: &'static str| ElementOutcome {
            element: ChangedElement::sample(layout),
            count: 27,
            themes: vec![theme(Position::Followed)],
            heard: 1,
            reasons: vec!["Die Ursachen sind verschieden, die Hilfen auch.".into()],
            editorial: vec![("cause-structure", "Nummern angepasst.".into())],
        };
        let page = |is_full: bool| {
            let mut bars = Bars::default();
            let goals = if is_full {
                goals(&mut bars)
            } else {
                Vec::new()
            };
            let n = usize::from(is_full);
            let url = (!is_desk).then_some("/consultations/ziele/outcome/themes/x1");
            let many = |row: AskedRow| if is_full { vec![row] } else { Vec::new() };
            Self {
                sheet: sheet(is_desk, is_full),
                key: "hf-2".into(),
                label: "2".into(),
                title: "Zusammenleben".into(),
                counts: counts(is_full),
                contested: is_full.then(|| ("2.4 Gewalt verringern".into(), 47)),
                contested_goals: n,
                goals,
                more_goals: n * 3,
                results_url: is_full.then(|| "/consultations/ziele/results/zusammenleben".into()),
                chart: bars.draw(),
                asked: many(asked(Position::Followed, url)),
                more_asked: n * 2,
                voices: (0..n)
                    .flat_map(|_| [Some("Frauenhaus-Initiative Neckartal"), None])
                    .map(|name| VoiceRow {
                        number: 3,
                        name: name.map(str::to_owned),
                        url: name.map(|_| "/consultations/ziele/statements/3".into()),
                        themes: vec![
                            (
                                "Zwei Themen trennen".into(),
                                Some(("position-followed", "success")),
                            ),
                            ("Mehr Licht".into(), None),
                        ],
                    })
                    .collect(),
                more_voices: n,
                before: "Entwurf".into(),
                changed: if is_full {
                    ["changed", "added", "retired"].map(changed).into()
                } else {
                    Vec::new()
                },
                brief: (0..n)
                    .map(|_| BriefChange {
                        label: "2.3".into(),
                        name: "Orte der Begegnung schaffen".into(),
                        fates: vec![FateBadge {
                            fate: "reworded",
                            with: None,
                        }],
                    })
                    .collect(),
                refused: many(asked(Position::NotFollowed, url)),
                more_refused: n,
                papers: if is_full {
                    vec![PaperWay::sample()]
                } else {
                    Vec::new()
                },
            }
        };
        vec![page(true), page(false)]
    }
}
