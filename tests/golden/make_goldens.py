#!/usr/bin/env python3
"""Writes the golden numbers: small JSON files in which PyTorch says what operations, gradients and optimizers give.

    make_goldens.py [FOLDER]        FOLDER: where to write, by default the folder of this script

README.md beside this script describes the files. Inputs are short decimal numbers, so that a failing case can be typed
into any other tool; they keep clear of points where a convention and not mathematics decides the gradient (ties of a
maximum, bounds of a clamp), unless the name of the case says so.
"""

import json
import math
import pathlib
import sys

import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)  # one order of summation, so that a second run writes the same bytes


def tensor_json(tensor):
    def number(value):
        if isinstance(value, float) and not math.isfinite(value):
            return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
        return value

    return {"shape": list(tensor.shape), "dtype": str(tensor.dtype).removeprefix("torch."),
            "data": [number(value) for value in tensor.detach().flatten().tolist()]}


def tensors_json(tensors):
    return {name: tensor_json(tensor) for name, tensor in tensors.items()}


class Golden:
    """The cases of one file, in the order in which they are added."""

    def __init__(self, name):
        self.name = name
        self.cases = []
        self.generator = torch.Generator().manual_seed(len(name))

    def random(self, *shape, low=-2.0, high=2.0):
        """Numbers of three decimals, none of which is zero or equal to another one of the tensor."""
        steps = torch.randperm(int((high - low) * 1000) - 1, generator=self.generator)[:math.prod(shape)] + 1
        values = torch.tensor([round(low + step / 1000, 3) for step in steps.tolist()])
        return torch.where(values == 0, torch.tensor(0.0005), values).reshape(shape)

    def add(self, operation, function, *, differentiable=True, second=False, label=None, attributes=None, **inputs):
        """Runs `function(**inputs)`; its result is a tensor or a dictionary of tensors. With `second` the case also
        holds second-order gradients."""
        attributes = attributes or {}
        leaves = {name: value.clone().requires_grad_(differentiable and value.is_floating_point())
                  for name, value in inputs.items()}
        result = function(**leaves)
        outputs = result if isinstance(result, dict) else {"output": result}
        case = {"name": self.unique_name(operation, label, attributes), "operation": operation,
                "inputs": tensors_json(inputs), "attributes": attributes, "outputs": tensors_json(outputs)}

        sources = {name: leaf for name, leaf in leaves.items() if leaf.requires_grad}
        if sources:
            cotangents = {name: self.random(*value.shape, low=0.5, high=1.5) for name, value in outputs.items()}
            gradients = gradients_of(outputs.values(), sources, cotangents.values(), create_graph=second)
            case |= {"cotangents": tensors_json(cotangents), "gradients": tensors_json(gradients)}
            if second:
                energy = sum(gradient.square().sum() for gradient in gradients.values()) / 2
                case["second_gradients"] = tensors_json(gradients_of([energy], sources, None))
        self.cases.append(case)

    def unique_name(self, operation, label, attributes):
        words = [f"{key}={value}" for key, value in attributes.items()]
        name = " ".join([operation, *([label] if label else []), *words])
        if any(case["name"] == name for case in self.cases):
            raise ValueError(f"{self.name}.json: two cases are named '{name}'; give one a label")
        return name

    def write(self, folder):
        lines = ",\n".join(json.dumps(case, separators=(",", ":"), allow_nan=False) for case in self.cases)
        path = pathlib.Path(folder) / f"{self.name}.json"
        path.write_text(f"[\n{lines}\n]\n", encoding="utf-8", newline="\n")
        print(f"{path.name}: {len(self.cases)} cases, {path.stat().st_size:,} bytes")


def gradients_of(outputs, sources, cotangents, create_graph=False):
    outputs = list(outputs)
    if not any(output.requires_grad for output in outputs):
        return {name: torch.zeros_like(leaf) for name, leaf in sources.items()}
    gradients = torch.autograd.grad(outputs, list(sources.values()), cotangents and list(cotangents),
                                    create_graph=create_graph, allow_unused=True)
    return {name: torch.zeros_like(leaf) if gradient is None else gradient + torch.zeros_like(leaf)
            for (name, leaf), gradient in zip(sources.items(), gradients)}


