namespace Nabla;

/// <summary>Brings the features of each example to length 1, so that only their direction is left.</summary>
/// <remarks>
/// Computes <c>y = x / √max(Σ x², 1e-12)</c> along an axis or several, as Keras does. Nothing is learned.
/// </remarks>
[Component("unit_normalization")]
public sealed class UnitNormalization : Layer
{
    private const double SmallestSquare = 1e-12;

    /// <summary>Creates the layer.</summary>
    /// <param name="axes">The axes whose elements make a vector: the last by default.</param>
    public UnitNormalization(Axes<int> axes = default) => Axes = axes.Count == 0 ? [-1] : axes;

    /// <summary>The axes whose elements make a vector.</summary>
    public Axes<int> Axes { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) // x: [batch, …]
    {
        ArgumentNullException.ThrowIfNull(x);
        foreach (int axis in Axes)
        {
            int place = axis < 0 ? axis + x.Rank : axis;
            if (place < 1 || place >= x.Rank)
            {
                throw new ShapeMismatchException(
                    $"{Subject} makes vectors along axis {axis}, which is none of the axes after the batch of "
                    + $"{x.Shape}; give another axis.", x.Shape);
            }
        }

        Tensor values = x.DType.IsFloating ? x : x.Cast(DType.Float32);
        return values * values.Square().Sum(Axes.Span, keepAxes: true).Maximum(SmallestSquare).ReciprocalSqrt();
    }
}
