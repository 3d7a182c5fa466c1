//! The process ends from one instruction to the next.

use crate::check;
use crate::crowd::crowd;
use crate::server::{Server, pause};
use crate::town::Town;
use crate::{cycles, on_postgres};

/// Milliseconds of load after the first receipts and before a crash: never the same moment of a contribution.
pub fn moment(cycle: usize) -> u64 {
    (cycle as u64 * 97) % 500
}

/// So many receipts each round has at least.
pub const RECEIPTS: usize = 3;

#[test]
fn whoever_saw_a_receipt_finds_it_after_a_crash() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let mut all = Vec::new();
    let cycles = cycles(4);
    for cycle in 0..cycles {
        let server = Server::start(&town);
        // Of the crash before.
        let recent = all.len() - all.len().min(40);
        check::receipts(server.at, &all[recent..]);
        let shown = crowd(server.at, 6, |crowd| {
            crowd.wait_for(RECEIPTS);
            pause(moment(cycle));
            server.signal("KILL");
        });
        assert!(shown.refusals.is_empty(), "{:?}", shown.refusals);
        all.extend(shown.receipts);
        server.kill();
        check::nothing_half(&town);
        town.verify();
    }
    let server = Server::start(&town);
    check::receipts(server.at, &all);
    server.stop();
    town.verify();
    let counted = check::count(&town, "participations");
    println!(
        "{cycles} crashes, {} receipts, all there; {counted} participations",
        all.len()
    );
}
