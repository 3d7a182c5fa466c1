//! Who may what: every address of the table of routes, and that nothing changes without its form.

use std::collections::BTreeSet;

use actix_web::http::Method;
use actix_web::test::TestRequest;

use crate::access;
use crate::comments::{comment_under, with_comments};
use crate::council;
use crate::legal::publish_all;
use crate::moderation::one_text;
use crate::organisations;
use crate::paper;
use crate::statements;
use crate::support::app::TestApp;
use crate::support::source;

/// Who opens a page or does an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    /// Everyone.
    Everyone,
    /// Everyone, once results are published.
    AfterPublication,
    /// Whoever has the receipt code.
    Code,
    /// Everyone, in a town with an identity provider.
    WithProvider,
    /// Whoever of the administration or the council has one of these roles; the others find nothing there.
    Staff(&'static [&'static str]),
    /// Behind the gate there is no page, only a form.
    Nobody,
    /// Whoever has typed the right password and not yet a code.
    Halfway,
    /// Whoever has a link that works once.
    Link,
    /// Whoever acts for an organisation.
    Member,
    /// Whoever has an account as a resident.
    Resident,
    /// There is no page, only a form.
    FormOnly,
}
use Who::{
    AfterPublication, Code, Everyone, FormOnly, Halfway, Link, Member, Nobody, Resident, Staff,
    WithProvider,
};

/// Every role of the administration and the council.
const ROLES: [&str; 5] = ["moderator", "evaluator", "editor", "councillor", "admin"];
/// Everyone who signs in.
const ANY: Who = Staff(&ROLES);
/// Who sees what is not published yet.
const UNPUBLISHED: Who = Staff(&["evaluator", "editor", "admin"]);
/// Whoever works on documents, consultations and surveys.
const EDITORS: Who = Staff(&["editor"]);
/// Whoever writes the town's own pages.
const PAGES: Who = Staff(&["editor", "admin"]);

/// Who manages accounts.
const ADMINS: Who = Staff(&["admin"]);

/// Whoever enters what came on paper.
const ENTERS: Who = Staff(&["evaluator", "editor"]);
/// Whoever puts contributions under themes.
const EVALUATORS: Who = Staff(&["evaluator"]);
/// Whoever answers comments.
const ANSWERERS: Who = Staff(&["evaluator", "editor"]);
/// Whoever reads papers with steps that are not public.
const COUNCIL: Who = Staff(&["editor", "councillor", "admin"]);
/// Whoever reads what was released to the council.
const BRIEFED: Who = Staff(&["evaluator", "editor", "councillor", "admin"]);
/// Whoever reads a briefing before anything is released.
const PREPARE: Who = Staff(&["evaluator", "editor"]);
/// Nobody, as long as nothing is released to the council.
const NOBODY_YET: Who = Staff(&[]);
/// Whoever may read texts that wait.
const READERS: Who = Staff(&["moderator", "evaluator", "editor", "admin"]);
/// Whoever decides about them.
const MODERATORS: Who = Staff(&["moderator"]);

