using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>A CLR number as a scalar tensor.</summary>
    /// <exception cref="OverflowException">The type is an integer type that does not reach to the number.</exception>
    internal static Tensor Constant(Scalar value, DType dtype) =>
        new ConstantOp(value.Fitting(dtype), dtype).Apply();

    /// <summary>Casts both tensors to their common type and stretches both to their common shape.</summary>
    /// <exception cref="ShapeMismatchException">No common shape exists.</exception>
    internal (Tensor Left, Tensor Right) AlignWith(Tensor other, Op op)
    {
        if (Spec == other.Spec)
        {
            return (this, other);
        }

        if (!Shape.TryBroadcast(Shape, other.Shape, out Shape shape))
        {
            string where = LayerScope.Current is { } path ? $" in layer '{path}'" : "";
            throw new ShapeMismatchException(
                $"{op.Name}{where} cannot broadcast {Shape} with {other.Shape}: aligned at the end, "
                + "extents must be equal or one of them 1; reshape or insert axes so that they meet.",
                Shape, other.Shape);
        }

        DType dtype = DTypes.Promote(DType, other.DType);
        return (Cast(dtype).BroadcastTo(shape), other.Cast(dtype).BroadcastTo(shape));
    }

    /// <summary>Whether every element is known to be the number <paramref name="value"/>.</summary>
    internal bool IsConstantValue(double value) => IsConstant(out Scalar scalar) && scalar.ToDouble() == value;

    /// <summary>The CLR number behind this tensor, seen through views.</summary>
    internal bool IsConstant(out Scalar value)
    {
        Tensor tensor = this;
        while (tensor is { IsEvaluated: false, Node: { } node })
        {
            switch (node.Op)
            {
                case ConstantOp constant:
                    value = constant.Value;
                    return true;
                case ViewOp:
                    tensor = node.Inputs[0];
                    continue;
                default:
                    value = default;
                    return false;
            }
        }

        value = default;
        return false;
    }
}
