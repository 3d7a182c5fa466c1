use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;

fn body(id: &str) -> Body {
    Body {
        id: Id::known(id),
        name: format!("Ausschuss {id}"),
        short_name: id.to_uppercase(),
        kind: BodyKind::Committee,
    }
}

fn day(n: u64) -> NaiveDate {
    NaiveDate::default() + chrono::Days::new(n)
}

fn step(id: &str, on: &str, n: u64, is_public: bool) -> Step {
    Step {
        id: Id::known(id),
        body: body(on),
        day: day(n),
        role: StepRole::Preparation,
        is_public,
        outcome: None,
        vote: None,
        wording: String::new(),
        version: 1,
    }
}

/// The journey of Magdeburg's I0264/09: the mayor behind closed doors, two committees, the council.
fn journey() -> Way {
    Way::new(vec![
        step("a", "mayor", 1, false),
        step("b", "building", 10, true),
        step("c", "finance", 44, true),
        step("d", "council", 59, true),
    ])
}

#[test]
fn anyone_sees_of_a_closed_step_its_day_and_nothing_else() {
    let way = journey();
    let seen: Vec<_> = way.seen_by(&Sight::Public).collect();
    assert_eq!(seen[0], Seen::Closed(day(1)));
    assert!(seen[1..].iter().all(|seen| seen.open().is_some()));
    assert_eq!(way.public().count(), 3);
}

#[test]
fn a_councillor_sees_the_closed_steps_of_her_own_bodies() {
    let way = journey();
    let sits_in = |id: &str| Sight::Bodies([Id::known(id)].into_iter().collect());
    let closed = |sight: &Sight| {
        way.seen_by(sight)
            .filter(|one| one.open().is_none())
            .count()
    };
    assert_eq!(closed(&sits_in("mayor")), 0);
    assert_eq!(closed(&sits_in("finance")), 1);
    assert_eq!(closed(&Sight::All), 0);
}

#[test]
fn what_comes_next_tells_nothing_of_a_closed_step() {
    let way = journey();
    assert_eq!(way.next(&Sight::Public, day(0)), Some(Seen::Closed(day(1))));
    assert_eq!(
        way.next(&Sight::Public, day(11)).map(Seen::day),
        Some(day(44))
    );
    assert_eq!(way.next(&Sight::Public, day(60)), None);
    assert!(!way.waits_for_outcome(&Sight::Public, day(2)));
    assert!(way.waits_for_outcome(&Sight::All, day(2)));
}

#[test]
fn only_a_decision_decides() {
    let mut last = step("d", "council", 59, true);
    last.outcome = Some(Outcome::Agreed);
    assert!(!last.decides());
    last.role = StepRole::Decision;
    assert!(last.decides());
    assert_eq!(last.outcome_key(), Some("step-outcome-decided"));
    last.is_public = false;
    let way = Way::new(vec![last]);
    assert!(way.decided(&Sight::Public).is_none() && way.decided(&Sight::All).is_some());
}

#[test]
fn a_reference_is_the_same_however_it_is_written() {
    assert_eq!(folded("I 0264/09 "), folded("i0264/09"));
    assert_ne!(folded("354/20"), folded("354/21"));
}

proptest! {
    #[test]
    fn nobody_without_right_sees_a_closed_step(
        steps in proptest::collection::vec((0usize..4, any::<bool>()), 0..12),
        own in proptest::collection::btree_set(0usize..4, 0..4),
    ) {
        let names = ["a", "b", "c", "d"];
        let steps: Vec<_> = steps.iter().enumerate()
            .map(|(n, (on, public))| step(&n.to_string(), names[*on], n as u64, *public)).collect();
        let way = Way::new(steps.clone());
        let sight = Sight::Bodies(own.iter().map(|n| Id::known(names[*n])).collect());
        for (seen, step) in way.seen_by(&sight).zip(&steps) {
            let may = step.is_public || own.iter().any(|n| names[*n] == step.body.id.as_str());
            prop_assert_eq!(seen.open().is_some(), may);
        }
        prop_assert!(way.seen_by(&Sight::Public).filter_map(Seen::open).all(|step| step.is_public));
    }
}
