//! Many rows in one statement.

/// How many rows go into one statement at most. More make it no faster, and databases know limits.
const AT_ONCE: usize = 256;

/// The rows in pieces of a few lengths only: the database keeps a statement for each length.
pub(crate) fn pieces<T>(mut rows: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let n = rows.len().min(AT_ONCE).checked_ilog2()?;
        let (piece, rest) = rows.split_at_checked(1 << n)?;
        rows = rest;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_everything_in_order_and_of_a_few_lengths() {
        for n in [0, 1, 7, 255, 256, 257, 1000] {
            let rows: Vec<usize> = (0..n).collect();
            let all: Vec<usize> = pieces(&rows).flatten().copied().collect();
            assert_eq!(all, rows);
            assert!(
                pieces(&rows).all(|some| some.len().is_power_of_two() && some.len() <= AT_ONCE)
            );
        }
    }
}
