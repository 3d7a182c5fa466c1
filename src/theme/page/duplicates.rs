//! Form letters and near-duplicates: each shown as one text, and put under themes at once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::alike::Alike;
use super::learned::{Group, lore};
use super::undo::Undo;
use super::{Around, around, contributions_of, names, paragraphs, row, surroundings};
use crate::account::{Action, May, Permission};
use crate::base::db::{Arrivals, Conn, Recall};
use crate::base::error::{AppError, AppResult};
use crate::base::form::{Fields, Sent};
use crate::base::id::Id;
use crate::base::page::{Faults, ListAsk, Ui};
use crate::strategy::diff;
use crate::survey::FreeText;
use crate::theme::form::CodingForm;
use crate::theme::model::{Coding, Contribution, shortened};
use crate::theme::store::code as codings;
use crate::theme::store::themes::Named;
use crate::theme::view::{AlikeGroup, AlikeOpen, DuplicatesPage, Head, ThemeChoice, Variant};
use crate::theme::{CodeContributions, ReadContributions};

/// Characters of a group's text that stand for it.
const EXCERPT: usize = 140;
/// Most other wordings that are shown; a form letter with a free ending has as many as letters.
const WORDINGS: usize = 12;

/// `GET /desk/consultations/{consultation}/duplicates` — texts that are alike, group by group; `?group=` lays one open.
pub async fn show(
    may: May<ReadContributions>,
    slug: Path<String>,
    ask: ListAsk,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let may_code = may.who().has(Permission::Evaluate);
    // Whoever lays a group open sees what she herself has said.
    if ask.filter("group").or(ask.filter("undo")).is_none() {
        let name = format!("duplicates {slug} {may_code} {ask:?}");
        let read = move |conn: &mut Conn, recall: &Recall| {
            let found = found(conn, recall, &slug, None, ("", may_code))?;
            Ok(found.page(&ask, None, Faults::default()))
        };
        return ui.ok(&*may.read_page(name, Arrivals::None, read).await?);
    }
    let wanted = ask.filter("group").map(Id::known);
    let found = find(&may, slug.into_inner(), wanted).await?;
    let mut page = found.page(&ask, None, Faults::default());
    let author = may.who().to_string();
    let undo = ask.filter("undo").map(str::to_owned);
    page.undo = undo.filter(|id| CODED.has(&author, id));
    ui.ok(&page)
}

