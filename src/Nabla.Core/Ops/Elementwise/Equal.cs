using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Where the elements are equal; broadcasting.</summary>
    /// <remarks>
    /// A method and not an operator, because <c>==</c> compares handles. NaN is unequal to everything.
    /// </remarks>
    /// <returns>A bool tensor of the common shape.</returns>
    public Tensor IsEqual(Tensor other) => EqualOp.Instance.On(this, other);

    /// <inheritdoc cref="IsEqual(Tensor)"/>
    public Tensor IsEqual(Scalar other) => EqualOp.Instance.On(this, other);
}

internal sealed record EqualOp : ComparisonOp
{
    public static readonly EqualOp Instance = new();

    protected override bool Holds(double a, double b) => a == b;
}
