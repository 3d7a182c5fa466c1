//! Organisations at the desk.

pub mod add;
pub mod import;
pub mod invited;
pub mod letters;
pub mod list;
pub mod members;
pub mod one;

use crate::account::{May, Party};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::consultation::{self, Consultation};
use crate::organisation::ManageOrganisations;
use crate::organisation::model::{Invitation, Organisation};
use crate::organisation::store::{invitations, organisations};

/// Where an organisation is.
fn url(party: &Id<Party>) -> String {
    format!("/desk/organisations/{party}")
}

/// The organisation of an address.
async fn found(may: &May<ManageOrganisations>, id: &str) -> AppResult<Organisation> {
    let id = Id::known(id);
    may.read(move |conn| organisations::find(conn, &id)).await
}

/// Where the list of a consultation is.
fn list_url(consultation: &Consultation) -> String {
    format!("/desk/consultations/{}/organisations", consultation.slug)
}

/// The consultation of an address with its list.
async fn list_of(
    may: &May<ManageOrganisations>,
    slug: String,
) -> AppResult<(Consultation, Vec<Invitation>)> {
    may.read(move |conn| {
        let on = consultation::find(conn, &slug)?;
        let list = invitations::of(conn, &on.id)?;
        Ok((on, list))
    })
    .await
}
