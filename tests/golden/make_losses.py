#!/usr/bin/env python3
"""Writes loss_functions.json: every loss, its reductions and its gradients, as PyTorch gives them.

    make_losses.py [FOLDER]        FOLDER: where to write, by default the folder of this script

README.md beside this script describes the files. A case holds the losses of the elements, their mean and sum as
PyTorch's own `reduction` gives them, and two means with weights of examples: `weighted` divides by what the elements
count, `weighted_mean` by their weights as well. Where PyTorch has no such function, the formula stands here in tensors.
"""

import math
import pathlib
import sys

import torch
from torch.nn import functional

import make_goldens

make_goldens.torch.set_num_threads(1)
CLASSES = torch.tensor([0.5, 2.0, 1.25, 0.75])


def case(golden, name, function, predictions, targets, own_mean=True, shares=None, batch=None):
    """`function(p, t, reduction)`; with `own_mean` false it only knows the reduction 'none'."""
    p = predictions.clone().requires_grad_()
    elements = function(p, targets, "none")
    weights = golden.random(predictions.shape[0], low=0.1, high=3.0)
    w = weights.reshape([-1] + [1] * (elements.dim() - 1)).expand(elements.shape)
    count = torch.ones_like(elements) if shares is None else shares
    mean = elements.sum() / count.sum()
    if own_mean:
        assert torch.allclose(mean, function(p, targets, "mean")), name
        assert torch.allclose(elements.sum(), function(p, targets, "sum")), name
        mean = function(p, targets, "mean")
    outputs = {"elements": elements, "mean": mean, "sum": elements.sum(), "weighted": (w * elements).sum() / count.sum(),
               "weighted_mean": (w * elements).sum() / (w * count).sum()}
    gradients = {kind: torch.autograd.grad(outputs[kind], p, retain_graph=True)[0]
                 for kind in ("mean", "weighted", "weighted_mean")}
    golden.cases.append({
        "name": name, "operation": name,
        "inputs": make_goldens.tensors_json({"predictions": predictions, "targets": targets, "weights": weights}),
        "attributes": {}, "outputs": make_goldens.tensors_json(outputs),
        "gradients": make_goldens.tensors_json(gradients)})


def regression(golden):
    p, t = golden.random(5, 3), golden.random(5, 3)
    positive, counts = golden.random(5, 3, low=0.1, high=4.0), golden.random(5, 3, low=0.0, high=5.0).floor().abs()
    case(golden, "mean_squared_error", lambda x, y, r: functional.mse_loss(x, y, reduction=r), p, t)
    case(golden, "mean_absolute_error", lambda x, y, r: functional.l1_loss(x, y, reduction=r), p, t)
    case(golden, "mean_absolute_percentage_error",
         lambda x, y, r: 100 * (x - y).abs() / y.abs().clamp(min=1e-7), p, t, own_mean=False)
    case(golden, "mean_squared_logarithmic_error", lambda x, y, r: functional.mse_loss(x.log1p(), y.log1p(), reduction=r),
         positive, counts)
    for delta in (1.0, 0.4):
        case(golden, f"huber {delta}", lambda x, y, r: functional.huber_loss(x, y, delta=delta, reduction=r), p, t)
        case(golden, f"smooth_l1 {delta}", lambda x, y, r: functional.smooth_l1_loss(x, y, beta=delta, reduction=r), p, t)
    case(golden, "log_cosh", lambda x, y, r: (x - y).cosh().log(), p, t, own_mean=False)
    case(golden, "log_cosh far", lambda x, y, r: (x - y).abs() - math.log(2), torch.tensor([900.0, -900.0]),
         torch.zeros(2), own_mean=False)
    case(golden, "poisson", lambda x, y, r: functional.poisson_nll_loss(x, y, reduction=r), p, counts)
    case(golden, "poisson rates", lambda x, y, r: functional.poisson_nll_loss(x, y, log_input=False, reduction=r),
         positive, counts)
    case(golden, "cosine_distance", lambda x, y, r: 1 - functional.cosine_similarity(x, y, dim=-1), p, t, own_mean=False)
    for full in (False, True):
        case(golden, "gaussian_nll full" if full else "gaussian_nll", lambda x, y, r: functional.gaussian_nll_loss(
            x[:, :3], y, x[:, 3:].exp(), full=full, reduction=r), golden.random(5, 6), t)
    case(golden, "pinball", lambda x, y, r: torch.maximum(0.9 * (y - x), -0.1 * (y - x)), p, t, own_mean=False)
    quantiles = torch.tensor([0.1, 0.5, 0.9])
    case(golden, "pinball several", lambda x, y, r: torch.maximum(
        quantiles * (y[:, None] - x), (quantiles - 1) * (y[:, None] - x)), p, t[:, 0], own_mean=False)


