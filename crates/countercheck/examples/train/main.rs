//! Fits the weights of alignment to gold sets and prints how well they do on sets that they have not seen.
//!
//! ```text
//! train --gold FOLDER... [--write]
//! ```
//!
//! Prints precision, recall and F1 of every set under weights that were fitted to all the others. Writes
//! `assets/alignment/weights.tsv`, fitted to all sets, only with `--write`. Fixed order and no randomness: the same sets give the same bytes.

mod fit;
mod gold;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use countercheck::comparing::training::{Model, examples, names, rows};
use fit::{Example, Fitted, fit};
use gold::{RELATIONS, Score, Set};

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[String]) -> Result<(), String> {
    let write = arguments.iter().any(|argument| argument == "--write");
    let folders: Vec<&Path> = arguments.iter().filter(|it| !it.starts_with("--")).map(Path::new).collect();
    if arguments.first().is_none_or(|it| it != "--gold") || folders.len() < 3 {
        return Err("usage: train --gold FOLDER... [--write], with at least three sets".to_owned());
    }
    let mut sets = Vec::new();
    for folder in folders {
        sets.push(gold::set(folder).map_err(|sentence| format!("{}: {sentence}", folder.display()))?);
    }
    sets.sort_by(|a, b| a.name.cmp(&b.name));
    let trained = Trained::on(&sets, None, None);
    let curves = left_out(&sets, &trained);
    let (threshold, all, mean) = report(&sets, &curves);
    if write {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../assets/alignment/weights.tsv");
        std::fs::write(&path, trained.file(threshold, &sets, (&all, mean))).map_err(|error| error.to_string())?;
        println!("written");
    }
    Ok(())
}

/// L2 penalty of a squared weight of a standardised feature. Between 0.02 and 4 it makes no difference.
const PENALTY: f64 = 1.0;

/// Thresholds that are tried.
fn thresholds() -> Vec<f64> {
    (-12..=8).map(|step| f64::from(step) * 0.25).collect()
}

/// For each set, its score at each threshold under weights that were fitted to the other sets.
fn left_out(sets: &[Set], all: &Trained) -> Vec<Vec<Score>> {
    let fold = |out: usize| {
        let model = Trained::on(sets, Some(out), Some(all)).model();
        let rows = rows(&sets[out].collection, &sets[out].readings, &model, &thresholds());
        rows.iter().map(|rows| sets[out].score(rows)).collect::<Vec<_>>()
    };
    let halves = [0, 1].map(|half| (0..sets.len()).filter(|at| at % 2 == half).collect::<Vec<_>>());
    let mut curves = vec![Vec::new(); sets.len()];
    std::thread::scope(|scope| {
        let fold = &fold;
        let workers =
            halves.map(|half| scope.spawn(move || half.into_iter().map(|at| (at, fold(at))).collect::<Vec<_>>()));
        for worker in workers {
            for (at, curve) in worker.join().unwrap_or_default() {
                curves[at] = curve;
            }
        }
    });
    curves
}

/// What a threshold is chosen by: F1 over all pairs and as mean over sets.
fn merit<'s>(scores: impl Iterator<Item = &'s Score> + Clone) -> (f64, Score, f64) {
    let all = scores.clone().fold(Score::default(), Score::with);
    let mean = scores.clone().map(Score::f1).sum::<f64>() / scores.count().max(1) as f64;
    (all.f1() + mean, all, mean)
}

/// At least this precision is asked for: a wrong row in front of a class is worse than a missing one.
const PRECISION: f64 = 0.7;

/// The place of the best threshold by the curves of all sets but one.
fn best(curves: &[Vec<Score>], out: Option<usize>) -> usize {
    let at = |place: &usize| {
        let others = curves.iter().enumerate().filter(|(at, _)| Some(*at) != out);
        merit(others.map(|(_, curve)| &curve[*place]))
    };
    let precise = (0..thresholds().len()).filter(|place| at(place).1.precision() >= PRECISION);
    precise.max_by(|x, y| at(x).0.total_cmp(&at(y).0)).unwrap_or(thresholds().len() - 1)
}

fn report(sets: &[Set], curves: &[Vec<Score>]) -> (f64, Score, f64) {
    println!("threshold   P      R     F1   mean F1");
    for (place, threshold) in thresholds().into_iter().enumerate() {
        let (_, all, mean) = merit(curves.iter().map(|curve| &curve[place]));
        println!("{threshold:9.2} {}  {:5.1}", line(&all), 100.0 * mean);
    }
    let chosen: Vec<Score> = (0..sets.len()).map(|out| curves[out][best(curves, Some(out))]).collect();
    println!("\n{:28}  P      R     F1", "left out");
    for (set, score) in sets.iter().zip(&chosen) {
        println!("{:26} {}", set.name, line(score));
    }
    let (_, all, mean) = merit(chosen.iter());
    println!("{:26} {}  mean over sets {:.1}", "all pairs", line(&all), 100.0 * mean);
    for (relation, (hit, count)) in RELATIONS.iter().zip(all.by_relation) {
        println!("{relation:26} {hit} of {count}");
    }
    let others = all.by_relation[1..].iter().fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    println!(
        "{:26} {} of {} ({:.1} %)",
        "all that do not agree",
        others.0,
        others.1,
        100.0 * others.0 as f64 / others.1 as f64
    );
    let threshold = thresholds()[best(curves, None)];
    println!("threshold {threshold}");
    (threshold, all, mean)
}

