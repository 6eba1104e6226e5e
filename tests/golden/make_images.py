#!/usr/bin/env python3
"""Writes images.json: images turned, moved and stretched by PyTorch's grid_sample and interpolate, hues by colorsys.

    make_images.py [FOLDER]        FOLDER: where to write, by default the folder of this script

The file has the form of the others (see README.md); images are [batch, height, width, channels]. A theta is what
affine_grid takes; align_corners is off. Positions are kept clear of halves, where float32 decides the nearest pixel.
"""

import colorsys
import json
import math
import pathlib
import sys

import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
generator = torch.Generator().manual_seed(6)
cases = []


def tensor_json(tensor):
    return {"shape": list(tensor.shape), "dtype": str(tensor.dtype).removeprefix("torch."),
            "data": [round(value, 12) for value in tensor.detach().flatten().tolist()]}


def add(name, operation, inputs, attributes, output, **more):
    cases.append({"name": name, "operation": operation,
                  "inputs": {key: tensor_json(value) for key, value in inputs.items()}, "attributes": attributes,
                  "outputs": {"output": tensor_json(output)}, **more})


def random(*shape):
    return (torch.rand(shape, generator=generator) * 1000).round() / 1000


def first_channels(images):
    return images.permute(0, 3, 1, 2)


def last_channels(images):
    return images.permute(0, 2, 3, 1)


images = random(3, 5, 6, 2)
thetas = torch.tensor([
    [[math.cos(0.4), -math.sin(0.4), 0.11], [math.sin(0.4), math.cos(0.4), -0.23]],
    [[1.31, 0.17, 0.9], [-0.29, 0.83, -1.21]],
    [[-0.71, 0.0, 0.37], [0.13, 1.9, 0.41]]])
cotangent = random(3, 4, 7, 2)
for mode in ["bilinear", "nearest"]:
    for padding in ["zeros", "border", "reflection"]:
        x = images.clone().requires_grad_()
        grid = functional.affine_grid(thetas, [3, 2, 4, 7], align_corners=False)
        y = last_channels(functional.grid_sample(
            first_channels(x), grid, mode=mode, padding_mode=padding, align_corners=False))
        (y * cotangent).sum().backward()
        add(f"affine {mode} {padding}", "affine", {"x": images},
            {"mode": mode, "padding": padding, "theta": thetas.flatten().tolist()}, y,
            cotangents={"output": tensor_json(cotangent)}, gradients={"x": tensor_json(x.grad)})

for height, width in [(3, 4), (9, 11), (5, 13)]:
    y = functional.interpolate(first_channels(images), size=(height, width), mode="bilinear", align_corners=False)
    add(f"resize {height}x{width}", "resize", {"x": images}, {"height": height, "width": width}, last_channels(y))

colors = random(2, 4, 5, 3)
colors[0, 0, 0] = torch.tensor([0.25, 0.25, 0.25])
colors[0, 0, 1] = torch.tensor([0.0, 0.0, 0.0])
colors[0, 0, 2] = torch.tensor([1.0, 0.0, 1.0])
for turns in [0.0, 0.125, -0.3, 0.5]:
    y = colors.clone()
    for pixel in y.reshape(-1, 3):
        hue, saturation, value = colorsys.rgb_to_hsv(*pixel.tolist())
        pixel[:] = torch.tensor(colorsys.hsv_to_rgb((hue + turns) % 1.0, saturation, value))
    add(f"hue {turns}", "hue", {"x": colors}, {"turns": turns}, y)

gray = (colors * torch.tensor([0.299, 0.587, 0.114])).sum(3, keepdim=True)
for factor in [0.0, 0.4, 1.7]:
    add(f"saturation {factor}", "saturation", {"x": colors}, {"factor": factor},
        (gray + (colors - gray) * factor).clamp(0, 1))
    mean = colors.mean((1, 2), keepdim=True)
    add(f"contrast {factor}", "contrast", {"x": colors}, {"factor": factor},
        (mean + (colors - mean) * factor).clamp(0, 1))

folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
(folder / "images.json").write_text("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
