"""PyTorch's side of the convolutional workloads; peer.py serves them."""

import functools
import pathlib
import re
import subprocess
import sys

import torch
from torch.nn import functional

import peer_networks
import peer_onnx
import peer_training

CONVOLUTION = re.compile(  # e.g. conv3x3-56x56x64-batch1-forward, conv3x3-56x56x64x128-stride2-batch8-input-gradient
    r"conv(?P<kernel>\d+)x(?P=kernel)-(?P<size>\d+)x(?P=size)x(?P<inputs>\d+)(x(?P<outputs>\d+))?"
    r"(-stride(?P<stride>\d+))?-batch(?P<batch>\d+)-(?P<direction>forward|input-gradient|weight-gradient)")


def convolution(name):
    """The workload of a name that says it all, or None: one convolution without bias, padded by half its kernel.

    oneDNN computes it, beneath PyTorch's functions: both gradients are those of autograd, without autograd.
    """
    match = CONVOLUTION.fullmatch(name)
    if match is None:
        return None
    kernel, size, inputs, batch = (int(match[part]) for part in ("kernel", "size", "inputs", "batch"))
    outputs, stride = int(match["outputs"] or inputs), int(match["stride"] or 1)

    def build(*, channels_last, **_):
        padding = kernel // 2
        x = laid_out(torch.rand(batch, inputs, size, size), channels_last)
        w = laid_out(torch.rand(outputs, inputs, kernel, kernel) - 0.5, channels_last)
        if match["direction"] == "forward":
            return lambda: functional.conv2d(x, w, None, stride, padding)
        dy = torch.rand_like(functional.conv2d(x, w, None, stride, padding))
        mask = [match["direction"] == "input-gradient", match["direction"] == "weight-gradient", False]
        backward = torch.ops.aten.convolution_backward
        return lambda: backward(dy, x, w, None, [stride] * 2, [padding] * 2, [1, 1], False, [0, 0], 1, mask)

    return build


def train_step(network, optimizer, batch, shape, classes, *, foreach, channels_last, **_):
    """A training step of a convolutional network, on batches of noise that lie in memory."""
    model = laid_out(network(), channels_last).train()
    batches = [(laid_out(torch.rand(batch, *shape), channels_last), torch.randint(classes, (batch,)))
               for _ in range(peer_training.BATCHES)]
    return peer_training.step(model, optimizer(model.parameters(), foreach=foreach), batches)


def infer(network, *, channels_last, **_):
    """One image of 224 x 224 through a network whose weights are what they stay."""
    model = laid_out(peer_networks.classifier(network), channels_last)
    image = laid_out(torch.rand(1, 3, 224, 224), channels_last)

    def step():
        with torch.inference_mode():
            model(image)

    return step


def peak_memory(workload, *, threads, foreach, channels_last, **_):
    """What steps of a workload add to the memory of a process that has loaded PyTorch and nothing else."""
    options = ["--threads", str(threads), *["--foreach"] * foreach, *["--channels-last"] * channels_last]
    script = pathlib.Path(__file__).with_name("peer.py")

    def step():
        child = subprocess.run([sys.executable, str(script), workload, "--memory", *options],
                               check=True, capture_output=True, text=True)
        return {"bytes": int(child.stdout)}

    step.whole = True
    return step


def laid_out(tensor_or_model, channels_last):
    return tensor_or_model.to(memory_format=torch.channels_last) if channels_last else tensor_or_model


CNN = dict(network=lambda: peer_networks.small_cnn(10), shape=(1, 28, 28), classes=10)
RESNET_18 = dict(network=lambda: peer_networks.resnet(18, 10, cifar=True), shape=(3, 32, 32), classes=10)

WORKLOADS = {  # rates are low for the reason that peer_training tells
    "cnn-adam-batch64": functools.partial(
        train_step, **CNN, optimizer=functools.partial(torch.optim.Adam, lr=1e-6), batch=64),
    "resnet18-cifar-sgd-batch16": functools.partial(
        train_step, **RESNET_18, optimizer=functools.partial(torch.optim.SGD, lr=1e-6, momentum=0.9), batch=16),
    "memory-resnet18-cifar-sgd-batch16": functools.partial(peak_memory, "resnet18-cifar-sgd-batch16"),
    **{f"infer-{name}": functools.partial(infer, name) for name in peer_networks.CLASSIFIERS},
    **{f"onnx-{name}": functools.partial(peer_onnx.export, name) for name in peer_networks.CLASSIFIERS},
}