/// Every address: who may open it, and who may send a form to it.
const TABLE: &[(&str, Who, Option<Who>)] = &[
    ("/", Everyone, None),
    ("/strategies/{strategy}/editions/{number}", Everyone, None),
    (
        "/strategies/{strategy}/editions/{number}/{field}",
        Everyone,
        None,
    ),
    ("/strategies/{strategy}/compare", Everyone, None),
    ("/strategies/{strategy}/{key}", Everyone, None),
    ("/consultations/{consultation}", Everyone, None),
    (
        "/consultations/{consultation}/code",
        Everyone,
        Some(Everyone),
    ),
    (
        "/consultations/{consultation}/code/{access}",
        Everyone,
        None,
    ),
    ("/consultations/{consultation}/form", Everyone, None),
    (
        "/consultations/{consultation}/survey",
        Everyone,
        Some(Everyone),
    ),
    ("/consultations/{consultation}/comments", Everyone, None),
    (
        "/consultations/{consultation}/comments/{key}",
        Everyone,
        Some(Everyone),
    ),
    (
        "/consultations/{consultation}/comments/{key}/{comment}/report",
        Everyone,
        Some(Everyone),
    ),
    (
        "/consultations/{consultation}/comments/{key}/{comment}/support",
        Everyone,
        Some(Everyone),
    ),
    ("/p/{code}/outcome", Code, None),
    ("/p/{code}/comments", Code, None),
    ("/p/{code}/comments/{key}", Code, Some(Code)),
    ("/p/{code}/comments/{key}/{comment}", Code, Some(Code)),
    ("/feed.atom", Everyone, None),
    ("/calendar.ics", Everyone, None),
    ("/consultations/{consultation}/feed.atom", Everyone, None),
    ("/consultations/{consultation}/calendar.ics", Everyone, None),
    (
        "/consultations/{consultation}/subscribe",
        Everyone,
        Some(Everyone),
    ),
    ("/subscriptions/confirm/{subscription}", Link, Some(Link)),
    ("/subscriptions/{subscription}", Link, Some(Link)),
    // A mail program sends no form of ours; its key is the proof.
    ("/subscriptions/{subscription}/one-click", Link, Some(Link)),
    ("/p/{code}", Code, None),
    ("/p/{code}/review", Code, Some(Code)),
    ("/p/{code}/receipt", Code, None),
    ("/p/{code}/receipt.txt", Code, None),
    ("/p/{code}/receipt.json", Code, None),
    ("/p/{code}/contributions", Code, None),
    ("/p/{code}/data.json", Code, None),
    ("/p/{code}/data.txt", Code, None),
    ("/log", Everyone, None),
    ("/log/checkpoint", Everyone, None),
    ("/log/entries", Everyone, None),
    ("/p/{code}/account", Code, Some(Code)),
    ("/my/sign-in", Everyone, Some(Everyone)),
    ("/my/sign-in/{secret}", Link, Some(Link)),
    ("/my/address/{secret}", Link, Some(Link)),
    ("/my", Resident, Some(Resident)),
    ("/my/codes/{kept}/removal", Resident, Some(Resident)),
    ("/my/notices/{consultation}", Resident, Some(Resident)),
    ("/my/settings", Resident, Some(Resident)),
    ("/my/address", Resident, Some(Resident)),
    ("/my/data.json", Resident, None),
    ("/my/data.txt", Resident, None),
    ("/my/erasure", Resident, Some(Resident)),
    ("/my/sign-out", Nobody, Some(Resident)),
    ("/p/{code}/pause", Code, None),
    ("/p/{code}/texts/{text}", Code, Some(Code)),
    ("/p/{code}/withdrawal", Code, Some(Code)),
    ("/p/{code}/{survey}/{question}", Code, Some(Code)),
    ("/receipt", Everyone, Some(Everyone)),
    ("/sign-in/oidc", WithProvider, None),
    ("/sign-in/oidc/return", WithProvider, None),
    ("/imprint", Everyone, None),
    ("/privacy", Everyone, None),
    ("/accessibility", Everyone, Some(Everyone)),
    ("/plain-language", Everyone, None),
    ("/sign-language", Everyone, None),
    ("/results", Everyone, None),
    (
        "/consultations/{consultation}/results",
        AfterPublication,
        None,
    ),
    ("/consultations/{consultation}/data", AfterPublication, None),
    (
        "/consultations/{consultation}/results.csv",
        AfterPublication,
        None,
    ),
    (
        "/consultations/{consultation}/results.xlsx",
        AfterPublication,
        None,
    ),
    (
        "/consultations/{consultation}/results.zip",
        AfterPublication,
        None,
    ),
    (
        "/consultations/{consultation}/results/{survey}.csv",
        AfterPublication,
        None,
    ),
    (
        "/consultations/{consultation}/results/{survey}.xlsx",
        AfterPublication,
        None,
    ),
    (
        "/consultations/{consultation}/results/{survey}.zip",
        AfterPublication,
        None,
    ),
    (
        "/consultations/{consultation}/results/{survey}.docx",
        AfterPublication,
        None,
    ),
    (
        "/consultations/{consultation}/results/{survey}/report",
        AfterPublication,
        None,
    ),
    (
        "/consultations/{consultation}/charts.zip",
        AfterPublication,
        None,
    ),
    (
        "/consultations/{consultation}/results/{survey}/chart.svg",
        AfterPublication,
        None,
    ),
    (
        "/consultations/{consultation}/results/{survey}/chart.png",
        AfterPublication,
        None,
    ),
    ("/api", Everyone, None),
    ("/api/v1/openapi.json", Everyone, None),
    ("/api/v1/consultations", Everyone, None),
    ("/api/v1/consultations/{consultation}", Everyone, None),
    (
        "/api/v1/consultations/{consultation}/results",
        AfterPublication,
        None,
    ),
    (
        "/api/v1/consultations/{consultation}/results/{survey}",
        AfterPublication,
        None,
    ),
    (
        "/api/v1/strategies/{strategy}/editions/{number}",
        Everyone,
        None,
    ),
    ("/catalog.ttl", Everyone, None),
    ("/catalog.jsonld", Everyone, None),
    (
        "/consultations/{consultation}/results/{survey}",
        AfterPublication,
        None,
    ),
    (
        "/consultations/{consultation}/briefing",
        AfterPublication,
        None,
    ),
    (
        "/consultations/{consultation}/briefing/{field}",
        AfterPublication,
        None,
    ),
    (
        "/consultations/{consultation}/outcome",
        AfterPublication,
        None,
    ),
    (
        "/consultations/{consultation}/outcome/{field}",
        AfterPublication,
        None,
    ),
    (
        "/consultations/{consultation}/outcome/table",
        AfterPublication,
        None,
    ),
    (
        "/consultations/{consultation}/outcome/table.docx",
        AfterPublication,
        None,
    ),
    (
        "/consultations/{consultation}/outcome/table.xlsx",
        AfterPublication,
        None,
    ),
    ("/strategies/{strategy}/synopsis", Everyone, None),
    ("/strategies/{strategy}/synopsis.docx", Everyone, None),
    ("/strategies/{strategy}/synopsis.xlsx", Everyone, None),
    (
        "/consultations/{consultation}/outcome/themes/{theme}",
        AfterPublication,
        None,
    ),
    (
        "/consultations/{consultation}/results/{survey}/comments",
        AfterPublication,
        None,
    ),
    ("/sign-in", Everyone, Some(Everyone)),
    ("/sign-in/forgotten", Everyone, Some(Everyone)),
    ("/sign-in/new-password/{secret}", Link, Some(Link)),
    ("/invitation/{secret}", Link, Some(Link)),
    ("/sign-in/code", Halfway, Some(Halfway)),
    ("/sign-in/setup", Halfway, Some(Halfway)),
    // The administration's desk.
    ("/desk", ANY, None),
    (
        "/desk/consultations/{consultation}/codes",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/codes/access",
        Nobody,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/codes/{codes}/letters",
        EDITORS,
        None,
    ),
    (
        "/desk/consultations/{consultation}/codes/{codes}/codes.csv",
        EDITORS,
        None,
    ),
    (
        "/desk/consultations/{consultation}/codes/{codes}/seal",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/codes/{codes}/removal",
        EDITORS,
        Some(EDITORS),
    ),
    ("/desk/consultations/{consultation}/form", UNPUBLISHED, None),
    ("/desk/consultations/{consultation}/cross", EVALUATORS, None),
    (
        "/desk/consultations/{consultation}/cross.csv",
        EVALUATORS,
        None,
    ),
    (
        "/desk/consultations/{consultation}/raw",
        EVALUATORS,
        Some(EVALUATORS),
    ),
    ("/desk/paper", ENTERS, None),
    ("/desk/paper/new", ENTERS, Some(ENTERS)),
    ("/desk/paper/{batch}", ENTERS, None),
    ("/desk/paper/{batch}/count", ENTERS, Some(ENTERS)),
    ("/desk/paper/{batch}/removal", ENTERS, Some(ENTERS)),
    ("/desk/paper/{batch}/sheets/new", ENTERS, Some(ENTERS)),
    ("/desk/paper/{batch}/sheets/{sheet}", ENTERS, Some(ENTERS)),
    (
        "/desk/paper/{batch}/sheets/{sheet}/check",
        ENTERS,
        Some(ENTERS),
    ),
    (
        "/desk/paper/{batch}/sheets/{sheet}/removal",
        ENTERS,
        Some(ENTERS),
    ),
    ("/sign-out", Nobody, Some(ANY)),
    ("/desk/strategies", UNPUBLISHED, None),
    ("/desk/strategies/new", EDITORS, Some(EDITORS)),
    ("/desk/strategies/{strategy}", UNPUBLISHED, None),
    ("/desk/strategies/{strategy}/uploads", Nobody, Some(EDITORS)),
    (
        "/desk/strategies/{strategy}/uploads/{upload}",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/strategies/{strategy}/uploads/{upload}/discard",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/strategies/{strategy}/editions/{number}",
        UNPUBLISHED,
        None,
    ),
    (
        "/desk/strategies/{strategy}/editions/{number}/publish",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/strategies/{strategy}/editions/{number}/withdraw",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/strategies/{strategy}/editions/{number}/council",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/strategies/{strategy}/editions/{number}/delete",
        EDITORS,
        Some(EDITORS),
    ),
    ("/desk/account", ANY, Some(ANY)),
    ("/desk/account/password", ANY, Some(ANY)),
    ("/desk/account/factor", ANY, Some(ANY)),
    ("/desk/account/recovery", ANY, Some(ANY)),
    ("/desk/account/sign-out", Nobody, Some(ANY)),
    ("/desk/accounts", ADMINS, None),
    ("/desk/mails", ADMINS, Some(ADMINS)),
    ("/desk/mails/{mail}/removal", ADMINS, Some(ADMINS)),
    ("/desk/accounts/new", ADMINS, Some(ADMINS)),
    ("/desk/accounts/{account}", ADMINS, Some(ADMINS)),
    ("/desk/accounts/{account}/link", Nobody, Some(ADMINS)),
    ("/desk/accounts/{account}/provider", Nobody, Some(ADMINS)),
    ("/desk/accounts/{account}/disable", ADMINS, Some(ADMINS)),
    ("/desk/accounts/{account}/enable", Nobody, Some(ADMINS)),
    ("/desk/accounts/{account}/factor", ADMINS, Some(ADMINS)),
    ("/desk/strategies/{strategy}/drafts", EDITORS, Some(EDITORS)),
    (
        "/desk/strategies/{strategy}/drafts/{draft}",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/strategies/{strategy}/drafts/{draft}/add",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/strategies/{strategy}/drafts/{draft}/elements/{key}",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/strategies/{strategy}/drafts/{draft}/elements/{key}/place",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/strategies/{strategy}/drafts/{draft}/elements/{key}/split",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/strategies/{strategy}/drafts/{draft}/elements/{key}/merge",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/strategies/{strategy}/drafts/{draft}/discard",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/strategies/{strategy}/drafts/{draft}/finish",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/languages",
        UNPUBLISHED,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/languages/{lang}",
        UNPUBLISHED,
        None,
    ),
    (
        "/desk/consultations/{consultation}/languages/{lang}/{kind}/{subject}",
        UNPUBLISHED,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/surveys",
        UNPUBLISHED,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/new-survey",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/survey-import",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/surveys/{survey}",
        UNPUBLISHED,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/surveys/{survey}/settings",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/surveys/{survey}/deletion",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/surveys/{survey}/reading",
        UNPUBLISHED,
        None,
    ),
    (
        "/desk/consultations/{consultation}/surveys/{survey}/new-question",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/surveys/{survey}/questions/{question}",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/surveys/{survey}/questions/{question}/condition",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/surveys/{survey}/questions/{question}/deletion",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/surveys/{survey}/preview/{question}",
        UNPUBLISHED,
        Some(UNPUBLISHED),
    ),
    (
        "/desk/consultations/{consultation}/comments",
        UNPUBLISHED,
        None,
    ),
    (
        "/desk/consultations/{consultation}/comments.csv",
        UNPUBLISHED,
        None,
    ),
    (
        "/desk/consultations/{consultation}/comments/{comment}",
        ANSWERERS,
        Some(ANSWERERS),
    ),
    (
        "/desk/consultations/{consultation}/evaluation",
        ENTERS,
        None,
    ),
    (
        "/desk/consultations/{consultation}/contributions",
        ENTERS,
        Some(ENTERS),
    ),
    (
        "/desk/consultations/{consultation}/contributions/{text}",
        ENTERS,
        Some(EVALUATORS),
    ),
    (
        "/desk/consultations/{consultation}/segments",
        ENTERS,
        Some(EVALUATORS),
    ),
    (
        "/desk/consultations/{consultation}/segments/{number}",
        ENTERS,
        Some(EVALUATORS),
    ),
    (
        "/desk/consultations/{consultation}/duplicates",
        ENTERS,
        Some(EVALUATORS),
    ),
    ("/desk/consultations/{consultation}/coders", ENTERS, None),
    (
        "/desk/consultations/{consultation}/themes",
        ENTERS,
        Some(EVALUATORS),
    ),
    (
        "/desk/consultations/{consultation}/contributions/{text}/assessment",
        ENTERS,
        Some(ENTERS),
    ),
    (
        "/desk/consultations/{consultation}/themes/{theme}",
        ENTERS,
        Some(ENTERS),
    ),
    (
        "/desk/consultations/{consultation}/assessments",
        ENTERS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/assessments/table",
        ENTERS,
        None,
    ),
    (
        "/desk/consultations/{consultation}/assessments/table.docx",
        ENTERS,
        None,
    ),
    (
        "/desk/consultations/{consultation}/assessments/table.xlsx",
        ENTERS,
        None,
    ),
    (
        "/desk/strategies/{strategy}/drafts/{draft}/synopsis",
        EDITORS,
        None,
    ),
    (
        "/desk/strategies/{strategy}/drafts/{draft}/synopsis.docx",
        EDITORS,
        None,
    ),
    (
        "/desk/strategies/{strategy}/drafts/{draft}/synopsis.xlsx",
        EDITORS,
        None,
    ),
    (
        "/desk/consultations/{consultation}/assessments/release/{audience}",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/strategies/{strategy}/drafts/{draft}/revision",
        EDITORS,
        None,
    ),
    (
        "/desk/strategies/{strategy}/drafts/{draft}/revision/{key}",
        EDITORS,
        Some(EDITORS),
    ),
    ("/desk/text-blocks", ENTERS, Some(ENTERS)),
    (
        "/desk/consultations/{consultation}/themes/{theme}/edit",
        EVALUATORS,
        Some(EVALUATORS),
    ),
    ("/desk/moderation", READERS, Some(MODERATORS)),
    ("/desk/moderation/{text}", READERS, Some(MODERATORS)),
    ("/desk/journal", Staff(&["admin"]), Some(Staff(&["admin"]))),
    ("/desk/pages", PAGES, None),
    ("/desk/pages/{page}/{language}", PAGES, Some(PAGES)),
    ("/desk/pages/{page}/{language}/versions", PAGES, Some(PAGES)),
    ("/desk/pages/{page}/{language}/withdraw", PAGES, Some(PAGES)),
    ("/desk/feedback", PAGES, Some(PAGES)),
    // Organisations.
    (
        "/consultations/{consultation}/organisation",
        Everyone,
        Some(Everyone),
    ),
    ("/organisation/registration/{secret}", Link, Some(Link)),
    ("/organisation/invitation/{secret}", Link, Some(Link)),
    ("/organisation/sign-in", Everyone, Some(Everyone)),
    ("/organisation/sign-in/{secret}", Link, Some(Link)),
    ("/organisation/sign-in-again", Everyone, Some(Everyone)),
    ("/organisation", Member, Some(Member)),
    ("/organisation/sign-out", Nobody, Some(Member)),
    // Statements. A file is only its owner's.
    (
        "/consultations/{consultation}/statement",
        Everyone,
        Some(Everyone),
    ),
    ("/consultations/{consultation}/statements", Everyone, None),
    (
        "/consultations/{consultation}/statements/{number}",
        AfterPublication,
        None,
    ),
    ("/statement-address/{secret}", Link, Some(Link)),
    ("/p/{code}/statement", Code, None),
    ("/p/{code}/statement/parts/{part}", Code, Some(Code)),
    ("/p/{code}/statement/people", Code, Some(Code)),
    ("/p/{code}/statement/files", Code, Some(Code)),
    ("/p/{code}/statement/files/{file}", Link, None),
    (
        "/p/{code}/statement/files/{file}/removal",
        FormOnly,
        Some(Code),
    ),
    ("/p/{code}/statement/review", Code, Some(Code)),
    ("/p/{code}/statement/receipt", Code, None),
    ("/p/{code}/statement/addresses", FormOnly, Some(Code)),
    ("/p/{code}/statement/erasure", Code, Some(Code)),
    ("/p/{code}/statement/nil", FormOnly, Some(Code)),
    ("/p/{code}/statement/replacement", FormOnly, Some(Code)),
    ("/p/{code}/statement/discard", Code, Some(Code)),
    ("/p/{code}/statement/withdrawal", Code, Some(Code)),
    (
        "/organisation/consultations/{consultation}/statement",
        Member,
        None,
    ),
    (
        "/organisation/consultations/{consultation}/statement/parts/{part}",
        Member,
        Some(Member),
    ),
    (
        "/organisation/consultations/{consultation}/statement/people",
        Member,
        Some(Member),
    ),
    (
        "/organisation/consultations/{consultation}/statement/files",
        Member,
        Some(Member),
    ),
    (
        "/organisation/consultations/{consultation}/statement/files/{file}",
        Member,
        None,
    ),
    (
        "/organisation/consultations/{consultation}/statement/files/{file}/removal",
        Member,
        Some(Member),
    ),
    (
        "/organisation/consultations/{consultation}/statement/review",
        Member,
        Some(Member),
    ),
    (
        "/organisation/consultations/{consultation}/statement/release",
        Member,
        Some(Member),
    ),
    (
        "/organisation/consultations/{consultation}/statement/receipt",
        Member,
        None,
    ),
    (
        "/organisation/consultations/{consultation}/statement/receipt.json",
        Member,
        None,
    ),
    (
        "/organisation/consultations/{consultation}/statement/outcome",
        Member,
        None,
    ),
    (
        "/organisation/consultations/{consultation}/statement/addresses",
        Member,
        Some(Member),
    ),
    (
        "/organisation/consultations/{consultation}/statement/nil",
        Member,
        Some(Member),
    ),
    (
        "/organisation/consultations/{consultation}/statement/replacement",
        Member,
        Some(Member),
    ),
    (
        "/organisation/consultations/{consultation}/statement/discard",
        Member,
        Some(Member),
    ),
    (
        "/organisation/consultations/{consultation}/statement/withdrawal",
        Member,
        Some(Member),
    ),
    (
        "/organisation/consultations/{consultation}/statement/extension",
        Member,
        Some(Member),
    ),
    ("/desk/organisations", EDITORS, None),
    ("/desk/organisations/new", EDITORS, Some(EDITORS)),
    ("/desk/organisations/{organisation}", EDITORS, None),
    (
        "/desk/organisations/{organisation}/edit",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/organisations/{organisation}/confirmation",
        Nobody,
        Some(EDITORS),
    ),
    (
        "/desk/organisations/{organisation}/refusal",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/organisations/{organisation}/closing",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/organisations/{organisation}/opening",
        Nobody,
        Some(EDITORS),
    ),
    (
        "/desk/organisations/{organisation}/members/new",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/organisations/{organisation}/members/{member}",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/organisations/{organisation}/members/{member}/link",
        Nobody,
        Some(EDITORS),
    ),
    (
        "/desk/organisations/{organisation}/members/{member}/removal",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/organisations",
        EDITORS,
        None,
    ),
    (
        "/desk/consultations/{consultation}/organisations/add",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/organisations/import",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/organisations/template.csv",
        EDITORS,
        None,
    ),
    (
        "/desk/consultations/{consultation}/organisations/template.xlsx",
        EDITORS,
        None,
    ),
    (
        "/desk/consultations/{consultation}/organisations/letters/{to}",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/organisations/{organisation}/removal",
        EDITORS,
        Some(EDITORS),
    ),
    // Statements at the desk.
    (
        "/desk/consultations/{consultation}/statements",
        READERS,
        None,
    ),
    (
        "/desk/consultations/{consultation}/statements/register.csv",
        READERS,
        None,
    ),
    (
        "/desk/consultations/{consultation}/statements/register.xlsx",
        READERS,
        None,
    ),
    (
        "/desk/consultations/{consultation}/statements/new",
        ENTERS,
        Some(ENTERS),
    ),
    (
        "/desk/consultations/{consultation}/statements/import",
        ENTERS,
        Some(ENTERS),
    ),
    (
        "/desk/consultations/{consultation}/statements/template.csv",
        ENTERS,
        None,
    ),
    (
        "/desk/consultations/{consultation}/statements/template.xlsx",
        ENTERS,
        None,
    ),
    (
        "/desk/consultations/{consultation}/statements/{number}",
        READERS,
        None,
    ),
    (
        "/desk/consultations/{consultation}/statements/{number}/files/{file}",
        READERS,
        None,
    ),
    (
        "/desk/consultations/{consultation}/statements/{number}/admission",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/statements/{number}/publication",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/deadlines",
        EDITORS,
        Some(EDITORS),
    ),
    // Papers of the council.
    ("/papers", Everyone, None),
    ("/papers/calendar.ics", Everyone, None),
    ("/papers/{paper}", Everyone, None),
    ("/papers/{paper}/calendar.ics", Everyone, None),
    ("/papers/{paper}/files/{attachment}", Everyone, None),
    ("/oparl/v1.1/system", Everyone, None),
    ("/oparl/v1.1/bodies", Everyone, None),
    ("/oparl/v1.1/body", Everyone, None),
    ("/oparl/v1.1/body/{list}", Everyone, None),
    ("/oparl/v1.1/{kind}/{id}", Everyone, None),
    ("/desk/briefings", BRIEFED, None),
    ("/desk/briefings/{consultation}", PREPARE, None),
    ("/desk/briefings/{consultation}/table", NOBODY_YET, None),
    (
        "/desk/briefings/{consultation}/table.docx",
        NOBODY_YET,
        None,
    ),
    (
        "/desk/briefings/{consultation}/table.xlsx",
        NOBODY_YET,
        None,
    ),
    ("/desk/briefings/{consultation}/{field}", PREPARE, None),
    ("/desk/papers", COUNCIL, None),
    ("/desk/papers/new", EDITORS, Some(EDITORS)),
    ("/desk/papers/{paper}", COUNCIL, None),
    ("/desk/papers/{paper}/edit", EDITORS, Some(EDITORS)),
    ("/desk/papers/{paper}/publish", EDITORS, Some(EDITORS)),
    ("/desk/papers/{paper}/withdraw", EDITORS, Some(EDITORS)),
    ("/desk/papers/{paper}/delete", EDITORS, Some(EDITORS)),
    ("/desk/papers/{paper}/steps", Nobody, Some(EDITORS)),
    (
        "/desk/papers/{paper}/steps/{deliberation}",
        EDITORS,
        Some(EDITORS),
    ),
    ("/desk/papers/{paper}/files", Nobody, Some(EDITORS)),
    ("/desk/papers/{paper}/files/{attachment}", COUNCIL, None),
    (
        "/desk/papers/{paper}/files/{attachment}/removal",
        Nobody,
        Some(EDITORS),
    ),
    ("/desk/papers/{paper}/decision", Nobody, Some(EDITORS)),
    ("/desk/bodies", EDITORS, None),
    ("/desk/bodies/{body}", EDITORS, Some(EDITORS)),
    ("/desk/bodies/{body}/removal", Nobody, Some(EDITORS)),
    // Consultations at the desk.
    ("/desk/consultations", UNPUBLISHED, None),
    ("/desk/consultations/new", EDITORS, Some(EDITORS)),
    ("/desk/consultations/{consultation}", UNPUBLISHED, None),
    (
        "/desk/consultations/{consultation}/edit",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/steps",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/steps/{step}",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/steps/{step}/remove",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/publish",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/withdraw",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/delete",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/restore",
        Nobody,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/erase",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/times",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/tracks/{track}",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/tracks/{track}/close",
        EDITORS,
        Some(EDITORS),
    ),
    (
        "/desk/consultations/{consultation}/preview",
        UNPUBLISHED,
        None,
    ),
    (
        "/desk/consultations/{consultation}/preview/{day}/consultations/{of}",
        UNPUBLISHED,
        None,
    ),
    (
        "/desk/consultations/{consultation}/preview/{day}/consultations/{of}/survey",
        UNPUBLISHED,
        None,
    ),
    (
        "/desk/consultations/{consultation}/preview/{day}/strategies/{strategy}/editions/{number}",
        UNPUBLISHED,
        None,
    ),
    (
        "/desk/consultations/{consultation}/preview/{day}/strategies/{strategy}/editions/{number}/{field}",
        UNPUBLISHED,
        None,
    ),
    (
        "/desk/consultations/{consultation}/preview/{day}/strategies/{strategy}/{key}",
        UNPUBLISHED,
        None,
    ),
];

