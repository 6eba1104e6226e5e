using System.CommandLine;

namespace Nabla.Cli.CommandLine;

/// <summary>A command whose help ends with command lines to copy.</summary>
internal sealed class ExampleCommand(string name, string description, params (string Line, string Meaning)[] examples)
    : Command(name, description)
{
    /// <summary>What to type after <c>nabla</c>, and what it does.</summary>
    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } = examples;
}
