//! The tree of an edition in work: whatever its pages send, in whatever order, it stays a document that can be written and
//! read again.

use std::collections::BTreeSet;

use trialog::strategy::form::draft::{
    AddAsk, FinishForm, MergeForm, PlaceForm, SplitForm, TreeForm, WordsForm, faults, spot,
};
use trialog::strategy::markdown::Problem;
use trialog::strategy::tree::{Act, DraftTree, Finding, Said};
use trialog::strategy::{Key, markdown};

use super::documents::settled;
use crate::support::town::DRAFT;

/// What these forms say.
pub const WORDS: &[&str] = &[
    "\n",
    "act=up+sz-wege",
    "act=down+sz-baeume",
    "act=indent+sz-wege",
    "act=outdent+sz-wege-a",
    "act=retire+hf-gruen",
    "act=number",
    "act=number+hf-leben",
    "act=place+sz-wege+hf-gruen%2F",
    "of=sz-wege",
    "&of=ls-leben",
    "&kind=goal",
    "&kind=action-goal",
    "&kind=principle",
    "&parent=hf-leben",
    "&after=sz-wege",
    "&title=",
    "&text=",
    "&number=",
    "&second_title=",
    "&second_text=",
    "&along=sz-nachbarn-a",
    "&other=sz-nachbarn",
    "&spot=hf-gruen%2F",
    "&number=IV",
    "&number=2.1",
    "%0A%0A",
    "%23",
    "%7B%23sz-1%7D",
    "-+",
    "1.+",
    "%5C",
    "%3E",
    "%60%60%60",
    "!%5Bx%5D(y)",
    "&name=Entwurf+2",
    "&rest_kind=typo",
    "&rest_reason=x",
];

/// Each line is one form.
pub fn seeds() -> Vec<Vec<u8>> {
    [
        "act=up+sz-wege\nact=down+sz-nachbarn\nact=indent+sz-wege\nact=outdent+sz-nachbarn-a\nact=retire+ls-gruen\nact=number+hf-leben",
        "kind=goal&parent=hf-gruen&after=sz-baeume&number=2&title=Bienen&text=Es+summt.\nkind=action-goal&parent=sz-baeume&text=Mehr\nkind=field&title=Neu&text=",
        "of=sz-wege&number=3&title=Wege+%23+hell&text=1.+Mai%0A%0A-+Licht\nof=ls-leben&text=Alle.",
        "of=sz-wege&title=Wege&text=Eins&second_title=Stege&second_text=Zwei&along=sz-wege-a\nof=sz-wege&other=sz-nachbarn&title=Beides&text=Zusammen",
        "of=sz-wege&spot=hf-gruen%2F\nname=Entwurf+2&rest_kind=typo&rest_reason=Tippfehler",
    ]
    .map(|text| text.as_bytes().to_vec())
    .to_vec()
}

/// The act that a line stands for, as the page of that button would read it.
fn act(line: &[u8]) -> Option<Act> {
    let read = || serde_html_form::from_bytes::<Vec<(String, String)>>(line).ok();
    let fields = read()?;
    let has = |name: &str| fields.iter().any(|(field, _)| field == name);
    let of = fields.iter().find(|(name, _)| name == "of");
    let of = of.and_then(|(_, key)| Key::parse(key).ok());
    if has("act") {
        let form: TreeForm = serde_html_form::from_bytes(line).ok()?;
        return match form.pressed()? {
            trialog::strategy::form::draft::Pressed::Act(act) => Some(act),
            _ => None,
        };
    }
    if has("second_text") {
        let form: SplitForm = serde_html_form::from_bytes(line).ok()?;
        let (first, second, along) = (form.first(), form.second(), form.along());
        return Some(Act::Split {
            key: of?,
            first,
            second,
            along,
        });
    }
    if has("other") {
        let form: MergeForm = serde_html_form::from_bytes(line).ok()?;
        let other = Key::parse(&form.other).ok()?;
        return Some(Act::Merge {
            key: of?,
            other,
            said: form.said(),
        });
    }
    if has("spot") {
        let form: PlaceForm = serde_html_form::from_bytes(line).ok()?;
        return Some(Act::Place {
            key: of?,
            at: spot(&form.spot)?,
        });
    }
    let words: WordsForm = serde_html_form::from_bytes(line).ok()?;
    if has("kind") {
        let ask: AddAsk = serde_html_form::from_bytes(line).ok()?;
        let (kind, at) = ask.parse()?;
        faults(&words.said(), kind, "");
        return Some(Act::Add {
            kind,
            at,
            said: words.said(),
        });
    }
    let said: Said = words.said();
    Some(Act::Reword { key: of?, said })
}

/// One form after the other.
pub fn acts(input: &[u8]) -> String {
    let mut tree = DraftTree::of(settled(DRAFT));
    let mut outcome = String::new();
    for line in input.split(|byte| *byte == b'\n').take(12) {
        if let Ok(form) = serde_html_form::from_bytes::<FinishForm>(line)
            && let Err(errors) = form.parse()
        {
            assert!(!errors.is_empty());
        }
        let Some(act) = act(line) else {
            outcome.push('.');
            continue;
        };
        match tree.apply(&act, &tree.keys()) {
            Ok((next, focus)) => {
                hold(&next, focus.as_ref(), &act);
                outcome.push_str(act.name());
                tree = next;
            }
            Err(fault) => outcome.push_str(fault.text_key()),
        }
    }
    outcome
}

/// What must hold of the tree after each act.
fn hold(tree: &DraftTree, focus: Option<&Key>, act: &Act) {
    let walk = tree.edition.walk();
    let keys: BTreeSet<&Key> = walk.iter().map(|visit| &visit.element.key).collect();
    assert_eq!(keys.len(), walk.len(), "a key stands twice after {act:?}");
    assert!(
        focus.is_none_or(|key| keys.contains(key)),
        "leads to nothing after {act:?}"
    );
    let kept = serde_json::to_string(tree).unwrap();
    assert_eq!(
        serde_json::from_str::<DraftTree>(&kept).unwrap(),
        *tree,
        "from its row"
    );
    // A field may wait for its goals; everything else is a document already.
    let written = markdown::render(&tree.edition);
    match markdown::parse(&written) {
        Ok(read) => {
            let count = |fields: &[markdown::ParsedElement]| {
                fn below(elements: &[markdown::ParsedElement]) -> usize {
                    elements.iter().map(|one| 1 + below(&one.children)).sum()
                }
                below(fields)
            };
            assert_eq!(count(&read.fields), walk.len(), "after {act:?}:\n{written}");
        }
        Err(faults) => {
            // What has to be settled before an edition is made of it is said on the page.
            let settles = tree.findings().iter().any(Finding::blocks);
            let is_said = |one: &markdown::Fault| match one.problem {
                Problem::EmptyField => true,
                _ => {
                    settles
                        && matches!(
                            one.problem,
                            Problem::DuplicateNumber { .. } | Problem::NoField
                        )
                }
            };
            assert!(
                faults.iter().all(is_said),
                "after {act:?}: {faults:?}\n{written}"
            );
        }
    }
}
