namespace Nabla.Cli.Tests.Commands;

public sealed class TrainXorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    public void AHiddenLayer_LearnsIt(string seed) => Train("--seed", seed).AssertSays("4 of 4 right");

    [Fact]
    public void NoHiddenLayer_CannotLearnIt() => Assert.DoesNotContain(
        "4 of 4 right", Train("--hidden", "none").AssertSucceeds().Output, StringComparison.Ordinal);

    [Fact]
    public void ItsModel_IsAskedAndJudged()
    {
        Train("--steps", "300").AssertSucceeds();

        Outcome.Of("predict", _folder["run"], "0,1").AssertSays("1 with ");
        Outcome.Of("predict", _folder["run"], "3").AssertSays("which is right");
        Outcome.Of("predict", _folder["run"], "yes").AssertFails(ExitCode.Usage, "two numbers", "'yes'");
        Outcome.Of("evaluate", _folder["run"]).AssertSays("test accuracy 100.00 %");
    }

    [Fact]
    public void AnInterruption_Stops()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();
        Outcome.Of(["train", "xor", "--output", _folder["run"]], new StringWriter(), stop.Token)
            .AssertFails(ExitCode.Interrupted, "interrupted");
    }

    private Outcome Train(params string[] options) =>
        Outcome.Of(["train", "xor", "--output", _folder["run"], .. options]);
}
