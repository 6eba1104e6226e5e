using CsvHelper;
using Nabla.Data.Formats;
using Nabla.Tabular;

namespace Nabla;

/// <summary>Reads and writes CSV files (RFC 4180 and what is called so), plain or compressed with gzip.</summary>
/// <remarks>
/// A file is read twice: once to find out what its columns are from all their cells, once to fill arrays of just the
/// right length. So nothing is guessed from a sample, and memory holds the table and little else. Cells are cut apart
/// by the package CsvHelper, which is why this is an assembly of its own; a million rows of twenty numbers take it
/// about 0.6 s a pass, and leave nothing to win by a parser of our own.
/// </remarks>
public static class CsvTable
{
    // The first pass, which keeps nothing, is the cheaper one.
    private const double ScanShare = 0.4;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; whether it is compressed is seen from its first bytes.</param>
    /// <param name="options">What is not to be found out.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <exception cref="InvalidFileException">
    /// The file is no table: rows of different lengths, an unclosed quote, columns of one name or none, a wrong
    /// separator or encoding. The message names the line and what to do.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static Table Read(string path, CsvOptions? options = null, CancellationToken cancellationToken = default)
    {
        options = Checked(options);
        CsvLayout layout = CsvLayout.Of(path, options, ScanShare, cancellationToken);
        using CsvRecords records = Rows(path, layout, options, cancellationToken);
        Table table = Fill(records, layout, layout.RowCount)!;
        options.Progress?.Report(1);
        return table;
    }

    /// <summary>Reads a file piece by piece, for those that do not fit in memory.</summary>
    /// <param name="path">The file; whether it is compressed is seen from its first bytes.</param>
    /// <param name="rows">The rows of each piece; the last may have fewer.</param>
    /// <param name="options">What is not to be found out.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <returns>Tables whose columns are of the same kinds; each is made when it is asked for.</returns>
    /// <exception cref="InvalidFileException">As for <see cref="Read"/>.</exception>
    public static IEnumerable<Table> ReadBatches(
        string path, int rows, CsvOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        options = Checked(options);
        CsvLayout layout = CsvLayout.Of(path, options, ScanShare, cancellationToken);
        return Batches(path, layout, rows, options, cancellationToken);
    }

    /// <summary>
    /// Writes a file, atomically (see <see cref="AtomicFile"/>): names, then rows; nothing where a cell is missing.
    /// </summary>
    /// <param name="path">The file to create or to replace. Its folder must exist.</param>
    /// <param name="table">The table.</param>
    /// <param name="separator">What stands between cells.</param>
    /// <exception cref="FileWriteException">The file cannot be written; the old one is still there, whole.</exception>
    public static void Write(string path, Table table, char separator = ',')
    {
        ArgumentNullException.ThrowIfNull(table);
        AtomicFile.Write(path, stream => Write(stream, table, separator));
    }

    /// <summary>Writes to a stream: names, then rows; nothing where a cell is missing.</summary>
    /// <param name="stream">Takes the text, in UTF-8; it stays open.</param>
    /// <param name="table">The table.</param>
    /// <param name="separator">What stands between cells.</param>
    public static void Write(Stream stream, Table table, char separator = ',')
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(table);
        using var writer = CsvWriter.Create(
            stream, new CsvWriterOptions { Separator = separator, NewLine = "\n" }, leaveOpen: true);
        writer.WriteHeader([.. table.Names]);
        string?[] cells = new string?[table.Columns.Count];
        for (int row = 0; row < table.RowCount; row++)
        {
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = table.Columns[i].Text(row);
            }

            writer.WriteRecord(cells);
        }

        writer.Flush();
    }

    private static IEnumerable<Table> Batches(
        string path, CsvLayout layout, int rows, CsvOptions options, CancellationToken cancellation)
    {
        using CsvRecords records = Rows(path, layout, options, cancellation);
        for (int start = 0; start < layout.RowCount; start += rows)
        {
            if (Fill(records, layout, Math.Min(rows, layout.RowCount - start)) is not { } table)
            {
                yield break;
            }

            yield return table;
        }

        options.Progress?.Report(1);
    }

    private static CsvRecords Rows(
        string path, CsvLayout layout, CsvOptions options, CancellationToken cancellation) =>
        new(path, layout.Separator, layout.Skipped, options, (ScanShare, 1 - ScanShare), cancellation);

    private static Table? Fill(CsvRecords records, CsvLayout layout, int rows)
    {
        ColumnFill[] fills = Array.ConvertAll(layout.Columns, column => column.Fill(rows));
        for (int row = 0; row < rows; row++)
        {
            if (!records.Read())
            {
                throw records.Invalid(
                    $"there are fewer than {layout.RowCount} rows, so that the file became shorter while it was read",
                    "Wait until it is complete, then try again.");
            }

            for (int i = 0; i < fills.Length; i++)
            {
                if (!fills[i].TrySet(row, records.Field(i)))
                {
                    throw Unreadable(records, layout.Columns[i], i);
                }
            }
        }

        return new Table(Array.ConvertAll(fills, fill => fill.ToColumn(rows)));
    }

    private static InvalidFileException Unreadable(CsvRecords records, CsvColumn column, int index) =>
        records.Invalid(
            $"line {records.Line} holds '{System.Text.Encoding.UTF8.GetString(records.Field(index))}' in column "
            + $"'{column.Name}', which is no {column.Kind}",
            $"Leave the column out of CsvOptions.Kinds, or make it {nameof(ColumnKind.Text)}"
            + (column.Kind is ColumnKind.Integer or ColumnKind.Boolean ? "; missing cells need Number or Text." : "."));

    private static CsvOptions Checked(CsvOptions? options)
    {
        options ??= new CsvOptions();
        if (options.DecimalSeparator is not ('.' or ',') || options.DecimalSeparator == options.Separator)
        {
            throw new ArgumentException(
                $"The decimal separator is '{options.DecimalSeparator}' and the separator of fields is "
                + $"'{options.Separator}'; the first is a point or a comma, and not the second.", nameof(options));
        }

        return options.NumberType.IsFloating ? options : throw new ArgumentException(
            $"Numbers with missing cells are {nameof(DType.Float32)} or {nameof(DType.Float64)} but got "
            + $"{options.NumberType}; whole numbers are found out, or told in Kinds.", nameof(options));
    }
}
