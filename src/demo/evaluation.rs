//! After the first consultation the administration reads everything, puts it under themes and says what it does about each.

use std::collections::{BTreeSet, HashMap};

use anyhow::Context as _;
use serde::Deserialize;

use super::stage::Stage;
use crate::assessment::model::{NewAssessment, Position};
use crate::assessment::store::{self as said, About};
use crate::assessment::{Approve, Audience, ReleaseOutcomes};
use crate::base::id::Id;
use crate::consultation::{self, Consultation};
use crate::strategy::cause::Theme;
use crate::strategy::{self};
use crate::survey::{FreeText, Mark};
use crate::theme::model::{Coding, Contribution, NewTheme, Places};
use crate::theme::page::segments::split_everything;
use crate::theme::store::list::{self, Narrow};
use crate::theme::store::{code, gather, themes};
use crate::theme::{CodeContributions, EditThemes, GatherContributions};

/// How many contributions are read, and put under themes, in one go.
const AT_ONCE: i64 = 2_000;

#[derive(Clone, Debug, Deserialize)]
struct Book {
    theme: Vec<Told>,
}

/// A theme of the story.
#[derive(Clone, Debug, Deserialize)]
struct Told {
    element: Option<String>,
    name: String,
    about: String,
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    marks: Vec<String>,
    #[serde(default)]
    position: String,
    #[serde(default)]
    office: String,
    #[serde(default)]
    reason: String,
}

/// What was said in the story: its themes by name.
pub type Heard = HashMap<String, Id<Theme>>;

/// The evaluation of the first consultation, from the first text to what everyone reads. Gives its themes; `told` hears how many
/// contributions are done.
pub fn play(stage: &Stage, told: &dyn Fn(usize)) -> anyhow::Result<Heard> {
    gather_all(stage)?;
    stage
        .may::<CodeContributions>(stage.today(-9))?
        .write_here(|tx| split_everything(tx, "ziele-2035"))?;
    let consultation = stage
        .db
        .read_here(|conn| consultation::find(conn, "ziele-2035"))?;
    let book: Book = toml::from_str(include_str!("town/auswertung.toml"))?;
    let heard = code_all(stage, &consultation, &book, 1, told)?;
    for told in &book.theme {
        let theme = heard.get(&told.name).context("a theme of the story")?;
        let new = NewAssessment {
            position: Position::parse(&told.position).context("a position of the story")?,
            reason: told.reason.clone(),
            office: told.office.clone(),
        };
        let (of, about) = (consultation.clone(), About::Theme(theme.clone()));
        stage
            .may::<Approve>(stage.today(-5))?
            .write_here(move |tx| said::write_approved(tx, &of, &about, "", &new))?;
    }
    Ok(heard)
}

/// The second consultation still runs: a part of what came in is read already, and the machine has something to learn from.
pub fn begin_playgrounds(stage: &Stage) -> anyhow::Result<()> {
    let consultation = stage
        .db
        .read_here(|conn| consultation::find(conn, "spielplaetze"))?;
    let book: Book = toml::from_str(include_str!("town/auswertung-spielplaetze.toml"))?;
    code_all(stage, &consultation, &book, 2, &|_| ())?;
    Ok(())
}

/// Everyone reads what became of the first consultation.
pub fn release(stage: &Stage) -> anyhow::Result<()> {
    let consultation = stage
        .db
        .read_here(|conn| consultation::find(conn, "ziele-2035"))?;
    for audience in [Audience::Council, Audience::Public] {
        let of = consultation.clone();
        let done = stage
            .may::<ReleaseOutcomes>(stage.today(-1))?
            .write_here(move |tx| said::release(tx, &of, audience))?;
        anyhow::ensure!(done, "a contribution of the story has no outcome");
    }
    Ok(())
}

fn gather_all(stage: &Stage) -> anyhow::Result<()> {
    loop {
        let may = stage.may::<GatherContributions>(stage.today(-9))?;
        if may.write_here(gather)? == 0 {
            return Ok(());
        }
    }
}

/// Makes the themes and puts contributions under them: all of them, or only some so that something is left to do.
fn code_all(
    stage: &Stage,
    of: &Consultation,
    book: &Book,
    one_in: usize,
    told: &dyn Fn(usize),
) -> anyhow::Result<Heard> {
    let places = stage
        .db
        .read_here(|conn| Ok(Places::of(&strategy::laid(conn, &of.edition)?)))?;
    let heard = make_themes(stage, of, book, &places)?;
    let mut done = 0;
    loop {
        let from = i64::try_from(done)?;
        let some = stage
            .db
            .read_here(|conn| list::page(conn, &Narrow::all(&of.id), (from, AT_ONCE)))?;
        if some.is_empty() {
            return Ok(heard);
        }
        let chosen: Vec<(Id<FreeText>, BTreeSet<Id<Theme>>)> = some
            .iter()
            .step_by(one_in)
            .map(|one| (one.id.clone(), of_text(one, book, &places, &heard)))
            .collect();
        code_together(stage, of, chosen)?;
        done += some.len();
        told(done);
    }
}

fn make_themes(
    stage: &Stage,
    of: &Consultation,
    book: &Book,
    places: &Places,
) -> anyhow::Result<Heard> {
    let mut heard = Heard::new();
    for told in &book.theme {
        let new = NewTheme {
            element: told
                .element
                .as_ref()
                .and_then(|key| places.find(key).cloned()),
            name: told.name.clone(),
            about: told.about.clone(),
        };
        let consultation = of.clone();
        let made = stage
            .may::<EditThemes>(stage.today(-9))?
            .write_here(move |tx| themes::create(tx, &consultation, &new))?;
        let themes::Kept::Done(id) = made else {
            anyhow::bail!("a theme of the story is there twice");
        };
        heard.insert(told.name.clone(), id);
    }
    Ok(heard)
}

fn code_together(
    stage: &Stage,
    of: &Consultation,
    chosen: Vec<(Id<FreeText>, BTreeSet<Id<Theme>>)>,
) -> anyhow::Result<()> {
    let id = of.id.clone();
    stage
        .may::<CodeContributions>(stage.today(-7))?
        .write_here(move |tx| {
            for (text, themes) in &chosen {
                let coding = Coding {
                    themes: themes.clone(),
                    note: String::new(),
                };
                let texts = std::slice::from_ref(text);
                code::code(tx, &id, texts, &coding, &BTreeSet::new())?;
            }
            Ok(())
        })?;
    Ok(())
}

/// The themes of one contribution: those whose words stand in it, else that of its mark.
fn of_text(one: &Contribution, book: &Book, places: &Places, heard: &Heard) -> BTreeSet<Id<Theme>> {
    let text = one.text.to_lowercase();
    let key = one.element.as_ref().and_then(|id| places.get(id));
    let key = key.map(|spot| spot.key.as_str());
    let is_here = |told: &&Told| told.element.is_none() || told.element.as_deref() == key;
    let named = |told: &Told| heard.get(&told.name).cloned();
    let themes = || book.theme.iter().filter(is_here);
    let found: BTreeSet<_> = themes()
        .filter(|told| told.words.iter().any(|word| text.contains(word)))
        .filter_map(named)
        .collect();
    if !found.is_empty() {
        return found;
    }
    let mark = one.mark.map_or("none", Mark::as_str);
    themes()
        .filter(|told| told.marks.iter().any(|own| own == mark))
        .filter_map(named)
        .collect()
}
