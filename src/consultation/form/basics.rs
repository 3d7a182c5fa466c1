//! What a consultation is called and about.

use serde::{Deserialize, Serialize};

use super::{MAX_CONTACT, MAX_LEAD, MAX_TITLE, names_consultation};
use crate::base::form::{FieldError, Refill, tidy};
use crate::base::id::Id;
use crate::consultation::model::Consultation;
use crate::strategy::Edition;

/// As it is typed. After publication name and edition are no longer asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct BasicsForm {
    /// Its title.
    pub title: String,
    /// Its name in addresses; empty = made of the title.
    pub slug: String,
    /// What it is about.
    pub lead: String,
    /// Whom to ask; may be empty.
    pub contact: String,
    /// The edition laid open.
    pub edition: String,
    /// Ticked when released texts appear with the results.
    pub releases_comments: String,
}

/// What a consultation is called and about, ready to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basics {
    /// Its title.
    pub title: String,
    /// Its name in addresses; none = to be made of the title.
    pub slug: Option<String>,
    /// What it is about.
    pub lead: String,
    /// Whom to ask.
    pub contact: Option<String>,
    /// The edition laid open; none where it stays as it is.
    pub edition: Option<Id<Edition>>,
    /// Whether released texts appear with the results.
    pub releases_comments: bool,
}

impl BasicsForm {
    /// The form for a consultation as it is now.
    pub fn of(consultation: &Consultation) -> Self {
        Self {
            title: consultation.title.clone(),
            slug: consultation.slug.clone(),
            lead: consultation.lead.clone(),
            contact: consultation.contact.clone().unwrap_or_default(),
            edition: consultation.edition.to_string(),
            releases_comments: tick(consultation.releases_comments),
        }
    }

    /// Reads the form. `editions`: those that can be chosen; none after publication, when name and edition stay.
    ///
    /// # Errors
    /// What to do about each field; everything typed stays.
    pub fn parse(&self, editions: Option<&[Id<Edition>]>) -> Result<Basics, Box<Refill<Self>>> {
        let mut faults = Refill::new(self.clone());
        let title = tidy(&self.title).replace('\n', " ");
        if title.is_empty() {
            faults.fault("title", "error-consultation-title");
        }
        let lead = tidy(&self.lead);
        if lead.is_empty() {
            faults.fault("lead", "error-consultation-lead");
        }
        let contact = tidy(&self.contact);
        for (field, text, most) in [
            ("title", &title, MAX_TITLE),
            ("lead", &lead, MAX_LEAD),
            ("contact", &contact, MAX_CONTACT),
        ] {
            too_long(&mut faults, field, text, most);
        }
        let slug = self.slug.trim().to_lowercase();
        let mut edition = None;
        if let Some(editions) = editions {
            if !slug.is_empty() && !names_consultation(&slug) {
                faults.fault("slug", "error-consultation-slug");
            }
            edition = editions
                .iter()
                .find(|edition| edition.as_str() == self.edition)
                .cloned();
            if edition.is_none() {
                faults.fault("edition", "error-consultation-edition");
            }
        }
        if !faults.is_fine() {
            return Err(Box::new(faults));
        }
        Ok(Basics {
            title,
            slug: Some(slug).filter(|slug| !slug.is_empty() && editions.is_some()),
            lead,
            contact: Some(contact).filter(|contact| !contact.is_empty()),
            edition,
            releases_comments: !self.releases_comments.is_empty(),
        })
    }
}

/// A ticked box as the form sends it.
fn tick(is_ticked: bool) -> String {
    if is_ticked { "yes" } else { "" }.to_owned()
}

/// Notes that a text is longer than the form had said.
pub(super) fn too_long<F>(faults: &mut Refill<F>, field: &str, text: &str, most: usize) {
    let length = text.chars().count();
    if length > most {
        let error = FieldError::new(field, "error-consultation-long");
        faults
            .errors
            .push(error.with("most", most).with("length", length));
    }
}
