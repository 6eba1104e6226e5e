#!/usr/bin/python3
"""Writes the golden numbers of optimizers and of what belongs to them: trajectories.json, minima.json, schedules.json.

    make_optimizers.py [FOLDER]     FOLDER: where to write, by default the folder of this script

README.md beside this script describes the files. What PyTorch 1.13 has is computed by PyTorch. What it has not is
written here a second time in NumPy, by the paper and in its notation, and shares nothing with Nabla but the paper.
"""

import math
import pathlib
import sys

import numpy
import torch
from torch.nn import functional
from torch.nn.utils import clip_grad_norm_, clip_grad_value_
from torch.optim import lr_scheduler
from torch.optim.swa_utils import AveragedModel

from make_goldens import Golden, tensors_json

STEPS, KEPT_STEPS = 20, (1, 2, 5, 20)
WEIGHTS = ("w1", "b1", "w2", "b2")


class Problem:
    """The network of optimizers.json: x @ w1 + b1, sigmoid, @ w2 + b2, mean cross-entropy, full batch."""

    def __init__(self, golden):
        self.data = {"x": golden.random(6, 3), "labels": torch.tensor([0, 1, 2, 1, 0, 2])}
        self.start = {"w1": golden.random(3, 4, low=-1, high=1), "b1": golden.random(4, low=-0.2, high=0.2),
                      "w2": golden.random(4, 3, low=-1, high=1), "b2": golden.random(3, low=-0.2, high=0.2)}

    def weights(self):
        return {name: value.clone().requires_grad_() for name, value in self.start.items()}

    def loss(self, w):
        hidden = torch.sigmoid(self.data["x"] @ w["w1"] + w["b1"])
        return functional.cross_entropy(hidden @ w["w2"] + w["b2"], self.data["labels"])


def trajectory(golden, problem, name, make, attributes, clip=None, average=None):
    """make(weights) gives an optimizer with PyTorch's interface; the rest says what else happens in a step."""
    weights = problem.weights()
    update = make(weights)
    averaged = average and average(torch.nn.ParameterList(weights.values()))
    losses, kept = [], {}
    for step in range(1, STEPS + 1):
        for weight in weights.values():
            weight.grad = None
        loss = problem.loss(weights)
        loss.backward()
        if clip:
            clip(list(weights.values()))
        update.step()
        losses.append(loss.item())
        if averaged:
            averaged.update_parameters(torch.nn.ParameterList(weights.values()))
        if step in KEPT_STEPS:
            kept |= {f"{key}@{step}": weight.detach().clone() for key, weight in weights.items()}
            if averaged:
                kept |= {f"{key}.average@{step}": value.detach().clone()
                         for key, value in zip(WEIGHTS, averaged.module.parameters())}
    golden.cases.append({
        "name": name, "operation": name.split()[0], "inputs": tensors_json(problem.data | problem.start),
        "attributes": attributes, "outputs": tensors_json({"loss": torch.tensor(losses)} | kept)})


# --- what PyTorch 1.13 has: the class, its settings in its own words, and what Nabla calls those settings

PLAIN_NAMES = {
    "lr": "learning_rate", "eps": "epsilon", "lr_decay": "rate_decay", "rho": "decay", "alpha": "decay",
    "initial_accumulator_value": "initial_accumulator"}

TORCH = {
    "sgd dampening": (torch.optim.SGD, {"lr": 0.3, "momentum": 0.9, "dampening": 0.4, "weight_decay": 0.05}),
    "rms_prop everything": (torch.optim.RMSprop, {
        "lr": 0.01, "alpha": 0.9, "eps": 1e-6, "momentum": 0.5, "centered": True, "weight_decay": 0.05}),
    "adagrad": (torch.optim.Adagrad, {"lr": 0.1}),
    "adagrad everything": (torch.optim.Adagrad, {
        "lr": 0.1, "lr_decay": 0.1, "weight_decay": 0.05, "initial_accumulator_value": 0.3, "eps": 1e-8}),
    "adadelta": (torch.optim.Adadelta, {}),
    "adadelta everything": (torch.optim.Adadelta, {"lr": 0.8, "rho": 0.8, "eps": 1e-4, "weight_decay": 0.05}),
    "adam weight decay": (torch.optim.Adam, {"lr": 0.05, "weight_decay": 0.1}),
    "adam amsgrad": (torch.optim.Adam, {"lr": 0.1, "betas": (0.8, 0.6), "amsgrad": True}),
    "adam_w amsgrad": (torch.optim.AdamW, {
        "lr": 0.1, "betas": (0.8, 0.6), "amsgrad": True, "weight_decay": 0.2, "eps": 1e-6}),
    "adamax": (torch.optim.Adamax, {}),
    "adamax everything": (torch.optim.Adamax, {"lr": 0.1, "betas": (0.8, 0.7), "eps": 1e-4, "weight_decay": 0.1}),
    # PyTorch 1.13 counts one momentum twice unless foreach is set; later versions have mended that.
    "nadam": (torch.optim.NAdam, {"foreach": True}),
    "nadam everything": (torch.optim.NAdam, {
        "foreach": True, "lr": 0.05, "betas": (0.8, 0.9), "eps": 1e-6, "weight_decay": 0.1, "momentum_decay": 0.02}),
    "r_adam": (torch.optim.RAdam, {}),
    "r_adam everything": (torch.optim.RAdam, {"lr": 0.05, "betas": (0.8, 0.95), "eps": 1e-4, "weight_decay": 0.1}),
}


