//! Every page with every sample in every language: it renders, it is sound markup, and its template reads what its
//! struct offers, no more and no less.

mod hostile;
pub mod kept;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use actix_web::test::TestRequest;
use actix_web::{HttpMessage, web};
use trialog::base::config::Config;
use trialog::base::locale::Lang;
use trialog::base::page::{DeskItem, Ui, View, Viewer};
use trialog::base::secret::Secrets;
use trialog::base::server::Arrived;
use trialog::base::site::Site;

use crate::support::app::built_in;
use crate::support::source::{self, between, name_at};
use crate::support::{markup, town};

/// One kind of page with its samples.
struct Page {
    name: &'static str,
    template: &'static str,
    /// The samples as templates see them.
    samples: Vec<serde_json::Value>,
    /// The samples as pages.
    render: fn(&Ui) -> Vec<Result<String, String>>,
}

fn page<V: View>(name: &'static str) -> Page {
    Page {
        name,
        template: V::TEMPLATE,
        samples: V::samples()
            .iter()
            .map(|view| serde_json::to_value(view).unwrap())
            .collect(),
        render: |ui| {
            let samples = V::samples();
            samples
                .iter()
                .map(|view| ui.render(view).map_err(|why| format!("{why:?}")))
                .collect()
        },
    }
}

macro_rules! pages {
    ($($module:ident: $($view:ident),+;)*) => {
        fn pages() -> Vec<Page> {
            vec![$($(page::<$module::$view>(stringify!($view)),)+)*]
        }
    };
}

use trialog::account::view as account;
use trialog::assessment::view as assessments;
use trialog::base::error_page as errors;
use trialog::base::page as parts;
use trialog::briefing::view as briefing;
use trialog::comment::view as comments;
use trialog::consultation::view as consultation;
use trialog::council::view as council;
use trialog::desk::view as desk;
use trialog::evaluation::view as results;
use trialog::journal::view as journal;
use trialog::languages::view as languages;
use trialog::legal::view as legal;
use trialog::moderation::view as moderation;
use trialog::notice::view as notice;
use trialog::opendata::view as opendata;
use trialog::organisation::view as organisations;
use trialog::participation::view as codes;
use trialog::portal::view as portal;
use trialog::resident::view as residents;
use trialog::revision::view as revisions;
use trialog::statement::view as statements;
use trialog::statement::view::desk as register;
use trialog::strategy::view as strategy;
use trialog::strategy::view::draft as drafts;
use trialog::survey::view as survey;
use trialog::survey::view::desk as bench;
use trialog::theme::view as themes;
use trialog::transparency::view as checklist;

pages! {
    account: OidcStopped, SignInPage, CodePage, SetupPage, NewCodesPage, ContinuePage, InvitationPage, NewPasswordPage, ForgottenPage,
        LinkGonePage, AccountPage, PasswordPage, FactorPage, RecoveryPage, DeskCodesPage, PeoplePage, InvitePage, LinkPage, PersonPage;
    errors: ErrorPage; parts: Confirm; desk: HomePage, MailsPage;
    briefing: BriefingsPage, BriefingPage, DeskBriefingPage, FieldBriefingPage, DeskFieldBriefingPage;
    languages: LanguagesPage, TextsPage, EditPage;
    legal: LegalPage, PagesPage, WritePage, VersionsPage, FeedbackPage;
    portal: StartPage, ConsultationPage, DeskListPage, DeskHomePage, PublishPage;
    consultation: BasicsPage, TimesPage, StepsPage, StepPage, DeadlinePage, ClosingPage;
    council: PapersPage, PaperPage, DeskPapersPage, DeskPaperPage, PaperFormPage, StepFormPage, BodiesPage, BodyPage;
    strategy: EditionPage, FieldPage, ComparePage, ShelfPage, NewStrategyPage, FolderPage, PreviewPage, DeskEditionPage, CouncilPage, HinderedPage;
    drafts: TreePage, WordsPage, SplitPage, MergePage, PlacePage, FinishPage, DraftsPage;
    bench: SurveysPage, SurveyFormPage, SurveyPage, ReadingPage, KindsPage, QuestionFormPage, ConditionPage, CorrectionPage, LssPage;
    survey: IntroPage, TasksPage, QuestionPage, ReviewPage, ReceiptPage, PausePage, WithdrawalPage, LookupPage, ClosedPage;
    codes: CodesPage, LettersPage; journal: JournalPage;
    survey: AccessCodePage, FormPage, DeskFormPage, PaperListPage, PaperNewPage, PaperBatchPage, SheetPage;
    comments: DiscussionPage, OverviewPage, SupportPage, ReportPage, OwnCommentsPage, OwnCommentPage, DeskCommentsPage, DeskAnswerPage;
    organisations: RegisterPage, RegistrationPage, OrganisationLinkPage, MemberSignInPage, MemberAgainPage, EnterPage, InvitedPage, OwnPage,
        OrganisationsPage, OrganisationFormPage, OrganisationPage, MemberPage, InvitedListPage, AddOrganisationsPage, OrganisationImportPage;
    register: StatementRegisterPage, DeskStatementPage, AdmissionPage, PublicationPage, DeadlinesPage, EntryPage, StatementImportPage;
    statements: StatementHomePage, PartPage, SignersPage, FilesPage, StatementReviewPage, StatementReceiptPage, ExtensionPage, AskPage,
        StatementErasePage, AddressPage, StatementIntroPage, PublicStatementsPage, PublicStatementPage;
    moderation: QueuePage, OnePage, ObjectionPage; assessments: AssessmentListPage, AssessmentPage, TextBlocksPage;
    themes: EvaluationPage, ContributionListPage, CodingPage, ThemeListPage, ThemeFormPage, SegmentListPage, SegmentsPage, DuplicatesPage, CodersPage;
    revisions: PrintPage, DeskPrintPage, RevisionPage, TreesPage, OutcomePage, FieldOutcomePage, ThemeOutcomePage, OwnOutcomePage;
    residents: ContributionsPage, ResidentSignInPage, ResidentEnterPage, NewAddressPage, MyPage, MySettingsPage, RemoveCodePage, ErasurePage;
    opendata: DownloadsPage, FieldReportPage, ApiPage, RawPage; checklist: LogPage; notice: SubscribePage, ConfirmPage, SettingsPage;
    results: ResultsIndexPage, ResultsPage, FieldResultsPage, CommentsPage, CrossPage;
}

