namespace Nabla.Cli.Tests.Commands;

public sealed class TrainXorTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    public void AHiddenLayer_LearnsIt(string seed) => Assert.Contains(
        "4 of 4 right", Outcome.Of("train", "xor", "--seed", seed).AssertSucceeds().Output, StringComparison.Ordinal);

    [Fact]
    public void NoHiddenLayer_CannotLearnIt() => Assert.DoesNotContain(
        "4 of 4 right",
        Outcome.Of("train", "xor", "--hidden", "none").AssertSucceeds().Output,
        StringComparison.Ordinal);

    [Fact]
    public void AnInterruption_Stops()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();
        Outcome.Of(["train", "xor"], new StringWriter(), stop.Token).AssertFails(ExitCode.Interrupted, "interrupted");
    }
}