/// The tables in `src/routes.rs` and its parts: the address, and whether a form can be sent to it.
pub fn routes() -> BTreeSet<(String, bool)> {
    let parts = source::files("src/routes", &[".rs"]);
    let whole = std::fs::read_to_string(source::root().join("src/routes.rs")).unwrap();
    let text = parts.iter().fold(whole, |all, part| all + &part.text);
    let tables = source::between(&text, "lay! {", "\n    }");
    tables
        .flat_map(|table| table.split(';'))
        .filter_map(|row| {
            let path = row.split('"').nth(1)?;
            Some((path.to_owned(), row.contains("post ")))
        })
        .collect()
}

/// Whether an address takes forms of somebody: of staff by her role, of a `member`, a `resident`, somebody `halfway`.
pub fn takes_forms_of(pattern: &str, who: &str) -> bool {
    let row = TABLE.iter().find(|(path, _, _)| *path == pattern);
    match row.and_then(|(_, _, act)| *act) {
        Some(Staff(roles)) => roles.contains(&who),
        Some(Member) => who == "member",
        Some(Resident) => who == "resident",
        Some(Halfway) => who == "halfway",
        _ => true,
    }
}

#[test]
fn every_address_says_who_may() {
    let listed: BTreeSet<_> = TABLE
        .iter()
        .map(|(path, _, post)| ((*path).to_owned(), post.is_some()))
        .collect();
    assert_eq!(
        routes(),
        listed,
        "write into the table above who may open it and who may send to it"
    );
}

