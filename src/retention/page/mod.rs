//! What happens beside the requests.

pub mod round;
