//! What the public pages read, and the pages built of it: the same for residents and for a preview.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use crate::assessment::store::released;
use crate::base::chart::tracks;
use crate::base::clock::Zone;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::locale::Lang;
use crate::consultation::{
    self, Consultation, Milestone, Openness, Track, TrackKind, Window, WindowChange,
};
use crate::council::model::Paper;
use crate::council::store::papers;
use crate::council::view::way_of;
use crate::evaluation;
use crate::participation;
use crate::portal::view::{
    Card, ChangeRow, ConsultationPage, EditionLink, FieldRow, Moved, StatementsCard, StepRow,
};
use crate::statement::model::{Deadlines, Extension};
use crate::statement::store::deadlines;
use crate::strategy::{self, Edition, EditionSize, LaidEdition};
use crate::survey::{self, Book, Survey};
use crate::translation::view::Languages;
use crate::translation::{ContentLang, Reader};

/// A consultation with everything its page shows.
pub struct Laid {
    /// The consultation.
    pub consultation: Consultation,
    /// The edition it lays open.
    pub edition: LaidEdition,
    /// Its surveys.
    pub book: Book,
    /// How many took part.
    pub figures: Figures,
    /// Whether everyone may read what became of the contributions.
    has_outcome: bool,
    /// Until when statements are in time, where it takes some.
    deadlines: Option<Deadlines>,
    /// The papers that bring this edition or a later one to the council.
    papers: Vec<Paper>,
    /// The languages in which it can be read, and the one it is read in.
    languages: (Vec<ContentLang>, Option<ContentLang>),
}

impl Laid {
    /// Reads it, in the language that somebody wants if it offers that.
    pub fn of(
        conn: &mut Conn,
        mut consultation: Consultation,
        reader: &Reader,
        today: NaiveDate,
    ) -> AppResult<Self> {
        let mut edition = strategy::laid(conn, &consultation.edition)?;
        let one = std::slice::from_mut(&mut consultation);
        let languages = consultation::read_each_in(conn, one, reader)?;
        if let Some(lang) = languages.1 {
            strategy::read_in(conn, &mut edition, lang)?;
        }
        let mut figures = Figures::until_yesterday(conn, today)?;
        // Before its publication an edition is not among those that were counted.
        let size = EditionSize {
            fields: edition.fields.len(),
            goals: edition.goal_count(),
        };
        figures.editions.insert(edition.id.clone(), size);
        Ok(Self {
            has_outcome: released(conn, &consultation.id)?.public.is_some(),
            book: Book::asking(conn, &consultation.id)?,
            deadlines: match consultation.track(TrackKind::Statements) {
                Some(_) => Some(deadlines::of(conn, &consultation)?),
                None => None,
            },
            papers: papers::on_strategy(conn, &edition.strategy, edition.number)?,
            edition,
            figures,
            consultation,
            languages,
        })
    }

    /// The switch between its languages and that of the town.
    pub fn languages(&self, town: Lang) -> Languages {
        Languages::of(&self.languages.0, self.languages.1, town)
    }

    /// Its page at an instant.
    ///
    /// # Errors
    /// Not found, when it has no track: there is no time to tell.
    pub fn page(&self, now: DateTime<Utc>, zone: Zone, town: Lang) -> AppResult<ConsultationPage> {
        let (consultation, edition) = (&self.consultation, &self.edition);
        let card = self.figures.card(consultation, now, zone);
        let card = card.ok_or(AppError::NotFound)?;
        let milestones = consultation.milestones.iter();
        let steps: Vec<StepRow> = consultation
            .tracks
            .iter()
            .map(|track| track_row(track, now, zone))
            .chain(milestones.map(|step| milestone_row(step, zone.day(now))))
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
            reading: field.reading,
            goals: field.goals().count(),
            questionnaires: self
                .book
                .survey_of(&field.id)
                .map(|survey| self.figures.of_survey(&survey.id)),
        });
        Ok(ConsultationPage {
            card,
            languages: self.languages(town),
            has_outcome: self.has_outcome,
            contact: consultation.contact.clone(),
            timeline: tracks(&spans, zone.day(now)),
            steps,
            today: zone.day(now),
            papers: self
                .papers
                .iter()
                .map(|paper| way_of(paper, zone.day(now)))
                .collect(),
            comments: match consultation.track(TrackKind::Comments) {
                Some(track) => match track.window.at(now) {
                    Openness::NotYet => "none",
                    Openness::Open => "open",
                    Openness::Over => "over",
                },
                None => "none",
            },
            statements: self
                .deadlines
                .as_ref()
                .map(|all| statements(all, now, zone)),
            rows: rows.collect(),
            edition: EditionLink {
                strategy: edition.strategy.clone(),
                number: edition.number,
                name: edition.name.clone(),
            },
        })
    }
}

