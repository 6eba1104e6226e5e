using System.CommandLine;
using Nabla.Cli.CommandLine;

namespace Nabla.Cli.Commands;

/// <summary>The argument that names the folder of a run.</summary>
internal static class RunArgument
{
    public static Argument<string> Create() =>
        new Argument<string>("DIR") { Description = "Folder of a run, as 'nabla train' makes it." }.RefusingOptions();
}
