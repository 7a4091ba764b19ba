//! Amounts in kronor.

use super::keyed::compared_by_key;
use crate::year_file::Economy;
use crate::year_file::values::Count;

/// An amount in whole kronor that the papers show.
#[derive(Debug)]
pub struct MoneyMeasure {
    /// Its name in templates and in texts; that in the year file too, where it is given.
    pub key: &'static str,
    /// The first cell of its row in a table.
    pub label: &'static str,
    /// What it is, for the handbook.
    pub about: &'static str,
    /// Where it comes from.
    pub source: AmountSource,
    /// Whether it is also shown for one full-time post.
    pub is_per_post: bool,
    /// Its name in `siffror.json`, when it is there.
    pub published_as: Option<&'static str>,
}

compared_by_key!(MoneyMeasure);

/// Where an amount comes from.
#[derive(Debug, Clone, Copy)]
pub enum AmountSource {
    /// The year file gives it.
    Given(fn(&Economy) -> Option<&Count>),
    /// What is left of one amount, by its key, when another is taken from it; nought when
    /// nothing is.
    Remainder {
        /// The key of the amount that something is taken from.
        of: &'static str,
        /// The key of the amount that is taken from it.
        less: &'static str,
    },
    /// The amounts with these keys together.
    Sum([&'static str; 2]),
    /// An amount that the year file gives for one full-time post, for all posts; part-time
    /// in proportion (3 § HSLF-FS 2016:98).
    ForAllPosts(fn(&Economy) -> Option<&Count>),
}

impl MoneyMeasure {
    /// The amount with a key.
    #[must_use]
    pub fn of_key(key: &str) -> Option<&'static Self> {
        AMOUNTS.iter().find(|amount| amount.key == key)
    }

    /// What a text writes to show the amount with its unit: `{{ beviljat|kronor }}`.
    #[must_use]
    pub fn placeholder(&self) -> String {
        format!("{{{{ {}|kronor }}}}", self.key)
    }
}

/// The key of the grant for the reported year.
pub const GRANTED: &str = "beviljat";
/// The key of what has been used of the grant.
pub const USED: &str = "använt";
/// The key of what is left of the grant and may have to be repaid (15 § 2 förordningen
/// 2013:522).
pub const UNUSED: &str = "oförbrukat";
/// The key of the kommun's own funds.
pub const OWN_FUNDS: &str = "egna_medel";
/// The key of what the service has cost.
pub const TOTAL_COST: &str = "total_kostnad";
/// The key of what is applied for.
pub const APPLIED_FOR: &str = "sökt_belopp";

/// All amounts, in the order of the handbook. An amount that is worked out stands after
/// those that it is worked out from.
pub static AMOUNTS: [MoneyMeasure; 6] = [
    MoneyMeasure {
        key: GRANTED,
        label: "Beviljat bidrag",
        about: "beviljat bidrag",
        source: AmountSource::Given(|economy| Some(&economy.granted)),
        is_per_post: true,
        published_as: Some("beviljat"),
    },
    MoneyMeasure {
        key: USED,
        label: "Använt bidrag",
        about: "använt bidrag",
        source: AmountSource::Given(|economy| Some(&economy.used)),
        is_per_post: true,
        published_as: Some("använt"),
    },
    MoneyMeasure {
        key: UNUSED,
        label: "Oförbrukat bidrag",
        about: "bidrag som inte har använts",
        source: AmountSource::Remainder { of: GRANTED, less: USED },
        is_per_post: true,
        published_as: Some("oförbrukat"),
    },
    MoneyMeasure {
        key: OWN_FUNDS,
        label: "Egna medel",
        about: "kommunens egna medel",
        source: AmountSource::Given(|economy| economy.own_funds.as_ref()),
        is_per_post: true,
        published_as: Some("egna_medel"),
    },
    MoneyMeasure {
        key: TOTAL_COST,
        label: "Använt bidrag och egna medel",
        about: "använt bidrag och egna medel tillsammans",
        source: AmountSource::Sum([USED, OWN_FUNDS]),
        is_per_post: true,
        published_as: None,
    },
    MoneyMeasure {
        key: APPLIED_FOR,
        label: "Sökt bidrag",
        about: "sökt bidrag, när beloppet per heltid är känt",
        source: AmountSource::ForAllPosts(|economy| {
            economy.level.as_ref().map(|level| &level.amount)
        }),
        is_per_post: false,
        published_as: Some("sökt"),
    },
];
