//! Whatever is read, coded and answered in whichever order: each contribution has exactly one outcome, the rows say the same as the
//! pure rule, and the parts are as many as the whole.

use std::collections::{BTreeMap, BTreeSet};

use trialog::account::{Actor, May};
use trialog::assessment::model::{NewAssessment, Outcome, Position, outcome};
use trialog::assessment::store::{self as assessments, About};
use trialog::assessment::{Approve, Assess};
use trialog::base::clock::Clock;
use trialog::base::db::{Conn, Db};
use trialog::base::id::Id;
use trialog::consultation::Consultation;
use trialog::strategy::cause::Theme;
use trialog::survey::FreeText;
use trialog::theme::CodeContributions;
use trialog::theme::model::Coding;
use trialog::theme::store::list::{self, Narrow};
use trialog::theme::store::{code, progress, themes};

use crate::evaluation_desk::{contributions, theme};
use crate::support::app::TestApp;

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

const WORDS: [&str; 8] = [
    "Mehr Bänke am Bach",
    "Der Bus soll abends fahren",
    "Bitte Licht im Stadtpark",
    "Weniger Beton auf dem Markt",
    "Kinder brauchen Platz",
    "Ein Rad ist kein Auto",
    "Hunde an die Leine",
    "Alles ist gut so",
];

/// Where people at the desk act.
struct Desk {
    db: Db,
    clock: Clock,
    of: Consultation,
}

/// Does something that people at the desk do.
fn act(desk: &Desk, dice: &mut Dice, texts: &[Id<FreeText>], themes: &[Id<Theme>]) {
    let (db, clock, of) = (&desk.db, &desk.clock, desk.of.clone());
    let text = texts[usize::try_from(dice.throw(texts.len() as u64)).unwrap()].clone();
    let theme = themes[usize::try_from(dice.throw(themes.len() as u64)).unwrap()].clone();
    let new = NewAssessment {
        position: Position::ALL[usize::try_from(dice.throw(6)).unwrap()],
        reason: "Weil es so ist.".into(),
        office: String::new(),
    };
    let about = if dice.throw(3) == 0 {
        About::Text(text.clone())
    } else {
        About::Theme(theme)
    };
    match dice.throw(5) {
        0 => {
            let may = May::<CodeContributions>::by(Actor::Console, db, clock).unwrap();
            may.write_here(move |tx| code::forget(tx, &text)).unwrap();
        }
        1 | 2 => {
            let chosen = themes.iter().filter(|_| dice.throw(3) == 0).cloned();
            let coding = Coding {
                themes: chosen.collect(),
                note: String::new(),
            };
            let may = May::<CodeContributions>::by(Actor::Console, db, clock).unwrap();
            may.write_here(move |tx| {
                let text = std::slice::from_ref(&text);
                code::code(tx, &of.id, text, &coding, &BTreeSet::new())
            })
            .unwrap();
        }
        3 => {
            let may = May::<Assess>::by(Actor::Console, db, clock).unwrap();
            may.write_here(move |tx| {
                let said = assessments::of(tx.conn, &about)?;
                let seen = said.newest().map(|row| row.id.clone()).unwrap_or_default();
                assessments::write(tx, &about, &seen, &new)
            })
            .unwrap();
        }
        _ => {
            let may = May::<Approve>::by(Actor::Console, db, clock).unwrap();
            may.write_here(move |tx| {
                let said = assessments::of(tx.conn, &about)?;
                let seen = said.newest().map(|row| row.id.clone()).unwrap_or_default();
                assessments::write_approved(tx, &of, &about, &seen, &new)
            })
            .unwrap();
        }
    }
}

/// Each contribution by the pure rule; and what the rows say.
fn holds(conn: &mut Conn, of: &Consultation) {
    let all = list::page(conn, &Narrow::all(&of.id), (0, 1_000)).unwrap();
    let ids: Vec<Id<FreeText>> = all.iter().map(|one| one.id.clone()).collect();
    let mut chosen = code::themes_of(conn, &ids).unwrap();
    let read = code::read_of(conn, &ids).unwrap();
    let said = assessments::all(conn, &of.id).unwrap();
    let is_approved = |about: &About| {
        said.get(about)
            .is_some_and(|said| said.approved().is_some())
    };
    let mut ends: BTreeMap<&str, i64> = BTreeMap::new();
    for id in &ids {
        let themes: Vec<Id<Theme>> = chosen.remove(id).unwrap_or_default().into_iter().collect();
        let has_own = is_approved(&About::Text(id.clone()));
        let end = outcome(has_own, read.contains(id), themes, |theme| {
            is_approved(&About::Theme(theme.clone()))
        });
        *ends
            .entry(match end {
                Outcome::Open => "open",
                Outcome::WithoutTheme => "without a theme",
                Outcome::Own => "own",
                Outcome::ByThemes(_) => "by themes",
            })
            .or_default() += 1;
    }
    let told = assessments::progress(conn, &of.id).unwrap();
    assert_eq!(told.open, ends.get("open").copied().unwrap_or_default());
    assert_eq!(told.all, ends.values().sum::<i64>());
    assert_eq!(told.unread, i64::try_from(ids.len() - read.len()).unwrap());
    let first = assessments::first_open(conn, &of.id).unwrap();
    assert_eq!(first.is_some(), told.open > 0);
    let parts = progress::by_element(conn, &of.id).unwrap();
    assert_eq!(parts.values().map(|part| part.all).sum::<i64>(), told.all);
    assert_eq!(
        parts.values().map(|part| part.open()).sum::<i64>(),
        told.unread
    );
    let counts = themes::counts(conn, &of.id).unwrap();
    for theme in themes::of(conn, &of.id).unwrap() {
        let narrow = Narrow {
            theme: Some(theme.id.clone()),
            ..Narrow::all(&of.id)
        };
        let n = counts.get(&theme.id).copied().unwrap_or_default();
        assert_eq!(list::count(conn, &narrow).unwrap(), n);
        let kinds = assessments::by_theme(conn, &theme.id).unwrap();
        assert_eq!(kinds.values().sum::<i64>(), n);
    }
}

#[actix_web::test]
async fn every_contribution_has_one_outcome_and_the_parts_are_the_whole() {
    let app = TestApp::new().await;
    let kim = app.staff("evaluator");
    let texts = contributions(&app, &WORDS).await;
    let texts: Vec<Id<FreeText>> = texts.into_iter().map(Id::known).collect();
    let mut all = Vec::new();
    for name in ["Licht", "Verkehr", "Lob"] {
        all.push(Id::<Theme>::known(theme(&kim, name).await));
    }
    let desk = Desk {
        db: app.data.db.clone(),
        clock: app.clock.clone(),
        of: app.town.consultation.clone(),
    };
    let mut conn = app.data.connect();
    let done = std::thread::spawn(move || {
        for seed in 1..=4 {
            let mut dice = Dice(seed);
            for _ in 0..25 {
                act(&desk, &mut dice, &texts, &all);
                holds(&mut conn, &desk.of);
            }
        }
    });
    done.join().unwrap();
}