/// An address with the names of the fixture town in it.
fn filled(path: &str, code: &str, (text, comment): (&str, &str)) -> String {
    [
        ("{comment}", comment),
        ("{strategy}", "konzept"),
        ("{number}", "1"),
        ("{field}", "hf-gruen"),
        ("{key}", "sz-baeume"),
        ("{consultation}", "ziele"),
        ("{code}", code),
        ("{text}", text),
        ("{step}", "1"),
        ("{track}", "survey"),
        ("{day}", "2026-07-10"),
        ("{of}", "ziele"),
        ("{survey}", "gruen"),
        ("{question}", "sz-baeume"),
        ("{sheet}", "1"),
        ("{access}", "k7mq4t2x9hrd"),
        ("{draft}", "none"),
        ("{page}", "imprint"),
        ("{language}", "de"),
        ("{part}", "whole"),
        ("{file}", "none"),
        ("{audience}", "council"),
        ("{theme}", "none"),
        ("{list}", "papers"),
        ("{kind}", "paper"),
    ]
    .iter()
    .fold(path.to_owned(), |path, (name, value)| {
        path.replace(name, value)
    })
}

/// What the desk's addresses name beside the fixture town, made by those who may: pairs of a name and its value.
async fn staged(app: &TestApp) -> Vec<(&'static str, String)> {
    let editor = app.staff("editor");
    let council = council::staged(app).await;
    let languages = editor.get("/desk/consultations/ziele/languages").await;
    editor
        .press(&languages, "languages-save", &[("languages", "tr")])
        .await
        .expect(303);
    let batch = paper::begin(&editor).await;
    paper::type_sheet(app, &editor, &batch).await.expect(303);
    let (organisation, member) = organisations::known(app);
    let file = statements::desk::with_file(&editor).await;
    let own = vec![
        ("{file}", file),
        ("{organisation}", organisation),
        ("{member}", member),
        ("{to}", "first".into()),
        ("{mail}", crate::mails::given_up(app).await),
        ("{codes}", access::codes(app, &editor).await),
        (
            "{batch}",
            batch.trim_start_matches("/desk/paper/").to_owned(),
        ),
        ("{draft}", app.draft()),
        ("{upload}", app.waiting_document()),
        (
            "{theme}",
            crate::evaluation_desk::theme(&app.staff("evaluator"), "Licht").await,
        ),
        ("{lang}", "tr".into()),
        ("{kind}", "consultation".into()),
        ("{subject}", app.town.consultation.id.to_string()),
        (
            "{account}",
            app.account("kim@lindenau.example", &["editor"]),
        ),
    ];
    own.into_iter().chain(council).collect()
}

