//! A consultation with its surveys as an editor plans it: one TOML file, described in `docs/consultation-file.md`.

use std::ops::Range;

use serde::de::DeserializeOwned;

use super::form::{NewSurvey, SurveyFile};
use super::store::create as create_surveys;
use crate::account::Tx;
use crate::base::clock::Zone;
use crate::base::error::AppResult;
use crate::consultation::form::{ConsultationFile, NewConsultation};
use crate::consultation::{
    Consultation, PrepareConsultation, create as create_consultation, find, publish,
};
use crate::strategy::LaidEdition;

/// What may stand at the top of the file.
const KEYS: [&str; 8] = [
    "slug",
    "title",
    "lead",
    "contact",
    "releases_comments",
    "track",
    "milestone",
    "survey",
];

/// Longest text in the file, in characters; most have a lower limit of their own.
const MAX_CHARS: usize = 4_000;

/// A consultation and its surveys that may be created.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The consultation.
    pub consultation: NewConsultation,
    /// Its surveys in their order.
    pub surveys: Vec<NewSurvey>,
}

/// Reads the file against the edition that is to be laid open.
///
/// # Errors
/// Every fault that was found, in German, for the person who wrote the file; never an empty list.
pub fn read(text: &str, edition: &LaidEdition, zone: Zone) -> Result<Plan, Vec<String>> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let text = text.as_str();
    let table: toml::Table = section(text)?;
    let mut faults: Vec<String> = table
        .keys()
        .filter(|key| !KEYS.contains(&key.as_str()))
        .map(|key| format!("„{key}“ ist unbekannt; möglich sind {}", KEYS.join(", ")))
        .collect();
    for (key, value) in &table {
        legible(key, value, &mut faults);
    }
    let consultation =
        section::<ConsultationFile>(text).and_then(|consultation| consultation.parse(zone));
    let surveys = section::<SurveyFile>(text).and_then(|surveys| surveys.parse(edition));
    match (consultation, surveys) {
        (Ok(consultation), Ok(surveys)) if faults.is_empty() => Ok(Plan {
            consultation,
            surveys,
        }),
        (consultation, surveys) => {
            faults.extend(consultation.err().unwrap_or_default());
            faults.extend(surveys.err().unwrap_or_default());
            Err(faults)
        }
    }
}

/// Names texts that no page could show or that a database refuses.
fn legible(key: &str, value: &toml::Value, faults: &mut Vec<String>) {
    match value {
        toml::Value::String(text) => {
            if text
                .chars()
                .any(|c| c.is_control() && !matches!(c, '\n' | '\t'))
            {
                faults.push(format!("„{key}“ enthält ein unsichtbares Steuerzeichen"));
            }
            let length = text.chars().count();
            if length > MAX_CHARS {
                faults.push(format!(
                    "„{key}“: höchstens {MAX_CHARS} Zeichen, hier {length}"
                ));
            }
        }
        toml::Value::Array(values) => {
            for value in values {
                legible(key, value, faults);
            }
        }
        toml::Value::Table(table) => {
            for (key, value) in table {
                legible(key, value, faults);
            }
        }
        _ => {}
    }
}

fn section<T: DeserializeOwned>(text: &str) -> Result<T, Vec<String>> {
    toml::from_str(text).map_err(|fault| vec![told(text, fault.span(), fault.message())])
}

/// What the TOML reader found, with the line on which it stands.
fn told(text: &str, span: Option<Range<usize>>, message: &str) -> String {
    let message = match message.split('`').collect::<Vec<_>>()[..] {
        ["missing field ", field, ""] => format!("„{field}“ fehlt"),
        ["unknown field ", field, _, ..] => format!("„{field}“ ist hier unbekannt"),
        ["duplicate key", ..] => "diese Angabe steht zweimal da".to_owned(),
        _ => format!("nicht zu verstehen ({message})"),
    };
    match span.filter(|span| span.start > 0) {
        Some(span) => {
            let before = text.get(..span.start).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            format!("Zeile {line}: {message}")
        }
        None => message,
    }
}

