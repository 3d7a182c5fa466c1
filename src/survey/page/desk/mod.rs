//! The bench on which an editor builds surveys.

pub mod change;
pub mod lss;
pub mod preview;
pub mod question;
pub mod survey;
pub mod surveys;

use std::collections::HashSet;
use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse};

use crate::account::{May, Permission};
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::locale::Args;
use crate::base::page::Ui;
use crate::consultation::{self, Consultation};
use crate::strategy::{self, LaidEdition, LaidElement};
use crate::survey::SeeSurveys;
use crate::survey::mark::Mark;
use crate::survey::model::QuestionKind;
use crate::survey::model::{Question, Survey};
use crate::survey::store::Book;
use crate::survey::store::build::{Built, frozen_surveys};
use crate::survey::view::desk::{ConditionWords, DeskHead, QuestionRow, Word, word};

/// What every page of the bench needs: the consultation in its address, published or not, with its surveys.
pub struct Bench {
    /// The consultation.
    pub consultation: Consultation,
    /// The edition it lays open.
    pub edition: LaidEdition,
    /// Its surveys.
    pub book: Book,
    /// Those that can no longer be changed.
    pub frozen: HashSet<Id<Survey>>,
    /// Whether whoever is signed in may change surveys.
    pub may_edit: bool,
}

impl FromRequest for Bench {
    type Error = AppError;
    type Future = Pin<Box<dyn Future<Output = AppResult<Self>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let may = May::<SeeSurveys>::from_request(req, payload);
        let slug = req.match_info().get("consultation").map(str::to_owned);
        Box::pin(async move {
            let may = may.await?;
            let may_edit = may.who().has(Permission::Edit);
            let slug = slug.ok_or(AppError::NotFound)?;
            may.read(move |conn| {
                let consultation = consultation::find(conn, &slug)?;
                Ok(Self {
                    edition: strategy::laid(conn, &consultation.edition)?,
                    book: Book::of(conn, &consultation.id)?,
                    frozen: frozen_surveys(conn, &consultation.id)?,
                    may_edit,
                    consultation,
                })
            })
            .await
        })
    }
}

impl Bench {
    /// What every page says about where one is.
    fn head(&self) -> DeskHead {
        DeskHead::of(&self.consultation, self.may_edit)
    }

    /// The survey of an address.
    fn survey(&self, slug: &str) -> AppResult<&Survey> {
        self.book.survey(slug).ok_or(AppError::NotFound)
    }

    /// The survey and the question of an address.
    fn question(&self, survey: &str, key: &str) -> AppResult<(&Survey, &Question)> {
        let survey = self.survey(survey)?;
        let (_, question) = survey.question(key).ok_or(AppError::NotFound)?;
        Ok((survey, question))
    }

    /// Whether a survey can no longer be changed.
    fn is_frozen(&self, survey: &Survey) -> bool {
        self.frozen.contains(&survey.id)
    }

    /// The address of the list of surveys.
    fn list_url(&self) -> String {
        format!("/desk/consultations/{}/surveys", self.consultation.slug)
    }

    /// The address of a survey.
    fn url(&self, survey: &Survey) -> String {
        format!("{}/{}", self.list_url(), survey.slug)
    }

    /// The field of action a survey asks about.
    fn field(&self, survey: &Survey) -> Option<&LaidElement> {
        let fields = self.edition.fields.iter();
        let mut of_survey = fields.filter(|field| Some(&field.id) == survey.field.as_ref());
        of_survey.next()
    }

    /// A question in words; `number` counts those that are answered.
    fn row(&self, survey: &Survey, question: &Question, number: usize) -> QuestionRow {
        let goal = question.goal.as_ref();
        let goal = goal.and_then(|_| self.edition.find(&question.key));
        let options: Vec<Word> = if question.kind == QuestionKind::Goal {
            Mark::FORM.map(|mark| word(question, mark.code())).into()
        } else {
            let options = question.options.iter();
            options.map(|option| word(question, option.code)).collect()
        };
        QuestionRow {
            key: question.key.clone(),
            number: question.kind.is_answered().then_some(number),
            label: goal.map(|goal| goal.label.clone()).unwrap_or_default(),
            kind: question.kind.as_str(),
            kind_key: question.kind.label_key(),
            text: question.text.clone(),
            help: question.help.clone(),
            is_required: question.is_required,
            options,
            items: question
                .items
                .iter()
                .map(|item| item.label.clone())
                .collect(),
            goal: goal.map(Into::into),
            condition: ConditionWords::of(survey, question),
            corrections: 0,
        }
    }

    /// All questions of a survey in words.
    fn rows(&self, survey: &Survey) -> Vec<QuestionRow> {
        let mut number = 0;
        let mut row = |question: &Question| {
            number += usize::from(question.kind.is_answered());
            self.row(survey, question, number)
        };
        survey.questions.iter().map(&mut row).collect()
    }
}

/// `field`, `whole` or `profile`.
fn about(survey: &Survey) -> &'static str {
    match (&survey.field, survey.is_profile) {
        (_, true) => "profile",
        (Some(_), _) => "field",
        _ => "whole",
    }
}

/// The question that ends the ready-made set, in the language of the town's own texts.
fn closing(ui: &Ui) -> String {
    let site = ui.site();
    let lang = site.config.town.content_language;
    site.texts.get(lang, "desk-survey-closing", &Args::new())
}

/// Back to the survey, which says what came of it.
fn told(ui: &Ui, url: &str, built: &Built, said: &'static str) -> HttpResponse {
    let refused = match built {
        Built::Done => return ui.see_other_saying(url, said),
        Built::Frozen => "frozen",
        Built::Behind(_) => "behind",
        Built::Decides(_) => "decides",
        Built::Full => "full",
    };
    let page = url.split('#').next().unwrap_or_default();
    ui.see_other(&format!("{page}?refused={refused}"))
}

/// The text key of what could not be done, as the address says it.
fn refused(ui: &Ui) -> Option<&'static str> {
    let keys = [
        ("refused=frozen", "desk-survey-refused-frozen"),
        ("refused=behind", "desk-survey-refused-behind"),
        ("refused=decides", "desk-survey-refused-decides"),
        ("refused=full", "desk-survey-refused-full"),
    ];
    let found = keys.into_iter().find(|(pair, _)| ui.query_has(pair));
    found.map(|(_, key)| key)
}
