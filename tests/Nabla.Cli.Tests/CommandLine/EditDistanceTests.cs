using Nabla.Cli.CommandLine;

namespace Nabla.Cli.Tests.CommandLine;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("adam", "adam", 0)]
    [InlineData("adm", "adam", 1)]
    [InlineData("trian", "train", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "sgd", 3)]
    public void Between_CountsSlips(string first, string second, int distance)
    {
        Assert.Equal(distance, EditDistance.Between(first, second));
        Assert.Equal(distance, EditDistance.Between(second, first));
    }

    [Theory]
    [InlineData("--epoch", "--epochs")]
    [InlineData("--bacth", "--batch")]
    [InlineData("--opt", "--optimizer")]
    [InlineData("--xyzzy", null)]
    [InlineData("-z", null)]
    public void Nearest_GuessesOnlyWhatIsNear(string typed, string? meant) =>
        Assert.Equal(meant, EditDistance.Nearest(typed, ["--epochs", "--batch", "--optimizer"]));
}
