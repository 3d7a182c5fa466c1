//! The questions of the file with their texts, from either dialect: texts beside the question in one row a language
//! (before LimeSurvey 4), or in tables of their own (`…_l10ns`, since LimeSurvey 4).

use std::collections::HashMap;

use super::dump::{Dump, Row, cell};

/// A group with its questions.
#[derive(Debug)]
pub(super) struct RawGroup {
    /// HTML.
    pub title: String,
    /// HTML.
    pub text: String,
    /// A condition for all of it, as LimeSurvey writes it.
    pub relevance: String,
    /// In their order.
    pub questions: Vec<Raw>,
}

/// A question as LimeSurvey has it.
#[derive(Debug, Default)]
pub(super) struct Raw {
    /// Its code.
    pub code: String,
    /// One letter.
    pub kind: String,
    /// HTML.
    pub text: String,
    /// HTML.
    pub help: String,
    /// Whether there is an answer "Other".
    pub has_other: bool,
    /// Whether it must be answered.
    pub is_required: bool,
    /// A condition, as LimeSurvey writes it; empty when it is always asked.
    pub relevance: String,
    /// A pattern for what is typed.
    pub pattern: String,
    /// Rows, boxes or fields, by scale.
    pub parts: Vec<Part>,
    /// Answers to choose from, by scale.
    pub answers: Vec<Part>,
    /// Its settings.
    pub settings: HashMap<String, String>,
}

/// A subquestion or an answer.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Its code.
    pub code: String,
    /// HTML.
    pub text: String,
    /// 0, or 1 for the second scale.
    pub scale: i32,
}

/// Texts by whose they are.
type Texts<'a> = HashMap<&'a str, &'a Row>;