SPECIAL = torch.tensor([0.0, -0.0, math.inf, -math.inf, math.nan, 1e-300, -1e-300, 30.0, -30.0, 800.0, -800.0])

ANY_NUMBER = {
    "abs": torch.abs, "atan": torch.atan, "cos": torch.cos, "cosh": torch.cosh, "erf": torch.erf, "exp": torch.exp,
    "expm1": torch.expm1, "log_sigmoid": functional.logsigmoid, "negate": torch.neg, "relu": torch.relu,
    "sigmoid": torch.sigmoid, "sin": torch.sin, "sinh": torch.sinh,
    # PyTorch's own softplus drops the logarithm above a threshold, an error of 2e-9; this is the definition.
    "softplus": lambda x: x.clamp(min=0) + x.abs().neg().exp().log1p(),
    "square": torch.square, "tan": torch.tan, "tanh": torch.tanh,
}
# Without special values: there PyTorch's formulas speak (NaN for gelu of -infinity), not the function.
ORDINARY_NUMBER = {
    "gelu": functional.gelu, "gelu_tanh": lambda x: functional.gelu(x, approximate="tanh"), "mish": functional.mish,
    "relu6": functional.relu6, "selu": functional.selu, "silu": functional.silu, "softsign": functional.softsign,
}
POSITIVE = {"log": torch.log, "log1p": torch.log1p, "reciprocal": torch.reciprocal, "rsqrt": torch.rsqrt,
            "sqrt": torch.sqrt}
UNIT_INTERVAL = {"acos": torch.acos, "asin": torch.asin, "atanh": torch.atanh}
ROUNDING = {"ceiling": torch.ceil, "floor": torch.floor, "round": torch.round}


def elementwise():
    golden = Golden("elementwise")
    for operations, low, high in ((ANY_NUMBER | ORDINARY_NUMBER, -3.0, 3.0), (POSITIVE, 0.1, 4.0),
                                  (UNIT_INTERVAL, -0.9, 0.9)):
        for operation, function in operations.items():
            golden.add(operation, lambda x: function(x), second=True, x=golden.random(7, low=low, high=high))
    for operation, function in (ROUNDING | {"sign": torch.sign}).items():
        golden.add(operation, lambda x: function(x), x=torch.tensor([-2.6, -1.5, -0.5, -0.2, 0.2, 0.5, 1.5, 2.5, 2.6]))
    for operation, function in (ANY_NUMBER | POSITIVE | ROUNDING).items():
        golden.add(operation, lambda x: function(x), label="special", differentiable=False, x=SPECIAL)
    for slope in (0.01, 0.2):
        golden.add("leaky_relu", lambda x: functional.leaky_relu(x, slope), second=True,
                   attributes={"slope": slope}, x=golden.random(6))
    for alpha in (1.0, 0.5):
        golden.add("elu", lambda x: functional.elu(x, alpha), second=True, attributes={"alpha": alpha},
                   x=golden.random(6))
    for exponent in (2.0, 3.0, 0.5, -1.0, 0.0):
        golden.add("power_scalar", lambda x: x.pow(exponent), second=True, attributes={"exponent": exponent},
                   x=golden.random(5, low=0.2, high=3.0))
    golden.add("clamp", lambda x: x.clamp(-1, 1.25), second=True, attributes={"minimum": -1.0, "maximum": 1.25},
               x=golden.random(8))

    binary(golden)
    golden.add("where", lambda condition, x, y: torch.where(condition, x, y), second=True,
               condition=torch.tensor([[True, False, True], [False, False, True]]),
               x=golden.random(2, 3), y=golden.random(2, 3))
    golden.add("where", lambda condition, x, y: torch.where(condition, x, y), label="broadcast", second=True,
               condition=torch.tensor([[True], [False]]), x=golden.random(3), y=golden.random(1))
    golden.add("multiply", lambda x: x * x, label="same operand twice", second=True, x=golden.random(4))
    return golden


