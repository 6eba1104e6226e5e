using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>One divided by the square root of each element.</summary>
    /// <remarks>Computes <c>y = 1 / √x</c>; zero gives an infinity of its sign, negative numbers NaN.</remarks>
    public Tensor ReciprocalSqrt() => ReciprocalSqrtOp.Instance.Apply(AsFloating());
}

internal sealed record ReciprocalSqrtOp : UnaryOp
{
    public static readonly ReciprocalSqrtOp Instance = new();

    protected override double Reference(double x) => 1 / Math.Sqrt(x);

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => dy * -0.5 * (y.Square() * y);
}
