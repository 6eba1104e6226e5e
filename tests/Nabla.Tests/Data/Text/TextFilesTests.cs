using System.Text;
using Nabla.Tests.Data.Formats;

namespace Nabla.Tests.Data.Text;

public sealed class TextFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folders_are_classes()
    {
        foreach (string name in new[] { "b/2.txt", "b/1.txt", "a/x/3.txt", "b/no.md" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
            File.WriteAllText(_folder[name], $"text of {name}\n");
        }

        LabeledTexts texts = TextFiles.ReadFolder(_folder.FullName);
        Assert.Equal(["a", "b"], texts.Classes);
        Assert.Equal([0, 1, 1], texts.Labels);
        Assert.Equal(["text of a/x/3.txt\n", "text of b/1.txt\n", "text of b/2.txt\n"], texts.Texts);
        Assert.Equal(["text of b/no.md\n"], TextFiles.ReadFolder(_folder.FullName, "*.md").Texts);
        Assert.Contains("a folder of its name", Assert.Throws<ArgumentException>(
            () => TextFiles.ReadFolder(_folder["a"], "*.md")).Message);
        Assert.Throws<DirectoryNotFoundException>(() => TextFiles.ReadFolder(_folder["missing"]));
    }

    [Fact]
    public void Lines_are_texts()
    {
        string path = _folder.Put("lines", Encoding.UTF8.GetBytes("\uFEFFone\r\ntwö\n\nfour"));
        Assert.Equal(["one", "twö", "", "four"], TextFiles.ReadLines(path));

        path = _folder.Put("latin", Encoding.Latin1.GetBytes("one\ntwö\n"));
        Assert.Equal(["one", "twö"], TextFiles.ReadLines(path, Encoding.Latin1));
        Assert.Contains("Say which encoding it is", Assert.Throws<InvalidFileException>(
            () => TextFiles.ReadLines(path).Count()).Message);
        Assert.Throws<FileNotFoundException>(() => TextFiles.ReadLines(_folder["missing"]).Count());
    }
}
