//! Surveys from LimeSurvey: its structure file (`.lss`) in the old and in the new form, read into the same plans as
//! the consultation file. Nothing is passed over in silence: what Trialog cannot take over is listed with its place.

mod condition;
mod dump;
mod kinds;
mod loss;
mod plain;
mod questions;
mod settings;
mod slug;
#[cfg(test)]
mod tests;
mod turning;

use std::collections::BTreeSet;

pub use loss::{Loss, What};

use super::super::form::{NewCondition, NewQuestion, NewSurvey, RESERVED};
use super::super::model::{MAX_INTRO, MAX_TITLE};
use crate::base::form::tidy;
use condition::Known;
use dump::{Dump, cell};
use plain::plain;
use slug::slug;

/// The largest file that is read, in bytes; a survey of 300 questions in three languages has about 1 MB.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;

/// Why a file is not read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Larger than [`MAX_BYTES`], or with more rows than a survey can have.
    TooLarge,
    /// Not UTF-8.
    NotUtf8,
    /// No XML, or cut off.
    Broken {
        /// The line on which it stops making sense.
        line: usize,
    },
    /// It brings declarations of its own; LimeSurvey writes none.
    Declares,
    /// XML, but no survey of LimeSurvey.
    NoSurvey,
    /// A survey without a question that could be taken over.
    Empty,
}

impl Refusal {
    /// The text key of what to do.
    pub fn reason_key(&self) -> &'static str {
        match self {
            Self::TooLarge => "lss-refused-large",
            Self::NotUtf8 => "lss-refused-letters",
            Self::Broken { .. } => "lss-refused-broken",
            Self::Declares => "lss-refused-declares",
            Self::NoSurvey => "lss-refused-no-survey",
            Self::Empty => "lss-refused-empty",
        }
    }

    /// The line that stands in the text; 0 where none does.
    pub fn line(&self) -> usize {
        match self {
            Self::Broken { line } => *line,
            _ => 0,
        }
    }
}

/// A survey as the file describes it, in words and kinds of ours.
#[derive(Clone, Debug)]
pub struct Lime {
    /// Its title.
    pub title: String,
    /// Its description and welcome, as the introduction.
    pub intro: String,
    /// Its groups in their order.
    pub groups: Vec<Group>,
    /// Everything that is not taken over, in the order of the file.
    pub losses: Vec<Loss>,
}

/// A group of questions.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its title.
    pub title: String,
    /// What stands before its questions.
    pub text: String,
    /// Its questions in their order.
    pub questions: Vec<Taken>,
}

/// A question that comes over.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The question.
    pub question: NewQuestion,
    /// The key of an earlier question and the codes of its answers after which it is asked.
    pub after: Option<(String, BTreeSet<i32>)>,
}

impl Taken {
    fn always(question: NewQuestion) -> Self {
        Self {
            question,
            after: None,
        }
    }
}

impl Lime {
    /// How many questions there are.
    pub fn questions(&self) -> usize {
        self.groups.iter().map(|group| group.questions.len()).sum()
    }
}

