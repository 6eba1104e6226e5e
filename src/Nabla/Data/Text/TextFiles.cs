using System.Text;

namespace Nabla;

/// <summary>Reads texts from files: one a line, or one a file in a folder for each class.</summary>
public static class TextFiles
{
    /// <summary>The lines of a file, as many as are asked for; the file may be larger than memory.</summary>
    /// <param name="path">The file.</param>
    /// <param name="encoding">The encoding; UTF-8 by default.</param>
    /// <exception cref="InvalidFileException">A line is not of the encoding.</exception>
    public static IEnumerable<string> ReadLines(string path, Encoding? encoding = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Lines(path, encoding);
    }

    /// <summary>The texts of a folder whose folders are classes: <c>reviews/positive/1.txt</c>, ….</summary>
    /// <remarks>Classes are numbered by name, texts ordered by path, both ordinal: the same on every machine.</remarks>
    /// <param name="folder">The folder of the classes.</param>
    /// <param name="pattern">Which files are texts; those in folders within that of a class too.</param>
    /// <param name="encoding">The encoding; UTF-8 by default.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="ArgumentException">The folder has no folders, or they no files.</exception>
    /// <exception cref="InvalidFileException">A file is not of the encoding.</exception>
    public static LabeledTexts ReadFolder(string folder, string pattern = "*.txt", Encoding? encoding = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string[] classes = [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)];
        var texts = new List<string>();
        var labels = new List<int>();
        for (int label = 0; label < classes.Length; label++)
        {
            string[] files = Directory.GetFiles(classes[label], pattern, SearchOption.AllDirectories);
            foreach (string file in files.Order(StringComparer.Ordinal))
            {
                texts.Add(ReadAll(file, encoding));
                labels.Add(label);
            }
        }

        return texts.Count > 0
            ? new LabeledTexts(texts, labels, [.. classes.Select(path => Path.GetFileName(path))])
            : throw new ArgumentException(
                $"'{folder}' has {classes.Length} folders and no file in them is named as {pattern}; "
                + "put the texts of each class into a folder of its name.", nameof(folder));
    }

    private static IEnumerable<string> Lines(string path, Encoding? encoding)
    {
        using var reader = new StreamReader(path, Strict(encoding));
        for (int line = 1; Read(path, line, () => reader.ReadLine()) is { } text; line++)
        {
            yield return text;
        }
    }

    private static string ReadAll(string path, Encoding? encoding) =>
        Read(path, line: 1, () => File.ReadAllText(path, Strict(encoding)))!;

    private static string? Read(string path, int line, Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidFileException(
                path, Math.Max(exception.Index, 0), $"the text from line {line} on is not of the encoding",
                "Say which encoding it is, as Encoding.Latin1, or save the file as UTF-8.", exception);
        }
    }

    private static Encoding Strict(Encoding? encoding) =>
        encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
