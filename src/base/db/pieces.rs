//! Many rows in one statement.

/// How many rows go into one statement at most. More make it no faster, and databases know limits.
const AT_ONCE: usize = 256;

/// The rows in pieces of five lengths only: 256, 64, 16, 4 and 1.
pub(crate) fn pieces<T>(mut rows: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let n = rows.len().min(AT_ONCE).checked_ilog2()? & !1;
        let (piece, rest) = rows.split_at_checked(1 << n)?;
        rows = rest;
        Some(piece)
    })
}

/// Inserts the rows of a slice, many in a statement. For each length there is one statement, which is put into words once and kept
/// prepared; for a slice of any length diesel would do so each time. It asks of the rows that they own what they hold.
macro_rules! insert_all {
    ($conn:expr, $table:expr, $rows:expr) => {
        $crate::base::db::each!($conn, conn => {
            for rows in $crate::base::db::pieces($rows) {
                $crate::base::db::insert_all!(@ conn, $table, rows, 256, 64, 16, 4, 1);
            }
        })
    };
    (@ $conn:ident, $table:expr, $rows:ident, $($length:literal),+) => {
        $(if let Ok(rows) = <&[_; $length]>::try_from($rows) {
            diesel::insert_into($table).values(rows).execute($conn)?;
        })+
    };
}
pub(crate) use insert_all;

/// Writes rows in place of those with the same key, many in a statement where the database is somewhere else. Diesel knows no such
/// statement of several rows for SQLite, where nothing has to travel.
macro_rules! upsert_all {
    ($conn:expr, $rows:expr, $some:ident => $statement:expr) => {
        match $conn {
            $crate::base::db::Conn::Postgres(conn) => {
                for $some in $crate::base::db::pieces(&$rows) {
                    $statement.execute(conn)?;
                }
            }
            $crate::base::db::Conn::Sqlite(conn) => {
                for $some in $rows {
                    $statement.execute(conn)?;
                }
            }
        }
    };
}
pub(crate) use upsert_all;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_everything_in_order_and_of_a_few_lengths() {
        for n in [0, 1, 7, 255, 256, 257, 1000] {
            let rows: Vec<usize> = (0..n).collect();
            let all: Vec<usize> = pieces(&rows).flatten().copied().collect();
            assert_eq!(all, rows);
            assert!(pieces(&rows).all(|some| [256, 64, 16, 4, 1].contains(&some.len())));
        }
    }
}
