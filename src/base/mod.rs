//! What knows nothing of participation: time, identities, the two doors to the data, pages, forms, languages.

pub mod assets;
pub mod chart;
pub mod clock;
pub mod config;
pub mod db;
mod envelope;
pub mod error;
pub mod error_page;
pub mod event;
pub mod export;
pub mod figures;
pub mod foot;
pub mod form;
mod headers;
pub mod id;
pub mod limit;
pub mod locale;
pub mod log;
pub mod mail;
pub mod markdown;
pub mod outbox;
pub mod page;
pub mod qr;
pub mod schema;
pub mod secret;
pub mod server;
pub mod site;
