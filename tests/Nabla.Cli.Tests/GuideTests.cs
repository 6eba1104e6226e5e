using System.Text;

namespace Nabla.Cli.Tests;

/// <summary>The command lines of docs/guide/10-command-line.md, one after the other, do what they are asked.</summary>
public sealed class GuideTests
{
    private const string Program = "nabla ";

    private static readonly string[] s_species = ["setosa", "versicolor", "virginica"];

    [Fact]
    public void EveryLineOfTheChapterSucceeds()
    {
        using TemporaryFolder folder = new();
        WriteFlowers(folder["flowers.csv"]);
        WritePictures(folder["pictures"]);
        string[] lines = [.. Lines()];

        Assert.True(lines.Length > 8, $"{lines.Length} command lines were found");
        Assert.All(lines, line => Outcome
            .Of([.. line[Program.Length..].Split(' ').Select(word => IsPath(word) ? folder[word] : word)])
            .AssertSucceeds());
    }

    // The tests share one current folder; what the page names relative to it lies in a folder of this test.
    private static bool IsPath(string word) =>
        word.StartsWith("runs/", StringComparison.Ordinal) || word.EndsWith('/')
        || Path.GetExtension(word) is ".csv" or ".nabla";

    private static IEnumerable<string> Lines()
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Nabla.slnx")))
        {
            root = root.Parent;
        }

        Assert.NotNull(root);
        return File.ReadLines(Path.Combine(root.FullName, "docs", "guide", "10-command-line.md"))
            .Where(line => line.StartsWith(Program, StringComparison.Ordinal));
    }

    private static void WriteFlowers(string path)
    {
        Random random = new(1);
        var text = new StringBuilder("length,width,colour,species\n");
        for (int i = 0; i < 120; i++)
        {
            int kind = i % s_species.Length;
            text.Append(FormattableString.Invariant($"{5 + kind + random.NextDouble():0.0},"))
                .Append(FormattableString.Invariant($"{1 + kind + random.NextDouble():0.0},"))
                .Append(i % 2 == 0 ? "white" : "blue").Append(',').Append(s_species[kind]).Append('\n');
        }

        File.WriteAllText(path, text.ToString());
    }

    private static void WritePictures(string folder)
    {
        Random random = new(2);
        foreach ((string name, int brightness) in new[] { ("dark", 40), ("light", 160) })
        {
            Directory.CreateDirectory(Path.Combine(folder, name));
            for (int i = 0; i < 20; i++)
            {
                byte[] pixels = [.. Enumerable.Range(0, 16 * 16).Select(_ => (byte)(brightness + random.Next(60)))];
                File.WriteAllBytes(
                    Path.Combine(folder, name, $"{i}.pgm"), [.. "P5\n16 16\n255\n"u8, .. pixels]);
            }
        }
    }
}
