//! Sentences of subject, predicate and object, of which a catalogue is made.

use anyhow::Context;
use chrono::{DateTime, SecondsFormat, Utc};
use oxrdf::vocab::{rdf, xsd};
use oxrdf::{Literal, NamedNode, NamedOrBlankNode, Term, Triple};

use super::DCT;

pub(super) fn iri(text: &str) -> anyhow::Result<NamedNode> {
    NamedNode::new(text).with_context(|| format!("{text} is no address"))
}

/// What is told, sentence by sentence.
pub(super) struct Facts {
    /// The language of its words.
    pub lang: &'static str,
    /// The sentences, in the order they were told.
    pub found: Vec<Triple>,
}

impl Facts {
    pub fn add(
        &mut self,
        of: impl Into<NamedOrBlankNode>,
        space: &str,
        name: &str,
        what: impl Into<Term>,
    ) -> anyhow::Result<()> {
        let predicate = iri(&format!("{space}{name}"))?;
        self.found.push(Triple::new(of, predicate, what));
        Ok(())
    }

    pub fn kind(
        &mut self,
        of: impl Into<NamedOrBlankNode>,
        space: &str,
        name: &str,
    ) -> anyhow::Result<()> {
        let kind = iri(&format!("{space}{name}"))?;
        self.found.push(Triple::new(of, rdf::TYPE, kind));
        Ok(())
    }

    pub fn link(
        &mut self,
        of: &NamedNode,
        space: &str,
        name: &str,
        to: &NamedNode,
    ) -> anyhow::Result<()> {
        self.add(of.clone(), space, name, to.clone())
    }

    pub fn words(
        &mut self,
        of: &NamedNode,
        space: &str,
        name: &str,
        text: &str,
    ) -> anyhow::Result<()> {
        let words = Literal::new_language_tagged_literal(text, self.lang)?;
        self.add(of.clone(), space, name, words)
    }

    pub fn moment(&mut self, of: &NamedNode, name: &str, at: DateTime<Utc>) -> anyhow::Result<()> {
        let text = at.to_rfc3339_opts(SecondsFormat::Secs, true);
        let moment = Literal::new_typed_literal(text, xsd::DATE_TIME);
        self.add(of.clone(), DCT, name, moment)
    }
}
