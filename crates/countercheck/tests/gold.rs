//! How well figures are found, lined up and related in the invented texts of `tests/gold/inv-*`, which were read by hand.
//!
//! The weights that the program carries have seen these sets, so the figures here are higher than on new texts: they
//! hold a floor, they are no measure. `cargo xtask train` measures on sets that were left out.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(dead_code, reason = "training uses more of the reader")]

#[path = "../examples/train/gold.rs"]
mod gold;

use std::collections::HashMap;
use std::path::PathBuf;

use countercheck::comparing::{Relation, of_readings, training};
use gold::{Score, Set, folded, set, value_is_right};

fn sets() -> Vec<Set> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/gold");
    let mut folders: Vec<PathBuf> = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|path| path.file_name().unwrap().to_string_lossy().starts_with("inv-"));
    folders.sort();
    folders.iter().map(|folder| set(folder).unwrap()).collect()
}

fn rows(set: &Set) -> Vec<Vec<countercheck::comparing::ClaimKey>> {
    let comparison = of_readings(&set.collection, set.readings.clone());
    comparison.alignments.into_iter().map(|row| row.members).collect()
}

#[test]
fn figures_are_found_with_their_value() {
    for set in sets() {
        let core: Vec<_> = set.claims.iter().zip(&set.found).filter(|(claim, _)| claim.tier == "core").collect();
        let right = core.iter().filter(|(gold, found)| {
            found.is_some_and(|key| value_is_right(gold, &set.readings[key.article].claims[key.claim]))
        });
        let share = right.count() as f64 / core.len() as f64;
        assert!(share >= 0.84, "{}: {share:.2}", set.name);
    }
}

#[test]
fn figures_are_lined_up_as_a_reader_does() {
    let all = sets().iter().map(|set| set.score(&rows(set))).fold(Score::default(), |sum, score| sum.with(&score));
    let line = format!("precision {:.3}, recall {:.3}, F1 {:.3}", all.precision(), all.recall(), all.f1());
    println!("{line}");
    assert!(all.precision() >= 0.70 && all.recall() >= 0.50, "{line}");
}

#[test]
fn relations_of_pairs_lined_up_are_right_as_often_as_they_were() {
    let (mut right, mut count) = (0, 0);
    for set in sets() {
        let comparison = of_readings(&set.collection, set.readings.clone());
        let pairs = comparison.alignments.iter().flat_map(|row| &row.pairs);
        let related: HashMap<_, Relation> = pairs.map(|pair| ((pair.a, pair.b), pair.relation)).collect();
        for judged in &set.aligned {
            let (Some(a), Some(b)) = (set.found[judged.pair.0], set.found[judged.pair.1]) else { continue };
            if let Some(relation) = related.get(&(a.min(b), a.max(b))).filter(|_| a.article != b.article) {
                count += 1;
                right += usize::from(judged.relations.contains(&folded(relation.code())));
            }
        }
    }
    println!("{right} of {count}");
    assert!(count > 200 && right * 100 >= count * 45, "{right} of {count}");
}

#[test]
fn the_file_of_weights_is_that_of_the_features() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../assets/alignment/weights.tsv");
    let file = std::fs::read_to_string(path).unwrap();
    let lines = file.lines().filter(|line| !line.starts_with(['#', '(']) && !line.is_empty());
    let named: Vec<&str> = lines.map(|line| line.split('\t').next().unwrap()).collect();
    assert_eq!(named, training::names().collect::<Vec<_>>(), "run `cargo xtask train --gold FOLDER... --write`");
}
