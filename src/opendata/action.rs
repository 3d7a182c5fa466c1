//! The acts on data.

use crate::account::{Action, Permission};

/// Take along the answers of a survey row by row.
pub struct ExportRaw;

impl Action for ExportRaw {
    const NAME: &'static str = "data.export";
    const NEEDS: Permission = Permission::SeeRaw;
}
