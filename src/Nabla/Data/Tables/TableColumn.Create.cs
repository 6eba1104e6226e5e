using Nabla.Data;

namespace Nabla;

public abstract partial class TableColumn
{
    /// <summary>A column of numbers.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="elements">The cells, NaN where one is missing; kept, not copied.</param>
    public static TableColumn Of(string name, float[] elements) => new NumericColumn<float>(name, elements);

    /// <inheritdoc cref="Of(string, float[])"/>
    public static TableColumn Of(string name, double[] elements) => new NumericColumn<double>(name, elements);

    /// <summary>A column of whole numbers.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="elements">The cells; kept, not copied.</param>
    public static TableColumn Of(string name, int[] elements) => new NumericColumn<int>(name, elements);

    /// <inheritdoc cref="Of(string, int[])"/>
    public static TableColumn Of(string name, long[] elements) => new NumericColumn<long>(name, elements);

    /// <summary>A column of truth values.</summary>
    /// <inheritdoc cref="Of(string, int[])"/>
    public static TableColumn Of(string name, bool[] elements) => new BooleanColumn(name, elements);

    /// <summary>A column of dates.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="elements">The cells, null where one is missing.</param>
    public static TableColumn Of(string name, IEnumerable<DateTime?> elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        return OfDays(name, [.. elements.Select(date => date is { } day ? DateColumn.DaysOf(day) : double.NaN)]);
    }

    /// <summary>A column of text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="elements">The cells, null where one is missing.</param>
    public static TableColumn Of(string name, IEnumerable<string?> elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        var categories = new CategoryIndex();
        int[] codes = [.. elements.Select(text => text is null ? TextColumn.Missing : categories.CodeOf(text))];
        return new TextColumn(name, codes, categories.Texts);
    }

    /// <summary>A column of text whose different texts were numbered already.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="codes">For each cell the number of its text, −1 where it is missing; kept, not copied.</param>
    /// <param name="categories">The different texts.</param>
    /// <exception cref="ArgumentException">A number belongs to no text.</exception>
    public static TableColumn OfCodes(string name, int[] codes, IReadOnlyList<string> categories)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(categories);
        int stray = Array.FindIndex(codes, code => code < TextColumn.Missing || code >= categories.Count);
        return stray < 0 ? new TextColumn(name, codes, [.. categories]) : throw new ArgumentException(
            $"Cell {stray} of column '{name}' has the number {codes[stray]} where there are {categories.Count} texts; "
            + "number them from 0, and write −1 where a cell is missing.", nameof(codes));
    }

    /// <summary>A column of dates that are days since 1 January 1970.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="days">The cells, NaN where one is missing; kept, not copied.</param>
    public static TableColumn OfDays(string name, double[] days) => new DateColumn(name, days);
}
