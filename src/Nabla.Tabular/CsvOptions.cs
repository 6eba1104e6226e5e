using System.Text;

namespace Nabla;

/// <summary>How a CSV file is read; what is not said is found out.</summary>
public sealed record CsvOptions
{
    /// <summary>The separator; found out among comma, semicolon, tab, bar and space when null.</summary>
    public char? Separator { get; init; }

    /// <summary>Whether the first line names the columns.</summary>
    public CsvHeader Header { get; init; }

    /// <summary>Names for all columns, in place of those of the file.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>
    /// What stands for a missing cell, case and all: nothing, <c>NA</c>, <c>N/A</c>, <c>NaN</c>, <c>nan</c>, <c>?</c>,
    /// <c>null</c> and <c>NULL</c> by default.
    /// </summary>
    public IReadOnlyList<string> MissingValues { get; init; } = ["", "NA", "N/A", "NaN", "nan", "?", "null", "NULL"];

    /// <summary>The character before the fraction of a number: a point, or a comma.</summary>
    public char DecimalSeparator { get; init; } = '.';

    /// <summary>The encoding; by default UTF-8, or what a byte order mark says.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>The kinds of columns by name, where they shall not be found out from all their cells.</summary>
    public IReadOnlyDictionary<string, ColumnKind> Kinds { get; init; } = new Dictionary<string, ColumnKind>();

    /// <summary>
    /// The type of columns of kind <see cref="ColumnKind.Number"/>: float32 by default, except where a column holds
    /// what float32 cannot (whole numbers beyond 2²⁴ beside missing cells, magnitudes beyond 3.4 · 10³⁸).
    /// </summary>
    public DType NumberType { get; init; } = DType.Float32;

    /// <summary>Is told the share of the work that is done, from 0 to 1; null tells nobody.</summary>
    public IProgress<double>? Progress { get; init; }
}
