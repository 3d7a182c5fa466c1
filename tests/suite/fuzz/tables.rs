//! Tables with questionnaires and statements, and surveys of LimeSurvey.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use trialog::base::id::Id;
use trialog::base::table;
use trialog::consultation::Window;
use trialog::participation::Channel;
use trialog::statement::import as statement;
use trialog::survey::QuestionKind;
use trialog::survey::import::{self, lss as lime};

use super::archive::packed;
use super::documents::laid;
use super::forms::{is_clean, survey};
use super::xml::{DEEP, LAUGHS};
use crate::support::town::ZONE;

/// What means something in a table.
pub const WORDS: &[&str] = &[
    ";",
    ",",
    "\t",
    "\n",
    "\r\n",
    "\"",
    "\"\"",
    "'=1+1",
    "=1+1",
    "@",
    "day",
    "f1.comment",
    "f4.k1",
    "f5.k2",
    "17.7.2026",
    "46204",
    "46204.5",
    "2026-07-17T10:00",
    "Text",
    "ID",
    "Name",
    "Stellungnahmetext*",
    "Ziel",
    "sz-wege",
    "Brief",
    "E-Mail",
    "a@b.example",
    "k1|k2",
    "bolder",
    "mutiger",
    "\u{feff}",
    "|",
];

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 7, day).unwrap()
}

pub fn questionnaire_seeds() -> Vec<Vec<u8>> {
    [
        "day;f1;f1.comment;f2;f3;f4.k1;f4.k2;f5.k1;f5.k2;f6;f7;f8;f9\n17.7.2026;mutiger;Mehr Bäume;k1;k1|Möglichkeit 2;k1;;1;2;3;2026-01-01;kurz;\"lang\nund breit\"\n;right;;k2;;;;;;;;;\n",
        "f2,f6\nMöglichkeit 1,4\n,0\n",
        "\u{feff}f8\r\n\"a \"\"b\"\"\"\r\n\r\n'=1\r\n",
    ]
    .map(|text| text.as_bytes().to_vec())
    .to_vec()
}

/// Questionnaires from paper.
pub fn questionnaires(input: &[u8]) -> String {
    let survey = survey();
    let window = Window::of_days(ZONE, day(1), day(31)).unwrap();
    let read = import::read(&survey, Channel::Paper, &window, (ZONE, day(20)), input);
    match read {
        Ok(batch) => {
            assert!(!batch.sheets.is_empty(), "taken, and nothing in it");
            for (received, answers) in &batch.sheets {
                assert!((day(1)..=day(20)).contains(received), "{received}");
                assert!(!answers.is_empty());
                let asked: BTreeSet<i32> = survey
                    .asked(|id| answers.get(&id))
                    .iter()
                    .map(|one| one.id)
                    .collect();
                assert!(
                    answers.keys().all(|id| asked.contains(id)),
                    "an answer that would not count"
                );
            }
            format!("{} sheets", batch.sheets.len())
        }
        Err(faults) => {
            assert!(!faults.is_empty(), "refused without a reason");
            // Lone carriage returns break lines for nobody but the reader of CSV.
            let lines = input.split(|byte| matches!(byte, b'\n' | b'\r')).count() + 1;
            for fault in &faults {
                assert!(
                    (1..=lines as u64).contains(&fault.line),
                    "{fault} of {lines} lines"
                );
            }
            let reasons: BTreeSet<_> = faults
                .iter()
                .map(|fault| fault.reason.chars().take(24).collect::<String>())
                .collect();
            reasons.into_iter().take(4).collect::<Vec<_>>().join(" ")
        }
    }
}

pub fn statement_seeds() -> Vec<Vec<u8>> {
    let template = statement::template().map(|row| row.join(";")).join("\n");
    let german = template
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))
        .collect();
    let few = "ID,Text,Ziel\n1,Gut,sz-wege\n2,\"Zwei\nZeilen\",\n\n3,'=SUMME(A1),hf-leben\n";
    vec![template.into_bytes(), german, few.as_bytes().to_vec()]
}

pub fn workbook_seeds() -> Vec<Vec<u8>> {
    let head = r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="x"><sheetData>"#;
    let sheet = format!(
        "{head}<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>Name</t></is></c><c r=\"D1\"><v>46204</v></c></row>\
         <row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c><v>Robin</v></c></row></sheetData></worksheet>"
    );
    let shared = "<sst><si><t>Text</t></si><si><r><t>Wir sind </t></r><r><t>dafür &amp; dagegen</t></r><rPh><t>weg</t></rPh></si></sst>";
    let book = |sheet: String, shared: &str| {
        packed(&[
            ("xl/workbook.xml".to_owned(), b"<workbook/>".to_vec()),
            ("xl/worksheets/sheet1.xml".to_owned(), sheet.into_bytes()),
            (
                "xl/sharedStrings.xml".to_owned(),
                shared.as_bytes().to_vec(),
            ),
        ])
    };
    let deep = format!("{head}{}{}", "<row>".repeat(DEEP), "<c>".repeat(DEEP));
    let far = format!(
        "{head}<row r=\"18446744073709551615\"><c r=\"GR1\"><v>x</v></c></row><row><c r=\"ZZZZZZ9\"><v>y</v></c></row></sheetData></worksheet>"
    );
    vec![
        book(sheet.clone(), shared),
        book(deep, shared),
        book(far, shared),
        book(format!("{LAUGHS}{sheet}"), shared),
        book(sheet.clone(), "<sst><si><t>&#0;&#7;</t></si></sst>"),
        packed(&[("xl/worksheets/sheet1.xml".to_owned(), vec![b' '; 25 << 20])]),
    ]
}

