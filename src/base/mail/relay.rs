//! The town's mail server, spoken to over SMTP: one connection a mail, nothing kept open, everything within a time
//! limit. A server that hangs half-way through a mail can thus never spoil the next one.

use std::fs;
use std::future::Future;
use std::time::Duration;

use anyhow::Context;
use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::extension::ClientId;

use super::Undelivered;
use crate::base::config::{Mail, Security};

/// The town's mail server.
pub(super) struct Relay {
    host: String,
    port: u16,
    security: Security,
    tls: Option<TlsParameters>,
    credentials: Option<Credentials>,
    hello: ClientId,
    timeout: Duration,
}

impl Relay {
    pub(super) fn of(options: &Mail) -> anyhow::Result<Self> {
        let tls = match options.smtp_security {
            Security::None => None,
            Security::Starttls | Security::Tls => Some(tls(options)?),
        };
        let credentials = (!options.smtp_user.is_empty()).then(|| {
            Credentials::new(
                options.smtp_user.clone(),
                options.smtp_password.reveal().to_owned(),
            )
        });
        let (_, domain) = options.from_address.rsplit_once('@').unwrap_or_default();
        Ok(Self {
            host: options.smtp_host.clone(),
            port: options.smtp_port,
            security: options.smtp_security,
            tls,
            credentials,
            hello: ClientId::Domain(domain.to_owned()),
            timeout: Duration::from_secs(options.timeout_seconds),
        })
    }

    /// Hands one mail over.
    pub(super) async fn send(&self, envelope: &Envelope, mail: &[u8]) -> Result<(), Undelivered> {
        self.in_time(async {
            let mut server = self.connect().await?;
            server.send(envelope, mail).await?;
            // The mail is theirs now; how they say goodbye changes nothing.
            let _ = actix_web::rt::time::timeout(Duration::from_secs(2), server.quit()).await;
            Ok(())
        })
        .await
    }

    /// Connects, encrypts and signs in, and sends nothing.
    pub(super) async fn try_out(&self) -> Result<(), String> {
        let said = self.in_time(async { self.connect().await?.quit().await.map(|_| ()) });
        said.await.map_err(|why| match why {
            Undelivered::Later(why) | Undelivered::Never(why) => why,
        })
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Error> {
        let at_once = self.tls.clone().filter(|_| self.security == Security::Tls);
        let mut server = AsyncSmtpConnection::connect_tokio1(
            (self.host.as_str(), self.port),
            Some(self.timeout),
            &self.hello,
            at_once,
            None,
        )
        .await?;
        if let (Security::Starttls, Some(tls)) = (self.security, &self.tls) {
            // Fails when the server does not offer it: neither password nor mail go over an open line.
            server.starttls(tls.clone(), &self.hello).await?;
        }
        if let Some(credentials) = &self.credentials {
            server.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(server)
    }

    async fn in_time<T>(
        &self,
        talk: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Undelivered> {
        // Names are looked up, connected and spoken to; a mail has as much time as all of that may take.
        match actix_web::rt::time::timeout(self.timeout, talk).await {
            Ok(Ok(done)) => Ok(done),
            Ok(Err(why)) => Err(verdict(&why)),
            Err(_) => Err(Undelivered::Later(format!(
                "no answer within {} s",
                self.timeout.as_secs()
            ))),
        }
    }
}

/// An address that the server does not know stays unknown. Other refusals come from a server that is set up wrongly or
/// full, which somebody may mend within the day.
fn verdict(why: &Error) -> Undelivered {
    let code = why.status().map(u16::from);
    let said = std::iter::successors(Some(why as &dyn std::error::Error), |why| why.source())
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(": ");
    // 5.7: refused by a rule of the server, such as "relaying denied".
    if matches!(code, Some(550 | 551 | 553)) && !said.contains("5.7.") {
        Undelivered::Never(said)
    } else {
        Undelivered::Later(said)
    }
}

fn tls(options: &Mail) -> anyhow::Result<TlsParameters> {
    let mut tls = TlsParameters::builder(options.smtp_host.clone());
    if !options.smtp_ca_file.is_empty() {
        let pem = fs::read(&options.smtp_ca_file).context("mail.smtp_ca_file")?;
        let authority = Certificate::from_pem(&pem).context("mail.smtp_ca_file")?;
        tls = tls.add_root_certificate(authority);
    }
    tls.build().context("mail.smtp_host")
}
