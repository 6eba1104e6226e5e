namespace Nabla;

/// <summary>What the cells of a table's column are.</summary>
public enum ColumnKind
{
    /// <summary>Floating-point numbers, float32 or float64; not-a-number where a cell is missing.</summary>
    Number,

    /// <summary>Whole numbers, none missing.</summary>
    Integer,

    /// <summary>Truth values, none missing.</summary>
    Boolean,

    /// <summary>Words or sentences, kept once for each different one.</summary>
    Text,

    /// <summary>Dates, in days since 1 January 1970.</summary>
    Date,
}
