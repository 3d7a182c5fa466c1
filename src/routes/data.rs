//! Addresses of open data: what everybody may take along.

use actix_web::middleware::from_fn;
use actix_web::web::{get, post, resource};

use super::Table;

use crate::account::page::gate;
use crate::opendata::page::{api, catalogue, charts, downloads, files, guide, raw, report};
use crate::transparency::page as log;

/// Lays them.
pub(super) fn lay_out(routes: &mut Table) {
    lay! { routes:
        "/consultations/{consultation}/data" get downloads::show;
        "/consultations/{consultation}/results.csv" get files::all_csv;
        "/consultations/{consultation}/results.xlsx" get files::all_xlsx;
        "/consultations/{consultation}/results.zip" get files::all_zip;
        "/consultations/{consultation}/results/{survey}.csv" get files::one_csv;
        "/consultations/{consultation}/results/{survey}.xlsx" get files::one_xlsx;
        "/consultations/{consultation}/results/{survey}.zip" get files::one_zip;
        "/consultations/{consultation}/results/{survey}.docx" get report::file;
        "/consultations/{consultation}/results/{survey}/report" get report::show;
        "/consultations/{consultation}/charts.zip" get charts::all;
        "/consultations/{consultation}/results/{survey}/chart.svg" get charts::svg;
        "/consultations/{consultation}/results/{survey}/chart.png" get charts::picture;

        "/log" get log::show;
        "/log/checkpoint" get log::checkpoint;
        "/log/entries" get log::entries;

        "/api" get guide::show;
        "/api/v1/openapi.json" get api::description;
        "/api/v1/consultations" get api::consultations;
        "/api/v1/consultations/{consultation}" get api::consultation;
        "/api/v1/consultations/{consultation}/results" get api::results;
        "/api/v1/consultations/{consultation}/results/{survey}" get api::survey;
        "/api/v1/strategies/{strategy}/editions/{number}" get api::edition;
        "/catalog.ttl" get catalogue::turtle;
        "/catalog.jsonld" get catalogue::json_ld;
    }
    lay! { routes in gate:
        "/desk/consultations/{consultation}/raw" get raw::show, post raw::export;
    }
}
