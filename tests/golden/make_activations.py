#!/usr/bin/env python3
"""Writes activations.json: values and gradients of activation functions, at kinks, far out and in between.

    make_activations.py [FOLDER]    FOLDER: where to write, by default the folder of this script

PyTorch says what its functions give; the others (sparse_plus, sparse_sigmoid, sparsemax, squareplus) are written down
here by their papers' formulas and differentiated by PyTorch. All inputs are multiples of 1/64 and whole numbers far
out, so that they are the same numbers in float32. hard_sigmoid goes by its definition, since the gradient of PyTorch's
own multiplies by 1/6 of float32.
"""

import pathlib
import sys

import torch
from torch.nn import functional

from make_goldens import Golden

KINKS = torch.tensor([-8, -6, -4, -3, -2, -1, -0.5, -0.25, 0, 0.25, 0.5, 1, 2, 3, 4, 6, 8])
FAR = torch.tensor([-10000.0, -1000, -100, -50, -20, -15, 15, 20, 50, 100, 1000, 10000])


def on_grid(values):
    return (values * 64).round() / 64 + 1 / 128


def squareplus(x, b):
    root = (x * x + b).sqrt()
    return torch.where(x > 0, (x + root) / 2, b / 2 / (root - x))


def sparse_plus(x):
    return torch.where(x <= -1, torch.zeros_like(x), torch.where(x >= 1, x, (x + 1) ** 2 / 4))


def sparse_sigmoid(x):
    return torch.where(x <= -1, torch.zeros_like(x), torch.where(x >= 1, torch.ones_like(x), (x + 1) / 2))


def sparsemax(x, axis):
    """Martins and Astudillo (2016), algorithm 1; tau by the support, as in their equation of the Jacobian."""
    ordered = x.detach().sort(dim=axis, descending=True).values
    places = torch.arange(1, x.shape[axis] + 1, dtype=x.dtype)
    places = places.reshape([-1 if i == axis % x.dim() else 1 for i in range(x.dim())])
    fits = 1 + places * ordered > ordered.cumsum(axis)
    count = fits.sum(axis, keepdim=True)
    least = ordered.gather(axis, count - 1)
    chosen = x >= least
    tau = (torch.where(chosen, x, torch.zeros_like(x)).sum(axis, keepdim=True) - 1) / count
    return torch.where(chosen, x - tau, torch.zeros_like(x))


ELEMENTWISE = [
    ("celu", functional.celu, {"alpha": 1.0}), ("celu", functional.celu, {"alpha": 0.5}),
    ("elu", functional.elu, {"alpha": 1.0}), ("elu", functional.elu, {"alpha": 0.5}),
    ("gelu", functional.gelu, {}), ("gelu_tanh", lambda x: functional.gelu(x, approximate="tanh"), {}),
    ("hard_shrink", lambda x, lamda: functional.hardshrink(x, lamda), {"lamda": 0.5}),
    ("hard_shrink", lambda x, lamda: functional.hardshrink(x, lamda), {"lamda": 2.0}),
    ("hard_sigmoid", lambda x: functional.relu6(x + 3) / 6, {}), ("hard_silu", functional.hardswish, {}),
    ("hard_tanh", lambda x, minimum, maximum: functional.hardtanh(x, minimum, maximum),
     {"minimum": -1.0, "maximum": 1.0}),
    ("hard_tanh", lambda x, minimum, maximum: functional.hardtanh(x, minimum, maximum),
     {"minimum": -2.0, "maximum": 0.5}),
    ("leaky_relu", lambda x, slope: functional.leaky_relu(x, slope), {"slope": 0.25}),
    ("log_sigmoid", functional.logsigmoid, {}), ("mish", functional.mish, {}), ("relu", functional.relu, {}),
    ("relu6", functional.relu6, {}), ("selu", functional.selu, {}), ("sigmoid", torch.sigmoid, {}),
    ("silu", functional.silu, {}),
    ("soft_shrink", lambda x, lamda: functional.softshrink(x, lamda), {"lamda": 0.5}),
    ("soft_shrink", lambda x, lamda: functional.softshrink(x, lamda), {"lamda": 2.0}),
    ("softsign", functional.softsign, {}), ("sparse_plus", sparse_plus, {}), ("sparse_sigmoid", sparse_sigmoid, {}),
    ("squareplus", squareplus, {"b": 4.0}), ("squareplus", squareplus, {"b": 0.25}), ("tanh", torch.tanh, {}),
    ("tanh_shrink", functional.tanhshrink, {}),
    ("threshold", functional.threshold, {"threshold": 0.5, "value": -2.0}),
]

ALONG_AN_AXIS = {
    "glu": lambda x, axis: functional.glu(x, axis), "softmin": lambda x, axis: functional.softmin(x, axis),
    "softmax": lambda x, axis: functional.softmax(x, axis),
    "log_softmax": lambda x, axis: functional.log_softmax(x, axis), "sparsemax": sparsemax,
}


def activations():
    golden = Golden("activations")
    for operation, function, attributes in ELEMENTWISE:
        for label, x in (("between", on_grid(golden.random(12, low=-4.0, high=4.0))), ("kinks", KINKS), ("far", FAR)):
            golden.add(operation, lambda x: function(x, **attributes), label=label, attributes=attributes, x=x)
    for label, shape in (("one slope", (1,)), ("a slope for each channel", (3,))):
        golden.add("prelu", lambda x, slope: functional.prelu(x, slope), label=label,
                   x=torch.cat([on_grid(golden.random(5, 3)), torch.zeros(1, 3)]), slope=on_grid(golden.random(*shape)))
    for operation, function in ALONG_AN_AXIS.items():
        for axis in (1, -1):
            attributes = {"axis": axis}
            golden.add(operation, lambda x: function(x, axis), attributes=attributes, label="activation",
                       x=on_grid(golden.random(2, 6, 4)))
        far = on_grid(golden.random(2, 6)) * 1000
        golden.add(operation, lambda x: function(x, -1), attributes={"axis": -1}, label="far", x=far)
    ties = torch.tensor([[1.0, 1, 1, 0], [0.5, 0.25, 0.5, -3], [0, 0, 0, 0]])
    golden.add("sparsemax", lambda x: sparsemax(x, -1), attributes={"axis": -1}, label="ties", x=ties)
    return golden


if __name__ == "__main__":
    activations().write(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent)
