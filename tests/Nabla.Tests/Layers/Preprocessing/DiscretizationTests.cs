using Nabla.Tests.Data.Formats;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Layers.Preprocessing;

public sealed class DiscretizationTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(10)]
    public void Bins_are_those_of_NumPy(int bins)
    {
        GoldenCase golden = GoldenCase.Named("preprocessing.json", $"discretization {bins}");
        var layer = new Discretization(bins);
        layer.Adapt(golden.Input("x"));
        Tensor y = layer.Apply(golden.Input("new"), CallContext.Inference);
        Assert.Equal(DType.Int32, y.DType);
        Assert.Equal(golden.Output("output"), y.Cast(DType.Float64).ToArray<double>());
    }

    [Fact]
    public void Given_borders_belong_to_the_bin_above()
    {
        var layer = new Discretization(boundaries: [0, 1, 2]);
        Tensor x = Tensor.From([-1.5f, 0, 0.5f, 1, 3, float.NaN, float.PositiveInfinity]);
        Assert.Equal([0, 1, 1, 2, 3, 0, 3], layer.Apply(x, CallContext.Inference).ToArray<int>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_survives_a_file(bool isFound)
    {
        Tensor x = Tensor.RandomNormal([50, 3], 1);
        var layer = isFound ? new Discretization(4) : new Discretization(boundaries: [-0.1, 0.7]);
        if (isFound)
        {
            layer.Adapt(x);
        }

        var model = new Sequential(layer, new CategoryEncoding(4, CategoryMode.OneHot), new Flatten(), new Dense(2));
        Tensor y = model.Predict(x);
        using var folder = new TemporaryFolder();
        model.Save(folder["a.nabla"]);
        Assert.Equal(y.ToArray(), Model.Load(folder["a.nabla"]).Predict(x).ToArray());
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        Assert.Contains(
            "either a number of bins", Assert.Throws<ArgumentException>(() => new Discretization()).Message);
        Assert.Throws<ArgumentException>(() => new Discretization(2, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Discretization(1));
        Assert.Contains("Borders rise, but got 2, 1", Assert.Throws<ArgumentException>(
            () => new Discretization(boundaries: [2, 1])).Message);
        Assert.Contains("nothing to find", Assert.Throws<InvalidOperationException>(
            () => new Discretization(boundaries: [1]).Adapt(Tensor.Zeros(2, 2))).Message);
    }
}
