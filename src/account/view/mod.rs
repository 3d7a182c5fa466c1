//! The pages on which people of the administration and the council come in.

mod oidc;
mod sign_in;

pub use oidc::OidcStopped;
pub use sign_in::SignInPage;
