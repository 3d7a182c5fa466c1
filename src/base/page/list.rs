//! Long lists: what is searched for, how it is sorted, which page of it.

use std::collections::BTreeMap;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use serde::Serialize;

use crate::base::error::{AppError, AppResult};
use crate::base::form::tidy;

/// Rows on one page.
pub const PER_PAGE: u32 = 50;
/// Longest search, in characters.
const MAX_SEARCH: usize = 100;
/// Longest value of a filter, in characters.
const MAX_FILTER: usize = 80;

/// What the address asks of a list: `?q=…&sort=-name&page=2&state=open`. Bounded; what makes no sense is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListAsk {
    path: String,
    search: String,
    sort: String,
    page: u32,
    filters: BTreeMap<String, String>,
}

/// By what a list is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// One of the names that were allowed.
    pub by: &'static str,
    /// The largest first.
    pub descending: bool,
}

impl ListAsk {
    fn of(path: &str, query: &str) -> Self {
        let pairs: Vec<(String, String)> = serde_html_form::from_str(query).unwrap_or_default();
        let mut ask = Self {
            path: path.to_owned(),
            page: 1,
            ..Self::default()
        };
        for (name, value) in pairs {
            match name.as_str() {
                "q" => ask.search = tidy(&value).chars().take(MAX_SEARCH).collect(),
                "sort" => ask.sort = tidy(&value).chars().take(MAX_FILTER).collect(),
                "page" => ask.page = value.parse().unwrap_or(1).clamp(1, 1_000_000),
                "lang" | "said" => {}
                _ if !value.is_empty() && ask.filters.len() < 16 && name.len() <= MAX_FILTER => {
                    let value = tidy(&value).chars().take(MAX_FILTER).collect();
                    ask.filters.insert(tidy(&name), value);
                }
                _ => {}
            }
        }
        ask
    }

    /// What is searched for; empty when nothing is.
    pub fn search(&self) -> &str {
        &self.search
    }

    /// Whether some text holds every word that is searched for, whatever their case.
    pub fn matches(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        let words = self.search.to_lowercase();
        words.split_whitespace().all(|word| text.contains(word))
    }

    /// The value of a filter.
    pub fn filter(&self, name: &str) -> Option<&str> {
        self.filters.get(name).map(String::as_str)
    }

    /// The same list under another address, e.g. for a link back to it.
    #[must_use]
    pub fn at(mut self, path: &str) -> Self {
        path.clone_into(&mut self.path);
        self
    }

    /// The same list from its first page on, with a filter set; without a value the filter is taken away.
    #[must_use]
    pub fn with(mut self, name: &str, value: Option<&str>) -> Self {
        self.page = 1;
        match value {
            Some(value) => self.filters.insert(name.to_owned(), value.to_owned()),
            None => self.filters.remove(name),
        };
        self
    }

    /// The same list without a filter that only steers this one page, such as what was just done.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.filters.remove(name);
        self
    }

    /// The same page of the list with a mark in its address that steers this one page.
    #[must_use]
    pub fn marked(mut self, name: &str, value: &str) -> Self {
        self.filters.insert(name.to_owned(), value.to_owned());
        self
    }

    /// Its address.
    pub fn address(&self) -> String {
        self.url(&self.sort, self.page)
    }

    /// By what to sort, out of the names that are allowed; the first is the usual one. A name that begins with a minus
    /// is usually sorted from the largest on.
    pub fn order(&self, allowed: &[&'static str]) -> Order {
        let bare = |name: &'static str| name.trim_start_matches('-');
        let asked = self.sort.trim_start_matches('-');
        match allowed.iter().find(|name| bare(name) == asked) {
            Some(name) => Order {
                by: bare(name),
                descending: self.sort.starts_with('-'),
            },
            None => allowed.first().map_or(
                Order {
                    by: "",
                    descending: false,
                },
                |name| Order {
                    by: bare(name),
                    descending: name.starts_with('-'),
                },
            ),
        }
    }

    /// The first row of the page, from 0, and how many at most: for a query's offset and limit.
    pub fn window(&self) -> (i64, i64) {
        let from = i64::from(self.page.saturating_sub(1)) * i64::from(PER_PAGE);
        (from, i64::from(PER_PAGE))
    }

    /// Cuts the page out of rows that were all read and sorted.
    pub fn cut<T>(&self, rows: Vec<T>) -> Vec<T> {
        let (from, most) = self.window();
        let from = usize::try_from(from).unwrap_or(usize::MAX);
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        rows.into_iter().skip(from).take(most).collect()
    }

    /// What the page shows around its rows. `total`: rows that match; `allowed`: as for [`ListAsk::order`].
    pub fn listing(&self, total: usize, allowed: &[&'static str]) -> Listing {
        let pages = u32::try_from(total.div_ceil(PER_PAGE as usize)).unwrap_or(u32::MAX);
        let order = self.order(allowed);
        let before = ((self.page as usize).saturating_sub(1)) * PER_PAGE as usize;
        let sorts = allowed.iter().map(|name| {
            let by = name.trim_start_matches('-');
            let is_current = by == order.by;
            // A second press turns the order round.
            let descending = if is_current {
                !order.descending
            } else {
                name.starts_with('-')
            };
            let minus = if descending { "-" } else { "" };
            let state = match (is_current, order.descending) {
                (false, _) => "none",
                (true, false) => "ascending",
                (true, true) => "descending",
            };
            let url = self.url(&format!("{minus}{by}"), 1);
            (by.to_owned(), Sort { url, state })
        });
        Listing {
            path: self.path.clone(),
            search: self.search.clone(),
            sort: self.sort.clone(),
            filters: self.filters.clone(),
            is_narrowed: !self.search.is_empty() || !self.filters.is_empty(),
            total,
            first: if total == 0 { 0 } else { before + 1 },
            last: total.min(before + PER_PAGE as usize),
            page: self.page,
            pages,
            previous_url: (self.page > 1)
                .then(|| self.url(&self.sort, (self.page.saturating_sub(1)).min(pages.max(1)))),
            next_url: (self.page < pages).then(|| self.url(&self.sort, self.page + 1)),
            sorts: sorts.collect(),
        }
    }

    fn url(&self, sort: &str, page: u32) -> String {
        let page = page.to_string();
        let mut pairs: Vec<(&str, &str)> = Vec::new();
        if !self.search.is_empty() {
            pairs.push(("q", &self.search));
        }
        pairs.extend(
            self.filters
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str())),
        );
        if !sort.is_empty() {
            pairs.push(("sort", sort));
        }
        if page != "1" {
            pairs.push(("page", &page));
        }
        match serde_html_form::to_string(&pairs) {
            Ok(query) if !query.is_empty() => format!("{}?{query}", self.path),
            _ => self.path.clone(),
        }
    }
}

