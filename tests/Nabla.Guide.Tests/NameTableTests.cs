using System.Reflection;
using System.Text.RegularExpressions;

namespace Nabla.Guide.Tests;

/// <summary>The first column of docs/guide/names.md names what there is.</summary>
public sealed partial class NameTableTests
{
    private const int Timeout = 5000;

    private static readonly Type[] s_types =
    [
        .. new[] { "Nabla.Core", "Nabla", "Nabla.Studio", "Nabla.Tabular" }
            .SelectMany(name => Assembly.Load(name).GetExportedTypes()),
    ];

    [GeneratedRegex("`(?<name>[A-Za-z0-9.]+)`", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Code { get; }

    [Fact]
    public void EveryNameIsATypeOrAMember()
    {
        string[] names =
        [
            .. File.ReadLines(Path.Combine(Chapter.Folder, "names.md"))
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .SelectMany(line => Code.Matches(line.Split('|')[1]).Select(match => match.Groups["name"].Value)),
        ];

        Assert.True(names.Length > 100, $"{names.Length} names were found; does the table still begin its rows so?");
        Assert.DoesNotContain(names, name => !Exists(name));
    }

    private static bool Exists(string name)
    {
        const BindingFlags Any =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;
        string[] parts = name.Split('.');
        return parts.Length == 1
            ? s_types.Any(type => type.Name == name || type.GetMember(name, Any).Length > 0)
            : s_types.Any(type => type.Name == parts[0] && type.GetMember(parts[1], Any).Length > 0);
    }
}
