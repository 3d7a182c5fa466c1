//! A step of a paper's way, as it is typed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::WORDING_CHARS;
use crate::base::form::{FieldError, Refill, tidy};
use crate::base::id::Id;
use crate::consultation::form::parse_day;
use crate::council::model::{Body, Outcome, Step, StepRole, Vote};

/// Most votes of one kind: no council of a town is larger.
const VOTES: i32 = 500;

/// As it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct StepForm {
    /// The body.
    pub body: String,
    /// The day.
    pub day: String,
    /// What it does with the paper.
    pub role: String,
    /// `public` or `closed`.
    pub publicity: String,
    /// What came of it; empty before the body has met.
    pub outcome: String,
    /// `unanimous`, `majority`, `counted` or empty.
    pub vote: String,
    /// For it.
    pub yes: String,
    /// Against it.
    pub no: String,
    /// Neither.
    pub abstentions: String,
    /// As it was decided.
    pub wording: String,
    /// The version of the step that the page had shown.
    pub seen: i32,
}

/// A step as it can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStep {
    /// The body.
    pub body: Id<Body>,
    /// The day.
    pub day: NaiveDate,
    /// What it does with the paper.
    pub role: StepRole,
    /// Whether everyone may know of it.
    pub is_public: bool,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// How many were for it.
    pub vote: Option<Vote>,
    /// As it was decided.
    pub wording: String,
}

impl StepForm {
    /// The form of a step as it is.
    pub fn of(step: &Step) -> Self {
        let number = |n: i32| n.to_string();
        let [yes, no, abstentions] = match step.vote.and_then(Vote::numbers) {
            Some(numbers) => numbers.map(number),
            None => Default::default(),
        };
        Self {
            body: step.body.id.to_string(),
            day: step.day.to_string(),
            role: step.role.as_str().to_owned(),
            publicity: if step.is_public { "public" } else { "closed" }.to_owned(),
            outcome: step.outcome.map_or("", Outcome::as_str).to_owned(),
            vote: step.vote.map_or("", Vote::as_str).to_owned(),
            yes,
            no,
            abstentions,
            wording: step.wording.clone(),
            seen: step.version,
        }
    }

    /// Reads the form. `bodies`: those the town has.
    ///
    /// # Errors
    /// What to do about each field; everything typed stays.
    pub fn parse(&self, bodies: &[Body]) -> Result<NewStep, Box<Refill<Self>>> {
        let mut faults = Refill::new(self.clone());
        let body = bodies.iter().find(|body| body.id.as_str() == self.body);
        if body.is_none() {
            faults.fault("body", "error-step-body");
        }
        let day = parse_day(&self.day);
        if day.is_none() {
            faults.fault("day", "error-day");
        }
        let role = StepRole::parse(&self.role);
        if role.is_none() {
            faults.fault("role", "error-step-role");
        }
        let is_public = match self.publicity.as_str() {
            "public" => true,
            "closed" => false,
            _ => {
                faults.fault("publicity", "error-step-publicity");
                false
            }
        };
        let outcome = Outcome::parse(&self.outcome);
        let vote = self.vote(&mut faults);
        let wording = tidy(&self.wording);
        faults
            .errors
            .extend(FieldError::too_long("wording", &wording, WORDING_CHARS));
        if outcome.is_none() && (vote.is_some() || !wording.is_empty()) {
            faults.fault("outcome", "error-step-outcome");
        }
        match (body, day, role) {
            (Some(body), Some(day), Some(role)) if faults.is_fine() => Ok(NewStep {
                body: body.id.clone(),
                day,
                role,
                is_public,
                outcome,
                vote,
                wording,
            }),
            _ => Err(Box::new(faults)),
        }
    }

    fn vote(&self, faults: &mut Refill<Self>) -> Option<Vote> {
        match self.vote.as_str() {
            "unanimous" => Some(Vote::Unanimous),
            "majority" => Some(Vote::Majority),
            "counted" => {
                let mut number = |field: &str, text: &str| {
                    let text = text.trim();
                    let number = if text.is_empty() && field == "abstentions" {
                        Some(0)
                    } else {
                        text.parse().ok()
                    };
                    let number = number.filter(|n| (0..=VOTES).contains(n));
                    if number.is_none() {
                        faults
                            .errors
                            .push(FieldError::new(field, "error-step-votes").with("most", VOTES));
                    }
                    number
                };
                let (yes, no) = (number("yes", &self.yes), number("no", &self.no));
                let abstentions = number("abstentions", &self.abstentions);
                Some(Vote::Counted {
                    yes: yes?,
                    no: no?,
                    abstentions: abstentions?,
                })
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::model::BodyKind;

    fn bodies() -> Vec<Body> {
        vec![Body {
            id: Id::known("b"),
            name: "Gemeinderat".into(),
            short_name: "GR".into(),
            kind: BodyKind::Council,
        }]
    }

    fn form() -> StepForm {
        StepForm {
            body: "b".into(),
            day: "28.01.2010".into(),
            role: "decision".into(),
            publicity: "public".into(),
            ..StepForm::default()
        }
    }

    fn fault(form: &StepForm) -> (String, &'static str) {
        let faults = form.parse(&bodies()).unwrap_err();
        (faults.errors[0].field.clone(), faults.errors[0].key)
    }

    #[test]
    fn a_step_to_come_has_no_outcome_and_a_vote_needs_one() {
        assert_eq!(form().parse(&bodies()).unwrap().outcome, None);
        let voted = StepForm {
            vote: "unanimous".into(),
            ..form()
        };
        assert_eq!(fault(&voted), ("outcome".into(), "error-step-outcome"));
    }

    #[test]
    fn votes_are_numbers_and_nobody_has_to_abstain() {
        let voted = |yes: &str, no: &str| StepForm {
            outcome: "agreed".into(),
            vote: "counted".into(),
            yes: yes.into(),
            no: no.into(),
            ..form()
        };
        let counted = voted("21", "4").parse(&bodies()).unwrap().vote;
        assert_eq!(counted.and_then(Vote::numbers), Some([21, 4, 0]));
        assert_eq!(
            fault(&voted("viele", "4")),
            ("yes".into(), "error-step-votes")
        );
        assert_eq!(fault(&voted("21", "-1")), ("no".into(), "error-step-votes"));
    }

    #[test]
    fn whether_it_is_public_is_always_said() {
        let silent = StepForm {
            publicity: String::new(),
            ..form()
        };
        assert_eq!(fault(&silent), ("publicity".into(), "error-step-publicity"));
    }
}
