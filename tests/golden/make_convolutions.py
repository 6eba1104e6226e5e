#!/usr/bin/env python3
"""Writes convolutions.json: convolution layers forward and backward by PyTorch.

    make_convolutions.py [FOLDER]        FOLDER: where to write, by default the folder of this script

The file has the form of the others (see README.md). Images are [batch, spatial..., channels] and weights as the layers
hold them: [size..., channels / groups, filters], transposed ones [size..., filters / groups, channels], depthwise ones
[size..., 1, channels * multiplier]. Paddings are texts as Padding.Parse reads them; lists of numbers are texts too.
"""

import json
import pathlib
import sys

import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
generator = torch.Generator().manual_seed(7)
cases = []
convolve = {1: functional.conv1d, 2: functional.conv2d, 3: functional.conv3d}
transpose = {1: functional.conv_transpose1d, 2: functional.conv_transpose2d, 3: functional.conv_transpose3d}
modes = {"reflect": "reflect", "replicate": "replicate", "circular": "circular"}


def tensor_json(tensor):
    return {"shape": list(tensor.shape), "dtype": str(tensor.dtype).removeprefix("torch."),
            "data": [round(value, 12) for value in tensor.detach().flatten().tolist()]}


def random(*shape):
    return ((torch.rand(shape, generator=generator) - 0.5) * 200).round() / 100


def first_channels(images):
    return images.movedim(-1, 1)


def last_channels(images):
    return images.movedim(1, -1)


def oihw(weight):
    """[size..., in, out] as PyTorch holds it: [out, in, size...]."""
    return weight.permute(weight.dim() - 1, weight.dim() - 2, *range(weight.dim() - 2))


def text(numbers):
    return ",".join(str(number) for number in numbers)


