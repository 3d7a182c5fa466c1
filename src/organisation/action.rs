//! What can be done with organisations.

use crate::account::{Action, Permission};

/// An act that changes organisations or those who act for them; which, says the act itself.
pub trait OnOrganisations: Action {}

impl OnOrganisations for ManageOrganisations {}
impl OnOrganisations for RegisterOrganisation {}
impl OnOrganisations for Represent {}

/// Keep the list of organisations and their members, invite them, confirm or refuse whoever registered.
pub struct ManageOrganisations;

impl Action for ManageOrganisations {
    const NAME: &'static str = "organisation.manage";
    const NEEDS: Permission = Permission::Edit;
}

/// Register an organisation, take an invitation up, come in by a link. Everyone may try.
pub struct RegisterOrganisation;

impl Action for RegisterOrganisation {
    const NAME: &'static str = "organisation.register";
    const NEEDS: Permission = Permission::Participate;
}

/// Act for one's own organisation.
pub struct Represent;

impl Action for Represent {
    const NAME: &'static str = "organisation.represent";
    const NEEDS: Permission = Permission::Represent;
}
