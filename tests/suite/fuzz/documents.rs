//! Strategy documents, in our own form and as offices have them.

use std::collections::BTreeSet;

use trialog::base::id::Id;
use trialog::strategy::document::{self, Plan, Sheet};
use trialog::strategy::markdown::Problem;
use trialog::strategy::matching::settle;
use trialog::strategy::{Edition, Element, Key, LaidEdition, LaidElement, markdown};
use trialog::translation::Reading;

use super::forms::is_clean;
use super::xml::{DEEP, LAUGHS};
use crate::support::docx::{Docx, archive};
use crate::support::town::DRAFT;

/// What means something in a strategy document.
pub const WORDS: &[&str] = &[
    "# ",
    "## ",
    "### ",
    "#### ",
    "- ",
    "  - ",
    "* ",
    "1. ",
    "1) ",
    "> ",
    "    ",
    "```",
    "~~~",
    "---",
    "===",
    "| a | b |",
    "|---|",
    "{#sz-1}",
    "{#",
    "}",
    "\\",
    "\\#",
    "![x](y)",
    "[x]: y",
    "[x](y)",
    "<div>",
    "<!--",
    "-->",
    "&amp;",
    "**",
    "__",
    "\n\n",
    "## Handlungsfeld 2: ",
    "### Leitsatz",
    "### Strategisches Ziel 2: ",
    "## Field of action: ",
    "### Strategic goal: ",
    "- [ ] ",
    "%PDF",
    "title: x\n",
    ": ",
    "^[x]",
    "[^1]",
    "$$",
    "\u{feff}",
];

/// The edition of a good document.
pub fn settled(text: &str) -> Edition {
    let parsed = markdown::parse(text).unwrap();
    settle(parsed, None, &BTreeSet::new()).unwrap().edition
}

/// The fixture town's edition, laid open.
pub fn laid() -> LaidEdition {
    fn element(one: &Element) -> LaidElement {
        LaidElement {
            id: Id::known(one.key.as_str()),
            wording: Id::known(one.key.as_str()),
            kind: one.kind,
            key: one.key.to_string(),
            label: String::new(),
            number: one.number.clone(),
            title: one.title.clone(),
            text: one.text.clone(),
            children: one.children.iter().map(element).collect(),
            reading: Reading::default(),
        }
    }
    LaidEdition {
        id: Id::known("e"),
        strategy: "konzept".to_owned(),
        title: "Konzept für Lindenau".to_owned(),
        number: 1,
        name: "Entwurf 1".to_owned(),
        fields: settled(DRAFT).fields.iter().map(element).collect(),
    }
}

const TOWN: &str = include_str!("../../../src/demo/town/radverkehr.md");

pub fn markdown_seeds() -> Vec<Vec<u8>> {
    let english = "# Town strategy\n## Field of action: Housing\n### Guiding principle\nA home.\n### Strategic goal 1: Walk\nWide.\n\n+ Schools\n\n  first\n";
    [DRAFT, TOWN, english]
        .map(|text| text.as_bytes().to_vec())
        .to_vec()
}

/// A document in our own form; and the same one as any other.
pub fn markdown(input: &[u8]) -> String {
    let Ok(text) = std::str::from_utf8(input) else {
        return office(input);
    };
    let before = settled(DRAFT);
    let outcome = match markdown::parse(text) {
        Err(faults) => {
            assert!(!faults.is_empty(), "refused without a reason");
            let lines = text
                .replace("\r\n", "\n")
                .replace('\r', "\n")
                .matches('\n')
                .count()
                + 1;
            for fault in &faults {
                assert!(
                    (1..=lines).contains(&fault.line),
                    "{fault} of {lines} lines"
                );
            }
            let mut words: Vec<_> = faults
                .iter()
                .map(|fault| format!("{:?}", fault.problem))
                .collect();
            for word in &mut words {
                word.truncate(12);
            }
            words.dedup();
            words.truncate(6);
            words.join(" ")
        }
        Ok(parsed) => {
            let taken = before
                .walk()
                .iter()
                .map(|visit| visit.element.key.clone())
                .collect();
            match settle(parsed, Some(&before), &taken) {
                Err(faults) => format!("{} keys", faults.len()),
                Ok(settled) => {
                    written_and_read(&settled.edition);
                    format!("{} elements", settled.edition.walk().len())
                }
            }
        }
    };
    format!("{outcome} / {}", office(input))
}

