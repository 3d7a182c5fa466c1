use std::net::SocketAddr;

use serde::Deserialize;

use super::rules::{Checked, Rules};

/// Figures about the server itself, for the town's monitoring.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Metrics {
    /// Address and port on which they are read; empty = nowhere, and nothing is counted.
    pub bind: String,
}

impl Checked for Metrics {
    fn check(&self, rules: &mut Rules<'_>) {
        rules.must(
            self.bind.is_empty() || self.bind.parse::<SocketAddr>().is_ok(),
            "metrics.bind",
            "must be an address and a port, for example 127.0.0.1:9184, or empty",
        );
    }
}