impl FromRequest for ListAsk {
    type Error = AppError;
    type Future = Ready<AppResult<Self>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self::of(req.path(), req.query_string())))
    }
}

/// What stands around the rows of a list; the components of `templates/ui/list.html` draw it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Listing {
    /// The page's address without its query.
    pub path: String,
    /// What is searched for.
    pub search: String,
    /// How it is sorted, as it stands in the address; empty for the usual order.
    pub sort: String,
    /// What is filtered, by the filter's name.
    pub filters: BTreeMap<String, String>,
    /// Whether anything is searched for or filtered: an empty list then says so.
    pub is_narrowed: bool,
    /// Rows that match.
    pub total: usize,
    /// Number of the first row on this page, from 1; 0 when there is none.
    pub first: usize,
    /// Number of the last row on this page.
    pub last: usize,
    /// This page, from 1.
    pub page: u32,
    /// All pages.
    pub pages: u32,
    /// The page before.
    pub previous_url: Option<String>,
    /// The page after.
    pub next_url: Option<String>,
    /// Where each head of a column leads, by its name.
    pub sorts: BTreeMap<String, Sort>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sort {
    /// Sorts by it, or turns the order round.
    pub url: String,
    /// `none`, `ascending` or `descending`, as `aria-sort` says it.
    pub state: &'static str,
}

impl Listing {
    /// An example of a list with so many rows.
    pub fn sample(total: usize, allowed: &[&'static str]) -> Self {
        ListAsk::of("/desk/list", "").listing(total, allowed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_keeps_its_search_while_it_is_sorted_and_turned() {
        let ask = ListAsk::of("/desk/x", "q=B%C3%A4ume&state=open&page=2&said=said-x");
        assert_eq!(
            ask.order(&["name", "-day"]),
            Order {
                by: "name",
                descending: false
            }
        );
        let listing = ask.listing(120, &["name", "-day"]);
        assert_eq!((listing.first, listing.last, listing.pages), (51, 100, 3));
        assert_eq!(
            listing.next_url.unwrap(),
            "/desk/x?q=B%C3%A4ume&state=open&page=3"
        );
        assert_eq!(
            listing.sorts["day"].url,
            "/desk/x?q=B%C3%A4ume&state=open&sort=-day"
        );
        assert_eq!(
            listing.sorts["name"].url,
            "/desk/x?q=B%C3%A4ume&state=open&sort=-name"
        );
    }

    #[test]
    fn what_makes_no_sense_is_left_out() {
        let ask = ListAsk::of("/x", "sort=password&page=-3&q=%00");
        assert_eq!(ask.order(&["name"]).by, "name");
        assert_eq!((ask.window(), ask.search()), ((0, 50), ""));
        assert_eq!(
            ListAsk::of("/x", "page=99")
                .listing(3, &["name"])
                .previous_url
                .as_deref(),
            Some("/x")
        );
    }

    #[test]
    fn every_word_has_to_be_found() {
        let ask = ListAsk::of("/x", "q=stra%C3%9Fe+GR%C3%9CN");
        assert!(ask.matches("Die grüne Straße") && !ask.matches("Die Straße"));
    }
}
