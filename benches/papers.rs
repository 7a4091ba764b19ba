//! What it costs to make papers, each time in a process of its own: CPU time and
//! memory of `tjut`.
//!
//! `cargo bench --bench papers` runs every command 20 times, in turn, so that all
//! meet the same machine; `cargo bench --bench papers -- 50` runs them 50 times.
//! Nothing fails when the figures are bad: they depend on the machine, and it is
//! for the reader to compare them with what stands beside them.

use std::error::Error;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;
use wait4::Wait4 as _;

const YEAR_FILE: &str = "data/norra-innerstaden-2025.yaml";
const PAPER: &str = "tjansteutlatande";
const RUNS: usize = 20;
const MIB: f64 = 1024.0 * 1024.0;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = TempDir::new()?;
    let runs = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(RUNS).max(1);
    let mut contestants = vec![
        Contestant::new("tjut, six files", || tjut(folder.path(), &[])),
        Contestant::new("tjut, one PDF", || {
            tjut(folder.path(), &["--dokument", PAPER, "--format", "pdf"])
        }),
    ];
    // The first round only brings programs and fonts into the disk cache.
    for round in 0..=runs {
        for contestant in &mut contestants {
            let cost = Cost::of(&mut (contestant.command)())?;
            if round > 0 {
                contestant.costs.push(cost);
            }
        }
    }

    println!("{runs} runs, each in a new process; CPU is user and system time");
    println!();
    println!("{:<32}{:>12}{:>12}", "", "median CPU", "peak memory");
    for contestant in &contestants {
        let (cpu, memory) = (contestant.median_cpu(), contestant.peak_memory());
        println!("{:<32}{cpu:>10.3} s{:>8.0} MiB", contestant.name, memory / MIB);
    }
    println!("{:<32}{:>10.3} s{:>8} MiB", "to stay within, for six files", 0.07, 52);
    Ok(())
}

/// A command and what its runs have cost.
struct Contestant<'a> {
    name: String,
    command: Box<dyn Fn() -> Command + 'a>,
    costs: Vec<Cost>,
}

impl<'a> Contestant<'a> {
    fn new(name: impl Into<String>, command: impl Fn() -> Command + 'a) -> Self {
        Self { name: name.into(), command: Box::new(command), costs: Vec::new() }
    }

    /// In seconds.
    fn median_cpu(&self) -> f64 {
        let mut seconds: Vec<f64> = self.costs.iter().map(|cost| cost.cpu).collect();
        seconds.sort_by(f64::total_cmp);
        let half = seconds.len() / 2;
        if seconds.len().is_multiple_of(2) {
            f64::midpoint(seconds[half - 1], seconds[half])
        } else {
            seconds[half]
        }
    }

    /// In bytes, of the run that took most.
    fn peak_memory(&self) -> f64 {
        self.costs.iter().map(|cost| cost.memory).fold(0.0, f64::max)
    }
}

/// What one process cost.
struct Cost {
    /// Seconds of user and system time, on all cores together.
    cpu: f64,
    /// The most bytes in memory at once. Not less than what this process itself
    /// has in memory, which the system counts until the other program starts.
    memory: f64,
}

impl Cost {
    fn of(command: &mut Command) -> Result<Self, Box<dyn Error>> {
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let used = child.wait4()?;
        if !used.status.success() {
            return Err(format!("{command:?} failed: {}", used.status).into());
        }
        let cpu = (used.rusage.utime + used.rusage.stime).as_secs_f64();
        #[expect(clippy::cast_precision_loss, reason = "exact for 8 pebibytes")]
        let memory = used.rusage.maxrss as f64;
        Ok(Self { cpu, memory })
    }
}

fn tjut(folder: &Path, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tjut"));
    command.args(["skapa", YEAR_FILE, "--till"]).arg(folder).args(more);
    command
}
