using System.Reflection;

namespace Nabla.Cli.CommandLine;

/// <summary>The one line that a failure is worth.</summary>
internal static class ErrorLine
{
    /// <summary>Writes it.</summary>
    /// <returns>The exit code that goes with it.</returns>
    public static int Write(TextWriter error, Exception exception, bool isVerbose, CancellationToken stop)
    {
        exception = Unwrap(exception);
        if (exception is OperationCanceledException && stop.IsCancellationRequested)
        {
            ErrorOutput.WriteLine(error, "nabla: interrupted");
            return ExitCode.Interrupted;
        }

        ErrorOutput.WriteLine(error, $"nabla: {OptionNames.Translate(OneLine(Describe(exception)))}");
        if (isVerbose)
        {
            ErrorOutput.WriteLine(error, exception.ToString());
        }

        return exception is UsageException ? ExitCode.Usage : ExitCode.Failure;
    }

    private static Exception Unwrap(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [Exception only] } => Unwrap(only),
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        TypeInitializationException { InnerException: { } inner } => Unwrap(inner),
        _ => exception,
    };

    // What Nabla throws says what happened and what to do; what the runtime throws
    // does not always say what it is about.
    private static string Describe(Exception exception) => exception switch
    {
        UsageException or IOException or UnauthorizedAccessException or ArgumentException => exception.Message,
        OutOfMemoryException => "there is not enough memory for this; try a smaller --batch or fewer --hidden units.",
        _ when exception.GetType().Assembly == typeof(Model).Assembly => exception.Message,
        _ when exception.GetType().Assembly == typeof(Tensor).Assembly => exception.Message,
        _ => $"{exception.GetType().Name}: {exception.Message} (--verbose tells where)",
    };

    private static string OneLine(string message) => string.Join(
        ' ',
        message.Split(
            (char[]?)['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