def classes(golden):
    x, labels = golden.random(6, 4), torch.tensor([0, 3, 1, 1, 2, 0])
    soft = golden.random(6, 4).softmax(-1)
    padded = torch.tensor([0, 3, -100, 1, -100, 0])
    hot = functional.one_hot(labels, 4).double()
    for smoothing in (0.0, 0.2):
        for weight in (None, CLASSES):
            words = f"cross_entropy smoothing={smoothing}" + (" weights" if weight is not None else "")
            run = lambda p, t, r: functional.cross_entropy(p, t, weight, reduction=r, label_smoothing=smoothing)
            share = lambda t: (torch.ones(6) if weight is None else weight)[t.clamp(min=0)] * (t >= 0)
            case(golden, words, run, x, labels, shares=share(labels))
            case(golden, words + " ignored", run, x, padded, shares=share(padded))
            case(golden, words + " soft", run, x, soft)
    # As a loss that divides probabilities by their sum sees them; the rows here do not add up to 1.
    case(golden, "cross_entropy probabilities", lambda p, t, r: functional.cross_entropy(p.log(), t, reduction=r),
         golden.random(6, 4, low=0.05, high=1.0), labels)
    case(golden, "cross_entropy sequences", lambda p, t, r: functional.cross_entropy(
        p.transpose(1, 2), t, reduction=r), golden.random(3, 2, 4), labels.reshape(3, 2))
    case(golden, "negative_log_likelihood", lambda p, t, r: functional.nll_loss(p, t, CLASSES, reduction=r),
         x.log_softmax(-1), padded, shares=CLASSES[padded.clamp(min=0)] * (padded >= 0))
    case(golden, "kl_divergence", lambda p, t, r: functional.kl_div(p.log_softmax(-1), t, reduction="none").sum(-1),
         x, torch.cat([soft[:5], hot[5:]]), own_mean=False)
    log_p = lambda p: p.log_softmax(-1)
    case(golden, "focal_cross_entropy", lambda p, t, r: -(
        0.25 * functional.one_hot(t, 4) * (1 - log_p(p).exp()).square() * log_p(p)).sum(-1), x, labels, own_mean=False)
    case(golden, "focal_cross_entropy soft", lambda p, t, r: -(
        0.25 * t * (1 - log_p(p).exp()) ** 1.5 * log_p(p)).sum(-1), x, soft, own_mean=False)
    case(golden, "generalized_cross_entropy", lambda p, t, r: (
        1 - p.softmax(-1).gather(1, t[:, None])[:, 0] ** 0.7) / 0.7, x, labels, own_mean=False)
    case(golden, "categorical_hinge", lambda p, t, r: (1 + p.masked_fill(functional.one_hot(t, 4) == 1, -math.inf).max(
        -1).values - p.gather(1, t[:, None])[:, 0]).relu(), x, labels, own_mean=False)