/// What was taken can be written out, and reads the same.
fn written_and_read(edition: &Edition) {
    let written = markdown::render(edition);
    let read = match markdown::parse(&written) {
        Ok(read) => read,
        // A field may wait for its goals at the desk; a file has to name them.
        Err(faults)
            if faults
                .iter()
                .all(|one| matches!(one.problem, Problem::EmptyField)) =>
        {
            return;
        }
        Err(faults) => panic!("{faults:?} in what was written:\n{written}"),
    };
    let again = settle(read, Some(edition), &BTreeSet::new()).unwrap();
    assert_eq!(again.edition.fields, edition.fields, "\n{written}");
    let all = edition.walk();
    let keys: BTreeSet<&Key> = all.iter().map(|visit| &visit.element.key).collect();
    assert_eq!(keys.len(), all.len(), "a key stands twice");
    assert!(
        all.iter()
            .all(|visit| is_clean(&visit.element.title) && is_clean(&visit.element.text))
    );
}

fn paragraph(inside: &str) -> String {
    format!("<w:p><w:r><w:t>{inside}</w:t></w:r></w:p>")
}

pub fn docx_seeds() -> Vec<Vec<u8>> {
    let whole = || {
        Docx::new()
            .styled("Title", "Sozialer Zusammenhalt, Entwurf 2")
            .styled("Heading1", "Handlungsfeld 1: Wohnen")
            .plain("Alle wohnen gut; 3. Satz.")
            .bold("Strategisches Ziel 1: Bezahlbar wohnen")
            .item("Mehr geförderte Wohnungen")
            .table(&[&["Ziel", "Bürger*innen & Besucher*innen"]])
    };
    let inside = |tag: &str| {
        let (open, close) = (
            format!("<{tag}>").repeat(DEEP),
            format!("</{tag}>").repeat(DEEP),
        );
        Docx::new()
            .raw(&format!("{open}{}{close}", paragraph("tief")))
            .bytes()
    };
    let cells = "<w:tbl><w:tr><w:tc>".repeat(DEEP)
        + &paragraph("tief")
        + &"</w:tc></w:tr></w:tbl>".repeat(DEEP);
    let laughs = format!(
        "{LAUGHS}<w:document><w:body>{}</w:body></w:document>",
        paragraph("&lol2;&file;")
    );
    vec![
        whole().bytes(),
        Docx::german().styled("berschrift1", "Wohnen").plain("Ruhe.").bytes(),
        whole().raw("<w:p><w:ins w:id=\"1\"><w:r><w:t>neu</w:t></w:r></w:ins><w:del w:id=\"2\"><w:r><w:delText>alt</w:delText></w:r></w:del></w:p>").bytes(),
        Docx::new().raw(&cells).bytes(),
        inside("w:p"),
        inside("w:r"),
        inside("w:sdt"),
        inside("w:ins"),
        inside("mc:AlternateContent"),
        Docx::new().raw(&paragraph(&"x".repeat(1 << 20))).bytes(),
        archive(&[("word/document.xml", laughs.into_bytes())]),
        archive(&[("word/document.xml", Docx::new().bytes())]),
        b"%PDF-1.7".to_vec(),
    ]
}

/// A document of any office: read, cut into parts, and made an edition as guessed.
pub fn office(input: &[u8]) -> String {
    let text = match document::markdown_of(input.to_vec()) {
        Ok(text) => text,
        Err(why) => return format!("{why:?}"),
    };
    assert!(is_clean(&text), "{text:?}");
    assert!(!text.contains("lollollol"), "an entity was expanded");
    let before = settled(DRAFT);
    let taken = before
        .walk()
        .iter()
        .map(|visit| visit.element.key.clone())
        .collect();
    let plan = Plan {
        name: "Entwurf 2".to_owned(),
        ..Plan::default()
    };
    let sheet = Sheet::of(&text, "Konzept für Lindenau", &plan, Some(&before), &taken);
    assert_eq!(sheet.parts.len(), sheet.guesses.len());
    for fault in sheet.outcome.faults.iter().chain(&sheet.outcome.notes) {
        assert!(
            fault.row <= sheet.parts.len(),
            "{fault:?} of {} parts",
            sheet.parts.len()
        );
    }
    if let Some((_, settled)) = &sheet.outcome.edition {
        assert!(sheet.outcome.faults.is_empty());
        written_and_read(&settled.edition);
        format!(
            "{} parts, {} elements",
            sheet.parts.len().min(20),
            settled.edition.walk().len()
        )
    } else {
        assert!(!sheet.outcome.faults.is_empty(), "refused without a reason");
        let mut keys: Vec<_> = sheet.outcome.faults.iter().map(|fault| fault.key).collect();
        keys.dedup();
        keys.truncate(5);
        keys.join(" ")
    }
}
