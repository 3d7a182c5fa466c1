//! Every address of the product in one table, in the order of a consultation's life.
//!
//! Who may what stands in the handlers' signatures: `May<Act>` for whoever writes, `Visit` for what a receipt code
//! opens; everything else is public. The suite walks through this table.

use actix_web::middleware::from_fn;
use actix_web::web::{Data, ServiceConfig, get, post, resource};

use crate::base::server::Product;
use crate::{
    account, comment, consultation, desk, evaluation, journal, languages, legal, moderation,
    notice, participation, portal, strategy, survey,
};

mod navigation;
mod table;

pub use navigation::nav;
use table::Table;

/// Lays addresses. What anybody may open greets whoever acts for an organisation or is a resident with an account; who is
/// both finds the organisation in the head. Behind the gate (`in desk`) whoever is not signed in is asked to; `in halfway` are those who have typed
/// the right password and not yet a code.
macro_rules! lay {
    ($routes:ident: $($path:literal $(get $show:path)? $(, post $act:path)?;)*) => { $(
        $routes.lay($path, |path| {
            resource(path)
                $(.route(get().to($show)))?
                $(.route(post().to($act)))?
                .wrap(from_fn($crate::organisation::page::greet))
                .wrap(from_fn($crate::resident::page::greet))
        });
    )* };
    ($routes:ident in $gate:path: $($path:literal $(get $show:path)? $(, post $act:path)?;)*) => { $(
        $routes.lay($path, |path| {
            resource(path)
                $(.route(get().to($show)))?
                $(.route(post().to($act)))?
                .wrap(from_fn($gate))
        });
    )* };
}

mod council;
mod data;
mod evaluation_desk;
mod organisations;
mod residents;
mod rounds;
mod statements;

/// What the server needs of the product.
pub const PRODUCT: Product = Product {
    routes: configure,
    chore: rounds::chore,
};

/// The addresses.
pub fn configure(config: &mut ServiceConfig) {
    let mut table = Table::default();
    lay_out(&mut table);
    table.tell(config);
    config.app_data(Data::new(navigation::desk_nav()));
}

fn lay_out(routes: &mut Table) {
    comments(routes);
    statements::lay_out(routes);
    residents::lay_out(routes);
    evaluation_desk::lay_out(routes);
    data::lay_out(routes);
    public(routes);
    notices(routes);
    signing_in(routes);
    documents(routes);
    consultations(routes);
    council::lay_out(routes);
    organisations::lay_out(routes);
    surveys(routes);
    town(routes);
}

/// What everybody may open.
fn public(routes: &mut Table) {
    use evaluation::page as results;
    use legal::page::public as town;
    use survey::page::{code, form, question, receipt, review, start, withdrawal};
    lay! { routes:
        "/" get portal::page::start;

        "/strategies/{strategy}/editions/{number}" get portal::page::document::edition;
        "/strategies/{strategy}/editions/{number}/{field}" get portal::page::document::field;
        "/strategies/{strategy}/compare" get strategy::page::compare::show;
        "/strategies/{strategy}/{key}" get strategy::page::element;

        "/consultations/{consultation}" get portal::page::consultation;
        "/consultations/{consultation}/code" get code::ask, post code::begin;
        "/consultations/{consultation}/code/{access}" get code::filled;
        "/consultations/{consultation}/form" get form::show;
        "/consultations/{consultation}/survey" get start::intro, post start::begin;

        "/p/{code}/review" get review::show, post review::hand_in;
        "/p/{code}/receipt" get receipt::show;
        "/p/{code}/receipt.txt" get receipt::file;
        "/p/{code}/pause" get receipt::pause;
        "/p/{code}/texts/{text}" get moderation::page::objection, post moderation::page::object;
        "/p/{code}/withdrawal" get withdrawal::ask, post withdrawal::confirm;
        "/p/{code}/{survey}/{question}" get question::show, post question::answer;
        "/receipt" get receipt::ask, post receipt::look_up;

        "/imprint" get town::imprint;
        "/privacy" get town::privacy;
        "/accessibility" get town::accessibility, post town::report;
        "/plain-language" get town::plain_language;
        "/sign-language" get town::sign_language;

        "/results" get results::index;
        "/consultations/{consultation}/results" get results::overview;
        "/consultations/{consultation}/results/{survey}" get results::field;
        "/consultations/{consultation}/results/{survey}/comments" get results::comments;
    }
}

