namespace Nabla.Tests.Layers;

public sealed class LayerTests
{
    [Fact]
    public void FrozenLayersAreNotTrained()
    {
        var model = new Sequential { new Dense(2) { Trainable = false }, new Dense(1) };
        model.Build(3);
        string[] before = [.. model.Parameters.Select(Bits)];
        Assert.Equal(["1.weight", "1.bias"], model.TrainableParameters.Select(parameter => parameter.Name));

        var trainer = new Trainer(model, new MeanSquaredError(), new Sgd(0.1));
        trainer.Step(Tensor.Ones(2, 3), Tensor.Ones(2, 1));
        string[] after = [.. model.Parameters.Select(Bits)];
        Assert.Equal(before[..2], after[..2]);
        Assert.NotEqual(before[2], after[2]);

        // The compiled step is not used any more once trainability changes.
        model[0].Trainable = true;
        trainer.Step(Tensor.Ones(2, 3), Tensor.Ones(2, 1));
        Assert.NotEqual(before[0], Bits(model.Parameters[0]));
    }

    [Fact]
    public void InputsThatAreMissingAreNumbered()
    {
        Tensor x = Tensor.Zeros(2, 3);
        Assert.Contains("input 1 is null", Assert.Throws<ArgumentNullException>(
            () => new Add().Apply([x, null!], CallContext.Inference)).Message);
        Assert.Throws<ArgumentNullException>(() => new Sequential { new Dense(2) }.Predict([null!]));
        Symbol input = Symbol.Input(3);
        Assert.Throws<ArgumentNullException>(() => new Functional(input, (Symbol)null!));
        Assert.Throws<ArgumentNullException>(() => new Functional([null!], [input]));
    }

    [Fact]
    public void StateIsNoParameter()
    {
        var counting = new Counting();
        counting.Apply(Tensor.Zeros(2, 3), CallContext.Inference);

        Assert.Empty(counting.Parameters);
        Assert.Equal(["calls"], counting.VariablePaths().Select(entry => entry.Path));
        Assert.Equal(1f, counting.Calls!.Value.Item<float>());
    }

    [Fact]
    public void PartsOfACompositeHaveNamesAndPaths()
    {
        var model = new Sequential { new Residual(new Dense(3)) };
        model.Build(3);
        Assert.Equal(["0.inner.weight", "0.inner.bias"], model.Parameters.Select(parameter => parameter.Name));
        Assert.Equal("0.inner", model[0].Layers[0].Path);
        Assert.Equal("Dense '0.inner'", model[0].Layers[0].ToString());
    }

    private static string Bits(Variable variable) => string.Join(' ', variable.Value.ToArray());

    private sealed class Counting : Layer
    {
        public Variable? Calls { get; private set; }

        protected override void Build(LayerBuilder builder, Shape inputShape) =>
            Calls = builder.State("calls", [], new Zeros());

        protected override Tensor Call(Tensor x, CallContext context)
        {
            Calls!.Value += 1;
            return x;
        }
    }

    private sealed class Residual : Layer
    {
        private readonly Layer _inner;

        public Residual(Layer inner) => _inner = Adopt(inner, "inner");

        protected override Tensor Call(Tensor x, CallContext context) => x + _inner.Apply(x, context);
    }
}
