//! The addresses of organisations.

use actix_web::middleware::from_fn;
use actix_web::web::{get, post, resource};

use super::Table;

use crate::{account, organisation};

/// Organisations: registering, coming in by a link, their own page; and at the desk.
pub fn lay_out(routes: &mut Table) {
    use account::page::gate;
    use organisation::page::desk::{add, import, invited as listed, letters, list, members, one};
    use organisation::page::gate as own;
    use organisation::page::{again, home, invited, register, sign_in};
    lay! { routes:
        "/consultations/{consultation}/organisation" get register::ask, post register::send;
        "/organisation/registration/{secret}" get register::opened, post register::confirm;
        "/organisation/invitation/{secret}" get invited::show, post invited::answer;
        "/organisation/sign-in" get sign_in::ask, post sign_in::send;
        "/organisation/sign-in-again" get again::lead, post again::go_on;
        "/organisation/sign-in/{secret}" get sign_in::opened, post sign_in::enter;
    }
    lay! { routes in own:
        "/organisation" get home::show, post home::add;
        "/organisation/sign-out", post sign_in::sign_out;
    }
    lay! { routes in gate:
        "/desk/organisations" get list::show;
        "/desk/organisations/new" get list::ask, post list::create;
        "/desk/organisations/{organisation}" get one::show;
        "/desk/organisations/{organisation}/edit" get list::edit, post list::change;
        "/desk/organisations/{organisation}/confirmation", post one::confirm;
        "/desk/organisations/{organisation}/refusal" get one::ask_refusal, post one::refuse;
        "/desk/organisations/{organisation}/closing" get one::ask_closing, post one::close;
        "/desk/organisations/{organisation}/opening", post one::open;
        "/desk/organisations/{organisation}/members/new" get members::ask, post members::add;
        "/desk/organisations/{organisation}/members/{member}" get members::show, post members::change;
        "/desk/organisations/{organisation}/members/{member}/link", post members::send;
        "/desk/organisations/{organisation}/members/{member}/removal" get members::ask_removal, post members::remove;

        "/desk/consultations/{consultation}/organisations" get listed::show;
        "/desk/consultations/{consultation}/organisations/add" get add::ask, post add::add;
        "/desk/consultations/{consultation}/organisations/import" get import::ask, post import::take;
        "/desk/consultations/{consultation}/organisations/template.csv" get import::csv_template;
        "/desk/consultations/{consultation}/organisations/template.xlsx" get import::xlsx_template;
        "/desk/consultations/{consultation}/organisations/letters/{to}" get letters::ask, post letters::send;
        "/desk/consultations/{consultation}/organisations/{organisation}/removal" get listed::ask_removal, post listed::remove;
    }
}
