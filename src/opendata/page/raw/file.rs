//! The file with answers row by row, as it is written.

use std::io::Write;

use zip::ZipWriter;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::export::{Cell, Rows, Separator};
use crate::base::id::Id;
use crate::base::page::Pipe;
use crate::base::table::book::{Sheet, long_workbook};
use crate::opendata::form::RawFormat;
use crate::opendata::model::raw::{RawTable, in_one_line};
use crate::opendata::model::script::{Words, r, spss};
use crate::opendata::store::each_sheet;
use crate::survey::Survey;

/// Everything about the file but its rows.
pub(super) struct RawFile {
    /// Its columns.
    pub table: RawTable,
    /// What each column means.
    pub codebook: Vec<Vec<Cell<'static>>>,
    /// What it says about itself.
    pub about: Vec<(String, String)>,
    /// Its name without an ending.
    pub stem: String,
    /// Words of the reader's language.
    pub words: RawFileWords,
}

/// Words of the reader's language.
pub(super) struct RawFileWords {
    /// How to use a script.
    pub how: String,
    /// The sheet of the rows.
    pub rows: String,
    /// The sheet of the columns.
    pub columns: String,
    /// The sheet about the file.
    pub about: String,
}

impl RawFile {
    /// Reads the rows and sends the file; when that fails, the line is cut.
    pub(super) fn send(
        self,
        conn: &mut Conn,
        survey: &Id<Survey>,
        format: RawFormat,
        mut pipe: Pipe,
    ) {
        let sent = match format {
            RawFormat::Workbook => self.workbook(conn, survey, &mut pipe),
            RawFormat::Package => self.package(conn, survey, &mut pipe),
        };
        let sent = sent.and_then(|()| Ok(pipe.flush().map_err(anyhow::Error::from)?));
        if let Err(why) = sent {
            pipe.break_off(&why);
        }
    }

    fn names(&self) -> Vec<String> {
        let variables = self.table.variables.iter();
        variables.map(|variable| variable.name.clone()).collect()
    }

    fn workbook(mut self, conn: &mut Conn, survey: &Id<Survey>, to: &mut Pipe) -> AppResult<()> {
        let head: Vec<Cell> = self.names().into_iter().map(Cell::from).collect();
        let pairs = self.about.iter();
        let pairs = pairs.map(|(name, text)| vec![name.as_str().into(), text.as_str().into()]);
        let title = vec![self.words.about.as_str().into(), Cell::Empty];
        let sheets = [
            Sheet {
                name: self.words.rows.clone(),
                widths: vec![14; head.len()],
                rows: vec![head],
                wraps: false,
            },
            Sheet {
                name: self.words.columns.clone(),
                widths: vec![26, 20, 20, 60, 70],
                rows: self.codebook.clone(),
                wraps: true,
            },
            Sheet {
                name: self.words.about.clone(),
                widths: vec![26, 100],
                rows: std::iter::once(title).chain(pairs).collect(),
                wraps: true,
            },
        ];
        let table = &mut self.table;
        long_workbook(to, &sheets, |write| {
            each_sheet(conn, survey, |sheet| write(&table.row(&sheet)))
        })?;
        Ok(())
    }

    /// The rows first: how long texts are at most, which SPSS wants to know, is known behind them.
    fn package(mut self, conn: &mut Conn, survey: &Id<Survey>, to: &mut Pipe) -> AppResult<()> {
        let mut zip = ZipWriter::new_stream(to);
        let options = zip::write::SimpleFileOptions::default().compression_level(Some(1));
        let file = format!("{}.csv", self.stem);
        zip.start_file(&*file, options.large_file(true))
            .map_err(anyhow::Error::from)?;
        let names = self.names();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut rows =
            Rows::begin(&mut zip, Separator::Comma, &names).map_err(anyhow::Error::from)?;
        let table = &mut self.table;
        each_sheet(conn, survey, |sheet| {
            let row = in_one_line(table.row(&sheet));
            Ok(rows.row(&row).map_err(anyhow::Error::from)?)
        })?;
        rows.end().map_err(anyhow::Error::from)?;
        for (path, bytes) in self.beside(&file)? {
            zip.start_file(path, options).map_err(anyhow::Error::from)?;
            zip.write_all(&bytes).map_err(anyhow::Error::from)?;
        }
        zip.finish().map_err(anyhow::Error::from)?;
        Ok(())
    }

    /// What lies beside the rows.
    fn beside(self, file: &str) -> AppResult<[(String, Vec<u8>); 4]> {
        let about = self.about.into_iter();
        let words = Words {
            about: about
                .map(|(name, text)| format!("{name}: {text}"))
                .collect(),
            how: self.words.how,
        };
        let mut codebook = Vec::new();
        let mut listed = self.codebook.iter();
        let head = listed.next().into_iter().flatten();
        let head: Vec<String> = head.map(|cell| cell.plain().into_owned()).collect();
        let head: Vec<&str> = head.iter().map(String::as_str).collect();
        let mut rows =
            Rows::begin(&mut codebook, Separator::Comma, &head).map_err(anyhow::Error::from)?;
        for row in listed {
            rows.row(row).map_err(anyhow::Error::from)?;
        }
        rows.end().map_err(anyhow::Error::from)?;
        let readme = format!("{}\r\n", words.about.join("\r\n"));
        let (stem, variables) = (&self.stem, &self.table.variables);
        Ok([
            ("README.txt".to_owned(), readme.into_bytes()),
            (format!("{stem}-codebook.csv"), codebook),
            (format!("{stem}.R"), r(file, &words, variables).into_bytes()),
            (
                format!("{stem}.sps"),
                spss(file, &words, variables).into_bytes(),
            ),
        ])
    }
}
