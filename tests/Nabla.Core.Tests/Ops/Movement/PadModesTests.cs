using System.Globalization;
using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Movement;

public sealed class PadModesTests
{
    [Theory]
    [InlineData(PaddingMode.Zeros)]
    [InlineData(PaddingMode.Reflect)]
    [InlineData(PaddingMode.Replicate)]
    [InlineData(PaddingMode.Circular)]
    public void Proof(PaddingMode mode)
    {
        OpCheck.Run(x => x[0].Pad([1, 0, 2], [2, 0, 3], mode), [new CheckInput([3, 2, 4])]);
        OpCheck.Run(x => x[0].Pad([0, 1, 2, 0], [0, 2, 0, 0], mode), [new CheckInput([2, 3, 4, 5])]);
        OpCheck.Run(x => x[0].Pad(-1, 3, 1, mode), [new CheckInput([2, 4])]);
    }

    [Theory]
    [Golden("pad_mode")]
    public void MatchesPyTorch(string name) => GoldenCheck.RunInBothTypes(
        name, (golden, input) => input("x").Pad(
            golden.Extents("before"), golden.Extents("after"), Enum.Parse<PaddingMode>(golden.Text("mode"), true)));

    [Theory]
    [InlineData(PaddingMode.Reflect, "cbabcba")]
    [InlineData(PaddingMode.Replicate, "aaabccc")]
    [InlineData(PaddingMode.Circular, "bcabcab")]
    public void TellsWhatIsAdded(PaddingMode mode, string expected)
    {
        Tensor bytes = Tensor.From([(byte)'a', (byte)'b', (byte)'c']);
        Assert.Equal(expected, string.Concat(bytes.Pad(0, 2, 2, mode).ToArray<byte>().Select(value => (char)value)));
    }

    [Theory]
    [InlineData(PaddingMode.Reflect, 3, "at most 2 elements")]
    [InlineData(PaddingMode.Circular, 4, "at most 3 elements")]
    public void AnAxisHasOnlySoMuchToAdd(PaddingMode mode, long width, string expected)
    {
        Tensor x = Tensor.Zeros(2, 3);
        Assert.Contains(expected, Assert.Throws<ShapeMismatchException>(() => x.Pad(1, 0, width, mode)).Message);
        Assert.Contains(
            "PaddingMode.Zeros", Assert.Throws<ShapeMismatchException>(() => x.Pad(1, width, 0, mode)).Message);
        Assert.Contains(
            "at most 0", Assert.Throws<ShapeMismatchException>(
                () => Tensor.Zeros(2, 0).Pad(1, 1, 1, PaddingMode.Replicate)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => x.Pad(1, -1, 0, mode));
    }

    [Theory]
    [InlineData(PaddingMode.Reflect, "3 2 1 2 3 2 1")]
    [InlineData(PaddingMode.Replicate, "1 1 1 2 3 3 3")]
    [InlineData(PaddingMode.Circular, "2 3 1 2 3 1 2")]
    public void WholeNumbersAreCopied(PaddingMode mode, string expected)
    {
        const long Large = 1L << 60;
        Tensor x = Tensor.From<long>([Large + 1, Large + 2, Large + 3], 1, 3, 1);
        Assert.Equal(
            expected.Split(' ').Select(offset => Large + long.Parse(offset, CultureInfo.InvariantCulture)),
            x.Pad(1, 2, 2, mode).ToArray<long>());
        Assert.Equal(x.Pad(1, 2, 2, mode).ToArray<long>()[2..], x.Pad(1, 0, 2, mode).ToArray<long>());
        Assert.Equal(x.Pad(1, 2, 2, mode).ToArray<long>()[..^2], x.Pad(1, 2, 0, mode).ToArray<long>());
    }

    [Fact]
    public void AModeThatIsNoneIsRefused() => Assert.Equal("mode", Assert.Throws<ArgumentOutOfRangeException>(
        () => Tensor.Zeros(2, 3).Pad(1, 1, 1, (PaddingMode)9)).ParamName);
}
