//! The command line program `tjut`.

fn main() {}
