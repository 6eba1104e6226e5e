using System.CommandLine;
using Nabla.Cli.CommandLine;

namespace Nabla.Cli.Commands;

/// <summary>The argument that names a saved model.</summary>
internal static class ModelArgument
{
    public static Argument<string> Create() =>
        new Argument<string>("MODEL") { Description = "File of a saved model, such as digits.nabla." }
            .RefusingOptions();
}
