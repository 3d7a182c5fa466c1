//! One element with everything its page shows, whoever asks.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::{LIMITS, head, row, subject};
use crate::base::clock::Zone;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::locale::Lang;
use crate::base::page::{FieldMessage, ListAsk};
use crate::comment::form::CommentForm;
use crate::comment::model::Sort;
use crate::comment::store::{self, Shown};
use crate::comment::view::{DiscussionPage, Newer, SortLink};
use crate::consultation::{self, Consultation};
use crate::participation::access::Access;
use crate::participation::store::access::access_of;
use crate::participation::{self, Participation};
use crate::strategy::{self, LaidEdition, Wording};
use crate::survey::FreeText;
use crate::translation::store::languages;
use crate::translation::view::Languages;
use crate::translation::{ContentLang, Reader};

/// How somebody comes in.
#[derive(Clone, Debug)]
pub(super) enum Door {
    /// By the public address of a consultation.
    Everyone(String),
    /// By a receipt code: its hash, and the code itself for addresses.
    Receipt(String, String),
}

impl Door {
    /// The consultation behind it, and whose receipt it is.
    pub(super) fn open(&self, conn: &mut Conn) -> AppResult<(Consultation, Option<Participation>)> {
        match self {
            Self::Everyone(slug) => Ok((consultation::published(conn, slug)?, None)),
            Self::Receipt(hash, _) => {
                let person = participation::find(conn, hash)?;
                let consultation = consultation::by_id(conn, &person.consultation)?;
                Ok((consultation, Some(person)))
            }
        }
    }

    fn code(&self) -> Option<String> {
        match self {
            Self::Everyone(_) => None,
            Self::Receipt(_, code) => Some(code.clone()),
        }
    }
}

/// The edition of a consultation in the language somebody reads in, and the languages there are.
pub(super) fn laid(
    conn: &mut Conn,
    consultation: &mut Consultation,
    reader: &Reader,
) -> AppResult<(LaidEdition, Vec<ContentLang>, Option<ContentLang>)> {
    let mut edition = strategy::laid(conn, &consultation.edition)?;
    let offered = languages(conn, &consultation.slug)?;
    let chosen = reader.of(&offered);
    if let Some(lang) = chosen {
        consultation::read_in(conn, consultation, lang)?;
        strategy::read_in(conn, &mut edition, lang)?;
    }
    Ok((edition, offered, chosen))
}

/// What the page of one element reads.
pub(super) struct Room {
    pub consultation: Consultation,
    pub edition: LaidEdition,
    newest: Option<LaidEdition>,
    key: String,
    comments: Vec<Shown>,
    total: i64,
    own: BTreeSet<Id<FreeText>>,
    supported: BTreeSet<Id<FreeText>>,
    is_invited_only: bool,
    languages: (Vec<ContentLang>, Option<ContentLang>),
    code: Option<String>,
    ask: ListAsk,
}

impl Room {
    /// Reads it.
    pub(super) fn of(
        conn: &mut Conn,
        door: &Door,
        key: &str,
        reader: &Reader,
        ask: ListAsk,
    ) -> AppResult<Self> {
        let (mut consultation, person) = door.open(conn)?;
        let (edition, offered, chosen) = laid(conn, &mut consultation, reader)?;
        let element = edition.find(key).ok_or(AppError::NotFound)?.id.clone();
        let newest = strategy::newest_published(conn, &edition.strategy).ok();
        let newest = newest.filter(|newest| newest.number > edition.number);
        let sort = Sort::parse(ask.filter("order"));
        let (comments, total) = if consultation.releases_comments {
            let id = &consultation.id;
            let some = store::public(conn, id, &element, sort, ask.window())?;
            (some, store::public_count(conn, id, &element)?)
        } else {
            (Vec::new(), 0)
        };
        let (mut own, mut supported) = (BTreeSet::new(), BTreeSet::new());
        if let Some(person) = &person {
            let mine = store::own(conn, &person.id)?;
            own = mine.into_iter().map(|one| one.id).collect();
            supported = store::supported_by(conn, &person.id)?;
        }
        Ok(Self {
            is_invited_only: access_of(conn, &consultation.id)? == Access::Invited,
            newest,
            key: key.to_owned(),
            comments,
            total,
            own,
            supported,
            languages: (offered, chosen),
            code: door.code(),
            consultation,
            edition,
            ask,
        })
    }

    /// The wording of the element by now, if there is another edition; none in it when the element is gone.
    fn newer(&self) -> Option<(Newer, Option<&Id<Wording>>)> {
        let newest = self.newest.as_ref()?;
        let wording = newest.find(&self.key).map(|element| &element.wording);
        if wording == self.edition.find(&self.key).map(|element| &element.wording) {
            return None;
        }
        let place = newest
            .field_of(&self.key)
            .or(self.edition.field_of(&self.key));
        let place = place.map_or("", |field| field.key.as_str());
        let newer = Newer {
            name: newest.name.clone(),
            url: format!(
                "/strategies/{}/compare?from={}&to={}#{place}",
                newest.strategy, self.edition.number, newest.number,
            ),
            is_gone: wording.is_none(),
        };
        Some((newer, wording))
    }

    /// The page.
    ///
    /// # Errors
    /// Not found, when the consultation takes no comments.
    pub(super) fn page(
        self,
        (now, zone, town): (DateTime<Utc>, Zone, Lang),
        form: CommentForm,
        errors: Vec<FieldMessage>,
    ) -> AppResult<DiscussionPage> {
        let element = self.edition.find(&self.key).ok_or(AppError::NotFound)?;
        let newer = self.newer();
        let by_now = newer.as_ref().map(|(_, wording)| *wording);
        let rows = self.comments.iter().map(|shown| {
            let mut row = row(shown.clone(), zone);
            row.is_own = self.own.contains(&shown.id);
            row.is_supported = self.supported.contains(&shown.id);
            row.is_earlier = by_now.is_some_and(|wording| wording != Some(&shown.wording));
            row
        });
        let sort = Sort::parse(self.ask.filter("order"));
        let sorts = Sort::ALL.map(|other| SortLink {
            label_key: other.label_key(),
            url: self
                .ask
                .clone()
                .with(
                    "order",
                    Some(other.as_str()).filter(|_| other != Sort::Newest),
                )
                .address(),
            is_current: other == sort,
        });
        let total = usize::try_from(self.total).unwrap_or_default();
        Ok(DiscussionPage {
            head: head(&self.consultation, now, zone)?,
            subject: subject(&self.edition, element),
            code: self.code.clone(),
            is_invited_only: self.is_invited_only,
            listing: self.ask.listing(total, &[]),
            sorts: if total > 1 { sorts.into() } else { Vec::new() },
            rows: rows.collect(),
            newer: newer.map(|(newer, _)| newer),
            form,
            limits: LIMITS,
            errors,
            languages: Languages::of(&self.languages.0, self.languages.1, town),
        })
    }
}
