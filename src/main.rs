//! The command line program `tjut`: words in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    tjut::cli::run(std::env::args_os())
}
