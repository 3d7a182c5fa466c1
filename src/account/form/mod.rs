//! What is typed on the pages of accounts.

mod sign_in;

pub use sign_in::SignInForm;
