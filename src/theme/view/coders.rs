//! Who has coded how much, and how far two people agree.

use serde::Serialize;

use super::Head;
use crate::account::store::names::Author;
use crate::base::page::{Listing, View};
use crate::theme::model::Spot;

/// `templates/theme/desk-coders.html`: who codes, and how alike.
#[derive(Clone, Serialize)]
pub struct CodersPage {
    /// The consultation.
    pub head: Head,
    /// How many contributions there are.
    pub all: i64,
    /// Who has read how many, the most first.
    pub coders: Vec<CoderRow>,
    /// Two people with texts both have read.
    pub pairs: Vec<PairRow>,
    /// The pair that is laid open.
    pub pair: Option<PairPage>,
    /// Whether whoever reads may code.
    pub may_code: bool,
}

/// Somebody who codes.
#[derive(Clone, Debug, Serialize)]
pub struct CoderRow {
    /// Who.
    pub who: Author,
    /// How many contributions she has read.
    pub count: i64,
}

/// Two people.
#[derive(Clone, Debug, Serialize)]
pub struct PairRow {
    /// Where they are compared.
    pub url: String,
    /// The one.
    pub one: Author,
    /// The other.
    pub other: Author,
    /// How many texts both have read.
    pub texts: usize,
    /// Whether they are the pair laid open.
    pub is_open: bool,
}

/// Two people compared.
#[derive(Clone, Debug, Serialize)]
pub struct PairPage {
    /// The one.
    pub one: Author,
    /// The other.
    pub other: Author,
    /// How many texts both have read.
    pub texts: usize,
    /// On how many they chose the very same themes.
    pub same: usize,
    /// The same in whole per cent.
    pub share: usize,
    /// Whether so few texts say little.
    pub is_few: bool,
    /// Theme by theme, the least agreement first.
    pub themes: Vec<ThemeAgreement>,
    /// Around the texts on which they differ.
    pub listing: Listing,
    /// Those texts.
    pub rows: Vec<DifferRow>,
}

/// How far two people see one theme in the same texts.
#[derive(Clone, Debug, Serialize)]
pub struct ThemeAgreement {
    /// The theme.
    pub name: String,
    /// In how many texts both see it.
    pub both: usize,
    /// In how many only the one.
    pub only_one: usize,
    /// In how many only the other.
    pub only_other: usize,
    /// Cohen's kappa, with two digits; none where chance explains everything.
    pub kappa: Option<f64>,
    /// The text that says what it means.
    pub word: Option<&'static str>,
}

/// A text on which two people differ.
#[derive(Clone, Debug, Serialize)]
pub struct DifferRow {
    /// Where it is.
    pub url: String,
    /// Its first words.
    pub excerpt: String,
    /// What it is about.
    pub spot: Option<Spot>,
    /// The themes both chose.
    pub both: Vec<String>,
    /// The themes only the one chose.
    pub only_one: Vec<String>,
    /// The themes only the other chose.
    pub only_other: Vec<String>,
}

impl View for CodersPage {
    const TEMPLATE: &'static str = "theme/desk-coders.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let who = |name: &str| Author {
            name: name.into(),
            label_key: name.is_empty().then_some("author-demo"),
            ..Author::default()
        };
        let coder = |name, count| CoderRow {
            who: who(name),
            count,
        };
        let theme = |kappa: Option<f64>, word| ThemeAgreement {
            name: "Mehr Licht".into(),
            both: 4,
            only_one: 1,
            only_other: 2,
            kappa,
            word,
        };
        let row = |spot: Option<Spot>| DifferRow {
            url: "/desk/consultations/ziele/contributions/x".into(),
            excerpt: "Am Mühlkanal ist es dunkel".into(),
            both: Vec::from_iter(spot.is_some().then(|| "Mehr Licht".to_owned())),
            only_one: Vec::from_iter(spot.is_some().then(|| "Wege".to_owned())),
            only_other: Vec::from_iter(spot.is_none().then(|| "Lob".to_owned())),
            spot,
        };
        let pair = |url: &str, is_open| PairRow {
            url: url.into(),
            one: who("Kim Beispiel"),
            other: who(""),
            texts: 30,
            is_open,
        };
        let open = PairPage {
            one: who("Kim Beispiel"),
            other: who(""),
            texts: 12,
            same: 9,
            share: 75,
            is_few: true,
            themes: vec![
                theme(Some(0.43), Some("agreement-moderate")),
                theme(None, None),
            ],
            listing: Listing::sample(2, &["id"]),
            rows: vec![row(Some(Spot::sample())), row(None)],
        };
        let page = Self {
            head: Head::sample(),
            all: 62,
            coders: vec![coder("Kim Beispiel", 40), coder("", 30)],
            pairs: vec![pair("?pair=0", true), pair("?pair=1", false)],
            pair: Some(open.clone()),
            may_code: true,
        };
        let agreed = Self {
            pairs: vec![pair("?pair=0", true)],
            pair: Some(PairPage {
                same: 12,
                share: 100,
                is_few: false,
                themes: Vec::new(),
                listing: Listing::sample(0, &["id"]),
                rows: Vec::new(),
                ..open
            }),
            may_code: false,
            ..page.clone()
        };
        let one = Self {
            coders: vec![coder("Kim Beispiel", 40)],
            pairs: Vec::new(),
            pair: None,
            ..page.clone()
        };
        let empty = Self {
            coders: Vec::new(),
            ..one.clone()
        };
        vec![page, agreed, one, empty]
    }
}
