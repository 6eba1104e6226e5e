namespace Nabla;

/// <summary>Keeps gradients from being too large, before an optimizer sees them.</summary>
/// <remarks>
/// A clipping of your own states its formula in <see cref="Apply"/>, a pure function in tensor language. It can be used
/// without an optimizer too.
/// </remarks>
/// <example><code>
/// var adam = new Adam(1e-3) { Clipping = new ClipByGlobalNorm(1) };
/// </code></example>
[ComponentFamily("clipping")]
public abstract class GradientClipping
{
    /// <summary>The gradients that an update may use.</summary>
    /// <param name="gradients">All gradients of a step.</param>
    /// <returns>As many, of the same shapes and types.</returns>
    public abstract IReadOnlyList<Tensor> Apply(IReadOnlyList<Tensor> gradients);

    /// <summary>Checks a bound: finite, more than 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    protected static double CheckBound(double value, string name) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(
            name, value, $"The {name} is a finite number of more than 0; to clip nothing, leave Clipping null.");

    // PyTorch adds 1e-6, so that a norm of zero divides nothing.
    private protected static Tensor Scale(Tensor norm, double maxNorm) => (maxNorm / (norm + 1e-6)).Minimum(1);
}
