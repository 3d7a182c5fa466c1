//! Which questions are asked, whatever was answered before.

use std::collections::HashMap;

use proptest::prelude::*;

use super::*;
use crate::survey::mark::Mark;

/// A question with three options, asked after some answers to an earlier one.
fn question(id: i32, kind: QuestionKind, condition: Option<Condition>) -> Question {
    let choice = |code: i32| Choice {
        code,
        key: format!("o{code}"),
        label: String::new(),
    };
    Question {
        id,
        key: format!("q{id}"),
        kind,
        goal: None,
        text: String::new(),
        help: String::new(),
        is_required: id % 2 == 0,
        options: (1..=3).map(choice).collect(),
        items: Vec::new(),
        condition,
        reading: Reading::default(),
    }
}

fn survey(questions: Vec<Question>) -> Survey {
    Survey {
        id: Id::known("s"),
        slug: "s".into(),
        field: None,
        is_profile: false,
        title: String::new(),
        intro: String::new(),
        questions,
        reading: Reading::default(),
    }
}

fn after(on: i32, codes: &[i32]) -> Condition {
    let codes = codes.iter().copied().collect();
    Condition { on, codes }
}

fn ids(questions: &[&Question]) -> Vec<i32> {
    questions.iter().map(|question| question.id).collect()
}

#[test]
fn a_question_is_asked_after_one_of_the_answers_it_names() {
    let survey = survey(vec![
        question(1, QuestionKind::Single, None),
        question(2, QuestionKind::Multiple, Some(after(1, &[1, 2]))),
        question(3, QuestionKind::LongText, Some(after(2, &[3]))),
        question(4, QuestionKind::Goal, None),
        question(5, QuestionKind::ShortText, Some(after(4, &[2, 5]))),
    ]);
    let asked = |answers: &[(i32, Answer)]| {
        let answers: HashMap<_, _> = answers.iter().cloned().collect();
        ids(&survey.asked(|id| answers.get(&id)))
    };
    let bolder = Answer::Goal {
        mark: Some(Mark::Bolder),
        comment: None,
    };
    let third = Answer::Multiple([1, 3].into());
    assert_eq!(asked(&[]), [1, 4]);
    assert_eq!(asked(&[(1, Answer::Single(3))]), [1, 4]);
    assert_eq!(asked(&[(1, Answer::Single(2))]), [1, 2, 4]);
    assert_eq!(
        asked(&[(1, Answer::Single(2)), (2, third.clone())]),
        [1, 2, 3, 4]
    );
    // The second question is no longer asked, so its answer decides nothing any more.
    assert_eq!(asked(&[(1, Answer::Single(3)), (2, third)]), [1, 4]);
    assert_eq!(asked(&[(4, bolder)]), [1, 4, 5]);
    assert_eq!(asked(&[(4, Answer::Skipped)]), [1, 4]);
}

fn some_survey() -> impl Strategy<Value = Survey> {
    let kinds = proptest::sample::select(QuestionKind::ALL.to_vec());
    let condition = (0i32..6, proptest::collection::btree_set(1i32..4, 1..3));
    proptest::collection::vec((kinds, proptest::option::of(condition)), 1..7).prop_map(|all| {
        let questions = (1i32..).zip(all).map(|(id, (kind, condition))| {
            // Only earlier questions decide; there are none before the first.
            let condition = condition.filter(|_| id > 1).map(|(on, codes)| Condition {
                on: on % (id - 1) + 1,
                codes,
            });
            question(id, kind, condition)
        });
        survey(questions.collect())
    })
}

fn some_answer(kind: QuestionKind, seed: i32) -> Answer {
    match kind {
        QuestionKind::Goal => Answer::Goal {
            mark: Mark::of_code(seed + 1),
            comment: None,
        },
        QuestionKind::Single => Answer::Single(seed % 3 + 1),
        QuestionKind::Multiple => Answer::Multiple([seed % 3 + 1, 2].into()),
        QuestionKind::Scale => Answer::Scale([(1, seed % 3 + 1)].into()),
        QuestionKind::Ranking => Answer::Ranking(vec![2, 1]),
        QuestionKind::Number => Answer::Number(seed),
        QuestionKind::Date => Answer::Date(FIRST_DATE),
        QuestionKind::ShortText | QuestionKind::LongText => Answer::Text("x".into()),
        QuestionKind::Information => Answer::Skipped,
    }
}

proptest! {
    #[test]
    fn what_is_not_asked_neither_counts_nor_is_missing(
        survey in some_survey(),
        seeds in proptest::collection::vec(proptest::option::of(0i32..5), 7),
    ) {
        let answers: HashMap<i32, Answer> = survey.questions.iter().zip(seeds)
            .filter_map(|(question, seed)| Some((question.id, some_answer(question.kind, seed?))))
            .collect();
        let answer = |id: i32| answers.get(&id);
        let asked = ids(&survey.asked(answer));
        let counted: Vec<i32> = survey.counted(answer).into_keys().collect();
        prop_assert!(counted.iter().all(|id| asked.contains(id)));
        for missing in survey.missing(answer) {
            prop_assert!(asked.contains(&missing.id) && !counted.contains(&missing.id));
        }
        // Each question is asked exactly when its own condition holds among the questions that are asked.
        for question in &survey.questions {
            let should = question.condition.as_ref().is_none_or(|condition| {
                asked.contains(&condition.on) && condition.holds(answer(condition.on))
            });
            prop_assert_eq!(asked.contains(&question.id), should);
        }
        // Handing in only what counts asks the same questions: nothing that was left out decided anything.
        let kept: HashMap<i32, Answer> = answers.iter()
            .filter(|(id, _)| counted.contains(id))
            .map(|(id, answer)| (*id, answer.clone()))
            .collect();
        prop_assert_eq!(ids(&survey.asked(|id| kept.get(&id))), asked);
    }
}
