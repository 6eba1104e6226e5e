namespace Nabla.Tests.Layers;

public sealed class SequentialTests
{
    [Fact]
    public void IsALayer() =>
        LayerCheck.Run(() => new Sequential { new Dense(4), Activation.Tanh, new Dense(3) }, [4, 5], [4, 3]);

    [Fact]
    public void ParametersAreNamedByTheirPlace()
    {
        var model = new Sequential
        {
            new Flatten(),
            new Sequential { new Dense(2), new Dense(2) { Name = "last" } },
            new Dense(1) { Name = "head" },
        };
        model.Build(2, 2);

        string[] expected = ["1.0.weight", "1.0.bias", "1.last.weight", "1.last.bias", "head.weight", "head.bias"];
        Assert.Equal(expected, model.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(expected, model.VariablePaths().Select(entry => entry.Path));
        Assert.Equal((4 * 2) + 2 + (2 * 2) + 2 + 2 + 1, model.ParameterCount);
    }

    [Fact]
    public void ALayerHasOnePlace()
    {
        var dense = new Dense(2);
        var model = new Sequential { dense };

        Assert.Contains("already part of a model", Assert.Throws<ArgumentException>(() => model.Add(dense)).Message);
        Assert.Throws<ArgumentException>(() => model.Add(model));
        Assert.Throws<ArgumentException>(
            () => new Sequential { new Sequential { new Dense(1) { Name = "a" }, new Dense(1) { Name = "a" } } });
        Assert.Throws<ArgumentException>(() => model.Add(new Dense(1) { Name = "a.b" }));
        Assert.Single(model);
    }

    [Fact]
    public void IsSettledOnceItIsBuilt()
    {
        var model = new Sequential { new Dense(2) };
        model.Build(3);
        Assert.Contains(
            "new Sequential", Assert.Throws<InvalidOperationException>(() => model.Add(new Dense(1))).Message);
    }

    [Fact]
    public void ErrorsSayWhere()
    {
        var model = new Sequential { new Sequential { new Flatten(), new Dense(3) }, new Dense(2) };
        model.Build(4);
        var exception = Assert.Throws<ShapeMismatchException>(() => model.Predict(Tensor.Zeros(1, 5)));
        Assert.StartsWith("Dense '0.1' expects 4 features", exception.Message);
    }

    [Fact]
    public void AWrongFirstInputLeavesNoTrace()
    {
        var model = new Sequential { new Dense(3), new Refusing() };
        Assert.Throws<ShapeMismatchException>(() => model.Predict(Tensor.Zeros(1, 5)));
        Assert.False(model.IsBuilt);
        Assert.Empty(model.Parameters);
    }

    private sealed class Refusing : Layer
    {
        protected override Tensor Call(Tensor x, CallContext context) =>
            throw new ShapeMismatchException("No.", x.Shape);
    }
}
