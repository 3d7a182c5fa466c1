//! The town's own pages at the desk: how far they are, writing, publishing, withdrawing, earlier versions.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::place;
use crate::account::May;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{Refill, Sent};
use crate::base::locale::{Args, Lang};
use crate::base::page::{Confirm, Ui};
use crate::legal::EditPages;
use crate::legal::form::{BODY_CHARS, PageForm, RestoreForm, TITLE_CHARS, Wish};
use crate::legal::model::{Page, State, Text, Version};
use crate::legal::store::{self, Progress};
use crate::legal::view::{LanguageRow, PageRow, PagesPage, VersionRow, VersionsPage, WritePage};

type Named = web::Path<(String, String)>;

/// `GET /desk/pages`
pub async fn list(may: May<EditPages>, ui: Ui) -> AppResult<HttpResponse> {
    let (all, open_reports) = may
        .read(|conn| Ok((store::overview(conn)?, store::open_reports(conn)?)))
        .await?;
    let row = |page: Page| PageRow {
        label: ui.t(page.label_key()),
        url: format!("/{}", page.slug()),
        languages: all
            .iter()
            .filter(|progress| progress.page == page)
            .map(|progress| language_row(&ui, progress))
            .collect(),
    };
    ui.ok(&PagesPage {
        pages: Page::ALL.into_iter().map(row).collect(),
        open_reports,
    })
}

fn language_row(ui: &Ui, progress: &Progress) -> LanguageRow {
    let (page, lang) = (progress.page, progress.lang);
    let changed = progress.changed.clone();
    LanguageRow {
        name: ui.t(language_key(lang)),
        url: address(page, lang),
        is_public: progress.is_public,
        has_draft: progress.has_draft,
        changed_on: changed.as_ref().map(|(at, _)| ui.site().zone.day(*at)),
        changed_by: changed.map(|(_, by)| by).unwrap_or_default(),
    }
}

/// `GET /desk/pages/{page}/{language}`
pub async fn edit(may: May<EditPages>, ui: Ui, path: Named) -> AppResult<HttpResponse> {
    let at = place(&path)?;
    let standing = standing(&may, at).await?;
    let text = match &standing.newest {
        Some(version) => version.text.clone(),
        None => at.0.beginning(at.1, &ui.site().config),
    };
    let form = PageForm {
        title: text.title,
        body: text.body,
        version: standing.version(),
        act: String::new(),
    };
    ui.ok(&page(&ui, at, &standing, Refill::new(form)))
}

/// `POST /desk/pages/{page}/{language}`
pub async fn save(
    may: May<EditPages>,
    ui: Ui,
    path: Named,
    form: Sent<PageForm>,
) -> AppResult<HttpResponse> {
    let at = place(&path)?;
    let standing = standing(&may, at).await?;
    let form = form.into_inner();
    let (wish, based_on) = (form.wish(), form.version.clone());
    let text = match form.clone().parse() {
        Ok(text) => text,
        Err(refill) => return faulty(&ui, at, &standing, refill),
    };
    let (state, done) = match wish {
        Wish::Preview => return ui.ok(&page(&ui, at, &standing, Refill::new(form))),
        Wish::Draft => (State::Draft, "said-page-kept"),
        Wish::Publish => (State::Public, "said-page-published"),
    };
    let kept = may
        .write(move |tx| store::write(tx, at, &text, state, &based_on))
        .await?;
    if !kept {
        let mut refill = Refill::new(PageForm {
            // Whoever sends it again has read that somebody else was there.
            version: standing.version(),
            ..form
        });
        refill.fault("body", "error-page-overtaken");
        return faulty(&ui, at, &standing, refill);
    }
    Ok(ui.see_other_saying(&address(at.0, at.1), done))
}

/// `GET /desk/pages/{page}/{language}/withdraw`
pub async fn ask_withdraw(may: May<EditPages>, ui: Ui, path: Named) -> AppResult<HttpResponse> {
    let at = place(&path)?;
    if !standing(&may, at).await?.is_public {
        return Err(AppError::NotFound);
    }
    let mut args = Args::new();
    args.set("page", ui.t(at.0.label_key()));
    args.set("language", ui.t(language_key(at.1)));
    ui.ok(&Confirm {
        title: ui.text("desk-pages-withdraw-title", &args),
        text: ui.t("desk-pages-withdraw-text"),
        items: Vec::new(),
        button: ui.t("desk-pages-withdraw"),
        back_url: address(at.0, at.1),
        reason: None,
    })
}

