//! `jämför` with two folders: each year file with the one that it comes from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::arguments::Compare;
use super::compare::{compared_files, has_colour};
use super::{Outcome, show, year_files};
use crate::compare::{json::json, text::text};
use crate::source::printable;
use crate::year_file::fields::Fields;

/// The year files of two folders, those that belong together side by side.
#[derive(Debug, Default, PartialEq, Eq)]
struct Pairs {
    together: Vec<(PathBuf, PathBuf)>,
    only_old: Vec<PathBuf>,
    only_new: Vec<PathBuf>,
}

/// Compares all year files of two folders. One that can't be read stops no other.
pub(super) fn compared(wanted: &Compare, fields: &Fields, new: &Path) -> Outcome {
    if wanted.html.is_some() {
        show::error("`--html` gäller två årsfiler, inte två mappar");
        return Outcome::Usage;
    }
    let named = [wanted.old.as_path(), new].map(|folder| year_files::of(&[folder.to_owned()]));
    let mut outcome = named.iter().map(year_files::Named::show).max().unwrap_or(Outcome::Done);
    let [old_files, new_files] = &named;
    let pairs = Pairs::of((&wanted.old, &old_files.files), (new, &new_files.files));
    let mut closing = Vec::new();
    let mut separator = "";
    if wanted.json {
        let head = "{\n\"format\": \"tjut-jämförelser\",\n\"version\": 1,\n\"jämförelser\": [\n";
        if let Err(failed) = show::output(head) {
            return failed;
        }
    }
    for (old, new) in &pairs.together {
        let (came, differences) = match compared_files(wanted, fields, old, new) {
            Ok((comparison, came)) => {
                let said = if wanted.json {
                    format!("{separator}{:#}", json(&comparison))
                } else {
                    format!("{separator}{}", text(&comparison, has_colour()))
                };
                separator = if wanted.json { ",\n" } else { "\n" };
                if let Err(failed) = show::output(&said) {
                    return failed;
                }
                // What could not be read is no likeness.
                let is_whole = comparison.unreadable.is_empty();
                (came, is_whole.then(|| comparison.differences()))
            }
            Err(came) => (came, None),
        };
        outcome = outcome.max(came);
        closing.push((new.as_path(), differences));
    }
    let end = if wanted.json { pairs.json_end() } else { pairs.closing(&closing) };
    show::output(&end).err().unwrap_or(outcome)
}

impl Pairs {
    /// Files of the same name belong together, and otherwise those whose names differ by the
    /// year alone. Where several could be meant none is.
    fn of((old_folder, old): (&Path, &[PathBuf]), (new_folder, new): (&Path, &[PathBuf])) -> Self {
        let mut pairs = Self::default();
        let within = |folder: &Path, file: &Path| {
            let name = file.strip_prefix(folder).unwrap_or(file);
            name.with_extension("").to_string_lossy().into_owned()
        };
        let mut left: Vec<&PathBuf> = old.iter().collect();
        let mut unpaired = Vec::new();
        for file in new {
            let name = within(new_folder, file);
            match left.iter().position(|other| within(old_folder, other) == name) {
                Some(at) => pairs.together.push((left.remove(at).clone(), file.clone())),
                None => unpaired.push(file),
            }
        }
        let mut by_name: BTreeMap<String, [Vec<&PathBuf>; 2]> = BTreeMap::new();
        for (side, folder, files) in [(0, old_folder, left), (1, new_folder, unpaired)] {
            for file in files {
                let name = without_years(&within(folder, file));
                by_name.entry(name).or_default()[side].push(file);
            }
        }
        for [old, new] in by_name.into_values() {
            if let ([old], [new]) = (old.as_slice(), new.as_slice()) {
                pairs.together.push(((*old).clone(), (*new).clone()));
            } else {
                pairs.only_old.extend(old.into_iter().cloned());
                pairs.only_new.extend(new.into_iter().cloned());
            }
        }
        pairs.together.sort_by(|(_, a), (_, b)| a.cmp(b));
        pairs
    }

