namespace Nabla.Tests.Layers;

public sealed class FunctionalTests
{
    [Fact]
    public void BranchesAndJoinsComputeWhatTheirLayersSay()
    {
        var wide = new Dense(3, Activation.Relu);
        Symbol x = Symbol.Input(3);
        var model = new Functional(x, x.Then(wide) + x) { Seed = 5 };
        Tensor input = Tensor.RandomNormal([4, 3], 1);

        float[] predicted = model.Predict(input).ToArray();
        Tensor expected = input.MatMul(Weight(model, "0.weight")).Relu() + input;
        Assert.Equal(expected.ToArray(), predicted);
    }

    [Fact]
    public void ALayerInTwoPlacesHasOneSetOfParameters()
    {
        var shared = new Dense(2, useBias: false);
        Symbol left = Symbol.Input(3), right = Symbol.Input(3);
        var model = new Functional([left, right], [left.Then(shared) - right.Then(shared)]);
        model.Build();
        Assert.Equal(["0.weight"], model.Parameters.Select(parameter => parameter.Name));

        Tensor a = Tensor.RandomNormal([2, 3], 1), b = Tensor.RandomNormal([2, 3], 2);
        Tensor weight = Weight(model, "0.weight");
        Assert.Equal(
            (a.MatMul(weight) - b.MatMul(weight)).ToArray(), model.Apply([a, b], CallContext.Inference)[0].ToArray());
    }

    [Fact]
    public void OneModelMayGiveSeveralResults()
    {
        Symbol x = Symbol.Input(4);
        Symbol trunk = x.Then(new Dense(5, Activation.Tanh));
        var model = new Functional([x], [trunk.Then(new Dense(1)), trunk.Then(new Dense(3))]);
        IReadOnlyList<Tensor> results = model.Apply([Tensor.Ones(2, 4)], CallContext.Inference);
        Assert.Equal([[2, 1], [2, 3]], results.Select(result => result.Shape));
    }

    [Fact]
    public void AFunctionalModelIsALayerOfAnother()
    {
        Symbol x = Symbol.Input(4);
        var block = new Functional(x, x.Then(new Dense(4)) + x) { Name = "block" };
        var model = new Sequential { block, new Dense(2) };
        model.Build(4);
        Assert.Equal(
            ["block.0.weight", "block.0.bias", "1.weight", "1.bias"],
            model.Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void ALayerThatDoesNotFitIsFoundWhereTheModelIsMade()
    {
        Symbol x = Symbol.Input(28, 28);
        ShapeMismatchException error = Assert.Throws<ShapeMismatchException>(
            () => new Functional(x, x.Then(new Dense(3)) + x.Then(new Dense(4))));
        Assert.Contains("joins values of one shape", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckingTheShapesLeavesTheSeedToTheUser()
    {
        static Functional Create(long seed)
        {
            Symbol x = Symbol.Input(3);
            return new Functional(x, x.Then(new Dense(2))) { Seed = seed };
        }

        Functional one = Create(1), other = Create(2), again = Create(1);
        one.Build();
        other.Build();
        again.Build();
        Assert.NotEqual(one.WeightsSha256(), other.WeightsSha256());
        Assert.Equal(one.WeightsSha256(), again.WeightsSha256());
    }

    [Fact]
    public void UnlistedAndIdleInputsAreNamed()
    {
        Symbol listed = Symbol.Input(3), forgotten = Symbol.Input(new TensorSpec(DType.Float32, [3]), "meta");
        Assert.Contains("meta", Assert.Throws<ArgumentException>(
            () => new Functional(listed, listed + forgotten)).Message, StringComparison.Ordinal);
        Assert.Contains("No result depends on", Assert.Throws<ArgumentException>(
            () => new Functional([listed, forgotten], [listed.Then(new Dense(1))])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongInputsAreRefused()
    {
        Symbol x = Symbol.Input(3);
        var model = new Functional(x, x.Then(new Dense(1)));
        Assert.Contains("examples of [3]", Assert.Throws<ShapeMismatchException>(
            () => model.Apply(Tensor.Ones(2, 4), CallContext.Inference)).Message, StringComparison.Ordinal);
        Assert.Contains("takes 1 inputs but got 2", Assert.Throws<ArgumentException>(
            () => model.Apply([Tensor.Ones(2, 3), Tensor.Ones(2, 3)], CallContext.Inference)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AChainOfThousandsOfLayersIsNoProblem()
    {
        Symbol x = Symbol.Input(2), y = x;
        for (int i = 0; i < 3000; i++)
        {
            y = y.Then(Activation.Tanh);
        }

        Assert.Equal(3000, new Functional(x, y).Layers.Count);
    }

    private static Tensor Weight(Model model, string path) =>
        model.VariablePaths().Single(entry => entry.Path == path).Variable.Value;
}
