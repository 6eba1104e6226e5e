#!/usr/bin/env python3
"""Writes normalizations.json: batch, group, instance, layer and RMS normalization, and that of AlexNet, by PyTorch.

    make_normalizations.py [FOLDER]        FOLDER: where to write, by default the folder of this script

The file has the form of the others (see README.md); images are [batch, height, width, channels]. Cases of
`moving_moments` train a BatchNorm for some batches and then predict; PyTorch follows the variance divided by n - 1, and
the script takes it back to n, which is what Keras follows.
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


def tensor_json(tensor):
    return {"shape": list(tensor.shape), "dtype": str(tensor.dtype).removeprefix("torch."),
            "data": tensor.detach().flatten().tolist()}


def random(*shape):
    return ((torch.rand(shape, generator=generator) * 4000 - 2000).round()) / 1000


def group(tensors):
    return {key: tensor_json(value) for key, value in tensors.items()}


def add(name, operation, inputs, attributes, function):
    at = {key: value.clone().requires_grad_() for key, value in inputs.items()}
    output = function(**at)
    cotangent = random(*output.shape)
    gradients = torch.autograd.grad((output * cotangent).sum(), list(at.values()), create_graph=True)
    energy = sum((gradient ** 2).sum() for gradient in gradients) / 2
    second = torch.autograd.grad(energy, list(at.values()), allow_unused=True)
    second = [torch.zeros_like(x) if g is None else g for x, g in zip(at.values(), second)]
    cases.append({"name": name, "operation": operation, "inputs": group(inputs), "attributes": attributes,
                  "outputs": {"output": tensor_json(output)}, "cotangents": {"output": tensor_json(cotangent)},
                  "gradients": group(dict(zip(at, gradients))), "second_gradients": group(dict(zip(at, second)))})


def first(x):
    return x.movedim(-1, 1)


def last(x):
    return x.movedim(1, -1)


for shape in [(6, 5), (3, 4, 3), (2, 3, 4, 5), (2, 2, 3, 2, 3)]:
    inputs = {"x": random(*shape) + 3, "scale": random(shape[-1]), "offset": random(shape[-1])}
    add(f"batch {list(shape)}", "batch_normalize", inputs, {"epsilon": 0.01},
        lambda x, scale, offset: last(functional.batch_norm(first(x), None, None, scale, offset, True, 0.1, 0.01)))
for shape, groups in [((3, 4, 6), 1), ((3, 4, 6), 2), ((2, 3, 2, 6), 3), ((2, 3, 2, 6), 6), ((4, 8), 2)]:
    inputs = {"x": random(*shape) - 1, "scale": random(shape[-1]), "offset": random(shape[-1])}
    add(f"group {list(shape)} {groups}", "group_normalize", inputs, {"epsilon": 0.01, "groups": groups},
        lambda x, scale, offset: last(functional.group_norm(first(x), groups, scale, offset, 0.01)))
for shape, axes in [((4, 7), 1), ((2, 3, 5), 1), ((2, 3, 5), 2), ((1, 2, 3, 4), 3)]:
    trailing = shape[-axes:]
    inputs = {"x": random(*shape) + 2, "scale": random(*trailing), "offset": random(*trailing)}
    add(f"layer {list(shape)} {axes}", "layer_normalize", inputs, {"epsilon": 0.01, "axes": axes},
        lambda x, scale, offset: functional.layer_norm(x, trailing, scale, offset, 0.01))
    del inputs["offset"]
    add(f"rms {list(shape)} {axes}", "rms_normalize", inputs, {"epsilon": 0.01, "axes": axes},
        lambda x, scale: x * torch.rsqrt(
            (x ** 2).mean(tuple(range(-axes, 0)), keepdim=True) + 0.01) * scale)
for shape, size in [((2, 3, 7), 5), ((2, 2, 2, 4), 2), ((3, 2, 3), 3), ((2, 3, 5), 1), ((2, 2, 3), 8)]:
    add(f"local response {list(shape)} {size}", "local_response", {"x": random(*shape)},
        {"size": size, "alpha": 0.7, "beta": 0.75, "k": 1.5},
        lambda x: last(functional.local_response_norm(first(x), size, 0.7, 0.75, 1.5)))

for momentum in [0.99, 0.6, 0.0]:
    layer = torch.nn.BatchNorm2d(3, eps=0.001, momentum=1 - momentum)
    scale, offset = random(3), random(3)
    layer.weight.data, layer.bias.data = scale.clone(), offset.clone()
    batches = random(4, 5, 3, 2, 3) * torch.tensor([1.0, 2.0, 0.5]) + torch.tensor([0.0, -3.0, 10.0])
    count = batches[0].numel() / 3
    variance = torch.ones(3)
    for batch in batches:
        layer(first(batch))
        variance = variance * momentum + batch.flatten(0, 2).var(0, unbiased=False) * (1 - momentum)
    expected = (layer.running_var - momentum ** 4) * (count - 1) / count + momentum ** 4
    assert torch.allclose(variance, expected)
    layer.running_var.data = variance
    layer.eval()
    x = batches[0].clone().requires_grad_()
    y = last(layer(first(x)))
    cotangent = random(*y.shape)
    (y * cotangent).sum().backward()
    cases.append({"name": f"moving {momentum}", "operation": "moving_moments",
                  "inputs": group({"batches": batches, "scale": scale, "offset": offset}),
                  "attributes": {"momentum": momentum, "epsilon": 0.001},
                  "outputs": group({"mean": layer.running_mean, "variance": variance, "prediction": y}),
                  "cotangents": group({"prediction": cotangent}), "gradients": group({"x": x.grad})})

folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
folder = folder if folder.is_dir() else folder.parent
lines = ",\n".join(json.dumps(case) for case in cases)
(folder / "normalizations.json").write_text(f"[\n{lines}\n]\n")
print(f"normalizations.json: {len(cases)} cases")