#[actix_web::test]
async fn whoever_has_no_code_sees_nobodys_answers() {
    let app = TestApp::with(&with_comments(), |_| {}).await;
    publish_all(&app).await;
    let (anna, home, text) = one_text(&app, "Mehr Bänke").await;
    let comment = comment_under(&app, &anna, &home).await;
    let names = (text.as_str(), comment.as_str());
    let stranger = app.visitor();
    let guessed = trialog::participation::Code::fresh();
    let council = council::staged(&app).await;
    for &(path, who, _) in TABLE {
        let named = council.iter();
        let named = named.fold(path.to_owned(), |path, (name, value)| {
            path.replace(name, value)
        });
        let path = named.as_str();
        let right = stranger.open(&filled(path, &home[3..], names)).await;
        let wrong = stranger.get(&filled(path, guessed.as_str(), names)).await;
        match who {
            Everyone => {
                right.expect(200);
            }
            AfterPublication | WithProvider | Link => {
                right.expect(404);
            }
            Code => {
                right.expect(200);
                wrong.expect(404);
            }
            Member => assert!(right.url.starts_with("/organisation/sign-in"), "{path}"),
            Resident => assert_eq!(right.url, "/my/sign-in", "{path}"),
            FormOnly => {
                right.expect(405);
            }
            Nobody if path == "/my/sign-out" => assert_eq!(right.url, "/my/sign-in"),
            Nobody if path == "/organisation/sign-out" => {
                assert_eq!(right.url, "/organisation/sign-in");
            }
            Nobody | Halfway | Staff(_) => assert!(
                right.url.starts_with("/sign-in"),
                "{path} leads to {}",
                right.url
            ),
        }
    }
    // The code opens, an id of the database does not.
    let ids = app.data.dump("participations");
    let id = ids.split([',', '(']).find(|cell| cell.len() == 26).unwrap();
    stranger.get(&format!("/p/{id}")).await.expect(404);
}

