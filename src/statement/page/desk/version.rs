//! Versions of a statement as the administration reads them.

use std::collections::HashMap;

use crate::account::store::names::Author;
use crate::base::clock::Zone;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::statement::model::{Attached, Content, Part, Proof, Statement, Version};
use crate::statement::store::{self, register as rows};
use crate::statement::view::desk::{FileRow, PartRow, SignerRow, VersionCard};
use crate::strategy::{ElementKind, LaidEdition, Wording};

/// What stands in versions, and what was written about.
pub(super) struct Contents {
    pub of: HashMap<Id<Version>, Content>,
    wordings: HashMap<Id<Wording>, rows::Words>,
}

impl Contents {
    /// Of some versions: five queries, however many they are.
    pub fn read(conn: &mut Conn, versions: &[Id<Version>]) -> AppResult<Self> {
        let of = store::contents(conn, versions)?;
        let parts = of.values().flat_map(|content| &content.parts);
        let mut about: Vec<_> = parts.filter_map(|part| part.wording.clone()).collect();
        about.sort();
        about.dedup();
        Ok(Self {
            wordings: rows::wordings_of(conn, &about)?,
            of,
        })
    }
}

/// The versions the administration may read, the newest first. Drafts are not among them.
pub(super) fn readable(statement: &Statement) -> impl Iterator<Item = &Version> {
    let versions = statement.versions.iter().rev();
    versions.filter(|version| version.handed_in.is_some())
}

/// From where versions are looked at.
pub(super) struct Look<'a> {
    pub edition: &'a LaidEdition,
    pub authors: &'a HashMap<String, Author>,
    pub zone: Zone,
    /// Where the statement is.
    pub home: String,
    /// How far its addresses are that have to be confirmed.
    pub proofs: &'a HashMap<String, Proof>,
}

impl Look<'_> {
    /// One version; none while it is a draft.
    pub fn card(&self, version: &Version, all: &Contents) -> Option<VersionCard> {
        let handed_in = version.handed_in.as_ref()?;
        let nothing = Content::default();
        let content = all.of.get(&version.id).unwrap_or(&nothing);
        let signers = content.submitters.iter().map(|one| SignerRow {
            name: one.name.clone(),
            behalf: one.behalf.clone(),
            email: one.email.clone(),
            is_confirmed: self
                .proofs
                .get(&one.email.to_lowercase())
                .map(|proof| *proof == Proof::Confirmed),
            postal_address: one.postal_address.clone(),
        });
        let parts = content.parts.iter();
        Some(VersionCard {
            n: version.n,
            received_on: self.zone.day(handed_in.at),
            written_on: version.written_on,
            by: self.authors.get(&handed_in.by).cloned().unwrap_or_default(),
            withdrawn_on: version.withdrawn_at.map(|at| self.zone.day(at)),
            is_nil: version.is_nil,
            may_publish: version.may_publish,
            names_nobody: version.names_nobody,
            signers: signers.collect(),
            parts: parts.map(|part| self.part(part, all)).collect(),
            files: content.files.iter().map(|file| self.file(file)).collect(),
        })
    }

    fn part(&self, part: &Part, all: &Contents) -> PartRow {
        let element = part.key.as_deref().and_then(|key| self.edition.find(key));
        let words = part.wording.as_ref().and_then(|id| all.wordings.get(id));
        let number = words.and_then(|(number, _, _)| number.clone());
        PartRow {
            key: part.key.clone(),
            label: element
                .map(|element| element.label.clone())
                .or(number)
                .unwrap_or_default(),
            title: words.map(|(_, title, _)| title.clone()).unwrap_or_default(),
            kind: element.map(|element| kind_key(element.kind)),
            field: part
                .key
                .as_deref()
                .and_then(|key| self.edition.field_of(key))
                .map_or(String::new(), |field| field.title.clone()),
            wording: words.map(|(_, _, text)| text.clone()).unwrap_or_default(),
            is_earlier: part.key.is_some()
                && element.map(|element| &element.wording) != part.wording.as_ref(),
            text: part.text.clone(),
        }
    }

    fn file(&self, file: &Attached) -> FileRow {
        FileRow {
            url: format!("{}/files/{}", self.home, file.id),
            name: file.name.clone(),
            kind: file.media.label(),
            kilobytes: (file.bytes + 999) / 1_000,
        }
    }
}

/// What an element is.
fn kind_key(kind: ElementKind) -> &'static str {
    match kind {
        ElementKind::Field => "import-role-field",
        ElementKind::Principle => "import-role-principle",
        ElementKind::Goal => "import-role-goal",
        ElementKind::ActionGoal => "import-role-action-goal",
    }
}
