//! What every workbook says about itself: what its columns mean, and whose data it is.

use super::Ui;
use crate::base::export::Cell;
use crate::base::table::book::Sheet;

/// Two sheets of a workbook: what its columns mean, and what the file is. `columns`: head, meaning, possible values; `about`: the
/// text that names something, and what is to be said; what is empty is left out.
pub fn codebook<'a>(
    columns: Vec<[String; 3]>,
    about: Vec<(&'static str, String)>,
    ui: &Ui,
) -> [Sheet<'a>; 2] {
    let heads = [
        "data-column-head",
        "data-column-meaning",
        "data-column-words",
    ];
    let head: Vec<Cell> = heads.map(|key| ui.t(key).into()).into();
    let columns = columns.into_iter().map(|row| row.map(Cell::from).into());
    let title = vec![ui.t("data-sheet-about").into(), Cell::Empty];
    let about = about.into_iter().filter(|(_, text)| !text.is_empty());
    let about = about.map(|(key, text)| vec![ui.t(key).into(), text.into()]);
    [
        Sheet {
            name: ui.t("data-sheet-columns"),
            widths: vec![26, 70, 70],
            rows: std::iter::once(head).chain(columns).collect(),
            wraps: true,
        },
        Sheet {
            name: ui.t("data-sheet-about"),
            widths: vec![26, 100],
            rows: std::iter::once(title).chain(about).collect(),
            wraps: true,
        },
    ]
}
