//! What the interface for programs answers. The comments of these types and fields are its documentation, too: programs
//! find them in `/api/v1/openapi.json`, people at `/api`.

mod made;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

pub use made::At;

/// All published consultations.
#[derive(Serialize, ToSchema)]
pub struct ConsultationList {
    /// The consultations, in the order of the portal.
    pub data: Vec<ConsultationEntry>,
}

/// A consultation in short.
#[derive(Serialize, ToSchema)]
pub struct ConsultationEntry {
    /// Its lasting name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about, in two or three sentences.
    pub lead: String,
    /// Its page for people.
    pub web: String,
    /// Its full answer in this interface.
    pub url: String,
    /// Since when its results are public; null as long as they are not.
    pub results_published_at: Option<DateTime<Utc>>,
}

/// A consultation.
#[derive(Serialize, ToSchema)]
pub struct ConsultationAnswer {
    /// Its lasting name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about, in two or three sentences.
    pub lead: String,
    /// Its page for people.
    pub web: String,
    /// Since when it is public.
    pub published_at: Option<DateTime<Utc>>,
    /// The edition of the document that is laid open.
    pub edition: EditionLink,
    /// The ways to take part, each with days of its own.
    pub tracks: Vec<TrackAnswer>,
    /// Its results; null as long as they are not public.
    pub results: Option<ResultsLink>,
}

/// Which edition of which document.
#[derive(Serialize, ToSchema)]
pub struct EditionLink {
    /// The lasting name of the document.
    pub strategy: String,
    /// 1 for the first edition.
    pub number: i32,
    /// What the edition is called.
    pub name: String,
    /// Its full answer in this interface; null while the edition is not public by itself.
    pub url: Option<String>,
}

/// A way to take part.
#[derive(Serialize, ToSchema)]
pub struct TrackAnswer {
    /// What people hand in: `survey`, `comments` or `statements`.
    pub kind: &'static str,
    /// The first day.
    pub opens_on: NaiveDate,
    /// The last day.
    pub closes_on: NaiveDate,
    /// Whether it is open at this moment.
    pub is_open: bool,
}

/// Where results are.
#[derive(Serialize, ToSchema)]
pub struct ResultsLink {
    /// 1 for the first publication; a later one replaces an earlier one.
    pub number: i32,
    /// When this publication became public.
    pub published_at: DateTime<Utc>,
    /// SHA-256 of the frozen figures.
    pub snapshot_sha256: String,
    /// The full answer in this interface.
    pub url: String,
    /// The page for people.
    pub web: String,
}

/// An edition of a document with all its elements.
#[derive(Serialize, ToSchema)]
pub struct EditionAnswer {
    /// The lasting name of the document.
    pub strategy: String,
    /// Its title.
    pub title: String,
    /// 1 for the first edition.
    pub number: i32,
    /// What the edition is called.
    pub name: String,
    /// Its page for people.
    pub web: String,
    /// The fields of action in their order.
    pub elements: Vec<ElementAnswer>,
}

/// An element of a document with its wording in this edition.
#[derive(Serialize, ToSchema)]
pub struct ElementAnswer {
    /// Its lasting name through all editions.
    pub key: String,
    /// What it is: `field`, `principle`, `goal` or `action_goal`.
    pub kind: &'static str,
    /// How people refer to it in this edition, such as 2.4; may be empty.
    pub label: String,
    /// Its title; may be empty.
    pub title: String,
    /// Its text; may be empty.
    pub text: String,
    /// What is below it.
    #[schema(no_recursion)]
    pub children: Vec<ElementAnswer>,
}

