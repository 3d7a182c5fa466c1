//! The Merkle tree of RFC 6962, section 2.1: hashes, roots, proofs of inclusion and of consistency.
//!
//! Every whole subtree of `2^level` leaves is kept once it is complete; whatever else is asked for is put together from those. So a
//! proof needs about as many hashes as the number of leaves has binary digits.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// A SHA-256.
pub type Hash = [u8; 32];

/// The root of a tree without leaves: SHA-256 of nothing.
pub const EMPTY: Hash = [
    0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24,
    0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55,
];

/// As it stands in rows and files: 64 hexadecimal digits.
pub fn hex(hash: &Hash) -> String {
    HEXLOWER.encode(hash)
}

/// The hash that was written so.
pub fn from_hex(text: &str) -> Option<Hash> {
    HEXLOWER.decode(text.as_bytes()).ok()?.try_into().ok()
}

/// The hash of a leaf. The first byte keeps leaves and nodes apart.
pub fn leaf(record: &[u8]) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update([0]);
    hasher.update(record);
    hasher.finalize().into()
}

/// The hash of a node over two subtrees.
fn node(left: &Hash, right: &Hash) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update([1]);
    hasher.update(left);
    hasher.update(right);
    hasher.finalize().into()
}

/// The largest power of two below `n`, which is at least 2: where RFC 6962 splits a tree.
fn split(n: u64) -> u64 {
    1 << (n - 1).ilog2()
}

/// The hash of the leaves from `start` up to before `end`, as the tree splits them. `kept` gives the whole subtree of a level at
/// its place among those of that level.
///
/// # Errors
/// Those of `kept`.
pub fn subtree<E>(
    start: u64,
    end: u64,
    kept: &mut dyn FnMut(u32, u64) -> Result<Hash, E>,
) -> Result<Hash, E> {
    let n = end.saturating_sub(start);
    if n == 0 {
        return Ok(EMPTY);
    }
    if n.is_power_of_two() {
        let level = n.ilog2();
        return kept(level, start >> level);
    }
    let middle = start + split(n);
    let left = subtree(start, middle, kept)?;
    let right = subtree(middle, end, kept)?;
    Ok(node(&left, &right))
}

/// The root over the first `size` leaves.
///
/// # Errors
/// Those of `kept`.
pub fn root_of<E>(size: u64, kept: &mut dyn FnMut(u32, u64) -> Result<Hash, E>) -> Result<Hash, E> {
    subtree(0, size, kept)
}

/// The proof that leaf `at` is among the first `size` (RFC 6962, section 2.1.1); empty when it is not.
///
/// # Errors
/// Those of `kept`.
pub fn inclusion<E>(
    at: u64,
    size: u64,
    kept: &mut dyn FnMut(u32, u64) -> Result<Hash, E>,
) -> Result<Vec<Hash>, E> {
    let (mut start, mut end) = (0, size);
    let mut path = Vec::new();
    if at >= size {
        return Ok(path);
    }
    while end - start > 1 {
        let middle = start + split(end - start);
        if at < middle {
            path.push(subtree(middle, end, kept)?);
            end = middle;
        } else {
            path.push(subtree(start, middle, kept)?);
            start = middle;
        }
    }
    // From the leaf upwards.
    path.reverse();
    Ok(path)
}

/// The proof that the tree of `size` leaves goes on from the one of `old` leaves (RFC 6962, section 2.1.2); empty when both are the
/// same, or one of them is no tree.
///
/// # Errors
/// Those of `kept`.
pub fn consistency<E>(
    old: u64,
    size: u64,
    kept: &mut dyn FnMut(u32, u64) -> Result<Hash, E>,
) -> Result<Vec<Hash>, E> {
    let mut path = Vec::new();
    if old == 0 || old >= size {
        return Ok(path);
    }
    let (mut start, mut end) = (0, size);
    let mut is_whole = true;
    while old < end {
        let middle = start + split(end - start);
        if old <= middle {
            path.push(subtree(middle, end, kept)?);
            end = middle;
        } else {
            path.push(subtree(start, middle, kept)?);
            start = middle;
            is_whole = false;
        }
    }
    if !is_whole {
        path.push(subtree(start, end, kept)?);
    }
    path.reverse();
    Ok(path)
}

/// Whether a proof leads from leaf `at` to the root of a tree of `size` leaves (RFC 9162, section 2.1.3.2, which says it for the
/// same tree).
pub fn is_included(leaf: &Hash, at: u64, size: u64, path: &[Hash], root: &Hash) -> bool {
    if at >= size {
        return false;
    }
    let (mut inner, mut last, mut hash) = (at, size - 1, *leaf);
    for step in path {
        if last == 0 {
            return false;
        }
        if inner & 1 == 1 || inner == last {
            hash = node(step, &hash);
            while inner & 1 == 0 && inner != 0 {
                inner >>= 1;
                last >>= 1;
            }
        } else {
            hash = node(&hash, step);
        }
        inner >>= 1;
        last >>= 1;
    }
    last == 0 && hash == *root
}

