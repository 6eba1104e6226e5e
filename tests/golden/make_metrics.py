#!/usr/bin/env python3
"""Writes metrics.json: every metric as scikit-learn gives it, without and with weights of examples.

    make_metrics.py [FOLDER]        FOLDER: where to write, by default the folder of this script

README.md beside this script describes the files. Scores are short decimal numbers, some of them equal. Where
scikit-learn has no such function, the formula stands here in NumPy, or SciPy has it.
"""

import json
import pathlib
import sys

import numpy as np
from scipy import stats
from sklearn import metrics

rng = np.random.default_rng(12)
N, CLASSES = 60, 4
WEIGHTS = rng.uniform(0.1, 3, N).round(3)
YES = (rng.random(N) < 0.35).astype(float)
SCORES = (rng.normal(0, 1, N) + YES).round(1)  # one decimal, so that some are equal
LABELS = rng.integers(0, CLASSES, N)
LOGITS = (rng.normal(0, 1, (N, CLASSES)) + 1.5 * np.eye(CLASSES)[LABELS]).round(2)
PROBABILITIES = np.exp(LOGITS) / np.exp(LOGITS).sum(-1, keepdims=True)
TARGETS = rng.normal(1000, 2, N).round(3)
PREDICTIONS = (TARGETS + rng.normal(0.3, 1, N)).round(3)
QUESTIONS = (rng.random((N, 3)) < 0.4).astype(float)
ANSWERS = (rng.normal(0, 1, (N, 3)) + QUESTIONS).round(1)
cases = []


def tensor(values):
    values = np.asarray(values)
    return {"shape": list(values.shape), "dtype": "int64" if values.dtype.kind == "i" else "float64",
            "data": values.ravel().tolist()}


def case(name, function, predictions, targets, weighted=True):
    """`function(sample_weight)`: the metric without weights (None) and with them."""
    outputs = {"plain": tensor(float(function(None)))}
    if weighted:
        outputs["weighted"] = tensor(float(function(WEIGHTS)))
    cases.append({"name": name, "operation": name, "inputs": {
        "predictions": tensor(predictions), "targets": tensor(targets), "weights": tensor(WEIGHTS)},
        "attributes": {}, "outputs": outputs})


def mean(values, weights):
    return np.average(values, weights=weights)


def decisions():
    binary, many = (SCORES > 0).astype(int), LOGITS.argmax(-1)

    def both(name, function):
        case(f"{name} binary", lambda w: function(YES.astype(int), binary, w), SCORES, YES)
        case(f"{name} classes", lambda w: function(LABELS, many, w), LOGITS, LABELS)

    both("accuracy", lambda t, d, w: metrics.accuracy_score(t, d, sample_weight=w))
    both("matthews_correlation", lambda t, d, w: metrics.matthews_corrcoef(t, d, sample_weight=w))
    both("cohen_kappa", lambda t, d, w: metrics.cohen_kappa_score(t, d, sample_weight=w))
    both("mean_iou", lambda t, d, w: metrics.jaccard_score(t, d, average="macro", sample_weight=w))
    scores = {"precision": metrics.precision_score, "recall": metrics.recall_score, "f1_score": metrics.f1_score,
              "f_beta": lambda t, d, **options: metrics.fbeta_score(t, d, beta=0.5, **options),
              "iou": metrics.jaccard_score, "dice_score": metrics.f1_score}
    for name, function in scores.items():
        case(f"{name} binary", lambda w: function(YES, binary, sample_weight=w), SCORES, YES)
        for average in ("micro", "macro", "weighted"):
            case(f"{name} {average}", lambda w: function(LABELS, many, average=average, sample_weight=w), LOGITS, LABELS)
        case(f"{name} class", lambda w: function(LABELS == 2, many == 2, sample_weight=w), LOGITS, LABELS)
        case(f"{name} questions", lambda w: function(
            QUESTIONS.ravel(), (ANSWERS > 0).ravel(), sample_weight=None if w is None else np.repeat(w, 3)),
            ANSWERS, QUESTIONS)
    case("specificity binary", lambda w: metrics.recall_score(YES, binary, pos_label=0, sample_weight=w), SCORES, YES)
    case("specificity class", lambda w: metrics.recall_score(LABELS != 2, many != 2, sample_weight=w), LOGITS, LABELS)
    for k in (1, 2, 3):
        case(f"top_{k}_accuracy", lambda w: metrics.top_k_accuracy_score(LABELS, LOGITS, k=k, sample_weight=w),
             LOGITS, LABELS)
    case("hamming_distance", lambda w: metrics.hamming_loss(
        QUESTIONS.ravel(), (ANSWERS > 0).ravel(), sample_weight=None if w is None else np.repeat(w, 3)),
        ANSWERS, QUESTIONS)
    case("log_loss", lambda w: metrics.log_loss(LABELS, PROBABILITIES, sample_weight=w), LOGITS, LABELS)
    case("perplexity", lambda w: np.exp(metrics.log_loss(LABELS, PROBABILITIES, sample_weight=w)), LOGITS, LABELS)


