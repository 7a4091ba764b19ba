//! A chart.

use typst::diag::SourceResult;
use typst::engine::Engine;
use typst::foundations::{Content, NativeElement, Packed, Selector, Smart, StyleChain, Styles};
use typst::introspection::Locator;
use typst::layout::{
    Abs, AlignElem, Alignment, BlockBody, BlockElem, Frame, FrameItem, HAlignment, Length,
    PlaceElem, Point, Region, VAlignment,
};
use typst::model::{FigureCaption, FigureElem, FigureKind, ParElem};
use typst::syntax::Span;
use typst::text::{FontWeight, LinebreakElem, TextElem};
use typst::visualize::{ImageElem, ImageFormat, VectorFormat};

use super::super::Error;
use super::captioned::{Captioned, set_for};
use super::{BodyWriter, fixed, picture, text};
use crate::document::Chart;
use crate::document::chart::{Drawing, Label, TextAnchor};

impl BodyWriter<'_> {
    /// A chart with its caption and notes, on one page.
    pub fn chart(&self, chart: &Chart) -> Result<Content, Error> {
        let mut figure = Styles::new();
        figure.set(AlignElem::alignment, HAlignment::Left.into());
        figure.set(BlockElem::breakable, false);
        figure.set(BlockElem::sticky, !chart.notes().is_empty());
        let mut caption = Styles::new();
        caption.set(TextElem::weight, FontWeight::BOLD);
        let mut styles = self.look.table();
        styles.set(ParElem::spacing, Length::zero());
        styles.push(set_for(Selector::Elem(FigureElem::ELEM, None), figure));
        styles.push(set_for(Selector::Elem(FigureCaption::ELEM, None), caption));
        self.captioned(Captioned {
            kind: FigureKind::Name("chart".into()),
            caption: Some(chart.caption()).filter(|caption| !caption.is_empty()),
            notes: chart.notes(),
            body: self.drawing(chart),
            alternative_text: Some(chart.alternative_text()),
            is_breakable: true,
            styles,
        })
    }

    /// The bars are a picture, and the words and figures around it real text. All of it is
    /// one figure, whose alternative text says it.
    fn drawing(&self, chart: &Chart) -> Content {
        let drawing = chart.drawing(self.look.profile);
        let (width, height) = (hundredths(drawing.width), hundredths(drawing.height));
        let svg = picture::bars(&drawing, self.look.profile).into_bytes();
        let bars = picture::image(svg, ImageFormat::Vector(VectorFormat::Svg));
        let bars = BlockElem::single_layouter(Packed::new(bars), bars_alone)
            .with_width(Smart::Custom(width.into()))
            .with_height(fixed(height))
            .pack();
        let mark = |label: &Label| self.mark(&label.lines.join(" "));
        let labels = drawing.labels.iter().map(|label| placed(label, &drawing, mark(label)));
        let labels = Content::sequence(labels).styled_with_map(self.look.small());
        let content = [PlaceElem::new(bars).pack(), labels];
        BlockElem::new()
            .with_width(Smart::Custom(width.into()))
            .with_height(fixed(height))
            .with_breakable(false)
            .with_body(Some(BlockBody::Content(Content::sequence(content))))
            .pack()
    }
}

/// The picture by itself: Typst would make a figure of its own of it.
fn bars_alone(
    picture: &Packed<ImageElem>,
    engine: &mut Engine<'_>,
    _locator: Locator<'_>,
    styles: StyleChain<'_>,
    region: Region,
) -> SourceResult<Frame> {
    let image = picture.decode(engine, styles)?;
    let mut frame = Frame::soft(region.size);
    frame.push(Point::zero(), FrameItem::Image(image, region.size, Span::detached()));
    Ok(frame)
}

/// A label, aligned to a place that is counted from the left edge.
fn placed(label: &Label, drawing: &Drawing, mark: Span) -> Content {
    let (side, origin) = match label.align {
        TextAnchor::Left => (HAlignment::Left, Length::zero()),
        TextAnchor::Center => (HAlignment::Center, hundredths(drawing.width) / 2.0),
        TextAnchor::Right => (HAlignment::Right, hundredths(drawing.width)),
    };
    let mut lines = Vec::new();
    for (number, line) in label.lines.iter().enumerate() {
        if number > 0 {
            lines.push(LinebreakElem::new().pack());
        }
        lines.push(text::letters(line, mark));
    }
    let alignment: Alignment = side + VAlignment::Top;
    PlaceElem::new(Content::sequence(lines))
        .with_alignment(Smart::Custom(alignment))
        .with_dx((hundredths(label.x) - origin).into())
        .with_dy(hundredths(label.y).into())
        .pack()
}

/// Hundredths of a millimetre.
#[expect(clippy::cast_precision_loss, reason = "no page has so many")]
fn hundredths(length: i64) -> Length {
    (Abs::mm(0.01) * length as f64).into()
}
