//! The statements of the fictitious town: eleven that count, as in the process this town is modelled on; one that came late
//! and waits for a decision; longer deadlines asked for, granted and declined; and what is in work on the consultation that
//! runs.

mod in_work;

use std::collections::HashMap;

use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;

use super::stage::Stage;
use crate::account::Party;
use crate::base::attachment::Media;
use crate::base::id::Id;
use crate::base::site::Site;
use crate::consultation::{self, Consultation};
use crate::organisation::store::organisations;
use crate::statement::model::{
    Admission, Attached, Channel, Content, NewPart, Part, Publication, Submitter, seen,
};
use crate::statement::store::desk::{Entry, enter, position};
use crate::statement::store::hand_in::{Consents, hand_in, hand_in_nothing};
use crate::statement::store::write::{Owner, draft, save_part};
use crate::statement::store::{self, deadlines, decide, files};
use crate::statement::{DecideStatements, EnterStatements, WriteStatement};
use crate::strategy::{self, LaidEdition};

#[derive(Deserialize)]
struct Chapter {
    statement: Vec<Told>,
    extension: Vec<Longer>,
}

#[derive(Clone, Deserialize)]
struct Told {
    organisation: Option<String>,
    name: Option<String>,
    channel: String,
    written: Option<String>,
    day: String,
    #[serde(default)]
    nil: bool,
    #[serde(default)]
    again: bool,
    publish: bool,
    file: Option<String>,
    admitted: Option<String>,
    #[serde(default)]
    part: Vec<ToldPart>,
}

#[derive(Clone, Deserialize)]
struct ToldPart {
    key: Option<String>,
    text: String,
}

#[derive(Clone, Deserialize)]
struct Longer {
    organisation: String,
    asked: Option<String>,
    #[serde(default)]
    reason: String,
    decided: String,
    until: Option<String>,
    #[serde(default)]
    declined: bool,
    because: String,
}

/// Plays them.
pub fn play(stage: &Stage, site: &Site) -> anyhow::Result<()> {
    let chapter: Chapter = toml::from_str(include_str!("../town/stellungnahmen.toml"))?;
    let book = Book::open(stage, "ziele-2035")?;
    for longer in &chapter.extension {
        extend(stage, &book, longer)?;
    }
    for (n, told) in chapter.statement.iter().enumerate() {
        match told.channel.as_str() {
            "online" => online(stage, site, &book, told)?,
            _ => at_the_desk(stage, &book, n, told)?,
        }
    }
    for (number, told) in (1..).zip(&chapter.statement) {
        settle(stage, &book, number, told)?;
    }
    in_work::play(stage)
}

/// What the story is played on.
struct Book {
    on: Consultation,
    edition: LaidEdition,
    parties: HashMap<String, Id<Party>>,
}

impl Book {
    fn open(stage: &Stage, slug: &str) -> anyhow::Result<Self> {
        let (on, edition, all) = stage.db.read_here(|conn| {
            let on = consultation::find(conn, slug)?;
            let edition = strategy::laid(conn, &on.edition)?;
            let all = organisations::list(conn)?;
            Ok((on, edition, all))
        })?;
        let word = |email: &str| {
            let host = email.rsplit('@').next().unwrap_or_default();
            host.trim_end_matches(".example").to_owned()
        };
        Ok(Self {
            on,
            edition,
            parties: all
                .into_iter()
                .map(|one| (word(&one.details.email), one.id))
                .collect(),
        })
    }

    fn party(&self, word: &str) -> anyhow::Result<Id<Party>> {
        let found = self.parties.get(word).cloned();
        found.with_context(|| format!("there is no organisation {word}"))
    }

    fn deadline(&self, stage: &Stage, party: Option<&Id<Party>>) -> anyhow::Result<DateTime<Utc>> {
        let all = stage.db.read_here(|conn| deadlines::of(conn, &self.on))?;
        Ok(all.of(party))
    }

    fn place(&self, part: &ToldPart) -> anyhow::Result<(NewPart, i32)> {
        let text = part.text.trim().to_owned();
        let Some(key) = &part.key else {
            return Ok((NewPart { on: None, text }, 0));
        };
        let element = self.edition.find(key);
        let element = element.with_context(|| format!("there is no element {key}"))?;
        let on = Some((element.id.clone(), element.wording.clone()));
        Ok((NewPart { on, text }, position(&self.edition, key)))
    }
}

fn day(stage: &Stage, text: &str) -> anyhow::Result<NaiveDate> {
    let (month, day) = text.split_once('-').context("a day is written 07-31")?;
    Ok(stage.day(month.parse()?, day.parse()?))
}

/// A longer deadline: asked for, then granted or declined.
fn extend(stage: &Stage, book: &Book, longer: &Longer) -> anyhow::Result<()> {
    let party = book.party(&longer.organisation)?;
    let until = longer.until.as_deref().unwrap_or("08-31");
    let until = day(stage, until)?;
    let on = book.on.clone();
    if let Some(asked) = &longer.asked {
        let (on, party, reason) = (on.clone(), party.clone(), longer.reason.clone());
        stage
            .may::<WriteStatement>(day(stage, asked)?)?
            .write_here(move |tx| deadlines::ask(tx, &on, &party, until, &reason))?;
    }
    let (because, declined, zone) = (longer.because.clone(), longer.declined, stage.zone);
    let may = stage.may::<DecideStatements>(day(stage, &longer.decided)?)?;
    let done = may.write_here(move |tx| {
        if declined {
            let parties = std::slice::from_ref(&party);
            return deadlines::decline(tx, &on, parties, &because).map(|()| true);
        }
        let days = [(party.clone(), until)];
        Ok(deadlines::grant(tx, &on, &days, &because, zone)?.is_ok())
    })?;
    anyhow::ensure!(done, "{} could not get more time", longer.organisation);
    Ok(())
}

