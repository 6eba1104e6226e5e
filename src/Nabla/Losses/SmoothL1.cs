using Nabla.Comparison;

namespace Nabla;

/// <summary>The absolute difference, rounded off near zero: the regression of boxes in detection.</summary>
/// <remarks>
/// Computes <c>d² / (2β)</c> where <c>|d| &lt; β</c>, else <c>|d| − β / 2</c>, with <c>d = p − t</c>: <see
/// cref="Huber"/> divided by β. Source: R. Girshick, Fast R-CNN, 2015, section 2.3.
/// </remarks>
[Component("smooth_l1")]
public sealed class SmoothL1 : Loss
{
    /// <summary>Creates the loss.</summary>
    /// <param name="beta">The difference from which it is linear: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is out of range.</exception>
    public SmoothL1(double beta = 1) => Beta = Argument.Positive(beta);

    /// <summary>The difference from which it is linear.</summary>
    public double Beta { get; }

    /// <inheritdoc/>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        Tensor distance = (predictions - TargetsLike(predictions, targets)).Abs();
        return (distance < Beta).Where((0.5 / Beta) * distance.Square(), distance - (0.5 * Beta));
    }
}
