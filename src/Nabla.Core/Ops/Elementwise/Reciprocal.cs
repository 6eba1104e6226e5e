using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>One divided by each element.</summary>
    /// <remarks>Computes <c>y = 1 / x</c>; zero gives an infinity of its sign.</remarks>
    public Tensor Reciprocal() => ReciprocalOp.Instance.Apply(AsFloating());
}

internal sealed record ReciprocalOp : UnaryOp
{
    public static readonly ReciprocalOp Instance = new();

    protected override double Reference(double x) => 1 / x;

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => -(dy * y.Square());
}
