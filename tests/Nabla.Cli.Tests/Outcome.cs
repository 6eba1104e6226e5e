namespace Nabla.Cli.Tests;

/// <summary>What a command line came to, run within the test's own process.</summary>
internal sealed record Outcome(int Code, string Output, string Error)
{
    /// <summary>Runs a command line whose output goes to a pipe, as it were.</summary>
    public static Outcome Of(params string[] arguments) => Of(arguments, new StringWriter(), CancellationToken.None);

    /// <summary>Runs a command line that writes to a given writer and may be asked to stop.</summary>
    public static Outcome Of(string[] arguments, StringWriter output, CancellationToken stop)
    {
        using StringWriter error = new();
        int code = NablaCommand.Run(arguments, new Terminal(output, error, isInteractive: false), stop);
        return new Outcome(code, output.ToString(), error.ToString());
    }

    /// <summary>Asserts that it failed with one line, on the error stream alone, that says something.</summary>
    public void AssertFails(int code, params string[] fragments)
    {
        Assert.Equal(code, Code);
        string line = Assert.Single(Error.TrimEnd('\r', '\n').Split('\n'));
        Assert.StartsWith("nabla: ", line);
        Assert.All(fragments, fragment => Assert.Contains(fragment, line, StringComparison.Ordinal));
    }

    /// <summary>Asserts that it did what it was asked, and said something.</summary>
    public void AssertSays(string fragment) =>
        Assert.Contains(fragment, AssertSucceeds().Output, StringComparison.Ordinal);

    /// <summary>Asserts that it did what it was asked.</summary>
    public Outcome AssertSucceeds()
    {
        Assert.Equal("", Error);
        Assert.Equal(ExitCode.Success, Code);
        return this;
    }
}
