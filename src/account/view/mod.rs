//! The pages on which people of the administration and the council come in.

mod oidc;

pub use oidc::OidcStopped;
