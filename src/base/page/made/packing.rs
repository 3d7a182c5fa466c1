//! A page that is put together compressed: what was made once is compressed once.
//!
//! A gzip file (RFC 1952) holds blocks (RFC 1951). The blocks of a text end at the edge of a byte and refer to nothing before them, so texts
//! can stand behind each other in any order, with what is the reader's own between them.

use std::sync::OnceLock;

use flate2::{Compress, Compression, Crc, FlushCompress};

/// How thoroughly texts are compressed that many get.
const THOROUGH: u32 = 6;
/// And what one reader has typed, if it is longer than so many bytes.
const QUICK: u32 = 1;
const LONG: usize = 256;

/// Method 8, no name, no time, no matter which system.
const HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
/// A last block with nothing in it.
const END: [u8; 2] = [3, 0];

/// Words of a page that are the same for all who get it.
pub(super) struct Text {
    plain: Box<str>,
    packed: OnceLock<(Box<[u8]>, Crc)>,
}

impl Text {
    pub(super) fn of(text: &str) -> Self {
        Self {
            plain: text.into(),
            packed: OnceLock::new(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.plain.len()
    }
}

/// What a page is put together on.
pub(super) trait Sheet {
    /// What is the same for all.
    fn text(&mut self, text: &Text);
    /// What is the reader's own.
    fn own(&mut self, text: &str);
}

impl Sheet for String {
    fn text(&mut self, text: &Text) {
        self.push_str(&text.plain);
    }

    fn own(&mut self, text: &str) {
        self.push_str(text);
    }
}

/// A page that is being put together compressed.
pub(super) struct Packing {
    page: Vec<u8>,
    /// What is the reader's own and stands in no block yet.
    own: Vec<u8>,
    sum: Crc,
}

impl Packing {
    /// Nothing yet; `room` is about how many bytes it will take.
    pub(super) fn new(room: usize) -> Self {
        let mut page = Vec::with_capacity(room);
        page.extend_from_slice(&HEAD);
        Self {
            page,
            own: Vec::new(),
            sum: Crc::new(),
        }
    }

    /// The whole file.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.settle();
        self.page.extend_from_slice(&END);
        self.page.extend_from_slice(&self.sum.sum().to_le_bytes());
        self.page
            .extend_from_slice(&self.sum.amount().to_le_bytes());
        self.page
    }

    fn settle(&mut self) {
        if self.own.is_empty() {
            return;
        }
        self.sum.update(&self.own);
        if self.own.len() > LONG {
            self.page.extend_from_slice(&blocks(&self.own, QUICK));
        } else {
            store(&mut self.page, &self.own);
        }
        self.own.clear();
    }
}

impl Sheet for Packing {
    fn text(&mut self, text: &Text) {
        self.settle();
        let plain = text.plain.as_bytes();
        let (packed, sum) = text.packed.get_or_init(|| {
            let mut sum = Crc::new();
            sum.update(plain);
            (blocks(plain, THOROUGH).into(), sum)
        });
        self.page.extend_from_slice(packed);
        // Sums of parts give the sum of the whole, without reading the parts again.
        self.sum.combine(sum);
    }

    fn own(&mut self, text: &str) {
        self.own.extend_from_slice(text.as_bytes());
    }
}

/// Blocks that hold some bytes and refer to nothing else.
fn blocks(plain: &[u8], level: u32) -> Vec<u8> {
    // What cannot be compressed grows a little.
    let mut blocks = Vec::with_capacity(plain.len() + plain.len() / 8 + 256);
    let mut coder = Compress::new(Compression::new(level), false);
    let done = coder.compress_vec(plain, &mut blocks, FlushCompress::Sync);
    let is_whole = usize::try_from(coder.total_in()) == Ok(plain.len());
    if done.is_err() || !is_whole || blocks.len() == blocks.capacity() {
        blocks.clear();
        store(&mut blocks, plain);
    }
    blocks
}

/// Adds blocks that hold bytes as they are.
fn store(page: &mut Vec<u8>, plain: &[u8]) {
    for block in plain.chunks(usize::from(u16::MAX)) {
        let length = u16::try_from(block.len()).unwrap_or(u16::MAX);
        page.push(0);
        page.extend_from_slice(&length.to_le_bytes());
        page.extend_from_slice(&(!length).to_le_bytes());
        page.extend_from_slice(block);
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;
    use proptest::prelude::*;

    fn opened(file: &[u8]) -> String {
        let mut text = String::new();
        let mut reader = flate2::read::GzDecoder::new(file);
        reader.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn long_texts_and_long_words_of_one_reader_come_out_as_they_went_in() {
        let text = Text::of(&"Mehr Bänke am Weg. ".repeat(9_000));
        let mut noise = String::new();
        let mut n = 1_u64;
        while noise.len() < 200_000 {
            n = n.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            noise.push(char::from_u32(u32::try_from(n >> 48).unwrap()).unwrap_or('x'));
        }
        let mut packing = Packing::new(100);
        packing.text(&text);
        packing.own(&noise);
        packing.text(&text);
        let file = packing.finish();
        assert!(opened(&file) == format!("{}{noise}{}", text.plain, text.plain));
    }

    proptest! {
        #[test]
        fn any_page_opens_as_its_parts_behind_each_other(
            parts in prop::collection::vec((any::<bool>(), "\\PC{0,400}"), 0..12)
        ) {
            let mut packing = Packing::new(0);
            let mut plain = String::new();
            for (is_own, part) in &parts {
                for sheet in [&mut packing as &mut dyn Sheet, &mut plain] {
                    if *is_own { sheet.own(part) } else { sheet.text(&Text::of(part)) }
                }
            }
            prop_assert_eq!(opened(&packing.finish()), plain);
        }
    }
}