def binary(golden):
    broadcasts = {None: ((2, 3), (2, 3)), "row": ((2, 3), (3,)), "column": ((2, 1), (2, 3)),
                  "both": ((2, 1, 2), (3, 1)), "scalar": ((), (2, 2))}
    arithmetic = {"add": torch.add, "subtract": torch.sub, "multiply": torch.mul, "divide": torch.div,
                  "power": torch.pow, "maximum": torch.maximum, "minimum": torch.minimum, "atan2": torch.atan2}
    for operation, function in arithmetic.items():
        for label, (left, right) in broadcasts.items():
            golden.add(operation, lambda x, y: function(x, y), label=label, second=label == "column",
                       x=golden.random(*left, low=0.3, high=2.5), y=golden.random(*right, low=0.35, high=2.45))
    golden.add("remainder", lambda x, y: x.remainder(y), label="sign of the divisor", differentiable=False,
               x=torch.tensor([5.5, -5.5, 5.5, -5.5, 6.0, -6.0]), y=torch.tensor([2.0, 2.0, -2.0, -2.0, 3.0, 3.0]))
    unordered = dict(x=torch.tensor([1.0, 2.0, 3.0, math.nan, 1.0, math.inf, 0.0]),
                     y=torch.tensor([1.0, 3.0, 2.0, math.nan, math.nan, math.inf, -0.0]))
    for operation, function in {"equal": torch.eq, "not_equal": torch.ne, "less": torch.lt, "less_or_equal": torch.le,
                                "greater": torch.gt, "greater_or_equal": torch.ge, "maximum": torch.maximum,
                                "minimum": torch.minimum}.items():
        golden.add(operation, lambda x, y: function(x, y), label="unordered", differentiable=False, **unordered)


AXES = [None, [0], [1], [-1], [0, 2], [0, 1, 2]]


def reductions():
    golden = Golden("reductions")
    by_axes = {"sum": torch.sum, "mean": torch.mean, "max": torch.amax, "min": torch.amin,
               "log_sum_exp": torch.logsumexp}
    for operation, function in by_axes.items():
        for axes in AXES:
            for keep in ((False, True) if axes in ([1], [0, 2]) else (False,)):
                golden.add(operation, lambda x: function(x, axes or [0, 1, 2], keepdim=keep),
                           second=axes == [1] and not keep,
                           attributes={"axes": axes, "keep_axes": keep}, x=golden.random(2, 3, 2))
    for operation in ("var", "std"):
        for axes in AXES[:5]:
            for correction in (0, 1):
                function = torch.var if operation == "var" else torch.std
                golden.add(operation, lambda x: function(x, axes or [0, 1, 2], correction=correction, keepdim=False),
                           second=axes == [1] and correction == 0,
                           attributes={"axes": axes, "correction": correction}, x=golden.random(2, 3, 2))

    golden.add("prod", lambda x: x.prod(), second=True, attributes={"axes": None}, x=golden.random(2, 3))
    golden.add("prod", lambda x: x.prod(1), second=True, attributes={"axes": [1]}, x=golden.random(2, 3))
    for label, zeros in (("one zero", [1]), ("two zeros", [1, 2])):
        x = golden.random(4)
        x[zeros] = 0
        golden.add("prod", lambda x: x.prod(0), label=label, attributes={"axes": [0]}, x=x)
    for operation, function in {"arg_max": torch.argmax, "arg_min": torch.argmin}.items():
        for axis in (None, 0, -1):
            golden.add(operation, lambda x: function(x, axis), differentiable=False, attributes={"axis": axis},
                       x=golden.random(2, 3))
    flags = torch.tensor([[True, False, True], [True, True, True]])
    for operation, function in {"any": torch.any, "all": torch.all}.items():
        golden.add(operation, lambda x: function(x, 1), differentiable=False, attributes={"axes": [1]}, x=flags)
    for operation in ("max", "min", "sum"):
        function = by_axes[operation]
        golden.add(operation, lambda x: function(x, [1]), label="special", differentiable=False,
                   attributes={"axes": [1], "keep_axes": False},
                   x=torch.tensor([[1.0, math.nan, 2.0], [math.inf, 1.0, -math.inf], [-math.inf, -1.0, 5.0]]))
    golden.add("log_sum_exp", lambda x: x.logsumexp(1), label="far from zero",
               attributes={"axes": [1], "keep_axes": False},
               x=torch.tensor([[1000.0, 999.0, 998.5], [-1000.0, -1001.0, -999.25]]))
    for axis in (0, 1, -1):
        golden.add("cumulative_sum", lambda x: x.cumsum(axis), attributes={"axis": axis}, x=golden.random(3, 4))
    return golden