fn statements(all: &Deadlines, now: DateTime<Utc>, zone: Zone) -> StatementsCard {
    let extension = |one: Extension| {
        let n = i64::try_from(one.organisations).unwrap_or(i64::MAX);
        (n, one.until)
    };
    StatementsCard {
        moment: all.moment(None, now, zone).as_str(),
        until: all.window.last_day(zone),
        extensions: all.extensions(zone).into_iter().map(extension).collect(),
    }
}

fn track_row(track: &Track, now: DateTime<Utc>, zone: Zone) -> StepRow {
    StepRow {
        sort: "track",
        label_key: Some(track.kind.label_key()),
        title: None,
        note: None,
        from: track.window.first_day(zone),
        until: Some(track.window.last_day(zone)),
        state: match track.window.at(now) {
            Openness::NotYet => "later",
            Openness::Open => "open",
            Openness::Over => "over",
        },
        time: Some(track.window.time_left(now, zone).into()),
        changes: track
            .changes
            .iter()
            .map(|change| change_row(change, zone))
            .collect(),
    }
}

fn change_row(change: &WindowChange, zone: Zone) -> ChangeRow {
    let moved = |day: fn(&Window, Zone) -> NaiveDate| {
        let (before, after) = (day(&change.before, zone), day(&change.after, zone));
        (before != after).then_some(Moved { before, after })
    };
    ChangeRow {
        on: zone.day(change.at),
        begin: moved(Window::first_day),
        end: moved(Window::last_day),
        reason: change.reason.clone(),
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
        changes: Vec::new(),
    }
}

/// What the public may know while a survey runs: how many took part until yesterday, never how they answered.
pub struct Figures {
    people: HashMap<Id<Consultation>, i64>,
    questionnaires: HashMap<Id<Survey>, i64>,
    by_consultation: HashMap<Id<Consultation>, i64>,
    editions: HashMap<Id<Edition>, EditionSize>,
    published: HashMap<Id<Consultation>, DateTime<Utc>>,
}

impl Figures {
    /// Counts for all consultations at once.
    pub fn until_yesterday(conn: &mut Conn, today: NaiveDate) -> AppResult<Self> {
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

    /// Questionnaires of one survey.
    pub fn of_survey(&self, survey: &Id<Survey>) -> i64 {
        self.questionnaires.get(survey).copied().unwrap_or_default()
    }

    /// None for a consultation without any track: there is no time to tell.
    pub fn card(
        &self,
        consultation: &Consultation,
        now: DateTime<Utc>,
        zone: Zone,
    ) -> Option<Card> {
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
            reading: consultation.reading,
            opens: span.first_day(zone),
            closes: span.last_day(zone),
            time: told.time_left(now, zone).into(),
            survey_open: survey.as_ref().is_some_and(is_open),
            results_since: self
                .published
                .get(&consultation.id)
                .filter(|at| **at <= now)
                .map(|at| zone.day(*at)),
            people: count(&self.people),
            questionnaires: count(&self.by_consultation),
            fields: size.fields,
            goals: size.goals,
        })
    }
}
