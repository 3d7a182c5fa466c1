//! Cuts a Markdown file into headings, paragraphs and lists, and names what is none of these.
//!
//! Only the block structure is that of `CommonMark`. Inside a line nothing is interpreted, because the
//! documents are full of forms like `Bürger*innen und Besucher*innen` that Markdown would read as
//! emphasis: a block carries the characters of the file, taken from its place in the source.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::fault::{Fault, Problem};

/// A part of the file that stands on lines of its own. Texts are raw: escapes are still in them.
#[derive(Debug)]
pub(super) enum Block {
    /// An ATX heading without its `#`.
    Heading { level: u8, raw: String },
    /// A paragraph, its lines joined.
    Paragraph { raw: String },
    /// The items of a list, with their lines.
    List { items: Vec<(usize, String)> },
}

/// A block and the line on which it begins.
#[derive(Debug)]
pub(super) struct Located {
    pub(super) line: usize,
    pub(super) block: Block,
}

/// Finds the line of a place in the file.
struct Lines<'s> {
    source: &'s str,
    starts: Vec<usize>,
}

impl<'s> Lines<'s> {
    fn new(source: &'s str) -> Self {
        let breaks = source.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            source,
            starts: std::iter::once(0).chain(breaks).collect(),
        }
    }

    /// The line, from 1, of the first visible character of the range.
    fn of(&self, range: &Range<usize>) -> usize {
        let slice = self.source.get(range.clone()).unwrap_or_default();
        let blank = slice.len() - slice.trim_start().len();
        self.starts
            .partition_point(|start| *start <= range.start + blank)
    }
}

/// A list item while its events pass by.
#[derive(Default)]
struct OpenItem {
    line: usize,
    range: Range<usize>,
    /// Paragraphs of the item; none when the list is written without empty lines.
    paragraphs: Vec<Range<usize>>,
}

/// Reads the blocks of a source whose line ends are `\n`. Faults come in no order.
pub(super) fn read(source: &str, faults: &mut Vec<Fault>) -> Vec<Located> {
    let lines = Lines::new(source);
    // Tables and footnotes are switched on to be recognised and refused, not to be read.
    let parser = Parser::new_ext(source, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES);
    for (_, definition) in parser.reference_definitions().iter() {
        faults.push(Fault {
            line: lines.of(&definition.span),
            problem: Problem::Footnote,
        });
    }

    let mut blocks = Vec::new();
    let mut list: Option<(usize, Vec<(usize, String)>)> = None;
    let mut item: Option<OpenItem> = None;
    // How many open tags of a refused block are still to be closed.
    let mut refused = 0_usize;
    for (event, range) in parser.into_offset_iter() {
        if refused > 0 {
            match event {
                Event::Start(_) => refused += 1,
                Event::End(_) => refused -= 1,
                _ => {}
            }
            continue;
        }
        let line = lines.of(&range);
        let slice = source.get(range.clone()).unwrap_or_default();
        if let Some(problem) = refusal(&event, slice, list.is_some()) {
            // An image ends inside the paragraph that has it, and a rule has no end at all.
            refused = usize::from(matches!(&event, Event::Start(_)));
            faults.push(Fault { line, problem });
            continue;
        }
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let block = Block::Heading {
                    level: depth(level),
                    raw: heading_text(slice),
                };
                blocks.push(Located { line, block });
            }
            Event::Start(Tag::Paragraph) => {
                if let Some(item) = &mut item {
                    item.paragraphs.push(range);
                } else {
                    let block = Block::Paragraph { raw: joined(slice) };
                    blocks.push(Located { line, block });
                }
            }
            Event::Start(Tag::List(_)) => list = Some((line, Vec::new())),
            Event::Start(Tag::Item) => {
                item = Some(OpenItem {
                    line,
                    range,
                    paragraphs: Vec::new(),
                });
            }
            Event::End(TagEnd::Item) => {
                if let (Some(item), Some((_, items))) = (item.take(), &mut list) {
                    items.push((item.line, item_text(source, &item)));
                }
            }
            Event::End(TagEnd::List(_)) => {
                if let Some((line, items)) = list.take() {
                    blocks.push(Located {
                        line,
                        block: Block::List { items },
                    });
                }
            }
            _ => {}
        }
    }
    blocks
}

/// Why an event cannot be part of a strategy document, if it cannot.
fn refusal(event: &Event<'_>, slice: &str, in_list: bool) -> Option<Problem> {
    Some(match event {
        Event::Rule => Problem::Rule,
        Event::Start(Tag::Heading { .. }) if in_list => Problem::HeadingInList,
        Event::Start(Tag::Heading { .. }) if !slice.trim_start().starts_with('#') => {
            Problem::UnderlinedHeading
        }
        Event::Start(Tag::List(_)) if in_list => Problem::NestedList,
        Event::Start(Tag::Table(_)) => Problem::Table,
        Event::Start(Tag::CodeBlock(_)) => Problem::CodeBlock,
        Event::Start(Tag::Image { .. }) => Problem::Image,
        Event::Start(Tag::HtmlBlock) => Problem::HtmlBlock,
        Event::Start(Tag::BlockQuote(_)) => Problem::BlockQuote,
        Event::Start(Tag::FootnoteDefinition(_)) => Problem::Footnote,
        _ => return None,
    })
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

/// The text of an ATX heading: without the `#` before it and those that may close it.
pub(in crate::strategy) fn heading_text(slice: &str) -> String {
    let text = joined(slice.trim_start().trim_start_matches('#'));
    let open = text.trim_end_matches('#');
    // `## Ziel ##` is closed, `## Musik in C#` and `## Platz \#` are not.
    if open.is_empty() || open.ends_with(' ') {
        open.trim_end().to_owned()
    } else {
        text
    }
}

/// The text of a list item without its bullet or number, paragraphs parted by an empty line.
fn item_text(source: &str, item: &OpenItem) -> String {
    let slice = |range: &Range<usize>| source.get(range.clone()).unwrap_or_default();
    if item.paragraphs.is_empty() {
        let text = slice(&item.range).trim_start();
        let digits = text.trim_start_matches(|first: char| first.is_ascii_digit());
        return joined(
            digits
                .strip_prefix(['-', '*', '+', '.', ')'])
                .unwrap_or(digits),
        );
    }
    let paragraphs = item.paragraphs.iter().map(|range| joined(slice(range)));
    paragraphs
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// Joins the lines of a paragraph by one space and closes up runs of spaces and tabs.
pub(in crate::strategy) fn joined(slice: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    let mut lines = slice.trim().lines().peekable();
    while let Some(line) = lines.next() {
        let mut line = line.trim_matches([' ', '\t']);
        let backslashes = line.len() - line.trim_end_matches('\\').len();
        // A backslash before the line end is a hard line break, not a character.
        if lines.peek().is_some() && backslashes % 2 == 1 {
            line = &line[..line.len() - 1];
        }
        words.extend(line.split([' ', '\t']).filter(|word| !word.is_empty()));
    }
    words.join(" ")
}

/// Resolves the backslash escapes of `CommonMark`: `Bürger\*innen` is `Bürger*innen`.
pub(in crate::strategy) fn unescape(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw.chars().peekable();
    while let Some(character) = rest.next() {
        match rest.peek() {
            Some(next) if character == '\\' && next.is_ascii_punctuation() => {
                text.push(*next);
                rest.next();
            }
            _ => text.push(character),
        }
    }
    text
}
