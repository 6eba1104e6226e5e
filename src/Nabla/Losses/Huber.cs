using Nabla.Comparison;

namespace Nabla;

/// <summary>Squared for small differences, linear for large ones: regression with outliers.</summary>
/// <remarks>
/// Computes <c>d² / 2</c> where <c>|d| ≤ δ</c>, else <c>δ · (|d| − δ / 2)</c>, with <c>d = p − t</c>. Source: P. Huber,
/// Robust estimation of a location parameter, 1964.
/// </remarks>
[Component("huber")]
public sealed class Huber : Loss
{
    /// <summary>Creates the loss.</summary>
    /// <param name="delta">The difference from which it is linear: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> is out of range.</exception>
    public Huber(double delta = 1) => Delta = Argument.Positive(delta);

    /// <summary>The difference from which it is linear.</summary>
    public double Delta { get; }

    /// <inheritdoc/>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        Tensor distance = (predictions - TargetsLike(predictions, targets)).Abs();
        return (distance <= Delta).Where(0.5 * distance.Square(), Delta * (distance - (0.5 * Delta)));
    }
}
