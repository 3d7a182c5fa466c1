//! One text after the other: read it beside the wording, put it under themes, go on.

use std::collections::{BTreeSet, HashMap, HashSet};

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::learned::{Lore, lore};
use super::list::{narrowed, profiles};
use super::{contributions_of, names, paragraphs, row, surroundings};
use crate::account::{Action, May, Permission};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Fields, Sent};
use crate::base::id::Id;
use crate::base::page::{Faults, ListAsk, Ui};
use crate::base::words;
use crate::consultation::Consultation;
use crate::strategy::cause::Theme;
use crate::survey::FreeText;
use crate::theme::form::CodingForm;
use crate::theme::model::{Contribution, MAX_NAME, MAX_NOTE, Places, shortened};
use crate::theme::store::code::{self, Coding};
use crate::theme::store::list::{self, Around, Narrow};
use crate::theme::store::themes::{self, Kept, Named};
use crate::theme::view::{CodingPage, Head, Near, Pick, Piece};
use crate::theme::{CodeContributions, EditThemes, ReadContributions};

/// Neighbours that are shown before and after.
const NEAR: (i64, i64) = (2, 5);
/// Characters of a neighbour.
const EXCERPT: usize = 34;

/// `GET /desk/consultations/{consultation}/contributions/{text}` — one contribution beside its wording.
pub async fn show(
    may: May<ReadContributions>,
    path: Path<(String, String)>,
    ask: ListAsk,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let found = find(&may, slug, Id::known(id), ask).await?;
    ui.ok(&found.page(None, Faults::default()))
}

/// `POST /desk/consultations/{consultation}/contributions/{text}` — keeps the themes and goes on to the next, or takes back what was
/// just kept.
pub async fn code(
    may: May<CodeContributions>,
    themes: May<EditThemes>,
    path: Path<(String, String)>,
    ask: ListAsk,
    form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let id: Id<FreeText> = Id::known(id);
    let ask = ask.without("undo").without("had");
    if let Some(had) = form.get("undo") {
        return take_back(may, slug, id, had.to_owned(), &ask, &ui).await;
    }
    let found = find(&may, slug, id.clone(), ask.clone()).await?;
    let typed = CodingForm::of(&form);
    let refused = |typed: &CodingForm, errors: &[FieldError]| {
        let faults = Faults::from(ui.messages(errors));
        ui.page(
            StatusCode::UNPROCESSABLE_ENTITY,
            &found.page(Some(typed), faults),
        )
    };
    let (mut coding, new) = match typed.parse() {
        Ok(parsed) => parsed,
        Err(errors) => return refused(&typed, &errors),
    };
    if let Some(name) = new {
        match make(themes, &found, name).await? {
            Kept::Done(id) => drop(coding.themes.insert(id)),
            Kept::NameTaken => {
                let error = FieldError::new("new_theme", "error-theme-taken");
                return refused(&typed, &[error]);
            }
            Kept::TooMany => {
                let error = FieldError::new("new_theme", "error-themes-many");
                return refused(&typed, &[error]);
            }
        }
    }
    let next = keep(may, &found, coding, typed.suggested).await?;
    let contributions = contributions_of(&found.consultation.slug);
    let place = next.map_or(contributions.clone(), |next| {
        format!("{contributions}/{next}")
    });
    let on = ask
        .at(&place)
        .marked("undo", id.as_str())
        .marked("had", &found.had());
    Ok(ui.see_other(&on.address()))
}

async fn make(may: May<EditThemes>, found: &Found, name: String) -> AppResult<Kept> {
    let new = themes::NewTheme {
        element: found.one.element.clone(),
        name,
        about: String::new(),
    };
    let consultation = found.consultation.clone();
    may.write(move |tx| themes::create(tx, &consultation, &new))
        .await
}

async fn keep(
    may: May<CodeContributions>,
    found: &Found,
    coding: Coding,
    suggested: BTreeSet<Id<Theme>>,
) -> AppResult<Option<Id<FreeText>>> {
    let (consultation, id) = (found.consultation.id.clone(), found.one.id.clone());
    let narrow = found.narrow.clone();
    may.write(move |tx| {
        code::code(
            tx,
            &consultation,
            std::slice::from_ref(&id),
            &coding,
            &suggested,
        )?;
        list::next(tx.conn, &narrow, &id)
    })
    .await
}

