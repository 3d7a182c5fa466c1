//! What a template makes, with a mark wherever something of the one reader's own will stand: the proofs in her forms, the code in
//! her address, the words she typed. So a page is made once for all whose data are equal, and each gets it with what is hers.
//!
//! A page depends on nothing but its data: language, frame and view. Equal data make equal pages, so nothing has to tell a kept page
//! that it is out of date; when anything changes, its data are others and it is no longer found.

mod packing;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, anyhow};
use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use quick_cache::Weighter;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::View;
use crate::base::error::AppResult;
use crate::base::form::token::{self, For};
use crate::base::id;
use crate::base::locale::Lang;
use crate::base::secret::Secrets;
use packing::{Packing, Sheet, Text};

/// How many pages there is room for at first; the bound is their weight.
const PAGES: usize = 256;

/// The beginning of every mark: a new one for each process, so that no text that somebody sends can hold it.
#[derive(Clone)]
pub struct Marks(Arc<str>);

impl Default for Marks {
    fn default() -> Self {
        Self(id::base32(&id::random::<20>()).into())
    }
}

impl Marks {
    /// Where the proof of a form will stand that is sent to an address. Letters, digits, `_` and `.`: nothing is escaped in it.
    pub(super) fn token(&self, path: &str) -> String {
        self.mark('t', path)
    }

    /// The same for somebody who is signed in, but not to the desk.
    pub(super) fn greeted(&self, path: &str) -> String {
        self.mark('g', path)
    }

    /// The same for the page's own address.
    pub(super) fn here(&self) -> String {
        self.mark('h', "")
    }

    /// Where the words will stand that somebody typed.
    pub(super) fn typed(&self) -> String {
        self.mark('w', "")
    }

    fn mark(&self, kind: char, path: &str) -> String {
        let mut mark = format!("{}{kind}", self.0);
        for byte in path.bytes() {
            // A code in an address stays as it is, so that it is found there.
            if byte.is_ascii_alphanumeric() {
                mark.push(char::from(byte));
            } else {
                mark.push('_');
                HEXLOWER.encode_append(&[byte], &mut mark);
            }
        }
        mark.push('.');
        mark
    }
}

/// A page with gaps.
pub(super) struct Made {
    pieces: Vec<Piece>,
    /// Somebody has got it already: it pays to keep it compressed, too.
    is_known: AtomicBool,
}

enum Piece {
    Text(Text),
    Code,
    /// The code as people read it.
    Grouped,
    Typed,
    Here,
    /// The proof for an address, in parts between which the code stands.
    Token {
        path: Box<[String]>,
        greeted: bool,
    },
}

/// What fills the gaps.
pub(super) struct Own<'a> {
    pub secrets: &'a Secrets,
    pub at: DateTime<Utc>,
    /// The page's own address.
    pub path: &'a str,
    /// The receipt code in it.
    pub code: Option<&'a str>,
    /// The session of whoever is signed in to the desk.
    pub session: &'a str,
    /// That of whoever is signed in, but not there.
    pub greeted: &'a str,
    /// What was typed.
    pub typed: &'a str,
}

impl Made {
    /// Takes what a template made apart.
    pub(super) fn of(html: &str, marks: &Marks, code: Option<&str>) -> anyhow::Result<Self> {
        let mut pieces = Vec::new();
        let mut parts = html.split(&*marks.0);
        push_text(&mut pieces, parts.next().unwrap_or_default(), code);
        for part in parts {
            let (mark, text) = part.split_once('.').context("a mark was cut off")?;
            let mut kind = mark.chars();
            pieces.push(match (kind.next(), kind.as_str()) {
                (Some('h'), "") => Piece::Here,
                (Some('w'), "") => Piece::Typed,
                (Some(kind @ ('t' | 'g')), path) => Piece::Token {
                    path: between(&read_path(path)?, code)
                        .map(str::to_owned)
                        .collect(),
                    greeted: kind == 'g',
                },
                _ => return Err(anyhow!("a mark was changed")),
            });
            push_text(&mut pieces, text, code);
        }
        Ok(Self {
            pieces,
            is_known: AtomicBool::new(false),
        })
    }

