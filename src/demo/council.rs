//! The bodies of the fictitious town and three papers: one that is over, one for information, and one that brings the
//! strategy to the council, across the turn of a year.

use anyhow::Context as _;
use chrono::{Datelike, NaiveDate};

use super::stage::Stage;
use crate::account::store::roster;
use crate::base::id::Id;
use crate::council::form::{NewBody, NewStep};
use crate::council::model::{Body, BodyKind, Details, Outcome, Paper, PaperKind, StepRole, Vote};
use crate::council::store::papers::Kept;
use crate::council::store::{bodies, papers, steps};
use crate::council::{ManageBodies, PreparePapers};
use crate::strategy::edition_id;

const STRATEGY: &str = "stadtentwicklung";
const COUNCILLOR: &str = "gemeinderat@lindenau.example";

/// Name, short name, kind, and whether the councillor of the story sits in it.
const BODIES: [(&str, &str, BodyKind, bool); 5] = [
    ("Oberbürgermeisterin", "OB", BodyKind::Administration, false),
    ("Jugendgemeinderat", "JGR", BodyKind::Advisory, false),
    (
        "Ausschuss für Bildung und Soziales",
        "ABS",
        BodyKind::Committee,
        true,
    ),
    (
        "Ausschuss für Stadtentwicklung",
        "ASE",
        BodyKind::Committee,
        false,
    ),
    ("Gemeinderat", "GR", BodyKind::Council, true),
];

