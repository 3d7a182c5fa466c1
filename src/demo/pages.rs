//! The fictitious town's own pages: the suggestions, with every gap filled by what would stand there, marked as invented.

use super::stage::Stage;
use crate::account::May;
use crate::base::config::Config;
use crate::base::locale::Lang;
use crate::legal::EditPages;
use crate::legal::model::{Page, State, Text};
use crate::legal::store;

/// Publishes all pages in both languages.
pub fn publish(stage: &Stage, config: &Config) -> anyhow::Result<()> {
    let may: May<EditPages> = stage.may(stage.today(-20))?;
    let config = config.clone();
    may.write_here(move |tx| {
        for page in Page::ALL {
            for lang in Lang::ALL {
                let text = page.beginning(lang, &config);
                let text = Text {
                    body: filled(&text.body, lang),
                    title: text.title,
                };
                store::write(tx, (page, lang), &text, State::Public, "")?;
            }
        }
        Ok(())
    })?;
    Ok(())
}

/// The text with its gaps closed. Where the gap names its own examples, the first part is enough.
fn filled(body: &str, lang: Lang) -> String {
    let invented = match lang {
        Lang::De => "erfunden",
        Lang::En => "invented",
    };
    let mut pieces = body.split("[…");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once(']').unwrap_or((piece, ""));
        let name = name.split([',', ';']).next().unwrap_or_default();
        let name = name.split(" oder ").next().unwrap_or_default();
        let name = name.split(" or ").next().unwrap_or_default().trim();
        text.extend([name, " (", invented, ")", rest]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fictitious_town_leaves_no_gap() {
        let body = filled("Tel. [… Nummer, oder nichts] und [… E-Mail]", Lang::De);
        assert_eq!(body, "Tel. Nummer (erfunden) und E-Mail (erfunden)");
        let config = Config::for_tests();
        for page in Page::ALL {
            let body = filled(&page.beginning(Lang::De, &config).body, Lang::De);
            let text = Text {
                title: String::new(),
                body,
            };
            assert!(text.gaps().is_empty());
        }
    }
}
