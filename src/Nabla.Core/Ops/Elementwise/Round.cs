using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The nearest whole number; halves go to the even one.</summary>
    /// <remarks>2.5 gives 2, 3.5 gives 4; integers and bools stay as they are. There is no gradient.</remarks>
    public Tensor Round() => DType.IsFloating ? RoundOp.Instance.Apply(this) : this;
}

internal sealed record RoundOp : UnaryOp
{
    public static readonly RoundOp Instance = new();

    protected override double Reference(double x) => Math.Round(x, MidpointRounding.ToEven);

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => null;
}
