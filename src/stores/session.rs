//! What replaces the page as a whole: another model is shown, another work is opened.

use std::ops::Deref;
use std::sync::Arc;

use countercheck::desk::Address;
use leptos::prelude::*;

use super::{Analysis, Layout, LessonSession, Route, Selection, Settings, Submissions, Worksheet, Workspace};
use crate::browser;
use crate::i18n::Locale;
use crate::view_model::Model;

/// The actions that need several stores: works are opened, read, corrected, exported. It has no signals of its own.
#[derive(Clone, Copy)]
pub(crate) struct Session(&'static Stores);

impl Deref for Session {
    type Target = Stores;

    fn deref(&self) -> &Stores {
        self.0
    }
}

/// The stores.
pub(crate) struct Stores {
    pub(super) analysis: Analysis,
    pub(super) layout: Layout,
    pub(super) lesson: LessonSession,
    pub(super) route: Route,
    pub(super) selection: Selection,
    pub(super) settings: Settings,
    pub(super) submissions: Submissions,
    pub(super) worksheet: Worksheet,
    pub(super) workspace: Workspace,
}

/// The session of the page.
pub(crate) fn use_session() -> Session {
    expect_context()
}

/// Creates the stores and gives them to every view.
pub(crate) fn provide_stores() -> Session {
    let settings = Settings::new();
    let analysis = Analysis::new();
    let route = Route::new(analysis, settings);
    let layout = Layout::new(analysis, route, settings);
    let selection = Selection::new(analysis, route, layout, settings);
    let workspace = Workspace::new(settings);
    let worksheet = Worksheet::new(analysis, workspace, layout, settings);
    let lesson = LessonSession::new(analysis, route, workspace);
    let submissions = Submissions::new(analysis, workspace, layout);
    let stores = Stores { analysis, layout, lesson, route, selection, settings, submissions, worksheet, workspace };
    let session = Session(Box::leak(Box::new(stores)));
    provide_context(analysis);
    provide_context(layout);
    provide_context(lesson);
    provide_context(route);
    provide_context(selection);
    provide_context(settings);
    provide_context(submissions);
    provide_context(worksheet);
    provide_context(workspace);
    provide_context(session);
    provide_context(Locale(settings.language));
    session
}

impl Session {
    /// Puts another model on the page. The page is removed before and rendered after, within one frame: nothing in it
    /// may look into the new model with places of the old one.
    pub(crate) fn exchange_model(self, model: Arc<Model>) {
        if !self.analysis.is_rendered.get_untracked() {
            return self.show_model(model);
        }
        let place = browser::Place::note();
        let before = self.route.chosen.get_untracked().map(|rank| (self.analysis.model(), rank));
        browser::next_frame(move || self.analysis.is_rendered.set(false));
        browser::next_frame(move || {
            self.show_model(model);
            // What was chosen may have another name after a correction, or be gone.
            if self.route.chosen.get_untracked().is_none() {
                let model = self.analysis.model();
                let successor = before.and_then(|(earlier, rank)| model.successor_of(&earlier, rank));
                let successor = successor.map(|rank| model.quantity(rank).id.clone());
                self.route.go(browser::replace_fragment, |address| address.quantity = successor);
            }
        });
        browser::next_frame(move || browser::next_frame(move || place.restore()));
    }

    fn show_model(self, model: Arc<Model>) {
        let articles = model.collection.articles.len();
        self.selection.focused.set(0);
        self.selection.sought.set(None);
        if self.layout.lead.get_untracked() >= articles {
            self.layout.lead.set(0);
        }
        self.settings.note_read.set(browser::stored("note") == model.collection.content_note);
        // Both name places in the model before.
        self.selection.correction.set(None);
        browser::close_dialog("disagree");
        self.analysis.model.set(model);
        self.worksheet.resume();
        self.layout.lead_to_speaker();
        self.layout.come_into_sight(None);
        self.analysis.is_rendered.set(true);
    }

    /// Follows the address, the width and the device as long as the page lives.
    pub(crate) fn listen(self) {
        browser::on_address(move |fragment| {
            let before = self.route.current_view();
            self.route.address.set(Address::read(&fragment));
            if self.open_copy() || self.open_link() {
                return;
            }
            self.layout.lead_to_speaker();
            self.layout.come_into_sight(None);
            if self.route.current_view() != before {
                self.selection.enter();
            }
        });
        browser::on_selection(move |is| {
            if self.selection.selected.get_untracked() != is {
                self.selection.selected.set(is);
            }
        });
        browser::on_resize(move |width| self.layout.width.set(width));
        browser::on_print(move |begins| {
            self.layout.printed.set(begins && self.layout.sheet.get_untracked().is_none());
            if !begins {
                self.layout.sheet.set(None);
            }
        });
        browser::on_sideways(move |left| self.layout.columns.sideways.set(left), move || self.layout.align_anew());
    }
}
