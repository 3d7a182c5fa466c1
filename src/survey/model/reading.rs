//! Surveys and questions in another language: what of them can be translated.

use super::{Question, QuestionKind, Survey};
use crate::translation::{Kind, Parts, Reading, Translatable};

impl Translatable for Survey {
    fn unit(&self) -> (Kind, String) {
        (Kind::Survey, self.id.to_string())
    }

    fn parts(&self) -> Parts {
        Parts::default()
            .with("title", &self.title)
            .with("intro", &self.intro)
    }

    fn read_as(&mut self, parts: Option<&Parts>, reading: Reading) {
        if let Some(parts) = parts {
            parts.get("title").clone_into(&mut self.title);
            parts.get("intro").clone_into(&mut self.intro);
        }
        self.reading = reading;
    }
}

impl Question {
    /// Whether the question is the title of its goal: then the goal's wording is what is translated.
    pub fn is_of_goal(&self) -> bool {
        self.kind == QuestionKind::Goal && self.goal.is_some()
    }
}

impl Translatable for Question {
    fn unit(&self) -> (Kind, String) {
        (Kind::Question, self.id.to_string())
    }

    fn parts(&self) -> Parts {
        let text = if self.is_of_goal() { "" } else { &self.text };
        let mut parts = Parts::default().with("text", text).with("help", &self.help);
        for option in &self.options {
            parts = parts.with(format!("option.{}", option.key), &option.label);
        }
        for item in &self.items {
            parts = parts.with(format!("item.{}", item.key), &item.label);
        }
        parts
    }

    fn read_as(&mut self, parts: Option<&Parts>, reading: Reading) {
        if let Some(parts) = parts {
            if !self.is_of_goal() {
                parts.get("text").clone_into(&mut self.text);
            }
            parts.get("help").clone_into(&mut self.help);
            for option in &mut self.options {
                let name = format!("option.{}", option.key);
                parts.get(&name).clone_into(&mut option.label);
            }
            for item in &mut self.items {
                let name = format!("item.{}", item.key);
                parts.get(&name).clone_into(&mut item.label);
            }
        }
        self.reading = reading;
    }
}
