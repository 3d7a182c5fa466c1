//! One statement, whole.

use chrono::NaiveDate;
use serde::Serialize;

use super::Mark;
use crate::account::store::names::Author;
use crate::base::page::View;
use crate::consultation::view::{Subject, sample};
use crate::statement::model::Standing;

/// The text on one element or as a whole.
#[derive(Clone, Debug, Serialize)]
pub struct PartRow {
    /// The element's key; none for the text as a whole.
    pub key: Option<String>,
    /// How people refer to the element, e.g. "2.4".
    pub label: String,
    /// The element's title.
    pub title: String,
    /// The text of its kind, and the title of the field of action it stands in: for an element without a title.
    pub kind: Option<&'static str>,
    /// The title of that field.
    pub field: String,
    /// The wording it was written on.
    pub wording: String,
    /// Whether the consultation lays another wording open now.
    pub is_earlier: bool,
    /// What was written.
    pub text: String,
}

/// Somebody who signs.
#[derive(Clone, Debug, Serialize)]
pub struct SignerRow {
    /// Her name.
    pub name: String,
    /// For whom she writes.
    pub behalf: String,
    /// Her mail address.
    pub email: String,
    /// Whether she has confirmed it; none where nobody has to.
    pub is_confirmed: Option<bool>,
    /// Her address on paper.
    pub postal_address: String,
}

/// A file.
#[derive(Clone, Debug, Serialize)]
pub struct FileRow {
    /// Where it is downloaded.
    pub url: String,
    /// As whoever sent it called it.
    pub name: String,
    /// What it is, e.g. "PDF".
    pub kind: &'static str,
    /// Its size in kilobytes, rounded up.
    pub kilobytes: i64,
}

/// One version.
#[derive(Clone, Debug, Serialize)]
pub struct VersionCard {
    /// 1 for the first.
    pub n: i32,
    /// When it came.
    pub received_on: NaiveDate,
    /// The day on the letter.
    pub written_on: Option<NaiveDate>,
    /// Who handed it in, or entered it.
    pub by: Author,
    /// When it was withdrawn.
    pub withdrawn_on: Option<NaiveDate>,
    /// Nothing to object.
    pub is_nil: bool,
    /// Whether it may be shown to everyone.
    pub may_publish: bool,
    /// Whether it names no third persons.
    pub names_nobody: bool,
    /// Who signs.
    pub signers: Vec<SignerRow>,
    /// The text.
    pub parts: Vec<PartRow>,
    /// The files.
    pub files: Vec<FileRow>,
}

/// A decision in the history.
#[derive(Clone, Debug, Serialize)]
pub struct DecisionRow {
    /// When.
    pub on: NaiveDate,
    /// By whom.
    pub by: Author,
    /// The text of what was decided.
    pub outcome: &'static str,
    /// Why.
    pub reason: String,
}

/// What somebody may decide about a statement as it stands.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct CanDecide {
    /// Whether it is considered although it came late.
    pub admission: bool,
    /// Whether everyone reads it.
    pub publication: bool,
    /// Which of its paragraphs belong to which element: only while it counts.
    pub split: bool,
}

/// `templates/statement/desk-statement.html`: one statement with everything that belongs to it.
#[derive(Clone, Debug, Serialize)]
pub struct DeskStatementPage {
    /// The consultation.
    pub subject: Subject,
    /// Its number.
    pub number: i32,
    /// Whose it is; empty without a name.
    pub name: String,
    /// Where the organisation is, when she may open it.
    pub party_url: Option<String>,
    /// The text of the way it came.
    pub channel: &'static str,
    /// Where it stands.
    pub standing: Mark,
    /// The day the person who wrote it had everything in it taken away.
    pub erased_on: Option<NaiveDate>,
    /// Whether everyone reads it.
    pub is_public: bool,
    /// The last day that counts for it.
    pub until: NaiveDate,
    /// Whether it got more time than everyone.
    pub is_longer: bool,
    /// By how many days it is late.
    pub days_late: Option<i64>,
    /// The version that counts, or else the one that was withdrawn.
    pub version: Option<VersionCard>,
    /// The versions before it, the newest first.
    pub older: Vec<VersionCard>,
    /// What was decided, the newest first.
    pub decisions: Vec<DecisionRow>,
    /// What she may decide about it.
    pub can: CanDecide,
}