    /// Whether somebody has got it before.
    pub(super) fn was_known(&self) -> bool {
        self.is_known.swap(true, Ordering::Relaxed)
    }

    /// The page for one reader.
    pub(super) fn fill(&self, own: &Own<'_>) -> String {
        let mut page = String::with_capacity(self.weight() + 512);
        self.lay(&mut page, own);
        page
    }

    /// The same, compressed with gzip.
    pub(super) fn pack(&self, own: &Own<'_>) -> Vec<u8> {
        let mut page = Packing::new(self.weight() / 2 + 512);
        self.lay(&mut page, own);
        page.finish()
    }

    /// Forms to the same address have the same proof, as they are one page.
    fn lay(&self, page: &mut impl Sheet, own: &Own<'_>) {
        let mut tokens: Vec<(String, bool, String)> = Vec::new();
        let mut token = |path: String, greeted: bool| {
            let known = |(p, g, _): &(String, bool, String)| (p, *g) == (&path, greeted);
            let place = tokens.iter().position(known).unwrap_or_else(|| {
                let session = if greeted { own.greeted } else { own.session };
                let of = For {
                    path: &path,
                    session,
                };
                let token = token::make(own.secrets, of, own.at);
                tokens.push((path, greeted, token));
                tokens.len() - 1
            });
            tokens[place].2.clone()
        };
        let code = own.code.unwrap_or_default();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => page.text(text),
                Piece::Code => page.own(code),
                Piece::Grouped => page.own(&id::in_groups(code)),
                Piece::Typed => escaped(own.typed).for_each(|part| page.own(part)),
                Piece::Here => page.own(&token(own.path.to_owned(), false)),
                Piece::Token { path, greeted } => page.own(&token(path.join(code), *greeted)),
            }
        }
    }

    /// Its texts, in bytes.
    fn weight(&self) -> usize {
        let text = |piece: &Piece| match piece {
            Piece::Text(text) => text.len(),
            _ => 0,
        };
        self.pieces.iter().map(text).sum()
    }
}

fn push_text(pieces: &mut Vec<Piece>, text: &str, code: Option<&str>) {
    let grouped = code.map(id::in_groups);
    for (n, part) in between(text, code).enumerate() {
        if n > 0 {
            pieces.push(Piece::Code);
        }
        for (n, part) in between(part, grouped.as_deref()).enumerate() {
            if n > 0 {
                pieces.push(Piece::Grouped);
            }
            if !part.is_empty() {
                pieces.push(Piece::Text(Text::of(part)));
            }
        }
    }
}

/// The parts of a text between which the code stands.
fn between<'a>(text: &'a str, code: Option<&'a str>) -> impl Iterator<Item = &'a str> {
    let (parts, whole) = match code {
        Some(code) => (Some(text.split(code)), None),
        None => (None, Some(text)),
    };
    parts.into_iter().flatten().chain(whole)
}

fn read_path(mark: &str) -> anyhow::Result<String> {
    let mut parts = mark.split('_');
    let mut path = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (byte, rest) = part.split_at_checked(2).context("half a byte")?;
        path.push(u8::from_str_radix(byte, 16)?);
        path.extend_from_slice(rest.as_bytes());
    }
    Ok(String::from_utf8(path)?)
}

/// The parts of a text as they stand in a page, so that nothing in it means anything to a browser, in text as in the value of an
/// attribute in double or single quotes. Templates write all their values so.
pub(super) fn escaped(text: &str) -> impl Iterator<Item = &str> {
    let is_marked = |sign| matches!(sign, b'&' | b'<' | b'>' | b'"' | b'\'');
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = *rest.as_bytes().first()?;
        let plain = rest.bytes().position(is_marked).unwrap_or(rest.len());
        let (part, behind) = rest.split_at(plain.max(1));
        rest = behind;
        Some(match first {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => part,
        })
    })
}

