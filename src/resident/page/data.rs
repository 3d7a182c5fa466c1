//! Everything under a receipt code, or under all codes of an account, to take away (Art. 15 and 20 GDPR): for programs as
//! JSON, for people as text.

use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use serde_json::{Value, json};

use super::code::Given;
use super::gate::Current;
use crate::account::May;
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::locale::{Args, DayStyle};
use crate::base::page::Ui;
use crate::notice::model::Subscription;
use crate::notice::store::reader;
use crate::resident::KeepAccount;
use crate::resident::model::{KeptCode, OwnAccount};
use crate::resident::store::codes;
use crate::statement::model::{Content, Statement, Version};
use crate::survey::page::Visit;
use crate::survey::page::data::{Kept, file, kept, written};
use crate::translation::Reader;

const JSON: &str = "application/json; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// Everything under one code.
struct Whole {
    answers: Kept,
    given: Given,
}

impl Whole {
    async fn of(visit: &Visit, db: &Db, ui: &Ui) -> AppResult<Self> {
        Ok(Self {
            answers: kept(visit, db, ui).await?,
            given: Given::of(visit, db).await?,
        })
    }

    fn json(&self) -> AppResult<Value> {
        let mut whole = serde_json::to_value(&self.answers).map_err(anyhow::Error::from)?;
        if let Value::Object(fields) = &mut whole {
            fields.insert("comments".into(), comments(&self.given));
            fields.insert("agreed".into(), agreed(&self.given));
            fields.insert("statement".into(), statement(&self.given));
        }
        Ok(whole)
    }

    fn text(&self, ui: &Ui) -> String {
        let mut blocks = vec![written(&self.answers, ui)];
        if !self.given.comments.is_empty() {
            blocks.push(format!("== {} ==", ui.t("comments-title")));
            let comments = self.given.comments.iter();
            blocks.extend(comments.map(|one| format!("{}\n{}", one.wording, one.text)));
        }
        if !self.given.agreed.is_empty() {
            blocks.push(format!("== {} ==", ui.t("comments-own-agreed")));
            let agreed = self.given.agreed.iter();
            blocks.extend(agreed.map(|one| format!("{}\n{}", one.wording, one.text)));
        }
        if let Some(one) = &self.given.statement {
            blocks.push(format!("== {} ==", ui.t("statement-title")));
            blocks.push(in_words(one, &self.given.contents));
        }
        blocks.join("\n\n")
    }
}

fn as_json(ui: &Ui, value: &Value) -> AppResult<HttpResponse> {
    let body = serde_json::to_string_pretty(value).map_err(anyhow::Error::from)?;
    Ok(file(JSON, "json", ui, body))
}

fn as_text(ui: &Ui, body: &str) -> HttpResponse {
    file(TEXT, "txt", ui, body.replace('\n', "\r\n"))
}

/// `GET /p/{code}/data.json` — for programs.
pub async fn json(visit: Visit, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    as_json(&ui, &Whole::of(&visit, &db, &ui).await?.json()?)
}

/// `GET /p/{code}/data.txt` — for people.
pub async fn text(visit: Visit, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    Ok(as_text(&ui, &Whole::of(&visit, &db, &ui).await?.text(&ui)))
}

/// Everything in an account.
struct Everything {
    account: OwnAccount,
    /// Which mails it gets, with the names of consultations in addresses.
    mails: Vec<(Subscription, String, String)>,
    codes: Vec<(KeptCode, Option<Whole>)>,
}

