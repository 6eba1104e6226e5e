namespace Nabla;

/// <summary>Bounds the Euclidean length of each gradient by itself.</summary>
/// <remarks>
/// Computes <c>g ← g · min(1, maxNorm / (‖g‖ + 1e-6))</c> for each gradient, as Keras's <c>clipnorm</c> does and
/// PyTorch's <c>clip_grad_norm_</c> for one tensor: one more pass over each gradient. Directions of single gradients
/// stay, but their relation to each other does not.
/// </remarks>
[Component("clip_by_norm")]
public sealed class ClipByNorm : GradientClipping
{
    /// <summary>Creates the clipping.</summary>
    /// <param name="maxNorm">The greatest length of a gradient: finite, more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The norm is out of range.</exception>
    public ClipByNorm(double maxNorm) => MaxNorm = CheckBound(maxNorm, nameof(maxNorm));

    /// <summary>The greatest length of a gradient.</summary>
    public double MaxNorm { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Apply(IReadOnlyList<Tensor> gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        return [.. gradients.Select(gradient =>
            gradient * Scale(ClipByGlobalNorm.NormOf([gradient]), MaxNorm).Cast(gradient.DType))];
    }
}
