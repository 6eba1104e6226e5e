namespace Nabla;

/// <summary>Types and shapes of one example.</summary>
/// <param name="Inputs">Of each input.</param>
/// <param name="Targets">Of each target.</param>
/// <param name="Weight">Of the weight; null when all examples count alike.</param>
public sealed record ExampleSpec(
    IReadOnlyList<TensorSpec> Inputs, IReadOnlyList<TensorSpec> Targets, TensorSpec? Weight = null)
{
    /// <summary>All columns: inputs, targets, weight.</summary>
    internal IReadOnlyList<TensorSpec> Columns { get; } =
        [.. Inputs, .. Targets, .. (IEnumerable<TensorSpec>)(Weight is { } weight ? [weight] : [])];

    /// <inheritdoc/>
    public bool Equals(ExampleSpec? other) =>
        other is not null && Inputs.Count == other.Inputs.Count && Columns.SequenceEqual(other.Columns)
        && Targets.Count == other.Targets.Count;

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (TensorSpec column in Columns)
        {
            hash.Add(column);
        }

        return hash.ToHashCode();
    }

    /// <summary>The inputs and the targets, as in <c>float32[4] → int32[]</c>.</summary>
    public override string ToString() =>
        $"{string.Join(", ", Inputs)} → {string.Join(", ", Targets)}{(Weight is null ? "" : ", weighted")}";

    /// <summary>Types and shapes of a batch, column by column.</summary>
    internal TensorSpec[] Batch(int size) =>
        [.. Columns.Select(column => column with { Shape = column.Shape.Insert(0, size) })];

    /// <summary>A batch of columns in the order of <see cref="Columns"/>.</summary>
    internal Batch Assemble(IReadOnlyList<Tensor> columns) => new(
        [.. columns.Take(Inputs.Count)],
        [.. columns.Skip(Inputs.Count).Take(Targets.Count)],
        Weight is null ? null : columns[Inputs.Count + Targets.Count]);
}
