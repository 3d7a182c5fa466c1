//! What the answers to free-standing questions may show.

use crate::base::figures::Limits;
use crate::evaluation::model::QuestionFigures;
use crate::evaluation::view::{AnswerBlock, QuestionResult};
use crate::survey::QuestionKind;

/// The answers to one question, as far as they may be shown.
pub fn question_result(question: &QuestionFigures, limits: Limits) -> QuestionResult {
    let kind = QuestionKind::parse(&question.kind).unwrap_or(QuestionKind::LongText);
    let block = |(n, counts): (usize, &Vec<u64>)| AnswerBlock {
        title: question.items.get(n).cloned().unwrap_or_default(),
        labels: question.options.clone(),
        shown: question.shown_row(counts, limits),
        places: Vec::new(),
    };
    let blocks = match kind {
        QuestionKind::Ranking => vec![ranking(question, limits)],
        _ => question.counts.iter().enumerate().map(block).collect(),
    };
    QuestionResult {
        key: question.key.clone(),
        text: question.text.clone(),
        kind: kind.as_str(),
        answered: question.answered,
        blocks,
    }
}

/// What was put in order: the best average place first, and how often each came first.
fn ranking(question: &QuestionFigures, limits: Limits) -> AnswerBlock {
    let mut rows: Vec<_> = question.items.iter().zip(&question.counts).collect();
    // Without a place last; of equal averages the one that came first more often, then in the order of the form.
    rows.sort_by_key(|(_, counts)| {
        let first = counts.first().copied().unwrap_or_default();
        (
            average_place(counts).unwrap_or(u64::MAX),
            std::cmp::Reverse(first),
        )
    });
    let firsts: Vec<u64> = rows
        .iter()
        .map(|(_, counts)| counts.first().copied().unwrap_or_default())
        .collect();
    AnswerBlock {
        title: String::new(),
        labels: rows.iter().map(|(label, _)| (*label).clone()).collect(),
        shown: question.shown_row(&firsts, limits),
        places: rows
            .iter()
            .map(|(_, counts)| average_place(counts).map(|tenths| (tenths / 10, tenths % 10)))
            .collect(),
    }
}

/// The average place in tenths, half a tenth rounded up; none when nobody gave one.
fn average_place(counts: &[u64]) -> Option<u64> {
    let given: u64 = counts.iter().sum();
    let places: u64 = (1..)
        .zip(counts)
        .map(|(place, n): (u64, _)| place * n)
        .sum();
    (places * 20 + given).checked_div(given * 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::figures::Shown;

    fn figures(counts: [[u64; 3]; 3]) -> QuestionFigures {
        QuestionFigures {
            id: 1,
            key: "zuerst".into(),
            kind: "ranking".into(),
            label: String::new(),
            text: "Was zuerst?".into(),
            answered: counts.iter().map(|row| row[0]).sum(),
            texts: 0,
            options: ["1", "2", "3"].map(Into::into).into(),
            counts: counts.map(Vec::from).into(),
            items: ["Bauen", "Sanieren", "Pflanzen"].map(Into::into).into(),
            invited: None,
        }
    }

    #[test]
    fn the_best_average_place_comes_first() {
        let result = question_result(
            &figures([[1, 5, 0], [5, 1, 0], [0, 0, 0]]),
            Limits::default(),
        );
        let block = &result.blocks[0];
        assert_eq!(block.labels, ["Sanieren", "Bauen", "Pflanzen"]);
        assert_eq!(block.places, [Some((1, 2)), Some((1, 8)), None]);
        assert_eq!(
            block.shown,
            Shown::Counts {
                counts: vec![5, 1, 0]
            }
        );
    }

    #[test]
    fn a_ranking_by_few_people_shows_nothing() {
        let result = question_result(
            &figures([[3, 0, 0], [0, 3, 0], [0, 0, 3]]),
            Limits::default(),
        );
        assert_eq!(result.blocks[0].shown, Shown::TooFew);
    }
}
