//! The start page and the page of one consultation.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use chrono::{DateTime, NaiveDate, Utc};

use super::view::{Card, ConsultationPage, EditionLink, FieldRow, StartPage, StepRow};
use crate::base::chart::tracks;
use crate::base::clock::Zone;
use crate::base::db::{Conn, Db};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::page::Ui;
use crate::consultation::{self, Consultation, Milestone, Openness, Phase, Track, TrackKind};
use crate::evaluation;
use crate::participation;
use crate::strategy::{self, Edition, EditionSize};
use crate::survey::{self, Book, Survey};

/// `GET /` — running, upcoming and past consultations.
pub async fn start(db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (now, zone) = (ui.arrived(), ui.site().zone);
    let (consultations, figures) = db
        .read(move |conn| {
            let consultations = consultation::list_published(conn)?;
            Ok((
                consultations,
                Figures::until_yesterday(conn, zone.day(now))?,
            ))
        })
        .await?;
    let mut page = StartPage {
        running: Vec::new(),
        announced: Vec::new(),
        ended: Vec::new(),
    };
    for consultation in &consultations {
        let Some(card) = figures.card(consultation, now, zone) else {
            continue;
        };
        match consultation.phase(now) {
            Phase::Running => page.running.push(card),
            Phase::Announced => page.announced.push(card),
            Phase::Ended => page.ended.push(card),
        }
    }
    // What ends or begins next stands first; of what is over, the latest.
    page.running.sort_by_key(|card| card.closes);
    page.announced.sort_by_key(|card| card.opens);
    page.ended
        .sort_by_key(|card| std::cmp::Reverse(card.closes));
    ui.ok(&page)
}

/// `GET /consultations/{consultation}` — the timetable, the draft, what happens afterwards.
pub async fn consultation(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (now, zone) = (ui.arrived(), ui.site().zone);
    let (consultation, edition, book, figures) = db
        .read(move |conn| {
            let consultation = consultation::published(conn, &slug)?;
            let edition = strategy::laid(conn, &consultation.edition)?;
            let book = Book::of(conn, &consultation.id)?;
            Ok((
                consultation,
                edition,
                book,
                Figures::until_yesterday(conn, zone.day(now))?,
            ))
        })
        .await?;
    let card = figures.card(&consultation, now, zone);
    let card = card.ok_or(crate::base::error::AppError::NotFound)?;
    let steps: Vec<StepRow> = consultation
        .tracks
        .iter()
        .map(|track| track_row(track, now, zone))
        .chain(
            consultation
                .milestones
                .iter()
                .map(|step| milestone_row(step, zone.day(now))),
        )
        .collect();
    // A step without a last day takes one day; nothing here is without an end.
    let spans = steps
        .iter()
        .map(|step| (step.from, Some(step.until.unwrap_or(step.from))));
    let spans: Vec<_> = spans.collect();
    let rows = edition.fields.iter().map(|field| FieldRow {
        key: field.key.clone(),
        label: field.label.clone(),
        title: field.title.clone(),
        goals: field.goals().count(),
        questionnaires: book
            .survey_of(&field.id)
            .map(|survey| figures.of_survey(&survey.id)),
    });
    ui.ok(&ConsultationPage {
        card,
        contact: consultation.contact.clone(),
        timeline: tracks(&spans, zone.day(now)),
        steps,
        today: zone.day(now),
        rows: rows.collect(),
        edition: EditionLink {
            strategy: edition.strategy,
            number: edition.number,
            name: edition.name,
        },
    })
}

fn track_row(track: &Track, now: DateTime<Utc>, zone: Zone) -> StepRow {
    StepRow {
        sort: "track",
        label_key: Some(track.kind.label_key()),
        title: None,
        note: track.changed.clone(),
        from: track.window.first_day(zone),
        until: Some(track.window.last_day(zone)),
        state: match track.window.at(now) {
            Openness::NotYet => "later",
            Openness::Open => "open",
            Openness::Over => "over",
        },
        time: Some(track.window.time_left(now, zone).into()),
        is_changed: track.changed.is_some(),
    }
}

fn milestone_row(step: &Milestone, today: NaiveDate) -> StepRow {
    let last = step.until.unwrap_or(step.from);
    StepRow {
        sort: "milestone",
        label_key: None,
        title: Some(step.title.clone()),
        note: Some(step.note.clone()),
        from: step.from,
        until: step.until,
        state: if today < step.from {
            "later"
        } else if today <= last {
            "open"
        } else {
            "over"
        },
        time: None,
        is_changed: false,
    }
}

/// What the public may know while a survey runs: how many took part until yesterday, never how they answered.
struct Figures {
    people: HashMap<Id<Consultation>, i64>,
    questionnaires: HashMap<Id<Survey>, i64>,
    by_consultation: HashMap<Id<Consultation>, i64>,
    editions: HashMap<Id<Edition>, EditionSize>,
    published: HashMap<Id<Consultation>, DateTime<Utc>>,
}

impl Figures {
    fn until_yesterday(conn: &mut Conn, today: NaiveDate) -> AppResult<Self> {
        let counted = survey::questionnaires_before(conn, today)?;
        let mut by_consultation = HashMap::new();
        for (consultation, _, n) in &counted {
            *by_consultation.entry(consultation.clone()).or_default() += n;
        }
        Ok(Self {
            people: participation::people_before(conn, today)?
                .into_iter()
                .collect(),
            questionnaires: counted
                .into_iter()
                .map(|(_, survey, n)| (survey, n))
                .collect(),
            by_consultation,
            editions: strategy::edition_sizes(conn)?,
            published: evaluation::published_on(conn)?,
        })
    }

    fn of_survey(&self, survey: &Id<Survey>) -> i64 {
        self.questionnaires.get(survey).copied().unwrap_or_default()
    }

    /// None for a consultation without any track: there is no time to tell.
    fn card(&self, consultation: &Consultation, now: DateTime<Utc>, zone: Zone) -> Option<Card> {
        let span = consultation.span()?;
        let survey = consultation.track(TrackKind::Survey);
        let is_open = |track: &&Track| track.window.at(now) == Openness::Open;
        // While the survey is open its end is what matters to people; else the span of all tracks.
        let told = survey.filter(is_open).map_or(span, |track| track.window);
        let size = self
            .editions
            .get(&consultation.edition)
            .copied()
            .unwrap_or_default();
        let count = |counts: &HashMap<_, i64>| counts.get(&consultation.id).copied().unwrap_or(0);
        Some(Card {
            slug: consultation.slug.clone(),
            title: consultation.title.clone(),
            lead: consultation.lead.clone(),
            opens: span.first_day(zone),
            closes: span.last_day(zone),
            time: told.time_left(now, zone).into(),
            survey_open: survey.as_ref().is_some_and(is_open),
            results_since: self.published.get(&consultation.id).map(|at| zone.day(*at)),
            people: count(&self.people),
            questionnaires: count(&self.by_consultation),
            fields: size.fields,
            goals: size.goals,
        })
    }
}
