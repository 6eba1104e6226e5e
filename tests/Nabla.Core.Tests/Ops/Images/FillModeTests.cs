namespace Nabla.Tests.Ops.Images;

public sealed class FillModeTests
{
    [Theory]
    [InlineData(FillMode.Reflect, "dcbaabcddcba")]
    [InlineData(FillMode.Constant, "kkkkabcdkkkk")]
    [InlineData(FillMode.Nearest, "aaaaabcddddd")]
    [InlineData(FillMode.Wrap, "abcdabcdabcd")]
    public void TellsWhatLiesBeyondTheBorder(FillMode fillMode, string expected)
    {
        Tensor row = Tensor.From<float>(['a', 'b', 'c', 'd'], [1, 1, 4]);
        Tensor fourToTheLeft = Tensor.From<float>([1, 0, -4, 0, 1, 0], [1, 2, 3]);
        foreach (Interpolation interpolation in Enum.GetValues<Interpolation>())
        {
            float[] wide = row.AffineSample(fourToTheLeft, fillMode, interpolation, 'k', width: 12).ToArray();
            Assert.Equal(expected, string.Concat(wide.Select(value => (char)value)));
        }
    }
}
