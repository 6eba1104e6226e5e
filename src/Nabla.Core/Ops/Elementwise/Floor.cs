using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The largest whole number not above each element.</summary>
    /// <remarks>Computes <c>y = ⌊x⌋</c>; integers and bools stay as they are. There is no gradient.</remarks>
    public Tensor Floor() => DType.IsFloating ? FloorOp.Instance.Apply(this) : this;
}

internal sealed record FloorOp : UnaryOp
{
    public static readonly FloorOp Instance = new();

    protected override double Reference(double x) => Math.Floor(x);

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => null;
}
