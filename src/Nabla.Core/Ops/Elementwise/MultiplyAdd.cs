using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>
    /// Multiplies by <paramref name="factor"/> and adds <paramref name="addend"/> with one rounding, broadcasting.
    /// </summary>
    /// <remarks>Computes <c>y = x·factor + addend</c>.</remarks>
    public Tensor MultiplyAdd(Tensor factor, Tensor addend)
    {
        ArgumentNullException.ThrowIfNull(factor);
        ArgumentNullException.ThrowIfNull(addend);
        (Tensor x, factor) = AlignWith(factor, MultiplyAddOp.Instance);
        (x, addend) = x.AlignWith(addend, MultiplyAddOp.Instance);
        return MultiplyAddOp.Instance.Apply(x, factor.Cast(x.DType).BroadcastTo(x.Shape), addend);
    }
}

/// <summary>Contraction is decided here, in the graph, so that every backend and width rounds alike.</summary>
internal sealed record MultiplyAddOp : ElementwiseOp
{
    public static readonly MultiplyAddOp Instance = new();

    public override ProductTerms? Product => new(0, 1, 2);

    /// <summary>
    /// <c>product + addend</c> as one operation when <paramref name="product"/> is a product of floating numbers.
    /// </summary>
    public static Tensor? TryFuse(Tensor product, Tensor addend) =>
        IsProduct(product, out Node? node) ? Instance.Apply(node!.Inputs[0], node.Inputs[1], addend) : null;

    /// <summary><c>minuend − product</c> as one operation; negating a factor is exact.</summary>
    public static Tensor? TryFuseNegated(Tensor product, Tensor minuend) =>
        IsProduct(product, out Node? node) ? Instance.Apply(-node!.Inputs[0], node.Inputs[1], minuend) : null;

    public override double Reference(ReadOnlySpan<double> inputs) =>
        Math.FusedMultiplyAdd(inputs[0], inputs[1], inputs[2]);

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) =>
        [gradients[0]! * node.Inputs[1], gradients[0]! * node.Inputs[0], gradients[0]];

    private static bool IsProduct(Tensor tensor, out Node? node)
    {
        node = tensor.Node;
        return !tensor.IsEvaluated && node?.Op is MultiplyOp && tensor.DType.IsFloating;
    }
}