type Key = [u8; 32];

/// The pages that are kept, by their data.
pub struct Alike(Option<quick_cache::sync::Cache<Key, Arc<Made>, ByBytes>>);

#[derive(Clone)]
struct ByBytes;

impl Weighter<Key, Arc<Made>> for ByBytes {
    fn weight(&self, _: &Key, page: &Arc<Made>) -> u64 {
        // Compressed it takes a third more.
        (page.weight() + page.weight() / 3 + 256) as u64
    }
}

impl Alike {
    /// Room for so many bytes; for none, nothing is kept.
    pub fn of_bytes(bytes: u64) -> Self {
        let cache = || quick_cache::sync::Cache::with_weighter(PAGES, bytes, ByBytes);
        Self((bytes > 0).then(cache))
    }

    /// Forgets all pages: words that were erased stay here no longer than until then.
    pub fn forget(&self) {
        if let Some(kept) = &self.0 {
            kept.clear();
        }
    }

    /// The page that was made of the same data, or the one that `make` makes now.
    pub(super) fn recall<V: View>(
        &self,
        (lang, shell, view): (Lang, &impl Serialize, &V),
        code: Option<&str>,
        make: impl FnOnce() -> AppResult<Made>,
    ) -> AppResult<Arc<Made>> {
        let Some(kept) = self.0.as_ref().filter(|_| V::ALIKE) else {
            return make().map(Arc::new);
        };
        let page = (V::TEMPLATE, lang.code(), view.typed().is_some(), shell);
        let data = match view.sum() {
            Some(sum) => serde_json::to_string(&(page, HEXLOWER.encode(sum))),
            None => serde_json::to_string(&(page, view)),
        };
        let data = data.map_err(anyhow::Error::from)?;
        let mut key = Sha256::new();
        let grouped = code.map(id::in_groups);
        for part in between(&data, code) {
            for part in between(part, grouped.as_deref()) {
                key.update(part);
                // Neither of these stands in any JSON, so nothing else has this key.
                key.update([1]);
            }
            key.update([0]);
        }
        let key = key.finalize().into();
        if let Some(found) = kept.get(&key) {
            return Ok(found);
        }
        let page = Arc::new(make()?);
        kept.insert(key, Arc::clone(&page));
        Ok(page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn own<'a>(secrets: &'a Secrets, code: &'a str, typed: &'a str) -> Own<'a> {
        Own {
            secrets,
            at: DateTime::from_timestamp(1_784_000_000, 0).unwrap(),
            path: "/p/here",
            code: Some(code),
            session: "kim",
            greeted: "alex",
            typed,
        }
    }

    #[test]
    fn a_code_is_filled_in_as_it_stands_in_addresses_and_as_people_read_it() {
        let (marks, secrets) = (Marks::default(), Secrets::fresh());
        let html = "<a href=\"/p/k7mq4t2x9h\">K7MQ 4T2X 9H</a>, not K7MQ";
        let made = Made::of(html, &marks, Some("k7mq4t2x9h")).unwrap();
        let page = made.fill(&own(&secrets, "w3pa6n5ejv", ""));
        assert_eq!(page, "<a href=\"/p/w3pa6n5ejv\">W3PA 6N5E JV</a>, not K7MQ");
    }

