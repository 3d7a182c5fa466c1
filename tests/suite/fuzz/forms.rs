//! Forms of the survey and of its builder, as any program may send them.

use trialog::base::form::Fields;
use trialog::base::id::Id;
use trialog::survey::form::{
    AnswerForm, ConditionForm, CorrectionForm, QuestionForm, SheetForm, SurveyForm, day_of,
};
use trialog::survey::{Answer, Choice, Condition, Question, QuestionKind, Survey};
use trialog::translation::Reading;

use super::documents::laid;

/// Names and values that mean something in these forms.
pub const WORDS: &[&str] = &[
    "&",
    "=",
    "%",
    "%00",
    "%0A",
    "%0D%0A",
    "%FF",
    "%C3",
    "+",
    "mark=right",
    "&mark=bolder",
    "&comment=",
    "&choice=k1",
    "&choice=k2",
    "&text=",
    "&item.k1=k2",
    "&place.k1=1",
    "&place.k2=2",
    "&place.k3=3",
    "&step=skip",
    "&step=pause",
    "&from=review",
    "&on=f2",
    "&answer=k1",
    "&required=yes",
    "&options=A%0AB",
    "&items=A%0AB",
    "&help=",
    "&about=whole",
    "&about=profile",
    "&title=",
    "&sure=yes",
    "&note=",
    "&q1.mark=right",
    "&q10.text=1",
    "&received=17.7.2026",
    "2026-07-17",
    "31.2.2026",
];

/// One question of every kind; the last two are asked only after certain answers.
pub fn survey() -> Survey {
    let choice = |code: i32| Choice {
        code,
        key: format!("k{code}"),
        label: format!("Möglichkeit {code}"),
    };
    let question = |(id, kind): (i32, QuestionKind)| {
        let choices: Vec<Choice> = (1..=3).map(choice).collect();
        let (options, items) = match kind {
            QuestionKind::Scale => (choices.clone(), choices),
            QuestionKind::Single | QuestionKind::Multiple | QuestionKind::Ranking => {
                (choices, Vec::new())
            }
            _ => (Vec::new(), Vec::new()),
        };
        Question {
            id,
            key: format!("f{id}"),
            kind,
            goal: None,
            text: format!("Frage {id}?"),
            help: String::new(),
            is_required: id % 2 == 0,
            options,
            items,
            condition: (id > 8).then(|| Condition {
                on: 2,
                codes: [1, 3].into(),
            }),
            reading: Reading::default(),
        }
    };
    Survey {
        id: Id::known("s"),
        slug: "s".to_owned(),
        field: None,
        is_profile: false,
        title: "Umfrage".to_owned(),
        intro: String::new(),
        questions: (1..).zip(QuestionKind::ALL).map(question).collect(),
        reading: Reading::default(),
    }
}

