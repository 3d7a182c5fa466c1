//! What the lines say together: whether they hang together, and how many contributions count.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::record::{Kind, Record};

/// A publication of results, as the list has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The consultation.
    pub place: String,
    /// SHA-256 of the figures.
    pub sha256: String,
}

/// What was found in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// What is wrong, in words for whoever runs the server, in German.
    pub faults: Vec<String>,
    /// How many contributions count at the end, by kind and place.
    pub counts: BTreeMap<(Kind, String), i64>,
    /// The publications in their order.
    pub published: Vec<Published>,
    /// The number of the epoch at the end.
    pub epoch: u32,
}

impl Audit {
    /// Goes through a list from its first line.
    pub fn of(lines: &[String]) -> Self {
        let mut audit = Self {
            epoch: 1,
            ..Self::default()
        };
        let read: Vec<_> = lines.iter().map(|line| Record::parse(line)).collect();
        // In one batch a correction may stand before what it corrects.
        let made: HashMap<&str, usize> = read
            .iter()
            .enumerate()
            .filter_map(|(at, record)| Some((record.as_ref()?.commitment()?, at)))
            .collect();
        let (mut ended, mut erased) = (HashSet::new(), HashSet::new());
        for (at, record) in read.iter().enumerate() {
            let Some(record) = record else {
                audit.fault(at, "ist keine Zeile einer Prüfliste");
                continue;
            };
            if record
                .commitment()
                .is_some_and(|own| made.get(own) != Some(&at))
            {
                audit.fault(at, "wiederholt ein Siegel");
            }
            // What was erased still counts, so it can still be corrected or withdrawn.
            let is_erasure = matches!(record, Record::Erase { .. });
            let past = if is_erasure { &mut erased } else { &mut ended };
            audit.count(at, record, |known| {
                made.contains_key(known) && past.insert(known.to_owned())
            });
        }
        audit
    }

    fn fault(&mut self, at: usize, what: &str) {
        self.faults.push(format!("Zeile {at} {what}"));
    }

    /// `ends` says whether a commitment is there and nothing has ended it before.
    fn count(&mut self, at: usize, record: &Record, mut ends: impl FnMut(&str) -> bool) {
        match record {
            Record::Accept { kind, place, .. } => *self.of_place(*kind, place) += 1,
            Record::Revise { replaces, .. } => {
                if !ends(replaces) {
                    self.fault(
                        at,
                        "ersetzt etwas, das nicht in der Liste steht oder schon ersetzt ist",
                    );
                }
            }
            Record::Withdraw {
                kind,
                place,
                commitment,
            } => {
                if !ends(commitment) {
                    self.fault(
                        at,
                        "nimmt etwas zurück, das nicht in der Liste steht oder schon weg ist",
                    );
                }
                *self.of_place(*kind, place) -= 1;
            }
            Record::Erase { commitment, .. } => {
                if !ends(commitment) {
                    self.fault(
                        at,
                        "löscht etwas, das nicht in der Liste steht oder schon weg ist",
                    );
                }
            }
            Record::Result {
                place,
                sha256,
                counts,
            } => {
                for (survey, told) in counts {
                    let key = (Kind::Questionnaire, format!("{place}/{survey}"));
                    let counted = self.counts.get(&key).copied().unwrap_or_default();
                    if i64::try_from(*told) != Ok(counted) {
                        let what = format!(
                            "veröffentlicht {told} Fragebögen zu {place}/{survey}, in der Liste stehen {counted}"
                        );
                        self.fault(at, &what);
                    }
                }
                self.published.push(Published {
                    place: place.clone(),
                    sha256: sha256.clone(),
                });
            }
            Record::Epoch { number, kept, .. } => {
                if *number != self.epoch + 1 || usize::try_from(*kept) != Ok(at) {
                    self.fault(at, "beginnt einen Abschnitt, der nicht hierher gehört");
                }
                self.epoch = *number;
            }
        }
    }

    fn of_place(&mut self, kind: Kind, place: &str) -> &mut i64 {
        self.counts.entry((kind, place.to_owned())).or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::record::VERSION;
    use super::*;

    fn digest(n: u8) -> String {
        format!("{n:02x}").repeat(32)
    }

    fn line(rest: &str) -> String {
        format!("{VERSION} {rest}")
    }

    fn audit(lines: &[String]) -> Audit {
        Audit::of(lines)
    }

    #[test]
    fn what_is_handed_in_counts_until_it_is_withdrawn() {
        let [a, b, c, r] = [1, 2, 3, 9].map(digest);
        let lines = [
            // Mixed: the correction stands before what it corrects.
            line(&format!("revise questionnaire ziele/leben {b} {a}")),
            line(&format!("accept questionnaire ziele/leben {a}")),
            line(&format!("accept questionnaire ziele/leben {c}")),
            line(&format!("result ziele {r} leben=2 gruen=0")),
            line(&format!("erase questionnaire ziele/leben {b}")),
            line(&format!("result ziele {r} leben=2")),
            line(&format!("erase questionnaire ziele/leben {c}")),
            line(&format!("withdraw questionnaire ziele/leben {c}")),
            line("epoch 2 8 -"),
        ];
        let found = audit(&lines);
        assert_eq!(found.faults, Vec::<String>::new());
        let key = (Kind::Questionnaire, "ziele/leben".to_owned());
        assert_eq!(
            (found.counts[&key], found.epoch, found.published.len()),
            (1, 2, 2)
        );
    }

    #[test]
    fn each_fault_is_named_with_its_line() {
        let [a, b, r] = [1, 2, 9].map(digest);
        let accept = line(&format!("accept comment ziele {a}"));
        for (lines, why) in [
            (vec!["x".to_owned()], "keine Zeile"),
            (vec![accept.clone(), accept.clone()], "wiederholt"),
            (vec![line(&format!("withdraw comment ziele {a}"))], "nimmt"),
            (vec![line(&format!("erase comment ziele {a}"))], "löscht"),
            (
                vec![
                    accept.clone(),
                    line(&format!("revise comment ziele {a} {b}")),
                ],
                "ersetzt",
            ),
            (
                vec![line(&format!("result ziele {r} leben=1"))],
                "veröffentlicht 1",
            ),
            (vec![line("epoch 2 5 -")], "Abschnitt"),
            (vec![line("epoch 3 0 -")], "Abschnitt"),
        ] {
            let found = audit(&lines);
            assert!(
                found.faults.iter().any(|fault| fault.contains(why)),
                "{why}: {found:?}"
            );
        }
        for act in ["withdraw", "erase"] {
            let twice = line(&format!("{act} comment ziele {a}"));
            let lines = [accept.clone(), twice.clone(), twice];
            assert_eq!(audit(&lines).faults.len(), 1);
        }
    }
}
