using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Where elements are neither NaN nor infinite.</summary>
    /// <remarks>Integers and bools are always finite.</remarks>
    /// <returns>A bool tensor of this shape.</returns>
    public Tensor IsFinite() =>
        DType.IsFloating ? IsFiniteOp.Instance.Apply(this) : Constant(true, DType.Bool).BroadcastTo(Shape);
}

internal sealed record IsFiniteOp : UnaryOp
{
    public static readonly IsFiniteOp Instance = new();

    public override DType ResultType(DType input) => DType.Bool;

    protected override double Reference(double x) => double.IsFinite(x) ? 1 : 0;

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => null;
}
