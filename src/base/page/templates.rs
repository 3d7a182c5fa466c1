//! The templates, and the functions they may call.

use std::sync::Arc;

use anyhow::{Context as _, anyhow, ensure};
use chrono::NaiveDate;
use fluent_bundle::FluentValue;
use rust_embed::RustEmbed;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::made::{Marks, escaped};
use crate::base::assets::Assets;
use crate::base::locale::{Args, DayStyle, Lang, Texts};
use crate::base::markdown;

#[derive(RustEmbed)]
#[folder = "templates/"]
struct Files;

/// Reads all templates. A broken one, or one that calls what does not exist, stops the start.
///
/// # Errors
/// Names the template, the line and the fault.
pub fn load(callable: &Callable<'_>) -> anyhow::Result<Tera> {
    let mut tera = Tera::new();
    tera.set_escape_fn(|text, page| {
        escaped(text).try_for_each(|part| page.write_all(part.as_bytes()))
    });
    callable.register(&mut tera);
    let mut files = Vec::new();
    for name in Files::iter() {
        // Tera escapes by the ending of the name, so a name without the right one would be a hole.
        ensure!(
            name.ends_with(".html") || name.ends_with(".txt"),
            "template {name} must end in .html, or in .txt for a mail"
        );
        let file = Files::get(&name).ok_or_else(|| anyhow!("template {name} has gone"))?;
        let text = String::from_utf8(file.data.into_owned())
            .with_context(|| format!("template {name} is not UTF-8"))?;
        files.push((name.into_owned(), text));
    }
    tera.add_raw_templates(files)
        .map_err(|error| anyhow!("{error}"))?;
    Ok(tera)
}

/// What the functions of templates draw on.
pub struct Callable<'a> {
    /// All texts.
    pub texts: &'a Arc<Texts>,
    /// Style sheets, fonts, images.
    pub assets: &'a Arc<Assets>,
    /// Where proofs of forms will stand.
    pub marks: &'a Marks,
}

impl Callable<'_> {
    /// `t`, `markdown`, `day`, `number`, `asset`, `form_token`; they take the place of others of these names.
    pub fn register(&self, tera: &mut Tera) {
        let texts = Arc::clone(self.texts);
        tera.register_function("t", move |given: Kwargs, state: &State| {
            text(&texts, &given, state)
        });
        tera.register_function(
            "markdown",
            |given: Kwargs, _: &State| -> TeraResult<Value> {
                // The one place where HTML comes out of a text; what it may hold is decided there.
                Ok(Value::safe_string(&markdown::html(given.must_get("text")?)))
            },
        );
        tera.register_function(
            "day",
            |given: Kwargs, state: &State| -> TeraResult<String> {
                let day: NaiveDate = given
                    .must_get::<&str>("d")?
                    .parse()
                    .map_err(|_| Error::message("day(d=..) takes a day like 2026-07-17"))?;
                let style = given.get::<&str>("style")?.unwrap_or("long");
                let style = DayStyle::of_name(style)
                    .ok_or_else(|| Error::message(format!("day() has no style {style:?}")))?;
                Ok(lang(state)?.day(day, style))
            },
        );
        tera.register_function(
            "number",
            |given: Kwargs, state: &State| -> TeraResult<String> {
                Ok(lang(state)?.number(given.must_get::<f64>("n")?))
            },
        );
        let assets = Arc::clone(self.assets);
        tera.register_function(
            "asset",
            move |given: Kwargs, _: &State| -> TeraResult<String> {
                let path = given.must_get::<&str>("path")?;
                assets
                    .url(path)
                    .ok_or_else(|| Error::message(format!("there is no file static/{path}")))
            },
        );
        let marks = self.marks.clone();
        tera.register_function(
            "form_token",
            move |given: Kwargs, _: &State| -> TeraResult<String> {
                Ok(marks.token(given.must_get::<&str>("path")?))
            },
        );
    }
}

fn lang(state: &State) -> TeraResult<Lang> {
    state
        .get::<String>("lang")?
        .and_then(|code| Lang::of_code(&code))
        .ok_or_else(|| Error::message("no language here: a component must declare @lang"))
}

fn text(texts: &Texts, given: &Kwargs, state: &State) -> TeraResult<String> {
    let key = given.must_get::<&str>("key")?;
    let mut args = Args::new();
    for (name, value) in given.iter() {
        if let Some(name) = name.as_str()
            && name != "key"
        {
            args.set(name.to_owned(), argument(name, value)?);
        }
    }
    let lang = lang(state)?;
    if cfg!(debug_assertions) {
        // While building and testing a missing text is a fault; for people the page still comes.
        return texts
            .find(lang, key, &args)
            .map_err(|missing| Error::message(missing.to_string()));
    }
    Ok(texts.get(lang, key, &args))
}

fn argument(name: &str, value: &Value) -> TeraResult<FluentValue<'static>> {
    if let Some(number) = value.as_number() {
        return Ok(FluentValue::from(number.as_float()));
    }
    match value.as_str() {
        Some(text) => Ok(FluentValue::from(text.to_owned())),
        None => Err(Error::message(format!(
            "t(..): {name} must be a text or a number"
        ))),
    }
}
