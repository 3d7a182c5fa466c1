//! The addresses of a resident's own contributions.

use actix_web::middleware::from_fn;
use actix_web::web::{get, post, resource};

use super::Table;

use crate::resident::page::gate as own;
use crate::resident::page::{
    address, code, data, erasure, home, keep, notices, receipt, settings, sign_in,
};

/// Everything under a receipt code; coming in; the account.
pub fn lay_out(routes: &mut Table) {
    lay! { routes:
        "/p/{code}" get code::lead;
        "/p/{code}/contributions" get code::contributions;
        "/p/{code}/data.json" get data::json;
        "/p/{code}/data.txt" get data::text;
        "/p/{code}/receipt.json" get receipt::json;
        "/p/{code}/account" get keep::lead, post keep::add_here;

        "/my/sign-in" get sign_in::ask, post sign_in::send;
        "/my/sign-in/{secret}" get sign_in::opened, post sign_in::enter;
        "/my/address/{secret}" get address::opened, post address::confirm;
    }
    lay! { routes in own:
        "/my" get home::show, post keep::add;
        "/my/codes/{kept}/removal" get keep::ask_removal, post keep::remove;
        "/my/notices/{consultation}" get notices::lead, post notices::switch;
        "/my/settings" get settings::show, post settings::speak;
        "/my/address" get address::lead, post address::send;
        "/my/data.json" get data::all_json;
        "/my/data.txt" get data::all_text;
        "/my/erasure" get erasure::ask, post erasure::erase;
        "/my/sign-out", post sign_in::sign_out;
    }
}
