//! The objects.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::{Facts, Town, instant, schema, type_of};
use crate::base::attachment::Attached;
use crate::council::model::{Body, BodyKind, Kind, Paper, Step, StepRole, Trace, meeting_id};

/// The system: where a program begins.
pub fn system(town: &Town<'_>, facts: &Facts) -> Value {
    let mut object = json!({
        "id": town.url("system"),
        "type": schema("System"),
        "oparlVersion": schema(""),
        "body": town.url("bodies"),
        "name": town.portal,
        "website": format!("{}/", town.base_url),
        "web": format!("{}/papers", town.base_url),
    });
    dated(&mut object, facts);
    object
}

/// The town as a body in the sense of OParl: there is one.
pub fn body(town: &Town<'_>, facts: &Facts) -> Value {
    let list = |name: &str| town.url(&format!("body/{name}"));
    let mut object = json!({
        "id": town.url("body"),
        "type": schema("Body"),
        "system": town.url("system"),
        "name": town.name,
        "website": format!("{}/", town.base_url),
        "organization": list("organizations"),
        "person": list("people"),
        "meeting": list("meetings"),
        "paper": list("papers"),
        "agendaItem": list("agenda-items"),
        "consultation": list("consultations"),
        "file": list("files"),
        "legislativeTerm": [],
        "legislativeTermList": list("legislative-terms"),
        "locationList": list("locations"),
        "membership": list("memberships"),
        "web": format!("{}/papers", town.base_url),
    });
    dated(&mut object, facts);
    object
}

/// Since when there is anything, and since when it is as it is.
fn dated(object: &mut Value, facts: &Facts) {
    let first = facts.traces.iter().map(|trace| trace.created).min();
    let last = facts.traces.iter().map(|trace| trace.changed).max();
    object["created"] = instant(first.unwrap_or_default()).into();
    object["modified"] = instant(last.unwrap_or_default()).into();
}

/// A meeting: the public steps of one body on one day.
struct Meeting<'a> {
    body: &'a Body,
    day: NaiveDate,
    items: Vec<(&'a Paper, &'a Step)>,
}

/// All objects, to be found by their id.
pub struct Objects<'a> {
    town: &'a Town<'a>,
    bodies: HashMap<&'a str, &'a Body>,
    papers: HashMap<&'a str, &'a Paper>,
    steps: HashMap<&'a str, (&'a Paper, &'a Step)>,
    files: HashMap<&'a str, (&'a Paper, &'a Attached)>,
    meetings: HashMap<String, Meeting<'a>>,
    traces: HashMap<(Kind, &'a str), &'a Trace>,
}

impl<'a> Objects<'a> {
    /// Of what is public.
    pub fn of(facts: &'a Facts, town: &'a Town<'a>) -> Self {
        let papers = facts.papers.iter();
        let mut all = Self {
            town,
            bodies: facts
                .bodies
                .iter()
                .map(|one| (one.id.as_str(), one))
                .collect(),
            papers: papers.map(|one| (one.id.as_str(), one)).collect(),
            steps: HashMap::new(),
            files: HashMap::new(),
            meetings: HashMap::new(),
            traces: HashMap::new(),
        };
        for paper in &facts.papers {
            for step in paper.way.public() {
                all.steps.insert(step.id.as_str(), (paper, step));
                let meeting = all.meetings.entry(meeting_id(&step.body.id, step.day));
                let meeting = meeting.or_insert_with(|| Meeting {
                    body: &step.body,
                    day: step.day,
                    items: Vec::new(),
                });
                meeting.items.push((paper, step));
            }
            let files = paper.files.iter();
            all.files
                .extend(files.map(|file| (file.id.as_str(), (paper, file))));
        }
        for meeting in all.meetings.values_mut() {
            meeting
                .items
                .sort_by_key(|(paper, step)| (paper.id.clone(), step.id.clone()));
        }
        let traces = facts.traces.iter();
        all.traces
            .extend(traces.map(|one| ((one.kind, one.id.as_str()), one)));
        all
    }

    /// An object by itself; one that is gone says so. None when it was never public.
    pub fn find(&self, kind: Kind, id: &str) -> Option<Value> {
        let trace = self.traces.get(&(kind, id))?;
        if trace.is_deleted {
            return Some(Value::Object(self.stub(trace)));
        }
        let town = self.town;
        let mut object = match kind {
            Kind::Organization => self.organization(self.bodies.get(id)?),
            Kind::Paper => self.paper(self.papers.get(id)?),
            Kind::Meeting => self.meeting(id, self.meetings.get(id)?),
            Kind::AgendaItem => {
                let (paper, step) = self.steps.get(id)?;
                let meeting = meeting_id(&step.body.id, step.day);
                let mut item = self.agenda_item(paper, step);
                let mut items = self.meetings.get(&meeting)?.items.iter();
                let at = items.position(|(_, other)| other.id == step.id)?;
                item["order"] = json!(at + 1);
                item["meeting"] = town.of(Kind::Meeting, &meeting).into();
                item
            }
            Kind::Consultation => {
                let (paper, step) = self.steps.get(id)?;
                let mut one = self.consultation(step);
                one["paper"] = town.of(Kind::Paper, paper.id.as_str()).into();
                one
            }
            Kind::File => {
                let (paper, file) = self.files.get(id)?;
                let mut one = self.file(paper, file);
                one["paper"] = json!([town.of(Kind::Paper, paper.id.as_str())]);
                one
            }
        };
        if let Value::Object(fields) = &mut object {
            fields.extend(self.stub(trace));
            if let Some(web) = self.web(kind, id) {
                fields.insert("web".into(), web.into());
            }
        }
        Some(object)
    }

