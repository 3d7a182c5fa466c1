//! How a day is written.

use chrono::{Locale, NaiveDate};

use super::Lang;

/// The ways in which a day stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayStyle {
    /// `17. Juli 2026`
    Long,
    /// `Freitag, 17. Juli`: when the weekday matters and the year is clear.
    Weekday,
    /// `Freitag, 17. Juli 2026`
    WeekdayYear,
    /// `17.7.`: in figures and tables.
    Short,
    /// `Juli 2026`
    Month,
}

impl DayStyle {
    /// The style of that name in templates: `long`, `weekday`, `weekday_year`, `short`, `month`.
    pub fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "long" => Self::Long,
            "weekday" => Self::Weekday,
            "weekday_year" => Self::WeekdayYear,
            "short" => Self::Short,
            "month" => Self::Month,
            _ => return None,
        })
    }

    fn pattern(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Long, Lang::De) => "%-d. %B %Y",
            (Self::Long, Lang::En) => "%-d %B %Y",
            (Self::Weekday, Lang::De) => "%A, %-d. %B",
            (Self::Weekday, Lang::En) => "%A, %-d %B",
            (Self::WeekdayYear, Lang::De) => "%A, %-d. %B %Y",
            (Self::WeekdayYear, Lang::En) => "%A, %-d %B %Y",
            (Self::Short, Lang::De) => "%-d.%-m.",
            (Self::Short, Lang::En) => "%-d %b",
            (Self::Month, _) => "%B %Y",
        }
    }
}

impl Lang {
    /// A day as it stands in a text of this language.
    pub fn day(self, day: NaiveDate, style: DayStyle) -> String {
        let locale = match self {
            Self::De => Locale::de_DE,
            Self::En => Locale::en_GB,
        };
        day.format_localized(style.pattern(self), locale)
            .to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_read_as_people_write_them() {
        let day = NaiveDate::from_ymd_opt(2026, 7, 17).unwrap();
        let all = |lang: Lang| {
            ["long", "weekday", "weekday_year", "short", "month"]
                .map(|name| lang.day(day, DayStyle::of_name(name).unwrap()))
        };
        assert_eq!(
            all(Lang::De),
            [
                "17. Juli 2026",
                "Freitag, 17. Juli",
                "Freitag, 17. Juli 2026",
                "17.7.",
                "Juli 2026"
            ]
        );
        assert_eq!(
            all(Lang::En),
            [
                "17 July 2026",
                "Friday, 17 July",
                "Friday, 17 July 2026",
                "17 Jul",
                "July 2026"
            ]
        );
    }

    #[test]
    fn march_has_its_umlaut() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        assert_eq!(Lang::De.day(day, DayStyle::Long), "1. März 2026");
    }
}
