//! The signed state of the list: a checkpoint (C2SP tlog-checkpoint) as a signed note (C2SP signed-note), so that programs of others can read
//! and witness it.

use anyhow::anyhow;
use data_encoding::{BASE64, HEXLOWER};
use ring::signature::{Ed25519KeyPair, KeyPair};
use sha2::{Digest, Sha256};

use super::tree::Hash;
use crate::base::secret::Secrets;

/// The mark of Ed25519 in keys of signed notes.
const ED25519: u8 = 1;

/// Signs for one list. The key is derived from the installation's secret: whoever restores a backup signs on with the same key.
pub struct Signer {
    origin: String,
    pair: Ed25519KeyPair,
}

impl Signer {
    /// The key of the list of that name.
    ///
    /// # Errors
    /// When no key can be made of the secret, which does not happen.
    pub fn of(secrets: &Secrets, origin: &str) -> anyhow::Result<Self> {
        let seed = secrets.mac("log-key", &[]);
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed);
        Ok(Self {
            origin: origin.to_owned(),
            pair: pair.map_err(|_| anyhow!("no key can be made of the secret"))?,
        })
    }

    /// The name of the list.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    fn public(&self) -> Vec<u8> {
        let mut key = vec![ED25519];
        key.extend_from_slice(self.pair.public_key().as_ref());
        key
    }

    /// Four bytes by which a signature finds its key.
    fn id(&self) -> [u8; 4] {
        let mut hasher = Sha256::new();
        hasher.update(self.origin.as_bytes());
        hasher.update(b"\n");
        hasher.update(self.public());
        let digest: Hash = hasher.finalize().into();
        [digest[0], digest[1], digest[2], digest[3]]
    }

    /// The public key as verifiers take it: `name+id+key`.
    pub fn key(&self) -> String {
        let id = HEXLOWER.encode(&self.id());
        format!("{}+{id}+{}", self.origin, BASE64.encode(&self.public()))
    }

    /// SHA-256 of the public key in groups of four digits, to be printed and compared by eye.
    pub fn fingerprint(&self) -> String {
        let digest: Hash = Sha256::digest(self.pair.public_key().as_ref()).into();
        let groups = digest.chunks(2).map(|two| HEXLOWER.encode(two));
        groups.collect::<Vec<_>>().join(" ")
    }

    /// A signature over some bytes.
    pub fn sign(&self, bytes: &[u8]) -> String {
        BASE64.encode(self.pair.sign(bytes).as_ref())
    }

    /// The promise of a receipt: that this line goes into the list. Whoever holds it can show that it did not.
    pub fn promise(&self, record: &str) -> String {
        self.sign(format!("trialog-receipt/1\n{}\n{record}\n", self.origin).as_bytes())
    }
}

/// A state of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The name of the list: the portal's host and path, and the epoch after a restore.
    pub origin: String,
    /// How many lines.
    pub size: u64,
    /// The root of the tree over them.
    pub root: Hash,
}

impl Checkpoint {
    /// The name of the list in an epoch. `base_url` as in the options.
    pub fn origin(base_url: &str, epoch: u32) -> String {
        let host = base_url
            .split_once("://")
            .map_or(base_url, |(_, host)| host);
        match epoch {
            0 | 1 => format!("{host}/log"),
            later => format!("{host}/log/epoch-{later}"),
        }
    }

    fn body(&self) -> String {
        let root = BASE64.encode(&self.root);
        format!("{}\n{}\n{root}\n", self.origin, self.size)
    }

    /// The note: three lines, an empty one, and the signature.
    pub fn note(&self, signer: &Signer) -> String {
        let body = self.body();
        let mut signature = signer.id().to_vec();
        signature.extend_from_slice(signer.pair.sign(body.as_bytes()).as_ref());
        let signature = BASE64.encode(&signature);
        format!("{body}\n\u{2014} {} {signature}\n", self.origin)
    }

    /// Reads a note that was signed with the key of this installation, however the portal was called then.
    pub fn open(note: &str, secrets: &Secrets) -> Option<Self> {
        let mut lines = note.lines();
        let origin = lines.next()?.to_owned();
        let size = lines.next()?.parse().ok()?;
        let root = BASE64.decode(lines.next()?.as_bytes()).ok()?;
        let read = Self {
            root: root.try_into().ok()?,
            origin,
            size,
        };
        let signer = Signer::of(secrets, &read.origin).ok()?;
        // Ed25519 signs the same words the same way each time.
        (read.note(&signer).trim_end() == note.replace("\r\n", "\n").trim_end()).then_some(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ring::signature::{ED25519 as SCHEME, UnparsedPublicKey};

    fn secrets() -> Secrets {
        Secrets::parse(&"42".repeat(32)).unwrap()
    }

    fn checkpoint() -> Checkpoint {
        Checkpoint {
            origin: Checkpoint::origin("https://mitreden.example", 1),
            size: 17,
            root: [9; 32],
        }
    }

    #[test]
    fn a_note_has_the_form_of_c2sp_and_its_signature_holds() {
        let (secrets, checkpoint) = (secrets(), checkpoint());
        let signer = Signer::of(&secrets, &checkpoint.origin).unwrap();
        let note = checkpoint.note(&signer);
        let lines: Vec<_> = note.split('\n').collect();
        assert_eq!(lines[..2], ["mitreden.example/log", "17"]);
        assert_eq!((lines.len(), lines[3], lines[5]), (6, "", ""));
        let (body, last) = note.split_once("\n\n").unwrap();
        let words = last.trim_end().rsplit(' ').next().unwrap();
        let bytes = BASE64.decode(words.as_bytes()).unwrap();
        let key = signer.key();
        let parts: Vec<_> = key.splitn(3, '+').collect();
        assert_eq!(HEXLOWER.encode(&bytes[..4]), parts[1]);
        let public = BASE64.decode(parts[2].as_bytes()).unwrap();
        assert_eq!((public.len(), public[0]), (33, ED25519));
        let holds = UnparsedPublicKey::new(&SCHEME, &public[1..]);
        let body = format!("{body}\n");
        assert!(holds.verify(body.as_bytes(), &bytes[4..]).is_ok());
        assert!(holds.verify(b"other", &bytes[4..]).is_err());
    }

    #[test]
    fn only_own_notes_open() {
        let (secrets, checkpoint) = (secrets(), checkpoint());
        let signer = Signer::of(&secrets, &checkpoint.origin).unwrap();
        let note = checkpoint.note(&signer);
        assert_eq!(Checkpoint::open(&note, &secrets), Some(checkpoint));
        let with_returns = note.replace('\n', "\r\n");
        assert!(Checkpoint::open(&with_returns, &secrets).is_some());
        assert_eq!(Checkpoint::open(&note, &Secrets::fresh()), None);
        assert_eq!(Checkpoint::open(&note.replace("17", "18"), &secrets), None);
        assert_eq!(Checkpoint::open("", &secrets), None);
    }

    #[test]
    fn another_epoch_is_another_list() {
        assert_eq!(
            Checkpoint::origin("http://127.0.0.1:8080", 1),
            "127.0.0.1:8080/log"
        );
        assert_eq!(
            Checkpoint::origin("https://a.example", 3),
            "a.example/log/epoch-3"
        );
    }
}
