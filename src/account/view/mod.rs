//! The pages on which people of the administration and the council come in, and those about their accounts.

mod link;
mod oidc;
mod own;
mod people;
mod sign_in;

pub use link::{ForgottenPage, InvitationPage, LinkGonePage, NewPasswordPage};
pub use oidc::OidcStopped;
pub use own::{
    AccountPage, DeskCodesPage, FactorPage, OwnSession, PasswordPage, RecoveryPage, RoleWords,
};
pub use people::{
    InvitePage, LinkPage, PeoplePage, PersonPage, PersonRow, RoleChoice, SORTS, StateWords,
};
pub use sign_in::{
    CodePage, ContinuePage, Field, NewCodesPage, Provider, Rules, Setup, SetupPage, SignInPage, Way,
};
