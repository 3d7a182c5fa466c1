//! A file of questionnaires as another system would hand it over: marks for each goal, and words in some of them.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// The marks as the file names them.
const MARKS: [&str; 5] = ["right", "bolder", "too_far", "unclear", "drop"];

/// Texts are put together from one of each, so that nearly all of them differ and some are alike.
const BEGINNINGS: [&str; 12] = [
    "Am Bahnhof fehlt",
    "Mit dem Rollator komme ich nicht durch, es fehlt",
    "Für die Kinder wünsche ich mir",
    "Die Feuerwehr braucht",
    "Wer eine Wohnung sucht, braucht zuerst",
    "Seit Jahren verspricht die Stadt",
    "Im Winter vermisse ich",
    "Bitte denken Sie auch an",
    "Vor dem Rathaus steht noch immer nicht",
    "Das Geld reicht sicher für",
    "Unser Verein hätte gern",
    "Neben dem Hallenbad wäre Platz für",
];
const THINGS: [&str; 12] = [
    "eine Bank mit Lehne",
    "mehr Licht in der Unterführung",
    "ein Dach über den Fahrrädern",
    "einen breiteren Gehweg",
    "eine Stelle, die man fragen kann",
    "das Erbbaurecht für Familien",
    "einen Raum, den alle nutzen dürfen",
    "zwei große Linden",
    "einen Bus am späten Abend",
    "Wasser zum Trinken",
    "eine sichere Kreuzung",
    "saubere Toiletten",
];
const PLACES: [&str; 10] = [
    "in der Weststadt",
    "am Friedhof",
    "bei der Schule",
    "oben am Berg",
    "am Neckar",
    "hinter der Kirche",
    "im alten Ortskern",
    "an der Haltestelle",
    "zwischen den Häusern",
    "auf dem Markt",
];
const REASONS: [&str; 14] = [
    "damit niemand allein bleibt",
    "denn das dauert schon zu lange",
    "weil viele alte Leute dort wohnen",
    "sonst ziehen die Jungen weg",
    "und zwar noch in diesem Jahr",
    "dann kommen auch wieder Gäste",
    "so wie es die Nachbarstadt längst hat",
    "weil es dort im Sommer zu heiß ist",
    "auch wenn es etwas kostet",
    "darüber haben wir oft gesprochen",
    "damit die Wege kürzer werden",
    "weil der Verkehr immer mehr wird",
    "für uns wäre das eine große Hilfe",
    "das würde vielen Freude machen",
];

/// Writes so many questionnaires. `columns`: those of the survey's template; every tenth sheet has words in the first column for them.
pub fn write(to: &Path, columns: &[String], sheets: usize) -> anyhow::Result<()> {
    let mut file = BufWriter::new(File::create(to)?);
    writeln!(file, "{}", columns.join(","))?;
    for sheet in 0..sheets {
        let chance = mixed(sheet);
        let mut has_words = sheet.is_multiple_of(10);
        for (place, column) in columns.iter().enumerate() {
            if place > 0 {
                write!(file, ",")?;
            }
            if !column.ends_with(".comment") {
                let mark = (chance >> (4 * place)) % MARKS.len();
                write!(file, "{}", MARKS[mark])?;
            } else if std::mem::take(&mut has_words) {
                write!(file, "\"{}\"", words(mixed(sheet + sheets)))?;
            }
        }
        writeln!(file)?;
    }
    Ok(file.flush()?)
}

fn words(chance: usize) -> String {
    let of = |list: &[&'static str], at: u32| list[(chance >> at) % list.len()];
    format!(
        "{} {} {}, {}. {} {} {}.",
        of(&BEGINNINGS, 2),
        of(&THINGS, 9),
        of(&PLACES, 17),
        of(&REASONS, 25),
        of(&BEGINNINGS, 33),
        of(&THINGS, 40),
        of(&PLACES, 47),
    )
}

/// Spreads consecutive numbers evenly, the same in each run (`SplitMix64`).
fn mixed(number: usize) -> usize {
    let mut mixed = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed ^ (mixed >> 31)
}
