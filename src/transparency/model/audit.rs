//! What the lines say together: whether they hang together, and how many contributions count.

use std::collections::{BTreeMap, HashSet};
use std::hash::{BuildHasher, RandomState};

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

/// Which commitments a list makes. A list may have millions of lines, so each is kept in eight bytes. Nobody can choose two that look the same:
/// how they are shortened is another secret each time.
#[derive(Debug, Default)]
pub struct Made {
    short: RandomState,
    marks: Vec<u64>,
    /// Those that stand there more than once.
    twice: HashSet<u64>,
}

impl Made {
    /// Notes what a line makes.
    pub fn note(&mut self, line: &str) {
        let record = Record::parse(line);
        if let Some(commitment) = record.as_ref().and_then(Record::commitment) {
            self.marks.push(self.short.hash_one(commitment));
        }
    }

    /// Ends the noting; then it can be asked.
    pub fn close(&mut self) {
        self.marks.sort_unstable();
        let twice = self
            .marks
            .windows(2)
            .filter(|two| two.first() == two.last());
        self.twice = twice.flatten().copied().collect();
    }
}

/// Goes through a list line by line.
#[derive(Debug)]
pub struct Auditor {
    made: Made,
    ended: HashSet<u64>,
    erased: HashSet<u64>,
    /// Repeated commitments that were seen once.
    seen: HashSet<u64>,
    at: usize,
    audit: Audit,
}

impl Auditor {
    /// Begins before the first line. In one batch a correction may stand before what it corrects, so it has to be known what all lines make.
    pub fn new(made: Made) -> Self {
        Self {
            made,
            ended: HashSet::new(),
            erased: HashSet::new(),
            seen: HashSet::new(),
            at: 0,
            audit: Audit {
                epoch: 1,
                ..Audit::default()
            },
        }
    }

    /// Reads the next line.
    pub fn read(&mut self, line: &str) {
        let at = self.at;
        self.at += 1;
        let Some(record) = Record::parse(line) else {
            self.audit.fault(at, "ist keine Zeile einer Prüfliste");
            return;
        };
        let made = &self.made;
        if let Some(own) = record.commitment() {
            let own = made.short.hash_one(own);
            if made.twice.contains(&own) && !self.seen.insert(own) {
                self.audit.fault(at, "wiederholt ein Siegel");
            }
        }
        // What was erased still counts, so it can still be corrected or withdrawn.
        let is_erasure = matches!(record, Record::Erase { .. });
        let past = if is_erasure {
            &mut self.erased
        } else {
            &mut self.ended
        };
        self.audit.count(at, &record, |known| {
            let known = made.short.hash_one(known);
            made.marks.binary_search(&known).is_ok() && past.insert(known)
        });
    }

    /// What all lines say together.
    pub fn done(self) -> Audit {
        self.audit
    }
}

impl Audit {
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
        let mut made = Made::default();
        for line in lines {
            made.note(line);
        }
        made.close();
        let mut auditor = Auditor::new(made);
        for line in lines {
            auditor.read(line);
        }
        auditor.done()
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
