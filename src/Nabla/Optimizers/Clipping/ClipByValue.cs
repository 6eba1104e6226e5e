namespace Nabla;

/// <summary>Bounds every element of every gradient.</summary>
/// <remarks>
/// Computes <c>g ← min(max(g, −limit), limit)</c>, as PyTorch's <c>clip_grad_value_</c>. It joins the pass of the
/// update.
/// </remarks>
[Component("clip_by_value")]
public sealed class ClipByValue : GradientClipping
{
    /// <summary>Creates the clipping.</summary>
    /// <param name="limit">The largest magnitude of an element: finite, more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is out of range.</exception>
    public ClipByValue(double limit) => Limit = CheckBound(limit, nameof(limit));

    /// <summary>The largest magnitude of an element.</summary>
    public double Limit { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Apply(IReadOnlyList<Tensor> gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        return [.. gradients.Select(gradient => gradient.Clamp(-Limit, Limit))];
    }
}
