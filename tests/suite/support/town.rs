//! The fixture town: one strategy with two fields of action, one consultation with surveys that ask in every way
//! a survey can ask.

use chrono::{DateTime, Utc};
use trialog::account::{Actor, May};
use trialog::base::clock::{Clock, Zone};
use trialog::base::db::Db;
use trialog::consultation::{self, Consultation, PrepareConsultation};
use trialog::strategy::cause::Because;
use trialog::strategy::{self, EditStrategy, ImportOutcome, ReportLang, markdown};
use trialog::survey::form::SurveyFile;
use trialog::survey::{self, Book, Question, Survey};

/// The zone in which the fixture town counts its days.
pub const ZONE: Zone = Zone(chrono_tz::Europe::Berlin);

/// The document that is laid open.
pub const DRAFT: &str = "\
# Konzept für Lindenau, Entwurf 1

## Handlungsfeld: Zusammenleben {#hf-leben}

### Leitsatz {#ls-leben}

Alle gehören dazu.

### Strategisches Ziel 1: Nachbarn kennen einander {#sz-nachbarn}

In jedem Viertel gibt es einen Ort, an dem man sich trifft.

- Ein Raum je Viertel
- Ein Fest im Jahr

### Strategisches Ziel 2: Wege sind hell {#sz-wege}

Niemand muss im Dunkeln gehen.

- Mehr Laternen

## Handlungsfeld: Grün {#hf-gruen}

### Leitsatz {#ls-gruen}

Die Stadt wird grüner.

### Strategisches Ziel 1: Mehr Bäume {#sz-baeume}

Jede Straße bekommt Bäume.

- Hundert Bäume im Jahr
";

/// The consultation on it. The survey is open from 8 June to 17 July 2026.
pub const CONSULTATION: &str = r#"
slug = "ziele"
title = "Ziele für Lindenau"
lead = "Was soll in Lindenau besser werden?"
contact = "Stadtplanung, Telefon 07159 0000-10"
releases_comments = true

[[track]]
kind = "survey"
opens = "2026-06-08"
closes = "2026-07-17"

[[track]]
kind = "statements"
opens = "2026-06-08"
closes = "2026-07-31"

[[milestone]]
kind = "evaluation"
from = "2026-08-03"
until = "2026-09-30"
title = "Auswerten"
note = "Wir lesen jeden Beitrag."

[[survey]]
slug = "leben"
field = "hf-leben"
intro = "Es geht um das Miteinander."

[[survey.question]]
key = "wie-oft"
kind = "single"
text = "Wie oft treffen Sie Ihre Nachbarn?"
options = [{ key = "oft", label = "Oft" }, { key = "nie", label = "Nie" }]

[[survey.question]]
key = "was-fehlt"
kind = "multiple"
text = "Was fehlt?"
options = [{ key = "bank", label = "Bänke" }, { key = "licht", label = "Licht" }, { key = "raum", label = "Räume" }]

[[survey.question]]
key = "wie-gut"
kind = "scale"
text = "Wie gut ist das Angebot?"
options = [{ key = "gut", label = "Gut" }, { key = "schlecht", label = "Schlecht" }]
items = [{ key = "bus", label = "Bus" }, { key = "bad", label = "Bad" }]

[[survey.question]]
key = "kinder"
kind = "number"
text = "Wie viele Kinder leben bei Ihnen?"

[[survey.question]]
key = "wunsch"
kind = "long_text"
text = "Was wünschen Sie sich?"

[[survey]]
slug = "gruen"
field = "hf-gruen"

[[survey]]
slug = "bus"
title = "Bus und Bahn"

[[survey.question]]
key = "takt"
kind = "single"
text = "Reicht der Takt?"
required = true
options = [{ key = "ja", label = "Ja" }, { key = "nein", label = "Nein" }]

[[survey.question]]
key = "linie"
kind = "short_text"
text = "Welche Linie fehlt?"

[[survey]]
slug = "person"
profile = true
title = "Zu Ihrer Person"

[[survey.question]]
key = "viertel"
kind = "single"
text = "Wo wohnen Sie?"
options = [{ key = "altstadt", label = "Altstadt" }, { key = "suedhang", label = "Südhang" }]
"#;

/// An instant of the town's time, e.g. `2026-07-01 10:00:00`.
pub fn at(local: &str) -> DateTime<Utc> {
    use chrono::TimeZone;
    let naive = chrono::NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M:%S%.f").unwrap();
    ZONE.0
        .from_local_datetime(&naive)
        .earliest()
        .unwrap()
        .to_utc()
}

/// A clock in the middle of the consultation.
pub fn midsummer() -> Clock {
    Clock::fixed(at("2026-07-01 10:00:00"))
}

/// Imports a document as the next edition.
pub async fn import(db: &Db, clock: &Clock, document: &str) -> ImportOutcome {
    let parsed = markdown::parse(document).unwrap();
    let may = May::<EditStrategy>::by(Actor::Console, db, clock).unwrap();
    may.write(move |tx| {
        strategy::import(
            tx,
            "konzept",
            parsed.clone(),
            &Because::came_with_a_document(),
            ReportLang::German,
        )
    })
    .await
    .unwrap()
}

/// The consultation as it is laid open.
#[derive(Clone)]
pub struct Town {
    /// The consultation.
    pub consultation: Consultation,
    /// Its surveys.
    pub book: Book,
}

/// Lays the draft open: imported, created and published, edition and consultation.
pub async fn open(db: &Db, clock: &Clock) -> Town {
    open_as(db, clock, CONSULTATION).await
}

/// The same with a consultation file of one's own.
pub async fn open_as(db: &Db, clock: &Clock, file: &str) -> Town {
    import(db, clock, DRAFT).await;
    let new: consultation::form::ConsultationFile = toml::from_str(file).unwrap();
    let new = new.parse(ZONE).unwrap();
    let surveys: SurveyFile = toml::from_str(file).unwrap();
    let slug = new.slug.clone();

    let may = May::<EditStrategy>::by(Actor::Console, db, clock).unwrap();
    let edition = may
        .write(|tx| {
            let id = strategy::edition_id(tx.conn, "konzept", None)?;
            strategy::publish(tx, &id)?;
            strategy::laid(tx.conn, &id)
        })
        .await
        .unwrap();
    let surveys = surveys.parse(&edition).unwrap();
    let may = May::<PrepareConsultation>::by(Actor::Console, db, clock).unwrap();
    may.write(move |tx| {
        let id = consultation::create(tx, &edition.id, &new)?;
        survey::create(tx, &id, &new.slug, &surveys)?;
        let consultation = consultation::find(tx.conn, &new.slug)?;
        consultation::publish(tx, &consultation)
    })
    .await
    .unwrap();
    town(db, &slug).await
}

/// Reads a consultation as it is now.
pub async fn town(db: &Db, slug: &str) -> Town {
    let slug = slug.to_owned();
    db.read(move |conn| {
        let consultation = consultation::find(conn, &slug)?;
        let book = Book::of(conn, &consultation.id)?;
        Ok(Town { consultation, book })
    })
    .await
    .unwrap()
}

impl Town {
    /// The survey of that name.
    pub fn survey(&self, slug: &str) -> &Survey {
        self.book.survey(slug).unwrap()
    }

    /// The question of that key in a survey.
    pub fn question(&self, survey: &str, key: &str) -> &Question {
        self.survey(survey).question(key).unwrap().1
    }
}
