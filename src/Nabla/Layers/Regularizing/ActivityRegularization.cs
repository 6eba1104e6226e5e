namespace Nabla;

/// <summary>Passes its input on, and adds a penalty on its size to the loss.</summary>
/// <remarks>Adds <c>(l1 · Σ |x| + l2 · Σ x²) / examples</c>.</remarks>
[Component("activity_regularization")]
public sealed class ActivityRegularization : Layer
{
    private readonly L1L2 _penalty;

    /// <summary>Creates the layer.</summary>
    /// <param name="l1">What the sum of magnitudes is multiplied by; 0 or more.</param>
    /// <param name="l2">What the sum of squares is multiplied by; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A factor is negative.</exception>
    public ActivityRegularization(double l1 = 0, double l2 = 0) => _penalty = new L1L2(l1, l2);

    /// <summary>What the sum of magnitudes is multiplied by.</summary>
    public double L1 => _penalty.L1;

    /// <summary>What the sum of squares is multiplied by.</summary>
    public double L2 => _penalty.L2;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(context);
        context.AddActivityLoss(_penalty, x);
        return x;
    }
}
