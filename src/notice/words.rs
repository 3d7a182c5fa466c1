//! What there is to tell, in words: for the feed and for mails.

use chrono::{DateTime, Utc};

use super::model::{Facts, Occasion, What};
use crate::base::clock::Zone;
use crate::base::locale::{Args, DayStyle, Lang, Texts};
use crate::consultation::{TrackKind, Window, WindowChange};

/// In which language, zone and moment something is told.
#[derive(Clone, Copy)]
pub(super) struct Teller<'a> {
    /// All texts.
    pub texts: &'a Texts,
    /// The reader's language.
    pub lang: Lang,
    /// The town's zone.
    pub zone: Zone,
    /// When it is told.
    pub now: DateTime<Utc>,
}

/// Something in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// A few words of ours: nothing that anybody typed.
    pub head: String,
    /// What it means.
    pub text: String,
    /// Where to read more; without host.
    pub path: String,
}

impl Teller<'_> {
    /// A text.
    pub fn t(&self, key: &str) -> String {
        self.texts.get(self.lang, key, &Args::new())
    }

    /// A text with values.
    pub fn text(&self, key: &str, args: &Args<'_>) -> String {
        self.texts.get(self.lang, key, args)
    }

    fn day(&self, day: chrono::NaiveDate) -> String {
        self.lang.day(day, DayStyle::WeekdayYear)
    }

    /// The name of a track.
    pub fn track(&self, kind: TrackKind) -> String {
        self.t(kind.label_key())
    }

    /// An occasion in words.
    pub fn tell(&self, facts: &Facts, occasion: &Occasion) -> Told {
        let home = format!("/consultations/{}", facts.consultation.slug);
        let mut args = Args::new();
        let (head, text, path) = match &occasion.what {
            What::Announced(from) => {
                args.set("day", self.day(*from));
                ("notice-announced-head", "notice-announced", home)
            }
            What::Opened(until) => {
                args.set("day", self.day(*until));
                ("notice-opened-head", "notice-opened", home)
            }
            What::Deadline(kind, change) => {
                args.set("track", self.track(*kind));
                return Told {
                    head: self.t("notice-deadline-head"),
                    text: self.moved(change, args),
                    path: home,
                };
            }
            What::Ends(kind, last) => {
                args.set("track", self.track(*kind));
                args.set("day", self.day(*last));
                // As of when it is told: a mail may leave late.
                args.set("days", (*last - self.zone.day(self.now)).num_days().max(0));
                ("notice-ends-head", "notice-ends", home)
            }
            What::Closed(kind, last) => {
                args.set("track", self.track(*kind));
                args.set("day", self.day(*last));
                ("notice-closed-head", "notice-closed", home)
            }
            What::Step(step) => {
                args.set("title", step.title.clone());
                args.set("day", self.day(step.from));
                args.set("note", step.note.clone());
                let key = if step.note.is_empty() {
                    "notice-step-bare"
                } else {
                    "notice-step"
                };
                ("notice-step-head", key, home)
            }
            What::Edition(edition) => {
                args.set("name", edition.name.clone());
                let path = format!(
                    "/strategies/{}/editions/{}",
                    edition.strategy, edition.number
                );
                ("notice-edition-head", "notice-edition", path)
            }
            What::Paper(paper) => {
                args.set("reference", paper.details.reference.clone());
                args.set("subject", paper.details.subject.clone());
                let today = self.zone.day(self.now);
                let next = paper.way.public().find(|step| step.day >= today);
                let path = format!("/papers/{}", paper.id);
                match next {
                    Some(step) => {
                        args.set("body", step.body.name.clone());
                        args.set("day", self.day(step.day));
                        ("notice-paper-head", "notice-paper-next", path)
                    }
                    None => ("notice-paper-head", "notice-paper", path),
                }
            }
            What::Results(1) => (
                "notice-results-head",
                "notice-results",
                format!("{home}/results"),
            ),
            What::Results(_) => (
                "notice-results-again-head",
                "notice-results-again",
                format!("{home}/results"),
            ),
        };
        Told {
            head: self.text(head, &args),
            text: self.text(text, &args),
            path,
        }
    }

    /// What of a window has moved, and why.
    fn moved(&self, change: &WindowChange, mut args: Args<'_>) -> String {
        args.set("reason", change.reason.clone());
        let both = |day: fn(&Window, Zone) -> chrono::NaiveDate| {
            let (before, after) = (
                day(&change.before, self.zone),
                day(&change.after, self.zone),
            );
            (before != after).then(|| (self.day(before), self.day(after)))
        };
        let mut lines = Vec::new();
        let moves = [
            (both(Window::first_day), "notice-deadline-begin"),
            (both(Window::last_day), "notice-deadline-end"),
        ];
        for (days, key) in moves {
            if let Some((before, after)) = days {
                args.set("before", before);
                args.set("after", after);
                lines.push(self.text(key, &args));
            }
        }
        if lines.is_empty() {
            lines.push(self.text("notice-deadline-today", &args));
        }
        lines.push(self.text("notice-deadline-reason", &args));
        lines.join(" ")
    }
}