/// Published results of a consultation.
#[derive(Serialize, ToSchema)]
pub struct ResultsAnswer {
    /// The lasting name of the consultation.
    pub consultation: String,
    /// Its title.
    pub title: String,
    /// 1 for the first publication.
    pub number: i32,
    /// When this publication became public.
    pub published_at: DateTime<Utc>,
    /// SHA-256 of the frozen figures.
    pub snapshot_sha256: String,
    /// The address of the licence; null when the town has named none.
    pub licence: Option<String>,
    /// From which numbers on figures are shown.
    pub limits: LimitsAnswer,
    /// People who took part.
    pub people: u64,
    /// Questionnaires they handed in, on all surveys together.
    pub questionnaires: u64,
    /// Marks on goals, on all surveys together.
    pub marks: u64,
    /// Comments and texts.
    pub texts: u64,
    /// All marks together; hidden as well where what is hidden in a part could be computed from it.
    pub all_marks: RowAnswer,
    /// The surveys in their order.
    pub surveys: Vec<SurveyAnswer>,
}

/// From which numbers on figures are shown.
#[derive(Serialize, ToSchema)]
pub struct LimitsAnswer {
    /// Fewer questionnaires than this: no distribution at all.
    pub min_questionnaires: u64,
    /// Fewer marks than this: counts, but no per cents.
    pub min_marks: u64,
}

/// Published results of one survey, mostly about one field of action.
#[derive(Serialize, ToSchema)]
pub struct SurveyAnswer {
    /// Its lasting name.
    pub id: String,
    /// The number of the field of action; may be empty.
    pub label: String,
    /// Its title.
    pub title: String,
    /// Whether it asks about the persons; then it is not counted among the questionnaires of the whole.
    pub is_profile: bool,
    /// Questionnaires it got.
    pub questionnaires: u64,
    /// Marks its goals got.
    pub marks: u64,
    /// Comments and texts.
    pub texts: u64,
    /// All marks on its goals together; hidden as well where what is hidden at a goal could be computed from it. Null where
    /// it asks about no goal.
    pub all_marks: Option<RowAnswer>,
    /// Its questions in their order.
    pub questions: Vec<QuestionAnswer>,
    /// Its page for people.
    pub web: String,
}

/// The figures of one question.
#[derive(Serialize, ToSchema)]
pub struct QuestionAnswer {
    /// Its lasting name; for a goal the name of the goal.
    pub key: String,
    /// `goal`, `single`, `multiple`, `scale`, `ranking`, `number`, `date`, `short_text` or `long_text`.
    pub kind: String,
    /// The number of the goal, such as 2.4; empty for other questions.
    pub label: String,
    /// Its wording.
    pub text: String,
    /// Questionnaires with an answer to it; for a goal, marks.
    pub answered: u64,
    /// Comments or texts.
    pub texts: u64,
    /// Its distributions: one for most kinds, one for each item of a scale or ranking, and each of them also for those
    /// with and without an access code where both are enough.
    pub rows: Vec<RowAnswer>,
}

/// One distribution.
#[derive(Serialize, ToSchema)]
pub struct RowAnswer {
    /// What it is about, for a scale or a ranking; else empty.
    pub item: String,
    /// Which questionnaires are counted: `all`, `invited` (with an access code) or `open` (without).
    pub group: &'static str,
    /// What may be shown: `share` (counts and per cents), `count` (too few for per cents) or `hidden` (too few people).
    pub shown: &'static str,
    /// What 100 per cent stand for; null where that is hidden.
    pub base: Option<u64>,
    /// The options in their order.
    pub options: Vec<OptionAnswer>,
}

/// One option of a distribution.
#[derive(Serialize, ToSchema)]
pub struct OptionAnswer {
    /// What could be chosen; for a goal `drop`, `too_far`, `right`, `bolder` or `unclear`.
    pub option: String,
    /// How many chose it; null where that is hidden.
    pub count: Option<u64>,
    /// Whole per cents of the base; null where there are too few.
    pub percent: Option<u8>,
}

/// Why there is no answer (RFC 9457).
#[derive(Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the status says it all.
    pub r#type: String,
    /// The status in words.
    pub title: String,
    /// The status.
    pub status: u16,
    /// What happened, in the language of whoever asks.
    pub detail: String,
    /// A number under which the administration finds it in its log.
    pub reference: String,
}
