//! Lists: filtered, in pages, the oldest first, so that a page a program has read stays as it is.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use super::{Objects, Town};
use crate::council::model::{Kind, Trace};

/// How many objects a page has.
const PER_PAGE: usize = 50;

/// The most a program can ask for.
const AT_MOST: usize = 100;

/// Fields that hold other objects whole.
const INSIDE: [&str; 5] = [
    "agendaItem",
    "auxiliaryFile",
    "consultation",
    "legislativeTerm",
    "mainFile",
];

/// The values of an address that narrow a list.
pub struct Asked<'a>(pub &'a dyn Fn(&str) -> Option<String>);

/// Which objects of a list are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    created: (Option<DateTime<Utc>>, Option<DateTime<Utc>>),
    modified: (Option<DateTime<Utc>>, Option<DateTime<Utc>>),
    omits_inside: bool,
    page: usize,
    per_page: usize,
}

impl Filter {
    /// Reads the address. The name of the value that cannot be read, if there is one.
    pub fn read(asked: &Asked<'_>) -> Result<Self, &'static str> {
        let instant = |name: &'static str| match (asked.0)(name) {
            None => Ok(None),
            Some(text) => DateTime::parse_from_rfc3339(&text.replace(' ', "+"))
                .map(|at| Some(at.with_timezone(&Utc)))
                .map_err(|_| name),
        };
        let number = |name: &'static str, default: usize, most: usize| match (asked.0)(name) {
            None => Ok(default),
            Some(text) => match text.parse() {
                Ok(n) if (1..=most).contains(&n) => Ok(n),
                _ => Err(name),
            },
        };
        Ok(Self {
            created: (instant("created_since")?, instant("created_until")?),
            modified: (instant("modified_since")?, instant("modified_until")?),
            omits_inside: (asked.0)("omit_internal").is_some_and(|value| value != "false"),
            page: number("page", 1, 1_000_000)?,
            per_page: number("limit", PER_PAGE, AT_MOST)?,
        })
    }

    /// Whether an object is asked for. One that is gone is told to whoever asks what has changed.
    fn takes(&self, trace: &Trace) -> bool {
        let within = |at: DateTime<Utc>, (since, until): (Option<_>, Option<_>)| {
            since.is_none_or(|since| at >= since) && until.is_none_or(|until| at <= until)
        };
        let asks_for_changes = self.modified.0.is_some() || self.modified.1.is_some();
        within(trace.created, self.created)
            && within(trace.changed, self.modified)
            && (asks_for_changes || !trace.is_deleted)
    }

    /// The filters as they stand in the address of another page.
    fn query(&self, page: usize) -> String {
        let mut pairs = Vec::new();
        let times = [
            ("created_since", self.created.0),
            ("created_until", self.created.1),
            ("modified_since", self.modified.0),
            ("modified_until", self.modified.1),
        ];
        for (name, at) in times {
            if let Some(at) = at {
                pairs.push(format!("{name}={}", super::instant(at)));
            }
        }
        if self.omits_inside {
            pairs.push("omit_internal=true".to_owned());
        }
        if self.per_page != PER_PAGE {
            pairs.push(format!("limit={}", self.per_page));
        }
        pairs.push(format!("page={page}"));
        pairs.join("&")
    }
}

/// A page of the objects of one kind. `only`: the ids to choose from, where the list has fewer than all.
pub fn list(
    objects: &Objects<'_>,
    traces: &[Trace],
    kind: Kind,
    only: Option<&[String]>,
    filter: &Filter,
) -> (usize, Vec<Value>) {
    let wanted = traces.iter().filter(|trace| {
        trace.kind == kind && filter.takes(trace) && only.is_none_or(|ids| ids.contains(&trace.id))
    });
    let ids: Vec<_> = wanted.map(|trace| trace.id.as_str()).collect();
    let from = (filter.page - 1).saturating_mul(filter.per_page);
    let shown = ids.iter().skip(from).take(filter.per_page);
    let data = shown
        .filter_map(|id| objects.find(kind, id))
        .map(|mut object| {
            if let (true, Value::Object(fields)) = (filter.omits_inside, &mut object) {
                let holds =
                    |name: &str, value: &Value| INSIDE.contains(&name) && !value.is_string();
                fields.retain(|name, value| !holds(name, value));
            }
            object
        });
    (ids.len(), data.collect())
}

/// A list as programs get it: its data, where it stands among the pages, and where the others are.
pub fn paged(
    town: &Town<'_>,
    path: &str,
    (total, data): (usize, Vec<Value>),
    filter: &Filter,
) -> Value {
    let pages = total.div_ceil(filter.per_page).max(1);
    let and = if path.contains('?') { '&' } else { '?' };
    let url = |page: usize| town.url(&format!("{path}{and}{}", filter.query(page)));
    let mut links = Map::new();
    links.insert("first".into(), url(1).into());
    links.insert("self".into(), url(filter.page).into());
    links.insert("last".into(), url(pages).into());
    if filter.page > 1 {
        links.insert("prev".into(), url(filter.page - 1).into());
    }
    if filter.page < pages {
        links.insert("next".into(), url(filter.page + 1).into());
    }
    json!({
        "data": data,
        "pagination": {
            "totalElements": total,
            "elementsPerPage": filter.per_page,
            "currentPage": filter.page,
            "totalPages": pages,
        },
        "links": links,
    })
}

/// What a list of the body holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Things of a kind.
    Things(Kind),
    /// Nothing: the town keeps no such thing here.
    Nothing,
}

/// What the list of that name holds, if there is one.
pub fn list_of(name: &str) -> Option<Holds> {
    Some(match name {
        "organizations" => Holds::Things(Kind::Organization),
        "meetings" => Holds::Things(Kind::Meeting),
        "papers" => Holds::Things(Kind::Paper),
        "agenda-items" => Holds::Things(Kind::AgendaItem),
        "consultations" => Holds::Things(Kind::Consultation),
        "files" => Holds::Things(Kind::File),
        "people" | "legislative-terms" | "locations" | "memberships" => Holds::Nothing,
        _ => return None,
    })
}
