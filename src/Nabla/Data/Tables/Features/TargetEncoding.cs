namespace Nabla;

/// <summary>What <see cref="TableFeatures"/> learns to predict: a column as classes or as numbers.</summary>
[ComponentFamily("target encoding")]
public abstract class TargetEncoding
{
    private protected TargetEncoding(string name, string reason)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(reason);
        Name = name;
        Reason = reason;
    }

    /// <summary>The name of the column.</summary>
    public string Name { get; }

    /// <summary>Why it is taken for classes or for numbers, in a few words.</summary>
    public string Reason { get; }

    /// <summary>How many numbers a model gives for a row: one for each class, or one.</summary>
    public abstract int Width { get; }

    /// <summary>The target of each row: int32 labels [rows], or float32 standardized numbers [rows, 1].</summary>
    internal abstract Tensor Encode(TableColumn column);

    /// <summary>Predictions as cells.</summary>
    internal abstract TableColumn Decode(Tensor predictions);

    private protected InvalidOperationException Missing(int row) => new(
        $"Row {row} has no value of the target '{Name}'; "
        + $"leave such rows out, as with table.Where(row => !row.IsMissing(\"{Name}\")).");
}
