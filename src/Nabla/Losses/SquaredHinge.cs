namespace Nabla;

/// <summary>The square of the hinge: smooth where the margin is met.</summary>
/// <remarks>
/// Computes <c>max(0, 1 − s · x)²</c> for a score <c>x</c>, where <c>s</c> is 1 for a yes and −1 for a no.
/// </remarks>
[Component("squared_hinge")]
public sealed class SquaredHinge : Loss
{
    /// <summary>The losses of the scores.</summary>
    /// <param name="predictions">Scores of any shape, without a last function.</param>
    /// <param name="targets">Of the same shape: 1 for a yes, 0 or −1 for a no.</param>
    /// <returns>The same shape.</returns>
    protected override Tensor Elements(Tensor predictions, Tensor targets) =>
        (1 - (TargetsLike(predictions, targets) > 0).Where(predictions, -predictions)).Relu().Square();
}