/// `POST /desk/pages/{page}/{language}/withdraw`
pub async fn withdraw(
    may: May<EditPages>,
    ui: Ui,
    path: Named,
    _: Sent<RestoreForm>,
) -> AppResult<HttpResponse> {
    let at = place(&path)?;
    may.write(move |tx| store::withdraw(tx, at)).await?;
    Ok(ui.see_other_saying(&address(at.0, at.1), "said-page-withdrawn"))
}

/// `GET /desk/pages/{page}/{language}/versions`
pub async fn versions(may: May<EditPages>, ui: Ui, path: Named) -> AppResult<HttpResponse> {
    let (of, lang) = place(&path)?;
    let versions = may
        .read(move |conn| store::versions(conn, of, lang))
        .await?;
    let zone = ui.site().zone;
    let row = |(n, version): (usize, Version)| VersionRow {
        id: version.id.to_string(),
        written_on: zone.day(version.written_at),
        hour: version
            .written_at
            .with_timezone(&zone.0)
            .format("%H:%M")
            .to_string(),
        by: version.written_by,
        state: version.state.as_str(),
        title: version.text.title,
        body: version.text.body,
        is_newest: n == 0,
    };
    ui.ok(&VersionsPage {
        label: ui.t(of.label_key()),
        language: ui.t(language_key(lang)),
        lang_code: lang.code(),
        edit_url: address(of, lang),
        versions: versions.into_iter().enumerate().map(row).collect(),
    })
}

/// `POST /desk/pages/{page}/{language}/versions`
pub async fn restore(
    may: May<EditPages>,
    ui: Ui,
    path: Named,
    form: Sent<RestoreForm>,
) -> AppResult<HttpResponse> {
    let at = place(&path)?;
    let id = form.into_inner().version;
    may.write(move |tx| store::restore(tx, at, &id)).await?;
    Ok(ui.see_other_saying(&address(at.0, at.1), "said-page-restored"))
}

/// How far a page is, for the page on which it is written.
struct Standing {
    newest: Option<Version>,
    is_public: bool,
}

impl Standing {
    /// The newest version's name; empty when there is none.
    fn version(&self) -> String {
        let newest = self.newest.as_ref();
        newest.map_or_else(String::new, |version| version.id.to_string())
    }
}

async fn standing(may: &May<EditPages>, (page, lang): (Page, Lang)) -> AppResult<Standing> {
    may.read(move |conn| {
        Ok(Standing {
            newest: store::newest(conn, page, lang)?,
            is_public: store::published(conn, page, lang)?.is_some(),
        })
    })
    .await
}

fn faulty(
    ui: &Ui,
    at: (Page, Lang),
    standing: &Standing,
    refill: Refill<PageForm>,
) -> AppResult<HttpResponse> {
    let page = page(ui, at, standing, refill);
    ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn page(
    ui: &Ui,
    (page, lang): (Page, Lang),
    standing: &Standing,
    refill: Refill<PageForm>,
) -> WritePage {
    let Refill { form, errors } = refill;
    let text = Text {
        title: form.title.clone(),
        body: form.body.clone(),
    };
    let newest = standing.newest.as_ref();
    WritePage {
        label: ui.t(page.label_key()),
        language: ui.t(language_key(lang)),
        lang_code: lang.code(),
        public_url: format!("/{}?lang={lang}", page.slug()),
        url: address(page, lang),
        is_public: standing.is_public,
        has_draft: newest.is_some_and(|version| version.state == State::Draft),
        changed_on: newest.map(|version| ui.site().zone.day(version.written_at)),
        changed_by: newest
            .map(|version| version.written_by.clone())
            .unwrap_or_default(),
        gaps: text.gaps(),
        has_preview: form.act == "preview" && errors.is_empty(),
        errors: ui.messages(&errors),
        form,
        title_limit: TITLE_CHARS,
        body_limit: BODY_CHARS,
    }
}

fn address(page: Page, lang: Lang) -> String {
    format!("/desk/pages/{}/{lang}", page.slug())
}

fn language_key(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "desk-pages-german",
        Lang::En => "desk-pages-english",
    }
}
