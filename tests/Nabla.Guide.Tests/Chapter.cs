namespace Nabla.Guide.Tests;

/// <summary>A page of docs/guide: its <c>csharp</c> blocks, in order, are one program.</summary>
internal sealed class Chapter
{
    private const string Fence = "```";

    private Chapter(string name, string path, IReadOnlyList<CodeBlock> blocks) =>
        (Name, FullPath, Blocks) = (name, path, blocks);

    public static string Folder { get; } = Path.Combine(FindRoot(), "docs", "guide");

    public string Name { get; }

    public string FullPath { get; }

    public IReadOnlyList<CodeBlock> Blocks { get; }

    /// <summary>The names of the chapters, in the order in which they are read.</summary>
    public static IEnumerable<string> Names() => Pages().Where(name => char.IsAsciiDigit(name[0]));

    /// <summary>The names of all pages.</summary>
    public static IEnumerable<string> Pages() =>
        Directory.GetFiles(Folder, "*.md").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    public static Chapter Read(string name)
    {
        string path = Path.Combine(Folder, name);
        string[] lines = File.ReadAllLines(path);
        var blocks = new List<CodeBlock>();
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            string kind = lines[i][Fence.Length..];
            int start = i + 1;
            i = Array.FindIndex(lines, start, line => line == Fence);
            Assert.True(i >= 0, $"{name}({start}): the block is not closed");
            string[] body = lines[start..i];
            if (kind == "csharp")
            {
                blocks.Add(new CodeBlock(string.Join('\n', body), start + 1, null, 0));
            }
            else if (kind == "text" && blocks is [.., { Output: null }])
            {
                blocks[^1] = blocks[^1] with { Output = body, OutputLine = start + 1 };
            }
        }

        return new Chapter(name, path, blocks);
    }

    /// <summary>Puts what was printed in place of what the chapter says is printed.</summary>
    public void Update(IReadOnlyList<string[]> printed)
    {
        List<string> lines = [.. File.ReadAllLines(FullPath)];
        for (int i = Blocks.Count - 1; i >= 0; i--)
        {
            if (Blocks[i].Output is { } output && !PrintedText.Matches(output, printed[i]))
            {
                lines.RemoveRange(Blocks[i].OutputLine - 1, output.Length);
                lines.InsertRange(Blocks[i].OutputLine - 1, printed[i]);
            }
        }

        File.WriteAllText(FullPath, string.Join('\n', lines) + "\n");
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Nabla.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException(
            "No folder above the tests holds Nabla.slnx; run them inside a checkout.");
    }
}
