//! The year file of a matter about several operations, and the year files that it names.

use std::sync::Arc;

use super::{Checked, Pipeline};
use crate::facts::{Facts, OperationShare};
use crate::finding::{Finding, shorten};
use crate::joint::{OperationFile, sums};
use crate::source::{Located, Source, Span};
use crate::swedish::{folded, join};
use crate::template::Paper;
use crate::yaml::{self, Entry, Node, Value};
use crate::year_file::values::Text;
use crate::year_file::{self, Loaded, YearFile};

/// Reads the file with a name in the folder of another, or says why it can't be read.
pub type ReadBeside = dyn Fn(&Source, &str) -> Result<Arc<Source>, String> + Send + Sync;

/// A year file, and the operations whose sums it has as figures, if it names any.
pub(super) struct Read {
    pub(super) loaded: Loaded,
    pub(super) operations: Vec<OperationShare>,
}

impl Read {
    /// What follows from the year file.
    pub(super) fn facts(&self, year_file: &YearFile) -> Facts {
        Facts { operations: self.operations.clone(), ..Facts::of(year_file) }
    }
}

impl Pipeline {
    /// The same, with a way to read the files that a year file names
    /// ([`YearFile::OPERATIONS`]); without it they can't be read.
    #[must_use]
    pub fn reading_files(self, read: Box<ReadBeside>) -> Self {
        Self { read_beside: Some(read), ..self }
    }

    /// Reads a year file, and works out what follows from it if it can be read.
    #[must_use]
    pub fn load(&self, source: Arc<Source>) -> (Loaded, Option<Facts>) {
        let read = self.read(source);
        let facts = read.loaded.year_file.as_ref().map(|year_file| read.facts(year_file));
        (read.loaded, facts)
    }

    /// Reads a year file, with the sums of those that it names in their place.
    pub(super) fn read(&self, source: Arc<Source>) -> Read {
        let (root, findings) = yaml::read(&source);
        self.read_tree(source, root.map(Arc::new), findings)
    }

    /// The same of its tree, with what was found while the text became one.
    pub(super) fn read_tree(
        &self,
        source: Arc<Source>,
        root: Option<Arc<Node>>,
        mut findings: Vec<Finding>,
    ) -> Read {
        let named = root.as_ref().and_then(|root| root.get(YearFile::OPERATIONS).cloned());
        let (Some(root), Some(named)) = (&root, named) else {
            let loaded = year_file::load_tree(source, root, findings);
            return Read { loaded, operations: Vec::new() };
        };
        findings.extend(typed_sums(&source, root));
        let (checked, mut unusable) = self.operations(&source, root, &named);
        let operations: Vec<OperationFile<'_>> = checked.iter().filter_map(of_checked).collect();
        let is_whole = unusable.is_empty() && operations.len() >= 2;
        findings.append(&mut unusable);
        let sums = if is_whole { sums(&operations, &named.span) } else { unknown(&named.span) };
        let shares = operations.iter().map(|one| OperationShare::of(one.year_file, one.facts));
        let operations = shares.filter(|_| is_whole).collect();
        let with_sums = with_entries(root, sums);
        let mut loaded =
            year_file::load_tree(Arc::clone(&source), Some(Arc::new(with_sums)), findings);
        // Whoever looks for a place in the file looks at what is written there.
        loaded.root = Some(Arc::clone(root));
        loaded.note_sums(named.span);
        Read { loaded, operations }
    }

    /// The year files that are named, checked each by itself, and why one can't be used.
    fn operations(
        &self,
        source: &Arc<Source>,
        root: &Node,
        named: &Node,
    ) -> (Vec<Checked>, Vec<Finding>) {
        let Value::Sequence(items) = &named.value else { return (Vec::new(), Vec::new()) };
        let mut findings = Vec::new();
        let mut checked = Vec::new();
        let mut seen: Vec<String> = Vec::new();
        for item in items {
            let Value::Scalar(name) = &item.value else { continue };
            let name = name.text.trim();
            let twice = seen.contains(&folded(name));
            seen.push(folded(name));
            let found = if twice {
                Err(("står två gånger".to_owned(), "Ta bort den ena raden.".to_owned()))
            } else {
                self.operation(source, root, name)
            };
            match found {
                Ok(file) => checked.push(file),
                Err((message, hint)) => {
                    let message = format!("{} {message}", shorten(name));
                    let at = item.span.clone();
                    let finding = Finding::error("verksamhetsfil", source, at, message);
                    findings.push(finding.because(WHY_NAMED).hint(hint));
                }
            }
        }
        if findings.is_empty() && items.len() < 2 {
            let message = "ett samlat ärende gäller minst två verksamheter";
            let finding = Finding::error("verksamhetsfil", source, named.span.clone(), message);
            let hint = "Nämn varje verksamhets årsfil på en egen rad. Är verksamheten bara en, görs papperen av dess egen årsfil.";
            findings.push(finding.because(WHY_NAMED).hint(hint));
        }
        (checked, findings)
    }

