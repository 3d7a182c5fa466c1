//! What everybody may take along of published results, the page that lists it, and the answers row by row for evaluators.

mod about;
pub mod api;
pub mod catalogue;
pub mod charts;
mod codebook;
pub mod downloads;
pub mod files;
mod finding;
pub mod guide;
mod package;
pub mod raw;
pub mod report;

use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::consultation::{self, Consultation};
use crate::evaluation::{self, Published, SurveyFigures};

/// Published results somebody asked for.
pub(super) struct Asked {
    pub consultation: Consultation,
    pub published: Published,
    /// Only the survey of that name; none = all of them.
    pub only: Option<String>,
}

impl Asked {
    /// The newest results of a consultation. Not published and not there answer alike: not found.
    async fn whole(db: &Db, slug: String) -> AppResult<Self> {
        db.read(move |conn| {
            let consultation = consultation::published(conn, &slug)?;
            let published = evaluation::newest(conn, &consultation.id)?;
            Ok(Self {
                consultation,
                published,
                only: None,
            })
        })
        .await
    }

    /// The same of one survey.
    async fn part(db: &Db, (slug, survey): (String, String)) -> AppResult<Self> {
        let mut asked = Self::whole(db, slug).await?;
        if asked.published.snapshot.survey(&survey).is_none() {
            return Err(AppError::NotFound);
        }
        asked.only = Some(survey);
        Ok(asked)
    }

    /// The name of its files without their ending.
    fn stem(&self) -> String {
        let slug = &self.consultation.slug;
        match &self.only {
            Some(survey) => format!("{slug}-{survey}"),
            None => slug.clone(),
        }
    }

    /// The survey that was asked for.
    fn figures(&self) -> Option<&SurveyFigures> {
        let slug = self.only.as_ref()?;
        self.published.snapshot.survey(slug)
    }

    /// What it is called: the consultation, and the survey where only one was asked for.
    fn title(&self) -> String {
        let title = &self.consultation.title;
        match self.figures() {
            Some(survey) if survey.label.is_empty() => format!("{title}: {}", survey.title),
            Some(survey) => format!("{title}: {} {}", survey.label, survey.title),
            None => title.clone(),
        }
    }

    /// The page that shows the same figures, below the portal's address.
    fn path(&self) -> String {
        let base = format!("/consultations/{}/results", self.consultation.slug);
        match &self.only {
            Some(survey) => format!("{base}/{survey}"),
            None => base,
        }
    }
}
