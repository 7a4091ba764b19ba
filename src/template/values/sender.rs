//! Who sends the papers, and in which matter.

use minijinja::value::Value;

use super::{Values, contact, date, group, list, optional, text};
use crate::facts::Facts;
use crate::year_file::{MatterPart, YearFile};

pub(super) fn add(year_file: &YearFile, values: &mut Values) {
    let sender = &year_file.sender;
    let payment = sender.payment.as_ref();
    values.add("kommun", "kommunens namn", text(&sender.municipality));
    let number = text(&sender.organisation_number);
    values.add("organisationsnummer", "kommunens organisationsnummer", number);
    values.add("nämnd", "nämnden som beslutar", text(&sender.board));
    values.add("förvaltning", "förvaltningen", text(&sender.administration));
    values.add("avdelning", "avdelningen där ärendet har beretts", text(&sender.department));
    values.add("adress", "förvaltningens postadress", text(&sender.address));
    values.add("telefon", "förvaltningens telefon", optional(sender.telephone.as_ref()));
    values.add("e_post", "förvaltningens e-post", optional(sender.email.as_ref()));
    let payment = group([
        ("bankgiro", optional(payment.and_then(|payment| payment.bankgiro.as_ref()))),
        ("plusgiro", optional(payment.and_then(|payment| payment.plusgiro.as_ref()))),
        ("referens", optional(payment.and_then(|payment| payment.reference.as_ref()))),
    ]);
    values.add("betalning", "hur bidraget betalas ut", payment);
}

pub(super) fn add_board_matter(year_file: &YearFile, values: &mut Values) {
    let board_matter = &year_file.board_matter;
    let signatories = board_matter.signatories.iter().map(|signatory| {
        group([
            ("namn", text(&signatory.name)),
            ("befattning", text(&signatory.position)),
            ("enhet", optional(signatory.unit.as_ref())),
        ])
    });
    let about = "om ärendet omfattar en redovisning, för villkor i mallar";
    values.add("omfattar_redovisning", about, year_file.is_about(MatterPart::Report));
    let about = "detsamma om en ansökan";
    values.add("omfattar_ansökan", about, year_file.is_about(MatterPart::Application));
    values.add("diarienummer", "nämndens diarienummer", optional(board_matter.reference.as_ref()));
    values.add("datum", "tjänsteutlåtandets datum", date(*board_matter.date));
    values.add("sammanträde", "dagen då nämnden sammanträder", date(*board_matter.meeting));
    let is_immediate = board_matter.immediate_approval.as_ref().is_some_and(|it| **it);
    let about = "om nämnden föreslås justera beslutet omedelbart, för villkor i mallar";
    values.add("omedelbar_justering", about, is_immediate);
    let officer = contact("handläggare", &board_matter.officer, values);
    values.add("handläggare", "den som har handlagt ärendet", officer);
    values.add("underskrifter", "de som undertecknar tjänsteutlåtandet", list(signatories));
}

pub(super) fn add_county_board(year_file: &YearFile, facts: &Facts, values: &mut Values) {
    let grant = &year_file.grant;
    let signer = grant.signer.as_ref();
    values.add("länsstyrelse", "länsstyrelsens namn", grant.county_board.to_string());
    let report = date(*grant.report_submitted);
    values.add("redovisning_inlämnad", "dagen då redovisningen lämnas", report);
    let application = date(*grant.application_submitted);
    values.add("ansökan_inlämnad", "dagen då ansökan lämnas", application);
    let about = "”lämnades” när redovisningen är lämnad senast den dag som tjänsteutlåtandet är daterat, eller utan datum senast när nämnden sammanträder, annars ”lämnas”";
    values.add("redovisning_lämnas", about, tense(facts.report_was_sent));
    values.add("ansökan_lämnas", "detsamma om ansökan", tense(facts.application_was_sent));
    let about = "om redovisningen är lämnad senast när nämnden sammanträder, för villkor i mallar";
    values.add("redovisning_är_lämnad", about, facts.report_is_sent);
    values.add("ansökan_är_lämnad", "detsamma om ansökan", facts.application_is_sent);
    values.add(
        "beslutets_diarienummer",
        "länsstyrelsens diarienummer på beslutet om bidraget",
        optional(grant.decision_reference.as_ref()),
    );
    let person = grant.contact.as_ref().unwrap_or(&year_file.board_matter.officer);
    let person = contact("kontaktperson", person, values);
    values.add("kontaktperson", "den som länsstyrelsen kan kontakta", person);
    let signer = group([
        ("namn", optional(signer.map(|signer| &signer.name))),
        ("befattning", optional(signer.map(|signer| &signer.position))),
        ("behörighet", optional(signer.and_then(|signer| signer.authority.as_ref()))),
    ]);
    values.add("undertecknare", "den som undertecknar redovisningen och ansökan", signer);
}

/// What is done with a paper, told from the day of the board paper.
fn tense(was_sent: bool) -> Value {
    Value::from(if was_sent { "lämnades" } else { "lämnas" })
}
