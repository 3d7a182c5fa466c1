//! A drawing as a picture made of dots, for programs that take nothing else.

use std::collections::VecDeque;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use anyhow::Context;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use sha2::{Digest, Sha256};

/// Dots for each unit of a drawing: sharp on paper up to the width of an A4 page.
const SCALE: f32 = 2.0;

/// The portal's own letters. Nothing is read from the machine, so a picture looks the same everywhere.
static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for file in [
        &include_bytes!("../../../static/fonts/fira-sans-latin-400-normal.ttf")[..],
        &include_bytes!("../../../static/fonts/fira-sans-latin-600-normal.ttf")[..],
        &include_bytes!("../../../static/fonts/fira-sans-latin-ext-400-normal.ttf")[..],
        &include_bytes!("../../../static/fonts/fira-sans-latin-ext-600-normal.ttf")[..],
    ] {
        fonts.load_font_data(file.to_vec());
    }
    fonts.set_sans_serif_family("Fira Sans");
    Arc::new(fonts)
});

/// How many pictures are kept: those of a few consultations, some ten megabytes.
const KEPT: usize = 100;

/// A drawing's hash and its picture.
type Kept = ([u8; 32], Vec<u8>);

/// Pictures made lately, the newest last. Whoever asks for the same again does not cost the time twice; and as only one is
/// made at a time, asking for many cannot take all processors.
static MADE: LazyLock<Mutex<VecDeque<Kept>>> = LazyLock::new(Mutex::default);

/// The picture of a drawing. It takes a while: not on a thread that answers requests.
///
/// # Errors
/// When the drawing is no SVG, or too large for a picture.
pub fn png(svg: &str) -> anyhow::Result<Vec<u8>> {
    let hash: [u8; 32] = Sha256::digest(svg).into();
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, picture)) = made.iter().find(|(other, _)| *other == hash) {
        return Ok(picture.clone());
    }
    let picture = draw(svg)?;
    if made.len() == KEPT {
        made.pop_front();
    }
    made.push_back((hash, picture.clone()));
    Ok(picture)
}

fn draw(svg: &str) -> anyhow::Result<Vec<u8>> {
    let options = Options {
        fontdb: Arc::clone(&FONTS),
        font_family: "Fira Sans".to_owned(),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).context("the drawing")?;
    let size = tree
        .size()
        .to_int_size()
        .scale_by(SCALE)
        .context("the size of the drawing")?;
    let mut picture = Pixmap::new(size.width(), size.height()).context("the picture")?;
    resvg::render(
        &tree,
        Transform::from_scale(SCALE, SCALE),
        &mut picture.as_mut(),
    );
    picture.encode_png().context("the picture")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_drawn_with_the_portals_own_font() {
        let drawing = |text: &str, weight: u32| {
            format!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text x="2" y="22" font-size="20" font-family="'Fira Sans'" font-weight="{weight}">{text}</text></svg>"#
            )
        };
        let empty = png(&drawing("", 400)).unwrap();
        let plain = png(&drawing("Größe ğ", 400)).unwrap();
        assert!(plain.starts_with(b"\x89PNG") && plain.len() > empty.len() + 200);
        assert!(png("no drawing").is_err());
    }
}
