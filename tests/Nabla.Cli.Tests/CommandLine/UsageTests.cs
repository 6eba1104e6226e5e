namespace Nabla.Cli.Tests.CommandLine;

public sealed class UsageTests
{
    [Theory]
    [InlineData("train mnist --hiden 16", "'--hiden'", "did you mean '--hidden'?")]
    [InlineData("train mnist --epoch 3", "did you mean '--epochs'?")]
    [InlineData("trian mnist", "unknown command 'trian'", "did you mean 'train'?")]
    [InlineData("train mnits", "did you mean 'mnist'?")]
    [InlineData("train", "needs a CSV file, a folder of images", "mnist, ", "xor")]
    [InlineData("train mnist extra", "unexpected 'extra'")]
    [InlineData("train nothing.csv", "no file or folder 'nothing.csv'")]
    [InlineData("train a.csv --test 0.6 --validation 0.5", "no file or folder")]
    [InlineData("train a.csv --size 0", "--size wants", "'0'")]
    [InlineData("train a.csv --task clasification", "did you mean 'classification'?")]
    [InlineData("train a.csv --folds 1", "--folds wants a whole number from 2")]
    [InlineData("train a.csv --checkpoint-seconds 0", "--checkpoint-seconds wants a number above 0")]
    [InlineData("resume", "needs DIR")]
    [InlineData("resume nowhere", "no folder 'nowhere'")]
    [InlineData("report nowhere", "no folder 'nowhere'")]
    [InlineData("train mnist --hidden 16,0", "--hidden wants", "'16,0'")]
    [InlineData("train mnist --hidden 16,,16", "--hidden wants")]
    [InlineData("train mnist --hidden 99999999999", "--hidden wants")]
    [InlineData("train mnist --epochs 0", "--epochs wants a whole number from 1")]
    [InlineData("train mnist --epochs 1.5", "--epochs wants")]
    [InlineData("train mnist --batch -4", "--batch wants")]
    [InlineData("train mnist --threads 0", "--threads wants")]
    [InlineData("train mnist --threads 100000", "--threads wants")]
    [InlineData("train mnist --seed x", "--seed wants")]
    [InlineData("train mnist --rate 0", "--rate wants a number above 0")]
    [InlineData("train mnist --rate NaN", "--rate wants")]
    [InlineData("train mnist --rate Infinity", "--rate wants")]
    [InlineData("train mnist --dropout 1", "--dropout wants a number from 0 and below 1")]
    [InlineData("train mnist --activation relux", "did you mean 'relu'?")]
    [InlineData(
        "train mnist --optimizer adm", "--optimizer wants one of adamw, adam, rmsprop, sgd", "did you mean 'adam'?")]
    [InlineData("train mnist --schedule linear", "--schedule wants one of one-cycle, cosine, constant")]
    [InlineData("train mnist --optimizer adam --momentum 0.9", "adam has no --momentum", "rmsprop or sgd")]
    [InlineData("train mnist --output", "--output")]
    [InlineData("summary", "needs MODEL")]
    [InlineData("predict digits.nabla", "needs INPUT")]
    [InlineData("predict --image seven.png", "unknown option '--image'")]
    [InlineData("summary digits.nabla --vrbose", "did you mean '--verbose'?")]
    public void AWrongCommandLine_IsOneLineAndCodeTwo(string line, params string[] fragments)
    {
        Outcome outcome = Outcome.Of(line.Split(' '));

        outcome.AssertFails(ExitCode.Usage, fragments);
        Assert.Equal("", outcome.Output);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--help")]
    [InlineData("train --help")]
    [InlineData("train mnist --help")]
    [InlineData("train xor --help")]
    [InlineData("evaluate --help")]
    [InlineData("predict --help")]
    [InlineData("summary --help")]
    [InlineData("resume --help")]
    [InlineData("report --help")]
    [InlineData("train mnist --hiden --help")]
    public void EveryHelp_EndsWithExamples(string line)
    {
        Outcome outcome = Outcome.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).AssertSucceeds();

        Assert.Contains("Usage:", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:\n  nabla ", outcome.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Version_IsThatOfTheAssembly() => Assert.StartsWith(
        $"{typeof(NablaCommand).Assembly.GetName().Version!.ToString(3)}",
        Outcome.Of("--version").AssertSucceeds().Output);
}
