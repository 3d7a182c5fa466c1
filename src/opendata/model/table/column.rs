//! The columns of the table of figures, and the words that stand in them.

use crate::survey::QuestionKind;

/// The columns of the table, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The survey's name in addresses.
    Survey,
    /// Its title.
    SurveyTitle,
    /// The question's lasting name.
    Question,
    /// What kind of question it is.
    Kind,
    /// "2.4", for a goal.
    Label,
    /// The wording of the question.
    Text,
    /// The row of a scale, or what was put in order.
    Item,
    /// What could be chosen, or what is counted.
    Option,
    /// How many.
    Count,
    /// Whole per cents of the base.
    Percent,
    /// What 100 % stand for.
    Base,
    /// What of it may be shown.
    Shown,
    /// Which questionnaires are counted.
    Group,
}

impl Column {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Survey,
        Self::SurveyTitle,
        Self::Question,
        Self::Kind,
        Self::Label,
        Self::Text,
        Self::Item,
        Self::Option,
        Self::Count,
        Self::Percent,
        Self::Base,
        Self::Shown,
        Self::Group,
    ];

    /// Its name in files; the same in every language, because programs read them.
    pub fn name(self) -> &'static str {
        match self {
            Self::Survey => "survey",
            Self::SurveyTitle => "survey_title",
            Self::Question => "question",
            Self::Kind => "kind",
            Self::Label => "label",
            Self::Text => "text",
            Self::Item => "item",
            Self::Option => "option",
            Self::Count => "count",
            Self::Percent => "percent",
            Self::Base => "base",
            Self::Shown => "shown",
            Self::Group => "group",
        }
    }

    /// The text that names it.
    pub fn title_key(self) -> &'static str {
        match self {
            Self::Survey => "data-column-survey",
            Self::SurveyTitle => "data-column-survey-title",
            Self::Question => "data-column-question",
            Self::Kind => "data-column-kind",
            Self::Label => "data-column-label",
            Self::Text => "data-column-text",
            Self::Item => "data-column-item",
            Self::Option => "data-column-option",
            Self::Count => "data-column-count",
            Self::Percent => "data-column-percent",
            Self::Base => "data-column-base",
            Self::Shown => "data-column-shown",
            Self::Group => "data-column-group",
        }
    }

    /// The text that says what stands in it.
    pub fn about_key(self) -> &'static str {
        match self {
            Self::Survey => "data-column-survey-about",
            Self::SurveyTitle => "data-column-survey-title-about",
            Self::Question => "data-column-question-about",
            Self::Kind => "data-column-kind-about",
            Self::Label => "data-column-label-about",
            Self::Text => "data-column-text-about",
            Self::Item => "data-column-item-about",
            Self::Option => "data-column-option-about",
            Self::Count => "data-column-count-about",
            Self::Percent => "data-column-percent-about",
            Self::Base => "data-column-base-about",
            Self::Shown => "data-column-shown-about",
            Self::Group => "data-column-group-about",
        }
    }

    /// Whether whole numbers stand in it.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Count | Self::Percent | Self::Base)
    }

    /// The words that may stand in it, with the texts that explain them; empty where anything may.
    pub fn words(self) -> Vec<(&'static str, &'static str)> {
        match self {
            Self::Kind => QuestionKind::ALL
                .into_iter()
                .filter(|kind| kind.is_answered())
                .map(|kind| (kind.as_str(), kind.label_key()))
                .collect(),
            Self::Shown => Told::ALL
                .map(|told| (told.as_str(), told.label_key()))
                .into(),
            Self::Group => Group::ALL
                .map(|group| (group.as_str(), group.label_key()))
                .into(),
            _ => Vec::new(),
        }
    }
}

/// What of a line may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Its number and its share.
    Share,
    /// Its number: too few for per cents, or no part of a whole.
    Count,
    /// Nothing, as too few people answered.
    Hidden,
}

impl Told {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Share, Self::Count, Self::Hidden];

    /// As it stands in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Count => "count",
            Self::Hidden => "hidden",
        }
    }

    /// The text that explains it.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Share => "data-shown-share",
            Self::Count => "data-shown-count",
            Self::Hidden => "data-shown-hidden",
        }
    }
}

/// Which questionnaires a line counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// All of them.
    All,
    /// Those with an access code.
    Invited,
    /// Those without.
    Open,
}

impl Group {
    /// Each.
    pub const ALL: [Self; 3] = [Self::All, Self::Invited, Self::Open];

    /// As it stands in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Invited => "invited",
            Self::Open => "open",
        }
    }

    /// The text that explains it.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::All => "data-group-all",
            Self::Invited => "data-group-invited",
            Self::Open => "data-group-open",
        }
    }
}
