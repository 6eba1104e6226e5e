namespace Nabla;

/// <summary>A column of a <see cref="Table"/>: a name and a cell for each row, all of one kind.</summary>
/// <remarks>Columns do not change, so that tables share them and any number of threads may read them.</remarks>
public abstract partial class TableColumn
{
    private int _missing = -1;

    private protected TableColumn(string name, int count, ColumnKind kind)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Count = count;
        Kind = kind;
    }

    /// <summary>The name, unique within a table.</summary>
    public string Name { get; }

    /// <summary>The number of cells, which is the number of the table's rows.</summary>
    public int Count { get; }

    /// <summary>What the cells are.</summary>
    public ColumnKind Kind { get; }

    /// <summary>The number of cells without a value.</summary>
    public int MissingCount
    {
        get
        {
            if (_missing < 0)
            {
                int missing = 0;
                for (int row = 0; row < Count; row++)
                {
                    missing += IsMissing(row) ? 1 : 0;
                }

                _missing = missing;
            }

            return _missing;
        }
    }

    /// <summary>The different texts of a column of text, in the order of their first appearance.</summary>
    /// <exception cref="InvalidOperationException">The column holds no text.</exception>
    public virtual IReadOnlyList<string> Categories => throw new InvalidOperationException(
        $"Column '{Name}' is of kind {Kind} and has no categories; read it as text.");

    /// <summary>Whether a cell has no value.</summary>
    /// <param name="row">From 0 to <see cref="Count"/> − 1.</param>
    public abstract bool IsMissing(int row);

    /// <summary>
    /// A cell as a number: truth values as 0 and 1, dates as days since 1970, NaN where it is missing.
    /// </summary>
    /// <param name="row">From 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="InvalidOperationException">The column holds text.</exception>
    public abstract double Number(int row);

    /// <summary>A cell as text, in the invariant culture; null where it is missing.</summary>
    /// <param name="row">From 0 to <see cref="Count"/> − 1.</param>
    public abstract string? Text(int row);

    /// <summary>The same cells under another name.</summary>
    /// <param name="name">The name.</param>
    public abstract TableColumn Rename(string name);

    /// <summary>The cells of some rows, in that order; one may come more than once.</summary>
    /// <param name="rows">The numbers of the rows.</param>
    public abstract TableColumn Select(ReadOnlySpan<int> rows);

    /// <summary>The column as a vector.</summary>
    /// <param name="dtype">The type; integers take no missing or fractional cells.</param>
    /// <exception cref="InvalidOperationException">
    /// The column holds text, or a cell that the type cannot hold.
    /// </exception>
    public Tensor ToTensor(DType dtype = DType.Float32) => dtype switch
    {
        DType.Float64 => Tensor.From(Elements((number, _) => number)),
        DType.Float32 => Tensor.From(Elements((number, _) => (float)number)),
        DType.Int64 when Exact is { } exact => Tensor.From(exact),
        DType.Int64 => Tensor.From(
            Elements((number, row) => (long)Whole(number, row, dtype, long.MinValue, long.MaxValue))),
        DType.Int32 => Tensor.From(
            Elements((number, row) => (int)Whole(number, row, dtype, int.MinValue, int.MaxValue + 1.0))),
        DType.UInt8 => Tensor.From(Elements((number, row) => (byte)Whole(number, row, dtype, 0, 256))),
        _ => Tensor.From(Elements((number, row) => Whole(number, row, dtype, 0, 2) == 1)),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Count} of kind {Kind}, {MissingCount} missing";

    // Beyond 2⁵³ a whole number is lost on its way through a double.
    private protected virtual long[]? Exact => null;

    /// <summary>Writes the numbers of all rows, one every <paramref name="stride"/> places.</summary>
    internal virtual void CopyTo(Span<float> destination, int stride)
    {
        for (int row = 0, place = 0; row < Count; row++, place += stride)
        {
            destination[place] = (float)Number(row);
        }
    }

    private protected static T[] Gather<T>(T[] elements, ReadOnlySpan<int> rows)
    {
        var selected = new T[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            selected[i] = elements[rows[i]];
        }

        return selected;
    }

    private T[] Elements<T>(Func<double, int, T> element)
    {
        var elements = new T[Count];
        for (int row = 0; row < elements.Length; row++)
        {
            elements[row] = element(Number(row), row);
        }

        return elements;
    }

    private double Whole(double number, int row, DType dtype, double low, double high) =>
        double.IsInteger(number) && number >= low && number < high
            ? number
            : throw new InvalidOperationException(
                $"Row {row} of column '{Name}' is {Text(row) ?? "missing"}, which {dtype} cannot hold; "
                + "ask for DType.Float32, or select the rows that have a value.");
}
