//! The dialogs that stay open while the model under the page is exchanged.

use countercheck::words::Key;
use leptos::prelude::*;

use crate::components::{Dialog, public_address};
use crate::features::collection::CollectionDialog;
use crate::features::corrections::{CorrectionDialog, JournalDialog, PairForm};
use crate::features::export::Export;
use crate::features::help::Help;
use crate::features::lesson::LessonDialog;
use crate::features::notices::{SavedState, WorkIssues};
use crate::features::print::Print;
use crate::features::share::ShareLink;
use crate::features::submissions::{Submissions, SubmissionsDialog};
use crate::features::top_bar::LanguageSwitch;
use crate::features::worksheet::Assign;
use crate::stores::use_layout;

/// Where this page is published, for links that are made from a file: set when it is built, or in the dialog.
const PUBLIC: Option<&str> = option_env!("COUNTERCHECK_ADDRESS");

/// All of them.
#[component]
pub(crate) fn Dialogs() -> impl IntoView {
    view! {
        <Help>
            <LanguageSwitch />
        </Help>
        <CollectionDialog issues=Box::new(|| view! { <WorkIssues /> }.into_any())>
            <SavedState />
        </CollectionDialog>
        <CorrectionDialog />
        <JournalDialog />
        <ShareDialog />
        <SubmissionsDialog />
        <LessonDialog correction=|a, b, proposed| view! { <PairForm a b proposed /> }.into_any() />
    }
}

/// Files first, then what is printed, then links.
#[component]
fn ShareDialog() -> impl IntoView {
    let layout = use_layout();
    let public = public_address(PUBLIC);
    view! {
        <Dialog id="share" name=Key::Share on_close=move |()| layout.dialog_was_closed()>
            <Export />
            <Print />
            <ShareLink public />
            <Assign public />
            <Submissions />
        </Dialog>
    }
}
