namespace Nabla;

/// <summary>Gives each example another shape; no number moves.</summary>
/// <example><code>new Reshape([7, 7, -1])   // [batch, 98] becomes [batch, 7, 7, 2]</code></example>
[Component("reshape")]
public sealed class Reshape : Layer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="targetShape">
    /// The extents of an example, without the batch; one of them may be −1, which stands for what is left.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">An extent is below −1, or two are −1.</exception>
    public Reshape(IReadOnlyList<long> targetShape)
    {
        ArgumentNullException.ThrowIfNull(targetShape);
        if (targetShape.Any(extent => extent < -1) || targetShape.Count(extent => extent == -1) > 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(targetShape),
                "Reshape takes extents of 0 or more, one of which may be -1 for what is left, "
                + $"but got [{string.Join(", ", targetShape)}].");
        }

        TargetShape = targetShape;
    }

    /// <summary>The extents of an example, without the batch.</summary>
    public IReadOnlyList<long> TargetShape { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(x);
        long available = x.Rank == 0 ? 0 : Shape.Create(x.Shape.Extents[1..]).ElementCount;
        long known = TargetShape.Where(extent => extent >= 0).Aggregate(1L, (product, extent) => product * extent);
        bool fits = TargetShape.Contains(-1) ? known > 0 && available % known == 0 : known == available;
        return x.Rank > 0 && fits
            ? x.Reshape(Shape.Create(
                [x.Shape[0], .. TargetShape.Select(extent => extent < 0 ? available / known : extent)]))
            : throw new ShapeMismatchException(
                $"{Subject} makes [{string.Join(", ", TargetShape)}] of each example but got {x.Shape}, whose examples "
                + $"have {available} elements; let the extents multiply to as many.", x.Shape);
    }
}
