//! LimeSurvey's kinds of questions in ours: one question of theirs becomes one of ours, several, or none with a reason.

use std::collections::BTreeSet;

use super::condition;
use super::loss::{Loss, What};
use super::plain::plain;
use super::questions::{Part, Raw, RawGroup};
use crate::survey::form::NewQuestion;
use crate::survey::model::{Choice, QuestionKind};

/// Longest question or help, in characters.
const MAX_TEXT: usize = 2_000;
/// Longest answer to choose, in characters.
const MAX_LABEL: usize = 300;
/// Most answers a question can have.
const MAX_OPTIONS: usize = 100;

/// Where a question comes from, while it is turned into ours.
struct Turning<'a> {
    raw: &'a Raw,
    /// Whether the survey is written in German; then the answers LimeSurvey builds in are German too.
    is_german: bool,
    taken: &'a mut BTreeSet<String>,
    losses: &'a mut Vec<Loss>,
    made: Vec<NewQuestion>,
}

/// The questions of a group. `taken` are the keys that are in use.
pub(super) fn questions(
    group: &RawGroup,
    lang: &str,
    taken: &mut BTreeSet<String>,
    losses: &mut Vec<Loss>,
) -> Vec<NewQuestion> {
    let mut made = Vec::new();
    for raw in &group.questions {
        let mut turning = Turning {
            raw,
            is_german: lang.starts_with("de"),
            taken,
            losses,
            made: Vec::new(),
        };
        turning.turn();
        let own = turning.made;
        if !own.is_empty() {
            settings(raw, losses);
            conditions(raw, &group.relevance, losses);
        }
        made.extend(own);
    }
    made
}

