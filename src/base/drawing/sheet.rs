//! The sheet of paper a chart is drawn on: title, text and foot, line by line.

use std::fmt::Write;

use quick_xml::escape::escape;

use crate::base::locale::Lang;
use crate::base::table::book::is_written;

/// Width of every drawing, in its own units; 1 unit is about a pixel.
pub(super) const WIDTH: u32 = 1_000;
/// Empty space around.
pub(super) const MARGIN: u32 = 32;
/// Ordinary text, in units.
pub(super) const SIZE: u32 = 16;

pub(super) const INK: &str = "#131525";
pub(super) const SOFT: &str = "#4b5070";
pub(super) const LINE: &str = "#c3c6d6";

/// What a drawing says besides its figures.
pub struct Caption {
    /// The language of all its words.
    pub lang: Lang,
    /// The finding, or what is shown.
    pub title: String,
    /// What is counted, and on which base.
    pub about: String,
    /// Where it comes from, line by line.
    pub source: Vec<String>,
    /// The same figures in words, for those who do not see the drawing.
    pub words: String,
}

/// A drawing that grows downwards.
pub(super) struct Sheet {
    body: String,
    /// How far it reaches.
    pub y: u32,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Set {
    pub size: u32,
    pub is_bold: bool,
    pub fill: &'static str,
    /// `start`, `middle` or `end`.
    pub anchor: &'static str,
}

/// Ordinary text.
pub(super) const PLAIN: Set = Set {
    size: SIZE,
    is_bold: false,
    fill: INK,
    anchor: "start",
};

impl Sheet {
    /// A sheet with its title.
    pub(super) fn headed(caption: &Caption) -> Self {
        let mut sheet = Self {
            body: String::new(),
            y: MARGIN,
        };
        let title = Set {
            size: 24,
            is_bold: true,
            ..PLAIN
        };
        sheet.lines(&caption.title, title, WIDTH - 2 * MARGIN);
        let soft = Set {
            fill: SOFT,
            ..PLAIN
        };
        sheet.lines(&caption.about, soft, WIDTH - 2 * MARGIN);
        sheet.y += 16;
        sheet
    }

    /// Draws something.
    pub(super) fn draw(&mut self, markup: std::fmt::Arguments<'_>) {
        let _ = self.body.write_fmt(markup);
    }

    /// One line of text with its base line at `y`; positions in units.
    pub(super) fn text(&mut self, x: f64, y: f64, set: Set, text: &str) {
        let family = if set.is_bold {
            r#" font-family="'Fira Sans SemiBold', 'Fira Sans', Arial, sans-serif" font-weight="600""#
        } else {
            ""
        };
        let anchor = match set.anchor {
            "start" => String::new(),
            other => format!(r#" text-anchor="{other}""#),
        };
        let text: String = text.chars().filter(|sign| is_written(*sign)).collect();
        self.draw(format_args!(
            r#"<text x="{x:.1}" y="{y:.1}" font-size="{}" fill="{}"{anchor}{family}>{}</text>"#,
            set.size,
            set.fill,
            escape(&text)
        ));
    }

    /// A text in as many lines as it takes, from the left margin on.
    pub(super) fn lines(&mut self, text: &str, set: Set, width: u32) {
        for line in wrapped(text, set.size, width) {
            self.y += set.size * 5 / 4;
            self.text(f64::from(MARGIN), f64::from(self.y), set, &line);
        }
        self.y += set.size / 4;
    }

    /// The whole drawing.
    pub(super) fn finished(mut self, caption: &Caption) -> String {
        let foot = Set {
            size: 13,
            fill: SOFT,
            ..PLAIN
        };
        self.y += 12;
        for line in &caption.source {
            self.lines(line, foot, WIDTH - 2 * MARGIN);
        }
        let height = self.y + MARGIN / 2;
        let clean =
            |text: &str| -> String { text.chars().filter(|sign| is_written(*sign)).collect() };
        format!(
            r##"<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="t d" xml:lang="{}" font-family="'Fira Sans', Arial, sans-serif"><title id="t">{}</title><desc id="d">{}</desc><rect width="{WIDTH}" height="{height}" fill="#ffffff"/>{}</svg>
"##,
            caption.lang.code(),
            escape(clean(&caption.title)),
            escape(clean(&caption.words)),
            self.body
        )
    }
}

/// A text in lines that fit: by the mean width of a letter, with room to spare. A word that is too long is parted.
pub(super) fn wrapped(text: &str, size: u32, width: u32) -> Vec<String> {
    // A letter of Fira Sans is about 0.52 of the size wide.
    let most = usize::try_from(width * 100 / (size * 53))
        .unwrap_or(20)
        .max(4);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let mut word: Vec<char> = word.chars().collect();
        while length > 0 && length + 1 + word.len() > most {
            lines.push(std::mem::take(&mut line));
            length = 0;
        }
        while word.len() > most {
            let rest = word.split_off(most - 1);
            lines.push(word.iter().collect::<String>() + "-");
            word = rest;
        }
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        length += word.len();
        line.extend(word);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_and_long_words_are_parted() {
        assert_eq!(wrapped("", 10, 100), Vec::<String>::new());
        assert_eq!(wrapped("ein zwei drei", 10, 50), ["ein zwei", "drei"]);
        assert_eq!(
            wrapped("Donaudampfschiff", 10, 50),
            ["Donaudam-", "pfschiff"]
        );
    }
}