/// Puts back what somebody had said before, or that she had not read it.
async fn take_back(
    may: May<CodeContributions>,
    slug: String,
    id: Id<FreeText>,
    had: String,
    ask: &ListAsk,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let back = ask
        .clone()
        .at(&format!("{}/{id}", contributions_of(&slug)))
        .address();
    may.write(move |tx| {
        let (consultation, _) = surroundings(tx.conn, &slug)?;
        list::one(tx.conn, &consultation.id, &id)?;
        let Some(places) = had.strip_prefix('r') else {
            return code::forget(tx, &id);
        };
        let all = themes::of(tx.conn, &consultation.id)?;
        let had = places.split('.').filter_map(|place| {
            let place: usize = place.parse().ok()?;
            all.get(place).map(|theme| theme.id.clone())
        });
        let coding = Coding {
            themes: had.collect(),
            note: String::new(),
        };
        let texts = std::slice::from_ref(&id);
        code::code(tx, &consultation.id, texts, &coding, &BTreeSet::new())?;
        Ok(())
    })
    .await?;
    Ok(ui.see_other_saying(&back, "said-coding-undone"))
}

/// Everything about one contribution.
struct Found {
    consultation: Consultation,
    places: Places,
    one: Contribution,
    narrow: Narrow,
    around: Around,
    coded: i64,
    themes: Vec<Named>,
    counts: HashMap<Id<Theme>, i64>,
    read: BTreeSet<Id<FreeText>>,
    /// What whoever reads said herself.
    own: Option<Coding>,
    /// What all said together.
    all: BTreeSet<Id<Theme>>,
    notes: Vec<String>,
    lore: std::sync::Arc<Lore>,
    may_code: bool,
    ask: ListAsk,
}

async fn find<A: Action>(
    may: &May<A>,
    slug: String,
    id: Id<FreeText>,
    ask: ListAsk,
) -> AppResult<Found> {
    let (me, may_code) = (may.who().to_string(), may.who().has(Permission::Evaluate));
    may.read(move |conn| found(conn, &slug, &id, ask, &me, may_code))
        .await
}

fn found(
    conn: &mut Conn,
    slug: &str,
    id: &Id<FreeText>,
    ask: ListAsk,
    me: &str,
    may_code: bool,
) -> AppResult<Found> {
    let (consultation, places) = surroundings(conn, slug)?;
    let profiles = profiles(conn, &consultation)?;
    let narrow = narrowed(&ask, &consultation, &places, &profiles);
    let one = list::one(conn, &consultation.id, id)?;
    let around = list::around(conn, &narrow, id, NEAR)?;
    let near: Vec<_> = around.near.iter().map(|one| one.id.clone()).collect();
    let themes = themes::of(conn, &consultation.id)?;
    let mut codings = code::codings_of(conn, id)?;
    let all = codings
        .values()
        .flat_map(|coding| coding.themes.iter().cloned())
        .collect();
    let own = codings.remove(me);
    let coded = Narrow {
        is_coded: Some(true),
        ..narrow.clone()
    };
    Ok(Found {
        coded: list::count(conn, &coded)?,
        counts: themes::counts(conn, &consultation.id)?,
        read: code::read_of(conn, &near)?,
        lore: lore(conn, &consultation, &themes)?,
        notes: codings
            .into_values()
            .map(|coding| coding.note)
            .filter(|note| !note.is_empty())
            .collect(),
        consultation,
        places,
        one,
        narrow,
        around,
        themes,
        own,
        all,
        may_code,
        ask,
    })
}

impl Found {
    /// What stood there before, short enough for an address: nothing, or the places of the themes among all.
    fn had(&self) -> String {
        let Some(own) = &self.own else {
            return "n".to_owned();
        };
        let place = |id: &Id<Theme>| self.themes.iter().position(|theme| theme.id == *id);
        let places: Vec<String> = own
            .themes
            .iter()
            .filter_map(place)
            .map(|place| place.to_string())
            .collect();
        format!("r{}", places.join("."))
    }

