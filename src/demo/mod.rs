//! The demonstration: the fictitious town of Lindenau am Neckar with its whole story, played through the same acts as
//! in any town. One consultation is over and its results are published, one is running, one is announced, on whatever
//! day the story is played.
//!
//! The story is the same at every play; only ids and receipt codes differ, as they are made of real chance.

mod action;
mod almanac;
mod cast;
mod chance;
mod council;
mod evaluation;
mod followers;
mod goals;
mod organisations;
mod pages;
mod people;
mod playgrounds;
mod residents;
mod revision;
mod sheets;
mod stage;
mod statements;
mod store;
mod talk;
mod twins;
mod voices;

use std::num::NonZeroU32;

use crate::account::{Actor, May};
use crate::base::clock::Clock;
use crate::base::config::{Config, OpenData, Transport};
use crate::base::db::Db;
use crate::base::secret::Secrets;
use crate::base::site::Site;

pub use action::PlayDemo;
pub use goals::Played;
pub use organisations::Way;
pub use people::Access;
pub use store::{State, state};

use stage::{Days, Stage};

/// Gives the options the name of the fictitious town, so that no page can be taken for one of a real town.
pub fn dress(config: &mut Config) {
    config.demo = true;
    "Lindenau am Neckar".clone_into(&mut config.town.name);
    "Lindenau".clone_into(&mut config.town.short_name);
    "BW".clone_into(&mut config.town.region);
    "Beteiligungsportal".clone_into(&mut config.town.portal_name);
    config.town.logo_file.clear();
    config.town.footer.clear();
    // A licence GovData knows; the rest is invented, as the town is.
    config.open_data = OpenData {
        licence: "http://dcat-ap.de/def/licenses/dl-by-de/2.0".into(),
        licence_name: "Datenlizenz Deutschland – Namensnennung – Version 2.0".into(),
        publisher_url: "https://www.lindenau.example/".into(),
        contact_email: "daten@lindenau.example".into(),
        contributor_id: "https://www.lindenau.example/dcat/contributor".into(),
        geocoding: String::new(),
    };
    // Invented people get no mail, and no town server is asked to carry any.
    config.mail.transport = Transport::Files;
    // Whoever looks around should not need a telephone for it, unless she asked for that.
    if !config.sign_in.is_chosen {
        config.sign_in.second_factor = false;
    }
}

/// What came of the story.
#[derive(Clone, Debug)]
pub struct Story {
    /// What the first consultation brought in.
    pub played: Played,
    /// With what the people of the administration and the council can sign in; it can be read only here.
    pub people: Vec<Access>,
    /// How to come in for an organisation; it can be read only here.
    pub way: Way,
}

/// How far the play is, where it takes long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many rounds of questionnaires were handed in.
    Round(u32),
    /// So many contributions were put under themes.
    Coded(usize),
}

/// Plays the story into an empty database. `scale` repeats the questionnaires of the first consultation, for
/// benchmarks; `password` is everybody's, where it was given; `told` hears how far it is. What happened is marked at the end, so a play that was broken off does not count as played.
///
/// # Errors
/// When the database is not empty, and whatever the acts of the story say.
pub fn play(
    db: &Db,
    config: &Config,
    clock: &Clock,
    secrets: &Secrets,
    scale: NonZeroU32,
    password: Option<&str>,
    told: &dyn Fn(Step),
) -> anyhow::Result<Story> {
    anyhow::ensure!(state(db)? == State::Empty, "the database is not empty");
    let stage = Stage::build(db, config, clock, secrets);
    let marked = |state: &'static str| {
        May::<PlayDemo>::by(Actor::Demo, db, clock)?.write_here(move |tx| store::mark(tx, state))
    };
    marked(store::BEGUN)?;
    let played = goals::play(&stage, scale, &|round| told(Step::Round(round)))?;
    playgrounds::play(&stage)?;
    announce_cycling(&stage)?;
    let people = people::settle(&stage, password)?;
    let site = Site::new(config.clone(), secrets.clone(), clock.clone())?;
    let way = organisations::play(&stage, &site)?;
    statements::play(&stage, &site)?;
    pages::publish(&stage, config)?;
    let heard = evaluation::play(&stage, &|done| told(Step::Coded(done)))?;
    revision::play(&stage, &heard)?;
    evaluation::release(&stage)?;
    evaluation::begin_playgrounds(&stage)?;
    council::play(&stage)?;
    residents::settle(&stage, &site)?;
    followers::follow(&stage, site)?;
    marked(store::PLAYED)?;
    Ok(Story {
        played,
        people,
        way,
    })
}

/// The third consultation can be read, but not yet answered.
fn announce_cycling(stage: &Stage) -> anyhow::Result<()> {
    let days = Days {
        imported: stage.today(-9),
        published: stage.today(-6),
        announced: stage.today(-3),
    };
    stage.lay_open(
        "radverkehr",
        include_str!("town/radverkehr.md"),
        include_str!("town/radverkehr.toml"),
        &days,
    )?;
    Ok(())
}
