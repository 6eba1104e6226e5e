"""The networks of the comparison in PyTorch, their parameters named as torchvision names them."""

import collections

import torch
from torch import nn

RESNET_BLOCKS = {18: (2, 2, 2, 2), 50: (3, 4, 6, 3)}
MOBILE_STAGES = [  # expansion, channels, blocks, stride of the first
    (1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)]
VGG16_STAGES = [(2, 64), (2, 128), (3, 256), (3, 512), (3, 512)]  # convolutions, channels


class Residual(nn.Module):
    """Two 3x3 convolutions, or 1x1, 3x3 and 1x1 where the block is a bottleneck, beside a shortcut.

    A bottleneck strides in its 3x3 convolution.
    """

    def __init__(self, inputs, width, stride, bottleneck):
        super().__init__()
        outputs = 4 * width if bottleneck else width
        shapes = ([(inputs, width, 1, 1), (width, width, 3, stride), (width, outputs, 1, 1)] if bottleneck
                  else [(inputs, width, 3, stride), (width, width, 3, 1)])
        for i, (source, target, kernel, step) in enumerate(shapes, start=1):
            setattr(self, f"conv{i}", nn.Conv2d(source, target, kernel, step, kernel // 2, bias=False))
            setattr(self, f"bn{i}", nn.BatchNorm2d(target))
        self.depth = len(shapes)
        self.downsample = None
        if stride != 1 or inputs != outputs:
            self.downsample = nn.Sequential(
                nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        y = x
        for i in range(1, self.depth + 1):
            y = getattr(self, f"bn{i}")(getattr(self, f"conv{i}")(y))
            if i < self.depth:
                y = y.relu_()
        return y.add_(x if self.downsample is None else self.downsample(x)).relu_()


def resnet(depth, classes, cifar=False):
    """ResNet-18 or ResNet-50; for CIFAR with a 3x3 stem of stride 1 and no pooling behind it."""
    bottleneck = depth == 50
    stem = ([("conv1", nn.Conv2d(3, 64, 3, 1, 1, bias=False)), ("bn1", nn.BatchNorm2d(64)), ("relu", nn.ReLU(True))]
            if cifar else
            [("conv1", nn.Conv2d(3, 64, 7, 2, 3, bias=False)), ("bn1", nn.BatchNorm2d(64)), ("relu", nn.ReLU(True)),
             ("maxpool", nn.MaxPool2d(3, 2, 1))])
    stages, inputs = [], 64
    for i, blocks in enumerate(RESNET_BLOCKS[depth]):
        stage, width = [], 64 << i
        for block in range(blocks):
            stage.append(Residual(inputs, width, 2 if i > 0 and block == 0 else 1, bottleneck))
            inputs = 4 * width if bottleneck else width
        stages.append((f"layer{i + 1}", nn.Sequential(*stage)))
    head = [("avgpool", nn.AdaptiveAvgPool2d(1)), ("flatten", nn.Flatten()), ("fc", nn.Linear(inputs, classes))]
    return nn.Sequential(collections.OrderedDict(stem + stages + head))


def convolution_norm(inputs, outputs, kernel, stride=1, groups=1):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False),
        nn.BatchNorm2d(outputs), nn.ReLU6(True))


class InvertedResidual(nn.Module):
    """Widen by 1x1, filter each channel by 3x3, narrow by 1x1."""

    def __init__(self, inputs, outputs, stride, expansion):
        super().__init__()
        width = inputs * expansion
        self.adds = stride == 1 and inputs == outputs
        self.conv = nn.Sequential(
            *([convolution_norm(inputs, width, 1)] if expansion != 1 else []),
            convolution_norm(width, width, 3, stride, groups=width),
            nn.Conv2d(width, outputs, 1, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        return x + self.conv(x) if self.adds else self.conv(x)


def mobilenet_v2(classes):
    features, inputs = [convolution_norm(3, 32, 3, 2)], 32
    for expansion, channels, blocks, stride in MOBILE_STAGES:
        for block in range(blocks):
            features.append(InvertedResidual(inputs, channels, stride if block == 0 else 1, expansion))
            inputs = channels
    features.append(convolution_norm(inputs, 1280, 1))
    return nn.Sequential(collections.OrderedDict(
        features=nn.Sequential(*features), pool=nn.AdaptiveAvgPool2d(1), flatten=nn.Flatten(),
        classifier=nn.Sequential(nn.Dropout(0.2), nn.Linear(1280, classes))))


def vgg16(classes):
    features, inputs = [], 3
    for convolutions, channels in VGG16_STAGES:
        for _ in range(convolutions):
            features += [nn.Conv2d(inputs, channels, 3, padding=1), nn.ReLU(True)]
            inputs = channels
        features.append(nn.MaxPool2d(2))
    classifier = [nn.Linear(512 * 7 * 7, 4096), nn.ReLU(True), nn.Dropout(),
                  nn.Linear(4096, 4096), nn.ReLU(True), nn.Dropout(), nn.Linear(4096, classes)]
    return nn.Sequential(collections.OrderedDict(
        features=nn.Sequential(*features), flatten=nn.Flatten(), classifier=nn.Sequential(*classifier)))


def small_cnn(classes):
    """For digits: two convolutions without padding, each halved by its maximum, and two dense layers."""
    return nn.Sequential(
        nn.Conv2d(1, 32, 3), nn.ReLU(True), nn.MaxPool2d(2), nn.Conv2d(32, 64, 3), nn.ReLU(True), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(64 * 5 * 5, 128), nn.ReLU(True), nn.Linear(128, classes))


def with_lively_statistics(model):
    """Weights at which signals neither fade nor grow, and running statistics that do something."""
    for module in model.modules():
        if isinstance(module, (nn.Conv2d, nn.Linear)):
            nn.init.kaiming_normal_(module.weight)
            if module.bias is not None:
                nn.init.uniform_(module.bias, -0.1, 0.1)
        elif isinstance(module, nn.BatchNorm2d):
            nn.init.uniform_(module.weight, 0.5, 1)
            nn.init.uniform_(module.bias, -0.1, 0.1)
            nn.init.uniform_(module.running_mean, -0.1, 0.1)
            nn.init.uniform_(module.running_var, 0.5, 1.5)
    return model


CLASSIFIERS = {  # of images of 224 x 224
    "resnet50": lambda: resnet(50, 1000),
    "mobilenetv2": lambda: mobilenet_v2(1000),
    "vgg16": lambda: vgg16(1000),
}


def classifier(name):
    """A network for inference on images of 224 x 224, the same numbers each time."""
    torch.manual_seed(0)
    return with_lively_statistics(CLASSIFIERS[name]()).eval()
