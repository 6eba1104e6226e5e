using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Changes the sign of each element.</summary>
    public static Tensor operator -(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return NegateOp.Instance.Apply(x);
    }
}

internal sealed record NegateOp : UnaryOp
{
    public static readonly NegateOp Instance = new();

    public override OpDomain Domain => OpDomain.Numeric;

    // −(−x) → x
    public override Tensor? Simplify(ReadOnlySpan<Tensor> inputs) =>
        inputs[0] is { IsEvaluated: false, Node: { Op: NegateOp } node } ? node.Inputs[0] : null;

    protected override double Reference(double x) => -x;

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => -dy;
}
