using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Where the left element is smaller or equal; broadcasting.</summary>
    /// <returns>A bool tensor of the common shape.</returns>
    public static Tensor operator <=(Tensor left, Tensor right) => LessEqualOp.Instance.On(left, right);

    /// <inheritdoc cref="op_LessThanOrEqual(Tensor, Tensor)"/>
    public static Tensor operator <=(Tensor left, Scalar right) => LessEqualOp.Instance.On(left, right);

    /// <inheritdoc cref="op_LessThanOrEqual(Tensor, Tensor)"/>
    public static Tensor operator <=(Scalar left, Tensor right) => LessEqualOp.Instance.On(left, right);
}

internal sealed record LessEqualOp : ComparisonOp
{
    public static readonly LessEqualOp Instance = new();

    protected override bool Holds(double a, double b) => a <= b;
}
