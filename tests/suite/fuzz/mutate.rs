//! Changes of files. One number decides all of them, so that whatever was found is found again.

use super::archive;
use super::harness::Shape;
use super::xml;

/// Largest changed text, in bytes; larger ones would only be slow.
const MOST: usize = 200_000;

/// Signs that programs stumble over, in many a way.
const ODD: [&str; 22] = [
    "\0",
    "\u{1b}",
    "\u{7f}",
    "\u{85}",
    "\u{ad}",
    "\u{202e}",
    "\u{200b}",
    "\u{feff}",
    "\u{fffd}",
    "\u{2028}",
    "e\u{301}\u{301}",
    "ß",
    "İ",
    "ﬃ",
    "🌳",
    "👩‍👩‍👧",
    "\u{10ffff}",
    "\r",
    "\r\n",
    "\t",
    "\u{a0}",
    "﷽",
];
/// Numbers at the edge of what anything holds.
const NUMBERS: [&str; 18] = [
    "0",
    "-1",
    "1",
    "00",
    "255",
    "256",
    "65536",
    "2147483647",
    "2147483648",
    "-2147483649",
    "9223372036854775808",
    "18446744073709551616",
    "1e308",
    "0.1",
    "١٢٣",
    "999999999999999999999999",
    "+262142",
    "-262144",
];
/// Bytes that are no UTF-8, or end something.
const BYTES: [u8; 12] = [
    0, 0xff, 0xfe, 0x80, 0xc3, 0xed, 0xf5, b'"', b'\'', b'<', b'&', b'\\',
];

/// Makes numbers and changes.
pub struct Mutator(u64);

impl Mutator {
    /// The changes of that number, for a target.
    pub fn new(seed: u64, name: &str) -> Self {
        let name = name.bytes().fold(0, |n: u64, byte| {
            n.wrapping_mul(0x100_0000_01b3) ^ u64::from(byte)
        });
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ name)
    }

    /// The next number; the method is that of Steele, Lea and Flood ("Fast splittable pseudorandom number generators").
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut n = self.0;
        n = (n ^ (n >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        n = (n ^ (n >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        n ^ (n >> 31)
    }

    /// A number below another; 0 below 0.
    pub fn below(&mut self, most: usize) -> usize {
        let most = u64::try_from(most.max(1)).unwrap();
        usize::try_from(self.next() % most).unwrap()
    }

    /// One of several.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// Whether one of so many happens.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// How deep or how often: mostly little, seldom a lot.
    pub fn amount(&mut self) -> usize {
        match self.below(12) {
            0 => 1 + self.below(3_000),
            1 | 2 => 1 + self.below(300),
            _ => 1 + self.below(8),
        }
    }

    /// A changed file.
    pub fn changed(&mut self, pool: &[Vec<u8>], shape: Shape) -> Vec<u8> {
        let mut file = self.one(pool).clone();
        match shape {
            Shape::Package(part) => archive::change(self, &mut file, part),
            Shape::Xml | Shape::Text(_) => {
                for _ in 0..=self.below(4) {
                    match shape {
                        Shape::Xml if !self.once_in(3) => xml::change(self, &mut file),
                        Shape::Text(words) => self.change_text(&mut file, pool, words),
                        _ => self.change_text(&mut file, pool, xml::WORDS),
                    }
                    file.truncate(MOST);
                }
            }
        }
        file
    }

    /// A place in a file; mostly where no letter is cut in two.
    fn place(&mut self, file: &[u8]) -> usize {
        let mut at = self.below(file.len() + 1);
        while at < file.len() && file[at] & 0xc0 == 0x80 && !self.once_in(50) {
            at += 1;
        }
        at
    }

    fn range(&mut self, file: &[u8]) -> std::ops::Range<usize> {
        let from = self.place(file);
        let most = self.amount();
        let mut until = (from + 1 + self.below(most)).min(file.len());
        while until < file.len() && file[until] & 0xc0 == 0x80 {
            until += 1;
        }
        from..until.max(from)
    }

    fn insert(&mut self, file: &mut Vec<u8>, what: &[u8]) {
        let at = self.place(file);
        file.splice(at..at, what.iter().copied());
    }

    /// One change of lines, words and signs.
    pub fn change_text(&mut self, file: &mut Vec<u8>, pool: &[Vec<u8>], words: &[&str]) {
        match self.below(15) {
            0 if !file.is_empty() => {
                let at = self.below(file.len());
                file[at] ^= 1 << self.below(8);
            }
            1 => {
                let byte = *self.one(&BYTES);
                self.insert(file, &[byte]);
            }
            2 | 3 => {
                let range = self.range(file);
                file.drain(range);
            }
            4 => {
                let piece = file[self.range(file)].to_vec();
                self.insert(file, &piece);
            }
            5 => {
                let piece = file[self.range(file)].to_vec();
                let piece = piece[..piece.len().min(40)].repeat(self.amount());
                self.insert(file, &piece);
            }
            6 | 7 => {
                let word = self
                    .one(words)
                    .repeat(if self.once_in(4) { self.amount() } else { 1 });
                self.insert(file, word.as_bytes());
            }
            8 | 9 => self.change_number(file),
            10 if !pool.is_empty() => {
                let other = self.one(pool).clone();
                let (here, there) = (self.place(file), self.place(&other));
                file.truncate(here);
                file.extend_from_slice(&other[there..]);
            }
            11 | 12 => self.change_lines(file),
            13 => {
                let odd = *self.one(&ODD);
                self.insert(file, odd.as_bytes());
            }
            _ => {
                let range = self.range(file);
                let word = self.one(words).as_bytes().to_vec();
                file.splice(range, word);
            }
        }
    }

    /// Another number where one stands.
    fn change_number(&mut self, file: &mut Vec<u8>) {
        let from = self.below(file.len());
        let begin = file.iter().skip(from).position(u8::is_ascii_digit);
        let Some(begin) = begin.map(|at| from + at) else {
            return;
        };
        let digits = file[begin..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit());
        let end = begin + digits.count();
        let number = *self.one(&NUMBERS);
        file.splice(begin..end, number.bytes());
    }

    /// Lines in another order, twice, or gone.
    fn change_lines(&mut self, file: &mut Vec<u8>) {
        let mut lines: Vec<Vec<u8>> = file
            .split(|byte| *byte == b'\n')
            .map(<[u8]>::to_vec)
            .collect();
        let (one, other) = (self.below(lines.len()), self.below(lines.len()));
        match self.below(3) {
            0 => lines.swap(one, other),
            1 => {
                let line = lines[one].clone();
                lines.insert(other, line);
            }
            _ => drop(lines.remove(one)),
        }
        *file = lines.join(&b'\n');
    }
}
