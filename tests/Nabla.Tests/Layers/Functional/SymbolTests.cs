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

    [Fact]
    public void ShapesAreKnownBeforeThereIsAModel()
    {
        Symbol image = Symbol.Input(28, 28, 1);
        var layer = new Conv2D(8, 3, 2) { Name = "first" };
        Symbol small = image.Then(layer);

        Assert.Equal<Shape>([28, 28, 1], image.Shape);
        Assert.Equal<Shape>([13, 13, 8], small.Shape);
        Assert.Equal<Shape>([6, 6, 8], small.Then(new Conv2D(8, 3, 2)).Shape);
        Assert.Equal<Shape>([1352], small.Then(new Flatten()).Shape);
        Assert.False(layer.IsBuilt);
        Assert.Contains(
            "Conv in layer 'first'",
            Assert.Throws<ShapeMismatchException>(() => Symbol.Input(2, 2, 1).Then(layer).Shape).Message);
    }

    [Fact]
    public void LayersThatAreTrainedStaySo()
    {
        var trained = new Dense(3);
        trained.Apply(Tensor.Ones(1, 2), CallContext.Inference);
        Variable weight = trained.Parameters[0];

        Assert.Equal<Shape>([3], Symbol.Input(2).Then(trained).Shape);
        Assert.Same(weight, trained.Parameters[0]);
    }
}
