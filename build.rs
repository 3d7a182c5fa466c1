//! How the program is linked. Some 190,000 addresses in it are put right when it starts; written the short way they take 60 KB
//! instead of 4.5 MB, which is memory that a small machine has better uses for (docs/decisions/0045-templates-read-when-asked.md).

use std::process::Command;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if is_release_for_linux() && loader_reads_short_addresses() {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

fn is_release_for_linux() -> bool {
    let here = "x86_64-unknown-linux-gnu";
    is("PROFILE", "release") && is("HOST", here) && is("TARGET", here)
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is how Cargo tells a build script"
)]
fn is(variable: &str, value: &str) -> bool {
    std::env::var_os(variable).is_some_and(|given| given == value)
}

/// The C library loads such programs since 2.36; with an older one they would not start.
fn loader_reads_short_addresses() -> bool {
    let asked = Command::new("getconf").arg("GNU_LIBC_VERSION").output();
    let said = asked.map(|answer| String::from_utf8_lossy(&answer.stdout).into_owned());
    let version = said.ok().and_then(|said| {
        let (major, minor) = said.trim().strip_prefix("glibc ")?.split_once('.')?;
        Some((major.parse::<u32>().ok()?, minor.parse::<u32>().ok()?))
    });
    version.is_some_and(|version| version >= (2, 36))
}