/// All groups with their questions, in order.
pub(super) fn read(dump: &Dump, lang: &str) -> Vec<RawGroup> {
    let group_texts = texts(dump, "group_l10ns", "gid", lang);
    let question_texts = texts(dump, "question_l10ns", "qid", lang);
    let parts = parts(dump, &question_texts, lang);
    let answers = answers(dump, lang);
    let settings = settings(dump, lang);
    let conditions = conditions(dump);
    let mut questions: HashMap<String, Vec<(i64, Raw)>> = HashMap::new();
    for row in of_language(dump.rows("questions"), lang) {
        if !matches!(cell(row, "parent_qid"), "" | "0") {
            continue;
        }
        let id = cell(row, "qid");
        let texts = question_texts.get(id).copied().unwrap_or(row);
        let relevance = match cell(row, "relevance").trim() {
            "" | "1" => conditions.get(id).cloned().unwrap_or_default(),
            relevance => relevance.to_owned(),
        };
        let raw = Raw {
            code: cell(row, "title").to_owned(),
            kind: cell(row, "type").to_owned(),
            text: cell(texts, "question").to_owned(),
            help: cell(texts, "help").to_owned(),
            has_other: cell(row, "other") == "Y",
            is_required: cell(row, "mandatory") == "Y",
            relevance,
            pattern: cell(row, "preg").to_owned(),
            parts: parts.get(id).cloned().unwrap_or_default(),
            answers: answers.get(id).cloned().unwrap_or_default(),
            settings: settings.get(id).cloned().unwrap_or_default(),
        };
        let group = questions.entry(cell(row, "gid").to_owned()).or_default();
        group.push((number(row, "question_order"), raw));
    }
    let mut groups: Vec<(i64, RawGroup)> = Vec::new();
    for row in of_language(dump.rows("groups"), lang) {
        let id = cell(row, "gid");
        let texts = group_texts.get(id).copied().unwrap_or(row);
        let mut own = questions.remove(id).unwrap_or_default();
        own.sort_by_key(|(order, _)| *order);
        let group = RawGroup {
            title: cell(texts, "group_name").to_owned(),
            text: cell(texts, "description").to_owned(),
            relevance: cell(row, "grelevance").trim().to_owned(),
            questions: own.into_iter().map(|(_, raw)| raw).collect(),
        };
        groups.push((number(row, "group_order"), group));
    }
    groups.sort_by_key(|(order, _)| *order);
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The rows of one language; rows without a language belong to all.
fn of_language<'a>(rows: &'a [Row], lang: &'a str) -> impl Iterator<Item = &'a Row> {
    let is_own =
        move |row: &&Row| matches!(cell(row, "language"), "") || cell(row, "language") == lang;
    rows.iter().filter(is_own)
}

fn texts<'a>(dump: &'a Dump, table: &str, key: &str, lang: &'a str) -> Texts<'a> {
    let rows = of_language(dump.rows(table), lang);
    rows.map(|row| (cell(row, key), row)).collect()
}

fn number(row: &Row, name: &str) -> i64 {
    cell(row, name).trim().parse().unwrap_or_default()
}

fn parts(dump: &Dump, texts: &Texts, lang: &str) -> HashMap<String, Vec<Part>> {
    let below = dump
        .rows("questions")
        .iter()
        .filter(|row| !matches!(cell(row, "parent_qid"), "" | "0"));
    let rows = dump.rows("subquestions").iter().chain(below);
    let rows =
        rows.filter(|row| matches!(cell(row, "language"), "") || cell(row, "language") == lang);
    let found = rows.map(|row| {
        let text = texts.get(cell(row, "qid")).copied().unwrap_or(row);
        let part = Part {
            code: cell(row, "title").to_owned(),
            text: cell(text, "question").to_owned(),
            scale: scale(row),
        };
        (
            cell(row, "parent_qid").to_owned(),
            number(row, "question_order"),
            part,
        )
    });
    grouped(found)
}

fn answers(dump: &Dump, lang: &str) -> HashMap<String, Vec<Part>> {
    let texts = texts(dump, "answer_l10ns", "aid", lang);
    let found = of_language(dump.rows("answers"), lang).map(|row| {
        let text = texts.get(cell(row, "aid")).copied().unwrap_or(row);
        let part = Part {
            code: cell(row, "code").to_owned(),
            text: cell(text, "answer").to_owned(),
            scale: scale(row),
        };
        (cell(row, "qid").to_owned(), number(row, "sortorder"), part)
    });
    grouped(found)
}

fn scale(row: &Row) -> i32 {
    cell(row, "scale_id").trim().parse().unwrap_or_default()
}

fn grouped(found: impl Iterator<Item = (String, i64, Part)>) -> HashMap<String, Vec<Part>> {
    let mut by_question: HashMap<String, Vec<(i64, Part)>> = HashMap::new();
    for (question, order, part) in found {
        by_question.entry(question).or_default().push((order, part));
    }
    let sorted = by_question.into_iter().map(|(question, mut parts)| {
        parts.sort_by_key(|(order, part)| (part.scale, *order));
        (question, parts.into_iter().map(|(_, part)| part).collect())
    });
    sorted.collect()
}

fn settings(dump: &Dump, lang: &str) -> HashMap<String, HashMap<String, String>> {
    let mut found: HashMap<String, HashMap<String, String>> = HashMap::new();
    for row in of_language(dump.rows("question_attributes"), lang) {
        let value = cell(row, "value").trim();
        if !value.is_empty() {
            let own = found.entry(cell(row, "qid").to_owned()).or_default();
            own.insert(cell(row, "attribute").to_owned(), value.to_owned());
        }
    }
    found
}

/// Conditions of the table that very old files have, written as newer ones write them.
fn conditions(dump: &Dump) -> HashMap<String, String> {
    let codes: HashMap<&str, &str> = dump
        .rows("questions")
        .iter()
        .map(|row| (cell(row, "qid"), cell(row, "title")))
        .collect();
    let mut found: HashMap<String, Vec<String>> = HashMap::new();
    for row in dump.rows("conditions") {
        let id = cell(row, "cqid");
        let code = codes.get(id).copied().unwrap_or("?");
        // The field of a box ends with the box's own code: `+1X2X34SQ001` is the box SQ001 of question 34.
        let field = cell(row, "cfieldname").rsplit_once(&format!("X{id}"));
        let part = field.map_or("", |(_, part)| part);
        let part = if part.is_empty() {
            String::new()
        } else {
            format!("_{part}")
        };
        let term = format!(
            "{code}{part}.NAOK {} \"{}\"",
            cell(row, "method").trim(),
            cell(row, "value")
        );
        found
            .entry(cell(row, "qid").to_owned())
            .or_default()
            .push(term);
    }
    let joined = found.into_iter();
    joined.map(|(id, terms)| (id, terms.join(" or "))).collect()
}
