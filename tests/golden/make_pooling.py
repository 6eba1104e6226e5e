#!/usr/bin/env python3
"""Writes pooling.json: pooling, resizing, borders and pixel shuffling by PyTorch.

    make_pooling.py [FOLDER]        FOLDER: where to write, by default the folder of this script

The file has the form of the others (see README.md); images are [batch, spatial..., channels]. Sizes, strides, paddings
and dilations are numbers for each spatial axis.
"""

import json
import pathlib
import sys

import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
generator = torch.Generator().manual_seed(11)
cases = []


def number(value):
    return str(value).replace("nan", "NaN").replace("inf", "Infinity") if value != value or abs(value) > 1e300 \
        else round(value, 12)


def tensor_json(tensor):
    return {"shape": list(tensor.shape), "dtype": str(tensor.dtype).removeprefix("torch."),
            "data": [number(value) for value in tensor.detach().flatten().tolist()]}


def random(*shape):
    return (torch.rand(shape, generator=generator) * 2000).round() / 1000 - 1


def first_channels(x):
    return x.movedim(-1, 1)


def last_channels(x):
    return x.movedim(1, -1)


def add(name, operation, x, attributes, compute):
    """One case with its gradient; compute works on channels first."""
    leaf = x.clone().requires_grad_()
    y = last_channels(compute(first_channels(leaf)))
    cotangent = random(*y.shape)
    (y * cotangent).sum().backward()
    cases.append({"name": name, "operation": operation, "inputs": {"x": tensor_json(x)}, "attributes": attributes,
                  "outputs": {"output": tensor_json(y)}, "cotangents": {"output": tensor_json(cotangent)},
                  "gradients": {"x": tensor_json(leaf.grad)}})


max_pools = [functional.max_pool1d, functional.max_pool2d, functional.max_pool3d]
average_pools = [functional.avg_pool1d, functional.avg_pool2d, functional.avg_pool3d]
adaptive_max_pools = [functional.adaptive_max_pool1d, functional.adaptive_max_pool2d, functional.adaptive_max_pool3d]
adaptive_average_pools = [functional.adaptive_avg_pool1d, functional.adaptive_avg_pool2d,
                          functional.adaptive_avg_pool3d]

# Rounded to quarters, so that there are ties.
images = {1: (random(2, 13, 2) * 4).round() / 4, 2: (random(1, 8, 9, 2) * 4).round() / 4,
          3: (random(1, 4, 5, 6, 2) * 4).round() / 4}
windows = {
    1: [([2], [2], [0], [1]), ([3], [2], [1], [2]), ([4], [1], [2], [1])],
    2: [([2, 2], [2, 2], [0, 0], [1, 1]), ([3, 3], [2, 2], [1, 1], [1, 1]), ([3, 2], [1, 3], [1, 0], [2, 1])],
    3: [([2, 2, 2], [2, 2, 2], [0, 0, 0], [1, 1, 1]), ([3, 2, 3], [1, 2, 2], [1, 1, 0], [1, 1, 2])],
}
for rank, x in images.items():
    for size, strides, padding, dilations in windows[rank]:
        attributes = {"size": size, "strides": strides, "padding": padding, "dilations": dilations}
        add(f"max_pool {rank}d {size} {strides} {padding} {dilations}", "max_pool", x, attributes,
            lambda t: max_pools[rank - 1](t, size, strides, padding, dilations))
        for counts in [True, False]:
            add(f"average_pool {rank}d {size} {strides} {padding} {counts}", "average_pool", x,
                {"size": size, "strides": strides, "padding": padding, "count_padding": counts},
                lambda t: average_pools[rank - 1](t, size, strides, padding, count_include_pad=counts))
for rank, sizes in {1: [[1], [5]], 2: [[1, 1], [3, 4], [7, 11]], 3: [[2, 3, 4]]}.items():
    for size in sizes:
        add(f"adaptive_max_pool {size}", "adaptive_max_pool", images[rank], {"size": size},
            lambda t: adaptive_max_pools[rank - 1](t, size))
        add(f"adaptive_average_pool {size}", "adaptive_average_pool", images[rank], {"size": size},
            lambda t: adaptive_average_pools[rank - 1](t, size))

special = images[2].clone()
special[0, 1, 1, 0] = special[0, 1, 2, 0] = float("nan")
special[0, 2, 2, :] = float("inf")
special[0, 4:, 4:, 1] = float("-inf")
add("max_pool special", "max_pool", special,
    {"size": [3, 3], "strides": [2, 2], "padding": [1, 1], "dilations": [1, 1]},
    lambda t: functional.max_pool2d(t, 3, 2, 1))

for rank, sizes in {1: [[5], [26], [7]], 2: [[16, 18], [3, 4], [1, 13]], 3: [[8, 5, 3]]}.items():
    for size in sizes:
        for mode in ["linear", "nearest", "corners"]:
            name = {"linear": ["linear", "bilinear", "trilinear"][rank - 1], "nearest": "nearest-exact",
                    "corners": ["linear", "bilinear", "trilinear"][rank - 1]}[mode]
            add(f"resize_image {size} {mode}", "resize_image", images[rank], {"size": size, "mode": mode},
                lambda t: functional.interpolate(t, size=size, mode=name,
                                                 align_corners={"linear": False, "corners": True}.get(mode)))

for mode in ["reflect", "replicate", "circular"]:
    for rank, widths in {1: [2, 3], 2: [2, 3, 1, 4], 3: [2, 0, 1, 3, 2, 1]}.items():
        # PyTorch names the last axis first.
        add(f"pad_mode {mode} {widths}", "pad_mode", images[rank],
            {"mode": mode, "before": [0, *widths[0::2], 0], "after": [0, *widths[1::2], 0]},
            lambda t: functional.pad(
                t, [w for axis in reversed(range(rank)) for w in widths[2 * axis:2 * axis + 2]], mode=mode))

shuffled = random(2, 3, 2, 18)
add("pixel_shuffle 3", "pixel_shuffle", shuffled, {"factor": 3}, lambda t: functional.pixel_shuffle(t, 3))
unshuffled = random(2, 4, 6, 3)
add("pixel_unshuffle 2", "pixel_unshuffle", unshuffled, {"factor": 2}, lambda t: functional.pixel_unshuffle(t, 2))

folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
(folder / "pooling.json").write_text("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
