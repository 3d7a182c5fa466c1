//! What people type as codes, days and names; and addresses with whatever behind the question mark.

use trialog::base::mail::Address;
use trialog::consultation::form::{is_slug, names_consultation, parse_day, suggest};
use trialog::participation::Code;
use trialog::participation::access::AccessCode;
use trialog::strategy::Key;
use trialog::survey::form::day_of;

use super::forms::is_clean;
use super::harness::Taker;
use crate::support::app::TestApp;
use crate::support::town::ZONE;
use crate::support::visitor::Visitor;

/// What means something there.
pub const WORDS: &[&str] = &[
    "?",
    "&",
    "=",
    "/",
    "%2F",
    "%00",
    "%",
    "+",
    "..",
    "q=",
    "sort=-",
    "page=",
    "lang=de",
    "content=tr",
    "per_page=1000000",
    "page=1000000000",
    "limit=",
    "offset=",
    "created_since=2026-07-17T00:00:00Z",
    "state=open",
    "kind=",
    "field=",
    "from=2",
    "to=1",
    "%25",
    "%F0%9F%8C%B3",
    "-",
    "2026-07-17",
    "31.12.9999",
    "1.1.0001",
    "@",
    ".",
    "o",
    "I",
    "@lindenau.example",
    "(a+)+$",
    "' OR 1=1--",
    "{{7*7}}",
    "%C3",
];

pub fn typed_seeds() -> Vec<Vec<u8>> {
    let code = Code::of_form(&trialog::base::secret::Secrets::fresh(), &[b"x"]);
    [
        code.grouped().as_str(),
        "abcd-efgh-jkmn",
        "17.7.2026",
        "2026-07-17",
        "+262142-12-31",
        "kim@lindenau.example",
        "Ziele für Lindenau 2035",
        "sz-4-a",
        "**Fett** und [Verweis](https://x.example) <b>",
    ]
    .map(|text| text.as_bytes().to_vec())
    .to_vec()
}

/// One line that somebody typed.
pub fn typed(input: &[u8]) -> String {
    let text = String::from_utf8_lossy(input);
    let mut outcome = String::new();
    if let Some(code) = Code::parse(&text) {
        // Whatever was typed, it is this one code from then on.
        assert_eq!(Code::parse(code.as_str()), Some(code.clone()));
        assert_eq!(Code::parse(&code.grouped().replace(' ', "-")), Some(code));
        outcome.push_str("code ");
    }
    if let Some(code) = AccessCode::parse(&text) {
        assert_eq!(
            AccessCode::parse(&code.grouped()).map(|again| again.as_str().to_owned()),
            Some(code.as_str().to_owned())
        );
        outcome.push_str("access ");
    }
    for day in [parse_day(&text), day_of(&text)].into_iter().flatten() {
        let (begin, end) = (ZONE.start_of(day), ZONE.end_of(day));
        assert!(begin <= end, "{day}");
        ZONE.noon_of(day);
        outcome.push_str("day ");
    }
    if let Some(address) = Address::parse(&text) {
        assert!(
            is_clean(address.as_str()) && !address.as_str().contains([' ', ',', '\n', '<', '>'])
        );
        assert_eq!(Address::parse(address.as_str()).as_ref(), Some(&address));
        outcome.push_str("mail ");
    }
    let slug = suggest(&text);
    assert!(names_consultation(&slug) && is_slug(&slug), "{slug}");
    if let Ok(key) = Key::parse(&text) {
        assert_eq!(Key::parse(key.as_str()), Ok(key));
        outcome.push_str("key ");
    }
    outcome.push_str(if trialog::base::markdown::html(&text).contains('<') {
        "html"
    } else {
        "-"
    });
    outcome
}

pub fn seeds() -> Vec<Vec<u8>> {
    [
        "/consultations/ziele?page=2&lang=en",
        "/consultations/ziele/results/leben/comments?page=1000000000&q=Licht",
        "/results?sort=-n&page=1",
        "/strategies/konzept/synopsis?from=1&to=1",
        "/papers?q=a&page=1",
        "/oparl/v1.1/body/paper?limit=1000000&page=2&created_since=2026-07-17T00:00:00Z",
        "/api/v1/consultations?limit=10&offset=2",
        "/receipt?code=abc",
        "/desk/journal?q=(a+)+$&from=2026-07-01&until=2026-07-31&page=3",
        "/desk/accounts?q=kim&sort=-name&state=open",
        "/desk/consultations/ziele/contributions?coded=no&q=x&field=hf-leben",
        "/desk/moderation?state=waiting&sort=day",
        "/desk/consultations/ziele/statements?q=a&sort=-received&page=9",
        "/desk/strategies?q=%25_&page=0",
        "/catalog.jsonld?page=2",
    ]
    .map(|text| text.as_bytes().to_vec())
    .to_vec()
}

/// The town and two people: nobody, and somebody who may everything.
struct Place {
    system: actix_web::rt::SystemRunner,
    people: [Visitor; 2],
    _app: TestApp,
}

impl Place {
    fn new() -> Self {
        let system = actix_web::rt::System::new();
        let app = system.block_on(TestApp::new());
        let all = ["editor", "evaluator", "moderator", "councillor", "admin"];
        let people = [app.visitor(), app.staff_with(&all)];
        Self {
            system,
            people,
            _app: app,
        }
    }
}

/// The town and its two visitors.
pub fn people() -> Taker {
    let place = Place::new();
    Box::new(move |input| place.asked(input))
}

impl Place {
    /// An address, opened by both.
    fn asked(&self, input: &[u8]) -> String {
        let text: String = input
            .iter()
            .filter(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}#".contains(byte))
            .map(|byte| char::from(*byte))
            .take(2_000)
            .collect();
        let url = format!("/{}", text.trim_start_matches('/'));
        if url.parse::<actix_web::http::Uri>().is_err() {
            return "no address".to_owned();
        }
        let open = async {
            let mut outcome = String::new();
            for person in &self.people {
                let answer = person.get(&url).await;
                assert!(
                    !answer.status.is_server_error(),
                    "{url} answers {}",
                    answer.status
                );
                assert!(answer.body.len() < 4 << 20, "{url} is large");
                outcome = format!("{outcome} {}", answer.status.as_u16());
            }
            outcome
        };
        let path = url.split('?').next().unwrap_or_default().to_owned();
        path + &self.system.block_on(open)
    }
}
