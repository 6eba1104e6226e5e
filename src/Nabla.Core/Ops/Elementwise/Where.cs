using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Takes each element from one tensor where this mask is true, else from another.</summary>
    /// <remarks>The three broadcast to a common shape; the two choices promote to a common type.</remarks>
    /// <param name="whenTrue">Where elements come from when the mask is true.</param>
    /// <param name="whenFalse">Where they come from otherwise.</param>
    /// <exception cref="DTypeMismatchException">This tensor is not a bool mask.</exception>
    public Tensor Where(Tensor whenTrue, Tensor whenFalse)
    {
        ArgumentNullException.ThrowIfNull(whenTrue);
        ArgumentNullException.ThrowIfNull(whenFalse);
        (whenTrue, whenFalse) = whenTrue.AlignWith(whenFalse, WhereOp.Instance);
        if (!Shape.TryBroadcast(Shape, whenTrue.Shape, out Shape shape))
        {
            throw new ShapeMismatchException(
                $"Where cannot broadcast the mask {Shape} with the choices {whenTrue.Shape}.", Shape, whenTrue.Shape);
        }

        return WhereOp.Instance.Apply(BroadcastTo(shape), whenTrue.BroadcastTo(shape), whenFalse.BroadcastTo(shape));
    }

    /// <inheritdoc cref="Where(Tensor, Tensor)"/>
    public Tensor Where(Tensor whenTrue, Scalar whenFalse)
    {
        ArgumentNullException.ThrowIfNull(whenTrue);
        return Where(whenTrue, Constant(whenFalse, DTypes.Promote(whenTrue.DType, whenFalse)));
    }

    /// <inheritdoc cref="Where(Tensor, Tensor)"/>
    public Tensor Where(Scalar whenTrue, Tensor whenFalse)
    {
        ArgumentNullException.ThrowIfNull(whenFalse);
        return Where(Constant(whenTrue, DTypes.Promote(whenFalse.DType, whenTrue)), whenFalse);
    }
}

internal sealed record WhereOp : ElementwiseOp
{
    public static readonly WhereOp Instance = new();

    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        if (inputs[0].DType is not DType.Bool)
        {
            throw new DTypeMismatchException(
                $"{Subject} takes a bool mask but got {inputs[0].Spec}; compare first, as in (x > 0).Where(a, b).",
                inputs[0].DType);
        }

        return inputs[1].Spec;
    }

    public override double Reference(ReadOnlySpan<double> inputs) => inputs[0] != 0 ? inputs[1] : inputs[2];

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        Tensor mask = node.Inputs[0], dy = gradients[0]!;
        return [null, mask.Where(dy, 0), mask.Where(0, dy)];
    }
}
