//! A page of the administration that was put together once and is shown again and again: what it is made of is summed up once, too.

use std::ops::Deref;

use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};

use super::View;
use crate::base::error::AppResult;

/// A page with the sum of its data: which page made before it is ([`super::Alike`]) is found without reading them all.
pub struct Summed<V> {
    view: V,
    sum: [u8; 32],
}

impl<V: View> Summed<V> {
    /// Sums a page up. Nothing in it may be what its reader types ([`View::typed`]).
    ///
    /// # Errors
    /// When its data cannot be written down.
    pub fn of(view: V) -> AppResult<Self> {
        let data = serde_json::to_vec(&view).map_err(anyhow::Error::from)?;
        let sum = Sha256::digest(data).into();
        Ok(Self { view, sum })
    }
}

impl<V> Deref for Summed<V> {
    type Target = V;

    fn deref(&self) -> &V {
        &self.view
    }
}

impl<V: Serialize> Serialize for Summed<V> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.view.serialize(to)
    }
}

impl<V: View> View for Summed<V> {
    const TEMPLATE: &'static str = V::TEMPLATE;
    const PRIVATE: bool = V::PRIVATE;
    const SURVEY_MODE: bool = V::SURVEY_MODE;
    const DESK: bool = V::DESK;
    const ALIKE: bool = V::ALIKE;

    fn sum(&self) -> Option<&[u8; 32]> {
        Some(&self.sum)
    }

    fn samples() -> Vec<Self> {
        // Those of the page itself are looked at.
        Vec::new()
    }
}
