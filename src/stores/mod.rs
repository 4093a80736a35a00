//! The state of the page. Signals hold inputs (the address, the width, what was switched); everything else is derived
//! from them, and no effect writes a signal.

mod analysis;
mod arrangement;
mod choice;
mod corrections;
mod exporting;
mod intake;
mod lesson;
mod marking;
mod printing;
mod settings;
mod sharing;
mod shelf;
mod submissions;
mod work;
mod worksheet;

use std::sync::Arc;

use countercheck::collection::Collection;
use countercheck::comparing::{ClaimKey, Comparison, Relation};
use countercheck::desk::{Address, Filter, Sort, View};
use countercheck::words::{Key, Words};
use countercheck::work::journal::Journal;
use leptos::prelude::*;

use crate::browser;
use crate::i18n::{LANGUAGES, Locale};
use crate::view_model::Model;
use arrangement::{Columns, Inputs};
pub(crate) use corrections::CorrectionTarget;
pub(crate) use exporting::Format;
use lesson::Teaching;
pub(crate) use lesson::blank_name;
pub(crate) use marking::{ComparedPair, FOUND};
use settings::{remembered_language, remembered_theme};
pub(crate) use shelf::{Item as LibraryItem, Removed};
use submissions::Handed;
use work::Work;
pub(crate) use work::{Status as SaveStatus, pristine};
use worksheet::Exercise;
pub(crate) use worksheet::{DRAFT, Draft};

/// How the figures are marked in the texts.
pub(crate) const MARKS: [&str; 3] = ["plain", "figures", "relations"];

/// How much of the texts is shown.
pub(crate) const TEXTS: [&str; 3] = ["full", "passages", "sentences"];

/// Index in [`TEXTS`].
const PASSAGES: usize = 1;

/// The themes.
pub(crate) const THEMES: [&str; 3] = ["system", "light", "dark"];

/// The row that the Tab key reaches.
const FIRST_ROW: &str = ".fig[tabindex='0']";

/// Cells of a table that are rendered in one frame.
const CELLS_A_FRAME: usize = 300;

/// The places of focus in the other views.
const FIRST_CELL: &str = ".other [tabindex='0']";

