namespace Nabla.Tests.Layers;

public sealed class LayerBuilderTests
{
    [Fact]
    public void ParametersTakeTheTypeOfTheInput()
    {
        var dense = new Dense(2);
        dense.Apply(Tensor.Full([1, 3], 1.0, DType.Float64), CallContext.Inference);
        Assert.All(dense.Parameters, parameter => Assert.Equal(DType.Float64, parameter.DType));
    }

    [Fact]
    public void AnInitializerGivesWhatItWasAskedFor()
    {
        var dense = new Dense(2, kernelInitializer: new Wrong());
        var exception = Assert.Throws<ShapeMismatchException>(
            () => dense.Apply(Tensor.Zeros(1, 3), CallContext.Inference));
        Assert.Contains("Wrong gave float32[1] for 'weight', which is float32[3, 2]", exception.Message);
        Assert.False(dense.IsBuilt);
    }

    private sealed class Wrong : Initializer
    {
        public override Tensor Create(Shape shape, DType dtype, RandomKey key) => Tensor.Zeros(1);
    }
}
