using System.Globalization;

namespace Nabla;

/// <summary>A column of categories, one feature for each.</summary>
/// <remarks>
/// A feature is 1 in the rows of its category and 0 in all others. A category that was not there when the features were
/// fitted gives zeros alone; so does a missing cell, unless cells were missing then too.
/// </remarks>
[Component("categorical")]
public sealed class CategoricalEncoding : ColumnEncoding
{
    private readonly Dictionary<string, int> _places;

    /// <summary>Creates the encoding.</summary>
    /// <param name="name">The name of the column.</param>
    /// <param name="classes">The categories, in the order of their features; all different.</param>
    /// <param name="hasIndicator">Whether one more feature says what is missing.</param>
    public CategoricalEncoding(string name, IReadOnlyList<string> classes, bool hasIndicator) : base(name)
    {
        ArgumentNullException.ThrowIfNull(classes);
        Classes = [.. classes];
        HasIndicator = hasIndicator;
        _places = Classes.Index().ToDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);
    }

    /// <summary>The categories, in the order of their features.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Whether one more feature says what is missing.</summary>
    public bool HasIndicator { get; }

    /// <inheritdoc/>
    public override int Width => Classes.Count + (HasIndicator ? 1 : 0);

    /// <inheritdoc/>
    public override IReadOnlyList<string> FeatureNames =>
    [
        .. Classes.Select(category => $"{Name} = {category}"),
        .. HasIndicator ? [$"{Name} is missing"] : Array.Empty<string>(),
    ];

    /// <inheritdoc/>
    public override string Description =>
        $"one of {Classes.Count} categories{(HasIndicator ? ", with what is missing" : "")}";

    internal override void Encode(TableColumn column, Span<float> destination, int stride)
    {
        int[] categories = Categories(column);
        for (int row = 0, place = 0; row < categories.Length; row++, place += stride)
        {
            if (categories[row] > 0)
            {
                destination[place + categories[row] - 1] = 1;
            }
            else if (HasIndicator && column.IsMissing(row))
            {
                destination[place + Width - 1] = 1;
            }
        }
    }

    internal override int[] Categories(TableColumn column)
    {
        var categories = new int[column.Count];
        for (int row = 0; row < categories.Length; row++)
        {
            categories[row] = column.Text(row) is { } text ? PlaceOf(text, column.Kind) + 1 : 0;
        }

        return categories;
    }

    // Columns of few rows may be read as truth values or numbers where the fitted one held texts, such as True and ?;
    // they are then spelled in one way, true for True and 1 for 1.0.
    private int PlaceOf(string text, ColumnKind kind) =>
        _places.TryGetValue(text, out int place) ? place
        : kind is ColumnKind.Boolean
            ? IndexOf(category => category.Equals(text, StringComparison.OrdinalIgnoreCase))
        : kind is ColumnKind.Integer or ColumnKind.Number && NumberOf(text) is { } number
            ? IndexOf(category => NumberOf(category) == number)
        : -1;

    private int IndexOf(Func<string, bool> isIt)
    {
        for (int i = 0; i < Classes.Count; i++)
        {
            if (isIt(Classes[i]))
            {
                return i;
            }
        }

        return -1;
    }

    // 007 is a code and no number.
    private static double? NumberOf(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && !(text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1])) ? number : null;
}