fn line(score: &Score) -> String {
    format!("{:5.1}  {:5.1}  {:5.1}", 100.0 * score.precision(), 100.0 * score.recall(), 100.0 * score.f1())
}

/// What stands above the weights.
const HEADER: &str = "\
# How alignment weighs what two figures have in common. Written by `cargo xtask train --gold FOLDER... --write`; edit the
# features (crates/countercheck/src/comparing/features.rs), not the weights.
#
# Logistic regression with an L2 penalty over the pairs of figures of each set, those of one text included. A weight is for
# a feature less its mean, divided by its scale. The first look weighs a pair by itself; the second look weighs it again
# with how it stands among its rivals. Figures stand in one row while the second look's log-odds are at least the threshold
# on average. What it gets wrong most: items of parallel lists (one candidate's share beside another's), two questions of one
# survey, a part beside its whole, equal small numbers of different things; pairs without a shared word.
";

/// Both looks at a pair, fitted.
struct Trained {
    first: Fitted,
    second: Fitted,
}

impl Trained {
    /// Fits to all sets but one.
    fn on(sets: &[Set], out: Option<usize>, start: Option<&Self>) -> Self {
        let blank = Model::blank();
        let own = names().count() - Model::STANDING;
        let mut all = said(sets, out, &blank);
        for example in &mut all {
            example.features.truncate(own);
        }
        let first = fit(&all, PENALTY, start.map(|start| &start.first));
        let second = fit(&said(sets, out, &model(&first, None)), PENALTY, start.map(|start| &start.second));
        Self { first, second }
    }

    fn model(&self) -> Model {
        model(&self.first, Some(&self.second))
    }

    fn file(&self, threshold: f64, sets: &[Set], held: (&Score, f64)) -> String {
        let mut file = HEADER.to_owned();
        let names_of_sets: Vec<&str> = sets.iter().map(|set| set.name.as_str()).collect();
        let _ = writeln!(file, "#\n# Fitted to {} sets: {}", sets.len(), names_of_sets.join(", "));
        let _ =
            writeln!(file, "# Sets that were left out, all their pairs together: precision {}", line(held.0).trim());
        let _ = writeln!(file, "# in that order recall and F1 in percent; mean F1 over sets {:.1}\n#", 100.0 * held.1);
        let _ = writeln!(file, "# feature\tmean\tscale\tfirst look\tsecond look");
        let _ = writeln!(file, "(constant)\t{:.4}\t{:.4}", self.first.constant, self.second.constant);
        let _ = writeln!(file, "(threshold)\t{threshold:.4}");
        for (at, name) in names().enumerate() {
            let first = self.first.weights.get(at).copied().unwrap_or(0.0);
            let (mean, scale) = (self.second.means[at], self.second.scales[at]);
            let _ = writeln!(file, "{name}\t{mean:.4}\t{scale:.4}\t{first:.4}\t{:.4}", self.second.weights[at]);
        }
        file
    }
}

fn model(first: &Fitted, second: Option<&Fitted>) -> Model {
    let mut model = Model::blank();
    let flat = |it: &Fitted| {
        let weights: Vec<f64> = it.weights.iter().zip(&it.scales).map(|(weight, scale)| weight / scale).collect();
        let shift: f64 = weights.iter().zip(&it.means).map(|(weight, mean)| weight * mean).sum();
        (it.constant - shift, weights)
    };
    model.first = flat(first);
    if let Some(second) = second {
        model.second = flat(second);
        model.means.clone_from(&second.means);
    }
    model
}

/// The pairs of gold figures that were found, of all sets but one.
fn said(sets: &[Set], out: Option<usize>, model: &Model) -> Vec<Example> {
    let mut all = Vec::new();
    for (_, set) in sets.iter().enumerate().filter(|(at, _)| Some(*at) != out) {
        let places = set.places();
        let pairs = examples(&set.collection, &set.readings, model, |key| places.contains_key(&key));
        all.extend(pairs.into_iter().filter_map(|example| {
            let (a, b) = (places[&example.pair.0], places[&example.pair.1]);
            Some(Example { features: example.features, together: set.together(a, b)? })
        }));
    }
    all
}