def plain(settings):
    named = {PLAIN_NAMES.get(key, key): value for key, value in settings.items() if key != "foreach"}
    if "betas" in named:
        named["beta1"], named["beta2"] = named.pop("betas")
    return named


def from_torch(golden, problem):
    for name, (optimizer, settings) in TORCH.items():
        trajectory(golden, problem, name, lambda w: optimizer(w.values(), **settings), plain(settings))


def shared_by_all(golden, problem):
    """Clipping, groups and averages, under SGD or AdamW."""
    sgd = {"learning_rate": 0.5, "momentum": 0.9}
    make_sgd = lambda w: torch.optim.SGD(w.values(), lr=0.5, momentum=0.9)
    trajectory(golden, problem, "sgd clip_value", make_sgd, sgd | {"clip_value": 0.02},
               clip=lambda weights: clip_grad_value_(weights, 0.02))
    trajectory(golden, problem, "sgd clip_global_norm", make_sgd, sgd | {"clip_global_norm": 0.1},
               clip=lambda weights: clip_grad_norm_(weights, 0.1))
    trajectory(golden, problem, "sgd clip_norm", make_sgd, sgd | {"clip_norm": 0.1},
               clip=lambda weights: [clip_grad_norm_([weight], 0.1) for weight in weights])
    trajectory(golden, problem, "adam_w groups", lambda w: torch.optim.AdamW([
        {"params": [w["w1"]], "lr": 0.002},
        {"params": [w["b1"]], "lr": 0.002, "weight_decay": 0},
        {"params": [w["w2"]]},
        {"params": [w["b2"]], "weight_decay": 0}], lr=0.02, weight_decay=0.3),
        {"learning_rate": 0.02, "weight_decay": 0.3, "first_scale": 0.1, "bias_decay": 0})
    trajectory(golden, problem, "sgd stochastic_average", make_sgd, sgd | {"average_start": 1}, average=AveragedModel)
    trajectory(golden, problem, "sgd exponential_average", make_sgd, sgd | {"average_decay": 0.8},
               average=lambda model: AveragedModel(model, avg_fn=lambda mean, new, _: 0.8 * mean + 0.2 * new))


# --- what PyTorch 1.13 has not

class Recurrence:
    """An optimizer written as one function of p, g, the state of p (a dictionary), t = 1, 2, … and the name of p."""

    def __init__(self, weights, update):
        self.weights, self.update, self.t = weights, update, 0
        self.state = {name: {} for name in weights}

    def step(self):
        self.t += 1
        for name, weight in self.weights.items():
            p, g = weight.detach().numpy().copy(), weight.grad.numpy().copy()
            weight.data = torch.from_numpy(self.update(p, g, self.state[name], self.t, name))


def sgd_decoupled(p, g, s, t, name, lr=0.3, momentum=0.9, wd=0.1):
    """Loshchilov and Hutter 2017, algorithm 1 with a constant rate, and PyTorch's velocity and decay."""
    s["v"] = momentum * s.get("v", 0) + g
    return p - lr * s["v"] - lr * wd * p


def lion(p, g, s, t, name, lr=0.02, beta1=0.8, beta2=0.95, wd=0.1):
    """Chen et al. 2023, algorithm 2."""
    m = s.get("m", numpy.zeros_like(p))
    c = beta1 * m + (1 - beta1) * g
    s["m"] = beta2 * m + (1 - beta2) * g
    return p - lr * (numpy.sign(c) + wd * p)


def lamb(p, g, s, t, name, lr=0.05, beta1=0.8, beta2=0.9, eps=1e-6, wd=0.1):
    """You et al. 2019, algorithm 2, phi the identity."""
    s["m"] = beta1 * s.get("m", 0) + (1 - beta1) * g
    s["v"] = beta2 * s.get("v", 0) + (1 - beta2) * g * g
    r = (s["m"] / (1 - beta1 ** t)) / (numpy.sqrt(s["v"] / (1 - beta2 ** t)) + eps)
    u = r + wd * p
    return p - lr * numpy.linalg.norm(p) / numpy.linalg.norm(u) * u