/// A name for files and addresses: small letters, digits and hyphens, unlike all that are taken.
pub(super) fn slug(text: &str, otherwise: &str, taken: &mut BTreeSet<String>) -> String {
    let mut name = String::new();
    for letter in text.to_lowercase().chars() {
        match letter {
            'ä' => name.push_str("ae"),
            'ö' => name.push_str("oe"),
            'ü' => name.push_str("ue"),
            'ß' => name.push_str("ss"),
            c if c.is_ascii_alphanumeric() => name.push(c),
            _ if name.ends_with('-') || name.is_empty() => {}
            _ => name.push('-'),
        }
    }
    name.truncate(50);
    let name = name.trim_matches('-');
    let name = if name.is_empty() { otherwise } else { name };
    let numbered = (2..).map(|n| format!("{name}-{n}"));
    let mut free = std::iter::once(name.to_owned()).chain(numbered);
    let found = free.find(|name| !taken.contains(name)).unwrap_or_default();
    taken.insert(found.clone());
    found
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
            "D" => self.later("date"),
            "R" => self.later("ranking"),
            "X" => self.later("information"),
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

    fn lose(&mut self, what: What) {
        self.losses.push(Loss::new(&self.raw.code, what));
    }

    /// A question with the text of the whole.
    fn question(
        &mut self,
        kind: QuestionKind,
        options: Vec<Choice>,
        items: Vec<Choice>,
    ) -> NewQuestion {
        let (text, help) = (self.text(&self.raw.text), self.text(&self.raw.help));
        // A question nobody worded would be an empty heading.
        let text = if text.is_empty() {
            self.raw.code.clone()
        } else {
            text
        };
        NewQuestion {
            key: slug(&self.raw.code, "frage", self.taken),
            kind,
            goal: None,
            text,
            help,
            is_required: self.raw.is_required && self.raw.kind != "X",
            options,
            items,
            condition: None,
        }
    }

    fn text(&mut self, html: &str) -> String {
        self.cut(html, MAX_TEXT)
    }

    fn cut(&mut self, html: &str, most: usize) -> String {
        let (text, gone) = plain(html);
        Loss::of_text(&self.raw.code, &gone, self.losses);
        if text.chars().count() <= most {
            return text;
        }
        self.lose(What::Cut);
        text.chars().take(most - 1).chain(['…']).collect()
    }

    fn choices(&mut self, parts: &[Part]) -> Vec<Choice> {
        let mut taken = BTreeSet::new();
        let mut choices = Vec::new();
        for (code, part) in (1..).zip(parts) {
            let label = self.cut(&part.text, MAX_LABEL).replace('\n', " ");
            let label = if label.is_empty() {
                part.code.clone()
            } else {
                label
            };
            let key = slug(&part.code, "antwort", &mut taken);
            choices.push(Choice { code, key, label });
        }
        choices
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
        self.add(kind, options, items);
        if with_other && !self.made.is_empty() {
            self.lose(What::Other);
            let text = if self.is_german {
                "Etwas anderes, und zwar:"
            } else {
                "Something else:"
            };
            self.extra(QuestionKind::ShortText, "other", text.to_owned());
        }
    }

    fn rows(&mut self) -> Vec<Choice> {
        let rows: Vec<Part> = self
            .raw
            .parts
            .iter()
            .filter(|part| part.scale == 0)
            .cloned()
            .collect();
        self.choices(&rows)
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

    fn add(&mut self, kind: QuestionKind, options: Vec<Choice>, items: Vec<Choice>) {
        let needs_items = kind == QuestionKind::Scale;
        let least = if kind == QuestionKind::Multiple { 1 } else { 2 };
        if options.len() < least || (needs_items && items.is_empty()) {
            self.lose(What::NoOptions);
        } else if options.len() > MAX_OPTIONS || items.len() > MAX_OPTIONS {
            self.lose(What::TooManyOptions);
        } else {
            let question = self.question(kind, options, items);
            self.made.push(question);
        }
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
                question.text = format!("{} – {header}", question.text);
            }
        }
        if self.made.len() > 1 {
            self.lose(What::Split);
        }
    }

    fn single_field(&mut self, kind: QuestionKind) {
        let question = self.question(kind, Vec::new(), Vec::new());
        self.made.push(question);
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
            question.text = format!("{} {label}", question.text).trim().to_owned();
            self.made.push(question);
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
            self.extra(QuestionKind::LongText, "comment", text.to_owned());
        }
    }

    /// A question beside the one it belongs to; never required.
    fn extra(&mut self, kind: QuestionKind, suffix: &str, text: String) {
        let key = slug(&format!("{}-{suffix}", self.raw.code), "frage", self.taken);
        self.made.push(NewQuestion {
            key,
            kind,
            goal: None,
            text,
            help: String::new(),
            is_required: false,
            options: Vec::new(),
            items: Vec::new(),
            condition: None,
        });
    }

    /// A kind that is asked here when this version of Trialog has it.
    fn later(&mut self, name: &str) {
        let Some(kind) = QuestionKind::parse(name) else {
            self.losses
                .push(Loss::new(&self.raw.code, What::Kind).with(name));
            return;
        };
        if name == "ranking" {
            let parts = if self.raw.answers.is_empty() {
                &self.raw.parts
            } else {
                &self.raw.answers
            };
            return self.choice(kind, parts);
        }
        let question = self.question(kind, Vec::new(), Vec::new());
        self.made.push(question);
    }
}

fn points(most: u32) -> Vec<String> {
    (1..=most).map(|n| n.to_string()).collect()
}

/// Settings that change what may be answered.
fn settings(raw: &Raw, losses: &mut Vec<Loss>) {
    let set = |name: &str| raw.settings.get(name).map(String::as_str);
    let checks = [
        "min_answers",
        "max_answers",
        "min_num_value_n",
        "max_num_value_n",
        "min_num_value",
        "max_num_value",
        "maximum_chars",
        "em_validation_q",
        "em_validation_sq",
        "date_min",
        "date_max",
        "exclude_all_others",
        "array_filter",
    ];
    let checks: Vec<&str> = checks
        .into_iter()
        .filter(|name| set(name).is_some())
        .collect();
    if !checks.is_empty() || !raw.pattern.is_empty() {
        losses.push(Loss::new(&raw.code, What::Validation));
    }
    if set("random_order") == Some("1") {
        losses.push(Loss::new(&raw.code, What::Random));
    }
    if set("hidden") == Some("1") {
        losses.push(Loss::new(&raw.code, What::Hidden));
    }
}

fn conditions(raw: &Raw, of_group: &str, losses: &mut Vec<Loss>) {
    for relevance in [raw.relevance.as_str(), of_group] {
        if !matches!(relevance, "" | "1") {
            let _ = condition::read(relevance);
            losses.push(Loss::new(&raw.code, What::Condition).with(relevance));
        }
    }
}