/// Statements from another system, as CSV or as a workbook.
pub fn statements(input: &[u8]) -> String {
    let rows = match table::read(input) {
        Ok(rows) => rows,
        Err(why) => return format!("{why:?}"),
    };
    assert!(
        rows.iter()
            .all(|row| row.cells.iter().any(|cell| !cell.is_empty())),
        "an empty row"
    );
    let (edition, consultation) = (laid(), Id::known("c"));
    let against = statement::Against {
        consultation: &consultation,
        first_day: day(1),
        today: day(31),
        edition: &edition,
        known: &[],
    };
    let import = match statement::read(&rows, &against) {
        Ok(import) => import,
        Err(why) => return why.key.to_owned(),
    };
    assert_eq!(
        import.found.len() + import.faulty.len() + 1,
        rows.len(),
        "a row was passed over"
    );
    let mut keys = BTreeSet::new();
    for found in &import.found {
        assert!(keys.insert(&found.key), "{} is taken twice", found.key);
        assert!(!found.part.text.is_empty());
        let mut texts = vec![&found.key, &found.name, &found.part.text];
        if let Some(one) = &found.submitter {
            texts.extend([&one.name, &one.behalf, &one.email, &one.postal_address]);
        }
        assert!(texts.iter().all(|text| is_clean(text)), "{texts:?}");
    }
    for faulty in &import.faulty {
        assert!(!faulty.errors.is_empty() && rows.iter().any(|row| row.line == faulty.line));
    }
    let errors: BTreeSet<_> = import
        .faulty
        .iter()
        .flat_map(|row| row.errors.iter().map(|error| error.key))
        .collect();
    format!("{} {:?}", import.found.len().min(5), errors)
}

pub fn lss_seeds() -> Vec<Vec<u8>> {
    let six = include_bytes!("../../files/limesurvey-6.lss");
    let three = include_bytes!("../../files/limesurvey-3.lss");
    let deep = format!(
        "<document><LimeSurveyDocType>Survey</LimeSurveyDocType>{}",
        "<rows>".repeat(DEEP)
    );
    let laughs = format!(
        "<?xml version=\"1.0\"?>{LAUGHS}<document><LimeSurveyDocType>&lol2;</LimeSurveyDocType></document>"
    );
    vec![
        six.to_vec(),
        three.to_vec(),
        deep.into_bytes(),
        laughs.into_bytes(),
    ]
}

/// A survey of LimeSurvey.
pub fn lss(input: &[u8]) -> String {
    let lime = match lime::read(input) {
        Ok(lime) => lime,
        Err(why) => {
            let lines = input.split(|byte| *byte == b'\n').count();
            assert!(why.line() <= lines, "line {} of {lines}", why.line());
            return why.reason_key().to_owned();
        }
    };
    assert!(lime.questions() > 0 && is_clean(&lime.title) && is_clean(&lime.intro));
    let mut keys = BTreeSet::new();
    for taken in lime.groups.iter().flat_map(|group| &group.questions) {
        let question = &taken.question;
        // It comes after a question that is there already.
        assert!(
            taken
                .after
                .as_ref()
                .is_none_or(|(key, codes)| keys.contains(key) && !codes.is_empty())
        );
        assert!(
            keys.insert(question.key.clone()),
            "{} stands twice",
            question.key
        );
        assert!(question.kind != QuestionKind::Goal && !question.text.is_empty());
        let (options, items) = question.kind.choices();
        assert!(
            options.contains(&question.options.len()) && items.contains(&question.items.len()),
            "{question:?}"
        );
        let labels = question
            .options
            .iter()
            .chain(&question.items)
            .map(|one| &one.label);
        for text in labels.chain([&question.text, &question.help]) {
            assert!(is_clean(text) && text.chars().count() <= 2_000, "{text:?}");
        }
    }
    let losses: BTreeSet<_> = lime
        .losses
        .iter()
        .map(|loss| format!("{:?}", loss.what))
        .collect();
    format!(
        "{} questions, {}",
        lime.questions(),
        losses.into_iter().collect::<Vec<_>>().join(" ")
    )
}
