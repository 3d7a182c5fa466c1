//! The documentation of the interface for people: read out of its description, so that the two never differ.

use actix_web::HttpResponse;
use serde_json::Value;

use super::api::described;
use crate::base::error::AppResult;
use crate::base::page::Ui;
use crate::opendata::view::{ApiField, ApiPage, ApiPath, ApiSchema};

/// `GET /api` — what programs may ask, and what they are answered.
pub async fn show(ui: Ui) -> AppResult<HttpResponse> {
    let description = serde_json::to_value(described(&ui)).map_err(anyhow::Error::from)?;
    let paths = children(&description["paths"]).map(|(path, acts)| {
        let asked = &acts["get"];
        let parameters = asked["parameters"].as_array().into_iter().flatten();
        ApiPath {
            path: path.clone(),
            about: text(&asked["summary"]),
            parameters: parameters
                .map(|one| ApiField {
                    name: text(&one["name"]),
                    kind: kind(&one["schema"]),
                    about: text(&one["description"]),
                })
                .collect(),
            answer: kind(&asked["responses"]["200"]["content"]["application/json"]["schema"]),
        }
    });
    let schemas = children(&description["components"]["schemas"]).map(|(name, schema)| {
        let fields = children(&schema["properties"]).map(|(name, field)| ApiField {
            name: name.clone(),
            kind: kind(field),
            about: about(field),
        });
        ApiSchema {
            name: name.clone(),
            about: text(&schema["description"]),
            fields: fields.collect(),
        }
    });
    ui.ok(&ApiPage {
        base_url: ui.site().config.base_url(),
        paths: paths.collect(),
        schemas: schemas.collect(),
    })
}

/// Words of the description, without the marks around code.
fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().replace('`', "")
}

/// What a field means; where it may be null, the words stand one step below.
fn about(field: &Value) -> String {
    let below = field["oneOf"].as_array().into_iter().flatten();
    let all = std::iter::once(field).chain(below);
    let mut told = all.map(|one| text(&one["description"]));
    told.find(|words| !words.is_empty()).unwrap_or_default()
}

fn children(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// What stands in a field, in a word: the name of a schema, or a type.
fn kind(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str() {
        return name.rsplit('/').next().unwrap_or_default().to_owned();
    }
    let one_of = schema["oneOf"].as_array().or(schema["anyOf"].as_array());
    if let Some(all) = one_of {
        let kinds: Vec<String> = all.iter().map(kind).collect();
        return kinds.join(" | ");
    }
    match &schema["type"] {
        Value::String(name) if name == "array" => format!("{}[]", kind(&schema["items"])),
        Value::String(name) => match schema["format"].as_str() {
            Some(format @ ("date" | "date-time")) => format.to_owned(),
            _ => name.clone(),
        },
        Value::Array(names) => {
            let format = schema["format"]
                .as_str()
                .filter(|format| format.starts_with("date"));
            let names = names.iter().filter_map(Value::as_str);
            let kinds = names.map(|name| match format {
                Some(format) if name == "string" => format,
                _ => name,
            });
            kinds.collect::<Vec<_>>().join(" | ")
        }
        _ => String::new(),
    }
}
