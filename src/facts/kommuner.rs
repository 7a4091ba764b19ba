//! What belongs to each kommun of an application for several: the decision on the grant is
//! for each of them (4 § HSLF-FS 2016:98).

use super::{Number, Parts};
use crate::measures::AREAS;
use crate::swedish::folded;
use crate::year_file::YearFile;
use crate::year_file::values::{Decimal, Hundredths};

/// A kommun's part of the service. What is no other kommun's is the applicant's, so the parts
/// always add up to what is said of them all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MunicipalityShare {
    /// The kommun.
    pub name: String,
    /// Full-time posts in the reported year.
    pub full_time_posts: Hundredths,
    /// Full-time posts that the application is for.
    pub posts_applied_for: Hundredths,
    /// Own funds in whole kronor, where every kommun's are known.
    pub own_funds: Option<u64>,
    /// The year's clients, where they are divided into just these kommuner.
    pub clients: Option<Number>,
}

/// The kommuner, the applicant first; none when there is only one.
pub(super) fn shares(year_file: &YearFile, parts: &Parts) -> Vec<MunicipalityShare> {
    let operation = &year_file.operation;
    let others = operation.other_municipalities.as_deref().unwrap_or_default();
    if others.is_empty() {
        return Vec::new();
    }
    let posts = |posts: &Decimal| posts.known().copied().unwrap_or_default();
    let own_funds: Option<Vec<u64>> =
        others.iter().map(|other| Some(**other.own_funds.as_ref()?)).collect();
    let economy = year_file.economy.as_ref();
    let all_funds = economy.and_then(|economy| Some(**economy.own_funds.as_ref()?));
    let applicants_funds = own_funds.as_ref().zip(all_funds).and_then(|(others, all)| {
        all.checked_sub(others.iter().fold(0, |sum, one| sum.saturating_add(*one)))
    });
    let mut shares = vec![MunicipalityShare {
        name: year_file.sender.municipality.known().cloned().unwrap_or_default(),
        full_time_posts: posts(&operation.full_time_posts),
        posts_applied_for: year_file.posts_applied_for().map(posts).unwrap_or_default(),
        own_funds: applicants_funds,
        clients: None,
    }];
    for other in others {
        let year = posts(&other.full_time_posts);
        shares.push(MunicipalityShare {
            name: other.name.to_string(),
            full_time_posts: year,
            posts_applied_for: other.posts_applied_for.as_ref().map_or(year, posts),
            own_funds: other
                .own_funds
                .as_ref()
                .map(|kronor| **kronor)
                .filter(|_| applicants_funds.is_some()),
            clients: None,
        });
    }
    let sum = |of: fn(&MunicipalityShare) -> Hundredths| {
        shares.iter().skip(1).fold(0, |sum: u64, share| sum.saturating_add(of(share).0))
    };
    let (year, applied) =
        (sum(|share| share.full_time_posts), sum(|share| share.posts_applied_for));
    if let Some(applicant) = shares.first_mut() {
        applicant.full_time_posts.0 = applicant.full_time_posts.0.saturating_sub(year);
        applicant.posts_applied_for.0 = applicant.posts_applied_for.0.saturating_sub(applied);
    }
    let areas = parts.of(AREAS);
    let of = |name: &str| areas.iter().find(|area| folded(&area.label) == folded(name));
    if areas.len() == shares.len() && shares.iter().all(|share| of(&share.name).is_some()) {
        for share in &mut shares {
            share.clients = of(&share.name).and_then(super::Figure::current);
        }
    }
    shares
}