    /// What ends the comparison: a line for each pair, and what has no counterpart.
    fn closing(&self, compared: &[(&Path, Option<usize>)]) -> String {
        let row = |(file, differences): &(&Path, Option<usize>)| {
            let came = match differences {
                None => "kunde inte jämföras helt".to_owned(),
                Some(0) => "lika".to_owned(),
                Some(1) => "1 skillnad".to_owned(),
                Some(number) => format!("{number} skillnader"),
            };
            (shown(file), came)
        };
        let mut rows = vec![("Fil".to_owned(), "Utfall".to_owned())];
        rows.extend(compared.iter().map(row));
        rows.extend(self.only_old.iter().map(|file| (shown(file), "bara i den äldre".to_owned())));
        rows.extend(self.only_new.iter().map(|file| (shown(file), "bara i den nyare".to_owned())));
        let width = rows.iter().map(|(file, _)| file.chars().count()).max().unwrap_or(0);
        let lines = rows.iter().map(|(file, came)| format!("{file:width$}  {came}\n"));
        std::iter::once("\n".to_owned()).chain(lines).collect()
    }

    fn json_end(&self) -> String {
        let names = |files: &[PathBuf]| {
            let names: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
            serde_json::json!(names)
        };
        format!(
            "\n],\n\"bara_i_gammal\": {},\n\"bara_i_ny\": {}\n}}\n",
            names(&self.only_old),
            names(&self.only_new)
        )
    }
}

/// A name without the years in it.
fn without_years(name: &str) -> String {
    let mut rest = name;
    let mut kept = String::new();
    while let Some(character) = rest.chars().next() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 4 && rest.starts_with("20") {
            rest = &rest[digits..];
        } else {
            let length = digits.max(character.len_utf8());
            kept.push_str(&rest[..length]);
            rest = &rest[length..];
        }
    }
    kept
}

fn shown(path: &Path) -> String {
    printable(&path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(old: &[&str], new: &[&str]) -> Pairs {
        let within = |folder: &str, names: &[&str]| -> Vec<PathBuf> {
            names.iter().map(|name| Path::new(folder).join(name)).collect()
        };
        let (old, new) = (within("a", old), within("b", new));
        Pairs::of((Path::new("a"), &old), (Path::new("b"), &new))
    }

    #[test]
    fn files_belong_together_by_their_names_or_by_all_but_the_year() {
        let found = pairs(
            &["fall.yaml", "norr-2025.yaml", "söder/2025.yaml", "borta.yaml"],
            &["fall.yml", "norr-2026.yaml", "söder/2026.yaml", "ny.yaml"],
        );
        let names = |(old, new): &(PathBuf, PathBuf)| format!("{} {}", shown(old), shown(new));
        let paired: Vec<String> = found.together.iter().map(names).collect();
        assert_eq!(
            paired,
            [
                "a/fall.yaml b/fall.yml",
                "a/norr-2025.yaml b/norr-2026.yaml",
                "a/söder/2025.yaml b/söder/2026.yaml"
            ]
        );
        assert_eq!(found.only_old, [PathBuf::from("a/borta.yaml")]);
        assert_eq!(found.only_new, [PathBuf::from("b/ny.yaml")]);
    }

    #[test]
    fn where_several_could_be_meant_none_is() {
        let found = pairs(&["x-2024.yaml", "x-2025.yaml"], &["x-2026.yaml"]);
        assert!(found.together.is_empty());
        assert_eq!((found.only_old.len(), found.only_new.len()), (2, 1));
    }

    #[test]
    fn only_a_year_is_no_part_of_a_name() {
        assert_eq!(without_years("norr-2025"), "norr-");
        assert_eq!(without_years("2025/norr"), "/norr");
        assert_eq!(without_years("norr-20255-1025-å20"), "norr-20255-1025-å20");
    }
}
