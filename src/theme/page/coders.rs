//! Two people who code the same texts show whether a theme is described well enough.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::{around, contributions_of, names};
use crate::account::store::names::{Author, authors};
use crate::account::{May, Permission};
use crate::base::db::{Conn, Recall};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::page::{ListAsk, Ui};
use crate::consultation::Consultation;
use crate::strategy::cause::Theme;
use crate::survey::FreeText;
use crate::theme::ReadContributions;
use crate::theme::model::agreement::{Pair, Strength, agreement};
use crate::theme::model::{Places, shortened};
use crate::theme::store::themes::Named;
use crate::theme::store::{code, list, progress};
use crate::theme::view::{
    CoderRow, CodersPage, DifferRow, Head, PairPage, PairRow, ThemeAgreement,
};

/// Below so many texts that both have read, the numbers say little.
const ENOUGH: usize = 30;
/// Characters of a text that stand for it.
const EXCERPT: usize = 140;

/// `GET /desk/consultations/{consultation}/coders` — who has coded how much, and how far two people agree.
pub async fn show(
    may: May<ReadContributions>,
    slug: Path<String>,
    ask: ListAsk,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let may_code = may.who().has(Permission::Evaluate);
    let mut page = may
        .read_recalling(move |conn, recall| found(conn, recall, &slug, &ask))
        .await?;
    page.may_code = may_code;
    ui.ok(&page)
}

/// The themes of texts, by text.
type Read = BTreeMap<Id<FreeText>, BTreeSet<Id<Theme>>>;

/// The themes that two people chose for one text.
type Chosen<'a> = (&'a BTreeSet<Id<Theme>>, &'a BTreeSet<Id<Theme>>);

/// What two people have both read.
struct Both<'a> {
    one: &'a str,
    other: &'a str,
    texts: BTreeMap<&'a Id<FreeText>, Chosen<'a>>,
}

/// Who has read how much, and what each said.
struct Coded {
    all: i64,
    counts: Vec<(String, i64)>,
    by_coder: HashMap<String, Read>,
}

fn coded(conn: &mut Conn, of: &Id<Consultation>) -> AppResult<Coded> {
    let mut by_coder: HashMap<String, Read> = HashMap::new();
    for ((text, coder), themes) in code::all(conn, of)? {
        by_coder.entry(coder).or_default().insert(text, themes);
    }
    Ok(Coded {
        all: list::count(conn, &list::Narrow::all(of))?,
        counts: progress::by_coder(conn, of)?,
        by_coder,
    })
}

fn found(conn: &mut Conn, recall: &Recall, slug: &str, ask: &ListAsk) -> AppResult<CodersPage> {
    let of = around(conn, recall, slug)?;
    let (consultation, places, themes) = (&of.consultation, &of.places, &of.themes);
    let name = format!("coders {}", consultation.id);
    let coded = recall.get(conn, &name, |conn| coded(conn, &consultation.id))?;
    let counts = &coded.counts;
    let people: Vec<String> = counts.iter().map(|(coder, _)| coder.clone()).collect();
    let known = authors(conn, &people)?;
    let who = |coder: &str| known.get(coder).cloned().unwrap_or_default();
    let pairs = pairs(&people, &coded.by_coder);
    let wanted = ask.filter("pair").and_then(|n| n.parse().ok()).unwrap_or(0);
    let pair = match pairs.get(wanted) {
        Some(both) => {
            let differ = both.differing();
            let page: Vec<_> = ask.cut(differ.clone());
            let texts = list::these(conn, &consultation.id, &page)?;
            let rows = texts
                .iter()
                .filter_map(|one| both.row(one, places, themes, slug));
            Some(PairPage {
                rows: rows.collect(),
                listing: ask.listing(differ.len(), &["id"]),
                ..both.page(themes, (who(both.one), who(both.other)), ask)
            })
        }
        None => None,
    };
    let pairs = pairs.iter().enumerate().map(|(n, both)| PairRow {
        url: ask.clone().with("pair", Some(&n.to_string())).address(),
        one: who(both.one),
        other: who(both.other),
        texts: both.texts.len(),
        is_open: n == wanted,
    });
    let coders = counts.iter().map(|(coder, count)| CoderRow {
        who: who(coder),
        count: *count,
    });
    Ok(CodersPage {
        head: Head::from(consultation),
        all: coded.all,
        coders: coders.collect(),
        pairs: pairs.collect(),
        pair,
        may_code: false,
    })
}

