//! The desk: what people wrote, from reading it to what the town says to it.

use actix_web::middleware::from_fn;
use actix_web::web::{ServiceConfig, get, post, resource};

use crate::account::page::gate;
use crate::assessment::page::{blocks, list as said, one};
use crate::revision::page::{desk, outcome};
use crate::theme::page::{coders, coding, duplicates, list, overview, segments, themes};

/// Lays the addresses.
pub fn lay_out(routes: &mut ServiceConfig) {
    lay! { routes:
        "/consultations/{consultation}/outcome" get outcome::overview;
        "/consultations/{consultation}/outcome/themes/{theme}" get outcome::theme;
        "/consultations/{consultation}/outcome/{field}" get outcome::field;
        "/p/{code}/outcome" get outcome::own;
    }
    lay! { routes in gate:
        "/desk/consultations/{consultation}/evaluation" get overview::show;
        "/desk/consultations/{consultation}/contributions" get list::show;
        "/desk/consultations/{consultation}/contributions/{text}" get coding::show, post coding::code;
        "/desk/consultations/{consultation}/duplicates" get duplicates::show, post duplicates::code;
        "/desk/consultations/{consultation}/coders" get coders::show;
        "/desk/consultations/{consultation}/segments" get segments::list, post segments::split_all;
        "/desk/consultations/{consultation}/segments/{number}" get segments::one::show, post segments::one::split;
        "/desk/consultations/{consultation}/themes" get themes::list, post themes::create;
        "/desk/consultations/{consultation}/contributions/{text}/assessment" get one::alone, post one::assess_alone;
        "/desk/consultations/{consultation}/themes/{theme}" get one::theme, post one::assess_theme;
        "/desk/consultations/{consultation}/assessments" get said::show, post said::approve;
        "/desk/consultations/{consultation}/assessments/release/{audience}" get said::ask_release, post said::release;
        "/desk/strategies/{strategy}/drafts/{draft}/revision/{key}" get desk::show, post desk::revise;
        "/desk/text-blocks" get blocks::show, post blocks::keep;
        "/desk/consultations/{consultation}/themes/{theme}/edit" get themes::ask, post themes::edit;
    }
}
