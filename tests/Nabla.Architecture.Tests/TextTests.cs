using System.Text.RegularExpressions;

namespace Nabla.Architecture.Tests;

/// <summary>What the text of the repository may not hold, and where its links must lead.</summary>
public sealed partial class TextTests
{
    private const int Timeout = 5000;

    private static readonly string[] s_textExtensions =
    [
        ".cs", ".md", ".txt", ".json", ".props", ".targets", ".csproj", ".slnx", ".sh", ".cmd", ".py", ".yml", "",
        ".editorconfig",
    ];

    // A path of somebody's machine, or the host of a package registry: neither means anything on another machine. The
    // classes of one letter keep this file from finding itself.
    [GeneratedRegex("""
        (?<![\w.)])/(roo[t]|hom[e]|tm[p]|wor[k]|User[s])/ | \b[A-Z]:\\+Users\\
        | nuge[t]\.org | npmj[s]\.(org|com) | pyp[i]\.org | deb\.debia[n]
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex MachineText { get; }

    [GeneratedRegex(@"(?<!\\)\[[^\]]*\]\((?<target>[^)\s]+)[^)]*\)", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex MarkdownLink { get; }

    [GeneratedRegex("```.*?```|`[^`\n]*`", RegexOptions.Singleline, Timeout)]
    private static partial Regex MarkdownCode { get; }

    [Fact]
    public void NoFileNamesAMachineOrARegistry()
    {
        IEnumerable<string> violations = Repository.Files
            .Where(file => s_textExtensions.Contains(Path.GetExtension(file)))
            .SelectMany(file => Repository.ReadLines(file)
                .Select((line, index) => (Match: MachineText.Match(line), Line: index + 1))
                .Where(hit => hit.Match.Success)
                .Select(hit => $"{file}:{hit.Line} holds {hit.Match.Value.Trim()}"));

        Violations.AssertNone(violations);
    }

    [Fact]
    public void EveryLinkOfThePagesResolves()
    {
        IEnumerable<string> violations = Repository.Files
            .Where(file => file.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(file => MarkdownLink.Matches(MarkdownCode.Replace(Repository.ReadText(file), ""))
                .Select(link => link.Groups["target"].Value)
                .Where(target => !target.Contains(':', StringComparison.Ordinal))
                .Select(target => (Target: target, Path: Resolve(file, target.Split('#')[0])))
                .Where(link => !File.Exists(link.Path) && !Directory.Exists(link.Path))
                .Select(link => $"{file} links to {link.Target}, which is not there"));

        Violations.AssertNone(violations);
    }

    private static string Resolve(string page, string target) => target.Length == 0
        ? Repository.FullPath(page)
        : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.FullPath(page))!, target));
}
