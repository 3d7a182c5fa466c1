//! How people reach the portal, and how they are protected on the way.

use std::net::{IpAddr, SocketAddr};

use super::{Finding, Findings, Good, Hint, Wrong};
use crate::base::config::Config;

pub(super) fn look(config: &Config) -> Findings {
    let mut findings = vec![
        ("Adresse", address(config)),
        ("Reverse Proxy", proxy(config)),
    ];
    if !config.sign_in.second_factor {
        let said = "sign_in.second_factor = false: Zur Anmeldung genügt ein Passwort.";
        findings.push(("Anmeldung", Hint(said.to_owned())));
    }
    if !config.metrics.bind.is_empty() {
        findings.push(("Messwerte", figures(&config.metrics.bind)));
    }
    if config.town.security_contact.is_empty() {
        let said = "town.security_contact fehlt: Wer eine Sicherheitslücke findet, weiß nicht, wohin damit.";
        findings.push(("Sicherheitslücken", Hint(said.to_owned())));
    }
    findings
}

/// Codes of receipts and passwords travel: over the network only encrypted.
fn address(config: &Config) -> Finding {
    let url = config.base_url();
    if config.server.base_url.is_empty() {
        let said = format!(
            "server.base_url fehlt. In Quittungen, QR-Codes und Mails steht {url}; das stimmt nur auf diesem Rechner."
        );
        return if is_here(&config.server.bind) {
            Hint(said)
        } else {
            Wrong(said)
        };
    }
    if config.is_https() {
        return Good(url);
    }
    let host = url.trim_start_matches("http://");
    let bare = host.rsplit_once(':').map_or(host, |(bare, _)| bare);
    let ip = bare.trim_matches(['[', ']']).parse::<IpAddr>();
    if bare == "localhost" || ip.is_ok_and(|ip| ip.is_loopback()) {
        return Hint(format!("{url} ist nur auf diesem Rechner zu erreichen."));
    }
    Wrong(format!(
        "{url} ist unverschlüsselt: Codes und Passwörter kann jeder unterwegs mitlesen. Bitte https einrichten \
         (Vorlagen für nginx, Apache und Caddy liegen bei)."
    ))
}

/// Trialog speaks no TLS: with https a proxy stands in front. Whoever is not told so takes it for the only visitor.
fn proxy(config: &Config) -> Finding {
    let (proxies, bind) = (config.server.trusted_proxies, &config.server.bind);
    match proxies {
        0 if config.is_https() => Wrong(
            "server.trusted_proxies = 0, und die Adresse beginnt mit https: Alle Besucher gelten als einer und sperren sich \
             gegenseitig aus. Mit einem Proxy davor: server.trusted_proxies = 1."
                .to_owned(),
        ),
        0 => Good("keiner; Besucher kommen unmittelbar".to_owned()),
        _ if is_here(bind) => Good(format!("{proxies} davor, {bind} ist nur von hier zu erreichen")),
        _ => Hint(format!(
            "{proxies} davor, aber {bind} ist auch von anderen Rechnern zu erreichen: Wer den Proxy umgeht, kann seine \
             Adresse erfinden. Bitte mit der Firewall schließen, wenn es nicht das Netz eines Containers ist."
        )),
    }
}

fn figures(bind: &str) -> Finding {
    if is_here(bind) {
        Good(format!("unter http://{bind}/metrics, nur von hier"))
    } else {
        Hint(format!(
            "unter http://{bind}/metrics, auch für andere Rechner. Sie nennen niemanden, gehören aber nicht ins Internet."
        ))
    }
}

/// Whether an address is reached from this machine only.
fn is_here(bind: &str) -> bool {
    bind.parse::<SocketAddr>()
        .is_ok_and(|at| at.ip().is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(bind: &str, base_url: &str, proxies: usize) -> Config {
        let mut config = Config::for_tests();
        bind.clone_into(&mut config.server.bind);
        base_url.clone_into(&mut config.server.base_url);
        config.server.trusted_proxies = proxies;
        config
    }

    #[test]
    fn only_an_encrypted_way_is_good_beyond_this_machine() {
        let found = |base_url| address(&config("127.0.0.1:8080", base_url, 1));
        assert!(matches!(found("https://mitreden.example.de"), Good(_)));
        assert!(matches!(found("http://mitreden.example.de"), Wrong(_)));
        assert!(matches!(found("http://mitreden.example.de:8080"), Wrong(_)));
        assert!(matches!(found("http://localhost:8080"), Hint(_)));
        assert!(matches!(found("http://[::1]:8080"), Hint(_)));
        assert!(matches!(found(""), Hint(_)));
        assert!(matches!(address(&config("0.0.0.0:80", "", 0)), Wrong(_)));
    }

    #[test]
    fn behind_a_proxy_visitors_are_told_apart() {
        let https = "https://mitreden.example.de";
        let found = |bind, base_url, proxies| proxy(&config(bind, base_url, proxies));
        assert!(matches!(found("127.0.0.1:8080", https, 0), Wrong(_)));
        assert!(matches!(found("127.0.0.1:8080", https, 1), Good(_)));
        assert!(matches!(found("0.0.0.0:8080", https, 1), Hint(_)));
        assert!(matches!(found("127.0.0.1:8080", "", 0), Good(_)));
    }
}
