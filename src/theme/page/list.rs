//! Contributions to choose from.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::folded::Folded;
use super::learned::lore;
use super::{around, contributions_of, element_options, names, row, theme_options};
use crate::account::May;
use crate::base::db::{Arrivals, Conn, Recall};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::order::Order;
use crate::base::page::{ListAsk, Ui};
use crate::base::words;
use crate::consultation::Consultation;
use crate::survey::{Book, FreeText, Mark, QuestionKind};
use crate::theme::ReadContributions;
use crate::theme::model::{ContributionKind, Places};
use crate::theme::store::code;
use crate::theme::store::list::{self, Narrow};
use crate::theme::store::order;
use crate::theme::store::profiles::profile_sizes;
use crate::theme::store::themes::Named;
use crate::theme::view::{ContributionListPage, FilterOption, Head};

/// From how many questionnaires on an answer about the person can be filtered by: fewer would make out who it is.
const FEWEST: i64 = 5;

/// What the address asks for; `me`: who asks, as the journal names her. A name that nothing has finds nothing.
pub fn narrowed(
    ask: &ListAsk,
    me: &str,
    consultation: &Consultation,
    places: &Places,
    profiles: &[FilterOption],
) -> Narrow {
    let profile = ask.filter("person").map(|wanted| {
        let is_offered = profiles.iter().any(|offered| offered.value == wanted);
        let pair = wanted.split_once('.').filter(|_| is_offered);
        pair.and_then(|(question, code)| Some((question.parse().ok()?, code.parse().ok()?)))
            .unwrap_or((0, 0))
    });
    Narrow {
        consultation: consultation.id.clone(),
        elements: ask.filter("element").map(|key| {
            let found = places.find(key);
            found.map_or_else(Vec::new, |id| places.with_all_below(id))
        }),
        kind: ask.filter("kind").and_then(ContributionKind::parse),
        channel: ask.filter("channel").map(str::to_owned),
        mark: ask.filter("mark").and_then(Mark::parse),
        theme: ask.filter("theme").map(Id::known),
        is_coded: match ask.filter("coded") {
            Some("no") => Some(false),
            Some("yes") => Some(true),
            _ => None,
        },
        unread_by: (ask.filter("coded") == Some("mine")).then(|| me.to_owned()),
        stems: words::stems(ask.search()),
        profile,
    }
}

/// The same as [`profiles`], as earlier pages have read it.
pub fn kept_profiles(
    conn: &mut Conn,
    recall: &Recall,
    of: &Consultation,
) -> AppResult<Arc<Vec<FilterOption>>> {
    recall.get(conn, &format!("profiles {}", of.id), |conn| {
        profiles(conn, of)
    })
}

/// Answers about the person that enough people gave.
pub fn profiles(conn: &mut Conn, of: &Consultation) -> AppResult<Vec<FilterOption>> {
    let book = Book::of(conn, &of.id)?;
    let questions: Vec<_> = book
        .surveys
        .iter()
        .filter(|survey| survey.is_profile)
        .flat_map(|survey| &survey.questions)
        .filter(|question| question.kind == QuestionKind::Single)
        .collect();
    let ids: Vec<i32> = questions.iter().map(|question| question.id).collect();
    let sizes = profile_sizes(conn, &ids)?;
    let is_enough = |question: i32, code: i32| {
        let found = sizes.iter().find(|(q, c, _)| (*q, *c) == (question, code));
        found.is_some_and(|(_, _, n)| *n >= FEWEST)
    };
    let options = questions.into_iter().flat_map(|question| {
        let options = question.options.iter();
        options.map(move |option| (question, option))
    });
    Ok(options
        .filter(|(question, option)| is_enough(question.id, option.code))
        .map(|(question, option)| FilterOption {
            value: format!("{}.{}", question.id, option.code),
            label: format!("{}: {}", question.text, option.label),
        })
        .collect())
}

