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
            categories[row] = column.Text(row) is { } text && _places.TryGetValue(text, out int place) ? place + 1 : 0;
        }

        return categories;
    }
}