    /// What every object says: what it is, since when, and whether it is gone.
    fn stub(&self, trace: &Trace) -> Map<String, Value> {
        let mut stub = Map::new();
        stub.insert("id".into(), self.town.of(trace.kind, &trace.id).into());
        stub.insert("type".into(), schema(type_of(trace.kind)).into());
        stub.insert("created".into(), instant(trace.created).into());
        stub.insert("modified".into(), instant(trace.changed).into());
        if trace.is_deleted {
            stub.insert("deleted".into(), true.into());
        }
        stub
    }

    /// An object inside of another one: with what every object says.
    fn inside(&self, kind: Kind, id: &str, mut object: Value) -> Value {
        if let (Value::Object(fields), Some(trace)) = (&mut object, self.traces.get(&(kind, id))) {
            fields.extend(self.stub(trace));
        }
        object
    }

    /// The page people read it on.
    fn web(&self, kind: Kind, id: &str) -> Option<String> {
        let paper = match kind {
            Kind::Paper => id,
            Kind::Consultation | Kind::AgendaItem => self.steps.get(id)?.0.id.as_str(),
            _ => return None,
        };
        Some(format!("{}/papers/{paper}", self.town.base_url))
    }

    fn organization(&self, body: &Body) -> Value {
        let (kind, class) = match body.kind {
            BodyKind::Council => ("Gremium", "Parlament"),
            BodyKind::Committee => ("Gremium", "Ausschuss"),
            BodyKind::Advisory => ("Gremium", "Beirat"),
            BodyKind::Administration => ("Verwaltungsbereich", "Verwaltung"),
        };
        let meetings = format!("body/meetings?organization={}", body.id);
        json!({
            "body": self.town.url("body"),
            "name": body.name,
            "shortName": body.short_name,
            "organizationType": kind,
            "classification": class,
            "meeting": self.town.url(&meetings),
        })
    }

    fn paper(&self, paper: &Paper) -> Value {
        let details = &paper.details;
        let steps = paper.way.public().map(|step| {
            self.inside(
                Kind::Consultation,
                step.id.as_str(),
                self.consultation(step),
            )
        });
        let files = paper
            .files
            .iter()
            .map(|file| self.inside(Kind::File, file.id.as_str(), self.file(paper, file)));
        let (mut files, steps): (Vec<_>, Vec<_>) = (files.collect(), steps.collect());
        let mut object = json!({
            "body": self.town.url("body"),
            "name": details.subject,
            "reference": details.reference,
            "date": details.dated_on,
            "paperType": (self.town.words)(details.kind.label_key()),
            "consultation": steps,
        });
        if !files.is_empty() {
            object["mainFile"] = files.remove(0);
        }
        if !files.is_empty() {
            object["auxiliaryFile"] = files.into();
        }
        object
    }

    fn consultation(&self, step: &Step) -> Value {
        let town = self.town;
        json!({
            "agendaItem": town.of(Kind::AgendaItem, step.id.as_str()),
            "meeting": town.of(Kind::Meeting, &meeting_id(&step.body.id, step.day)),
            "organization": [town.of(Kind::Organization, step.body.id.as_str())],
            "authoritative": step.role == StepRole::Decision,
            "role": (town.words)(step.role.label_key()),
        })
    }

    fn agenda_item(&self, paper: &Paper, step: &Step) -> Value {
        let details = &paper.details;
        let mut item = json!({
            "name": format!("{}: {}", details.reference, details.subject),
            "public": true,
            "consultation": self.town.of(Kind::Consultation, step.id.as_str()),
        });
        if let Some(key) = step.outcome_key() {
            item["result"] = (self.town.words)(key).into();
        }
        if !step.wording.is_empty() {
            item["resolutionText"] = step.wording.as_str().into();
        }
        item
    }

    fn meeting(&self, id: &str, meeting: &Meeting<'_>) -> Value {
        let items: Vec<_> = (1..)
            .zip(&meeting.items)
            .map(|(n, (paper, step))| {
                let mut item = self.agenda_item(paper, step);
                item["order"] = json!(n);
                self.inside(Kind::AgendaItem, step.id.as_str(), item)
            })
            .collect();
        let is_over = meeting.items.iter().all(|(_, step)| step.outcome.is_some());
        let day = self.town.zone.start_of(meeting.day);
        json!({
            "id": self.town.of(Kind::Meeting, id),
            "name": format!("{}, {}", meeting.body.name, meeting.day.format("%d.%m.%Y")),
            "meetingState": if is_over { "durchgeführt" } else { "terminiert" },
            "cancelled": false,
            "start": day.with_timezone(&self.town.zone.0).to_rfc3339(),
            "organization": [self.town.of(Kind::Organization, meeting.body.id.as_str())],
            "agendaItem": items,
        })
    }

    fn file(&self, paper: &Paper, file: &Attached) -> Value {
        let at = format!(
            "{}/papers/{}/files/{}",
            self.town.base_url, paper.id, file.id
        );
        let stem = file
            .name
            .rsplit_once('.')
            .map_or(file.name.as_str(), |(stem, _)| stem);
        json!({
            "name": stem,
            "fileName": file.name,
            "mimeType": file.media.mime(),
            "size": file.bytes,
            "accessUrl": at,
            "downloadUrl": at,
        })
    }
}

impl Facts {
    /// The ids of the meetings of a body that are or were public.
    pub fn meetings_of(&self, body: &str) -> Vec<String> {
        let steps = self.papers.iter().flat_map(|paper| paper.way.public());
        let own = steps.filter(|step| step.body.id.as_str() == body);
        own.map(|step| meeting_id(&step.body.id, step.day))
            .collect()
    }
}