/// Reads a structure file.
///
/// # Errors
/// Why nothing of it can be read.
pub fn read(bytes: &[u8]) -> Result<Lime, Refusal> {
    if bytes.len() > MAX_BYTES {
        return Err(Refusal::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::NotUtf8)?;
    let dump = dump::read(text.trim_start_matches('\u{feff}').trim_start())?;
    if dump.kind != "Survey" {
        return Err(Refusal::NoSurvey);
    }
    let mut lime = lime(&dump);
    lime.groups.retain(|group| !group.questions.is_empty());
    if lime.groups.is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(lime)
}

fn lime(dump: &Dump) -> Lime {
    let mut losses = Vec::new();
    let lang = base_language(dump);
    let settings = dump.rows("surveys_languagesettings");
    let own = settings
        .iter()
        .find(|row| cell(row, "surveyls_language") == lang)
        .or(settings.first());
    let text = |name: &str, losses: &mut Vec<Loss>| {
        let (text, gone) = plain(own.map_or("", |row| cell(row, name)));
        Loss::of_text("", gone, losses);
        text
    };
    let title = tidy(&text("surveyls_title", &mut losses).replace('\n', " "));
    let title = if title.is_empty() {
        "LimeSurvey".into()
    } else {
        short(title, MAX_TITLE, &mut losses)
    };
    let intro = [
        text("surveyls_description", &mut losses),
        text("surveyls_welcometext", &mut losses),
    ];
    let intro = intro.into_iter().filter(|part| !part.is_empty());
    let intro = intro.collect::<Vec<_>>().join("\n\n");
    let intro = short(intro, MAX_INTRO, &mut losses);
    whole(dump, &lang, own.is_some_and(has_end), &mut losses);
    let raw = questions::read(dump, &lang);
    let mut known = Known::default();
    let groups = raw.into_iter().map(|group| {
        let (title, _) = plain(&group.title);
        let (text, gone) = plain(&group.text);
        Loss::of_text(&title, gone, &mut losses);
        Group {
            questions: kinds::questions(&group, &lang, &mut known, &mut losses),
            title: short(title.replace('\n', " "), MAX_TITLE, &mut losses),
            text,
        }
    });
    let groups = groups.collect();
    Lime {
        title,
        intro,
        groups,
        losses,
    }
}

/// A text no longer than may be typed here; what is cut is said.
fn short(text: String, most: usize, losses: &mut Vec<Loss>) -> String {
    if text.chars().count() <= most {
        return text;
    }
    losses.push(Loss::new("", What::Cut));
    text.chars().take(most - 1).chain(['…']).collect()
}

fn has_end(row: &dump::Row) -> bool {
    !plain(cell(row, "surveyls_endtext")).0.is_empty()
}

/// What concerns the survey as a whole.
fn whole(dump: &Dump, lang: &str, has_end: bool, losses: &mut Vec<Loss>) {
    for other in languages(dump) {
        if other != lang {
            losses.push(Loss::new("", What::Language).with(other));
        }
    }
    let parts = [
        ("quota", What::Quotas),
        ("assessments", What::Assessments),
        ("defaultvalues", What::Defaults),
    ];
    for (table, what) in parts {
        if dump.has(table) {
            losses.push(Loss::new("", what));
        }
    }
    if has_end {
        losses.push(Loss::new("", What::EndText));
    }
}

/// All languages the file names, each once.
fn languages(dump: &Dump) -> BTreeSet<String> {
    let rows = dump.rows("surveys_languagesettings").iter();
    rows.map(|row| cell(row, "surveyls_language").to_owned())
        .filter(|lang| !lang.is_empty())
        .collect()
}

/// The language in which the survey was written.
fn base_language(dump: &Dump) -> String {
    let named = dump
        .rows("surveys")
        .first()
        .map(|row| cell(row, "language"));
    let first = || languages(dump).into_iter().next();
    named
        .filter(|lang| !lang.is_empty())
        .map(str::to_owned)
        .or_else(first)
        .unwrap_or_else(|| "de".into())
}

/// The surveys to create: all groups as one survey, or one survey for each group; and what is lost by that. `taken` are
/// names that are in use.
pub fn surveys(lime: &Lime, each_group: bool, taken: &[String]) -> (Vec<NewSurvey>, Vec<Loss>) {
    let mut names: BTreeSet<String> = taken.iter().cloned().collect();
    names.extend(RESERVED.map(str::to_owned));
    let mut losses = Vec::new();
    let mut survey = |title: &str, intro: String, questions: Vec<Taken>| NewSurvey {
        slug: slug(title, "umfrage", &mut names),
        field: None,
        is_profile: false,
        title: title.to_owned(),
        intro,
        questions: tied(questions, &mut losses),
    };
    let mut cut = Vec::new();
    let surveys = if each_group {
        let of_group = |(n, group): (usize, &Group)| {
            let before = if n == 0 { lime.intro.as_str() } else { "" };
            let intro = format!("{before}\n\n{}", group.text).trim().to_owned();
            let intro = short(intro, MAX_INTRO, &mut cut);
            let title = if group.title.is_empty() {
                &lime.title
            } else {
                &group.title
            };
            survey(title, intro, group.questions.clone())
        };
        lime.groups.iter().enumerate().map(of_group).collect()
    } else {
        let questions = lime.groups.iter().flat_map(|group| group.questions.clone());
        vec![survey(&lime.title, lime.intro.clone(), questions.collect())]
    };
    losses.append(&mut cut);
    (surveys, losses)
}

/// The questions with their conditions; one on a question of another survey is lost.
fn tied(all: Vec<Taken>, losses: &mut Vec<Loss>) -> Vec<NewQuestion> {
    let mut questions: Vec<NewQuestion> = Vec::new();
    for Taken {
        mut question,
        after,
    } in all
    {
        if let Some((key, codes)) = after {
            let on = questions.iter().position(|earlier| earlier.key == key);
            question.condition = on.map(|on| NewCondition { on, codes });
            if question.condition.is_none() {
                losses.push(Loss::new(&question.key, What::Condition).with(key));
            }
        }
        questions.push(question);
    }
    questions
}
