//! The days of the story. Its files say `{{year}}` and `{{today+20}}`, so that something is over, something is running
//! and something is announced on whatever day the town is looked at.

use chrono::{Datelike, Days, NaiveDate};

/// The latest year in which the results of the first consultation are public already: they appear on 28 September.
pub fn year(today: NaiveDate) -> i32 {
    let out = NaiveDate::from_ymd_opt(today.year(), 9, 28);
    today.year() - i32::from(out.is_none_or(|out| out >= today))
}

/// A day of a year; for days every year has.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// So many days after today, or before it.
pub fn from_today(today: NaiveDate, days: i64) -> NaiveDate {
    let count = Days::new(days.unsigned_abs());
    let moved = if days < 0 {
        today.checked_sub_days(count)
    } else {
        today.checked_add_days(count)
    };
    moved.unwrap_or(today)
}

/// A file of the story with its days filled in.
pub fn fill(text: &str, today: NaiveDate) -> String {
    let mut parts = text.split("{{");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once("}}").unwrap_or((part, ""));
        let days = name
            .strip_prefix("today")
            .and_then(|days| days.parse().ok());
        match days {
            Some(days) => filled.push_str(&from_today(today, days).to_string()),
            None if name == "year+1" => filled.push_str(&(year(today) + 1).to_string()),
            None => filled.push_str(&year(today).to_string()),
        }
        filled.push_str(rest);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_is_the_latest_whose_results_are_out() {
        assert_eq!(year(day(2026, 9, 28)), 2025);
        assert_eq!(year(day(2026, 9, 29)), 2026);
        assert_eq!(year(day(2027, 1, 1)), 2026);
    }

    #[test]
    fn days_are_filled_in() {
        let text =
            "a = \"{{year}}-06-08\"\ny = {{year+1}}\nb = \"{{today-12}}\"\nc = \"{{today+11}}\"";
        assert_eq!(
            fill(text, day(2026, 11, 5)),
            "a = \"2026-06-08\"\ny = 2027\nb = \"2026-10-24\"\nc = \"2026-11-16\""
        );
    }
}
