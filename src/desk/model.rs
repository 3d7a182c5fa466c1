//! Mails that did not leave, as the desk sees them.

use chrono::{DateTime, Utc};

/// Kind of a mail whose link is dead long before the mail is given up.
pub const SHORT_LIVED: &str = "new-password";

/// One mail that has been tried in vain at least once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StuckMail {
    /// Its id.
    pub id: String,
    /// What kind of mail it is, as whoever wrote it named it.
    pub kind: String,
    /// Whom it should reach.
    pub recipient: String,
    /// Its subject.
    pub subject: String,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// How often it was tried.
    pub attempts: i32,
    /// When it is tried next, unless it was given up.
    pub due_at: DateTime<Utc>,
    /// When it was given up.
    pub given_up_at: Option<DateTime<Utc>>,
    /// What the mail server said, in its own words.
    pub why: Option<String>,
    /// Whether its text is still there.
    pub has_text: bool,
}

impl StuckMail {
    /// Whether it can go out once more. One that is still tried goes out by itself.
    pub fn can_repeat(&self) -> bool {
        self.given_up_at.is_some() && self.has_text && self.kind != SHORT_LIVED
    }

    /// The text that names its kind.
    pub fn label_key(&self) -> &'static str {
        match self.kind.as_str() {
            "invitation" => "desk-mails-invitation",
            SHORT_LIVED => "desk-mails-new-password",
            "feedback" => "desk-mails-feedback",
            _ => "desk-mails-other",
        }
    }

    /// Whether a link stands in it that can be made anew at the account.
    pub fn has_link(&self) -> bool {
        matches!(self.kind.as_str(), "invitation" | SHORT_LIVED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_goes_out_again_only_when_nobody_else_sends_it_and_its_link_still_holds() {
        let given_up = StuckMail {
            id: "1".into(),
            kind: "invitation".into(),
            recipient: "kim@lindenau.example".into(),
            subject: "Einladung".into(),
            written_at: DateTime::default(),
            attempts: 6,
            due_at: DateTime::default(),
            given_up_at: Some(DateTime::default()),
            why: None,
            has_text: true,
        };
        assert!(given_up.can_repeat());
        let but = |change: fn(&mut StuckMail)| {
            let mut mail = given_up.clone();
            change(&mut mail);
            mail.can_repeat()
        };
        assert!(!but(|mail| mail.given_up_at = None));
        assert!(!but(|mail| mail.has_text = false));
        assert!(!but(|mail| SHORT_LIVED.clone_into(&mut mail.kind)));
    }
}
