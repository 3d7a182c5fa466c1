//! Bodies of requests, with and without files, as they come in at the door.

use std::rc::Rc;

use actix_web::dev::ServiceResponse;
use actix_web::http::header;
use actix_web::test::{self, TestRequest};
use actix_web::{HttpResponse, web};
use futures_util::future::LocalBoxFuture;
use serde_json::{Value, json};
use trialog::base::config::Config;
use trialog::base::form::token::{self, For};
use trialog::base::form::{Fields, Sent, Upload};
use trialog::base::secret::Secrets;
use trialog::base::server;
use trialog::base::site::Site;

use super::forms::is_clean;
use super::harness::Taker;
use crate::support::app::built_in;
use crate::support::town;

/// What means something in these bodies. The first line of an input is the type of its content.
pub const WORDS: &[&str] = &[
    "\r\n",
    "--edge\r\n",
    "--edge--\r\n",
    "--edge",
    "content-disposition: form-data; name=\"a\"\r\n",
    "; filename=\"a.pdf\"",
    "; filename=\"../../etc/passwd\"",
    "; filename*=UTF-8''%e2%82%ac.pdf",
    "; filename=\"\"",
    "content-type: text/html\r\n",
    "content-transfer-encoding: base64\r\n",
    "content-length: 99999999999\r\n",
    "_token=TOKEN&",
    "&a=",
    "%00",
    "%",
    "boundary=edge",
    "\0",
    "content-disposition: attachment\r\n",
    "name=\"_token\"",
    "multipart/mixed",
    "; charset=utf-7",
    "\r\n\r\n",
];

pub fn seeds() -> Vec<Vec<u8>> {
    let file = "multipart/form-data; boundary=edge\n--edge\r\ncontent-disposition: form-data; name=\"_token\"\r\n\r\nTOKEN\r\n--edge\r\n\
        content-disposition: form-data; name=\"text\"\r\n\r\nGrüße\r\n--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"C:\\plan.pdf\"\r\n\
        content-type: application/pdf\r\n\r\n%PDF-1.7 x\r\n--edge--\r\n";
    let plain = "application/x-www-form-urlencoded\n_token=TOKEN&a=1&a=%C3%BC&b=+x";
    let empty = file.replace("C:\\plan.pdf", "").replace("%PDF-1.7 x", "");
    let many = file.replacen(
        "--edge\r\n",
        &"--edge\r\ncontent-disposition: form-data; name=\"x\"\r\n\r\ny\r\n".repeat(250),
        1,
    );
    vec![file.into(), plain.into(), empty.into(), many.into()]
}

/// Gives back what was understood.
async fn plain(form: Sent<Fields>) -> HttpResponse {
    HttpResponse::Ok().json(json!({ "fields": form.0, "files": [] }))
}

async fn upload(form: Upload) -> HttpResponse {
    let files = form
        .files
        .iter()
        .map(|file| json!([file.field, file.name, file.bytes.len()]));
    HttpResponse::Ok().json(json!({ "fields": form.fields.0, "files": files.collect::<Vec<_>>() }))
}

fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource("/plain").post(plain))
        .service(web::resource("/upload").post(upload));
}

type Door = Rc<dyn Fn(TestRequest) -> LocalBoxFuture<'static, (u16, Vec<u8>)>>;

/// The door of a small server, and a token for each of its forms.
struct Small {
    system: actix_web::rt::SystemRunner,
    door: Door,
    tokens: [(&'static str, String); 2],
}

impl Small {
    fn new() -> Self {
        let system = actix_web::rt::System::new();
        let (secrets, clock) = (Secrets::fresh(), town::midsummer());
        let tokens = ["/plain", "/upload"].map(|path| {
            (
                path,
                token::make(&secrets, For::everyone(path), clock.now()),
            )
        });
        let mut config = Config::for_tests();
        config.limits.upload_bytes = 65_536;
        config.limits.form_bytes = 4_096;
        let site: Site = built_in().beside(config, secrets, clock).unwrap();
        let app = system.block_on(test::init_service(server::app(
            web::Data::new(site),
            None,
            routes,
        )));
        let app = Rc::new(app);
        let door: Door = Rc::new(move |request| {
            let app = Rc::clone(&app);
            Box::pin(async move {
                let answer = test::try_call_service(app.as_ref(), request.to_request()).await;
                let answer = match answer {
                    Ok(answer) => answer.map_into_boxed_body(),
                    Err(error) => ServiceResponse::new(
                        TestRequest::default().to_http_request(),
                        error.error_response(),
                    ),
                };
                let status = answer.status().as_u16();
                (status, test::read_body(answer).await.to_vec())
            })
        });
        Self {
            system,
            door,
            tokens,
        }
    }
}

fn replaced(body: &[u8], token: &str) -> Vec<u8> {
    let Some(at) = body.windows(5).position(|bytes| bytes == b"TOKEN") else {
        return body.to_vec();
    };
    [&body[..at], token.as_bytes(), &body[at + 5..]].concat()
}

/// A small server, and how it takes a body.
pub fn door() -> Taker {
    let small = Small::new();
    Box::new(move |input| small.sent(input))
}

impl Small {
    /// A body, sent to a form with files and to one without.
    fn sent(&self, input: &[u8]) -> String {
        let end = input
            .iter()
            .position(|byte| *byte == b'\n')
            .unwrap_or(input.len());
        let (kind, body) = (&input[..end], input.get(end + 1..).unwrap_or_default());
        let Ok(kind) = header::HeaderValue::from_bytes(kind) else {
            return "no header".to_owned();
        };
        let mut outcome = String::new();
        for (path, token) in &self.tokens {
            let body = replaced(body, token);
            let length = body.len();
            let request = TestRequest::post()
                .uri(path)
                .insert_header((header::CONTENT_TYPE, kind.clone()))
                .insert_header((header::CONTENT_LENGTH, length))
                .set_payload(body);
            let (status, answer) = self.system.block_on((self.door)(request));
            assert!(
                [200, 400, 403, 413, 415].contains(&status),
                "{path} answers {status}"
            );
            outcome = format!("{outcome} {status}");
            if status == 200 {
                outcome.push_str(&understood(&answer, length));
            }
        }
        outcome
    }
}

fn understood(answer: &[u8], length: usize) -> String {
    let answer: Value = serde_json::from_slice(answer).unwrap();
    let (fields, files) = (
        answer["fields"].as_array().unwrap(),
        answer["files"].as_array().unwrap(),
    );
    let bytes: u64 = files.iter().map(|file| file[2].as_u64().unwrap()).sum();
    assert!(bytes <= length as u64, "more bytes than were sent");
    for file in files {
        let name = file[1].as_str().unwrap();
        assert!(
            is_clean(name) && !name.contains(['/', '\\', '\n']) && name.chars().count() <= 120,
            "{name:?}"
        );
    }
    format!(" {} fields {} files", fields.len().min(9), files.len())
}