#[test]
fn no_page_is_left_out_here() {
    let listed: BTreeSet<_> = pages().iter().map(|page| page.name.to_owned()).collect();
    let mut there = BTreeSet::new();
    for file in source::files("src", &[".rs"])
        .iter()
        .filter(|file| !file.is_test)
    {
        let code = file.code();
        let views = code.split("impl View for ").skip(1);
        there.extend(views.map(|rest| name_at(rest).to_owned()));
    }
    assert_eq!(there, listed, "add it to `pages!` above");
    assert_eq!(pages().len(), listed.len());
}

fn ui(site: &web::Data<Site>, address: &str) -> Ui {
    let request = TestRequest::get()
        .uri(address)
        .app_data(site.clone())
        .to_http_request();
    request.extensions_mut().insert(Arrived(site.clock.now()));
    // As the gate of the desk leaves it; pages for everyone do not look at it.
    let viewer = Viewer {
        name: "Kim Beispiel".into(),
        bound: String::new(),
        nav: vec![DeskItem {
            key: "desk-nav-home",
            url: "/desk",
        }],
    };
    request.extensions_mut().insert(Rc::new(viewer));
    Ui::of(&request).unwrap()
}

/// A site, with the strip of the demo town or without.
fn site(demo: bool) -> web::Data<Site> {
    let mut config = Config::for_tests();
    config.demo = demo;
    let site = built_in()
        .beside(config, Secrets::fresh(), town::midsummer())
        .unwrap();
    web::Data::new(site.with_nav(trialog::routes::nav()))
}

#[test]
fn every_page_renders_in_every_shape_in_german() {
    every_page_renders(Lang::De, false);
}

#[test]
fn every_page_renders_in_every_shape_in_english_and_in_the_demo_town() {
    every_page_renders(Lang::En, true);
}

fn every_page_renders(lang: Lang, demo: bool) {
    let mut faults = BTreeMap::<String, BTreeSet<String>>::new();
    let mut rendered = 0;
    let ui = ui(&site(demo), &format!("/somewhere?lang={lang}"));
    for page in pages() {
        for (n, html) in (page.render)(&ui).into_iter().enumerate() {
            let found = match html {
                Ok(html) => {
                    let mut faults = markup::faults(&scraper::Html::parse_document(&html));
                    let unresolved = ["{{", "{%", "&amp;amp;", "&amp;lt;"];
                    let left = unresolved.iter().filter(|mark| html.contains(**mark));
                    faults.extend(left.map(|mark| format!("{mark} stands in the page")));
                    faults
                }
                Err(why) => vec![why],
            };
            let place = format!("{} ({}), sample {n}, {lang}", page.template, page.name);
            for fault in found {
                faults.entry(fault).or_default().insert(place.clone());
            }
            rendered += 1;
        }
    }
    let told: Vec<_> = faults
        .iter()
        .map(|(fault, places)| {
            let first = places.first().map_or("", String::as_str);
            format!("{first} and {} more: {fault}", places.len() - 1)
        })
        .collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    assert!(rendered > 100, "{rendered} pages");
}

/// The templates that one template reads as well: what it extends, includes or takes components from.
fn text_of(template: &str) -> String {
    let path = source::root().join("templates").join(template);
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    let included: String = between(&text, "{% include \"", "\"").map(text_of).collect();
    let text = without_comments(&text);
    format!("{text}\n{included}")
}

fn without_comments(text: &str) -> String {
    source::without(text, "{#", "#}")
}

/// Fields that no template reads, each with its reason.
const UNREAD: [(&str, &str); 0] = [];

#[test]
fn a_template_reads_what_its_struct_offers() {
    let mut faults = Vec::new();
    for page in pages() {
        let text = text_of(page.template);
        let read: BTreeSet<_> = text
            .split("view.")
            .skip(1)
            .map(|rest| name_at(rest.trim_start_matches('?')).to_owned())
            .chain(
                text.split("view?.")
                    .skip(1)
                    .map(|rest| name_at(rest).to_owned()),
            )
            .collect();
        let offered: BTreeSet<String> = page
            .samples
            .iter()
            .filter_map(serde_json::Value::as_object)
            .flat_map(|view| view.keys().cloned())
            .collect();
        for field in offered.difference(&read) {
            if !UNREAD.contains(&(page.name, field)) {
                faults.push(format!(
                    "{} does not read {}.{field}",
                    page.template, page.name
                ));
            }
        }
        for field in read.difference(&offered) {
            faults.push(format!(
                "{} reads {}.{field}, which is not there",
                page.template, page.name
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_template_belongs_to_a_page() {
    let known: BTreeSet<_> = pages().iter().map(|page| page.template).collect();
    for file in source::files("templates", &[".html"]) {
        let name = file.path.trim_start_matches("templates/");
        let is_page = without_comments(&file.text).contains("{% extends");
        assert!(
            !is_page || known.contains(name),
            "no struct belongs to {name}"
        );
    }
}
