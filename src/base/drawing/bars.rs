//! Bars around the middle of "right as it is".

use super::sheet::{Caption, INK, LINE, MARGIN, PLAIN, SIZE, SOFT, Set, Sheet, WIDTH, wrapped};
use crate::base::chart::{Diverging, Label, Segment};

/// Where the bars begin, and how wide all of them may be.
const LEFT: u32 = 352;
const BARS: u32 = WIDTH - MARGIN - LEFT;
/// The room for names to the left of them.
const NAMES: u32 = LEFT - MARGIN - 24;
const HEIGHT: u32 = 30;

/// Fill of each mark, the ink on it and its hatch, in the order drop, goes too far, right, bolder, unclear. As in static/parts.css.
const COLOURS: [(&str, &str, &str); 5] = [
    ("#532d00", "#ffffff", "drop"),
    ("#feca6e", "#261100", "far"),
    ("#dfe1ea", "#131525", ""),
    ("#005741", "#ffffff", "bolder"),
    ("#ffffff", "#131525", "unclear"),
];
const HATCHES: &str = r##"<defs><pattern id="drop" width="7" height="7" patternUnits="userSpaceOnUse"><path d="M0 0L7 7M7 0L0 7" stroke="#ffffff" opacity=".45" fill="none"/></pattern><pattern id="far" width="7" height="5" patternUnits="userSpaceOnUse"><path d="M0 2.5H7" stroke="#261100" opacity=".45" fill="none"/></pattern><pattern id="bolder" width="7" height="7" patternUnits="userSpaceOnUse"><path d="M-1 8L8 -1M-1 1L1 -1M6 8L8 6" stroke="#ffffff" opacity=".45" fill="none"/></pattern><pattern id="unclear" width="8" height="8" patternUnits="userSpaceOnUse"><circle cx="4" cy="4" r="1" fill="#131525" opacity=".45"/></pattern></defs>"##;

/// Words about marks, in the reader's language.
pub struct MarkWords {
    /// In the order drop, goes too far, right, bolder, unclear.
    pub marks: [String; 5],
    /// Above the left side.
    pub less: String,
    /// Above the axis.
    pub right: String,
    /// Above the right side.
    pub more: String,
}

/// One row.
pub struct BarRow {
    /// What was marked.
    pub name: String,
    /// By how many.
    pub base: String,
    /// Which bar is its own; none = too few to draw one.
    pub bar: Option<usize>,
    /// What stands in place of a bar.
    pub note: String,
}

/// The bars as a drawing.
pub fn bars(caption: &Caption, chart: &Diverging, rows: &[BarRow], words: &MarkWords) -> String {
    let mut sheet = Sheet::headed(caption);
    sheet.draw(format_args!("{HATCHES}"));
    legend(&mut sheet, &words.marks);
    axis(&mut sheet, chart, words);
    for row in rows {
        draw_row(&mut sheet, chart, row);
    }
    sheet.finished(caption)
}