def linear():
    golden = Golden("linear")

    def product(label, left, right, transpose_left=False, transpose_right=False):
        golden.add("matmul", lambda x, y: torch.matmul(x.mT if transpose_left else x, y.mT if transpose_right else y),
                   label=label, second=True,
                   attributes={"transpose_left": transpose_left, "transpose_right": transpose_right},
                   x=golden.random(*left), y=golden.random(*right))

    product("matrices", (2, 3), (3, 4))
    product("matrices", (3, 2), (3, 4), transpose_left=True)
    product("matrices", (2, 3), (4, 3), transpose_right=True)
    product("matrices", (3, 2), (4, 3), transpose_left=True, transpose_right=True)
    product("vector by vector", (3,), (3,))
    product("matrix by vector", (2, 3), (3,))
    product("vector by matrix", (3,), (3, 2))
    product("batched", (2, 2, 3), (2, 3, 2))
    product("batched, shared right", (2, 2, 3), (3, 2))
    product("batched, shared left", (2, 3), (2, 3, 2))
    product("batched, broadcast", (2, 1, 2, 3), (3, 3, 2))
    product("batched, broadcast", (2, 1, 3, 2), (3, 2, 3), transpose_left=True, transpose_right=True)
    product("outer", (3, 1), (1, 2))
    product("batched vector", (2, 2, 3), (3,))

    activations = {"none": lambda x: x, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu,
                   "gelu": functional.gelu}
    for activation, function in activations.items():
        golden.add("dense_chain", lambda x, w1, b1, w2, b2: function(x @ w1 + b1) @ w2 + b2, second=True,
                   attributes={"activation": activation}, x=golden.random(2, 3),
                   w1=golden.random(3, 3, low=-1, high=1), b1=golden.random(3, low=-0.5, high=0.5),
                   w2=golden.random(3, 2, low=-1, high=1), b2=golden.random(2, low=-0.5, high=0.5))
    return golden


def losses():
    def constant_targets(loss, **options):
        return lambda logits, targets: loss(logits, targets.detach(), **options)

    golden = Golden("losses")
    for operation, function in {"softmax": torch.softmax, "log_softmax": torch.log_softmax}.items():
        for axis in (0, 1, -1):
            golden.add(operation, lambda x: function(x, axis), second=True, attributes={"axis": axis},
                       x=golden.random(3, 4))
        golden.add(operation, lambda x: function(x, 1), label="middle axis", attributes={"axis": 1},
                   x=golden.random(2, 3, 2))
        golden.add(operation, lambda x: function(x, -1), label="far from zero", attributes={"axis": -1},
                   x=torch.tensor([[1000.0, 999.0, 998.5], [-1000.0, -1001.0, -999.25], [0.0, 500.0, -500.0]]))
        golden.add(operation, lambda x: function(x, -1), label="masked by -infinity", differentiable=False,
                   attributes={"axis": -1}, x=torch.tensor([[0.5, -math.inf, 1.5]]))

    labels = torch.tensor([2, 0, 1, 2])
    for reduction in ("mean", "sum", "none"):
        for smoothing in (0.0, 0.1):
            golden.add("cross_entropy",
                       lambda logits, labels: functional.cross_entropy(
                           logits, labels, reduction=reduction, label_smoothing=smoothing),
                       second=reduction == "mean", attributes={"reduction": reduction, "label_smoothing": smoothing},
                       logits=golden.random(4, 3), labels=labels)
    golden.add("cross_entropy", lambda logits, labels: functional.cross_entropy(logits, labels), label="far from zero",
               attributes={"reduction": "mean", "label_smoothing": 0.0},
               logits=torch.tensor([[1000.0, 0.0, -1000.0], [-1000.0, 1000.0, 999.0]]), labels=torch.tensor([1, 2]))
    golden.add("cross_entropy_probabilities", constant_targets(functional.cross_entropy),
               attributes={"reduction": "mean"}, logits=golden.random(2, 3),
               targets=torch.tensor([[0.25, 0.5, 0.25], [0.0, 0.125, 0.875]]))

    pairs = {"mean_squared_error": functional.mse_loss, "mean_absolute_error": functional.l1_loss,
             "huber": functional.huber_loss}
    for operation, function in pairs.items():
        for reduction in ("mean", "sum"):
            golden.add(operation, lambda predictions, targets: function(predictions, targets, reduction=reduction),
                       second=True, attributes={"reduction": reduction},
                       predictions=golden.random(3, 2), targets=golden.random(3, 2))
    binary_cross_entropy = functional.binary_cross_entropy_with_logits
    for reduction in ("mean", "sum"):
        golden.add("binary_cross_entropy_logits", constant_targets(binary_cross_entropy, reduction=reduction),
                   second=True, attributes={"reduction": reduction},
                   logits=golden.random(5), targets=torch.tensor([0.0, 1.0, 1.0, 0.0, 0.25]))
    golden.add("binary_cross_entropy_logits", constant_targets(binary_cross_entropy), label="far from zero",
               attributes={"reduction": "mean"},
               logits=torch.tensor([800.0, -800.0, 800.0, -800.0]), targets=torch.tensor([0.0, 1.0, 1.0, 0.0]))
    return golden


