//! Bars that diverge from the middle of "right as it is", for questions on which people may want
//! less or more.

use serde::Serialize;

use super::{hundredths, percent};
use crate::base::figures::Shown;

/// How many kinds of answer a bar shows.
const KINDS: usize = 5;

// The scale, in points: one point is one per cent of the answers. A page that needs more room gets
// more points in the same width. Inside this file we count in half points, as the axis halves a
// segment.
const LEFT: u32 = 2 * 45;
const RIGHT_SIDE: u32 = 2 * 62;
const GAP: u32 = 2 * 6;
const UNCLEAR: u32 = 2 * 20;
/// From the axis to the words above the two sides, so that those above the axis have room.
const WORDS: u32 = 2 * 24;
/// Room for a value to the left of a bar, in per cent of the width.
const VALUE_ROOM: u32 = 3;
/// 6 points of 133: from this width on (in hundredths of a per cent) a value fits into its segment.
const FITS_VALUE: u32 = 451;
/// 12 points of 133: from this width on it fits with its per cent sign, on a narrow screen as well.
const FITS_SIGN: u32 = 902;

/// All bars of one page, on one scale.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Diverging {
    /// The bars, in the order of the rows.
    pub bars: Vec<Bar>,
    /// The axis: the middle of the third kind, in per cent.
    pub axis_x: f64,
    /// Where words about the left side end.
    pub left_x: f64,
    /// Where words about the right side start.
    pub right_x: f64,
    /// The base line of the fifth kind, which stands apart.
    pub unclear_x: f64,
}

/// One bar. A row without answers has a bar without segments.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bar {
    /// The segments with at least one per cent, from left to right.
    pub segments: Vec<Segment>,
}

/// One kind of answer in one bar.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Segment {
    /// Which kind: its place in the row, 0 to 4.
    pub index: usize,
    /// Left edge in per cent.
    pub x: f64,
    /// Width in per cent.
    pub width: f64,
    /// The value to print, in per cent of the answers.
    pub percent: u8,
    /// Where the value stands.
    pub label: Label,
    /// The x of the value in per cent: its middle, end or start, as `label` says.
    pub label_x: f64,
    /// The segment is narrow: print the value without its per cent sign, and on a narrow screen not
    /// here but in the line below the bar.
    pub narrow: bool,
}

/// Where the value of a segment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Label {
    /// In the segment, centred at `label_x`.
    Inside,
    /// To the left of the bar, ending at `label_x`.
    Before,
    /// To the right of the segment, starting at `label_x`.
    After,
    /// Nowhere in the drawing, as it would cover a neighbour. The text beside the drawing has it.
    Nowhere,
}

/// Lays out the bars of a page.
///
/// Each row holds whole per cents in the order drop, goes too far, right, bolder, unclear. The
/// middle of "right" stands on the axis, so a bar that reaches far to the right says "be bolder".
/// "Unclear" has no direction and stands apart on a base line of its own. All bars share a scale:
/// 45 points to the left of the axis, 62 to the right, a gap and 20 for "unclear"; where one bar
/// needs more, all get narrower.
pub fn diverging(rows: &[[u8; KINDS]]) -> Diverging {
    let scale = Scale::for_rows(rows);
    Diverging {
        bars: rows.iter().map(|&row| scale.bar(row)).collect(),
        axis_x: percent(scale.at(scale.axis())),
        left_x: percent(scale.at(scale.axis().saturating_sub(WORDS))),
        right_x: percent(scale.at(scale.axis() + WORDS)),
        unclear_x: percent(scale.at(scale.unclear())),
    }
}

/// The bars of a page, collected row by row: only what may be shown in per cent gets one, all on one scale.
#[derive(Default)]
pub struct Bars(Vec<[u8; KINDS]>);

impl Bars {
    /// Adds the bar of a row, and says which it is; none when the row may have none.
    pub fn add(&mut self, shown: &Shown) -> Option<usize> {
        let Shown::Shares { percent, .. } = shown else {
            return None;
        };
        self.0.push(percent.as_slice().try_into().ok()?);
        Some(self.0.len() - 1)
    }

