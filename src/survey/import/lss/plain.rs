//! The texts of the file: HTML from an editor with buttons, read as plain text with paragraphs. Scripts and styles go
//! away with all that stands in them; whatever is left can do nothing, because templates escape it.

use crate::base::form::tidy;

/// What was in a text that plain text cannot show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Gone {
    /// A picture, a video or a sound.
    pub media: bool,
    /// A script.
    pub script: bool,
    /// A place into which LimeSurvey would put an earlier answer or another value.
    pub placeholder: bool,
}

/// Elements that begin a new line.
const BLOCKS: [&str; 13] = [
    "p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "hr",
];

/// Elements of which nothing is kept.
const DROPPED: [&str; 4] = ["script", "style", "head", "iframe"];

/// A text without its markup, and what was lost with it.
pub(super) fn plain(html: &str) -> (String, Gone) {
    let mut gone = Gone::default();
    let mut out = String::with_capacity(html.len().min(10_000));
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&letters(&rest[..at]));
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let is_tag = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let Some((tag, after)) = rest[1..].split_once('>').filter(|_| is_tag) else {
            // A lone sign, as in "Alter < 18".
            out.push('<');
            rest = &rest[1..];
            continue;
        };
        rest = after;
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        if DROPPED.contains(&name.as_str()) {
            gone.script |= name == "script";
            gone.media |= name == "iframe";
            if !tag.starts_with('/') {
                rest = after_end_of(rest, &name);
            }
            continue;
        }
        gone.media |= matches!(
            name.as_str(),
            "img" | "video" | "audio" | "object" | "embed"
        );
        if name == "li" {
            out.push_str(if tag.starts_with('/') { "" } else { "\n– " });
        } else if name == "p" {
            out.push_str("\n\n");
        } else if BLOCKS.contains(&name.as_str()) {
            out.push('\n');
        }
    }
    out.push_str(&letters(rest));
    let text = narrowed(&out);
    gone.placeholder = has_placeholder(&text);
    (text, gone)
}

/// What follows the end of an element of which nothing is kept.
fn after_end_of<'a>(rest: &'a str, name: &str) -> &'a str {
    let end = format!("</{name}");
    // Small letters for ASCII only, so that every place stays where it was.
    let at = rest.to_ascii_lowercase().find(&end);
    at.and_then(|at| rest[at..].split_once('>'))
        .map_or("", |(_, after)| after)
}

/// `{NAME}` or `{Q1.shown}`: LimeSurvey would put a value here.
fn has_placeholder(text: &str) -> bool {
    text.split('{').skip(1).any(|part| {
        part.split_once('}').is_some_and(|(inner, _)| {
            inner.starts_with(|c: char| c.is_ascii_alphabetic()) && !inner.contains('\n')
        })
    })
}

/// Letters instead of HTML's names for them.
fn letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let known = after
            .split_once(';')
            .filter(|(name, _)| name.len() <= 10)
            .and_then(|(name, after)| letter(name).map(|letter| (letter, after)));
        if let Some((letter, after)) = known {
            out.push(letter);
            rest = after;
        } else {
            out.push('&');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

fn letter(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| !c.is_control());
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "shy" => '\u{ad}',
        "auml" => 'ä',
        "ouml" => 'ö',
        "uuml" => 'ü',
        "Auml" => 'Ä',
        "Ouml" => 'Ö',
        "Uuml" => 'Ü',
        "szlig" => 'ß',
        "euro" => '€',
        "sect" => '§',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "bdquo" => '„',
        "ldquo" => '“',
        "rdquo" => '”',
        "lsquo" => '‘',
        "rsquo" => '’',
        "sup2" => '²',
        "eacute" => 'é',
        _ => return None,
    })
}

/// One space where there were many, at most one empty line between paragraphs, and no control characters.
fn narrowed(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in tidy(text).lines() {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if !line.is_empty() || lines.last().is_some_and(|last| !last.is_empty()) {
            lines.push(line);
        }
    }
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_editor_s_markup_becomes_paragraphs() {
        let html = "<p>Wie <b>alt</b> sind&nbsp;Sie?</p><ul><li>unter 18</li><li>&uuml;ber 18</li></ul><!-- x -->";
        assert_eq!(plain(html).0, "Wie alt sind Sie?\n\n– unter 18\n– über 18");
    }

    #[test]
    fn scripts_go_away_and_are_told() {
        let (text, gone) =
            plain("<p>Gut?</p><SCRIPT src='//x'>alert(1)</SCRIPT><img src=x onerror=y>");
        assert_eq!(text, "Gut?");
        assert!(gone.script && gone.media && !gone.placeholder);
    }

    #[test]
    fn a_sign_is_no_tag_and_a_name_is_a_placeholder() {
        assert_eq!(plain("Alter < 18 & > 3").0, "Alter < 18 & > 3");
        assert!(plain("Sie nannten {Q1.shown}.").1.placeholder);
        assert!(!plain("Menge {1, 2}").1.placeholder);
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "[<>&;!/a-z{}\u{130}ä \\-]{0,80}") {
            let (text, _) = plain(&text);
            prop_assert!(!text.contains('\0'));
        }
    }
}
