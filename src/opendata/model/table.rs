//! Published figures as a table: one line for each option of each question, the same in every file. Hidden where the page
//! hides them.

use std::borrow::Cow;

use crate::base::export::Cell;
use crate::base::figures::{Limits, Shown};
use crate::evaluation::{QuestionFigures, Snapshot, SurveyFigures};
use crate::survey::{Mark, QuestionKind};

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
            Self::Shown => Told::ALL.map(|told| (told.as_str(), told.label_key())).into(),
            Self::Group => Group::ALL.map(|group| (group.as_str(), group.label_key())).into(),
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
            Self::All => "",
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

/// What a line counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Something about the whole survey or question: `questionnaires`, `marks`, `answered` or `texts`.
    Fact(&'static str),
    /// A mark on a goal.
    Mark(Mark),
    /// An option in the words of the question.
    Option(String),
}

impl Counted {
    /// Facts about surveys and questions, with the texts that explain them.
    pub const FACTS: [(&'static str, &'static str); 4] = [
        ("questionnaires", "data-fact-questionnaires"),
        ("marks", "data-fact-marks"),
        ("answered", "data-fact-answered"),
        ("texts", "data-fact-texts"),
    ];

    /// As it stands in files.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Fact(name) => name,
            Self::Mark(mark) => mark.as_str(),
            Self::Option(label) => label,
        }
    }
}

/// One line of the table.
#[derive(Clone, Debug)]
pub struct Line {
    /// The survey's name in addresses.
    pub survey: String,
    /// Its title.
    pub survey_title: String,
    /// The question's lasting name; empty for a line about the whole survey.
    pub question: String,
    /// Its kind, as it stands in files.
    pub kind: String,
    /// Its number, for a goal.
    pub label: String,
    /// Its wording.
    pub text: String,
    /// The row of a scale, or what was put in order.
    pub item: String,
    /// What is counted.
    pub counted: Counted,
    /// How many; none where it is hidden.
    pub count: Option<u64>,
    /// Whole per cents; none where there are too few.
    pub percent: Option<u8>,
    /// What 100 % stand for; none where it is no part of a whole, or hidden.
    pub base: Option<u64>,
    /// What of it may be shown.
    pub told: Told,
    /// Which questionnaires it counts.
    pub group: Group,
}

impl Line {
    /// As it stands in files that programs read.
    pub fn cells(&self) -> Vec<Cell<'_>> {
        Column::ALL.map(|column| self.cell(column)).into()
    }

    /// One cell of it.
    pub fn cell(&self, column: Column) -> Cell<'_> {
        match column {
            Column::Survey => self.survey.as_str().into(),
            Column::SurveyTitle => self.survey_title.as_str().into(),
            Column::Question => self.question.as_str().into(),
            Column::Kind => self.kind.as_str().into(),
            Column::Label => self.label.as_str().into(),
            Column::Text => self.text.as_str().into(),
            Column::Item => self.item.as_str().into(),
            Column::Option => self.counted.as_str().into(),
            Column::Count => self.count.into(),
            Column::Percent => self.percent.into(),
            Column::Base => self.base.into(),
            Column::Shown => self.told.as_str().into(),
            Column::Group => self.group.as_str().into(),
        }
    }
}

/// The lines of all surveys, or of one.
pub fn lines(snapshot: &Snapshot, only: Option<&str>) -> Vec<Line> {
    let limits = snapshot.limits;
    let surveys = snapshot.surveys.iter();
    let surveys = surveys.filter(|survey| only.is_none_or(|slug| slug == survey.slug));
    let mut all = Vec::new();
    for (survey, group) in surveys.flat_map(|survey| groups(survey, limits)) {
        all.push(fact(&survey, None, "questionnaires", survey.questionnaires(), group));
        for question in &survey.questions {
            of_question(&survey, question, limits, group, &mut all);
        }
    }
    all
}

/// A survey as a whole, and its two parts where both may be shown.
fn groups(survey: &SurveyFigures, limits: Limits) -> Vec<(Cow<'_, SurveyFigures>, Group)> {
    let mut groups = vec![(Cow::Borrowed(survey), Group::All)];
    if let Some((with, without)) = survey.apart(limits) {
        groups.push((Cow::Owned(with), Group::Invited));
        groups.push((Cow::Owned(without), Group::Open));
    }
    groups
}

fn of_question(
    survey: &SurveyFigures,
    question: &QuestionFigures,
    limits: Limits,
    group: Group,
    all: &mut Vec<Line>,
) {
    let about = Some(question);
    if question.texts > 0 {
        all.push(fact(survey, about, "texts", question.texts, group));
    }
    let (name, n) = if question.is_goal() {
        ("marks", question.marks())
    } else {
        ("answered", question.answered)
    };
    all.push(fact(survey, about, name, n, group));
    for (n, counts) in question.counts.iter().enumerate() {
        let item = question.items.get(n).map_or("", String::as_str);
        let shown = if question.is_goal() {
            question.shown_marks(limits)
        } else {
            question.shown_row(counts, limits)
        };
        let base = base(question, counts, &shown);
        for place in 0..counts.len() {
            let (told, count, percent) = match &shown {
                Shown::TooFew => (Told::Hidden, None, None),
                Shown::Counts { counts } => (Told::Count, counts.get(place), None),
                Shown::Shares { counts, percent } => {
                    (Told::Share, counts.get(place), percent.get(place))
                }
            };
            let counted = match Mark::CHART.get(place) {
                Some(mark) if question.is_goal() => Counted::Mark(*mark),
                _ => Counted::Option(question.options.get(place).cloned().unwrap_or_default()),
            };
            all.push(Line {
                item: item.to_owned(),
                counted,
                count: count.copied(),
                percent: percent.copied(),
                base,
                told,
                ..fact(survey, about, "", 0, group)
            });
        }
    }
}

/// What 100 % of a row stand for. How many gave a point of a scale is hidden with the row.
fn base(question: &QuestionFigures, row: &[u64], shown: &Shown) -> Option<u64> {
    if question.is_goal() {
        Some(question.marks())
    } else if question.kind == QuestionKind::Multiple.as_str() {
        Some(question.answered)
    } else {
        (*shown != Shown::TooFew).then(|| row.iter().sum())
    }
}

fn fact(
    survey: &SurveyFigures,
    question: Option<&QuestionFigures>,
    name: &'static str,
    n: u64,
    group: Group,
) -> Line {
    let of = |part: fn(&QuestionFigures) -> &String| question.map(part).cloned().unwrap_or_default();
    Line {
        survey: survey.slug.clone(),
        survey_title: survey.title.clone(),
        question: of(|question| &question.key),
        kind: of(|question| &question.kind),
        label: of(|question| &question.label),
        text: of(|question| &question.text),
        item: String::new(),
        counted: Counted::Fact(name),
        count: Some(n),
        percent: None,
        base: None,
        told: Told::Count,
        group,
    }
}
