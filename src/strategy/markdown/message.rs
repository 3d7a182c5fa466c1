//! How the import tells an editor what to change in the file; no other place has these texts.

use super::fault::Problem;
use crate::strategy::model::{
    MAX_ELEMENTS, MAX_FIELDS, MAX_TEXT_CHARS, MAX_TITLE_CHARS, ReportLang,
};

impl Problem {
    /// What is wrong and what to do about it, in one or two sentences.
    #[must_use]
    #[expect(
        clippy::too_many_lines,
        reason = "one table of texts, one row a problem"
    )]
    pub fn message(&self, lang: ReportLang) -> String {
        let say = |german: &str, english: &str| lang.pick(german, english).to_owned();
        match self {
            Self::EmptyDocument => say("Die Datei ist leer.", "The file is empty."),
            Self::FileTooLarge(limit) => {
                let limit = limit / (1024 * 1024);
                lang.pick(
                    format!("Die Datei ist zu groß. Höchstens {limit} MiB sind möglich."),
                    format!("The file is too large. At most {limit} MiB are possible."),
                )
            }
            Self::MissingTitle => say(
                "Der Titel fehlt. Die erste Zeile lautet zum Beispiel: # Stadtentwicklungskonzept, Entwurf 1",
                "The title is missing. The first line reads, for example: # Town Strategy, Draft 1",
            ),
            Self::BeforeTitle => say(
                "Vor dem Titel darf nichts stehen.",
                "Nothing may stand above the title.",
            ),
            Self::SecondTitle => say(
                "Es gibt schon einen Titel. Ein Handlungsfeld beginnt mit: ## Handlungsfeld: …",
                "There is a title already. A field of action starts with: ## Field of action: …",
            ),
            Self::NoField => say(
                "Unter dem Titel steht kein Handlungsfeld.",
                "There is no field of action below the title.",
            ),
            Self::UnknownHeading(text) => lang.pick(
                format!(
                    "Die Überschrift „{text}“ ist unbekannt. Möglich sind: ## Handlungsfeld: …, \
                     ### Leitsatz, ### Strategisches Ziel 1: …"
                ),
                format!(
                    "The heading “{text}” is unknown. Possible are: ## Field of action: …, \
                     ### Guiding principle, ### Strategic goal 1: …"
                ),
            ),
            Self::WrongLevel { kind, expected } => {
                let (word, marks) = (kind.word(lang), "#".repeat(usize::from(*expected)));
                lang.pick(
                    format!("Die Ebene stimmt nicht. Diese Überschrift beginnt mit: {marks} {word}"),
                    format!("The level is wrong. This heading starts with: {marks} {word}"),
                )
            }
            Self::OutsideField(kind) => {
                let word = kind.word(lang);
                lang.pick(
                    format!("„{word}“ steht vor dem ersten Handlungsfeld."),
                    format!("“{word}” stands before the first field of action."),
                )
            }
            Self::UnderlinedHeading => say(
                "Unterstrichene Überschriften werden nicht gelesen. Bitte # an den Zeilenanfang setzen. \
                 War eine Trennlinie gemeint, bitte löschen.",
                "Underlined headings are not read. Please put # at the start of the line. \
                 If you meant a dividing line, please delete it.",
            ),
            Self::HeadingInList => say(
                "Eine Überschrift steht in einem Listenpunkt.",
                "A heading stands inside a list item.",
            ),
            Self::PrincipleWithTitle => say(
                "Der Text des Leitsatzes steht als Absatz unter der Überschrift, nicht in ihr.",
                "The text of the guiding principle stands as a paragraph below the heading, not in it.",
            ),
            Self::ParagraphBelowTitle => say(
                "Dieser Absatz gehört zu keinem Handlungsfeld. Bitte verschieben oder löschen.",
                "This paragraph belongs to no field of action. Please move or delete it.",
            ),
            Self::ParagraphAfterList => say(
                "Nach der Liste der Handlungsziele darf kein Absatz stehen. Der Text des Ziels steht vor der Liste.",
                "No paragraph may follow the list of action goals. The text of the goal stands above the list.",
            ),
            Self::ListOutOfPlace => say(
                "Eine Liste darf nur unter einem strategischen Ziel stehen. Ihre Punkte sind die Handlungsziele.",
                "A list may only stand below a strategic goal. Its items are the action goals.",
            ),
            Self::WithoutTitle(kind) => {
                let word = kind.word(lang);
                lang.pick(
                    format!("Hier fehlt der Titel: {word} …"),
                    format!("The title is missing here: {word} …"),
                )
            }
            Self::WithoutText(kind) => {
                let word = kind.word(lang);
                lang.pick(
                    format!("„{word}“ hat keinen Text."),
                    format!("“{word}” has no text."),
                )
            }
            Self::EmptyField => say(
                "Das Handlungsfeld ist leer. Es braucht einen Leitsatz oder ein strategisches Ziel.",
                "The field of action is empty. It needs a guiding principle or a strategic goal.",
            ),
            Self::SecondPrinciple(first) => lang.pick(
                format!("Das Handlungsfeld hat schon einen Leitsatz (Zeile {first})."),
                format!("The field of action has a guiding principle already (line {first})."),
            ),
            Self::DuplicateNumber { kind, number, first } => {
                let word = kind.word(lang);
                lang.pick(
                    format!("„{word} {number}“ gibt es schon in Zeile {first}."),
                    format!("“{word} {number}” is already in line {first}."),
                )
            }
            Self::DuplicateKey { key, first } => lang.pick(
                format!("Die Kennung {{#{key}}} gibt es schon in Zeile {first}."),
                format!("The key {{#{key}}} is already in line {first}."),
            ),
            Self::InvalidKey(key) => lang.pick(
                format!(
                    "{{#{key}}} ist keine Kennung. Möglich sind bis zu 60 Zeichen a bis z, 0 bis 9 \
                     und Bindestrich; das erste ist ein Buchstabe."
                ),
                format!(
                    "{{#{key}}} is not a key. Use up to 60 characters a to z, 0 to 9 and hyphen; \
                     the first is a letter."
                ),
            ),
            Self::MisplacedKey(key) => lang.pick(
                format!(
                    "Die Kennung {{#{key}}} steht an der falschen Stelle. Sie gehört hinter die \
                     Überschrift eines Elements oder an das Ende eines Listenpunkts."
                ),
                format!(
                    "The key {{#{key}}} is in the wrong place. It belongs behind the heading of an \
                     element or at the end of a list item."
                ),
            ),
            Self::KeyOfOtherKind { key, kind } => {
                let word = kind.word(lang);
                lang.pick(
                    format!("Die Kennung {{#{key}}} gehört in der vorigen Fassung zu: {word}."),
                    format!("In the edition before, the key {{#{key}}} belongs to: {word}."),
                )
            }
            Self::NestedList => say(
                "Ein Handlungsziel darf keine Unterpunkte haben.",
                "An action goal may not have items below it.",
            ),
            Self::Table => say("Tabellen werden nicht gelesen.", "Tables are not read."),
            Self::CodeBlock => say(
                "Dieser Absatz ist eingerückt oder als Quelltext markiert. Bitte an den Zeilenanfang rücken.",
                "This paragraph is indented or marked as code. Please move it to the start of the line.",
            ),
            Self::Image => say("Bilder werden nicht gelesen.", "Images are not read."),
            Self::HtmlBlock => say(
                "HTML und Kommentare werden nicht gelesen.",
                "HTML and comments are not read.",
            ),
            Self::BlockQuote => say(
                "Zitatblöcke (>) werden nicht gelesen. Bitte als Absatz schreiben.",
                "Block quotes (>) are not read. Please write a paragraph.",
            ),
            Self::Rule => say(
                "Trennlinien werden nicht gelesen. Bitte löschen.",
                "Dividing lines are not read. Please delete it.",
            ),
            Self::Footnote => say(
                "Fußnoten und Linkziele auf eigener Zeile werden nicht gelesen. Bitte in den Text schreiben oder löschen.",
                "Footnotes and link targets on their own line are not read. Please write them into the text or delete them.",
            ),
            Self::TitleTooLong(chars) => lang.pick(
                format!("Der Titel hat {chars} Zeichen. Höchstens {MAX_TITLE_CHARS} sind möglich."),
                format!("The title has {chars} characters. At most {MAX_TITLE_CHARS} are possible."),
            ),
            Self::TextTooLong(chars) => lang.pick(
                format!("Der Text hat {chars} Zeichen. Höchstens {MAX_TEXT_CHARS} sind möglich."),
                format!("The text has {chars} characters. At most {MAX_TEXT_CHARS} are possible."),
            ),
            Self::TooManyFields => lang.pick(
                format!("Höchstens {MAX_FIELDS} Handlungsfelder sind möglich."),
                format!("At most {MAX_FIELDS} fields of action are possible."),
            ),
            Self::TooManyElements => lang.pick(
                format!("Höchstens {MAX_ELEMENTS} Handlungsfelder, Leitsätze und Ziele zusammen sind möglich."),
                format!("At most {MAX_ELEMENTS} fields, principles and goals together are possible."),
            ),
            Self::Unprintable(character) => {
                let code = u32::from(*character);
                lang.pick(
                    format!("Diese Zeile enthält ein unsichtbares oder beschädigtes Zeichen (U+{code:04X})."),
                    format!("This line has an invisible or damaged character (U+{code:04X})."),
                )
            }
        }
    }
}
