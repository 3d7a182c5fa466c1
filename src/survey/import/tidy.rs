//! A file as it comes, made even: without the mark that office programs put at its beginning, each line ended alike; and its digest.

use std::io::{self, Read};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// How many bytes are read at once.
const PIECE: usize = 64 * 1024;
/// What stands at the beginning of some files in UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads another file evenly.
pub(super) struct Tidy<R> {
    inner: R,
    digest: Sha256,
    raw: Vec<u8>,
    ready: Vec<u8>,
    taken: usize,
    is_begun: bool,
    /// Whether the last byte was a carriage return, of which only the next byte says what it is.
    has_return: bool,
}

impl<R: Read> Tidy<R> {
    pub(super) fn new(inner: R) -> Self {
        Self {
            inner,
            digest: Sha256::new(),
            raw: vec![0; PIECE],
            ready: Vec::with_capacity(PIECE + 1),
            taken: 0,
            is_begun: false,
            has_return: false,
        }
    }

    /// SHA-256 of the file as it is, in hexadecimal digits; once it was read to its end.
    pub(super) fn digest(self) -> String {
        HEXLOWER.encode(&self.digest.finalize())
    }

    /// Reads the next piece; false at the end.
    fn more(&mut self) -> io::Result<bool> {
        self.ready.clear();
        self.taken = 0;
        let mut n = self.inner.read(&mut self.raw)?;
        while !self.is_begun && n > 0 && n < MARK.len() {
            let rest = self.raw.get_mut(n..).unwrap_or_default();
            let next = self.inner.read(rest)?;
            self.is_begun = next == 0;
            n += next;
        }
        let read = self.raw.get(..n).unwrap_or_default();
        self.digest.update(read);
        if n == 0 {
            if std::mem::take(&mut self.has_return) {
                self.ready.push(b'\r');
                return Ok(true);
            }
            return Ok(false);
        }
        let mut read = read;
        if !std::mem::replace(&mut self.is_begun, true) {
            read = read.strip_prefix(MARK).unwrap_or(read);
        }
        for byte in read {
            if self.has_return && *byte != b'\n' {
                self.ready.push(b'\r');
            }
            self.has_return = *byte == b'\r';
            if !self.has_return {
                self.ready.push(*byte);
            }
        }
        Ok(true)
    }
}

impl<R: Read> Read for Tidy<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.taken == self.ready.len() {
            // A piece may hold nothing but the mark, or half of an end of line.
            if !self.more()? {
                return Ok(0);
            }
        }
        let mut rest = self.ready.get(self.taken..).unwrap_or_default();
        let n = rest.read(into)?;
        self.taken += n;
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hands out a few bytes at a time.
    struct Drops<'a>(&'a [u8], usize);

    impl Read for Drops<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let most = self.1.min(into.len());
            self.0.read(&mut into[..most])
        }
    }

    #[test]
    fn a_file_reads_alike_however_it_comes() {
        let files: [(&[u8], &str); 5] = [
            (b"\xef\xbb\xbfa;b\r\nc\r\n", "a;b\nc\n"),
            (b"a\rb\r\r\nc\r", "a\rb\r\nc\r"),
            (b"\r\n", "\n"),
            (b"ab", "ab"),
            (b"", ""),
        ];
        for (file, expected) in files {
            for most in [1, 2, 3, 5, 100] {
                let mut tidy = Tidy::new(Drops(file, most));
                let mut read = String::new();
                tidy.read_to_string(&mut read).unwrap();
                assert_eq!(read, expected, "{most} at a time");
                assert_eq!(tidy.digest(), HEXLOWER.encode(&Sha256::digest(file)));
            }
        }
    }
}
