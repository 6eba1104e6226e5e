namespace Nabla.Guide.Tests;

/// <summary>
/// The code of every chapter of docs/guide compiles without a warning, runs, and prints what the chapter says.
/// </summary>
/// <remarks>
/// Where an output changed for a good reason, <c>NABLA_UPDATE_SNAPSHOTS=1</c> writes the new one into the chapter.
/// </remarks>
public sealed class GuideTests
{
    public static TheoryData<string> Chapters =>
        [.. Chapter.Pages().Where(name => Chapter.Read(name).Blocks.Count > 0)];

    [Theory]
    [MemberData(nameof(Chapters))]
    public void ChapterRunsAndPrintsWhatItSays(string name)
    {
        var chapter = Chapter.Read(name);
        IReadOnlyList<string[]> printed = ChapterProgram.Run(ChapterProgram.Compile(chapter));

        if (Environment.GetEnvironmentVariable("NABLA_UPDATE_SNAPSHOTS") == "1")
        {
            chapter.Update(printed);
            return;
        }

        Assert.Equal(chapter.Blocks.Count, printed.Count);
        Assert.All(chapter.Blocks.Zip(printed), pair =>
        {
            (CodeBlock block, string[] lines) = pair;
            Assert.True(
                PrintedText.Matches(block.Output ?? [], lines),
                $"docs/guide/{name}({block.Line}) prints\n{string.Join('\n', lines)}\nwhere the page has\n"
                + string.Join('\n', block.Output ?? ["no text block"]));
        });
    }

    [Fact]
    public void EveryChapterLeadsToTheNext_AndIsInTheTableOfContents()
    {
        string[] names = [.. Chapter.Names()];
        string contents = File.ReadAllText(Path.Combine(Chapter.Folder, "README.md"));

        Assert.All(names, name => Assert.Contains($"({name})", contents, StringComparison.Ordinal));
        Assert.All(names.Zip(names.Skip(1)), pair => Assert.Contains(
            $"]({pair.Second})", File.ReadLines(Chapter.Read(pair.First).FullPath).Last(), StringComparison.Ordinal));
    }
}
