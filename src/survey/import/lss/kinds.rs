//! LimeSurvey's kinds of questions in ours: one question of theirs becomes one of ours, several, or none with a reason.

use super::Taken;
use super::condition::{Known, after, offer};
use super::loss::{Loss, What};
use super::plain::plain;
use super::questions::{Part, RawGroup};
use super::settings::settings;
use super::turning::{MAX_LABEL, Turning};
use crate::survey::model::{Choice, QuestionKind};

/// The questions of a group.
pub(super) fn questions(
    group: &RawGroup,
    lang: &str,
    known: &mut Known,
    losses: &mut Vec<Loss>,
) -> Vec<Taken> {
    let mut made = Vec::new();
    for raw in &group.questions {
        let mut turning = Turning {
            raw,
            is_german: lang.starts_with("de"),
            known,
            losses,
            made: Vec::new(),
        };
        turning.turn();
        let mut own = turning.made;
        if let Some(first) = own.first() {
            offer(raw, &first.question, known);
            settings(raw, losses);
            let after = after(raw, &group.relevance, known, losses);
            for taken in &mut own {
                taken.after = taken.after.take().or_else(|| after.clone());
            }
        }
        made.extend(own);
    }
    made
}

impl Turning<'_> {
    fn turn(&mut self) {
        let words = |words: &[&str]| {
            words
                .iter()
                .map(|word| (*word).to_owned())
                .collect::<Vec<_>>()
        };
        let de = self.is_german;
        let yes_no = if de { ["Ja", "Nein"] } else { ["Yes", "No"] };
        match self.raw.kind.as_str() {
            "L" | "!" => self.choice(QuestionKind::Single, &self.raw.answers),
            "O" => {
                self.choice(QuestionKind::Single, &self.raw.answers);
                self.comment();
            }
            "M" => self.choice(QuestionKind::Multiple, &self.raw.parts),
            "P" => {
                self.choice(QuestionKind::Multiple, &self.raw.parts);
                self.comment();
            }
            "Y" => self.built_in(QuestionKind::Single, &words(&yes_no)),
            "G" => {
                self.built_in(
                    QuestionKind::Single,
                    &words(if de {
                        &["weiblich", "männlich"]
                    } else {
                        &["female", "male"]
                    }),
                );
                self.lose(What::Gender);
            }
            "5" => self.built_in(QuestionKind::Single, &points(5)),
            "A" => self.built_in(QuestionKind::Scale, &points(5)),
            "B" => self.built_in(QuestionKind::Scale, &points(10)),
            "C" => self.built_in(
                QuestionKind::Scale,
                &words(if de {
                    &["Ja", "Unsicher", "Nein"]
                } else {
                    &["Yes", "Uncertain", "No"]
                }),
            ),
            "E" => self.built_in(
                QuestionKind::Scale,
                &words(if de {
                    &["mehr", "gleich viel", "weniger"]
                } else {
                    &["more", "the same", "less"]
                }),
            ),
            "F" | "H" => self.choice(QuestionKind::Scale, &self.raw.answers),
            "1" => self.two_scales(),
            "N" => self.single_field(QuestionKind::Number),
            "S" => self.single_field(QuestionKind::ShortText),
            "T" | "U" => self.single_field(QuestionKind::LongText),
            "K" => self.fields(QuestionKind::Number),
            "Q" => self.fields(QuestionKind::ShortText),
            "D" => self.single_field(QuestionKind::Date),
            "R" => self.ranking(),
            "X" => self.single_field(QuestionKind::Information),
            "I" => self.lose(What::LanguageQuestion),
            "*" => self.lose(What::Equation),
            "|" => self.lose(What::Upload),
            kind => {
                let name = match kind {
                    ":" => "Matrix mit Zahlen",
                    ";" => "Matrix mit Texten",
                    other => other,
                };
                self.losses
                    .push(Loss::new(&self.raw.code, What::Kind).with(name));
            }
        }
    }

    /// Answers from a list; for a scale the rows are the parts.
    fn choice(&mut self, kind: QuestionKind, answers: &[Part]) {
        let first: Vec<Part> = answers
            .iter()
            .filter(|part| part.scale == 0)
            .cloned()
            .collect();
        let mut options = self.choices(&first);
        let with_other = self.raw.has_other && kind != QuestionKind::Scale;
        if with_other {
            let label = self.raw.settings.get("other_replace_text").cloned();
            let otherwise = if self.is_german {
                "Etwas anderes"
            } else {
                "Something else"
            };
            options.push(Choice {
                code: i32::try_from(options.len()).unwrap_or(i32::MAX) + 1,
                key: "other".into(),
                label: label.unwrap_or_else(|| otherwise.into()),
            });
        }
        let items = if kind == QuestionKind::Scale {
            self.rows()
        } else {
            Vec::new()
        };
        let last = options.last().map(|other| other.code);
        self.add(kind, options, items);
        if with_other && !self.made.is_empty() {
            self.lose(What::Other);
            let text = if self.is_german {
                "Etwas anderes, und zwar:"
            } else {
                "Something else:"
            };
            self.extra(QuestionKind::ShortText, "other", text, last);
        }
    }

    /// Answers that LimeSurvey itself brings.
    fn built_in(&mut self, kind: QuestionKind, labels: &[String]) {
        let parts: Vec<Part> = (1..)
            .zip(labels)
            .map(|(n, label): (i32, _)| Part {
                code: n.to_string(),
                text: label.clone(),
                scale: 0,
            })
            .collect();
        let options = self.choices(&parts);
        let items = if kind == QuestionKind::Scale {
            self.rows()
        } else {
            Vec::new()
        };
        self.add(kind, options, items);
    }

    /// Two scales side by side become two questions.
    fn two_scales(&mut self) {
        for (scale, header) in [(0, "dualscale_headerA"), (1, "dualscale_headerB")] {
            let parts: Vec<Part> = self
                .raw
                .answers
                .iter()
                .filter(|part| part.scale == scale)
                .cloned()
                .collect();
            let (options, items) = (self.choices(&parts), self.rows());
            let before = self.made.len();
            self.add(QuestionKind::Scale, options, items);
            let header = self.raw.settings.get(header).map(|header| plain(header).0);
            if let (Some(header), Some(question)) = (header, self.made.get_mut(before)) {
                question.question.text = format!("{} – {header}", question.question.text);
            }
        }
        if self.made.len() > 1 {
            self.lose(What::Split);
        }
    }

    fn single_field(&mut self, kind: QuestionKind) {
        let question = self.question(kind, Vec::new(), Vec::new());
        self.made.push(Taken::always(question));
        self.whole_numbers(kind);
    }

    fn whole_numbers(&mut self, kind: QuestionKind) {
        let only_whole = self
            .raw
            .settings
            .get("num_value_int_only")
            .is_some_and(|value| value == "1");
        if kind == QuestionKind::Number && !only_whole {
            self.lose(What::Decimals);
        }
    }

    /// Several fields become a question each.
    fn fields(&mut self, kind: QuestionKind) {
        let parts = self.raw.parts.clone();
        if parts.is_empty() {
            return self.lose(What::NoOptions);
        }
        for part in &parts {
            let label = self.cut(&part.text, MAX_LABEL).replace('\n', " ");
            let mut question = self.question(kind, Vec::new(), Vec::new());
            let text = format!("{} {label}", question.text);
            text.trim().clone_into(&mut question.text);
            self.made.push(Taken::always(question));
        }
        if parts.len() > 1 {
            self.lose(What::Split);
        }
        self.whole_numbers(kind);
    }

    /// The field for a comment beside the answers.
    fn comment(&mut self) {
        if !self.made.is_empty() {
            self.lose(What::Comment);
            let text = if self.is_german {
                "Ihre Anmerkung dazu:"
            } else {
                "Your comment on this:"
            };
            self.extra(QuestionKind::LongText, "comment", text, None);
        }
    }

    fn ranking(&mut self) {
        let raw = self.raw;
        let parts = if raw.answers.is_empty() {
            &raw.parts
        } else {
            &raw.answers
        };
        self.choice(QuestionKind::Ranking, parts);
    }
}

fn points(most: u32) -> Vec<String> {
    (1..=most).map(|n| n.to_string()).collect()
}
