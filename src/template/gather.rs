//! Which papers there are when a folder's templates come to those that are built in.

use std::sync::Arc;

use super::paper::{BUILT_IN, BUILT_IN_SHARED, FormerPaper, SHARED, id_of};
use super::{Paper, Template};
use crate::finding::Finding;
use crate::source::Source;
use crate::year_file::read::nearest;

/// The papers, those with a readable head at least, what they have in common, and
/// what is wrong.
pub(super) fn papers(templates: &[Template]) -> (Vec<Paper>, Arc<Source>, Vec<Finding>) {
    let mut gathered = Gathered::default();
    for (id, text) in BUILT_IN {
        gathered.ids.push(id.to_owned());
        let template = Template::new(id, Source::new(format!("{id}.md"), text));
        if let Some(mut paper) = gathered.read(id, &template) {
            paper.is_built_in = true;
            gathered.papers.push(paper);
        }
    }
    let mut shared = Source::new(format!("{SHARED}.md"), BUILT_IN_SHARED);
    for template in templates {
        if template.stem == SHARED {
            shared = Arc::clone(&template.source);
        } else {
            gathered.add(template);
        }
    }
    gathered.replace();
    (gathered.papers, shared, gathered.findings)
}

#[derive(Default)]
struct Gathered {
    papers: Vec<Paper>,
    /// The ids of all papers, also of those whose template can't be read.
    ids: Vec<String>,
    /// The ids of the folder's papers.
    from_folder: Vec<String>,
    findings: Vec<Finding>,
}

impl Gathered {
    fn read(&mut self, id: &str, template: &Template) -> Option<Paper> {
        match Paper::read(id, &template.source) {
            Ok(paper) => Some(paper),
            Err(mut findings) => {
                self.findings.append(&mut findings);
                None
            }
        }
    }

    /// A template of the folder: a paper of that id gives way to it.
    fn add(&mut self, template: &Template) {
        let Some(id) = id_of(&template.stem) else {
            self.findings.push(unsafe_name(template));
            return;
        };
        if self.from_folder.contains(&id) {
            self.findings.push(second_template(template, &id));
            return;
        }
        if let Some(mut paper) = self.read(&id, template) {
            match self.papers.iter_mut().find(|other| other.id == id) {
                Some(other) => {
                    take_place(&mut paper, other);
                    *other = paper;
                }
                None => self.papers.push(paper),
            }
        }
        self.ids.push(id.clone());
        self.from_folder.push(id);
    }

    /// Puts each paper that says so in the place of another.
    fn replace(&mut self) {
        let mut replaced = Vec::new();
        for paper in &self.papers {
            match self.replaced(paper) {
                Some(Ok(id)) => replaced.push((paper.id.clone(), id)),
                Some(Err(finding)) => self.findings.push(*finding),
                None => {}
            }
        }
        for (by, replaced) in replaced {
            let place = |id: &str| self.papers.iter().position(|paper| paper.id == id);
            if let Some((from, to)) = place(&by).zip(place(&replaced)) {
                let mut paper = self.papers.remove(from);
                if let Some(other) = self.papers.iter().find(|paper| paper.id == replaced) {
                    take_place(&mut paper, other);
                }
                self.papers.insert(to.min(self.papers.len()), paper);
            }
            self.papers.retain(|paper| paper.id != replaced);
        }
    }

    /// The id of the paper that another one replaces.
    fn replaced(&self, paper: &Paper) -> Option<Result<String, Box<Finding>>> {
        let named = paper.info.replaces.as_ref()?;
        let wrong = |message: String| {
            Finding::error("mall-ersätter", &paper.source, named.span.clone(), message)
        };
        let others: Vec<&str> =
            self.ids.iter().map(String::as_str).filter(|id| *id != paper.id).collect();
        let Some(replaced) = id_of(named).filter(|id| others.contains(&id.as_str())) else {
            let hint = match nearest(named, &others) {
                Some(near) => format!("Menade du `{near}`?"),
                None => format!("Papper som kan ersättas: {}.", others.join(", ")),
            };
            let message = format!("det finns inget annat papper som heter `{}`", *named);
            return Some(Err(Box::new(wrong(message).hint(hint))));
        };
        let other = self.papers.iter().find(|other| other.id == replaced);
        if other.is_some_and(|other| other.info.replaces.is_some()) {
            let message = format!("papperet `{replaced}` ersätter självt ett papper");
            let hint = "Ta bort raden `ersätter:` i den ena mallen.";
            return Some(Err(Box::new(wrong(message).hint(hint))));
        }
        Some(Ok(replaced))
    }
}

/// Lets a paper stand in the place of another: what the law demands of that, it demands of
/// this as well, unless it says what.
fn take_place(paper: &mut Paper, other: &Paper) {
    if paper.info.demands.is_none() {
        paper.demands.clone_from(&other.demands);
    }
    paper.stands_for = Some(FormerPaper {
        name: other.info.name.to_string(),
        sections: other.sections().map(str::to_owned).collect(),
    });
}

fn unsafe_name(template: &Template) -> Finding {
    let message =
        format!("mallfilen heter ”{}.md”, och så kan ett papper inte heta", template.stem);
    Finding::error("mall-namn", &template.source, 0..0, message)
        .because("Papperets filer och valet --dokument får sitt namn av mallfilen; `alla` betyder alla papper.")
        .hint("Byt namn på filen: bara bokstäver, siffror, bindestreck och understreck.")
}

fn second_template(template: &Template, id: &str) -> Finding {
    let message = format!("två mallfiler är till papperet `{id}`");
    Finding::error("mall-namn", &template.source, 0..0, message)
        .because("Stora och små bokstäver räknas som samma i en mallfils namn.")
        .hint("Ge den ena filen ett annat namn.")
}
