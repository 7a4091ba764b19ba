//! Laying a paper out.
//!
//! Typst lays out the text; the heads of the pages, which say how many there are, are laid
//! out when that is known and put on the pages. So one round is enough, and a second one
//! is made only if something in the text asks where it stands.

use chrono::Datelike as _;
use comemo::{Constraint, Track};
use typst::World;
use typst::diag::SourceDiagnostic;
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{Content, Datetime, Derived, NativeElement, Smart, StyleChain};
use typst::introspection::{EmptyIntrospector, Introspector, Location, Locator};
use typst::layout::{Abs, AlignElem, Alignment, Axes, Frame, PagebreakElem, Point, Region, Size};
use typst::model::{Document as _, DocumentInfo};
use typst::pdf::{AttachElem, AttachedFileRelationship};
use typst::utils::Protected;
use typst_layout::{PagedDocument, layout_document, layout_frame};

use super::body::BodyWriter;
use super::body::page::{self, Marginals};
use super::look::{Look, gutter, millimetres};
use super::marks::TextMarks;
use super::memory;
use super::place::WordPlaces;
use super::signature_fields::SignatureFields;
use super::word_division::WordDivision;
use super::world::TypstResources;
use super::{Archive, Attachment, Error, error};
use crate::document::{Document, Properties};
use crate::profile::Profile;

/// In so many rounds a text that asks where it stands has come to rest, or never will.
const MOST_ROUNDS: usize = 5;

/// A paper that is laid out.
pub struct Typeset {
    /// The pages.
    pub pages: PagedDocument,
    /// The fields to sign in, when the paper is to have such.
    pub signature_fields: Option<SignatureFields>,
    /// The marks of the texts, when they have such.
    pub marks: Option<TextMarks>,
}

/// Lays out a paper.
///
/// # Errors
/// What of the profile Typst can't use, and its own messages.
pub fn typeset(
    resources: &TypstResources,
    document: &Document,
    profile: &Profile,
    archive: &Archive,
    signature_fields: Option<SignatureFields>,
    marks: Option<TextMarks>,
) -> Result<Typeset, Error> {
    resources.has_families(profile)?;
    let look = Look::of(profile)?;
    let mut writer = BodyWriter {
        look: &look,
        places: WordPlaces::of(profile),
        division: WordDivision::new(resources),
        signature_fields,
        marks,
    };
    let styles = look.paper();
    let marginals = Marginals::of(document, &writer)?;
    let paper = Paper { resources, profile, styles: StyleChain::new(&styles), marginals };
    let mut content = Vec::new();
    if let Archive::A3a(attachment) = archive {
        content.push(attached(attachment));
    }
    content.extend(paper.room_for_foot()?);
    content.push(writer.blocks(&document.blocks, 0)?);
    if let Some(draft) = &document.draft {
        content.push(PagebreakElem::new().pack());
        content.push(writer.blocks(&draft.blocks, 0)?);
    }
    let mut pages =
        paper.laid_out(&Content::sequence(content)).inspect_err(|_| memory::note_failure())?;
    memory::note_pages(pages.pages().len());
    set_properties(pages.info_mut(), &document.properties)?;
    Ok(Typeset { pages, signature_fields: writer.signature_fields, marks: writer.marks })
}

/// Title, author, date and the like.
fn set_properties(info: &mut DocumentInfo, properties: &Properties) -> Result<(), Error> {
    let date = properties.date;
    let [month, day] = [date.month(), date.day()].map(|part| u8::try_from(part).unwrap_or(1));
    let date = Datetime::from_ymd(date.year(), month, day)
        .ok_or_else(|| Error::Data(format!("datumet {date} ligger för långt bort")))?;
    info.title = Some(properties.title.as_str().into());
    info.author = vec![properties.author.as_str().into()];
    info.description = Some(properties.subject.as_str().into());
    info.keywords = properties.keywords.iter().map(|word| word.as_str().into()).collect();
    info.date = Smart::Custom(Some(date));
    Ok(())
}

/// The file that the paper carries.
fn attached(attachment: &Attachment) -> Content {
    let name = attachment.name.as_str();
    AttachElem::new(
        Derived::new(typst::foundations::PathOrStr::Str(name.into()), name.into()),
        typst::foundations::Bytes::new(attachment.bytes.clone()),
    )
    .with_relationship(Some(AttachedFileRelationship::Data))
    .with_mime_type(Some(attachment.media_type.as_str().into()))
    .with_description(Some(attachment.description.as_str().into()))
    .pack()
}

/// A paper being laid out.
struct Paper<'p> {
    resources: &'p TypstResources,
    profile: &'p Profile,
    styles: StyleChain<'p>,
    marginals: Marginals,
}

