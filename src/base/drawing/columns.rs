//! Columns side by side, such as questionnaires by week.

use super::sheet::{Caption, MARGIN, PLAIN, SOFT, Set, Sheet, WIDTH};
use crate::base::chart::Columns;

/// Height of the highest column.
const HEIGHT: u32 = 240;

/// The columns as a drawing, with a label below each that has room for one.
pub fn columns(caption: &Caption, chart: &Columns, labels: &[String]) -> String {
    let mut sheet = Sheet::headed(caption);
    let width = f64::from(WIDTH - 2 * MARGIN);
    let (top, across) = (f64::from(sheet.y + 24), |percent: f64| {
        f64::from(MARGIN) + width * percent / 100.0
    });
    let down = |percent: f64| top + f64::from(HEIGHT) * percent / 100.0;
    let mid = Set {
        size: 14,
        anchor: "middle",
        ..PLAIN
    };
    let soft = Set { fill: SOFT, ..mid };
    for (column, label) in chart.columns.iter().zip(labels) {
        sheet.draw(format_args!(
            r##"<rect x="{:.1}" y="{:.1}" width="{:.1}" height="{:.1}" fill="#5b6185"/>"##,
            across(column.x),
            down(column.top),
            width * column.width / 100.0,
            f64::from(HEIGHT) * column.height / 100.0
        ));
        let x = across(column.label_x);
        sheet.text(x, down(column.top) - 6.0, mid, &column.value.to_string());
        if column.labelled {
            sheet.text(x, down(100.0) + 20.0, soft, label);
        }
    }
    sheet.draw(format_args!(
        r##"<path d="M{MARGIN} {0:.1}H{1}" stroke="#5b6185"/>"##,
        down(100.0),
        WIDTH - MARGIN
    ));
    sheet.y += 24 + HEIGHT + 32;
    sheet.finished(caption)
}
