namespace Nabla.Tests.Layers;

/// <summary>
/// Proves a layer that joins values in one line: what three come to, that gradients reach all of them, and that it
/// survives a file.
/// </summary>
internal static class MergeCheck
{
    public static readonly Tensor A = Tensor.From([1f, 2, 3, 4], [2, 2]);
    public static readonly Tensor B = Tensor.From([5f, 1, 3, -2], [2, 2]);
    public static readonly Tensor C = Tensor.From([0f, 3, 2, 1], [2, 2]);

    public static void Run(Func<MergeLayer> create, params float[] expected)
    {
        float[] joined = create().Apply([A, B, C], CallContext.Inference)[0].ToArray();
        Assert.All(expected.Zip(joined), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));

        Symbol x = Symbol.Input(2);
        var model = new Functional(
            x, create().On(x.Then(new Dense(2)), x.Then(new Dense(2)), x.Then(new Dense(2))))
        { Seed = 3 };
        model.Build();
        Model clone = model.Clone();
        Assert.Equal(model.Predict(A).ToArray(), clone.Predict(A).ToArray());
        new Trainer(clone, new MeanSquaredError(), new Sgd(0.1)).Step(A, clone.Predict(A) + 1);
        Assert.NotEqual(model.WeightsSha256(), clone.WeightsSha256());
    }
}
