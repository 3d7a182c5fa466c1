//! The addresses of statements.

use actix_web::middleware::from_fn;
use actix_web::web::{get, post, resource};

use super::Table;

use crate::{account, organisation, statement};

/// Statements: a person's under her receipt code, an organisation's at its own table, what everyone
/// reads; and at the desk.
pub fn lay_out(routes: &mut Table) {
    use account::page::gate;
    use organisation::page::gate as table;
    use statement::page::desk::{deadlines, decide, enter, import, one, register, register_file};
    use statement::page::own::{
        self, erase, extension, files, home, part, people, receipt, review,
    };
    use statement::page::{address, public, start};
    lay! { routes:
        "/consultations/{consultation}/statement" get start::intro, post start::begin;
        "/consultations/{consultation}/statements" get public::list;
        "/consultations/{consultation}/statements/{number}" get public::one;
        "/statement-address/{secret}" get address::look, post address::confirm;

        "/p/{code}/statement" get home::show;
        "/p/{code}/statement/parts/{part}" get part::show, post part::save;
        "/p/{code}/statement/people" get people::show, post people::save;
        "/p/{code}/statement/files" get files::show, post files::add;
        "/p/{code}/statement/files/{file}" get files::download;
        "/p/{code}/statement/files/{file}/removal", post files::remove;
        "/p/{code}/statement/review" get review::show, post review::hand_in;
        "/p/{code}/statement/receipt" get receipt::show;
        "/p/{code}/statement/addresses", post own::address::ask_again;
        "/p/{code}/statement/erasure" get erase::ask, post erase::erase;
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
        "/organisation/consultations/{consultation}/statement/receipt.json" get receipt::proof;
        "/organisation/consultations/{consultation}/statement/outcome" get crate::revision::page::outcome::statement;
        "/organisation/consultations/{consultation}/statement/addresses", post own::address::ask_again;
        "/organisation/consultations/{consultation}/statement/nil", post home::nil;
        "/organisation/consultations/{consultation}/statement/replacement", post home::replace;
        "/organisation/consultations/{consultation}/statement/discard" get home::ask_discard, post home::discard;
        "/organisation/consultations/{consultation}/statement/withdrawal" get home::ask_withdraw, post home::withdraw;
        "/organisation/consultations/{consultation}/statement/extension" get extension::show, post extension::ask;
    }
    lay! { routes in gate:
        "/desk/consultations/{consultation}/statements" get register::show;
        "/desk/consultations/{consultation}/statements/register.csv" get register_file::text;
        "/desk/consultations/{consultation}/statements/register.xlsx" get register_file::workbook;
        "/desk/consultations/{consultation}/statements/new" get enter::ask, post enter::take;
        "/desk/consultations/{consultation}/statements/import" get import::ask, post import::take;
        "/desk/consultations/{consultation}/statements/template.csv" get import::template_csv;
        "/desk/consultations/{consultation}/statements/template.xlsx" get import::template_xlsx;
        "/desk/consultations/{consultation}/statements/{number}" get one::show;
        "/desk/consultations/{consultation}/statements/{number}/files/{file}" get one::file;
        "/desk/consultations/{consultation}/statements/{number}/admission" get decide::ask_admission, post decide::admit;
        "/desk/consultations/{consultation}/statements/{number}/publication" get decide::ask_publication, post decide::publish;
        "/desk/consultations/{consultation}/deadlines" get deadlines::show, post deadlines::decide;
    }
}
