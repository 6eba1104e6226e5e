namespace Nabla;

/// <summary>
/// The logarithm of the hyperbolic cosine of the difference: near zero squared, far from it absolute.
/// </summary>
/// <remarks>
/// Computes <c>log(cosh(d)) = d + log(1 + e^(−2d)) − log 2</c> with <c>d = p − t</c>; smooth everywhere.
/// </remarks>
[Component("log_cosh")]
public sealed class LogCosh : Loss
{
    /// <inheritdoc/>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        Tensor difference = predictions - TargetsLike(predictions, targets);
        return difference + (-2 * difference).Softplus() - Math.Log(2);
    }
}
