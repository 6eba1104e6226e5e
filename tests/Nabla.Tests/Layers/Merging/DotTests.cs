namespace Nabla.Tests.Layers;

public sealed class DotTests
{
    [Fact]
    public void ItIsTheInnerProductOverTheLastAxis() =>
        Assert.Equal([7f, 1], new Dot().Apply([MergeCheck.A, MergeCheck.B], CallContext.Inference)[0].ToArray());

    [Fact]
    public void NormalizedItIsTheCosine()
    {
        Tensor cosine = new Dot(normalize: true).Apply([MergeCheck.A, MergeCheck.A * 3], CallContext.Inference)[0];
        Assert.All(cosine.ToArray(), value => Assert.Equal(1f, value, 1e-6f));
    }

    [Fact]
    public void ThreeValuesAreRefused() => Assert.Throws<ShapeMismatchException>(
        () => new Dot().Apply([MergeCheck.A, MergeCheck.B, MergeCheck.C], CallContext.Inference));
}
