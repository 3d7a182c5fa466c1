//! Conditions as LimeSurvey writes them (`((Q1.NAOK == "A2" or Q1.NAOK == "A3"))`), as far as they are of the kind
//! "after one of these answers to an earlier question".

/// A question is asked after one of some answers to an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct After {
    /// The code of the earlier question; for a box of a multiple choice with the code of the box: `Q2_SQ001`.
    pub question: String,
    /// The codes of the answers.
    pub answers: Vec<String>,
}

/// Reads a condition. None when it is of another kind.
pub(super) fn read(relevance: &str) -> Option<After> {
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
