namespace Nabla;

/// <summary>What <see cref="TableFeatures"/> makes of a column: features, or nothing.</summary>
[ComponentFamily("column encoding")]
public abstract class ColumnEncoding
{
    private protected ColumnEncoding(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <summary>The name of the column.</summary>
    public string Name { get; }

    /// <summary>The number of features; 0 for a column that is left out.</summary>
    public abstract int Width { get; }

    /// <summary>What each feature is, such as <c>town = Ulm</c>.</summary>
    public abstract IReadOnlyList<string> FeatureNames { get; }

    /// <summary>What is done with the column, and why, in a few words.</summary>
    public abstract string Description { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Description}";

    /// <summary>Writes the features of all rows over zeros.</summary>
    /// <param name="column">The column, of any table.</param>
    /// <param name="destination">The features of the first row, then those of the next one.</param>
    /// <param name="stride">The distance of rows.</param>
    internal abstract void Encode(TableColumn column, Span<float> destination, int stride);

    /// <summary>
    /// The number of each row's category: 0 for one that is missing or was not seen, then from 1; null for numbers.
    /// </summary>
    internal virtual int[]? Categories(TableColumn column) => null;
}