/// Handle to the state; copies share it. It lives as long as the page, of which there is one, and so closures hold one
/// word instead of every signal.
#[derive(Clone, Copy)]
pub(crate) struct Desk(&'static State);

impl std::ops::Deref for Desk {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

/// The signals.
pub(crate) struct State {
    pub(crate) work: Work,
    pub(crate) class: Teaching,
    /// A pupil's copy.
    pub(crate) exercise: Exercise,
    /// What pupils handed in.
    pub(crate) handed: Handed,
    /// What the ways to disagree are about.
    pub(crate) subject: RwSignal<Option<CorrectionTarget>>,
    /// The sheet that is being printed, by its name.
    pub(crate) sheet: RwSignal<Option<Key>>,
    /// Whether sheets hold what is listed, though there is a plan of a lesson.
    pub(crate) prints_list: RwSignal<bool>,
    /// Whether words of a text are selected.
    pub(crate) selected: RwSignal<bool>,
    model: RwSignal<Arc<Model>>,
    /// Whether the page stands: never while the model under it is exchanged.
    stands: RwSignal<bool>,
    address: RwSignal<Address>,
    width: RwSignal<usize>,
    lead: RwSignal<usize>,
    drawer: RwSignal<bool>,
    dialog: RwSignal<bool>,
    tall: RwSignal<bool>,
    /// Changed to have the columns aligned again.
    nudge: RwSignal<bool>,
    /// Whether the figures that no other text gives are listed.
    pub(crate) lone: RwSignal<bool>,
    /// A figure that was asked for by itself: it is unfolded.
    sought: RwSignal<Option<ClaimKey>>,
    locked: RwSignal<bool>,
    /// Whether silent columns stay as wide as the others.
    pinned: RwSignal<bool>,
    note_read: RwSignal<bool>,
    /// Whether the page itself is being printed: then everything is laid out.
    printed: RwSignal<bool>,
    /// Index in [`TEXTS`].
    pub(crate) texts: RwSignal<usize>,
    /// Index in [`MARKS`].
    pub(crate) marks: RwSignal<usize>,
    /// Index in [`THEMES`].
    pub(crate) theme: RwSignal<usize>,
    /// Index in [`LANGUAGES`].
    pub(crate) language: RwSignal<usize>,
    letters: RwSignal<bool>,
    /// The place in the table or the timeline that focus was on last, among those of the model.
    pub(crate) spot: RwSignal<usize>,
    /// The one of them that the Tab key reaches.
    stop: Memo<Option<usize>>,
    /// Index in [`View::ALL`].
    view: Memo<Option<usize>>,
    listed: Memo<Vec<usize>>,
    chosen: Memo<Option<usize>>,
    columns: Columns,
}

/// The model as it is at the moment, which whoever reads it follows.
type Now = RwSignal<Arc<Model>>;

fn chosen(model: Now, address: RwSignal<Address>) -> Memo<Option<usize>> {
    Memo::new(move |_| address.read().quantity.as_deref().and_then(|id| model.read().rank_of(id)))
}

/// The place that focus was on last, or the first one where that is not listed.
fn stop(model: Now, spot: RwSignal<usize>, listed: Memo<Vec<usize>>) -> Memo<Option<usize>> {
    Memo::new(move |_| {
        let (spot, listed, model) = (spot.get(), listed.read(), model.read());
        let is_listed = model.places().get(spot).is_some_and(|(rank, _)| listed.contains(rank));
        if is_listed { Some(spot) } else { listed.first().map(|&rank| model.place_of((rank, None))) }
    })
}

/// The ranks of what is listed, in the order of the view.
fn listed(model: Now, address: RwSignal<Address>, language: RwSignal<usize>) -> Memo<Vec<usize>> {
    Memo::new(move |_| {
        let words = Words::new(LANGUAGES[language.get()]);
        let Address { view, filter, sort, .. } = &*address.read();
        let sort = if *view == View::Table { sort } else { &Sort::Gap };
        model.read().listed(filter, sort, words)
    })
}

/// The state, which every view can have.
pub(crate) fn provide_desk() -> Desk {
    let desk = Desk::open();
    provide_context(desk);
    provide_context(Locale(desk.language));
    desk
}

/// The state.
pub(crate) fn use_desk() -> Desk {
    expect_context()
}

impl Desk {
    /// The desk with what the page was left with on it, as the address and the device say.
    pub(crate) fn open() -> Self {
        let empty = Model::new(Collection::default(), Comparison::default(), Journal::default());
        let model = RwSignal::new(Arc::new(empty));
        let address = RwSignal::new(Address::read(&browser::fragment()));
        let width = RwSignal::new(browser::width());
        let lead = RwSignal::new(0);
        let language = RwSignal::new(remembered_language());
        let chosen = chosen(model, address);
        let listed = listed(model, address, language);
        let spot = RwSignal::new(0);
        let stop = stop(model, spot, listed);
        let view = Memo::new(move |_| View::ALL.iter().position(|view| *view == address.read().view));
        let pinned = RwSignal::new(false);
        let folds = Memo::new(move |_| chosen.get().filter(|_| !pinned.get()));
        let printed = RwSignal::new(false);
        let columns = Columns::of(&Inputs { model, address, width, lead, folds, printed });
        let work = Work::begin();
        Self(Box::leak(Box::new(State {
            exercise: Exercise::new(work.saved, model),
            work,
            class: Teaching::new(address),
            handed: Handed::new(),
            subject: RwSignal::new(None),
            sheet: RwSignal::new(None),
            prints_list: RwSignal::new(false),
            selected: RwSignal::new(false),
            model,
            stands: RwSignal::new(false),
            address,
            width,
            lead,
            drawer: RwSignal::new(false),
            dialog: RwSignal::new(false),
            tall: RwSignal::new(false),
            nudge: RwSignal::new(false),
            lone: RwSignal::new(false),
            sought: RwSignal::new(None),
            locked: RwSignal::new(false),
            pinned,
            note_read: RwSignal::new(false),
            printed,
            texts: RwSignal::new(PASSAGES),
            marks: RwSignal::new(1),
            theme: RwSignal::new(remembered_theme()),
            language,
            letters: RwSignal::new(browser::stored("letters").as_deref() != Some("off")),
            spot,
            stop,
            view,
            listed,
            chosen,
            columns,
        })))
    }

    /// Puts another model on the page. The page is taken down before and put up behind, within one frame: nothing in it
    /// may look into the new model with places of the old one.
    pub(crate) fn exchange(self, model: Arc<Model>) {
        if !self.stands.get_untracked() {
            return self.put_up(model);
        }
        let place = browser::Place::note();
        let before = self.chosen.get_untracked().map(|rank| (self.model(), rank));
        browser::next_frame(move || self.stands.set(false));
        browser::next_frame(move || {
            self.put_up(model);
            // What was chosen may have another name after a correction, or be gone.
            if self.chosen.get_untracked().is_none() {
                let model = self.model();
                let successor = before.and_then(|(earlier, rank)| model.successor_of(&earlier, rank));
                let successor = successor.map(|rank| model.quantity(rank).id.clone());
                self.go(browser::replace_fragment, |address| address.quantity = successor);
            }
        });
        browser::next_frame(move || browser::next_frame(move || place.restore()));
    }

    fn put_up(self, model: Arc<Model>) {
        let articles = model.collection.articles.len();
        self.spot.set(0);
        self.sought.set(None);
        if self.lead.get_untracked() >= articles {
            self.lead.set(0);
        }
        self.note_read.set(browser::stored("note") == model.collection.content_note);
        // Both name places in the model before.
        self.subject.set(None);
        browser::close_dialog("disagree");
        self.model.set(model);
        self.sit_down();
        self.lead_to_speaker();
        self.come_into_sight(None);
        self.stands.set(true);
    }

    /// Goes to what a fragment names, which takes the place of the one that is there.
    pub(crate) fn go_to_address(self, fragment: &str) {
        browser::replace_fragment(fragment);
        self.address.set(Address::read(fragment));
    }

    /// Whether the page stands, so that it may be drawn.
    pub(crate) fn stands(self) -> bool {
        self.stands.get()
    }

    /// Whether the page stands, for what does not follow it.
    pub(crate) fn is_up(self) -> bool {
        self.stands.get_untracked()
    }

    /// Follows the model, for what stays while it is exchanged.
    pub(crate) fn track_model(self) {
        self.model.track();
    }

    /// Follows the address, the width and the device as long as the page lives.
    pub(crate) fn listen(self) {
        browser::on_address(move |fragment| {
            let before = self.current_view();
            self.address.set(Address::read(&fragment));
            if self.open_copy() || self.open_link() {
                return;
            }
            self.lead_to_speaker();
            self.come_into_sight(None);
            if self.current_view() != before {
                self.enter();
            }
        });
        browser::on_selection(move |is| {
            if self.selected.get_untracked() != is {
                self.selected.set(is);
            }
        });
        browser::on_resize(move |width| self.width.set(width));
        browser::on_print(move |begins| {
            self.printed.set(begins && self.sheet.get_untracked().is_none());
            if !begins {
                self.sheet.set(None);
            }
        });
        browser::on_sideways(move |left| self.columns.sideways.set(left), move || self.align_anew());
    }

    /// The collection and what was found in it. Does not follow it: the page is taken down before it is exchanged.
    pub(crate) fn model(self) -> Arc<Model> {
        self.model.get_untracked()
    }

    /// The words in the language of the interface. Does not follow it: the whole page is drawn anew when it changes.
    pub(crate) fn words(self) -> Words {
        Words::new(LANGUAGES[self.language.get_untracked()])
    }

    /// The rank of the chosen quantity.
    pub(crate) fn chosen(self) -> Option<usize> {
        self.chosen.get()
    }

    /// Whether one of these quantities is the chosen one.
    pub(crate) fn is_chosen(self, ranks: &[usize]) -> bool {
        // What belongs to no quantity does not follow the choice.
        !ranks.is_empty() && self.chosen.get().is_some_and(|rank| ranks.contains(&rank))
    }

    /// Whether a text gives no figure for the chosen quantity.
    pub(crate) fn is_silent(self, article: usize) -> bool {
        self.chosen.get().is_some_and(|rank| self.model().quantity(rank).silent.contains(&article))
    }

    /// Whether the address names something that this collection does not have.
    pub(crate) fn is_lost(self) -> bool {
        let address = self.address.read();
        address.is_odd || (address.quantity.is_some() && self.chosen.get().is_none())
    }

    /// The view.
    pub(crate) fn view(self) -> View {
        self.view.get().map(|i| View::ALL[i]).unwrap_or_default()
    }

    /// The view, for what does not follow it.
    fn current_view(self) -> View {
        untrack(|| self.view())
    }

    /// What stands in the address.
    pub(crate) fn address(self) -> Address {
        self.address.get()
    }

    /// The ranks of what is listed, in the order of the view.
    pub(crate) fn listed(self) -> Vec<usize> {
        self.listed.get()
    }

    /// Whether the Tab key reaches this place of the table or the timeline.
    pub(crate) fn is_stop(self, place: usize) -> bool {
        self.stop.get() == Some(place)
    }

    /// Whether this is the rank of the chosen quantity.
    pub(crate) fn is_chosen_rank(self, rank: usize) -> bool {
        self.chosen.get() == Some(rank)
    }

    /// Whether the quantity at a rank passes the filter.
    pub(crate) fn is_listed(self, rank: usize) -> bool {
        self.listed.read().contains(&rank)
    }

    /// Whether anything passes the filter, or there is nothing to filter.
    pub(crate) fn has_match(self) -> bool {
        !self.listed.read().is_empty() || self.model().len() == 0
    }

    /// How many rows of the table or the timeline are rendered in one frame.
    pub(crate) fn rows_a_frame(self) -> usize {
        CELLS_A_FRAME / (self.model().collection.articles.len() + 1) + 1
    }

    /// Opens or closes the figures that no other text gives, and brings what opens into view: the group with this id.
    pub(crate) fn toggle_lone(self, group: &'static str) {
        self.lone.update(|open| *open = !*open);
        browser::next_frame(move || browser::reveal(group));
    }

    /// The quantity whose row the Tab key reaches.
    pub(crate) fn stop_rank(self) -> Option<usize> {
        self.stop.get().and_then(|place| self.model.read().places().get(place).map(|it| it.0))
    }

    /// Puts focus on a place of the table or the timeline.
    pub(crate) fn go_to_place(self, place: usize) {
        self.spot.set(place);
        browser::focus(&browser::with("data-cell", &place.to_string()));
    }

    /// Turns to another view. Focus goes there, unless it is on the switch.
    pub(crate) fn turn_to(self, view: View) {
        if self.current_view() != view {
            self.go(browser::push_fragment, |address| address.view = view);
            self.enter();
        }
    }

    /// Puts focus into the view that was turned to, unless it is in the bar above all views.
    fn enter(self) {
        let target = match (self.current_view(), self.chosen.get_untracked()) {
            (View::Table | View::Timeline, _) => FIRST_CELL,
            (View::Read, Some(_)) => "#card",
            (View::Read, None) => self.list_button().unwrap_or(FIRST_ROW),
        };
        if let (View::Table | View::Timeline, Some(rank)) = (self.current_view(), self.chosen.get_untracked())
            && self.model().places()[self.spot.get_untracked()].0 != rank
        {
            self.spot.set(self.model().place_of((rank, None)));
        }
        browser::enter(target);
    }

    /// Opens the texts at a figure, and puts focus on it.
    pub(crate) fn open_passage(self, rank: usize, key: ClaimKey) {
        let model = self.model();
        self.spot.set(model.place_of((rank, Some(key))));
        let quantity = model.quantity(rank).id.clone();
        self.go(browser::push_fragment, |address| {
            address.view = View::Read;
            address.quantity = Some(quantity);
        });
        self.look_at(key.article);
        browser::enter_mark(&model.claim(key).id);
    }

    /// Opens the texts at a figure that no other text gives.
    pub(crate) fn open_figure(self, key: ClaimKey) {
        self.drawer.set(false);
        self.sought.set(Some(key));
        if self.current_view() != View::Read {
            self.go(browser::push_fragment, |address| address.view = View::Read);
        }
        self.look_at(key.article);
        browser::enter_mark(&self.model().claim(key).id);
    }

    /// Lists what has this relation, or everything.
    pub(crate) fn filter_relation(self, relation: Option<Relation>) {
        self.go(browser::replace_fragment, |address| address.filter.relation = relation);
    }

    /// Lists what is of this measure or kind, or everything.
    pub(crate) fn filter_of(self, code: String) {
        self.go(browser::replace_fragment, |address| address.filter.of = code);
    }

    /// Lists what has these words.
    pub(crate) fn find(self, words: String) {
        self.go(browser::replace_soon, |address| address.filter.find = words);
    }

    /// Lists everything again, and goes to where words to find are typed.
    pub(crate) fn clear_filter(self) {
        self.go(browser::replace_fragment, |address| address.filter = Filter::default());
        self.go_to_find();
    }

    /// Orders the table.
    pub(crate) fn sort(self, sort: Sort) {
        self.go(browser::replace_fragment, |address| address.sort = sort);
    }

    /// Puts focus where words to find are typed.
    pub(crate) fn go_to_find(self) {
        let in_rail = self.current_view() == View::Read;
        if in_rail && self.list_button().is_some() && !self.drawer.get_untracked() {
            self.drawer.set(true);
        }
        browser::focus_soon(if in_rail { ".rail [type=search]" } else { ".other [type=search]" });
    }

    /// Tracks everything that moves text on the screen.
    pub(crate) fn track_shape(self) {
        self.model.track();
        self.view.track();
        self.width.track();
        self.columns.slots.track();
        self.columns.bodies.track();
        self.nudge.track();
        self.texts.track();
        self.tall.track();
        self.note_read.track();
        self.language.track();
    }

    /// Whether all columns are scrolled together.
    pub(crate) fn is_locked(self) -> bool {
        self.locked.get()
    }

    /// Scrolls all columns together, from where they stand, or each by itself.
    pub(crate) fn set_locked(self, locked: bool) {
        self.locked.set(locked);
        browser::lock_scrolling(locked);
    }

    /// Keeps silent columns as wide as the others, or folds them again.
    pub(crate) fn toggle_pin(self) {
        self.pinned.update(|pinned| *pinned = !*pinned);
    }

    /// Whether a dialog lies over everything.
    pub(crate) fn dialog_is_open(self) -> bool {
        self.dialog.get()
    }

    /// Opens the dialog with this id.
    pub(crate) fn open_dialog(self, id: &str) {
        browser::show_dialog(id);
        self.dialog.set(browser::has_dialog());
    }

    /// Notes that a dialog was closed; there may be another one below it.
    pub(crate) fn dialog_was_closed(self) {
        self.dialog.set(browser::has_dialog());
    }

    /// Whether the card takes most of a small screen.
    pub(crate) fn is_tall(self) -> bool {
        self.tall.get()
    }

    /// Makes the card on a small screen higher or lower.
    pub(crate) fn toggle_tall(self) {
        self.tall.update(|tall| *tall = !*tall);
    }
}
