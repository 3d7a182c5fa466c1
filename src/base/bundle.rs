//! Several files in one (ZIP). The same files always make the same bytes: nothing in it tells when it was made.

use std::io::{Cursor, Write};

use anyhow::Context;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Its type, as a browser is told.
pub const MEDIA: &str = "application/zip";

/// One file of a bundle: its path in it, and what stands in it.
pub type Part = (String, Vec<u8>);

/// The files in one, in this order.
///
/// # Errors
/// Never, but for the writer's own.
pub fn bundle(parts: impl IntoIterator<Item = Part>) -> anyhow::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in parts {
        zip.start_file(path, SimpleFileOptions::default())
            .context("a part of the bundle")?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish().context("the bundle")?.into_inner())
}
