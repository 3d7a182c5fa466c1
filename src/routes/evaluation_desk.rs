//! The desk: what people wrote, from reading it to what the town says to it.

use actix_web::middleware::from_fn;
use actix_web::web::{get, post, resource};

use super::Table;

use crate::account::page::gate;
use crate::assessment::page::{blocks, export, list as said, one};
use crate::evaluation::page::cross;
use crate::revision::page::{desk, outcome, synopsis, table};
use crate::theme::page::{coders, coding, duplicates, list, overview, segments, themes};

/// Lays the addresses.
pub fn lay_out(routes: &mut Table) {
    lay! { routes:
        "/consultations/{consultation}/outcome" get outcome::overview;
        "/consultations/{consultation}/outcome/table" get table::show;
        "/consultations/{consultation}/outcome/table.docx" get table::word;
        "/consultations/{consultation}/outcome/table.xlsx" get table::book;
        "/consultations/{consultation}/outcome/themes/{theme}" get outcome::theme;
        "/consultations/{consultation}/outcome/{field}" get outcome::field;
        "/p/{code}/outcome" get outcome::own;
        "/strategies/{strategy}/synopsis" get synopsis::show;
        "/strategies/{strategy}/synopsis.docx" get synopsis::word;
        "/strategies/{strategy}/synopsis.xlsx" get synopsis::book;
    }
    lay! { routes in gate:
        "/desk/consultations/{consultation}/evaluation" get overview::show;
        "/desk/consultations/{consultation}/cross" get cross::show;
        "/desk/consultations/{consultation}/cross.csv" get cross::file;
        "/desk/consultations/{consultation}/contributions" get list::show, post export::take;
        "/desk/consultations/{consultation}/contributions/{text}" get coding::show, post coding::code;
        "/desk/consultations/{consultation}/duplicates" get duplicates::show, post duplicates::code;
        "/desk/consultations/{consultation}/coders" get coders::show;
        "/desk/consultations/{consultation}/segments" get segments::list, post segments::split_all;
        "/desk/consultations/{consultation}/segments/{number}" get segments::one::show, post segments::one::split;
        "/desk/consultations/{consultation}/themes" get themes::list, post themes::create;
        "/desk/consultations/{consultation}/contributions/{text}/assessment" get one::alone, post one::assess_alone;
        "/desk/consultations/{consultation}/themes/{theme}" get one::theme, post one::assess_theme;
        "/desk/consultations/{consultation}/assessments" get said::show, post said::approve;
        "/desk/briefings/{consultation}/table" get table::council::show;
        "/desk/briefings/{consultation}/table.docx" get table::council::word;
        "/desk/briefings/{consultation}/table.xlsx" get table::council::book;
        "/desk/consultations/{consultation}/assessments/table" get table::desk::show;
        "/desk/consultations/{consultation}/assessments/table.docx" get table::desk::word;
        "/desk/consultations/{consultation}/assessments/table.xlsx" get table::desk::book;
        "/desk/consultations/{consultation}/assessments/release/{audience}" get said::ask_release, post said::release;
        "/desk/strategies/{strategy}/drafts/{draft}/revision" get desk::trees::show;
        "/desk/strategies/{strategy}/drafts/{draft}/revision/{key}" get desk::show, post desk::revise;
        "/desk/strategies/{strategy}/drafts/{draft}/synopsis" get synopsis::desk::show;
        "/desk/strategies/{strategy}/drafts/{draft}/synopsis.docx" get synopsis::desk::word;
        "/desk/strategies/{strategy}/drafts/{draft}/synopsis.xlsx" get synopsis::desk::book;
        "/desk/text-blocks" get blocks::show, post blocks::keep;
        "/desk/consultations/{consultation}/themes/{theme}/edit" get themes::ask, post themes::edit;
    }
}
