using Nabla.Tests.Golden;

namespace Nabla.Tests.Layers.Preprocessing;

public sealed class MinMaxScalingTests
{
    [Fact]
    public void Numbers_are_those_of_scikit_learn()
    {
        GoldenCase golden = GoldenCase.Named("preprocessing.json", "min max");
        var layer = new MinMaxScaling(golden.Number("low"), golden.Number("high"));
        layer.Adapt(golden.Input("x"));
        Tensor y = layer.Apply(golden.Input("new"), CallContext.Inference);
        GoldenCase.AssertClose(golden.Output("output"), y, 1e-12, "min max");
    }

    [Fact]
    public void It_survives_a_file()
    {
        LayerCheck.Run(
            () =>
            {
                var layer = new MinMaxScaling(-1, 1);
                layer.Adapt(Tensor.RandomNormal([50, 3], 1));
                return layer;
            },
            [4, 3], [4, 3]);
    }

    [Fact]
    public void A_constant_feature_becomes_the_lowest_and_what_is_missing_is_passed_over()
    {
        var layer = new MinMaxScaling(2, 4);
        layer.Adapt(Tensor.From(new[,] { { 5f, 0 }, { 5, float.NaN }, { 5, 10 } }));
        Assert.Equal([2, 3], layer.Apply(Tensor.From(new[,] { { 5f, 5 } }), CallContext.Inference).ToArray());
        Assert.Throws<ArgumentException>(() => layer.Adapt(Tensor.Full([2, 2], float.NaN)));
        Assert.Contains("larger high, such as 1", Assert.Throws<ArgumentOutOfRangeException>(
            () => new MinMaxScaling(0, 0)).Message);
    }
}
