//! What knows nothing of participation: time, identities, the two doors to the data, pages, forms, languages.

pub mod clock;
pub mod config;
pub mod db;
pub mod error;
pub mod event;
pub mod id;
pub mod locale;
pub mod schema;
pub mod secret;
pub mod server;