def pad(images, padding, size, strides, dilations):
    """Pads channels-first images as a text of Padding says."""
    kind, _, mode = padding.partition(" ")
    widths = []
    for axis in range(len(size)):
        reach = (size[axis] - 1) * dilations[axis] + 1
        extent = images.shape[axis + 2]
        if kind == "valid":
            before, after = 0, 0
        elif kind == "same":
            whole = max((-(-extent // strides[axis]) - 1) * strides[axis] + reach - extent, 0)
            before, after = whole // 2, whole - whole // 2
        elif kind == "causal":
            before, after = reach - 1, 0
        else:
            ends = [[int(number) for number in end.split(",")] for end in kind.split(":")]
            before, after = (end[axis if len(end) > 1 else 0] for end in (ends[0], ends[-1]))
        widths = [before, after] + widths
    return functional.pad(images, widths, mode=modes[mode]) if mode else functional.pad(images, widths)


def add(name, operation, inputs, attributes, compute):
    leaves = {key: value.clone().requires_grad_() for key, value in inputs.items()}
    output = compute(**leaves)
    cotangent = random(*output.shape)
    (output * cotangent).sum().backward()
    cases.append({"name": f"{operation} {name}", "operation": operation,
                  "inputs": {key: tensor_json(value) for key, value in inputs.items()}, "attributes": attributes,
                  "outputs": {"output": tensor_json(output)}, "cotangents": {"output": tensor_json(cotangent)},
                  "gradients": {key: tensor_json(value.grad) for key, value in leaves.items()}})


def convolution(name, image, size, channels, filters, strides=None, padding="valid", dilations=None, groups=1):
    rank = len(size)
    strides, dilations = strides or [1] * rank, dilations or [1] * rank
    add(name, f"conv_{rank}d",
        {"x": random(*image, channels), "weight": random(*size, channels // groups, filters), "bias": random(filters)},
        {"filters": filters, "size": text(size), "strides": text(strides), "padding": padding,
         "dilations": text(dilations), "groups": groups},
        lambda x, weight, bias: last_channels(convolve[rank](
            pad(first_channels(x), padding, size, strides, dilations), oihw(weight), bias, strides, 0, dilations,
            groups)))


def transposed(name, image, size, channels, filters, strides, padding=0, output_padding=None, dilations=None, groups=1):
    rank = len(size)
    dilations, output_padding = dilations or [1] * rank, output_padding or [0] * rank
    add(name, f"conv_{rank}d_transpose",
        {"x": random(*image, channels), "weight": random(*size, filters // groups, channels), "bias": random(filters)},
        {"filters": filters, "size": text(size), "strides": text(strides), "padding": str(padding),
         "output_padding": text(output_padding), "dilations": text(dilations), "groups": groups},
        lambda x, weight, bias: last_channels(transpose[rank](
            first_channels(x), oihw(weight), bias, strides, padding, output_padding, groups, dilations)))


def depthwise(name, image, size, channels, multiplier, strides=None, padding="valid", dilations=None):
    rank = len(size)
    strides, dilations = strides or [1] * rank, dilations or [1] * rank
    filters = channels * multiplier
    add(name, f"depthwise_conv_{rank}d",
        {"x": random(*image, channels), "weight": random(*size, 1, filters), "bias": random(filters)},
        {"multiplier": multiplier, "size": text(size), "strides": text(strides), "padding": padding,
         "dilations": text(dilations)},
        lambda x, weight, bias: last_channels(convolve[rank](
            pad(first_channels(x), padding, size, strides, dilations), oihw(weight), bias, strides, 0, dilations,
            channels)))


def separable(name, image, size, channels, filters, multiplier, strides=None, padding="valid", dilations=None):
    rank = len(size)
    strides, dilations = strides or [1] * rank, dilations or [1] * rank
    between = channels * multiplier
    add(name, f"separable_conv_{rank}d",
        {"x": random(*image, channels), "depthwise_weight": random(*size, 1, between),
         "pointwise_weight": random(*[1] * rank, between, filters), "bias": random(filters)},
        {"filters": filters, "multiplier": multiplier, "size": text(size), "strides": text(strides),
         "padding": padding, "dilations": text(dilations)},
        lambda x, depthwise_weight, pointwise_weight, bias: last_channels(convolve[rank](convolve[rank](
            pad(first_channels(x), padding, size, strides, dilations), oihw(depthwise_weight), None, strides, 0,
            dilations, channels), oihw(pointwise_weight), bias)))


convolution("valid", (2, 7), [3], 2, 3)
convolution("causal dilated", (2, 8), [3], 2, 2, padding="causal", dilations=[2])
convolution("strided groups", (1, 9), [4], 4, 6, strides=[3], padding="2", groups=2)
convolution("valid", (2, 5, 4), [3, 2], 2, 3)
convolution("same", (1, 4, 5), [3, 3], 2, 2, padding="same")
convolution("same strided, even", (1, 5, 6), [2, 4], 2, 2, strides=[2, 2], padding="same")
convolution("strided", (1, 7, 6), [3, 3], 3, 2, strides=[2, 2], padding="1")
convolution("uneven", (1, 5, 6), [3, 2], 1, 2, strides=[2, 1], padding="0,1:1,2")
convolution("dilated groups", (1, 6, 6), [3, 3], 4, 4, padding="2", dilations=[2, 2], groups=2)
convolution("pointwise strided", (2, 4, 5), [1, 1], 3, 4, strides=[2, 2])
convolution("reflected", (2, 6), [3], 2, 2, padding="2 reflect")
convolution("replicated strided", (1, 5, 6), [3, 3], 2, 2, strides=[2, 2], padding="same replicate")
convolution("circular", (1, 4, 5), [3, 3], 1, 2, padding="1:2 circular")
convolution("valid", (1, 3, 4, 3), [2, 3, 1], 2, 2)
convolution("strided same", (1, 3, 4, 5), [3, 3, 3], 1, 2, strides=[1, 2, 2], padding="same")
transposed("strided", (2, 4), [3], 2, 3, [2])
transposed("cut", (1, 5), [5], 4, 2, [3], padding=1, output_padding=[2], groups=2)
transposed("strided", (1, 3, 4), [2, 2], 3, 2, [2, 2])
transposed("cut", (1, 3, 3), [3, 3], 2, 3, [2, 2], padding=1, output_padding=[1, 1])
transposed("dilated groups", (1, 3, 4), [3, 2], 4, 6, [1, 2], dilations=[2, 1], groups=2)
transposed("strided", (1, 2, 2, 3), [2, 2, 2], 2, 2, [2, 1, 2], padding=1)
depthwise("same", (2, 6), [3], 3, 1, padding="same")
depthwise("doubled", (1, 7), [4], 2, 2, strides=[2], padding="1")
depthwise("valid", (2, 4, 5), [3, 3], 3, 1)
depthwise("doubled strided", (1, 6, 5), [3, 2], 2, 2, strides=[2, 2], padding="1")
depthwise("dilated", (1, 6, 6), [3, 3], 2, 1, padding="same", dilations=[2, 2])
separable("causal", (2, 6), [3], 2, 3, 2, padding="causal")
separable("strided", (1, 6, 5), [3, 3], 2, 3, 1, strides=[2, 2], padding="same")
separable("doubled", (2, 4, 4), [2, 3], 2, 3, 2)

folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent
lines = ",\n".join(json.dumps(case) for case in cases)
(folder / "convolutions.json").write_text(f"[\n{lines}\n]\n")