/// Comments on single elements: to read, to write, one's own under the receipt code, answered at the desk.
fn comments(routes: &mut Table) {
    use account::page::gate;
    use comment::page::{desk as answers, discussion, overview, own, voices};
    lay! { routes:
        "/consultations/{consultation}/comments" get overview::show;
        "/consultations/{consultation}/comments/{key}" get discussion::show, post discussion::take;
        "/consultations/{consultation}/comments/{key}/{comment}/report" get voices::ask_report, post voices::report;
        "/consultations/{consultation}/comments/{key}/{comment}/support" get voices::ask_support, post voices::support;

        "/p/{code}/comments" get own::list;
        "/p/{code}/comments/{key}" get discussion::show_own, post discussion::take_own;
        "/p/{code}/comments/{key}/{comment}" get own::show, post own::change;
    }
    lay! { routes in gate:
        "/desk/consultations/{consultation}/comments" get answers::list;
        "/desk/consultations/{consultation}/comments.csv" get answers::file;
        "/desk/consultations/{consultation}/comments/{comment}" get answers::ask_answer, post answers::answer;
    }
}

/// What everybody may follow: by feed, calendar or mail.
fn notices(routes: &mut Table) {
    use notice::page::{self as follow, settings, subscribe};
    lay! { routes:
        "/feed.atom" get follow::town_feed;
        "/calendar.ics" get follow::town_calendar;
        "/consultations/{consultation}/feed.atom" get follow::feed_of;
        "/consultations/{consultation}/calendar.ics" get follow::calendar_of;
        "/consultations/{consultation}/subscribe" get subscribe::ask, post subscribe::begin;
        "/subscriptions/confirm/{subscription}" get subscribe::look, post subscribe::confirm;
        "/subscriptions/{subscription}" get settings::show, post settings::keep;
        "/subscriptions/{subscription}/one-click" get settings::lead, post settings::one_click;
    }
}

/// The way in for staff and councillors, and their own account.
fn signing_in(routes: &mut Table) {
    use account::page::desk::{own, people, person};
    use account::page::{factor, gate, halfway, link, oidc, sign_in};
    lay! { routes:
        "/sign-in" get sign_in::ask, post sign_in::sign_in;
        "/sign-in/forgotten" get link::forgotten, post link::remind;
        "/sign-in/new-password/{secret}" get link::new_password, post link::set_password;
        "/invitation/{secret}" get link::invited, post link::accept;
        "/sign-in/oidc" get oidc::leave;
        "/sign-in/oidc/return" get oidc::come_back;
    }
    lay! { routes in halfway:
        "/sign-in/code" get factor::ask, post factor::check;
        "/sign-in/setup" get factor::begin, post factor::confirm;
    }
    lay! { routes in gate:
        "/sign-out", post sign_in::sign_out;

        "/desk/account" get own::show, post own::rename;
        "/desk/account/password" get own::ask_password, post own::set_password;
        "/desk/account/factor" get own::ask_factor, post own::set_factor;
        "/desk/account/recovery" get own::ask_codes, post own::renew_codes;
        "/desk/account/sign-out", post own::sign_out_everywhere;
        "/desk/accounts" get people::list;
        "/desk/accounts/new" get people::ask, post people::invite;
        "/desk/accounts/{account}" get person::show, post person::set_roles;
        "/desk/accounts/{account}/link", post person::send_link;
        "/desk/accounts/{account}/provider", post person::connect;
        "/desk/accounts/{account}/disable" get person::ask_disable, post person::disable;
        "/desk/accounts/{account}/enable", post person::enable;
        "/desk/accounts/{account}/factor" get person::ask_factor, post person::remove_factor;
    }
}

