//! What the interface for programs answers. The comments of these types and fields are its documentation, too: programs
//! find them in `/api/v1/openapi.json`, people at `/api`.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::table::{Counted, Group, Told, lines};
use crate::base::clock::Zone;
use crate::base::figures::Limits;
use crate::consultation::{Consultation, Openness};
use crate::evaluation::{Published, Snapshot, SurveyFigures};
use crate::strategy::{LaidEdition, LaidElement};

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

impl From<Limits> for LimitsAnswer {
    fn from(limits: Limits) -> Self {
        Self {
            min_questionnaires: limits.min_questionnaires,
            min_marks: limits.min_marks,
        }
    }
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

/// Addresses in answers are whole ones.
#[derive(Clone, Copy)]
pub struct At<'a> {
    /// The address of the portal, without a slash at the end.
    pub base_url: &'a str,
    /// The town's days.
    pub zone: Zone,
    /// Now.
    pub now: DateTime<Utc>,
}

impl At<'_> {
    fn web(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    fn api(&self, path: &str) -> String {
        format!("{}/api/v1{path}", self.base_url)
    }
}

impl ConsultationEntry {
    /// A consultation in short.
    pub fn of(consultation: &Consultation, results: Option<DateTime<Utc>>, at: At<'_>) -> Self {
        let path = format!("/consultations/{}", consultation.slug);
        Self {
            id: consultation.slug.clone(),
            title: consultation.title.clone(),
            lead: consultation.lead.clone(),
            web: at.web(&path),
            url: at.api(&path),
            results_published_at: results,
        }
    }
}

impl ConsultationAnswer {
    /// The whole of it.
    pub fn of(
        consultation: &Consultation,
        (edition, is_public): (&LaidEdition, bool),
        results: Option<&Published>,
        at: At<'_>,
    ) -> Self {
        let path = format!("/consultations/{}", consultation.slug);
        let tracks = consultation.tracks.iter().map(|track| TrackAnswer {
            kind: track.kind.as_str(),
            opens_on: track.window.first_day(at.zone),
            closes_on: track.window.last_day(at.zone),
            is_open: track.window.at(at.now) == Openness::Open,
        });
        let own = format!("/strategies/{}/editions/{}", edition.strategy, edition.number);
        Self {
            id: consultation.slug.clone(),
            title: consultation.title.clone(),
            lead: consultation.lead.clone(),
            web: at.web(&path),
            published_at: consultation.published_at,
            edition: EditionLink {
                strategy: edition.strategy.clone(),
                number: edition.number,
                name: edition.name.clone(),
                url: is_public.then(|| at.api(&own)),
            },
            tracks: tracks.collect(),
            results: results.map(|published| ResultsLink {
                number: published.number,
                published_at: published.at,
                snapshot_sha256: published.sha256.clone(),
                url: at.api(&format!("{path}/results")),
                web: at.web(&format!("{path}/results")),
            }),
        }
    }
}

impl EditionAnswer {
    /// An edition with all its elements.
    pub fn of(edition: &LaidEdition, at: At<'_>) -> Self {
        let path = format!("/strategies/{}/editions/{}", edition.strategy, edition.number);
        Self {
            strategy: edition.strategy.clone(),
            title: edition.title.clone(),
            number: edition.number,
            name: edition.name.clone(),
            web: at.web(&path),
            elements: edition.fields.iter().map(ElementAnswer::of).collect(),
        }
    }
}

impl ElementAnswer {
    fn of(element: &LaidElement) -> Self {
        Self {
            key: element.key.clone(),
            kind: element.kind.as_str(),
            label: element.label.clone(),
            title: element.title.clone(),
            text: element.text.clone(),
            children: element.children.iter().map(Self::of).collect(),
        }
    }
}

impl ResultsAnswer {
    /// All figures of a publication that may be shown.
    pub fn of(consultation: &Consultation, published: &Published, licence: &str, at: At<'_>) -> Self {
        let snapshot = &published.snapshot;
        let surveys = snapshot.surveys.iter();
        Self {
            consultation: consultation.slug.clone(),
            title: consultation.title.clone(),
            number: published.number,
            published_at: published.at,
            snapshot_sha256: published.sha256.clone(),
            licence: (!licence.is_empty()).then(|| licence.to_owned()),
            limits: snapshot.limits.into(),
            people: snapshot.people,
            questionnaires: snapshot.questionnaires(),
            marks: snapshot.marks(),
            texts: snapshot.texts(),
            surveys: surveys
                .map(|survey| SurveyAnswer::of(&consultation.slug, snapshot, survey, at))
                .collect(),
        }
    }
}

impl SurveyAnswer {
    /// The figures of one survey that may be shown: those of the table in files, laid out by question.
    pub fn of(consultation: &str, snapshot: &Snapshot, survey: &SurveyFigures, at: At<'_>) -> Self {
        let mut questions: Vec<QuestionAnswer> = survey
            .questions
            .iter()
            .map(|question| QuestionAnswer {
                key: question.key.clone(),
                kind: question.kind.clone(),
                label: question.label.clone(),
                text: question.text.clone(),
                answered: if question.is_goal() { question.marks() } else { question.answered },
                texts: question.texts,
                rows: Vec::new(),
            })
            .collect();
        for line in lines(snapshot, Some(&survey.slug)) {
            let own = questions.iter_mut().find(|question| question.key == line.question);
            let (Some(question), false) = (own, matches!(line.counted, Counted::Fact(_))) else {
                continue;
            };
            let group = match line.group {
                Group::All => "all",
                other => other.as_str(),
            };
            let last = question.rows.last();
            if last.is_none_or(|row| row.item != line.item || row.group != group) {
                question.rows.push(RowAnswer {
                    item: line.item.clone(),
                    group,
                    shown: Told::as_str(line.told),
                    base: line.base,
                    options: Vec::new(),
                });
            }
            if let Some(row) = question.rows.last_mut() {
                row.options.push(OptionAnswer {
                    option: line.counted.as_str().to_owned(),
                    count: line.count,
                    percent: line.percent,
                });
            }
        }
        Self {
            id: survey.slug.clone(),
            label: survey.label.clone(),
            title: survey.title.clone(),
            is_profile: survey.is_profile,
            questionnaires: survey.questionnaires(),
            marks: survey.marks(),
            texts: survey.texts(),
            questions,
            web: at.web(&format!("/consultations/{consultation}/results/{}", survey.slug)),
        }
    }
}
