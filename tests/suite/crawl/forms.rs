//! Every form that somebody finds is sent by everybody else, and by its owner with one character more than it allows.

use std::collections::{BTreeMap, BTreeSet};

use super::people::Person;
use super::{Found, Town};
use crate::permissions;
use crate::support::answer::Answer;

type Rows = BTreeMap<String, Vec<String>>;

/// Whether somebody was sent away, or finds nothing.
fn is_refused(answer: &Answer) -> bool {
    match answer.status.as_u16() {
        401 | 403 | 404 => true,
        303 => {
            let location = answer.header("location");
            ["/sign-in", "/organisation/sign-in", "/my/sign-in"]
                .iter()
                .any(|door| location.starts_with(door))
        }
        _ => false,
    }
}

/// The tables that differ.
fn changed(before: &Rows, after: &Rows) -> Vec<String> {
    let differs = after
        .iter()
        .filter(|(name, rows)| before.get(*name) != Some(*rows));
    differs.map(|(name, _)| name.clone()).collect()
}

/// Acts that end what the others still need: sessions, and accounts of the administration.
fn ends_it(pattern: &str) -> bool {
    let parts = [
        "sign-out",
        "password",
        "/my/erasure",
        "/my/address",
        "/desk/account/",
        "/desk/accounts/{",
    ];
    pattern == "/desk/account" || parts.iter().any(|part| pattern.contains(part))
}

/// Nobody else sends it: neither without its proof nor with one of her own.
async fn by_others(town: &Town, found: &Found) -> (usize, BTreeSet<String>) {
    let (mut sent, mut faults, mut once) = (0, BTreeSet::new(), BTreeSet::new());
    for (owner, form) in &found.forms {
        let owner = &town.people[*owner];
        let button = form.fields.last().map(|field| field.name.clone());
        let of_two = !owner.ids.is_empty();
        if !once.insert((town.pattern(&form.to), button)) && !of_two {
            continue;
        }
        let Some(pattern) = town.pattern(&form.to) else {
            continue;
        };
        // The box for a receipt code only asks.
        let only_asks = pattern == "/receipt";
        for person in &town.people {
            let Some(to) = town.as_tried_by(person, &form.to) else {
                continue;
            };
            // Something of hers below an address that everybody of the kind has.
            let is_nested = ["{comment}", "{text}", "{file}", "{kept}"]
                .iter()
                .any(|name| pattern.contains(name));
            let is_foreign = is_nested
                && person.is == owner.is
                && person.name != owner.name
                && (to != form.to || !person.is.is_empty());
            let mut form = form.clone();
            form.to.clone_from(&to);
            let mut hold = |answer: &Answer, how: &str| {
                sent += 1;
                // What is not there any more for its owner leads back without a word; nothing changes, which is held below.
                let led = is_foreign && answer.status.as_u16() == 303;
                if !is_refused(answer) && !led {
                    let (who, of, status) = (person.name, &form.page, answer.status);
                    faults.insert(format!("{who} sends {pattern} of {of} {how}: {status}"));
                }
            };
            if (person.name == owner.name || person.name == "-") && !only_asks {
                let bare = form.clone().without("_token");
                hold(&bare.glance(&person.browser).await, "without proof");
            }
            if permissions::takes_forms_of(pattern, person.is) && !is_foreign {
                continue;
            }
            let proof = person.proof(&town.site, &to);
            let own = form.clone().with("_token", &proof);
            hold(
                &own.glance(&person.browser).await,
                "with a proof of her own",
            );
        }
    }
    (sent, faults)
}

/// Rows that name somebody.
fn rows_of(rows: &Rows, person: &Person) -> Vec<String> {
    let all = rows.values().flatten();
    all.filter(|row| person.ids.iter().any(|id| row.contains(id)))
        .cloned()
        .collect()
}

/// Of two of a kind one sends the other's forms, ids and all; the other's rows stay.
async fn by_the_other(town: &Town, found: &Found, names: (&str, &str)) -> usize {
    let by_name = |name: &str| {
        town.people
            .iter()
            .find(|person| person.name == name)
            .unwrap()
    };
    let (owner, other) = (by_name(names.0), by_name(names.1));
    let before = rows_of(&town.data.dump_all(), owner);
    assert!(before.len() > 1, "{} has rows", owner.name);
    let mut sent = 0;
    for (at, form) in &found.forms {
        let pattern = town.pattern(&form.to).unwrap_or_default();
        if town.people[*at].name != owner.name || ends_it(pattern) {
            continue;
        }
        let to = other.own_way(&form.to, owner);
        if town
            .holder(&to)
            .is_some_and(|holder| holder.name != other.name)
        {
            continue;
        }
        let proof = other.proof(&town.site, &to);
        let mut form = form.clone().with("_token", &proof);
        form.to = to;
        let answer = form.glance(&other.browser).await;
        assert!(
            !answer.status.is_server_error(),
            "{}: {}",
            form.to,
            answer.status
        );
        sent += 1;
    }
    let after = rows_of(&town.data.dump_all(), owner);
    assert_eq!(
        before, after,
        "{} changed what is {}'s",
        other.name, owner.name
    );
    sent
}

/// The words with which a text of some length begins, to find it again.
fn begins(n: usize) -> String {
    format!("kanarie{n:04}ǩ")
}

/// Everyone types as much as a field allows, and one character more; the places of both.
async fn at_the_limit(town: &Town, found: &Found) -> (Vec<String>, Vec<String>) {
    let (mut fits, mut over) = (Vec::new(), Vec::new());
    for (at, form) in &found.forms {
        let person = &town.people[*at];
        let proof = person.proof(&town.site, &form.to);
        for field in &form.fields {
            let Some(limit) = field.limit.filter(|limit| *limit > 20) else {
                continue;
            };
            for (list, chars) in [(&mut fits, limit), (&mut over, limit + 1)] {
                let mark = begins(list.len()) + if chars > limit { "+" } else { "-" };
                let text = mark.clone() + &"ä".repeat(chars - mark.chars().count());
                let sent = form.clone().with("_token", &proof).with(&field.name, &text);
                let answer = sent.glance(&person.browser).await;
                let (to, status) = (&form.to, answer.status);
                assert!(!answer.status.is_server_error(), "{to}: {status}");
                list.push(mark);
            }
        }
    }
    (fits, over)
}

/// Holds all of this.
pub async fn hold(town: &Town, found: &Found) {
    assert!(found.forms.len() > 150, "{} forms", found.forms.len());
    let before = town.data.dump_all();
    let (sent, faults) = by_others(town, found).await;
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(sent > 1_000, "{sent} forms were sent");
    let after = town.data.dump_all();
    assert_eq!(changed(&before, &after), Vec::<String>::new());

    let (fits, over) = at_the_limit(town, found).await;
    let full = format!("{:?}", town.data.dump_all());
    let kept = |marks: &[String]| marks.iter().filter(|mark| full.contains(*mark)).count();
    assert!(
        kept(&fits) > 10,
        "{} of {} were kept",
        kept(&fits),
        fits.len()
    );
    assert_eq!(kept(&over), 0, "one character more than allowed was kept");

    for names in [("kim", "robin"), ("anna", "berta"), ("carla", "doris")] {
        let sent = by_the_other(town, found, names).await;
        assert!(sent > 2, "{names:?}: {sent}");
    }
}
