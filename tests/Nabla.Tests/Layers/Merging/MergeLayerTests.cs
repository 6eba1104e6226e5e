namespace Nabla.Tests.Layers;

public sealed class MergeLayerTests
{
    private static readonly Tensor s_a = Tensor.From([1f, 2, 3, 4], [2, 2]);
    private static readonly Tensor s_b = Tensor.From([5f, 1, 3, -2], [2, 2]);
    private static readonly Tensor s_c = Tensor.From([0f, 3, 2, 1], [2, 2]);

    public static TheoryData<MergeLayer, float[]> Sums => new()
    {
        { new Add(), [6, 6, 8, 3] },
        { new Subtract(), [-4, -2, -2, 5] },
        { new Multiply(), [0, 6, 18, -8] },
        { new Average(), [2, 2, 8f / 3, 1] },
        { new Maximum(), [5, 3, 3, 4] },
        { new Minimum(), [0, 1, 2, -2] },
    };

    [Theory]
    [MemberData(nameof(Sums))]
    public void ThreeValuesAreJoinedElementByElement(MergeLayer layer, float[] expected)
    {
        float[] joined = layer.Apply([s_a, s_b, s_c], CallContext.Inference)[0].ToArray();
        Assert.All(expected.Zip(joined), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }

    [Fact]
    public void ConcatenateGrowsTheLastAxis()
    {
        Tensor joined = new Concatenate().Apply([s_a, s_b], CallContext.Inference)[0];
        Assert.Equal([1f, 2, 5, 1, 3, 4, 3, -2], joined.ToArray());
    }

    [Fact]
    public void DotIsTheInnerProductOrTheCosine()
    {
        Assert.Equal([7f, 1], new Dot().Apply([s_a, s_b], CallContext.Inference)[0].ToArray());
        Tensor cosine = new Dot(normalize: true).Apply([s_a, s_a * 3], CallContext.Inference)[0];
        Assert.All(cosine.ToArray(), value => Assert.Equal(1f, value, 1e-6f));
    }

    [Fact]
    public void ValuesThatDoNotFitAreRefused()
    {
        Assert.Throws<ShapeMismatchException>(
            () => new Add().Apply([s_a, Tensor.Ones(2, 3)], CallContext.Inference));
        Assert.Throws<ShapeMismatchException>(
            () => new Concatenate(1).Apply([s_a, Tensor.Ones(3, 2)], CallContext.Inference));
        Assert.Contains("joins two values or more", Assert.Throws<ArgumentException>(
            () => new Add().Apply(s_a, CallContext.Inference)).Message, StringComparison.Ordinal);
        Assert.Contains("batch", Assert.Throws<ArgumentOutOfRangeException>(
            () => new Concatenate(0)).Message, StringComparison.Ordinal);
    }
}
