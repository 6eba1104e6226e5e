namespace Nabla.Tests.Optimizers.Clipping;

/// <summary>
/// What the golden trajectories do not show: small gradients stay, directions too, bounds are checked.
/// </summary>
public sealed class GradientClippingTests
{
    private static readonly Tensor[] s_gradients = [Tensor.From([3f, 0]), Tensor.From([0f, -4, 12])];

    [Fact]
    public void GlobalNorm_IsThatOfAllTogether() =>
        Assert.Equal(13, ClipByGlobalNorm.NormOf(s_gradients).Item<double>(), 1e-12);

    [Fact]
    public void ClipByGlobalNorm_KeepsTheDirectionOfAllTogether()
    {
        IReadOnlyList<Tensor> clipped = new ClipByGlobalNorm(1.3).Apply(s_gradients);
        Assert.Equal([0.3f, 0], clipped[0].ToArray<float>(), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal([0, -0.4f, 1.2f], clipped[1].ToArray<float>(), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void ClipByNorm_BoundsEachByItself()
    {
        IReadOnlyList<Tensor> clipped = new ClipByNorm(6).Apply(s_gradients);
        Assert.Equal([3f, 0], clipped[0].ToArray<float>());
        Assert.Equal(6, ClipByGlobalNorm.NormOf([clipped[1]]).Item<double>(), 1e-5);
    }

    [Fact]
    public void ClipByValue_BoundsElements() =>
        Assert.Equal([0, -4, 5f], new ClipByValue(5).Apply(s_gradients)[1].ToArray<float>());

    [Fact]
    public void GradientsOfZero_StayZero()
    {
        Assert.Equal([0f, 0], new ClipByGlobalNorm(1).Apply([Tensor.Zeros(2)])[0].ToArray<float>());
        Assert.Equal([0f, 0], new ClipByNorm(1).Apply([Tensor.Zeros(2)])[0].ToArray<float>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Constructors_RefuseBoundsOutOfRange(double bound)
    {
        Assert.Contains(
            "leave Clipping null", Assert.Throws<ArgumentOutOfRangeException>(() => new ClipByValue(bound)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClipByNorm(bound));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClipByGlobalNorm(bound));
    }

    [Fact]
    public void NoTensorsHaveNoNorm() => Assert.Throws<ArgumentException>(() => ClipByGlobalNorm.NormOf([]));
}
