//! Conditions as LimeSurvey writes them (`((Q1.NAOK == "A2" or Q1.NAOK == "A3"))`), as far as they are of the kind
//! "after one of these answers to an earlier question".

use std::collections::{BTreeSet, HashMap};

use super::loss::{Loss, What};
use super::questions::Raw;
use crate::survey::form::NewQuestion;

/// A question is asked after one of some answers to an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
struct After {
    /// The code of the earlier question; for a box of a multiple choice with the code of the box: `Q2_SQ001`.
    pub question: String,
    /// The codes of the answers.
    pub answers: Vec<String>,
}

/// Reads a condition. None when it is of another kind.
fn read(relevance: &str) -> Option<After> {
    let mut found: Option<After> = None;
    let text = relevance.replace("||", " or ").replace(" OR ", " or ");
    for term in text.split(" or ") {
        let (question, answer) = term_of(term)?;
        match &mut found {
            None => {
                found = Some(After {
                    question,
                    answers: vec![answer],
                });
            }
            Some(after) if after.question == question => after.answers.push(answer),
            Some(_) => return None,
        }
    }
    found
}

/// `Q1.NAOK == "A2"`, with or without brackets around it.
fn term_of(term: &str) -> Option<(String, String)> {
    let bare = term
        .trim()
        .trim_start_matches('(')
        .trim_end_matches(')')
        .trim();
    let (name, value) = bare.split_once("==").or_else(|| bare.split_once(" eq "))?;
    let name = name.trim();
    let name = name
        .strip_suffix(".NAOK")
        .or(name.strip_suffix(".value"))
        .unwrap_or(name);
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let value = value.trim().trim_matches(['"', '\'']);
    let is_value = !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric());
    (is_name && is_value).then(|| (name.to_owned(), value.to_owned()))
}

/// What the questions before have taken and offered.
#[derive(Default)]
pub(super) struct Known {
    /// Keys that are in use.
    pub keys: BTreeSet<String>,
    /// What a condition may name, as `Q1=A2` or `Q2_SQ001=Y`: the key of our question and the code of its option.
    offered: HashMap<String, (String, i32)>,
}

/// What later conditions may name.
pub(super) fn offer(raw: &Raw, question: &NewQuestion, known: &mut Known) {
    let mut note = |name: String, code: i32| {
        known.offered.insert(name, (question.key.clone(), code));
    };
    let code = &raw.code;
    match raw.kind.as_str() {
        "L" | "!" | "O" => {
            let answers = raw.answers.iter().filter(|part| part.scale == 0);
            for (n, answer) in (1..).zip(answers) {
                note(format!("{code}={}", answer.code), n);
            }
            if raw.has_other {
                let last = i32::try_from(question.options.len()).unwrap_or_default();
                note(format!("{code}=-oth-"), last);
            }
        }
        "M" | "P" => {
            for (n, part) in (1..).zip(&raw.parts) {
                note(format!("{code}_{}=Y", part.code), n);
            }
        }
        "Y" => ["Y", "N"]
            .iter()
            .zip(1..)
            .for_each(|(answer, n)| note(format!("{code}={answer}"), n)),
        "G" => ["F", "M"]
            .iter()
            .zip(1..)
            .for_each(|(answer, n)| note(format!("{code}={answer}"), n)),
        "5" => (1..=5).for_each(|n| note(format!("{code}={n}"), n)),
        _ => {}
    }
}

/// After which answers a question is asked; a condition of another kind is lost.
pub(super) fn after(
    raw: &Raw,
    of_group: &str,
    known: &Known,
    losses: &mut Vec<Loss>,
) -> Option<(String, BTreeSet<i32>)> {
    let mut found = None;
    for relevance in [raw.relevance.as_str(), of_group] {
        if matches!(relevance, "" | "1") {
            continue;
        }
        match read(relevance).and_then(|after| resolved(&after, known)) {
            Some(after) if found.is_none() => found = Some(after),
            _ => losses.push(Loss::new(&raw.code, What::Condition).with(relevance)),
        }
    }
    found
}

fn resolved(after: &After, known: &Known) -> Option<(String, BTreeSet<i32>)> {
    let mut key = None;
    let mut codes = BTreeSet::new();
    for answer in &after.answers {
        let (of, code) = known.offered.get(&format!("{}={answer}", after.question))?;
        key = Some(of.clone());
        codes.insert(*code);
    }
    Some((key?, codes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_question_and_some_answers_make_a_condition() {
        let after = |question: &str, answers: &[&str]| {
            Some(After {
                question: question.into(),
                answers: answers.iter().map(|a| (*a).to_owned()).collect(),
            })
        };
        assert_eq!(read("((Q1.NAOK == \"A2\"))"), after("Q1", &["A2"]));
        assert_eq!(
            read("((Q1.NAOK == 'A2' or Q1.NAOK == 'A3'))"),
            after("Q1", &["A2", "A3"])
        );
        assert_eq!(read("Q2_SQ001.NAOK == \"Y\""), after("Q2_SQ001", &["Y"]));
        for other in [
            "",
            "1",
            "0",
            "Q1 > 3",
            "(Q1 == \"A\" and Q2 == \"B\")",
            "is_empty(Q1)",
            "Q1==\"A\" or Q2==\"B\"",
            "!(Q1 == \"A\")",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
