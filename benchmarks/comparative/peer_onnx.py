"""ONNX files of the networks for inference, with the weights of a file that Nabla has saved."""

import json
import pathlib

import torch

import peer_networks

BATCH_NORMALIZATION = {
    "gamma": "weight", "beta": "bias", "moving_mean": "running_mean", "moving_variance": "running_var"}


def export(network, *, input, output, **_):
    """Writes the network as an ONNX file for one image of 224 x 224, with the weights of the input if there is one."""

    def step():
        model = peer_networks.classifier(network)
        if input is not None:
            load(model, input)
        torch.onnx.export(model, torch.zeros(1, 3, 224, 224), output, opset_version=13,
                          input_names=["image"], output_names=["scores"])

    step.whole = True
    return step


def load(model, file):
    """Gives a model the weights of a .nabla file: paths are the same, layouts and some names are not."""
    state = {}
    for path, value in read_safetensors(file):
        layer, _, name = path.rpartition(".")
        name = BATCH_NORMALIZATION.get(name, name)
        if name == "weight" and value.dim() > 1:
            value = kernel(value, model.get_submodule(layer))
        state[f"{layer}.{name}"] = value
    missing, unexpected = model.load_state_dict(state, strict=False)
    missing = [name for name in missing if not name.endswith("num_batches_tracked")]
    if missing or unexpected:
        raise ValueError(f"{file} lacks {missing} and has {unexpected} besides")


def kernel(value, layer):
    """[size..., inputs, outputs] as [outputs, inputs, size...]."""
    value = value.permute(-1, -2, *range(value.dim() - 2))
    channels = 512  # of the features that VGG's classifier begins with: rows, columns, channels as channels first
    if isinstance(layer, torch.nn.Linear) and value.shape[1] == 7 * 7 * channels:
        value = value.reshape(-1, 7, 7, channels).permute(0, 3, 1, 2).reshape(value.shape)
    return value


def read_safetensors(file):
    content = memoryview(bytearray(pathlib.Path(file).read_bytes()))
    start = 8 + int.from_bytes(content[:8], "little")
    for name, entry in json.loads(bytes(content[8:start])).items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            yield name, torch.frombuffer(content[start + begin:start + end], dtype=torch.float32).view(entry["shape"])
