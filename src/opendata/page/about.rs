//! What every file says about itself: whose data, of which day, under which licence, and what is hidden.

use super::Asked;
use crate::base::locale::{Args, DayStyle};
use crate::base::page::Ui;

/// Pairs of a name and what is to be said, in the reader's language; what the town has not told is left out.
pub(super) fn about(asked: &Asked, ui: &Ui) -> Vec<(String, String)> {
    let (site, published) = (ui.site(), &asked.published);
    let open = &site.config.open_data;
    let mut day = Args::new();
    let on = site.zone.day(published.at);
    day.set("day", ui.lang().day(on, DayStyle::Long));
    day.set("number", published.number);
    let licence = [open.licence_name.as_str(), open.licence.as_str()];
    let licence: Vec<&str> = licence.into_iter().filter(|one| !one.is_empty()).collect();
    let url = format!("{}{}", site.config.base_url(), asked.path());
    let pairs = [
        ("data-about-title", asked.title()),
        ("data-about-publisher", site.config.town.name.clone()),
        ("data-about-state", ui.text("results-published", &day)),
        ("data-about-page", url),
        ("data-about-licence", licence.join(", ")),
        ("data-about-contact", open.contact_email.clone()),
        ("data-about-base", ui.t("results-base-note")),
        ("data-about-hidden", hidden(asked, ui)),
        ("data-about-checksum", published.sha256.clone()),
    ];
    let told = pairs.into_iter().filter(|(_, text)| !text.is_empty());
    told.map(|(key, text)| (ui.t(key), text)).collect()
}

/// From which numbers on figures are shown.
pub(super) fn hidden(asked: &Asked, ui: &Ui) -> String {
    let limits = asked.published.snapshot.limits;
    let mut args = Args::new();
    args.set("questionnaires", limits.min_questionnaires);
    args.set("marks", limits.min_marks);
    format!(
        "{} {}",
        ui.text("results-counted", &args),
        ui.t("data-about-empty")
    )
}
