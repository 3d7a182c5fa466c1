use std::collections::HashMap;

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;
use crate::consultation::Window;

const BERLIN: Zone = Zone(chrono_tz::Europe::Berlin);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

/// Statements until 31 July; one organisation until 31 August.
fn deadlines() -> Deadlines {
    let window = Window::of_days(BERLIN, day("2026-06-08"), day("2026-07-31")).unwrap();
    Deadlines {
        window,
        granted: HashMap::from([(Id::known("sport"), BERLIN.end_of(day("2026-08-31")))]),
    }
}

pub(super) fn version(n: i32, state: VersionState, handed_in: &str) -> Version {
    let is_handed_in = matches!(state, VersionState::HandedIn | VersionState::Withdrawn);
    Version {
        id: Id::known(format!("v{n}")),
        n,
        state,
        is_nil: false,
        may_publish: true,
        names_nobody: true,
        written_on: None,
        saved_at: at(handed_in),
        saved_by: String::new(),
        handed_in: is_handed_in.then(|| HandedIn {
            at: at(handed_in),
            by: String::new(),
            deadline: deadlines().window.closes_at,
        }),
        withdrawn_at: (state == VersionState::Withdrawn).then(|| at(handed_in)),
    }
}

pub(super) fn statement(party: Option<&str>, versions: Vec<Version>) -> Statement {
    Statement {
        id: Id::known("s"),
        consultation: Id::known("c"),
        party: party.map(Id::known),
        participation: None,
        channel: Channel::Online,
        number: Some(1),
        versions,
        admission: None,
        publication: None,
        erased_on: None,
    }
}

#[test]
fn the_last_second_of_31_july_is_in_time_and_the_next_is_late() {
    let end = deadlines().of(None);
    let last = statement(
        None,
        vec![version(
            1,
            VersionState::HandedIn,
            "2026-07-31T23:59:59+02:00",
        )],
    );
    assert_eq!(last.standing(end), Standing::HandedIn);
    assert_eq!(last.days_late(end, BERLIN), None);
    let late = statement(
        None,
        vec![version(
            1,
            VersionState::HandedIn,
            "2026-08-01T00:00:00+02:00",
        )],
    );
    assert_eq!(late.standing(end), Standing::LateWaiting);
    assert_eq!(late.days_late(end, BERLIN), Some(1));
}

#[test]
fn an_organisation_has_the_later_of_both_deadlines() {
    let all = deadlines();
    let sport = Id::known("sport");
    assert_eq!(all.of(Some(&sport)), at("2026-09-01T00:00:00+02:00"));
    assert_eq!(all.of(Some(&Id::known("other"))), all.of(None));
    assert_eq!(
        all.extensions(BERLIN),
        [Extension {
            until: day("2026-08-31"),
            organisations: 1
        }]
    );
    // Everybody's deadline was moved past it: nobody has a longer one any more.
    let mut moved = all.clone();
    moved.window.closes_at = BERLIN.end_of(day("2026-09-15"));
    assert_eq!(moved.of(Some(&sport)), moved.of(None));
    assert!(moved.extensions(BERLIN).is_empty());
}

#[test]
fn what_is_late_counts_once_it_is_admitted_or_the_deadline_is_moved_over_it() {
    let mut late = statement(
        Some("sport"),
        vec![version(
            1,
            VersionState::HandedIn,
            "2026-08-06T10:00:00+02:00",
        )],
    );
    let general = deadlines().of(None);
    assert!(!late.counts(general));
    assert!(late.counts(deadlines().of(late.party.as_ref())));
    late.admission = Some(Decision {
        outcome: Admission::Admitted,
        reason: String::new(),
        at: at("2026-08-10T10:00:00+02:00"),
    });
    assert_eq!(late.standing(general), Standing::LateAdmitted);
    assert!(late.counts(general));
}

#[test]
fn what_was_in_time_stays_in_time_when_the_deadline_is_drawn_earlier() {
    let sent = statement(
        None,
        vec![version(
            1,
            VersionState::HandedIn,
            "2026-07-20T10:00:00+02:00",
        )],
    );
    assert_eq!(
        sent.standing(at("2026-07-10T00:00:00+02:00")),
        Standing::HandedIn
    );
}