def movement():
    golden = Golden("movement")
    for axis, (left, right) in {0: ((1, 3), (2, 3)), 1: ((2, 1), (2, 2)), -1: ((2, 2), (2, 1))}.items():
        golden.add("concat", lambda x, y: torch.cat([x, y], axis), attributes={"axis": axis},
                   x=golden.random(*left), y=golden.random(*right))
    for axis in (0, 1, -1):
        golden.add("stack", lambda x, y: torch.stack([x, y], axis), attributes={"axis": axis},
                   x=golden.random(2, 3), y=golden.random(2, 3))
    for before, after, value in (([1, 0], [0, 2], 0.0), ([0, 2], [1, 1], -1.5)):
        widths = [before[1], after[1], before[0], after[0]]  # PyTorch counts from the last axis
        golden.add("pad", lambda x: functional.pad(x, widths, value=value),
                   attributes={"before": before, "after": after, "value": value}, x=golden.random(2, 3))
    for start, stop, step in (([0, 1], [3, 5], [1, 2]), ([1, 0], [4, 5], [2, 1]), ([3, 2], [4, 3], [3, 4])):
        golden.add("slice", lambda x: x[start[0]:stop[0]:step[0], start[1]:stop[1]:step[1]],
                   attributes={"start": start, "stop": stop, "step": step}, x=golden.random(4, 5))
    for axes in ([0], [1], [0, 1]):
        golden.add("flip", lambda x: x.flip(axes), attributes={"axes": axes}, x=golden.random(2, 3))
    for axes in ([1, 0, 2], [2, 0, 1], [0, 2, 1]):
        golden.add("transpose", lambda x: x.permute(axes), attributes={"axes": axes}, x=golden.random(2, 3, 2))
    for source, target in (((3,), [2, 3]), ((2, 1), [2, 4]), ((1, 2), [2, 3, 2])):
        golden.add("broadcast_to", lambda x: x.expand(target), attributes={"shape": target}, x=golden.random(*source))
    golden.add("tile", lambda x: x.tile([2, 1, 2]), attributes={"repeats": [2, 1, 2]}, x=golden.random(2, 2))
    golden.add("reshape", lambda x: x.permute(1, 0).reshape(3, 2), label="of a transpose",
               attributes={"shape": [3, 2]}, x=golden.random(2, 3))

    golden.add("gather", lambda x, indices: x.gather(0, indices), attributes={"axis": 0},
               x=golden.random(3, 2), indices=torch.tensor([[0, 2], [2, 2], [1, 0], [0, 2]]))
    golden.add("gather", lambda x, indices: x.gather(1, indices), attributes={"axis": 1},
               x=golden.random(2, 3), indices=torch.tensor([[2, 0], [1, 1]]))
    golden.add("scatter_add", lambda x, indices, updates: x.scatter_add(0, indices, updates), attributes={"axis": 0},
               x=golden.random(3, 2), indices=torch.tensor([[0, 2], [2, 2], [0, 0]]), updates=golden.random(3, 2))
    golden.add("scatter_add", lambda x, indices, updates: x.scatter_add(1, indices, updates), attributes={"axis": 1},
               x=golden.random(2, 4), indices=torch.tensor([[3, 0, 3], [1, 1, 1]]), updates=golden.random(2, 3))
    for axis in (0, 1):
        golden.add("index_select", lambda x, indices: x.index_select(axis, indices), attributes={"axis": axis},
                   x=golden.random(3, 4), indices=torch.tensor([2, 0, 2, 1]))
    golden.add("one_hot", lambda x: functional.one_hot(x, 4), differentiable=False, attributes={"classes": 4},
               x=torch.tensor([3, 0, 1]))
    return golden


