using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Where the elements differ; broadcasting.</summary>
    /// <remarks>
    /// A method and not an operator, because <c>==</c> compares handles. NaN is unequal to everything.
    /// </remarks>
    /// <returns>A bool tensor of the common shape.</returns>
    public Tensor IsNotEqual(Tensor other) => NotEqualOp.Instance.On(this, other);

    /// <inheritdoc cref="IsNotEqual(Tensor)"/>
    public Tensor IsNotEqual(Scalar other) => NotEqualOp.Instance.On(this, other);
}

internal sealed record NotEqualOp : ComparisonOp
{
    public static readonly NotEqualOp Instance = new();

    protected override bool Holds(double a, double b) => a != b;
}
