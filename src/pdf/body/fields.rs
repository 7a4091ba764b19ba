//! Labels with their values, and contacts.

use typst::foundations::{Content, NativeElement};
use typst::model::ParElem;

use super::super::Error;
use super::super::look::{first_column, gutter, millimetres, points};
use super::{BodyWriter, text, two_columns, whole};
use crate::document::{Contact, Field};

impl BodyWriter<'_> {
    /// Lines of a label and its value.
    pub fn fields(&self, rows: &[Field]) -> Result<Content, Error> {
        let profile = self.look.profile;
        let label_styles = self.look.plain(profile.sizes.table, Some(profile.sizes.body));
        let mut cells = Vec::with_capacity(rows.len() * 2);
        for row in rows {
            let label = self.words(&row.label, self.places.label())?;
            cells.push(ParElem::new(label.styled_with_map(label_styles.clone())).pack());
            let value = self.running(&row.value, self.places.running());
            cells.push(text::paragraph(&value, self.look, self.mark_of(&row.value))?);
        }
        let first = millimetres(profile.page.field_value) - gutter();
        let between = points(profile.spacing.list_item);
        Ok(two_columns(first, Some(between), gutter(), cells).styled_with_map(self.look.close()))
    }

    /// Two columns, as of the letterhead; each contact is read to its end before the next.
    pub fn contacts(&self, contacts: &[Contact]) -> Result<Content, Error> {
        let profile = self.look.profile;
        let mut cells = Vec::with_capacity(contacts.len());
        for contact in contacts {
            let label = self.words(&contact.label, self.places.contact())?;
            let label = label.strong().styled_with_map(self.look.whole());
            let mut lines = vec![ParElem::new(label).pack()];
            for line in &contact.lines {
                let pieces = self.running(line, self.places.contact());
                lines.push(text::paragraph(&pieces, self.look, self.mark_of(line))?);
            }
            cells.push(Content::sequence(lines));
        }
        let between = points(profile.spacing.paragraph);
        let grid = two_columns(first_column(profile), Some(between), gutter(), cells);
        Ok(whole(grid).styled_with_map(self.look.close()))
    }
}