impl Everything {
    async fn of(may: &May<KeepAccount>, req: &HttpRequest, db: &Db, ui: &Ui) -> AppResult<Self> {
        let account = Current::of(req)?.account;
        let reader = Reader::extract(req).await?;
        let (own, now) = (account.clone(), may.at());
        let secrets = ui.site().secrets.clone();
        let (mails, kept) = may
            .read(move |conn| {
                let all = crate::consultation::list_all(conn)?;
                let mails = reader::all_of(conn, &own.hash, now)?.into_iter();
                let mails = mails.filter_map(|one| {
                    let on = all.iter().find(|on| on.id == one.consultation)?;
                    Some((one, on.slug.clone(), on.title.clone()))
                });
                let mails = mails.collect::<Vec<_>>();
                Ok((mails, codes::all_of(conn, &own.id, &secrets)?))
            })
            .await?;
        let mut codes = Vec::new();
        // A file is asked for seldom, and each code opens as much as a page of its own.
        for one in kept {
            let Some(code) = one.code.clone() else {
                codes.push((one, None));
                continue;
            };
            let (reader, site, state) = (reader.clone(), ui.shared(), db.public_state());
            let visit = may
                .read(move |conn| Visit::open(conn, code, &reader, (&site, state), now))
                .await;
            let whole = match visit {
                Ok(visit) => Some(Whole::of(&visit, db, ui).await?),
                Err(AppError::NotFound) => None,
                Err(why) => return Err(why),
            };
            codes.push((one, whole));
        }
        Ok(Self {
            account,
            mails,
            codes,
        })
    }

    fn json(&self) -> AppResult<Value> {
        let mails = self.mails.iter().map(|(one, slug, _)| {
            json!({
                "consultation": slug,
                "language": one.lang.code(),
                "pace": one.pace.as_str(),
                "confirmed_at": one.confirmed_at,
            })
        });
        let mut contributions = Vec::new();
        for (kept, whole) in &self.codes {
            contributions.push(json!({
                "code": kept.code.as_ref().map(crate::participation::Code::as_str),
                "kept_on": kept.kept_on,
                "given": whole.as_ref().map(Whole::json).transpose()?,
            }));
        }
        Ok(json!({
            "account": {
                "address": self.account.address,
                "language": self.account.lang.code(),
                "made_on": self.account.made_on,
                "seen_on": self.account.seen_on,
            },
            "mails": mails.collect::<Vec<_>>(),
            "contributions": contributions,
        }))
    }

    fn text(&self, ui: &Ui) -> String {
        let account = &self.account;
        let day = |day| ui.lang().day(day, DayStyle::Long);
        let mut args = Args::new();
        args.set("address", account.address.clone());
        args.set("language", account.lang.own_name());
        args.set("made", day(account.made_on));
        args.set("seen", day(account.seen_on));
        let head = [
            "resident-data-address",
            "resident-data-language",
            "resident-data-made",
            "resident-data-seen",
        ];
        let mut blocks = vec![head.map(|key| ui.text(key, &args)).join("\n")];
        if !self.mails.is_empty() {
            blocks.push(format!("== {} ==", ui.t("my-notices")));
            let titles = self.mails.iter().map(|(_, _, title)| title.clone());
            blocks.push(titles.collect::<Vec<_>>().join("\n"));
        }
        for (kept, whole) in &self.codes {
            let code = kept.code.as_ref().map(crate::participation::Code::grouped);
            let mut args = Args::new();
            args.set("code", code.unwrap_or_default());
            blocks.push(format!(
                "==== {} ====",
                ui.text("resident-data-code", &args)
            ));
            blocks.push(match whole {
                Some(whole) => whole.text(ui),
                None => ui.t("my-lost-one"),
            });
        }
        blocks.join("\n\n")
    }
}

/// `GET /my/data.json` — the whole account with everything under its codes, for programs.
pub async fn all_json(
    may: May<KeepAccount>,
    req: HttpRequest,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    as_json(&ui, &Everything::of(&may, &req, &db, &ui).await?.json()?)
}

/// `GET /my/data.txt` — the same for people.
pub async fn all_text(
    may: May<KeepAccount>,
    req: HttpRequest,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    Ok(as_text(
        &ui,
        &Everything::of(&may, &req, &db, &ui).await?.text(&ui),
    ))
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

fn agreed(given: &Given) -> Value {
    let all = given.agreed.iter();
    all.map(|one| json!({ "on": one.key, "wording": one.wording, "text": one.text }))
        .collect()
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
