//! How many mails anybody can cause by what they do on the portal: whoever types a stranger's address must not be able to
//! flood it, and nobody to use the town's mail server up. Addresses are counted by a keyed hash, for two days.
//!
//! Mails by which the administration acts, and digests, do not count: they wait for their turn instead of being left out.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};

use super::insert;
use crate::base::config::Mail as Options;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::{self, Id};
use crate::base::mail::{Address, Mail};
use crate::base::schema::asked_mails;
use crate::base::secret::Secrets;

/// How long a mail counts.
pub(in crate::base) const COUNTED: TimeDelta = TimeDelta::hours(48);

/// What became of a mail that somebody of the public caused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// It leaves within seconds.
    Laid,
    /// It does not leave: this address got as many as it may within the hour or the day.
    HadEnough,
    /// It does not leave: the whole portal sends as many as it may.
    Busy,
}

impl Given {
    /// Whether it leaves.
    pub fn is_laid(self) -> bool {
        self == Self::Laid
    }
}

/// What may be sent, and the secret by which addresses are counted.
#[derive(Clone, Debug)]
pub struct Allowance {
    secrets: Secrets,
    address_an_hour: u32,
    address_a_day: u32,
    all_an_hour: u32,
}

impl Allowance {
    /// As the town has set it.
    pub fn of(options: &Options, secrets: &Secrets) -> Self {
        Self {
            secrets: secrets.clone(),
            address_an_hour: options.address_per_hour,
            address_a_day: options.address_per_day,
            all_an_hour: options.public_per_hour,
        }
    }

    /// Lays a mail into the outbox that somebody of the public causes, if that is not too much; it leaves before all that
    /// nobody waits for.
    ///
    /// # Errors
    /// When the database fails.
    pub fn put(&self, conn: &mut Conn, now: DateTime<Utc>, mail: &Mail) -> AppResult<Given> {
        let given = self.look(conn, now, &mail.recipient)?;
        if given.is_laid() {
            diesel::insert_into(asked_mails::table)
                .values((
                    asked_mails::id.eq(Id::<Given>::random()),
                    asked_mails::address_hash.eq(self.hash(&mail.recipient)),
                    asked_mails::asked_at.eq(now.naive_utc()),
                ))
                .execute(conn)?;
            insert(conn, now, mail, true)?;
        }
        Ok(given)
    }

    /// What would become of a mail to an address now.
    ///
    /// # Errors
    /// When the database fails.
    pub fn look(&self, conn: &mut Conn, now: DateTime<Utc>, to: &Address) -> AppResult<Given> {
        let since = |time: TimeDelta| asked_mails::asked_at.gt((now - time).naive_utc());
        let (hour, day) = (TimeDelta::hours(1), TimeDelta::days(1));
        let own = || asked_mails::table.filter(asked_mails::address_hash.eq(self.hash(to)));
        let all: i64 = asked_mails::table
            .filter(since(hour))
            .count()
            .get_result(conn)?;
        if all >= i64::from(self.all_an_hour) {
            return Ok(Given::Busy);
        }
        let hourly: i64 = own().filter(since(hour)).count().get_result(conn)?;
        let daily: i64 = own().filter(since(day)).count().get_result(conn)?;
        let is_enough =
            hourly >= i64::from(self.address_an_hour) || daily >= i64::from(self.address_a_day);
        Ok(if is_enough {
            Given::HadEnough
        } else {
            Given::Laid
        })
    }

    /// By what an address is counted, however it is written.
    fn hash(&self, address: &Address) -> String {
        let plain = address.as_str().to_lowercase();
        id::base32(&self.secrets.mac("mail-allowance", &[plain.as_bytes()]))
    }
}
