using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The larger of two elements, broadcasting.</summary>
    /// <remarks>NaN wins. Where both are equal, each takes half of the gradient.</remarks>
    public Tensor Maximum(Tensor other) => MaximumOp.Instance.On(this, other);

    /// <inheritdoc cref="Maximum(Tensor)"/>
    public Tensor Maximum(Scalar other) => MaximumOp.Instance.On(this, other);
}

internal sealed record MaximumOp : BinaryOp
{
    public static readonly MaximumOp Instance = new();

    protected override double Reference(double a, double b) => Math.Max(a, b);

    protected override (Tensor? A, Tensor? B) Gradient(Tensor a, Tensor b, Tensor y, Tensor dy)
    {
        Tensor tie = a.IsEqual(b).Where(dy * 0.5, 0);
        return ((a > b).Where(dy, tie), (b > a).Where(dy, tie));
    }
}
