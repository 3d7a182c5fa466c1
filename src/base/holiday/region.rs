//! Which days are public holidays where.

use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::easter;

/// One of the 16 Länder by the letters of ISO 3166-2, or none of them: then only what holds everywhere in Germany counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the names of the Länder by their usual letters"
)]
pub enum Region {
    Everywhere,
    Bb,
    Be,
    Bw,
    By,
    Hb,
    He,
    Hh,
    Mv,
    Ni,
    Nw,
    Rp,
    Sh,
    Sl,
    Sn,
    St,
    Th,
}

impl Region {
    /// All of them with the letters a town writes into its options.
    pub const ALL: [(&'static str, Self); 17] = [
        ("", Self::Everywhere),
        ("BB", Self::Bb),
        ("BE", Self::Be),
        ("BW", Self::Bw),
        ("BY", Self::By),
        ("HB", Self::Hb),
        ("HE", Self::He),
        ("HH", Self::Hh),
        ("MV", Self::Mv),
        ("NI", Self::Ni),
        ("NW", Self::Nw),
        ("RP", Self::Rp),
        ("SH", Self::Sh),
        ("SL", Self::Sl),
        ("SN", Self::Sn),
        ("ST", Self::St),
        ("TH", Self::Th),
    ];

    /// The public holiday on a day, if it is one here.
    ///
    /// Days that are only kept in some communities count when most communities of the Land keep them (the Assumption in
    /// Bavaria does; Corpus Christi in Saxony and Thuringia and the Peace Festival of Augsburg do not).
    pub fn holiday(self, day: NaiveDate) -> Option<Holiday> {
        Holiday::of_everywhere(day)
            .or_else(|| Holiday::of_some(day).filter(|found| self.keeps(*found, day.year())))
    }

    /// Whether a holiday that not all Länder have is kept here in a year.
    fn keeps(self, holiday: Holiday, year: i32) -> bool {
        use Holiday as H;
        match holiday {
            H::Epiphany => matches!(self, Self::Bw | Self::By | Self::St),
            // Berlin since 2019, Mecklenburg-Vorpommern since 2023.
            H::WomensDay => self == Self::Be || (self == Self::Mv && year >= 2023),
            H::EasterSunday | H::Pentecost => self == Self::Bb,
            // Berlin, once each: 75 and 80 years after the end of the war, 75 years after the uprising of 1953.
            H::Liberation => self == Self::Be && matches!(year, 2020 | 2025),
            H::Uprising => self == Self::Be && year == 2028,
            H::CorpusChristi => matches!(
                self,
                Self::Bw | Self::By | Self::He | Self::Nw | Self::Rp | Self::Sl
            ),
            H::Assumption => matches!(self, Self::By | Self::Sl),
            H::ChildrensDay => self == Self::Th,
            // The north since 2018, the east since 1990.
            H::Reformation => matches!(
                self,
                Self::Bb
                    | Self::Hb
                    | Self::Hh
                    | Self::Mv
                    | Self::Ni
                    | Self::Sh
                    | Self::Sn
                    | Self::St
                    | Self::Th
            ),
            H::AllSaints => matches!(self, Self::Bw | Self::By | Self::Nw | Self::Rp | Self::Sl),
            H::Repentance => self == Self::Sn,
            _ => true,
        }
    }
}

impl FromStr for Region {
    type Err = ();

    /// By the letters a town writes into its options; they are capitals.
    fn from_str(text: &str) -> Result<Self, ()> {
        let found = Self::ALL.into_iter().find(|(letters, _)| *letters == text);
        found.map(|(_, region)| region).ok_or(())
    }
}

/// A public holiday of Germany or of some Länder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names of the holidays")]
pub enum Holiday {
    NewYear,
    Epiphany,
    WomensDay,
    GoodFriday,
    EasterSunday,
    EasterMonday,
    Labour,
    Liberation,
    Ascension,
    Pentecost,
    WhitMonday,
    CorpusChristi,
    Uprising,
    Assumption,
    ChildrensDay,
    Unity,
    Reformation,
    AllSaints,
    Repentance,
    Christmas,
    SecondChristmas,
}

impl Holiday {
    /// The holidays of the whole country.
    fn of_everywhere(day: NaiveDate) -> Option<Self> {
        Some(match (day.month(), day.day()) {
            (1, 1) => Self::NewYear,
            (5, 1) => Self::Labour,
            (10, 3) => Self::Unity,
            (12, 25) => Self::Christmas,
            (12, 26) => Self::SecondChristmas,
            _ => match from_easter(day) {
                -2 => Self::GoodFriday,
                1 => Self::EasterMonday,
                39 => Self::Ascension,
                50 => Self::WhitMonday,
                _ => return None,
            },
        })
    }

    /// The holidays that only some Länder have.
    fn of_some(day: NaiveDate) -> Option<Self> {
        Some(match (day.month(), day.day()) {
            (1, 6) => Self::Epiphany,
            (3, 8) => Self::WomensDay,
            (5, 8) if matches!(day.year(), 2020 | 2025) => Self::Liberation,
            (6, 17) if day.year() == 2028 => Self::Uprising,
            (8, 15) => Self::Assumption,
            (9, 20) => Self::ChildrensDay,
            (10, 31) => Self::Reformation,
            (11, 1) => Self::AllSaints,
            _ if Some(day) == repentance(day.year()) => Self::Repentance,
            _ => match from_easter(day) {
                0 => Self::EasterSunday,
                49 => Self::Pentecost,
                60 => Self::CorpusChristi,
                _ => return None,
            },
        })
    }

    /// The text that names it.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::NewYear => "holiday-new-year",
            Self::Epiphany => "holiday-epiphany",
            Self::WomensDay => "holiday-womens-day",
            Self::GoodFriday => "holiday-good-friday",
            Self::EasterSunday => "holiday-easter-sunday",
            Self::EasterMonday => "holiday-easter-monday",
            Self::Labour => "holiday-labour",
            Self::Liberation => "holiday-liberation",
            Self::Ascension => "holiday-ascension",
            Self::Pentecost => "holiday-pentecost",
            Self::WhitMonday => "holiday-whit-monday",
            Self::CorpusChristi => "holiday-corpus-christi",
            Self::Uprising => "holiday-uprising",
            Self::Assumption => "holiday-assumption",
            Self::ChildrensDay => "holiday-childrens-day",
            Self::Unity => "holiday-unity",
            Self::Reformation => "holiday-reformation",
            Self::AllSaints => "holiday-all-saints",
            Self::Repentance => "holiday-repentance",
            Self::Christmas => "holiday-christmas",
            Self::SecondChristmas => "holiday-second-christmas",
        }
    }
}

/// Days since Easter Sunday of the same year.
fn from_easter(day: NaiveDate) -> i64 {
    (day - easter(day.year())).num_days()
}

/// The day of repentance and prayer: the Wednesday before 23 November.
fn repentance(year: i32) -> Option<NaiveDate> {
    (1..=7)
        .filter_map(|back| NaiveDate::from_ymd_opt(year, 11, 23)?.checked_sub_days(Days::new(back)))
        .find(|day| day.weekday() == Weekday::Wed)
}
