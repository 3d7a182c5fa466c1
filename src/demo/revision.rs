//! After the first consultation the administration works on the next draft of the strategy: somebody has begun.

use anyhow::{Context as _, ensure};

use super::stage::Stage;
use crate::strategy::tree::{Act, Said};
use crate::strategy::{EditStrategy, Key, drafts};

const STRATEGY: &str = "stadtentwicklung";

/// Leaves the next edition in work, with what people asked for most: two goals where there was one about violence, a
/// bolder one about roofs, and one about parking that went into that about cars.
pub fn begin(stage: &Stage) -> anyhow::Result<()> {
    let may = stage.may::<EditStrategy>(stage.today(-2))?;
    let id = may.write_here(|tx| drafts::begin(tx, STRATEGY))?;
    for act in acts()? {
        let done = may.write_here({
            let id = id.clone();
            move |tx| {
                let seen = drafts::open(tx.conn, STRATEGY, id.as_str())?.version;
                drafts::act(tx, STRATEGY, id.as_str(), seen, &act)
            }
        })?;
        ensure!(
            matches!(done, drafts::Acted::Done { .. }),
            "the draft does not fit its document: {done:?}"
        );
    }
    Ok(())
}

fn acts() -> anyhow::Result<Vec<Act>> {
    let key = |text: &str| Key::parse(text).context("a key of the document");
    let said = |number: &str, title: &str, text: &str| Said {
        number: number.to_owned(),
        title: title.to_owned(),
        text: text.to_owned(),
    };
    Ok(vec![
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
        Act::Reword {
            key: key("sz-4-2")?,
            said: said(
                "2",
                "Strom von den eigenen Dächern",
                "Auf jedem geeigneten Dach der Stadt steht bis 2028 eine Solaranlage. Bürgerinnen und Bürger können sich an Anlagen beteiligen und werden dabei beraten.",
            ),
        },
        Act::Merge {
            key: key("sz-3-4")?,
            other: key("sz-3-5")?,
            said: said(
                "4",
                "Autoverkehr beruhigen und Parken neu ordnen",
                "In Wohnstraßen geht es ruhig zu. Wer in die Altstadt fährt, findet am Rand einen Platz und kommt zu Fuß oder mit dem Bus weiter.",
            ),
        },
    ])
}
