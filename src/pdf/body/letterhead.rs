//! The letterhead, and the logotype above the sender.

use typst::foundations::{Content, NativeElement, Smart};
use typst::layout::{BlockBody, BlockElem};
use typst::model::ParElem;
use typst::pdf::ArtifactKind;
use typst::visualize::{ExchangeFormat, ImageFormat, RasterFormat, VectorFormat};

use super::super::Error;
use super::super::look::{first_column, gutter, millimetres, points};
use super::super::piece::Piece;
use super::super::place::WordPlace;
use super::{BodyWriter, fixed, gap, picture, text, two_columns};
use crate::document::{Letterhead, LineGroup, linked};
use crate::profile::{Logotype, Profile};

/// How much smaller than the title the kind of paper is, at the top right.
const KIND: f64 = 0.85;

impl BodyWriter<'_> {
    /// Two columns, read row by row. The label at the top right is the kind of paper,
    /// larger than the rest.
    pub fn letterhead(&self, letterhead: &Letterhead) -> Result<Content, Error> {
        let Profile { sizes, spacing, logotype, .. } = self.look.profile;
        let large = sizes.title * KIND;
        let mut cells = Vec::new();
        for (number, row) in letterhead.rows.iter().enumerate() {
            let is_first = number == 0;
            let size = if is_first { large } else { sizes.letterhead };
            let logotype = logotype.as_ref().filter(|_| is_first).map(shown);
            let left = self.places.letterhead(0, false);
            let left = self.line_group(&row.left, left, size)?;
            cells.push(Content::sequence(logotype.into_iter().chain([left])));
            let right = self.places.letterhead(1, is_first);
            cells.push(self.line_group(&row.right, right, size)?);
        }
        let row_gutter = points(sizes.letterhead * spacing.line);
        let grid = two_columns(first_column(self.look.profile), Some(row_gutter), gutter(), cells);
        let letters = self.look.plain(sizes.letterhead, None);
        Ok(grid.styled_with_map(self.look.close()).styled_with_map(letters))
    }

    /// A label in bold with its lines. `line_of` is the size of the row's largest text.
    fn line_group(
        &self,
        group: &LineGroup,
        label: WordPlace<'_>,
        line_of: f64,
    ) -> Result<Content, Error> {
        let styles = self.look.bold(label.size, Some(line_of));
        let words = self.words(&group.label, label)?;
        let mut lines = vec![ParElem::new(words.styled_with_map(styles)).pack()];
        let place = WordPlace { size: self.look.profile.sizes.letterhead, ..label };
        for line in &group.lines {
            let mut pieces = self.division.divided(line, place);
            if matches!(&pieces[..], [Piece::Text(text)] if text == line) {
                let linked = linked(line);
                if linked.len() > 1 {
                    pieces = Piece::plain(&linked);
                }
            }
            lines.push(text::paragraph(&pieces, self.look, self.mark(line))?);
        }
        Ok(Content::sequence(lines))
    }
}

/// The logotype, said in words if it has such and else not at all.
fn shown(logotype: &Logotype) -> Content {
    let alternative = logotype.alternative_text();
    let format = if logotype.is_drawn() {
        ImageFormat::Vector(VectorFormat::Svg)
    } else {
        ImageFormat::Raster(RasterFormat::Exchange(ExchangeFormat::Png))
    };
    let picture = picture::image(logotype.drawn().to_vec(), format)
        .with_width(Smart::Custom(millimetres(logotype.width()).into()))
        .with_height(fixed(millimetres(logotype.height())))
        .with_alt(alternative.map(Into::into))
        .pack();
    let picture =
        if alternative.is_some() { picture } else { picture.artifact(ArtifactKind::Other) };
    BlockElem::new().with_below(gap(gutter())).with_body(Some(BlockBody::Content(picture))).pack()
}
