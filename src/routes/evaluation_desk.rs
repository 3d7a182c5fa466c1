//! The desk: what people wrote, from reading it to what the town says to it.

use actix_web::middleware::from_fn;
use actix_web::web::{ServiceConfig, get, post, resource};

use crate::account::page::gate;
use crate::theme::page::{coding, list, overview, themes};

/// Lays the addresses.
pub fn lay_out(routes: &mut ServiceConfig) {
    lay! { routes in gate:
        "/desk/consultations/{consultation}/evaluation" get overview::show;
        "/desk/consultations/{consultation}/contributions" get list::show;
        "/desk/consultations/{consultation}/contributions/{text}" get coding::show, post coding::code;
        "/desk/consultations/{consultation}/themes" get themes::list, post themes::create;
        "/desk/consultations/{consultation}/themes/{theme}/edit" get themes::ask, post themes::edit;
    }
}
