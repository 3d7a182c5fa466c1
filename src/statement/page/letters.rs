//! Which mails go out when something happens to a statement: with the text to addresses that are confirmed, to all others a
//! link with which whoever reads there confirms hers.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::mail::Post;
use crate::account::Tx;
use crate::account::model::Secret;
use crate::base::error::AppResult;
use crate::base::locale::Lang;
use crate::base::mail::Mail;
use crate::base::outbox::Allowance;
use crate::base::secret::Secrets;
use crate::base::site::Site;
use crate::statement::WriteStatement;
use crate::statement::model::{Content, Proof, Statement};
use crate::statement::store::{addresses, erase};

/// What sends the mails about one statement.
#[derive(Clone)]
pub struct Letters {
    /// What stands in them.
    pub post: Post,
    allowance: Allowance,
    secrets: Secrets,
    lang: Lang,
}

impl Letters {
    /// In the language of whoever acts.
    pub fn of(post: Post, site: &Site, lang: Lang) -> Self {
        Self {
            post,
            allowance: site.allowance(),
            secrets: site.secrets.clone(),
            lang,
        }
    }

    /// Sends what may be sent; gives whether everything was.
    pub fn send(
        &self,
        tx: &mut Tx<WriteStatement>,
        statement: &Statement,
        mails: &[Mail],
    ) -> AppResult<bool> {
        let about = erase::about(&statement.id);
        let mut all = true;
        for mail in mails {
            let mail = mail.clone().about(&about);
            all &= self.allowance.put(tx.conn, tx.now, &mail)?.is_laid();
        }
        Ok(all)
    }

    /// A version was handed in: receipts, and links to those whose address is not confirmed. Gives whether everything left.
    pub fn handed_in(
        &self,
        tx: &mut Tx<WriteStatement>,
        statement: &Statement,
        number: i32,
        (is_nil, content): (bool, &Content),
    ) -> AppResult<bool> {
        let (mut to, ask) = self.sorted(tx, statement, content)?;
        addresses_kept(tx, statement, &to, &ask)?;
        to.extend(self.post.own());
        let at: DateTime<Utc> = tx.now;
        let receipts = self.post.receipt(number, (is_nil, at), content, &to)?;
        let mut all = self.send(tx, statement, &receipts)?;
        for email in &ask {
            all &= self.ask(tx, statement, number, email)?;
        }
        Ok(all)
    }

    /// Those who signed with an address: confirmed ones, and those that have to be.
    fn sorted(
        &self,
        tx: &mut Tx<WriteStatement>,
        statement: &Statement,
        content: &Content,
    ) -> AppResult<(Vec<String>, Vec<String>)> {
        let known = self.post.known(tx.conn)?;
        let proofs: HashMap<String, Proof> = addresses::of(tx.conn, &statement.id)?;
        let is_sure =
            |email: &String| known.contains(email) || proofs.get(email) == Some(&Proof::Confirmed);
        Ok(emails(content).into_iter().partition(is_sure))
    }

    /// A new link to an address; gives whether it left.
    pub fn ask(
        &self,
        tx: &mut Tx<WriteStatement>,
        statement: &Statement,
        number: i32,
        email: &str,
    ) -> AppResult<bool> {
        let secret = Secret::fresh();
        let path = format!("/statement-address/{}", secret.as_str());
        let mails = self.post.confirmation(number, email, &path)?;
        let is_sent = self.send(tx, statement, &mails)?;
        let hash = addresses::hash(&secret, &self.secrets);
        addresses::ask(tx, &statement.id, (email, self.lang), &hash, is_sent)?;
        Ok(is_sent)
    }

    /// Everything was taken back. Gives whether all mails about it left.
    pub fn withdrawn(
        &self,
        tx: &mut Tx<WriteStatement>,
        statement: &Statement,
        content: &Content,
    ) -> AppResult<bool> {
        let (mut to, _) = self.sorted(tx, statement, content)?;
        to.extend(self.post.own());
        let number = statement.number.unwrap_or_default();
        let mails = self.post.withdrawn(number, &to)?;
        self.send(tx, statement, &mails)
    }
}

/// The addresses of those who sign, each once, in small letters.
pub fn emails(content: &Content) -> Vec<String> {
    let typed = content.submitters.iter();
    let mut emails: Vec<String> = typed
        .map(|one| one.email.to_lowercase())
        .filter(|email| !email.is_empty())
        .collect();
    emails.sort();
    emails.dedup();
    emails
}

/// Of addresses that stand in the statement no longer, nothing is kept.
fn addresses_kept(
    tx: &mut Tx<WriteStatement>,
    statement: &Statement,
    sure: &[String],
    ask: &[String],
) -> AppResult<()> {
    let all: Vec<String> = sure.iter().chain(ask).cloned().collect();
    addresses::keep(tx, &statement.id, &all)
}
