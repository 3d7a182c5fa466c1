//! The two navigations: of every page, and of the desk.

use crate::account::Permission;
use crate::account::page::{DeskNav, Section};
use crate::base::site::NavItem;

/// The main navigation.
pub fn nav() -> Vec<NavItem> {
    vec![
        NavItem {
            key: "consultations",
            url: "/",
        },
        NavItem {
            key: "results",
            url: "/results",
        },
        NavItem {
            key: "papers",
            url: "/papers",
        },
        NavItem {
            key: "receipt",
            url: "/receipt",
        },
    ]
}

/// The desk's navigation: who sees a section is whoever may open its first page.
pub fn desk_nav() -> DeskNav {
    let section = |key, url, needs| Section { key, url, needs };
    DeskNav(vec![
        section("desk-nav-home", "/desk", Permission::Desk),
        section(
            "desk-nav-strategies",
            "/desk/strategies",
            Permission::SeeUnpublished,
        ),
        section(
            "desk-nav-consultations",
            "/desk/consultations",
            Permission::SeeUnpublished,
        ),
        section(
            "desk-nav-organisations",
            "/desk/organisations",
            Permission::Edit,
        ),
        section(
            "desk-nav-briefings",
            "/desk/briefings",
            Permission::ReadBriefings,
        ),
        section("desk-nav-papers", "/desk/papers", Permission::SeePapers),
        section(
            "desk-nav-paper",
            "/desk/paper",
            Permission::EnterContributions,
        ),
        section(
            "desk-nav-moderation",
            "/desk/moderation",
            Permission::SeeWaiting,
        ),
        section("desk-nav-pages", "/desk/pages", Permission::EditPages),
        section(
            "desk-nav-accounts",
            "/desk/accounts",
            Permission::Administer,
        ),
        section("desk-nav-journal", "/desk/journal", Permission::Administer),
    ])
}
