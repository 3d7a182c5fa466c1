//! Before the first question.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use serde::Deserialize;

use super::Visit;
use super::visit::known;
use crate::account::May;
use crate::base::db::{Conn, Db};
use crate::base::error::{AppError, AppResult};
use crate::base::form::Sent;
use crate::base::limit::{StartParticipation, Within};
use crate::base::page::Ui;
use crate::consultation::{self, Consultation, TrackKind};
use crate::participation::access::Access;
use crate::participation::store::access::access_of;
use crate::participation::{Code, Participate};
use crate::survey::model::Survey;
use crate::survey::store::{Begin, Book};
use crate::survey::view::{IntroPage, Task, TasksPage};
use crate::translation::store::languages;
use crate::translation::view::Languages;
use crate::translation::{ContentLang, Reader};

/// The button that starts has no fields.
#[derive(Clone, Debug, Deserialize)]
pub struct StartForm {}

/// What stands before a survey. It is read once for all who come.
struct Before {
    consultation: Consultation,
    book: Book,
    offered: Vec<ContentLang>,
    chosen: Option<ContentLang>,
    access: Access,
}

impl Before {
    fn read(conn: &mut Conn, slug: &str, reader: &Reader) -> AppResult<Self> {
        let mut consultation = consultation::published(conn, slug)?;
        let offered = languages(conn, slug)?;
        let chosen = reader.of(&offered);
        if let Some(lang) = chosen {
            consultation::read_in(conn, &mut consultation, lang)?;
        }
        Ok(Self {
            book: Book::asking(conn, &consultation.id)?,
            access: access_of(conn, &consultation.id)?,
            offered,
            chosen,
            consultation,
        })
    }
}

/// `GET /consultations/{consultation}/survey` — what the survey is, how long it takes, what happens with the answers.
pub async fn intro(
    slug: Path<String>,
    reader: Reader,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (site, state) = (ui.shared(), db.public_state());
    let wanted = reader.wanted.map_or("", ContentLang::code);
    let name = format!("{slug}/{wanted}");
    let read = move |conn: &mut Conn| {
        let read = || Before::read(conn, &slug, &reader);
        site.memo.recall(state, &name, read)
    };
    let before = db.read_briefly(read).await?;
    if before.access == Access::Invited {
        let code = format!("/consultations/{}/code", before.consultation.slug);
        return Ok(ui.see_other(&code));
    }
    let town = ui.site().config.town.content_language;
    let languages = Languages::of(&before.offered, before.chosen, town);
    let (now, zone) = (ui.arrived(), ui.site().zone);
    let (consultation, surveys) = (&before.consultation, &before.book.surveys);
    let page = IntroPage::of(consultation, surveys, languages, now, zone);
    ui.ok(&IntroPage {
        takes_codes: before.access == Access::Both,
        ..page.ok_or(AppError::NotFound)?
    })
}

/// `POST /consultations/{consultation}/survey` — begins a participation and leads to its tasks.
pub async fn begin(
    _within: Within<StartParticipation>,
    may: May<Participate>,
    slug: Path<String>,
    _form: Sent<StartForm>,
    (ui, db): (Ui, Data<Db>),
) -> AppResult<HttpResponse> {
    let code = Code::fresh();
    let intro = format!("/consultations/{slug}/survey");
    let wish = Begin {
        consultation: slug.into_inner(),
        hash: code.hash(&ui.site().secrets),
        today: ui.today(),
        known: known(&db, &ui),
    };
    let begun = may.write_together(wish).await?;
    Ok(ui.see_other(&if begun {
        format!("/p/{}", code.as_str())
    } else {
        intro
    }))
}

/// The surveys to choose from, each with its state; or, when there is nothing more to answer, the receipt.
///
/// # Errors
/// When the page cannot be built.
pub fn tasks(visit: &Visit, ui: &Ui) -> AppResult<HttpResponse> {
    let has_comments = visit
        .asked
        .consultation
        .track(TrackKind::Comments)
        .is_some();
    let has_survey = visit.asked.consultation.track(TrackKind::Survey).is_some();
    let has_answers = visit.participation.submitted_on.is_some() || !visit.drafts.is_empty();
    if has_comments && !has_answers && (!has_survey || !visit.is_open) {
        return Ok(ui.see_other(&visit.url("/comments")));
    }
    // After the end, or after a withdrawal, there is only the receipt to see.
    let is_over = !visit.is_open && visit.participation.submitted_on.is_some();
    if is_over || visit.participation.withdrawn_on.is_some() {
        return Ok(ui.see_other(&visit.url("/receipt")));
    }
    let listed = |is_profile| {
        let surveys = visit
            .asked
            .book
            .surveys
            .iter()
            .filter(move |s| s.is_profile == is_profile);
        surveys.map(|survey| task(visit, survey)).collect()
    };
    ui.ok(&TasksPage {
        code: (&visit.code).into(),
        has_comments,
        is_open: visit.is_open,
        is_submitted: visit.participation.submitted_on.is_some(),
        has_answers: visit
            .drafts
            .values()
            .any(|answer| !answer.cells().is_empty()),
        tasks: listed(false),
        profiles: listed(true),
        head: visit.asked.head.clone(),
    })
}

fn task(visit: &Visit, survey: &Survey) -> Task {
    let draft = |id| visit.drafts.get(&id);
    let pages = survey.asked(draft);
    let first_open = pages.iter().find(|question| draft(question.id).is_none());
    let questions: Vec<_> = pages
        .iter()
        .filter(|question| question.kind.is_answered())
        .collect();
    let seen = questions
        .iter()
        .filter(|question| draft(question.id).is_some())
        .count();
    Task {
        slug: survey.slug.clone(),
        label: visit.label_of_survey(survey),
        title: survey.title.clone(),
        lang: survey.reading.lang,
        questions: questions.len(),
        seen,
        answered: survey.counted(draft).len(),
        state: match seen {
            0 => "new",
            n if n == questions.len() => "done",
            _ => "begun",
        },
        next: first_open
            .or(pages.first())
            .map(|question| question.key.clone())
            .unwrap_or_default(),
    }
}
