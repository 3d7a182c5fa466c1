//! What is not taken over, in words for the person who looks after the survey.

use super::plain::Gone;

/// One thing that is not taken over, or comes over changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The code of the question, the title of the group, or empty for the survey as a whole.
    pub place: String,
    /// What it is.
    pub what: What,
    /// A word that stands in the text: a language, a kind, an expression.
    pub word: String,
}

/// What can be lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A translation.
    Language,
    /// Quotas.
    Quotas,
    /// Points for answers.
    Assessments,
    /// Answers chosen beforehand.
    Defaults,
    /// The text after the last question.
    EndText,
    /// Pictures, videos.
    Media,
    /// A script in a text.
    Script,
    /// A place for an earlier answer within a text.
    Placeholder,
    /// A kind of question that does not exist here; the question stays out.
    Kind,
    /// A file to hand in; the question stays out.
    Upload,
    /// A computed value; the question stays out.
    Equation,
    /// The choice of a language; Trialog has its own.
    LanguageQuestion,
    /// A condition that is not of the kind "after these answers to an earlier question".
    Condition,
    /// A check on what is typed: a pattern, a smallest or largest value, a number of answers.
    Validation,
    /// Answers in a random order.
    Random,
    /// A question without any answers to choose from; it stays out.
    NoOptions,
    /// More answers than a question can have; it stays out.
    TooManyOptions,
    /// "Other" with a field became an answer and a question of its own.
    Other,
    /// A field for a comment became a question of its own.
    Comment,
    /// One question became several.
    Split,
    /// Gender knows two answers there; more may be wanted.
    Gender,
    /// Only whole numbers from 0 can be answered here.
    Decimals,
    /// A text was too long and was cut.
    Cut,
    /// A question that is hidden there; it comes over and is seen.
    Hidden,
}

impl Loss {
    pub(super) fn new(place: &str, what: What) -> Self {
        Self {
            place: place.to_owned(),
            what,
            word: String::new(),
        }
    }

    pub(super) fn with(self, word: impl Into<String>) -> Self {
        let word: String = word.into();
        Self {
            word: word.chars().take(200).collect(),
            ..self
        }
    }

    /// What a text lost with its markup.
    pub(super) fn of_text(place: &str, gone: Gone, losses: &mut Vec<Self>) {
        let parts = [
            (gone.media, What::Media),
            (gone.script, What::Script),
            (gone.placeholder, What::Placeholder),
        ];
        for (_, what) in parts.into_iter().filter(|(is_gone, _)| *is_gone) {
            let loss = Self::new(place, what);
            if !losses.contains(&loss) {
                losses.push(loss);
            }
        }
    }

    /// The text key of the sentence about it; `word` stands in some of them.
    pub fn text_key(&self) -> &'static str {
        match self.what {
            What::Language => "lss-lost-language",
            What::Quotas => "lss-lost-quotas",
            What::Assessments => "lss-lost-assessments",
            What::Defaults => "lss-lost-defaults",
            What::EndText => "lss-lost-end-text",
            What::Media => "lss-lost-media",
            What::Script => "lss-lost-script",
            What::Placeholder => "lss-lost-placeholder",
            What::Kind => "lss-lost-kind",
            What::Upload => "lss-lost-upload",
            What::Equation => "lss-lost-equation",
            What::LanguageQuestion => "lss-lost-language-question",
            What::Condition => "lss-lost-condition",
            What::Validation => "lss-lost-validation",
            What::Random => "lss-lost-random",
            What::NoOptions => "lss-lost-no-options",
            What::TooManyOptions => "lss-lost-too-many-options",
            What::Other => "lss-changed-other",
            What::Comment => "lss-changed-comment",
            What::Split => "lss-changed-split",
            What::Gender => "lss-changed-gender",
            What::Decimals => "lss-changed-decimals",
            What::Cut => "lss-changed-cut",
            What::Hidden => "lss-changed-hidden",
        }
    }

    /// Whether it comes over in another shape, and nothing is missing.
    pub fn is_change(&self) -> bool {
        self.text_key().starts_with("lss-changed")
    }
}