/// `GET /desk/consultations/{consultation}/contributions` — contributions, narrowed by what the clerk looks for.
pub async fn show(
    may: May<ReadContributions>,
    slug: Path<String>,
    ask: ListAsk,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let me = may.who().to_string();
    // Only what is left to read differs from person to person.
    let own = ask.filter("coded").filter(|of| *of == "mine").map(|_| &me);
    let name = format!("contributions {slug} {own:?} {ask:?}");
    let read = move |conn: &mut Conn, recall: &Recall| found(conn, recall, &slug, &ask, &me);
    ui.ok(&*may.read_page(name, Arrivals::None, read).await?)
}

/// A list as it is shown: with near-duplicates behind the one that stands for them, or without folding.
struct Shown {
    folded: Folded,
    order: Order,
    /// The first one that nobody has read.
    first_open: Option<Id<FreeText>>,
}

fn shown(
    conn: &mut Conn,
    recall: &Recall,
    (consultation, themes): (&Consultation, &[Named]),
    narrow: &Narrow,
    is_single: bool,
) -> AppResult<Arc<Shown>> {
    let name = format!("shown {is_single} {narrow:?}");
    recall.get(conn, &name, |conn| {
        let all = order::of(conn, recall, narrow)?;
        let folded = if is_single {
            Folded::default()
        } else {
            Folded::of(&*lore(conn, recall, consultation, themes)?, &all)
        };
        let order = if folded.hidden.is_empty() {
            Order::clone(&all)
        } else {
            all.without(&folded.hidden)
        };
        // A second coder reads on her own: all of her list is open.
        let first_open = if narrow.unread_by.is_some() {
            order.part(0, 1).pop()
        } else {
            let unread = Narrow {
                is_coded: Some(false),
                ..Narrow::all(&narrow.consultation)
            };
            order::of(conn, recall, &unread)?.first_common(&order)
        };
        Ok(Shown {
            folded,
            order,
            first_open,
        })
    })
}

fn found(
    conn: &mut Conn,
    recall: &Recall,
    slug: &str,
    ask: &ListAsk,
    me: &str,
) -> AppResult<ContributionListPage> {
    let of = around(conn, recall, slug)?;
    let (consultation, places) = (&of.consultation, &of.places);
    let profiles = kept_profiles(conn, recall, consultation)?;
    let narrow = narrowed(ask, me, consultation, places, &profiles);
    let is_single = ask.filter("alike") == Some("single");
    let shown = shown(conn, recall, (consultation, &of.themes), &narrow, is_single)?;
    let (from, most) = ask.window();
    let [from, most] = [from, most].map(|n| usize::try_from(n).unwrap_or(usize::MAX));
    let ids = shown.order.part(from, most);
    let found = list::these(conn, &consultation.id, &ids)?;
    let mut chosen = code::themes_of(conn, &ids)?;
    let mut read = code::read_of(conn, &ids)?;
    let names = names(&of.themes);
    let path = contributions_of(slug);
    let address = ask.clone().with("page", None).address();
    let query = address.strip_prefix(&path).unwrap_or_default().to_owned();
    // A second coder reads on her own: what the first one chose stays covered in her list.
    if narrow.unread_by.is_some() {
        chosen.clear();
        read.clear();
    }
    let first = shown.first_open.as_ref();
    Ok(ContributionListPage {
        alike: shown.folded.rows(conn, consultation, &ids)?,
        folded: shown.folded.hidden.len(),
        alike_url: ask
            .clone()
            .with("alike", (!is_single).then_some("single"))
            .address(),
        is_single,
        head: Head::from(consultation),
        listing: ask.listing(shown.order.len(), &["id"]),
        elements: element_options(places),
        themes: theme_options(&of.themes),
        profiles: Vec::clone(&profiles),
        rows: found
            .iter()
            .map(|one| {
                let themes = chosen.remove(&one.id).unwrap_or_default();
                row(one, places, &names, themes, read.contains(&one.id))
            })
            .collect(),
        begin_url: first.map(|id| format!("{path}/{id}{query}")),
        query,
    })
}
