//! The templates, and the functions they may call.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use anyhow::{anyhow, ensure};
use chrono::NaiveDate;
use fluent_bundle::FluentValue;
use rust_embed::RustEmbed;
use tera::{Context, Error, Kwargs, State, Tera, TeraResult, Value};

use super::made::{Marks, escaped};
use crate::base::assets::Assets;
use crate::base::locale::{Args, DayStyle, Lang, Texts};
use crate::base::markdown;

#[derive(RustEmbed)]
#[folder = "templates/"]
struct Files;

/// The templates, each read when a page first asks for it: all of them together are 20 MB, and nobody opens every page.
pub struct Templates {
    /// In which file each component stands.
    components: HashMap<String, String>,
    read: RwLock<Read>,
}

#[derive(Clone)]
struct Read {
    tera: Tera,
    files: HashSet<String>,
}

impl Templates {
    /// Looks where the components stand; reads no template yet.
    ///
    /// # Errors
    /// Names a file that is no template.
    pub fn load(callable: &Callable<'_>) -> anyhow::Result<Self> {
        let mut tera = Tera::new();
        tera.set_escape_fn(|text, page| {
            escaped(text).try_for_each(|part| page.write_all(part.as_bytes()))
        });
        callable.register(&mut tera);
        let mut components = HashMap::new();
        for file in Files::iter() {
            // Tera escapes by the ending of the name, so a name without the right one would be a hole.
            ensure!(
                file.ends_with(".html") || file.ends_with(".txt"),
                "template {file} must end in .html, or in .txt for a mail"
            );
            for component in after(&source(&file)?, "component ") {
                components.insert(component, file.to_string());
            }
        }
        let files = HashSet::new();
        let read = RwLock::new(Read { tera, files });
        Ok(Self { components, read })
    }

    /// The same templates with other functions, as far as they are read.
    #[doc(hidden)]
    #[must_use]
    pub fn beside(&self, callable: &Callable<'_>) -> Self {
        let mut read = self.reading().clone();
        callable.register(&mut read.tera);
        Self {
            components: self.components.clone(),
            read: RwLock::new(read),
        }
    }

    /// Reads all that have not been read.
    ///
    /// # Errors
    /// Names the template, the line and the fault.
    pub fn read_all(&self) -> anyhow::Result<()> {
        self.add(Files::iter().map(Cow::into_owned).collect())
    }

    /// The page that a template makes of the data.
    ///
    /// # Errors
    /// When there is no such template, or it asks for what is not in the data.
    pub fn render(&self, name: &str, data: &Context) -> anyhow::Result<String> {
        if !self.reading().files.contains(name) {
            self.add(self.needed(name)?)?;
        }
        let made = self.reading().tera.render(name, data);
        made.map_err(|error| anyhow!("{error}"))
    }

    /// A template and all that it is made with.
    fn needed(&self, name: &str) -> anyhow::Result<Vec<String>> {
        let mut needed = vec![name.to_owned()];
        let mut looked_at = 0;
        while let Some(file) = needed.get(looked_at) {
            let text = source(file)?;
            let used = after(&text, "<").filter_map(|name| self.components.get(&name).cloned());
            for file in used.chain(after(&text, "extends \"")) {
                if !needed.contains(&file) {
                    needed.push(file);
                }
            }
            looked_at += 1;
        }
        Ok(needed)
    }

    fn add(&self, files: Vec<String>) -> anyhow::Result<()> {
        let mut read = self.read.write().unwrap_or_else(PoisonError::into_inner);
        let mut new = Vec::new();
        for file in files {
            if !read.files.contains(&file) {
                new.push((file.clone(), source(&file)?.into_owned()));
            }
        }
        let names: Vec<String> = new.iter().map(|(name, _)| name.clone()).collect();
        if let Err(error) = read.tera.add_raw_templates(new) {
            return Err(anyhow!("{error}"));
        }
        read.files.extend(names);
        Ok(())
    }

    fn reading(&self) -> RwLockReadGuard<'_, Read> {
        self.read.read().unwrap_or_else(PoisonError::into_inner)
    }
}

fn source(name: &str) -> anyhow::Result<Cow<'static, str>> {
    let file = Files::get(name).ok_or_else(|| anyhow!("there is no template {name}"))?;
    Ok(match file.data {
        Cow::Borrowed(bytes) => Cow::Borrowed(str::from_utf8(bytes)?),
        Cow::Owned(bytes) => Cow::Owned(String::from_utf8(bytes)?),
    })
}

/// The names that follow a mark: of components (`ui.button`) and of files (`layout.html`).
fn after<'a>(text: &'a str, mark: &'a str) -> impl Iterator<Item = String> + 'a {
    let name = |rest: &str| {
        let sign = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '/');
        let end = rest.find(|c| !sign(c)).unwrap_or(rest.len());
        rest[..end].to_owned()
    };
    text.split(mark).skip(1).map(name)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::config::Config;
    use crate::base::page::Marks;

    fn with_all(check: impl Fn(&dyn Fn() -> Templates)) {
        let texts = Arc::new(Texts::load().unwrap());
        let assets = Arc::new(Assets::load(&Config::for_tests()).unwrap());
        let marks = Marks::default();
        let callable = Callable {
            texts: &texts,
            assets: &assets,
            marks: &marks,
        };
        check(&|| Templates::load(&callable).unwrap());
    }

    #[test]
    fn each_template_is_read_with_all_that_it_needs() {
        with_all(|fresh| {
            for name in Files::iter() {
                let alone = fresh();
                alone.add(alone.needed(&name).unwrap()).unwrap();
                assert!(alone.reading().files.len() < 40, "{name} brings too many");
            }
        });
    }

    #[test]
    fn one_after_the_other_they_are_all() {
        with_all(|fresh| {
            let templates = fresh();
            for name in Files::iter().step_by(7) {
                templates.add(templates.needed(&name).unwrap()).unwrap();
            }
            templates.read_all().unwrap();
            assert_eq!(templates.reading().files.len(), Files::iter().count());
        });
    }
}
