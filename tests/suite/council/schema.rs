//! The schema of OParl 1.1, as far as the town has such objects, written down from the specification.

use serde_json::Value;

/// What a field holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Is {
    Url,
    Urls,
    Text,
    Day,
    Instant,
    Number,
    Flag,
    /// One object of that type.
    Inside(&'static str),
    /// Some of them.
    AllInside(&'static str),
}
use Is::{AllInside, Day, Flag, Inside, Instant, Number, Text, Url, Urls};

/// The types of the specification (version 1.1): the fields that must be there, and what the others hold when they are.
type Fields = &'static [(&'static str, Is)];
const SCHEMA: [(&str, &[&str], Fields); 8] = [
    (
        "System",
        &["oparlVersion", "body"],
        &[
            ("oparlVersion", Url),
            ("body", Url),
            ("name", Text),
            ("website", Url),
        ],
    ),
    (
        "Body",
        &[
            "name",
            "organization",
            "person",
            "meeting",
            "paper",
            "legislativeTerm",
            "agendaItem",
            "consultation",
            "file",
        ],
        &[
            ("system", Url),
            ("name", Text),
            ("website", Url),
            ("organization", Url),
            ("person", Url),
            ("meeting", Url),
            ("paper", Url),
            ("agendaItem", Url),
            ("consultation", Url),
            ("file", Url),
            ("legislativeTerm", AllInside("LegislativeTerm")),
            ("legislativeTermList", Url),
            ("locationList", Url),
            ("membership", Url),
        ],
    ),
    (
        "Organization",
        &["name"],
        &[
            ("body", Url),
            ("name", Text),
            ("shortName", Text),
            ("organizationType", Text),
            ("classification", Text),
            ("meeting", Url),
        ],
    ),
    (
        "Meeting",
        &["start"],
        &[
            ("name", Text),
            ("meetingState", Text),
            ("cancelled", Flag),
            ("start", Instant),
            ("organization", Urls),
            ("agendaItem", AllInside("AgendaItem")),
        ],
    ),
    (
        "AgendaItem",
        &["order"],
        &[
            ("meeting", Url),
            ("order", Number),
            ("name", Text),
            ("public", Flag),
            ("consultation", Url),
            ("result", Text),
            ("resolutionText", Text),
        ],
    ),
    (
        "Paper",
        &["body", "name"],
        &[
            ("body", Url),
            ("name", Text),
            ("reference", Text),
            ("date", Day),
            ("paperType", Text),
            ("mainFile", Inside("File")),
            ("auxiliaryFile", AllInside("File")),
            ("consultation", AllInside("Consultation")),
        ],
    ),
    (
        "Consultation",
        &["organization"],
        &[
            ("paper", Url),
            ("agendaItem", Url),
            ("meeting", Url),
            ("organization", Urls),
            ("authoritative", Flag),
            ("role", Text),
        ],
    ),
    (
        "File",
        &["accessUrl"],
        &[
            ("name", Text),
            ("fileName", Text),
            ("mimeType", Text),
            ("size", Number),
            ("accessUrl", Url),
            ("downloadUrl", Url),
            ("paper", Urls),
        ],
    ),
];

fn is_url(value: &Value) -> bool {
    value
        .as_str()
        .is_some_and(|text| text.starts_with("http") && !text.contains(' '))
}

/// Holds an object against the schema; the objects inside of it, too.
pub fn check(object: &Value) {
    let text = |name: &str| {
        object[name]
            .as_str()
            .unwrap_or_else(|| panic!("no {name}: {object}"))
    };
    let kind = text("type")
        .strip_prefix("https://schema.oparl.org/1.1/")
        .unwrap();
    let (_, needed, fields) = SCHEMA.iter().find(|(name, ..)| *name == kind).unwrap();
    assert!(is_url(&object["id"]), "{object}");
    for name in ["created", "modified"] {
        chrono::DateTime::parse_from_rfc3339(text(name)).unwrap();
    }
    if object["deleted"] == true {
        assert_eq!(object.as_object().unwrap().len(), 5, "{object}");
        return;
    }
    for name in *needed {
        assert!(!object[name].is_null(), "{kind} has no {name}: {object}");
    }
    for (name, value) in object.as_object().unwrap() {
        if ["id", "type", "created", "modified", "deleted"].contains(&name.as_str()) {
            continue;
        }
        if name == "web" {
            assert!(is_url(value));
            continue;
        }
        let known = fields.iter().find(|(field, _)| field == name);
        let Some((_, is)) = known else {
            panic!("the schema knows no {kind}.{name}")
        };
        let fits = match is {
            Url => is_url(value),
            Urls => value.as_array().is_some_and(|all| all.iter().all(is_url)),
            Text => value.is_string(),
            Day => value.as_str().unwrap().parse::<chrono::NaiveDate>().is_ok(),
            Instant => chrono::DateTime::parse_from_rfc3339(value.as_str().unwrap()).is_ok(),
            Number => value.is_u64(),
            Flag => value.is_boolean(),
            Inside(of) => {
                check(value);
                value["type"].as_str().unwrap().ends_with(of)
            }
            AllInside(of) => value.as_array().unwrap().iter().all(|one| {
                check(one);
                one["type"].as_str().unwrap().ends_with(of)
            }),
        };
        assert!(fits, "{kind}.{name}: {value}");
    }
}
