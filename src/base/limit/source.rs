//! Where a request comes from, as far as it can be believed.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use actix_web::HttpRequest;
use sha2::{Digest, Sha256};

use super::rates::Key;
use crate::base::site::Site;

/// Where the pages of one receipt code begin.
const OWN_PAGES: &str = "/p/";
/// No receipt code is shorter: what is, may be a word of the page, too.
const SHORTEST: usize = 24;

/// The receipt code in an address, if it can be one.
pub fn own_code(path: &str) -> Option<&str> {
    let code = path.strip_prefix(OWN_PAGES)?.split('/').next()?;
    let can_be = code.len() >= SHORTEST && code.bytes().all(|b| b.is_ascii_alphanumeric());
    can_be.then_some(code)
}

/// What stands for the receipt code in the address; whether it opens anything is another question.
pub(super) fn code(req: &HttpRequest) -> Option<Key> {
    let code = req.match_info().get("code")?;
    req.path()
        .starts_with(OWN_PAGES)
        .then(|| digest(code.as_bytes()))
}

/// What is kept of a secret while its owner acts.
pub(super) fn digest(secret: &[u8]) -> Key {
    Sha256::digest(secret).into()
}

/// The visitor's address.
pub(super) fn address(req: &HttpRequest, site: &Site) -> IpAddr {
    let forwarded = req
        .headers()
        .get_all("x-forwarded-for")
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect::<Vec<_>>();
    let peer = req.peer_addr().map(|peer| peer.ip());
    client(peer, &forwarded, site.config.server.trusted_proxies)
}

/// The visitor's address. Each trusted proxy adds the address it saw at the end of the list, so the one to believe stands
/// as many places from the end as there are proxies; whatever stands before it, the visitor may have invented.
fn client(peer: Option<IpAddr>, forwarded: &[&str], proxies: usize) -> IpAddr {
    let peer = peer.unwrap_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED));
    let Some(at) = forwarded.len().checked_sub(proxies).filter(|_| proxies > 0) else {
        return peer;
    };
    let entry = forwarded.get(at).map_or("", |entry| entry.trim());
    let bare = entry.trim_start_matches('[').trim_end_matches(']');
    bare.parse()
        .ok()
        .or_else(|| entry.parse::<SocketAddr>().ok().map(|addr| addr.ip()))
        .unwrap_or(peer)
}

/// What counts as one visitor: an IPv4 address, or the /64 network that an IPv6 connection is given as a whole.
pub(super) fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & (u128::MAX << 64))),
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn only_own_proxies_are_believed() {
        let peer = Some(ip("192.0.2.9"));
        let list = ["198.51.100.66", " 203.0.113.7", "10.0.0.1"];
        assert_eq!(client(peer, &list, 0), ip("192.0.2.9"));
        assert_eq!(client(peer, &list, 1), ip("10.0.0.1"));
        assert_eq!(client(peer, &list, 2), ip("203.0.113.7"));
        assert_eq!(client(peer, &[], 1), ip("192.0.2.9"));
        assert_eq!(client(peer, &["nonsense"], 1), ip("192.0.2.9"));
        assert_eq!(client(peer, &["[2001:db8::1]:443"], 1), ip("2001:db8::1"));
        assert_eq!(client(peer, &["[2001:db8::1]"], 1), ip("2001:db8::1"));
    }

    #[test]
    fn an_address_is_the_same_however_it_is_written() {
        assert_eq!(network(ip("::ffff:192.0.2.1")), ip("192.0.2.1"));
        assert_eq!(
            network(ip("2001:db8:0:1:ffff::2")),
            network(ip("2001:db8:0:1::1"))
        );
        assert_ne!(
            network(ip("2001:db8:0:2::1")),
            network(ip("2001:db8:0:1::1"))
        );
    }
}
