//! A drawing as a picture made of dots, for programs that take nothing else.

use std::sync::{Arc, LazyLock};

use anyhow::Context;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

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

/// The picture of a drawing. It takes a while: not on a thread that answers requests.
///
/// # Errors
/// When the drawing is no SVG, or too large for a picture.
pub fn png(svg: &str) -> anyhow::Result<Vec<u8>> {
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
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut picture.as_mut());
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