#[actix_web::test]
async fn each_role_opens_its_pages_and_finds_nothing_behind_the_others() {
    let app = TestApp::with(&with_comments(), |_| {}).await;
    let names = staged(&app).await;
    let (anna, home, text) = one_text(&app, "Mehr Bänke").await;
    let comment = comment_under(&app, &anna, &home).await;
    crate::evaluation_desk::gather(&app).await;
    publish_all(&app).await;
    let people = ROLES.map(|role| (role, app.staff(role)));
    for &(path, show, act) in TABLE {
        let named = names.iter().fold(path.to_owned(), |path, (name, value)| {
            path.replace(name, value)
        });
        let url = filled(&named, "", (&text, &comment));
        for (role, person) in &people {
            if let Staff(allowed) = show {
                let expected = if allowed.contains(role) { 200 } else { 404 };
                // Somebody without a second factor is led to where she can set one up.
                person.open(&url).await.expect(expected);
            }
            if let Some(Staff(allowed)) = act {
                // Without its form nothing happens; without the role there is nothing that could.
                let _refused = if path.ends_with("/uploads") { 415 } else { 403 };
                let expected = if allowed.contains(role) { 403 } else { 404 };
                person.post(&url, &[]).await.expect(expected);
            }
        }
    }
}

#[actix_web::test]
async fn opening_a_page_changes_nothing_and_an_act_needs_its_form() {
    let app = TestApp::with(&with_comments(), |_| {}).await;
    publish_all(&app).await;
    let (anna, home, text) = one_text(&app, "Mehr Bänke").await;
    let comment = comment_under(&app, &anna, &home).await;
    let names = (text.as_str(), comment.as_str());
    let tables = [
        "participations",
        "drafts",
        "questionnaires",
        "answers",
        "tallies",
        "headcounts",
        "journal",
    ];
    let before = tables.map(|table| app.data.dump(table));
    for &(path, _, post) in TABLE {
        // Each from an address of her own: what is asked often from one is slowed down.
        let stranger = app.visitor();
        let url = filled(path, &home[3..], names);
        for method in [Method::GET, Method::HEAD, Method::OPTIONS] {
            let answer = stranger
                .send(&url, TestRequest::default().method(method.clone()))
                .await;
            assert!(!answer.status.is_server_error(), "{method} {url}");
        }
        for method in [Method::PUT, Method::DELETE, Method::PATCH] {
            stranger
                .send(&url, TestRequest::default().method(method))
                .await
                .expect(405);
        }
        let bare = stranger
            .send(&url, TestRequest::post().set_form([("mark", "drop")]))
            .await;
        match (post, path) {
            (_, "/sign-out" | "/organisation/sign-out" | "/my/sign-out") => bare.expect(303),
            // The gates stand before everything of the desk, of organisations and of residents, and keep what was typed.
            (Some(Member | Resident), _) | (None, "/my/data.json" | "/my/data.txt") => {
                bare.expect(401)
            }
            _ if path.starts_with("/organisation/consultations/") => bare.expect(401),
            _ if path.starts_with("/desk") => bare.expect(401),
            (Some(Halfway), _) => bare.expect(401),
            (None, _) => bare.expect(405),
            // It only asks.
            (Some(_), "/receipt") => bare.expect(422),
            // Without a key of ours there is nothing.
            (Some(_), "/subscriptions/{subscription}/one-click") => bare.expect(404),
            (Some(_), _) => bare.expect(403),
        };
    }
    assert_eq!(tables.map(|table| app.data.dump(table)), before);
}
