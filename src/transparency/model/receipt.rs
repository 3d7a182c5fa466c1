//! What proves a contribution to somebody who trusts nobody: a file for `tools/verify.py` and `tools/verify.html`.

use serde::Serialize;

/// A receipt with its proofs. The code of the participation is not in it: who shows it lets nobody change anything.
#[derive(Clone, Debug, Serialize)]
pub struct Receipt {
    /// Always `trialog-receipt/1`.
    pub format: &'static str,
    /// The name of the list.
    pub origin: String,
    /// Its public key, as C2SP signed notes write it.
    pub key: String,
    /// The newest signed state of the list.
    pub checkpoint: String,
    /// What was handed in under this receipt and is kept.
    pub contributions: Vec<Proven>,
}

/// One contribution with its proof.
#[derive(Clone, Debug, Serialize)]
pub struct Proven {
    /// Its line in the list.
    pub record: String,
    /// What was handed in, byte for byte as the commitment was made over it.
    pub content: String,
    /// The key of the commitment.
    pub salt: String,
    /// The signature with which the portal promises that the line goes into the list.
    pub promise: String,
    /// Its place in the list, from 0; none while it waits.
    pub index: Option<u64>,
    /// The hashes that lead from the line to the root of the checkpoint, from below; none while it waits.
    pub proof: Vec<String>,
}
