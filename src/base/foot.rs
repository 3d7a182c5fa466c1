//! The links to the town's own pages (imprint, privacy, accessibility) at the foot of every page. They are kept in
//! memory, so that no page asks the database for its foot; each process looks again when something has changed.

use std::sync::{Arc, PoisonError, RwLock};

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};

use crate::base::db::{Conn, Db, PublicState};
use crate::base::error::AppResult;
use crate::base::locale::Lang;
use crate::base::schema::page_versions;

/// The town's own pages, in the order in which they stand at the foot. The name is the address.
pub const PAGES: [&str; 5] = [
    "imprint",
    "privacy",
    "accessibility",
    "plain-language",
    "sign-language",
];

/// One link: the page with its title in each language in which it is public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FootLink {
    /// Its address.
    pub url: String,
    titles: Vec<(Lang, String)>,
}

impl FootLink {
    /// The title in a language, or in the one there is, with that language.
    pub fn title(&self, lang: Lang) -> Option<(Lang, &str)> {
        let own = self.titles.iter().find(|(has, _)| *has == lang);
        let any = own.or_else(|| self.titles.first());
        any.map(|(lang, title)| (*lang, title.as_str()))
    }
}

/// What stands at the foot, shared by all threads.
#[derive(Default)]
pub struct Foot(RwLock<Kept>);

#[derive(Default)]
struct Kept {
    links: Arc<Vec<FootLink>>,
    /// Of which state of the database they are, or will be as soon as somebody has looked.
    state: Option<PublicState>,
}

impl Foot {
    /// The links.
    pub fn links(&self) -> Arc<Vec<FootLink>> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        kept.links.clone()
    }

    /// Looks again when something has changed. What cannot be read now stays as it was.
    pub async fn keep_fresh(&self, db: &Db) {
        let state = Some(db.public_state());
        // Nearly always nothing has, and then nobody waits for anybody.
        if self.0.read().unwrap_or_else(PoisonError::into_inner).state == state {
            return;
        }
        {
            let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
            if kept.state == state {
                return;
            }
            // Whoever comes meanwhile takes what there is.
            kept.state = state;
        }
        self.look(db).await;
    }

    async fn look(&self, db: &Db) {
        match db.read(links).await {
            Ok(links) => {
                let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
                kept.links = Arc::new(links);
            }
            Err(why) => tracing::warn!(%why, "the foot of the pages stays as it was"),
        }
    }
}

/// The pages that are public now: of each the newest version that was published, unless it was withdrawn afterwards.
fn links(conn: &mut Conn) -> AppResult<Vec<FootLink>> {
    let rows: Vec<(String, String, String, String)> = page_versions::table
        .filter(page_versions::state.ne("draft"))
        .order(page_versions::id.desc())
        .select((
            page_versions::slug,
            page_versions::lang,
            page_versions::state,
            page_versions::title,
        ))
        .load(conn)?;
    let newest = |slug: &str, lang: Lang| {
        rows.iter()
            .find(|(of, in_lang, ..)| of == slug && in_lang == lang.code())
            .filter(|(_, _, state, _)| state == "public")
            .map(|(_, _, _, title)| (lang, title.clone()))
    };
    let link = |slug: &str| FootLink {
        url: format!("/{slug}"),
        titles: Lang::ALL
            .into_iter()
            .filter_map(|lang| newest(slug, lang))
            .collect(),
    };
    let all = PAGES.iter().map(|slug| link(slug));
    Ok(all.filter(|link| !link.titles.is_empty()).collect())
}
