namespace Nabla.Architecture.Tests;

/// <summary>How long a file of each kind may be, and which files may be longer, each with its reason.</summary>
internal static class FileRules
{
    /// <summary>The first prefix that fits decides; a kind is a folder.</summary>
    public static readonly (string Folder, int Lines)[] Ceilings =
    [
        ("src/Nabla.Core/Ops/", 200),
        ("src/Nabla.Core/Backends/", 600),
        ("src/Nabla/Layers/", 200),
        ("src/Nabla/Initializers/", 200),
        ("src/Nabla/Losses/", 200),
        ("src/Nabla/Metrics/", 200),
        ("src/Nabla/Optimizers/", 200),
        ("src/", 400),
        ("tests/", 400),
        ("benchmarks/", 400),
        ("samples/", 100),
        ("", 400),
    ];

    /// <summary>Files above their ceiling that stay.</summary>
    public static readonly (string File, string Reason)[] LongFiles = [];

    /// <summary>Drawers in which things get lost.</summary>
    public static readonly string[] RefusedNames = ["Utils", "Util", "Utilities", "Helpers", "Helper", "Misc"];

    /// <summary>How many characters a line may have.</summary>
    public const int Columns = 120;

    public static int CeilingOf(string file) =>
        Ceilings.First(rule => file.StartsWith(rule.Folder, StringComparison.Ordinal)).Lines;
}
