//! The installation's own secret. Everything keyed is derived from it: receipt codes, form tokens. Whoever has the
//! database but not this file cannot open a receipt.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::Context;
use data_encoding::HEXLOWER_PERMISSIVE as HEX;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::base::id;

/// 256 random bits, made at the first start.
#[derive(Clone)]
pub struct Secrets([u8; 32]);

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("***")
    }
}

impl Secrets {
    /// Reads `keys/secret` in the data folder, or makes it (readable by its owner alone).
    pub fn open(data: &Path) -> anyhow::Result<Self> {
        let file = data.join("keys").join("secret");
        if !file.exists() {
            Self::fresh().keep(data)?;
        }
        let text =
            fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        Self::parse(text.trim())
            .with_context(|| format!("{} must hold 64 hexadecimal digits", file.display()))
    }

    /// Lays it into the data folder, where none lies yet.
    pub fn keep(&self, data: &Path) -> anyhow::Result<()> {
        let folder = data.join("keys");
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let beside = folder.join(format!("new-{}", id::base32(&id::random::<10>())));
        let made = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&beside);
        let mut made = made.with_context(|| format!("cannot write {}", beside.display()))?;
        made.write_all(self.hex().as_bytes())?;
        made.sync_all()?;
        // It gets its name when it is whole. Another process may have been first; then its secret counts.
        let _ = fs::hard_link(&beside, folder.join("secret"));
        fs::remove_file(&beside)?;
        // Its name on the disk, too: without the secret no receipt opens anything.
        File::open(&folder)?.sync_all()?;
        Ok(File::open(data)?.sync_all()?)
    }

    /// A secret given by the configuration, for several processes on one database.
    pub fn parse(hex: &str) -> anyhow::Result<Self> {
        let bytes = HEX.decode(hex.as_bytes())?;
        Ok(Self(
            bytes
                .try_into()
                .map_err(|_| anyhow::anyhow!("not 32 bytes"))?,
        ))
    }

    /// As [`Secrets::parse`] reads it; for a backup.
    pub fn hex(&self) -> String {
        HEX.encode(&self.0)
    }

    /// A secret for one test or one run that need not be remembered.
    pub fn fresh() -> Self {
        Self(id::random())
    }

    /// HMAC-SHA-256 over the parts, for one purpose. A part cannot flow into the next: each carries its length.
    pub fn mac(&self, purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
        let mut key = Self::keyed(&self.0);
        key.update(purpose.as_bytes());
        let mut mac = Self::keyed(&key.finalize().into_bytes());
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// Whether `mac` belongs to the parts; takes equally long for every wrong answer.
    pub fn verify(&self, purpose: &str, parts: &[&[u8]], mac: &[u8]) -> bool {
        bool::from(self.mac(purpose, parts).ct_eq(mac))
    }

    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
    fn keyed(key: &[u8]) -> Hmac<Sha256> {
        Hmac::new_from_slice(key).expect("HMAC takes a key of any length")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn purposes_and_parts_do_not_run_into_each_other() {
        let secrets = Secrets::fresh();
        assert_ne!(secrets.mac("a", &[b"bc"]), secrets.mac("ab", &[b"c"]));
        assert_ne!(secrets.mac("a", &[b"b", b"c"]), secrets.mac("a", &[b"bc"]));
        assert!(secrets.verify("a", &[b"b"], &secrets.mac("a", &[b"b"])));
        assert!(!secrets.verify("a", &[b"b"], b"short"));
    }
}
