namespace Nabla.Graph;

/// <summary>An elementwise operation on one input: <c>y = f(x)</c>.</summary>
public abstract record UnaryOp : ElementwiseOp
{
    /// <inheritdoc/>
    public sealed override double Reference(ReadOnlySpan<double> inputs) => Reference(inputs[0]);

    /// <inheritdoc/>
    public sealed override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) =>
        [Gradient(node.Inputs[0], node.Outputs[0], gradients[0]!)];

    /// <summary>The definition for one element.</summary>
    protected abstract double Reference(double x);

    /// <summary>
    /// The gradient of the input: <paramref name="dy"/> times the derivative; null when there is none.
    /// </summary>
    protected abstract Tensor? Gradient(Tensor x, Tensor y, Tensor dy);
}
