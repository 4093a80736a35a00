//! Undoing and redoing: what a list of things that were done has in common, whatever they are.

/// Whether something that was done is in force.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Standing {
    /// It is done.
    #[default]
    Done,
    /// It is undone and can be redone.
    Undone,
    /// It was undone before something else was done: kept for the record.
    Dropped,
}

/// Undoes the last that is done; `false` if there is none.
pub(crate) fn undo<'s>(standings: impl DoubleEndedIterator<Item = &'s mut Standing>) -> bool {
    turn(standings.rev(), Standing::Done, Standing::Undone)
}

/// Does again what was undone last; `false` if there is none. What is undone stands behind what is done, the last undone
/// first.
pub(crate) fn redo<'s>(standings: impl Iterator<Item = &'s mut Standing>) -> bool {
    turn(standings, Standing::Undone, Standing::Done)
}

fn turn<'s>(mut standings: impl Iterator<Item = &'s mut Standing>, from: Standing, to: Standing) -> bool {
    standings.find(|standing| **standing == from).map(|standing| *standing = to).is_some()
}

/// Lets go of what is undone before something that is done, as [`drop_undone`] would have when that was done.
pub(crate) fn settle<'s>(standings: impl DoubleEndedIterator<Item = &'s mut Standing>) {
    drop_undone(standings.rev().skip_while(|standing| **standing != Standing::Done));
}

/// Lets go of what is undone: it cannot be redone any more.
pub(crate) fn drop_undone<'s>(standings: impl Iterator<Item = &'s mut Standing>) {
    for standing in standings.filter(|standing| **standing == Standing::Undone) {
        *standing = Standing::Dropped;
    }
}
