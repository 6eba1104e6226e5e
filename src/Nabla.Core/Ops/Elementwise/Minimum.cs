using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The smaller of two elements, broadcasting.</summary>
    /// <remarks>NaN wins. Where both are equal, each takes half of the gradient.</remarks>
    public Tensor Minimum(Tensor other) => MinimumOp.Instance.On(this, other);

    /// <inheritdoc cref="Minimum(Tensor)"/>
    public Tensor Minimum(Scalar other) => MinimumOp.Instance.On(this, other);
}

internal sealed record MinimumOp : BinaryOp
{
    public static readonly MinimumOp Instance = new();

    protected override double Reference(double a, double b) => Math.Min(a, b);

    protected override (Tensor? A, Tensor? B) Gradient(Tensor a, Tensor b, Tensor y, Tensor dy)
    {
        Tensor tie = a.IsEqual(b).Where(dy * 0.5, 0);
        return ((a < b).Where(dy, tie), (b < a).Where(dy, tie));
    }
}
