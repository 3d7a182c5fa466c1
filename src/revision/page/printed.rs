//! What papers of the revision share: as a page to print and as a file for office programs.

use crate::base::error::AppResult;
use crate::base::locale::DayStyle;
use crate::base::page::Ui;
use crate::base::report::{Block, Look, Report, Run, docx};
use crate::revision::view::{PrintChoice, PrintLink, PrintSheet};

/// A paper, written.
pub(super) struct Written {
    /// What it is called.
    pub title: String,
    /// Of what: the title of the consultation or of the strategy.
    pub subject: String,
    /// The finding in a sentence.
    pub lead: String,
    /// What has to be known while it is not released.
    pub state: Option<String>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// Where a paper is, and what of it is asked for.
pub(super) struct Place {
    /// The address of the page, without its query.
    pub path: String,
    /// The query that all ways to it carry on, by its pairs.
    pub pairs: Vec<(&'static str, String)>,
    /// The pages above it.
    pub crumbs: Vec<PrintLink>,
}

impl Place {
    /// The address with an ending, and with one pair set; an empty value takes it away.
    pub fn with(&self, ending: &str, name: &'static str, value: &str) -> String {
        let mut pairs: Vec<(&str, &str)> = self
            .pairs
            .iter()
            .filter(|(key, value)| *key != name && !value.is_empty())
            .map(|(key, value)| (*key, value.as_str()))
            .collect();
        if !value.is_empty() {
            pairs.push((name, value));
        }
        let query = serde_html_form::to_string(&pairs).unwrap_or_default();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{ending}{mark}{query}", self.path)
    }

    /// The value of a pair.
    pub fn value(&self, name: &str) -> &str {
        let found = self.pairs.iter().find(|(key, _)| *key == name);
        found.map_or("", |(_, value)| value)
    }

    fn files(&self, ui: &Ui) -> Vec<PrintLink> {
        let link = |(ending, key)| PrintLink {
            label: ui.t(key),
            url: self.with(ending, "", ""),
            is_town: false,
        };
        [(".docx", "print-docx"), (".xlsx", "print-xlsx")]
            .map(link)
            .into()
    }

    /// One of several things to show.
    pub fn choice(
        &self,
        name: &'static str,
        value: &str,
        label: &str,
        is_town: bool,
    ) -> PrintChoice {
        PrintChoice {
            label: label.to_owned(),
            url: self.with("", name, value),
            is_current: self.value(name) == value,
            is_town,
        }
    }
}

impl Written {
    /// As a page.
    pub fn sheet(
        self,
        place: Place,
        choices: Vec<PrintChoice>,
        scope: Vec<PrintChoice>,
        ui: &Ui,
    ) -> PrintSheet {
        PrintSheet {
            files: place.files(ui),
            crumbs: place.crumbs,
            title: self.title,
            subject: self.subject,
            lead: self.lead,
            state: self.state,
            choices,
            scope,
            blocks: self.blocks,
        }
    }

    /// As a file for office programs, its pages across.
    pub fn docx(self, ui: &Ui) -> AppResult<Vec<u8>> {
        let town = &ui.site().config.town;
        let today = ui.lang().day(ui.today(), DayStyle::Long);
        let paragraph = |run| Block::Paragraph {
            runs: vec![run],
            is_small: false,
        };
        let mut foot = format!("{}, {}, {today}", town.name, self.subject);
        let mut blocks = vec![paragraph(Run::town(self.subject).looking(Look::Soft))];
        if let Some(state) = self.state {
            foot = format!("{foot}. {state}");
            blocks.push(paragraph(Run::plain(state).looking(Look::Strong)));
        }
        blocks.push(Block::paragraph(self.lead));
        blocks.extend(self.blocks);
        Ok(docx(&Report {
            title: self.title,
            author: town.name.clone(),
            foot,
            lang: ui.lang(),
            town_lang: town.content_language,
            is_landscape: true,
            blocks,
        })?)
    }
}

/// A page above a paper.
pub(super) fn crumb(label: &str, url: String, is_town: bool) -> PrintLink {
    PrintLink {
        label: label.to_owned(),
        url,
        is_town,
    }
}
