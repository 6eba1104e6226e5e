using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The smallest whole number not below each element.</summary>
    /// <remarks>Computes <c>y = ⌈x⌉</c>; integers and bools stay as they are. There is no gradient.</remarks>
    public Tensor Ceiling() => DType.IsFloating ? CeilingOp.Instance.Apply(this) : this;
}

internal sealed record CeilingOp : UnaryOp
{
    public static readonly CeilingOp Instance = new();

    protected override double Reference(double x) => Math.Ceiling(x);

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => null;
}