fn box_of(sheet: &mut Sheet, kind: usize, (x, y): (f64, f64), (width, height): (f64, f64)) {
    let Some((fill, _, hatch)) = COLOURS.get(kind) else {
        return;
    };
    sheet.draw(format_args!(
        r##"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" fill="{fill}" stroke="#30344f"/>"##
    ));
    if !hatch.is_empty() {
        sheet.draw(format_args!(
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" fill="url(#{hatch})"/>"#
        ));
    }
}

fn legend(sheet: &mut Sheet, marks: &[String; 5]) {
    let mut x = f64::from(MARGIN);
    let y = f64::from(sheet.y);
    for (kind, name) in marks.iter().enumerate() {
        box_of(sheet, kind, (x, y), (26.0, 16.0));
        sheet.text(x + 34.0, y + 13.5, PLAIN, name);
        let letters = u32::try_from(name.chars().count()).unwrap_or(20);
        x += 34.0 + f64::from(letters * SIZE) * 0.53 + 22.0;
    }
    sheet.y += 36;
}

/// A position in per cent of the bars' width, in units.
fn at(percent: f64) -> f64 {
    f64::from(LEFT) + f64::from(BARS) * percent / 100.0
}

fn axis(sheet: &mut Sheet, chart: &Diverging, words: &MarkWords) {
    if chart.bars.is_empty() {
        return;
    }
    sheet.y += 14;
    let y = f64::from(sheet.y);
    let [.., unclear] = &words.marks;
    for (x, anchor, text) in [
        (chart.left_x, "end", &words.less),
        (chart.axis_x, "middle", &words.right),
        (chart.right_x, "start", &words.more),
        (chart.unclear_x, "start", unclear),
    ] {
        let set = Set {
            size: 14,
            fill: SOFT,
            anchor,
            ..PLAIN
        };
        sheet.text(at(x), y, set, text);
    }
    sheet.y += 10;
}

fn draw_row(sheet: &mut Sheet, chart: &Diverging, row: &BarRow) {
    let top = sheet.y;
    sheet.draw(format_args!(
        r#"<path d="M{MARGIN} {top}H{}" stroke="{LINE}"/>"#,
        WIDTH - MARGIN
    ));
    sheet.y += 8;
    sheet.lines(&row.name, PLAIN, NAMES);
    let base = Set {
        size: 14,
        fill: SOFT,
        ..PLAIN
    };
    sheet.lines(&row.base, base, NAMES);
    let bottom = (sheet.y + 12).max(top + HEIGHT + 20);
    let middle = f64::from(top + bottom) / 2.0;
    if let Some(bar) = row.bar.and_then(|n| chart.bars.get(n)) {
        for (x, dash) in [(chart.axis_x, "2 3"), (chart.unclear_x, "none")] {
            let x = at(x);
            sheet.draw(format_args!(
                r##"<path d="M{x:.1} {}V{}" stroke="#5b6185" stroke-dasharray="{dash}"/>"##,
                top + 4,
                bottom - 4
            ));
        }
        for segment in &bar.segments {
            draw_segment(sheet, segment, middle);
        }
    } else {
        let lines = wrapped(&row.note, base.size, BARS);
        for (n, line) in (0_u32..).zip(&lines) {
            let y = middle + 5.0 + f64::from(n * 18);
            sheet.text(f64::from(LEFT), y, base, line);
        }
    }
    sheet.y = bottom;
}

fn draw_segment(sheet: &mut Sheet, segment: &Segment, middle: f64) {
    let (x, width) = (at(segment.x), f64::from(BARS) * segment.width / 100.0);
    let top = middle - f64::from(HEIGHT) / 2.0;
    box_of(sheet, segment.index, (x, top), (width, f64::from(HEIGHT)));
    let (fill, ink, _) = COLOURS.get(segment.index).copied().unwrap_or(COLOURS[2]);
    let value = if segment.narrow {
        segment.percent.to_string()
    } else {
        format!("{}\u{a0}%", segment.percent)
    };
    let size = if segment.narrow { 13 } else { SIZE };
    let (anchor, dx, ink) = match segment.label {
        Label::Inside => ("middle", 0.0, ink),
        Label::Before => ("end", -5.0, INK),
        Label::After => ("start", 5.0, INK),
        Label::Nowhere => return,
    };
    let set = Set {
        size,
        is_bold: segment.label == Label::Inside,
        fill: ink,
        anchor,
    };
    let (x, y) = (at(segment.label_x) + dx, middle + 5.5);
    if segment.label == Label::Inside && segment.index != 2 {
        // Keeps the hatch out of the digits.
        let letters = u32::try_from(value.chars().count()).unwrap_or(2);
        let width = f64::from(letters * size) * 0.56 + 4.0;
        sheet.draw(format_args!(
            r#"<rect x="{:.1}" y="{:.1}" width="{width:.1}" height="18" fill="{fill}"/>"#,
            x - width / 2.0,
            middle - 9.0
        ));
    }
    sheet.text(x, y, set, &value);
}
