//! What it costs to make papers, each time in a process of its own: CPU time and
//! memory of `tjut`.
//!
//! `cargo bench --bench papers` runs every command 20 times, in turn, so that all
//! meet the same machine; `cargo bench --bench papers -- 50` runs them 50 times.
//! `cargo bench --bench papers -- ../before/tjut` runs another program with the same
//! arguments between, such as an earlier version, and says how many times its CPU time
//! this one takes. Nothing fails when the figures are bad: they depend on the machine, and
//! it is for the reader to compare them with what stands beside them.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;
use wait4::Wait4 as _;

const YEAR_FILE: &str = "data/norra-innerstaden-2025.yaml";
const PAPER: &str = "tjansteutlatande";
const RUNS: usize = 20;
/// Year files in one folder, for what each costs when there are many.
const MANY: u32 = 100;
const MIB: f64 = 1024.0 * 1024.0;

/// What a program is asked to do.
struct Task {
    name: &'static str,
    arguments: Vec<String>,
    /// The year files that share the cost.
    files: u32,
    /// At most so many seconds of CPU for each file, and so many MiB in all.
    goal: Option<(f64, f64)>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = TempDir::new()?;
    let arguments: Vec<String> = std::env::args().skip(1).filter(|one| one != "--bench").collect();
    let runs = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(RUNS).max(1);
    let other = arguments.iter().map(PathBuf::from).find(|path| path.is_file());
    let tasks = tasks(folder.path())?;
    let this = Path::new(env!("CARGO_BIN_EXE_tjut"));
    let programs: Vec<&Path> = std::iter::once(this).chain(other.as_deref()).collect();
    let mut costs: Vec<Vec<Vec<Cost>>> = vec![vec![Vec::new(); programs.len()]; tasks.len()];
    // The first round only brings programs and fonts into the disk cache.
    for round in 0..=runs {
        for (task, costs) in tasks.iter().zip(&mut costs) {
            for (program, costs) in programs.iter().zip(costs) {
                let cost = Cost::of(Command::new(program).args(&task.arguments))?;
                if round > 0 {
                    costs.push(cost);
                }
            }
        }
    }

    println!("{runs} runs, each in a new process; CPU is user and system time for each year file");
    println!();
    println!(
        "{:<28}{:>12}{:>14}{:>14}{:>16}",
        "", "median CPU", "peak memory", "× the other", "goal"
    );
    for (task, costs) in tasks.iter().zip(&costs) {
        let all: Vec<f64> = costs.iter().map(|costs| median_cpu(costs)).collect();
        let cpu = all[0] / f64::from(task.files);
        let memory = peak_memory(&costs[0]) / MIB;
        let ratio = all.get(1).map_or(String::new(), |other| format!("{:.2}", all[0] / other));
        let goal =
            task.goal.map_or(String::new(), |(cpu, memory)| format!("{cpu} s, {memory} MiB"));
        println!("{:<28}{cpu:>10.4} s{memory:>10.0} MiB{ratio:>14}{goal:>16}", task.name);
    }
    Ok(())
}

/// The tasks, whose papers go to a folder.
fn tasks(folder: &Path) -> Result<Vec<Task>, Box<dyn Error>> {
    let to = folder.join("papers").display().to_string();
    let task = |name, more: &[&str], goal| {
        let arguments = ["skapa", YEAR_FILE, "--till", &to].into_iter().chain(more.iter().copied());
        Task { name, arguments: arguments.map(str::to_owned).collect(), files: 1, goal }
    };
    let year_files = folder.join("year-files");
    fs::create_dir(&year_files)?;
    let text = fs::read_to_string(YEAR_FILE)?;
    for number in 0..MANY {
        let name = format!("verksamhet-{number:03}.yaml");
        fs::write(year_files.join(name), reworded(&text, number))?;
    }
    let many = ["skapa", &year_files.display().to_string(), "--till", &to];
    Ok(vec![
        task("six files", &[], Some((0.05, 48.0))),
        task("one PDF", &["--dokument", PAPER, "--format", "pdf"], None),
        Task {
            name: "many year files in one call",
            arguments: many.iter().map(ToString::to_string).collect(),
            files: MANY,
            // Six files each.
            goal: Some((6.0 * 0.008, 128.0)),
        },
    ])
}

/// A year file whose texts have the same words in another order, so that no paragraph that
/// has been laid out for one file is found again in another.
fn reworded(text: &str, number: u32) -> String {
    let line = |line: &str| {
        let is_text = line.strip_prefix("    ").is_some_and(|rest| {
            rest.starts_with(char::is_alphabetic) && !rest.contains([':', '{', '*'])
        });
        let mut words: Vec<&str> = line.split_whitespace().collect();
        if !is_text || words.is_empty() {
            return format!("{line}\n");
        }
        let by = number as usize % words.len();
        words.rotate_left(by);
        format!("    {}-{number}\n", words.join(" "))
    };
    text.lines().map(line).collect()
}

/// In seconds.
fn median_cpu(costs: &[Cost]) -> f64 {
    let mut seconds: Vec<f64> = costs.iter().map(|cost| cost.cpu).collect();
    seconds.sort_by(f64::total_cmp);
    let half = seconds.len() / 2;
    if seconds.len().is_multiple_of(2) {
        f64::midpoint(seconds[half - 1], seconds[half])
    } else {
        seconds[half]
    }
}

/// In bytes, of the run that took most.
fn peak_memory(costs: &[Cost]) -> f64 {
    costs.iter().map(|cost| cost.memory).fold(0.0, f64::max)
}

/// What one process cost.
#[derive(Clone)]
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