/// Somebody of an organisation writes online and hands in.
fn online(stage: &Stage, site: &Site, book: &Book, told: &Told) -> anyhow::Result<()> {
    let word = told.organisation.as_deref().context("only organisations")?;
    let owner = Owner::Party(book.party(word)?);
    let deadline = book.deadline(stage, owner.party())?;
    let parts: Vec<_> = told
        .part
        .iter()
        .map(|part| book.place(part))
        .collect::<Result<_, _>>()?;
    let attached: Vec<_> = told
        .file
        .iter()
        .map(|name| paper(site, name))
        .collect::<Result<_, _>>()?;
    // Who writes a second version had forgotten something in the first.
    let rounds = usize::from(told.again);
    for round in (0..=rounds).rev() {
        let (on, owner, told) = (book.on.id.clone(), owner.clone(), told.clone());
        let parts: Vec<_> = parts[..parts.len() - round].to_vec();
        let attached = attached.clone();
        stage
            .may::<WriteStatement>(day(stage, &told.day)?)?
            .write_here(move |tx| {
                let version = draft(tx, &on, &owner)?;
                let there = store::content(tx.conn, &version.id)?;
                for (part, at) in &parts {
                    let text = there.parts.iter().find(|one| one.text == part.text);
                    let before = text.map_or("", |one| &one.text);
                    save_part(tx, &version, part, *at, &seen(&version.id, before))?;
                }
                files::add(tx, &version, &attached)?;
                let statement = store::own(tx.conn, &owner.key(&on))?;
                let Some(statement) = statement else {
                    return Ok(());
                };
                let consents = Consents {
                    may_publish: told.publish,
                    names_nobody: told.publish,
                };
                if told.nil {
                    hand_in_nothing(tx, &statement, &version, deadline)?
                } else {
                    hand_in(tx, &statement, &version, consents, deadline)?
                };
                Ok(())
            })?;
    }
    Ok(())
}

/// A page with nothing but a line on it, as a real PDF.
fn paper(site: &Site, name: &str) -> anyhow::Result<Attached> {
    let text = "BT /F1 18 Tf 72 760 Td (Karte der Brutplaetze in der Neckaraue) Tj ET";
    let bytes = format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
         2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
         3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R\
         /Resources<</Font<</F1 5 0 R>>>>>>endobj\n\
         4 0 obj<</Length {}>>stream\n{text}\nendstream endobj\n\
         5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n\
         trailer<</Root 1 0 R>>\n%%EOF\n",
        text.len()
    )
    .into_bytes();
    let media = Media::of(name, &bytes).ok().context("no PDF")?;
    Ok(Attached {
        id: Id::random(),
        digest: site.vault.keep(&bytes)?,
        media,
        bytes: i64::try_from(bytes.len())?,
        name: name.to_owned(),
    })
}

/// The administration enters a letter, a fax, a mail, or what it has written down at the desk.
fn at_the_desk(stage: &Stage, book: &Book, n: usize, told: &Told) -> anyhow::Result<()> {
    let received = day(stage, &told.day)?;
    let party = told
        .organisation
        .as_deref()
        .map(|word| book.party(word))
        .transpose()?;
    let deadline = book.deadline(stage, party.as_ref())?;
    let written = told.written.as_deref().map(|text| day(stage, text));
    let part = |part: &ToldPart| Part {
        key: part.key.clone(),
        wording: None,
        text: part.text.trim().to_owned(),
    };
    let person = |name: &String| Submitter {
        name: name.clone(),
        postal_address: "Marktgasse 4\n70999 Lindenau am Neckar".to_owned(),
        ..Submitter::default()
    };
    let entry = Entry {
        key: format!("demo:{n}"),
        party,
        channel: Channel::parse(&told.channel).context("no channel")?,
        written_on: written.transpose()?,
        received: (stage.zone.start_of(received), deadline),
        is_nil: told.nil,
        consents: Consents {
            may_publish: told.publish,
            names_nobody: told.publish,
        },
        content: Content {
            parts: told.part.iter().map(part).collect(),
            submitters: told.name.iter().map(person).collect(),
            files: Vec::new(),
        },
    };
    let (on, edition) = (book.on.clone(), book.edition.clone());
    stage
        .may::<EnterStatements>(received)?
        .write_here(move |tx| enter(tx, &on, &edition, &entry))?;
    Ok(())
}

/// The administration decides about what came late, and publishes what may be published.
fn settle(stage: &Stage, book: &Book, number: i32, told: &Told) -> anyhow::Result<()> {
    let on = book.on.id.clone();
    let statement = stage
        .db
        .read_here(move |conn| store::numbered(conn, &on, number))?;
    if let Some(reason) = told.admitted.clone() {
        let statement = statement.clone();
        stage
            .may::<DecideStatements>(stage.day(8, 10))?
            .write_here(move |tx| decide::admit(tx, &statement, Admission::Admitted, &reason))?;
    }
    if told.publish {
        stage
            .may::<DecideStatements>(stage.day(9, 28))?
            .write_here(move |tx| decide::publish(tx, &statement, Publication::Published, ""))?;
    }
    Ok(())
}
