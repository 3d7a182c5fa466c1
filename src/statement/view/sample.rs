//! Values for samples.

use chrono::NaiveDate;

use super::{
    AddressRow, ContentWords, FileWords, PartRow, PartWords, PartsOfField, PublicRow, RequestWords,
    RightsWords, SeatWords, SubmitterWords, VersionRow,
};
use crate::base::page::FieldMessage;
use crate::consultation::view::sample::day;
use crate::statement::model::Submitter;
use crate::survey::view::CodeWords;

/// A person's seat.
pub fn person(moment: &'static str) -> SeatWords {
    let plain = "k7mq4t2x9hrdw3pa6n5ejv8bc2";
    SeatWords {
        base: format!("/p/{plain}/statement"),
        slug: "ziele".into(),
        title: "Ziele für die Stadt".into(),
        lang: None,
        code: Some(CodeWords {
            plain: plain.into(),
            grouped: "K7MQ 4T2X 9HRD W3PA 6N5E JV8B C2XY".into(),
        }),
        organisation: None,
        me: None,
        moment,
        opens: day(1),
        until: day(30),
        is_longer: false,
        late_until: day(60),
    }
}

/// A seat at the table of an organisation.
pub fn member(moment: &'static str, is_longer: bool) -> SeatWords {
    SeatWords {
        base: "/organisation/consultations/ziele/statement".into(),
        code: None,
        organisation: Some("Förderverein Stadtpark e.V.".into()),
        me: Some("Kim Beispiel".into()),
        is_longer,
        ..person(moment)
    }
}

/// All buttons, or none.
pub fn rights(all: bool) -> RightsWords {
    RightsWords {
        write: all,
        release: all,
        give_back: all,
        hand_in: all,
        nil: all,
        replace: all,
        withdraw: all,
        discard: all,
        ask: all,
        erase: all,
    }
}

/// A request in some state.
pub fn request(state: &'static str) -> RequestWords {
    RequestWords {
        wished_for: day(61),
        on: day(20),
        state,
        reason: match state {
            "waiting" => String::new(),
            _ => "Ihr Vorstand tagt erst im August.".into(),
        },
    }
}

/// A version, so many days late.
pub fn version(days_late: Option<i64>) -> VersionRow {
    VersionRow {
        n: 1,
        on: day(29),
        is_nil: false,
        days_late,
    }
}

/// Somebody who signs.
pub fn submitter() -> Submitter {
    Submitter {
        name: "Kim Beispiel".into(),
        behalf: "Eltern der Bachschule".into(),
        email: "kim@stadtpark.example".into(),
        postal_address: "Parkweg 3\n70000 Lindenau".into(),
    }
}

/// The places for text.
pub fn fields() -> Vec<PartsOfField> {
    let row = |key: &str, label: &str, title: &str, chars| PartRow {
        key: key.into(),
        label: label.into(),
        title: title.into(),
        chars,
    };
    vec![
        PartsOfField {
            field: row("hf-1", "1", "Wohnen", 0),
            rows: Vec::new(),
            written: 0,
        },
        PartsOfField {
            field: row("hf-2", "2", "Zusammenleben", 12),
            rows: vec![
                row("sz-4", "2.4", "Gewalt verringern", 300),
                row("sz-5", "2.5", "Nachbarschaft stärken", 0),
            ],
            written: 2,
        },
    ]
}

/// Everything that can be in a version.
pub fn content() -> ContentWords {
    let part = |key: Option<&str>| PartWords {
        key: key.map(str::to_owned),
        label: key.map(|_| "2.4".into()).unwrap_or_default(),
        title: key.map(|_| "Gewalt verringern".into()).unwrap_or_default(),
        paragraphs: vec!["Uns fehlt die Beratung.".into(), "Und das Licht.".into()],
    };
    ContentWords {
        parts: vec![part(None), part(Some("sz-4"))],
        submitters: vec![SubmitterWords::from(&submitter())],
        files: vec![
            FileWords {
                id: "f1".into(),
                name: "Stellungnahme.pdf".into(),
                media: "PDF",
                kib: 120,
            },
            FileWords {
                id: "f2".into(),
                name: "Foto.jpg".into(),
                media: "JPEG",
                kib: 2_400,
            },
        ],
    }
}

/// Addresses, each as far as it can be.
pub fn addresses() -> Vec<AddressRow> {
    let row = |name: &str, state| AddressRow {
        email: format!("{name}@stadtpark.example"),
        state,
    };
    vec![
        row("kim", "confirmed"),
        row("robin", "asked"),
        row("alex", "unasked"),
    ]
}

/// Rows of the public list.
pub fn public_rows() -> Vec<PublicRow> {
    let row = |number, name: Option<&str>, is_nil, elements| PublicRow {
        number,
        name: name.map(str::to_owned),
        on: on(),
        is_nil,
        elements,
    };
    vec![
        row(1, Some("Förderverein Stadtpark e.V."), false, 2),
        row(2, Some("Landratsamt Neckarkreis"), true, 0),
        row(4, None, false, 0),
    ]
}

fn on() -> NaiveDate {
    day(29)
}

/// A message at each field.
pub fn errors(fields: &[&str]) -> Vec<FieldMessage> {
    let message = |field: &&str| FieldMessage {
        field_id: (*field).to_owned(),
        message: "Schreiben Sie bitte etwas.".into(),
    };
    fields.iter().map(message).collect()
}
