namespace Nabla.Tabular;

/// <summary>How the cells of a column are read.</summary>
/// <param name="Name">The name of the column.</param>
/// <param name="Kind">What its cells are.</param>
/// <param name="IsWide">Whether numbers take 64 bits.</param>
/// <param name="Missing">The cells that stand for a missing value.</param>
/// <param name="Point">The character before the fraction of a number.</param>
internal sealed record CsvColumn(string Name, ColumnKind Kind, bool IsWide, MissingCells Missing, byte Point)
{
    /// <summary>Decides for what was told, and otherwise for what was found.</summary>
    public static CsvColumn Of(string name, ColumnScan scan, CsvOptions options, MissingCells missing)
    {
        ColumnKind kind = options.Kinds.TryGetValue(name, out ColumnKind told) ? told : scan.Kind;
        bool isWide = kind is ColumnKind.Integer
            ? !scan.FitsInt32
            : scan.NeedsDouble || options.NumberType is DType.Float64;
        return new CsvColumn(name, kind, isWide, missing, (byte)options.DecimalSeparator);
    }

    /// <summary>Takes the cells of some rows.</summary>
    public ColumnFill Fill(int rows) => Kind switch
    {
        ColumnKind.Integer when IsWide => new IntegerFill<long>(this, rows),
        ColumnKind.Integer => new IntegerFill<int>(this, rows),
        ColumnKind.Number when IsWide => new NumberFill<double>(this, rows),
        ColumnKind.Number => new NumberFill<float>(this, rows),
        ColumnKind.Boolean => new BooleanFill(this, rows),
        ColumnKind.Date => new DateFill(this, rows),
        _ => new TextFill(this, rows),
    };
}
