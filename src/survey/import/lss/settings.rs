//! Settings of a question that change what may be answered; Trialog has others.

use super::loss::{Loss, What};
use super::questions::Raw;

/// Settings that change what may be answered.
pub(super) fn settings(raw: &Raw, losses: &mut Vec<Loss>) {
    let set = |name: &str| raw.settings.get(name).map(String::as_str);
    let checks = [
        "min_answers",
        "max_answers",
        "min_num_value_n",
        "max_num_value_n",
        "min_num_value",
        "max_num_value",
        "maximum_chars",
        "em_validation_q",
        "em_validation_sq",
        "date_min",
        "date_max",
        "exclude_all_others",
        "array_filter",
    ];
    let checks: Vec<&str> = checks
        .into_iter()
        .filter(|name| set(name).is_some())
        .collect();
    if !checks.is_empty() || !raw.pattern.is_empty() {
        losses.push(Loss::new(&raw.code, What::Validation));
    }
    if set("random_order") == Some("1") {
        losses.push(Loss::new(&raw.code, What::Random));
    }
    if set("hidden") == Some("1") {
        losses.push(Loss::new(&raw.code, What::Hidden));
    }
}