def adafactor(p, g, s, t, name, rho=0.05, eps1=1e-30, eps2=1e-3, d=1.0, exponent=0.8, relative=True, wd=0.0):
    """Shazeer and Stern 2018: algorithm 4 (matrices) and 5 (vectors), with sums of rows and columns as there."""
    beta = 1 - t ** -exponent
    square = g * g + eps1
    if p.ndim == 2:
        s["R"] = beta * s.get("R", 0) + (1 - beta) * square.sum(axis=1)
        s["C"] = beta * s.get("C", 0) + (1 - beta) * square.sum(axis=0)
        v = numpy.outer(s["R"], s["C"]) / s["R"].sum()
    else:
        s["V"] = v = beta * s.get("V", 0) + (1 - beta) * square
    rms = lambda x: numpy.sqrt(numpy.mean(x * x))
    u = g / numpy.sqrt(v)
    u = u / max(1, rms(u) / d)
    alpha = max(eps2, rms(p)) * min(rho, 1 / math.sqrt(t)) if relative else rho
    return p * (1 - wd * (min(rho, 1) if relative else rho)) - alpha * u


def muon(p, g, s, t, name, lr=0.05, momentum=0.9, nesterov=True, wd=0.1, adam_lr=0.01, excluded=()):
    """The reference implementation of Jordan et al. 2024 (SingleDeviceMuonWithAuxAdam), in float64.

    It holds a matrix as [outputs, inputs], where Nabla holds [inputs, outputs].
    """
    if p.ndim < 2 or name in excluded:
        s["m"] = 0.9 * s.get("m", 0) + 0.1 * g
        s["v"] = 0.95 * s.get("v", 0) + 0.05 * g * g
        step = s["m"] / (1 - 0.9 ** t) / (numpy.sqrt(s["v"] / (1 - 0.95 ** t)) + 1e-10)
        return p * (1 - adam_lr * wd) - adam_lr * step
    p, g = p.T, g.T
    s["buf"] = s.get("buf", 0) + (g - s.get("buf", 0)) * (1 - momentum)
    update = g + (s["buf"] - g) * momentum if nesterov else s["buf"]
    a, b, c = 3.4445, -4.7750, 2.0315
    x = update.T if update.shape[0] > update.shape[1] else update
    x = x / (numpy.linalg.norm(x) + 1e-7)
    for _ in range(5):
        gram = x @ x.T
        x = a * x + (b * gram + c * gram @ gram) @ x
    x = x.T if update.shape[0] > update.shape[1] else x
    x = x * max(1, x.shape[0] / x.shape[1]) ** 0.5
    return (p * (1 - lr * wd) - lr * x).T.copy()


def ftrl(p, g, s, t, name, alpha=0.3, beta=0.5, l1=0.02, l2=0.1, n0=0.1):
    """McMahan et al. 2013, algorithm 1; the first weights are given and not computed from z."""
    n = s.get("n", n0)
    sigma = (numpy.sqrt(n + g * g) - numpy.sqrt(n)) / alpha
    s["z"] = z = s.get("z", 0) + g - sigma * p
    s["n"] = n = n + g * g
    return numpy.where(abs(z) <= l1, 0, -(z - numpy.sign(z) * l1) / ((beta + numpy.sqrt(n)) / alpha + l2))


def from_papers(golden, problem):
    def add(name, update, attributes):
        trajectory(golden, problem, name, lambda w: Recurrence(w, update), attributes)

    add("sgd decoupled", sgd_decoupled, {
        "learning_rate": 0.3, "momentum": 0.9, "weight_decay": 0.1, "decoupled": True})
    add("lion", lion, {"learning_rate": 0.02, "beta1": 0.8, "beta2": 0.95, "weight_decay": 0.1})
    add("lamb", lamb, {"learning_rate": 0.05, "beta1": 0.8, "beta2": 0.9, "weight_decay": 0.1})
    add("adafactor", adafactor, {"learning_rate": 0.05})
    add("adafactor absolute", lambda *a: adafactor(*a, rho=0.02, d=0.7, exponent=0.5, relative=False, wd=0.1), {
        "learning_rate": 0.02, "clip_threshold": 0.7, "decay_exponent": 0.5, "relative_step": False,
        "weight_decay": 0.1})
    muon_settings = {"learning_rate": 0.05, "momentum": 0.9, "weight_decay": 0.1, "adam_learning_rate": 0.01}
    add("muon", muon, muon_settings | {"nesterov": True})
    add("muon exclude", lambda *a: muon(*a, nesterov=False, excluded=("w2",)),
        muon_settings | {"nesterov": False, "exclude": "1.weight"})
    add("ftrl", ftrl, {"learning_rate": 0.3, "beta": 0.5, "l1": 0.02, "l2": 0.1})


