//! A paper, as it is typed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    CO_OFFICES, OFFICE_CHARS, REFERENCE_CHARS, SUBJECT_CHARS, SUMMARY_CHARS, line, needed,
};
use crate::base::form::{FieldError, Refill, tidy};
use crate::base::id::Id;
use crate::consultation::form::parse_day;
use crate::council::model::{Details, Paper, PaperKind};

/// As it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct PaperForm {
    /// E.g. "354/20".
    pub reference: String,
    /// What it is.
    pub kind: String,
    /// What it is about.
    pub subject: String,
    /// The same in a few sentences.
    pub summary: String,
    /// The office in charge.
    pub office: String,
    /// Offices that sign too, one a line.
    pub co_offices: String,
    /// Who works on it.
    pub clerk: String,
    /// Whether everyone may read the name: `yes`.
    pub names_clerk: String,
    /// The day on the paper.
    pub dated_on: String,
    /// The edition it brings; empty for none.
    pub edition: String,
    /// The version of the paper that the page had shown.
    pub seen: i32,
}

impl PaperForm {
    /// The form of a new paper.
    pub fn new(today: NaiveDate) -> Self {
        Self {
            dated_on: today.to_string(),
            ..Self::default()
        }
    }

    /// The form of a paper as it is.
    pub fn of(paper: &Paper) -> Self {
        let details = &paper.details;
        Self {
            reference: details.reference.clone(),
            kind: details.kind.as_str().to_owned(),
            subject: details.subject.clone(),
            summary: details.summary.clone(),
            office: details.office.clone(),
            co_offices: details.co_offices.join("\n"),
            clerk: details.clerk.clone(),
            names_clerk: if details.names_clerk { "yes" } else { "" }.to_owned(),
            dated_on: details.dated_on.to_string(),
            edition: details
                .edition
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
            seen: paper.version,
        }
    }

    /// Reads the form. `editions`: those a paper can bring.
    ///
    /// # Errors
    /// What to do about each field; everything typed stays.
    pub fn parse(&self, editions: &[String]) -> Result<Details, Box<Refill<Self>>> {
        let mut faults = Refill::new(self.clone());
        let kind = PaperKind::parse(&self.kind);
        if kind.is_none() {
            faults.fault("kind", "error-paper-kind");
        }
        let text = &self.reference;
        let reference = needed(
            &mut faults,
            "reference",
            text,
            REFERENCE_CHARS,
            "error-paper-reference",
        );
        let text = &self.subject;
        let subject = needed(
            &mut faults,
            "subject",
            text,
            SUBJECT_CHARS,
            "error-paper-subject",
        );
        let summary = tidy(&self.summary);
        faults
            .errors
            .extend(FieldError::too_long("summary", &summary, SUMMARY_CHARS));
        let office = needed(
            &mut faults,
            "office",
            &self.office,
            OFFICE_CHARS,
            "error-paper-office",
        );
        let co_offices = self.co_offices(&mut faults);
        let clerk = line(&mut faults, "clerk", &self.clerk, OFFICE_CHARS);
        let dated_on = parse_day(&self.dated_on);
        if dated_on.is_none() {
            faults.fault("dated_on", "error-day");
        }
        let edition = Some(&self.edition).filter(|id| !id.is_empty());
        if edition.is_some_and(|id| !editions.contains(id)) {
            faults.fault("edition", "error-paper-edition");
        }
        match (kind, dated_on) {
            (Some(kind), Some(dated_on)) if faults.is_fine() => Ok(Details {
                reference,
                kind,
                subject,
                summary,
                office,
                co_offices,
                clerk,
                names_clerk: self.names_clerk == "yes",
                dated_on,
                edition: edition.map(Id::known),
            }),
            _ => Err(Box::new(faults)),
        }
    }

    fn co_offices(&self, faults: &mut Refill<Self>) -> Vec<String> {
        let text = tidy(&self.co_offices);
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let offices: Vec<_> = lines.map(str::to_owned).collect();
        if offices.len() > CO_OFFICES {
            let error = FieldError::new("co_offices", "error-paper-co-offices");
            faults.errors.push(error.with("most", CO_OFFICES));
        }
        let long = offices
            .iter()
            .find_map(|one| FieldError::too_long("co_offices", one, OFFICE_CHARS));
        faults.errors.extend(long);
        offices
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_needs_its_reference_kind_subject_office_and_day() {
        let faults = PaperForm::default().parse(&[]).unwrap_err();
        let fields: Vec<_> = faults.errors.iter().map(|one| one.field.as_str()).collect();
        assert_eq!(
            fields,
            ["kind", "reference", "subject", "office", "dated_on"]
        );
    }

    #[test]
    fn offices_stand_one_a_line_and_an_edition_is_one_of_the_towns() {
        let form = PaperForm {
            reference: " I0264/09 ".into(),
            kind: "information".into(),
            subject: "Arbeitsgruppen\nGemeinwesenarbeit".into(),
            office: "Amt V/02".into(),
            co_offices: "Dezernat VI\r\n\r\n Kämmerei ".into(),
            dated_on: "24.11.2009".into(),
            edition: "e1".into(),
            ..PaperForm::default()
        };
        let paper = form.parse(&["e1".into()]).unwrap();
        assert_eq!(paper.reference, "I0264/09");
        assert_eq!(paper.subject, "Arbeitsgruppen Gemeinwesenarbeit");
        assert_eq!(paper.co_offices, ["Dezernat VI", "Kämmerei"]);
        assert_eq!(paper.dated_on.to_string(), "2009-11-24");
        let faults = form.parse(&[]).unwrap_err();
        assert_eq!(faults.errors[0].key, "error-paper-edition");
    }
}
