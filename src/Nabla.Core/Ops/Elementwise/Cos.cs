using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The cosine of each element, in radians.</summary>
    /// <remarks>Computes <c>y = cos x</c>; infinities give NaN.</remarks>
    public Tensor Cos() => CosOp.Instance.Apply(AsFloating());
}

internal sealed record CosOp : UnaryOp
{
    public static readonly CosOp Instance = new();

    protected override double Reference(double x) => Math.Cos(x);

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => -(dy * x.Sin());
}
