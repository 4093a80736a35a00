//! Icons, each as one stroke and one filling on a 16 by 16 field.

use leptos::prelude::*;

/// The shape of an icon: the path that is drawn, its width, and the path that is filled.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Glyph(&'static str, &'static str, &'static str);

/// The shapes.
pub(crate) mod glyphs {
    use super::Glyph;

    /// Same figure: two bars.
    pub(crate) const SAME: Glyph = Glyph("M2.5 5.6h11M2.5 10.4h11", "2.2", "");
    /// Agrees, rounded: two waves.
    pub(crate) const ROUNDED: Glyph = Glyph(
        "M2.2 6.6c1.9-2.5 3.8-2.5 5.8-.9s3.9 1.6 5.8-.9M2.2 11.4c1.9-2.5 3.8-2.5 5.8-.9s3.9 1.6 5.8-.9",
        "1.9",
        "",
    );
    /// Both can be true: two rings.
    pub(crate) const COMPATIBLE: Glyph =
        Glyph("M1.2 8a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0M5.8 8a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0", "1.7", "");
    /// Later count: a clock.
    pub(crate) const LATER: Glyph =
        Glyph("M1.9 8a6.1 6.1 0 1 0 12.2 0a6.1 6.1 0 1 0-12.2 0M8 4.4V8l2.6 1.9", "1.7", "");
    /// Counts something different: ring and square.
    pub(crate) const SCOPE: Glyph = Glyph("M1.1 8a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0M9 4.8h6.2v6.4H9z", "1.7", "");
    /// Differ, the texts do not say why: a diamond with a question mark.
    pub(crate) const UNEXPLAINED: Glyph = Glyph(
        "M8 .9 15.1 8 8 15.1.9 8zM6.3 6.5c.1-1.1.8-1.7 1.8-1.7 1 0 1.7.6 1.7 1.5 0 1.3-1.7 1.3-1.7 2.6",
        "1.5",
        "M7.1 11a.95.95 0 1 0 1.9 0a.95.95 0 1 0-1.9 0",
    );
    /// Conflict: two wedges meeting.
    pub(crate) const CONFLICT: Glyph =
        Glyph("M.9 3.2 7 8 .9 12.8zM15.1 3.2 9 8l6.1 4.8z", ".8", "M.9 3.2 7 8 .9 12.8zM15.1 3.2 9 8l6.1 4.8z");
    /// One origin: a fork.
    pub(crate) const ORIGIN_ONE: Glyph = Glyph(
        "M8 13.2V9.5M8 9.5 3.4 4M8 9.5 12.6 4M1.5 3.4a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0M11.1 3.4a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0",
        "1.5",
        "M6 13.3a2 2 0 1 0 4 0a2 2 0 1 0-4 0",
    );
    /// Independence not shown: two broken lines and a question mark.
    pub(crate) const ORIGIN_NOT_SHOWN: Glyph = Glyph(
        "M3.2 5.4v.9M3.2 8.8v.9M12.8 5.4v.9M12.8 8.8v.9M1.5 3.3a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0M11.1 3.3a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0M7.1 11.3c0-1.5 2.1-1.5 2.1-2.9 0-.8-.6-1.2-1.2-1.2-.7 0-1.2.4-1.3 1.2",
        "1.4",
        "M6.3 13.5a.85.85 0 1 0 1.7 0a.85.85 0 1 0-1.7 0",
    );
    /// Independent: two lines.
    pub(crate) const ORIGIN_INDEPENDENT: Glyph = Glyph(
        "M3.2 5v8M12.8 5v8M1.5 3.3a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0M11.1 3.3a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0",
        "1.5",
        "",
    );
    /// In one text only.
    pub(crate) const ONLY: Glyph = Glyph("M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M8 8h.1", "1.7", "");
    /// Previous.
    pub(crate) const LEFT: Glyph = Glyph("M9.8 4.5 6.3 8l3.5 3.5", "1.7", "");
    /// Next.
    pub(crate) const RIGHT: Glyph = Glyph("M6.2 4.5 9.7 8l-3.5 3.5", "1.7", "");
    /// Close.
    pub(crate) const CLOSE: Glyph = Glyph("m4 4 8 8M12 4l-8 8", "1.7", "");
    /// Nothing leaves the device.
    pub(crate) const LOCK: Glyph = Glyph(
        "M5.3 7V5a2.7 2.7 0 0 1 5.4 0v2M4.2 7h7.6a1.2 1.2 0 0 1 1.2 1.2v4.1a1.2 1.2 0 0 1-1.2 1.2H4.2A1.2 1.2 0 0 1 3 12.3V8.2A1.2 1.2 0 0 1 4.2 7z",
        "1.5",
        "",
    );
    /// The list of figures.
    pub(crate) const LIST: Glyph = Glyph("M6 4h8M6 8h8M6 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1", "1.7", "");
    /// Looks for something.
    pub(crate) const FIND: Glyph = Glyph("M2.3 7a4.7 4.7 0 1 0 9.4 0a4.7 4.7 0 1 0-9.4 0M10.6 10.6l3.4 3.4", "1.6", "");
    /// To the place before.
    pub(crate) const UP: Glyph = Glyph("m4.5 9.7 3.500-3.500 3.500 3.500", "1.7", "");
    /// Ordered by this; to the place behind.
    pub(crate) const DOWN: Glyph = Glyph("m4.5 6.3 3.5 3.5 3.5-3.5", "1.7", "");
    /// The columns.
    pub(crate) const COLUMNS: Glyph = Glyph("M2 2.8h12v10.400H2zM6 2.800v10.400M10 2.800v10.400", "1.5", "");
    /// Corrects.
    pub(crate) const PENCIL: Glyph = Glyph("M3 13l.8-3.200 6.700-6.700 2.400 2.400-6.700 6.700z", "1.4", "");
    /// The collection: sheets.
    pub(crate) const COLLECTION: Glyph = Glyph("M2.500 5h8v9.500h-8zM5.500 5V1.500h8v9.500h-3", "1.5", "");
    /// Sharing: an arrow out of a tray.
    pub(crate) const SHARE: Glyph = Glyph("M8 10V2m-3 3 3-3 3 3M3 9v5h10V9", "1.5", "");
    /// This day or later.
    pub(crate) const ONWARDS: Glyph = Glyph("M1.500 8h12.500m-4-4 4 4-4 4", "1.6", "");
    /// Takes back.
    pub(crate) const UNDO: Glyph = Glyph("m5.500 3-3 3 3 3M2.800 6h6.700a3.700 3.700 0 0 1 0 7.400H6", "1.6", "");
    /// Does again.
    pub(crate) const REDO: Glyph = Glyph("m10.500 3 3 3-3 3M13.200 6H6.500a3.700 3.700 0 0 0 0 7.400H10", "1.6", "");
    /// A file.
    pub(crate) const FILE: Glyph = Glyph("M3.500 1.800h5.700l3.300 3.300v9.100h-9zM9 2v3.400h3.300", "1.5", "");
    /// Settings and help.
    pub(crate) const MENU: Glyph = Glyph("M2 4.5h12M2 8h12M2 11.5h12", "1.6", "");
    /// Something to know before going on.
    pub(crate) const WARNING: Glyph =
        Glyph("M8 2 14.6 13.6H1.4zM8 6.4v3.4", "1.5", "M7.1 11.7a.9.9 0 1 0 1.8 0a.9.9 0 1 0-1.8 0");
}

/// An icon, hidden from screen readers: the words beside it say the same.
#[component]
pub(crate) fn Icon(glyph: Glyph) -> impl IntoView {
    let Glyph(line, width, fill) = glyph;
    let filled = (!fill.is_empty()).then(|| view! { <path class="i-fill" d=fill></path> });
    view! {
        <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
            <path class="i-line" d=line stroke-width=width></path>
            {filled}
        </svg>
    }
}

/// The mark of the program: two figures on their lines.
#[component]
pub(crate) fn Logo() -> impl IntoView {
    view! {
        <svg class="logo" viewBox="0 0 24 24" aria-hidden="true">
            <path class="i-line" d={LOGO_LINE} stroke-width="1.9"></path>
            <path class="i-fill" d={LOGO_DOT}></path>
        </svg>
    }
}

const LOGO_LINE: &str = "M2 8.2h12.5M9.5 15.8H22M4.3 15.8a2.7 2.7 0 1 0 5.4 0a2.7 2.7 0 1 0-5.4 0";
const LOGO_DOT: &str = "M14.1 8.2a2.9 2.9 0 1 0 5.8 0a2.9 2.9 0 1 0-5.8 0";