/// `POST /desk/consultations/{consultation}/duplicates` — puts all texts of a group under the same themes, or under none.
pub async fn code(
    may: May<CodeContributions>,
    slug: Path<String>,
    ask: ListAsk,
    form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    if let Some(group) = form.get("undo") {
        return take_back(may, slug.into_inner(), group.to_owned(), &ask, &ui).await;
    }
    let wanted = Id::known(form.get("group").unwrap_or_default());
    let found = find(&may, slug.into_inner(), Some(wanted)).await?;
    let (group, consultation) = found.group.as_ref().ok_or(AppError::NotFound).map(|open| {
        let of = found.of.consultation.id.clone();
        (Arc::clone(&open.group), of)
    })?;
    let typed = CodingForm::of(&form);
    let coding = match typed.parse() {
        Ok((coding, _)) => coding,
        Err(errors) => {
            let page = found.page(&ask, Some(&typed), Faults::from(ui.messages(&errors)));
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let author = may.who().to_string();
    let (coder, of) = (author.clone(), Arc::clone(&group));
    let had = may
        .write(move |tx| {
            let had = codings::own_codings(tx.conn, &of, &coder)?;
            codings::code(tx, &consultation, &of, &coding, &BTreeSet::new())?;
            Ok(had)
        })
        .await?;
    let id = group.first().map(Id::to_string).unwrap_or_default();
    CODED.keep(author, id.clone(), Coded { group, had });
    let back = ask.without("group").marked("undo", &id).address();
    Ok(ui.see_other_saying(&back, "said-duplicates-coded"))
}

/// A group that was coded at once, with what whoever did it had said about its texts before.
struct Coded {
    group: Group,
    had: BTreeMap<Id<FreeText>, Coding>,
}

/// Groups that were just coded.
static CODED: Undo<Coded> = Undo::new();

/// Puts back what somebody had said about the texts of a group before she coded all of them at once.
async fn take_back(
    may: May<CodeContributions>,
    slug: String,
    group: String,
    ask: &ListAsk,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let back = ask.clone().without("undo").address();
    let Some(coded) = CODED.take(&may.who().to_string(), &group) else {
        return Ok(ui.see_other_saying(&back, "said-duplicates-lost"));
    };
    may.write(move |tx| {
        let (consultation, _) = surroundings(tx.conn, &slug)?;
        codings::put_back(tx, &consultation.id, &coded.group, &coded.had)
    })
    .await?;
    Ok(ui.see_other_saying(&back, "said-duplicates-undone"))
}

/// A group with the words of its texts.
struct Open {
    group: Group,
    /// Themes that whoever reads chose for one of them.
    own: BTreeSet<String>,
}

struct Found {
    of: Arc<Around>,
    alike: Arc<Alike>,
    group: Option<Open>,
    may_code: bool,
}

async fn find<A: Action>(
    may: &May<A>,
    slug: String,
    wanted: Option<Id<FreeText>>,
) -> AppResult<Found> {
    let (me, may_code) = (may.who().to_string(), may.who().has(Permission::Evaluate));
    may.read_recalling(move |conn, recall| {
        found(conn, recall, &slug, wanted.as_ref(), (&me, may_code))
    })
    .await
}

fn found(
    conn: &mut Conn,
    recall: &Recall,
    slug: &str,
    wanted: Option<&Id<FreeText>>,
    (me, may_code): (&str, bool),
) -> AppResult<Found> {
    let of = around(conn, recall, slug)?;
    let lore = lore(conn, recall, &of.consultation, &of.themes)?;
    let name = format!("alike {}", of.consultation.id);
    let alike = recall.get(conn, &name, |conn| Alike::of(conn, &of, &lore))?;
    let wanted = wanted.and_then(|id| alike.groups.iter().find(|group| group.contains(id)));
    let group = match wanted {
        Some(group) => Some(Open {
            own: codings::own_themes(conn, group, me)?,
            group: Arc::clone(group),
        }),
        None => None,
    };
    Ok(Found {
        of,
        alike,
        group,
        may_code,
    })
}

/// The texts that say the same word for word, the most frequent first: their words and which they are.
type Wordings<'a> = Vec<(String, Vec<&'a Contribution>)>;

impl Found {
    fn wordings(&self, group: &Group) -> Wordings<'_> {
        let mut found: BTreeMap<String, Vec<&Contribution>> = BTreeMap::new();
        for one in group.iter().filter_map(|id| self.alike.texts.get(id)) {
            let words = paragraphs(&one.text).join("\n\n");
            found.entry(words).or_default().push(one);
        }
        let mut found: Wordings<'_> = found.into_iter().collect();
        found.sort_by_key(|(_, all)| (usize::MAX - all.len(), all.first().map(|one| &one.id)));
        found
    }

    fn coded(&self, group: &Group) -> usize {
        group
            .iter()
            .filter(|id| self.alike.read.contains(*id))
            .count()
    }

    fn row(&self, group: &Group, ask: &ListAsk) -> Option<AlikeGroup> {
        let id = group.first()?.to_string();
        let wordings = self.wordings(group);
        let (words, all) = wordings.first()?;
        let element = all.first()?.element.as_ref();
        let url = ask.clone().marked("group", &id).address();
        Some(AlikeGroup {
            url: format!("{url}#group"),
            id,
            excerpt: shortened(words, EXCERPT),
            spot: element.and_then(|id| self.of.places.get(id)).cloned(),
            count: group.len(),
            same: all.len(),
            coded: self.coded(group),
        })
    }

    fn page(&self, ask: &ListAsk, typed: Option<&CodingForm>, faults: Faults) -> DuplicatesPage {
        let ask = ask.clone().without("group").without("undo");
        let is_wanted = |group: &&Group| {
            let is_done = self.coded(group) == group.len();
            match ask.filter("state") {
                Some("open") => !is_done,
                Some("done") => is_done,
                _ => true,
            }
        };
        let wanted: Vec<&Group> = self.alike.groups.iter().filter(is_wanted).collect();
        let address = ask.address();
        DuplicatesPage {
            head: Head::from(&self.of.consultation),
            listing: ask.listing(wanted.len(), &["count"]),
            groups: ask
                .cut(wanted)
                .into_iter()
                .filter_map(|group| self.row(group, &ask))
                .collect(),
            all: self.alike.groups.len(),
            texts: self.alike.groups.iter().map(|group| group.len()).sum(),
            open: self.group.as_ref().and_then(|open| self.open(open, typed)),
            query: address.find('?').map_or("", |at| &address[at..]).to_owned(),
            may_code: self.may_code,
            undo: None,
            faults,
        }
    }

    fn open(&self, open: &Open, typed: Option<&CodingForm>) -> Option<AlikeOpen> {
        let group = &open.group;
        let wordings = self.wordings(group);
        let (words, all) = wordings.first()?;
        let names = names(&self.of.themes);
        let contributions = contributions_of(&self.of.consultation.slug);
        let variant = |(other, same): &(String, Vec<&Contribution>)| {
            Some(Variant {
                count: same.len(),
                url: format!("{contributions}/{}", same.first()?.id),
                paragraphs: diff::paragraphs(words, other),
            })
        };
        let first = all.first()?;
        let texts = group.iter().filter_map(|id| self.alike.texts.get(id));
        let chosen = typed.map(|typed| typed.themes.iter().map(Id::to_string).collect());
        Some(AlikeOpen {
            id: group.first()?.to_string(),
            row: row(first, &self.of.places, &names, [], false),
            count: group.len(),
            same: all.len(),
            coded: self.coded(group),
            is_scattered: texts.map(|one| &one.element).collect::<BTreeSet<_>>().len() > 1,
            variants: wordings
                .iter()
                .skip(1)
                .take(WORDINGS)
                .filter_map(variant)
                .collect(),
            more: wordings.len().saturating_sub(1 + WORDINGS),
            themes: self.choices(first),
            chosen: chosen.unwrap_or_else(|| open.own.clone()),
        })
    }

    /// The themes: those of the element first, then those that go across, then the others.
    fn choices(&self, of: &Contribution) -> Vec<ThemeChoice> {
        let mut themes: Vec<&Named> = self.of.themes.iter().collect();
        themes.sort_by_key(|theme| {
            let is_own = theme.element.is_some() && theme.element == of.element;
            (!is_own, theme.element.is_some())
        });
        let choice = |theme: &Named| ThemeChoice {
            value: theme.id.to_string(),
            label: theme.name.clone(),
            hint: Some(theme.about.clone()).filter(|about| !about.is_empty()),
        };
        themes.into_iter().map(choice).collect()
    }
}
