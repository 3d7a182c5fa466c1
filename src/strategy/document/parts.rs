//! Cuts any Markdown into the parts that a person can judge one by one: headings, paragraphs, items of lists.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::strategy::markdown::{heading_text, joined, part_key, unescape};
use crate::strategy::model::Key;

/// Most parts of a document: more than anyone would look through on one page.
pub const MAX_PARTS: usize = 1_000;
/// A paragraph all in bold letters counts as a heading up to so many characters.
const MAX_BOLD_HEADING_CHARS: usize = 160;

/// How a part looks in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A heading of a level from 1; [`Shape::BOLD`] is one that is only bold.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list, at a depth from 1.
    Item(u8),
}

impl Shape {
    /// Level of headings that are nothing but bold paragraphs: below all real ones.
    pub const BOLD: Self = Self::Heading(7);
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// How it looks.
    pub shape: Shape,
    /// Its words on one line, as they are to be read.
    pub text: String,
    /// The key written behind it, as Trialog's own files have it.
    pub key: Option<Key>,
}

/// The parts of a document in their order. Pictures, rules and empty lines are none.
pub fn parts(markdown: &str) -> Vec<Part> {
    let mut reader = Reader {
        source: markdown,
        parts: Vec::new(),
        items: Vec::new(),
        inside: None,
    };
    let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
        reader.take(&event, range);
    }
    reader.parts
}

/// An item of a list while its events pass by.
struct OpenItem {
    /// Where its own words stand, when the list is written without empty lines.
    words: Option<Range<usize>>,
    /// Whether a part was made of it already; what follows in it is then a paragraph.
    named: bool,
}

struct Reader<'s> {
    source: &'s str,
    parts: Vec<Part>,
    items: Vec<OpenItem>,
    /// The end that is waited for: what comes before it belongs to a part that was taken already.
    inside: Option<TagEnd>,
}

impl Reader<'_> {
    fn take(&mut self, event: &Event<'_>, range: Range<usize>) {
        if let Some(end) = self.inside {
            if *event == Event::End(end) {
                self.inside = None;
            }
            return;
        }
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let raw = self.slice(&range).trim_start();
                let raw = if raw.starts_with('#') {
                    heading_text(raw)
                } else {
                    // Underlined: the last line is the rule.
                    joined(
                        raw.trim_end()
                            .rsplit_once('\n')
                            .map_or(raw, |(text, _)| text),
                    )
                };
                self.inside = Some(TagEnd::Heading(*level));
                self.push(Shape::Heading(depth(*level)), &raw);
            }
            Event::Start(Tag::Paragraph) => {
                let raw = joined(self.slice(&range));
                self.inside = Some(TagEnd::Paragraph);
                let shape = self.paragraph_shape();
                self.push(shape, &raw);
            }
            Event::Start(Tag::TableCell) => {
                let raw = joined(self.slice(&range).trim_matches('|'));
                self.inside = Some(TagEnd::TableCell);
                self.push(Shape::Paragraph, &raw);
            }
            Event::Start(Tag::CodeBlock(_)) => {
                let raw = joined(self.slice(&range).trim_matches(['`', '~']));
                self.inside = Some(TagEnd::CodeBlock);
                let shape = self.paragraph_shape();
                self.push(shape, &raw);
            }
            Event::Start(Tag::HtmlBlock) => self.inside = Some(TagEnd::HtmlBlock),
            Event::Start(Tag::MetadataBlock(kind)) => {
                self.inside = Some(TagEnd::MetadataBlock(*kind));
            }
            Event::Start(Tag::Item) => self.items.push(OpenItem {
                words: None,
                named: false,
            }),
            Event::End(TagEnd::Item) => {
                self.close_words();
                self.items.pop();
            }
            Event::Start(
                Tag::List(_)
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::BlockQuote(_)
                | Tag::FootnoteDefinition(_),
            )
            | Event::Rule => self.close_words(),
            Event::End(_) => {}
            _ => self.words(range),
        }
    }

    fn slice(&self, range: &Range<usize>) -> &str {
        self.source.get(range.clone()).unwrap_or_default()
    }

    /// Words of an item that is written without empty lines.
    fn words(&mut self, range: Range<usize>) {
        if let Some(item) = self.items.last_mut()
            && !range.is_empty()
        {
            let start = item.words.as_ref().map_or(range.start, |words| words.start);
            let end = item
                .words
                .as_ref()
                .map_or(range.end, |words| words.end.max(range.end));
            item.words = Some(start..end);
        }
    }

    fn close_words(&mut self) {
        let words = self.items.last_mut().and_then(|item| item.words.take());
        if let Some(words) = words {
            let raw = joined(self.slice(&words));
            let shape = self.paragraph_shape();
            self.push(shape, &raw);
        }
    }

    /// The first words in an item are the item; those that follow, and all others, are paragraphs.
    fn paragraph_shape(&mut self) -> Shape {
        let depth = u8::try_from(self.items.len()).unwrap_or(u8::MAX);
        match self.items.last_mut() {
            Some(item) if !item.named => {
                item.named = true;
                Shape::Item(depth)
            }
            _ => Shape::Paragraph,
        }
    }

    fn push(&mut self, shape: Shape, raw: &str) {
        let (raw, key) = part_key(raw);
        let raw = raw.trim();
        let is_picture = raw.starts_with("![") && raw.ends_with(')');
        let bold = raw
            .strip_prefix("**")
            .and_then(|rest| rest.strip_suffix("**"))
            .filter(|inner| {
                !inner.contains("**") && inner.chars().count() <= MAX_BOLD_HEADING_CHARS
            });
        let shape = match (shape, bold) {
            (Shape::Paragraph, Some(_)) => Shape::BOLD,
            _ => shape,
        };
        // Bold letters say nothing in a wording; single stars do: "Bürger*innen".
        let text = unescape(&joined(&raw.replace("**", ""))).trim().to_owned();
        if !text.is_empty() && !is_picture {
            let key = key.and_then(|key| Key::parse(key).ok());
            self.parts.push(Part { shape, text, key });
        }
    }
}

fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(markdown: &str) -> Vec<String> {
        let shape = |part: &Part| match part.shape {
            Shape::Heading(level) => format!("{}{}", "#".repeat(level.into()), part.text),
            Shape::Paragraph => part.text.clone(),
            Shape::Item(depth) => format!("{}{}", "-".repeat(depth.into()), part.text),
        };
        parts(markdown).iter().map(shape).collect()
    }

    #[test]
    fn every_outline_is_cut_into_its_parts() {
        let markdown = "Titel\n=====\n\n## Ziel {#sz-1}\nEin Text,\nder weitergeht.\n\n- eins\n  - darunter\n- zwei *schräg*\n\n\
            ![Bild](x.png)\n\n1. Mai\n\n2. Juni\n\n   Noch ein Absatz.\n\n**Fett allein**\n\n**Fett** im Satz\n\n\
            | a | b |\n|---|---|\n| c | Bürger*innen |\n\n> Zitat\n\n---\n\n<!-- weg -->\n\n- **Fetter** Punkt\n";
        assert_eq!(
            shown(markdown),
            [
                "#Titel",
                "##Ziel",
                "Ein Text, der weitergeht.",
                "-eins",
                "--darunter",
                "-zwei *schräg*",
                "-Mai",
                "-Juni",
                "Noch ein Absatz.",
                "#######Fett allein",
                "Fett im Satz",
                "a",
                "b",
                "c",
                "Bürger*innen",
                "Zitat",
                "-Fetter Punkt",
            ]
        );
        assert_eq!(parts(markdown)[1].key, Key::parse("sz-1").ok());
    }

    proptest! {
        #[test]
        fn any_text_can_be_cut(text in "[-#*>|`~ \\n\\[\\]!()a-c1.ä\\\\={}:<&]{0,200}") {
            for part in parts(&text) {
                prop_assert!(!part.text.is_empty());
            }
        }
    }
}
