namespace Nabla.Cli.CommandLine;

/// <summary>Puts the advice of the library, which is for programmers, into the words of the command line.</summary>
internal static class OptionNames
{
    private static readonly (string Library, string CommandLine)[] s_words =
    [
        ("Set CsvOptions.Separator to ", "Set --separator to "),
        ("CsvOptions.Separator", "--separator"),
        ("CsvOptions.Header", "--header"),
        ("leave IsClassification out", "leave --task out"),
        ("Give Height and Width in the options, so that all are resized, or skip it with SkipUnreadable.",
            "Give --size, so that all are resized, or skip it with --on-error skip."),
        ("or register a decoder with ImageDecoders.Register.", "or skip it with --on-error skip."),
    ];

    public static string Translate(string message)
    {
        foreach ((string library, string commandLine) in s_words)
        {
            message = message.Replace(library, commandLine, StringComparison.Ordinal);
        }

        return message;
    }
}