    #[test]
    fn each_reader_gets_her_own_code_words_and_proofs() {
        let (marks, secrets) = (Marks::default(), Secrets::fresh());
        let html = format!(
            "<a href=\"/p/AAAA/x?y=ä\">{}</a>{} {} {} {}",
            marks.typed(),
            marks.here(),
            marks.token("/p/AAAA/account?a=ä"),
            marks.token("/p/AAAA/account?a=ä"),
            marks.greeted("/sign-out"),
        );
        let made = Made::of(&html, &marks, Some("AAAA")).unwrap();
        let page = made.fill(&own(&secrets, "BBBB", "<b> & 'c'"));
        let (link, rest) = page.split_once("</a>").unwrap();
        assert_eq!(
            link,
            "<a href=\"/p/BBBB/x?y=ä\">&lt;b&gt; &amp; &#39;c&#39;"
        );
        let tokens: Vec<_> = rest.split(' ').collect();
        assert_eq!(tokens[1], tokens[2], "one address of a page has one proof");
        let at = DateTime::from_timestamp(1_784_000_000, 0).unwrap();
        let is_for = |token: &str, path, session| {
            token::read(&secrets, For { path, session }, token, at).is_some()
        };
        assert!(is_for(tokens[0], "/p/here", "kim"));
        assert!(is_for(tokens[1], "/p/BBBB/account?a=ä", "kim"));
        assert!(is_for(tokens[3], "/sign-out", "alex"));
        assert!(!is_for(tokens[3], "/sign-out", "kim"));
    }

    #[test]
    fn a_template_that_changes_a_mark_is_a_fault() {
        let marks = Marks::default();
        let mark = marks.token("/a/b");
        let (begin, _) = mark.split_at(marks.0.len());
        for broken in [
            &mark[..mark.len() - 1],
            &format!("{begin}x."),
            &format!("{begin}t_0."),
        ] {
            assert!(Made::of(broken, &marks, None).is_err(), "{broken}");
        }
    }

    #[derive(Serialize)]
    struct Sheet {
        back: &'static str,
        #[serde(skip)]
        typed: &'static str,
    }

    impl View for Sheet {
        const TEMPLATE: &'static str = "error.html";
        const ALIKE: bool = true;
        fn typed(&self) -> Option<&str> {
            Some(self.typed).filter(|typed| !typed.is_empty())
        }
        fn samples() -> Vec<Self> {
            Vec::new()
        }
    }

    #[test]
    fn a_page_is_made_once_for_all_whose_data_are_equal() {
        let (alike, marks) = (Alike::of_bytes(10_000), Marks::default());
        let times = std::cell::Cell::new(0);
        let ask = |back, typed, code| {
            let make = || {
                times.set(times.get() + 1);
                Ok(Made::of("x", &marks, Some(code))?)
            };
            let page = (Lang::De, &"shell", &Sheet { back, typed });
            alike.recall(page, Some(code), make).unwrap();
            times.get()
        };
        assert_eq!(ask("/p/AAAA", "", "AAAA"), 1);
        assert_eq!(ask("/p/BBBB", "", "BBBB"), 1, "each has her own code");
        assert_eq!(ask("/p/AAAA", "", "BBBB"), 2, "another's code is no gap");
        assert_eq!(ask("/p/AAAA", "some", "AAAA"), 3);
        assert_eq!(ask("/p/BBBB", "others", "BBBB"), 3, "words are a gap");
        assert_eq!(ask("/p/BBBB/", "others", "BBBB"), 4);
        alike.forget();
        assert_eq!(ask("/p/AAAA", "", "AAAA"), 5);
    }

    proptest! {
        #[test]
        fn a_page_without_marks_stays_as_it_is(html in "\\PC{0,80}", code in "[0-9a-z]{1,3}") {
            let (marks, secrets) = (Marks::default(), Secrets::fresh());
            let made = Made::of(&html, &marks, Some(&code)).unwrap();
            prop_assert_eq!(made.fill(&own(&secrets, &code, "")), html);
        }

        #[test]
        fn any_address_comes_out_of_a_mark_as_it_went_in(path in "\\PC{0,40}") {
            let marks = Marks::default();
            let mark = marks.token(&path);
            let inside = &mark[marks.0.len() + 1..mark.len() - 1];
            prop_assert_eq!(read_path(inside).unwrap(), path);
        }

        #[test]
        fn what_is_escaped_means_what_it_meant(text in "\\PC{0,40}") {
            let page: String = escaped(&text).collect();
            prop_assert!(!page.contains(['<', '>', '"', '\'']));
            let back = page.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
            prop_assert_eq!(back.replace("&#39;", "'").replace("&amp;", "&"), text);
        }
    }
}
