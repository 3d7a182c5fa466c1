//! Themes (Themen): what many contributions have in common. Staff read answers, comments and segments of statements beside
//! the wording they are about, and put each under one or several themes; what the town says to it, it says to the theme.

pub mod model;