/// Creates what was planned, and with `open` shows it to everyone: all in one transaction.
pub fn create(
    tx: &mut Tx<PrepareConsultation>,
    edition: &LaidEdition,
    plan: &Plan,
    open: bool,
) -> AppResult<Consultation> {
    let slug = &plan.consultation.slug;
    let id = create_consultation(tx, &edition.id, &plan.consultation)?;
    create_surveys(tx, &id, slug, &plan.surveys)?;
    let consultation = find(tx.conn, slug)?;
    if open {
        publish(tx, &consultation)?;
    }
    Ok(consultation)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;
    use crate::survey::QuestionKind;

    fn edition() -> LaidEdition {
        LaidEdition {
            id: Id::known("e"),
            strategy: "sek".into(),
            title: "Konzept".into(),
            number: 1,
            name: "Entwurf".into(),
            fields: Vec::new(),
        }
    }

    const GOOD: &str = r#"
slug = "ziele"
title = "Ziele"
lead = "Worum es geht."
[[track]]
kind = "survey"
opens = "2026-06-08"
closes = "2026-07-17"
[[survey]]
slug = "allgemein"
title = "Allgemein"
[[survey.question]]
key = "wunsch"
kind = "long_text"
text = "Was wünschen Sie sich?"
"#;

    fn faults(text: &str) -> Vec<String> {
        read(text, &edition(), Zone(chrono_tz::Europe::Berlin)).unwrap_err()
    }

    #[test]
    fn a_whole_file_is_understood() {
        let plan = read(GOOD, &edition(), Zone(chrono_tz::Europe::Berlin)).unwrap();
        assert_eq!(plan.consultation.slug, "ziele");
        assert_eq!(plan.surveys[0].questions[0].key, "wunsch");
    }

    #[test]
    fn the_example_of_the_documentation_is_valid() {
        let page = include_str!("../../docs/consultation-file.md");
        let example = page.split("```toml").nth(1).unwrap();
        let example = example.split("```").next().unwrap();
        let mut edition = edition();
        edition.fields.push(crate::strategy::LaidElement {
            id: Id::known("f"),
            wording: Id::known("w"),
            kind: crate::strategy::ElementKind::Field,
            key: "hf-wohnen".into(),
            label: "1".into(),
            number: None,
            title: "Wohnen".into(),
            text: String::new(),
            children: Vec::new(),
            reading: crate::translation::Reading::default(),
        });
        let plan = read(example, &edition, Zone(chrono_tz::Europe::Berlin)).unwrap();
        assert_eq!(plan.surveys[0].title, "Wohnen");
        let kinds: std::collections::BTreeSet<_> = plan.surveys[0]
            .questions
            .iter()
            .map(|question| question.kind.as_str())
            .collect();
        // All but the goals, which come from the document.
        assert_eq!(
            kinds.len(),
            QuestionKind::ALL.len() - 1,
            "the example shows each kind"
        );
        let asked_after: Vec<_> = plan.surveys[0]
            .questions
            .iter()
            .filter_map(|q| q.condition.as_ref())
            .collect();
        assert_eq!((asked_after[0].on, asked_after.len()), (0, 1));
    }

    #[test]
    fn faults_of_both_halves_are_named_together() {
        let found = faults(
            &GOOD
                .replace("slug = \"ziele\"", "slug = \"Ziele\"\ntitel = \"x\"")
                .replace("long_text", "novel"),
        );
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found[0].contains("„titel“") && found[2].contains("novel"));
    }

    #[test]
    fn a_condition_names_an_earlier_question_with_answers() {
        let with = |condition: &str| {
            let more = format!(
                "[[survey.question]]\nkey = \"zwei\"\nkind = \"number\"\ntext = \"Wie viele?\"\nonly_if = {condition}\n"
            );
            read(
                &(GOOD.to_owned() + &more),
                &edition(),
                Zone(chrono_tz::Europe::Berlin),
            )
        };
        for (condition, told) in [
            (
                r#"{ question = "zwei", answers = ["ja"] }"#,
                "keine frühere Frage „zwei“",
            ),
            (
                r#"{ question = "wunsch", answers = ["ja"] }"#,
                "keine Antworten zur Auswahl",
            ),
        ] {
            let faults = with(condition).unwrap_err();
            assert!(faults.len() == 1 && faults[0].contains(told), "{faults:?}");
        }
        let choice = GOOD.replace(
            "kind = \"long_text\"",
            "kind = \"single\"\noptions = [{ key = \"ja\", label = \"Ja\" }, { key = \"nein\", label = \"Nein\" }]",
        );
        let more = "[[survey.question]]\nkey = \"zwei\"\nkind = \"number\"\ntext = \"Wie viele?\"\nonly_if = { question = \"wunsch\", answers = [\"vielleicht\"] }\n";
        let faults = faults(&(choice + more));
        assert!(
            faults[0].contains("„vielleicht“; möglich: ja, nein"),
            "{faults:?}"
        );
    }

    #[test]
    fn what_is_missing_or_misspelt_is_named() {
        assert_eq!(faults(&GOOD.replace("lead =", "laed ="))[1], "„lead“ fehlt");
        let misspelt = faults(&GOOD.replace("closes =", "ends ="));
        assert_eq!(misspelt, ["Zeile 8: „ends“ ist hier unbekannt"]);
        assert!(faults("slug = ")[0].starts_with("Zeile 1: nicht zu verstehen"));
    }
}
