//! The addresses of statements.

use actix_web::middleware::from_fn;
use actix_web::web::{ServiceConfig, get, post, resource};

use crate::{organisation, statement};

/// Statements: a person's under her receipt code, an organisation's at its own table, and what everyone reads.
pub fn lay_out(routes: &mut ServiceConfig) {
    use organisation::page::gate as table;
    use statement::page::own::{extension, files, home, part, people, receipt, review};
    use statement::page::{public, start};
    lay! { routes:
        "/consultations/{consultation}/statement" get start::intro, post start::begin;
        "/consultations/{consultation}/statements" get public::list;
        "/consultations/{consultation}/statements/{number}" get public::one;

        "/p/{code}/statement" get home::show;
        "/p/{code}/statement/parts/{part}" get part::show, post part::save;
        "/p/{code}/statement/people" get people::show, post people::save;
        "/p/{code}/statement/files" get files::show, post files::add;
        "/p/{code}/statement/files/{file}" get files::download;
        "/p/{code}/statement/files/{file}/removal", post files::remove;
        "/p/{code}/statement/review" get review::show, post review::hand_in;
        "/p/{code}/statement/receipt" get receipt::show;
        "/p/{code}/statement/nil", post home::nil;
        "/p/{code}/statement/replacement", post home::replace;
        "/p/{code}/statement/discard" get home::ask_discard, post home::discard;
        "/p/{code}/statement/withdrawal" get home::ask_withdraw, post home::withdraw;
    }
    lay! { routes in table:
        "/organisation/consultations/{consultation}/statement" get home::show;
        "/organisation/consultations/{consultation}/statement/parts/{part}" get part::show, post part::save;
        "/organisation/consultations/{consultation}/statement/people" get people::show, post people::save;
        "/organisation/consultations/{consultation}/statement/files" get files::show, post files::add;
        "/organisation/consultations/{consultation}/statement/files/{file}" get files::download;
        "/organisation/consultations/{consultation}/statement/files/{file}/removal", post files::remove;
        "/organisation/consultations/{consultation}/statement/review" get review::show, post review::hand_in;
        "/organisation/consultations/{consultation}/statement/release", post home::release;
        "/organisation/consultations/{consultation}/statement/receipt" get receipt::show;
        "/organisation/consultations/{consultation}/statement/nil", post home::nil;
        "/organisation/consultations/{consultation}/statement/replacement", post home::replace;
        "/organisation/consultations/{consultation}/statement/discard" get home::ask_discard, post home::discard;
        "/organisation/consultations/{consultation}/statement/withdrawal" get home::ask_withdraw, post home::withdraw;
        "/organisation/consultations/{consultation}/statement/extension" get extension::show, post extension::ask;
    }
}
