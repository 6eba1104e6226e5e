using System.CommandLine;
using Nabla.Cli.CommandLine;
using Nabla.Cli.Runs;

namespace Nabla.Cli.Commands;

/// <summary>The argument that names a saved model.</summary>
internal static class ModelArgument
{
    public static Argument<string> Create() =>
        new Argument<string>("MODEL") { Description = "A saved model, such as digits.nabla, or the folder of a run." }
            .RefusingOptions();

    /// <summary>The file that was named, or that lies in the folder of the run that was named.</summary>
    /// <exception cref="UsageException">A folder has that name, and it is none of a run that has ended.</exception>
    public static string FileOf(string name) =>
        Directory.Exists(name) && new RunFolder(name).Model is var model && File.Exists(model)
            ? model
            : InputFile.NotFolder(name);
}
