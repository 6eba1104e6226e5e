using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Where elements are not numbers.</summary>
    /// <remarks>Integers and bools are always finite.</remarks>
    /// <returns>A bool tensor of this shape.</returns>
    public Tensor IsNaN() =>
        DType.IsFloating ? IsNaNOp.Instance.Apply(this) : Constant(false, DType.Bool).BroadcastTo(Shape);
}

internal sealed record IsNaNOp : UnaryOp
{
    public static readonly IsNaNOp Instance = new();

    public override DType ResultType(DType input) => DType.Bool;

    protected override double Reference(double x) => double.IsNaN(x) ? 1 : 0;

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => null;
}
