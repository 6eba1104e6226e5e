#!/usr/bin/env python3
"""Writes models.json: what well-known networks of images give in PyTorch, and how many parameters they have.

    make_models.py [FOLDER]        FOLDER: where to write, by default the folder of this script

The modules are torchvision's, written down here in plain PyTorch, with names as Nabla's paths. Every weight is a
function of its path and of its position in the layout that Nabla keeps it in (kernels [size..., in, out], matrices
[in, out]), which tests/Nabla.Models.Tests/HashedWeights.cs computes too: see `uniform`. Networks are in evaluation mode
and compute in float64.
"""

import json
import math
import pathlib
import sys

import numpy
import torch
from torch import nn
from torch.nn import functional

torch.set_default_dtype(torch.float64)
torch.set_num_threads(2)


def uniform(path, count):
    """Numbers from -1 to 1: the finisher of MurmurHash3 of the position plus the sum of the path's letters by place."""
    start = sum((place + 1) * 7919 * letter for place, letter in enumerate(path.encode())) & 0xFFFFFFFF
    with numpy.errstate(over="ignore"):
        h = numpy.arange(count, dtype=numpy.uint32) + numpy.uint32(start)
        h ^= h >> numpy.uint32(16)
        h *= numpy.uint32(0x85EBCA6B)
        h ^= h >> numpy.uint32(13)
        h *= numpy.uint32(0xC2B2AE35)
        h ^= h >> numpy.uint32(16)
    return torch.from_numpy(h.astype(numpy.float64) / 2147483648.0 - 1.0)


def fill(model):
    for name, module in model.named_modules():
        with torch.no_grad():
            if isinstance(module, (nn.Conv2d, nn.Linear, nn.ConvTranspose2d)):
                weight = module.weight
                order = [*range(2, weight.dim()), 1, 0]
                shape = [weight.shape[axis] for axis in order]
                fan = math.prod(shape[:-1])
                values = uniform(f"{name}.weight", weight.numel()) * math.sqrt(6.0 / fan)
                back = [order.index(axis) for axis in range(weight.dim())]
                weight.copy_(values.reshape(shape).permute(back))
                if module.bias is not None:
                    module.bias.copy_(uniform(f"{name}.bias", module.bias.numel()) * 0.1)
            elif isinstance(module, nn.BatchNorm2d):
                count = module.num_features
                module.weight.copy_(1 + uniform(f"{name}.gamma", count) * 0.2)
                module.bias.copy_(uniform(f"{name}.beta", count) * 0.1)
                module.running_mean.copy_(uniform(f"{name}.moving_mean", count) * 0.1)
                module.running_var.copy_(1 + uniform(f"{name}.moving_variance", count) * 0.5)


def named(*layers, **more):
    """A Sequential whose layers have the given names."""
    result = nn.Sequential()
    for number, layer in enumerate(layers):
        result.add_module(str(number), layer)
    for name, layer in more.items():
        result.add_module(name, layer)
    return result


