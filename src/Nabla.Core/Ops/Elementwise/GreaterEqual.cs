using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Where the left element is larger or equal; broadcasting.</summary>
    /// <returns>A bool tensor of the common shape.</returns>
    public static Tensor operator >=(Tensor left, Tensor right) => GreaterEqualOp.Instance.On(left, right);

    /// <inheritdoc cref="op_GreaterThanOrEqual(Tensor, Tensor)"/>
    public static Tensor operator >=(Tensor left, Scalar right) => GreaterEqualOp.Instance.On(left, right);

    /// <inheritdoc cref="op_GreaterThanOrEqual(Tensor, Tensor)"/>
    public static Tensor operator >=(Scalar left, Tensor right) => GreaterEqualOp.Instance.On(left, right);
}

internal sealed record GreaterEqualOp : ComparisonOp
{
    public static readonly GreaterEqualOp Instance = new();

    protected override bool Holds(double a, double b) => a >= b;
}
