using Nabla.Models;
using Nabla.Tests.Data.Formats;

namespace Nabla.Tests.Models;

public sealed class ResNetTests
{
    private static readonly Shape s_photo = [224, 224, 3];

    [Fact]
    public void HasAsManyParametersAsPublished()
    {
        Assert.Equal(11_689_512, ModelCheck.Parameters(ResNet.Of18(s_photo)));
        Assert.Equal(21_797_672, ModelCheck.Parameters(ResNet.Of34(s_photo)));
        Assert.Equal(25_557_032, ModelCheck.Parameters(ResNet.Of50(s_photo)));
        Assert.Equal(11_173_962, ModelCheck.Parameters(ResNet.Of18([32, 32, 3], classes: 10, smallImages: true)));
    }

    [Fact]
    public void GivesWhatPyTorchGives()
    {
        ModelCheck.Golden("resnet18", shape => ResNet.Of18(shape, 10));
        ModelCheck.Golden("resnet18 small", shape => ResNet.Of18(shape, 10, smallImages: true));
        ModelCheck.Golden("resnet34", shape => ResNet.Of34(shape, 10));
        ModelCheck.Golden("resnet50", shape => ResNet.Of50(shape, 10));
    }

    [Fact]
    public void ParametersHaveTorchvisionsPaths()
    {
        string[] paths = [.. Built(ResNet.Of18(s_photo)).VariablePaths().Select(entry => entry.Path)];
        Assert.Equal("conv1.weight", paths[0]);
        Assert.Contains("layer1.0.conv1.weight", paths);
        Assert.Contains("layer2.0.downsample.0.weight", paths);
        Assert.Contains("layer2.0.downsample.1.moving_mean", paths);
        Assert.Contains("layer4.1.bn2.gamma", paths);
        Assert.DoesNotContain("layer1.0.downsample.0.weight", paths);
        Assert.Equal(["fc.weight", "fc.bias"], paths[^2..]);
    }

    [Fact]
    public void WithoutItsTopItGivesFeatures()
    {
        Symbol image = Symbol.Input(64, 64, 3);
        Assert.Equal<Shape>([2, 2, 512], image.Then(ResNet.Of18([64, 64, 3], includeTop: false)).Shape);
        Assert.Equal<Shape>(
            [2048], image.Then(ResNet.Of50([64, 64, 3], includeTop: false, pooling: FeaturePooling.Max)).Shape);
        Assert.Equal<Shape>(
            [512], image.Then(ResNet.Of34([64, 64, 3], includeTop: false, pooling: FeaturePooling.Average)).Shape);
    }

    [Fact]
    public void WhatItCannotTakeIsNamed()
    {
        Assert.Contains(
            "includeTop: false",
            Assert.Throws<ArgumentException>(() => ResNet.Of18(s_photo, pooling: FeaturePooling.Max)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "ResNet-18 takes images of 32 by 32 pixels at least but got [28, 28, 1]",
            Assert.Throws<ShapeMismatchException>(() => ResNet.Of18([28, 28, 1])).Message, StringComparison.Ordinal);
        Assert.Contains(
            "[height, width, channels]",
            Assert.Throws<ShapeMismatchException>(() => ResNet.Of50([224, 224])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SurvivesAFile()
    {
        Functional model = Built(ResNet.Of18([16, 16, 1], 3, smallImages: true, seed: 5));
        Tensor x = Tensor.RandomNormal([2, 16, 16, 1], 1);
        using var folder = new TemporaryFolder();
        model.Save(folder["resnet.nabla"]);
        Model loaded = Model.Load(folder["resnet.nabla"]);
        Assert.Equal(model.Predict(x).ToArray(), loaded.Predict(x).ToArray());
        Assert.Equal(
            model.VariablePaths().Select(entry => entry.Path), loaded.VariablePaths().Select(entry => entry.Path));
    }

    private static Functional Built(Functional model)
    {
        model.Build();
        return model;
    }
}
