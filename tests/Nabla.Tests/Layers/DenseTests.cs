namespace Nabla.Tests.Layers;

public sealed class DenseTests
{
    [Fact]
    public void IsALayer()
    {
        LayerCheck.Run(() => new Dense(3), [4, 5], [4, 3]);
        LayerCheck.Run(() => new Dense(3, Activation.Tanh, useBias: false), [4, 2, 5], [4, 2, 3]);
        LayerCheck.Run(
            () => new Dense(3, kernelInitializer: new HeNormal(), biasInitializer: new Constant(0.5)), [4, 5], [4, 3]);
    }

    [Fact]
    public void ComputesItsFormula()
    {
        var model = new Sequential(new Dense(2, Activation.Relu));
        model.Build(3);
        model.Parameters[0].Value = Tensor.From([1f, 2, 3, 4, 5, 6], 3, 2);
        model.Parameters[1].Value = Tensor.From([-10f, 1]);

        Assert.Equal([0f, 13, 4, 19], model.Predict(Tensor.From([1f, 1, 1, 1, 1, 2], 2, 3)).ToArray());
    }

    [Fact]
    public void ImagesAreToldToBeFlattened()
    {
        var dense = new Dense(10) { Name = "dense_1" };
        dense.Apply(Tensor.Zeros(1, 784), CallContext.Inference);

        var exception = Assert.Throws<ShapeMismatchException>(
            () => dense.Apply(Tensor.Zeros(32, 28, 28), CallContext.Inference));

        Assert.Equal(
            "Dense 'dense_1' expects 784 features on the last axis but got [32, 28, 28]; put a Flatten before it.",
            exception.Message);
        Assert.Equal([32, 28, 28], exception.Shapes[0]);
    }

    [Fact]
    public void PixelsAreToldToBeCast()
    {
        var exception = Assert.Throws<DTypeMismatchException>(
            () => new Dense(1).Apply(Tensor.From(new byte[4], 1, 4), CallContext.Inference));
        Assert.Contains("Cast(DType.Float32) / 255", exception.Message);
    }

    [Fact]
    public void AVectorIsNoBatch()
    {
        var exception = Assert.Throws<ShapeMismatchException>(
            () => new Dense(1).Apply(Tensor.Zeros(4), CallContext.Inference));
        Assert.Contains("[batch, …, features]", exception.Message);
    }

    [Fact]
    public void HasOneUnitAtLeast() => Assert.Throws<ArgumentOutOfRangeException>(() => new Dense(0));
}