def yes_or_no(golden):
    x, t = golden.random(6, 2, low=-4, high=4), torch.tensor([[0., 1], [1, 1], [0, 0], [1, 0], [0.25, 0.5], [1, 1]])
    probability = golden.random(6, 2, low=0.01, high=0.99)
    logits = functional.binary_cross_entropy_with_logits
    case(golden, "binary_cross_entropy", lambda p, y, r: logits(p, y, reduction=r), x, t)
    case(golden, "binary_cross_entropy positive=3", lambda p, y, r: logits(
        p, y, pos_weight=torch.tensor(3.0), reduction=r), x, t)
    case(golden, "binary_cross_entropy smoothing=0.2", lambda p, y, r: logits(p, 0.8 * y + 0.1, reduction=r), x, t)
    case(golden, "binary_cross_entropy probabilities", lambda p, y, r: functional.binary_cross_entropy(
        p, y, reduction=r), probability, t)
    focal = lambda p, y: ((1 - p.sigmoid()) * y + p.sigmoid() * (1 - y)).square() * logits(p, y, reduction="none")
    case(golden, "binary_focal_cross_entropy", lambda p, y, r: (0.25 * y + 0.75 * (1 - y)) * focal(p, y), x, t,
         own_mean=False)
    case(golden, "binary_focal_cross_entropy plain", lambda p, y, r: focal(p, y), x, t, own_mean=False)
    hard, sign = t.round(), 2 * t.round() - 1
    case(golden, "hinge", lambda p, y, r: (1 - sign * p).relu(), x, hard, own_mean=False)
    case(golden, "squared_hinge", lambda p, y, r: (1 - sign * p).relu().square(), x, sign, own_mean=False)

    mask, places = torch.tensor([[[1., 0], [1, 1]], [[0, 0], [0, 0]], [[0, 1], [0, 0]]]), golden.random(3, 2, 2)
    both, one, other = (lambda p, y: (p * y).sum((1, 2))), (lambda p: p.sum((1, 2))), one_minus
    case(golden, "dice", lambda p, y, r: 1 - (2 * both(p.sigmoid(), y) + 1) / (one(p.sigmoid()) + one(y) + 1),
         places, mask, own_mean=False)
    case(golden, "jaccard", lambda p, y, r: 1 - (both(p.sigmoid(), y) + 1) / (
        one(p.sigmoid()) + one(y) - both(p.sigmoid(), y) + 1), places, mask, own_mean=False)
    index = lambda p, y, a, b: (both(p, y) + 1) / (both(p, y) + a * both(p, other(y)) + b * both(other(p), y) + 1)
    case(golden, "tversky", lambda p, y, r: 1 - index(p.sigmoid(), y, 0.3, 0.7), places, mask, own_mean=False)
    case(golden, "tversky focal", lambda p, y, r: (1 - index(p.sigmoid(), y, 0.3, 0.7)) ** 0.75, places, mask,
         own_mean=False)


def one_minus(x):
    return 1 - x


def embeddings(golden):
    pairs, sign = golden.random(5, 2, 4), torch.tensor([1., -1, -1, 1, -1])
    case(golden, "triplet", lambda p, y, r: functional.triplet_margin_loss(*p.unbind(1), margin=0.5, reduction=r),
         golden.random(5, 3, 4), torch.zeros(5))
    distance = lambda p: functional.pairwise_distance(*p.unbind(1))
    case(golden, "contrastive", lambda p, y, r: torch.where(
        y > 0, distance(p).square(), (4 - distance(p)).relu().square()), pairs, sign, own_mean=False)
    case(golden, "margin_ranking", lambda p, y, r: functional.margin_ranking_loss(
        *p.unbind(1), y, margin=0.3, reduction=r), golden.random(5, 2), sign)
    case(golden, "cosine_embedding", lambda p, y, r: functional.cosine_embedding_loss(
        *p.unbind(1), y, margin=0.1, reduction=r), pairs, sign)


def main():
    golden = make_goldens.Golden("loss_functions")
    for make in (regression, classes, yes_or_no, embeddings):
        make(golden)
    golden.write(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)


if __name__ == "__main__":
    main()