/// A step of the story: body, day, task, whether it is public, and what came of it once its day is over.
type Planned = (
    usize,
    NaiveDate,
    StepRole,
    bool,
    (Outcome, Option<Vote>, &'static str),
);

/// Sets up the bodies and brings the papers in.
pub fn play(stage: &Stage) -> anyhow::Result<()> {
    let seats = seats(stage)?;
    let year = stage.day(1, 1).year();
    let old = year - 1;
    let begin = stage.today(-400);
    let first = |month, day| NaiveDate::from_ymd_opt(old, month, day).unwrap_or(begin);
    paper(
        stage,
        &seats,
        &begun(old, first(11, 24)),
        &begun_way(stage, &first),
    )?;
    paper(
        stage,
        &seats,
        &report(year, stage.today(-30)),
        &report_way(stage),
    )?;
    let brought = brings(stage, year)?;
    paper(stage, &seats, &brought, &brought_way(stage))
}

fn seats(stage: &Stage) -> anyhow::Result<Vec<Id<Body>>> {
    let councillor = stage
        .db
        .read_here(|conn| roster::by_email(conn, COUNCILLOR))?;
    for (name, short_name, kind, sits) in BODIES {
        let new = NewBody {
            name: name.into(),
            short_name: short_name.into(),
            kind,
            members: if sits {
                vec![councillor.clone()]
            } else {
                Vec::new()
            },
        };
        let may = stage.may::<ManageBodies>(stage.today(-19))?;
        may.write_here(move |tx| bodies::keep(tx, None, &new))?;
    }
    let all = stage.db.read_here(bodies::list)?;
    Ok(all.into_iter().map(|body| body.id).collect())
}

fn paper(
    stage: &Stage,
    bodies: &[Id<Body>],
    details: &Details,
    way: &[Planned],
) -> anyhow::Result<()> {
    let day = details.dated_on.max(stage.today(-12));
    let may = stage.may::<PreparePapers>(day)?;
    let (details, today) = (details.clone(), stage.today(0));
    let kept = may.write_here(move |tx| papers::keep(tx, None, &details))?;
    let Kept::Done(id) = kept else {
        anyhow::bail!("a paper of the story cannot be kept: {kept:?}");
    };
    for (body, day, role, is_public, (outcome, vote, wording)) in way {
        let is_over = *day < today;
        let new = NewStep {
            body: bodies.get(*body).context("a body of the story")?.clone(),
            day: *day,
            role: *role,
            is_public: *is_public,
            outcome: is_over.then_some(*outcome),
            vote: vote.filter(|_| is_over),
            wording: if is_over {
                (*wording).to_owned()
            } else {
                String::new()
            },
        };
        let of: Id<Paper> = id.clone();
        may.write_here(move |tx| steps::keep(tx, &of, None, &new))?;
    }
    may.write_here(move |tx| papers::publish(tx, &id, true))?;
    Ok(())
}

fn details(
    reference: String,
    kind: PaperKind,
    subject: &str,
    summary: &str,
    dated_on: NaiveDate,
) -> Details {
    Details {
        reference,
        kind,
        subject: subject.to_owned(),
        summary: summary.to_owned(),
        office: "Stabsstelle Stadtentwicklung".to_owned(),
        co_offices: vec![
            "Amt für Bildung und Soziales".to_owned(),
            "Stadtkämmerei".to_owned(),
        ],
        clerk: "Kim Redaktion".to_owned(),
        names_clerk: true,
        dated_on,
        edition: None,
    }
}

/// The decision with which it all began, before the consultation.
fn begun(old: i32, day: NaiveDate) -> Details {
    details(
        format!("354/{}", old % 100),
        PaperKind::Decision,
        "Ziele für Lindenau 2035: Auftrag zur Fortschreibung",
        "Die Ziele der Stadtentwicklung sollen mit den Menschen in Lindenau neu gefasst werden. Der Gemeinderat entscheidet, ob die Verwaltung damit beginnt.",
        day,
    )
}

fn begun_way(stage: &Stage, old: &dyn Fn(u32, u32) -> NaiveDate) -> Vec<Planned> {
    vec![
        (
            0,
            old(12, 1),
            StepRole::Preparation,
            false,
            (Outcome::Agreed, None, ""),
        ),
        (
            3,
            old(12, 10),
            StepRole::Preparation,
            true,
            (Outcome::Agreed, Some(Vote::Unanimous), ""),
        ),
        (
            4,
            stage.day(1, 27),
            StepRole::Decision,
            true,
            (
                Outcome::Agreed,
                Some(counted(24, 3, 1)),
                "Der Gemeinderat beauftragt die Verwaltung, die Ziele der Stadtentwicklung mit Beteiligung der Öffentlichkeit fortzuschreiben.\n\nDie Verwaltung legt den überarbeiteten Entwurf spätestens nach zwölf Monaten vor.",
            ),
        ),
    ]
}

fn counted(yes: i32, no: i32, abstentions: i32) -> Vote {
    Vote::Counted {
        yes,
        no,
        abstentions,
    }
}

/// What the administration tells the council about the consultation.
fn report(year: i32, day: NaiveDate) -> Details {
    let subject = "Ziele für Lindenau 2035: Wie die Beteiligung verlief";
    let summary = "Die Vorlage fasst zusammen, wer teilgenommen hat und was den Menschen wichtig war. Der Gemeinderat nimmt sie zur Kenntnis.";
    Details {
        names_clerk: false,
        ..details(
            format!("I0264/{}", year % 100),
            PaperKind::Information,
            subject,
            summary,
            day,
        )
    }
}

fn report_way(stage: &Stage) -> Vec<Planned> {
    let noted = (Outcome::Noted, None, "");
    vec![
        (0, stage.today(-21), StepRole::Information, false, noted),
        (2, stage.today(-14), StepRole::Information, true, noted),
        (4, stage.today(-7), StepRole::Information, true, noted),
    ]
}

/// The paper that brings the newest edition of the strategy.
fn brings(stage: &Stage, year: i32) -> anyhow::Result<Details> {
    let edition = stage
        .db
        .read_here(|conn| edition_id(conn, STRATEGY, None))?;
    let subject = "Ziele für Lindenau 2035: Beschluss";
    let summary = "Nach der Beteiligung liegt der Entwurf dem Gemeinderat vor. Er entscheidet, welche Ziele für die Stadt gelten.";
    let reference = format!("118/{}", year % 100);
    Ok(Details {
        edition: Some(edition),
        ..details(
            reference,
            PaperKind::Decision,
            subject,
            summary,
            stage.today(-2),
        )
    })
}

fn brought_way(stage: &Stage) -> Vec<Planned> {
    let next = |month, day| {
        let day = stage.day(month, day);
        day.with_year(day.year() + 1).unwrap_or(day)
    };
    let agreed = |vote| (Outcome::Agreed, Some(vote), "");
    vec![
        (
            1,
            stage.today(-1),
            StepRole::Hearing,
            true,
            agreed(counted(14, 1, 0)),
        ),
        (
            0,
            stage.day(12, 1),
            StepRole::Preparation,
            false,
            (Outcome::Agreed, None, ""),
        ),
        (
            3,
            stage.day(12, 10),
            StepRole::Preparation,
            true,
            agreed(Vote::Unanimous),
        ),
        (
            2,
            next(1, 13),
            StepRole::Preparation,
            false,
            agreed(Vote::Majority),
        ),
        (
            4,
            next(1, 28),
            StepRole::Decision,
            true,
            (
                Outcome::Agreed,
                Some(counted(23, 4, 1)),
                "Der Gemeinderat beschließt die Ziele für Lindenau 2035.",
            ),
        ),
    ]
}
