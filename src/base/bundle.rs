//! Several files in one (ZIP). The same files always make the same bytes: nothing in it tells when it was made.

use std::io::{Cursor, Write};
use std::path::Path;

use anyhow::Context;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

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
        let is_packed = Path::new(&path)
            .extension()
            .is_some_and(|ending| ending == "png");
        let packing = if is_packed {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        let options = SimpleFileOptions::default().compression_method(packing);
        zip.start_file(path, options)
            .context("a part of the bundle")?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish().context("the bundle")?.into_inner())
}