    /// Lays them out.
    pub fn draw(&self) -> Diverging {
        diverging(&self.0)
    }
}

/// How far the bars of a page reach, in half points.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Scale {
    left: u32,
    right: u32,
    unclear: u32,
}

impl Scale {
    const USUAL: Self = Self {
        left: LEFT,
        right: RIGHT_SIDE,
        unclear: UNCLEAR,
    };

    /// The usual scale, widened until each bar fits, with its value where that stands before it.
    fn for_rows(rows: &[[u8; KINDS]]) -> Self {
        let mut scale = Self::USUAL;
        loop {
            // On a wider scale more values no longer fit into their segment and need room outside.
            let wider = scale.widened(rows);
            if wider == scale {
                return scale;
            }
            scale = wider;
        }
    }

    /// The least scale, but not less than this one, with room for the bars and for the values that
    /// do not fit into their segment on this one.
    fn widened(self, rows: &[[u8; KINDS]]) -> Self {
        let mut wider = self;
        for row in rows {
            let [drop, too_far, right, bolder, unclear] = row.map(u32::from);
            let reach = 2 * (drop + too_far) + right;
            let first = [drop, too_far, right].into_iter().find(|&share| share > 0);
            let fits = first.is_none_or(|share| self.at(2 * share) >= FITS_VALUE);
            let room = if fits {
                0
            } else {
                (self.width() * VALUE_ROOM).div_ceil(100)
            };
            wider.left = wider.left.max(reach + room);
            wider.right = wider.right.max(right + 2 * bolder);
            wider.unclear = wider.unclear.max(2 * unclear);
        }
        wider
    }

    fn axis(&self) -> u32 {
        self.left
    }

    fn unclear(&self) -> u32 {
        self.left + self.right + GAP
    }

    fn width(&self) -> u32 {
        self.unclear() + self.unclear
    }

    /// Half points as hundredths of a per cent of the width.
    fn at(&self, half_points: u32) -> u32 {
        hundredths(u64::from(half_points), u64::from(self.width()))
    }

    fn bar(&self, row: [u8; KINDS]) -> Bar {
        let [drop, too_far, right, ..] = row.map(u32::from);
        let mut from = self.axis().saturating_sub(2 * (drop + too_far) + right);
        let in_line = &row[..KINDS - 1];
        let first = in_line.iter().position(|&share| share > 0);
        let last = in_line.iter().rposition(|&share| share > 0);
        let mut segments = Vec::new();
        for (index, &share) in row.iter().enumerate().filter(|(_, share)| **share > 0) {
            let apart = index == KINDS - 1;
            if apart {
                from = self.unclear();
            }
            let until = from + 2 * u32::from(share);
            let outside = if apart || (last == Some(index) && first != last) {
                Label::After
            } else if first == Some(index) {
                Label::Before
            } else {
                Label::Nowhere
            };
            segments.push(self.segment(index, share, from..until, outside));
            from = until;
        }
        Bar { segments }
    }

    /// One segment; `outside` is where its value goes when it does not fit inside.
    fn segment(
        &self,
        index: usize,
        share: u8,
        span: std::ops::Range<u32>,
        outside: Label,
    ) -> Segment {
        let (x, end) = (self.at(span.start), self.at(span.end));
        // Asked of the share, not of the rounded edges: a share looks the same in each bar.
        let room = self.at(2 * u32::from(share));
        let label = if room >= FITS_VALUE {
            Label::Inside
        } else {
            outside
        };
        let label_x = match label {
            Label::Before => x,
            Label::After => end,
            Label::Inside | Label::Nowhere => self.at(u32::midpoint(span.start, span.end)),
        };
        Segment {
            index,
            x: percent(x),
            width: percent(end - x),
            percent: share,
            label,
            label_x: percent(label_x),
            narrow: room < FITS_SIGN,
        }
    }
}