impl VersionCard {
    /// A version; `full`: with text, people and files.
    pub(super) fn sample(n: i32, full: bool) -> Self {
        let part = |key: Option<&str>| PartRow {
            key: key.map(str::to_owned),
            label: key
                .filter(|key| *key == "sz-4")
                .map_or(String::new(), |_| "2.4".into()),
            title: key
                .filter(|key| *key == "sz-4")
                .map_or(String::new(), |_| "Sichere Wege".into()),
            kind: key.map(|_| "import-role-principle"),
            field: "Mobilität".into(),
            wording: key.map_or(String::new(), |_| {
                "Alle Wege zur Schule sind sicher.".into()
            }),
            is_earlier: key == Some("sz-9"),
            text: "Wir begrüßen das Ziel.\n\nEs fehlen Zahlen.".into(),
        };
        Self {
            n,
            received_on: sample::day(36),
            written_on: full.then(|| sample::day(30)),
            by: Author {
                name: "Kim Beispiel".into(),
                ..Author::default()
            },
            withdrawn_on: (n == 3).then(|| sample::day(40)),
            is_nil: !full,
            may_publish: full,
            names_nobody: n == 1,
            signers: if full {
                vec![
                    SignerRow {
                        name: "Robin Muster".into(),
                        behalf: "Vorstand".into(),
                        email: "robin@verein.example".into(),
                        is_confirmed: Some(n == 1),
                        postal_address: "Spitalgasse 3\n70000 Lindenau".into(),
                    },
                    SignerRow {
                        name: "Alex Muster".into(),
                        behalf: String::new(),
                        email: String::new(),
                        is_confirmed: None,
                        postal_address: String::new(),
                    },
                ]
            } else {
                Vec::new()
            },
            parts: if full {
                vec![part(None), part(Some("sz-4")), part(Some("sz-9"))]
            } else {
                Vec::new()
            },
            files: if full {
                vec![FileRow {
                    url: "/desk/consultations/ziele/statements/1/files/x".into(),
                    name: "Stellungnahme zum Stadtentwicklungskonzept.pdf".into(),
                    kind: "PDF",
                    kilobytes: 1_480,
                }]
            } else {
                Vec::new()
            },
        }
    }
}

impl View for DeskStatementPage {
    const TEMPLATE: &'static str = "statement/desk-statement.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let bare = Self {
            subject: sample::subject(),
            number: 7,
            name: "Mieterverein Lindenau und Umgebung e.V.".into(),
            party_url: Some("/desk/organisations/x".into()),
            channel: "statement-channel-letter",
            standing: Standing::HandedIn.into(),
            erased_on: None,
            is_public: false,
            until: sample::day(30),
            is_longer: false,
            days_late: None,
            version: Some(VersionCard::sample(1, false)),
            older: Vec::new(),
            decisions: Vec::new(),
            can: CanDecide::default(),
        };
        let decision = DecisionRow {
            on: sample::day(37),
            by: Author {
                name: "Kim Beispiel".into(),
                ..Author::default()
            },
            outcome: "statement-desk-was-admitted",
            reason: "Die Post hat länger gebraucht.".into(),
        };
        vec![
            Self {
                standing: Standing::LateWaiting.into(),
                days_late: Some(6),
                is_longer: true,
                version: Some(VersionCard::sample(2, true)),
                older: vec![VersionCard::sample(1, true)],
                can: CanDecide {
                    admission: true,
                    publication: true,
                    split: true,
                },
                ..bare.clone()
            },
            Self {
                standing: Standing::LateAdmitted.into(),
                days_late: Some(1),
                is_public: true,
                version: Some(VersionCard::sample(1, true)),
                decisions: vec![decision],
                can: CanDecide {
                    admission: true,
                    publication: true,
                    split: true,
                },
                ..bare.clone()
            },
            Self {
                name: String::new(),
                party_url: None,
                standing: Standing::Withdrawn.into(),
                version: Some(VersionCard::sample(3, true)),
                ..bare.clone()
            },
            Self {
                name: String::new(),
                party_url: None,
                standing: Standing::Erased.into(),
                erased_on: Some(sample::day(41)),
                version: Some(VersionCard::sample(3, false)),
                ..bare.clone()
            },
            bare,
        ]
    }
}
