//! The one way out: to the provider that the town named. No detours (redirects are not followed), no long waits, no
//! endless answers.

use std::time::Duration;

use anyhow::Context;
use openidconnect::{HttpRequest, HttpResponse, reqwest};

/// Largest answer, in bytes.
const MOST: usize = 1 << 20;

/// The client.
pub(super) struct Http(reqwest::Client);

/// Why the provider could not be asked.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unasked {
    #[error("{0}")]
    Client(#[from] reqwest::Error),
    #[error("the answer is larger than {MOST} bytes")]
    TooLarge,
}

impl Http {
    pub(super) fn new(ca_file: &str) -> anyhow::Result<Self> {
        let mut client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(Duration::from_secs(5))
            .timeout(Duration::from_secs(10))
            .no_proxy()
            .referer(false);
        if !ca_file.is_empty() {
            let pem = std::fs::read(ca_file).context("sign_in.oidc.ca_file")?;
            let authority = reqwest::Certificate::from_pem(&pem);
            client = client.add_root_certificate(authority.context("sign_in.oidc.ca_file")?);
        }
        Ok(Self(client.build()?))
    }

    pub(super) async fn call(&self, request: HttpRequest) -> Result<HttpResponse, Unasked> {
        let mut answer = self.0.execute(request.try_into()?).await?;
        let (status, headers) = (answer.status(), answer.headers().clone());
        let mut body = Vec::new();
        while let Some(piece) = answer.chunk().await? {
            body.extend_from_slice(&piece);
            if body.len() > MOST {
                return Err(Unasked::TooLarge);
            }
        }
        let mut whole = HttpResponse::new(body);
        *whole.status_mut() = status;
        *whole.headers_mut() = headers;
        Ok(whole)
    }
}
