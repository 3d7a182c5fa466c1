//! All texts of the portal, from `config/locales/<language>/*.ftl`.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::fmt;

use anyhow::{Context, anyhow};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

use super::Lang;

/// Named values that stand in a text.
pub type Args<'a> = FluentArgs<'a>;

#[derive(RustEmbed)]
#[folder = "config/locales/"]
struct Files;

/// All texts in all languages. Made once, at the start.
pub struct Texts {
    de: OfLanguage,
    en: OfLanguage,
}

/// The texts of one language. Four in five are one line without a value in it: those stay where they are built into the program, and need no
/// tree of Fluent's, which takes ten times their length.
struct OfLanguage {
    plain: HashMap<Line, Line>,
    rich: Bundle,
}

type Bundle = FluentBundle<FluentResource>;

/// A part of a file that is built into the program (or was read from the disk, while somebody builds it).
type Line = Cow<'static, str>;

/// A text that does not exist, or to which a value is missing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{lang}: text {key:?}: {reason}")]
pub struct MissingText {
    /// In which language.
    pub lang: Lang,
    /// Which text.
    pub key: String,
    /// What is missing.
    pub reason: String,
}

impl Texts {
    /// Reads the texts built into the program.
    ///
    /// # Errors
    /// When a file is not valid Fluent, or a key stands in two places.
    pub fn load() -> anyhow::Result<Self> {
        Ok(Self {
            de: OfLanguage::read(Lang::De, files(Lang::De)?)?,
            en: OfLanguage::read(Lang::En, files(Lang::En)?)?,
        })
    }

    /// Texts given by hand, for tests of what uses them.
    ///
    /// # Errors
    /// As [`Texts::load`].
    #[doc(hidden)]
    pub fn of(de: &str, en: &str) -> anyhow::Result<Self> {
        let one = |text: &str| vec![("given".to_owned(), Line::from(text.to_owned()))];
        Ok(Self {
            de: OfLanguage::read(Lang::De, one(de))?,
            en: OfLanguage::read(Lang::En, one(en))?,
        })
    }

    /// The text of a key. Where one is missing the page still comes: with the German text, or else the key itself;
    /// the log says so.
    pub fn get(&self, lang: Lang, key: &str, args: &Args<'_>) -> String {
        self.find(lang, key, args).unwrap_or_else(|missing| {
            tracing::error!(%missing, "a text is missing");
            self.find(Lang::De, key, args)
                .unwrap_or_else(|_| key.to_owned())
        })
    }

    /// The text of a key.
    ///
    /// # Errors
    /// When there is no such text or a value in it was not given.
    pub fn find(&self, lang: Lang, key: &str, args: &Args<'_>) -> Result<String, MissingText> {
        let missing = |reason: String| MissingText {
            lang,
            key: key.to_owned(),
            reason,
        };
        let texts = match lang {
            Lang::De => &self.de,
            Lang::En => &self.en,
        };
        if let Some(plain) = texts.plain.get(key) {
            return Ok(plain.clone().into_owned());
        }
        let bundle = &texts.rich;
        let message = bundle
            .get_message(key)
            .ok_or_else(|| missing("there is no such text".to_owned()))?;
        let pattern = message
            .value()
            .ok_or_else(|| missing("it is empty".to_owned()))?;
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(args), &mut errors);
        match errors.first() {
            None => Ok(text.into_owned()),
            Some(error) => Err(missing(error.to_string())),
        }
    }

    /// The keys of all texts of a language, for the tests that compare languages and templates.
    ///
    /// # Errors
    /// When a file is not UTF-8.
    pub fn keys(lang: Lang) -> anyhow::Result<BTreeSet<String>> {
        let files = files(lang)?;
        let keys = files
            .iter()
            .flat_map(|(_, text)| messages(text))
            .map(str::to_owned);
        Ok(keys.collect())
    }
}

impl OfLanguage {
    fn read(lang: Lang, files: Vec<(String, Line)>) -> anyhow::Result<Self> {
        let (mut plain, mut rich) = (HashMap::new(), Vec::new());
        for (name, text) in files {
            let (lines, rest) = parted(&text);
            for (key, line) in lines {
                if let Some(twice) = plain.insert(key, line) {
                    return Err(anyhow!(
                        "{name}: a key stands in two places; one is {twice:?}"
                    ));
                }
            }
            rich.push((name, rest));
        }
        let rich = bundle(lang, rich)?;
        if let Some(twice) = plain.keys().find(|key| rich.has_message(key)) {
            return Err(anyhow!("{twice} stands in two places"));
        }
        plain.shrink_to_fit();
        Ok(Self { plain, rich })
    }
}

