//! The lines of the list. Text, so that anybody can read and count them; ASCII with single spaces, so that there is one way to
//! write each.

use std::fmt;

/// With what every line begins. Another form of line gets another number; old lines stay as they are.
pub const VERSION: &str = "trialog-log/1";

/// What was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// One survey, answered by one person.
    Questionnaire,
    /// A comment.
    Comment,
    /// A statement of a person or an organisation.
    Statement,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Questionnaire, Self::Comment, Self::Statement];

    /// As it stands in lines.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Questionnaire => "questionnaire",
            Self::Comment => "comment",
            Self::Statement => "statement",
        }
    }

    /// The kind of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// The name of one contribution beside its salt.
    pub fn subject(self, id: &str) -> String {
        format!("{}:{id}", self.as_str())
    }
}

/// Why a content is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    /// Its author has taken it back: it does not count any more.
    Withdrawn,
    /// It was erased and goes on counting: its period is over, or its author wanted it after the figures were published.
    Erased,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// Something was handed in.
    Accept {
        /// What.
        kind: Kind,
        /// To which consultation; for a questionnaire with the survey behind a slash.
        place: String,
        /// The commitment to its content.
        commitment: String,
    },
    /// It was corrected: from now on these words count.
    Revise {
        /// What.
        kind: Kind,
        /// As above.
        place: String,
        /// The commitment to the new content.
        commitment: String,
        /// The commitment it replaces.
        replaces: String,
    },
    /// It was taken back: it does not count any more, and its content is gone.
    Withdraw {
        /// What.
        kind: Kind,
        /// As above.
        place: String,
        /// Its newest commitment.
        commitment: String,
    },
    /// Its content was erased; it goes on counting.
    Erase {
        /// What.
        kind: Kind,
        /// As above.
        place: String,
        /// Its newest commitment.
        commitment: String,
    },
    /// Results were published.
    Result {
        /// The consultation.
        place: String,
        /// SHA-256 of the frozen figures, as it stands on the page of the results.
        sha256: String,
        /// How many questionnaires each survey counts, by its name.
        counts: Vec<(String, u64)>,
    },
    /// The data came back from a backup.
    Epoch {
        /// 2 for the first time.
        number: u32,
        /// How many lines the backup had.
        kept: u64,
        /// How many there had been, as far as whoever restored it knew.
        known: Option<u64>,
    },
}

impl Record {
    /// Whether it is about a contribution of somebody, who must not be found by her place in the list.
    pub fn is_personal(&self) -> bool {
        !matches!(self, Self::Result { .. } | Self::Epoch { .. })
    }

    /// The commitment it makes, if it makes one.
    pub fn commitment(&self) -> Option<&str> {
        match self {
            Self::Accept { commitment, .. } | Self::Revise { commitment, .. } => Some(commitment),
            _ => None,
        }
    }

    /// The commitment that does not count any more because of it, if there is one.
    pub fn ends(&self) -> Option<&str> {
        match self {
            Self::Revise { replaces, .. } => Some(replaces),
            Self::Withdraw { commitment, .. } | Self::Erase { commitment, .. } => Some(commitment),
            _ => None,
        }
    }

    /// Reads a line.
    pub fn parse(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        if words.next()? != VERSION {
            return None;
        }
        let act = words.next()?;
        let words: Vec<&str> = words.collect();
        let read = match (act, words.as_slice()) {
            ("accept", [kind, place, commitment]) => Self::Accept {
                kind: Kind::parse(kind)?,
                place: place_of(place)?,
                commitment: digest_of(commitment)?,
            },
            ("revise", [kind, place, commitment, replaces]) => Self::Revise {
                kind: Kind::parse(kind)?,
                place: place_of(place)?,
                commitment: digest_of(commitment)?,
                replaces: digest_of(replaces)?,
            },
            ("withdraw", [kind, place, commitment]) => Self::Withdraw {
                kind: Kind::parse(kind)?,
                place: place_of(place)?,
                commitment: digest_of(commitment)?,
            },
            ("erase", [kind, place, commitment]) => Self::Erase {
                kind: Kind::parse(kind)?,
                place: place_of(place)?,
                commitment: digest_of(commitment)?,
            },
            ("result", [place, sha256, counts @ ..]) => Self::Result {
                place: place_of(place)?,
                sha256: digest_of(sha256)?,
                counts: counts
                    .iter()
                    .map(|one| {
                        let (survey, n) = one.split_once('=')?;
                        Some((place_of(survey)?, n.parse().ok()?))
                    })
                    .collect::<Option<_>>()?,
            },
            ("epoch", [number, kept, known]) => Self::Epoch {
                number: number.parse().ok()?,
                kept: kept.parse().ok()?,
                known: match *known {
                    "-" => None,
                    known => Some(known.parse().ok()?),
                },
            },
            _ => return None,
        };
        // One way to write each: no sign, no leading zero.
        (read.to_string() == line).then_some(read)
    }
}

