//! The questions of one survey.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::{Bench, about, closing, refused, told};
use crate::account::{May, Tx};
use crate::base::error::AppResult;
use crate::base::form::{Fields, Sent};
use crate::base::id::Id;
use crate::base::page::Ui;
use crate::strategy::LaidElement;
use crate::survey::form::{NewQuestion, ready_made};
use crate::survey::model::{Question, QuestionKind, Survey, free_name};
use crate::survey::store::build::{
    Built, Direction, add_questions, answered_surveys, copy_question, corrections_of,
    move_question, removed_of, restore_question,
};
use crate::survey::view::desk::{ReadingPage, RemovedRow, SurveyPage};
use crate::survey::{BuildSurvey, SeeSurveys};

/// `GET /desk/consultations/{consultation}/surveys/{survey}` — its questions, with what can be done.
pub async fn show(
    bench: Bench,
    may: May<SeeSurveys>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let survey = bench.survey(&path.1)?;
    let (consultation, id) = (bench.consultation.id.clone(), survey.id.clone());
    let ids: Vec<i32> = survey
        .questions
        .iter()
        .map(|question| question.id)
        .collect();
    let (answers, removed, corrections) = may
        .read(move |conn| {
            Ok((
                answered_surveys(conn, &consultation)?,
                removed_of(conn, &consultation, Some(&id))?,
                corrections_of(conn, &ids)?,
            ))
        })
        .await?;
    let mut corrected = HashMap::<i32, usize>::new();
    for correction in corrections {
        *corrected.entry(correction.question).or_default() += 1;
    }
    let mut rows = bench.rows(survey);
    for (row, question) in rows.iter_mut().zip(&survey.questions) {
        row.corrections = corrected.get(&question.id).copied().unwrap_or_default();
    }
    let removed = removed.into_iter().map(|one| RemovedRow {
        key: one.key,
        text: one.text,
    });
    ui.ok(&SurveyPage {
        head: bench.head(),
        survey: survey.into(),
        intro: survey.intro.clone(),
        about: about(survey),
        rows,
        goals_left: goals_left(&bench, survey),
        answers: answers.get(&survey.id).copied().unwrap_or_default(),
        is_frozen: bench.is_frozen(survey),
        refused: refused(&ui),
        removed: removed.collect(),
    })
}

/// How many goals of its field a survey does not ask about.
fn goals_left(bench: &Bench, survey: &Survey) -> usize {
    let goals = bench.field(survey).into_iter().flat_map(LaidElement::goals);
    goals
        .filter(|goal| survey.question(&goal.key).is_none())
        .count()
}

/// `POST /desk/consultations/{consultation}/surveys/{survey}` — moves, copies or puts back a question, or adds the goals.
pub async fn arrange(
    may: May<BuildSurvey>,
    bench: Bench,
    path: Path<(String, String)>,
    form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let survey = bench.survey(&path.1)?;
    let url = bench.url(survey);
    let Some(act) = Act::of(&bench, survey, &form, &closing(&ui)) else {
        return Ok(ui.see_other(&url));
    };
    let said = act.said();
    let url = act.place(url);
    let id = survey.id.clone();
    let built = may.write(move |tx| act.done(tx, &id)).await?;
    Ok(told(&ui, &url, &built, said))
}

/// What a button in the list of questions does.
#[derive(Clone)]
enum Act {
    Move(String, Direction),
    Copy(String, Box<NewQuestion>),
    Restore(String),
    Goals(Vec<NewQuestion>),
}

impl Act {
    fn of(bench: &Bench, survey: &Survey, form: &Fields, closing: &str) -> Option<Self> {
        let key = |name: &str| form.get(name).map(str::to_owned);
        Some(if let Some(key) = key("up") {
            Self::Move(key, Direction::Up)
        } else if let Some(key) = key("down") {
            Self::Move(key, Direction::Down)
        } else if let Some(key) = key("copy") {
            let (_, question) = survey.question(&key)?;
            Self::Copy(key, Box::new(copied(survey, question)?))
        } else if let Some(key) = key("restore") {
            Self::Restore(key)
        } else {
            form.get("goals")?;
            Self::Goals(ready_made(bench.field(survey)?, closing))
        })
    }

    /// Where on the page whoever pressed the button finds what it did.
    fn place(&self, url: String) -> String {
        match self {
            Self::Move(key, _) | Self::Restore(key) => format!("{url}#q-{key}"),
            Self::Copy(_, copy) => format!("{url}#q-{}", copy.key),
            Self::Goals(_) => url,
        }
    }

    fn said(&self) -> &'static str {
        match self {
            Self::Move(..) => "said-question-moved",
            Self::Copy(..) => "said-question-copied",
            Self::Restore(_) => "said-question-restored",
            Self::Goals(_) => "said-goals-added",
        }
    }

    fn done(&self, tx: &mut Tx<BuildSurvey>, survey: &Id<Survey>) -> AppResult<Built> {
        match self {
            Self::Move(key, direction) => move_question(tx, survey, key, *direction),
            Self::Copy(key, copy) => copy_question(tx, survey, key, copy),
            Self::Restore(key) => restore_question(tx, survey, key),
            Self::Goals(goals) => add_questions(tx, survey, goals),
        }
    }
}

/// A copy of a question under another name; a goal is asked about once.
fn copied(survey: &Survey, question: &Question) -> Option<NewQuestion> {
    if question.kind == QuestionKind::Goal {
        return None;
    }
    let is_taken = |name: &str| survey.question(name).is_some();
    Some(NewQuestion {
        key: free_name(&question.key, "frage", is_taken),
        kind: question.kind,
        goal: None,
        text: question.text.clone(),
        help: question.help.clone(),
        is_required: question.is_required,
        options: question.options.clone(),
        items: question.items.clone(),
        condition: None,
    })
}

/// `GET /desk/consultations/{consultation}/surveys/{survey}/reading` — the whole survey on one page.
pub async fn reading(
    bench: Bench,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let survey = bench.survey(&path.1)?;
    ui.ok(&ReadingPage {
        head: bench.head(),
        survey: survey.into(),
        intro: survey.intro.clone(),
        rows: bench.rows(survey),
    })
}