fn lines(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

pub fn answer_seeds() -> Vec<Vec<u8>> {
    lines(&[
        "mark=right&comment=Bitte+mehr+B%C3%A4ume&step=next",
        "mark=&comment=&step=skip",
        "choice=k1&choice=k3",
        "item.k1=k2&item.k3=k1",
        "place.k1=2&place.k2=1&place.k3=3",
        "text=42",
        "text=17.7.2026&from=review",
        "text=Eine+Zeile%0D%0Anoch+eine",
        "received=17.7.2026&q1.mark=bolder&q1.comment=Ja&q2.choice=k1&q3.choice=k2&q4.item.k1=k1&q5.place.k2=1&q6.text=3&q7.text=2026-01-01&q8.text=a&q9.text=b",
    ])
}

/// Whether nothing in a text would be refused by a database or read differently than it is shown.
pub fn is_clean(text: &str) -> bool {
    !text
        .chars()
        .any(|c| c.is_control() && !matches!(c, '\n' | '\t'))
}

fn texts(answer: &Answer) -> Vec<&str> {
    match answer {
        Answer::Goal { comment, .. } => comment.iter().map(String::as_str).collect(),
        Answer::Text(text) => vec![text],
        _ => Vec::new(),
    }
}

/// What must hold of an answer that was taken.
fn hold(question: &Question, answer: &Answer) {
    let cells = answer.cells();
    let back = Answer::of_cells(question.kind, &cells);
    assert_eq!(
        back,
        (!cells.is_empty()).then(|| answer.clone()),
        "from its rows"
    );
    let kept = serde_json::to_string(answer).unwrap();
    assert_eq!(
        serde_json::from_str::<Answer>(&kept).unwrap(),
        *answer,
        "from its draft"
    );
    for text in texts(answer) {
        assert!(is_clean(text) && !text.is_empty() && text.chars().count() <= 4_000);
    }
    // A mark that was left out is the one thing that the same form would be asked about again.
    if !matches!(answer, Answer::Skipped | Answer::Goal { mark: None, .. }) {
        let shown = AnswerForm::of(question, Some(answer));
        assert_eq!(
            shown.parse(question),
            Ok(answer.clone()),
            "as it is shown again"
        );
    }
}

/// The body of a page of the survey, for questions of every kind; and of a sheet of paper.
pub fn answers(body: &[u8]) -> String {
    let Ok(form) = serde_html_form::from_bytes::<AnswerForm>(body) else {
        return "no form".to_owned();
    };
    let survey = survey();
    let mut outcome = format!("{:?} {}", form.step(), form.from_review());
    for question in &survey.questions {
        match form.parse(question) {
            Ok(answer) => {
                hold(question, &answer);
                outcome.push_str(if answer == Answer::Skipped { "-" } else { "+" });
            }
            Err(errors) => {
                assert!(!errors.is_empty(), "refused without a reason");
                outcome.extend(errors.iter().map(|error| error.key));
            }
        }
    }
    let days = (day_of("1.7.2026").unwrap(), day_of("31.7.2026").unwrap());
    let sheet: SheetForm = serde_html_form::from_bytes(body).unwrap();
    let surveys = [survey];
    match sheet.parse(&surveys, days) {
        Ok(typed) => {
            let again = SheetForm::of(&surveys, &typed).parse(&surveys, days);
            assert_eq!(
                again,
                Ok(typed),
                "a sheet as it is shown to the second person"
            );
            outcome.push_str(" sheet");
        }
        Err(errors) => outcome.push_str(errors[0].key),
    }
    outcome
}

pub fn question_seeds() -> Vec<Vec<u8>> {
    lines(&[
        "text=Wie+oft%3F&help=Ungef%C3%A4hr.&options=Oft%0D%0ASelten%0D%0ANie&required=yes",
        "text=Wie+gut%3F&options=Gut%0ASchlecht&items=Bus%0ABad",
        "about=whole&title=Allgemein&intro=Guten+Tag.",
        "about=hf-gruen&title=",
        "on=f2&answer=k1&answer=k3",
        "text=Frage+2!&option-1=M%C3%B6glichkeit+eins&note=Tippfehler&sure=yes",
    ])
}

fn keys(errors: &[trialog::base::form::FieldError]) -> String {
    assert!(!errors.is_empty(), "refused without a reason");
    errors.iter().flat_map(|error| [error.key, " "]).collect()
}

/// The body of a page of the desk's builder, read as each of its forms.
pub fn questions(body: &[u8]) -> String {
    let Ok(fields) = serde_html_form::from_bytes::<Fields>(body) else {
        return "no form".to_owned();
    };
    let survey = survey();
    let mut outcome = String::new();
    let form = QuestionForm::from(fields.clone());
    for (kind, before) in QuestionKind::ALL.into_iter().zip(&survey.questions) {
        for before in [None, Some(before)] {
            match form.parse(kind, before, |name| name == "frage") {
                Ok(question) => {
                    let (options, items) = kind.choices();
                    assert!(
                        options.contains(&question.options.len())
                            && items.contains(&question.items.len())
                    );
                    assert!(
                        !question.key.is_empty() && question.key != "frage",
                        "{}",
                        question.key
                    );
                    let labels = question.options.iter().chain(&question.items);
                    assert!(
                        labels
                            .map(|one| &one.label)
                            .all(|label| is_clean(label) && !label.is_empty())
                    );
                    assert!(is_clean(&question.text) && is_clean(&question.help));
                    outcome.push('+');
                }
                Err(errors) => outcome.push_str(&keys(&errors)),
            }
        }
    }
    let head: SurveyForm = serde_html_form::from_bytes(body).unwrap_or_default();
    match head.parse(&laid(), |name| name == "umfrage", "Noch etwas?") {
        Ok(survey) => {
            assert!(
                is_clean(&survey.title) && !survey.title.is_empty() && survey.slug != "umfrage"
            );
        }
        Err(errors) => outcome.push_str(&keys(&errors)),
    }
    let condition: ConditionForm = serde_html_form::from_bytes(body).unwrap();
    let correction = CorrectionForm::from(fields);
    for question in &survey.questions {
        match condition.parse(&survey, question) {
            Ok(found) => {
                assert!(
                    found.is_none_or(|found| found.on < question.id && !found.codes.is_empty())
                );
            }
            Err(errors) => outcome.push_str(&keys(&errors)),
        }
        match correction.parse(question) {
            Ok(new) => assert!(!new.changes.is_empty() && is_clean(&new.note)),
            Err(errors) => outcome.push_str(&keys(&errors)),
        }
    }
    outcome
}
