//! Working through year files with all cores, while what is said about them comes in the
//! order in which they were named.

use rayon::prelude::*;

use super::progress::Progress;

/// Works on every file, and hands what came of it to `each` in the order of the files, until
/// it is told to stop. No more files are in work, or waiting for `each`, than there are cores,
/// so that the number of files makes no difference to the memory that is needed.
///
/// Returns how many files were worked on.
pub(super) fn through<F: Sync, T: Send>(
    files: &[F],
    work: impl Fn(&F) -> T + Sync,
    mut each: impl FnMut(&F, T),
    is_to_stop: impl Fn() -> bool,
) -> usize {
    let mut progress = Progress::new(files.len());
    let mut done = 0;
    for batch in files.chunks(rayon::current_num_threads().max(1)) {
        if is_to_stop() {
            break;
        }
        let came: Vec<T> = match batch {
            // It may have the stack and the cores for itself.
            [file] => vec![work(file)],
            _ => batch.par_iter().map(&work).collect(),
        };
        progress.erase();
        for (file, came) in batch.iter().zip(came) {
            each(file, came);
        }
        done += batch.len();
        progress.show(done);
    }
    progress.erase();
    done
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn what_came_of_the_files_comes_in_their_order() {
        let files: Vec<usize> = (0..100).collect();
        let mut seen = Vec::new();
        let work = |file: &usize| {
            // The first of a batch takes longest.
            let steps = if file.is_multiple_of(2) { 100_000 } else { 1 };
            (0..steps).fold(*file, |sum, step| std::hint::black_box(sum + step - step))
        };
        let done = through(&files, work, |_, came| seen.push(came), || false);
        assert_eq!((done, seen), (100, files));
    }

    #[test]
    fn no_more_is_in_hand_than_there_are_cores() {
        let (in_hand, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let work = |(): &()| {
            let now = in_hand.fetch_add(1, Ordering::SeqCst) + 1;
            most.fetch_max(now, Ordering::SeqCst);
        };
        let each = |(): &(), ()| {
            in_hand.fetch_sub(1, Ordering::SeqCst);
        };
        through(&[(); 64], work, each, || false);
        assert!(most.into_inner() <= rayon::current_num_threads());
    }

    #[test]
    fn nothing_is_begun_when_it_is_to_stop() {
        let told = Cell::new(false);
        let cores = rayon::current_num_threads();
        let files = vec![(); 3 * cores];
        let done = through(&files, |()| (), |(), ()| told.set(true), || told.get());
        assert_eq!(done, cores);
    }
}
