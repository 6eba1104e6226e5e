namespace Nabla.Tests.Layers.Convolution;

public sealed class ConvolutionLayerTests
{
    [Theory]
    [InlineData(1, "[batch, steps, channels]", "Reshape([100, 1])")]
    [InlineData(2, "[batch, height, width, channels]", "Reshape([28, 28, 1])")]
    [InlineData(3, "[batch, depth, height, width, channels]", "Reshape([16, 28, 28, 1])")]
    public void AnAxisThatIsMissingIsNamed(int rank, string expected, string advice)
    {
        Layer layer = rank switch { 1 => new Conv1D(2, 1), 2 => new Conv2D(2, 1), _ => new Conv3D(2, 1) };
        Shape shape = Shape.Create([.. Enumerable.Repeat(4L, rank + 1)]);

        string message = Assert.Throws<ShapeMismatchException>(
            () => layer.Apply(Tensor.Zeros(shape), CallContext.Inference)).Message;

        Assert.StartsWith($"Conv{rank}D expects {expected} but got {shape}", message, StringComparison.Ordinal);
        Assert.Contains(advice, message, StringComparison.Ordinal);
        Assert.Contains("ExpandAxis(-1)", message, StringComparison.Ordinal);
        Assert.False(layer.IsBuilt);
    }

    [Fact]
    public void TheLayerIsFoundByItsPath()
    {
        var model = new Sequential(new Conv2D(2, 3), new Conv2D(2, 5) { Name = "late" });
        string window = Assert.Throws<ShapeMismatchException>(() => model.Predict(Tensor.Zeros(1, 6, 6, 1))).Message;
        Assert.Contains("Conv in layer 'late' cannot slide a window of 5", window, StringComparison.Ordinal);
        Assert.Contains("Padding.Same", window, StringComparison.Ordinal);

        var flat = new Sequential(new Flatten(), new Conv2D(2, 3));
        Assert.Contains(
            "Conv2D '1' expects [batch, height, width, channels] but got [1, 36]; give it images",
            Assert.Throws<ShapeMismatchException>(() => flat.Predict(Tensor.Zeros(1, 6, 6, 1))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ChannelsAreThoseItWasBuiltFor()
    {
        var layer = new Conv2D(2, 1);
        layer.Apply(Tensor.Zeros(1, 4, 4, 3), CallContext.Inference);
        layer.Apply(Tensor.Zeros(2, 5, 3, 3), CallContext.Inference);
        Assert.Contains(
            "3 channels on the last axis but got [1, 3, 4, 4]",
            Assert.Throws<ShapeMismatchException>(
                () => layer.Apply(Tensor.Zeros(1, 3, 4, 4), CallContext.Inference)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void PixelsAreToldToBeCast() => Assert.Contains(
        "Rescaling(1 / 255.0)",
        Assert.Throws<DTypeMismatchException>(
            () => new Conv2D(1, 1).Apply(Tensor.From(new byte[4], 1, 2, 2, 1), CallContext.Inference)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void NumbersAreForEachAxis()
    {
        Assert.Contains(
            "kernelSize", Assert.Throws<ArgumentException>(() => new Conv2D(1, [3, 3, 3])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "got none", Assert.Throws<ArgumentException>(() => new Conv2D(1, [])).Message, StringComparison.Ordinal);
        Assert.Equal(
            "strides", Assert.Throws<ArgumentOutOfRangeException>(() => new Conv2D(1, 3, [1, 0])).ParamName);
        Assert.Equal(
            "dilations", Assert.Throws<ArgumentOutOfRangeException>(() => new Conv2D(1, 3, dilations: -1)).ParamName);
        Assert.Contains(
            "one width of padding for all axes or one for each of 2",
            Assert.Throws<ArgumentException>(() => new Conv2D(1, 3, padding: Padding.Of(1, 2, 3))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void WhatWasGivenCanBeRead()
    {
        var layer = new Conv2D(
            8, [3, 5], 2, Padding.Same, activation: Activation.Relu, biasInitializer: new Ones(),
            biasRegularizer: new L1(0.1), activityRegularizer: new L2(0.2), biasConstraint: new NonNegative());

        Assert.Equal([3L, 5], layer.KernelSize);
        Assert.Equal([2L], layer.Strides);
        Assert.Equal([], layer.Dilations);
        Assert.Equal(Padding.Same, layer.Padding);
        Assert.Equal(Activation.Relu, layer.Activation);
        Assert.IsType<Ones>(layer.BiasInitializer);
        Assert.IsType<L1>(layer.BiasRegularizer);
        Assert.IsType<L2>(layer.ActivityRegularizer);
        Assert.IsType<NonNegative>(layer.BiasConstraint);
        Assert.Equal(Padding.Valid, new Conv2D(1, 1).Padding);
    }

    [Fact]
    public void ActivityIsPenalizedForEachExample()
    {
        var layer = new Conv1D(1, 1, kernelInitializer: new Ones(), activityRegularizer: new L1(0.5));
        var losses = new List<Tensor>();
        layer.Apply(Tensor.Ones(2, 3, 1), CallContext.Training(Tensor.Scalar(0, DType.Int64)).Collecting(losses));
        Assert.Equal(1.5f, Assert.Single(losses).Item<float>());
    }
}
