namespace Nabla;

/// <summary>A column that is left out: constant, empty, an identifier, or text without categories.</summary>
/// <param name="name">The name of the column.</param>
/// <param name="reason">Why, in a few words.</param>
[Component("dropped")]
public sealed class DroppedColumn(string name, string reason) : ColumnEncoding(name)
{
    /// <summary>Why, in a few words.</summary>
    public string Reason { get; } = reason;

    /// <inheritdoc/>
    public override int Width => 0;

    /// <inheritdoc/>
    public override IReadOnlyList<string> FeatureNames => [];

    /// <inheritdoc/>
    public override string Description => $"left out, {Reason}";

    internal override void Encode(TableColumn column, Span<float> destination, int stride)
    {
    }
}
