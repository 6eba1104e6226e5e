namespace Nabla.Graph;

/// <summary>An elementwise operation on two inputs: <c>y = f(a, b)</c>.</summary>
public abstract record BinaryOp : ElementwiseOp
{
    /// <inheritdoc/>
    public override OpDomain Domain => OpDomain.Numeric;

    /// <summary>Casts and broadcasts the inputs to each other, then records the operation.</summary>
    public Tensor On(Tensor a, Tensor b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        (a, b) = a.AlignWith(b, this);
        return Apply(a, b);
    }

    /// <summary>The same with a CLR number on the right.</summary>
    public Tensor On(Tensor a, Scalar b)
    {
        ArgumentNullException.ThrowIfNull(a);
        return On(a, Tensor.Constant(b, DTypes.Promote(a.DType, b)));
    }

    /// <summary>The same with a CLR number on the left.</summary>
    public Tensor On(Scalar a, Tensor b)
    {
        ArgumentNullException.ThrowIfNull(b);
        return On(Tensor.Constant(a, DTypes.Promote(b.DType, a)), b);
    }

    /// <inheritdoc/>
    public sealed override double Reference(ReadOnlySpan<double> inputs) => Reference(inputs[0], inputs[1]);

    /// <inheritdoc/>
    public sealed override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        (Tensor? da, Tensor? db) = Gradient(node.Inputs[0], node.Inputs[1], node.Outputs[0], gradients[0]!);
        return [da, db];
    }

    /// <summary>The definition for one element.</summary>
    protected abstract double Reference(double a, double b);

    /// <summary>The gradients of both inputs; null where there is none.</summary>
    protected abstract (Tensor? A, Tensor? B) Gradient(Tensor a, Tensor b, Tensor y, Tensor dy);
}
