//! Everything under a receipt code, to take away (Art. 15 and 20 GDPR): for programs as JSON, for people as text.

use actix_web::HttpResponse;
use actix_web::web::Data;
use serde_json::{Value, json};

use super::Given;
use crate::base::db::Db;
use crate::base::error::AppResult;
use crate::base::page::Ui;
use crate::statement::model::{Content, Statement, Version};
use crate::survey::page::Visit;
use crate::survey::page::data::{file, kept, written};

/// `GET /p/{code}/data.json` — for programs.
pub async fn json(visit: Visit, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let answers = kept(&visit, &db, &ui).await?;
    let given = Given::of(&visit, &db).await?;
    let mut whole = serde_json::to_value(&answers).map_err(anyhow::Error::from)?;
    if let Value::Object(fields) = &mut whole {
        fields.insert("comments".into(), comments(&given));
        fields.insert("statement".into(), statement(&given));
    }
    let body = serde_json::to_string_pretty(&whole).map_err(anyhow::Error::from)?;
    Ok(file("application/json; charset=utf-8", "json", &ui, body))
}

fn comments(given: &Given) -> Value {
    let all = given.comments.iter().map(|one| {
        json!({
            "on": one.key,
            "wording": one.wording,
            "text": one.text,
            "name": one.name,
            "day": one.on,
            "state": one.state,
            "redacted": one.redacted,
            "supports": one.supports,
            "answer": one.answer.as_ref().map(|answer| &answer.text),
        })
    });
    all.collect()
}

fn statement(given: &Given) -> Value {
    let Some(one) = &given.statement else {
        return Value::Null;
    };
    let versions = one.versions.iter().zip(&given.contents);
    let versions: Vec<_> = versions
        .map(|(version, content)| of_version(version, content))
        .collect();
    json!({ "number": one.number, "channel": one.channel.as_str(), "versions": versions })
}

fn of_version(version: &Version, content: &Content) -> Value {
    let parts = content
        .parts
        .iter()
        .map(|part| json!({ "on": part.key, "text": part.text }));
    let people = content.submitters.iter().map(|one| {
        json!({
            "name": one.name,
            "behalf": one.behalf,
            "email": one.email,
            "postal_address": one.postal_address,
        })
    });
    let files = content.files.iter().map(|file| {
        json!({ "name": file.name, "media": file.media.mime(), "bytes": file.bytes, "sha256": file.digest.as_str() })
    });
    json!({
        "version": version.n,
        "state": version.state.as_str(),
        "nil_return": version.is_nil,
        "may_publish": version.may_publish,
        "names_nobody": version.names_nobody,
        "handed_in_at": version.handed_in.as_ref().map(|it| it.at),
        "withdrawn_at": version.withdrawn_at,
        "parts": parts.collect::<Vec<_>>(),
        "submitters": people.collect::<Vec<_>>(),
        "files": files.collect::<Vec<_>>(),
    })
}

/// `GET /p/{code}/data.txt` — for people.
pub async fn text(visit: Visit, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let answers = kept(&visit, &db, &ui).await?;
    let given = Given::of(&visit, &db).await?;
    let mut blocks = vec![written(&answers, &ui)];
    if !given.comments.is_empty() {
        blocks.push(format!("== {} ==", ui.t("comments-title")));
        let comments = given.comments.iter();
        blocks.extend(comments.map(|one| format!("{}\n{}", one.wording, one.text)));
    }
    if let Some(one) = &given.statement {
        blocks.push(format!("== {} ==", ui.t("statement-title")));
        blocks.push(in_words(one, &given.contents));
    }
    let body = blocks.join("\n\n");
    Ok(file(
        "text/plain; charset=utf-8",
        "txt",
        &ui,
        body.replace('\n', "\r\n"),
    ))
}

/// The newest version of a statement, as it was written.
fn in_words(one: &Statement, contents: &[Content]) -> String {
    let newest = one.versions.iter().zip(contents).next_back();
    let texts = newest.iter().flat_map(|(_, content)| &content.parts);
    let texts: Vec<_> = texts
        .map(|part| match &part.key {
            Some(key) => format!("{key}:\n{}", part.text),
            None => part.text.clone(),
        })
        .collect();
    texts.join("\n\n") + "\n"
}
