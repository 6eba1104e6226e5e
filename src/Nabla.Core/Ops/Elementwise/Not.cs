using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Whether each element is false.</summary>
    /// <exception cref="DTypeMismatchException">The elements are not bools.</exception>
    public static Tensor operator !(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return NotOp.Instance.Apply(x);
    }

    /// <summary>The complement of each element: all bits of an integer, the truth of a bool.</summary>
    /// <exception cref="DTypeMismatchException">The elements are floating numbers.</exception>
    public static Tensor operator ~(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);

        // In two's complement ~x is −1 − x, so that integers need no operation of their own; −1 is 255 in a byte.
        return x.DType is DType.UInt8 ? byte.MaxValue - x : x.DType.IsInteger ? -1 - x : !x;
    }
}

internal sealed record NotOp : UnaryOp
{
    public static readonly NotOp Instance = new();

    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => inputs[0].DType is DType.Bool
        ? inputs[0].Spec
        : throw new DTypeMismatchException(
            $"{Subject} takes bools but got {inputs[0].Spec}; compare first, as in !(x > 0), "
            + "or use ~ for the bits of integers.",
            inputs[0].DType);

    // ¬¬x → x
    public override Tensor? Simplify(ReadOnlySpan<Tensor> inputs) =>
        inputs[0] is { IsEvaluated: false, Node: { Op: NotOp } node } ? node.Inputs[0] : null;

    protected override double Reference(double x) => x != 0 ? 0 : 1;

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => null;
}