class Basic(nn.Module):
    growth = 1

    def __init__(self, channels, filters, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, filters, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(filters)
        self.conv2 = nn.Conv2d(filters, filters, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(filters)
        self.downsample = shortcut(channels, filters, stride)

    def forward(self, x):
        y = self.bn2(self.conv2(functional.relu(self.bn1(self.conv1(x)))))
        return functional.relu(y + (x if self.downsample is None else self.downsample(x)))


class Bottleneck(nn.Module):
    growth = 4

    def __init__(self, channels, filters, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, filters, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(filters)
        self.conv2 = nn.Conv2d(filters, filters, 3, stride, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(filters)
        self.conv3 = nn.Conv2d(filters, filters * 4, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(filters * 4)
        self.downsample = shortcut(channels, filters * 4, stride)

    def forward(self, x):
        y = functional.relu(self.bn1(self.conv1(x)))
        y = self.bn3(self.conv3(functional.relu(self.bn2(self.conv2(y)))))
        return functional.relu(y + (x if self.downsample is None else self.downsample(x)))


def shortcut(channels, filters, stride):
    if channels == filters and stride == 1:
        return None
    return named(nn.Conv2d(channels, filters, 1, stride, bias=False), nn.BatchNorm2d(filters))


def resnet(block, depths, classes, small=False):
    def stage(number):
        channels, filters = (64 if number == 0 else 64 << (number - 1)) * (block.growth if number else 1), 64 << number
        blocks = [block(channels, filters, 2 if number else 1)]
        blocks += [block(filters * block.growth, filters, 1) for _ in range(depths[number] - 1)]
        return named(*blocks)

    stem = {"conv1": nn.Conv2d(3, 64, 3, 1, 1, bias=False) if small else nn.Conv2d(3, 64, 7, 2, 3, bias=False),
            "bn1": nn.BatchNorm2d(64), "relu": nn.ReLU()}
    if not small:
        stem["maxpool"] = nn.MaxPool2d(3, 2, 1)
    return named(**stem, layer1=stage(0), layer2=stage(1), layer3=stage(2), layer4=stage(3),
                 avgpool=nn.AdaptiveAvgPool2d(1), flatten=nn.Flatten(), fc=nn.Linear(512 * block.growth, classes))


def vgg(depths, normalized=False):
    layers, channels = [], 3
    for stage, depth in enumerate(depths):
        for _ in range(depth):
            filters = min(64 << stage, 512)
            layers += [nn.Conv2d(channels, filters, 3, 1, 1)]
            layers += [nn.BatchNorm2d(filters), nn.ReLU()] if normalized else [nn.ReLU()]
            channels = filters
        layers.append(nn.MaxPool2d(2))
    return named(features=named(*layers), avgpool=nn.AdaptiveAvgPool2d(1), flatten=nn.Flatten())


def step(channels, filters, size, stride, groups=1):
    return named(nn.Conv2d(channels, filters, size, stride, size // 2, groups=groups, bias=False),
                 nn.BatchNorm2d(filters), nn.ReLU6())


class Inverted(nn.Module):
    def __init__(self, channels, filters, stride, expansion):
        super().__init__()
        inside = channels * expansion
        self.adds = stride == 1 and channels == filters
        wide = [] if expansion == 1 else [step(channels, inside, 1, 1)]
        self.conv = named(*wide, step(inside, inside, 3, stride, inside),
                          nn.Conv2d(inside, filters, 1, bias=False), nn.BatchNorm2d(filters))

    def forward(self, x):
        return x + self.conv(x) if self.adds else self.conv(x)


def of_eight(filters):
    nearest = max(8, int(filters + 4) // 8 * 8)
    return nearest + 8 if nearest < 0.9 * filters else nearest


def mobilenet(classes, width=1.0):
    channels = of_eight(32 * width)
    blocks = [step(3, channels, 3, 2)]
    for expansion, filters, count, stride in [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1),
                                              (6, 160, 3, 2), (6, 320, 1, 1)]:
        for number in range(count):
            blocks.append(Inverted(channels, of_eight(filters * width), stride if number == 0 else 1, expansion))
            channels = of_eight(filters * width)
    last = of_eight(1280 * max(1.0, width))
    blocks.append(step(channels, last, 1, 1))
    return named(features=named(*blocks), avgpool=nn.AdaptiveAvgPool2d(1), flatten=nn.Flatten(),
                 classifier=named(nn.Dropout(0.2), nn.Linear(last, classes)))


class Unit(nn.Module):
    def __init__(self, channels, filters, size, stride=1, padding=0):
        super().__init__()
        self.conv = nn.Conv2d(channels, filters, size, stride, padding, bias=False)
        self.bn = nn.BatchNorm2d(filters, eps=0.001)

    def forward(self, x):
        return functional.relu(self.bn(self.conv(x)))


def pooled(x):
    return functional.avg_pool2d(x, 3, 1, 1)


class InceptionA(nn.Module):
    def __init__(self, channels, pool):
        super().__init__()
        self.branch1x1 = Unit(channels, 64, 1)
        self.branch5x5_1, self.branch5x5_2 = Unit(channels, 48, 1), Unit(48, 64, 5, padding=2)
        self.branch3x3dbl_1, self.branch3x3dbl_2 = Unit(channels, 64, 1), Unit(64, 96, 3, padding=1)
        self.branch3x3dbl_3, self.branch_pool = Unit(96, 96, 3, padding=1), Unit(channels, pool, 1)

    def forward(self, x):
        return torch.cat([self.branch1x1(x), self.branch5x5_2(self.branch5x5_1(x)),
                          self.branch3x3dbl_3(self.branch3x3dbl_2(self.branch3x3dbl_1(x))),
                          self.branch_pool(pooled(x))], 1)


class InceptionB(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.branch3x3 = Unit(channels, 384, 3, 2)
        self.branch3x3dbl_1, self.branch3x3dbl_2 = Unit(channels, 64, 1), Unit(64, 96, 3, padding=1)
        self.branch3x3dbl_3 = Unit(96, 96, 3, 2)

    def forward(self, x):
        return torch.cat([self.branch3x3(x), self.branch3x3dbl_3(self.branch3x3dbl_2(self.branch3x3dbl_1(x))),
                          functional.max_pool2d(x, 3, 2)], 1)


class InceptionC(nn.Module):
    def __init__(self, inside):
        super().__init__()
        row, column = {"size": (1, 7), "padding": (0, 3)}, {"size": (7, 1), "padding": (3, 0)}
        self.branch1x1, self.branch_pool = Unit(768, 192, 1), Unit(768, 192, 1)
        self.branch7x7_1, self.branch7x7_2 = Unit(768, inside, 1), Unit(inside, inside, **row)
        self.branch7x7_3, self.branch7x7dbl_1 = Unit(inside, 192, **column), Unit(768, inside, 1)
        self.branch7x7dbl_2, self.branch7x7dbl_3 = Unit(inside, inside, **column), Unit(inside, inside, **row)
        self.branch7x7dbl_4, self.branch7x7dbl_5 = Unit(inside, inside, **column), Unit(inside, 192, **row)

    def forward(self, x):
        twice = self.branch7x7dbl_3(self.branch7x7dbl_2(self.branch7x7dbl_1(x)))
        return torch.cat([self.branch1x1(x), self.branch7x7_3(self.branch7x7_2(self.branch7x7_1(x))),
                          self.branch7x7dbl_5(self.branch7x7dbl_4(twice)), self.branch_pool(pooled(x))], 1)


class InceptionD(nn.Module):
    def __init__(self):
        super().__init__()
        self.branch3x3_1, self.branch3x3_2 = Unit(768, 192, 1), Unit(192, 320, 3, 2)
        self.branch7x7x3_1, self.branch7x7x3_2 = Unit(768, 192, 1), Unit(192, 192, (1, 7), padding=(0, 3))
        self.branch7x7x3_3, self.branch7x7x3_4 = Unit(192, 192, (7, 1), padding=(3, 0)), Unit(192, 192, 3, 2)

    def forward(self, x):
        return torch.cat([self.branch3x3_2(self.branch3x3_1(x)),
                          self.branch7x7x3_4(self.branch7x7x3_3(self.branch7x7x3_2(self.branch7x7x3_1(x)))),
                          functional.max_pool2d(x, 3, 2)], 1)


class InceptionE(nn.Module):
    def __init__(self, channels):
        super().__init__()
        row, column = {"size": (1, 3), "padding": (0, 1)}, {"size": (3, 1), "padding": (1, 0)}
        self.branch1x1, self.branch_pool = Unit(channels, 320, 1), Unit(channels, 192, 1)
        self.branch3x3_1 = Unit(channels, 384, 1)
        self.branch3x3_2a, self.branch3x3_2b = Unit(384, 384, **row), Unit(384, 384, **column)
        self.branch3x3dbl_1, self.branch3x3dbl_2 = Unit(channels, 448, 1), Unit(448, 384, 3, padding=1)
        self.branch3x3dbl_3a, self.branch3x3dbl_3b = Unit(384, 384, **row), Unit(384, 384, **column)

    def forward(self, x):
        once, twice = self.branch3x3_1(x), self.branch3x3dbl_2(self.branch3x3dbl_1(x))
        return torch.cat([self.branch1x1(x), self.branch3x3_2a(once), self.branch3x3_2b(once),
                          self.branch3x3dbl_3a(twice), self.branch3x3dbl_3b(twice), self.branch_pool(pooled(x))], 1)


def inception(classes):
    return named(
        Conv2d_1a_3x3=Unit(3, 32, 3, 2), Conv2d_2a_3x3=Unit(32, 32, 3), Conv2d_2b_3x3=Unit(32, 64, 3, padding=1),
        maxpool1=nn.MaxPool2d(3, 2), Conv2d_3b_1x1=Unit(64, 80, 1), Conv2d_4a_3x3=Unit(80, 192, 3),
        maxpool2=nn.MaxPool2d(3, 2), Mixed_5b=InceptionA(192, 32), Mixed_5c=InceptionA(256, 64),
        Mixed_5d=InceptionA(288, 64), Mixed_6a=InceptionB(288), Mixed_6b=InceptionC(128), Mixed_6c=InceptionC(160),
        Mixed_6d=InceptionC(160), Mixed_6e=InceptionC(192), Mixed_7a=InceptionD(), Mixed_7b=InceptionE(1280),
        Mixed_7c=InceptionE(2048), avgpool=nn.AdaptiveAvgPool2d(1), flatten=nn.Flatten(), fc=nn.Linear(2048, classes))


class Twice(nn.Module):
    def __init__(self, channels, filters, first=None):
        super().__init__()
        self.first = first
        self.conv1, self.bn1 = nn.Conv2d(channels, filters, 3, 1, 1, bias=False), nn.BatchNorm2d(filters)
        self.conv2, self.bn2 = nn.Conv2d(filters, filters, 3, 1, 1, bias=False), nn.BatchNorm2d(filters)

    def forward(self, x):
        x = x if self.first is None else self.first(x)
        return functional.relu(self.bn2(self.conv2(functional.relu(self.bn1(self.conv1(x))))))


class Up(Twice):
    def __init__(self, filters):
        super().__init__(filters * 2, filters)
        self.up = nn.ConvTranspose2d(filters * 2, filters, 2, 2)

    def forward(self, small, skip):
        return super().forward(torch.cat([skip, self.up(small)], 1))


class UNet(nn.Module):
    def __init__(self, channels, classes, filters):
        super().__init__()
        self.inc = Twice(channels, filters)
        for level in range(1, 5):
            self.add_module(f"down{level}", Twice(filters << (level - 1), filters << level, nn.MaxPool2d(2)))
        for level in range(1, 5):
            self.add_module(f"up{level}", Up(filters << (4 - level)))
        self.outc = nn.Conv2d(filters, classes, 1)

    def forward(self, x):
        one = self.inc(x)
        two = self.down1(one)
        three = self.down2(two)
        four = self.down3(three)
        x = self.up1(self.down4(four), four)
        return self.outc(self.up4(self.up3(self.up2(x, three), two), one))


cases = []


def add(name, model, shape):
    model.eval()
    fill(model)
    # A batch of two, [batch, height, width, channels] as Nabla has it.
    images = uniform(f"{name}.images", 2 * math.prod(shape)).reshape(2, *shape)
    with torch.no_grad():
        output = model(images.permute(0, 3, 1, 2))
    output = output if output.dim() == 2 else output.permute(0, 2, 3, 1)
    flat = output.flatten()
    shown = flat[:: max(1, flat.numel() // 20)]
    cases.append({"name": name, "input": [2, *shape], "output": list(output.shape),
                  "parameters": sum(parameter.numel() for parameter in model.parameters()),
                  "step": max(1, flat.numel() // 20), "values": [float(f"{value:.9g}") for value in shown.tolist()]})


add("resnet18", resnet(Basic, [2, 2, 2, 2], 10), [64, 48, 3])
add("resnet18 small", resnet(Basic, [2, 2, 2, 2], 10, small=True), [16, 16, 3])
add("resnet34", resnet(Basic, [3, 4, 6, 3], 10), [64, 64, 3])
add("resnet50", resnet(Bottleneck, [3, 4, 6, 3], 10), [64, 64, 3])
add("vgg11", vgg([1, 1, 2, 2, 2]), [64, 32, 3])
add("vgg16", vgg([2, 2, 3, 3, 3], normalized=True), [32, 32, 3])
add("vgg19", vgg([2, 2, 4, 4, 4]), [32, 32, 3])
add("mobilenetv2", mobilenet(10), [64, 64, 3])
add("mobilenetv2 narrow", mobilenet(10, 0.35), [64, 64, 3])
add("inceptionv3", inception(10), [96, 80, 3])
add("unet", UNet(3, 2, 8), [32, 48, 3])

folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent
(folder / "models.json").write_text("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
