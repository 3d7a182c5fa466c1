//! What is typed on the pages of accounts.

pub mod person;
mod sign_in;

pub use person::{AcceptForm, ConnectForm, InviteForm, NameForm, PasswordForm, PersonForm};
pub use sign_in::{CodeForm, ForgottenForm, SignInForm};