    fn page(&self, typed: Option<&CodingForm>, faults: Faults) -> CodingPage {
        let suggested: Vec<Id<Theme>> = if self.own.is_some() || !self.may_code {
            Vec::new()
        } else {
            let found = self.lore.learned.suggest(&self.one.text);
            found.into_iter().map(|one| one.theme).collect()
        };
        let grounds: HashSet<String> = suggested
            .iter()
            .flat_map(|theme| self.lore.learned.grounds(&self.one.text, theme))
            .collect();
        let contributions = contributions_of(&self.consultation.slug);
        let bare = self.ask.clone().without("undo").without("had");
        let list = bare.clone().at(&contributions).address();
        let query = list.strip_prefix(&contributions).unwrap_or_default();
        let spot = self.one.element.as_ref().and_then(|id| self.places.get(id));
        let names = names(&self.themes);
        let undo = self.ask.filter("undo").zip(self.ask.filter("had"));
        let note = self.own.as_ref().map(|own| own.note.clone());
        CodingPage {
            head: Head::from(&self.consultation),
            row: row(
                &self.one,
                &self.places,
                &names,
                self.all.iter().cloned(),
                self.own.is_some(),
            ),
            words: paragraphs(&self.one.text)
                .iter()
                .map(|paragraph| marked(paragraph, &grounds))
                .collect(),
            wording: spot.map(|spot| spot.text.clone()),
            place: self.around.before + 1,
            total: self.around.total,
            coded: self.coded,
            near: self.near(&contributions, query),
            picks: self.picks(typed, &suggested),
            may_code: self.may_code,
            new_theme: typed
                .map(|typed| typed.new_theme.clone())
                .unwrap_or_default(),
            note: typed.map_or(note.unwrap_or_default(), |typed| typed.note.clone()),
            notes: self.notes.clone(),
            copies: self
                .lore
                .copies
                .get(&self.one.id)
                .map_or(1, |all| all.len()),
            name_limit: MAX_NAME,
            note_limit: MAX_NOTE,
            undo: undo
                .filter(|_| self.may_code)
                .map(|(id, had)| (id.to_owned(), had.to_owned())),
            faults,
            query: query.to_owned(),
            list_url: list,
        }
    }

    fn near(&self, contributions: &str, query: &str) -> Vec<Near> {
        let first = self.around.before + 1
            - i64::try_from(
                self.around
                    .near
                    .iter()
                    .filter(|near| near.id < self.one.id)
                    .count(),
            )
            .unwrap_or_default();
        let spot = |one: &Contribution| self.places.get(one.element.as_ref()?);
        let near = self.around.near.iter().zip(first..);
        near.map(|(one, place)| Near {
            url: format!("{contributions}/{}{query}", one.id),
            excerpt: shortened(&one.text, EXCERPT),
            label: spot(one).map(|spot| spot.label.clone()).unwrap_or_default(),
            place,
            is_read: self.read.contains(&one.id),
            is_current: one.id == self.one.id,
        })
        .collect()
    }

    /// Proposals first, then the themes of this element, then those that go across, then the others.
    fn picks(&self, typed: Option<&CodingForm>, suggested: &[Id<Theme>]) -> Vec<Pick> {
        let own = self.own.as_ref().map(|own| &own.themes);
        let chosen = typed.map(|typed| &typed.themes).or(own);
        let mut themes: Vec<&Named> = self.themes.iter().collect();
        let is_near = |theme: &Named| theme.element.is_none() || theme.element == self.one.element;
        themes.sort_by_key(|theme| {
            let is_suggested = suggested.contains(&theme.id);
            let is_own = theme.element.is_some() && theme.element == self.one.element;
            (!is_suggested, !is_own, theme.element.is_some())
        });
        let pick = |(place, theme): (u8, &Named)| Pick {
            name: theme.name.clone(),
            about: theme.about.clone(),
            count: self.counts.get(&theme.id).copied().unwrap_or_default(),
            is_chosen: chosen.is_some_and(|chosen| chosen.contains(&theme.id)),
            is_suggested: suggested.contains(&theme.id),
            key: (place <= 9).then_some(place),
            is_near: is_near(theme) || suggested.contains(&theme.id),
            id: theme.id.to_string(),
        };
        (1..=u8::MAX).zip(themes).map(pick).collect()
    }
}

/// A paragraph in pieces: those words apart that the proposals rest on.
fn marked(paragraph: &str, grounds: &HashSet<String>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let is_word = |sign: char| sign.is_alphanumeric();
    let mut rest = paragraph;
    while let Some(first) = rest.chars().next() {
        let end = rest
            .find(|sign: char| is_word(sign) != is_word(first))
            .unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        let stem = words::stems(part).pop();
        let is_ground = stem.is_some_and(|stem| grounds.contains(&stem));
        match pieces.last_mut() {
            Some(last) if last.is_ground == is_ground => last.text.push_str(part),
            _ => pieces.push(Piece {
                text: part.to_owned(),
                is_ground,
            }),
        }
        rest = after;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn grounds_stand_apart_in_every_form() {
        let grounds = HashSet::from(["baum".to_owned()]);
        let pieces = marked("Mehr Bäume, mehr Baum!", &grounds);
        let marked: Vec<_> = pieces
            .iter()
            .filter(|p| p.is_ground)
            .map(|p| &p.text)
            .collect();
        assert_eq!(marked, ["Bäume", "Baum"]);
    }

    proptest! {
        #[test]
        fn no_sign_is_lost(text in "\\PC{0,80}") {
            let pieces = marked(&text, &HashSet::new());
            prop_assert_eq!(pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
        }
    }
}
