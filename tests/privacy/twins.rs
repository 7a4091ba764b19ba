//! A reader who also knows how the program decides what to mask.
//!
//! What such a reader can rule out are the counts that would have given other papers.
//! So other counts are looked for that fit what is seen, and that the program makes
//! the very same papers of.

use tjut::facts::Facts;
use tjut::source::Source;
use tjut::year_file::load;

use crate::attack::{Reader, Target};
use crate::generate::{Random, Service};
use crate::read::View;

/// What the program shows of a service in the papers of each of its reported years.
pub fn shown(service: &Service, year_file: fn(&Service, i32) -> String) -> Vec<Facts> {
    let reported = service.years.len() - service.reported;
    let facts = |year: i32| {
        let loaded = load(Source::new("fall.yaml", year_file(service, year)));
        Facts::of(loaded.year_file.as_ref().expect("a year_file"))
    };
    service.years[reported..].iter().map(|year| facts(year.year)).collect()
}

/// Other counts that fit what is seen, in which one count is as told; as near to the
/// true ones as chance has it.
pub fn other(
    service: &Service,
    view: &View,
    random: &mut Random,
    (year, target, count): (usize, &Target, u64),
) -> Option<Service> {
    let mut reader = Reader::of(service, view);
    if !reader.is_possible(year, target, count) {
        return None;
    }
    reader.settle(year, target, count);
    let mut other = service.clone();
    for (index, year) in other.years.iter_mut().enumerate() {
        let mut settle = |target: Target, count: &mut u64| {
            let reach = if random.per_cent(80) { 0 } else { random.between(1, 4) };
            let near = (0..=reach)
                .rev()
                .chain(reach..128)
                .flat_map(|step| [count.checked_sub(step), Some(*count + step)]);
            let all: Vec<u64> = near.flatten().collect();
            let mut possible =
                all.into_iter().filter(|count| reader.is_possible(index, &target, *count));
            *count = possible.next().expect("a solution");
            drop(possible);
            reader.settle(index, &target, *count);
        };
        let figure = |name: &str| Target::Count(name.to_owned());
        settle(figure("klienter"), &mut year.clients);
        settle(figure("nya"), &mut year.new);
        settle(figure("avslutade"), &mut year.closed);
        settle(figure("hemmavarande_barn"), &mut year.children);
        for division in &mut year.divisions {
            for (name, count) in &mut division.parts {
                settle(figure(&format!("{}/{name}", division.name)), count);
            }
            if division.name != "orsaker" {
                settle(Target::LeftOut(division.name), &mut division.left_out);
            }
        }
    }
    Some(other)
}