/// Whether a proof shows that a tree goes on from an older one (RFC 9162, section 2.1.4.2).
pub fn is_consistent(old: (u64, &Hash), new: (u64, &Hash), path: &[Hash]) -> bool {
    let ((old, old_root), (size, root)) = (old, new);
    if old == size {
        return path.is_empty() && old_root == root;
    }
    if old == 0 {
        return path.is_empty() && *old_root == EMPTY;
    }
    if old > size {
        return false;
    }
    // A whole subtree is a node of both trees and stands in no proof.
    let whole = old.is_power_of_two().then_some(old_root);
    let mut steps = whole.into_iter().chain(path);
    let Some(first) = steps.next() else {
        return false;
    };
    let (mut inner, mut last) = (old - 1, size - 1);
    while inner & 1 == 1 {
        inner >>= 1;
        last >>= 1;
    }
    let (mut then, mut now) = (*first, *first);
    for step in steps {
        if last == 0 {
            return false;
        }
        if inner & 1 == 1 || inner == last {
            then = node(step, &then);
            now = node(step, &now);
            while inner & 1 == 0 && inner != 0 {
                inner >>= 1;
                last >>= 1;
            }
        } else {
            now = node(&now, step);
        }
        inner >>= 1;
        last >>= 1;
    }
    last == 0 && then == *old_root && now == *root
}

/// A tree that grows leaf by leaf.
#[derive(Clone, Debug, Default)]
pub struct Growing {
    size: u64,
    /// The whole subtrees of which it consists, the largest first, each with its level.
    peaks: Vec<(u32, Hash)>,
}

impl Growing {
    /// The tree of `size` leaves.
    ///
    /// # Errors
    /// Those of `kept`.
    pub fn at<E>(size: u64, kept: &mut dyn FnMut(u32, u64) -> Result<Hash, E>) -> Result<Self, E> {
        let mut peaks = Vec::new();
        let mut start = 0;
        for level in (0..u64::BITS).rev().filter(|level| size >> level & 1 == 1) {
            peaks.push((level, kept(level, start >> level)?));
            start += 1 << level;
        }
        Ok(Self { size, peaks })
    }

    /// How many leaves it has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Adds a leaf. Gives every subtree that is complete with it: level, place, hash.
    pub fn push(&mut self, leaf: Hash) -> Vec<(u32, u64, Hash)> {
        let at = self.size;
        let mut top = (0, leaf);
        let mut made = vec![(0, at, leaf)];
        while let Some((_, left)) = self.peaks.pop_if(|(level, _)| *level == top.0) {
            top = (top.0 + 1, node(&left, &top.1));
            made.push((top.0, at >> top.0, top.1));
        }
        self.peaks.push(top);
        self.size += 1;
        made
    }

    /// The root over all its leaves.
    pub fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev().map(|(_, hash)| *hash);
        let Some(last) = peaks.next() else {
            return EMPTY;
        };
        peaks.fold(last, |right, left| node(&left, &right))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::convert::Infallible;

    use super::*;
    use ct_merkle::mem_backed_tree::MemoryBackedTree;
    use proptest::prelude::*;

    /// The leaves of the reference log of Certificate Transparency; roots and proofs below are those of its tests
    /// (github.com/google/certificate-transparency, `cpp/merkletree`).
    const LEAVES: [&str; 8] = [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ];

    const ROOTS: [&str; 9] = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    /// Every complete subtree of a tree of these leaves.
    fn kept(leaves: &[Hash]) -> HashMap<(u32, u64), Hash> {
        let mut growing = Growing::default();
        let made = leaves.iter().flat_map(|leaf| growing.push(*leaf));
        made.map(|(level, at, hash)| ((level, at), hash)).collect()
    }

    /// Reads from them; what is not complete is never asked for.
    fn from(kept: &HashMap<(u32, u64), Hash>) -> impl FnMut(u32, u64) -> Result<Hash, Infallible> {
        |level, at| Ok(kept[&(level, at)])
    }

    fn reference() -> Vec<Hash> {
        let bytes = |text: &str| HEXLOWER.decode(text.as_bytes()).unwrap();
        LEAVES.iter().map(|text| leaf(&bytes(text))).collect()
    }

    fn numbered(n: u64) -> Vec<Hash> {
        (0..n).map(|n| leaf(&n.to_be_bytes())).collect()
    }

    #[test]
    fn the_roots_are_those_of_the_reference() {
        let leaves = reference();
        for (n, root) in ROOTS.iter().enumerate() {
            let mut growing = Growing::default();
            for leaf in &leaves[..n] {
                growing.push(*leaf);
            }
            assert_eq!(hex(&growing.root()), *root);
            let again = root_of(n as u64, &mut from(&kept(&leaves[..n]))).unwrap();
            assert_eq!(hex(&again), *root);
        }
    }

