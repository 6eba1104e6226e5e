namespace Nabla.Tests.Layers.Preprocessing;

public sealed class PreprocessingLayerTests
{
    [Fact]
    public void Training_changes_nothing_of_what_was_found()
    {
        Tensor x = (Tensor.RandomNormal([64, 3], 2) * 5) + 1;
        var layer = new Normalization();
        layer.Adapt(x);
        var model = new Sequential(layer, new Dense(1)) { Seed = 2 };
        var trainer = new Trainer(model, new MeanSquaredError(), new Sgd(0.1));
        trainer.Step(x, Tensor.Zeros(64, 1));
        Assert.Empty(layer.Parameters);
        float[] before = [.. layer.VariablePaths().SelectMany(entry => entry.Variable.Value.ToArray())];
        trainer.Step(x, Tensor.Zeros(64, 1));
        Assert.Equal(before, layer.VariablePaths().SelectMany(entry => entry.Variable.Value.ToArray()));
        Assert.Equal(6, before.Length);
    }

    [Fact]
    public void Adapting_again_forgets()
    {
        var layer = new MinMaxScaling();
        layer.Adapt(Tensor.From(new[,] { { -100f }, { 100 } }));
        layer.Adapt(Tensor.From(new[,] { { 0f }, { 2 } }));
        Assert.Equal(0.5f, layer.Apply(Tensor.From(new[,] { { 1f } }), CallContext.Inference).Item<float>());
        layer.Adapt(Tensor.From(new[,] { { 0f }, { 4 } }));
        Assert.Equal(0.25f, layer.Apply(Tensor.From(new[,] { { 1f } }), CallContext.Inference).Item<float>());
    }
}
