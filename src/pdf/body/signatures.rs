//! Names of those who answer for the paper, and lines to sign on.

use typst::foundations::{Content, NativeElement, Smart};
use typst::layout::{Alignment, BlockBody, BlockElem, BoxElem, Length, PlaceElem, VAlignment};
use typst::model::ParElem;
use typst::visualize::LineElem;

use super::super::Error;
use super::super::look::{first_column, gutter, millimetres, points};
use super::super::place::WordPlace;
use super::{BodyWriter, fixed, gap, space, text, two_columns, whole};
use crate::document::{Signature, SigningField, signature_rows};

/// How many rows of signatures a page can hold, with room to sign.
const MOST_ROWS: usize = 7;

/// How much lower a field to sign in is than the room for it, in points.
const ABOVE_FIELD: f64 = 10.0;

impl BodyWriter<'_> {
    /// A person or two side by side, each read to the end before the other. Who stand side
    /// by side is decided before. The whole stays on one page as long as one page can hold
    /// it.
    pub fn signatures(&mut self, signatures: &[Signature]) -> Result<Content, Error> {
        let profile = self.look.profile;
        let [across, _] = self.places.signing();
        let mut persons = signatures.iter();
        let rows = signature_rows(signatures);
        let is_breakable = rows.len() > MOST_ROWS;
        let mut content = Vec::with_capacity(rows.len());
        for row in rows {
            let row = if let Some(right) = &row.right {
                let left = self.person(persons.next(), &row.left, self.places.signature(0))?;
                let right = self.person(persons.next(), right, self.places.signature(1))?;
                two_columns(first_column(profile), None, gutter(), vec![left, right])
            } else {
                self.person(persons.next(), &row.left, across)?
            };
            content.push(
                BlockElem::new()
                    .with_breakable(false)
                    .with_above(gap(Length::zero()))
                    .with_below(gap(Length::zero()))
                    .with_body(Some(BlockBody::Content(row)))
                    .pack(),
            );
        }
        let body = BlockElem::new()
            .with_breakable(is_breakable)
            .with_body(Some(BlockBody::Content(Content::sequence(content))))
            .pack();
        Ok(body.styled_with_map(self.look.whole()).styled_with_map(self.look.close()))
    }

    /// A person's field comes before the name, in the room above it.
    fn person(
        &mut self,
        signature: Option<&Signature>,
        lines: &[String],
        place: WordPlace<'_>,
    ) -> Result<Content, Error> {
        let profile = self.look.profile;
        let room = profile.spacing.signing_room;
        let address = self.signature_fields.as_mut().zip(signature).map(|(fields, person)| {
            fields.next(format!("Underskrift av {}, {}", person.name, person.position))
        });
        let mut content = vec![match address {
            Some(address) => sign_here(&address, profile.page.signature_field, room, true)?,
            None => space(room),
        }];
        for line in lines {
            content.push(self.line(line, place)?);
        }
        Ok(Content::sequence(content))
    }

    /// Lines to sign on by hand, each with its label below.
    pub fn signing_form(&mut self, fields: &[SigningField]) -> Result<Content, Error> {
        let look = self.look;
        let profile = look.profile;
        let line_height = profile.sizes.body * profile.spacing.line;
        let [filled_in, label] = self.places.signing();
        let mut content = Vec::new();
        for field in fields {
            // What is known stands in the room to write in, just above the line.
            let known = if field.value.is_some() { line_height } else { 0.0 };
            let room = profile.spacing.signing_room - known;
            let address = self
                .signature_fields
                .as_mut()
                .filter(|_| field.is_for_signature())
                .map(|fields| fields.next(field.label.clone()));
            content.push(match address {
                Some(address) => sign_here(&address, profile.page.signing_line, room, false)?,
                None => space(room),
            });
            if let Some(value) = &field.value {
                content.push(self.line(value, filled_in)?);
            }
            content.push(space(2.0));
            let line = LineElem::new()
                .with_length(millimetres(profile.page.signing_line).into())
                .with_stroke(look.hairline.clone());
            content.push(line.pack());
            content.push(space(1.0));
            let label = self.words(&field.label, label)?.styled_with_map(look.small());
            content.push(ParElem::new(label).pack());
        }
        Ok(whole(Content::sequence(content))
            .styled_with_map(look.whole())
            .set(BlockElem::above, gap(Length::zero()))
            .set(BlockElem::below, gap(Length::zero()))
            .styled_with_map(look.close()))
    }
}

/// A place to sign that is to become a field: a link, of which the field is made. Its
/// width is in millimetres, the room for it in points.
fn sign_here(address: &str, width: f64, room: f64, is_close: bool) -> Result<Content, Error> {
    let field = BoxElem::new()
        .with_width(fixed(millimetres(width)))
        .with_height(Smart::Custom(points(room - ABOVE_FIELD).into()))
        .pack();
    let placed = PlaceElem::new(text::link(address, field)?)
        .with_alignment(Smart::Custom(Alignment::V(VAlignment::Bottom)))
        .pack();
    let mut block = BlockElem::new()
        .with_height(fixed(points(room)))
        .with_body(Some(BlockBody::Content(placed)));
    if is_close {
        block = block.with_above(gap(Length::zero())).with_below(gap(Length::zero()));
    }
    Ok(block.pack())
}
