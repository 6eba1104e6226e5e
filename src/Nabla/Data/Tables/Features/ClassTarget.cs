namespace Nabla;

/// <summary>A target of classes, each with a name.</summary>
[Component("classes")]
public sealed class ClassTarget : TargetEncoding
{
    /// <summary>Creates the target.</summary>
    /// <param name="name">The name of the column.</param>
    /// <param name="classes">The names of the classes in order of their labels; two or more, all different.</param>
    /// <param name="reason">Why the column is taken for classes.</param>
    public ClassTarget(string name, IReadOnlyList<string> classes, string reason) : base(name, reason)
    {
        ArgumentNullException.ThrowIfNull(classes);
        Classes = [.. classes];
        if (Classes.Count < 2 || Classes.Distinct(StringComparer.Ordinal).Count() != Classes.Count)
        {
            throw new ArgumentException(
                $"There are at least two classes of different names, but target '{name}' got "
                + $"{string.Join(", ", Classes)}; add rows of another class.", nameof(classes));
        }
    }

    /// <summary>The names of the classes, in the order of their labels.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public override int Width => Classes.Count;

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Classes.Count} classes, since {Reason}";

    internal override Tensor Encode(TableColumn column)
    {
        Dictionary<string, int> labels = Classes.Index()
            .ToDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);
        var encoded = new int[column.Count];
        for (int row = 0; row < encoded.Length; row++)
        {
            string text = column.Text(row) ?? throw Missing(row);
            encoded[row] = labels.TryGetValue(text, out int label) ? label : throw new ArgumentException(
                $"Row {row} is of class '{text}' where the features were fitted to {string.Join(", ", Classes)}; "
                + "fit them to a table that has all classes.", nameof(column));
        }

        return Tensor.From(encoded);
    }

    internal override TableColumn Decode(Tensor predictions)
    {
        bool isLabels = predictions.Rank == 1 && !predictions.DType.IsFloating;
        if (!isLabels && (predictions.Rank != 2 || predictions.Shape[1] != Classes.Count))
        {
            throw new ShapeMismatchException(
                $"Predictions of {Classes.Count} classes are [rows, {Classes.Count}], or [rows] of labels, but got "
                + $"{predictions.Spec}; end the model with {Classes.Count} units.", predictions.Shape);
        }

        int[] labels = (isLabels ? predictions : predictions.ArgMax(1)).Cast(DType.Int32).ToArray<int>();
        return TableColumn.OfCodes(Name, labels, Classes);
    }
}
