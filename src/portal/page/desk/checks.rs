//! What a consultation still needs, and what about it is odd: the check list of its home, and what is said before it
//! is published.

use chrono::{DateTime, Utc};

use super::home_of;
use crate::base::clock::Zone;
use crate::base::locale::{Args, DayStyle};
use crate::base::page::Ui;
use crate::consultation::form::EndWarning;
use crate::consultation::{Consultation, Openness, TrackKind};
use crate::portal::view::Check;
use crate::strategy::LaidEdition;
use crate::survey::Book;

/// What is looked at.
pub struct Looked<'a> {
    /// The consultation.
    pub consultation: &'a Consultation,
    /// The edition it lays open.
    pub edition: &'a LaidEdition,
    /// Whether everyone can read that edition.
    pub is_edition_public: bool,
    /// Its surveys.
    pub book: &'a Book,
}

/// The check list, in the order in which one works.
pub fn checks(looked: &Looked<'_>, ui: &Ui) -> Vec<Check> {
    let consultation = looked.consultation;
    let base = home_of(&consultation.slug);
    let at = |page: &str| Some(format!("{base}{page}"));
    let mut checks = vec![Check {
        state: "done",
        text: edition(looked, ui),
        url: at("/edit"),
    }];
    checks.push(if consultation.tracks.is_empty() {
        line("todo", ui.t("check-times-missing"), at("/times"))
    } else {
        line("done", ui.t("check-times"), at("/times"))
    });
    checks.extend(survey(looked, ui, at("/surveys").as_deref()));
    checks.extend(odd_times(consultation, ui, &base));
    checks.push(if consultation.milestones.is_empty() {
        line("todo", ui.t("check-steps-missing"), at("/steps"))
    } else {
        line("done", ui.t("check-steps"), at("/steps"))
    });
    checks.push(if consultation.contact.is_none() {
        line("todo", ui.t("check-contact-missing"), at("/edit#contact"))
    } else {
        line("done", ui.t("check-contact"), at("/edit#contact"))
    });
    checks.push(match consultation.published_at {
        Some(on) => {
            let mut args = Args::new();
            let on = ui.lang().day(ui.site().zone.day(on), DayStyle::Long);
            args.set("day", on);
            line("done", ui.text("check-published", &args), None)
        }
        None => line("todo", ui.t("check-unpublished"), at("/publish")),
    });
    checks
}

fn line(state: &'static str, text: String, url: Option<String>) -> Check {
    Check { state, text, url }
}

fn edition(looked: &Looked<'_>, ui: &Ui) -> String {
    let mut args = Args::new();
    args.set("name", looked.edition.name.clone());
    args.set("strategy", looked.edition.title.clone());
    if looked.is_edition_public {
        ui.text("check-edition", &args)
    } else {
        ui.text("check-edition-unpublished", &args)
    }
}

/// Whether the survey can be answered: it needs days, and surveys with questions.
fn survey(looked: &Looked<'_>, ui: &Ui, url: Option<&str>) -> Vec<Check> {
    let surveys = &looked.book.surveys;
    let has_track = looked.consultation.track(TrackKind::Survey).is_some();
    let questions: usize = surveys.iter().map(|survey| survey.questions.len()).sum();
    let mut args = Args::new();
    args.set("surveys", surveys.len());
    args.set("questions", questions);
    let mut checks = match (has_track, surveys.is_empty()) {
        (true, true) => vec![line(
            "todo",
            ui.t("check-survey-missing"),
            url.map(str::to_owned),
        )],
        (false, true) => Vec::new(),
        (false, false) => vec![line(
            "odd",
            ui.t("check-survey-without-days"),
            url.map(str::to_owned),
        )],
        (true, false) => vec![line(
            "done",
            ui.text("check-survey", &args),
            url.map(str::to_owned),
        )],
    };
    for survey in surveys.iter().filter(|survey| survey.questions.is_empty()) {
        let mut args = Args::new();
        args.set("title", survey.title.clone());
        checks.push(line(
            "odd",
            ui.text("check-survey-empty", &args),
            url.map(str::to_owned),
        ));
    }
    checks
}

/// Days that do not fit each other, the calendar or the present.
fn odd_times(consultation: &Consultation, ui: &Ui, base: &str) -> Vec<Check> {
    let (now, zone) = (ui.arrived(), ui.site().zone);
    let hidden = consultation.published_at.is_none();
    let mut odd = Vec::new();
    for track in &consultation.tracks {
        let url = if hidden {
            format!("{base}/times")
        } else {
            format!("{base}/tracks/{}", track.kind.as_str())
        };
        let mut args = Args::new();
        args.set("track", ui.t(track.kind.label_key()));
        let last = track.window.last_day(zone);
        args.set("day", ui.lang().day(last, DayStyle::Long));
        if track.window.at(now) == Openness::Over {
            if hidden {
                odd.push(line("odd", ui.text("check-track-over", &args), Some(url)));
            }
        } else if let Some(warning) = EndWarning::of(last, ui.site().config.town.region()) {
            args.set("off", ui.t(warning.label_key));
            odd.push(line(
                "odd",
                ui.text("check-track-day-off", &args),
                Some(url),
            ));
        }
    }
    odd.extend(early_steps(consultation, ui, zone, now, base));
    odd
}

/// Steps that begin while contributions still come in.
fn early_steps(
    consultation: &Consultation,
    ui: &Ui,
    zone: Zone,
    now: DateTime<Utc>,
    base: &str,
) -> Vec<Check> {
    let Some(span) = consultation.span().filter(|span| span.closes_at > now) else {
        return Vec::new();
    };
    let early = consultation
        .milestones
        .iter()
        .filter(|step| step.from <= span.last_day(zone));
    early
        .map(|step| {
            let mut args = Args::new();
            args.set("title", step.title.clone());
            let text = ui.text("check-step-early", &args);
            line("odd", text, Some(format!("{base}/steps")))
        })
        .collect()
}