def trajectories():
    golden = Golden("trajectories")
    problem = Problem(golden)
    from_torch(golden, problem)
    shared_by_all(golden, problem)
    from_papers(golden, problem)
    return golden


# --- L-BFGS: the minimum after so many iterations of one call

def minima():
    golden = Golden("minima")
    problem = Problem(golden)
    for iterations in (1, 2, 5, 12):
        weights = problem.weights()
        minimize(golden, f"network {iterations}", weights, lambda: problem.loss(weights), iterations, 3,
                 problem.data | problem.start)
    for iterations in (1, 3, 10, 60):
        x = torch.tensor([-1.2, 1.0]).requires_grad_()
        minimize(golden, f"rosenbrock {iterations}", {"x": x},
                 lambda: (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2, iterations, 10, {"x": x.detach().clone()})
    return golden


def minimize(golden, name, weights, loss, iterations, history, inputs):
    optimizer = torch.optim.LBFGS(
        weights.values(), max_iter=iterations, max_eval=1000, history_size=history, line_search_fn="strong_wolfe")

    def closure():
        optimizer.zero_grad()
        value = loss()
        value.backward()
        return value

    optimizer.step(closure)
    state = optimizer.state[next(iter(weights.values()))]
    golden.cases.append({
        "name": name, "operation": name.split()[0], "inputs": tensors_json(inputs),
        "attributes": {"iterations": iterations, "history": history, "done": state["n_iter"],
                       "evaluations": state["func_evals"]},
        "outputs": tensors_json({"loss": loss().detach().reshape(1)}
                                | {key: value.detach().clone() for key, value in weights.items()})})


# --- schedules: the rate of each step

def schedules():
    golden = Golden("schedules")
    steps = 40

    def add(name, rate, make, attributes=None):
        optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=rate)
        schedule = make(optimizer)
        rates = []
        for _ in range(steps):
            rates.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            schedule.step()
        golden.cases.append({"name": name, "operation": name, "inputs": {}, "attributes": attributes or {},
                             "outputs": tensors_json({"rates": torch.tensor(rates)})})

    add("step", 0.5, lambda o: lr_scheduler.StepLR(o, 7, gamma=0.3))
    add("multi_step", 0.5, lambda o: lr_scheduler.MultiStepLR(o, [5, 9, 30], gamma=0.3))
    add("exponential", 0.5, lambda o: lr_scheduler.ExponentialLR(o, 0.9))
    add("linear", 0.5, lambda o: lr_scheduler.LinearLR(o, start_factor=1, end_factor=0.1, total_iters=25))
    add("polynomial", 0.5, lambda o: lr_scheduler.PolynomialLR(o, total_iters=25, power=2.5))
    add("cosine", 0.5, lambda o: lr_scheduler.CosineAnnealingLR(o, T_max=steps, eta_min=0.02))
    add("cosine_restarts", 0.5, lambda o: lr_scheduler.CosineAnnealingWarmRestarts(o, T_0=4, T_mult=2, eta_min=0.02))
    add("one_cycle", 0.5, lambda o: lr_scheduler.OneCycleLR(o, max_lr=0.5, total_steps=steps + 1, pct_start=0.3))
    add("one_cycle linear", 0.5, lambda o: lr_scheduler.OneCycleLR(
        o, max_lr=0.5, total_steps=steps + 1, pct_start=0.25, div_factor=10, final_div_factor=100,
        anneal_strategy="linear"))
    add("constant", 0.5, lambda o: lr_scheduler.ConstantLR(o, factor=1))
    add("warm_up", 0.5, lambda o: lr_scheduler.SequentialLR(o, [
        lr_scheduler.LinearLR(o, start_factor=0.1, end_factor=1, total_iters=10),
        lr_scheduler.CosineAnnealingLR(o, T_max=30)], milestones=[10]))
    add("sequence", 0.5, lambda o: lr_scheduler.SequentialLR(o, [
        lr_scheduler.ConstantLR(o, factor=0.2, total_iters=100), lr_scheduler.StepLR(o, 4, gamma=0.5),
        lr_scheduler.ExponentialLR(o, 0.8)], milestones=[6, 21]))
    return golden


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent
    for golden in (trajectories(), minima(), schedules()):
        golden.write(folder)


if __name__ == "__main__":
    main()
