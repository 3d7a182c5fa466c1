//! Changes of XML: tags that are gone, there twice, elsewhere, or deep inside each other; declarations that should not be there.

use std::ops::Range;

use super::mutate::Mutator;

/// Most tags put inside each other: a file of a hundred kilobytes.
pub const DEEP: usize = 4_000;

/// What means something in XML.
pub const WORDS: &[&str] = &[
    "&amp;",
    "&#0;",
    "&#x1F333;",
    "&#xD800;",
    "&#1114112;",
    "&lol;",
    "&nbsp;",
    "]]>",
    "<![CDATA[",
    "<!--",
    "-->",
    "--",
    "<?x y?>",
    "<a>",
    "</a>",
    "<a/>",
    "<a b=\"c\" b=\"d\">",
    "xmlns=\"x\"",
    "/>",
    "<",
    ">",
    "\"",
    "<br />",
    "<script>",
    "<p>",
    "</p>",
];

/// Entities that grow a thousandfold each time, and one that reads a file.
pub const LAUGHS: &str = "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol1 \"&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;\">\
     <!ENTITY lol2 \"&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;\">\
     <!ENTITY file SYSTEM \"file:///etc/hostname\">]>";

/// Where the tags are.
fn tags(file: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, byte) in file.iter().enumerate() {
        match (byte, open) {
            (b'<', _) => open = Some(at),
            (b'>', Some(from)) => {
                let end = at + 1;
                found.push(from..end);
                open = None;
            }
            _ => {}
        }
    }
    found
}

fn name(tag: &[u8]) -> Vec<u8> {
    let tag = tag.strip_prefix(b"<").unwrap_or(tag);
    let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || b":_-.".contains(byte);
    tag.iter().take_while(is_name).copied().collect()
}

/// One change.
pub fn change(by: &mut Mutator, file: &mut Vec<u8>) {
    let tags = tags(file);
    if tags.is_empty() {
        return by.change_text(file, &[], WORDS);
    }
    let (one, other) = (by.one(&tags).clone(), by.one(&tags).clone());
    match by.below(10) {
        0 => drop(file.drain(one)),
        1 => {
            let tag = file[one].to_vec();
            file.splice(other.start..other.start, tag);
        }
        2 if one.end <= other.start => {
            let (first, second) = (file[one.clone()].to_vec(), file[other.clone()].to_vec());
            file.splice(other, first);
            file.splice(one, second);
        }
        3 | 4 if one.end <= other.end => {
            // A whole piece of the file once more, or gone.
            let piece = file[one.start..other.end].to_vec();
            if by.once_in(2) {
                file.drain(one.start..other.end);
            } else {
                file.splice(one.start..one.start, piece);
            }
        }
        5 => nest(by, file, &one),
        6 => attribute(by, file, one),
        7 => {
            let after = if file.starts_with(b"<?xml") {
                tags[0].end
            } else {
                0
            };
            file.splice(after..after, LAUGHS.bytes());
            let at = one.end + if one.start >= after { LAUGHS.len() } else { 0 };
            file.splice(at..at, b"&lol2;&file;".iter().copied());
        }
        _ => {
            let word = by.one(WORDS).as_bytes().to_vec();
            file.splice(one.end..one.end, word);
        }
    }
}

/// The same tag inside itself, again and again; sometimes never closed.
fn nest(by: &mut Mutator, file: &mut Vec<u8>, tag: &Range<usize>) {
    let name = name(&file[tag.clone()]);
    if name.is_empty() {
        return;
    }
    let depth = by.amount().min(DEEP);
    let open = [b"<", name.as_slice(), b">"].concat().repeat(depth);
    let close = [b"</", name.as_slice(), b">"].concat().repeat(depth);
    let piece = if by.once_in(5) {
        open
    } else {
        [open, close].concat()
    };
    file.splice(tag.start..tag.start, piece);
}

/// Another value of an attribute.
fn attribute(by: &mut Mutator, file: &mut Vec<u8>, tag: Range<usize>) {
    let quotes: Vec<usize> = tag.filter(|at| file[*at] == b'"').collect();
    let pairs: Vec<_> = quotes
        .chunks(2)
        .filter(|pair| pair.len() == 2)
        .map(|pair| pair[0] + 1..pair[1])
        .collect();
    if pairs.is_empty() {
        return;
    }
    let value = by.one(&pairs).clone();
    let words = [
        "",
        "-1",
        "0",
        "4294967296",
        "A1",
        "ZZZZ9",
        "XFD1048576",
        "&lol;",
        "s",
        "x:y",
        "../../x",
    ];
    let word = *by.one(&words);
    file.splice(value, word.bytes());
}
