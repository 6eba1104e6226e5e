namespace Nabla.Graph;

/// <summary>An elementwise operation on two inputs whose result is true or false; it has no gradient.</summary>
public abstract record ComparisonOp : BinaryOp
{
    /// <inheritdoc/>
    public override OpDomain Domain => OpDomain.Any;

    /// <inheritdoc/>
    public sealed override DType ResultType(DType input) => DType.Bool;

    /// <inheritdoc/>
    protected sealed override double Reference(double a, double b) => Holds(a, b) ? 1 : 0;

    /// <inheritdoc/>
    protected sealed override (Tensor? A, Tensor? B) Gradient(Tensor a, Tensor b, Tensor y, Tensor dy) => (null, null);

    /// <summary>Whether the relation holds for one pair of elements; NaN is unequal to everything.</summary>
    protected abstract bool Holds(double a, double b);
}
