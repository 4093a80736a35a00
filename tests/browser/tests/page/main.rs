//! What the page promises to a person, one test a promise. The browser is Chromium, or the one that
//! `COUNTERCHECK_BROWSER` names.

mod address;
mod axe;
mod choosing;
mod collections;
mod columns;
mod disagree;
mod fallback;
mod faults;
mod handed;
mod language;
mod lesson;
mod opening;
mod own;
mod policy;
mod print;
mod pupil;
mod quantities;
mod view;
mod views;
mod work;