/// The texts of a file that are one line without a value in it, and whatever else Fluent has to read.
fn parted(text: &Line) -> (Vec<(Line, Line)>, String) {
    let own = |part: &str| Line::from(part.to_owned());
    match text {
        Line::Borrowed(text) => parts(text, Line::Borrowed),
        Line::Owned(text) => {
            let (lines, rest) = parts(text, |part| part);
            let lines = lines.into_iter();
            (
                lines.map(|(key, line)| (own(key), own(line))).collect(),
                rest,
            )
        }
    }
}

fn parts<'a, T>(text: &'a str, kept: impl Fn(&'a str) -> T) -> (Vec<(T, T)>, String) {
    let (mut plain, mut rest) = (Vec::new(), String::new());
    let mut lines = text.lines().peekable();
    let is_name = |key: &str| {
        key.starts_with(|c: char| c.is_ascii_alphabetic())
            && key
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
    };
    while let Some(line) = lines.next() {
        let halves = line
            .split_once('=')
            .map(|(key, line)| (key.trim_end_matches(' '), line.trim_matches(' ')));
        // What is indented belongs to the text above it, also behind empty lines; to be sure, an empty line counts as such.
        let ends = lines
            .peek()
            .is_none_or(|next| !next.is_empty() && !next.starts_with(char::is_whitespace));
        match halves
            .filter(|(key, line)| is_name(key) && !line.is_empty() && !line.contains(['{', '}']))
        {
            Some((key, line)) if ends => plain.push((kept(key), kept(line))),
            _ if line.starts_with('#') => {}
            _ => {
                rest.push_str(line);
                rest.push('\n');
            }
        }
    }
    (plain, rest)
}

/// The keys defined in a file: Fluent lets a message begin only at the start of a line.
fn messages(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('=').map(|(key, _)| key.trim_end()))
}

/// Name and content of each file of a language, in the order of their names.
fn files(lang: Lang) -> anyhow::Result<Vec<(String, Line)>> {
    let folder = format!("{}/", lang.code());
    let mut names: Vec<_> = Files::iter()
        .filter(|name| name.starts_with(&folder) && name.ends_with(".ftl"))
        .collect();
    names.sort();
    names
        .into_iter()
        .map(|name| {
            let file = Files::get(&name).ok_or_else(|| anyhow!("{name} has gone"))?;
            let text = match file.data {
                Cow::Borrowed(bytes) => str::from_utf8(bytes).map(Line::Borrowed),
                Cow::Owned(bytes) => String::from_utf8(bytes)
                    .map(Line::Owned)
                    .map_err(|not| not.utf8_error()),
            };
            let text = text.with_context(|| format!("{name} is not UTF-8"))?;
            Ok((name.into_owned(), text))
        })
        .collect()
}

fn bundle(lang: Lang, files: Vec<(String, String)>) -> anyhow::Result<Bundle> {
    let id: LanguageIdentifier = lang.code().parse().context("a language code")?;
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // The invisible isolation marks would break searching in a page, and all our values read from left to right.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::De => |value, _: &IntlLangMemoizer| number_in_text(Lang::De, value),
        Lang::En => |value, _: &IntlLangMemoizer| number_in_text(Lang::En, value),
    }));
    bundle.add_builtins().map_err(|error| anyhow!("{error}"))?;
    for (name, text) in files {
        let parsed = FluentResource::try_new(text)
            .map_err(|(_, errors)| anyhow!("{name}: {}", listed(&errors)))?;
        bundle
            .add_resource(parsed)
            .map_err(|errors| anyhow!("{name}: {}", listed(&errors)))?;
    }
    Ok(bundle)
}

fn listed(errors: &[impl fmt::Display]) -> String {
    errors
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}

fn number_in_text(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.options.use_grouping => {
            Some(lang.grouped(&number.as_string()))
        }
        _ => None,
    }
}

impl Lang {
    /// A number with the language's marks for thousands and decimals: `1.116` and `62,5` in German.
    ///
    /// ```
    /// use trialog::base::locale::Lang;
    /// assert_eq!(Lang::De.number(1116.0), "1.116");
    /// assert_eq!(Lang::En.number(-1234567.5), "-1,234,567.5");
    /// ```
    pub fn number(self, value: f64) -> String {
        self.grouped(&value.to_string())
    }