    /// A year file that is named, or what is wrong with it and what to do about that.
    fn operation(
        &self,
        source: &Source,
        root: &Node,
        name: &str,
    ) -> Result<Checked, (String, String)> {
        let wrong = |message: &str, hint: &str| Err((message.to_owned(), hint.to_owned()));
        if name.contains(['/', '\\']) {
            return wrong(
                "är mer än ett filnamn",
                "Skriv bara filens namn. Den ska ligga i samma mapp som den här filen.",
            );
        }
        let unreadable = "den kan inte läsas härifrån".to_owned();
        let read = self.read_beside.as_ref().map_or(Err(unreadable), |read| read(source, name));
        let file = match read {
            Ok(file) => file,
            Err(reason) => {
                return wrong(
                    &format!("kan inte användas: {reason}"),
                    "Skriv namnet så som filen heter. Den ska ligga i samma mapp som den här filen.",
                );
            }
        };
        let (tree, _) = yaml::read(&file);
        if tree.as_ref().is_some_and(|tree| tree.get(YearFile::OPERATIONS).is_some()) {
            return wrong(
                "är själv ett samlat ärende",
                "Nämn de filer som den nämner i stället, en på varje rad.",
            );
        }
        for (key, what) in [("verksamhetsår", "ett annat år"), ("period", "en annan del av året")]
        {
            let [ours, theirs] = [Some(root), tree.as_ref()].map(|tree| text_of(tree, key));
            if ours != theirs && tree.is_some() {
                return wrong(
                    &format!("gäller {what}"),
                    &format!("Nämn en fil med samma `{key}`, eller rätta `{key}` i en av filerna."),
                );
            }
        }
        let checked = self.check_making(file, None, false);
        if checked.has_errors() || of_checked(&checked).is_none() {
            return wrong(
                "har fel som stoppar papperen",
                "Kontrollera den för sig med `tjut kontrollera`, och rätta det som står där.",
            );
        }
        Ok(checked)
    }

    /// Takes away the papers that are made of one operation's year file and not of the sums
    /// of several, and says so of those that were asked for.
    pub(super) fn without_those_of_one<'p>(
        loaded: &mut Loaded,
        papers: Vec<&'p Paper>,
        is_asked_for: bool,
    ) -> Vec<&'p Paper> {
        let Some(place) = loaded.sums_of() else { return papers };
        let (of_one, of_all): (Vec<_>, Vec<_>) =
            papers.into_iter().partition(|paper| !paper.demands.is_empty());
        let named = loaded.year_file.as_ref().and_then(|year_file| year_file.papers.as_ref());
        let is_of_one = |name: &&Text| of_one.iter().any(|paper| paper.id == name.as_str());
        let written = named.and_then(|names| names.iter().find(is_of_one));
        let place = written.map_or(place, |name| name.span.clone());
        if !of_one.is_empty() && (is_asked_for || named.is_some()) {
            let ids: Vec<String> = of_one.iter().map(|paper| format!("`{}`", paper.id)).collect();
            let message = format!("{} görs av varje verksamhets egen årsfil", join(&ids));
            let finding = Finding::error("samlat-papper", &loaded.source, place, message);
            let hint = "Gör dem med `tjut skapa` och verksamhetens fil. Av den här filen görs tjänsteutlåtandet.";
            let reason =
                "Förordningen (2013:522) frågar om varje verksamhet för sig (8 och 10 §§).";
            loaded.findings.push(finding.because(reason).hint(hint));
        }
        of_all
    }
}

const WHY_NAMED: &str =
    "Siffrorna i ett samlat ärende är summan av dem i verksamheternas egna årsfiler.";

fn of_checked(checked: &Checked) -> Option<OperationFile<'_>> {
    let year_file = checked.loaded.year_file.as_ref()?;
    Some(OperationFile { year_file, facts: checked.facts.as_deref()? })
}

/// What is written under a key at the top of a file.
fn text_of<'n>(tree: Option<&'n Node>, key: &str) -> Option<&'n Value> {
    tree?.get(key).map(|node| &node.value)
}

/// Says of keys that they are sums, where a file has them all the same.
fn typed_sums(source: &Arc<Source>, root: &Node) -> Vec<Finding> {
    let entries = root.entries().unwrap_or_default().iter();
    let typed = entries.filter(|entry| YearFile::SUMS.contains(&entry.key.as_str()));
    let finding = |entry: &Entry| {
        let key = entry.key.as_str();
        let message = format!("`{key}` räknas samman ur verksamheternas årsfiler");
        let hint =
            format!("Ta bort `{key}` här. Det som ska ändras, ändras i verksamhetens egen fil.");
        let finding = Finding::error("verksamhetsfil", source, entry.key.span.clone(), message);
        finding.because(WHY_NAMED).hint(hint)
    };
    typed.map(finding).collect()
}

/// The tree with other entries for [`YearFile::SUMS`].
fn with_entries(root: &Node, sums: Vec<Entry>) -> Node {
    let kept = root.entries().unwrap_or_default().iter();
    let kept = kept.filter(|entry| !YearFile::SUMS.contains(&entry.key.as_str())).cloned();
    Node { span: root.span.clone(), value: Value::Mapping(kept.chain(sums).collect()) }
}

/// What stands for sums that can't be worked out, so that nobody says that they are missing.
fn unknown(place: &Span) -> Vec<Entry> {
    let entry = |key: &str| Entry {
        key: Located::new(key.to_owned(), place.clone()),
        value: Node { span: place.clone(), value: Value::Reported },
    };
    YearFile::SUMS.map(entry).into()
}
