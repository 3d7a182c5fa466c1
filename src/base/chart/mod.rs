//! Where the parts of a chart stand. No HTML and no colours: a template draws what is told here.
//!
//! All positions are per cents of the drawing's width (or height), so a drawing can stretch with
//! the page while its letters keep their size. They are rounded to two decimals by their edges:
//! what touches before rounding touches after it, and nothing overlaps.

mod bars;
mod columns;
#[cfg(test)]
mod tests;
mod timeline;

pub use bars::{Bar, Bars, Diverging, Label, Segment, diverging};
pub use columns::{Column, Columns, columns};
pub use timeline::{Span, Tick, Timeline, tracks};

/// `part` of `whole` in hundredths of a per cent, rounded; never more than the whole.
fn hundredths(part: u64, whole: u64) -> u32 {
    if whole == 0 {
        return 0;
    }
    let (part, whole) = (u128::from(part.min(whole)), u128::from(whole));
    u32::try_from((part * 20_000 + whole) / (2 * whole)).unwrap_or(10_000)
}

/// Hundredths of a per cent as the per cents a template prints.
fn percent(hundredths: u32) -> f64 {
    f64::from(hundredths) / 100.0
}
