//! Statements that have to be said to each database by itself, and reading at one moment.

use diesel::Connection;
use diesel::connection::{AnsiTransactionManager, TransactionManager};

use super::Conn;
use crate::base::error::AppResult;

/// One statement for whichever database it is, for what diesel cannot say to both at once (`on_conflict`).
macro_rules! each {
    ($conn:expr, $inner:ident => $statement:expr) => {
        match $conn {
            $crate::base::db::Conn::Postgres($inner) => $statement,
            $crate::base::db::Conn::Sqlite($inner) => $statement,
        }
    };
}
pub(crate) use each;

/// Hands each row of a query to a closure as it comes, so that a table of any length takes no memory. The query stands here, not
/// before: it is written once for each database.
macro_rules! each_row {
    ($conn:expr, $row:ty, $query:expr, $see:expr) => {{
        use diesel::RunQueryDsl as _;
        let mut see = $see;
        match $conn {
            $crate::base::db::Conn::Postgres(inner) => {
                let rows = $query.load_iter::<$row, diesel::pg::PgRowByRowLoadingMode>(inner)?;
                for row in rows {
                    see(row?)?;
                }
            }
            $crate::base::db::Conn::Sqlite(inner) => {
                let rows =
                    $query.load_iter::<$row, diesel::connection::DefaultLoadingMode>(inner)?;
                for row in rows {
                    see(row?)?;
                }
            }
        }
    }};
}
pub(crate) use each_row;

/// Reads everything as it stood at one moment, however many write meanwhile. Not inside another transaction.
///
/// # Errors
/// Those of `work`, and when the database does not answer.
pub fn at_one_moment<T>(
    conn: &mut Conn,
    work: impl FnOnce(&mut Conn) -> AppResult<T>,
) -> AppResult<T> {
    match conn {
        // Its default transaction keeps what its first query has seen.
        Conn::Sqlite(_) => conn.transaction(work),
        Conn::Postgres(postgres) => {
            let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
            AnsiTransactionManager::begin_transaction_sql(postgres, begin)?;
            let done = work(conn);
            <Conn as Connection>::TransactionManager::rollback_transaction(conn)?;
            done
        }
    }
}