    #[test]
    fn the_proofs_are_those_of_the_reference() {
        let nodes = kept(&reference());
        let path = |path: Vec<Hash>| path.iter().map(hex).collect::<Vec<_>>();
        let included = |at, size| path(inclusion(at, size, &mut from(&nodes)).unwrap());
        assert_eq!(
            included(0, 8),
            [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ]
        );
        assert_eq!(
            included(2, 3),
            ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]
        );
        let goes_on = |old, size| path(consistency(old, size, &mut from(&nodes)).unwrap());
        assert_eq!(goes_on(1, 1), Vec::<String>::new());
        assert_eq!(
            goes_on(6, 8),
            [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]
        );
    }

    #[test]
    fn every_leaf_of_every_small_tree_is_proven_and_no_other() {
        let leaves = numbered(33);
        let nodes = kept(&leaves);
        for size in 1..=33 {
            let root = root_of(size, &mut from(&nodes)).unwrap();
            for at in 0..size {
                let path = inclusion(at, size, &mut from(&nodes)).unwrap();
                let own = usize::try_from(at).unwrap();
                assert!(is_included(&leaves[own], at, size, &path, &root));
                assert!(!is_included(&leaf(b"other"), at, size, &path, &root));
                if size > 1 {
                    assert!(!is_included(
                        &leaves[own],
                        (at + 1) % size,
                        size,
                        &path,
                        &root
                    ));
                }
            }
            for old in 0..=size {
                let before = root_of(old, &mut from(&nodes)).unwrap();
                let path = consistency(old, size, &mut from(&nodes)).unwrap();
                assert!(
                    is_consistent((old, &before), (size, &root), &path),
                    "{old} {size}"
                );
                if old < size {
                    assert!(!is_consistent((old, &leaf(b"x")), (size, &root), &path));
                    assert!(!is_consistent((size, &root), (old, &before), &path));
                }
            }
        }
    }

    proptest! {
        #[test]
        fn a_tree_that_goes_on_later_is_the_same_tree(before in 0u64..300, more in 0u64..40) {
            let leaves = numbered(before + more);
            let nodes = kept(&leaves);
            let mut growing = Growing::at(before, &mut from(&nodes)).unwrap();
            prop_assert_eq!(growing.root(), root_of(before, &mut from(&nodes)).unwrap());
            for leaf in &leaves[usize::try_from(before).unwrap()..] {
                for (level, at, hash) in growing.push(*leaf) {
                    prop_assert_eq!(nodes[&(level, at)], hash);
                }
            }
            prop_assert_eq!(growing.root(), root_of(before + more, &mut from(&nodes)).unwrap());
        }

        /// Another implementation says the same, byte for byte, and accepts our proofs.
        #[test]
        fn ct_merkle_makes_the_same_trees_and_proofs(size in 2u64..400, at in 0u64..400, old in 1u64..400) {
            let (at, old) = (at % size, 1 + old % (size - 1));
            let mut other = MemoryBackedTree::<Sha256, [u8; 8]>::new();
            (0..size).for_each(|n| other.push(n.to_be_bytes()));
            let nodes = kept(&numbered(size));
            let root = root_of(size, &mut from(&nodes)).unwrap();
            let theirs = other.root();
            prop_assert_eq!(&theirs.as_bytes()[..], &root[..]);
            let included = inclusion(at, size, &mut from(&nodes)).unwrap();
            let theirs = other.prove_inclusion(usize::try_from(at).unwrap());
            prop_assert_eq!(theirs.as_bytes(), included.concat());
            prop_assert!(other.root().verify_inclusion(&at.to_be_bytes(), at, &theirs).is_ok());
            let goes_on = consistency(old, size, &mut from(&nodes)).unwrap();
            let theirs = other.prove_consistency(usize::try_from(size - old).unwrap());
            prop_assert_eq!(theirs.as_bytes(), goes_on.concat());
            let before = root_of(old, &mut from(&nodes)).unwrap();
            prop_assert!(is_consistent((old, &before), (size, &root), &goes_on));
        }

        #[test]
        fn a_proof_with_another_bit_proves_nothing(size in 2u64..200, at in 0u64..200, flip in 0usize..2048) {
            let at = at % size;
            let leaves = numbered(size);
            let nodes = kept(&leaves);
            let root = root_of(size, &mut from(&nodes)).unwrap();
            let mut path = inclusion(at, size, &mut from(&nodes)).unwrap();
            let step = flip / 256 % path.len();
            path[step][flip / 8 % 32] ^= 1 << (flip % 8);
            let own = usize::try_from(at).unwrap();
            prop_assert!(!is_included(&leaves[own], at, size, &path, &root));
        }
    }
}
