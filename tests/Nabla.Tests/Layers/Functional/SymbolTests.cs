namespace Nabla.Tests.Layers;

public sealed class SymbolTests
{
    [Fact]
    public void OperatorsAreLayers()
    {
        Symbol x = Symbol.Input(2);
        Tensor input = Tensor.From([1f, 2], 1, 2);
        Assert.Equal([2f, 4], new Functional(x, x + x).Predict(input).ToArray());
        Assert.Equal([0f, 0], new Functional(x, x - x).Predict(input).ToArray());
        Assert.Equal([1f, 4], new Functional(x, x * x).Predict(input).ToArray());
    }

    [Fact]
    public void TheySayWhatTheyAre()
    {
        Symbol x = Symbol.Input(new TensorSpec(DType.Int32, [4]), "words");
        Assert.Equal("input words int32[4]", x.ToString());
        Assert.Equal("the result of Flatten", x.Then(new Flatten()).ToString());
        Assert.IsType<Flatten>(x.Then(new Flatten()).Layer);
    }
}
