//! Reads the command line and runs one command.

use std::process::ExitCode;

use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    // The allocator asks the kernel for pages of 2 MB, of which a service as small as this one touches little: a quarter of its memory.
    #[cfg(target_os = "linux")]
    let _ = rustix::thread::disable_transparent_huge_pages(true);
    trialog::command::run(std::env::args_os())
}
