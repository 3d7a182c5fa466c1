//! Charts that stand by themselves, to take along: as SVG, which can be scaled and changed, and as PNG for office programs.
//! Where their parts stand, `base::chart` knows; here are paper, colours and letters. They are drawn for paper: light, with a
//! hatch and a printed value for each colour.

mod bars;
mod columns;
mod png;
mod sheet;

pub use bars::{BarRow, MarkWords, bars};
pub use columns::columns;
pub use png::png;
pub use sheet::Caption;