def regression():
    p, t = PREDICTIONS, TARGETS

    def moments(w):
        w = np.ones(N) if w is None else w
        return (mean(p, w), mean(t, w), *np.cov(p, t, aweights=w, ddof=0).ravel()[[0, 1, 3]])

    def pearson(w):
        _, _, pp, pt, tt = moments(w)
        return pt / np.sqrt(pp * tt)

    def concordance(w):
        mean_p, mean_t, pp, pt, tt = moments(w)
        return 2 * pt / (pp + tt + (mean_p - mean_t) ** 2)

    assert np.isclose(pearson(None), stats.pearsonr(p, t)[0])
    case("mean_squared_error", lambda w: metrics.mean_squared_error(t, p, sample_weight=w), p, t)
    case("root_mean_squared_error", lambda w: metrics.mean_squared_error(t, p, sample_weight=w, squared=False), p, t)
    case("mean_absolute_error", lambda w: metrics.mean_absolute_error(t, p, sample_weight=w), p, t)
    case("mean_absolute_percentage_error", lambda w: 100 * metrics.mean_absolute_percentage_error(
        t, p, sample_weight=w), p, t)
    case("mean_squared_logarithmic_error", lambda w: metrics.mean_squared_log_error(t, p, sample_weight=w), p, t)
    case("r2_score", lambda w: metrics.r2_score(t, p, sample_weight=w), p, t)
    case("explained_variance", lambda w: metrics.explained_variance_score(t, p, sample_weight=w), p, t)
    case("pearson_correlation", pearson, p, t)
    case("concordance_correlation", concordance, p, t)
    case("cosine_similarity", lambda w: mean(
        (ANSWERS * LOGITS[:, :3]).sum(-1) / np.linalg.norm(ANSWERS, axis=-1) / np.linalg.norm(LOGITS[:, :3], axis=-1), w),
        ANSWERS, LOGITS[:, :3])
    case("spearman_correlation", lambda w: stats.spearmanr(SCORES, p)[0], SCORES, p, weighted=False)
    case("absolute_error_quantile 0.5", lambda w: metrics.median_absolute_error(t, p, sample_weight=w), p, t)
    case("absolute_error_quantile 0.9", lambda w: np.quantile(np.abs(t - p), 0.9), p, t, weighted=False)


def curves():
    def roc(w):
        wrong, right, _ = metrics.roc_curve(YES, SCORES, sample_weight=w, drop_intermediate=False)
        return right, 1 - wrong

    def precision_recall(w):
        precision, recall, _ = metrics.precision_recall_curve(YES, SCORES, sample_weight=w)
        return precision[:-1], recall[:-1]

    def best(score, demand, least):
        return score[demand >= least].max()

    case("auc", lambda w: metrics.roc_auc_score(YES, SCORES, sample_weight=w), SCORES, YES)
    case("pr_auc", lambda w: metrics.average_precision_score(YES, SCORES, sample_weight=w), SCORES, YES)
    # scikit-learn's one against the rest takes weights, but only binary: hence class by class.
    for name, function in (("auc", metrics.roc_auc_score), ("pr_auc", metrics.average_precision_score)):
        case(f"{name} classes", lambda w: np.mean(
            [function(LABELS == j, PROBABILITIES[:, j], sample_weight=w) for j in range(CLASSES)]), LOGITS, LABELS)
        case(f"{name} questions", lambda w: function(QUESTIONS, ANSWERS, sample_weight=w), ANSWERS, QUESTIONS)
    assert np.isclose(metrics.roc_auc_score(LABELS, PROBABILITIES, multi_class="ovr"),
                      cases[-4]["outputs"]["plain"]["data"][0])
    case("sensitivity_at_specificity", lambda w: best(*roc(w), 0.8), SCORES, YES)
    case("specificity_at_sensitivity", lambda w: best(*roc(w)[::-1], 0.8), SCORES, YES)
    case("precision_at_recall", lambda w: best(*precision_recall(w), 0.6), SCORES, YES)
    case("recall_at_precision", lambda w: best(*precision_recall(w)[::-1], 0.6), SCORES, YES)


def main():
    for make in (decisions, regression, curves):
        make()
    path = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent) / "metrics.json"
    lines = ",\n".join(json.dumps(item, separators=(",", ":"), allow_nan=False) for item in cases)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8", newline="\n")
    print(f"{path.name}: {len(cases)} cases, {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
