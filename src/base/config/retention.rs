//! How long what people gave is kept.

use std::path::PathBuf;

use serde::Deserialize;

use super::rules::{Checked, Rules};

/// Longest period, in months: a hundred years. Whoever wants longer writes 0.
const LONGEST: u32 = 1_200;

/// After how many months what is deleted; 0 = never. From when each counts is said in `config/default.toml`.
#[derive(Clone, Debug, Deserialize)]
pub struct Retention {
    /// Answers typed and never handed in, typed sheets of paper.
    pub drafts: u32,
    /// Free texts and comments that are not public.
    pub texts: u32,
    /// Free texts and comments that are public.
    pub published_texts: u32,
    /// Statements of persons.
    pub statements: u32,
    /// Receipt codes.
    pub receipts: u32,
    /// Addresses for notices and receipts of statements.
    pub addresses: u32,
    /// What is left of mails that were sent.
    pub outbox: u32,
    /// The journal.
    pub journal: u32,
    /// People and addresses of organisations.
    pub organisations: u32,
    /// Closed accounts of the administration and the council.
    pub accounts: u32,
    /// Accounts of residents who do not come any more.
    pub residents: u32,
    /// Reports of barriers.
    pub feedback: u32,
    /// Where the ledger of what was erased is kept beside the database. Empty = `erasures.jsonl` in the data folder, filled in when a
    /// command or the server starts.
    pub ledger: PathBuf,
}

impl Checked for Retention {
    fn check(&self, rules: &mut Rules<'_>) {
        let all = [
            ("retention.drafts", self.drafts),
            ("retention.texts", self.texts),
            ("retention.published_texts", self.published_texts),
            ("retention.statements", self.statements),
            ("retention.receipts", self.receipts),
            ("retention.addresses", self.addresses),
            ("retention.outbox", self.outbox),
            ("retention.journal", self.journal),
            ("retention.organisations", self.organisations),
            ("retention.accounts", self.accounts),
            ("retention.residents", self.residents),
            ("retention.feedback", self.feedback),
        ];
        for (key, months) in all {
            rules.must(
                months <= LONGEST,
                key,
                "must be a number of months up to 1200, or 0 for never",
            );
        }
        rules.must(
            self.receipts == 0 || (self.texts > 0 && self.receipts >= self.texts),
            "retention.receipts",
            "must not end before retention.texts, so that nobody loses the key to words of hers that are still there",
        );
        // The program reads the journal of the last months to know what was told already.
        rules.must(
            self.journal == 0 || self.journal >= 24,
            "retention.journal",
            "must be at least 24 months, or 0 for never",
        );
    }
}
