//! What the address of the page names: the view, the chosen quantity, what is listed and in which order.

use std::ops::Deref;

use countercheck::comparing::Relation;
use countercheck::desk::{Address, Sort, View};
use countercheck::words::Words;
use leptos::prelude::*;

use super::{Analysis, Settings};
use crate::browser;
use crate::i18n::LANGUAGES;

/// The address, and what follows from it. Copies share the signals, which live as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct Route(&'static Signals);

impl Deref for Route {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// The signals, and the stores that the actions need.
pub(crate) struct Signals {
    pub(crate) address: RwSignal<Address>,
    pub(super) view: Memo<View>,
    /// The rank of the chosen quantity.
    pub(super) chosen: Memo<Option<usize>>,
    /// The ranks of what is listed, in the order of the view.
    pub(super) listed: Memo<Vec<usize>>,
    analysis: Analysis,
}

/// The store of the page.
pub(crate) fn use_route() -> Route {
    expect_context()
}

impl Route {
    /// Where the address leads.
    pub(super) fn new(analysis: Analysis, settings: Settings) -> Self {
        let address = RwSignal::new(Address::read(&browser::fragment()));
        let model = analysis.model;
        let listed = Memo::new(move |_| {
            let words = Words::new(LANGUAGES[settings.language.get()]);
            let Address { view, filter, sort, .. } = &*address.read();
            let sort = if *view == View::Table { sort } else { &Sort::Gap };
            model.read().listed(filter, sort, words)
        });
        Self(Box::leak(Box::new(Signals {
            address,
            view: Memo::new(move |_| address.read().view),
            chosen: Memo::new(move |_| address.read().quantity.as_deref().and_then(|id| model.read().rank_of(id))),
            listed,
            analysis,
        })))
    }

    /// Changes the address, and writes it into the history by one of the functions of `browser`.
    pub(crate) fn go(self, write: fn(&str), change: impl FnOnce(&mut Address)) {
        let mut address = self.address.get_untracked();
        change(&mut address);
        address.is_odd = false;
        write(&address.write());
        self.address.set(address);
    }

    /// Goes to what a fragment names, which takes the place of the one that is there.
    pub(crate) fn go_to_address(self, fragment: &str) {
        browser::replace_fragment(fragment);
        self.address.set(Address::read(fragment));
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
        self.chosen.get().is_some_and(|rank| self.analysis.model().quantity(rank).silent.contains(&article))
    }

    /// Whether the address names something that this collection does not have.
    pub(crate) fn is_lost(self) -> bool {
        let address = self.address.read();
        address.is_odd || (address.quantity.is_some() && self.chosen.get().is_none())
    }

    /// The view.
    pub(crate) fn view(self) -> View {
        self.view.get()
    }

    /// The view, for what does not follow it.
    pub(super) fn current_view(self) -> View {
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
        !self.listed.read().is_empty() || self.analysis.model().len() == 0
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

    /// Orders the table.
    pub(crate) fn sort(self, sort: Sort) {
        self.go(browser::replace_fragment, |address| address.sort = sort);
    }
}