OPTIMIZERS = {
    "sgd": (torch.optim.SGD, {"lr": 0.5}),
    "momentum": (torch.optim.SGD, {"lr": 0.1, "momentum": 0.9}),
    "nesterov": (torch.optim.SGD, {"lr": 0.1, "momentum": 0.9, "nesterov": True}),
    "sgd_weight_decay": (torch.optim.SGD, {"lr": 0.1, "momentum": 0.9, "weight_decay": 0.05}),
    "rms_prop": (torch.optim.RMSprop, {"lr": 0.01, "alpha": 0.9, "eps": 1e-8}),
    "rms_prop_momentum": (torch.optim.RMSprop, {"lr": 0.01, "alpha": 0.9, "eps": 1e-8, "momentum": 0.9}),
    "rms_prop_centered": (torch.optim.RMSprop, {"lr": 0.01, "alpha": 0.9, "eps": 1e-8, "centered": True}),
    "adam": (torch.optim.Adam, {"lr": 0.02, "betas": [0.9, 0.999], "eps": 1e-8}),
    "adam_w": (torch.optim.AdamW, {"lr": 0.02, "betas": [0.9, 0.999], "eps": 1e-8, "weight_decay": 0.1}),
}
STEPS, KEPT_STEPS = 20, (1, 2, 5, 20)
PLAIN_NAMES = {"lr": "rate", "alpha": "decay", "eps": "epsilon"}


def optimizers():
    """Twenty full-batch steps of a small network, x @ w1 + b1, sigmoid, @ w2 + b2, mean cross-entropy."""
    golden = Golden("optimizers")
    data = {"x": golden.random(6, 3), "labels": torch.tensor([0, 1, 2, 1, 0, 2])}
    start = {"w1": golden.random(3, 4, low=-1, high=1), "b1": golden.random(4, low=-0.2, high=0.2),
             "w2": golden.random(4, 3, low=-1, high=1), "b2": golden.random(3, low=-0.2, high=0.2)}

    for operation, (optimizer, settings) in OPTIMIZERS.items():
        weights = {name: value.clone().requires_grad_() for name, value in start.items()}
        update = optimizer(weights.values(), **settings)
        losses, kept, first = [], {}, {}
        for step in range(1, STEPS + 1):
            update.zero_grad()
            hidden = torch.sigmoid(data["x"] @ weights["w1"] + weights["b1"])
            loss = functional.cross_entropy(hidden @ weights["w2"] + weights["b2"], data["labels"])
            loss.backward()
            first = first or {name: weight.grad.clone() for name, weight in weights.items()}
            update.step()
            losses.append(loss.item())
            if step in KEPT_STEPS:
                kept |= {f"{name}@{step}": weight.detach().clone() for name, weight in weights.items()}
        golden.cases.append({
            "name": operation, "operation": operation, "inputs": tensors_json(data | start),
            "attributes": {"steps": STEPS, **{PLAIN_NAMES.get(key, key): value for key, value in settings.items()}},
            "outputs": tensors_json({"loss": torch.tensor(losses)} | kept), "gradients": tensors_json(first)})
    return golden


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent
    for golden in (elementwise(), reductions(), linear(), losses(), movement(), optimizers()):
        golden.write(folder)


if __name__ == "__main__":
    main()
