using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Where the left element is larger; broadcasting.</summary>
    /// <returns>A bool tensor of the common shape.</returns>
    public static Tensor operator >(Tensor left, Tensor right) => GreaterOp.Instance.On(left, right);

    /// <inheritdoc cref="op_GreaterThan(Tensor, Tensor)"/>
    public static Tensor operator >(Tensor left, Scalar right) => GreaterOp.Instance.On(left, right);

    /// <inheritdoc cref="op_GreaterThan(Tensor, Tensor)"/>
    public static Tensor operator >(Scalar left, Tensor right) => GreaterOp.Instance.On(left, right);
}

internal sealed record GreaterOp : ComparisonOp
{
    public static readonly GreaterOp Instance = new();

    protected override bool Holds(double a, double b) => a > b;
}
