//! The addresses of briefings and of the council's papers, for people and for programs.

use actix_web::middleware::from_fn;
use actix_web::web::{get, post, resource};

use super::Table;

use crate::{account, briefing, council, oparl};

/// Papers for everyone, and for programs; at the desk papers and bodies.
pub fn lay_out(routes: &mut Table) {
    use account::page::gate;
    use council::page::desk::{bodies, decision, files, list, paper, show, steps};
    use council::page::public;
    lay! { routes:
        "/consultations/{consultation}/briefing" get briefing::page::overview;
        "/consultations/{consultation}/briefing/{field}" get briefing::page::field;

        "/papers" get public::list;
        "/papers/calendar.ics" get public::calendar_of_all;
        "/papers/{paper}" get public::show;
        "/papers/{paper}/calendar.ics" get public::calendar_of;
        "/papers/{paper}/files/{attachment}" get public::file;

        "/oparl/v1.1/system" get oparl::page::show_system;
        "/oparl/v1.1/bodies" get oparl::page::bodies;
        "/oparl/v1.1/body" get oparl::page::show_body;
        "/oparl/v1.1/body/{list}" get oparl::page::list_page;
        "/oparl/v1.1/{kind}/{id}" get oparl::page::object;
    }
    lay! { routes in gate:
        "/desk/papers" get list::show;
        "/desk/papers/new" get paper::ask_new, post paper::create;
        "/desk/papers/{paper}" get show::show;
        "/desk/papers/{paper}/edit" get paper::edit, post paper::change;
        "/desk/papers/{paper}/publish" get show::ask_publish, post show::publish;
        "/desk/papers/{paper}/withdraw" get show::ask_withdraw, post show::withdraw;
        "/desk/papers/{paper}/delete" get show::ask_delete, post show::delete;
        "/desk/papers/{paper}/steps", post steps::act;
        "/desk/papers/{paper}/steps/{deliberation}" get steps::show, post steps::save;
        "/desk/papers/{paper}/files", post files::add;
        "/desk/papers/{paper}/files/{attachment}" get files::get;
        "/desk/papers/{paper}/files/{attachment}/removal", post files::remove;
        "/desk/papers/{paper}/decision", post decision::act;

        "/desk/briefings" get briefing::page::list;
        "/desk/briefings/{consultation}" get briefing::page::desk_overview;
        "/desk/briefings/{consultation}/{field}" get briefing::page::desk_field;

        "/desk/bodies" get bodies::list;
        "/desk/bodies/{body}" get bodies::show, post bodies::save;
        "/desk/bodies/{body}/removal", post bodies::remove;
    }
}
