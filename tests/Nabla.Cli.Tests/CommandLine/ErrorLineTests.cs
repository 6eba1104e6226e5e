using Nabla.Cli.CommandLine;

namespace Nabla.Cli.Tests.CommandLine;

public sealed class ErrorLineTests
{
    [Fact]
    public void AFailure_IsOneLine_EvenIfItsMessageIsMany()
    {
        (int code, string text) = Write(
            new FileNotFoundException("Nowhere:\n  here\r\n  there\nLook again."), isVerbose: false);

        Assert.Equal(ExitCode.Failure, code);
        Assert.Equal($"nabla: Nowhere: here there Look again.{Environment.NewLine}", text);
    }

    [Fact]
    public void AnUnexpectedFailure_SaysItsTypeAndHowToLearnMore()
    {
        (int code, string text) = Write(
            new AggregateException(new NotSupportedException("What now?")), isVerbose: false);

        Assert.Equal(ExitCode.Failure, code);
        Assert.Equal($"nabla: NotSupportedException: What now? (--verbose tells where){Environment.NewLine}", text);
    }

    [Fact]
    public void Verbose_AddsTheStackTrace()
    {
        Exception thrown = Assert.ThrowsAny<Exception>(() => new Dictionary<int, int>()[1]);

        (_, string text) = Write(thrown, isVerbose: true);

        Assert.Contains("   at ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ACancelledOperation_IsAnInterruption()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();
        using StringWriter error = new();

        Assert.Equal(ExitCode.Interrupted, ErrorLine.Write(error, new OperationCanceledException(), false, stop.Token));
        Assert.Equal($"nabla: interrupted{Environment.NewLine}", error.ToString());
    }

    private static (int Code, string Text) Write(Exception exception, bool isVerbose)
    {
        using StringWriter error = new();
        return (ErrorLine.Write(error, exception, isVerbose, CancellationToken.None), error.ToString());
    }
}
