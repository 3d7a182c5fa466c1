//! A paper on its way.

use serde_json::Value;
use trialog::account::{Actor, May};
use trialog::base::id::Id;
use trialog::council::form::{NewBody, NewStep};
use trialog::council::model::{BodyKind, Details, Outcome, PaperKind, Seen, Sight, StepRole, Vote};
use trialog::council::store::papers::Kept;
use trialog::council::store::{bodies, papers, steps};
use trialog::council::{ManageBodies, PreparePapers};
use trialog::strategy::edition_id;

use crate::support::answer::Answer;
use crate::support::app::TestApp;

/// What must never come out to whoever may not see the first step of the journey.
pub const SECRETS: [&str; 3] = ["Oberbürgermeister", "OBM", "Geheimer Wortlaut"];

/// The journey of a paper, and its parts by id.
pub struct Journey {
    /// The paper.
    pub paper: String,
    /// Its steps in their order: the mayor behind closed doors, two committees, the council.
    pub steps: Vec<String>,
    /// The bodies in the same order.
    pub bodies: Vec<String>,
}

/// The journey of Magdeburg's I0264/09, published, around the middle of the consultation. `member`: who sits with the mayor.
pub fn journey(app: &TestApp, member: Option<&str>) -> Journey {
    let (db, clock) = (app.data.db.clone(), app.clock.clone());
    let member = member.map(Id::known);
    let made = std::thread::spawn(move || -> anyhow::Result<Journey> {
        let edition = db.read_here(|conn| edition_id(conn, "konzept", None))?;
        let names = [
            ("Der Oberbürgermeister", "OBM", BodyKind::Administration),
            (
                "Ausschuss für Stadtentwicklung",
                "StBV",
                BodyKind::Committee,
            ),
            ("Finanzausschuss", "FG", BodyKind::Committee),
            ("Stadtrat", "SR", BodyKind::Council),
        ];
        let may = May::<ManageBodies>::by(Actor::Console, &db, &clock)?;
        for (name, short_name, kind) in names {
            let members = member.iter().filter(|_| short_name == "OBM").cloned();
            let new = NewBody {
                name: name.into(),
                short_name: short_name.into(),
                kind,
                members: members.collect(),
            };
            may.write_here(move |tx| bodies::keep(tx, None, &new))?;
        }
        let all = db.read_here(bodies::list)?;
        let details = Details {
            reference: "I0264/09".into(),
            kind: PaperKind::Decision,
            subject: "Arbeitsgruppen Gemeinwesenarbeit".into(),
            summary: "Was sie tun.".into(),
            office: "Amt V/02".into(),
            co_offices: vec!["Dezernat VI".into()],
            clerk: "Kim Sachbearbeitung".into(),
            names_clerk: false,
            dated_on: "2026-06-20".parse()?,
            edition: Some(edition),
        };
        let may = May::<PreparePapers>::by(Actor::Console, &db, &clock)?;
        let kept = may.write_here(move |tx| papers::keep(tx, None, &details))?;
        let Kept::Done(paper) = kept else {
            anyhow::bail!("{kept:?}")
        };
        let days = ["2026-06-23", "2026-12-10", "2027-01-13", "2027-01-28"];
        let last = days.len() - 1;
        for (n, (day, body)) in days.iter().zip(&all).enumerate() {
            let new = NewStep {
                body: body.id.clone(),
                day: day.parse()?,
                role: if n == last {
                    StepRole::Decision
                } else {
                    StepRole::Preparation
                },
                is_public: n > 0,
                outcome: (n == 0).then_some(Outcome::Amended),
                vote: (n == 0).then_some(Vote::Unanimous),
                wording: if n == 0 {
                    "Geheimer Wortlaut.".into()
                } else {
                    String::new()
                },
            };
            let of = paper.clone();
            may.write_here(move |tx| steps::keep(tx, &of, None, &new))?;
        }
        let of = paper.clone();
        may.write_here(move |tx| papers::publish(tx, &of, true))?;
        let id = paper.to_string();
        let found = db.read_here(move |conn| papers::find(conn, &id))?;
        let all_steps = Sight::All;
        let steps = found.way.seen_by(&all_steps).filter_map(Seen::open);
        Ok(Journey {
            paper: paper.to_string(),
            steps: steps.map(|step| step.id.to_string()).collect(),
            bodies: all.iter().map(|body| body.id.to_string()).collect(),
        })
    });
    made.join().unwrap().unwrap()
}

/// The answer as JSON.
pub fn json(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap()
}
