//! One question of LimeSurvey while it becomes questions of ours.

use std::collections::BTreeSet;

use super::Taken;
use super::condition::Known;
use super::loss::{Loss, What};
use super::plain::plain;
use super::questions::{Part, Raw};
use super::slug::slug;
use crate::survey::form::NewQuestion;
use crate::survey::model::{Choice, QuestionKind};

/// Longest question or help, in characters.
const MAX_TEXT: usize = 2_000;
/// Longest answer to choose, in characters.
pub(super) const MAX_LABEL: usize = 300;
/// Where a question comes from, while it is turned into ours.
pub(super) struct Turning<'a> {
    /// As LimeSurvey has it.
    pub raw: &'a Raw,
    /// Whether the survey is written in German; then the answers LimeSurvey builds in are German too.
    pub is_german: bool,
    /// What the questions before have taken and offered.
    pub known: &'a mut Known,
    /// What does not come over.
    pub losses: &'a mut Vec<Loss>,
    /// Our questions so far.
    pub made: Vec<Taken>,
}

impl Turning<'_> {
    pub fn lose(&mut self, what: What) {
        self.losses.push(Loss::new(&self.raw.code, what));
    }

    /// A question with the text of the whole.
    pub fn question(
        &mut self,
        kind: QuestionKind,
        options: Vec<Choice>,
        items: Vec<Choice>,
    ) -> NewQuestion {
        let (text, help) = (self.text(&self.raw.text), self.text(&self.raw.help));
        let key = slug(&self.raw.code, "frage", &mut self.known.keys);
        // A question nobody worded would be an empty heading, and not every one has a code.
        let named = [text, self.raw.code.clone(), key.clone()];
        let text = named.into_iter().find(|name| !name.trim().is_empty());
        NewQuestion {
            text: text.unwrap_or_default(),
            key,
            kind,
            goal: None,
            help,
            is_required: self.raw.is_required && self.raw.kind != "X",
            options,
            items,
            condition: None,
        }
    }

    pub fn text(&mut self, html: &str) -> String {
        self.cut(html, MAX_TEXT)
    }

    pub fn cut(&mut self, html: &str, most: usize) -> String {
        let (text, gone) = plain(html);
        Loss::of_text(&self.raw.code, gone, self.losses);
        if text.chars().count() <= most {
            return text;
        }
        self.lose(What::Cut);
        text.chars().take(most - 1).chain(['…']).collect()
    }

    pub fn choices(&mut self, parts: &[Part]) -> Vec<Choice> {
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

    pub fn rows(&mut self) -> Vec<Choice> {
        let rows: Vec<Part> = self
            .raw
            .parts
            .iter()
            .filter(|part| part.scale == 0)
            .cloned()
            .collect();
        self.choices(&rows)
    }

    pub fn add(&mut self, kind: QuestionKind, options: Vec<Choice>, items: Vec<Choice>) {
        let (most_options, most_items) = kind.choices();
        let (n_options, n_items) = (options.len(), items.len());
        if n_options < *most_options.start() || n_items < *most_items.start() {
            self.lose(What::NoOptions);
        } else if n_options > *most_options.end() || n_items > *most_items.end() {
            self.lose(What::TooManyOptions);
        } else {
            let question = self.question(kind, options, items);
            self.made.push(Taken::always(question));
        }
    }

    /// A question beside the one it belongs to, after one of its answers when a code is given; never required.
    pub fn extra(&mut self, kind: QuestionKind, suffix: &str, text: &str, answer: Option<i32>) {
        let code = format!("{}-{suffix}", self.raw.code);
        let question = NewQuestion {
            key: slug(&code, "frage", &mut self.known.keys),
            kind,
            goal: None,
            text: text.to_owned(),
            help: String::new(),
            is_required: false,
            options: Vec::new(),
            items: Vec::new(),
            condition: None,
        };
        let first = self.made.first().map(|taken| taken.question.key.clone());
        let after = first.zip(answer).map(|(key, code)| (key, [code].into()));
        self.made.push(Taken { question, after });
    }
}
