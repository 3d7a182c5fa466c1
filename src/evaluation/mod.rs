//! Results (Auswertung): figures are frozen, published and shown with their bases.

pub mod view;
