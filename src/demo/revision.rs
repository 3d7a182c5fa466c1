//! After the first consultation the administration works on the next draft of the strategy, with what people said beside it.

use anyhow::{Context as _, ensure};

use super::evaluation::Heard;
use super::stage::Stage;
use crate::base::id::Id;
use crate::strategy::cause::{Because, CauseNote, Editorial, Reason};
use crate::strategy::tree::{Act, DraftTree, Said};
use crate::strategy::{EditStrategy, Key, drafts, edition_id, publish};

const STRATEGY: &str = "stadtentwicklung";

/// The next edition, with what people asked for most: two goals where there was one about violence, a bolder one about roofs, and one
/// about parking that went into that about cars. Each change names the themes behind it. It is published; and somebody has begun
/// the edition after it.
pub fn play(stage: &Stage, heard: &Heard) -> anyhow::Result<()> {
    let id = begin(stage, -4)?;
    for (act, themes, reason) in acts()? {
        let themes = themes
            .iter()
            .map(|name| heard.get(*name).context("a theme of the story"))
            .collect::<Result<Vec<_>, _>>()?;
        let cause = CauseNote {
            kind: "heard".into(),
            themes: themes.into_iter().map(ToString::to_string).collect(),
            reason: reason.to_owned(),
        };
        change(stage, -4, &id, act, cause)?;
    }
    let may = stage.may::<EditStrategy>(stage.today(-3))?;
    let rest = Reason::of("Nummern und Reihenfolge sind angepasst.").context("a reason")?;
    let rest = Because::Editorial(Editorial::Structure, rest);
    let done = may.write_here(move |tx| {
        let seen = drafts::open(tx.conn, STRATEGY, id.as_str())?.version;
        let name = "Überarbeiteter Entwurf";
        drafts::finish(tx, STRATEGY, id.as_str(), seen, name, Some(&rest))
    })?;
    let drafts::Finished::Written { number } = done else {
        anyhow::bail!("the draft does not fit its document: {done:?}");
    };
    stage
        .may::<EditStrategy>(stage.today(-2))?
        .write_here(move |tx| {
            let edition = edition_id(tx.conn, STRATEGY, Some(number))?;
            publish(tx, &edition)
        })?;
    go_on(stage)
}

/// Somebody has begun the edition after it: one goal says more clearly what it means.
fn go_on(stage: &Stage) -> anyhow::Result<()> {
    let id = begin(stage, -1)?;
    let act = Act::Reword {
        key: Key::parse("sz-1-4").context("a key of the document")?,
        said: Said {
            number: "4".into(),
            title: "Leerstand beenden".into(),
            text: "Wohnungen stehen in Lindenau nicht länger als ein Jahr leer, außer wenn gebaut oder geerbt wird. Die Stadt hilft Eigentümern, die unsicher sind, und schreitet ein, wenn Gespräche nichts bringen.".into(),
        },
    };
    let cause = CauseNote {
        kind: Editorial::Clarity.as_str().into(),
        themes: Vec::new(),
        reason: "„Ohne Grund“ war nicht zu verstehen. Jetzt stehen die Gründe da.".into(),
    };
    change(stage, -1, &id, act, cause)
}

fn begin(stage: &Stage, day: i64) -> anyhow::Result<Id<DraftTree>> {
    let may = stage.may::<EditStrategy>(stage.today(day))?;
    Ok(may.write_here(|tx| drafts::begin(tx, STRATEGY))?)
}

fn change(
    stage: &Stage,
    day: i64,
    id: &Id<DraftTree>,
    act: Act,
    cause: CauseNote,
) -> anyhow::Result<()> {
    let id = id.clone();
    let may = stage.may::<EditStrategy>(stage.today(day))?;
    let done = may.write_here(move |tx| {
        let seen = drafts::open(tx.conn, STRATEGY, id.as_str())?.version;
        drafts::act_because(tx, STRATEGY, id.as_str(), seen, &act, Some(&cause))
    })?;
    ensure!(
        matches!(done, drafts::Acted::Done { .. }),
        "the draft does not fit its document: {done:?}"
    );
    Ok(())
}

/// An act of the story: what changes, which themes it follows, what everyone reads about it.
type Told = (Act, &'static [&'static str], &'static str);

fn acts() -> anyhow::Result<Vec<Told>> {
    let key = |text: &str| Key::parse(text).context("a key of the document");
    let said = |number: &str, title: &str, text: &str| Said {
        number: number.to_owned(),
        title: title.to_owned(),
        text: text.to_owned(),
    };
    Ok(vec![
        (
            Act::Split {
                key: key("sz-2-4")?,
                first: said(
                    "4",
                    "Öffentliche Räume sicherer machen",
                    "In Lindenau fühlen sich Menschen auf Straßen und Plätzen sicher, am Tag und in der Nacht. Gewalt im öffentlichen Raum geht zurück.",
                ),
                second: said(
                    "5",
                    "Vor Gewalt zu Hause schützen",
                    "Niemand in Lindenau muss zu Hause Angst haben. Häusliche Gewalt und Gewalt gegen Frauen gehen zurück. Wer sie erlebt, bekommt sofort Schutz und Rat.",
                ),
                along: [key("sz-2-4-d")?].into_iter().collect(),
            },
            &[
                "Zwei Themen trennen: Straße und Zuhause",
                "Mehr Licht auf dunklen Wegen",
                "Schutz und Rat für Betroffene",
            ],
            "Aus einem Ziel sind zwei geworden. Die Ursachen sind verschieden, die Hilfen auch.",
        ),
        (
            Act::Reword {
                key: key("sz-4-2")?,
                said: said(
                    "2",
                    "Strom von den eigenen Dächern",
                    "Auf jedem geeigneten Dach der Stadt steht bis 2028 eine Solaranlage. Bürgerinnen und Bürger können sich an Anlagen beteiligen und werden dabei beraten.",
                ),
            },
            &["Auf jedes Dach, und alle können mitmachen"],
            "Das Ziel nennt jetzt jedes geeignete Dach und die Beteiligung.",
        ),
        (
            Act::Merge {
                key: key("sz-3-4")?,
                other: key("sz-3-5")?,
                said: said(
                    "4",
                    "Autoverkehr beruhigen und Parken neu ordnen",
                    "In Wohnstraßen geht es ruhig zu. Wer in die Altstadt fährt, findet am Rand einen Platz und kommt zu Fuß oder mit dem Bus weiter.",
                ),
            },
            &["Parken und Autoverkehr zusammen denken"],
            "Wer Straßen beruhigt, muss sagen, wo Autos stehen. Darum ist es jetzt ein Ziel.",
        ),
    ])
}
