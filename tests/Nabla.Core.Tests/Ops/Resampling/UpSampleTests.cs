using Nabla.Testing;

namespace Nabla.Tests.Ops.Resampling;

public sealed class UpSampleTests
{
    [Theory]
    [InlineData(Interpolation.Nearest)]
    [InlineData(Interpolation.Bilinear)]
    public void Proof(Interpolation interpolation) => OpCheck.Run(
        x => x[0].UpSample([2, 3], interpolation), [new CheckInput([2, 3, 4, 3])]);

    [Fact]
    public void PixelsAreRepeated()
    {
        Assert.Equal([1, 1, 2, 2], Tensor.From<float>([1, 2], [1, 2, 1]).UpSample(2).ToArray());
        Assert.Equal(
            [1, 1.25f, 1.75f, 2], Tensor.From<float>([1, 2], [1, 2, 1]).UpSample(2, Interpolation.Bilinear).ToArray());
        Assert.Contains(
            "1 to 2^31 factors",
            Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros(1, 2, 1).UpSample(0)).Message);
        var tooLarge = Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros(1, 2, 1).UpSample(1L << 31));
        Assert.Equal("factors", tooLarge.ParamName);
        Assert.StartsWith("UpSample makes at most 2^31 pixels along an axis of [1, 2, 1]", tooLarge.Message);
    }
}