    /// Takes a number written with a decimal point and nothing else.
    fn grouped(self, plain: &str) -> String {
        let (thousands, decimal) = match self {
            Self::De => ('.', ','),
            Self::En => (',', '.'),
        };
        let (sign, digits) = plain
            .strip_prefix('-')
            .map_or(("", plain), |rest| ("-", rest));
        let (whole, fraction) = digits
            .split_once('.')
            .map_or((digits, None), |(w, f)| (w, Some(f)));
        let mut text = sign.to_owned();
        for (n, digit) in whole.chars().enumerate() {
            if n > 0 && (whole.len() - n).is_multiple_of(3) {
                text.push(thousands);
            }
            text.push(digit);
        }
        if let Some(fraction) = fraction {
            text.push(decimal);
            text.push_str(fraction);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args<'a>(name: &'a str, value: impl Into<FluentValue<'a>>) -> Args<'a> {
        let mut args = Args::new();
        args.set(name, value);
        args
    }

    fn texts() -> Texts {
        Texts::of(
            "people = { $n ->\n    [one] eine Person\n   *[other] { $n } Personen\n }\nonly-de = Nur hier\nyear = { NUMBER($y, useGrouping: 0) }",
            "people = { $n ->\n    [one] one person\n   *[other] { $n } people\n }",
        )
        .unwrap()
    }

    #[test]
    fn numbers_in_texts_follow_the_language() {
        let texts = texts();
        assert_eq!(
            texts.get(Lang::De, "people", &args("n", 1116)),
            "1.116 Personen"
        );
        assert_eq!(
            texts.get(Lang::En, "people", &args("n", 1116)),
            "1,116 people"
        );
        assert_eq!(texts.get(Lang::De, "people", &args("n", 1)), "eine Person");
        assert_eq!(Lang::De.number(62.5), "62,5");
        assert_eq!(Lang::De.number(999.0), "999");
        assert_eq!(Lang::De.number(-1000.0), "-1.000");
    }

    #[test]
    fn a_missing_text_is_an_error_for_tests_and_a_substitute_for_people() {
        let texts = texts();
        assert!(texts.find(Lang::En, "only-de", &Args::new()).is_err());
        assert_eq!(texts.get(Lang::En, "only-de", &Args::new()), "Nur hier");
        assert_eq!(texts.get(Lang::En, "nowhere", &Args::new()), "nowhere");
        let missing = texts.find(Lang::De, "people", &Args::new()).unwrap_err();
        assert!(missing.reason.contains('n'), "{missing}");
    }

    #[test]
    fn a_key_in_two_places_or_a_broken_file_stops_the_start() {
        assert!(Texts::of("a = 1\na = 2", "").is_err());
        assert!(Texts::of("a = 1\na = { $n }", "").is_err());
        assert!(Texts::of("a = { $n ->", "").is_err());
    }

    #[test]
    fn a_text_of_one_line_is_what_fluent_reads() {
        for lang in [Lang::De, Lang::En] {
            let all = files(lang).unwrap();
            let ours = OfLanguage::read(lang, all.clone()).unwrap();
            let all = all
                .into_iter()
                .map(|(name, text)| (name, text.into_owned()));
            let theirs = bundle(lang, all.collect()).unwrap();
            assert!(ours.plain.len() > 1_000);
            for (key, line) in &ours.plain {
                let message = theirs.get_message(key).unwrap();
                let mut errors = Vec::new();
                let text = theirs.format_pattern(message.value().unwrap(), None, &mut errors);
                assert_eq!((text.as_ref(), errors.len()), (line.as_ref(), 0), "{key}");
            }
        }
        let texts = Texts::of("a = one\n    two\nb =  three  \nc = four\n\n    five", "").unwrap();
        let get = |key| texts.get(Lang::De, key, &Args::new());
        assert_eq!(
            [get("a"), get("b"), get("c")],
            ["one\ntwo", "three", "four\n\nfive"]
        );
    }

    #[test]
    fn the_texts_of_the_portal_can_be_read_and_both_languages_have_the_same_keys() {
        Texts::load().unwrap();
        assert_eq!(
            Texts::keys(Lang::De).unwrap(),
            Texts::keys(Lang::En).unwrap()
        );
    }
}
