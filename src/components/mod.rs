//! Views that are given everything as props and know no store.

mod blank_sentence;
mod check_line;
mod controls;
mod dialog;
mod fields;
mod focus_cell;
mod gradual_rows;
mod icon;
mod keycap;
mod link_field;
mod no_match;
mod notice;
mod number_line;
mod relation_badge;
mod segmented_control;
mod show_more;
mod single_source;
mod source_badge;
mod text_block;

pub(crate) use blank_sentence::BlankSentence;
pub(crate) use check_line::CheckLine;
pub(crate) use controls::{ActionButton, Chip, CloseButton, pressed};
pub(crate) use dialog::{Dialog, Section, Setting};
pub(crate) use fields::{Field, FileChooser, Select, TextInput};
pub(crate) use focus_cell::{FocusCell, tab_index};
pub(crate) use gradual_rows::GradualRows;
pub(crate) use icon::{Glyph, Icon, Logo, glyphs};
pub(crate) use keycap::{Keycap, Keycaps};
pub(crate) use link_field::{LastLink, LinkMaker, public_address};
pub(crate) use no_match::NoMatch;
pub(crate) use notice::{DismissButton, Issues, Notice};
pub(crate) use number_line::{HorizontalLine, NumberLineAxis, NumberLineRow, Pinned, StraightLine, percent};
pub(crate) use relation_badge::{
    OnlyHereTag, OriginTag, RaisedGlyph, RelationBadge, VerdictFace, glyph_of, verdict_name,
};
pub(crate) use segmented_control::SegmentedControl;
pub(crate) use show_more::ShowMore;
pub(crate) use single_source::SingleSourceHead;
pub(crate) use source_badge::{Provenance, SourceBadge, SourceCard, SourceFace};
pub(crate) use text_block::TextBlock;
