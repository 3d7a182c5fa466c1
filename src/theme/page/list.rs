//! Contributions to choose from.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::folded::Folded;
use super::learned::lore;
use super::{contributions_of, element_options, names, row, surroundings, theme_options};
use crate::account::May;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::page::{ListAsk, Ui};
use crate::base::words;
use crate::consultation::Consultation;
use crate::survey::{Book, Mark, QuestionKind};
use crate::theme::ReadContributions;
use crate::theme::model::{ContributionKind, Places};
use crate::theme::store::list::{Narrow, count, page};
use crate::theme::store::profiles::profile_sizes;
use crate::theme::store::{code, themes};
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
        without: Vec::new(),
    }
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
    let page = may.read(move |conn| found(conn, &slug, &ask, &me)).await?;
    ui.ok(&page)
}

fn found(conn: &mut Conn, slug: &str, ask: &ListAsk, me: &str) -> AppResult<ContributionListPage> {
    let (consultation, places) = surroundings(conn, slug)?;
    let profiles = profiles(conn, &consultation)?;
    let mut narrow = narrowed(ask, me, &consultation, &places, &profiles);
    let themes = themes::of(conn, &consultation.id)?;
    let is_single = ask.filter("alike") == Some("single");
    let folded = if is_single {
        Folded::default()
    } else {
        let lore = lore(conn, &consultation, &themes)?;
        Folded::of(conn, &lore, &narrow)?
    };
    narrow.without.clone_from(&folded.hidden);
    let total = count(conn, &narrow)?;
    let found = page(conn, &narrow, ask.window())?;
    let ids: Vec<_> = found.iter().map(|one| one.id.clone()).collect();
    let mut chosen = code::themes_of(conn, &ids)?;
    let mut read = code::read_of(conn, &ids)?;
    let names = names(&themes);
    let listing = ask.listing(usize::try_from(total).unwrap_or_default(), &["id"]);
    let path = contributions_of(slug);
    let address = ask.clone().with("page", None).address();
    let query = address.strip_prefix(&path).unwrap_or_default().to_owned();
    // A second coder reads on her own: what the first one chose stays covered in her list.
    let is_blind = narrow.unread_by.is_some();
    if is_blind {
        chosen.clear();
        read.clear();
    }
    let open = Narrow {
        is_coded: (!is_blind).then_some(false),
        ..narrow
    };
    let first = page(conn, &open, (0, 1))?.pop();
    Ok(ContributionListPage {
        alike: folded.rows(conn, &consultation, &ids)?,
        folded: folded.hidden.len(),
        alike_url: ask
            .clone()
            .with("alike", (!is_single).then_some("single"))
            .address(),
        is_single,
        head: Head::from(&consultation),
        listing,
        elements: element_options(&places),
        themes: theme_options(&themes),
        profiles,
        rows: found
            .iter()
            .map(|one| {
                let themes = chosen.remove(&one.id).unwrap_or_default();
                row(one, &places, &names, themes, read.contains(&one.id))
            })
            .collect(),
        begin_url: first.map(|one| format!("{path}/{}{query}", one.id)),
        query,
    })
}
