//! Fitting: logistic regression with L2 regularisation, by Newton's method.

/// A pair: its features, and whether it is of one quantity.
pub(crate) struct Example {
    pub(crate) features: Vec<f64>,
    pub(crate) together: bool,
}

/// Means and scales of features, and weights for the standardised ones.
#[derive(Clone)]
pub(crate) struct Fitted {
    pub(crate) constant: f64,
    pub(crate) means: Vec<f64>,
    pub(crate) scales: Vec<f64>,
    pub(crate) weights: Vec<f64>,
}

const STEPS: usize = 12;

/// Fits the examples in their order: the same examples give the same bits. `penalty` is for each squared weight; the
/// search begins at `start`, where there is one.
pub(crate) fn fit(examples: &[Example], penalty: f64, start: Option<&Fitted>) -> Fitted {
    let count = examples.first().map_or(0, |example| example.features.len());
    let (means, scales) = standard(examples, count);
    let rows: Vec<Vec<f64>> = examples
        .iter()
        .map(|example| {
            let features = (0..count).map(|at| (example.features[at] - means[at]) / scales[at]);
            features.chain([1.0]).collect()
        })
        .collect();
    let mut weights: Vec<f64> = start
        .map_or_else(|| vec![0.0; count + 1], |start| start.weights.iter().copied().chain([start.constant]).collect());
    for _ in 0..STEPS {
        let step = newton_step(&rows, examples, &weights, penalty);
        let size = step.iter().map(|part| part.abs()).fold(0.0, f64::max);
        weights.iter_mut().zip(step).for_each(|(weight, part)| *weight += part);
        if size < 1e-5 {
            break;
        }
    }
    let constant = weights.pop().unwrap_or_default();
    Fitted { constant, means, scales, weights }
}

fn standard(examples: &[Example], count: usize) -> (Vec<f64>, Vec<f64>) {
    let total = examples.len() as f64;
    let mean = |of: &dyn Fn(&Example) -> f64| examples.iter().map(of).sum::<f64>() / total;
    let means: Vec<f64> = (0..count).map(|at| mean(&|it| it.features[at])).collect();
    let spread = |at: usize| mean(&|it| (it.features[at] - means[at]).powi(2)).sqrt();
    let scales = (0..count).map(|at| Some(spread(at)).filter(|spread| *spread > 1e-3).unwrap_or(1.0)).collect();
    (means, scales)
}

fn newton_step(rows: &[Vec<f64>], examples: &[Example], weights: &[f64], penalty: f64) -> Vec<f64> {
    let size = weights.len();
    let mut slope = vec![0.0; size];
    let mut curve = vec![0.0; size * size];
    for (row, example) in rows.iter().zip(examples) {
        let odds: f64 = row.iter().zip(weights).map(|(feature, weight)| feature * weight).sum();
        let chance = 1.0 / (1.0 + (-odds).exp());
        let error = f64::from(u8::from(example.together)) - chance;
        let bend = chance * (1.0 - chance);
        for (at, &feature) in row.iter().enumerate() {
            slope[at] += error * feature;
            if feature != 0.0 && bend > 1e-12 {
                let part = bend * feature;
                let line = &mut curve[at * size..=at * size + at];
                line.iter_mut().zip(row).for_each(|(sum, other)| *sum += part * other);
            }
        }
    }
    for at in 0..size - 1 {
        slope[at] -= penalty * weights[at];
        curve[at * size + at] += penalty;
    }
    curve[size * size - 1] += 1e-9;
    solved(curve, slope)
}

/// Solves a symmetric positive definite system of which the lower half is given, by Cholesky's decomposition.
fn solved(mut matrix: Vec<f64>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for i in 0..size {
        for j in 0..=i {
            let known: f64 = (0..j).map(|k| matrix[i * size + k] * matrix[j * size + k]).sum();
            let rest = matrix[i * size + j] - known;
            matrix[i * size + j] = if i == j { rest.max(1e-12).sqrt() } else { rest / matrix[j * size + j] };
        }
    }
    for i in 0..size {
        let known: f64 = (0..i).map(|k| matrix[i * size + k] * right[k]).sum();
        right[i] = (right[i] - known) / matrix[i * size + i];
    }
    for i in (0..size).rev() {
        let known: f64 = (i + 1..size).map(|k| matrix[k * size + i] * right[k]).sum();
        right[i] = (right[i] - known) / matrix[i * size + i];
    }
    right
}