#[test]
fn the_newest_version_that_was_handed_in_counts_until_all_is_withdrawn() {
    let first = version(1, VersionState::HandedIn, "2026-07-01T10:00:00+02:00");
    let second = version(2, VersionState::HandedIn, "2026-07-02T10:00:00+02:00");
    let draft = version(3, VersionState::Draft, "2026-07-03T10:00:00+02:00");
    let both = statement(None, vec![first.clone(), second, draft]);
    assert_eq!(both.current().map(|version| version.n), Some(2));
    assert_eq!(both.draft().map(|version| version.n), Some(3));
    assert_eq!(
        both.replaced().map(|version| version.n).collect::<Vec<_>>(),
        [1]
    );
    let gone = version(2, VersionState::Withdrawn, "2026-07-02T10:00:00+02:00");
    let withdrawn = statement(None, vec![first, gone]);
    assert!(withdrawn.current().is_none());
    assert_eq!(
        withdrawn.standing(deadlines().of(None)),
        Standing::Withdrawn
    );
}

#[test]
fn nothing_is_public_without_the_consent_and_the_decision() {
    let end = deadlines().of(None);
    let mut one = statement(
        None,
        vec![version(
            1,
            VersionState::HandedIn,
            "2026-07-01T10:00:00+02:00",
        )],
    );
    assert!(!one.is_public(end));
    one.publication = Some(Decision {
        outcome: Publication::Published,
        reason: String::new(),
        at: at("2026-08-10T10:00:00+02:00"),
    });
    assert!(one.is_public(end));
    one.versions[0].may_publish = false;
    assert!(!one.is_public(end));
}

#[test]
fn a_reminder_comes_seven_days_and_one_day_before_the_last_day() {
    let end = deadlines().of(None);
    let on = |local| reminder(end, at(local), BERLIN);
    assert_eq!(on("2026-07-23T23:59:59+02:00"), None);
    assert_eq!(on("2026-07-24T00:00:00+02:00"), Some((7, 7)));
    // Late by two days, it is still the same reminder, and says what is true now.
    assert_eq!(on("2026-07-26T10:00:00+02:00"), Some((7, 5)));
    assert_eq!(on("2026-07-30T00:00:00+02:00"), Some((1, 1)));
    assert_eq!(on("2026-07-31T00:00:00+02:00"), None);
    assert_eq!(on("2026-08-02T00:00:00+02:00"), None);
}

#[test]
fn words_find_their_way_back() {
    for channel in Channel::ALL {
        assert_eq!(Channel::parse(channel.as_str()), Some(channel));
    }
    for state in ["draft", "released", "handed_in", "withdrawn"] {
        assert_eq!(
            VersionState::parse(state).map(VersionState::as_str),
            Some(state)
        );
    }
}

#[test]
fn a_statement_needs_text_or_a_file_and_a_person_her_name() {
    let mut content = Content::default();
    assert_eq!(content.check(true), Err(Unready::Empty));
    content.parts.push(Part {
        key: None,
        wording: None,
        text: "ä".repeat(WHOLE_CHARS),
    });
    assert_eq!(content.check(true), Ok(()));
    assert_eq!(content.check(false), Err(Unready::Unsigned));
    content.parts[0].text.push('x');
    assert_eq!(content.check(true), Err(Unready::TooLong));
}

proptest! {
    /// Whatever is granted, it is later than before, not over, and within a year or so; and then it holds.
    #[test]
    fn a_granted_deadline_is_always_a_longer_one(hours in -2_000i64..12_000, days in -100i64..500) {
        let mut all = deadlines();
        let now = all.window.opens_at + TimeDelta::hours(hours);
        let last = day("2026-07-31") + TimeDelta::days(days);
        let party: Id<Party> = Id::known("sport");
        let before = all.of(Some(&party));
        if let Ok(closes_at) = granted(before, last, now, BERLIN) {
            prop_assert!(closes_at > before && closes_at > now);
            all.granted.insert(party.clone(), closes_at);
            prop_assert_eq!(all.of(Some(&party)), closes_at);
            prop_assert!(all.late_until(Some(&party), BERLIN) > closes_at);
        }
    }

    /// Late or in time is decided by one instant.
    #[test]
    fn late_is_what_comes_at_or_after_the_deadline(minutes in -100_000i64..100_000) {
        let end = deadlines().of(None);
        let mut one = version(1, VersionState::HandedIn, "2026-07-01T10:00:00+02:00");
        let sent = end + TimeDelta::minutes(minutes);
        one.handed_in.as_mut().unwrap().at = sent;
        let one = statement(None, vec![one]);
        prop_assert_eq!(one.is_late(end), sent >= end);
        prop_assert_eq!(one.days_late(end, BERLIN).is_some(), sent >= end);
        prop_assert!(one.days_late(end, BERLIN).is_none_or(|days| days >= 1));
    }
}
