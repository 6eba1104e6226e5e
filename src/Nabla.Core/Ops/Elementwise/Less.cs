using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Where the left element is smaller; broadcasting.</summary>
    /// <returns>A bool tensor of the common shape.</returns>
    public static Tensor operator <(Tensor left, Tensor right) => LessOp.Instance.On(left, right);

    /// <inheritdoc cref="op_LessThan(Tensor, Tensor)"/>
    public static Tensor operator <(Tensor left, Scalar right) => LessOp.Instance.On(left, right);

    /// <inheritdoc cref="op_LessThan(Tensor, Tensor)"/>
    public static Tensor operator <(Scalar left, Tensor right) => LessOp.Instance.On(left, right);
}

internal sealed record LessOp : ComparisonOp
{
    public static readonly LessOp Instance = new();

    protected override bool Holds(double a, double b) => a < b;
}
