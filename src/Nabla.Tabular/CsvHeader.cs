namespace Nabla;

/// <summary>Whether the first line of a CSV file names the columns.</summary>
public enum CsvHeader
{
    /// <summary>
    /// Found out: the first line names the columns if none of its cells is a number, a truth value or a date, and a
    /// column below is one, or, where all columns are text, if none of its cells appears again below it.
    /// </summary>
    Detect,

    /// <summary>The first line names the columns.</summary>
    Present,

    /// <summary>The first line is data; columns are named <c>column1</c>, <c>column2</c>, ….</summary>
    Absent,
}