impl Paper<'_> {
    /// The text on its pages, with what stands around it.
    fn laid_out(&self, content: &Content) -> Result<PagedDocument, Error> {
        let mut last: Option<PagedDocument> = None;
        for _ in 0..MOST_ROUNDS {
            let constraint = Constraint::new();
            let before = last.as_ref();
            let pages = self.with_engine(before, &constraint, |engine| {
                layout_document(engine, content, self.styles)
            })?;
            let introspector: &dyn Introspector = pages.introspector().as_ref();
            if constraint.validate(introspector) {
                return self.with_marginals(&pages);
            }
            last = Some(pages);
        }
        Err(Error::Data("sidorna kommer inte till ro".to_owned()))
    }

    fn with_marginals(&self, laid_out: &PagedDocument) -> Result<PagedDocument, Error> {
        let [width, height] = self.text_size();
        let page = &self.profile.page;
        let margin = |side: f64| Abs::mm(side);
        let (left, top, bottom) = (margin(page.left), margin(page.top), margin(page.bottom));
        let pages = laid_out.pages();
        let mut finished = Vec::with_capacity(pages.len());
        for (index, page) in pages.iter().enumerate() {
            let mut page = page.clone();
            let head = self.marginals.head(index + 1, pages.len());
            let head = head.set(AlignElem::alignment, Alignment::BOTTOM);
            let head = self.frame(&head, index, Size::new(width, top), Axes::splat(true))?;
            page.frame.prepend_frame(Point::with_x(left), head);
            if let Some(foot) = self.marginals.foot().filter(|_| index == 0) {
                let foot = foot.set(AlignElem::alignment, Alignment::TOP);
                let size = Size::new(width, bottom);
                let foot = self.frame(&foot, pages.len(), size, Axes::splat(true))?;
                page.frame.push_frame(Point::new(left, top + height), foot);
            }
            finished.push(page);
        }
        Ok(PagedDocument::new(finished.into_iter().collect(), laid_out.info().clone()))
    }

    /// The room that the address footer needs above the bottom margin, with white space
    /// over it, if it needs any. It floats to the foot of the page on which it stands, which
    /// is the first.
    fn room_for_foot(&self) -> Result<Option<Content>, Error> {
        let Some(foot) = self.marginals.address_footer() else { return Ok(None) };
        let size = Size::new(self.text_size()[0], Abs::inf());
        let height = self.frame(foot, 0, size, Axes::splat(false))?.height();
        let page = &self.profile.page;
        let around = millimetres(page.header) + gutter() - millimetres(page.bottom);
        let room = height + around.abs;
        Ok((room > Abs::zero()).then(|| page::room_for_foot(room)))
    }

    /// Content that is no part of the text; `number` tells it from other such.
    fn frame(
        &self,
        content: &Content,
        number: usize,
        size: Size,
        expand: Axes<bool>,
    ) -> Result<Frame, Error> {
        let location = Location::new(u128::MAX).variant(number);
        self.with_engine(None, &Constraint::new(), |engine| {
            let region = Region::new(size, expand);
            layout_frame(engine, content, Locator::synthesize(location), self.styles, region)
        })
    }

    /// Has Typst do something. Whatever it warns of is an error: it goes on with another
    /// font when one is missing, and that is no paper to decide on.
    fn with_engine<T>(
        &self,
        before: Option<&PagedDocument>,
        constraint: &Constraint<<dyn Introspector as comemo::Track>::Call>,
        work: impl FnOnce(&mut Engine<'_>) -> typst::diag::SourceResult<T>,
    ) -> Result<T, Error> {
        let world: &dyn World = self.resources;
        let empty = EmptyIntrospector;
        let introspector: &dyn Introspector = match before {
            Some(pages) => pages.introspector().as_ref(),
            None => &empty,
        };
        let traced = Traced::default();
        let mut sink = Sink::new();
        let mut engine = Engine {
            library: world.library(),
            world: world.track(),
            introspector: Protected::new(introspector.track_with(constraint)),
            traced: traced.track(),
            sink: sink.track_mut(),
            route: Route::default(),
        };
        let done = work(&mut engine).map_err(|errors| error::typeset(&errors))?;
        let delayed = sink.delayed();
        let objections: Vec<&SourceDiagnostic> = delayed.iter().collect();
        if !objections.is_empty() {
            return Err(error::typeset(objections));
        }
        let warnings = sink.warnings();
        if warnings.is_empty() { Ok(done) } else { Err(error::typeset(&warnings)) }
    }

    /// Width and height of the text on a page.
    fn text_size(&self) -> [Abs; 2] {
        let page = &self.profile.page;
        let width = Abs::mm(page.width) - (Abs::mm(page.left) + Abs::mm(page.right));
        let height = Abs::mm(page.height) - (Abs::mm(page.top) + Abs::mm(page.bottom));
        [width, height]
    }
}
