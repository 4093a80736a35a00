//! What was found in the current collection.

use std::ops::Deref;
use std::sync::Arc;

use countercheck::collection::Collection;
use countercheck::comparing::Comparison;
use countercheck::work::journal::Journal;
use leptos::prelude::*;

use crate::view_model::Model;

/// Cells of a table that are rendered in one frame.
const CELLS_A_FRAME: usize = 300;

/// What was found, and how far the reading of the texts is. Copies share the signals, which live as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct Analysis(&'static Signals);

impl Deref for Analysis {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// The signals, and the stores that the actions need.
pub(crate) struct Signals {
    pub(super) model: RwSignal<Arc<Model>>,
    /// Whether the page is rendered: never while the model under it is exchanged.
    pub(super) is_rendered: RwSignal<bool>,
    /// Counts the readings of the work: of several that are under way, the last one holds.
    pub(crate) turn: RwSignal<usize>,
    /// Texts that were read, while many are being read.
    pub(crate) progress: RwSignal<Option<usize>>,
}

/// The store of the page.
pub(crate) fn use_analysis() -> Analysis {
    expect_context()
}

impl Analysis {
    /// Nothing is found yet.
    pub(super) fn new() -> Self {
        let empty = Model::new(Collection::default(), Comparison::default(), Journal::default());
        Self(Box::leak(Box::new(Signals {
            model: RwSignal::new(Arc::new(empty)),
            is_rendered: RwSignal::new(false),
            turn: RwSignal::new(0),
            progress: RwSignal::new(None),
        })))
    }

    /// Whether the page stands, so that it may be drawn.
    pub(crate) fn is_rendered(self) -> bool {
        self.is_rendered.get()
    }

    /// Whether the page stands, for what does not follow it.
    pub(crate) fn is_rendered_now(self) -> bool {
        self.is_rendered.get_untracked()
    }

    /// Follows the model, for what stays while it is exchanged.
    pub(crate) fn track_model(self) {
        self.model.track();
    }

    /// The collection and what was found in it. Does not follow it: the page is removed before it is exchanged.
    pub(crate) fn model(self) -> Arc<Model> {
        self.model.get_untracked()
    }

    /// How many rows of the table or the timeline are rendered in one frame.
    pub(crate) fn rows_a_frame(self) -> usize {
        CELLS_A_FRAME / (self.model().collection.articles.len() + 1) + 1
    }
}
