//! The text blocks.

use serde::Serialize;

use crate::assessment::form::BlockForm;
use crate::assessment::model::{Block, MAX_REASON, MAX_TITLE};
use crate::base::page::{Faults, View};

/// `templates/assessment/desk-text-blocks.html`: words for reasons that are given often.
#[derive(Clone, Serialize)]
pub struct TextBlocksPage {
    /// All of them.
    pub blocks: Vec<Block>,
    /// As typed.
    pub form: BlockForm,
    /// Most characters of a title.
    pub title_limit: usize,
    /// Most characters of the words.
    pub text_limit: usize,
    /// What has to be corrected.
    pub faults: Faults,
}

impl View for TextBlocksPage {
    const TEMPLATE: &'static str = "assessment/desk-text-blocks.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |blocks: Vec<Block>, id: &str, faults| Self {
            blocks,
            form: BlockForm {
                id: id.into(),
                ..BlockForm::default()
            },
            title_limit: MAX_TITLE,
            text_limit: MAX_REASON,
            faults,
        };
        let block = Block {
            id: "x".into(),
            title: "Nicht zuständig".into(),
            text: "Dafür ist das Land zuständig. Wir geben den Hinweis weiter.".into(),
        };
        vec![
            page(vec![block.clone()], "", Faults::default()),
            page(vec![block], "x", Faults::sample(&["title", "text"])),
            page(Vec::new(), "", Faults::default()),
        ]
    }
}
