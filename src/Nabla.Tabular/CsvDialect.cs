using System.Globalization;
using System.Text;
using CsvHelper;

namespace Nabla.Tabular;

/// <summary>What the first lines of a file tell: the separator, and how many records come before the table.</summary>
/// <param name="Separator">What stands between fields.</param>
/// <param name="Preamble">How many records at the start are no part of the table.</param>
internal sealed record CsvDialect(char Separator, int Preamble)
{
    private const int SampleLength = 1 << 16;
    private const int SampleRecords = 100;

    // How much more often than another a separator must give records of one length to be believed.
    private const double Margin = 0.05;

    // Rarer ones first: where two explain a file equally well, the one that text holds less often is meant.
    private static readonly char[] s_candidates = ['\t', ';', '|', ',', ' '];

    /// <summary>Finds the dialect of a file.</summary>
    /// <exception cref="InvalidFileException">
    /// The file is no text, or the separator that was told makes one column of a table of several.
    /// </exception>
    public static CsvDialect Of(string path, CsvOptions options)
    {
        byte[] sample = Sample(path, options, out bool isWhole);
        if (options.Separator is { } told)
        {
            List<int> lengths = Lengths(sample, isWhole, told, options.Encoding);
            if (lengths.Count > 0 && lengths.Max() == 1 && Best(sample, isWhole, options.Encoding) is { } better
                && better.Count > 1 && better.Separator != ' ')
            {
                throw new InvalidFileException(
                    path, 0,
                    $"the separator {Name(told)} makes one column of the table where {Name(better.Separator)} makes "
                    + $"{better.Count}", $"Set CsvOptions.Separator to {Name(better.Separator)}, or leave it out.");
            }

            return new CsvDialect(told, PreambleOf(sample, told, options));
        }

        char separator = Best(sample, isWhole, options.Encoding) is { Count: > 1 } best ? best.Separator : ',';
        return new CsvDialect(separator, PreambleOf(sample, separator, options));
    }

    private static byte[] Sample(string path, CsvOptions options, out bool isWhole)
    {
        using var source = new CsvSource(path);
        byte[] sample = new byte[SampleLength];
        try
        {
            int read = source.Content.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
            isWhole = read < sample.Length;
            if (options.Encoding is null)
            {
                CsvSource.CheckIsText(path, sample.AsSpan(0, read));
            }

            return sample[..read];
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidFileException(
                path, 0, "the gzip data is damaged or cut short", "Fetch the file again.", exception);
        }
    }

    private static (char Separator, int Count)? Best(byte[] sample, bool isWhole, Encoding? encoding)
    {
        (char Separator, int Count)? best = null;
        double bestShare = 0;
        foreach (char candidate in s_candidates)
        {
            List<int> lengths = Lengths(sample, isWhole, candidate, encoding);
            if (lengths.Count == 0)
            {
                continue;
            }

            var modal = lengths.GroupBy(length => length).MaxBy(group => group.Count())!;
            double share = (double)modal.Count() / lengths.Count;
            if (modal.Key > 1 && share > bestShare + (best is null ? 0 : Margin))
            {
                best = (candidate, modal.Key);
                bestShare = share;
            }
        }

        return best;
    }

    // The number of fields of each record but the last one of a sample that ends within it.
    private static List<int> Lengths(byte[] sample, bool isWhole, char separator, Encoding? encoding)
    {
        using CsvReader reader = Reader(sample, separator, encoding);
        var lengths = new List<int>();
        try
        {
            while (lengths.Count < SampleRecords && reader.Read())
            {
                lengths.Add(reader.FieldCount);
            }
        }
        catch (CsvFormatException)
        {
            // What is damaged is reported, with its line, when the file is read as a whole.
        }

        if (!isWhole && lengths.Count is > 1 and < SampleRecords)
        {
            lengths.RemoveAt(lengths.Count - 1);
        }

        return lengths;
    }

    // The files that come with scikit-learn start with the numbers of rows and features and the names of the classes.
    private static int PreambleOf(byte[] sample, char separator, CsvOptions options)
    {
        if (options.Header is not CsvHeader.Detect)
        {
            return 0;
        }

        using CsvReader reader = Reader(sample, separator, options.Encoding);
        try
        {
            if (!reader.Read() || reader.FieldCount < 3 || !IsCount(reader.GetSpan(0), out _)
                || !IsCount(reader.GetSpan(1), out int features))
            {
                return 0;
            }

            for (int i = 2; i < reader.FieldCount; i++)
            {
                if (NumberSyntax.IsNumber(reader.GetSpan(i), (byte)options.DecimalSeparator, out _))
                {
                    return 0;
                }
            }

            return reader.Read() && reader.FieldCount == features + 1 ? 1 : 0;
        }
        catch (CsvFormatException)
        {
            return 0;
        }
    }

    private static bool IsCount(ReadOnlySpan<byte> cell, out int count) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0;

    private static CsvReader Reader(byte[] sample, char separator, Encoding? encoding) =>
        CsvReader.Create(new MemoryStream(sample), new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrimWhitespace = true,
            Encoding = encoding,
        });

    private static string Name(char separator) => separator switch
    {
        '\t' => "'\\t'",
        _ => $"'{separator}'",
    };
}
