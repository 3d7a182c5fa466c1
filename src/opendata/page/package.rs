//! A data package (Frictionless Data Package, version 2): the figures as CSV, the questions as CSV, a description that
//! programs read, and scripts for R and SPSS that read the figures with their labels.

use data_encoding::HEXLOWER;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::Asked;
use super::about::about;
use super::codebook::{QUESTION_COLUMNS, questions};
use crate::base::bundle::{Part, bundle};
use crate::base::export::{Separator, csv};
use crate::base::page::Ui;
use crate::opendata::model::script::{Kind, Variable, Words, r, spss};
use crate::opendata::model::table::{Column, Counted, Line, lines};
use crate::survey::Mark;

const PROFILES: &str = "https://datapackage.org/profiles/2.0";
/// The byte order mark at the beginning of a file for office programs; programs for statistics stumble over it.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// All of it in one file.
pub(super) fn of_results(asked: &Asked, ui: &Ui) -> anyhow::Result<Vec<u8>> {
    let stem = asked.stem();
    let lines = lines(&asked.published.snapshot, asked.only.as_deref());
    let header = Column::ALL.map(Column::name);
    let figures = plain(csv(
        Separator::Comma,
        &header,
        lines.iter().map(Line::cells),
    )?);
    let mut listed = questions(asked, ui, false);
    listed.remove(0);
    let names = QUESTION_COLUMNS.map(|(name, _)| name);
    let questions = plain(csv(Separator::Comma, &names, listed)?);
    let tables = [
        (format!("{stem}.csv"), figures),
        (format!("{stem}-questions.csv"), questions),
    ];
    let variables = variables(&lines, ui);
    let words = words(asked, ui);
    let description = serde_json::to_string_pretty(&described(asked, ui, &tables))?;
    let mut parts: Vec<Part> = vec![
        ("README.txt".to_owned(), readme(asked, ui).into_bytes()),
        ("datapackage.json".to_owned(), description.into_bytes()),
    ];
    parts.push((
        format!("{stem}.R"),
        r(&tables[0].0, &words, &variables).into_bytes(),
    ));
    parts.push((
        format!("{stem}.sps"),
        spss(&tables[0].0, &words, &variables).into_bytes(),
    ));
    parts.extend(tables);
    bundle(parts)
}

pub(super) fn plain(file: Vec<u8>) -> Vec<u8> {
    match file.strip_prefix(MARK) {
        Some(rest) => rest.to_vec(),
        None => file,
    }
}

fn words(asked: &Asked, ui: &Ui) -> Words {
    Words {
        about: about(asked, ui)
            .into_iter()
            .map(|(name, text)| format!("{name}: {text}"))
            .collect(),
        how: ui.t("data-script-how"),
    }
}

fn readme(asked: &Asked, ui: &Ui) -> String {
    let mut lines = vec![asked.title(), String::new()];
    lines.extend(words(asked, ui).about);
    lines.extend([String::new(), ui.t("data-package-parts"), String::new()]);
    lines.join("\r\n")
}

/// The columns of the figures, for statistics programs.
fn variables(lines: &[Line], ui: &Ui) -> Vec<Variable> {
    let variable = |column: Column| {
        let longest = lines
            .iter()
            .map(|line| line.cell(column).plain().len())
            .max();
        let mut values: Vec<(String, String)> = column
            .words()
            .into_iter()
            .map(|(word, key)| (word.to_owned(), ui.t(key)))
            .collect();
        if column == Column::Option {
            let facts = Counted::FACTS.map(|(word, key)| (word.to_owned(), ui.t(key)));
            values.extend(facts);
            let marks = Mark::CHART.map(|mark| (mark.as_str().to_owned(), ui.t(mark.label_key())));
            values.extend(marks);
        }
        Variable {
            name: column.name().to_owned(),
            label: ui.t(column.title_key()),
            kind: if column.is_number() {
                Kind::Whole
            } else {
                // An apostrophe may go before a text, see base::export.
                Kind::Text(longest.unwrap_or_default() + 1)
            },
            values,
            is_closed: !column.words().is_empty(),
        }
    };
    Column::ALL.map(variable).into()
}

/// `datapackage.json`.
fn described(asked: &Asked, ui: &Ui, tables: &[Part; 2]) -> Value {
    let (config, published) = (&ui.site().config, &asked.published);
    let open = &config.open_data;
    let url = format!("{}{}", config.base_url(), asked.path());
    let figures: Vec<Value> = Column::ALL.map(|column| figure_field(column, ui)).into();
    let listed: Vec<Value> = QUESTION_COLUMNS
        .map(|(name, key)| json!({ "name": name, "type": "string", "title": ui.t(key) }))
        .into();
    let mut package = json!({
        "$schema": format!("{PROFILES}/datapackage.json"),
        "name": asked.stem(),
        "id": url,
        "title": asked.title(),
        "description": ui.t("data-package-about"),
        "homepage": url,
        "version": published.number.to_string(),
        "created": published.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        "contributors": [{ "title": config.town.name, "roles": ["publisher"] }],
        "resources": [
            resource("results", &ui.t("data-sheet-figures"), &tables[0], &figures),
            resource("questions", &ui.t("data-sheet-questions"), &tables[1], &listed),
        ],
        "snapshot": format!("sha256:{}", published.sha256),
    });
    if !open.publisher_url.is_empty() {
        package["contributors"][0]["path"] = json!(open.publisher_url);
    }
    if !open.contact_email.is_empty() {
        package["contributors"][0]["email"] = json!(open.contact_email);
    }
    if !open.licence.is_empty() {
        let mut licence = json!({ "path": open.licence });
        if !open.licence_name.is_empty() {
            licence["title"] = json!(open.licence_name);
        }
        package["licenses"] = json!([licence]);
    }
    package
}

fn resource(name: &str, title: &str, (path, bytes): &Part, fields: &[Value]) -> Value {
    json!({
        "$schema": format!("{PROFILES}/dataresource.json"),
        "name": name,
        "title": title,
        "type": "table",
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": bytes.len(),
        "hash": format!("sha256:{}", HEXLOWER.encode(&Sha256::digest(bytes))),
        "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "header": true },
        "schema": {
            "$schema": format!("{PROFILES}/tableschema.json"),
            "missingValues": [""],
            "fields": fields,
        },
    })
}

fn figure_field(column: Column, ui: &Ui) -> Value {
    let mut field = json!({
        "name": column.name(),
        "type": if column.is_number() { "integer" } else { "string" },
        "title": ui.t(column.title_key()),
        "description": ui.t(column.about_key()),
    });
    if column.is_number() {
        field["constraints"] = json!({ "minimum": 0 });
    }
    let words = column.words();
    let named = words.iter().filter(|(word, _)| !word.is_empty());
    let categories: Vec<Value> = named
        .map(|(word, key)| json!({ "value": word, "label": ui.t(key) }))
        .collect();
    if !categories.is_empty() {
        field["categories"] = json!(categories);
    }
    field
}