/// The desk: strategies, their drafts and editions.
fn documents(routes: &mut Table) {
    use account::page::gate;
    use strategy::page::draft as drafts;
    use strategy::page::{preview as uploads, shelf, standing};
    lay! { routes in gate:
        "/desk/strategies" get shelf::list;
        "/desk/strategies/new" get shelf::ask_new, post shelf::create_new;
        "/desk/strategies/{strategy}" get shelf::show;
        "/desk/strategies/{strategy}/uploads" , post shelf::upload;
        "/desk/strategies/{strategy}/uploads/{upload}" get uploads::show, post uploads::act;
        "/desk/strategies/{strategy}/uploads/{upload}/discard" get uploads::ask_discard, post uploads::discard;
        "/desk/strategies/{strategy}/editions/{number}" get standing::show;
        "/desk/strategies/{strategy}/editions/{number}/publish" get standing::ask_publish, post standing::publish;
        "/desk/strategies/{strategy}/editions/{number}/withdraw" get standing::ask_withdraw, post standing::withdraw;
        "/desk/strategies/{strategy}/editions/{number}/council" get standing::ask_council, post standing::council;
        "/desk/strategies/{strategy}/editions/{number}/delete" get standing::ask_delete, post standing::delete;

        "/desk/strategies/{strategy}/drafts" get drafts::list::all, post drafts::list::begin;
        "/desk/strategies/{strategy}/drafts/{draft}" get drafts::tree::show, post drafts::tree::act;
        "/desk/strategies/{strategy}/drafts/{draft}/add" get drafts::element::ask, post drafts::element::add;
        "/desk/strategies/{strategy}/drafts/{draft}/elements/{key}" get drafts::element::show, post drafts::element::reword;
        "/desk/strategies/{strategy}/drafts/{draft}/elements/{key}/place" get drafts::element::places, post drafts::element::place;
        "/desk/strategies/{strategy}/drafts/{draft}/elements/{key}/split" get drafts::part::ask_split, post drafts::part::split;
        "/desk/strategies/{strategy}/drafts/{draft}/elements/{key}/merge" get drafts::part::ask_merge, post drafts::part::merge;
        "/desk/strategies/{strategy}/drafts/{draft}/discard" get drafts::list::ask_discard, post drafts::list::discard;
        "/desk/strategies/{strategy}/drafts/{draft}/finish" get drafts::list::ask_finish, post drafts::list::finish;
    }
}

/// The desk: consultations as a whole, as residents will see them and in other languages.
fn consultations(routes: &mut Table) {
    use account::page::gate;
    use consultation::page::{basics, deadline, steps, times};
    use portal::page::desk::{self as consultations, bin, preview, publication};
    lay! { routes in gate:
        "/desk/consultations" get consultations::list::show;
        "/desk/consultations/new" get basics::ask, post basics::create;
        "/desk/consultations/{consultation}" get consultations::home::show;
        "/desk/consultations/{consultation}/edit" get basics::show, post basics::save;
        "/desk/consultations/{consultation}/times" get times::show, post times::save;
        "/desk/consultations/{consultation}/tracks/{track}" get deadline::show, post deadline::change;
        "/desk/consultations/{consultation}/tracks/{track}/close" get deadline::ask_closing, post deadline::close;
        "/desk/consultations/{consultation}/steps" get steps::list, post steps::put;
        "/desk/consultations/{consultation}/steps/{step}" get steps::show, post steps::save;
        "/desk/consultations/{consultation}/steps/{step}/remove" get steps::ask, post steps::remove;
        "/desk/consultations/{consultation}/publish" get publication::ask_publish, post publication::publish;
        "/desk/consultations/{consultation}/withdraw" get publication::ask_withdraw, post publication::withdraw;
        "/desk/consultations/{consultation}/delete" get bin::ask_delete, post bin::delete;
        "/desk/consultations/{consultation}/restore", post bin::restore;
        "/desk/consultations/{consultation}/erase" get bin::ask_erase, post bin::erase;

        "/desk/consultations/{consultation}/preview" get preview::choose;
        "/desk/consultations/{consultation}/preview/{day}/consultations/{of}" get preview::consultation;
        "/desk/consultations/{consultation}/preview/{day}/consultations/{of}/survey" get preview::survey;
        "/desk/consultations/{consultation}/preview/{day}/strategies/{strategy}/editions/{number}" get preview::edition;
        "/desk/consultations/{consultation}/preview/{day}/strategies/{strategy}/editions/{number}/{field}" get preview::field;
        "/desk/consultations/{consultation}/preview/{day}/strategies/{strategy}/{key}" get preview::element;

        "/desk/consultations/{consultation}/languages" get languages::page::overview, post languages::page::choose;
        "/desk/consultations/{consultation}/languages/{lang}" get languages::page::list;
        "/desk/consultations/{consultation}/languages/{lang}/{kind}/{subject}" get languages::page::edit, post languages::page::save;
    }
}

