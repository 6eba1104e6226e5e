#!/usr/bin/env python3
"""Writes a network of peer_networks as an ONNX file, so that ONNX Runtime computes with the weights Nabla has.

    peer_export.py resnet50 resnet50.onnx

The input is one image, [1, 3, 224, 224].
"""
import sys

import torch

import peer_networks


def main():
    name, file = sys.argv[1:]
    torch.onnx.export(
        peer_networks.classifier(name), torch.zeros(1, 3, 224, 224), file, opset_version=13,
        input_names=["image"], output_names=["scores"])


if __name__ == "__main__":
    main()
