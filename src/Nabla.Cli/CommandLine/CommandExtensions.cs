using System.CommandLine;

namespace Nabla.Cli.CommandLine;

/// <summary>Adds options by the group.</summary>
internal static class CommandExtensions
{
    public static void AddRange(this Command command, params IEnumerable<Option>[] groups)
    {
        foreach (Option option in groups.SelectMany(group => group))
        {
            command.Options.Add(option);
        }
    }
}