/// The desk: building surveys, answers on paper, access codes.
fn surveys(routes: &mut Table) {
    use account::page::gate;
    use participation::page::{codes, letters};
    use survey::page::desk as bench;
    use survey::page::{form, paper};
    lay! { routes in gate:
        "/desk/consultations/{consultation}/surveys" get bench::surveys::list, post bench::surveys::arrange;
        "/desk/consultations/{consultation}/new-survey" get bench::surveys::new, post bench::surveys::create;
        "/desk/consultations/{consultation}/survey-import" get bench::lss::ask, post bench::lss::take;
        "/desk/consultations/{consultation}/surveys/{survey}" get bench::survey::show, post bench::survey::arrange;
        "/desk/consultations/{consultation}/surveys/{survey}/settings" get bench::surveys::settings, post bench::surveys::change;
        "/desk/consultations/{consultation}/surveys/{survey}/deletion" get bench::surveys::ask_deletion, post bench::surveys::delete;
        "/desk/consultations/{consultation}/surveys/{survey}/reading" get bench::survey::reading;
        "/desk/consultations/{consultation}/surveys/{survey}/new-question" get bench::question::new, post bench::question::create;
        "/desk/consultations/{consultation}/surveys/{survey}/questions/{question}" get bench::change::show, post bench::change::keep;
        "/desk/consultations/{consultation}/surveys/{survey}/questions/{question}/condition" get bench::change::condition, post bench::change::set_condition;
        "/desk/consultations/{consultation}/surveys/{survey}/questions/{question}/deletion" get bench::question::ask_deletion, post bench::question::delete;
        "/desk/consultations/{consultation}/surveys/{survey}/preview/{question}" get bench::preview::show, post bench::preview::answer;

        "/desk/consultations/{consultation}/codes" get codes::show, post codes::make;
        "/desk/consultations/{consultation}/codes/access", post codes::choose;
        "/desk/consultations/{consultation}/codes/{codes}/letters" get letters::print;
        "/desk/consultations/{consultation}/codes/{codes}/codes.csv" get letters::file;
        "/desk/consultations/{consultation}/codes/{codes}/seal" get codes::ask_seal, post codes::seal;
        "/desk/consultations/{consultation}/codes/{codes}/removal" get codes::ask_removal, post codes::remove;
        "/desk/consultations/{consultation}/form" get form::desk;
        "/desk/paper" get paper::list;
        "/desk/paper/new" get paper::ask_new, post paper::begin;
        "/desk/paper/{batch}" get paper::batch::show;
        "/desk/paper/{batch}/count" get paper::batch::ask_count, post paper::batch::count;
        "/desk/paper/{batch}/removal" get paper::batch::ask_removal, post paper::batch::remove;
        "/desk/paper/{batch}/sheets/new" get paper::sheet::ask_new, post paper::sheet::add;
        "/desk/paper/{batch}/sheets/{sheet}" get paper::sheet::show, post paper::sheet::change;
        "/desk/paper/{batch}/sheets/{sheet}/check" get paper::sheet::show_check, post paper::sheet::check;
        "/desk/paper/{batch}/sheets/{sheet}/removal" get paper::sheet::ask_removal, post paper::sheet::remove;
    }
}

/// The desk: where it begins, what waits to be read, the pages of the town, the journal.
fn town(routes: &mut Table) {
    use account::page::gate;
    use legal::page::{desk as pages, feedback};
    lay! { routes in gate:
        "/desk" get desk::page::home::home;

        "/desk/moderation" get moderation::page::queue, post moderation::page::release;
        "/desk/moderation/{text}" get moderation::page::text, post moderation::page::act;
        "/desk/mails" get desk::page::mails::list, post desk::page::mails::repeat;
        "/desk/mails/{mail}/removal" get desk::page::mails::ask_removal, post desk::page::mails::remove;
        "/desk/journal" get journal::page::show, post journal::page::export;

        "/desk/pages" get pages::list;
        "/desk/pages/{page}/{language}" get pages::edit, post pages::save;
        "/desk/pages/{page}/{language}/versions" get pages::versions, post pages::restore;
        "/desk/pages/{page}/{language}/withdraw" get pages::ask_withdraw, post pages::withdraw;
        "/desk/feedback" get feedback::list, post feedback::settle;
    }
}
