using Nabla.Tests.Golden;

namespace Nabla.Tests.Layers.Preprocessing;

public sealed class NormalizationTests
{
    [Theory]
    [InlineData("normalization", -1)]
    [InlineData("normalization of all", null)]
    public void Numbers_are_those_of_scikit_learn(string name, int? axis)
    {
        GoldenCase golden = GoldenCase.Named("preprocessing.json", name);
        var layer = new Normalization(axis);
        layer.Adapt(golden.Input("x"));
        Tensor y = layer.Apply(golden.Input("new"), CallContext.Inference);
        GoldenCase.AssertClose(golden.Output("output"), y, 1e-12, name);
    }

    [Fact]
    public void It_survives_a_file_and_changes_nothing_until_it_is_adapted()
    {
        LayerCheck.Run(() => Adapted(new Normalization(), [64, 3]), [4, 3], [4, 3]);
        LayerCheck.Run(() => Adapted(new Normalization(1), [8, 3, 5, 5]), [4, 3, 5, 5], [4, 3, 5, 5]);
        Tensor x = Tensor.RandomNormal([4, 3], 2);
        Assert.Equal(x.ToArray(), new Normalization().Apply(x, CallContext.Inference).ToArray());
    }

    [Fact]
    public void Channels_anywhere_have_numbers_of_their_own()
    {
        Tensor x = (Tensor.RandomNormal([50, 3, 4], 2) * Tensor.From([1f, 10, 100]).Reshape(3, 1)) + 5;
        Tensor y = Adapted(new Normalization(1), x).Apply(x, CallContext.Inference);
        Assert.All(y.Mean(0, 2).ToArray(), mean => Assert.Equal(0, mean, 1e-5));
        Assert.All(y.Variance(0, 2).ToArray(), variance => Assert.Equal(1, variance, 1e-4));
    }

    [Fact]
    public void Great_offsets_keep_their_digits_and_what_is_missing_is_passed_over()
    {
        var layer = new Normalization();
        layer.Adapt(Tensor.From(new[,] { { 1e9, 1 }, { 1e9 + 2, double.NaN }, { 1e9 + 4, 3 } }));
        Tensor y = layer.Apply(Tensor.From(new[,] { { 1e9 + 4, 3 } }), CallContext.Inference);
        Assert.Equal(Math.Sqrt(1.5), y.ToArray<double>()[0], 1e-9);
        Assert.Equal(1, y.ToArray<double>()[1], 1e-9);
    }

    [Fact]
    public void Data_may_come_as_a_set_and_after_the_model_was_used()
    {
        Tensor x = (Tensor.RandomNormal([3000, 2], 3) * 7) + 30;
        Normalization before = Adapted(new Normalization(), x);
        var after = new Normalization();
        var model = new Sequential(after, new Dense(1)) { Seed = 1 };
        model.Predict(x);
        after.Adapt(new TensorDataset(x, Tensor.Zeros(3000)));
        Tensor expected = new Sequential(before, new Dense(1)) { Seed = 1 }.Predict(x);
        Assert.All(
            expected.ToArray().Zip(model.Predict(x).ToArray()),
            pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        var layer = new Normalization();
        Assert.Contains("axes after the batch", Assert.Throws<ShapeMismatchException>(
            () => layer.Apply(Tensor.Zeros(3), CallContext.Inference)).Message);
        Assert.Contains("no numbers to adapt to", Assert.Throws<ArgumentException>(
            () => new Normalization().Adapt(Tensor.Full([3, 2], float.NaN))).Message);
        layer.Adapt(Tensor.Ones(4, 2));
        Assert.Contains("adapted to 2 features but now sees 3", Assert.Throws<ShapeMismatchException>(
            () => layer.Apply(Tensor.Zeros(1, 3), CallContext.Inference)).Message);
        layer.Apply(Tensor.Zeros(1, 2), CallContext.Inference);
        Assert.Contains("built for 2 features but the data has 3", Assert.Throws<ShapeMismatchException>(
            () => layer.Adapt(Tensor.Ones(4, 3))).Message);
    }

    private static Normalization Adapted(Normalization layer, Shape shape) =>
        Adapted(layer, (Tensor.RandomNormal(shape, 5) * 4) + 2);

    private static Normalization Adapted(Normalization layer, Tensor data)
    {
        layer.Adapt(data);
        return layer;
    }
}
