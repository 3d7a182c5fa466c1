//! What systemd wants to know of a service (`Type=notify`, `WatchdogSec`): that it answers, that it still does, that it
//! ends. One datagram a word, see `sd_notify(3)`. Where nobody asks, nothing is said.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::net::{SocketAddr, UnixDatagram};
use std::time::Duration;

/// Whoever started this server and watches over it.
#[derive(Debug, Default)]
pub(super) struct Supervisor {
    socket: Option<(UnixDatagram, SocketAddr)>,
    /// How long it waits for a sign of life.
    patience: Option<Duration>,
}

impl Supervisor {
    /// As the environment names it.
    #[expect(
        clippy::disallowed_methods,
        reason = "what systemd tells a service is no option of the town"
    )]
    pub(super) fn of_environment() -> Self {
        let said = |name| std::env::var(name).ok();
        let Some(at) = std::env::var_os("NOTIFY_SOCKET") else {
            return Self::default();
        };
        let mine = said("WATCHDOG_PID").is_none_or(|pid| pid == std::process::id().to_string());
        let patience = said("WATCHDOG_USEC").filter(|_| mine);
        Self::at(&at, patience.as_deref())
    }

    fn at(at: &OsStr, patience: Option<&str>) -> Self {
        let socket = address(at).and_then(|to| Ok((UnixDatagram::unbound()?, to)));
        if let Err(why) = &socket {
            tracing::warn!(%why, "systemd cannot be told that this server answers");
        }
        let microseconds = patience.and_then(|text| text.parse().ok());
        Self {
            socket: socket.ok(),
            patience: microseconds.filter(|n| *n > 0).map(Duration::from_micros),
        }
    }

    /// How long it waits for a sign of life before it starts the server anew; nothing when it does not watch.
    pub(super) fn patience(&self) -> Option<Duration> {
        self.patience.filter(|_| self.socket.is_some())
    }

    /// The server answers.
    pub(super) fn ready(&self, url: &str) {
        self.say(&format!("READY=1\nSTATUS={url}"));
    }

    /// The server still answers.
    pub(super) fn alive(&self) {
        self.say("WATCHDOG=1");
    }

    /// The server finishes what it has begun and ends.
    pub(super) fn stopping(&self) {
        self.say("STOPPING=1\nSTATUS=finishing running requests");
    }

    fn say(&self, words: &str) {
        let Some((socket, to)) = &self.socket else {
            return;
        };
        if let Err(why) = socket.send_to_addr(words.as_bytes(), to) {
            tracing::warn!(%why, "systemd does not listen");
        }
    }
}

/// A path, or a name without one that begins with `@`.
fn address(at: &OsStr) -> std::io::Result<SocketAddr> {
    match at.as_bytes().split_first() {
        #[cfg(target_os = "linux")]
        Some((b'@', name)) => {
            use std::os::linux::net::SocketAddrExt;
            SocketAddr::from_abstract_name(name)
        }
        _ => SocketAddr::from_pathname(at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_one_datagram() {
        let home = tempfile::tempdir().unwrap();
        let at = home.path().join("notify");
        let heard = UnixDatagram::bind(&at).unwrap();
        let supervisor = Supervisor::at(at.as_os_str(), Some("3000000"));
        assert_eq!(supervisor.patience(), Some(Duration::from_secs(3)));
        supervisor.ready("http://127.0.0.1:8080");
        supervisor.alive();
        supervisor.stopping();
        let next = || {
            let mut words = [0; 200];
            let n = heard.recv(&mut words).unwrap();
            String::from_utf8(words[..n].to_vec()).unwrap()
        };
        assert_eq!(next(), "READY=1\nSTATUS=http://127.0.0.1:8080");
        assert_eq!(next(), "WATCHDOG=1");
        assert!(next().starts_with("STOPPING=1\n"));
    }

    #[test]
    fn where_nobody_listens_the_server_goes_on() {
        let nobody = Supervisor::default();
        nobody.ready("http://127.0.0.1:8080");
        assert_eq!(nobody.patience(), None);
        let gone = Supervisor::at(OsStr::new("/nowhere/notify"), Some("nonsense"));
        gone.alive();
        assert_eq!(gone.patience(), None);
    }
}
