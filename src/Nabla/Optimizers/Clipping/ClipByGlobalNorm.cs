namespace Nabla;

/// <summary>Bounds the Euclidean length of all gradients together, and keeps their direction.</summary>
/// <remarks>
/// Computes <c>g ← g · min(1, maxNorm / (‖all g‖ + 1e-6))</c>, as PyTorch's <c>clip_grad_norm_</c>: one more pass over
/// each gradient. Source: R. Pascanu, T. Mikolov, Y. Bengio, On the difficulty of training recurrent neural networks,
/// 2013.
/// </remarks>
[Component("clip_by_global_norm")]
public sealed class ClipByGlobalNorm : GradientClipping
{
    /// <summary>Creates the clipping.</summary>
    /// <param name="maxNorm">The greatest length of all gradients together: finite, more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The norm is out of range.</exception>
    public ClipByGlobalNorm(double maxNorm) => MaxNorm = CheckBound(maxNorm, nameof(maxNorm));

    /// <summary>The greatest length of all gradients together.</summary>
    public double MaxNorm { get; }

    /// <summary>The Euclidean length of tensors together, a float64 scalar.</summary>
    /// <param name="gradients">The tensors.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static Tensor NormOf(IReadOnlyList<Tensor> gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        return gradients.Count == 0
            ? throw new ArgumentException("No tensors have no norm; pass at least one.", nameof(gradients))
            : gradients.Select(gradient => gradient.Square().Sum().Cast(DType.Float64))
                .Aggregate((sum, square) => sum + square).Sqrt();
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Apply(IReadOnlyList<Tensor> gradients)
    {
        Tensor scale = Scale(NormOf(gradients), MaxNorm);
        return [.. gradients.Select(gradient => gradient * scale.Cast(gradient.DType))];
    }
}
