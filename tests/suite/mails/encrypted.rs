//! The way to the mail server, encrypted, with an authority of the town's own.

use trialog::base::config::Security;
use trialog::base::mail::Courier;

use super::{LATER, Post, SENT};
use crate::support::smtp::{MailServer, key};

/// The same post office with a server that speaks TLS.
fn behind(security: Security) -> Post {
    let mut post = Post::new();
    post.server = MailServer::encrypted(security);
    post.server.serve(&mut post.config);
    post
}

async fn try_out(post: &Post) -> Result<(), String> {
    Courier::of(&post.config).unwrap().try_out().await
}

#[actix_web::test]
async fn a_mail_leaves_over_tls_from_the_first_byte_and_over_starttls() {
    for security in [Security::Tls, Security::Starttls] {
        let post = behind(security);
        assert_eq!(try_out(&post).await, Ok(()), "{security:?}");
        post.put().await;
        assert_eq!(post.round().await, SENT, "{security:?}");
        let mails = post.server.mails();
        assert_eq!(mails.len(), 1, "{security:?}");
        assert_eq!(mails[0].to, ["anna@example.de"]);
        assert!(mails[0].text().contains("schön"));
    }
}

#[actix_web::test]
async fn a_server_whose_certificate_nobody_vouches_for_gets_no_mail() {
    for security in [Security::Tls, Security::Starttls] {
        let mut post = behind(security);
        for authority in [
            String::new(),
            key("mail-stranger.pem").display().to_string(),
        ] {
            post.config.mail.smtp_ca_file = authority;
            assert!(try_out(&post).await.is_err(), "{security:?}");
        }
        post.put().await;
        assert_eq!(post.round().await, LATER, "{security:?}");
        assert!(post.server.mails().is_empty(), "{security:?}");
        // A certificate for another name is none.
        post.server.serve(&mut post.config);
        "127.0.0.2".clone_into(&mut post.config.mail.smtp_host);
        assert!(try_out(&post).await.is_err(), "{security:?}");
    }
}
