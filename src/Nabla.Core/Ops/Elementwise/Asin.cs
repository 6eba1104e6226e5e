using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The angle in [−π/2, π/2] whose sine is each element.</summary>
    /// <remarks>Computes <c>y = arcsin x</c>; elements outside [−1, 1] give NaN.</remarks>
    public Tensor Asin() => AsinOp.Instance.Apply(AsFloating());
}

internal sealed record AsinOp : UnaryOp
{
    public static readonly AsinOp Instance = new();

    protected override double Reference(double x) => Math.Asin(x);

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => dy * (1 - x.Square()).ReciprocalSqrt();
}
