//! Published results as files.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::{Asked, codebook, package};
use crate::base::bundle;
use crate::base::db::Db;
use crate::base::error::AppResult;
use crate::base::export::{Separator, csv};
use crate::base::locale::Lang;
use crate::base::page::Ui;
use crate::base::table::book;
use crate::opendata::model::table::{Column, Line, lines};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// A table as text.
    Csv,
    /// A workbook with a codebook.
    Workbook,
    /// A data package.
    Package,
}

impl Format {
    /// The ending of its files.
    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Workbook => "xlsx",
            Self::Package => "zip",
        }
    }

    /// Its type, as a browser is told.
    pub(super) fn media(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Workbook => book::MEDIA,
            Self::Package => bundle::MEDIA,
        }
    }

    /// The file.
    pub(super) fn make(self, asked: &Asked, ui: &Ui) -> anyhow::Result<Vec<u8>> {
        match self {
            Self::Csv => table(asked, ui),
            Self::Workbook => codebook::of_results(asked, ui),
            Self::Package => package::of_results(asked, ui),
        }
    }

    fn send(self, asked: &Asked, ui: &Ui) -> AppResult<HttpResponse> {
        let name = format!("{}.{}", asked.stem(), self.ending());
        Ok(ui.open_file(self.media(), Some(&name), self.make(asked, ui)?))
    }
}

fn table(asked: &Asked, ui: &Ui) -> anyhow::Result<Vec<u8>> {
    // German office programs split at semicolons when a file is opened by double click.
    let separator = match ui.lang() {
        Lang::De => Separator::Semicolon,
        Lang::En => Separator::Comma,
    };
    let lines = lines(&asked.published.snapshot, asked.only.as_deref());
    let header = Column::ALL.map(Column::name);
    Ok(csv(separator, &header, lines.iter().map(Line::cells))?)
}

/// `GET /consultations/{consultation}/results.csv` — the figures of all surveys as a table.
pub async fn all_csv(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    Format::Csv.send(&Asked::whole(&db, slug.into_inner()).await?, &ui)
}

/// `GET /consultations/{consultation}/results/{survey}.csv` — the figures of one survey as a table.
pub async fn one_csv(
    path: Path<(String, String)>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    Format::Csv.send(&Asked::part(&db, path.into_inner()).await?, &ui)
}

/// `GET /consultations/{consultation}/results.xlsx` — the same as a workbook with a codebook.
pub async fn all_xlsx(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    Format::Workbook.send(&Asked::whole(&db, slug.into_inner()).await?, &ui)
}

/// `GET /consultations/{consultation}/results/{survey}.xlsx` — one survey as a workbook with a codebook.
pub async fn one_xlsx(
    path: Path<(String, String)>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    Format::Workbook.send(&Asked::part(&db, path.into_inner()).await?, &ui)
}

/// `GET /consultations/{consultation}/results.zip` — a data package with scripts for R and SPSS.
pub async fn all_zip(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    Format::Package.send(&Asked::whole(&db, slug.into_inner()).await?, &ui)
}

/// `GET /consultations/{consultation}/results/{survey}.zip` — one survey as a data package.
pub async fn one_zip(
    path: Path<(String, String)>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    Format::Package.send(&Asked::part(&db, path.into_inner()).await?, &ui)
}
