using System.Text;

namespace Nabla.Tabular;

/// <summary>
/// What a file holds, found in a first pass over all of it: names and kinds of columns, number of rows.
/// </summary>
internal sealed class CsvLayout
{
    private CsvLayout(CsvDialect dialect, bool hasHeader, int rowCount, string[] names, CsvColumn[] columns)
    {
        Separator = dialect.Separator;
        Skipped = dialect.Preamble + (hasHeader ? 1 : 0);
        RowCount = rowCount;
        Names = names;
        Columns = columns;
    }

    public char Separator { get; }

    /// <summary>The records before the first row.</summary>
    public int Skipped { get; }

    public int RowCount { get; }

    public string[] Names { get; }

    public CsvColumn[] Columns { get; }

    /// <summary>Reads the whole file, keeping nothing of it but what the columns are.</summary>
    /// <exception cref="InvalidFileException">The file is damaged, or no table.</exception>
    public static CsvLayout Of(string path, CsvOptions options, double work, CancellationToken cancellation)
    {
        CsvDialect dialect = CsvDialect.Of(path, options);
        using var records = new CsvRecords(
            path, dialect.Separator, dialect.Preamble, options, (0, work), cancellation);
        if (!records.Read())
        {
            throw records.Invalid("the file holds no record", "Check that it is the file you meant.");
        }

        var missing = new MissingCells(options.MissingValues);
        byte point = (byte)options.DecimalSeparator;
        byte[][] first = [.. Enumerable.Range(0, records.FieldCount).Select(i => records.Field(i).ToArray())];
        long firstLine = records.Line;
        ColumnScan[] scans = [.. first.Select(_ => new ColumnScan(missing, point))];
        var isRepeated = new bool[scans.Length];
        int rows = 0;
        for (; records.Read(); rows++)
        {
            for (int i = 0; i < scans.Length; i++)
            {
                ReadOnlySpan<byte> cell = records.Field(i);
                isRepeated[i] = isRepeated[i] || cell.SequenceEqual(first[i]);
                Observe(scans[i], cell, records.Line, records);
            }
        }

        bool hasHeader = dialect.Preamble == 0 && (options.Header is CsvHeader.Present
            || (options.Header is CsvHeader.Detect && IsHeader(first, scans, isRepeated, missing, point)));
        for (int i = 0; i < scans.Length && !hasHeader; i++)
        {
            Observe(scans[i], first[i], firstLine, records);
        }

        string[] names = hasHeader && options.Names is null
            ? NamesOf(first, firstLine, records)
            : Given(options, scans.Length, records);
        if (options.Kinds.Keys.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
        {
            throw records.Invalid(
                $"CsvOptions.Kinds names a column '{unknown}', which the file does not have",
                $"Its columns are {string.Join(", ", names)}.");
        }

        return new CsvLayout(
            dialect, hasHeader, hasHeader ? rows : rows + 1, names,
            [.. scans.Select((scan, i) => CsvColumn.Of(names[i], scan, options, missing))]);
    }

    private static void Observe(ColumnScan scan, ReadOnlySpan<byte> cell, long line, CsvRecords records)
    {
        if (!scan.Observe(cell))
        {
            throw records.Invalid(
                $"line {line} holds '{Encoding.Latin1.GetString(cell)}', which is no valid UTF-8",
                "Set CsvOptions.Encoding, as to Encoding.Latin1, or save the file as UTF-8.");
        }
    }

    private static bool IsHeader(
        byte[][] first, ColumnScan[] scans, bool[] isRepeated, MissingCells missing, byte point)
    {
        bool anyName = false;
        for (int i = 0; i < first.Length; i++)
        {
            var alone = new ColumnScan(missing, point);
            bool isMissing = missing.Contains(first[i]);
            if (!alone.Observe(first[i]) || (!isMissing && alone.Kind is not ColumnKind.Text))
            {
                return false;
            }

            anyName |= !isMissing;
        }

        return anyName && (scans.Any(scan => scan.HasValues && scan.Kind is not ColumnKind.Text)
            || !isRepeated.Contains(true));
    }

    private static string[] NamesOf(byte[][] first, long line, CsvRecords records)
    {
        const string Remedy = "Mend the first line, or give names for all columns in CsvOptions.Names.";
        string[] names = [.. first.Select(Encoding.UTF8.GetString)];
        int unnamed = Array.IndexOf(names, "");
        if (unnamed >= 0)
        {
            throw records.Invalid($"column {unnamed + 1} has no name on line {line}", Remedy);
        }

        for (int i = 0; i < names.Length; i++)
        {
            int other = Array.IndexOf(names, names[i]);
            if (other < i)
            {
                throw records.Invalid(
                    $"columns {other + 1} and {i + 1} are both named '{names[i]}' on line {line}", Remedy);
            }
        }

        return names;
    }

    private static string[] Given(CsvOptions options, int count, CsvRecords records)
    {
        if (options.Names is null)
        {
            return [.. Enumerable.Range(1, count).Select(i => FormattableString.Invariant($"column{i}"))];
        }

        return options.Names.Count == count ? [.. options.Names] : throw records.Invalid(
            $"the table has {count} columns where CsvOptions.Names gives {options.Names.Count}",
            "Give a name for each column, or set CsvOptions.Separator if the columns are wrong.");
    }
}