/// Everyone with everyone, as far as they have read the same texts; those with the most come first.
fn pairs<'a>(people: &'a [String], read: &'a HashMap<String, Read>) -> Vec<Both<'a>> {
    let mut found = Vec::new();
    for (n, one) in people.iter().enumerate() {
        for other in &people[n + 1..] {
            let (Some(hers), Some(his)) = (read.get(one), read.get(other)) else {
                continue;
            };
            let texts = hers.iter().filter_map(|(text, themes)| {
                let other = his.get(text)?;
                Some((text, (themes, other)))
            });
            found.push(Both {
                one,
                other,
                texts: texts.collect(),
            });
        }
    }
    found.retain(|both| !both.texts.is_empty());
    found.sort_by_key(|both| (usize::MAX - both.texts.len(), both.one, both.other));
    found
}

impl Both<'_> {
    fn differing(&self) -> Vec<Id<FreeText>> {
        let differ = self.texts.iter().filter(|(_, (one, other))| one != other);
        differ.map(|(text, _)| (*text).clone()).collect()
    }

    fn page(&self, themes: &[Named], (one, other): (Author, Author), ask: &ListAsk) -> PairPage {
        let number: HashMap<&Id<Theme>, usize> = themes
            .iter()
            .enumerate()
            .map(|(n, theme)| (&theme.id, n))
            .collect();
        let numbers = |chosen: &BTreeSet<Id<Theme>>| -> BTreeSet<usize> {
            chosen
                .iter()
                .filter_map(|id| number.get(id).copied())
                .collect()
        };
        let pairs: Vec<Pair<usize>> = self
            .texts
            .values()
            .map(|(one, other)| Pair {
                one: numbers(one),
                other: numbers(other),
            })
            .collect();
        let found = agreement(&pairs);
        let count =
            |is: &dyn Fn(&Pair<usize>) -> bool| pairs.iter().filter(|pair| is(pair)).count();
        let mut rows: Vec<ThemeAgreement> = found
            .kappas
            .iter()
            .map(|(n, kappa)| ThemeAgreement {
                name: themes[*n].name.clone(),
                both: count(&|pair| pair.one.contains(n) && pair.other.contains(n)),
                only_one: count(&|pair| pair.one.contains(n) && !pair.other.contains(n)),
                only_other: count(&|pair| !pair.one.contains(n) && pair.other.contains(n)),
                kappa: kappa.map(|kappa| (kappa * 100.0).round() / 100.0),
                word: kappa.map(|kappa| Strength::of(kappa).label_key()),
            })
            .collect();
        rows.sort_by(|one, other| {
            let kappa = |row: &ThemeAgreement| row.kappa.unwrap_or(2.0);
            kappa(one)
                .total_cmp(&kappa(other))
                .then(one.name.cmp(&other.name))
        });
        PairPage {
            one,
            other,
            texts: found.texts,
            same: found.same,
            share: found.same * 100 / found.texts.max(1),
            is_few: found.texts < ENOUGH,
            themes: rows,
            listing: ask.listing(0, &["id"]),
            rows: Vec::new(),
        }
    }

    fn row(
        &self,
        text: &crate::theme::Contribution,
        places: &Places,
        themes: &[Named],
        slug: &str,
    ) -> Option<DifferRow> {
        let (one, other) = self.texts.get(&text.id)?;
        let names = names(themes);
        let called = |ids: Vec<&Id<Theme>>| -> Vec<String> {
            ids.into_iter()
                .filter_map(|id| names.get(id).cloned())
                .collect()
        };
        Some(DifferRow {
            url: format!("{}/{}", contributions_of(slug), text.id),
            excerpt: shortened(&text.text, EXCERPT),
            spot: text.element.as_ref().and_then(|id| places.get(id)).cloned(),
            both: called(one.intersection(other).collect()),
            only_one: called(one.difference(other).collect()),
            only_other: called(other.difference(one).collect()),
        })
    }
}