fn place_of(text: &str) -> Option<String> {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_/".contains(c);
    (!text.is_empty() && text.chars().all(is_plain)).then(|| text.to_owned())
}

fn digest_of(text: &str) -> Option<String> {
    super::tree::from_hex(text).map(|_| text.to_owned())
}

impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{VERSION} ")?;
        let mut about = |act, kind: &Kind, place, commitment| {
            write!(f, "{act} {} {place} {commitment}", kind.as_str())
        };
        match self {
            Self::Accept {
                kind,
                place,
                commitment,
            } => about("accept", kind, place, commitment),
            Self::Revise {
                kind,
                place,
                commitment,
                replaces,
            } => {
                about("revise", kind, place, commitment)?;
                write!(f, " {replaces}")
            }
            Self::Withdraw {
                kind,
                place,
                commitment,
            } => about("withdraw", kind, place, commitment),
            Self::Erase {
                kind,
                place,
                commitment,
            } => about("erase", kind, place, commitment),
            Self::Result {
                place,
                sha256,
                counts,
            } => {
                write!(f, "result {place} {sha256}")?;
                counts
                    .iter()
                    .try_for_each(|(survey, n)| write!(f, " {survey}={n}"))
            }
            Self::Epoch {
                number,
                kept,
                known,
            } => {
                write!(f, "epoch {number} {kept} ")?;
                match known {
                    Some(known) => write!(f, "{known}"),
                    None => f.write_str("-"),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    const B: &str = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    #[test]
    fn every_line_reads_back_as_it_was_written() {
        let lines = [
            format!("{VERSION} accept questionnaire ziele/leben {A}"),
            format!("{VERSION} revise comment ziele {B} {A}"),
            format!("{VERSION} withdraw statement ziele {A}"),
            format!("{VERSION} erase questionnaire ziele/leben {A}"),
            format!("{VERSION} result ziele {A} leben=12 gruen=0"),
            format!("{VERSION} result ziele {A}"),
            format!("{VERSION} epoch 2 80 100"),
            format!("{VERSION} epoch 3 80 -"),
        ];
        for line in &lines {
            let read = Record::parse(line).unwrap();
            assert_eq!(read.to_string(), *line);
        }
        let personal = lines
            .iter()
            .filter(|line| Record::parse(line).unwrap().is_personal());
        assert_eq!(personal.count(), 4);
    }

    #[test]
    fn what_is_no_line_is_refused() {
        for line in [
            String::new(),
            format!("trialog-log/2 accept comment ziele {A}"),
            format!("{VERSION} accept comment ziele"),
            format!("{VERSION} accept comment ziele {A} {A}"),
            format!("{VERSION} accept comment Ziele {A}"),
            format!("{VERSION}  accept comment ziele {A}"),
            format!("{VERSION} accept comment ziele {A} "),
            format!("{VERSION} accept comment ziele {}", A.to_uppercase()),
            format!("{VERSION} accept vote ziele {A}"),
            format!("{VERSION} result ziele {A} leben=01"),
            format!("{VERSION} result ziele {A} leben=+1"),
            format!("{VERSION} epoch 2 80"),
        ] {
            assert_eq!(Record::parse(&line), None, "{line}");
        }
    }
}
