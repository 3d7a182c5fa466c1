//! The interface for programs: every answer is as its description says.

use boon::{Compiler, Schemas};
use serde_json::{Value, json};

use super::published;
use crate::support::answer::Answer;
use crate::support::app::TestApp;

fn parsed(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap()
}

/// Holds an answer to the schema that the description names for its address and status.
fn fits(description: &Value, path: &str, answer: &Answer) {
    let status = answer.status.as_u16().to_string();
    let media = answer.header("content-type");
    let place = [
        "paths",
        path,
        "get",
        "responses",
        &status,
        "content",
        media,
        "schema",
    ]
    .map(|part| part.replace('~', "~0").replace('/', "~1"))
    .join("/");
    let schema = description.pointer(&format!("/{place}"));
    assert!(schema.is_some(), "{path} {status} {media} is not described");
    let mut whole = description.clone();
    whole["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    let mut compiler = Compiler::new();
    compiler.enable_format_assertions();
    compiler
        .add_resource("http://here/openapi.json", whole)
        .unwrap();
    let mut schemas = Schemas::new();
    let escaped = place
        .replace('{', "%7B")
        .replace('}', "%7D")
        .replace('+', "%2B");
    let schema = compiler
        .compile(
            &format!("http://here/openapi.json#/{escaped}"),
            &mut schemas,
        )
        .unwrap();
    let value = parsed(answer);
    let fits = schemas.validate(&value, schema);
    assert!(fits.is_ok(), "{path}: {}", fits.unwrap_err());
}

#[actix_web::test]
async fn each_answer_fits_its_description() {
    let app = TestApp::new().await;
    published(&app).await;
    let visitor = app.visitor();
    let description = parsed(visitor.get("/api/v1/openapi.json").await.expect(200));
    assert_eq!(description["openapi"].as_str().unwrap()[..3], *"3.1");
    let paths: Vec<String> = description["paths"]
        .as_object()
        .unwrap()
        .keys()
        .cloned()
        .collect();
    assert_eq!(paths.len(), 5);
    for path in paths {
        for (consultation, survey, number) in [("ziele", "leben", "1"), ("nirgends", "nichts", "9")]
        {
            let url = path
                .replace("{consultation}", consultation)
                .replace("{survey}", survey)
                .replace("{strategy}", "konzept")
                .replace("{number}", number);
            let answer = visitor.get(&url).await;
            let is_there = consultation == "ziele" || path.ends_with("consultations");
            assert_eq!(
                answer.status.as_u16(),
                if is_there { 200 } else { 404 },
                "{url}"
            );
            fits(&description, &path, &answer);
            assert_eq!(answer.header("access-control-allow-origin"), "*", "{url}");
        }
    }
    visitor
        .get("/api")
        .await
        .expect(200)
        .says("/api/v1/consultations")
        .says("OptionAnswer");
}

#[actix_web::test]
async fn before_publication_there_are_no_results() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let description = parsed(&visitor.get("/api/v1/openapi.json").await);
    let path = "/api/v1/consultations/{consultation}";
    let answer = visitor.get("/api/v1/consultations/ziele").await;
    fits(&description, path, &answer);
    assert_eq!(parsed(&answer)["results"], Value::Null);
    let refused = visitor.get("/api/v1/consultations/ziele/results").await;
    assert_eq!(refused.header("content-type"), "application/problem+json");
    assert_eq!(parsed(&refused)["status"], 404);
    let nowhere = visitor.get("/api/v1/nowhere").await;
    assert_eq!(nowhere.status.as_u16(), 404);
    assert_eq!(parsed(&nowhere)["title"], "Not Found");
}

#[actix_web::test]
async fn the_numbers_are_those_of_the_files() {
    let app = TestApp::new().await;
    published(&app).await;
    let visitor = app.visitor();
    let answer = parsed(&visitor.get("/api/v1/consultations/ziele/results").await);
    assert_eq!(answer["people"], 29);
    let mut told = Vec::new();
    for survey in answer["surveys"].as_array().unwrap() {
        for question in survey["questions"].as_array().unwrap() {
            for row in question["rows"].as_array().unwrap() {
                for option in row["options"].as_array().unwrap() {
                    let part = |value: &Value| match value {
                        Value::String(text) => text.clone(),
                        Value::Null => String::new(),
                        other => other.to_string(),
                    };
                    let parts = [
                        &survey["id"],
                        &question["key"],
                        &row["item"],
                        &option["option"],
                        &option["count"],
                        &option["percent"],
                        &row["base"],
                        &row["shown"],
                    ];
                    told.push(parts.map(part));
                }
            }
        }
    }
    let csv = visitor.get("/consultations/ziele/results.csv").await;
    let rows = trialog::base::table::read(&csv.bytes).unwrap();
    let facts = ["questionnaires", "marks", "answered", "texts"];
    let rows = rows
        .iter()
        .skip(1)
        .filter(|row| !facts.contains(&row.cells[7].as_str()));
    let written: Vec<_> = rows
        .map(|row| {
            [0, 2, 6, 7, 8, 9, 10, 11].map(|n: usize| row.cells.get(n).cloned().unwrap_or_default())
        })
        .collect();
    assert_eq!(told, written);
    let hidden = told.iter().filter(|row| row[7] == "hidden");
    assert!(hidden.clone().count() >= 5 && hidden.clone().all(|row| row[4].is_empty()));
}
